package dossier

import (
	"context"
	"fmt"
	"slices"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// Faults lists the inputs that could not be read, by path. Those that a person dismissed are left out, unless they were tried
// again since and could not be read either. The file keeps them all, so that taking the decision back shows them again.
func (d *Dossier) Faults() ([]FaultRow, error) {
	ctx := context.Background()
	all, err := d.store.Faults(ctx)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	o, err := d.cache.decisions(ctx, d.store)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(f FaultRow) bool { return o.dismissed[FaultRef(f)] }), nil
}

// FaultRef is what a decision about a fault names.
func FaultRef(f FaultRow) string { return decision.Fault(f.Path, f.At) }

// listed refuses what is no reference to a fault that Faults lists.
func (d *Dossier) listed(refs []string) error {
	faults, err := d.Faults()
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for _, f := range faults {
		known[FaultRef(f)] = true
	}
	for _, ref := range refs {
		if !known[ref] {
			_, id, _ := decision.ParseRef(ref)
			return fmt.Errorf("fault %s: %w", decision.ParseFault(id), store.ErrNone)
		}
	}
	return nil
}

// pictureFaults says in words how the inputs among the references stand, "" where there is none.
func (o *overlay) pictureFaults(refs []string) string {
	var of []string
	dismissed := 0
	for _, ref := range refs {
		if kind, id, _ := decision.ParseRef(ref); kind == decision.ToFault {
			of = append(of, decision.ParseFault(id))
			if o.dismissed[ref] {
				dismissed++
			}
		}
	}
	switch {
	case len(of) == 0:
		return ""
	case len(of) == 1 && dismissed == 1:
		return of[0] + ": a fault, dismissed"
	case len(of) == 1:
		return of[0] + ": a fault"
	}
	return fmt.Sprintf("%d faults, %d of them dismissed", len(of), dismissed)
}

// SettleFaults forgets faults, as Faults listed them, whose inputs were tried again since. Those that came up again
// stay: they carry a later time.
func (d *Dossier) SettleFaults(tried []FaultRow) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.store.SettleFaults(context.Background(), tried)
}
