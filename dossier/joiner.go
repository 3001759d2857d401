package dossier

import (
	"quotidian/dossier/cores"
	"quotidian/dossier/store"
	"quotidian/matching/variant"
	"quotidian/matching/wording"
)

// joiner keeps the joins of names and wordings from one import to the next, so that a new article is compared with what is
// there, and what is there not with itself again. It gives what a new one would give.
//
// A speaker's id is that of his smallest mention and may change when he gets another; within a joiner he keeps
// the first one he had. Where two became one, or one became two, or a quote went, it begins anew.
type joiner struct {
	spelt *variant.Joiner
	join  *wording.Joiner
	known map[string]string // quote to the speaker that the join knows
	order []string          // the quotes in the order in which the join took them

	divided []wording.Quote // the quotes of the last division
	// See keep.go: the pieces that an earlier program left; in how many pieces the names are, how many of order are in
	// pieces, and in how many.
	namePieces, wordPieces [][]byte
	namesRecorded          int
	recorded, recordings   int
}

// namer gives the join of names.
func (k *joiner) namer() *variant.Joiner {
	if k.spelt == nil {
		k.spelt = k.adoptNames()
	}
	return k.spelt
}

// divide gives the statements of qs, which are all the quotes there are, by id.
func (k *joiner) divide(qs []wording.Quote) *division {
	if k.join == nil {
		k.adopt(qs)
	}
	names, ok := k.names(qs)
	if !ok {
		*k = joiner{spelt: k.spelt, namesRecorded: k.namesRecorded, join: newWordJoin(), known: map[string]string{}}
		names = nil
	}
	for _, q := range qs {
		if _, ok := k.known[q.ID]; ok {
			continue
		}
		name, ok := names[q.Speaker]
		if !ok {
			name = q.Speaker
		}
		k.take(q, name)
	}
	k.divided = qs
	return newWordDivision(k.join)
}

// take adds a quote to the join, with the speaker that the join knows it by.
func (k *joiner) take(q wording.Quote, speaker string) {
	q.Speaker = speaker
	k.known[q.ID] = speaker
	k.order = append(k.order, q.ID)
	k.join.Add(q)
}

// names leads from the ids that speakers have now to those that the join knows them by; ok is false when there is
// no such way.
func (k *joiner) names(qs []wording.Quote) (names map[string]string, ok bool) {
	if k.join == nil {
		return nil, false
	}
	names, back, seen := map[string]string{}, map[string]string{}, 0
	for _, q := range qs {
		old, ok := k.known[q.ID]
		if !ok {
			continue
		}
		seen++
		if have, ok := names[q.Speaker]; ok && have != old {
			return nil, false
		}
		if have, ok := back[old]; ok && have != q.Speaker {
			return nil, false
		}
		names[q.Speaker], back[old] = old, q.Speaker
	}
	return names, seen == len(k.known)
}

// joinQuotes divides quotes into statements.
func joinQuotes(qs []wording.Quote) *division {
	j := newWordJoin()
	for _, q := range qs {
		j.Add(q)
	}
	return newWordDivision(j)
}

// newNameJoin and newWordJoin give empty joins that compare on every core.
func newNameJoin() *variant.Joiner {
	j := variant.NewJoiner()
	j.Spread(cores.All())
	return j
}

func newWordJoin() *wording.Joiner {
	j := wording.NewJoiner()
	j.Spread(cores.All())
	return j
}

func newWordDivision(j *wording.Joiner) *division {
	id := j.ID
	r := j.Result(nil, careful)
	d := newDivision()
	for _, s := range r.Statements {
		for _, i := range s.Members {
			d.joined[id(i)] = store.Joined{Item: id(i), Cluster: id(s.Members[0]), Score: 1}
		}
		for _, l := range s.Joins {
			x := d.joined[id(l.Quote)]
			x.Score = l.Score
			d.joined[x.Item] = x
		}
	}
	for _, p := range r.Proposals {
		a, b, kind := id(p.QuoteA), id(p.QuoteB), wordOpen
		if p.Part {
			kind = partOpen
		}
		d.link(store.Link{Kind: kind, A: min(a, b), B: max(a, b), Score: p.Score})
	}
	return d
}

// careful joins what is nearly certain, and gives every pair that a change of speakers could lift over that bar.
var careful = func() wording.Options {
	o := wording.Careful
	o.Review = 0.05
	return o
}()
