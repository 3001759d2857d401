package attribution

import (
	"strings"

	"quotidian/attribution/name"
)

// joinBare gives the entity of a single word: a person known by that surname, by that given name, or by a
// surname spelled nearly alike; else the place or body of that name; else a new entity.
func (r *reading) joinBare(x *index, m *named) int32 {
	text := r.textOf(m.first, m.last)
	fold := name.Fold(text)
	if fold == "" {
		return noEntity
	}
	if m.kind != placeName || !r.is(int(m.first)-1, preposition) {
		if id, several := r.bareOwner(x, m, fold); id != noEntity || several {
			return id
		}
	}
	if m.kind == placeName {
		return r.joinFold(x, m)
	}
	if m.kind == unsureName && r.class[m.first]&(demonym|plural) != 0 {
		r.mentionAt[m.first] = 0 // "Velians" is no name, unless somebody is called so
		return noEntity
	}
	if id, ok := x.byText[text]; ok {
		r.firm(id, m)
		return id
	}
	if id := r.firmOf(x, m); id != noEntity {
		return id
	}
	id := r.nearOwner(m, fold)
	if id == noEntity && r.clan(x, m, fold) {
		id = r.newEntity(entity{kind: Group, folded: fold, first: m.first})
	} else if id == noEntity {
		p := name.Parse(text)
		id = r.newEntity(entity{kind: Person, unsure: m.kind != personName, parsed: p, folded: fold, first: m.first})
		r.indexWords(x, id, p)
	}
	r.firm(id, m)
	x.byText[text] = id
	return id
}

// clan reports whether a bare word is the plural of somebody's surname: "the Orlos".
func (r *reading) clan(x *index, m *named, fold string) bool {
	stem, plural := strings.CutSuffix(fold, "s")
	return plural && m.kind == unsureName && m.first > 0 && r.lower(int(m.first)-1) == "the" && len(x.byWord[stem]) > 0
}

// bareOwner finds whose surname (or given name) a bare word is. several is true when more than one person
// bears it and nothing decides; the mention then stays without an entity.
func (r *reading) bareOwner(x *index, m *named, fold string) (_ int32, several bool) {
	var owners []int32
	parts := barePart(r.textOf(m.first, m.last), fold)
	for pass := 0; pass < 2 && len(owners) == 0; pass++ {
		for _, id := range x.byWord[parts[len(parts)-1]] {
			e := &r.entities[id]
			if m.honor.clashes(r.sexOfEntity(id)) || !longer(e.parsed) || r.childsName(e, parts) || pass == 1 && !r.byForename(x, m, id) {
				continue
			}
			if surname := endsWithAll(e.parsed, parts); surname == (pass == 0) && (surname || holdsRun(e.parsed, parts)) {
				owners = append(owners, id)
			}
		}
	}
	if len(owners) > 1 {
		owners = r.ofAge(x, m, owners)
	}
	switch len(owners) {
	case 0:
		return noEntity, false
	case 1:
		return r.called(owners[0]), false
	}
	return r.called(r.chooseOwner(m, r.introduced(m, owners))), true
}

// longer reports whether a name has more than one word, particles counted: Van Morvik, whom "Morvik" is short for.
func longer(n name.Name) bool {
	return len(n.Words) > 1 || len(n.Words) == 1 && n.Words[0].Particle != ""
}

// childsName reports whether a word is only the name of a person's child: the Salim of "Fatima Umm Salim".
func (r *reading) childsName(e *entity, parts []string) bool {
	last := e.parsed.Words[len(e.parsed.Words)-1]
	return last.Fold == parts[len(parts)-1] && last.ParticleKind() == name.KunyaParticle
}

// byForename reports whether a word can be the forename by which a person is called.
func (r *reading) byForename(x *index, m *named, id int32) bool {
	if m.titled && !r.entities[id].unsure && r.entities[id].parsed.Words[0].Fold == name.Fold(r.word(int(m.first))) {
		return true // Dr Tedros, Senator Palwasha
	}
	return (!r.entities[id].unsure || r.acts(x, id)) && (r.class[m.first]&forename != 0 || m.kind == unsureName)
}

// acts reports whether a name that nothing but its capitals tells to be a person's does what persons do: its bearer speaks, is
// followed by "who", or shares a surname with a person.
func (r *reading) acts(x *index, id int32) bool {
	e := &r.entities[id]
	if e.speaks {
		return true
	}
	last := e.parsed.Words[len(e.parsed.Words)-1].Fold
	for _, o := range x.byWord[last] {
		if other := &r.entities[o]; o != id && endsWith(other.parsed, last) && (!other.unsure || other.speaks) {
			return true
		}
	}
	return false
}

// firmOf gives the one company whose printed name is this one with a legal form ("Orlo Mills" of "Orlo Mills Inc."), or begins with
// this word.
func (r *reading) firmOf(x *index, m *named) int32 {
	if m.kind != unsureName || m.last-m.first == 1 && r.class[m.first]&forename != 0 {
		return noEntity
	}
	if x.firms == nil {
		x.firms = r.firms()
	}
	text := r.textOf(m.first, m.last)
	id, ok := x.firms[text]
	if !ok || id == noEntity {
		return noEntity
	}
	x.byText[text] = id
	return id
}

// firms gives the companies by the first words of their names and by their names without the legal form, noEntity where several
// share one.
func (r *reading) firms() map[string]int32 {
	by := map[string]int32{}
	for i := range r.mentions {
		m := &r.mentions[i]
		behind := r.incorporated(int(m.last))
		if m.last-m.first < 2 || m.kind != bodyName || m.entity == noEntity || r.class[m.last-1]&endsName == 0 && !behind {
			continue
		}
		keys, end := []string{r.word(int(m.first))}, m.last
		if !behind {
			end--
		}
		if end-m.first > 1 {
			keys = append(keys, r.textOf(m.first, end))
		}
		for _, key := range keys {
			claim(by, key, m.entity)
		}
	}
	return by
}

// claim gives a key to an entity; a key that two claim is nobody's.
func claim(by map[string]int32, key string, id int32) {
	if other, taken := by[key]; taken && other != id {
		id = noEntity
	}
	by[key] = id
}

// barePart gives the words of a name that is printed as one: two for a double surname ("Orlo-Varga"), the one behind an
// Arabic article.
func barePart(text, fold string) []string {
	parts := strings.Fields(fold)
	if len(parts) < 2 {
		return parts
	}
	if p := name.Parse(text); len(p.Words) > 0 {
		parts = parts[:0]
		for _, w := range p.Words {
			parts = append(parts, w.Fold)
		}
	}
	return parts
}

// endsWithAll reports whether a name ends with the words of a surname.
func endsWithAll(p name.Name, parts []string) bool {
	if len(parts) == 1 {
		return endsWith(p, parts[0])
	}
	return len(p.Words) > len(parts) && sameWords(p.Words[len(p.Words)-len(parts):], parts)
}

// holdsRun reports whether the words stand one behind the other in a name.
func holdsRun(p name.Name, parts []string) bool {
	for i := 0; i+len(parts) <= len(p.Words); i++ {
		if sameWords(p.Words[i:i+len(parts)], parts) {
			return true
		}
	}
	return false
}

func sameWords(words []name.Word, parts []string) bool {
	for i, w := range parts {
		if words[i].Fold != w {
			return false
		}
	}
	return true
}

// called notes that the article calls a person by one word alone.
func (r *reading) called(id int32) int32 {
	if id != noEntity {
		r.entities[id].bare++
	}
	return id
}

// introduced leaves the owners whom the article has named in full before the bare word, all of them where it
// has named none: before the wife is named, "Orlo" is the husband.
func (r *reading) introduced(m *named, owners []int32) []int32 {
	var known []int32
	for _, id := range owners {
		if r.entities[id].first < m.first {
			known = append(known, id)
		}
	}
	if len(known) == 0 {
		return owners
	}
	return known
}

// chooseOwner decides between persons of one surname: a pronoun that follows in the sentence tells the sex, a
// full name earlier in the paragraph tells the person, and the one whom the article already calls by the surname
// alone, or names in full more often than all others together, is the one it goes on calling so; else the only
// one who is surely a person, or who speaks. Otherwise it stays open.
func (r *reading) chooseOwner(m *named, owners []int32) int32 {
	if len(owners) == 1 {
		return owners[0]
	}
	if told := r.pronounAfter(m); told != unknownSex {
		var left []int32
		for _, id := range owners {
			if !told.clashes(r.sexOfEntity(id)) {
				left = append(left, id)
			}
		}
		if len(left) == 1 {
			return left[0]
		}
	}
	if id := r.nearestOwner(m, owners); id != noEntity {
		return id
	}
	if id := r.leading(owners, func(e *entity) int { return e.bare }, 1); id != noEntity {
		return id
	}
	if id := r.leading(owners, func(e *entity) int { return e.full }, 2); id != noEntity {
		return id
	}
	if id := r.leading(owners, func(e *entity) int { return one(!e.unsure) }, 1); id != noEntity {
		return id // beside Ada Varga, the words of a heading that ran into "Varga": Kurds Varga
	}
	return r.leading(owners, func(e *entity) int { return one(!e.unsure && e.speaks) }, 1)
}

// one counts a condition that holds as one.
func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// leading gives the owner with the highest count, if it is at least the minimum and more than all others have
// together.
func (r *reading) leading(owners []int32, count func(*entity) int, least int) int32 {
	all, best := 0, owners[0]
	for _, id := range owners {
		all += count(&r.entities[id])
		if count(&r.entities[id]) > count(&r.entities[best]) {
			best = id
		}
	}
	if n := count(&r.entities[best]); n >= least && n > all-n {
		return best
	}
	return noEntity
}

// pronounReach is how many tokens behind a name a pronoun is still taken to mean it.
const pronounReach = 8

// pronounAfter gives the sex of the first "he" or "she" that follows a name in its sentence before another
// name does.
func (r *reading) pronounAfter(m *named) sex {
	for k := int(m.last); k < int(m.last)+pronounReach && r.sameSentence(int(m.first), k); k++ {
		switch {
		case r.capital(k):
			return unknownSex
		case r.pronoun(k) == he:
			return male
		case r.pronoun(k) == she:
			return female
		}
	}
	return unknownSex
}

func endsWith(p name.Name, fold string) bool {
	for i, w := range p.Words {
		if w.Fold == fold && (i == len(p.Words)-1 || w.Part == name.Surname) {
			return true
		}
	}
	return false
}

// nearestOwner decides between persons of one surname where one of them alone was named in full earlier in the
// same paragraph.
func (r *reading) nearestOwner(m *named, owners []int32) int32 {
	found := noEntity
	for i := r.mentionBefore(int(m.first)); i >= 0; i-- {
		k := &r.mentions[i]
		if k.last-k.first < 2 {
			continue
		}
		if r.paraOf[k.first] != r.paraOf[m.first] {
			break
		}
		if contains(owners, k.entity) && k.entity != found {
			if found != noEntity {
				return noEntity
			}
			found = k.entity
		}
	}
	return found
}

// reach bounds how many entities or mentions back a search goes, so that the cost stays linear in the text.
const reach = 400

// nearOwner finds the one person whose surname is spelled nearly as fold: another romanisation or a slip.
func (r *reading) nearOwner(m *named, fold string) int32 {
	if len(fold) < 5 {
		return noEntity
	}
	found := noEntity
	for id := max(0, len(r.entities)-reach); id < len(r.entities); id++ {
		e := &r.entities[id]
		if e.kind != Person || len(e.parsed.Words) < 2 || m.honor.clashes(r.sexOfEntity(int32(id))) {
			continue
		}
		w := e.parsed.Words[len(e.parsed.Words)-1].Fold
		if w == fold || !nearlyAlike(w, fold) {
			continue
		}
		if found != noEntity {
			return noEntity
		}
		found = int32(id)
	}
	return found
}

// nearlyAlike reports whether two folded words can be two spellings of one name: one edit behind the same first
// letter, or the same skeleton and at most two edits. A woman's ending, "-ova" beside "-ov", is another person.
func nearlyAlike(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 2 || len(a) < 4 || b == a+"a" {
		return false
	}
	switch d := edits(a, b); {
	case d > 2:
		return false
	case d <= 1 && len(a) >= 5 && a[0] == b[0]:
		return true
	}
	return name.SameSkeleton(a, b)
}

// edits is the Levenshtein distance of two short ASCII words.
func edits(a, b string) int {
	var rows [2][32]int
	if len(b) >= len(rows[0]) {
		return len(b)
	}
	prev, cur := &rows[0], &rows[1]
	for j := range len(b) + 1 {
		prev[j] = j
	}
	for i := range len(a) {
		cur[0] = i + 1
		for j := range len(b) {
			c := prev[j]
			if a[i] != b[j] {
				c++
			}
			cur[j+1] = min(c, prev[j+1]+1, cur[j]+1)
		}
		prev, cur = cur, prev
	}
	return prev[len(b)]
}
