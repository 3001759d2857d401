package encoder

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// small is a vocabulary of a few pieces behind those that stand for no letters.
func small(pieces ...string) *Vocabulary {
	all := make([]string, closing+1)
	for i := range all {
		all[i] = "[" + strings.Repeat("x", i+1) + "]"
	}
	return NewVocabulary(append(all, pieces...))
}

func TestPieces(t *testing.T) {
	names := []string{"har", "harb", "##our", "##bour", "##s", "'", "\"", "s", "-", "e", "##le", "水", "."}
	v := small(names...)
	for word, want := range map[string]string{
		"harbours": "harb ##our ##s", // the longest piece in front, though "har" would do as well
		"Harbour":  "harb ##our",
		"hafen":    "?",
		"s’s":      "s ' s",
		"“":        "\"",
		"''":       "\"",
		"—":        "-",
		"élé":      "e ##le", // accents fall away
		"水水":       "水 水",
		"s\x00s":   "s ##s", // a control character parts nothing
		"…":        ". . .",
		"":         "?",
	} {
		var got []string
		for _, p := range v.pieces(word) {
			if p == unknown {
				got = append(got, "?")
			} else {
				got = append(got, names[p-closing-1])
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %s, want %s", word, s, want)
		}
	}
}

// TestLongWords: a word costs no more than a few pieces, whatever its length.
func TestLongWords(t *testing.T) {
	v := small("a", "##a", ".")
	if n := len(v.pieces(strings.Repeat("a", 90))); n != perWord {
		t.Errorf("90 letters: %d pieces", n)
	}
	if p := v.pieces(strings.Repeat("a", longest+1)); !slices.Equal(p, []int32{unknown}) {
		t.Errorf("%d letters: %v", longest+1, p)
	}
	if n := len(v.pieces(strings.Repeat(".", 5000))); n != perWord {
		t.Errorf("5,000 full stops: %d pieces", n)
	}
}

func TestChunks(t *testing.T) {
	v := small("a")
	words := slices.Repeat([]string{"a"}, 700)
	chunks := v.Cut(words)
	n := 0
	for i, c := range chunks {
		if len(c.Pieces) > MostPieces || c.Pieces[0] != opening || c.Pieces[len(c.Pieces)-1] != closing {
			t.Errorf("chunk %d: %d pieces, from %d to %d", i, len(c.Pieces), c.Pieces[0], c.Pieces[len(c.Pieces)-1])
		}
		n += len(c.First)
	}
	if n != len(words) || len(chunks) != 3 {
		t.Errorf("%d words in %d chunks", n, len(chunks))
	}
}

// FuzzCut: every word has a piece of its own, whatever it is made of.
func FuzzCut(f *testing.F) {
	f.Add("The mayor said “no” … 水")
	f.Add("\xff\xfe  a\u0301\u0301 '' ``")
	v := build(load()).vocabulary
	f.Fuzz(func(t *testing.T, s string) {
		words := strings.Split(s, " ")
		n := 0
		for _, c := range v.Cut(words) {
			if len(c.Pieces) > MostPieces {
				t.Fatalf("%d pieces", len(c.Pieces))
			}
			for i, at := range c.First {
				if at < 1 || int(at) >= len(c.Pieces)-1 || i > 0 && at <= c.First[i-1] {
					t.Fatalf("word %d of %q begins at %d of %d", n+i, s, at, len(c.Pieces))
				}
			}
			for _, p := range c.Pieces {
				if p < 0 || int(p) >= len(v.number) {
					t.Fatalf("piece %d", p)
				}
			}
			n += len(c.First)
		}
		if n != len(words) {
			t.Fatalf("%d words, %d found (valid: %v)", len(words), n, utf8.ValidString(s))
		}
	})
}
