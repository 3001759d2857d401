package attribution

import (
	"strings"

	"quotidian/articles/token"
)

// maxRole bounds a description in front of a name, in tokens.
const maxRole = 8

// roleOf gives the description printed with a name: in front ("Velian army spokesperson"), behind ("the
// commander of the 4th Corps"), or both where the front holds no more than a rank.
func (r *reading) roleOf(m *named) string {
	front := r.roleBefore(int(m.first))
	behind := ""
	if a := r.appositive(int(m.last)); !a.empty() {
		behind = r.describe(int(a.first), int(a.last))
	} else if a := r.descriptionBefore(m); !a.empty() {
		behind = r.describe(int(a.first), int(a.last))
	}
	switch {
	case behind == "":
		return front
	case front == "" || strings.Contains(strings.ToLower(behind), strings.ToLower(front)):
		return behind
	}
	return front + ", " + behind
}

// descriptionBefore gives the description that a name is an appositive of: "The head of the service, Ruben Orlo,
// told …". It must open the sentence or a clause, have a role as its head, and the name must be closed by a
// comma or a verb of speaking, or the comma before it would be another's.
func (r *reading) descriptionBefore(m *named) tokenRange {
	comma := int(m.from) - 1
	if !r.punct(comma, ",") {
		return tokenRange{}
	}
	start := r.phraseBefore(comma)
	if !r.closesAside(int(m.last)) && !r.openAside(start, int(m.last)) {
		return tokenRange{}
	}
	if k := r.phraseInside(start, comma); k > start && (r.punct(int(m.last), ",") || r.punct(int(m.last), ".")) {
		return tokenRange{int32(k), int32(comma)}
	}
	if start == comma || !r.beginsClause(start) || r.class[start]&citing != 0 {
		return tokenRange{}
	}
	return r.openingPhrase(start, comma)
}

// openAside reports whether a sentence that opens at token start with "The" and an office goes on behind the name at token next without
// the comma that would close it: "The Senate President, Ana Orlo has".
func (r *reading) openAside(start, next int) bool {
	return next < len(r.toks) && r.word(start) == "The" && (finite[r.word(next)] || r.word(next) == "on")
}

// openingPhrase gives the description that begins a clause at token start and ends at a comma, where it is one.
func (r *reading) openingPhrase(start, comma int) tokenRange {
	if r.class[start]&preposition != 0 && start+1 < comma {
		start++ // “absurd” by the mayor, Nina Orlo
	}
	zone := r.headZone(start, comma)
	if r.participle(zone) && r.is(zone+1, determiner) && zone < comma {
		return tokenRange{} // "The cook left the house, Orlo said"
	}
	if r.class[zone-1]&(office|anybody|kin) == 0 || r.class[zone-1]&plural != 0 || r.mentionAt[zone-1] != 0 {
		return tokenRange{}
	}
	return tokenRange{int32(start), int32(comma)}
}

// phraseInside gives where a description with an article begins in [start, comma), that what stands before it does not lead a
// clause with: "met | the president of the Unity Movement", "with | his Norland counterpart"; start for none. The noun phrase
// must reach to the comma, or a name behind it is who says something.
func (r *reading) phraseInside(start, comma int) int {
	for k := start + 1; k < comma; k++ {
		if r.class[k]&determiner == 0 || r.class[k-1]&(preposition|speaking) == 0 && r.word(k-1) != "and" && !r.participle(k-1) || r.word(k-1) == "of" && r.is(k-2, body|office) {
			continue
		}
		zone := r.headZone(k, comma)
		if h := zone - 1; h > k && r.class[h]&(office|kin) != 0 && r.class[h]&plural == 0 && r.mentionAt[h] == 0 && (zone == comma || r.word(zone) == "of" || r.word(zone) == "for") {
			return k
		}
	}
	return start
}

// phraseBefore gives where the words that lead up to token end begin, brackets among them left in: "The head of the Rescue
// Service (RS)".
func (r *reading) phraseBefore(end int) int {
	start := end
	for start > 0 && end-start < 2*maxRole && r.sameSentence(start-1, end) && (r.toks[start-1].Kind == token.Word || r.punct(start-1, "(") || r.punct(start-1, ")")) {
		start--
	}
	return start
}

// describe gives the words of a description without its leading article or pronoun and without honorifics.
func (r *reading) describe(first, last int) string {
	for first < last && (r.class[first]&determiner != 0 || r.honorific(first) || r.toks[first].Kind == token.Mark) && !(first+1 < last && r.word(first+1) == "of") {
		first++ // not: one of
	}
	for last > first && (r.punct(last-1, ",") || r.honorific(last-1) || r.class[last-1]&(preposition|determiner) != 0) {
		last--
	}
	if first >= last {
		return ""
	}
	return r.textOf(int32(first), int32(last))
}

// honorific reports whether token i is a courtesy that says nothing of what somebody is.
func (r *reading) honorific(i int) bool {
	w := strings.TrimSuffix(r.lower(i), ".")
	return courtesies[w] != unknownSex || w == "dr" || w == "hon" || w == "mx"
}

// roleBefore gives the description that stands directly in front of the name that begins at token i.
func (r *reading) roleBefore(i int) string {
	if !r.sameSentence(i-1, i) {
		return ""
	}
	if shared := r.sharedRole(i); shared != "" {
		return shared
	}
	k := i - 1
	if held := r.heldBefore(i); held >= 0 {
		k = held
	} else if r.class[k]&(office|kin|title|anybody) == 0 || r.class[k]&plural != 0 {
		return ""
	}
	for k > 0 && i-k < maxRole && r.sameSentence(k-1, k) && r.inRole(k-1, k) && !r.headingWord(k-1) {
		k--
	}
	return r.describe(r.servedBy(k), i)
}

// headingWord reports whether token k stands in a heading, where every word has a capital, and is none of the words of offices: the
// Upset of "Upset Velian Premier Ana Orlo".
func (r *reading) headingWord(k int) bool {
	return r.heading[r.sentOf[k]] && r.class[k]&(office|title|kin|demonym|body|formerly) == 0 && !r.words.fields[r.lower(k)] && !r.words.places[r.word(k)]
}

// servedBy gives where the words for who serves the holder of the office at token k begin: "assistant to the | president of Chad Ana Orlo".
func (r *reading) servedBy(k int) int {
	if k < 3 || !r.sameSentence(k-3, k) || r.word(k-1) != "the" || r.word(k-2) != "to" && r.word(k-2) != "of" || !serving[r.lower(k-3)] {
		return k
	}
	for k -= 3; k > 0 && r.sameSentence(k-1, k) && r.inRole(k-1, k); {
		k--
	}
	return k
}

// serving are words for those who work for the holder of an office.
var serving = map[string]bool{
	"assistant": true, "aide": true, "adviser": true, "advisor": true, "deputy": true, "spokesman": true, "spokeswoman": true, "spokesperson": true, "secretary": true,
	"representative": true, "envoy": true, "counsellor": true, "counselor": true,
}

// sharedRole gives in the singular the role that stands in the plural before the first of several names: "Varn lawyers Ana Orlo and |
// Ivo Kesh", "their lawyers, Ana Orlo and Ivo Kesh".
func (r *reading) sharedRole(i int) string {
	for range maxLabel {
		k := i - 1
		if n := r.mentionAt[i]; n != 0 && r.punct(k, ",") && r.word(min(int(r.mentions[n-1].last), len(r.toks)-1)) == "and" && r.is(k-1, plural) {
			k--
		}
		if r.is(k, plural) && r.sameSentence(k, i) {
			return r.oneOf(k)
		}
		if r.word(max(k, 0)) == "and" && r.punct(k-1, ",") {
			k--
		}
		if k < 1 || r.word(k) != "and" && !r.punct(k, ",") || r.mentionAt[k-1] == 0 || !r.sameSentence(k-1, i) {
			return ""
		}
		i = int(r.mentions[r.mentionAt[k-1]-1].first)
	}
	return ""
}

// oneOf gives the description that ends with the plural at token k in the singular; "" where that is no word for who holds an office or
// has a trade.
func (r *reading) oneOf(k int) string {
	one := r.words.plurals[r.lower(k)]
	if c := r.words.classes[one]; c&office == 0 || c&relational != 0 || contending[one] {
		return ""
	}
	first := k
	for first > 0 && k-first < maxRole && r.sameSentence(first-1, k) && r.inRole(first-1, first) {
		first--
	}
	return strings.TrimSpace(r.describe(first, k) + " " + one)
}

// contending are words for several who want the same, so that the singular may mean any of those named since.
var contending = map[string]bool{"candidate": true, "contender": true, "front-runner": true, "frontrunner": true, "nominee": true, "hopeful": true, "runner-up": true}

// heldBefore gives the office whose complement ends right before the name at token i: the President of "President of the
// Republic of Velia Ana Orlo"; -1 for none.
func (r *reading) heldBefore(i int) int {
	n := r.mentionAt[i-1]
	if n == 0 {
		return -1
	}
	of := &r.mentions[n-1]
	if int(of.last) != i || of.kind == personName {
		return -1
	}
	return r.officeOf(int(of.first))
}

// inRole reports whether token k, in front of a description that begins at next, still belongs to it.
func (r *reading) inRole(k, next int) bool {
	c, w := r.class[k], r.word(k)
	switch {
	case r.toks[k].Has(token.Clitic):
		return true
	case r.toks[k].Kind != token.Word || r.quoted[k] != r.quoted[next]:
		return false
	case w == "of":
		return r.is(k-1, body|office)
	case w == "the":
		return k > 0 && r.word(k-1) == "of"
	case c&function != 0:
		return false
	case r.capital(k) || c&(office|body|demonym|kin|formerly) != 0:
		return true
	}
	// A lower-case word of no class modifies a lower-case role ("foreign policy adviser"); in front of a
	// capital it is likelier a verb ("met President …").
	return c&speaking == 0 && !r.participle(k) && !r.capital(next)
}

// bestRole chooses among the descriptions of one person: an office with what it is an office of, before a bare
// office, before what the person is to others ("rival", "friend"); the earliest of equals.
func (r *reading) bestRole(roles []string) string {
	best, rank := "", -1
	for _, s := range roles {
		if k := r.roleRank(s); k > rank {
			best, rank = s, k
		}
	}
	return best
}

func (r *reading) roleRank(role string) int {
	telling, offices := 0, 0
	for _, w := range strings.Fields(role) {
		w = strings.ToLower(strings.Trim(w, ",.()"))
		c := r.words.classes[w]
		if c&relational != 0 {
			return 0
		}
		if c&(office|title) != 0 {
			offices++
		} else if c&(function|formerly) == 0 {
			telling++
		}
	}
	switch {
	case offices > 0 && telling > 0:
		return 3
	case offices > 1:
		return 2
	}
	return 1
}
