package dossier

import (
	"strings"
	"unicode"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
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

// joinNames joins mentions of one name.
func joinNames(ms []*mention, r rules) []int {
	w := newRuledWeld(len(ms), r)
	seen := map[string]int{}
	for i, m := range ms {
		if !m.personal() {
			continue
		}
		if j, ok := seen[m.key]; ok {
			w.join(j, i)
		} else {
			seen[m.key] = i
		}
	}
	return w.roots()
}

// joinWordings joins quotes of the same words.
func joinWordings(qs []*store.Quote, r rules) []int {
	w := newRuledWeld(len(qs), r)
	seen := map[string]int{}
	for i, q := range qs {
		key := plainWords(q.Words)
		if j, ok := seen[key]; ok {
			w.join(j, i)
		} else {
			seen[key] = i
		}
	}
	return w.roots()
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
