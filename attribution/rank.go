package attribution

import (
	"encoding/binary"
	"math"
	"sync"

	"quotidian/articles/token"
	"quotidian/assets/model"
)

// Features of one candidate for "he" or "she". Each is 0 or 1 unless said otherwise. The model file holds one
// weight for each of them in this order, so that a change here asks for a new training run.
const (
	featSpokeLast     = iota // the last quote before the pronoun is this person's
	featSpokeLastHere        // and it stands in the pronoun's paragraph
	featSpokeLastNear        // or ends in the sentence before
	featSpeaksOn             // and the pronoun is the source of a quote itself
	featSpokeBefore          // the quote before the last one is this person's
	featSameSentence         // last mentioned in the pronoun's sentence
	featOneBack              // in the sentence before
	featTwoBack
	featThreeBack
	featFarBack                  // further back
	featSameParagraph            // mentioned in the pronoun's paragraph
	featSubject                  // the nearest mention opens its sentence
	featSubjectHere              // a mention in the pronoun's sentence opens it
	featSubjectBefore            // a mention in the sentence before opens it
	featPreposed                 // the nearest mention follows a preposition
	featPossessive               // the nearest mention stands before 's
	featInQuotation              // the nearest mention stands between quotation marks
	featInContent                // the nearest mention stands in words that somebody else reports
	featNearest                  // no other candidate is mentioned nearer
	featOften                    // mentioned n times in the article: 1 - 1/n
	featMostOften                // no other candidate is mentioned more often
	featFull                     // the nearest mention is of two words and more
	featEcho                     // the nearest mention is a pronoun itself
	featLearned                  // the features above are learned, those below are set by hand
	featSexAgrees     = iota - 1 // the sex is told in the text and agrees
	featSexGuessed               // the forename lets guess that it agrees
	featSexAgainst               // the forename lets guess that it does not
	featAhead                    // named behind the pronoun, as the subject that its clause leads to
	featOwnWords                 // named in the very quotation that the pronoun speaks
	featUnsure                   // nothing but capitals says that it is a person
	featUnnamed                  // a person without a name
	featSexDoubted               // the same, on thin evidence
	featCount
)

// features is one candidate's vector.
type features [featCount]float64

// handWeights cannot be learned from silver cases, which are chosen by the sex and hold sure names only. They
// were set so that a forename well attested for the other sex loses against anybody else, that a subject that a
// fronted clause leads to wins, and that nobody is taken to name himself.
var handWeights = map[int]float64{featSexAgrees: 1.2, featSexGuessed: 1, featSexAgainst: -6, featSexDoubted: -1, featAhead: 2.5, featOwnWords: -2, featUnsure: -1.2,
	featUnnamed: -.2}

// rankWeights are the learned weights (assets/model/data/pronouns.md) and those set by hand.
var rankWeights = sync.OnceValue(func() *features {
	raw := model.Open("pronouns.bin")
	if len(raw) != 8*featLearned {
		panic("internal error: pronouns.bin does not fit the features; run quotidian-train pronouns")
	}
	w := &features{}
	for i := range featLearned {
		w[i] = math.Float64frombits(binary.LittleEndian.Uint64(raw[8*i:]))
	}
	for i, v := range handWeights {
		w[i] = v
	}
	return w
})

func (f *features) score(w *features) float64 {
	s := 0.0
	for i := range f {
		s += w[i] * f[i]
	}
	return s
}

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
	want := wanted(p)
	if r.choices != nil {
		id := r.certain(v, p)
		r.echo(v.src.head, id)
		return id, ""
	}
	list := r.candidates(v, want)
	c := r.best(list, want)
	if c == nil {
		return noEntity, whyNobody(r.word(v.src.head))
	}
	r.echo(v.src.head, c.entity)
	return c.entity, r.whyRanked(v, c, list)
}

func wanted(p pronoun) sex {
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
	if e := &r.entities[list[best].entity]; e.sex == unknownSex && e.kind == Person && top-second > clear {
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
			continue
		}
		v := voice{running: true, anchor: k, src: source{kind: pronounSource, head: k}}
		if r.choices != nil {
			r.echo(k, r.certain(&v, p))
			continue
		}
		if c := r.best(r.candidates(&v, wanted(p)), wanted(p)); c != nil {
			r.echo(k, c.entity)
		}
	}
	r.walked = max(r.walked, end+1) // the source itself is no running text
}

// certain gives whom a pronoun means while training, where the weights must not matter: the certain person,
// else the nearest of the sex.
func (r *resolver) certain(v *voice, p pronoun) int32 {
	if id := r.choices.observe(r, v, wanted(p)); id != noEntity {
		return id
	}
	for _, c := range r.candidates(v, wanted(p)) {
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

// candidates gives the persons that a pronoun of the wanted sex can stand for, each with its features, the
// nearest first.
func (r *resolver) candidates(v *voice, want sex) []candidate {
	var list []candidate
	at := v.src.head
	i, e := r.mentionBefore(at), len(r.echoes)-1
	for i >= 0 || e >= 0 {
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
		if r.eligible(m, want) {
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
		if e := &r.entities[w.entity]; e.kind == Unnamed && w.src.kind == describedSource && !want.clashes(e.sex) && r.near(w.anchor, v.src.head, 3) {
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

func (r *resolver) distance(m *named, v *voice) int {
	switch d := r.sentOf[v.src.head] - r.sentOf[m.first]; {
	case d <= 0:
		return featSameSentence
	case d == 1:
		return featOneBack
	case d == 2:
		return featTwoBack
	case d == 3:
		return featThreeBack
	}
	return featFarBack
}

// sexFeatures sets what is known of a candidate's sex.
func (r *resolver) sexFeatures(f *features, e *entity, want sex) {
	if e.sex == want {
		f[featSexAgrees] = 1
		return
	}
	guess, weak := unknownSex, false
	if e.kind == Person {
		guess, weak = r.sexOfName(e.parsed)
	}
	switch {
	case guess == want:
		f[featSexGuessed] = 1
	case guess != unknownSex && weak:
		f[featSexDoubted] = 1
	case guess != unknownSex:
		f[featSexAgainst] = 1
	}
}

// placeFeatures sets the features that the surroundings of the nearest mention give.
func (r *resolver) placeFeatures(f *features, m *named) {
	switch {
	case r.quoted[m.first]:
		f[featInQuotation] = 1
	case r.content[m.first] != 0:
		f[featInContent] = 1
	}
	if r.is(int(m.from)-1, preposition) {
		f[featPreposed] = 1
	}
	if int(m.last) < len(r.toks) && r.toks[m.last].Has(token.Clitic) {
		f[featPossessive] = 1
	}
	if r.subject(m) {
		f[featSubject] = 1
	}
}

// subjectFeatures sets the features that any mention near the pronoun gives.
func (r *resolver) subjectFeatures(f *features, m *named, v *voice) {
	at := v.src.head
	if r.paraOf[at] == r.paraOf[m.first] {
		f[featSameParagraph] = 1
	}
	if r.quoted[m.first] || !r.subject(m) {
		return
	}
	switch r.sentOf[at] - r.sentOf[m.first] {
	case 0:
		f[featSubjectHere] = 1
	case 1:
		f[featSubjectBefore] = 1
	}
}

// subject reports whether a mention opens its sentence, titles and a few words in front left aside.
func (r *reading) subject(m *named) bool {
	return int(m.from)-r.sentence(int(m.first)).First <= 3 && !r.is(int(m.from)-1, preposition) && !r.toks[min(int(m.last), len(r.toks)-1)].Has(token.Clitic)
}

// compare sets the features that look at the other candidates and at who spoke before.
func (r *resolver) compare(list []candidate, v *voice) {
	if len(list) == 0 {
		return
	}
	nearest, most := 0, 0
	for k := range list {
		if list[k].at > list[nearest].at && list[k].f[featAhead] == 0 {
			nearest = k
		}
		if r.entities[list[k].entity].count > r.entities[list[most].entity].count {
			most = k
		}
	}
	for i := r.mentionBefore(v.begin) + 1; i < len(r.mentions) && int(r.mentions[i].first) < v.end; i++ {
		for k := range list {
			if list[k].entity == r.mentions[i].entity && r.quoted[r.mentions[i].first] {
				list[k].f[featOwnWords] = 1
			}
		}
	}
	list[nearest].f[featNearest] = 1
	list[most].f[featMostOften] = 1
	for n, i := 0, len(r.spoken)-1; i >= 0 && n < 2; i, n = i-1, n+1 {
		w := &r.voices[r.spoken[i]]
		for k := range list {
			if list[k].entity == w.entity {
				r.voiceFeatures(&list[k].f, w, v, n)
			}
		}
	}
}

// voiceFeatures sets the features of one who spoke in the last quote (n = 0) or the one before.
func (r *resolver) voiceFeatures(f *features, w, v *voice, n int) {
	if n > 0 {
		f[featSpokeBefore] = 1
		return
	}
	f[featSpokeLast] = 1
	if !v.running {
		f[featSpeaksOn] = 1
	}
	if r.paraOf[w.anchor] == r.paraOf[v.src.head] {
		f[featSpokeLastHere] = 1
	}
	if r.near(max(w.anchor, w.end-1), v.src.head, 1) {
		f[featSpokeLastNear] = 1
	}
}

// whyRanked says what spoke for the winner.
func (r *resolver) whyRanked(v *voice, c *candidate, list []candidate) string {
	who := quoted(r.word(v.src.head)) + " is " + r.speaker(c.entity).Name
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
