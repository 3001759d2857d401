package dossier

import (
	"cmp"
	"slices"

	"quotidian/attribution/name"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/matching/variant"
	"quotidian/matching/wording"
)

// machine is what the joins across articles say before any decision: a function of the corpus alone, and the
// only part of a fold that takes time. Decisions are laid over it, see regroup.
type machine struct {
	mentions []*mention // by id
	// mention of each quote of the corpus, -1 for none.
	mentionOf []int
	names     *nameJoin
	words     *wordJoin
}

// analyse runs the joins: quotes by their words alone, then names, with the evidence of speakers who said the
// same, then quotes again, knowing who spoke.
func analyse(c *corpus) *machine {
	m := &machine{}
	m.mentions, m.mentionOf = mentions(c)
	plain := joinWords(c, func(int) (string, string) { return "", "" })
	m.names = joinNames(c, m.mentions, plain.evidence(m))
	m.words = joinWords(c, func(q int) (id, name string) {
		if i := m.mentionOf[q]; i >= 0 {
			cl := m.names.clusters[m.names.cluster[i]]
			return cl.Mentions[0], cl.Name
		}
		return "", ""
	})
	return m
}

// nameJoin is which mentions are one speaker, and why. Clusters are in order of their smallest mention.
type nameJoin struct {
	clusters []variant.Cluster
	cluster  []int // by mention
	joins    []variant.Link
	pending  []variant.Link
}

func joinNames(c *corpus, ms []*mention, ev []variant.Evidence) *nameJoin {
	in := make([]variant.Mention, len(ms))
	for i, m := range ms {
		a := c.articles[m.article]
		in[i] = variant.Mention{ID: m.id, Name: m.name, Kind: m.kind, Role: m.role(), Article: m.article,
			Outlet: a.Read.Outlet.Name, Published: a.Read.Published.Time.UTC(), Count: len(m.quotes)}
	}
	r := variant.Join(in, ev, nil)
	n := &nameJoin{clusters: r.Clusters, cluster: make([]int, len(ms)), joins: r.Joins, pending: r.Proposals}
	for k, cl := range r.Clusters {
		for _, id := range cl.Mentions {
			i, _ := findMention(ms, id)
			n.cluster[i] = k
		}
	}
	return n
}

func findMention(ms []*mention, id string) (int, bool) {
	return slices.BinarySearchFunc(ms, id, func(m *mention, id string) int { return cmp.Compare(m.id, id) })
}

// likeNames is how alike two mentions are by their names.
func likeNames(a, b *mention) float64 {
	if name.Fold(a.name) == name.Fold(b.name) {
		return 1
	}
	return variant.CompareAs(a.kind, a.name, b.name).P
}

// wordJoin is which quotes are one statement, and how sure that is.
type wordJoin struct {
	cluster []int     // by quote
	score   []float64 // how surely a quote belongs to its cluster; 1 for the one that others were joined to
	pending []wording.Proposal
}

// joinWords divides the quotes of the corpus into statements. who gives id and name of a quote's speaker. Dates
// are those that were read, not those that a person settled: who was first is a person's matter, what was said
// is not.
func joinWords(c *corpus, who func(quote int) (id, name string)) *wordJoin {
	qs := make([]wording.Quote, len(c.quotes))
	for i, q := range c.quotes {
		a := c.articles[q.Article]
		id, name := who(i)
		qs[i] = wording.Quote{ID: q.ID, Text: q.Words, Kind: q.Kind, Speaker: id, SpeakerName: name, Outlet: a.Read.Outlet.Name,
			Published: a.Read.Published.Time.UTC(), Article: q.Article, Position: q.Place, Parts: len(q.Content)}
	}
	r := wording.JoinAll(qs, nil, wording.Careful)
	w := &wordJoin{cluster: make([]int, len(qs)), score: make([]float64, len(qs)), pending: r.Proposals}
	for k, s := range r.Statements {
		for _, m := range s.Members {
			w.cluster[m], w.score[m] = k, 1
		}
		for _, j := range s.Joins {
			w.score[j.Quote] = j.Score
		}
	}
	return w
}

// evidence says which mentions are named as speakers of one statement: each of a cluster with the first one of
// another article.
func (w *wordJoin) evidence(m *machine) []variant.Evidence {
	first := map[int]*mention{}
	var ev []variant.Evidence
	for q, i := range m.mentionOf {
		if i < 0 {
			continue
		}
		a := m.mentions[i]
		switch f := first[w.cluster[q]]; {
		case f == nil:
			first[w.cluster[q]] = a
		case f.article != a.article && f.key != a.key:
			ev = append(ev, variant.Evidence{A: min(f.id, a.id), B: max(f.id, a.id), Kind: variant.SameStatement})
		}
	}
	slices.SortFunc(ev, func(a, b variant.Evidence) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return slices.Compact(ev)
}

// rulesFor translates links between references to links between items. An item may have several references,
// and a reference may mean several items: all of them then. References that mean nothing here are passed over,
// but what they join stays joined.
func rulesFor(n int, refs func(i int) []string, links *decision.Links) rules {
	groups, pairs := links.Groups(), links.Apart()
	if len(groups)+len(pairs) == 0 {
		return rules{}
	}
	meant := map[string][]int{}
	for i := range n {
		for _, ref := range refs(i) {
			meant[ref] = append(meant[ref], i)
		}
	}
	var r rules
	for _, g := range groups {
		var items []int
		for _, ref := range g {
			items = append(items, meant[ref]...)
		}
		for k := 1; k < len(items); k++ {
			r.together = append(r.together, [2]int{items[k-1], items[k]})
		}
	}
	for _, p := range pairs {
		for _, a := range meant[p[0]] {
			for _, b := range meant[p[1]] {
				r.apart = append(r.apart, [2]int{a, b})
			}
		}
	}
	return r
}

// quoteRefs gives the references that mean a quote.
func quoteRefs(q *store.Quote) []string { return []string{decision.Ref(decision.ToQuote, q.ID)} }
