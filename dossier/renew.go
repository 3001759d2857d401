package dossier

import (
	"maps"
	"time"

	"quotidian/dossier/store"
	"quotidian/matching/variant"
)

// renewNames joins names again where there is evidence: the clusters that it speaks of, each whole, and no others.
func (d *division) renewNames(c *corpus, m *machine, ev []variant.Evidence) {
	again := map[string]bool{}
	for _, e := range ev {
		again[d.joined[e.A].Cluster], again[d.joined[e.B].Cluster] = true, true
	}
	var part []*mention
	for _, x := range m.mentions {
		if again[d.joined[x.id].Cluster] {
			part = append(part, x)
		}
	}
	d.replace(again, joinNames(newNameJoin(), c, part, ev))
}

// replace puts part in the place of the clusters that were judged again, and of the links inside them.
func (d *division) replace(again map[string]bool, part *division) {
	maps.DeleteFunc(d.links, func(_ string, l store.Link) bool {
		return again[d.joined[l.A].Cluster] && again[d.joined[l.B].Cluster]
	})
	maps.Copy(d.joined, part.joined)
	maps.Copy(d.links, part.links)
}

// renewWords divides quotes again whose speaker changed between the clusters of mentions before and those of names:
// their statements, and those that they nearly joined, or may join now, and that have the same speaker now. Nothing else
// that quotes are compared by depends on names.
func (d *division) renewWords(c *corpus, m *machine, names *division, before map[string]store.Joined) {
	moved := movedMentions(names.joined, before)
	speaker := func(i int) string {
		if m.of[i] < 0 {
			return ""
		}
		return names.joined[m.mentions[m.of[i]].id].Cluster
	}
	printed := func(i int) time.Time { return c.articles[c.quotes[i].Article].Read.Published.Time }
	seeds, near := map[string]bool{}, newNearness()
	for i, q := range c.quotes {
		if m.of[i] >= 0 && moved[m.mentions[m.of[i]].id] {
			seeds[d.joined[q.ID].Cluster] = true
			near.add(speaker(i), q.Words, printed(i))
		}
	}
	again := maps.Clone(seeds)
	for _, l := range d.links {
		a, b := d.joined[l.A].Cluster, d.joined[l.B].Cluster
		i, _ := c.index(l.A)
		k, _ := c.index(l.B)
		if seeds[a] != seeds[b] && speaker(i) == speaker(k) {
			again[a], again[b] = true, true
		}
	}
	for i, q := range c.quotes {
		if near.meets(speaker(i), q.Words, printed(i)) {
			again[d.joined[q.ID].Cluster] = true
		}
	}
	var places []int
	for i, q := range c.quotes {
		if again[d.joined[q.ID].Cluster] {
			places = append(places, i)
		}
	}
	d.replace(again, joinQuotes(c.wordings(m, names.of(m), places)))
}

// movedMentions gives the mentions that did not stay with the bulk of their cluster: where a small cluster came to
// a big one it is the small one that moved.
func movedMentions(now, before map[string]store.Joined) map[string]bool {
	type step struct{ from, to string }
	count := map[step]int{}
	for id, j := range now {
		count[step{before[id].Cluster, j.Cluster}]++
	}
	bulk := func(key func(step) string) map[string]step {
		best := map[string]step{}
		for s, n := range count {
			old, ok := best[key(s)]
			if !ok || n > count[old] || n == count[old] && (s.from+s.to < old.from+old.to) {
				best[key(s)] = s
			}
		}
		return best
	}
	out, in := bulk(func(s step) string { return s.from }), bulk(func(s step) string { return s.to })
	moved := map[string]bool{}
	for id, j := range now {
		s := step{before[id].Cluster, j.Cluster}
		if out[s.from] != s || in[s.to] != s {
			moved[id] = true
		}
	}
	return moved
}
