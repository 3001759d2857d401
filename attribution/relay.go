package attribution

import (
	"strings"
)

// relays names through whom a quote came, nearest to the article first: what the quote's own relay spans hold,
// and what the words around its source show ("was cited by Reuters as saying").
func (r *resolver) relays(i int) []string {
	var via []string
	for _, s := range r.qs[i].Relay {
		first, last := r.tokens(s)
		if first < last {
			via = addNew(via, r.withoutArticle(first, last))
		}
	}
	v := &r.voices[i]
	if len(via) > 0 || v.src.kind == noSource {
		return via
	}
	if m := r.citedBy(v); m >= 0 {
		return append(via, r.relayName(m))
	}
	if m := r.citing(v); m >= 0 {
		return append(via, r.relayName(m))
	}
	return via
}

func (r *resolver) relayName(m int32) string {
	return r.textOf(r.mentions[m].first, r.mentions[m].last)
}

// citedBy finds the relay of "… was quoted by Reuters as saying": within a few tokens behind the source.
func (r *resolver) citedBy(v *voice) int32 {
	for k := v.src.last; k+2 < len(r.toks) && k < v.src.last+4 && r.sameSentence(v.src.first, k); k++ {
		if !citingVerb(r.lower(k)) || r.word(k+1) != "by" {
			continue
		}
		n := k + 2
		if r.is(n, determiner) {
			n++
		}
		if n < len(r.toks) && r.mentionAt[n] != 0 {
			return r.mentionAt[n] - 1
		}
	}
	return -1
}

// citing finds the relay of "Reuters cited X as saying" and "Reuters reported, citing X": the name before the
// verb that stands directly before the source.
func (r *resolver) citing(v *voice) int32 {
	k := v.src.first - 1
	if k < 1 || !citingVerb(r.lower(k)) || !r.sameSentence(k, v.src.first) {
		return -1
	}
	for j := k - 1; j >= 0 && k-j <= 6 && r.sameSentence(j, k); j-- {
		if n := r.mentionAt[j]; n != 0 {
			if m := &r.mentions[n-1]; m.entity != noEntity && r.entities[m.entity].kind == Organisation {
				return n - 1
			}
			return -1
		}
	}
	return -1
}

func citingVerb(w string) bool {
	switch strings.ToLower(w) {
	case "cited", "cites", "citing", "quoted", "quotes", "quoting":
		return true
	}
	return false
}
