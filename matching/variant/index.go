package variant

import (
	"cmp"
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
	// readings are of all names that came, see [index.read].
	readings map[called]reading
	names    []*indexed
	// people are the persons among the names, nil for others: what comparing reads, without the way through the name.
	people []*person
	// sketches are what a glance sees of the same names, nothing of others.
	sketches []likeness.Sketch
	// sharing holds the names of each key, by kind of key; those of a key that too many share are forgotten, not their
	// number.
	sharing [keyKinds]map[uint64]*block
	// alike holds the names alone of every pair worth a look.
	alike map[pair]judgement
	// came are the names that are filed and not compared yet, comparers those who do it: one, or one a hand.
	came      []arrival
	crowds    []crowd
	comparers []*comparer
	hands     int // see [Joiner.Spread]
	run       func(work func(hand int))
	// worth is what a glance at two names has to come to, see [LeastWorth].
	worth float32
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
	keys   [keyKinds][]filed
	key    string // of the node
	number int32  // in records
}

// filed is a key of a name with the number of the word that it is made of; 0 for keys of several words, and for those of
// names in other scripts than Latin, whose letters tell too little.
type filed struct {
	key  uint64
	word uint32
}

// block is the names of one key.
type block struct {
	size  int // names, not members: two words of a name can have one key
	names []member
}

// member is a name of a block, and its word that has the key.
type member struct {
	name int32
	word uint32
}

func newIndex() *index {
	x := &index{forms: persons().NewForms(), ids: map[string]int32{}, readings: map[called]reading{}, alike: map[pair]judgement{}, hands: 1}
	x.comparers = []*comparer{{x: x, forms: x.forms}}
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

// add takes in the name of a node unless it is there. It will be one of total. What it is like [index.compareArrivals] finds
// out.
func (x *index) add(key string, n *node, total int) int32 {
	if id, ok := x.ids[key]; ok {
		return id
	}
	id := int32(len(x.names))
	e := &indexed{node: &node{kind: n.kind, folded: n.folded, bare: n.bare, local: n.local, person: n.person, body: n.body}}
	e.key, e.number = key, unrecorded
	x.worth = LeastWorth(total)
	if x.kept != nil {
		if n, ok := x.kept.number[key]; ok {
			e.number = n
		}
	}
	x.ids[key] = id
	x.names, x.people, x.sketches = append(x.names, e), append(x.people, e.person), append(x.sketches, e.person.sketch())
	x.makeKeys(e)
	x.file(e, id, total)
	if len(x.came) == mostArrivals {
		x.compareArrivals()
	}
	return id
}

// file puts a name under its keys and remembers whom it met there.
func (x *index) file(e *indexed, id int32, total int) {
	from := int32(len(x.crowds))
	for kind, keys := range e.keys {
		most := limit(kind, total)
		for i, k := range keys {
			b := x.sharing[kind][k.key]
			if b == nil {
				b = &block{}
				x.sharing[kind][k.key] = b
			}
			if i == 0 || keys[i-1].key != k.key {
				b.size++
			}
			if b.size > most {
				b.names = nil
				continue
			}
			if len(b.names) > 0 {
				x.crowds = append(x.crowds, crowd{k.word, b.names})
			}
			b.names = append(b.names, member{id, k.word})
		}
	}
	x.came = append(x.came, arrival{id, from, int32(len(x.crowds))})
}

// makeKeys fills the keys of a name, each kind ascending.
func (x *index) makeKeys(e *indexed) {
	switch {
	case e.person != nil:
		e.keys[keyPairs], e.keys[keySingles] = personKeys(e.person)
	case e.body != nil && !e.local:
		for _, k := range organisationKeys(e.body.Name) {
			e.keys[keyBodies] = append(e.keys[keyBodies], filed{key: k})
		}
	}
}

func personKeys(p *person) (pairs, singles []filed) {
	ps, ss := appendKeys(nil, nil, p.form.Name, 0)
	for _, k := range sorted(ps) {
		pairs = append(pairs, filed{key: k.key})
	}
	for _, k := range sorted(ss) {
		f := filed{key: k.key}
		if p.script == name.Latin {
			f.word = p.form.Word(int(k.word))
		}
		singles = append(singles, f)
	}
	return pairs, singles
}

// compare judges two nodes by their names alone. Names that have too little in common are given up early.
func (x *index) compare(a, b *node) judgement { return x.comparers[0].compare(a, b) }

// candidates gives the remembered pairs that the names still let be compared: they share a key that is not too common
// by now, and a glance at them comes to enough.
func (x *index) candidates() []pair {
	var out []pair
	for p := range x.alike {
		if x.share(x.names[p.a], x.names[p.b]) && (x.worth == 0 || x.meets(p.a, p.b, x.forms)) {
			out = append(out, p)
		}
	}
	return out
}

// meets reports whether two names of the index are worth comparing.
func (x *index) meets(a, b int32, forms *likeness.Forms) bool {
	return x.people[a] == nil || x.people[b] == nil || forms.Worth(x.people[a].form, &x.sketches[a], &x.sketches[b], x.worth)
}

func (x *index) share(a, b *indexed) bool {
	for kind := range a.keys {
		most := limit(kind, len(x.names))
		for _, k := range a.keys[kind] {
			if x.shares(kind, k, b.keys[kind]) && x.sharing[kind][k.key].size <= most {
				return true
			}
		}
	}
	return false
}

// shares reports whether a key is among the keys of another name, for the sake of words that can be one.
func (x *index) shares(kind int, k filed, keys []filed) bool {
	i, _ := slices.BinarySearchFunc(keys, k.key, func(f filed, key uint64) int { return cmp.Compare(f.key, key) })
	for ; i < len(keys) && keys[i].key == k.key; i++ {
		if v := keys[i].word; k.word == 0 || v == 0 || x.forms.Partners(k.word, v) {
			return true
		}
	}
	return false
}

// refer reports whether either name can be a shorter mention of the other.
func refer(a, b name.Name) bool { return name.Refers(a, b) || name.Refers(b, a) }
