package attribution

import (
	"math"
	"slices"

	"quotidian/articles/sentence"
	"quotidian/articles/token"
)

// window bounds how far back a pronoun looks, in sentences; beyond it only the nearest candidate counts.
const window = 6

// candidate is one person a pronoun can stand for.
type candidate struct {
	entity int32
	at     int32 // token of the nearest mention
	f      features
}

// person ranks the persons mentioned around the "he" or "she" of a source.
func (r *resolver) person(v *voice, p pronoun) (int32, string) {
	want := wantedSex(p)
	if r.choices != nil {
		id := r.certain(v, p)
		r.echo(v.src.head, id)
		return id, ""
	}
	list := slices.DeleteFunc(r.candidates(v, want), func(c candidate) bool {
		return r.saidOf(c.entity, v) || r.askedThis(c.entity, v) || r.askedBefore(c.entity, v) || r.onlyMentioned(c.entity)
	})
	id := r.accordingTo(v, p)
	if id == noEntity {
		id = r.asFor(v, p)
	}
	if id == noEntity {
		id = r.ownClause(v, p)
	}
	if id == noEntity {
		id = r.replyFrom(v, list)
	}
	if id == noEntity {
		id = r.justNamedPerson(v, list)
	}
	if id == noEntity {
		id = r.newcomer(v, p, list)
	}
	if id == noEntity {
		id = r.broughtIn(v, list)
	}
	if id == noEntity {
		id = r.saidBefore(v, list)
	}
	if id != noEntity {
		r.echo(v.src.head, id)
		return id, quoted(r.word(v.src.head)) + " is " + r.called(id) + ", whom this sentence or the one before is about"
	}
	c := r.best(list, want)
	if c == nil {
		return noEntity, whyNobody(r.word(v.src.head))
	}
	r.echo(v.src.head, c.entity)
	return c.entity, r.whyRanked(v, c, list)
}

// onlyMentioned reports whether nothing but a capital makes a person of one word, and nothing that persons do is told of it: the
// Orlovil of "He takes Orlovil and sleeps".
func (r *resolver) onlyMentioned(id int32) bool {
	e := &r.entities[id]
	return e.unsure && !e.does && !e.speaks && e.full == 0 && r.class[e.first]&(forename|title) == 0
}

// accordingTo gives who spoke last, in this paragraph or the one before, for the pronoun of "according to him".
func (r *resolver) accordingTo(v *voice, p pronoun) int32 {
	k := v.src.head
	if k < 2 || r.word(k-1) != "to" || r.lower(k-2) != "according" {
		return noEntity
	}
	id := r.spokeLast(v)
	if id == noEntity || r.entities[id].kind != Person || r.entities[id].unsure || wantedSex(p).clashes(r.entities[id].sex) {
		return noEntity
	}
	return id
}

// saidOf reports whether a person is the subject of the clause around a pronoun and its cue: "Orlo, he said, had been shouting".
func (r *resolver) saidOf(id int32, v *voice) bool {
	if v.src.head <= v.begin || v.src.head >= v.end || r.quoted[v.begin] || r.mentionAt[v.begin] == 0 {
		return false
	}
	m := &r.mentions[r.mentionAt[v.begin]-1]
	return m.entity == id && r.punct(int(m.last), ",") && int(m.last) < v.src.head
}

// asFor gives the person with whom the sentence of a pronoun begins as its topic: "As for Orlo, he said it was late."
func (r *resolver) asFor(v *voice, p pronoun) int32 {
	k := r.sentence(v.src.head).First
	if r.lower(k) != "as" || !r.sameSentence(k, k+2) || r.word(k+1) != "for" {
		return noEntity
	}
	m := r.mentionBefore(k) + 1
	if m >= len(r.mentions) || int(r.mentions[m].from) != k+2 || !r.punct(int(r.mentions[m].last), ",") || int(r.mentions[m].last)+1 != v.src.head {
		return noEntity
	}
	if id := r.mentions[m].entity; id != noEntity && r.entities[id].kind == Person && !wantedSex(p).clashes(r.sexOfEntity(id)) {
		return id
	}
	return noEntity
}

// ownClause gives the subject of the main clause on which that of a pronoun and its cue hangs, where nobody else is named between the
// two: "Orlo drew laughter when he said".
func (r *resolver) ownClause(v *voice, p pronoun) int32 {
	k := v.src.head
	first := r.sentence(k).First
	switch r.word(max(k-1, 0)) {
	case "when", "as", "while", "after", "before", "because", "where":
	default:
		return noEntity
	}
	if k-first > maxAside {
		return noEntity
	}
	found := noEntity
	for i := r.mentionBefore(first) + 1; i < len(r.mentions) && int(r.mentions[i].first) < k; i++ {
		m := &r.mentions[i]
		switch {
		case !r.surePerson(m) || m.entity == found:
		case found != noEntity || !r.subject(m) && !r.feltFor(m, k) || r.quoted[m.first]:
			return noEntity
		default:
			found = m.entity
		}
	}
	if found == noEntity || wantedSex(p).clashes(r.sexOfEntity(found)) {
		return noEntity
	}
	return found
}

// feltFor reports whether a name ends the clause before the pronoun at token k, behind what others feel about its bearer: "Many are wary of Orlo,
// especially after he called".
func (r *resolver) feltFor(m *named, k int) bool {
	end := int(m.last)
	if r.punct(end, ",") {
		end++
	}
	if k-end > 2 || !r.is(int(m.from)-1, preposition) {
		return false
	}
	first := r.sentence(k).First
	for i := first; i < int(m.from); i++ {
		if p := r.pronoun(i); p == he || p == she || r.is(i, office|kin|anybody) && !r.is(i, plural) {
			return false
		}
	}
	return true
}

// replyFrom gives the person from whom the reaction came with which the sentence before a quotation ends: `The picture drew an angry
// response from Orlo. “I do not laugh,” he wrote.`
func (r *resolver) replyFrom(v *voice, list []candidate) int32 {
	s := r.sentOf[min(v.begin, v.anchor)] - 1
	if s < 0 || !r.quoted[v.begin] || r.paraOf[r.sents[s].First] != r.paraOf[v.anchor] {
		return noEntity
	}
	last := r.sents[s].Last - 1
	n := r.mentionAt[max(last-1, 0)] - 1
	if n < 0 || int(r.mentions[n].last) != last || !r.surePerson(&r.mentions[n]) {
		return noEntity
	}
	m := &r.mentions[n]
	if from := int(m.from) - 1; from < 1 || r.word(from) != "from" || !replies[r.word(from-1)] || !r.possibly(m.entity, list) {
		return noEntity
	}
	return m.entity
}

// replies are what comes from somebody who speaks next.
var replies = map[string]bool{
	"reaction": true, "response": true, "reply": true, "answer": true, "rebuke": true, "retort": true, "statement": true, "warning": true, "denial": true,
	"criticism": true, "praise": true, "rebuttal": true, "comment": true, "comments": true, "remark": true, "remarks": true,
}

// justNamedPerson gives the candidate whom the sentence before a quotation is about, in its paragraph, where that sentence
// names nobody else the pronoun can mean and has no quotation of its own: `Orlo disagreed. “It is late,” he said.`
func (r *resolver) justNamedPerson(v *voice, list []candidate) int32 {
	begin := min(v.begin, v.anchor)
	if r.sentOf[begin] == 0 {
		return noEntity
	}
	id, s := r.actorOf(r.sentOf[begin]-1, begin), r.sents[r.sentOf[begin]-1]
	if !r.quoted[v.begin] && (!r.toks[s.First].Has(token.Paragraph) || r.spokeHere(v) != noEntity) {
		return noEntity // a clause may be whoever's who spoke last, unless that was in another paragraph
	}
	apart := r.paraOf[begin] != r.paraOf[s.First]
	if id == noEntity || r.quoted[s.Last-1] || r.content[s.First] != 0 || apart && (r.entities[id].unsure || !r.leadsTo(s, v)) {
		return noEntity
	}
	if !r.possibly(id, list) || !r.cleftIn(id, s) && r.rivalIn(id, list, s) {
		return noEntity
	}
	return id
}

// rivalIn reports whether a sentence names another of the candidates whom the pronoun can mean.
func (r *resolver) rivalIn(id int32, list []candidate, s sentence.Sentence) bool {
	return slices.ContainsFunc(list, func(c candidate) bool {
		return c.entity != id && c.f[featSexAgainst]+c.f[featUnsure] == 0 && r.namedIn(c.entity, s)
	})
}

// cleftIn reports whether "it was … who" names a person in a sentence.
func (r *resolver) cleftIn(id int32, s sentence.Sentence) bool {
	for i := r.mentionBefore(s.First) + 1; i < len(r.mentions) && int(r.mentions[i].first) < s.Last; i++ {
		if m := &r.mentions[i]; m.entity == id && r.cleft(m) {
			return true
		}
	}
	return false
}

// leadsTo reports whether a sentence is a paragraph of its own in front of one that a quotation opens: "Orlo disagreed."
func (r *resolver) leadsTo(s sentence.Sentence, v *voice) bool {
	opens := r.quoted[v.begin] && v.begin < v.anchor && r.sentence(v.begin).First+1 >= v.begin
	alone := s.First == 0 || r.paraOf[s.First-1] != r.paraOf[s.First]
	return opens && alone && r.paraOf[v.begin]-r.paraOf[s.First] == 1
}

// broughtIn gives the candidate whom the paragraph before that of a pronoun names in full at its beginning, and nobody else, where
// nobody has spoken in it: "Sgt Ana Orlo, a detective, was the first to arrive. Officers had been told at noon." Next: "She said".
func (r *resolver) broughtIn(v *voice, list []candidate) int32 {
	s := r.sentOf[v.src.head]
	if s < 1 || !r.quoted[v.begin] || r.sents[s].First != v.src.head || r.paraOf[r.sents[s-1].First] == r.paraOf[v.src.head] {
		return noEntity
	}
	found := noEntity
	for i := r.mentionBefore(v.src.head); i >= 0 && r.paraOf[r.mentions[i].first] == r.paraOf[r.sents[s-1].First]; i-- {
		m := &r.mentions[i]
		if !r.surePerson(m) {
			continue
		}
		if found != noEntity && m.entity != found {
			return noEntity
		}
		found = m.entity
		if m.last-m.first > 1 && r.toks[m.from].Has(token.Line) && !r.spokeSince(int(m.from)) && r.possibly(found, list) {
			return found
		}
	}
	return noEntity
}

// saidBefore gives the candidate named as the source of the sentence before that of a pronoun and its words: "Orlo said that Varga
// had slept. He added …".
func (r *resolver) saidBefore(v *voice, list []candidate) int32 {
	w, begin := r.voiceBefore(v), min(v.begin, v.anchor)
	if w == nil || r.content[w.anchor] != 0 || r.paraOf[w.anchor] != r.paraOf[begin] && begin-r.sentence(begin).First > 1 {
		return noEntity
	}
	if slices.ContainsFunc(list, func(c candidate) bool { return c.entity == w.entity && c.f[featSexAgainst]+c.f[featOwnWords] == 0 }) {
		return w.entity
	}
	return noEntity
}

// askedBefore reports whether a person asks in the sentence before a quotation, which is the answer: "Orlo asked whether he slept. “I
// did,” he said."
func (r *resolver) askedBefore(id int32, v *voice) bool {
	w := r.voiceBefore(v)
	if w == nil || w.entity != id || !r.quoted[v.begin] || r.lower(min(w.src.last, len(r.toks)-1)) != "asked" {
		return false
	}
	for k := w.src.last + 1; k < w.src.last+maxRole && r.sameSentence(k, w.anchor); k++ {
		switch r.word(k) {
		case "to":
			return false // a wish
		case "whether", "if", "how", "what", "why", "when", "where", "who", "about":
			return true
		}
	}
	return false
}

// lastVoice is the last to speak of those who are named or described; somebody must have spoken.
func (r *resolver) lastVoice() *voice { return &r.voices[r.spoken[len(r.spoken)-1]] }

// voiceBefore gives the last to speak by name, if that is in the sentence before that of a source and its words; nil for nobody.
func (r *resolver) voiceBefore(v *voice) *voice {
	if len(r.spoken) == 0 {
		return nil
	}
	w := r.lastVoice()
	if w.src.kind != nameSource || r.sentOf[min(v.begin, v.anchor)]-r.sentOf[w.anchor] != 1 {
		return nil
	}
	return w
}

// spokeSince reports whether anybody has spoken since a token.
func (r *resolver) spokeSince(k int) bool {
	return len(r.spoken) > 0 && r.lastVoice().anchor >= k
}

// possibly reports whether nothing that is known of the sex of a candidate speaks against it.
func (r *resolver) possibly(id int32, list []candidate) bool {
	return slices.ContainsFunc(list, func(c candidate) bool {
		return c.entity == id && c.f[featSexAgainst]+c.f[featSexDoubted]+c.f[featOwnWords] == 0
	})
}

// namedIn reports whether a sentence names somebody; pronouns do not count, nor does whose something is.
func (r *resolver) namedIn(id int32, s sentence.Sentence) bool {
	for i := r.mentionBefore(s.First) + 1; i < len(r.mentions) && int(r.mentions[i].first) < s.Last; i++ {
		if m := &r.mentions[i]; m.entity == id && !r.possessive(int(m.last)) {
			return true
		}
	}
	return false
}

func wantedSex(p pronoun) sex {
	if p == she {
		return female
	}
	return male
}

// clear is the lead, in log-odds, from which on a pronoun settles the sex of whom it means.
const clear = 1

// best gives the candidate with the highest score, nil for an empty list.
func (r *resolver) best(list []candidate, want sex) *candidate {
	w := rankWeights()
	best, top, second := -1, math.Inf(-1), math.Inf(-1)
	for i := range list {
		switch s := list[i].f.score(w); {
		case s > top:
			best, top, second = i, s, top
		case s > second:
			second = s
		}
	}
	if best < 0 {
		return nil
	}
	if e := &r.entities[list[best].entity]; e.sex == unknownSex && e.kind == Person && top-second > clear && list[best].f[featSexAgainst] == 0 {
		e.sex = want
	}
	return &list[best]
}

// follow resolves the pronouns of the author's own words up to token end, so that somebody whom a passage goes
// on calling "she" stays as near as the last "she".
func (r *resolver) follow(end int) {
	for ; r.walked < end; r.walked++ {
		k := r.walked
		if r.toks[k].Kind != token.Word || r.quoted[k] || r.class[k]&(function|determiner) == 0 {
			continue
		}
		p := r.pronoun(k)
		if p != he && p != she {
			r.tellsOf(k)
			continue
		}
		v := voice{running: true, anchor: k, src: source{kind: pronounSource, head: k}}
		if r.choices != nil {
			r.echo(k, r.certain(&v, p))
			continue
		}
		if id := r.tellsOfSelf(k, p); id != noEntity {
			r.echo(k, id)
			continue
		}
		list := r.candidates(&v, wantedSex(p))
		if r.objective(k) {
			list = slices.DeleteFunc(list, func(c candidate) bool { return c.f[featSubjectHere] == 1 && k-int(c.at) <= maxVerb })
		}
		if c := r.best(list, wantedSex(p)); c != nil && c.f[featSexAgainst] == 0 {
			r.echo(k, c.entity)
		}
	}
	r.walked = max(r.walked, end+1) // the source itself is no running text
}

// maxVerb bounds the tokens from the beginning of a subject's name to its verb's object.
const maxVerb = 5

// objective reports whether the pronoun at token k is what a verb or preposition has for its object, and so nobody who is the
// subject beside it: "Orlo, who discovered her".
func (r *reading) objective(k int) bool {
	switch r.lower(k) {
	case "him":
		return true
	case "her":
		return k+1 == len(r.toks) || r.toks[k+1].Kind != token.Word || r.class[k+1]&function != 0
	}
	return false
}

// tellsOfSelf gives the person whose reported words begin with the pronoun at token k: "Orlo said he felt a pop".
func (r *resolver) tellsOfSelf(k int, p pronoun) int32 {
	i := r.content[k] - 1
	if i < 0 || r.objective(k) {
		return noEntity
	}
	w := &r.voices[i]
	begins := k == w.begin || k == w.begin+1 && r.word(w.begin) == "that"
	if !begins || w.anchor > k || w.src.kind != nameSource || w.entity == noEntity || r.entities[w.entity].kind != Person || wantedSex(p).clashes(r.sexOfEntity(w.entity)) {
		return noEntity
	}
	return w.entity
}

// certain gives whom a pronoun means while training, where the weights must not matter: the certain person,
// else the nearest of the sex.
func (r *resolver) certain(v *voice, p pronoun) int32 {
	if id := r.choices.observe(r, v, wantedSex(p)); id != noEntity {
		return id
	}
	for _, c := range r.candidates(v, wantedSex(p)) {
		if c.f[featSexAgainst] == 0 {
			return c.entity
		}
	}
	return noEntity
}

// echo records a resolved pronoun as a mention.
func (r *resolver) echo(k int, id int32) {
	if id != noEntity {
		r.echoes = append(r.echoes, named{from: int32(k), first: int32(k), last: int32(k + 1), entity: id, echo: true})
	}
}

// maxLooked bounds the mentions looked at for one pronoun: a chapter without a fitting name must not be read back to its
// first word for every "she said".
const maxLooked = 200

// candidates gives the persons that a pronoun of the wanted sex can stand for, each with its features, the
// nearest first.
func (r *resolver) candidates(v *voice, want sex) []candidate {
	var list []candidate
	at := v.src.head
	i, e := r.mentionBefore(at), len(r.echoes)-1
	for looked := 0; looked < maxLooked && (i >= 0 || e >= 0); looked++ {
		var m *named
		if i < 0 || e >= 0 && r.echoes[e].first > r.mentions[i].first {
			m = &r.echoes[e]
			e--
		} else {
			m = &r.mentions[i]
			i--
		}
		if len(list) > 0 && !r.near(int(m.first), at, window) {
			break
		}
		if r.eligible(m, want) && !r.asks(m, at) {
			list = r.addCandidate(list, m, v, want)
		}
	}
	list = r.unnamedCandidates(list, v, want)
	if m := r.ahead(at); m != nil && r.eligible(m, want) {
		list = r.addCandidate(list, m, v, want)
		for k := range list {
			if list[k].entity == m.entity {
				list[k].f[featAhead] = 1
			}
		}
	}
	r.compare(list, v)
	return list
}

func (r *resolver) eligible(m *named, want sex) bool {
	return m.entity != noEntity && m.kind != thingName && r.entities[m.entity].kind == Person && !want.clashes(r.entities[m.entity].sex)
}

// unnamedCandidates adds the persons without a name who spoke last.
func (r *resolver) unnamedCandidates(list []candidate, v *voice, want sex) []candidate {
	for i := len(r.spoken) - 1; i >= 0 && i >= len(r.spoken)-3; i-- {
		w := &r.voices[r.spoken[i]]
		if e := &r.entities[w.entity]; e.kind == Unnamed && (w.src.kind == describedSource || w.src.kind == pronounSource) && !want.clashes(e.sex) && r.near(w.anchor, v.src.head, 3) {
			m := named{from: int32(w.src.first), first: int32(w.src.first), last: int32(w.src.core), entity: w.entity}
			list = r.addCandidate(list, &m, v, want)
		}
	}
	return list
}

// ahead finds the subject that a fronted clause with a pronoun leads to: "Before he left, Orlo said …".
func (r *reading) ahead(at int) *named {
	first := r.sentence(at).First
	if at-first > 12 || r.class[first]&(preposition|opener) == 0 && r.lower(first) != "as" && r.lower(first) != "if" {
		return nil
	}
	for k := at + 1; k < at+16 && r.sameSentence(at, k); k++ {
		if !r.punct(k, ",") {
			continue
		}
		for k++; r.sameSentence(at, k) && r.class[k]&(title|office|determiner|formerly|demonym) != 0 && r.mentionAt[k] == 0; k++ {
		}
		if r.sameSentence(at, k) && r.mentionAt[k] != 0 {
			return &r.mentions[r.mentionAt[k]-1]
		}
		return nil
	}
	return nil
}

// addCandidate adds what one mention tells: a new candidate, or more of a known one.
func (r *resolver) addCandidate(list []candidate, m *named, v *voice, want sex) []candidate {
	for k := range list {
		if list[k].entity == m.entity {
			r.subjectFeatures(&list[k].f, m, v)
			return list
		}
	}
	c := candidate{entity: m.entity, at: m.first}
	e := &r.entities[m.entity]
	c.f[r.distance(m, v)] = 1
	c.f[featOften] = 1 - 1/float64(max(e.count, 1))
	switch {
	case e.kind == Unnamed:
		c.f[featUnnamed] = 1
	case e.unsure:
		c.f[featUnsure] = 1
	case m.last-m.first > 1:
		c.f[featFull] = 1
	case m.echo:
		c.f[featEcho] = 1
	}
	r.sexFeatures(&c.f, e, want)
	r.placeFeatures(&c.f, m)
	r.subjectFeatures(&c.f, m, v)
	return append(list, c)
}

// whyRanked says what spoke for the winner.
func (r *resolver) whyRanked(v *voice, c *candidate, list []candidate) string {
	who := quoted(r.word(v.src.head)) + " is " + r.called(c.entity)
	switch {
	case len(list) == 1 && c.f[featSpokeLast] == 1:
		return who + ", who spoke last and is the only one the pronoun can mean here"
	case len(list) == 1:
		return who + ", the only one named here whom the pronoun can mean"
	case c.f[featSpokeLast] == 1:
		return who + ", who spoke last"
	case c.f[featAhead] == 1:
		return who + ", whom the sentence goes on to name"
	case c.f[featSubjectHere] == 1 || c.f[featSubjectBefore] == 1:
		return who + ", whom this sentence or the one before is about"
	case c.f[featNearest] == 1:
		return who + ", named nearest before"
	}
	return who + ", the likeliest of those named before"
}
