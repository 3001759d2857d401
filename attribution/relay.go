package attribution

import (
	"strings"

	"quotidian/articles/token"
)

// relays names through whom a quote came, nearest to the article first: what the quote's own relay spans hold,
// else what the words around its source show ("was cited by Reuters as saying").
func (r *resolver) relays(i int) []string {
	var via []string
	for _, s := range r.qs[i].Relay {
		if first, last := r.tokens(s); first < last && r.passesOn(first, last) {
			via = addNew(via, r.relayName(first, last))
		}
	}
	v := &r.voices[i]
	if len(via) > 0 || v.src.kind == noSource {
		return via
	}
	for _, find := range []func(*voice) int32{r.passedOn, r.citedBy, r.citing, r.reportedBy} {
		if m := find(v); m >= 0 && r.mentions[m].entity != v.entity {
			return append(via, r.relayName(int(r.mentions[m].first), int(r.mentions[m].last)))
		}
	}
	return via
}

// passesOn reports whether the words for a relay are one: not "data released on Monday", "figures", "commenting on a Norpress report".
func (r *reading) passesOn(first, last int) bool {
	if r.participle(first) && r.class[first]&citing == 0 {
		return false
	}
	if r.namesIn(first, last) {
		return true
	}
	head := r.class[r.headZone(first, last)-1] | r.class[last-1]
	return head&document == 0 || head&(newsy|general) != 0
}

// relayName gives the printed name of a relay: the name that the words hold or follow ("the Reuters news
// agency"), the outlet named last for a mere description ("the news agency"), else the words. "The" stays where
// it belongs to an outlet's name.
func (r *resolver) relayName(first, last int) string {
	if r.definite(first) && r.class[last-1]&(body|general) != 0 && !r.namesIn(first, last) {
		if m := r.outletBefore(first, last-1); m >= 0 {
			return r.textOf(r.mentions[m].first, r.mentions[m].last)
		}
	}
	if m := r.relayIn(first, last); m >= 0 {
		first, last = int(r.mentions[m].first), int(r.mentions[m].last)
	}
	if k := first - 1; k >= 0 && r.word(k) == "The" && k != r.sentence(k).First {
		return r.textOf(int32(k), int32(last))
	}
	return r.withoutArticle(first, last)
}

// relayIn finds the name in the words for a relay: the outlet's, wherever it stands ("Velia's state news agency | Norpress"), else the one
// that heads them, not whose lawyer or agency the relay is ("Orlo's | lawyer") nor what only says which it is ("a | G20 delegate"); -1 for none.
func (r *resolver) relayIn(first, last int) int32 {
	end, head := r.headZone(first, last), none32
	for k := max(first-1, 0); k < last; k++ {
		n := r.mentionAt[k]
		if n == 0 || k > first && n == r.mentionAt[k-1] {
			continue
		}
		m := &r.mentions[n-1]
		switch {
		case r.outlet(m):
			return n - 1
		case r.possessive(int(m.last)) && r.class[end-1]&document == 0:
		case head < 0 && int(m.first) < end && !r.headedBehind(int(m.last), end):
			head = n - 1
		}
	}
	return head
}

// headedBehind reports whether a noun for people, or for a body that is no outlet, stands in tokens [first, end).
func (r *reading) headedBehind(first, end int) bool {
	for k := first; k < end && r.toks[k].Kind == token.Word; k++ {
		if r.class[k]&(office|kin|anybody|plural) != 0 || r.class[k]&body != 0 && r.class[k]&(newsy|general) == 0 {
			return true
		}
	}
	return false
}

// outletBefore gives the outlet named last before token k, where a phrase begins whose last token is word; -1 for none. What is called by
// its initials is an agency or a broadcaster and no paper.
func (r *resolver) outletBefore(k, word int) int {
	before := r.mentionBefore(k)
	for i := before; i >= max(0, before-reach); i-- {
		m := &r.mentions[i]
		if (r.outlet(m) || r.is(int(m.first), newsy)) && !(strings.HasSuffix(r.lower(word), "paper") && r.toks[m.first].Has(token.Upper)) {
			return i
		}
	}
	return -1
}

// namesIn reports whether a name stands in tokens [first, last).
func (r *reading) namesIn(first, last int) bool {
	for k := first; k < last; k++ {
		if r.mentionAt[k] != 0 {
			return true
		}
	}
	return false
}

// passedOn gives the relay that [resolver.cites] found.
func (r *resolver) passedOn(v *voice) int32 { return v.via - 1 }

// cites resolves a source that is itself only a relay: "according to Reuters, citing Ivo Varga". It reports
// whether it was one.
func (r *resolver) cites(v *voice) bool {
	m := &r.mentions[v.src.mention]
	k := int(m.last)
	for r.sameSentence(k, int(m.first)) && (r.punct(k, ",") || r.class[k]&speaking != 0 && r.class[k]&citing == 0) {
		k++
	}
	which := r.is(k, opener) && r.lower(k) == "which" && r.is(k+1, citing)
	if which {
		k++ // according to Norpress, which cited an official
	}
	if !r.outlet(m) || !r.is(k, citing) || !which && !strings.HasSuffix(r.word(k), "ing") || !r.sameSentence(int(m.first), k+1) {
		return false
	}
	w := voice{anchor: k + 1, entity: noEntity, src: r.parseSource(r.span(k+1, r.citedEnd(k+1)))}
	if w.src.kind == pronounSource || w.src.kind == documentSource {
		return false
	}
	r.resolveNoun(&w)
	v.entity, v.why, v.via = w.entity, w.why+", cited by "+r.textOf(m.first, m.last), v.src.mention+1
	return true
}

// citedEnd gives where the words for the one cited, which begin at token k, end.
func (r *reading) citedEnd(k int) int {
	last := k + 1
	for r.sameSentence(k, last) && r.toks[last].Kind != token.Punct && r.class[last]&(opener|speaking) == 0 && r.word(last) != "that" && r.word(last) != "as" {
		last++
	}
	return last
}

// outlet reports whether a name is that of an outlet or agency: it is listed, or a word behind it says so.
func (r *reading) outlet(m *named) bool {
	k := int(m.last)
	if k < len(r.toks) && r.lower(k) == "news" {
		k++
	}
	return r.words.outlets[r.textOf(m.first, m.last)] || r.is(k, newsy) || r.domain(int(m.first)+1, int(m.last))
}

// citedBy finds the relay of "… was quoted by Reuters as saying" and "… said in remarks carried by Reuters".
func (r *resolver) citedBy(v *voice) int32 {
	if n := r.carriedBy(v.src.core, v.src.last+8, v); n >= 0 {
		return n
	}
	if first := r.sentence(v.src.first).First; r.lower(first) == "in" && v.src.first < first+maxRole+4 {
		return r.carriedBy(first, v.src.first, v) // In a statement carried by Norpress, Orlo said
	}
	return -1
}

// carriedBy finds the name behind a participle of citing or carrying and "by" that begins at tokens [first, last).
func (r *resolver) carriedBy(first, last int, v *voice) int32 {
	for k := first; k+2 < len(r.toks) && k < last && r.sameSentence(v.src.first, k); k++ {
		if r.quoted[k] || r.class[k]&(citing|carrying) == 0 || r.lower(k+1) != "by" {
			continue
		}
		n := k + 2
		for end := n + maxLabel + 1; n < end && (r.is(n, determiner|demonym|body|newsy) || r.is(n+1, body|newsy)) && r.mentionAt[n] == 0; {
			n++ // the state news agency Norpress
		}
		if n < len(r.toks) && r.mentionAt[n] != 0 {
			return r.mentionAt[n] - 1
		}
	}
	return -1
}

// citing finds the relay of "Reuters cited Orlo as saying" and "Reuters reported, citing Orlo": the body before
// the verb that stands directly before the source.
func (r *resolver) citing(v *voice) int32 {
	k := v.src.first - 1
	if k < 1 || r.class[k]&citing == 0 || !r.sameSentence(k, v.src.first) {
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

// reportedBy finds the relay of "…, Orlo said, Interfax reported": an outlet with a verb of its own behind
// both the source and the content, in their sentence.
func (r *resolver) reportedBy(v *voice) int32 {
	from := max(v.src.last, v.end)
	if from <= 0 || from >= len(r.toks) || !r.sameSentence(v.src.first, from) {
		return -1
	}
	for k := from; k < len(r.toks) && r.sameSentence(from, k) && k < from+8; k++ {
		n := r.mentionAt[k]
		if n == 0 {
			continue
		}
		m := &r.mentions[n-1]
		verb := int(m.last)
		for r.is(verb, body) || verb < len(r.toks) && r.lower(verb) == "news" {
			verb++
		}
		if r.outlet(m) && r.is(verb, speaking) && r.sameSentence(k, verb) && r.commaBefore(int(m.first), from-1) {
			return n - 1
		}
		return -1
	}
	return -1
}

// commaBefore reports whether a comma stands before token k, articles aside, and behind token after.
func (r *reading) commaBefore(k, after int) bool {
	for k--; k > after && r.class[k]&(determiner|demonym) != 0; k-- {
	}
	return r.punct(k, ",") || k >= 0 && r.toks[k].Kind == token.Mark
}

// interview notes that the source spoke to an outlet itself, which is no relay.
func (r *resolver) interview(v *voice) string {
	if v.src.kind == noSource {
		return ""
	}
	for k := v.src.last; k+1 < len(r.toks) && k < v.src.last+3 && r.sameSentence(v.src.first, k); k++ {
		if w := r.lower(k); w != "told" && w != "tells" {
			continue
		}
		n := k + 1
		if r.is(n, determiner) {
			n++
		}
		if n < len(r.toks) && r.mentionAt[n] != 0 && r.outlet(&r.mentions[r.mentionAt[n]-1]) {
			m := &r.mentions[r.mentionAt[n]-1]
			return "; told " + r.textOf(m.first, m.last) + ", an interview and no relay"
		}
	}
	return ""
}
