package statements

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"quotidian/dossier"
	"quotidian/matching/wording"
	"quotidian/quotes"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// property is one thing that rows can be narrowed by. Values are numbered, so that counting is cheap.
type property struct {
	name   string
	values []string
	codes  []int32 // the numbers of all rows' values, one row after the other
	ends   []int32 // where each row's numbers end
	on     []bool  // per value
	chosen int
	counts []int // per value, over the rows that every other group lets through
}

func newProperty(name string, rows []dossier.StatementRow, of func(*dossier.StatementRow) []string) *property {
	p := &property{name: name, ends: make([]int32, len(rows))}
	number := map[string]int32{}
	for i := range rows {
		for _, v := range of(&rows[i]) {
			n, ok := number[v]
			if !ok {
				n = int32(len(p.values))
				number[v] = n
				p.values = append(p.values, v)
			}
			p.codes = append(p.codes, n)
		}
		p.ends[i] = int32(len(p.codes))
	}
	p.on, p.counts = make([]bool, len(p.values)), make([]int, len(p.values))
	return p
}

func properties(rows []dossier.StatementRow, disputed map[dossier.StatementID]bool) []*property {
	return []*property{
		newProperty(ByChange, rows, func(r *dossier.StatementRow) []string { return kinds(r.Changes) }),
		newProperty(ByStatus, rows, func(r *dossier.StatementRow) []string { return status(r, disputed[r.ID]) }),
		newProperty(ByReach, rows, func(r *dossier.StatementRow) []string { return []string{reach(r)} }),
		newProperty(BySpeaker, rows, func(r *dossier.StatementRow) []string { return []string{string(r.Speaker)} }),
		newProperty(ByOutlet, rows, func(r *dossier.StatementRow) []string { return r.Outlets }),
		newProperty(ByAgency, rows, func(r *dossier.StatementRow) []string { return r.Origins }),
		newProperty(ByKind, rows, func(r *dossier.StatementRow) []string { return []string{kind(r.Text)} }),
		newProperty(ByMonth, rows, func(r *dossier.StatementRow) []string { return []string{month(r)} }),
	}
}

func kinds(changes []wording.ChangeKind) []string {
	out := make([]string, len(changes))
	for i, c := range changes {
		out[i] = string(c)
	}
	return out
}

// kind tells how the wording that stands for a statement was printed. Its quotation marks belong to the content of a direct quote, a
// mixed one has them somewhere, an indirect one has none.
func kind(text string) string {
	const marks = "\"“”„«»‹›‚‘「」『』"
	switch text = strings.TrimSpace(text); {
	case !strings.ContainsAny(text, marks):
		return quotes.Indirect.String()
	case strings.IndexAny(text, marks) == 0:
		return quotes.Direct.String()
	default:
		return quotes.Mixed.String()
	}
}

// What tells whether a second outlet bears a statement out.
const (
	alone   = "one outlet alone"
	several = "several outlets"
)

func reach(r *dossier.StatementRow) string {
	if len(r.Outlets) == 1 {
		return alone
	}
	return several
}

// month is when a statement was first seen, as facets group it: "2024-05", "" when undated.
func month(r *dossier.StatementRow) string {
	if !r.First.Known() {
		return ""
	}
	return r.First.Time.Format(monthForm)
}

// What asks for a look, beside the status that a statement has.
const (
	// Those of waiting were found unsurely, or their articles name different speakers: other ones than the pairs that wait in
	// the review.
	waiting = "uncertain"
	// contradicting has statements of which the queue of review holds a pair that cannot both be so.
	contradicting = "contradicts another"
)

// Disputed gives the statements that contradict another one of which a person has yet to say whether it is the same.
func Disputed(open []dossier.Proposal) map[dossier.StatementID]bool {
	out := map[dossier.StatementID]bool{}
	for i := range open {
		if p := &open[i]; p.Disagrees() {
			out[dossier.StatementID(p.A)], out[dossier.StatementID(p.B)] = true, true
		}
	}
	return out
}

func status(r *dossier.StatementRow, disputed bool) []string {
	out := []string{r.Status}
	if r.NeedsReview {
		out = append(out, waiting)
	}
	if disputed {
		out = append(out, contradicting)
	}
	return out
}

// Tell tells speakers of one name apart, and makes one value of groups called the same; list gives all speakers, and is asked only where
// a name comes more than once.
func (r *Rows) Tell(list func() ([]dossier.SpeakerInfo, error)) error {
	seen, several := map[string]bool{}, false
	for id, name := range r.names {
		name = strings.ToLower(name)
		several = several || id != "" && seen[name]
		seen[name] = seen[name] || id != ""
	}
	if !several {
		return nil
	}
	all, err := list()
	if err != nil {
		return err
	}
	r.told = dossier.Tell(all, func(s *dossier.SpeakerInfo) bool { return r.names[string(s.ID)] == s.Name })
	i := slices.IndexFunc(r.props, func(p *property) bool { return p.name == BySpeaker })
	r.props[i] = newProperty(BySpeaker, r.rows, func(row *dossier.StatementRow) []string { return []string{r.voice(row)} })
	return nil
}

// voice is the value that a row has among the speakers.
func (r *Rows) voice(row *dossier.StatementRow) string { return string(r.told.Head(row.Speaker)) }

// called gives the values of the speakers of a name.
func (r *Rows) called(name string) (values []string) {
	for id, n := range r.names {
		if n == name && id != "" {
			values = append(values, string(r.told.Head(dossier.SpeakerID(id))))
		}
	}
	slices.Sort(values)
	return slices.Compact(values)
}

// of gives the numbers of a row's values.
func (p *property) of(row int) []int32 {
	start := int32(0)
	if row > 0 {
		start = p.ends[row-1]
	}
	return p.codes[start:p.ends[row]]
}

func (p *property) passes(row int) bool {
	if p.chosen == 0 {
		return true
	}
	for _, c := range p.of(row) {
		if p.on[c] {
			return true
		}
	}
	return false
}

func (p *property) count(row int) {
	for _, c := range p.of(row) {
		p.counts[c]++
	}
}

func (p *property) toggle(value string) {
	i := slices.Index(p.values, value)
	if i < 0 {
		return
	}
	p.on[i] = !p.on[i]
	if p.on[i] {
		p.chosen++
	} else {
		p.chosen--
	}
}

// choose makes values the chosen ones; those that no row has any more are forgotten.
func (p *property) choose(values []string) {
	clear(p.on)
	p.chosen = 0
	for _, v := range values {
		p.toggle(v)
	}
}

func (p *property) chosenValues() []string {
	var out []string
	for i, on := range p.on {
		if on {
			out = append(out, p.values[i])
		}
	}
	return out
}

// Facets gives the groups with their counts: chosen and frequent values first. Values that would give nothing
// are left out unless they are chosen.
func (m *Model) Facets() []widget.FacetGroup {
	var out []widget.FacetGroup
	for _, p := range m.props {
		g := widget.FacetGroup{Name: p.name}
		for i, v := range p.values {
			if p.counts[i] > 0 || p.on[i] {
				g.Facets = append(g.Facets, widget.Facet{Value: v, Label: m.label(p.name, v), Count: p.counts[i], On: p.on[i]})
			}
		}
		slices.SortStableFunc(g.Facets, func(a, b widget.Facet) int {
			if p.name == ByMonth {
				return cmp.Or(before(a.On, b.On), cmp.Compare(b.Value, a.Value))
			}
			return cmp.Or(before(a.On, b.On), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Label, b.Label))
		})
		out = append(out, g)
	}
	return out
}

// label is what a value of a group is shown as.
func (r *Rows) label(group, value string) string {
	switch {
	case group == BySpeaker && value == "":
		return say.T("nobody named")
	case group == BySpeaker:
		return r.told.Label(dossier.SpeakerID(value), r.names[value])
	case group == ByMonth && value == "":
		return say.T("undated")
	case group == ByMonth:
		if t, err := time.Parse(monthForm, value); err == nil {
			return say.Month(t)
		}
		return value
	case group == ByKind, group == ByChange, group == ByReach:
		return say.T(value)
	case group == ByStatus && value == "machine":
		return say.T("not looked at")
	case group == ByStatus:
		return say.T(value)
	default:
		return value
	}
}
