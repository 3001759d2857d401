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
