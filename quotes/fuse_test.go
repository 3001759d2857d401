package quotes

import (
	"testing"

	"quotidian/articles/sentence"
)

// TestBeforeVerb: a clause that the tagger took for a source gives way to its subject; participles and relative clauses
// belong to a source.
func TestBeforeVerb(t *testing.T) {
	for text, want := range map[string]string{
		"The harbour master survived two winters": "The harbour master",
		"Volk prevented his first wife":           "Volk",
		"People surveyed by the Herald":           "People surveyed by the Herald",
		"A man called Orlo":                       "A man called Orlo",
		"Orlo, who opened the fair":               "Orlo, who opened the fair",
		"Fishers who landed two tons":             "Fishers who landed two tons",
		"Orlo":                                    "Orlo",
	} {
		r := read(sentence.Of(text))
		if got := r.span(r.beforeVerb(rng{0, len(r.toks)})).In(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
