package attribution

import (
	"strings"

	"quotidian/articles/token"
)

// Descriptions that nothing in the article prepares: a noun that it prints for the first time, with "the", right behind words of
// somebody, can only stand for that person: `Orlo said she had heard shouting. “I froze,” the retired cook said.`

// goesOnAs gives who spoke before the description of who says a quotation, in its paragraph or the one before, where the noun of it is printed for the first time and nobody
// else has been named since.
func (r *resolver) goesOnAs(v *voice) int32 {
	if v.running || v.end <= v.begin || !r.quoted[v.begin] || !r.bareNoun(v) || r.printedBefore(r.lower(v.src.head), v.src.first) {
		return noEntity
	}
	id := r.spokeHere(v)
	if id == noEntity && r.particular(v) {
		id = r.spokeLast(v)
	}
	if id == noEntity || r.entities[id].kind != Person || r.sexOf(v.src.head).clashes(r.sexOfEntity(id)) || r.otherCountry(v, r.entities[id].roles) {
		return noEntity
	}
	if r.otherNamed(id, v.src.first) {
		return noEntity
	}
	return id
}

// otherNamed reports whether anybody but who spoke last has been named since, before token k.
func (r *resolver) otherNamed(id int32, k int) bool {
	w := r.lastVoice()
	for i := r.mentionBefore(k); i >= 0 && int(r.mentions[i].first) >= max(w.anchor, w.src.last); i-- {
		if m := &r.mentions[i]; m.entity != id && r.surePerson(m) && !r.quoted[m.first] {
			return true
		}
	}
	return false
}

// particular reports whether a description says more than what anybody of a trade is, so that it need not stand in the paragraph of whom
// it means: "the retired cook", "the mother of three", "the full-back", not "the officer", "the police officer".
func (r *reading) particular(v *voice) bool {
	h := v.src.head
	duty := r.words.duties[r.lower(h-1)+" "+r.lower(h)]
	return r.class[h] == 0 || h < v.src.core-1 || h-v.src.first > 1 && !duty
}

// spokeLast gives who spoke last before a description, if that was in its paragraph or in the one before.
func (r *resolver) spokeLast(v *voice) int32 {
	if len(r.spoken) == 0 {
		return noEntity
	}
	w := r.lastVoice()
	if r.paraOf[v.anchor]-r.paraOf[max(w.anchor, w.end-1)] > 1 {
		return noEntity
	}
	return w.entity
}

// bareNoun reports whether a description is "the", adjectives and one noun, with nothing of whose or of what but a number: "the
// retired cook", "the mother of three".
func (r *reading) bareNoun(v *voice) bool {
	switch r.lower(v.src.head) {
	case "old", "one", "latter", "former":
		return false
	}
	if r.lower(v.src.first) != "the" || v.src.head == v.src.first || r.toks[v.src.head].Has(token.Capital) || r.is(v.src.head, plural|document|relational|nobody) {
		return false
	}
	for k := v.src.first + 1; k < v.src.head; k++ {
		if r.toks[k].Kind != token.Word || r.toks[k].Has(token.Clitic) || r.is(k, formerly|title) || ordinal[r.lower(k)] {
			return false
		}
	}
	return v.src.head == v.src.core-1 || r.numbered(v.src.head+1, v.src.core)
}

// numbered reports whether tokens [k, end) say of how many somebody is the parent: "of three".
func (r *reading) numbered(k, end int) bool {
	return end-k == 2 && r.word(k) == "of" && (r.is(k+1, counting) || r.toks[k+1].Kind == token.Number)
}

// ordinal are the words that set one of several apart from whoever spoke.
var ordinal = map[string]bool{"other": true, "second": true, "third": true, "first": true, "last": true, "unnamed": true, "unidentified": true, "anonymous": true}

// printedBefore reports whether the article prints a word before token k.
func (r *resolver) printedBefore(word string, k int) bool {
	if r.firstAt == nil {
		r.firstAt = make(map[string]int32, len(r.toks)/3)
		for i, t := range r.toks {
			w := r.lower(i)
			if _, ok := r.firstAt[w]; !ok && t.Kind == token.Word {
				r.firstAt[w] = int32(i)
			}
		}
	}
	at, ok := r.firstAt[word]
	return ok && int(at) < k
}

// unlistedPerson gives a noun that no list knows to the person who goes on speaking, and reports whether there is one.
func (r *resolver) unlistedPerson(v *voice, printed string) bool {
	if !r.unlisted(&v.src) {
		return false
	}
	id := r.goesOnAs(v)
	if id != noEntity {
		v.entity, v.why = id, whyVaries(printed, r.called(id))
	}
	return id != noEntity
}

// unlisted reports whether the head of a source is a noun of which no list knows that it is a body's, and whose ending is none of
// those that bodies have: the full-back of "the full-back said".
func (r *reading) unlisted(s *source) bool {
	w := r.lower(s.head)
	if r.class[s.head] != 0 || r.toks[s.head].Kind != token.Word || strings.HasSuffix(w, "s") {
		return false
	}
	for _, e := range []string{"ship", "ium", "ion", "ment", "ity", "ance", "ence", "ism", "hip", "ery", "up", "ing"} {
		if strings.HasSuffix(w, e) {
			return false
		}
	}
	return true
}
