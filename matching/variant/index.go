package variant

import (
	"slices"

	"quotidian/attribution/name"
	"quotidian/matching/variant/likeness"
)

// index remembers names, who shares a key with whom, and how alike those are by name alone: the part of a join that
// takes time and that no later article changes. A name that comes later is compared with those that share a key with
// it, and nothing else is compared again.
type index struct {
	forms *likeness.Forms
	ids   map[string]int32 // by the key of the node
	names []*indexed
	// people are the persons among the names, nil for others: what comparing reads, without the way through the name.
	people []*person
	// sharing holds the names of each key, by kind of key; those of a key that too many share are forgotten, not their
	// number.
	sharing [keyKinds]map[uint64]*block
	// alike holds the names alone of every pair worth a look.
	alike  map[pair]judgement
	others []int32 // room for the names that one name is compared with
	// See keep.go: what was adopted, and how many names are in records.
	kept     *kept
	recorded int32
}

// The kinds of key.
const (
	keyPairs = iota
	keySingles
	keyBodies
	keyKinds
)

// indexed is what the index knows of a name.
type indexed struct {
	*node  // what every run of a join agrees on
	keys   [keyKinds][]uint64
	key    string // of the node
	number int32  // in records
}

// block is the names of one key.
type block struct {
	size  int
	names []int32
}

func newIndex() *index {
	x := &index{forms: persons().NewForms(), ids: map[string]int32{}, alike: map[pair]judgement{}}
	for k := range x.sharing {
		x.sharing[k] = map[uint64]*block{}
	}
	return x
}

// limit is how many of n names may share a key of a kind.
func limit(kind, n int) int {
	if kind == keyPairs {
		return pairLimit(n)
	}
	return singleLimit(n)
}

// add takes in the name of a node unless it is there, and compares it with those that share a key. It will be one of
// total.
func (x *index) add(key string, n *node, total int) int32 {
	if id, ok := x.ids[key]; ok {
		return id
	}
	id := int32(len(x.names))
	e := &indexed{node: &node{kind: n.kind, folded: n.folded, bare: n.bare, local: n.local, person: n.person, body: n.body}}
	e.key, e.number = key, unrecorded
	if x.kept != nil {
		if n, ok := x.kept.number[key]; ok {
			e.number = n
		}
	}
	x.ids[key] = id
	x.names, x.people = append(x.names, e), append(x.people, e.person)
	e.makeKeys()
	others := x.others[:0]
	for kind, keys := range e.keys {
		most := limit(kind, total)
		for _, k := range keys {
			b := x.sharing[kind][k]
			if b == nil {
				b = &block{}
				x.sharing[kind][k] = b
			}
			b.size++
			if b.size > most {
				b.names = nil
				continue
			}
			others = append(others, b.names...)
			b.names = append(b.names, id)
		}
	}
	slices.Sort(others)
	x.others = others
	for _, o := range slices.Compact(others) {
		g, ok := x.recall(e, x.names[o])
		if !ok {
			g = x.compareWith(e, o)
		}
		if g.p >= dim {
			x.alike[pair{o, id}] = g
		}
	}
	return id
}

// makeKeys fills the keys of a name, each kind ascending.
func (e *indexed) makeKeys() {
	switch {
	case e.person != nil:
		var pairs, singles []entry
		pairs, singles = appendKeys(pairs, singles, e.person.form.Name, 0)
		e.keys[keyPairs], e.keys[keySingles] = keysOf(pairs), keysOf(singles)
	case e.body != nil && !e.local:
		e.keys[keyBodies] = organisationKeys(e.body.Name)
	}
}

func keysOf(entries []entry) []uint64 {
	out := make([]uint64, len(entries))
	for i, e := range entries {
		out[i] = e.key
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// compareWith judges a new name and one of the index by their names alone.
func (x *index) compareWith(e *indexed, o int32) judgement {
	if e.person == nil || x.people[o] == nil {
		return x.compare(e.node, x.names[o].node)
	}
	g := x.comparePersons(e.person, x.people[o])
	if g.p >= dim {
		g.p = prior(g.p, e.node, x.names[o].node)
	}
	return g
}

// compare judges two nodes by their names alone. Names that have too little in common are given up early.
func (x *index) compare(a, b *node) (g judgement) {
	switch {
	case a.person != nil && b.person != nil:
		if g = x.comparePersons(a.person, b.person); g.p >= dim {
			g.p = prior(g.p, a, b)
		}
	case a.kind == b.kind && isBody(a.kind):
		g = judgeBodiesAmong(organisations().Compare(a.body, b.body), a.kind)
	}
	return g
}

// comparePersons judges two names of persons, those in one script with what the index remembers of words.
func (x *index) comparePersons(a, b *person) judgement {
	if a.script != b.script {
		return judgePersons(persons(), a, b)
	}
	p, conflict := x.forms.Judge(a.form, b.form)
	if p < dim {
		return judgement{}
	}
	return a.judged(b, p, conflict)
}

// candidates gives the remembered pairs that n names still let be compared: they share a key that is not too common
// by now.
func (x *index) candidates() []pair {
	var out []pair
	for p := range x.alike {
		if x.share(x.names[p.a], x.names[p.b]) {
			out = append(out, p)
		}
	}
	return out
}

func (x *index) share(a, b *indexed) bool {
	for kind := range a.keys {
		most := limit(kind, len(x.names))
		for _, k := range a.keys[kind] {
			if _, ok := slices.BinarySearch(b.keys[kind], k); ok && x.sharing[kind][k].size <= most {
				return true
			}
		}
	}
	return false
}

// refer reports whether either name can be a shorter mention of the other.
func refer(a, b name.Name) bool { return name.Refers(a, b) || name.Refers(b, a) }
