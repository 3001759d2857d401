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
	front := ""
	if !r.strands(int(m.last)) {
		front = r.roleBefore(int(m.first))
	}
	behind := r.roleBehind(m)
	if a := r.descriptionBefore(m); behind == "" && !a.empty() && !r.namesSelf(a, m) {
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

// strands reports whether the words behind a name end in a preposition of whatever stands in front of it, which then is not what the named
// person is: "the judge Orlo | was referring to, Ivo Varga". Nothing but the verb stands before that: "Mayor Orlo said it was nothing to
// worry about" tells what he is.
func (r *reading) strands(next int) bool {
	if next >= len(r.toks) || !r.is(next, speaking) && !finite[r.word(next)] {
		return false
	}
	for k := next + 1; k+1 < len(r.toks) && k < next+maxRole && r.sameSentence(k+1, next) && r.toks[k].Kind == token.Word; k++ {
		if stranded[r.word(k)] && (r.punct(k+1, ",") || r.punct(k+1, ".") || finite[r.word(k+1)]) {
			return true
		}
		if !r.ofVerb(k) {
			return false
		}
	}
	return false
}

// ofVerb reports whether token k can stand in a verb behind its first word: "was | not | referring".
func (r *reading) ofVerb(k int) bool {
	w := r.word(k)
	return auxiliary[w] || finite[w] || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed")
}

// auxiliary are the words within a verb that are no form of it.
var auxiliary = map[string]bool{"be": true, "been": true, "being": true, "have": true, "had": true, "not": true, "also": true, "just": true}

// stranded are the prepositions that a relative clause without its pronoun ends in, and that are no particles of verbs.
var stranded = map[string]bool{"to": true, "of": true, "with": true, "about": true, "for": true, "from": true, "against": true}

// roleBehind gives the description that follows a name as an appositive.
func (r *reading) roleBehind(m *named) string {
	a := r.appositive(int(m.last))
	if a.empty() || r.namesSelf(a, m) {
		return ""
	}
	return r.describe(int(a.first), int(a.last))
}

// namesSelf reports whether a description names the one whose it would be, and so is another's: "Orlo, the half-brother of Ana Orlo".
func (r *reading) namesSelf(a tokenRange, m *named) bool {
	for k := a.first; k < a.last && m.entity != noEntity; k++ {
		if n := r.mentionAt[k]; n != 0 && r.mentions[n-1].entity == m.entity && r.mentions[n-1].last-r.mentions[n-1].first > 1 {
			return true // not: the director of the consultancy Orlo
		}
	}
	return false
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
	a := r.ownPhrase(start, comma)
	if int(a.first) > start && !r.punct(int(m.last), ",") && !r.punct(int(m.last), ".") {
		return tokenRange{} // She met the mayor, Orlo said
	}
	return r.openingPhrase(a)
}

// ownPhrase gives the noun phrase that ends at a comma, without the clause that begins at token start and leads to it ("The source said
// that | the clerk", "The row began when | the envoy to Velia", "He took the office | his father"); empty where that clause goes on to
// the comma ("The clerk who met the premier").
func (r *reading) ownPhrase(start, end int) tokenRange {
	for k := start + 1; k < end; k++ {
		if r.mentionAt[k] != 0 {
			continue
		}
		switch w := r.word(k); {
		case w == "who", w == "which" && !r.is(k+1, determiner), w == "that" && !r.speakingIn(start, k):
			return tokenRange{}
		case w == "is", w == "was", w == "that", r.class[k]&opener != 0:
			start = k + 1
		case finite[w]:
			return tokenRange{}
		}
	}
	for k := r.headZone(start, end) - 1; k > start; k-- {
		if r.is(k, determiner) && (r.definite(k) || len(r.word(k)) < 3) {
			start = k
		}
	}
	return tokenRange{int32(start), int32(end)}
}

// speakingIn reports whether a verb of speaking stands in [first, last).
func (r *reading) speakingIn(first, last int) bool {
	for k := first; k < last; k++ {
		if r.class[k]&speaking != 0 {
			return true
		}
	}
	return false
}

// openAside reports whether a sentence that opens at token start with "The" and an office goes on behind the name at token next without
// the comma that would close it: "The Senate President, Ana Orlo has".
func (r *reading) openAside(start, next int) bool {
	return next < len(r.toks) && r.word(start) == "The" && (finite[r.word(next)] || r.word(next) == "on")
}

// openingPhrase gives the description that a phrase in front of a comma is; empty for none.
func (r *reading) openingPhrase(a tokenRange) tokenRange {
	if a.empty() {
		return a
	}
	start, end := int(a.first), int(a.last)
	if r.class[start]&preposition != 0 && start+1 < end {
		start++ // “absurd” by the mayor, Nina Orlo
	}
	zone := r.headZone(start, end)
	if r.participle(zone) && r.is(zone+1, determiner) && zone < end {
		return tokenRange{} // "The cook left the house, Orlo said"
	}
	if r.class[zone-1]&(office|anybody|kin) == 0 || r.class[zone-1]&plural != 0 || r.mentionAt[zone-1] != 0 {
		return tokenRange{}
	}
	return tokenRange{int32(start), int32(end)}
}

// phraseInside gives where a description with an article begins in [start, comma), that what stands before it does not lead a
// clause with: "met | the president of the Unity Movement", "with | his Norland counterpart"; start for none. The noun phrase
// must reach to the comma, or a name behind it is who says something.
func (r *reading) phraseInside(start, comma int) int {
	for k := start + 1; k < comma; k++ {
		if r.class[k]&determiner == 0 || r.class[k-1]&(preposition|speaking) == 0 && r.word(k-1) != "and" && !r.participle(k-1) || r.complement(start, k) {
			continue
		}
		zone := r.headZone(k, comma)
		if h := zone - 1; h > k && !r.joinedInside(k, h) && r.class[h]&(office|kin) != 0 && r.class[h]&plural == 0 && r.mentionAt[h] == 0 && (zone == comma || r.word(zone) == "of" || r.word(zone) == "for") {
			return k
		}
	}
	return start
}

// joinedInside reports whether the noun phrase of the head at token h begins behind token k: "from the | Republic and member of", "the
// office | his father".
func (r *reading) joinedInside(k, h int) bool {
	for k++; k < h; k++ {
		if r.mentionAt[k] == 0 && (r.definite(k) || r.word(k) == "and") && r.class[k-1]&(office|anybody|kin) == 0 {
			return true
		}
	}
	return false
}

// complement reports whether what begins at token k only says what the office before it is an office of: "head of | the council", and
// where that office opens the clause without "a", "Deputy spokesman for | the Secretary General".
func (r *reading) complement(start, k int) bool {
	if r.word(k-1) == "of" && r.is(k-2, body|office) {
		return true
	}
	return r.is(k-1, preposition) && r.is(k-2, office) && !r.is(k-2, plural) && r.beginsClause(start) && (!r.is(start, determiner) || r.definite(start)) && r.headZone(start, k) == k-1
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

// describe gives the words of a description without what leads to it (its article or pronoun, a verb, "But") and without what it leads
// to ("named", "and"), and without honorifics.
func (r *reading) describe(first, last int) string {
	if r.ofSeveral(first, last) {
		return ""
	}
	for first < last && r.leadsRole(first) && !(first+1 < last && r.word(first+1) == "of") {
		first++ // not: one of
	}
	if last-first > 1 && r.cutShort(last) {
		last = r.headZone(first, last)
	}
	for last > first && r.trailsRole(last-1) {
		last--
	}
	if first >= last || last-first == 3 && r.word(first+1) == "of" && r.pronoun(first+2) != notPronoun {
		return "" // one of them
	}
	return r.textOf(int32(first), int32(last))
}

// ofSeveral reports whether a description is of more than one: "Orlo and Varga, rival candidates".
func (r *reading) ofSeveral(first, last int) bool {
	h := r.headZone(first, last) - 1
	return h > first && h < last && r.class[h]&plural != 0 && strings.HasSuffix(r.word(h), "s") && r.word(first) != "one"
}

// cutShort reports whether a description ends at token last before the noun of its last part: "scientist | known as Velia's" in front
// of a quotation or a name, "leader of the anti-tax" in front of a comma and another adjective.
func (r *reading) cutShort(last int) bool {
	if last == len(r.toks) {
		return false
	}
	if r.possessive(last - 1) {
		return r.toks[last].Kind == token.Mark || r.toks[last].Has(token.Capital)
	}
	w := r.word(last - 1)
	return r.punct(last, ",") && (strings.HasPrefix(w, "anti-") || strings.HasPrefix(w, "pro-"))
}

// leadsRole reports whether token k can only lead to a description.
func (r *reading) leadsRole(k int) bool {
	w := r.word(k)
	return r.class[k]&determiner != 0 || r.honorific(k) || r.toks[k].Kind == token.Mark || w == "But" || w == "And" || finiteSpeech[w]
}

// finiteSpeech are the verbs that papers put between a quotation and who said it, and that are no nouns.
var finiteSpeech = map[string]bool{"says": true, "said": true, "explains": true, "explained": true, "recalls": true, "recalled": true, "adds": true, "added": true}

// trailsRole reports whether token k can only follow a description.
func (r *reading) trailsRole(k int) bool {
	if r.punct(k, ",") || r.honorific(k) || r.class[k]&(preposition|determiner) != 0 {
		return true
	}
	return r.word(k) == "and" || r.word(k) == "or" || r.word(k) == "known" || r.words.calling[r.word(k)]
}

// honorific reports whether token i is a courtesy that says nothing of what somebody is.
func (r *reading) honorific(i int) bool {
	w := strings.TrimSuffix(r.lower(i), ".")
	if w == "lady" && i > 0 && r.lower(i-1) == "first" {
		return false
	}
	return courtesies[w] != unknownSex || w == "dr" || w == "hon" || w == "mx"
}

// roleBefore gives the description that stands directly in front of the name that begins at token i.
func (r *reading) roleBefore(i int) string {
	if !r.sameSentence(i-1, i) {
		return ""
	}
	if shared := r.sharedRole(i); shared != "" && (r.class[i-1]&plural == 0 || r.firstOfSeveral(i)) {
		return shared // not: told reporters Orlo
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
	if k = r.behindServant(r.servedBy(k), i); !r.holdsRole(k, i) {
		return ""
	}
	return r.describe(k, i)
}

// behindServant leaves out who is something to the holder of the office right before the name at token i: "new administration of |
// President Ana Orlo", "critic of | former Premier Ana Orlo", "Chief of | General Orlo". In "Chief of Staff General Ana Orlo" it leaves
// in what the office is an office of.
func (r *reading) behindServant(k, i int) int {
	for j := i - 2; j > k; j-- {
		if r.word(j) != "of" || r.phraseRole(j-1) {
			continue
		}
		holder := j + 1
		for holder < i-1 && (r.class[holder]&(demonym|formerly) != 0 || r.word(holder) == "the") {
			holder++
		}
		if r.class[holder]&(office|title) != 0 && !r.words.fields[r.lower(holder)] && r.class[i-1]&(office|title) != 0 {
			return j + 1
		}
	}
	return k
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

// firstOfSeveral reports whether an "and" or a comma follows the name at token i.
func (r *reading) firstOfSeveral(i int) bool {
	n := r.mentionAt[i]
	if n == 0 {
		return false
	}
	next := int(r.mentions[n-1].last)
	return r.punct(next, ",") || r.punct(next, "(") || next < len(r.toks) && (r.word(next) == "and" || r.word(next) == "or")
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
	for first < k && r.class[first]&counting != 0 {
		first++ // two reporters
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
	case w == "of", w == "the", w == "and":
		return k > 0 && r.tiesRole(k)
	case c&function != 0 && !(r.toks[k].Has(token.Upper) && len(w) > 1), r.another(k, next): // not: US
		return false
	case c&speaking != 0 && r.words.duties[r.lower(k)+" "+r.lower(next)]:
		return true // press secretary
	case r.capital(k) || c&(office|body|demonym|kin|formerly) != 0:
		return true
	}
	return c&speaking == 0 && r.modifies(k, next)
}

// modifies reports whether a word of no class and without a capital modifies the role at next: "foreign policy | adviser". In front of a
// capital it is likelier a verb ("met President …").
func (r *reading) modifies(k, next int) bool {
	return !r.participle(k) && !r.capital(next) && !leadsAway(r.word(k))
}

// leadsAway reports whether a word without a capital belongs to the clause in front of a description: an adverb or a verb of which no
// list knows that it is one ("will almost certainly | ", "he met | presidential candidate").
func leadsAway(w string) bool {
	switch w {
	case "met", "beat", "told", "saw", "led", "gave", "got", "made", "became", "knew", "chose", "chosen":
		return true
	}
	return strings.HasSuffix(w, "ly") && !modifiersInLy[w]
}

// modifiersInLy are the words in -ly with which a description goes on to the left: adjectives and nouns, and adverbs that belong to an
// adjective ("newly elected", "openly gay").
var modifiersInLy = map[string]bool{
	"early": true, "elderly": true, "family": true, "daily": true, "weekly": true, "monthly": true, "nightly": true, "yearly": true,
	"quarterly": true, "likely": true, "friendly": true, "only": true, "newly": true, "fully": true, "holy": true, "openly": true,
	"highly": true, "widely": true, "anti-family": true, "environmentally": true,
}

// tiesRole reports whether the "of", "the" or "and" at token k ties two parts of a description: "Head of the Council", "Trade and
// Industry Minister".
func (r *reading) tiesRole(k int) bool {
	switch r.word(k) {
	case "of":
		return r.is(k-1, body|office)
	case "the":
		return r.word(k-1) == "of"
	}
	return r.words.fields[r.lower(k-1)] && r.words.fields[r.lower(k+1)]
}

// another reports whether token k belongs to what stands before a description that begins at next: a noun in front of a nationality
// ("services | Velian designer"), a name in front of whose somebody is ("Velia | Orlo's brother") or in front of a title ("Orlo | Sen.").
func (r *reading) another(k, next int) bool {
	c := r.class[k]
	if r.capital(next) && !r.capital(k) && r.class[next]&demonym != 0 {
		return c&formerly == 0
	}
	n, m := r.mentionAt[k], r.mentionAt[next]
	if m != 0 && m != n && !r.words.places[r.span(k, next+1).In(r.text)] && r.possessive(int(r.mentions[m-1].last)) {
		return c&(office|title|formerly|demonym) == 0
	}
	return n != 0 && r.mentions[n-1].kind == personName && r.capital(next) && r.class[next]&(title|office) != 0
}

// bestRole chooses among the descriptions of one person: an office with what it is an office of, before a bare
// office, before what the person is to others ("rival", "friend"); the earliest of equals. What
// says of nobody what he is counts for nothing.
func (r *reading) bestRole(roles []string) string {
	best, rank := "", -1
	for _, s := range roles {
		if k := r.roleRank(s); k > rank && !onlyRelated[strings.ToLower(lastWord(s))] {
			best, rank = s, k
		}
	}
	return best
}

// onlyRelated end descriptions that say of nobody what he is, but whom he faces or follows: "Velian counterpart".
var onlyRelated = map[string]bool{"counterpart": true, "successor": true, "predecessor": true}

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
