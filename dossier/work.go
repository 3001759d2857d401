package dossier

import (
	"context"
	"errors"
	"sync"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// work is what writing needs in memory: everything read, the decisions in force, and the fold of both. It is read
// on the first write and kept up to date from then on.
type work struct {
	corpus  *corpus
	history decision.History
	// machine holds the joins as the file has them; stale says that articles came or went since.
	machine *machine
	stale   bool
	joiner  joiner
	views   *views
	open    *proposals
	memo    *memo
}

// working gives the work, reading it when this is the first write. d.mu is held.
func (d *Dossier) working(ctx context.Context) (*work, error) {
	switch {
	case !d.write:
		return nil, store.ErrReadOnly
	case d.work != nil && d.work.stale: // the last import could not write its joins
		return d.work, d.refold(ctx, d.work)
	case d.work != nil:
		return d.work, nil
	}
	w, err := loadWork(ctx, d.store)
	if err == nil {
		d.work = w
	}
	return w, err
}

// Warm reads what lists, searches and decisions need, so that the first of each is as fast as any later one. It may be
// called beside everything else; whatever needs a part waits for that part.
func (d *Dossier) Warm(ctx context.Context) error {
	var reading sync.WaitGroup
	var errLists, errWork error
	reading.Go(func() { errLists = d.cache.warm(ctx, d) })
	if d.write {
		reading.Go(func() {
			d.mu.Lock()
			defer d.mu.Unlock()
			_, errWork = d.working(ctx)
		})
	}
	reading.Wait()
	return errors.Join(errLists, errWork)
}

func loadWork(ctx context.Context, s store.Store) (*work, error) {
	w := &work{memo: newMemo()}
	var joins *division
	var reading sync.WaitGroup
	var errCorpus, errJoins error
	reading.Go(func() { w.corpus, errCorpus = loadCorpus(ctx, s) })
	reading.Go(func() { joins, errJoins = loadJoins(ctx, s) })
	reading.Wait()
	if err := errors.Join(errCorpus, errJoins); err != nil {
		return nil, err
	}
	log, err := s.Log(ctx, 0)
	if err != nil {
		return nil, err
	}
	w.history = decision.Fold(log)
	w.machine = newMachine(w.corpus)
	w.machine.joined, w.machine.links = joins.joined, joins.links
	w.machine.prepare(w.corpus)
	w.views = fold(w.corpus, w.machine, w.history.Active, w.memo)
	kept, err := s.Proposals(ctx)
	if err != nil {
		return nil, err
	}
	w.open = newProposals(nil)
	for _, row := range kept {
		w.open.put(row)
	}
	return w, nil
}

// loadJoins reads the machine's joins. Where they are behind the corpus they make no sense; mend makes them anew then.
func loadJoins(ctx context.Context, s store.Store) (*division, error) {
	all := newDivision()
	for j, err := range s.Joined(ctx) {
		if err != nil {
			return nil, err
		}
		all.joined[j.Item] = j
	}
	for l, err := range s.Links(ctx) {
		if err != nil {
			return nil, err
		}
		all.link(l)
	}
	return all, nil
}

// loadRows reads all rows of the views.
func loadRows(ctx context.Context, s store.Store) (*rows, error) {
	r := newRows()
	speakers, err := s.Speakers(ctx)
	if err != nil {
		return nil, err
	}
	proposals, err := s.Proposals(ctx)
	if err != nil {
		return nil, err
	}
	for _, x := range speakers {
		r.speakers[x.ID] = x
	}
	for _, x := range proposals {
		r.proposals[proposalKey(x)] = x
	}
	for x, err := range s.Appearances(ctx, store.AppearanceFilter{}) {
		if err != nil {
			return nil, err
		}
		r.appearances[x.Quote] = x
	}
	return r, r.loadStatements(ctx, s)
}

func (r *rows) loadStatements(ctx context.Context, s store.Store) error {
	for x, err := range s.Statements(ctx) {
		if err != nil {
			return err
		}
		r.statements[x.ID] = x
	}
	for pair, err := range s.Haystacks(ctx) {
		if err != nil {
			return err
		}
		x := r.statements[pair[0]]
		x.Search = pair[1]
		r.statements[pair[0]] = x
	}
	return nil
}

// refold makes the joins and all views again, and writes what changed.
func (d *Dossier) refold(ctx context.Context, w *work) error {
	if _, err := d.takeByHand(ctx, w, w.history.Active); err != nil {
		return err
	}
	if err := w.joiner.remember(ctx, d.store); err != nil {
		return err
	}
	m := analyse(w.corpus, &w.joiner)
	v := fold(w.corpus, m, w.history.Active, w.memo)
	before, err := loadRows(ctx, d.store)
	if err != nil {
		return err
	}
	after := v.rows()
	c := change(before, after)
	changeJoins(&c, w.machine, m)
	c.Marks = map[string]string{rulesMark: joinRules}
	c.Kept = w.joiner.record()
	if err := d.store.Apply(ctx, c); err != nil {
		w.joiner.lose()
		return err
	}
	w.machine, w.stale, w.views, w.open = m, false, v, newProposals(after.proposals)
	return nil
}

// mend folds the views again when they are behind: after a crash between an import and its fold, or under new
// rules.
func (d *Dossier) mend(ctx context.Context) error {
	behind, err := d.behind(ctx)
	if err != nil || !behind {
		return err
	}
	w, err := d.working(ctx)
	if err != nil {
		return err
	}
	folded, err := d.store.Folded(ctx)
	if err != nil {
		return err
	}
	before := 0
	for _, err := range d.store.Statements(ctx) {
		if err != nil {
			return err
		}
		before++
	}
	if err := d.refold(ctx, w); err != nil {
		return err
	}
	switch n := w.countStatements(); {
	case !folded:
		d.foldAgain(before, n, "an import had not come to its end")
	case before > 0:
		d.foldAgain(before, n, "the rules of joining are newer")
	}
	return nil
}

func (d *Dossier) behind(ctx context.Context) (bool, error) {
	folded, err := d.store.Folded(ctx)
	if err != nil || !folded {
		return !folded, err
	}
	rules, err := d.store.Mark(ctx, rulesMark)
	return rules != joinRules, err
}
