package quotes

import "quotidian/articles/token"

// A post that an article embeds stands in a paragraph of its own, and below it a dash, the name of who wrote it, the account in
// brackets and the day: "— Ivo Orlo (@orlo) 14 March". Pages that are saved without their scripts show it so.

// maxPoster bounds the tokens of a name before its account.
const maxPoster = 8

// posted reads the paragraph above a unit as a post, where the unit says whose it is.
func (r *reading) posted(ui int) {
	u := r.units[ui]
	src := r.poster(u)
	if src.empty() {
		return
	}
	said := r.paragraphAbove(src.first - 1)
	if said.last-said.first < leastBelow || r.within[said.first] >= 0 {
		return
	}
	for n := len(r.out); n > 0 && r.out[n-1].content[0].first >= said.first; n-- {
		r.out = r.out[:n-1] // what the post says that others said is the post's
	}
	for i := said.first; i < said.last; i++ {
		r.barred[i] = true
	}
	r.out = append(r.out, found{
		kind: Direct, content: []rng{said}, source: src, medium: Writing, sure: sureThat,
		reason: "a post, then its author's name and account",
	})
	r.open, r.lastUnit = -1, -1
}

// poster gives the name in a line such as "— Ivo Orlo (@orlo) 14 March", or at the end of the paragraph itself.
func (r *reading) poster(u rng) rng {
	if !r.start[u.first] || !isDash(r.tok(u.first)) {
		u.first = r.signedIn(u)
	}
	if !isDash(r.tok(u.first)) || !r.has(u.first+1, token.Capital) {
		return rng{}
	}
	for i := u.first + 2; i < min(u.last, u.first+maxPoster); i++ {
		if r.tok(i) == "(" {
			if r.tok(i+1) == "@" && r.has(i+2, token.Glued) {
				return rng{u.first + 1, i}
			}
			break
		}
	}
	return rng{}
}

// signedIn gives the dash with which the name of a post's author begins inside a unit, behind a sentence, a link or a tag; the first token of
// the unit where none does.
func (r *reading) signedIn(u rng) int {
	for i := u.first; i < u.last && i < u.first+maxClause; i++ {
		if isDash(r.tok(i)) && r.within[i] < 0 && r.tok(i+1) != "" && r.accountBehind(i+1, u.last) {
			return i
		}
	}
	return u.first
}

// accountBehind reports whether a name at token i and an account in brackets behind it follow each other.
func (r *reading) accountBehind(i, hi int) bool {
	for k := i; k+1 < hi && k < i+maxPoster; k++ {
		if r.tok(k) == "(" {
			return k > i && r.tok(k+1) == "@"
		}
		if !r.has(k, token.Capital) {
			return false
		}
	}
	return false
}

// paragraphAbove gives the paragraph that ends before token i, without the links at its end.
func (r *reading) paragraphAbove(i int) rng {
	begins := func(k int) bool { return r.start[k] }
	if r.has(i, token.Paragraph) {
		begins = func(k int) bool { return r.has(k, token.Paragraph) } // a post may have several lines
	}
	first := i - 1
	for first > 0 && !begins(first) {
		first--
	}
	last := i
	for k := first + 1; k < i; k++ {
		switch {
		case r.link(k):
			last = min(last, k)
		case !r.has(k, token.Glued):
			last = i // more words behind the link
		}
	}
	return rng{first, last}
}

// link reports whether an address begins with token i, as posts end in one.
func (r *reading) link(i int) bool {
	switch r.tok(i) {
	case "http", "https":
		return r.tok(i+1) == ":"
	case "pic":
		return r.tok(i+1) == "." && r.tok(i+2) == "twitter"
	}
	return false
}
