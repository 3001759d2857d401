package dossier

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"quotidian/articles"
	"quotidian/dossier/cores"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/quotes"
)

// Analysis is what analysing articles again under newer rules changed.
type Analysis struct {
	// Articles counts those looked at, Changed those in which other quotes were found.
	Articles, Changed int
	// Appeared, Vanished and Altered are quotes, by their words; Kept those that the rules no longer find and that
	// stay because a person decided about them.
	Appeared, Vanished, Kept []string
	Altered                  [][2]string
	// Failed are articles that the program could not read again for a mistake of its own: they keep the quotes that they had,
	// and stay [Dossier.Outdated].
	Failed []articles.Fault
	// Before and After count the statements.
	Before, After int
}

// Outdated gives the number of articles whose quotes were found under other rules than this program reads them by: by older ones, or
// before [Dossier.SetCareful].
func (d *Dossier) Outdated() (int, error) {
	careful, err := d.Careful()
	if err != nil {
		return 0, err
	}
	return d.OutdatedAs(careful)
}

// OutdatedAs gives the number of articles that are [Dossier.Outdated] once articles are read carefully, or quickly.
func (d *Dossier) OutdatedAs(careful bool) (int, error) {
	return d.store.CountOutdated(context.Background(), d.readingAs(careful).rules)
}

// Analyse finds the quotes of articles again that were read under other rules, or of all when all is set, and makes the
// joins anew when anything changed. What a person settled stands: a decision about a quote goes over to the one in its
// place, and where there is none the quote is kept. Every article is on disk before the next one, so an analysis that
// is cut off goes on where it was. progress may be nil.
func (d *Dossier) Analyse(ctx context.Context, all bool, progress func(done, of int)) (r Analysis, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	w, err := d.working(ctx)
	if err != nil {
		return r, err
	}
	now, err := d.reading(ctx)
	if err != nil {
		return r, err
	}
	a := &analysing{importing: importing{d: d, w: w, reading: now, settled: w.corpus.settledQuotes(w.history.Active)}, report: &r}
	r.Before = w.countStatements()
	err = a.run(ctx, a.due(all), progress)
	if a.changed {
		w.corpus.sort()
		w.stale = true
		if err2 := d.refold(context.WithoutCancel(ctx), w); err == nil {
			err = err2
		}
	}
	r.After = w.countStatements()
	return r, err
}

// due gives the articles to be analysed.
func (a *analysing) due(all bool) (ids []string) {
	for id, x := range a.w.corpus.articles {
		if all || x.Rules != a.reading.rules {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// run has all cores find the quotes of articles, and settles what they find one by one.
func (a *analysing) run(ctx context.Context, due []string, progress func(done, of int)) error {
	find := func(id string) reread { return a.find(ctx, id) }
	for f := range cores.InOrder(ctx, slices.Values(due), find) {
		if err := cmp.Or(ctx.Err(), f.err); err != nil {
			return err
		}
		if f.panicked != nil {
			a.report.Failed = append(a.report.Failed, articles.Broken(f.article.Read.Path, f.panicked))
		} else if err := a.settle(context.WithoutCancel(ctx), &f); err != nil {
			return err
		} else {
			a.report.Articles++
		}
		if progress != nil {
			progress(a.report.Articles+len(a.report.Failed), len(due))
		}
	}
	return ctx.Err()
}

func (w *work) countStatements() (n int) {
	for i := range w.corpus.quotes {
		if w.views.words.rootOf(i) == i {
			n++
		}
	}
	return n
}

// settledQuotes gives the quotes that decisions in force name.
func (c *corpus) settledQuotes(active []decision.Decision) map[string]bool {
	settled := map[string]bool{}
	for i := range active {
		for _, ref := range c.resolve(active[i].Refs()) {
			if kind, id, _ := decision.ParseRef(ref); kind == decision.ToQuote {
				settled[id] = true
			}
		}
	}
	return settled
}

// analysing is one run of Analyse.
type analysing struct {
	importing
	report *Analysis
}

// reread is an article with the quotes that were found in it again.
type reread struct {
	article  store.Article
	quotes   []store.Quote
	panicked any
	err      error
}

// find finds the quotes of an article, unless nobody waits for them any more. A panic costs that article only, as in an import.
func (a *analysing) find(ctx context.Context, id string) (f reread) {
	defer func() { f.panicked = recover() }()
	if f.article, f.err = a.d.store.Article(ctx, id); f.err == nil {
		f.quotes = records(id, f.article.Read.Text, a.reading.extract(&f.article.Read))
	}
	return f
}

// settle puts what was found in the place of what is there. Where that is the same only the version of the rules is noted.
func (a *analysing) settle(ctx context.Context, f *reread) error {
	id := f.article.ID
	all, err := quotesOf(ctx, a.d.store, id)
	if err != nil {
		return err
	}
	old, marked := []store.Quote{}, []store.Quote{}
	for _, q := range all {
		if q.Reason == quotes.ByHand {
			marked = append(marked, q)
		} else {
			old = append(old, q)
		}
	}
	f.article.Rules = a.reading.rules
	if toJSON(old) == toJSON(f.quotes) {
		a.w.corpus.articles[id].Rules = f.article.Rules
		return a.d.store.Ruled(ctx, id, f.article.Rules)
	}
	a.report.Changed++
	fresh, aliases := reconcile(a.settled, append(old, marked...), f.quotes, a.report)
	return a.exchange(ctx, id, f.article, fresh, aliases)
}

// reconcile says what became of the old quotes: aliases lead to those in their place; settled ones without such stay.
// report takes the account.
func reconcile(settled map[string]bool, old, fresh []store.Quote, report *Analysis) (qs []store.Quote, aliases map[string]string) {
	aliases, taken := map[string]string{}, map[string]bool{}
	has := func(id string) bool {
		return slices.ContainsFunc(fresh, func(q store.Quote) bool { return q.ID == id })
	}
	qs = fresh
	for _, q := range old {
		if has(q.ID) {
			taken[q.ID] = true
			continue
		}
		if heir := heirOf(&q, fresh); heir != nil && !corrects(&q, old) {
			aliases[q.ID], taken[heir.ID] = heir.ID, true
			report.Altered = append(report.Altered, [2]string{q.Words, heir.Words})
			continue
		}
		if settled[q.ID] {
			q.Place = len(qs)
			qs = append(qs, q)
			if q.Reason != quotes.ByHand {
				report.Kept = append(report.Kept, q.Words)
			}
			continue
		}
		report.Vanished = append(report.Vanished, q.Words)
	}
	for _, q := range fresh {
		if !taken[q.ID] {
			report.Appeared = append(report.Appeared, q.Words)
		}
	}
	return qs, aliases
}

// corrects reports whether a person marked a quote in the place of another, which the machine found or a person marked before: that
// such a one is found again is no news, and the person's bounds stand.
func corrects(q *store.Quote, among []store.Quote) bool {
	return q.Reason == quotes.ByHand && slices.ContainsFunc(among, func(x store.Quote) bool { return x.ID != q.ID && InPlace(x.Content, q.Content) })
}

// sharedWithHeir is the least share of the bytes of two quotes, of those that either has, that both have for one to be
// in the place of the other: what was decided about most of the words holds for the rest.
const sharedWithHeir = 0.5

// heirOf gives the quote that stands where q stood, nil when none does.
func heirOf(q *store.Quote, among []store.Quote) *store.Quote {
	best := slices.MaxFunc(append([]store.Quote{{}}, among...), func(x, y store.Quote) int {
		return cmp.Compare(shared(q.Content, x.Content), shared(q.Content, y.Content))
	})
	if !InPlace(q.Content, best.Content) {
		return nil
	}
	return &best
}

// InPlace reports whether one of two quotes of an article, given by their contents, stands in the place of the other.
func InPlace(a, b []articles.Span) bool { return shared(a, b) >= sharedWithHeir }

// shared is the part of the bytes of two contents that both have.
func shared(a, b []articles.Span) float64 {
	length, common := 0, 0
	for _, x := range slices.Concat(a, b) {
		length += x.End - x.Start
	}
	for _, x := range a {
		for _, y := range b {
			common += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	if length == common {
		return 0
	}
	return float64(common) / float64(length-common)
}

// foldAgain notes why views are made anew when a dossier is opened.
func (d *Dossier) foldAgain(before, after int, why string) {
	d.notes = append(d.notes, fmt.Sprintf("%s: the lists were made anew (%d statements, %d before)", why, after, before))
}
