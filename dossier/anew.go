package dossier

import (
	"maps"
	"slices"
	"time"

	"quotidian/dossier/store"
)

// anew is what comparing quotes again found out, whose speaker decisions made another one: who speaks decides much about whether two
// texts are one statement, and that a person said it counts no less than that the machine found it. Like every fold it follows from the
// corpus and the decisions alone, so that undoing these gives the machine's statements back.
type anew struct {
	// What it follows from: the machine's joins, and the root of each mention that stands elsewhere than there.
	m       *machine
	shifted map[int]int

	places []int     // the quotes that were compared, in order
	words  *clusters // the machine's, with those in the place of theirs
	joined map[string]store.Joined
	open   map[string][]store.Link // of each of the quotes
}

// compareAnew compares quotes again as far as decisions joined or parted their speakers; nil where they did not.
func (v *views) compareAnew() *anew {
	a := &anew{m: v.m, shifted: map[int]int{}}
	for i, root := range v.cast.layer.root {
		if i < len(v.m.mentions) && root != v.m.names.root[i] {
			a.shifted[i] = root
		}
	}
	if len(a.shifted) == 0 {
		return nil
	}
	if old := v.memo.anew; old != nil && old.m == a.m && maps.Equal(old.shifted, a.shifted) {
		return old
	}
	a.choose(v)
	a.divide(v)
	v.memo.anew = a
	return a
}

// compared gives the quotes that were compared again.
func (a *anew) compared() []int {
	if a == nil {
		return nil
	}
	return a.places
}

// choose gathers what is to be compared: the statements with a quote of who moved, and of the speakers to whom they moved those that may
// be one with any of these.
func (a *anew) choose(v *views) {
	printed := func(q int) time.Time { return v.c.articles[v.c.quotes[q].Article].Read.Published.Time }
	again, near, heard := map[int]bool{}, newNearness(), map[*speaker]bool{}
	for _, i := range a.moved(v) {
		s := v.cast.speaker(i)
		heard[s] = true
		for _, q := range v.m.mentions[i].places {
			again[v.m.words.root[q]] = true
			near.add(s.id, v.c.quotes[q].Words, printed(q))
		}
	}
	for s := range heard {
		for _, i := range s.mentions {
			if i >= len(v.m.mentions) {
				continue // only a person knows of it
			}
			for _, q := range v.m.mentions[i].places {
				if day := printed(q); day.IsZero() || near.meets(s.id, v.c.quotes[q].Words, day) { // near to what, nobody knows
					again[v.m.words.root[q]] = true
				}
			}
		}
	}
	a.linked(v, again)
	for root := range again {
		a.places = append(a.places, v.m.words.of(root)...)
	}
	slices.Sort(a.places)
}

// linked adds the statements that the machine nearly joined with those to be compared and that have the same speaker now.
func (a *anew) linked(v *views, again map[int]bool) {
	said := func(q int) *speaker {
		if v.m.of[q] < 0 {
			return nil
		}
		return v.cast.speaker(v.m.of[q])
	}
	for _, root := range slices.Collect(maps.Keys(again)) {
		for _, q := range v.m.words.of(root) {
			for _, l := range v.m.open[v.c.quotes[q].ID] {
				x, _ := v.c.index(l.A)
				y, _ := v.c.index(l.B)
				if who := said(x); who != nil && who == said(y) {
					again[v.m.words.root[x]], again[v.m.words.root[y]] = true, true
				}
			}
		}
	}
}

// moved gives the mentions whose speaker is another one than the machine's.
func (a *anew) moved(v *views) (all []int) {
	before, now := map[string]store.Joined{}, map[string]store.Joined{}
	for i, root := range v.cast.layer.root {
		if i < len(v.m.mentions) {
			id := v.m.mentions[i].id
			before[id], now[id] = store.Joined{Cluster: v.m.mentions[v.m.names.root[i]].id}, store.Joined{Cluster: v.cast.mention(root).id}
		}
	}
	for id := range movedMentions(now, before) {
		i, _ := findMention(v.m.mentions, id)
		all = append(all, i)
	}
	return all
}

// divide joins the chosen quotes anew and puts what comes of it in the place of what the machine had.
func (a *anew) divide(v *views) {
	d := joinQuotes(v.c.wordings(v.m, func(i int) string { return v.cast.mention(v.cast.layer.rootOf(i)).id }, a.places))
	a.joined = d.joined
	roots := slices.Clone(v.m.words.root)
	a.open = map[string][]store.Link{}
	for _, q := range a.places {
		id := v.c.quotes[q].ID
		roots[q], _ = v.c.index(d.joined[id].Cluster)
		a.open[id] = slices.DeleteFunc(slices.Clone(v.m.open[id]), func(l store.Link) bool {
			_, both := d.joined[l.A]
			if both {
				_, both = d.joined[l.B]
			}
			return both
		})
	}
	a.words = newClusters(roots)
	for _, key := range slices.Sorted(maps.Keys(d.links)) {
		if l := d.links[key]; l.Score >= worthAsking[l.Kind] {
			a.open[l.A], a.open[l.B] = append(a.open[l.A], l), append(a.open[l.B], l)
		}
	}
}

// joinScore is how surely a quote was put into its statement.
func (v *views) joinScore(quote string) float64 {
	if v.anew != nil {
		if j, ok := v.anew.joined[quote]; ok {
			return j.Score
		}
	}
	return v.m.joined[quote].Score
}

// openWords are the pairs with a quote that wait for a decision.
func (v *views) openWords(quote string) []store.Link {
	if v.anew != nil {
		if links, ok := v.anew.open[quote]; ok {
			return links
		}
	}
	return v.m.open[quote]
}
