package dossier

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"sync"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// Progress is where an import stands.
type Progress struct {
	// Balance is the account so far; Faults is shared with the final one and must not be changed.
	Balance
	// Path is the input dealt with last.
	Path string
	// Joining is true once all inputs are read and the joins across articles are being made.
	Joining bool
}

// Add reads items to their end and adds every article that the dossier does not hold yet. Each article is on
// disk, with its quotes, before the next one is; then the joins across articles are made again. progress, which
// may be nil, is called from one goroutine after every item.
//
// Who reads meanwhile sees the articles as they come; a decision waits for the end.
//
// The balance holds whatever happens: when ctx ends, or an error of the file ends the import, it accounts for
// the items dealt with until then, and these stay.
func (d *Dossier) Add(ctx context.Context, items iter.Seq[articles.Item], progress func(Progress)) (Balance, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	w, err := d.working(ctx)
	if err != nil {
		return Balance{}, err
	}
	imp := &importing{d: d, w: w, progress: progress}
	err = imp.run(ctx, items)
	if imp.changed {
		imp.report("", true)
		w.corpus.sort()
		w.stale = true
		if err2 := d.refold(context.WithoutCancel(ctx), w); err == nil {
			err = err2
		}
	}
	return imp.balance, err
}

// importing is one run of Add.
type importing struct {
	d        *Dossier
	w        *work
	balance  Balance
	changed  bool
	progress func(Progress)
}

// job is one item on its way: workers fill quotes or panicked and close done.
type job struct {
	item     articles.Item
	quotes   []attribution.Quote
	panicked any
	done     chan struct{}
}

// run lets workers find the quotes of several articles at once and commits the results in the order of items.
// It returns after every goroutine it started has ended.
func (imp *importing) run(ctx context.Context, items iter.Seq[articles.Item]) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	workers := runtime.GOMAXPROCS(0)
	jobs, queue := make(chan *job), make(chan *job, 2*workers)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range jobs {
				imp.analyse(j)
			}
		})
	}
	wg.Go(func() {
		for j := range queue {
			<-j.done
			if ctx.Err() != nil {
				continue // what was not committed was not found, as far as the account goes
			}
			if err := imp.settle(context.WithoutCancel(ctx), j); err != nil {
				stop(err)
			}
		}
	})
	for item := range items {
		j := &job{item: item, done: make(chan struct{})}
		select {
		case jobs <- j:
			queue <- j
			continue
		case <-ctx.Done():
		}
		break
	}
	close(jobs)
	close(queue)
	wg.Wait()
	return context.Cause(ctx)
}

// analyse finds the quotes of an article. A panic there is a mistake of ours that one article brought to light;
// it costs that article, not the import.
func (imp *importing) analyse(j *job) {
	defer close(j.done)
	if j.item.Article == nil {
		return
	}
	defer func() { j.panicked = recover() }()
	j.quotes = imp.d.extract(j.item.Article)
}

// settle commits one item and enters it in the account.
func (imp *importing) settle(ctx context.Context, j *job) error {
	switch {
	case j.item.Fault != nil:
		return imp.fault(ctx, *j.item.Fault)
	case j.panicked != nil:
		return imp.fault(ctx, articles.Fault{
			Path:   j.item.Article.Path,
			Reason: fmt.Sprintf("internal error while looking for quotes: %v", j.panicked),
		})
	case strings.TrimSpace(j.item.Article.Text) == "":
		return imp.fault(ctx, articles.Fault{Path: j.item.Article.Path, Reason: "no text in it"})
	}
	added, err := imp.article(ctx, j)
	if err != nil {
		return err
	}
	imp.balance.Found++
	if added {
		imp.balance.Added++
	} else {
		imp.balance.Already++
	}
	imp.report(j.item.Article.Path, false)
	return nil
}

func (imp *importing) fault(ctx context.Context, f articles.Fault) error {
	if err := imp.d.store.AddFault(ctx, store.Fault{Fault: f, At: imp.d.now()}); err != nil {
		return err
	}
	imp.balance.Found++
	imp.balance.Faults = append(imp.balance.Faults, f)
	imp.report(f.Path, false)
	return nil
}

func (imp *importing) report(path string, joining bool) {
	if imp.progress != nil {
		imp.progress(Progress{Balance: imp.balance, Path: path, Joining: joining})
	}
}

// article adds an article unless the dossier holds it. The same words carried by two outlets are two articles:
// that is how one agency's copy shows. A copy whose outlet is only guessed from a file name is no news beside
// one whose outlet is known, and gives way to it when it was there first; so the order does not matter.
func (imp *importing) article(ctx context.Context, j *job) (added bool, err error) {
	return imp.put(ctx, imp.record(j.item.Article), j.quotes)
}

// put adds an article as the dossier keeps it, with the quotes found in it.
func (imp *importing) put(ctx context.Context, a store.Article, found []attribution.Quote) (added bool, err error) {
	copies, err := imp.d.store.Copies(ctx, a.Content)
	if err != nil {
		return false, err
	}
	guessed := a.Read.Outlet.Guessed()
	for _, c := range copies {
		switch {
		case c.ID == a.ID || guessed:
			return false, nil
		case c.Read.Outlet.Guessed():
			return false, imp.replace(ctx, c.ID, a, found)
		}
	}
	qs := records(a.ID, a.Read.Text, found)
	if err := imp.d.store.AddArticle(ctx, a, qs); err != nil {
		return false, err
	}
	imp.w.corpus.add(a, qs)
	imp.changed = true
	return true, nil
}

// contentHash tells the words of articles apart: the SHA-256 of title and text, in hex.
func contentHash(read *articles.Article) string {
	sum := sha256.Sum256([]byte(read.Title + "\x00" + read.Text))
	return hex.EncodeToString(sum[:])
}

// record is the article as the dossier keeps it. Its id comes from its words and, where it is known, its
// outlet.
func (imp *importing) record(read *articles.Article) store.Article {
	a := store.Article{
		Read: *read, Content: contentHash(read), Added: imp.d.now(),
		Words: words(read.Text), Rules: imp.d.rules,
	}
	outlet := ""
	if !read.Outlet.Guessed() {
		outlet = decision.Key(read.Outlet.Name)
	}
	sum := sha256.Sum256([]byte(a.Content + "\x00" + outlet))
	a.ID = hex.EncodeToString(sum[:8])
	return a
}

// records are the quotes as the dossier keeps them. A quote with the very content of another is left out.
func records(article, text string, found []attribution.Quote) []store.Quote {
	qs := make([]store.Quote, 0, len(found))
	seen := make(map[string]bool, len(found))
	for _, q := range found {
		id := q.ID(article)
		if seen[id] {
			continue
		}
		seen[id] = true
		qs = append(qs, store.Quote{ID: id, Article: article, Place: len(qs), Quote: q, Words: q.Text(text)})
	}
	return qs
}

// replace puts a in the place of its copy old. The words are the same, so every quote has its successor.
func (imp *importing) replace(ctx context.Context, old string, a store.Article, found []attribution.Quote) error {
	qs := records(a.ID, a.Read.Text, found)
	aliases := map[string]string{old: a.ID}
	for i := range qs {
		aliases[qs[i].Quote.ID(old)] = qs[i].ID
	}
	if err := imp.d.store.ReplaceArticle(ctx, old, a, qs, aliases); err != nil {
		return err
	}
	imp.w.corpus.remove(old)
	imp.w.corpus.add(a, qs)
	imp.w.corpus.lead(aliases, a.ID, qs)
	imp.changed = true
	return nil
}
