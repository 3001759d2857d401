package dossier

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"quotidian/attribution"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// Merged is the account of a merge.
type Merged struct {
	// Added and Already count the articles of the second dossier.
	Added, Already int
	// Decisions counts the entries of the log that came with it.
	Decisions int
	// Conflicts lists, one line each, where the two logs contradict each other; they wait for a person.
	Conflicts []string
	// Outdated counts the articles of the merged dossier that were read otherwise than it is, see [Dossier.Outdated].
	Outdated int
	// Kept is the name under which the dossier was kept as it was before.
	Kept string
}

// Merge puts the articles, decisions and saved searches of the dossier at from into the one at into: articles by the
// hash of their words and their outlet, decisions by the time at which they were settled. It does not matter which of
// the two is which, but for how articles are read: that is as into has it, and those of from that were read otherwise are
// [Dossier.Outdated] then. The log of a dossier only grows, so the merged one is a new file, put in the place of into when it
// is whole; into is kept beside it as it was, and from is not touched.
func Merge(ctx context.Context, into, from string, o Options) (Merged, error) {
	if x, err := os.Stat(into); err == nil {
		if y, err := os.Stat(from); err == nil && os.SameFile(x, y) {
			return Merged{}, fmt.Errorf("%s: a dossier cannot be merged with itself", from)
		}
	}
	a, err := Open(into, o)
	if err != nil {
		return Merged{}, err
	}
	b, err := Open(from, Options{ReadOnly: true, Who: o.Who})
	if err != nil {
		return Merged{}, errors.Join(err, a.Close())
	}
	part := store.Part(into)
	m, err := mergeInto(ctx, part, a, b, o)
	if err = errors.Join(err, b.Close(), a.closeKept()); err != nil {
		return m, errors.Join(err, store.Discard(part))
	}
	m.Kept, err = store.Replace(ctx, part, into, a.who)
	return m, err
}

// mergeInto makes the merged dossier at path.
func mergeInto(ctx context.Context, path string, a, b *Dossier, o Options) (m Merged, err error) {
	o.Create, o.ReadOnly = true, false
	d, err := open(path, o, a.quickly.extract, a.carefully.extract)
	if err != nil {
		return m, err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	imp, err := merging(ctx, d, a)
	if err != nil {
		return m, err
	}
	w := imp.w
	if imp.settled, err = settledIn(ctx, a, b); err != nil {
		return m, err
	}
	if err := imp.takeAll(ctx, a); err != nil {
		return m, err
	}
	before := imp.balance.Added
	if err := imp.takeAll(ctx, b); err != nil {
		return m, err
	}
	renamed, err := imp.takeRest(ctx, a.store, b.store)
	if err != nil {
		return m, err
	}
	m.Added = imp.balance.Added - before
	theirs, err := b.store.Articles(ctx)
	if err != nil {
		return m, err
	}
	m.Already = len(theirs) - m.Added
	if err := imp.takeLogs(ctx, a, b, &m); err != nil {
		return m, err
	}
	w.corpus.sort()
	if err := d.refold(ctx, w); err != nil {
		return m, err
	}
	m.Conflicts = decision.Conflicts(w.history.Active, decision.Places{Resolve: w.corpus.resolve, Now: w.views.holder, Machine: w.machine.holder})
	m.Conflicts = slices.Concat(m.Conflicts, w.underMarks(), renamed)
	m.Outdated, err = d.Outdated()
	return m, err
}

// merging begins the import of two dossiers into d, which reads as one of them does.
func merging(ctx context.Context, d, like *Dossier) (*importing, error) {
	careful, err := like.Careful()
	if err != nil {
		return nil, err
	}
	if err := d.SetCareful(careful); err != nil {
		return nil, err
	}
	w, err := d.working(ctx)
	if err != nil {
		return nil, err
	}
	r, err := d.reading(ctx)
	return newImporting(d, w, r), err
}

// holder gives the statement or speaker that holds what ref means, ref itself where that is none or several.
func (v *views) holder(ref string) string {
	if homes := v.homes([]string{ref}); len(homes) == 1 {
		return homes[0]
	}
	return ref
}

// holder is what the holder of views would be without decisions, named by its smallest member.
func (m *machine) holder(ref string) string {
	var ids []string
	if kind, id, _ := decision.ParseRef(ref); kind == decision.ToQuote {
		ids = append(ids, id)
	}
	for _, i := range m.items(ref) {
		ids = append(ids, m.mentions[i].id)
	}
	var holders []string
	for _, id := range ids {
		if j, ok := m.joined[id]; ok {
			holders = insert(holders, j.Cluster)
		}
	}
	if len(holders) == 1 {
		return holders[0]
	}
	return ref
}

// takeAll adds the articles of a dossier, with their quotes as they were found then.
func (imp *importing) takeAll(ctx context.Context, from *Dossier) error {
	list, err := from.store.Articles(ctx)
	if err != nil {
		return err
	}
	for _, head := range list {
		a, err := from.store.Article(ctx, head.ID)
		if err != nil {
			return err
		}
		var found []attribution.Quote
		for q, err := range from.store.Quotes(ctx, a.ID) {
			if err != nil {
				return err
			}
			found = append(found, q.Quote)
		}
		if err := imp.join(ctx, a, records(a.ID, a.Read.Text, found)); err != nil {
			return err
		}
	}
	return imp.commit(ctx)
}

// takeLogs writes the merged log.
func (imp *importing) takeLogs(ctx context.Context, a, b *Dossier, m *Merged) error {
	mine, err := a.store.Log(ctx, 0)
	if err != nil {
		return err
	}
	theirs, err := b.store.Log(ctx, 0)
	if err != nil {
		return err
	}
	log := decision.Merge(mine, theirs)
	m.Decisions = len(log) - len(mine)
	for _, e := range log {
		seq, err := imp.d.store.Append(ctx, e, store.Change{})
		if err != nil {
			return err
		}
		if seq != e.Seq {
			return fmt.Errorf("internal error: entry %d of the merged log got number %d", e.Seq, seq)
		}
		imp.w.history.Apply(e)
	}
	return nil
}
