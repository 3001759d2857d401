package attribution

import (
	"slices"
	"strings"

	"quotidian/articles/token"
	"quotidian/attribution/name"
)

// resolveGroup finds the group a definite plural stands for: the fuller description of an earlier source with
// the same head noun. Anything else stands for itself.
func (r *resolver) resolveGroup(v *voice) {
	printed := r.textOf(int32(v.src.first), int32(v.src.core))
	if r.dateAlone(v) || r.pointing(v) {
		v.why = whyNotSomebody(printed)
		return
	}
	if r.abbreviated(v, printed) {
		return
	}
	if v.src.definite {
		if id := r.earlierPhrase(v, Group); id != noEntity {
			v.entity = id
			r.entities[id].forms = addNew(r.entities[id].forms, r.printedPhrase(v))
			v.why = whyFuller(printed, fullest(r.entities[id].forms)[0])
			return
		}
	}
	if r.spelledOut(v, Group) {
		return
	}
	v.entity = r.unnamed(v, Group)
	if r.class[v.src.head]&(plural|demonym) == 0 && r.mentionAt[v.src.head] == 0 {
		r.entities[v.entity].paper = true // "the results": several, but hardly people
	}
	v.why = whyGroup(printed)
}

// pointing reports whether a source is nothing but a word that points at something said before: "this", "these".
func (r *resolver) pointing(v *voice) bool {
	w := r.word(v.src.first)
	return v.src.core-v.src.first == 1 && (w == "this" || w == "This" || w == "these" || w == "These" || w == "that" || w == "That" || w == "the" || w == "The")
}

// dateAlone reports whether a source is nothing but a year or a day in numbers: "2017", "01.03.2017".
func (r *resolver) dateAlone(v *voice) bool {
	if v.src.core-v.src.first != 1 || r.toks[v.src.first].Kind != token.Number {
		return false
	}
	w := r.word(v.src.first)
	return strings.Count(w, ".") > 1 || len(w) == 4 && (w[0] == '1' || w[0] == '2') && !strings.ContainsAny(w, ".,")
}

// abbreviated gives the words in front of an acronym in brackets to the body of that acronym: "the joint chiefs of staff (JCS)".
func (r *resolver) abbreviated(v *voice, printed string) bool {
	k := v.src.core + 1
	if k+1 >= len(r.toks) || !r.punct(k-1, "(") || !r.punct(k+1, ")") || r.mentionAt[k] == 0 {
		return false
	}
	m := &r.mentions[r.mentionAt[k]-1]
	if !r.acronym(m) {
		return false
	}
	v.entity, v.why = m.entity, whyBody(printed)
	e := &r.entities[m.entity]
	e.forms = addNew(e.forms, r.printedPhrase(v))
	return true
}

// spelledOut gives "the separatists" or "the ministry" the fuller words that the article printed before, though
// not as a source: "Upland separatists", "the Velian defence ministry".
func (r *resolver) spelledOut(v *voice, kind SpeakerKind) bool {
	if v.src.core-v.src.first != 2 || r.lower(v.src.first) != "the" {
		return false
	}
	full := r.fullerWords(v.src.head)
	if full.empty() {
		return false
	}
	printed := r.textOf(int32(v.src.first), int32(v.src.core))
	w := voice{src: source{kind: v.src.kind, first: int(full.first), core: int(full.last), last: int(full.last), head: int(full.last) - 1}}
	v.entity = r.unnamed(&w, kind)
	e := &r.entities[v.entity]
	e.forms = addNew(e.forms, r.printedPhrase(v))
	v.why = quoted(printed) + " is short for " + fullest(e.forms)[0] + ", printed before"
	return true
}

// fullerWords looks back for the noun at token head with words in front that say whose or which.
func (r *reading) fullerWords(head int) tokenRange {
	word := r.lower(head)
	for k := head - 2; k > max(0, head-4*reach); k-- {
		if r.lower(k) != word || r.quoted[k] {
			continue
		}
		first := k
		for first > 0 && k-first < maxRole && r.sameSentence(first-1, k) && r.inRole(first-1, first) {
			first--
		}
		if first < k && r.tellsWhose(first, k) {
			return tokenRange{int32(first), int32(k + 1)}
		}
	}
	return tokenRange{}
}

// tellsWhose reports whether a name, a people or a possessive stands in [first, last).
func (r *reading) tellsWhose(first, last int) bool {
	for k := first; k < last; k++ {
		if r.toks[k].Has(token.Clitic) || r.class[k]&demonym != 0 || r.capital(k) && k > r.sentence(k).First {
			return true
		}
	}
	return false
}

// earlierPhrase finds the last earlier source of a kind whose words hold all the telling words of this one.
func (r *resolver) earlierPhrase(v *voice, kind SpeakerKind) int32 {
	want := strings.Fields(name.Fold(r.printedPhrase(v)))
	for i := len(r.spoken) - 1; i >= max(0, len(r.spoken)-reach); i-- {
		id := r.voices[r.spoken[i]].entity
		if e := &r.entities[id]; e.kind == kind && holdsAll(e, want) {
			return id
		}
	}
	return noEntity
}

// holdsAll reports whether one form of an entity has all the words, the last of them before whatever tells more of its head: "the court" is
// no "agency paid by the court".
func holdsAll(e *entity, want []string) bool {
	for _, f := range e.forms {
		have := strings.Fields(name.Fold(f))
		n := 0
		for _, w := range want {
			if hasWord(have, w) {
				n++
			}
		}
		if n == len(want) && n > 0 && heads(have, want[n-1]) {
			return true
		}
	}
	return false
}

// heads reports whether a word stands before whatever tells more of the head of a description.
func heads(described []string, word string) bool {
	for i, w := range described {
		if i > 0 && behindHead[w] {
			return false
		}
		if w == word {
			return true
		}
	}
	return false
}

// behindHead are the words with which what tells more of a head begins; "of" does not, since "dozens of members" are members.
var behindHead = map[string]bool{"by": true, "in": true, "for": true, "to": true, "at": true, "with": true, "from": true, "on": true, "near": true}

// resolveBody finds the body that lower-case words stand for: "the ministry" is the last body named with that
// word; "Velia's defence ministry" stands for itself.
func (r *resolver) resolveBody(v *voice) {
	printed := r.textOf(int32(v.src.first), int32(v.src.core))
	if !r.somebody(&v.src) || r.pointing(v) {
		v.why = whyNotSomebody(printed)
		return
	}
	if r.abbreviated(v, printed) {
		return
	}
	if v.src.definite {
		if id := r.earlierBody(v); id != noEntity {
			v.entity = id
			v.why = whyFuller(printed, fullest(r.entities[id].forms)[0])
			return
		}
	}
	if r.spelledOut(v, Organisation) || r.unlistedPerson(v, printed) {
		return
	}
	if id, ok := r.byFold[r.foldBody(r.printedPhrase(v))]; ok && r.entities[id].kind == Organisation {
		v.entity = id
	} else {
		v.entity = r.unnamed(v, Organisation)
	}
	v.why = whyBody(printed)
}

// somebody reports whether a phrase whose head no list knows can be a source at all: something must stand in it
// that points at somebody, be it an article, a possessive or a capital.
func (r *reading) somebody(s *source) bool {
	if r.signpost(s.first, s.core) {
		return false
	}
	for k := s.first; k < s.core; k++ {
		if r.class[k]&(determiner|body|demonym) != 0 || r.toks[k].Has(token.Clitic) || r.toks[k].Has(token.Capital) && !(k == s.first && r.sentenceCapital(s)) {
			return true
		}
	}
	return false
}

// sentenceCapital reports whether the capital of a source's first word is only that of the sentence it opens: "There are fears",
// "Having said that", "Satellite imagery showed".
func (r *reading) sentenceCapital(s *source) bool {
	w := r.word(s.first)
	if strings.HasSuffix(w, "ly") {
		return true
	}
	if r.mentionAt[s.first] != 0 || !r.beginsClause(s.first) {
		return false
	}
	if r.class[s.first]&counting != 0 || r.toks[s.core-1].Kind == token.Number {
		return false // six in 10, Article 33
	}
	return s.core-s.first > 1 || r.class[s.first]&(function|speaking) != 0 || leadIns[w]
}

// earlierBody looks back for a body whose name has all the telling words of a description; for words that fit
// any body ("the company", "the group") for the body that spoke last.
func (r *resolver) earlierBody(v *voice) int32 {
	if id := r.earlierPhrase(v, Organisation); id != noEntity {
		return id
	}
	want := strings.Fields(name.Fold(r.printedPhrase(v)))
	last := r.mentionBefore(v.src.first)
	for i := last; i >= max(0, last-reach); i-- {
		id := r.mentions[i].entity
		if id != noEntity && r.entities[id].kind == Organisation && !r.entities[id].place && holdsAll(&r.entities[id], want) {
			return id
		}
	}
	if len(want) == 1 && slices.Contains(civic, want[0]) {
		return r.earlierTown(last)
	}
	if !r.anyBody(v, want) {
		return noEntity
	}
	if id := r.bodyOfField(want, last); id != noEntity {
		return id
	}
	id := r.bodyMeant(v, len(want) == 1)
	if id != noEntity && r.newsroom(id) && !outletNouns[want[len(want)-1]] {
		return noEntity
	}
	return id
}

// newsroom reports whether a body is a newspaper, a broadcaster or an agency.
func (r *resolver) newsroom(id int32) bool {
	return slices.ContainsFunc(r.entities[id].forms, func(f string) bool { return r.words.outlets[f] })
}

// outletNouns are nouns for bodies that an outlet may be called by: it is no charity and no bank.
var outletNouns = map[string]bool{
	"agency": true, "newspaper": true, "paper": true, "daily": true, "weekly": true, "broadcaster": true, "network": true, "channel": true, "station": true,
	"site": true, "website": true, "outlet": true, "magazine": true, "company": true, "firm": true, "publisher": true, "organisation": true, "organization": true,
	"group": true, "tabloid": true, "portal": true, "corporation": true,
}

// bodyOfField gives the body named last before mention last whose name holds the word in front of a noun that fits any body: "the health
// watchdog" is the Health Quality Authority.
func (r *resolver) bodyOfField(want []string, last int) int32 {
	if len(want) != 2 || !r.words.fields[want[0]] {
		return noEntity
	}
	for i := last; i >= max(0, last-reach); i-- {
		id := r.mentions[i].entity
		if id != noEntity && r.mentions[i].kind == bodyName && r.entities[id].kind == Organisation && !r.entities[id].place && holdsAll(&r.entities[id], want[:1]) {
			return id
		}
	}
	return noEntity
}

// bodyMeant gives the body that words which fit any body mean: the one just named, or the one that the article is about; alone is true
// for a noun with nothing in front.
func (r *resolver) bodyMeant(v *voice, alone bool) int32 {
	if r.saysCountry(v) {
		if id := r.lastBody(); id == r.spokeLast(v) && id != noEntity {
			return id
		}
		return r.foremost() // "the French maker" may be another than whom a sentence is about
	}
	if id := r.justNamed(min(v.begin, v.anchor)); id != noEntity {
		return id
	}
	if id := r.lastBody(); id != noEntity {
		return id
	}
	if id := r.leadBody(); id != noEntity || !alone {
		return id
	}
	return r.onlyBody(min(v.begin, v.anchor))
}

// anyBody reports whether a definite description fits any body, so that it means the one just named: "the company", "the German carmaker".
func (r *reading) anyBody(v *voice, want []string) bool {
	if len(want) == 0 || r.words.classes[want[len(want)-1]]&general == 0 || v.src.head != v.src.core-1 {
		return false
	}
	if len(want) > 1 && r.lower(v.src.first) != "the" {
		return false
	}
	for k := v.src.first + 1; k < v.src.head; k++ {
		if r.toks[k].Kind != token.Word || r.toks[k].Has(token.Clitic) || r.mentionAt[k] != 0 || setsApart[r.lower(k)] || r.class[k]&(function|formerly) != 0 || r.toks[k].Has(token.Capital) && r.class[k]&demonym == 0 {
			return false
		}
	}
	return len(want) <= maxLabel
}

// saysCountry reports whether a description says of which people a body is.
func (r *reading) saysCountry(v *voice) bool {
	for k := v.src.first; k < v.src.head; k++ {
		if r.class[k]&demonym != 0 {
			return true
		}
	}
	return false
}

// foremost gives the body that the article is about, if it names no other more often.
func (r *resolver) foremost() int32 {
	if r.mostNamed == 0 {
		for id := range r.entities {
			if e := &r.entities[id]; e.kind == Organisation && !e.place {
				r.mostNamed = max(r.mostNamed, e.count)
			}
		}
	}
	if lead := r.leadBody(); lead != noEntity && r.entities[lead].count >= r.mostNamed {
		return lead
	}
	return noEntity
}

// setsApart are the words that tell a body from the one just named.
var setsApart = map[string]bool{
	"parent": true, "other": true, "rival": true, "second": true, "third": true, "first": true, "sister": true, "holding": true, "same": true, "new": true,
	"larger": true, "smaller": true, "entire": true, "whole": true, "latter": true, "former": true, "away": true, "home": true, "national": true,
	"opposing": true, "visiting": true, "legal": true, "research": true, "host": true,
}

// onlyBody gives the one body that the sentence before token k has to do with: "A regulator looks into Orlo Mills." What stands before
// a noun only tells which one that is: "a Varn Street darling".
func (r *resolver) onlyBody(k int) int32 {
	found := noEntity
	last := r.mentionBefore(k)
	for i := last; i >= max(0, last-maxLooked) && r.near(int(r.mentions[i].first), k, 1); i-- {
		m := &r.mentions[i]
		if m.entity == noEntity || m.entity == found || r.sentOf[m.first] == r.sentOf[k] || !r.endsNoun(int(m.last)) || r.credited(int(m.first), int(m.last)) {
			continue
		}
		if e := &r.entities[m.entity]; e.kind == Organisation && !e.place && !e.paper && !r.outlet(m) {
			if found != noEntity {
				return noEntity
			}
			found = m.entity
		}
	}
	return found
}

// endsNoun reports whether token k, behind a name, is no noun that the name only stands before.
func (r *reading) endsNoun(k int) bool {
	return k >= len(r.toks) || r.toks[k].Kind != token.Word || r.is(k, function|speaking) && !r.toks[k].Has(token.Clitic)
}

// leadBody gives the body that the article is about: the subject of its first sentence, or of the first behind a headline,
// where it names it again.
func (r *resolver) leadBody() int32 {
	for i := range min(len(r.mentions), reach) {
		m := &r.mentions[i]
		if r.paraOf[m.first] > 1 && r.sentOf[m.first] > 2 {
			break
		}
		if m.entity == noEntity || !r.subject(m) && !r.traded(m) || r.credited(int(m.first), int(m.last)) {
			continue
		}
		if e := &r.entities[m.entity]; (e.kind == Organisation && !e.place || e.unsure) && e.count > 1 {
			r.takeForBody(m.entity)
			return m.entity
		}
		if m.kind == personName {
			return noEntity
		}
	}
	return noEntity
}

// traded reports whether a text opens with what somebody's shares did: "Shares of Orlo Mills fell".
func (r *reading) traded(m *named) bool {
	k := int(m.first) - 1
	return k > 0 && r.class[k]&preposition != 0 && (r.lower(k-1) == "shares" || r.lower(k-1) == "stock") && r.beginsClause(k-1)
}

// lastBody gives the body that spoke last.
func (r *resolver) lastBody() int32 {
	for i := len(r.spoken) - 1; i >= 0 && i >= len(r.spoken)-3; i-- {
		id := r.voices[r.spoken[i]].entity
		e := &r.entities[id]
		r.takeForBody(id) // Hanse Mills warned of it. In a filing, the company said
		if e.kind == Organisation && !e.place && !e.paper {
			return id
		}
	}
	return noEntity
}

// civic are the words for a town that speaks, in one case or another: "the city" may be the Municipality of Varn.
var civic = []string{"city", "town", "village", "municipality", "borough"}

// earlierTown looks back from mention last for a body named with any word for a town.
func (r *resolver) earlierTown(last int) int32 {
	for i := last; i >= max(0, last-reach); i-- {
		id := r.mentions[i].entity
		if id == noEntity || r.entities[id].kind != Organisation || r.entities[id].place {
			continue
		}
		for _, w := range civic {
			if holdsAll(&r.entities[id], []string{w}) {
				return id
			}
		}
	}
	return noEntity
}

// justNamed finds the body, or the name that nothing has told to be a person's, that the sentence before token k
// is about: "Ivanel Hydro has published the log. The company said …".
func (r *resolver) justNamed(k int) int32 {
	found := noEntity
	last := r.mentionBefore(k)
	for i := last; i >= max(0, last-reach) && r.near(int(r.mentions[i].first), k, 1); i-- {
		m := &r.mentions[i]
		if m.entity == noEntity || !r.subject(m) && !r.agent(m) || r.sentOf[m.first] == r.sentOf[k] {
			continue
		}
		if e := &r.entities[m.entity]; e.unsure || e.kind == Organisation && !e.place || r.byCapitals(m) && !r.meansPerson(m) {
			found = m.entity // the first one: "Orlo Mills beat Varn Street's estimates"
		}
	}
	if found != noEntity && r.entities[found].kind != Organisation {
		r.makeBody(found)
	}
	return found
}

// agent reports whether a name is who does what a passive tells, and closes its sentence: "was denied by the Norland Railways."
func (r *reading) agent(m *named) bool {
	k := int(m.from) - 1
	if r.is(k, determiner) {
		k--
	}
	return k > 0 && r.word(k) == "by" && r.participle(k-1) && r.punct(int(m.last), ".")
}
