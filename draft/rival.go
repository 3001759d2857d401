package draft

import (
	"cmp"
	"fmt"
	"slices"

	"quotidian/dossier"
	"quotidian/matching/wording"
	"quotidian/quotes"
)

// disputed leads from a statement to those that wait for a decision because they may be the same and contradict it.
type disputed map[dossier.StatementID]map[dossier.StatementID]bool

func newDisputed(open []dossier.Proposal) disputed {
	d := disputed{}
	for i := range open {
		if p := &open[i]; p.Kind == "statement" && p.Disagrees() {
			d.put(dossier.StatementID(p.A), dossier.StatementID(p.B))
			d.put(dossier.StatementID(p.B), dossier.StatementID(p.A))
		}
	}
	return d
}

func (d disputed) put(a, b dossier.StatementID) {
	if d[a] == nil {
		d[a] = map[dossier.StatementID]bool{}
	}
	d[a][b] = true
}

// rivals finds printings that speak against what can stand otherwise: the same words in another mouth, and the same statement with
// something in it that contradicts. Of what contradicts only what comparisons are surest of counts: in indirect speech actors and
// recipients move for no other reason than grammar.
func (j *judge) rivals(s *subject, f *Finding) {
	if !f.Verdict.Fine() && f.Verdict != SpeakerOpen {
		return
	}
	j.otherMouths(s, f)
	if !f.Verdict.Fine() || f.Nearest.Statement == "" {
		return
	}
	from := len(f.Rivals)
	for i := range s.alike {
		c := &s.alike[i]
		told := slices.ContainsFunc(f.Rivals[from:], func(r Rival) bool { return r.Text == c.Text })
		if told || !j.aboutTheSame(s, c, f.Nearest.Statement) {
			continue
		}
		changes := slices.DeleteFunc(j.compare(&c.witness, s).Changes, func(x wording.Change) bool {
			sure := x.Kind == wording.Number || x.Kind == wording.Negation
			return !sure && (c.Kind == quotes.Indirect || !s.quoted() || x.Kind != wording.Actor && x.Kind != wording.Recipient)
		})
		if len(changes) > 0 {
			f.Rivals = append(f.Rivals, Rival{c.Printed, changes})
		}
	}
	if len(f.Rivals) > from {
		r := &f.Rivals[from]
		f.Why += fmt.Sprintf("; but %s prints it otherwise (%s)", outlet(&r.Printed), cmp.Or(r.Changes[0].Note, string(r.Changes[0].Kind)))
	}
}

// aboutTheSame reports whether a printing is one of a statement, or of what may be the same one and contradicts it: a number that an
// outlet altered makes the machine ask whether these are two statements.
func (j *judge) aboutTheSame(s *subject, c *candidate, statement dossier.StatementID) bool {
	return c.Statement == statement || j.disputed[statement][c.Statement] && j.accord(s, &c.witness) != other
}

// otherMouths finds who gives the draft's very words to somebody else than the draft. Two people hit on the same few words.
func (j *judge) otherMouths(s *subject, f *Finding) {
	if len(s.verbatim) == 0 || len(s.stretches[0]) < fewestOrphan {
		return
	}
	var found []*Printed
	for i := range s.verbatim {
		v := &s.verbatim[i]
		again := func(p *Printed) bool { return outlet(p) == outlet(&v.Printed) && p.Speaker == v.Speaker }
		if n := j.faults(s, v); n&elsewhere != 0 && n&^(elsewhere|inferred) == 0 && !slices.ContainsFunc(found, again) {
			found = append(found, &v.Printed)
		}
	}
	slices.SortFunc(found, earlier)
	for _, p := range found {
		f.Rivals = append(f.Rivals, Rival{*p, []wording.Change{speakerChange(p, f)}})
	}
	switch {
	case len(found) == 0:
	case earlier(found[0], f.Nearest) < 0 && dated(found[0]):
		f.Why += fmt.Sprintf("; but %s gave these words to %s before", outlet(found[0]), found[0].Speaker)
	default:
		f.Why += fmt.Sprintf("; but %s gives these words to %s", outlet(found[0]), found[0].Speaker)
	}
}

func dated(p *Printed) bool { return p.Article.Published.Known() }
