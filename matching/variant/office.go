package variant

import (
	"maps"
	"slices"
	"time"

	"quotidian/matching/variant/organisation"
)

// inOffice is how far apart two articles may be printed for one office and one surname to mean one holder.
const inOffice = 10 * 24 * time.Hour

// sameDays reports whether two dates are no more than [inOffice] apart.
func sameDays(t, u time.Time) bool { return t.Sub(u).Abs() <= inOffice }

// bindOffices joins a bare name with an office that one person holds at a time to the one full name that bears it with that office
// in those days: "President Maro" is the President Filip Maro of other articles. Two such names leave it open, and so do
// two countries.
func (j *joiner) bindOffices() {
	holders := map[int32][]pair{}
	for _, p := range j.cands {
		for _, q := range [2]pair{{p.a, p.b}, {p.b, p.a}} {
			if j.nodes[q.a].office != "" && j.mayStandFor(q.a, q.b) && j.holdsOffice(q.a, q.b) &&
				!slices.ContainsFunc(holders[q.a], func(o pair) bool { return j.likelyOne(o.b, q.b) }) {
				holders[q.a] = append(holders[q.a], q)
			}
		}
	}
	for _, bare := range slices.Sorted(maps.Keys(holders)) {
		q := holders[bare][0]
		if len(holders[bare]) > 1 || j.forbidden(j.cluster[q.a], j.cluster[q.b]) {
			continue
		}
		p := makePair(q.a, q.b)
		j.settled[p] = Reason{"the only one of that name and office in those days", true, 0}
		j.merge(edge{p, judgement{p: 1}}, "machine")
	}
}

// holdsOffice reports whether a full name is printed with the office of a bare one, and neither of them with another country's.
func (j *joiner) holdsOffice(bare, full int32) bool {
	a, b := j.nodes[bare], j.nodes[full]
	soon := false
	for _, y := range b.mentions {
		n := j.mentions[y]
		if office(n.Role) != a.office {
			continue
		}
		theirs := organisation.Parse(n.Role).Countries
		for _, x := range a.mentions {
			m := j.mentions[x]
			if ours := organisation.Parse(m.Role).Countries; len(ours) > 0 && len(theirs) > 0 && !intersects(ours, theirs) {
				return false
			}
			soon = soon || !m.Published.IsZero() && !n.Published.IsZero() && sameDays(m.Published, n.Published)
		}
	}
	return soon
}
