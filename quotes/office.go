package quotes

import "quotidian/articles/token"

// Offices in front of a name that only one comma parts from it, where the comma behind the name is left out: "the Senate President,
// Ivo Orlo said", "Minister for Roads, Ana Kesh told the House".

// maxOffice bounds the words of such an office.
const maxOffice = 12

// withOffice gives a source the office before it, and takes that off the end of what is said before them.
func (r *reading) withOffice(q *Quote) {
	if q.Source.Empty() {
		return
	}
	src := r.tokens(q.Source)
	first := r.officeBefore(r.units[r.unitOf(src.first)].first, src)
	if first < 0 {
		return
	}
	for k, s := range q.Content {
		switch c := r.tokens(s); {
		case c.last <= first || c.first > src.first:
		case c.last < src.first-1 || c.first >= first-1:
			return // the office is somebody else's
		default:
			q.Content[k] = r.span(rng{c.first, first - 1})
		}
	}
	q.Source.Start = int(r.toks[first].Start)
}

// officeBefore gives where the office begins that stands before the comma in front of a name; -1 where none does.
func (r *reading) officeBefore(lo int, name rng) int {
	comma := name.first - 1
	if name.last-name.first < 2 || comma <= lo || r.tok(comma) != "," || !r.allCapitals(name) {
		return -1
	}
	first := r.segment(max(lo, comma-maxOffice), comma)
	if first != lo && r.tok(first-1) != "," && r.within[first-1] < 0 || !r.isOffice(rng{first, comma}) {
		return -1
	}
	return first
}

// isOffice reports whether a phrase between commas is an office: "the", or a capital that is no name, before a noun for it.
func (r *reading) isOffice(g rng) bool {
	i := g.first
	if r.tok(i) == "the" || r.tok(i) == "The" {
		i++
	}
	for ; i < g.last && r.has(i, token.Capital) && r.within[i] < 0; i++ {
		if r.is(i, role) {
			return i+1 == g.last || r.is(i+1, prep)
		}
	}
	return i > g.first && i < g.last && r.is(i, role) && (i+1 == g.last || r.is(i+1, prep))
}

// allCapitals reports whether every word of a phrase is a capital.
func (r *reading) allCapitals(g rng) bool {
	for i := g.first; i < g.last; i++ {
		if !r.has(i, token.Capital) || r.within[i] >= 0 {
			return false
		}
	}
	return true
}
