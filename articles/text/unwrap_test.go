package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const wrapped = `The ferry to the islands will not sail before
Friday, the harbour office said on Monday, since
Torvin & Sons has found a crack in its hull. The
well-known captain, Ivo Orlo, was not surprised.

"We knew," he told reporters.  "I said so to
Ilka Varga in May, and nobody listened to the
crew."
She denies it.
`

const joined = `The ferry to the islands will not sail before Friday, the harbour office said on Monday, since Torvin & Sons has found a crack in its hull. The well-known captain, Ivo Orlo, was not surprised.

"We knew," he told reporters.  "I said so to Ilka Varga in May, and nobody listened to the crew."
She denies it.
`

func TestUnwrapInPlace(t *testing.T) {
	if d := cmp.Diff(joined, UnwrapInPlace(wrapped)); d != "" {
		t.Error(d)
	}
}

func TestUnwrap(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"letter":        {wrapped, joined},
		"joined before": {joined, joined},
		"set in": {
			"   The ferry to the islands will not sail before Friday\nor even later, the harbour office said on Monday, since\nOrlo has found a crack in the hull of the ferry to town\n   The captain was not surprised at all when he heard it,\nand said so to whoever asked him about it on that day.\n",
			"   The ferry to the islands will not sail before Friday or even later, the harbour office said on Monday, since Orlo has found a crack in the hull of the ferry to town\n   The captain was not surprised at all when he heard it, and said so to whoever asked him about it on that day.\n",
		},
		"a compound at the end": {
			"The ferry to the islands will not sail before well-\nknown captains have seen it, said the harbour office\non Monday. They have not been asked to come so far, it\nsaid, and it was not known when they would be.\n",
			"The ferry to the islands will not sail before well-known captains have seen it, said the harbour office on Monday. They have not been asked to come so far, it said, and it was not known when they would be.\n",
		},
		"points": {
			"The council asks of the owner of the ferry that he does\n- have the hull of the ferry mended before the summer is\n  over, and pay for it without further delay this time.\n- tell those who bought a ticket for the islands of what\n  he means to do about their money.\n",
			"The council asks of the owner of the ferry that he does\n- have the hull of the ferry mended before the summer is over, and pay for it without further delay this time.\n- tell those who bought a ticket for the islands of what he means to do about their money.\n",
		},
		"numbered points": {
			"The council asks of the owner of the ferry that he does\n1. mend the hull of the ferry before the summer is over and\n2. pay those who bought a ticket for it in the spring, and\n3. say what he means to do about the other one of his two\nferries, which is older.\n",
			"The council asks of the owner of the ferry that he does\n1. mend the hull of the ferry before the summer is over and\n2. pay those who bought a ticket for it in the spring, and\n3. say what he means to do about the other one of his two ferries, which is older.\n",
		},
		"addresses":                       {"Sources:\nhttps://selk.example/2031/05/the-gates-of-the-upper-dam\nhttps://varn.example/2031/05/the-gates-are-open-again\nhttps://selk.example/2031/05/nobody-had-been-warned-of\n", ""},
		"verse":                           {"The gates are open, the water is high,\nthe mayor is gone,\nand nobody asks him the reason why\nat the break of dawn,\n", ""},
		"headlines":                       {"Ferry to the islands will not sail this week\nMayor opens gates of the dam to visitors\nHarbour office to move to the old town hall\nOrlo wins the race of the two lakes again\nVarga: no money for the school in this year\n", ""},
		"paragraphs without a blank line": {"The ferry will not sail.\nThe captain was not surprised.\nHe said so to the harbour office in May, and nobody listened.\n", ""},
	} {
		if c.want == "" {
			c.want = c.text
		}
		if d := cmp.Diff(c.want, Unwrap(c.text)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// TestUnwrapBreaksOnly: whatever a text is, unwrapping changes nothing but blanks and breaks.
func TestUnwrapBreaksOnly(t *testing.T) {
	word := rapid.SampledFrom([]string{"a", "ferry", "Orlo", "the", "harbour.", "“no”", "-", "well-", ">", "\t", " ", "\n", "\n\n", "é", "港口関係者", strings.Repeat("x", 90)})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(word).Draw(t, "words"), rapid.SampledFrom([]string{" ", "\n"}).Draw(t, "between"))
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got := Unwrap(s); bare(got) != bare(s) {
			t.Fatalf("%q became %q", s, got)
		}
		in := UnwrapInPlace(s)
		if len(in) != len(s) || bare(in) != bare(s) {
			t.Fatalf("in place, %q became %q", s, in)
		}
		for i := range len(s) {
			if in[i] != s[i] && (s[i] != '\n' || in[i] != ' ') {
				t.Fatalf("%q at %d: %q became %q", s, i, s[i], in[i])
			}
		}
	})
}
