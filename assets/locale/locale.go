// Package locale holds the texts of the window in languages other than English, JSON files of English texts and what
// they are in the language.
//
// de.json and en.json are in the form of Fyne's package lang: a text of the window leads to its translation, a noun that
// is counted to its plural forms. de-engine.json holds the sentences that the engine makes in English and keeps in the
// dossier (why names were joined, what a wording changed, why a file could not be read); the window recognises them by
// what is fixed in them. A gap is written %q for what stands in quotation marks as Go writes them, %d for a number, %s
// for anything, and %v for another sentence of the engine or a text of de.json. The translation has %s for each gap,
// %[2]s where their order is another one.
package locale

import "embed"

// Files are the translations, named by the tag of the language.
//
//go:embed de.json en.json de-engine.json
var Files embed.FS
