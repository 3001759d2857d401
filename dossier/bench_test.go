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

// generated makes n articles of some five quotes each, written by outlets that copy, trim and re-word each other
// about a few hundred stories, so that there is something to join.
func generated(n int) []articles.Article {
	rng := rand.New(rand.NewPCG(7, 7))
	word := func() string { return vocabulary[rng.IntN(len(vocabulary))] }
	name := func(i int) string { return givens[i%len(givens)] + " " + surnames[(i/len(givens))%len(surnames)] }
	said := make([]string, n)
	for i := range said {
		words := make([]string, 8+rng.IntN(12))
		for k := range words {
			words[k] = word()
		}
		said[i] = strings.Join(words, " ")
	}
	all := make([]articles.Article, n)
	for i := range all {
		var b strings.Builder
		for range 5 {
			s := rng.IntN(len(said))
			fmt.Fprintf(&b, "\"The %s,\" said %s. Then the %s %s %s in the %s.\n", said[s], name(s), word(), word(), word(), word())
		}
		fmt.Fprintf(&b, "Report %d.", i)
		day := time.Date(2031, 1, 1+rng.IntN(28), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		all[i] = art(fmt.Sprintf("Outlet %d", rng.IntN(60)), day, b.String())
		all[i].Path = fmt.Sprintf("%d.txt", i)
	}
	return all
}

var (
	givens     = strings.Fields("Ana Bela Ciro Dana Emil Fani Goran Hana Ivo Jana Karl Lena Marek Nina Oto Petra Rada Simon Tea Uros")
	surnames   = strings.Fields("Falk Brandt Orlova Tolnai Lind Marsh Novik Okafor Prado Quist Rossi Sato Tamm Ueda Varga Weiss Yilmaz Zeller Adler Blum")
	vocabulary = strings.Fields(`harbour bridge ticket winter spring council water price school nurse driver road
		market festival engine garden border treaty signal copper forest ferry library museum tunnel budget salary
		closed opened raised doubled delayed promised refused signed built sold painted moved counted measured slowly
		quickly never always soon again today tomorrow without beyond under against between before after during`)
)

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
