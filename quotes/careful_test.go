package quotes

import (
	"reflect"
	"strings"
	"testing"

	"quotidian/articles/sentence"
)

// TestFindCarefully: the careful reader knows where a source ends that the quick one cuts in two.
func TestFindCarefully(t *testing.T) {
	const text = "Two traders the Herald spoke to said the market had been closed since June."
	for name, c := range map[string]struct {
		find        func(sentence.Cut) []Quote
		source, cue string
	}{
		"quick":   {Find, "Two traders the Herald", "spoke to said"},
		"careful": {FindCarefully, "Two traders the Herald spoke to", "said"},
	} {
		found := c.find(sentence.Of(text))
		if len(found) != 1 {
			t.Fatalf("%s: %d quotes", name, len(found))
		}
		q := found[0]
		if s, cue, said := q.Source.In(text), q.Cue.In(text), q.Content[0].In(text); s != c.source || cue != c.cue || said != "the market had been closed since June" {
			t.Errorf("%s: %q, %q, %q", name, s, cue, said)
		}
	}
}

// TestLongTextsAreReadQuickly: what is no article costs no more than it did.
func TestLongTextsAreReadQuickly(t *testing.T) {
	long := sentence.Of(strings.Repeat(news, MostCareful/len(news)+1))
	if !reflect.DeepEqual(FindCarefully(long), Find(long)) {
		t.Error("other quotes are found")
	}
}
