package dossier

import (
	"context"
	"errors"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// work is what writing needs in memory: everything read, the decisions in force, and the views as the file has
// them. It is read on the first write and kept up to date from then on.
type work struct {
	corpus  *corpus
	history decision.History
	views   *folded
	memo    *memo
	// machine holds the joins as the file has them; stale says that articles came or went since.
	machine *machine
	stale   bool
	joiner  joiner
}

var errReadOnly = errors.New("the dossier was opened for reading only")

// working gives the work, reading it when this is the first write. d.mu is held.
func (d *Dossier) working(ctx context.Context) (*work, error) {
	switch {
	case !d.write:
		return nil, errReadOnly
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

func loadWork(ctx context.Context, s store.Store) (*work, error) {
	w := &work{memo: newMemo()}
	var err error
	if w.corpus, err = loadCorpus(ctx, s); err != nil {
		return nil, err
	}
	log, err := s.Log(ctx, 0)
	if err != nil {
		return nil, err
	}
	w.history = decision.Fold(log)
	if w.machine, err = loadMachine(ctx, s, w.corpus); err != nil {
		return nil, err
	}
	w.views, err = loadViews(ctx, s)
	return w, err
}

func loadMachine(ctx context.Context, s store.Store, c *corpus) (*machine, error) {
	m := &machine{cast0: newCast0(c), joined: map[string]store.Joined{}, links: map[string]store.Link{}}
	for j, err := range s.Joined(ctx) {
		if err != nil {
			return nil, err
		}
		m.joined[j.Item] = j
	}
	for l, err := range s.Links(ctx) {
		if err != nil {
			return nil, err
		}
		m.links[linkKey(l)] = l
	}
	return m, nil
}

func loadViews(ctx context.Context, s store.Store) (*folded, error) {
	f := newFolded()
	speakers, err := s.Speakers(ctx)
	if err != nil {
		return nil, err
	}
	proposals, err := s.Proposals(ctx)
	if err != nil {
		return nil, err
	}
	for _, x := range speakers {
		f.speakers[x.ID] = x
	}
	for _, x := range proposals {
		f.proposals[proposalKey(x)] = x
	}
	for x, err := range s.Appearances(ctx, store.AppearanceFilter{}) {
		if err != nil {
			return nil, err
		}
		f.appearances[x.Quote] = x
	}
	return f, f.loadStatements(ctx, s)
}

func (f *folded) loadStatements(ctx context.Context, s store.Store) error {
	for x, err := range s.Statements(ctx) {
		if err != nil {
			return err
		}
		f.statements[x.ID] = x
	}
	for pair, err := range s.Haystacks(ctx) {
		if err != nil {
			return err
		}
		x := f.statements[pair[0]]
		x.Search = pair[1]
		f.statements[pair[0]] = x
	}
	return nil
}

// refold makes the joins, when articles came or went, and all views again, and writes what changed.
func (d *Dossier) refold(ctx context.Context, w *work) error {
	m := w.machine
	if w.stale {
		m = analyse(w.corpus, &w.joiner)
	}
	after := fold(w.corpus, m, w.history.Active, w.memo)
	c := change(w.views, after)
	changeJoins(&c, w.machine, m)
	c.Marks = map[string]string{rulesMark: rulesVersion}
	if err := d.store.Apply(ctx, c); err != nil {
		return err
	}
	w.machine, w.stale, w.views = m, false, after
	return nil
}

// The views say under which version of the rules they were folded, so that a program with newer rules folds
// them again.
const (
	rulesMark    = "rules"
	rulesVersion = "1"
)

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
	w.stale = true
	return d.refold(ctx, w)
}

func (d *Dossier) behind(ctx context.Context) (bool, error) {
	folded, err := d.store.Folded(ctx)
	if err != nil || !folded {
		return !folded, err
	}
	rules, err := d.store.Mark(ctx, rulesMark)
	return rules != rulesVersion, err
}
