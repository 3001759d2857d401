package dossier

import (
	"slices"
	"strings"

	"quotidian/dossier/decision"
)

// rulesFor translates links between references to links between items. A reference may mean several items: all
// of them then, but for those that a person split off from what it is joined with, article by article. References that mean
// nothing here are passed over, but what they join stays joined.
func rulesFor(links *decision.Links, items func(ref string) []int) rules {
	var r rules
	left := leaving(links, items)
	for _, g := range links.Groups() {
		var all []int
		gone := left.of(g, items)
		for _, ref := range g {
			kind, _, _ := decision.ParseRef(ref)
			for _, i := range items(ref) {
				if kind != decision.ToName || !gone[i] {
					all = append(all, i)
				}
			}
		}
		for k := 1; k < len(all); k++ {
			r.together = append(r.together, [2]int{all[k-1], all[k]})
		}
	}
	for _, p := range links.Apart() {
		for _, a := range items(p[0]) {
			for _, b := range items(p[1]) {
				r.apart = append(r.apart, [2]int{a, b})
			}
		}
	}
	return r
}

// departure is what a split of mentions says: these leave those.
type departure struct {
	by          decision.Decision
	leave, from []int
}

type departures []departure

func leaving(links *decision.Links, items func(ref string) []int) (all departures) {
	for _, l := range links.Leaving() {
		d := departure{by: l.Decision, leave: each(l.Mentions, items)}
		targets := setOf(each(l.Targets, items))
		for _, i := range each(l.Against, items) {
			if !targets[i] {
				d.from = append(d.from, i)
			}
		}
		all = append(all, d)
	}
	return all
}

// each gives the items that references mean.
func each(refs []string, items func(ref string) []int) (all []int) {
	for _, ref := range refs {
		all = append(all, items(ref)...)
	}
	return all
}

// of gives the items to which a join of names does not reach: it would bring them to those that they left.
func (all departures) of(group []string, items func(ref string) []int) map[int]bool {
	if len(all) == 0 {
		return nil
	}
	joined, gone := map[int]bool{}, map[int]bool{}
	for _, ref := range group {
		for _, i := range items(ref) {
			joined[i] = true
		}
	}
	for _, d := range all {
		if !slices.ContainsFunc(d.from, func(i int) bool { return joined[i] }) {
			continue
		}
		for _, i := range d.leave {
			gone[i] = true
		}
	}
	return gone
}

func setOf(items []int) map[int]bool {
	set := make(map[int]bool, len(items))
	for _, i := range items {
		set[i] = true
	}
	return set
}

// quoteItems gives the place of the quote that ref means.
func (c *corpus) quoteItems(ref string) []int {
	if kind, id, _ := decision.ParseRef(ref); kind == decision.ToQuote {
		if i, ok := c.index(id); ok {
			return []int{i}
		}
	}
	return nil
}

// items gives the places of the mentions that ref means.
func (m *machine) items(ref string) []int {
	switch kind, id, _ := decision.ParseRef(ref); kind {
	case decision.ToName:
		var named []int
		for _, i := range m.byKey[id] {
			if m.mentions[i].named() {
				named = append(named, i)
			}
		}
		return named
	case decision.ToMention:
		article, key, _ := strings.Cut(id, "/")
		if i, ok := findMention(m.mentions, shortID(article, key)); ok {
			return []int{i}
		}
	}
	return nil
}
