package dossier

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"quotidian/articles"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// generated makes n articles of five quotes each. About half of the quotes are printed by a second or third outlet
// too, some of them trimmed; the words are made up, common ones common and rare ones rare, as in any language.
func generated(n int) []articles.Article {
	rng := rand.New(rand.NewPCG(7, 7))
	zipf := rand.NewZipf(rng, 1.3, 8, 20000)
	phrase := func(words int) string {
		parts := make([]string, words)
		for i := range parts {
			parts[i] = madeUp(zipf.Uint64())
		}
		return strings.Join(parts, " ")
	}
	said := make([]string, 3*n)
	for i := range said {
		said[i] = phrase(8 + rng.IntN(16))
	}
	all := make([]articles.Article, n)
	for i := range all {
		var b strings.Builder
		for range 5 {
			s := rng.IntN(len(said))
			words := said[s]
			if rng.IntN(4) == 0 {
				words = words[:strings.LastIndexByte(words[:len(words)/2], ' ')]
			}
			fmt.Fprintf(&b, "\"The %s,\" said %s. Then %s.\n", words, madeUpName(s), phrase(30))
		}
		day := time.Date(2031, 1, 1+rng.IntN(28), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		all[i] = art(fmt.Sprintf("Outlet %d", rng.IntN(60)), day, b.String())
		all[i].Path = fmt.Sprintf("%d.txt", i)
	}
	return all
}

// madeUp is the word of that rank: the commoner the shorter.
func madeUp(rank uint64) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b []byte
	for n := rank + 3; n > 0; n /= 70 {
		b = append(b, consonants[n%70/5], vowels[n%5])
	}
	return string(b)
}

// madeUpName is the speaker of statement s; each says about forty.
func madeUpName(s int) string {
	title := func(w string) string { return strings.ToUpper(w[:1]) + w[1:] }
	return title(madeUp(uint64(s/40%37+80))) + " " + title(madeUp(uint64(s/40+9000)))
}

func BenchmarkAdd1000(b *testing.B) {
	all := generated(1000)
	for b.Loop() {
		d := newDossier(b)
		mustAdd(b, d, all...)
		d.Close()
	}
	b.ReportMetric(float64(1000*b.N)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkAddOne adds one article to a dossier of 1,000.
func BenchmarkAddOne(b *testing.B) {
	all := generated(1000 + 500)
	d := newDossier(b)
	mustAdd(b, d, all[:1000]...)
	n := 1000
	for b.Loop() {
		mustAdd(b, d, all[n%len(all)])
		n++
	}
}

func BenchmarkDecide(b *testing.B) {
	d := newDossier(b)
	mustAdd(b, d, generated(1000)...)
	rows := rowsOf(b, d, Filter{})
	n := 0
	for b.Loop() {
		decide(b, d, decision.Decision{Kind: decision.Note, Targets: []string{string(rows[n%len(rows)].ID)}, Value: "seen"})
		n++
	}
}

func BenchmarkOpen(b *testing.B) {
	path := filepath.Join(b.TempDir(), "b.dossier")
	d := reopen(b, path)
	mustAdd(b, d, generated(1000)...)
	d.Close()
	for b.Loop() {
		d := reopen(b, path)
		rowsOf(b, d, Filter{})
		d.Close()
	}
}

// listed makes a dossier of 100,000 statements, written as rows: only listing is measured.
func listed(b *testing.B) string {
	path := filepath.Join(b.TempDir(), "l.dossier")
	d := reopen(b, path)
	rng := rand.New(rand.NewPCG(3, 3))
	zipf := rand.NewZipf(rng, 1.3, 8, 20000)
	var c store.Change
	for i := range 4000 {
		c.Speakers = append(c.Speakers, store.Speaker{ID: fmt.Sprintf("p-%d", i), Name: madeUpName(40 * i), Spellings: "[]"})
	}
	for i := range 100_000 {
		words := make([]string, 8+rng.IntN(20))
		for k := range words {
			words[k] = madeUp(zipf.Uint64())
		}
		s := c.Speakers[rng.IntN(len(c.Speakers))]
		text := strings.Join(words, " ")
		c.Statements = append(c.Statements, store.Statement{
			ID: fmt.Sprintf("s-%06d", i), Text: text, Speaker: s.ID, SpeakerName: s.Name,
			Outlets: []string{fmt.Sprintf("Outlet %d", rng.IntN(60))}, First: articles.Date{Time: someDay.AddDate(0, 0, -rng.IntN(900))},
			Appearances: 1, Wordings: 1, Confidence: 0.9, Status: byMachine, Search: foldSearch(text),
		})
	}
	if err := d.store.Apply(b.Context(), c); err != nil {
		b.Fatal(err)
	}
	d.Close()
	return path
}

// BenchmarkList100k is the time from opening a dossier of 100,000 statements to its first list, BenchmarkSearch100k
// that of an answer to each key typed then.
func BenchmarkList100k(b *testing.B) {
	path := listed(b)
	for b.Loop() {
		d, err := Open(path, Options{ReadOnly: true})
		if err != nil {
			b.Fatal(err)
		}
		if n := len(rowsOf(b, d, Filter{})); n != 100_000 {
			b.Fatal(n)
		}
		d.Close()
	}
}

func BenchmarkSearch100k(b *testing.B) {
	d, err := Open(listed(b), Options{ReadOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	defer d.Close()
	rowsOf(b, d, Filter{Search: "x"})
	queries := []string{"b", "ba", "bado", "bado ki", "falk", "outlet 3", "nothing like it"}
	n := 0
	for b.Loop() {
		rowsOf(b, d, Filter{Search: queries[n%len(queries)]})
		n++
	}
}
