package variant

import (
	"maps"
	"slices"
	"strings"
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

// bindInitials joins a surname with initials to the one full name here that they fit, where articles of one day print both with one
// role: "S. Halmos, master of the harbour", "harbour master Simon Halmos". A second name that they fit leaves it open, whatever its
// role, and so does a role of one word, which many have.
func (j *joiner) bindInitials() {
	fitting := map[int32][]int32{}
	for _, p := range j.cands {
		for _, q := range [2]pair{{p.a, p.b}, {p.b, p.a}} {
			if j.nodes[q.a].initialsFit(j.nodes[q.b]) && !slices.ContainsFunc(fitting[q.a], func(o int32) bool { return j.cluster[o] == j.cluster[q.b] }) {
				fitting[q.a] = append(fitting[q.a], q.b)
			}
		}
	}
	for _, short := range slices.Sorted(maps.Keys(fitting)) {
		full := fitting[short][0]
		a, b := j.nodes[short], j.nodes[full]
		if len(fitting[short]) > 1 || j.forbidden(j.cluster[short], j.cluster[full]) || intersects(a.articles, b.articles) || !j.sharedDay(a, b) || !j.tellingRole(a, b) {
			continue
		}
		p := makePair(short, full)
		j.settled[p] = Reason{"the only one of that name and office in those days", true, 0}
		j.merge(edge{p, judgement{p: 1}}, "machine")
	}
}

// initialsFit reports whether a name is a surname with initials for the given names of a full one.
func (n *node) initialsFit(full *node) bool {
	if n.person == nil || full.person == nil || n.bare || full.bare || n.person.script != full.person.script {
		return false
	}
	short, words := n.person.form.Name.Words, full.person.form.Name.Words
	last := len(short) - 1
	if last < 1 || len(words) < 2 || short[last].Initial || !spelledAlike(short[last].Fold, words[len(words)-1].Fold) {
		return false
	}
	for i, w := range short[:last] {
		if !w.Initial || i < len(words)-1 && (words[i].Initial || !strings.HasPrefix(words[i].Fold, w.Fold)) {
			return false
		}
	}
	return true
}

// tellingRole reports whether both nodes are described with one role of two words or more.
func (j *joiner) tellingRole(a, b *node) bool {
	const least = 2
	return slices.ContainsFunc(a.mentions, func(x int) bool {
		return slices.ContainsFunc(b.mentions, func(y int) bool {
			return min(len(j.roles[x]), len(j.roles[y])) >= least && sameRole(j.roles[x], j.roles[y])
		})
	})
}
