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
	machine *machine // nil when the corpus changed since
}

var errReadOnly = errors.New("the dossier was opened for reading only")

// working gives the work, reading it when this is the first write. d.mu is held.
func (d *Dossier) working(ctx context.Context) (*work, error) {
	switch {
	case !d.write:
		return nil, errReadOnly
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
	w.views, err = loadViews(ctx, s)
	return w, err
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

// refold makes all views again and writes those that changed.
func (d *Dossier) refold(ctx context.Context, w *work) error {
	after := w.fold(w.history.Active)
	c := change(w.views, after)
	c.Marks = map[string]string{rulesMark: rulesVersion}
	if err := d.store.Apply(ctx, c); err != nil {
		return err
	}
	w.views = after
	return nil
}

// fold folds the corpus under the decisions in force.
func (w *work) fold(active []decision.Decision) *folded {
	if w.machine == nil {
		w.machine = analyse(w.corpus)
	}
	return fold(w.corpus, w.machine, active, w.memo)
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
