package attribution

import (
	"strings"

	"quotidian/articles/sentence"
	"quotidian/articles/token"
)

// resolvePronoun finds whom a pronoun stands for. Persons are ranked ([resolver.rank]); "it" and "they" go to
// the body or group that spoke or acted last; "I" to whoever utters the words around it.
func (r *resolver) resolvePronoun(v *voice) {
	printed := r.word(v.src.head)
	switch p := r.pronoun(v.src.head); p {
	case he, she:
		v.entity, v.why = r.person(v, p)
	case they:
		v.entity, v.why = r.several(v)
	case it:
		v.entity, v.why = r.thing(v)
	case relative:
		v.entity, v.why = r.antecedent(v)
	case narrator, we:
		v.why = whyInside(printed) // settled by resolveNested, when every other quote has its speaker
	default:
		v.why = whyAnyone(printed)
	}
}

// several resolves "they": a group that spoke in the last sentences, else a body that did.
func (r *resolver) several(v *voice) (int32, string) {
	printed := r.word(v.src.head)
	for pass := range 2 {
		for i := len(r.spoken) - 1; i >= 0; i-- {
			w := &r.voices[r.spoken[i]]
			if !r.near(w.anchor, v.anchor, 4) {
				break
			}
			e := &r.entities[w.entity]
			if w.src.kind == nameSource && r.outlet(&r.mentions[w.src.mention]) {
				continue // "Norpress reports" of those whom it reports on
			}
			if !e.paper && (e.kind == Group && pass == 0 || e.kind == Organisation && !e.place && pass == 1) {
				return w.entity, whySpoke(printed, r.called(w.entity))
			}
		}
	}
	if id := r.oneUnnamed(v); id != noEntity {
		return id, whySpoke(printed, r.called(id))
	}
	if id := r.groupBefore(v); id != noEntity {
		return id, whyFirst(printed, r.called(id))
	}
	return noEntity, whyNobody(printed)
}

// groupBefore gives the group that the sentence before "They" is about or ends with, where it names nobody: "The authors read the records of
// two hospitals. They found", "a worry of critics of the plan. They argue".
func (r *resolver) groupBefore(v *voice) int32 {
	k := v.src.head
	s := r.sentOf[k] - 1
	if s < 0 || r.sentence(k).First != k || r.paraOf[r.sents[s].First] != r.paraOf[k] || r.namesSomebody(r.sents[s]) {
		return noEntity
	}
	first, last := r.sents[s].First, r.sents[s].Last-1
	if end := r.subjectPeople(first, last); end > first {
		return r.groupAt(first, end)
	}
	if k := r.lastPeople(first, last); k > first && r.is(r.phraseStart(k)-1, preposition) && !r.holdsVerb(r.phraseStart(k), k) {
		return r.groupAt(r.phraseStart(k), last)
	}
	return noEntity
}

// subjectPeople gives the end of the phrase with a plural for people that is the subject of the sentence [first, last): "Scientists at Varn |
// studied"; first for none.
func (r *reading) subjectPeople(first, last int) int {
	for i := first; i < min(last, first+maxLabel) && r.toks[i].Kind == token.Word && r.class[i]&(preposition|opener) == 0; i++ {
		if !r.peopleNoun(i) || r.peopleNoun(i+1) {
			continue
		}
		end := r.complementEnd(i + 1)
		if end >= last || r.holdsVerb(first, i) || !r.endsNoun(end) && !r.pluralVerb(end) {
			return first
		}
		return end
	}
	return first
}

// pluralVerb reports whether token k, behind a plural for people, can be its verb: a word in small letters that no list takes for a noun.
func (r *reading) pluralVerb(k int) bool {
	return r.toks[k].Kind == token.Word && !r.toks[k].Has(token.Capital|token.Clitic) && !strings.HasSuffix(r.word(k), "s") &&
		r.class[k]&^(forename|speaking|particle|carrying|citing) == 0
}

// holdsVerb reports whether one of tokens [first, last) is the past of a verb between its subject and its object: "studied 300",
// "ORLO allowed researchers", not the adjective of "some displaced".
func (r *reading) holdsVerb(first, last int) bool {
	for k := first + 1; k < last; k++ {
		subject := r.mentionAt[k-1] != 0 || r.toks[k-1].Has(token.Upper) || r.is(k-1, plural|body|office|document|thing)
		if r.participle(k) && (subject || r.is(k+1, determiner|counting) || r.toks[k+1].Kind == token.Number) {
			return true
		}
	}
	return false
}

// lastPeople gives the plural for people that [first, last) ends with, what they are of left aside; first for none.
func (r *reading) lastPeople(first, last int) int {
	for k := last - 1; k > first && r.toks[k].Kind == token.Word && r.class[k]&(opener|speaking) == 0; k-- {
		if r.peopleNoun(k) && (k == last-1 || r.word(k+1) == "of") {
			return k
		}
	}
	return first
}

// peopleNoun reports whether token k is a plural for people, and nobody's name.
func (r *reading) peopleNoun(k int) bool {
	return r.class[k]&plural != 0 && r.class[k]&(document|determiner|counting|function) == 0 && r.mentionAt[k] == 0 && !r.quoted[k] && !r.possessive(k+1)
}

// namesSomebody reports whether a sentence names a person outside quotation marks.
func (r *resolver) namesSomebody(s sentence.Sentence) bool {
	for i := r.mentionBefore(s.First) + 1; i < len(r.mentions) && int(r.mentions[i].first) < s.Last; i++ {
		if m := &r.mentions[i]; r.surePerson(m) && !r.quoted[m.first] && !r.possessive(int(m.last)) {
			return true
		}
	}
	return false
}

// groupAt gives the group that the words [first, last) stand for, if they stand for one.
func (r *resolver) groupAt(first, last int) int32 {
	w := voice{anchor: first, entity: noEntity, src: r.parseSource(r.span(first, last))}
	if w.src.kind != groupSource {
		return noEntity
	}
	r.resolveGroup(&w)
	return w.entity
}

// oneUnnamed gives who spoke last, in this paragraph or the one before, if it is one person whose name and sex are withheld:
// `A friend said he had been cheerful. “He laughed,” they said.`
func (r *resolver) oneUnnamed(v *voice) int32 {
	if len(r.spoken) == 0 || !r.quoted[v.begin] {
		return noEntity
	}
	w := r.lastVoice()
	e := &r.entities[w.entity]
	if e.kind != Unnamed || e.sex != unknownSex || w.src.kind != describedSource || r.paraOf[v.anchor]-r.paraOf[max(w.anchor, w.end-1)] > 1 {
		return noEntity
	}
	return w.entity
}

// thing resolves "it": the body or place that spoke last nearby, else the one that the sentence before names
// first.
func (r *resolver) thing(v *voice) (int32, string) {
	printed := r.word(v.src.head)
	if id := r.asItSays(v); id != noEntity {
		return id, whyFirst(printed, r.called(id))
	}
	if id := r.bodyBefore(v); id != noEntity {
		return id, whyFirst(printed, r.called(id))
	}
	if id := r.bodyHere(v); id != noEntity {
		return id, quoted(printed) + " is " + r.called(id) + ", whom this sentence or the one before is about"
	}
	for _, find := range []func(*voice) int32{r.paperBefore, r.sentBefore} {
		if id := find(v); id != noEntity {
			return id, whyDocument(printed, r.called(id))
		}
	}
	for i := len(r.spoken) - 1; i >= 0; i-- {
		w := &r.voices[r.spoken[i]]
		if !r.near(w.anchor, v.anchor, 3) {
			break
		}
		if e := &r.entities[w.entity]; e.kind == Organisation && !r.severalPapers(w) || r.sameIt(w, v) || r.taken(w, v) {
			return w.entity, whySpoke(printed, r.called(w.entity))
		}
	}
	best := r.bodyJustNamed(v)
	if best == noEntity {
		return noEntity, whyNobody(printed)
	}
	return best, whyFirst(printed, r.called(best))
}

// severalPapers reports whether a source is several documents, which are no "it": "soil sample reports".
func (r *resolver) severalPapers(w *voice) bool {
	word := r.word(w.src.head)
	return w.src.kind != nameSource && r.entities[w.entity].paper && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss")
}

// bodyJustNamed gives the first body or place of the sentence before a source, datelines left aside.
func (r *resolver) bodyJustNamed(v *voice) int32 {
	s, best := r.sentOf[v.anchor], noEntity
	for i := r.mentionBefore(v.anchor); i >= 0 && r.sentOf[r.mentions[i].first] >= s-1; i-- {
		m := &r.mentions[i]
		dateline := r.inDateline(m) || r.credited(int(m.first), int(m.last))
		if m.entity != noEntity && r.entities[m.entity].kind == Organisation && !r.quoted[m.first] && !dateline {
			best = m.entity
		}
	}
	return best
}

// asItSays gives whose words "what it says" are: the subject of the clause that they are the object of: "Israel hits what it says are
// camps".
func (r *resolver) asItSays(v *voice) int32 {
	k := v.src.head
	if k < 1 || r.word(k-1) != "what" {
		return noEntity
	}
	last := r.mentionBefore(k)
	for i := last; i >= max(0, last-maxLooked) && r.sameSentence(int(r.mentions[i].first), k); i-- {
		m := &r.mentions[i]
		object := r.is(int(m.from)-1, preposition|determiner) && r.word(int(m.from)-1) != "as"
		if m.entity != noEntity && r.entities[m.entity].kind == Organisation && !object && !r.possessive(int(m.last)) && !r.quoted[m.first] {
			return m.entity
		}
	}
	return noEntity
}

// sameIt reports whether the last to speak, in the same paragraph, was "it" too: the letter of somebody.
func (r *resolver) sameIt(w, v *voice) bool {
	return w.src.kind == pronounSource && r.pronoun(w.src.head) == it && r.paraOf[w.anchor] == r.paraOf[v.anchor]
}

// bodyBefore gives the body that the sentence before a quotation opens with and that does something there: "The ministry denied
// this. “Nobody met,” it said.", "The club released a statement. “We mourn,” it read."
func (r *resolver) bodyBefore(v *voice) int32 {
	s := r.sentOf[min(v.begin, v.anchor)] - 1
	if s < 0 || !r.quoted[v.begin] || r.paraOf[r.sents[s].First] != r.paraOf[v.anchor] {
		return noEntity
	}
	k := r.pastJoint(r.sents[s].First)
	head := r.actingBody(k)
	if head < 0 {
		return noEntity
	}
	w := voice{anchor: k, begin: k, end: k, entity: noEntity, src: r.parseSource(r.span(k, head+1))}
	if w.src.kind != bodySource {
		return noEntity
	}
	r.resolveBody(&w)
	return w.entity
}

// actingBody gives the noun of the body in small letters that is the subject of the sentence at token k and does something there; -1 for none.
func (r *reading) actingBody(k int) int {
	if r.lower(k) != "the" {
		return -1
	}
	for head := k + 1; head <= k+maxOpening && r.sameSentence(k, head+1); head++ {
		if t := r.toks[head]; t.Kind != token.Word || t.Has(token.Clitic) || r.mentionAt[head] != 0 || r.is(head, function) {
			return -1
		}
		if r.is(head, body) && !r.capital(head+1) && (r.is(head+1, speaking) || r.participle(head+1) && strings.HasSuffix(r.word(head+1), "ed")) {
			return head
		}
	}
	return -1
}

// bodyHere gives the body in small letters that is the subject of the sentence of an "it" behind "which" or "what": "The
// Velian government has made proposals which it says would help".
func (r *resolver) bodyHere(v *voice) int32 {
	k, first := v.src.head, r.sentence(v.src.head).First
	switch r.word(max(k-1, 0)) {
	case "which", "what":
	default:
		return noEntity
	}
	if r.lower(first) != "the" || k-first > maxAside {
		return noEntity
	}
	for head := first + 1; head <= first+maxOpening && head+1 < k; head++ {
		if t := r.toks[head]; t.Kind != token.Word || t.Has(token.Clitic) || r.mentionAt[head] != 0 {
			return noEntity
		}
		if !r.is(head, body) || !r.is(head+1, speaking|function) || r.capital(head+1) {
			continue
		}
		w := voice{anchor: first, entity: noEntity, src: r.parseSource(r.span(first, head+1))}
		if w.src.kind == bodySource {
			r.resolveBody(&w)
		}
		return w.entity
	}
	return noEntity
}

// taken reports whether who spoke last, in the same paragraph, was taken for a person by nothing but capitals, and makes a
// body of it: "Tarn Electric says …. It adds …".
func (r *resolver) taken(w, v *voice) bool {
	if w.src.kind != nameSource || r.paraOf[w.anchor] != r.paraOf[v.anchor] || !r.byCapitals(&r.mentions[w.src.mention]) || r.calledHe(w.entity) {
		return false
	}
	r.makeBody(w.entity)
	return true
}

// calledHe reports whether one of the last pronouns before has been "he" or "she" for somebody.
func (r *resolver) calledHe(id int32) bool {
	for i := len(r.echoes) - 1; i >= max(0, len(r.echoes)-reach); i-- {
		if r.echoes[i].entity == id && r.pronoun(int(r.echoes[i].first)) != notPronoun {
			return true
		}
	}
	return false
}

// byCapitals reports whether nothing but capitals makes a person of whom a name names.
func (r *resolver) byCapitals(m *named) bool {
	e := &r.entities[m.entity]
	return e.kind == Person && r.sexOfEntity(m.entity) == unknownSex && len(e.roles) == 0 && m.kind == unsureName && r.class[m.first]&forename == 0
}

// antecedent resolves "who" and "which": the name or noun phrase that it follows.
func (r *resolver) antecedent(v *voice) (int32, string) {
	printed := r.word(v.src.head)
	k := r.beforeRelative(v.src.head)
	if k < 0 {
		return noEntity, whyNobody(printed)
	}
	start := r.phraseStart(k)
	if id := r.nameOf(start, k); id != noEntity {
		return id, whyFollows(printed, r.called(id))
	}
	if r.lower(v.src.head) == "who" {
		if id := r.whoServes(start, k); id != noEntity {
			return id, whyFollows(printed, r.called(id))
		}
	}
	w := voice{anchor: k, entity: noEntity, src: r.parseSource(r.span(start, k+1))}
	if w.src.kind == bodySource && r.class[k]&body == 0 {
		switch r.lower(v.src.head) {
		case "who":
			w.src.kind = describedSource // a noun no list knows, but a person's
		case "that":
			return noEntity, whyNobody(printed) // "the fact that …"
		}
	}
	if w.src.core-w.src.first > 1 || r.class[w.src.first]&(determiner|counting) == 0 { // "those who" are nobody in particular
		r.resolveNoun(&w)
	}
	if w.entity == noEntity {
		return noEntity, whyNobody(printed)
	}
	return w.entity, whyFollows(printed, r.called(w.entity))
}

// whoServes gives the person whom a body, a place or a plan, with which the phrase [start, k] ends, only describes.
func (r *resolver) whoServes(start, k int) int32 {
	for _, find := range []func(int) int32{r.holderOf, r.memberOf} {
		if id := find(k); id != noEntity {
			return id
		}
	}
	one := r.servantOf(start, k)
	if one < 0 {
		return noEntity
	}
	start = r.phraseStart(one)
	if id := r.nameOf(start, one); id != noEntity {
		return id
	}
	w := voice{running: true, anchor: k, begin: k, end: k, entity: noEntity, src: r.parseSource(r.span(start, k+1))}
	r.resolveNoun(&w)
	return w.entity
}

// servantOf gives the noun of the one person to whom a preposition ties the phrase [start, k], since no company or plan is "who": the
// official of "an official of | the company, who"; -1 where there is none, or the phrase is a person too.
func (r *resolver) servantOf(start, k int) int {
	of, one := start-1, start-2
	if one < 0 || !r.sameSentence(one, start) || r.mentionAt[one] != 0 || !r.is(of, preposition) || !r.is(one, office|kin|anybody) || r.is(one, plural|counting) {
		return -1
	}
	if n := r.mentionAt[k]; n != 0 && !r.mentions[n-1].impersonal() && r.word(of) != "at" || n == 0 && r.is(k, office|kin|anybody|plural) {
		return -1
	}
	return one
}

// nameOf gives the person whose name the description in tokens [start, k] follows: "Orlo, now the head of the council, who".
func (r *resolver) nameOf(start, k int) int32 {
	comma := r.beforeNow(start) - 1
	if comma < 1 || !r.punct(comma, ",") || r.mentionAt[comma-1] == 0 || r.mentionAt[k] != 0 || r.class[k]&(office|kin|anybody) == 0 {
		return noEntity
	}
	m := &r.mentions[r.mentionAt[comma-1]-1]
	if int(m.last) != comma || m.impersonal() || !r.surePerson(m) {
		return noEntity
	}
	return m.entity
}

// holderOf gives the person whose office between commas ends at token k with the name of what it is an office of: "Orlo, the head of the
// Framework Convention on Dams, who".
func (r *resolver) holderOf(k int) int32 {
	if r.mentionAt[k] == 0 || !r.mentions[r.mentionAt[k]-1].impersonal() {
		return noEntity
	}
	holds := false
	for j := k - 1; j > 0 && j > k-maxAside && r.sameSentence(j, k); j-- {
		if !r.punct(j, ",") {
			holds = holds || r.class[j]&office != 0 && r.mentionAt[j] == 0
			continue
		}
		n := r.mentionAt[j-1]
		if !holds || n == 0 || int(r.mentions[n-1].last) != j || r.mentions[n-1].impersonal() || !r.surePerson(&r.mentions[n-1]) {
			return noEntity
		}
		return r.mentions[n-1].entity
	}
	return noEntity
}

// memberOf gives the person whose name a body's or place's, which ends at token k, says where he belongs: "Bishop Philip Orlo of the
// Harbour Church, who".
func (r *resolver) memberOf(k int) int32 {
	n := r.mentionAt[k]
	if n < 2 || !r.mentions[n-1].impersonal() {
		return noEntity
	}
	by := int(r.mentions[n-1].from) - 1
	if r.is(by, determiner) {
		by--
	}
	m := &r.mentions[n-2]
	if !r.is(by, preposition) || int(m.last) != by || !r.surePerson(m) || !r.sameSentence(by, k) {
		return noEntity
	}
	return m.entity
}

// beforeRelative gives the last token of the phrase that a relative pronoun at token head follows, a comma and
// a bracket between them left aside; -1 when there is none.
func (r *reading) beforeRelative(head int) int {
	k := head - 1
	if r.punct(k, ",") {
		k--
	}
	if k > 1 && r.toks[k].Kind == token.Number && r.punct(k-1, ",") && r.aged(k-1) {
		k -= 2 // Orlo, 27, who
	}
	if r.punct(k, ")") {
		for k--; k > 0 && !r.punct(k+1, "("); k-- {
		}
	}
	if !r.sameSentence(k, head) || r.toks[k].Kind == token.Punct || r.class[k]&function != 0 && r.class[k]&plural == 0 && r.mentionAt[k] == 0 {
		return -1
	}
	return k
}

// maxPhrase bounds how far back the phrase in front of a relative pronoun is read, in tokens.
const maxPhrase = 8

// phraseStart gives where the noun phrase that ends with token k begins.
func (r *reading) phraseStart(k int) int {
	start := k
	for start > 0 && k-start < maxPhrase && r.sameSentence(start-1, k) && r.toks[start-1].Kind != token.Punct && r.toks[start-1].Kind != token.Mark {
		c := r.class[start-1]
		if r.mentionAt[start-1] == 0 && (c&function != 0 && c&determiner == 0 || c&(speaking|preposition) != 0 && c&(office|body) == 0) {
			break
		}
		start--
		if c&determiner != 0 {
			break
		}
	}
	return start
}

// near reports whether token a stands before token b by at most n sentences, in the same part of the article.
func (r *reading) near(a, b, n int) bool {
	return a <= b && int(r.sentOf[b]-r.sentOf[a]) <= n && r.partOf[r.sentOf[a]] == r.partOf[r.sentOf[b]]
}
