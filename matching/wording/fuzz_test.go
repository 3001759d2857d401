package wording

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// FuzzCompare: comparing is symmetric in its score, repeatable, and the diff keeps every printed word of both texts.
func FuzzCompare(f *testing.F) {
	for i := range story {
		f.Add(story[i].Text, story[(i+1)%len(story)].Text)
	}
	f.Add("“We can't,” she said — twice: “4,000, 5m and twenty-five…”", "Ça n'est «rien»")
	f.Add("", "a")
	f.Add("the\u00a0mayor and\u2003so-called\u00a0friends", "the\u00a0minister and\u2003so-called\u00a0foes")
	c := NewComparer()
	f.Fuzz(func(t *testing.T, a, b string) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) {
			return
		}
		p, q := c.Prepare(Quote{Text: a}), c.Prepare(Quote{Text: b})
		got := c.Compare(p, q)
		if s := c.Score(q, p); s != got.Score {
			t.Errorf("scores %v and %v depend on the order", got.Score, s)
		}
		if again := c.Compare(p, q); !cmp.Equal(got, again) {
			t.Errorf("another answer the second time")
		}
		var left, right strings.Builder
		for _, r := range got.Diff {
			if !utf8.ValidString(r.A) || !utf8.ValidString(r.B) {
				t.Errorf("a character is cut: %q, %q", r.A, r.B)
			}
			left.WriteString(r.A)
			right.WriteString(r.B)
		}
		if len(p.text.Words) > 0 && len(q.text.Words) > 0 {
			same(t, left.String(), a)
			same(t, right.String(), b)
		}
	})
}

func same(t *testing.T, got, want string) {
	t.Helper()
	if squeeze(got) != squeeze(want) {
		t.Errorf("the diff holds %q of %q", got, want)
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
