package dossier

import (
	"strings"

	"quotidian/dossier/decision"
)

// rulesFor translates links between references to links between items. A reference may mean several items: all
// of them then. References that mean nothing here are passed over, but what they join stays joined.
func rulesFor(links *decision.Links, items func(ref string) []int) rules {
	var r rules
	for _, g := range links.Groups() {
		var all []int
		for _, ref := range g {
			all = append(all, items(ref)...)
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
