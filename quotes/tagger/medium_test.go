package tagger

import (
	"strings"
	"testing"

	"quotidian/quotes/tagger/internal/feature"
)

// spelled makes the words of a phrase as the lexicon of media sees them.
func spelled(phrase string) []feature.Word {
	var out []feature.Word
	for _, w := range strings.Fields(phrase) {
		out = append(out, feature.Word{Hash: feature.HashWord(w), Stem: feature.HashStem(w)})
	}
	return out
}

func TestMediumWithoutWords(t *testing.T) {
	for _, cue := range [][]feature.Word{nil, {{Shape: feature.Colon}}} {
		if got := loadMedia().of(cue, nil, false); got != Speech {
			t.Errorf("%v: %v, want speech", cue, got)
		}
	}
}

func TestMedium(t *testing.T) {
	for _, c := range []struct {
		cue, source string
		quoted      bool
		want        Medium
	}{
		{"said", "Orlo", false, Speech},
		{"has repeatedly criticized", "Orlo", false, Speech},
		{"went on to claim", "Orlo", false, Speech},
		{"tweeted", "Orlo", false, Writing},
		{"said in a statement", "Orlo", false, Writing},
		{"said", "the ministry 's report", false, Writing},
		{"according to", "the ministry", false, Speech},
		{"according to", "the report", false, Writing},
		{"wants", "Orlo", false, Thought},
		{"is expected", "Orlo", false, Thought},
		{"worried", "Orlo", true, Speech},
		{"beamed", "Orlo", true, Speech},
		{"beamed", "Orlo", false, Thought},
	} {
		if got := loadMedia().of(spelled(c.cue), spelled(c.source), c.quoted); got != c.want {
			t.Errorf("%s %s (quoted %v): %v, want %v", c.source, c.cue, c.quoted, got, c.want)
		}
	}
}
