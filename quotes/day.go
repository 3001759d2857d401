package quotes

import "quotidian/articles/token"

// Dates between a source and its cue: "Orlo, in a statement on Friday, August 25, disclosed", "the two on Wednesday, June 26 declined".

// beforeDate gives the token behind which a date begins that ends, with its comma, at token end; end itself where none does.
func (r *reading) beforeDate(end int) int {
	i := end - 1
	if i >= 0 && r.tok(i) == "," {
		i--
	}
	if i < 4 || r.toks[i].Kind != token.Number || !r.has(i-1, token.Capital) || r.tok(i-2) != "," || !r.dayName(i-3) {
		return end
	}
	if i -= 3; r.is(i-1, prep) {
		i--
	}
	return i
}

// beforeOccasions is beforeDate for a date that ends what says where something was said, between commas: "Orlo, in a statement on
// Friday, August 25, disclosed".
func (r *reading) beforeOccasions(lo, end int) int {
	i := r.beforeDate(end)
	if i == end || i <= lo {
		return end
	}
	if begin := r.segment(lo, i); r.is(begin, prep) && begin > lo+1 && r.tok(begin-1) == "," {
		return begin
	}
	return i
}

// isDate reports whether a source is the end of a date.
func (r *reading) isDate(g rng) bool {
	return r.toks[g.last-1].Kind == token.Number && g.last-g.first <= 2 && r.beforeDate(g.last) < g.last
}
