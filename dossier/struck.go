package dossier

import (
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// Struck is a quote of which a person said that it is none, with the decision that says so. It stands in no statement, has no
// speaker and is counted nowhere; it is shown so that the decision can be seen where it was made, and taken back.
type Struck struct {
	Appearance
	By decision.Decision
}

// struck gives the quotes of an article of which a person said that they are none, in reading order.
func (l *loader) struck(id string) ([]Struck, error) {
	p, err := l.page(id)
	if err != nil {
		return nil, err
	}
	var out []Struck
	var by map[string]decision.Decision
	for i := range p.quotes {
		q := &p.quotes[i]
		if !l.overlay.dropped[q.ID] || l.overlay.covered[q.ID] {
			continue
		}
		if by == nil {
			if by, err = l.strikers(); err != nil {
				return nil, err
			}
		}
		ref := decision.Ref(decision.ToQuote, q.ID)
		a, err := l.appearance(p, q, store.Appearance{Quote: q.ID, Status: rejected, Note: l.overlay.notes[ref]})
		if err != nil {
			return nil, err
		}
		a.Why = q.Why // nobody settled who said it
		out = append(out, Struck{a, by[ref]})
	}
	return out, nil
}

// strikers gives the newest decision in force that says of a quote that it is none, by the reference to the quote. They are looked up in the log
// because what the overlay has of the newest decision was read before that had a number.
func (l *loader) strikers() (map[string]decision.Decision, error) {
	log, err := l.store.Log(l.ctx, 0)
	if err != nil {
		return nil, err
	}
	by := map[string]decision.Decision{}
	now := &corpus{aliases: l.overlay.aliases}
	for _, d := range decision.Fold(log).Active {
		if d.Kind == decision.NotAQuote {
			for _, ref := range now.resolve(d.Targets) {
				by[ref] = d
			}
		}
	}
	return by, nil
}
