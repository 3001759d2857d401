package attribution

import (
	"quotidian/attribution/name"
)

// joinFull gives a name of several words its entity: a known person whose name this one repeats, shortens or
// spells otherwise, or a new one.
func (r *reading) joinFull(x *index, m *named) {
	m.entity = r.fullOwner(x, m)
	if m.entity == noEntity {
		return
	}
	e := &r.entities[m.entity]
	e.full++
	e.speaks = e.speaks || r.actsAt(m)
	e.first = min(e.first, m.first)
	if r.inProse(m) && (e.told == noToken || m.first < e.told) {
		e.told = m.first
	}
	r.firm(m.entity, m)
}

func (r *reading) fullOwner(x *index, m *named) int32 {
	text := r.textOf(m.first, m.last)
	if id, ok := x.byText[text]; ok {
		return id
	}
	if id := r.trimName(x, m); id != noEntity {
		return id
	}
	if id := r.firmOf(x, m); id != noEntity {
		return id
	}
	p := name.Parse(text)
	if len(p.Words) == 0 {
		return noEntity
	}
	id := r.samePerson(x, m, p)
	if id == noEntity {
		id = r.newEntity(entity{kind: Person, unsure: true, parsed: p, folded: p.Folded(), first: m.first})
	} else if e := &r.entities[id]; len(p.Words) > len(e.parsed.Words) {
		e.parsed, e.folded = p, p.Folded() // Ivo Petrovich, and Ivo Petrovich Orlo
	}
	r.indexWords(x, id, p)
	x.byText[text] = id
	return id
}

// trimName cuts a word off a name of three and more that is a known person's without it: an adjective with the
// capital of a sentence or of spite in front ("Crooked Nina Orlo"), a heading's verb or noun behind ("Nina Orlo
// Report").
func (r *reading) trimName(x *index, m *named) int32 {
	if m.last-m.first < 3 {
		return noEntity
	}
	if id, ok := x.byText[r.textOf(m.first+1, m.last)]; ok && r.class[m.first]&forename == 0 && r.entities[id].kind == Person {
		r.mentionAt[m.first] = 0
		m.first++
		return id
	}
	if m.last-m.first > 3 {
		if id, ok := x.byText[r.textOf(m.first+1, m.last-1)]; ok && r.class[m.first]&forename == 0 && r.entities[id].kind == Person {
			r.mentionAt[m.first], r.mentionAt[m.last-1] = 0, 0
			m.first++
			m.last--
			return id
		}
	}
	end := r.class[m.last-1]
	if id, ok := x.byText[r.textOf(m.first, m.last-1)]; ok && (end&^(forename|particle) != 0 || r.seen[r.lower(int(m.last)-1)]) && end&suffix == 0 && r.entities[id].kind == Person {
		m.last--
		r.mentionAt[m.last] = 0
		return id
	}
	return noEntity
}

// clanName reports whether a name of two words begins as surnames do: "Ó Briain", "Mac Giolla", "Van Horn".
func (r *reading) clanName(m *named) bool {
	switch r.word(int(m.first)) {
	case "Ó", "Mac", "Mc", "Nic", "Ní", "Du", "La":
		return true
	}
	return name.OpensSurname(r.lower(int(m.first)))
}

// joinClan gives such a surname of two words to the person who bears it, or to one of several as a surname of one word.
func (r *reading) joinClan(x *index, m *named) bool {
	p := name.Parse("X " + r.textOf(m.first, m.last)) // a particle is one only inside a name
	surname := p.Words[len(p.Words)-1]
	var owners []int32
	for _, id := range x.byWord[surname.Fold] {
		words := r.entities[id].parsed.Words
		if n := len(words); n < 2 || words[n-1].Fold != surname.Fold || words[n-1].Particle != surname.Particle || m.honor.clashes(r.sexOfEntity(id)) {
			continue
		}
		owners = append(owners, id)
	}
	if len(owners) == 0 {
		return false
	}
	m.entity = r.called(r.chooseOwner(m, r.introduced(m, owners)))
	return m.entity != noEntity
}

// actsAt reports whether a mention stands beside a verb of speaking or before "who".
func (r *reading) actsAt(m *named) bool {
	before, next := int(m.from)-1, int(m.last)
	if r.is(before, speaking) && !r.capital(before) && r.sameSentence(before, next-1) {
		return true
	}
	if r.punct(next, ",") {
		return r.sameSentence(next-1, next+1) && r.word(next+1) == "who"
	}
	return r.is(next, speaking) && !r.capital(next) && r.sameSentence(next-1, next)
}

// firm notes that one of a person's mentions is sure to name a person.
func (r *reading) firm(id int32, m *named) {
	if m.kind == personName {
		r.entities[id].unsure = false
	}
}

func (r *reading) indexWords(x *index, id int32, p name.Name) {
	for _, w := range p.Words {
		if w.Initial || len(w.Fold) < 2 {
			continue
		}
		list := x.byWord[w.Fold]
		if len(list) == 0 || list[len(list)-1] != id && !contains(list, id) {
			x.byWord[w.Fold] = append(list, id)
		}
	}
}

func contains(list []int32, id int32) bool {
	for _, v := range list {
		if v == id {
			return true
		}
	}
	return false
}

// samePerson looks for the one known person a full name can be another form of, among those who share a word of
// it in the same letters.
func (r *reading) samePerson(x *index, m *named, p name.Name) int32 {
	found := noEntity
	for _, w := range p.Words {
		for _, id := range x.byWord[w.Fold] {
			full := r.entities[id].parsed
			if id != found && !r.namedBefore(&r.entities[id], m, p) && (name.Refers(p, full) || name.Refers(full, p) || tailOf(p, full) || tailOf(full, p)) && closeGiven(p, full) && sharedSurname(p, full) {
				if found != noEntity {
					return noEntity
				}
				found = id
			}
		}
	}
	return found
}

// namedBefore reports whether somebody is in full without the Jr or III that a name brings in later, outside of headings: whom an article
// has introduced is not told from his father any more, so that this is another of the family.
func (r *reading) namedBefore(e *entity, m *named, p name.Name) bool {
	return p.Generation() != "" && e.parsed.Generation() == "" && e.told != noToken && e.told < m.first
}

// inProse reports whether a mention stands in a sentence and not in a heading: where capitals tell something, and, of the first line, where
// a full stop closes it.
func (r *reading) inProse(m *named) bool {
	s := r.sentOf[m.first]
	return !r.heading[s] && (s > 0 || r.punct(r.sents[0].Last-1, "."))
}

// tailOf reports whether a name of two words is the end of a longer one, and so a surname whose first word may be a forename too:
// Duarte Neves, of Paula Duarte Neves.
func tailOf(short, long name.Name) bool {
	n := len(long.Words) - len(short.Words)
	if len(short.Words) < 2 || n < 1 {
		return false
	}
	for i, w := range short.Words {
		if w.Initial || w.Fold != long.Words[n+i].Fold {
			return false
		}
	}
	return true
}

// sharedSurname guards against initials that fit any surname: the last word of one name must be a spelled-out
// word of the other.
func sharedSurname(a, b name.Name) bool {
	return spelled(a.Words[len(a.Words)-1], b) || spelled(b.Words[len(b.Words)-1], a)
}

func spelled(w name.Word, in name.Name) bool {
	for _, v := range in.Words {
		if !v.Initial && (v.Fold == w.Fold || nearlyAlike(v.Fold, w.Fold)) {
			return true
		}
	}
	return false
}

// closeGiven guards against relatives: two spelled-out given names must be spelled nearly alike.
func closeGiven(a, b name.Name) bool {
	if a.Words[0].Initial || b.Words[0].Initial || a.Words[0].Fold == b.Words[0].Fold || len(a.Words) != len(b.Words) {
		return true
	}
	return nearlyAlike(a.Words[0].Fold, b.Words[0].Fold)
}

// sexOfEntity gives what is known of a person's sex: told in the text, or guessed from the given name.
func (r *reading) sexOfEntity(id int32) sex {
	e := &r.entities[id]
	if e.sex != unknownSex || e.kind != Person {
		return e.sex
	}
	s, _ := r.sexOfName(e.parsed)
	return s
}

// surelyFirst is the weight from which on a name is sure to begin with the surname, which tells no sex: Han Dong-wook.
const surelyFirst = 0.8

// perhapsFirst is the weight from which on it may, so that what its first word tells is thin evidence: Kim Varga.
const perhapsFirst = 0.5

// sexOfName guesses a person's sex from the given names; weak is true when the list hardly attests them, or two speak against each other. The
// graded list of this room comes first, then the patronymics and the shorter list of package name.
func (r *reading) sexOfName(p name.Name) (_ sex, weak bool) {
	if len(p.Words) > 0 && p.Words[0].Fold == "nana" {
		return unknownSex, false // a chief's title in Ghana, a woman's name elsewhere
	}
	told, surnameFirst := unknownSex, p.SurnameFirst > surelyFirst
	for i, w := range p.Words {
		if surnameFirst && w.Part == name.Surname || !surnameFirst && i == len(p.Words)-1 && i > 0 {
			continue
		}
		switch s := r.sexOfForename(w.Fold); {
		case s == unknownSex:
		case told != unknownSex:
			return told, weak || s != told // Radha Mohan Orlo
		default:
			told, weak = s, r.words.weakly[w.Fold] || i == 0 && p.SurnameFirst > perhapsFirst
		}
	}
	if told != unknownSex {
		return told, weak
	}
	return genderSex(p), false
}

// sexOfForename gives what the graded list tells of a forename.
func (r *reading) sexOfForename(fold string) sex {
	if r.words.classes[fold]&forename == 0 {
		return unknownSex
	}
	return r.words.sexes[fold]
}

// genderSex gives what a name's own form tells, such as a patronymic.
func genderSex(p name.Name) sex {
	switch p.Gender() {
	case name.Male:
		return male
	case name.Female:
		return female
	}
	return unknownSex
}
