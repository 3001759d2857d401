package attribution

import (
	"strings"

	"quotidian/articles/token"
	"quotidian/attribution/name"
)

// resolveDescribed finds the person a description stands for ("the minister", "his spokesman"): the person last
// named with that role. A description of nobody named stands for itself.
func (r *resolver) resolveDescribed(v *voice) {
	printed := r.textOf(int32(v.src.first), int32(v.src.core))
	if v.src.definite || r.possessed(&v.src) {
		if id := r.bearer(v); id != noEntity {
			v.entity = id
			v.why = whyRole(printed, r.entities[id].forms)
			return
		}
	}
	v.entity = r.unnamed(v, Unnamed)
	v.why = whyUnnamed(printed)
}

// possessed reports whether a possessive stands in the phrase: "the company's director".
func (r *reading) possessed(s *source) bool { return r.localPart(s.first, s.core) > s.first }

// unnamed gives the entity of a description that names nobody: an earlier one with the same words, or a new one.
func (r *resolver) unnamed(v *voice, kind SpeakerKind) int32 {
	text := r.printedPhrase(v)
	fold := "· " + name.Fold(text) // the mark keeps descriptions apart from names
	id, ok := r.byFold[fold]
	if !ok {
		id = r.newEntity(entity{kind: kind, folded: fold[len("· "):], first: int32(v.src.first), sex: r.sexOf(v.src.head)})
		r.byFold[fold] = id
	}
	e := &r.entities[id]
	e.count++
	e.forms = addNew(e.forms, text)
	return id
}

// printedPhrase gives the words of a source as they name an unnamed speaker: without "the", complement included.
// A bare pronoun or count takes along what says who is meant: "those who impose a test".
func (r *reading) printedPhrase(v *voice) string {
	if v.src.core-v.src.first == 1 && v.src.last > v.src.core && r.class[v.src.core]&opener != 0 {
		return r.textOf(int32(v.src.first), int32(v.src.last))
	}
	end := v.src.core
	if v.src.kind == describedSource {
		end = r.withoutPlace(v.src.head, end)
	}
	return r.withoutArticle(v.src.first, end)
}

// withoutPlace cuts off where somebody was met: "an AFP reporter [in the main city]".
func (r *reading) withoutPlace(head, end int) int {
	for k := head + 1; k < end; k++ {
		switch r.word(k) {
		case "in", "at", "near", "outside", "inside":
			return k
		}
	}
	return end
}

// bearer looks back for the person whose printed role fits the description; the one mentioned last wins.
func (r *resolver) bearer(v *voice) int32 {
	want := r.roleWords(v.src.first, v.src.core)
	head := r.lower(v.src.head)
	last := r.mentionBefore(v.src.first)
	for i := last; i >= max(0, last-reach); i-- {
		m := &r.mentions[i]
		if m.entity == noEntity || r.entities[m.entity].kind != Person || r.sexOf(v.src.head).clashes(r.entities[m.entity].sex) {
			continue
		}
		for _, role := range r.entities[m.entity].roles {
			if r.roleFits(role, head, want) {
				return m.entity
			}
		}
	}
	return noEntity
}

// mentionBefore gives the index of the last mention that ends before token k, -1 for none.
func (r *reading) mentionBefore(k int) int {
	lo, hi := 0, len(r.mentions)
	for lo < hi {
		mid := (lo + hi) / 2
		if int(r.mentions[mid].first) < k {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

func (r *reading) lower(k int) string { return strings.ToLower(r.word(k)) }

// roleWords gives the telling words of a description, lower case: countries by their own name whatever the
// form, ages and articles left out.
func (r *reading) roleWords(first, last int) []string {
	var out []string
	for k := first; k < last; k++ {
		w := r.word(k)
		switch {
		case r.class[k]&(determiner|preposition|function|formerly) != 0 && r.class[k]&(office|body) == 0, r.toks[k].Kind != token.Word, strings.HasSuffix(w, "-old"), strings.HasSuffix(w, "'s"), w == "’s", w == "'s":
			continue
		}
		out = append(out, r.telling(w))
	}
	return out
}

// telling gives the form in which a word of a description is compared: the country for a demonym or a place,
// one word for the several sexes of an office.
func (r *reading) telling(w string) string {
	if c, ok := r.words.demonyms[w]; ok && c != "" {
		return strings.ToLower(c)
	}
	if c, ok := r.words.states[w]; ok {
		return strings.ToLower(c)
	}
	return sameOffice(strings.ToLower(strings.TrimSuffix(w, ".")))
}

// sameOffice maps the forms of one office to one word.
func sameOffice(w string) string {
	switch w {
	case "spokeswoman", "spokesperson", "spokesman", "spox":
		return "spokesman"
	case "chairwoman", "chairperson", "chair", "chairman":
		return "chairman"
	case "adviser", "advisor":
		return "adviser"
	case "congresswoman", "congressman", "congressperson":
		return "congressman"
	case "premier", "pm":
		return "minister"
	case "sen":
		return "senator"
	case "gov":
		return "governor"
	case "defence":
		return "defense"
	}
	return w
}

// roleFits reports whether a printed role bears out a description: it has the head noun, and none of the other
// telling words contradicts it. Words the role does not print are allowed only when they are no country and no
// portfolio ("the minister" fits "foreign minister", "the finance minister" does not).
func (r *reading) roleFits(role, head string, want []string) bool {
	have := strings.Fields(role)
	for i, w := range have {
		have[i] = r.telling(strings.Trim(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"), ",.()"))
	}
	head = sameOffice(head)
	found := false
	for _, w := range have {
		found = found || w == head
	}
	if !found {
		return false
	}
	for _, w := range want {
		if w == head || hasWord(have, w) || shortWord(w) {
			continue
		}
		return false
	}
	return true
}

func shortWord(w string) bool { return len(w) < 3 }

func hasWord(list []string, w string) bool {
	for _, v := range list {
		if v == w {
			return true
		}
	}
	return false
}

// resolveGroup finds the group a definite plural stands for: the fuller description of an earlier source with
// the same head noun. Anything else stands for itself.
func (r *resolver) resolveGroup(v *voice) {
	printed := r.textOf(int32(v.src.first), int32(v.src.core))
	if v.src.definite {
		if id := r.earlierPhrase(v, Group); id != noEntity {
			v.entity = id
			r.entities[id].forms = addNew(r.entities[id].forms, r.printedPhrase(v))
			v.why = whyFuller(printed, fullest(r.entities[id].forms)[0])
			return
		}
	}
	v.entity = r.unnamed(v, Group)
	if r.class[v.src.head]&(plural|demonym) == 0 && r.mentionAt[v.src.head] == 0 {
		r.entities[v.entity].paper = true // "the results": several, but hardly people
	}
	v.why = whyGroup(printed)
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

// holdsAll reports whether one form of an entity has all the words, the last of them as its head or before "of".
func holdsAll(e *entity, want []string) bool {
	for _, f := range e.forms {
		have := strings.Fields(name.Fold(f))
		n := 0
		for _, w := range want {
			if hasWord(have, w) {
				n++
			}
		}
		if n == len(want) && n > 0 {
			return true
		}
	}
	return false
}

// resolveBody finds the body that lower-case words stand for: "the ministry" is the last body named with that
// word; "Russia's defense ministry" stands for itself.
func (r *resolver) resolveBody(v *voice) {
	printed := r.textOf(int32(v.src.first), int32(v.src.core))
	if !r.somebody(&v.src) {
		v.why = whyNotSomebody(printed)
		return
	}
	if v.src.definite {
		if id := r.earlierBody(v); id != noEntity {
			v.entity = id
			v.why = whyFuller(printed, fullest(r.entities[id].forms)[0])
			return
		}
	}
	fold := name.Fold(r.printedPhrase(v))
	if id, ok := r.byFold[fold]; ok && r.entities[id].kind == Organisation {
		v.entity = id
	} else {
		v.entity = r.unnamed(v, Organisation)
	}
	v.why = whyBody(printed)
}

// somebody reports whether a phrase whose head no list knows can be a source at all: something must stand in it
// that points at somebody, be it an article, a possessive or a capital.
func (r *reading) somebody(s *source) bool {
	for k := s.first; k < s.core; k++ {
		adverb := k == s.first && strings.HasSuffix(r.word(k), "ly")
		if r.class[k]&(determiner|body|demonym) != 0 || r.toks[k].Has(token.Clitic) || r.toks[k].Has(token.Capital) && !adverb {
			return true
		}
	}
	return false
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
	if len(want) != 1 || !anyBody[want[0]] {
		return noEntity
	}
	for i := len(r.spoken) - 1; i >= 0 && i >= len(r.spoken)-3; i-- {
		id := r.voices[r.spoken[i]].entity
		if e := &r.entities[id]; e.kind == Organisation && !e.place && !e.paper {
			return id
		}
	}
	return noEntity
}

// anyBody are words that say no more than that a body speaks.
var anyBody = map[string]bool{"company": true, "group": true, "organisation": true, "organization": true, "agency": true, "firm": true,
	"charity": true, "ngo": true, "body": true, "paper": true, "newspaper": true, "outlet": true, "regulator": true, "watchdog": true}

// resolveDocument finds who speaks through a document: its owner when one is printed, else the document.
func (r *resolver) resolveDocument(v *voice) {
	printed := r.textOf(int32(v.src.first), int32(v.src.core))
	if id := r.owner(v); id != noEntity {
		v.entity = id
		v.why = whyDocument(printed, fullest(r.entities[id].forms)[0])
		return
	}
	v.entity = r.unnamed(v, Organisation)
	r.entities[v.entity].paper = true
	v.why = whyPaper(printed)
}

// owner finds the name that a possessive or "by", "from", "of" ties to a document.
func (r *resolver) owner(v *voice) int32 {
	for k := v.src.first; k < v.src.last; k++ {
		n := r.mentionAt[k]
		if n == 0 || int(r.mentions[n-1].first) != k || r.mentions[n-1].entity == noEntity {
			continue
		}
		m := &r.mentions[n-1]
		behind := k > 0 && (r.word(k-1) == "by" || r.word(k-1) == "from")
		if theBefore := k > 1 && r.word(k-1) == "the"; theBefore {
			behind = r.word(k-2) == "by" || r.word(k-2) == "from"
		}
		owns := int(m.last) < v.src.core && r.toks[m.last].Has(token.Clitic) && int(m.last)+3 > v.src.head
		if behind || owns {
			return m.entity
		}
	}
	return noEntity
}
