package attribution

import (
	"strings"

	"quotidian/articles/token"
)

// Descriptions that only vary a name: "the Spaniard", "the 24-year-old", "the mother-of-three", "the striker". Nothing in
// the article need say that somebody is one; they stand for the person whom the passage is about anyway.

// variation finds the person whom a description with "the" varies: who spoke last, in this paragraph or the one before, or
// whom the sentence before is about. Another person named since leaves it open.
func (r *resolver) variation(v *voice) int32 {
	if r.lower(v.src.first) != "the" {
		return noEntity
	}
	id := r.actorHere(v)
	if id == noEntity {
		id = r.actor(min(v.begin, v.anchor))
	}
	about := id != noEntity && r.aboutAnyone(v, id)
	if id == noEntity {
		id = r.lastPerson(v)
		about = id != noEntity && r.spokeHere(v) == id && r.aboutAnyone(v, id)
	}
	if id == noEntity {
		id = r.topic(v)
	}
	if id == noEntity || r.sexOf(v.src.head).clashes(r.sexOfEntity(id)) || !about && !r.varies(v, id) || r.otherParty(v, id) {
		return noEntity
	}
	return id
}

// otherParty reports whether a description names a party, and the article has said of somebody else that he is its man: "the Greens' Ana Orlo"
// before "the Greens leader".
func (r *resolver) otherParty(v *voice, id int32) bool {
	k := v.src.head - 1
	if k != v.src.first+1 || !r.capital(k) || v.src.head != v.src.core-1 {
		return false
	}
	last, other := r.mentionBefore(v.src.first), false
	for i := last; i >= max(0, last-reach); i-- {
		m := &r.mentions[i]
		if owner := int(m.from) - 2; m.entity != noEntity && r.entities[m.entity].kind == Person && owner >= 0 && r.possessive(owner+1) && r.word(owner) == r.word(k) {
			if m.entity == id {
				return false
			}
			other = true
		}
	}
	return other
}

// aboutAnyone reports whether a description is a word for anybody who is asked, and the paragraph of it has nobody else speaking.
func (r *resolver) aboutAnyone(v *voice, id int32) bool {
	if !r.words.anyone[r.lower(v.src.head)] || r.entities[id].unsure || r.otherCountry(v, r.entities[id].roles) {
		return false
	}
	other := r.spokeHere(v)
	return other == noEntity || other == id
}

// spokeHere gives who spoke last before a description, if that was in its paragraph.
func (r *resolver) spokeHere(v *voice) int32 {
	if len(r.spoken) == 0 {
		return noEntity
	}
	w := r.lastVoice()
	if r.paraOf[w.anchor] != r.paraOf[v.anchor] {
		return noEntity
	}
	return w.entity
}

// actorHere gives the person whom the sentence of a description is about that "and" or "but" goes on with: "Orlo stayed away, but
// the 68-year-old said …".
func (r *resolver) actorHere(v *voice) int32 {
	k := v.src.first
	if w := r.word(max(k-1, 0)); w != "and" && w != "but" {
		return noEntity
	}
	first := r.sentence(k).First
	if k-first > maxAside {
		return noEntity
	}
	for i := r.mentionBefore(first) + 1; i < len(r.mentions) && int(r.mentions[i].first) < k; i++ {
		m := &r.mentions[i]
		if r.surePerson(m) && r.subject(m) {
			return m.entity
		}
	}
	return noEntity
}

// lastPerson gives who spoke last before a description, if that was a person, in the same paragraph or the one before, and
// nobody else was named since.
func (r *resolver) lastPerson(v *voice) int32 {
	if len(r.spoken) == 0 {
		return r.onlyPerson(v)
	}
	w := r.lastVoice()
	switch close := r.paraOf[v.anchor]-r.paraOf[max(w.anchor, w.end-1)] <= 1 && r.near(w.anchor, v.anchor, window); {
	case close && r.entities[w.entity].kind == Unnamed:
		return noEntity
	case !close || r.entities[w.entity].kind != Person:
		return r.onlyPerson(v)
	}
	last := r.mentionBefore(v.src.first)
	for i := last; i >= max(0, last-reach) && int(r.mentions[i].first) > w.anchor; i-- {
		m := &r.mentions[i]
		if m.entity != w.entity && r.surePerson(m) && !r.quoted[m.first] && (r.varies(v, m.entity) || !r.varies(v, w.entity)) {
			return noEntity // but "the doctor" is not the patient just named
		}
	}
	return w.entity
}

// topic gives the person whom the paragraph before that of a description is about from its first sentence to its last: "Orlo was far
// less chirpy. He was furious that Varga had scored."
func (r *resolver) topic(v *voice) int32 {
	k := min(v.begin, v.anchor)
	s := r.sentOf[k]
	if s < 1 || r.paraOf[r.sents[s-1].First] == r.paraOf[k] {
		return noEntity
	}
	last := s - 1
	for s = last; s > 0 && last-s < window && r.paraOf[r.sents[s-1].First] == r.paraOf[r.sents[last].First]; {
		s--
	}
	for i := r.mentionBefore(r.sents[s].First) + 1; i < len(r.mentions) && int(r.mentions[i].first) < r.sents[s].Last; i++ {
		m := &r.mentions[i]
		if !r.surePerson(m) || !r.subject(m) {
			continue
		}
		if s != last && !r.means(r.sents[last].First, m.entity) || r.otherSpoke(m) {
			return noEntity
		}
		return m.entity
	}
	return noEntity
}

// means reports whether token k is a "he" or "she" that a person's sex does not rule out.
func (r *resolver) means(k int, id int32) bool {
	p := r.pronoun(k)
	return (p == he || p == she) && !wantedSex(p).clashes(r.sexOfEntity(id))
}

// otherSpoke reports whether somebody else has spoken since a mention.
func (r *resolver) otherSpoke(m *named) bool {
	if len(r.spoken) == 0 {
		return false
	}
	w := r.lastVoice()
	return w.anchor > int(m.first) && w.entity != m.entity
}

// surePerson reports whether a mention names somebody of whom more than capitals tells that it is a person.
func (r *resolver) surePerson(m *named) bool {
	return m.entity != noEntity && r.entities[m.entity].kind == Person && !r.entities[m.entity].unsure
}

// onlyPerson gives the one person whom the paragraph before a description names.
func (r *resolver) onlyPerson(v *voice) int32 {
	found := noEntity
	last := r.mentionBefore(v.src.first)
	for i := last; i >= max(0, last-reach) && r.paraOf[v.anchor]-r.paraOf[r.mentions[i].first] <= 1; i-- {
		m := &r.mentions[i]
		if !r.surePerson(m) || m.entity == found {
			continue
		}
		if found != noEntity {
			return noEntity
		}
		found = m.entity
	}
	return found
}

// varies reports whether a description can be another word for a person: by people or age, of whoever it is; as what the
// well-known are called, or by party, of somebody of whom nothing else is told; and as the broader word for a role that is told.
func (r *resolver) varies(v *voice, id int32) bool {
	head, roles := r.lower(v.src.head), r.entities[id].roles
	alone := v.src.core-v.src.first == 2 || r.peopleOf(v.src.first+1, v.src.core)
	switch {
	case r.otherCountry(v, roles):
		return false
	case alone && r.class[v.src.head]&demonym != 0, strings.HasSuffix(head, "-old"), strings.HasSuffix(r.word(v.src.first+1), "-old"), parentOf(head) != "", r.aged(v.src.core), r.entities[id].doctor && doctors[head]:
		return true
	case len(roles) == 0:
		return r.words.famous[head] || r.words.partisan[head] && v.src.core-v.src.first > 2 && r.onlyNames(v)
	}
	if ruling[head] && (r.rules(v, roles) || r.leads(v, id)) || r.tellsMore(v, id) || r.sameHead(v, id) {
		return true
	}
	return r.broaderThan(v, head, roles)
}

// broaderThan reports whether the head of a description is a broader word for one of a person's roles, or the same with a name in
// front.
func (r *reading) broaderThan(v *voice, head string, roles []string) bool {
	for _, role := range roles {
		for w := range strings.FieldsSeq(strings.ToLower(role)) {
			w = strings.Trim(w, ",.()")
			if r.words.broader[head][w] || w == head && r.onlyNames(v) {
				return true
			}
		}
	}
	return false
}

// doctors are words for whoever is addressed as one.
var doctors = map[string]bool{"doctor": true, "medic": true, "physician": true, "surgeon": true, "academic": true, "scholar": true}

// otherCountry reports whether a description names a country, and the roles of a person another one: who speaks for Velia is not
// "the Norland diplomat".
func (r *reading) otherCountry(v *voice, roles []string) bool {
	country := r.countryIn(r.textOf(int32(v.src.first), int32(v.src.core)))
	if country == "" {
		return false
	}
	other := false
	for _, role := range roles {
		switch r.countryIn(role) {
		case country:
			return false
		case "":
		default:
			other = true
		}
	}
	return other
}

// countryIn gives the first country that words name or form an adjective of, "" for none.
func (r *reading) countryIn(words string) string {
	for w := range strings.FieldsSeq(words) {
		w = strings.TrimSuffix(strings.TrimSuffix(strings.Trim(w, ",.()"), "'s"), "’s")
		if c := r.words.demonyms[w]; r.words.states[c] != "" { // not: European
			return c
		}
		if c := r.words.states[w]; c != "" {
			return c
		}
	}
	return ""
}

// tellsMore reports whether a description adds to what is known of a person rather than names somebody else: a seat with where
// it is ("the West Varn MP"), which nobody introduces so, where no other such seat of the person is told.
func (r *resolver) tellsMore(v *voice, id int32) bool {
	head := r.lower(v.src.head)
	party := r.words.partisan[head] && r.lower(v.src.head-1) == "party" && v.src.head == v.src.core-1 && !r.possessed(&v.src) // "the red party leader"
	if !party && (!r.words.seats[head] || v.src.core-v.src.first < 3 || !r.onlyNames(v) && !r.from(v)) {
		return false
	}
	for _, role := range r.entities[id].roles {
		if hasWord(strings.Fields(strings.ToLower(role)), head) {
			return false
		}
	}
	return true
}

// ruling are the words that headlines have for whoever is at the head of something: "the police boss", "the finance czar".
var ruling = map[string]bool{"boss": true, "chief": true, "czar": true, "tsar": true, "supremo": true, "head": true}

// rules reports whether a person's roles hold every word in front of the head of a description.
func (r *reading) rules(v *voice, roles []string) bool {
	if v.src.head-v.src.first < 2 || v.src.head != v.src.core-1 {
		return false
	}
	for _, role := range roles {
		have, all := strings.Fields(strings.ToLower(role)), true
		for k := v.src.first + 1; k < v.src.head; k++ {
			all = all && hasWord(have, r.lower(k))
		}
		if all {
			return true
		}
	}
	return false
}

// leads reports whether "the nuclear chief" can be the person who spoke last, in its paragraph: one whose role says that he heads
// something, whatever its name is.
func (r *resolver) leads(v *voice, id int32) bool {
	if v.src.head-v.src.first < 2 || v.src.head != v.src.core-1 || r.spokeHere(v) != id {
		return false
	}
	for _, role := range r.entities[id].roles {
		for w := range strings.FieldsSeq(strings.ToLower(role)) {
			if ruling[w] || r.words.broader["leader"][w] || w == "director" || w == "commissioner" {
				return true
			}
		}
	}
	return false
}

// sameHead reports whether a description has the noun that ends the role of who spoke last, and in front of it nothing but small words that tell
// no field: "the presidential spokesman" of a palace spokesman.
func (r *resolver) sameHead(v *voice, id int32) bool {
	head := r.lower(v.src.head)
	if len(r.spoken) == 0 || r.spokeLast(v) != id || v.src.head != v.src.core-1 || !r.is(v.src.head, office) {
		return false
	}
	for k := v.src.first + 1; k < v.src.head; k++ {
		if w := r.lower(k); r.capital(k) || r.words.fields[w] || setsApart[w] || ordinal[w] || r.toks[k].Kind != token.Word || r.is(k, formerly|title|office|body|demonym) || r.toks[k].Has(token.Clitic) {
			return false
		}
	}
	for _, role := range r.entities[id].roles {
		if strings.HasSuffix(strings.ToLower(role), " "+head) {
			return true
		}
	}
	return false
}

// onlyNames reports whether what a description adds to its head are capitals: "the Congress leader".
func (r *reading) onlyNames(v *voice) bool {
	for k := v.src.first + 1; k < v.src.head; k++ {
		if !r.capital(k) && !strings.HasSuffix(r.word(k), "-term") {
			return false
		}
	}
	return v.src.head == v.src.core-1
}

// from reports whether a description says where somebody holds a seat: "the MP from Varn".
func (r *reading) from(v *voice) bool {
	return v.src.head == v.src.first+1 && v.src.head+2 < v.src.core && r.word(v.src.head+1) == "from" && r.capital(v.src.head+2)
}

// parentOf gives the noun of "mother-of-three", "" for other words.
func parentOf(w string) string {
	noun, _, ok := strings.Cut(w, "-of-")
	if !ok {
		return ""
	}
	return noun
}
