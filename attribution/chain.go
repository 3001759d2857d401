package attribution

import (
	"slices"
	"sort"
	"strings"

	"quotidian/articles"
	"quotidian/articles/token"
	"quotidian/attribution/name"
	"quotidian/quotes"
)

// resolveOrphan finds the speaker of a quote whose sentence names none: the structure around it says who goes
// on speaking. The rules run in the order of their strength.
func (r *resolver) resolveOrphan(i int, v *voice) {
	v.why = whyNoSource
	if r.qs[i].Answer() {
		r.resolveAnswer(v)
		return
	}
	if id := r.introducer(v.begin); id != noEntity {
		v.entity, v.why = id, "the words before lead up to it with "+r.called(id)
		return
	}
	if r.continues(i, v) || r.qs[i].Kind != quotes.Direct {
		return
	}
	if id := r.actor(v.begin); id != noEntity {
		v.entity, v.why = id, "the sentence before is about "+r.called(id)
	}
}

// continues gives a quote without a source the speaker of the quote before it where the print says that the
// same person goes on.
func (r *resolver) continues(i int, v *voice) bool {
	if len(r.spoken) == 0 {
		return false
	}
	w := r.lastVoice()
	who := r.called(w.entity)
	gap := r.paraOf[v.begin] - r.paraOf[max(w.end-1, w.anchor)]
	switch {
	case r.wasTold(i, w.entity):
		return false
	case r.sentOf[v.anchor] == r.sentOf[w.anchor]:
		v.why = "the same sentence already has " + who + " speaking"
	case r.qs[i].Kind != quotes.Direct:
		return false
	case gap <= 0:
		v.why = "goes on in the paragraph in which " + who + " speaks"
	case gap == 1 && r.unclosed(w):
		v.why = "the quotation of " + who + " was not closed before this paragraph"
	case gap == 1 && r.opensParagraph(v) && r.entities[w.entity].kind != Group && !r.otherNamed(w.entity, v.begin):
		v.why = who + " spoke last, in the paragraph before, and nobody else is named since"
	default:
		return false
	}
	v.entity = w.entity
	return true
}

// wasTold reports whether somebody is who heard the words of quote i, so that they are others': "Orlo | was told that the bridge is closed,
// saying …".
func (r *resolver) wasTold(i int, id int32) bool {
	first, last := r.tokens(r.qs[i].Cue)
	if r.qs[i].Cue.Empty() || last-first < 2 || first < 1 || !hearing[r.lower(last-1)] {
		return false
	}
	n := r.mentionAt[first-1]
	return n != 0 && r.mentions[n-1].entity == id && (r.word(last-2) == "was" || r.word(last-2) == "been" || r.word(last-2) == "being")
}

// hearing are participles of whom something is said to.
var hearing = map[string]bool{"told": true, "informed": true, "warned": true, "advised": true, "notified": true, "reminded": true, "assured": true, "asked": true}

// opensParagraph reports whether a quote is a quotation with which its paragraph begins.
func (r *reading) opensParagraph(v *voice) bool {
	return r.quoted[v.begin] && (v.begin == 0 || r.paraOf[v.begin-1] != r.paraOf[v.begin])
}

// introducer finds who is about to speak where a colon leads up to token k: the first person of the sentence
// that the colon ends, else its first body.
func (r *resolver) introducer(k int) int32 {
	for k--; k >= 0 && doubleMark(r.word(k)); k-- {
	}
	if !r.punct(k, ":") {
		return noEntity
	}
	return r.firstNamed(r.sentOf[k], k)
}

// firstNamed gives the first person that a sentence names before token end, else its first other name.
func (r *resolver) firstNamed(sent int32, end int) int32 {
	other := noEntity
	for i := r.mentionBefore(r.sents[sent].First) + 1; i < len(r.mentions) && int(r.mentions[i].first) < end; i++ {
		m := &r.mentions[i]
		switch {
		case m.entity == noEntity || r.quoted[m.first] || r.is(int(m.from)-1, preposition):
		case r.entities[m.entity].kind == Person:
			return m.entity
		case other == noEntity && m.kind == bodyName:
			other = m.entity
		}
	}
	return other
}

// actor gives the person whom the sentence before token k, in the same paragraph, is about.
func (r *resolver) actor(k int) int32 {
	s := r.sentOf[k] - 1
	if s < 0 || r.paraOf[r.sents[s].First] != r.paraOf[k] {
		return noEntity
	}
	return r.actorOf(s, k)
}

// actorOf gives the person whom sentence s, or what follows of the next before token k, is about.
func (r *resolver) actorOf(s int32, k int) int32 {
	if id := r.opposedBy(s); id != noEntity {
		return id
	}
	for i := r.mentionBefore(r.sents[s].First) + 1; i < len(r.mentions) && int(r.mentions[i].first) < k; i++ {
		m := &r.mentions[i]
		if m.entity == noEntity || r.entities[m.entity].kind != Person || r.entities[m.entity].unsure && r.is(int(m.last), office) {
			continue // the Unity of "Unity spokesman Ivo Varga"
		}
		if r.subject(m) {
			if r.withOther(i) {
				return noEntity
			}
			return m.entity
		}
	}
	return r.agentOf(s, k)
}

// agentOf gives the person by whom something was done on an occasion of his own, in sentence s before token k: "The claim was dismissed by Orlo
// at his news conference."
func (r *resolver) agentOf(s int32, k int) int32 {
	for i := r.mentionBefore(r.sents[s].First) + 1; i < len(r.mentions) && int(r.mentions[i].first) < k; i++ {
		m := &r.mentions[i]
		by, next := int(m.from)-1, int(m.last)
		if !r.surePerson(m) || by < 1 || r.word(by) != "by" || !r.is(next, preposition) || next+1 >= len(r.toks) {
			continue
		}
		if w := r.word(next + 1); (w == "his" || w == "her") && r.sameSentence(by, next) {
			return m.entity
		}
	}
	return noEntity
}

const whyNoSource = "no source is printed with these words"

// unclosed reports whether the last stretch of a quote's content lacks its closing mark, as a quotation does
// that runs on in the next paragraph.
func (r *reading) unclosed(w *voice) bool {
	return w.end > 0 && r.quoted[w.end-1] && r.toks[w.end-1].Kind != token.Mark
}

// resolveForward settles what only later words tell: a description that the next source names ("the
// representative of the army announced …", then "Ivo Varga told reporters"), opening quotes whose speaker the same
// paragraph names afterwards, and headlines.
func (r *resolver) resolveForward() {
	order := r.order()
	for n, i := range order {
		v, later := &r.voices[i], order[n+1:min(n+1+maxLater, len(order))]
		if v.src.kind == describedSource && v.entity != noEntity && r.entities[v.entity].kind == Unnamed && (v.src.definite || r.possessed(&v.src)) {
			r.namedLater(v, later)
			r.roleLater(v)
		}
		r.introduces(v, later)
		r.namedBelow(v)
		if v.src.kind == noSource && v.entity == noEntity && r.qs[i].Kind == quotes.Direct {
			r.sourceLater(v, later)
			r.repeated(i, v)
			r.ledTo(v)
		}
		r.headlined(i, v)
	}
}

// maxLater bounds the quotes, before and behind one without a speaker, that may tell whose it is.
const maxLater = 200

// minRepeated is the least length, in bytes, of words that nobody says twice by chance.
const minRepeated = 16

// repeated gives a quote without a source, such as a headline, the speaker of the quote that holds its words.
func (r *resolver) repeated(i int, v *voice) {
	said := strings.Trim(r.qs[i].Text(r.text), marksAndStops)
	if v.entity != noEntity || len(said) < minRepeated {
		return
	}
	for j := max(0, i-maxLater); j < min(i+maxLater, len(r.voices)); j++ {
		if w := &r.voices[j]; j != i && w.entity != noEntity && strings.Contains(r.qs[j].Text(r.text), said) {
			v.entity, v.why = w.entity, "the same words are quoted again from "+r.called(w.entity)
			return
		}
	}
}

// headlined gives what the headline has from somebody described the speaker of the first quote below with the same words in marks:
// "Minister promises “no new harbour fees”", then "Ivo Orlo, the minister, promised “no new harbour fees”".
func (r *resolver) headlined(i int, v *voice) {
	if v.src.kind != describedSource || v.entity == noEntity || r.entities[v.entity].kind != Unnamed || r.paraOf[v.anchor] > 0 {
		return
	}
	said := r.inMarks(r.qs[i].Content)
	if len(said) < minRepeated {
		return
	}
	for j := i + 1; j < min(i+maxLater, len(r.voices)); j++ {
		w := &r.voices[j]
		if w.entity != noEntity && r.entities[w.entity].kind == Person && r.paraOf[w.anchor] > 0 && strings.Contains(r.qs[j].Text(r.text), said) {
			v.entity, v.why = w.entity, "the same words are quoted below from "+r.called(w.entity)
			return
		}
	}
}

// inMarks gives the first words of a content that stand in quotation marks, single or double, without the marks.
func (r *resolver) inMarks(content []articles.Span) string {
	for _, s := range content {
		words := s.In(r.text)
		begin := strings.IndexAny(words, "\"“„«'‘")
		if begin < 0 {
			continue
		}
		words = strings.TrimLeft(words[begin:], marksAndStops)
		for at, c := range words {
			if strings.ContainsRune("\"”“»'’", c) && !strings.HasPrefix(words[at:], "'s ") && !strings.HasPrefix(words[at:], "’s ") {
				return strings.TrimRight(words[:at], marksAndStops)
			}
		}
	}
	return ""
}

// marksAndStops are what two printings of the same words may differ in at their ends.
const marksAndStops = "\"'“”„‟«»‘’ .,;:!?"

// ledTo gives a paragraph that is a quotation and nothing else to the one person whom the sentence before it names, if it is still
// nobody's.
func (r *resolver) ledTo(v *voice) {
	if id := r.onlyOneBefore(v); v.entity == noEntity && id != noEntity {
		v.entity, v.why = id, "the paragraph before ends with "+r.called(id)+" alone"
	}
}

func (r *resolver) onlyOneBefore(v *voice) int32 {
	s := r.sentOf[v.begin] - 1
	if s < 0 || !r.opensParagraph(v) || v.end < len(r.toks) && r.paraOf[v.end] == r.paraOf[v.begin] || r.quoted[r.sents[s].Last-1] {
		return noEntity
	}
	found := noEntity
	for i := r.mentionBefore(r.sents[s].First) + 1; i < len(r.mentions) && int(r.mentions[i].first) < v.begin; i++ {
		m := &r.mentions[i]
		if m.entity == found || m.impersonal() || r.quoted[m.first] {
			continue
		}
		if found != noEntity || !r.surePerson(m) {
			return noEntity
		}
		found = m.entity
	}
	return found
}

// namedLater joins a description to the person who speaks next, when that person is first named there, with no
// other description, within two paragraphs.
func (r *resolver) namedLater(v *voice, later []int) {
	if r.spokeBefore(v) {
		return
	}
	for _, j := range later {
		w := &r.voices[j]
		if r.paraOf[w.anchor]-r.paraOf[v.anchor] > 2 {
			return
		}
		if w.entity == v.entity {
			continue
		}
		if r.sentOf[w.anchor] == r.sentOf[v.anchor] {
			return // When the minister asked her, Orlo replied
		}
		if w.src.kind == nameSource && w.entity != noEntity && r.nameable(v, w.entity) {
			r.nameDescribed(v, w.entity)
		}
		return
	}
}

// introduces joins the indefinite description of a lead ("a senior lawmaker has warned that …") to the person who speaks next,
// where the article first names somebody there to whom it gives that role, or none at all.
func (r *resolver) introduces(v *voice, later []int) {
	if !r.announces(v) {
		return
	}
	for _, j := range later {
		w := &r.voices[j]
		gap := r.paraOf[w.anchor] - r.paraOf[v.anchor]
		switch {
		case gap > 2:
			return
		case w.entity == v.entity || w.src.kind == noSource:
			continue
		case gap > 0 && w.src.kind == nameSource && w.entity != noEntity && r.introduced(v, w.entity):
			r.nameDescribed(v, w.entity)
		}
		return
	}
}

// announces reports whether a source is the description of a lead, with "a" or, in a headline, without: "a senior lawmaker".
func (r *resolver) announces(v *voice) bool {
	if r.sentOf[v.anchor] > maxLead || v.src.kind != describedSource || v.src.definite || v.entity == noEntity || r.entities[v.entity].kind != Unnamed {
		return false
	}
	h := v.src.head
	if !r.is(v.src.first, determiner) {
		return r.class[h]&office != 0 && (h == v.src.first || !r.capital(h)) // not: Herald Pollster
	}
	return r.class[h]&office != 0 && strings.HasPrefix(r.lower(v.src.first), "a") // not: one delegate
}

// maxLead bounds the sentences before a lead's: the headline and what stands under it.
const maxLead = 2

// introduced reports whether a person can be the one whom an indefinite description in front of it announced.
func (r *resolver) introduced(v *voice, id int32) bool {
	e := &r.entities[id]
	if e.kind != Person || int(e.first) < v.anchor || r.sexOf(v.src.head).clashes(r.sexOfEntity(id)) || r.owns(&v.src, e) || r.otherCountry(v, e.roles) {
		return false
	}
	if !slices.ContainsFunc(e.roles, func(role string) bool { return !r.onlyRanks(role) }) {
		return true
	}
	head := r.lower(v.src.head)
	fits := func(e *entity) bool {
		return slices.ContainsFunc(e.roles, func(role string) bool { return r.roleFits(role, head, nil) })
	}
	if fits(e) {
		return !slices.ContainsFunc(r.entities, func(o entity) bool { return o.kind == Person && o.first != e.first && fits(&o) })
	}
	return r.broaderThan(v, head, e.roles)
}

// spokeBefore reports whether a named person speaks in the paragraph of a description, before it, or in the one before:
// then it is no lead, and points back if at anybody.
func (r *resolver) spokeBefore(v *voice) bool {
	before := sort.Search(len(r.spoken), func(k int) bool { return r.voices[r.spoken[k]].anchor >= v.anchor })
	for k := before - 1; k >= max(0, before-reach); k-- {
		w := &r.voices[r.spoken[k]]
		if r.paraOf[v.anchor]-r.paraOf[w.anchor] > 1 {
			return false
		}
		if r.entities[w.entity].kind == Person {
			return true
		}
	}
	return false
}

// namedBelow gives the description that a headline begins with ("Norland woman says …") the one person whom the text
// below describes so.
func (r *resolver) namedBelow(v *voice) {
	if v.src.kind != describedSource || v.entity == noEntity || r.entities[v.entity].kind != Unnamed || !r.opensHeadline(v.src.first) {
		return
	}
	want, head, found := r.roleWords(v.src.first, v.src.core), r.lower(v.src.head), noEntity
	past := r.is(v.src.first, formerly) // a retired general is not whoever serves as one
	fits := func(role string) bool { return r.roleFits(role, head, want) && (!past || r.wasHeld(role)) }
	for i := range r.entities {
		e := &r.entities[i]
		if e.kind != Person || !slices.ContainsFunc(e.roles, fits) {
			continue
		}
		if found != noEntity {
			if found = r.worded(v, found, int32(i)); found == noEntity {
				return // two of them
			}
			continue
		}
		found = int32(i)
	}
	if found != noEntity {
		v.entity = found
		v.why = quoted(r.textOf(int32(v.src.first), int32(v.src.core))) + " is " + r.called(found) + ", whom the text below describes so"
	}
}

// worded gives the one of two persons whose printed role holds a description word for word; noEntity where both do, or neither.
func (r *resolver) worded(v *voice, a, b int32) int32 {
	words := strings.ToLower(r.textOf(int32(v.src.first), int32(v.src.core)))
	holds := func(id int32) bool {
		return slices.ContainsFunc(r.entities[id].roles, func(role string) bool { return strings.Contains(strings.ToLower(role), words) })
	}
	switch inA, inB := holds(a), holds(b); {
	case inA && !inB:
		return a
	case inB && !inA:
		return b
	}
	return noEntity
}

// wasHeld reports whether a role says that it was held before.
func (r *reading) wasHeld(role string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(role)) {
		if r.words.classes[w]&formerly != 0 || strings.HasPrefix(w, "ex-") {
			return true
		}
	}
	return false
}

// opensHeadline reports whether token i begins the text, or a line without a full stop, with no article.
func (r *reading) opensHeadline(i int) bool {
	if r.class[i]&determiner != 0 {
		return false
	}
	s := r.sentence(i)
	if r.paraOf[i] == 0 && r.punct(i-1, ":") {
		return true // ‘No way’: defence minister denies it
	}
	return i == 0 || s.First == i && r.toks[i].Has(token.Line) && !r.punct(s.Last-1, ".") && (s.Last == len(r.toks) || r.toks[s.Last].Has(token.Line))
}

// nameable reports whether a person can be the one described before.
func (r *resolver) nameable(v *voice, id int32) bool {
	e := &r.entities[id]
	return e.kind == Person && int(e.first) > v.anchor && len(e.roles) == 0 && !r.sexOf(v.src.head).clashes(r.sexOfEntity(id)) && !r.owns(&v.src, e)
}

// roleLater gives a description that still names nobody to the person to whom an earlier one has since given that role.
func (r *resolver) roleLater(v *voice) {
	was := v.entity
	if r.entities[was].kind != Unnamed {
		return
	}
	id := r.bearer(v)
	if id == noEntity {
		return
	}
	why := whyRole(r.textOf(int32(v.src.first), int32(v.src.core)), r.entities[id].forms)
	for k := range r.voices {
		if w := &r.voices[k]; w.entity == was {
			w.entity, w.why = id, why
		}
	}
}

// owns reports whether a person is the one whom a description only relates to: the Orlo of "Orlo's son".
func (r *resolver) owns(s *source, e *entity) bool {
	for k := s.first; k < r.localPart(s.first, s.core); k++ {
		if r.capital(k) && endsWith(e.parsed, name.Fold(r.word(k))) {
			return true
		}
	}
	return false
}

// nameDescribed gives every quote of a description to the person it turned out to be.
func (r *resolver) nameDescribed(v *voice, id int32) {
	e, was := &r.entities[id], v.entity
	e.roles = addNew(e.roles, r.describe(v.src.first, v.src.core))
	why := quoted(r.textOf(int32(v.src.first), int32(v.src.core))) + " is named in the next attribution: " + fullest(e.forms)[0]
	for k := range r.voices {
		if w := &r.voices[k]; w.entity == was {
			w.entity, w.why = id, why
		}
	}
}

// sourceLater gives a quote without a source the speaker of the next quote of its paragraph.
func (r *resolver) sourceLater(v *voice, later []int) {
	if id := r.saidThis(v); id != noEntity {
		v.entity, v.why = id, "the next sentence says that "+r.called(id)+" said so"
		return
	}
	for _, j := range later {
		w := &r.voices[j]
		if r.paraOf[w.begin] != r.paraOf[v.begin] {
			return
		}
		if w.entity != noEntity && r.sentOf[w.begin]-r.sentOf[max(v.end-1, v.begin)] <= 1 && r.qs[j].Kind == quotes.Direct {
			v.entity, v.why = w.entity, "runs on into words of "+r.called(w.entity)
			return
		}
	}
}

// saidThis finds the person of a sentence that follows a quotation in its paragraph and begins with a name and a
// verb of speaking: `"…" Ana Orlo said this on Tuesday.`
func (r *resolver) saidThis(v *voice) int32 {
	k := v.end
	if k <= 0 || k >= len(r.toks) || r.paraOf[k] != r.paraOf[v.end-1] || r.sentence(k).First != k {
		return noEntity
	}
	i := r.mentionBefore(k) + 1
	if i >= len(r.mentions) || int(r.mentions[i].from) > k+maxRole || !r.sameSentence(int(r.mentions[i].first), k) {
		return noEntity
	}
	m := &r.mentions[i]
	if m.entity == noEntity || r.entities[m.entity].kind != Person || !r.is(int(m.last), speaking) || r.quoted[m.first] {
		return noEntity
	}
	return m.entity
}

// resolveNested settles "I" and "we": the speaker of the quotation they stand in, else the author.
func (r *resolver) resolveNested() {
	for i := range r.voices {
		v := &r.voices[i]
		if v.src.kind != pronounSource || v.entity != noEntity {
			continue
		}
		p := r.pronoun(v.src.head)
		if p != narrator && p != we {
			continue
		}
		printed := r.word(v.src.head)
		switch outer := r.uttering(i, v); {
		case outer != noEntity && (p == narrator || r.entities[outer].kind != Person):
			v.entity, v.why = outer, whyUtters(printed, r.called(outer))
		case outer == noEntity && p == narrator && r.byline != "" && !r.quoted[v.src.head]:
			v.entity = r.author()
			v.why = whyByline(printed, r.byline)
		}
	}
}

// uttering finds who speaks the words around the source of quote i: the quote that holds it, else, within
// quotation marks, whom a colon leads up to or who else speaks in that paragraph.
func (r *resolver) uttering(i int, v *voice) int32 {
	if id := r.enclosing(i, v); id != noEntity || !r.quoted[v.src.head] {
		return id
	}
	if id := r.introducer(r.quoteStart(v.src.head)); id != noEntity {
		return id
	}
	best := noEntity
	for j := range r.voices {
		w := &r.voices[j]
		if j != i && w.entity != noEntity && r.paraOf[w.anchor] == r.paraOf[v.anchor] && (best == noEntity || w.anchor < v.anchor) {
			best = w.entity
		}
	}
	return best
}

// enclosing gives the speaker of the shortest quote whose content holds the source of quote i.
func (r *resolver) enclosing(i int, v *voice) int32 {
	best, size := noEntity, len(r.toks)+1
	for j := range r.voices {
		w := &r.voices[j]
		if j != i && w.begin <= v.src.head && v.src.head < w.end && w.end-w.begin < size && w.entity != noEntity {
			best, size = w.entity, w.end-w.begin
		}
	}
	return best
}

// quoteStart gives the first token of the quotation that token k stands in.
func (r *reading) quoteStart(k int) int {
	for k > 0 && r.quoted[k-1] && r.paraOf[k-1] == r.paraOf[k] {
		k--
	}
	return k
}

// author gives the entity of the byline.
func (r *resolver) author() int32 {
	if id, ok := r.byText[r.byline]; ok {
		return id
	}
	id := r.newEntity(entity{kind: Person, forms: []string{r.byline}, count: 1})
	r.byText[r.byline] = id
	return id
}
