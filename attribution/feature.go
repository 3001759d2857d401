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
	featPassed                   // a person without a name or told sex, and one with both spoke shortly before
	featCount
)

// features is one candidate's vector.
type features [featCount]float64

// handWeights cannot be learned from silver cases, which are chosen by the sex and hold sure names only. They
// were set so that a forename well attested for the other sex loses against anybody else, that a subject that a
// fronted clause leads to wins, and that nobody is taken to name himself.
var handWeights = map[int]float64{
	featSexAgrees: 1.2, featSexGuessed: 1, featSexAgainst: -6, featSexDoubted: -1, featAhead: 2.5, featOwnWords: -2, featUnsure: -4,
	featUnnamed: -.2, featPassed: -4,
}

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

// subject reports whether a mention opens its sentence, titles and a few words in front left aside, or stands
// before a verb of speaking ("the head of the service, Ruben Orlo, told …").
func (r *reading) subject(m *named) bool {
	next := int(m.last)
	if r.punct(next, ",") {
		next++
	}
	if r.is(next, speaking) && !r.capital(next) && r.sameSentence(int(m.first), next) {
		return true
	}
	if r.inDateline(m) {
		return false
	}
	if r.apposed(m) || r.cleft(m) {
		return true
	}
	first := r.behindDateline(int(m.from))
	if r.topical(m, first) {
		return true
	}
	return int(m.from)-first <= 3 && !r.is(int(m.from)-1, preposition) && !r.toks[min(int(m.last), len(r.toks)-1)].Has(token.Clitic)
}

// topical reports whether a name is what a sentence that begins at token first is about: "For Orlo, a tailor, the change is tangible", "On
// the trade front, Orlo rejected it".
func (r *reading) topical(m *named, first int) bool {
	if int(m.from) == first+1 && r.word(first) == "For" {
		return r.punct(int(m.last), ",")
	}
	return r.is(first, preposition) && r.behindAdjunct(int(m.from), first) && !r.is(int(m.last), preposition|determiner) && r.toks[min(int(m.last), len(r.toks)-1)].Kind == token.Word
}

// behindAdjunct reports whether the comma of the phrase that opens a sentence at token first stands before the name at token k, or before
// a word or two that say what its bearer is: "In the men's draw, top seed | Ana Orlo withdrew".
func (r *reading) behindAdjunct(k, first int) bool {
	comma := k - 1
	for comma > first && comma > k-maxOpening && r.toks[comma].Kind == token.Word && r.class[comma]&function == 0 {
		comma--
	}
	if !r.punct(comma, ",") || comma-first > maxRole {
		return false
	}
	for i := first + 1; i < comma; i++ {
		if r.toks[i].Kind == token.Punct || r.is(i, speaking|opener) && !r.is(i, preposition) {
			return false
		}
	}
	return true
}

// apposed reports whether a name stands between commas behind the description that opens its sentence: "His deputy, Ana Orlo, was …".
func (r *reading) apposed(m *named) bool {
	first, from := r.sentence(int(m.from)).First, int(m.from)
	if from-first < 3 || from-first > maxRole || !r.punct(from-1, ",") || !r.punct(int(m.last), ",") || !r.is(first, determiner) {
		return false
	}
	for k := first; k < from-1; k++ {
		if r.toks[k].Kind != token.Word || r.class[k]&(function|speaking) != 0 && r.class[k]&(determiner|preposition|office) == 0 {
			return false
		}
	}
	return true
}

// cleft reports whether "it was … who" makes a name the subject of its sentence: "On Monday, it was Ana Orlo who won".
func (r *reading) cleft(m *named) bool {
	k := int(m.from)
	return r.sameSentence(k-2, int(m.last)) && r.lower(k-2) == "it" && (r.word(k-1) == "was" || r.word(k-1) == "is") && r.word(int(m.last)) == "who"
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
	r.passOver(list, v)
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

// lately is how many of the last quotes are looked at for a named speaker of the pronoun's sex.
const lately = 3

// passOver marks the candidates without a name of whom nothing tells the sex, where one of the last to speak is named and
// of the pronoun's sex: "Ada Orlo said …. An official said …. She later added …". Whoever speaks in a paragraph in which none of those
// is mentioned goes on.
func (r *resolver) passOver(list []candidate, v *voice) {
	named, here, last := false, false, r.spokeHere(v)
	for k := range list {
		f := &list[k].f
		here = here || f[featUnnamed] == 0 && f[featSameParagraph] == 1
		named = named || f[featSexAgrees]+f[featSexGuessed] > 0 && f[featUnnamed] == 0 && r.spokeLately(list[k].entity)
	}
	for k := range list {
		if f := &list[k].f; named && f[featUnnamed] == 1 && f[featSexAgrees] == 0 && (here || list[k].entity != last) {
			f[featPassed] = 1
		}
	}
}

// spokeLately reports whether one of the last quotes is a person's.
func (r *resolver) spokeLately(id int32) bool {
	for i := max(0, len(r.spoken)-lately); i < len(r.spoken); i++ {
		if r.voices[r.spoken[i]].entity == id {
			return true
		}
	}
	return false
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
