package sentence

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotidian/articles/token"
)

func TestLayout(t *testing.T) {
	for text, want := range map[string][]string{
		"One two.\n\nThree.\nFour.\nFive six.":                               {"One", "Three", "Four", "Five"},
		"It is said that\nthe gates, which\nOrlo opened, are\nshut.\n\nNow.": {"It", "Now"},
		"A heading\n“So,” he said.\nand so on":                               {"A", "“"},
	} {
		toks := token.Scan(nil, text)
		layout := LayoutOf(toks)
		var got []string
		for i, tok := range toks {
			if i == 0 || layout.Begins(tok) {
				got = append(got, tok.In(text))
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%q: %s", text, d)
		}
	}
}
