// Package locale holds the texts of the window in languages other than English, one JSON file each, in the form of
// Fyne's package lang: the English text leads to the translation, a noun that is counted to its plural forms.
package locale

import "embed"

// Files are the translations, named by the tag of the language.
//
//go:embed de.json en.json
var Files embed.FS
