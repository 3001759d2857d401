package dossier

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"quotidian/articles"
	"quotidian/dossier/store"
)

// takeRest adds what two dossiers hold beside articles and decisions: where ids that went lead to, faults, saved searches and when
// people looked at them. Of each the same comes of it whichever dossier is first. renamed says which searches got another name.
func (imp *importing) takeRest(ctx context.Context, both ...store.Store) (renamed []string, err error) {
	if err := imp.takeAliases(ctx, both); err != nil {
		return nil, err
	}
	if renamed, err = imp.takeSaved(ctx, both); err != nil {
		return nil, err
	}
	return renamed, errors.Join(imp.takeFaults(ctx, both), imp.takeLooks(ctx, both))
}

// takeSaved adds saved searches. Of two that have one name and ask something else the newer one keeps it, the other gets a number.
func (imp *importing) takeSaved(ctx context.Context, both []store.Store) (renamed []string, err error) {
	var saved []store.Saved
	for _, from := range both {
		more, err := from.Saved(ctx)
		if err != nil {
			return nil, err
		}
		saved = append(saved, more...)
	}
	slices.SortFunc(saved, func(x, y store.Saved) int {
		return cmp.Or(y.At.Compare(x.At), cmp.Compare(x.Name, y.Name), cmp.Compare(x.Query, y.Query), cmp.Compare(x.Who, y.Who))
	})
	// Every name goes to the newest search that has it before others are numbered, so that a number is in nobody's way.
	names := map[string]string{} // to the query
	var late []store.Saved
	for _, s := range saved {
		query, taken := names[s.Name]
		switch {
		case !taken:
			names[s.Name] = s.Query
			err = imp.d.store.Save(ctx, s)
		case query != s.Query:
			late = append(late, s)
		}
		if err != nil {
			return nil, err
		}
	}
	for _, s := range late {
		was := s.Name
		for n := 2; names[s.Name] != "" && names[s.Name] != s.Query; n++ {
			s.Name = fmt.Sprintf("%s (%d)", was, n)
		}
		if names[s.Name] == s.Query {
			continue // renamed by a merge before
		}
		names[s.Name] = s.Query
		if err := imp.d.store.Save(ctx, s); err != nil {
			return nil, err
		}
		renamed = append(renamed, fmt.Sprintf("the saved search %q is another one in each dossier: the older one is kept as %q", was, s.Name))
	}
	return renamed, nil
}

// takeFaults adds faults, of one that both have that with the last time. A path that one dossier read since is none any more.
func (imp *importing) takeFaults(ctx context.Context, both []store.Store) error {
	read, tried := map[string]time.Time{}, map[articles.Fault]time.Time{}
	for _, from := range both {
		list, err := from.Articles(ctx)
		if err != nil {
			return err
		}
		for i := range list {
			if a := &list[i]; a.Added.After(read[a.Read.Path]) {
				read[a.Read.Path] = a.Added
			}
		}
		faults, err := from.Faults(ctx)
		if err != nil {
			return err
		}
		for _, f := range faults {
			if f.At.After(tried[f.Fault]) {
				tried[f.Fault] = f.At
			}
		}
	}
	var all []store.Entry
	for f, at := range tried {
		if !read[f.Path].After(at) {
			all = append(all, store.Entry{Fault: store.Fault{Fault: f, At: at}})
		}
	}
	return imp.d.store.Add(ctx, all...)
}

// takeLooks notes when people last looked, the later time of two.
func (imp *importing) takeLooks(ctx context.Context, both []store.Store) error {
	last := map[[2]string]time.Time{}
	for _, from := range both {
		looks, err := from.Looks(ctx)
		if err != nil {
			return err
		}
		for _, l := range looks {
			key := [2]string{l.Who, l.Name}
			if !l.At.After(last[key]) {
				continue
			}
			last[key] = l.At
			if err := imp.d.store.Look(ctx, l.Who, l.Name, l.At); err != nil {
				return err
			}
		}
	}
	return nil
}
