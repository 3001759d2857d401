package reader

import (
	"testing"

	"pgregory.net/rapid"
)

func TestHits(t *testing.T) {
	for _, c := range []struct {
		text, query string
		want        int
	}{
		{"The Dam. the dam, a DAMP dam", "dam", 4}, {"aaaa", "aa", 2}, {"Şəhər", "şəhər", 1}, {"abc", "", 0}, {"", "a", 0}, {"ab", "abc", 0},
	} {
		got := Hits(c.text, c.query)
		if len(got) != c.want {
			t.Errorf("%q in %q: %v", c.query, c.text, got)
		}
	}
}

func TestHitsAreWhereTheyAre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, query, after := rapid.String().Draw(t, "before"), rapid.StringN(1, 8, -1).Draw(t, "query"), rapid.String().Draw(t, "after")
		text, end := before+query+after, 0
		found := false
		for _, s := range Hits(text, query) {
			if s.Start < end || s.End > len(text) {
				t.Fatalf("%v overlaps or lies outside", s)
			}
			end = s.End
			found = true
		}
		if !found {
			t.Fatal("what is there was not found")
		}
	})
}
