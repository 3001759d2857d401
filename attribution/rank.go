package attribution

import "quotidian/articles/token"

// Features of one candidate for "he" or "she". Each is 0 or 1 unless said otherwise.
const (
	featSpokeLast    = iota // the last quote before the pronoun is this person's
	featSpokeBefore         // one of the last three is
	featSameSentence        // last mentioned in the pronoun's sentence
	featOneBack             // in the sentence before
	featTwoBack
	featFarBack // further back
	featSameParagraph
	featSubject    // the mention opens its sentence or is the source of a quote
	featPreposed   // the mention follows a preposition or stands before 's
	featInContent  // the mention stands in a quote's content
	featNearest    // no other candidate is mentioned nearer
	featOften      // mentioned in the article: 1 - 1/n
	featSexAgrees  // the sex is told in the text and agrees
	featSexGuessed // the forename lets guess that it agrees
	featSexAgainst // the forename lets guess that it does not
	featSexDoubted // the same, on thin evidence
	featUnsure     // nothing but capitals says that it is a person
	featUnnamed    // a person without a name
	featCount
)

// features is one candidate's vector.
type features [featCount]float64

// weights were set by hand.
var weights = features{featSpokeLast: 2.2, featSpokeBefore: .5, featSameSentence: .6, featOneBack: 1, featTwoBack: .2, featFarBack: -1,
	featSameParagraph: .8, featSubject: 1.1, featPreposed: -.8, featInContent: -.9, featNearest: .4, featOften: .8, featSexAgrees: 1.2,
	featSexGuessed: .8, featSexAgainst: -2.5, featSexDoubted: -.8, featUnsure: -1.2, featUnnamed: -.2}

func (f *features) score() float64 {
	s := 0.0
	for i, w := range weights {
		s += w * f[i]
	}
	return s
}

// window bounds how far back a pronoun looks, in sentences.
const window = 6

// candidate is one person a pronoun can stand for.
type candidate struct {
	entity int32
	at     int32 // token of the nearest mention
	f      features
}

// person ranks the persons mentioned before a "he" or "she".
func (r *resolver) person(v *voice, p pronoun) (int32, string) {
	printed := r.word(v.src.head)
	want := male
	if p == she {
		want = female
	}
	list := r.candidates(v, want)
	best := -1
	for i := range list {
		if best < 0 || list[i].f.score() > list[best].f.score() {
			best = i
		}
	}
	if best < 0 {
		return noEntity, whyNobody(printed)
	}
	c := &list[best]
	if e := &r.entities[c.entity]; e.sex == unknownSex && e.kind == Person {
		e.sex = want
	}
	return c.entity, r.whyRanked(v, c, list)
}

// candidates gives the persons that a pronoun of the wanted sex can stand for, each with its features, the
// nearest first.
func (r *resolver) candidates(v *voice, want sex) []candidate {
	var list []candidate
	at := v.src.head
	for i := r.mentionBefore(at); i >= 0; i-- {
		m := &r.mentions[i]
		if int(r.sentOf[at]-r.sentOf[m.first]) > window && len(list) > 0 {
			break
		}
		if m.entity == noEntity || m.kind == thingName || r.entities[m.entity].kind != Person || want.clashes(r.entities[m.entity].sex) {
			continue
		}
		list = r.addCandidate(list, m.entity, m, v, want)
	}
	for i := len(r.spoken) - 1; i >= 0 && i >= len(r.spoken)-3; i-- {
		w := &r.voices[r.spoken[i]]
		if e := &r.entities[w.entity]; e.kind == Unnamed && !want.clashes(e.sex) && r.near(w.anchor, at, 3) {
			m := named{first: int32(w.src.first), last: int32(w.src.core), entity: w.entity}
			list = r.addCandidate(list, w.entity, &m, v, want)
		}
	}
	r.addVoices(list, v)
	return list
}

// addCandidate adds what one mention tells of a candidate.
func (r *resolver) addCandidate(list []candidate, id int32, m *named, v *voice, want sex) []candidate {
	for k := range list {
		if list[k].entity == id {
			r.mentionFeatures(&list[k].f, m, v)
			return list
		}
	}
	c := candidate{entity: id, at: m.first}
	at := v.src.head
	switch d := r.sentOf[at] - r.sentOf[m.first]; {
	case d == 0:
		c.f[featSameSentence] = 1
	case d == 1:
		c.f[featOneBack] = 1
	case d == 2:
		c.f[featTwoBack] = 1
	default:
		c.f[featFarBack] = 1
	}
	if len(list) == 0 {
		c.f[featNearest] = 1
	}
	e := &r.entities[id]
	c.f[featOften] = 1 - 1/float64(max(e.count, 1))
	switch {
	case e.kind == Unnamed:
		c.f[featUnnamed] = 1
	case e.unsure:
		c.f[featUnsure] = 1
	}
	r.sexFeatures(&c.f, e, want)
	r.mentionFeatures(&c.f, m, v)
	return append(list, c)
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

// mentionFeatures sets the features that the place of a mention in its sentence gives.
func (r *resolver) mentionFeatures(f *features, m *named, v *voice) {
	at := v.src.head
	if r.sentOf[at]-r.sentOf[m.first] > 2 {
		return
	}
	if r.paraOf[at] == r.paraOf[m.first] {
		f[featSameParagraph] = 1
	}
	if r.quoted[m.first] || r.content[m.first] != 0 {
		f[featInContent] = max(f[featInContent], .5)
		if r.quoted[m.first] {
			f[featInContent] = 1
		}
		return
	}
	if r.subject(m) {
		f[featSubject] = 1
	}
	if r.is(int(m.from)-1, preposition) || int(m.last) < len(r.toks) && r.toks[m.last].Has(token.Clitic) {
		f[featPreposed] = 1
	}
}

// subject reports whether a mention opens its sentence, titles and a few words in front left aside.
func (r *reading) subject(m *named) bool {
	return int(m.from)-r.sentence(int(m.first)).First <= 3 && !r.is(int(m.from)-1, preposition) && !r.toks[min(int(m.last), len(r.toks)-1)].Has(token.Clitic)
}

// addVoices sets the features of those who spoke before.
func (r *resolver) addVoices(list []candidate, v *voice) {
	for n, i := 0, len(r.spoken)-1; i >= 0 && n < 3; i, n = i-1, n+1 {
		w := &r.voices[r.spoken[i]]
		for k := range list {
			if list[k].entity != w.entity {
				continue
			}
			list[k].f[featSubject] = 1
			if n == 0 {
				list[k].f[featSpokeLast] = 1
			} else {
				list[k].f[featSpokeBefore] = 1
			}
		}
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
	case c.f[featNearest] == 1:
		return who + ", named nearest before"
	case c.f[featSubject] == 1:
		return who + ", whom the sentences before are about"
	}
	return who + ", the likeliest of those named before"
}
