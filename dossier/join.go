package dossier

import (
	"slices"
	"strings"
	"unicode"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/matching/variant"
	"quotidian/matching/wording"
	"quotidian/quotes"
)

// rules are what decisions say about items 0 … n-1 of one join.
type rules struct{ together, apart [][2]int }

// rulesFor translates links between references to links between items. An item may have several references,
// and a reference may mean several items: all of them then.
func rulesFor(n int, refs func(i int) []string, links *decision.Links) rules {
	meant := map[string][]int{}
	groups, pairs := links.Groups(), links.Apart()
	if len(groups)+len(pairs) == 0 {
		return rules{}
	}
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

// newRuledWeld joins what must be and parts what must not.
func newRuledWeld(n int, r rules) *weld {
	w := newWeld(n)
	for _, p := range r.together {
		w.join(p[0], p[1])
	}
	for _, p := range r.apart {
		w.part(p[0], p[1])
	}
	return w
}

// joinStatements joins quotes of the same words to statements, in order of id.
func joinStatements(ms []*member, o *overlay) []*statement {
	refs := func(i int) []string { return []string{decision.Ref(decision.ToQuote, ms[i].ID)} }
	w := newRuledWeld(len(ms), rulesFor(len(ms), refs, o.links))
	seen := map[string]int{}
	for i, m := range ms {
		key := plainWords(m.Words)
		if j, ok := seen[key]; ok {
			w.join(j, i)
		} else {
			seen[key] = i
		}
	}
	byRoot := map[int]*statement{}
	var all []*statement
	for i, root := range w.roots() {
		s := byRoot[root]
		if s == nil { // quotes are sorted: the first has the smallest id
			s = &statement{id: "s-" + ms[i].ID, score: 1}
			byRoot[root] = s
			all = append(all, s)
		}
		s.members = append(s.members, ms[i])
	}
	for _, s := range all {
		slices.SortFunc(s.members, compareMembers)
	}
	return all
}

// sameWords gives the evidence that two mentions are named as the speaker of one text in two articles.
func sameWords(qs []*store.Quote, of map[string]*mention) []variant.Evidence {
	first := map[string]*mention{}
	var ev []variant.Evidence
	for _, q := range qs {
		m := of[q.ID]
		key := plainWords(q.Words)
		if m == nil || strings.Count(key, " ") < 5 {
			continue
		}
		if f := first[key]; f == nil {
			first[key] = m
		} else if f.article != m.article && f.key != m.key {
			ev = append(ev, variant.Evidence{A: min(f.id, m.id), B: max(f.id, m.id), Kind: variant.SameStatement})
		}
	}
	return ev
}

// plainWords is a text without what only style decides: marks, blanks, capitals.
func plainWords(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// compare names what one wording did to another.
func compare(a, b *store.Quote) []wording.Change {
	if a.Kind == quotes.Direct && b.Kind == quotes.Indirect {
		return []wording.Change{{Kind: wording.Unquoted, Note: "printed without quotation marks"}}
	}
	return nil
}

// diff aligns two wordings word by word.
func diff(a, b string) wording.Diff {
	if a == b {
		return wording.Diff{{Op: wording.Same, A: a, B: b}}
	}
	return wording.Diff{{Op: wording.Replaced, A: a, B: b}}
}
