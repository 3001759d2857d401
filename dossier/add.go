package dossier

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

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
	// Done is the share of the inputs that is read, from 0 to 1; 0 where it is not known.
	Done float64
	// Joining is true once all inputs are read and the joins across articles are being made.
	Joining bool
}

// Add reads items to their end and adds every article that the dossier does not hold yet; then the joins across
// articles are made again. progress, which may be nil, is called from one goroutine for every item, once that is on disk.
//
// Articles reach the disk in groups, see [group]; an article is there whole, with its quotes, or not at all. Who reads
// meanwhile sees them as they come; a decision waits for the end.
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
	r, err := d.reading(ctx)
	if err != nil {
		return Balance{}, err
	}
	imp := newImporting(d, w, r)
	imp.progress = progress
	err = imp.run(ctx, items)
	if imp.changed {
		imp.report("", true)
		w.corpus.sort()
		w.stale = true
		if err2 := d.refold(context.WithoutCancel(ctx), w); err == nil && err2 != nil {
			err = fmt.Errorf("the articles are kept; what they say is joined when the dossier is opened again: %w", err2)
		}
	}
	return imp.balance, err
}

// importing is one run of Add.
type importing struct {
	d        *Dossier
	w        *work
	reading  reading
	balance  Balance
	changed  bool
	progress func(Progress)
	group    group
	reached  float64 // the share of the inputs up to the newest item of the group
	// held are the articles of the dossier and of the group, by content.
	held map[string][]held
	// settled are the quotes that decisions in force name; nil until it is asked for.
	settled map[string]bool
}

// held is an article that is there: its id, and whether its outlet was guessed.
type held struct {
	id      string
	guessed bool
}

func newImporting(d *Dossier, w *work, r reading) *importing {
	imp := &importing{d: d, w: w, reading: r, held: make(map[string][]held, len(w.corpus.articles))}
	for _, a := range w.corpus.articles {
		imp.hold(a)
	}
	return imp
}

func (imp *importing) hold(a *store.Article) {
	imp.held[a.Content] = append(imp.held[a.Content], held{a.ID, a.Read.Outlet.Guessed()})
}

// job is one item on its way: workers fill article and quotes, or panicked, and close done.
type job struct {
	item     articles.Item
	article  store.Article
	quotes   []store.Quote
	panicked any
	done     chan struct{}
}

// run lets workers find the quotes of several articles at once and settles the results in the order of items.
// It returns after every goroutine it started has ended.
func (imp *importing) run(ctx context.Context, items iter.Seq[articles.Item]) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	jobs, queue, ready := make(chan *job, handed), make(chan *job, waiting), make(chan *job, handed)
	room := newRoom(inFlight)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for j := range jobs {
				imp.analyse(ctx, j)
			}
		})
	}
	wg.Go(func() {
		defer close(ready)
		for j := range queue {
			<-j.done
			ready <- j
		}
	})
	wg.Go(func() { imp.settleAll(ctx, ready, room, stop) })
	for item := range items {
		j := &job{item: item, done: make(chan struct{})}
		room.take(j.size())
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

// size is what a job takes of the memory that all may take together, in bytes of text.
func (j *job) size() int {
	if j.item.Article == nil {
		return 0
	}
	return len(j.item.Article.Text)
}

// analyse finds the quotes of an article, unless nobody waits for them any more. A panic there is a mistake of ours that one
// article brought to light; it costs that article, not the import.
func (imp *importing) analyse(ctx context.Context, j *job) {
	defer close(j.done)
	if j.item.Article == nil || ctx.Err() != nil {
		return
	}
	defer func() { j.panicked = recover() }()
	j.article = imp.record(j.item.Article)
	j.quotes = records(j.article.ID, j.article.Read.Text, imp.reading.extract(j.item.Article))
}

// settleAll takes the results as they come and commits them in groups. Once ctx has ended they are dropped: what was not
// committed was not found, as far as the account goes.
func (imp *importing) settleAll(ctx context.Context, ready <-chan *job, room *room, stop func(error)) {
	work := context.WithoutCancel(ctx)
	var due <-chan time.Time
	for open := true; open; {
		var err error
		select {
		case j, more := <-ready:
			open = more
			switch {
			case ctx.Err() != nil:
			case !more:
				err = imp.commit(work)
			default:
				err = imp.settle(work, j)
			}
			if more {
				room.giveBack(j.size())
			}
		case <-due:
			due = nil
			if ctx.Err() == nil {
				err = imp.commit(work)
			}
		}
		switch {
		case err != nil:
			stop(err)
		case imp.group.empty():
			due = nil
		case due == nil && ctx.Err() == nil:
			due = time.After(groupTime)
		}
	}
}

// settle decides what becomes of one item, and commits the group when that makes it full.
func (imp *importing) settle(ctx context.Context, j *job) error {
	fault := func(path, reason string) { imp.fault(articles.Fault{Path: path, Reason: reason}) }
	imp.reached = j.item.Done
	switch a := j.item.Article; {
	case j.item.Fault != nil:
		imp.fault(*j.item.Fault)
	case j.panicked != nil:
		imp.fault(articles.Broken(a.Path, j.panicked))
	case strings.TrimSpace(a.Text) == "":
		fault(a.Path, "no text in it")
	default:
		j.article.Added = imp.d.now()
		return imp.put(ctx, j.article, j.quotes)
	}
	return imp.commitFull(ctx)
}

func (imp *importing) fault(f articles.Fault) {
	imp.group.entries = append(imp.group.entries, store.Entry{Fault: store.Fault{Fault: f, At: imp.d.now()}})
	imp.group.settled = append(imp.group.settled, outcome{path: f.Path, fault: &f})
}

func (imp *importing) report(path string, joining bool) {
	if imp.progress != nil {
		imp.progress(Progress{Balance: imp.balance, Path: path, Done: imp.reached, Joining: joining})
	}
}

// put adds an article to the group unless the dossier holds it. The same words carried by two outlets are two articles:
// that is how one agency's copy shows. A copy whose outlet is only guessed from a file name is no news beside
// one whose outlet is known, and gives way to it when it was there first; so the order does not matter.
func (imp *importing) put(ctx context.Context, a store.Article, qs []store.Quote) error {
	there := outcome{path: a.Read.Path, misread: misread(&a.Read)}
	for _, c := range imp.held[a.Content] {
		switch {
		case c.id == a.ID || a.Read.Outlet.Guessed():
			imp.group.settled = append(imp.group.settled, there)
			return imp.commitFull(ctx)
		case c.guessed:
			if err := imp.replace(ctx, c.id, a, qs); err != nil {
				return err
			}
			imp.group.settled = append(imp.group.settled, there)
			return imp.commit(ctx) // it is on disk, so it counts
		}
	}
	imp.hold(&a)
	imp.group.take(&a, qs)
	return imp.commitFull(ctx)
}

// contentHash tells the words of articles apart: the SHA-256 of title and text, in hex.
func contentHash(read *articles.Article) string {
	sum := sha256.Sum256([]byte(read.Title + "\x00" + read.Text))
	return hex.EncodeToString(sum[:])
}

// record is the article as the dossier keeps it, but for the time at which it was added. Its id comes from its words and,
// where it is known, its outlet.
func (imp *importing) record(read *articles.Article) store.Article {
	a := store.Article{Read: *read, Content: contentHash(read), Words: words(read.Text), Rules: imp.reading.rules}
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

// replace puts a in the place of its copy old. The words are the same, but the quotes may have been found under other rules: what
// was decided about them goes over as it does when an article is analysed again. It is a transaction of its own: the copy may be one
// of the group, which goes to the file before.
func (imp *importing) replace(ctx context.Context, old string, a store.Article, qs []store.Quote) error {
	if err := imp.commit(ctx); err != nil {
		return err
	}
	had, err := quotesOf(ctx, imp.d.store, old)
	if err != nil {
		return err
	}
	qs, aliases := imp.carry(had, &a, qs)
	aliases[old] = a.ID
	imp.held[a.Content] = slices.DeleteFunc(imp.held[a.Content], func(h held) bool { return h.id == old })
	imp.hold(&a)
	return imp.exchange(ctx, old, a, qs, aliases)
}

// exchange puts an article in the place of old, in the file and in memory.
func (imp *importing) exchange(ctx context.Context, old string, a store.Article, qs []store.Quote, aliases map[string]string) error {
	if err := imp.d.store.ReplaceArticle(ctx, old, a, qs, aliases); err != nil {
		return err
	}
	imp.w.corpus.remove(old)
	imp.w.corpus.add(a, qs)
	imp.w.corpus.lead(aliases, a.ID, qs)
	imp.changed = true
	return nil
}

// carry says what becomes of the quotes of a copy of a, in whose place those of a stand, see [reconcile]: the same words have
// another id in each copy.
func (imp *importing) carry(old []store.Quote, a *store.Article, fresh []store.Quote) (qs []store.Quote, aliases map[string]string) {
	if imp.settled == nil {
		imp.settled = imp.w.corpus.settledQuotes(imp.w.history.Active)
	}
	here, settled := slices.Clone(old), map[string]bool{}
	for i := range here {
		q := &here[i]
		q.ID, q.Article = q.Quote.ID(a.ID), a.ID
		settled[q.ID] = imp.settled[old[i].ID]
	}
	qs, heirs := reconcile(settled, here, fresh, &Analysis{})
	aliases = map[string]string{}
	for i := range here {
		now := cmp.Or(heirs[here[i].ID], here[i].ID)
		if now != old[i].ID && slices.ContainsFunc(qs, func(q store.Quote) bool { return q.ID == now }) {
			aliases[old[i].ID] = now
			imp.settled[now] = imp.settled[now] || imp.settled[old[i].ID]
		}
	}
	return qs, aliases
}
