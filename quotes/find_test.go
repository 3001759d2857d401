package quotes

import (
	"math"
	"testing"
	"unicode/utf8"

	"quotidian/articles"
	"quotidian/articles/sentence"
)

// FuzzFind holds the invariants of Quote on any text: spans in range, in order and on the edges of code points,
// and the same answer twice.
func FuzzFind(f *testing.F) { fuzz(f, Find, math.MaxInt) }

// FuzzFindCarefully is FuzzFind for the careful reader, on texts that it reads within the seconds that fuzzing allows.
func FuzzFindCarefully(f *testing.F) { fuzz(f, FindCarefully, 1<<10) }

func fuzz(f *testing.F, find func(sentence.Cut) []Quote, longest int) {
	for _, s := range []string{
		"“We stay,” Orlo said. “We will not leave.”",
		"The ministry said that \"it can take time\" because roads are closed, adding that it would try.",
		"‘A “B” c,’ she said. The ministers’ plan. „Da“ «A» »B« “x",
		"Army has left: Norland\n\nAccording to Orlo, a doctor, it rained.",
		"\"A, \"B\" ' ' ” “ “ “ “ “ “ “ \n\n“ said",
		"It rained in Varn today and As:",
		"“We stay, Orlo said.\n\n“A.” — Orlo",
		"Reuters cited Orlo, an aide, as saying that Norland is open.",
		"Q: Is it dead?\n\nA: It is asleep.\n\n(Laughs.)\n\nQ: Who?\n\nA: Nobody.",
		"ADA ORLO, HOST: Hi.\n\nKESH (off camera): Ada, no.\n\nORLO: Why?",
		"The court heard that Orlo Mills, Inc. (NYSX: ORL), a miller, today said he was “the Bog”, doctors say",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > longest {
			t.Skip("longer than what is tried")
		}
		a := &articles.Article{Text: text}
		found := find(sentence.Of(a.Text))
		last := 0
		for _, q := range found {
			checkQuote(t, text, q)
			if q.Content[0].Start < last {
				t.Fatalf("quote at %d after %d", q.Content[0].Start, last)
			}
			last = q.Content[0].Start
		}
		if again := find(sentence.Of(a.Text)); len(again) != len(found) {
			t.Fatalf("%d quotes, then %d", len(found), len(again))
		}
	})
}

func checkQuote(t *testing.T, text string, q Quote) {
	t.Helper()
	end := 0
	if len(q.Content) == 0 {
		t.Fatal("quote without content")
	}
	for _, s := range q.Content {
		if s.Start < end || s.Empty() {
			t.Fatalf("content %v after %d", s, end)
		}
		end = s.End
		if onlyMarks(s.In(text)) {
			t.Fatalf("content %q", s.In(text))
		}
	}
	all := append(append([]articles.Span{q.Cue, q.Source}, q.Relay...), q.Content...)
	for _, s := range all {
		if s.Start < 0 || s.End > len(text) || s.End < s.Start {
			t.Fatalf("span %v of %d bytes", s, len(text))
		}
		if utf8.ValidString(text) && !utf8.ValidString(s.In(text)) {
			t.Fatalf("span %v cuts a code point", s)
		}
	}
	if q.Confidence <= 0 || q.Confidence > 1 || q.Reason == "" {
		t.Fatalf("confidence %v, reason %q", q.Confidence, q.Reason)
	}
}
