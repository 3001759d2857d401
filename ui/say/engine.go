package say

import (
	"regexp"
	"strings"
	"sync/atomic"
)

// book is what gives the engine's sentences in the reader's language, nil while that is English.
var book atomic.Pointer[phrasebook]

// Engine gives what the engine says in the reader's language: why names or statements stand together, what a wording
// changed, why a quote was found and who speaks, what is wrong with a draft or a file, what an entry of the log did.
//
// The engine makes these sentences in English, and the dossier, the command line and the workbook keep them so; only
// the window translates, where it shows them. A sentence is recognised by what is fixed in it (package locale), and
// what was filled in, names and printed words, is put into the translation as it is. A sentence that is not known
// comes back as it is. A test reads the sources of the engine and fails when a sentence of theirs is not known.
func Engine(text string) string {
	b := book.Load()
	if b == nil {
		return text
	}
	lines := strings.Split(text, "\n") // errors that came together stand in lines
	for i, line := range lines {
		if s, ok := b.say(line); ok {
			lines[i] = s
		}
	}
	return strings.Join(lines, "\n")
}

// ids are the names that speakers and statements have inside a dossier, where an entry of the log begins to say how they
// stand.
var ids = regexp.MustCompile(`(^|; )[ps]-[0-9a-f]+: `)

// Standing is [Engine] for how the things stand that a decision was about: without the names that they have inside a
// dossier, which tell a person nothing.
func Standing(text string) string { return ids.ReplaceAllString(Engine(text), "$1") }

// useEngine chooses the language that [Engine] speaks from now on.
func useEngine(l Language) error {
	if l != German {
		book.Store(nil)
		return nil
	}
	sentences, err := read("de-engine.json")
	if err != nil {
		return err
	}
	texts, err := read("de.json")
	if err != nil {
		return err
	}
	book.Store(newPhrasebook(only(sentences), only(texts)))
	return nil
}

// only gives the entries that are one text, not plural forms.
func only(entries map[string]any) map[string]string {
	out := make(map[string]string, len(entries))
	for key, value := range entries {
		if s, ok := value.(string); ok {
			out[key] = s
		}
	}
	return out
}
