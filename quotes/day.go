package quotes

import (
	"strings"

	"quotidian/articles/token"
)

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

// pastDate skips the date with a month at token i, with its preposition, its year and the comma behind that: "Nov. 18 | that", "on 18
// November | that", "June 4, 2019, | that"; i itself where there is none.
func (r *reading) pastDate(i, hi int) int {
	k := i
	if r.tok(k) == "on" {
		k++
	}
	if k+1 >= hi || !r.monthDay(k) && !r.monthDay(k+1) || r.toks[k].Kind == r.toks[k+1].Kind {
		return i
	}
	if k += 2; k+1 < hi && r.tok(k) == "," && r.year(k+1) {
		k++
	}
	if k < hi && r.year(k) {
		if k++; k < hi && r.tok(k) == "," {
			k++
		}
	}
	return k
}

// monthDay reports whether token i is a month with a day beside it.
func (r *reading) monthDay(i int) bool {
	return r.is(i, month) && r.has(i, token.Capital) && (r.day(i-1) || r.day(i+1))
}

// day reports whether token i can be a day of a month: "3", "18th".
func (r *reading) day(i int) bool {
	return i >= 0 && i < len(r.toks) && r.toks[i].Kind == token.Number && r.tok(i)[0] <= '9' && len(strings.TrimRight(r.tok(i), "sthndr")) <= 2
}

// year reports whether token i can be a year.
func (r *reading) year(i int) bool {
	return r.toks[i].Kind == token.Number && len(r.tok(i)) == 4 && (r.tok(i)[:2] == "19" || r.tok(i)[:2] == "20")
}

// isDate reports whether a source is the end of a date.
func (r *reading) isDate(g rng) bool {
	return r.toks[g.last-1].Kind == token.Number && g.last-g.first <= 2 && r.beforeDate(g.last) < g.last
}
