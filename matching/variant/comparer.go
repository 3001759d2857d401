package variant

import (
	"slices"
	"sync/atomic"

	"quotidian/matching/variant/likeness"
)

// arrival is a new name, with where the crowds that it met begin and end in [index.crowds].
type arrival struct{ id, from, to int32 }

// crowd is those who had a key before a new name came, and the word of the new name that has it.
type crowd struct {
	word  uint32
	names []member
}

// Names are compared when mostArrivals are filed, or no more come; by several hands from manyArrivals on, each taking
// arrivalsAtOnce.
const (
	mostArrivals   = 1 << 12
	manyArrivals   = 1 << 7
	arrivalsAtOnce = 1 << 4
)

// comparer compares new names with those of the index: one hand's share of the work. What it finds does not depend on what
// else it compared.
type comparer struct {
	x      *index
	forms  *likeness.Forms // the words of the index, with a memory of its own
	met    meetings
	others []int32 // room for the names that one name is compared with
	found  []likePair
}

// likePair is a pair worth a look.
type likePair struct {
	pair
	judgement
}

// compareArrivals compares the names that came with those that were there before each. Which hand compares what does not
// matter: whom a name meets was settled when it was filed.
func (x *index) compareArrivals() {
	var next atomic.Int64
	hands := 1
	if len(x.came) >= manyArrivals {
		hands = x.hands
	}
	for len(x.comparers) < hands {
		x.comparers = append(x.comparers, &comparer{x: x, forms: x.forms.Fork()})
	}
	if hands == 1 {
		x.comparers[0].work(&next)
	} else {
		x.run(func(hand int) { x.comparers[hand].work(&next) })
	}
	for _, c := range x.comparers[:hands] {
		for _, l := range c.found {
			x.alike[l.pair] = l.judgement
		}
		c.found = c.found[:0]
	}
	x.came, x.crowds = x.came[:0], slices.Delete(x.crowds, 0, len(x.crowds))
}

// rest compares what is left and lets go of what several hands needed.
func (x *index) rest() {
	x.compareArrivals()
	x.comparers = slices.Delete(x.comparers, 1, len(x.comparers))
}

// work compares arrivals until none is left.
func (c *comparer) work(next *atomic.Int64) {
	for {
		to := int(next.Add(arrivalsAtOnce))
		from := to - arrivalsAtOnce
		if from >= len(c.x.came) {
			return
		}
		for _, a := range c.x.came[from:min(to, len(c.x.came))] {
			c.arrive(a)
		}
	}
}

// arrive compares a new name with those it met.
func (c *comparer) arrive(a arrival) {
	e := c.x.names[a.id]
	for _, o := range c.candidates(a) {
		if !c.x.meets(a.id, o, c.forms) {
			continue
		}
		g, ok := c.x.recall(e, c.x.names[o])
		if !ok {
			g = c.compareWith(e, o)
		}
		if g.p >= Dim {
			c.found = append(c.found, likePair{pair{o, a.id}, g})
		}
	}
}

// candidates gives the names to compare a new one with, ascending.
func (c *comparer) candidates(a arrival) []int32 {
	c.others = c.others[:0]
	for _, w := range c.x.crowds[a.from:a.to] {
		for _, m := range w.names {
			if m.name != a.id && c.met.partners(c.forms, w.word, m.word) {
				c.others = append(c.others, m.name)
			}
		}
	}
	slices.Sort(c.others)
	return slices.Compact(c.others)
}

// compareWith judges a new name and one of the index by their names alone.
func (c *comparer) compareWith(e *indexed, o int32) judgement {
	if e.person == nil || c.x.people[o] == nil {
		return c.compare(e.node, c.x.names[o].node)
	}
	g := c.comparePersons(e.person, c.x.people[o])
	if g.p >= Dim {
		g.p = prior(g.p, e.node, c.x.names[o].node)
	}
	return g
}

// compare judges two nodes by their names alone.
func (c *comparer) compare(a, b *node) (g judgement) {
	switch {
	case a.person != nil && b.person != nil:
		s, t := a.person.sketch(), b.person.sketch()
		if !c.forms.Worth(a.person.form, &s, &t, c.x.worth) {
			return g
		}
		if g = c.comparePersons(a.person, b.person); g.p >= Dim {
			g.p = prior(g.p, a, b)
		}
	case a.kind == b.kind && isBody(a.kind):
		g = judgeBodiesAmong(organisations().Compare(a.body, b.body), a.kind)
	}
	return g
}

// comparePersons judges two names of persons, those in one script with what is remembered of words.
func (c *comparer) comparePersons(a, b *person) judgement {
	if a.script != b.script {
		return judgePersons(persons(), a, b)
	}
	p, conflict := c.forms.Judge(a.form, b.form)
	if p < Dim {
		return judgement{}
	}
	return a.judged(b, p, conflict)
}
