package quotes

import (
	"strings"

	"quotidian/articles/token"
)

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
	r.beginAt(q, src, first)
}

// beginAt has the source src of a quote begin at token first, behind a comma, and takes the words from there on off the end of what is said
// before them. Where what is said ends otherwise they are somebody else's, and nothing changes.
func (r *reading) beginAt(q *Quote, src rng, first int) {
	for k, s := range q.Content {
		switch c := r.tokens(s); {
		case c.last <= first || c.first > src.first:
		case c.last < src.first-1 || c.first >= first-1:
			return
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

// allCapitals reports whether every word of a phrase is a capital, or has one behind an Arabic article: "Om Abd al-Rahim".
func (r *reading) allCapitals(g rng) bool {
	for i := g.first; i < g.last; i++ {
		if !r.has(i, token.Capital) && !behindArticle(r.tok(i)) || r.within[i] >= 0 {
			return false
		}
	}
	return true
}

// behindArticle reports whether a word is an Arabic article and a capital: "al-Rahim".
func behindArticle(w string) bool {
	return len(w) > 3 && (w[:3] == "al-" || w[:3] == "el-") && w[3] >= 'A' && w[3] <= 'Z'
}

// Offices behind a name, where the comma that would close them is left out, as agencies of many countries print it: "The plan will
// stand, Ivo Orlo, Vice-Speaker of the Senate said on Friday".

// withHolder gives a source that is such an office the name in front of it, and takes that off the end of what is said before it.
func (r *reading) withHolder(q *Quote) {
	if q.Source.Empty() {
		return
	}
	src := r.tokens(q.Source)
	if name := r.holder(r.units[r.unitOf(src.first)].first, src); !name.empty() {
		r.beginAt(q, src, name.first)
	}
}

// holder gives the full name between two commas in front of an office; empty where none stands there.
func (r *reading) holder(lo int, office rng) rng {
	comma := office.first - 1
	if comma <= lo || r.tok(comma) != "," || !r.bareOffice(office) {
		return rng{}
	}
	first := comma
	for first-1 > lo && comma-first < maxHolder && r.has(first-1, token.Capital) && r.within[first-1] < 0 {
		first--
	}
	if name := (rng{first, comma}); first > lo && comma-first >= 2 && r.tok(first-1) == "," && !r.is(first, role|det) {
		return name
	}
	return rng{}
}

// maxHolder bounds the words of such a name.
const maxHolder = 5

// bareOffice reports whether a phrase is an office without an article, at its beginning but for a word or two, and of something that has
// one, or an owner: "head of the council", "First Vice-Speaker of Norland's Senate", not "Secretary of State Ivo Orlo".
func (r *reading) bareOffice(g rng) bool {
	for i := g.first; i+1 < g.last && i < g.first+maxRank && r.within[i] < 0; i++ {
		switch {
		case r.is(i, det|possessive|pronoun|prep) || r.tok(i) == ",":
			return false
		case r.is(i+1, prep) && (r.is(i, role) || r.viceRole(r.tok(i))):
			return r.holdsArticle(rng{i + 2, g.last})
		}
	}
	return false
}

// holdsArticle reports whether an article or an owner stands in a phrase.
func (r *reading) holdsArticle(g rng) bool {
	for i := g.first; i < g.last; i++ {
		if r.is(i, det|possessive) || r.has(i, token.Clitic) {
			return true
		}
	}
	return false
}

// maxRank bounds the words of a rank: "First Deputy Prime Minister".
const maxRank = 4

// viceRole reports whether a word is an office with its rank: "Vice-Speaker".
func (r *reading) viceRole(word string) bool {
	at := strings.LastIndexByte(word, '-')
	return at > 0 && r.lang.lookup(word[at+1:]).class&role != 0
}
