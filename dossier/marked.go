package dossier

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/matching/variant"
	"quotidian/quotes"
)

// A quote that the machine missed and a person marked stands among the quotes of its article as long as the decision is
// in force, and nowhere else: [Dossier.takeByHand] puts what the log says there, and takes away what it no longer says.
// So the joins see it as they see every quote, and without the decision the dossier is what the machine made of it.

// Missed gives the reference that a decision [decision.MissedQuote] names: the quote that a person means by a place of
// an article, in bytes of its text, see [quotes.Marked].
func (d *Dossier) Missed(id ArticleID, at articles.Span) (ref string, err error) {
	a, err := d.store.Article(context.Background(), string(id))
	if err != nil {
		return "", err
	}
	q, ok := quotes.Marked(a.Read.Text, at)
	if !ok {
		return "", errors.New("no words there: mark what was said, with its quotation marks")
	}
	return decision.Passage(string(id), q.Content), nil
}

// marking is a quote that a person marked: where, and who said it, "" when nobody is known.
type marking struct {
	article string
	quotes.Quote
	// id is that of the quote, old the one it had when the article went by another id.
	id, old string
	name    string
}

// marked reads a passage; articles and quotes that went are led to those in their place. Only its content is known yet.
func (c *corpus) marked(passage string) *marking {
	article, content, _ := decision.ParsePassage(passage)
	m := &marking{article: cmp.Or(c.aliases[article], article)}
	m.Content = content
	m.id, m.old = m.ID(m.article), m.ID(article)
	m.id = cmp.Or(c.aliases[m.id], m.id)
	return m
}

// ref is the reference to the quote.
func (m *marking) ref() string { return decision.Ref(decision.ToQuote, m.id) }

// markings gives what decisions in force mark, by article and quote. Of two decisions about one passage the newer holds;
// passages in articles that are not there, and those where the machine finds a quote by now, are left out.
func (c *corpus) markings(active []decision.Decision) map[string]map[string]*marking {
	all := map[string]map[string]*marking{}
	for i := range active {
		for _, ref := range active[i].Targets {
			kind, passage, _ := decision.ParseRef(ref)
			if active[i].Kind != decision.MissedQuote || kind != decision.ToPassage {
				continue
			}
			m := c.marked(passage)
			m.name = active[i].Value
			q := c.find(m.id)
			if c.articles[m.article] == nil || q != nil && q.Reason != quotes.ByHand {
				continue
			}
			if all[m.article] == nil {
				all[m.article] = map[string]*marking{}
			}
			all[m.article][m.id] = m
		}
	}
	return all
}

// cover drops what gives way to words that a person marked: what the machine found inside of them, which would be counted beside them,
// and what stands in their place with other bounds, found or marked before. The newest mark counts first; an older one that gave way to
// it leaves nothing in its own place. Nothing of it goes: without the mark, or where a person says that the mark is no quote, it stands as
// before.
func (o *overlay) cover(c *corpus, active []decision.Decision, quotesIn func(article string) ([]*store.Quote, error)) error {
	newer := map[string]bool{}
	for _, d := range slices.Backward(active) {
		if d.Kind != decision.MissedQuote {
			continue
		}
		for _, ref := range d.Targets {
			_, passage, _ := decision.ParseRef(ref)
			m := c.marked(passage)
			qs, err := quotesIn(m.article)
			if err != nil {
				return err
			}
			newer[m.id] = true
			o.coverBy(m, qs, newer)
		}
	}
	return nil
}

// coverBy drops what gives way to a mark; newer are the marks that do not, itself among them.
func (o *overlay) coverBy(m *marking, qs []*store.Quote, newer map[string]bool) {
	at := slices.IndexFunc(qs, func(q *store.Quote) bool { return q.ID == m.id })
	if at < 0 || o.dropped[m.id] && !o.covered[m.id] {
		return
	}
	pieces := !o.covered[m.id]
	for _, q := range qs {
		if !newer[q.ID] && !o.dropped[q.ID] && givesWay(q, qs[at], pieces) {
			o.dropped[q.ID], o.covered[q.ID] = true, true
		}
	}
}

// givesWay reports whether a quote gives way to a marked one. pieces takes in what the machine found inside of that. Two quotes that the
// machine finds, one of them by now where a mark was, are both meant.
func givesWay(q, marked *store.Quote, pieces bool) bool {
	if q.Reason != quotes.ByHand && marked.Reason != quotes.ByHand {
		return false
	}
	return InPlace(q.Content, marked.Content) || pieces && q.Reason != quotes.ByHand && within(q.Content, marked.Content)
}

// underMarks lists, one line each, what a person settled about a quote that gave way to the mark of another person: nobody sees it any more.
func (w *work) underMarks() (all []string) {
	newest := map[string][]decision.Decision{} // by article
	for _, d := range slices.Backward(w.history.Active) {
		if d.Kind == decision.MissedQuote {
			_, passage, _ := decision.ParseRef(d.Targets[0])
			article := w.corpus.marked(passage).article
			newest[article] = append(newest[article], d)
		}
	}
	for _, d := range w.history.Active {
		for _, ref := range w.corpus.resolve(d.Targets) {
			_, id, _ := decision.ParseRef(ref)
			if q := w.corpus.find(id); q != nil && w.views.o.covered[id] {
				if by := w.coverer(q, newest[q.Article]); by != nil && by.Who != d.Who {
					all = appendNew(all, fmt.Sprintf("%s: shows nowhere, because of %s", d.String(), by.String()))
				}
			}
		}
	}
	slices.Sort(all)
	return all
}

// coverer is the first of some marks to which a quote gives way.
func (w *work) coverer(q *store.Quote, marks []decision.Decision) *decision.Decision {
	for i := range marks {
		_, id, _ := decision.ParseRef(w.corpus.resolve(marks[i].Targets)[0])
		if by := w.corpus.find(id); by != nil && by.ID != q.ID && (w.views.o.covered[id] || !w.views.o.dropped[id]) && givesWay(q, by, true) {
			return &marks[i]
		}
	}
	return nil
}

// within reports whether each of some spans lies in one of others.
func within(inner, outer []articles.Span) bool {
	return !slices.ContainsFunc(inner, func(s articles.Span) bool {
		return !slices.ContainsFunc(outer, func(o articles.Span) bool { return o.Contains(s) })
	})
}

// quotesIn gives the quotes of an article.
func (c *corpus) quotesIn(article string) (qs []*store.Quote, err error) {
	for _, i := range c.printed[article] {
		qs = append(qs, c.quotes[i])
	}
	return qs, nil
}

// byHand gives the quotes in the corpus that a person marked, by article.
func (c *corpus) byHand() map[string][]*store.Quote {
	all := map[string][]*store.Quote{}
	for _, q := range c.quotes {
		if q.Reason == quotes.ByHand {
			all[q.Article] = append(all[q.Article], q)
		}
	}
	return all
}

// takeByHand makes the quotes that stand by hand those of the decisions in force, and reports whether anything changed;
// the joins and views are behind then.
func (d *Dossier) takeByHand(ctx context.Context, w *work, active []decision.Decision) (changed bool, err error) {
	want, have := w.corpus.markings(active), w.corpus.byHand()
	var due []string
	for _, id := range slices.Sorted(maps.Keys(w.corpus.articles)) {
		if !stands(want[id], have[id]) {
			due = append(due, id)
		}
	}
	for _, id := range due {
		w.stale = true
		if err := d.remark(ctx, w, id, want[id]); err != nil {
			return true, err
		}
	}
	if len(due) > 0 {
		w.corpus.sort()
	}
	return len(due) > 0, nil
}

// stands reports whether the quotes by hand are those wanted, and said by whom they should.
func stands(want map[string]*marking, have []*store.Quote) bool {
	for _, q := range have {
		m := want[q.ID]
		if m == nil || m.name != "" && (q.Speaker == nil || decision.Key(q.Speaker.Name) != decision.Key(m.name)) || m.name == "" && q.Speaker != nil {
			return false
		}
	}
	return len(want) == len(have)
}

// remark puts other quotes by hand into an article, in the order of the text and after those of the machine.
func (d *Dossier) remark(ctx context.Context, w *work, id string, want map[string]*marking) error {
	a, err := d.store.Article(ctx, id)
	if err != nil {
		return err
	}
	var found []attribution.Quote
	for q, err := range d.store.Quotes(ctx, id) {
		if err != nil {
			return err
		}
		if q.Reason != quotes.ByHand {
			found = append(found, q.Quote)
		}
	}
	machine, aliases := len(found), map[string]string{}
	for _, m := range want {
		if m.old != m.id {
			aliases[m.old] = m.id
		}
		if m.fill(a.Read.Text) {
			found = append(found, attribution.Quote{Quote: m.Quote, Speaker: m.speaker(found[:machine]), Why: whyByHand})
		}
	}
	slices.SortFunc(found[machine:], func(x, y attribution.Quote) int {
		return slices.CompareFunc(x.Content, y.Content, func(s, t articles.Span) int {
			return cmp.Or(cmp.Compare(s.Start, t.Start), cmp.Compare(s.End, t.End))
		})
	})
	qs := records(id, a.Read.Text, found)
	if err := d.store.ReplaceArticle(ctx, id, a, qs, aliases); err != nil {
		return err
	}
	w.corpus.remove(id)
	w.corpus.add(a, qs)
	w.corpus.lead(aliases, id, qs)
	return nil
}

// whyByHand says how the speaker of such a quote is known.
const whyByHand = "named by the person who marked it"

// fill gives a marking what follows from the text; false when the passage does not lie in it.
func (m *marking) fill(text string) bool {
	last := m.Content[len(m.Content)-1].End
	for _, s := range m.Content {
		if s.End > len(text) || !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
			return false
		}
	}
	q, ok := quotes.Marked(text, articles.Span{Start: m.Content[0].Start, End: last})
	q.Content = m.Content
	m.Quote = q
	return ok
}

// speaker is who said it: as the article names him elsewhere, or by the name alone.
func (m *marking) speaker(found []attribution.Quote) *attribution.Speaker {
	if m.name == "" {
		return nil
	}
	for _, q := range found {
		if q.Speaker != nil && decision.Key(q.Speaker.Name) == decision.Key(m.name) {
			return q.Speaker
		}
	}
	return &attribution.Speaker{Name: m.name, Kind: variant.KindOf(m.name), Printed: []string{m.name}}
}

// marks reports whether a decision, or what it takes back, is about a passage.
func marks(dec *decision.Decision) bool {
	return slices.ContainsFunc(dec.Targets, func(ref string) bool {
		kind, _, _ := decision.ParseRef(ref)
		return kind == decision.ToPassage
	})
}

// enterMark enters a decision about a passage when it makes another corpus, so that the joins are made again; done is
// false when it does not, and the decision is one like any other. The article is rewritten first; until the joins are
// made the file says that they are behind, so that a crash in between is mended.
func (d *Dossier) enterMark(ctx context.Context, w *work, dec *decision.Decision, history *decision.History) (done bool, err error) {
	dec.Before = w.corpus.describeMarked(dec.Targets, w.views.o)
	changed, err := d.takeByHand(ctx, w, history.Active)
	if err != nil {
		return true, err
	}
	dec.After = w.corpus.describeMarked(dec.Targets, newOverlay(w.corpus, history.Active))
	if _, id, _ := decision.ParseRef(w.corpus.resolve(dec.Targets)[0]); dec.Kind == decision.MissedQuote && w.corpus.find(id) == nil {
		return true, fmt.Errorf("%s: no such place in the article", dec.Targets[0])
	}
	if !changed {
		return false, nil
	}
	if dec.Seq, err = d.store.Append(ctx, *dec, store.Change{}); err != nil {
		return true, err
	}
	w.history.Apply(*dec)
	return true, d.refold(ctx, w)
}

const noQuote = "no quote"

// describeMarked says what stands at a passage under decisions in force, for Before and After: the quote there, else with its words the one
// in its place.
func (c *corpus) describeMarked(refs []string, o *overlay) string {
	_, id, _ := decision.ParseRef(c.resolve(refs)[0])
	if q := c.find(id); q != nil && !o.dropped[id] {
		return o.describeQuote(q)
	}
	_, passage, _ := decision.ParseRef(refs[0])
	m := c.marked(passage)
	for _, i := range c.printed[m.article] {
		if q := c.quotes[i]; !o.dropped[q.ID] && InPlace(q.Content, m.Content) {
			return o.describeQuote(q) + ": " + cutEnd([]rune(inLine(q.Words)), describedMost)
		}
	}
	return noQuote
}

// describedMost is how many characters of a quote tell which one it was.
const describedMost = 120

func (o *overlay) describeQuote(q *store.Quote) string {
	name, settled := o.saidBy[q.ID]
	if !settled && q.Speaker != nil {
		name = q.Speaker.Name
	}
	return fmt.Sprintf("%s quote of %s", q.Kind, cmp.Or(name, "nobody known"))
}

// checkMissed refuses a passage that is a quote already, just as it is. One with other bounds gives way: see [overlay.cover].
func checkMissed(w *work, dec *decision.Decision) error {
	if len(dec.Targets) != 1 || len(dec.Against) > 0 {
		return errors.New("one passage at a time")
	}
	_, id, _ := decision.ParseRef(dec.Targets[0])
	m := w.corpus.marked(id)
	for _, i := range w.corpus.printed[m.article] {
		if q := w.corpus.quotes[i]; q.ID == m.id && w.views.member(i) != nil {
			return fmt.Errorf("a quote stands there already (%s): say who else said it, or that it is none", q.ID)
		}
	}
	return checkSpeaker(w, dec)
}
