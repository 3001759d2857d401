package dossier

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"quotidian/articles"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/internal/scale"
)

// growthSizes turns TestGrowth on: numbers of articles.
var (
	growthSizes = flag.String("growth", "", "numbers of articles, as 1000,10000, for which TestGrowth prints a line of the table in docs/dossier.md")
	growthJoins = flag.Bool("growth.join", true, "whether TestGrowth compares quotes and names, which is most of the work of an import")
	growthDir   = flag.String("growth.dir", "", "where TestGrowth keeps its dossiers, to measure them again later")
)

// TestGrowth fills a dossier of every size and measures what a person waits for. The articles are those of the
// benchmarks, two of them in one, so that each has ten quotes.
func TestGrowth(t *testing.T) {
	sizes := scale.Sizes(t, "growth", *growthSizes)
	dir := *growthDir
	if dir == "" {
		dir = t.TempDir()
	}
	for _, n := range sizes {
		path := filepath.Join(dir, fmt.Sprint(n, ".dossier"))
		speed := "kept"
		if _, err := os.Stat(path); err != nil {
			start := time.Now()
			fill(t, path, tenQuotes(n))
			speed = fmt.Sprintf("%.0f/s", float64(n)/time.Since(start).Seconds())
		}
		t.Log(growthLine(t, path, n, speed))
	}
}

// fill makes a dossier of articles; one that was not made to its end is gone.
func fill(t *testing.T, path string, all []articles.Article) {
	part := path + ".part"
	if err := os.RemoveAll(part); err != nil {
		t.Fatal(err)
	}
	d := reopen(t, part)
	if *growthJoins {
		mustAdd(t, d, all...)
	} else {
		addUnjoined(t, d, all)
	}
	d.Close()
	if err := os.Rename(part, path); err != nil {
		t.Fatal(err)
	}
}

// addUnjoined imports articles as Add does, but compares nothing: names that are spelled alike are one speaker, every
// quote is a statement. What is measured afterwards depends on the number of rows alone.
func addUnjoined(t *testing.T, d *Dossier, all []articles.Article) {
	t.Helper()
	ctx := t.Context()
	imp := newImporting(d, &work{corpus: &corpus{articles: map[string]*store.Article{}}}, d.quickly)
	for i := range all {
		a := imp.record(&all[i])
		if err := imp.put(ctx, a, records(a.ID, a.Read.Text, handmade(&all[i]))); err != nil {
			t.Fatal(err)
		}
	}
	if err := imp.commit(ctx); err != nil {
		t.Fatal(err)
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
	d, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	rows, _ := firstPage(t, d, Filter{})
	first := time.Since(start)
	start = time.Now()
	if err := d.Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	warm := time.Since(start)
	reads := readingTimes(t, d)
	rng := rand.New(rand.NewPCG(9, 9))
	decided := slowest(100, func(int) {
		decide(t, d, decision.Decision{Kind: decision.Confirm, Targets: []string{string(rows[rng.IntN(len(rows))].ID)}})
	})
	undone := slowest(100, func(int) {
		if _, err := d.Undo(); err != nil {
			t.Fatal(err)
		}
	})
	memory := scale.Live()
	counts, err := d.Counts()
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("| %d | %d | %d MB | %s | %v | %v | %s | %v | %v | %d MB |", n, counts.Quotes, info.Size()>>20, speed,
		short(first), short(warm), reads, short(decided), short(undone), memory>>20)
}

// readingTimes are those of a filter, of a list narrowed by letters as they are typed, and of a search of the texts.
func readingTimes(t *testing.T, d *Dossier) string {
	filter := slowest(200, func(i int) {
		firstPage(t, d, []Filter{{Outlet: fmt.Sprint("outlet ", i%60)}, {Speaker: madeUpName(40 * i)}, {Since: someDay, Thought: true}}[i%3])
	})
	typed := slowest(400, func(i int) {
		word := madeUp(uint64(i * i % 3000))
		firstPage(t, d, Filter{Search: word[:min(len(word), 1+i%len(word))]})
	})
	search := slowest(400, func(i int) {
		s := Search{Words: madeUp(uint64(i * i % 3000)), Limit: 100, Quotes: true}
		if i%3 == 0 {
			s.Outlet = "outlet 3"
		}
		if _, err := d.Find(s); err != nil {
			t.Fatal(err)
		}
	})
	return fmt.Sprintf("%v | %v | %v", short(filter), short(typed), short(search))
}

// firstPage reads the rows that a window shows first.
func firstPage(t *testing.T, d *Dossier, f Filter) (rows []StatementRow, total int) {
	rows, total, err := d.Page(f, 200)
	if err != nil {
		t.Fatal(err)
	}
	return rows, total
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
