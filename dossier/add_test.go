package dossier

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

func fault(path string) articles.Item {
	return articles.Item{Fault: &articles.Fault{Path: path, Reason: "not a page of text"}}
}

func found(a articles.Article) articles.Item { return articles.Item{Article: &a} }

// TestBalance: every input ends as added, already there or a fault, and nothing else.
func TestBalance(t *testing.T) {
	d := newDossier(t)
	empty := art("Post", "", " \n ")
	in := []articles.Item{found(port()[0]), fault("a.bin"), found(port()[1]), found(port()[0]), found(empty), fault("b.bin")}
	for i := range in {
		in[i].Done = float64(i+1) / float64(len(in))
	}
	var seen []Progress
	b, err := d.Add(context.Background(), slices.Values(in), func(p Progress) { seen = append(seen, p) })
	if err != nil {
		t.Fatal(err)
	}
	if b.Found != 6 || b.Added != 2 || b.Already != 1 || len(b.Faults) != 3 || !b.Holds() {
		t.Errorf("balance %+v", b)
	}
	if len(seen) != 7 || !seen[6].Joining || seen[5].Found != 6 {
		t.Errorf("%d steps of progress: %+v", len(seen), seen)
	}
	for i, p := range seen {
		if p.Done < float64(min(i+1, 6))/6 || p.Done > 1 {
			t.Errorf("step %d: %.2f done", i, p.Done)
		}
		if !p.Holds() {
			t.Errorf("on the way the balance does not hold: %+v", p)
		}
	}
	kept, err := d.Faults()
	if err != nil || len(kept) != 3 || kept[1].Path != "a.bin" || kept[0].Reason != "no text in it" {
		t.Errorf("faults kept: %+v %v", kept, err)
	}
}

// TestCancelled: whenever a person stops an import, before, while or after a group goes to the file, the balance and what
// was acknowledged are what the file holds.
func TestCancelled(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := newDossier(t)
		defer d.Close()
		stopAt := rapid.IntRange(1, 8).Draw(r, "stop at")
		acknowledged := rapid.Bool().Draw(r, "once it is acknowledged")
		ctx, stop := context.WithCancel(context.Background())
		defer stop()
		in := func(yield func(articles.Item) bool) {
			for i := range 10 {
				if i == stopAt && !acknowledged {
					stop()
				}
				a := port()[0]
				a.Text += fmt.Sprintf(" Edition %d.", i)
				if !yield(found(a)) {
					return
				}
			}
		}
		last := 0
		b, err := d.Add(ctx, in, func(p Progress) {
			last = p.Found
			if acknowledged && p.Found == stopAt {
				stop()
			}
		})
		inTime := b.Added <= stopAt
		if acknowledged {
			inTime = b.Added >= stopAt
		}
		if !errors.Is(err, context.Canceled) || !b.Holds() || b.Added != last || !inTime {
			r.Fatalf("%+v after %d acknowledged, %v", b, last, err)
		}
		infos, err := d.Articles()
		if err != nil || len(infos) != b.Added {
			r.Fatalf("%d articles for %+v, %v", len(infos), b, err)
		}
		if b.Added == 0 {
			return
		}
		if row := find(t, d, "harbour"); row.Appearances != b.Added {
			r.Fatalf("%d appearances of %d", row.Appearances, b.Added)
		}
	})
}

// TestGroups: a source that yields now and then has each article acknowledged before the next one comes; one that yields
// at once has them in few transactions, in its order, and never more than one group ahead.
func TestGroups(t *testing.T) {
	d := newDossier(t)
	const slow, fast = 3, 3 * groupItems
	acknowledged := make(chan string, slow+fast)
	in := func(yield func(articles.Item) bool) {
		for i := range slow + fast {
			if !yield(fault(fmt.Sprint(i))) {
				return
			}
			if i >= slow {
				continue
			}
			select {
			case path := <-acknowledged:
				if path != fmt.Sprint(i) {
					t.Errorf("acknowledged %s, not %d", path, i)
				}
			case <-time.After(10 * time.Second):
				t.Error("a source that waits is not acknowledged")
			}
		}
	}
	before, err := d.store.Version(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Add(t.Context(), in, func(p Progress) { acknowledged <- p.Path }); err != nil {
		t.Fatal(err)
	}
	for i := range fast {
		if path := <-acknowledged; path != fmt.Sprint(slow+i) {
			t.Fatalf("acknowledged %s as number %d", path, slow+i)
		}
	}
	after, err := d.store.Version(t.Context())
	if writes := after - before; err != nil || writes < slow+fast/groupItems || writes > slow+fast/8 {
		t.Errorf("%d transactions for %d items, %v", writes, slow+fast, err)
	}
}

// TestPanicCostsOneArticle: a mistake of ours in one article is a fault of that article.
func TestPanicCostsOneArticle(t *testing.T) {
	extract := func(a *articles.Article) []attribution.Quote {
		if strings.Contains(a.Text, "tired") {
			panic("out of range")
		}
		return handmade(a)
	}
	d, err := open(filepath.Join(t.TempDir(), "p.dossier"), Options{Create: true}, extract, extract)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	b := mustAdd(t, d, port()...)
	if b.Added != 2 || len(b.Faults) != 1 || !strings.Contains(b.Faults[0].Reason, "internal error") || b.Faults[0].Path != "Evening Star.txt" {
		t.Errorf("%+v", b)
	}
}

// TestHostileText: an article with everything that files may hold comes back as it was.
func TestHostileText(t *testing.T) {
	d := newDossier(t)
	a := art("Po\x00st\n'; DROP TABLE article;--", "", "\x00 nul \u202e bidi \ufeff \"The \x00 harbour,\" said Dana Orlova.\r\n"+strings.Repeat("x ", 1<<20))
	a.Title = "\x00\U0010ffff"
	mustAdd(t, d, a)
	infos, err := d.Articles()
	if err != nil || len(infos) != 1 {
		t.Fatal(infos, err)
	}
	page, err := d.Article(infos[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if page.Text != a.Text || page.Title != a.Title || page.Outlet.Name != a.Outlet.Name {
		t.Error("the article came back changed")
	}
	s, err := d.Statement(page.Appearances[0].Statement)
	if err != nil || s.Text != "\"The \x00 harbour,\"" || s.Appearances[0].Article.Outlet.Name != a.Outlet.Name {
		t.Errorf("%+v %v", s, err)
	}
}

// TestSameWordsInTwoOutlets: agency copy carried twice is two articles of one statement, and a copy whose outlet is
// known takes the place of one whose outlet was guessed, with all that was decided about it.
func TestSameWordsInTwoOutlets(t *testing.T) {
	d := newDossier(t)
	guessed := port()[0]
	guessed.Outlet = articles.Outlet{Name: "scan", From: "file name"}
	mustAdd(t, d, guessed)
	old := find(t, d, "harbour")
	decide(t, d, decision.Decision{Kind: decision.Confirm, Targets: []string{string(old.ID)}})
	infos, err := d.Articles()
	if err != nil {
		t.Fatal(err)
	}
	decide(t, d, decision.Decision{Kind: decision.Date, Targets: []string{string(infos[0].ID)}, Value: "2031-05-01"})

	known, second := port()[0], port()[0]
	second.Outlet.Name = "Second Sheet"
	if b := mustAdd(t, d, known); b.Already != 1 {
		t.Errorf("the copy with a known outlet: %+v", b)
	}
	row := find(t, d, "harbour")
	if row.Status != confirmed || row.FirstOutlet != "Morning Post" || row.First.String() != "2031-05-01" {
		t.Errorf("after the outlet became known: %+v", row)
	}
	if b := mustAdd(t, d, second); b.Added != 1 {
		t.Errorf("another outlet: %+v", b)
	}
	if b := mustAdd(t, d, guessed); b.Already != 1 {
		t.Errorf("the guessed one again: %+v", b)
	}
	if s, err := d.Statement(old.ID); err != nil || len(s.Appearances) != 2 {
		t.Errorf("by its old id: %d appearances, %v", len(s.Appearances), err)
	}
}

// TestReader: a reader beside the writer sees what the writer did, and can do nothing.
func TestReader(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()[0])
	r, err := Open(d.Path(), Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	before := rowsOf(t, r, Filter{})
	mustAdd(t, d, port()[1])
	if after := rowsOf(t, r, Filter{}); len(after) <= len(before) {
		t.Errorf("%d statements before, %d after", len(before), len(after))
	}
	if snapshot(t, r) != snapshot(t, d) {
		t.Error("reader and writer see different dossiers")
	}
	if _, err := r.Decide(decision.Decision{Kind: decision.Note, Targets: []string{string(before[0].ID)}}); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("a reader decided: %v", err)
	}
	_, err = Open(d.Path(), Options{})
	var held *store.Held
	if !errors.As(err, &held) || !strings.Contains(err.Error(), "ana") {
		t.Errorf("a second writer: %v", err)
	}
}

// TestStaleViewsAreMended: a program that ended between an import and its joins leaves views behind; the next
// writer folds them.
func TestStaleViewsAreMended(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()[0])
	imp := newImporting(d, d.work, d.quickly)
	a := port()[1]
	if err := imp.run(context.Background(), items(a)); err != nil { // the first half of Add
		t.Fatal(err)
	}
	d.Close()
	read, err := Open(d.Path(), Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if joined, err := read.Joined(); joined || err != nil || !slices.Contains(read.Notes(), unjoined) {
		t.Errorf("a reader is not told that articles are missing: %v, %v, %q", joined, err, read.Notes())
	}
	read.Close()
	again := reopen(t, d.Path())
	if row := find(t, again, "harbour"); row.Appearances != 2 {
		t.Errorf("%+v", row)
	}
}
