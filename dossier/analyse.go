package dossier

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"quotidian/articles"
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
	// Before and After count the statements.
	Before, After int
}

// Outdated gives the number of articles whose quotes were found under other rules than those of this program.
func (d *Dossier) Outdated() (n int, err error) {
	list, err := d.store.Articles(context.Background())
	for i := range list {
		if list[i].Rules != d.rules {
			n++
		}
	}
	return n, err
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
	a := &analysing{importing: importing{d: d, w: w, settled: w.corpus.settledQuotes(w.history.Active)}, report: &r}
	r.Before = w.countStatements()
	var due []string
	for id, x := range w.corpus.articles {
		if all || x.Rules != d.rules {
			due = append(due, id)
		}
	}
	slices.Sort(due)
	for i, id := range due {
		if err = ctx.Err(); err == nil {
			err = a.article(context.WithoutCancel(ctx), id)
		}
		if err != nil {
			break
		}
		r.Articles++
		if progress != nil {
			progress(i+1, len(due))
		}
	}
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

// article analyses one article again. Where the same quotes are found only the version of the rules is noted.
func (a *analysing) article(ctx context.Context, id string) error {
	x, err := a.d.store.Article(ctx, id)
	if err != nil {
		return err
	}
	old, marked := []store.Quote{}, []store.Quote{}
	for q, err := range a.d.store.Quotes(ctx, id) {
		switch {
		case err != nil:
			return err
		case q.Reason == quotes.ByHand:
			marked = append(marked, q)
		default:
			old = append(old, q)
		}
	}
	fresh := records(id, x.Read.Text, a.d.extract(&x.Read))
	x.Rules = a.d.rules
	if toJSON(old) == toJSON(fresh) {
		a.w.corpus.articles[id].Rules = x.Rules
		return a.d.store.Ruled(ctx, id, x.Rules)
	}
	a.report.Changed++
	fresh, aliases := reconcile(a.settled, append(old, marked...), fresh, a.report)
	return a.exchange(ctx, id, x, fresh, aliases)
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
