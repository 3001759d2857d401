package edits

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"quotidian/dossier"
	"quotidian/dossier/decision"
)

// Source is the dossier that the workbook was made from, as it is now.
type Source interface {
	Statements(dossier.Filter) ([]dossier.StatementRow, error)
	EachStatement([]dossier.StatementRow) iter.Seq2[dossier.Statement, error]
}

// ErrForeign is what a workbook gives of which the dossier knows no row.
var ErrForeign = errors.New("made from another dossier: none of its statements and appearances is in this one")

// Planned is a decision that an edit stands for.
type Planned struct {
	Decision decision.Decision
	// Place is the row that says so.
	Place string
}

// Problem is an edit that is no decision.
type Problem struct{ Place, Reason string }

// Plan is what the edits of a workbook come to.
type Plan struct {
	Decisions []Planned
	Problems  []Problem
	// Rows counts the rows that were read, Edited those that somebody changed.
	Rows, Edited int
}

// state is how a row stands in the dossier now.
type state struct {
	status, speaker, note string
	statement             string // the statement of an appearance
	by                    string // who decided about it last
}

// edit is one changed cell.
type edit struct {
	row    *Row
	field  string
	value  string
	within string // the statement that it concerns
}

// Plan compares the workbook with the dossier. who signs the decisions; where it is empty the name in a row's
// column Decided by does, if the editor changed it, and else the one who saved the workbook.
func (w *Workbook) Plan(src Source, who string) (*Plan, error) {
	now, err := states(src)
	if err != nil {
		return nil, err
	}
	p := &Plan{Rows: len(w.Rows)}
	known := 0
	var all []edit
	for i := range w.Rows {
		r := &w.Rows[i]
		s, ok := now[r.ID]
		if ok {
			known++
		}
		found := p.compare(r, s, ok)
		if len(found) > 0 {
			p.Edited++
		}
		all = append(all, found...)
	}
	if known == 0 && len(w.Rows) > 0 {
		return nil, ErrForeign
	}
	all = p.settle(all)
	for _, e := range all {
		d := e.decision()
		d.Who = cmp.Or(who, e.row.signedBy(now[e.row.ID]), w.editor())
		p.Decisions = append(p.Decisions, Planned{d, e.row.place()})
	}
	slices.SortStableFunc(p.Decisions, func(a, b Planned) int { return cmp.Compare(turn(a.Decision.Kind), turn(b.Decision.Kind)) })
	return p, nil
}

// editor is who saved the workbook; the program itself is nobody.
func (w *Workbook) editor() string {
	if strings.HasPrefix(w.Editor, "Quotidian") {
		return ""
	}
	return w.Editor
}

// signedBy is the name that the editor put into the column Decided by, "" when it was left as it is.
func (r *Row) signedBy(s state) string {
	if canonical(r.DecidedBy) == canonical(s.by) {
		return ""
	}
	return r.DecidedBy
}

// states reads how everything stands. Attitudes are in it, whatever the export left out.
func states(src Source) (map[string]state, error) {
	rows, err := src.Statements(dossier.Filter{Thought: true})
	if err != nil {
		return nil, err
	}
	now := map[string]state{}
	for s, err := range src.EachStatement(rows) {
		if err != nil {
			return nil, err
		}
		now[string(s.ID)] = state{status: s.Status, speaker: s.SpeakerName, statement: string(s.ID)}
		for i := range s.Appearances {
			a := &s.Appearances[i]
			now[string(a.Quote)] = state{status: a.Status, speaker: a.SpeakerAs, note: a.Note, statement: string(s.ID), by: a.DecidedBy}
		}
	}
	return now, nil
}

// compare finds the edits of one row.
func (p *Plan) compare(r *Row, s state, known bool) []edit {
	if r.Seal == Seal(r.ID, r.Status, r.Speaker, r.Note) {
		return nil // as it was written
	}
	switch {
	case known:
	case canonical(strings.ToLower(r.Status)) == NotAQuote:
		return nil // as it is: the workbook was taken over before, or somebody else said so too
	default:
		p.problem(r, "the dossier knows no %q: somebody said that it is no quote, the article was read anew since, or the id was changed", r.ID)
		return nil
	}
	seals := strings.Split(r.Seal+"--", "-")
	var found []edit
	for i, f := range []struct{ field, mine, theirs string }{{Status, strings.ToLower(r.Status), s.status}, {Speaker, r.Speaker, s.speaker}, {Note, r.Note, s.note}} {
		switch {
		case hash(r.ID, f.mine) == seals[i] || canonical(f.mine) == canonical(f.theirs) || f.field == Note && r.Sheet == Statements:
		case hash(r.ID, f.theirs) != seals[i]:
			p.problem(r, "%s: the workbook says %q, the dossier %q, and both differ from what was exported (or the hidden seal was changed)", f.field, f.mine, f.theirs)
		default:
			found = append(found, edit{r, f.field, strings.TrimSpace(f.mine), s.statement})
		}
	}
	return found
}

func (p *Plan) problem(r *Row, format string, args ...any) {
	p.Problems = append(p.Problems, Problem{r.place(), fmt.Sprintf(format, args...)})
}

// settle takes out what contradicts itself: values that mean nothing, one thing said twice in two ways, a statement
// and its appearance.
func (p *Plan) settle(all []edit) []edit {
	all = slices.DeleteFunc(all, func(e edit) bool {
		reason := e.refused()
		if reason != "" {
			p.problem(e.row, "%s", reason)
		}
		return reason != ""
	})
	return p.withoutTwins(p.withoutQuarrels(all))
}

// refused says why a cell's value is no decision, "" when it is one.
func (e *edit) refused() string {
	if e.field != Status {
		return ""
	}
	switch e.value {
	case "confirmed", "rejected", NotAQuote:
		return ""
	case "machine", "":
		return "Status: what was decided is taken back with 'quotidian undo', not in a workbook"
	case "changed":
		return "Status: say what changed, in the column Speaker or with 'quotidian decide'"
	}
	return fmt.Sprintf("Status: %q is none; write confirmed, rejected or %s", e.value, NotAQuote)
}

// subject names what an edit is about: two edits of one subject must agree.
func (e *edit) subject() string { return e.row.ID + "\x00" + e.field }

// opinions are the values that the edits give each subject, each once.
type opinions map[string][]string

func opinionsOf(all []edit) opinions {
	o := opinions{}
	for i := range all {
		if key := all[i].subject(); !slices.Contains(o[key], all[i].value) {
			o[key] = append(o[key], all[i].value)
		}
	}
	return o
}

// whole is what the sheet of statements says about the statement of an appearance, as far as it disagrees.
func (o opinions) whole(e *edit) []string {
	values := o[e.within+"\x00"+e.field]
	if e.row.Sheet == Statements || slices.Contains(values, e.value) {
		return nil
	}
	return values
}

// quarrel tells what contradicts an edit, "" when nothing does.
func (o opinions) quarrel(e *edit) string {
	switch mine, whole := o[e.subject()], o.whole(e); {
	case len(mine) > 1:
		return fmt.Sprintf("%s: the same row stands twice in the workbook, once with %q, once with %q", e.field, mine[0], mine[1])
	case len(whole) > 0:
		return fmt.Sprintf("%s: the sheet %s says %q of the whole statement, this row %q", e.field, Statements, whole[0], e.value)
	case e.field == Speaker && slices.Contains(o[e.row.ID+"\x00"+Status], NotAQuote):
		return "Speaker: said to be no quote, and given a new speaker"
	}
	return ""
}

// withoutQuarrels drops edits of one thing that disagree: two rows of the same id, a statement and an appearance of
// it, and a new speaker for what is said to be no quote.
func (p *Plan) withoutQuarrels(all []edit) []edit {
	o := opinionsOf(all)
	against := map[string]bool{} // statements with which an appearance disagrees
	for i := range all {
		if len(o.whole(&all[i])) > 0 {
			against[all[i].within+"\x00"+all[i].field] = true
		}
	}
	return slices.DeleteFunc(all, func(e edit) bool {
		reason := o.quarrel(&e)
		if reason == "" && e.row.Sheet == Statements && against[e.subject()] {
			reason = fmt.Sprintf("%s: an appearance of it says otherwise on the sheet %s", e.field, Appearances)
		}
		if reason != "" {
			p.problem(e.row, "%s", reason)
		}
		return reason != ""
	})
}

// withoutTwins keeps one of several edits that say the same.
func (p *Plan) withoutTwins(all []edit) []edit {
	said := map[string]bool{}
	return slices.DeleteFunc(all, func(e edit) bool {
		twin := said[e.subject()] || e.row.Sheet == Appearances && said[e.within+"\x00"+e.field]
		said[e.subject()] = true
		return twin
	})
}

// decision is what an edit stands for.
func (e *edit) decision() decision.Decision {
	d := decision.Decision{Targets: []string{e.row.ID}, Why: "in a workbook, " + e.row.place()}
	switch {
	case e.field == Speaker:
		d.Kind, d.Value = decision.Reattribute, e.value
	case e.field == Note:
		d.Kind, d.Value = decision.Note, e.value
	case e.value == "confirmed":
		d.Kind = decision.Confirm
	case e.value == "rejected":
		d.Kind = decision.Reject
	default:
		d.Kind = decision.NotAQuote
	}
	return d
}

// turn orders decisions so that none undoes another: a new speaker makes a quote "changed", so its status comes
// after, and what is no quote any more can still be noted about before.
func turn(k decision.Kind) int {
	return slices.Index([]decision.Kind{decision.Reattribute, decision.Note, decision.Reject, decision.Confirm, decision.NotAQuote}, k)
}
