package variant

import (
	"slices"
	"strings"

	"quotidian/assets/lexicon"
	"quotidian/matching/variant/organisation"
)

// everyState are words and names of bodies that every state has one of, or nearly. Without a country such a name says whose it is only to
// the readers of one outlet: the "Foreign Ministry" of a Marovian agency is not that of a Varnish paper.
var everyState = readEveryState()

func readEveryState() map[string]bool {
	m := map[string]bool{}
	for _, f := range lexicon.Lines("en/state-bodies.tsv") {
		m[strings.Join(organisation.Parse(f[0]).Words, " ")] = true
	}
	return m
}

// ofAnyState reports whether a name is that of a body that every state has one of, and does not say whose it is.
func ofAnyState(n organisation.Name) bool {
	if len(n.Countries) > 0 || n.Seat != "" {
		return false
	}
	return everyState[strings.Join(n.Words, " ")] || slices.ContainsFunc(n.Words, func(w string) bool { return everyState[w] })
}

// anothers reports whether two outlets call two nodes alike, neither says which state's they are, and no statement tells them to be one.
func (j *joiner) anothers(p pair) bool {
	_, told := j.evidence[p][SameStatement]
	a, b := j.nodes[p.a], j.nodes[p.b]
	return !told && a.outlet != "" && b.outlet != "" && a.outlet != b.outlet
}

// withoutGuesses leaves out the questions whether a body that does not say whose it is might be that of a state, where the names here
// know it of several: a reviewer could only guess, unless an outlet that prints it names one state's and no other's.
func (j *joiner) withoutGuesses(edges []edge) []edge {
	all, near := map[int32]set{}, map[int32]set{} // the states whose it can be, by cluster of such a body
	for _, e := range edges {
		if open, named, ok := j.openState(e.pair); ok {
			c := j.cluster[open]
			for _, k := range append(slices.Clone(j.members[c]), named) {
				all[c] = all[c].with(j.nodes[k].countries())
			}
			if j.oneOutlet(open, named) {
				near[c] = near[c].with(j.nodes[named].countries())
			}
		}
	}
	return slices.DeleteFunc(edges, func(e edge) bool {
		open, named, ok := j.openState(e.pair)
		c := j.cluster[open]
		return ok && len(all[c]) > 1 && !(len(near[c]) == 1 && j.oneOutlet(open, named))
	})
}

// bindForms joins the name of a firm with its legal form to the same without, where no other form is named here: ZTE, ZTE Corp. Lists of
// firms hold several of one name.
func (j *joiner) bindForms(edges []edge) {
	forms := map[int32]set{} // by cluster of the name without
	each := func(do func(e edge, short int32, form string)) {
		for _, e := range edges {
			a, b := j.nodes[e.a].body, j.nodes[e.b].body
			if a == nil || b == nil || !organisation.SameButForm(a, b) {
				continue
			}
			if a.Name.Legal == "" {
				do(e, e.a, b.Name.Legal)
			} else {
				do(e, e.b, a.Name.Legal)
			}
		}
	}
	each(func(_ edge, short int32, form string) {
		forms[j.cluster[short]] = forms[j.cluster[short]].with([]string{form})
	})
	each(func(e edge, short int32, _ string) {
		if a, b := j.cluster[e.a], j.cluster[e.b]; len(forms[j.cluster[short]]) == 1 && !j.forbidden(a, b) {
			j.settled[e.pair] = Reason{"the only legal form that is named with it here", true, 0}
			j.merge(e, "machine")
		}
	})
}

// set is some words.
type set map[string]bool

func (s set) with(words []string) set {
	if s == nil {
		s = set{}
	}
	for _, w := range words {
		s[w] = true
	}
	return s
}

// countries are those that a body names; a person can be in its cluster, by a rule.
func (n *node) countries() []string {
	if n.body == nil {
		return nil
	}
	return n.body.Name.Countries
}

// oneOutlet reports whether one outlet prints two nodes.
func (j *joiner) oneOutlet(a, b int32) bool {
	for _, x := range j.nodes[a].mentions {
		for _, y := range j.nodes[b].mentions {
			if o := j.mentions[x].Outlet; o != "" && o == j.mentions[y].Outlet {
				return true
			}
		}
	}
	return false
}

// openState tells the body of a pair that does not say whose it is from the one that does; false where no such thing is all they differ
// in, or a statement tells.
func (j *joiner) openState(p pair) (open, named int32, ok bool) {
	if _, told := j.evidence[p][SameStatement]; told || !j.nodes[p.a].sameOffice(j.nodes[p.b]) {
		return 0, 0, false
	}
	if len(j.nodes[p.a].body.Name.Countries) == 0 {
		return p.a, p.b, true
	}
	return p.b, p.a, true
}
