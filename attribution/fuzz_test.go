package attribution

import (
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"quotidian/articles"
	"quotidian/quotes"
)

// cutQuotes turns bytes into quotes over a text: six bytes a quote choose, by code point, where content and
// source begin and how long they are. Whatever package quotes may give one day, these are stranger.
func cutQuotes(text string, cuts []byte) []quotes.Quote {
	var edges []int
	for i := range text {
		edges = append(edges, i)
	}
	edges = append(edges, len(text))
	span := func(at, size byte) articles.Span {
		i := int(at) * (len(edges) - 1) / 256
		return articles.Span{Start: edges[i], End: edges[min(i+int(size), len(edges)-1)]}
	}
	var qs []quotes.Quote
	for ; len(cuts) >= 6 && len(qs) < 8; cuts = cuts[6:] {
		q := quotes.Quote{Kind: quotes.Kind(cuts[0] % 3), Content: []articles.Span{span(cuts[1], max(cuts[2], 1))}}
		if cuts[4] > 0 {
			q.Source = span(cuts[3], cuts[4])
		}
		if cuts[5]%4 == 0 {
			q.Relay = []articles.Span{span(cuts[5], 5)}
		}
		if !q.Content[0].Empty() {
			qs = append(qs, q)
		}
	}
	return qs
}

// FuzzResolve holds the properties of [Resolve] for any text and any spans: one answer for each quote with the
// quote untouched, a name and its spellings printed in the article, a reason, and the same answer twice.
func FuzzResolve(f *testing.F) {
	f.Add(`"We go," Tomas Orlo told Reuters. "Now," he said. The ICBS (Blue Star) said it would.`, []byte("\x00\x00\x08\x0a\x0b\x01\x01\x40\x05\x58\x02\x04"))
	f.Add("Peter Varga and Irina Varga said she was “late”.\n\nI do not know: «who»", []byte("\x02\x80\x08\x00\x0b\x00\x01\xf0\x05\xa8\x02\x04\x00\x10\x05\xff\x00\x00"))
	f.Add("The U.S.'s al-Amr, who, the, of the Ministry of, (X) Y said", []byte("\x02\x80\x08\x00\xff\x08"))
	f.Fuzz(func(t *testing.T, text string, cuts []byte) {
		if !utf8.ValidString(text) || len(text) > 4000 {
			t.Skip()
		}
		a := &articles.Article{Text: text, Byline: "Nina Orlo"}
		qs := cutQuotes(text, cuts)
		got := Resolve(a, qs)
		if len(got) != len(qs) {
			t.Fatalf("%d quotes gave %d answers", len(qs), len(got))
		}
		for i, q := range got {
			if d := cmp.Diff(qs[i], q.Quote); d != "" {
				t.Errorf("quote changed: %s", d)
			}
			checkAnswer(t, text, &q)
		}
		if d := cmp.Diff(got, Resolve(a, qs)); d != "" {
			t.Errorf("the second answer differs: %s", d)
		}
	})
}

func checkAnswer(t *testing.T, text string, q *Quote) {
	t.Helper()
	if q.Why == "" {
		t.Errorf("no reason for %q", q.Source.In(text))
	}
	if q.Speaker == nil {
		return
	}
	if q.Speaker.Name == "" || !slices.Contains(q.Speaker.Printed, q.Speaker.Name) {
		t.Errorf("name %q is not among the spellings %q", q.Speaker.Name, q.Speaker.Printed)
	}
	seen := map[string]bool{}
	for _, s := range q.Speaker.Printed {
		if seen[s] {
			t.Errorf("spelling %q twice", s)
		}
		seen[s] = true
	}
}

func BenchmarkResolve(b *testing.B) {
	docs := readGold(b, "data", "polnear", "dev.jsonl")
	var arts []*articles.Article
	var all [][]quotes.Quote
	size := 0
	for i := range docs {
		a, qs := docs[i].Labelled()
		arts, all = append(arts, a), append(all, qs)
		size += len(a.Text)
	}
	b.SetBytes(int64(size / len(arts)))
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		Resolve(arts[i%len(arts)], all[i%len(arts)])
	}
}
