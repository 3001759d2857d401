package dossier

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"quotidian/articles"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// growthSizes turns TestGrowth on: numbers of articles, in rising order.
var (
	growthSizes = flag.String("growth", "", "numbers of articles, as 1000,10000, for which TestGrowth prints a line of the table in docs/dossier.md")
	growthJoins = flag.Bool("growth.join", true, "whether TestGrowth compares quotes and names, which is most of the work of an import")
)

// TestGrowth fills one dossier step by step and measures at every size what a person waits for. The articles are those
// of the benchmarks, two of them in one, so that each has ten quotes.
func TestGrowth(t *testing.T) {
	if *growthSizes == "" {
		t.Skip("skipped: no -growth")
	}
	var sizes []int
	for part := range strings.SplitSeq(*growthSizes, ",") {
		n, err := strconv.Atoi(part)
		if err != nil {
			t.Fatal(err)
		}
		sizes = append(sizes, n)
	}
	all := tenQuotes(sizes[len(sizes)-1])
	path := filepath.Join(t.TempDir(), "g.dossier")
	have := 0
	for _, n := range sizes {
		start := time.Now()
		d := reopen(t, path)
		if *growthJoins {
			mustAdd(t, d, all[have:n]...)
		} else {
			addUnjoined(t, d, all[have:n])
		}
		d.Close()
		added := time.Since(start)
		t.Log(growthLine(t, path, n, fmt.Sprintf("%.0f/s", float64(n-have)/added.Seconds())))
		have = n
	}
}

// addUnjoined imports articles as Add does, but compares nothing: names that are spelled alike are one speaker, every
// quote is a statement. What is measured afterwards depends on the number of rows alone.
func addUnjoined(t *testing.T, d *Dossier, all []articles.Article) {
	t.Helper()
	ctx := t.Context()
	imp := &importing{d: d, w: &work{corpus: &corpus{articles: map[string]*store.Article{}}}}
	for i := range all {
		if _, err := imp.put(ctx, imp.record(&all[i]), handmade(&all[i])); err != nil {
			t.Fatal(err)
		}
	}
	c, err := loadCorpus(ctx, d.store)
	if err != nil {
		t.Fatal(err)
	}
	m := newMachine(c)
	for _, same := range m.byKey {
		for _, i := range same {
			id := m.mentions[i].id
			m.joined[id] = store.Joined{Item: id, Cluster: m.mentions[same[0]].id, Score: 1}
		}
	}
	for _, q := range c.quotes {
		m.joined[q.ID] = store.Joined{Item: q.ID, Cluster: q.ID, Score: 1}
	}
	m.prepare(c)
	before, err := loadRows(ctx, d.store)
	if err != nil {
		t.Fatal(err)
	}
	ch := change(before, fold(c, m, nil, newMemo()).rows())
	changeJoins(&ch, newMachine(c), m)
	ch.Marks = map[string]string{rulesMark: joinRules}
	if err := d.store.Apply(ctx, ch); err != nil {
		t.Fatal(err)
	}
}

func tenQuotes(n int) []articles.Article {
	half := generated(2 * n)
	all := make([]articles.Article, n)
	for i := range all {
		all[i] = half[2*i]
		all[i].Text += "\n" + half[2*i+1].Text
		all[i].Path = fmt.Sprint(i, ".txt")
	}
	return all
}

// growthLine measures a closed dossier and gives a line of the table.
func growthLine(t *testing.T, path string, n int, speed string) string {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	d, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	rows := rowsOf(t, d, Filter{})
	opened := time.Since(start)
	search := slowest(400, func(i int) {
		s := Search{Words: madeUp(uint64(i * i % 3000)), Limit: 100, Quotes: true}
		if i%3 == 0 {
			s.Outlet = "outlet 3"
		}
		if _, err := d.Find(s); err != nil {
			t.Fatal(err)
		}
	})
	filter := slowest(200, func(i int) { rowsOf(t, d, Filter{Search: madeUp(uint64(i * 7)), Speaker: "a"}) })
	d.Close()
	d = reopen(t, path)
	defer d.Close()
	rng := rand.New(rand.NewPCG(9, 9))
	note := func(int) {
		decide(t, d, decision.Decision{Kind: decision.Confirm, Targets: []string{string(rows[rng.IntN(len(rows))].ID)}})
	}
	start = time.Now()
	note(0)
	first := time.Since(start)
	decided := slowest(100, note)
	undone := slowest(100, func(int) {
		if _, err := d.Undo(); err != nil {
			t.Fatal(err)
		}
	})
	runtime.GC()
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	n10, err := d.Counts()
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("| %d | %d | %d MB | %s | %v | %v | %v | %v | %v | %v | %d MB |", n, n10.Quotes, info.Size()>>20, speed,
		short(opened), short(search), short(filter), short(first), short(decided), short(undone), mem.HeapAlloc>>20)
}

// slowest gives the time that 99 of 100 runs stay under.
func slowest(runs int, do func(i int)) time.Duration {
	took := make([]time.Duration, runs)
	for i := range took {
		start := time.Now()
		do(i)
		took[i] = time.Since(start)
	}
	slices.Sort(took)
	return took[runs*99/100-1]
}

func short(d time.Duration) time.Duration { return d.Round(100 * time.Microsecond) }
