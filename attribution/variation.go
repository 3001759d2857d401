package attribution

import "strings"

// Descriptions that only vary a name: "the Spaniard", "the 24-year-old", "the mother-of-three", "the striker". Nothing in
// the article need say that somebody is one; they stand for the person whom the passage is about anyway.

// variation finds the person whom a description with "the" varies: who spoke last, in this paragraph or the one before, or
// whom the sentence before is about. Another person named since leaves it open.
func (r *resolver) variation(v *voice) int32 {
	if r.lower(v.src.first) != "the" {
		return noEntity
	}
	id := r.actor(min(v.begin, v.anchor))
	if id == noEntity {
		id = r.lastPerson(v)
	}
	if id == noEntity || r.sexOf(v.src.head).clashes(r.sexOfEntity(id)) || !r.varies(v, id) {
		return noEntity
	}
	return id
}

// lastPerson gives who spoke last before a description, if that was a person, in the same paragraph or the one before, and
// nobody else was named since.
func (r *resolver) lastPerson(v *voice) int32 {
	if len(r.spoken) == 0 {
		return r.onlyPerson(v)
	}
	w := &r.voices[r.spoken[len(r.spoken)-1]]
	switch close := r.paraOf[v.anchor]-r.paraOf[max(w.anchor, w.end-1)] <= 1 && r.near(w.anchor, v.anchor, window); {
	case close && r.entities[w.entity].kind == Unnamed:
		return noEntity
	case !close || r.entities[w.entity].kind != Person:
		return r.onlyPerson(v)
	}
	last := r.mentionBefore(v.src.first)
	for i := last; i >= max(0, last-reach) && int(r.mentions[i].first) > w.anchor; i-- {
		m := &r.mentions[i]
		if m.entity != noEntity && m.entity != w.entity && r.entities[m.entity].kind == Person && !r.entities[m.entity].unsure && !r.quoted[m.first] {
			return noEntity
		}
	}
	return w.entity
}

// onlyPerson gives the one person whom the paragraph before a description names.
func (r *resolver) onlyPerson(v *voice) int32 {
	found := noEntity
	last := r.mentionBefore(v.src.first)
	for i := last; i >= max(0, last-reach) && r.paraOf[v.anchor]-r.paraOf[r.mentions[i].first] <= 1; i-- {
		m := &r.mentions[i]
		if m.entity == noEntity || r.entities[m.entity].kind != Person || r.entities[m.entity].unsure || m.entity == found {
			continue
		}
		if found != noEntity {
			return noEntity
		}
		found = m.entity
	}
	return found
}

// varies reports whether a description can be another word for a person: by people or age, of whoever it is; as what the
// well-known are called, or by party, of somebody of whom nothing else is told; and as the broader word for a role that is told.
func (r *resolver) varies(v *voice, id int32) bool {
	head, roles := r.lower(v.src.head), r.entities[id].roles
	alone := v.src.core-v.src.first == 2
	switch {
	case alone && r.class[v.src.head]&demonym != 0, strings.HasSuffix(head, "-old"), parentOf(head) != "", r.aged(v.src.core):
		return true
	case len(roles) == 0:
		return r.words.famous[head] || r.words.partisan[head] && v.src.core-v.src.first > 2 && r.onlyNames(v)
	}
	if ruling[head] && r.rules(v, roles) {
		return true
	}
	for _, role := range roles {
		for w := range strings.FieldsSeq(strings.ToLower(role)) {
			w = strings.Trim(w, ",.()")
			if r.words.broader[head][w] || w == head && r.onlyNames(v) {
				return true
			}
		}
	}
	return false
}

// ruling are the words that headlines have for whoever is at the head of something: "the police boss", "the finance czar".
var ruling = map[string]bool{"boss": true, "chief": true, "czar": true, "tsar": true, "supremo": true, "head": true}

// rules reports whether a person's roles hold every word in front of the head of a description.
func (r *reading) rules(v *voice, roles []string) bool {
	if v.src.head-v.src.first < 2 || v.src.head != v.src.core-1 {
		return false
	}
	for _, role := range roles {
		have, all := strings.Fields(strings.ToLower(role)), true
		for k := v.src.first + 1; k < v.src.head; k++ {
			all = all && hasWord(have, r.lower(k))
		}
		if all {
			return true
		}
	}
	return false
}

// onlyNames reports whether what a description adds to its head are capitals: "the Congress leader".
func (r *reading) onlyNames(v *voice) bool {
	for k := v.src.first + 1; k < v.src.head; k++ {
		if !r.capital(k) {
			return false
		}
	}
	return v.src.head == v.src.core-1
}

// parentOf gives the noun of "mother-of-three", "" for other words.
func parentOf(w string) string {
	noun, _, ok := strings.Cut(w, "-of-")
	if !ok {
		return ""
	}
	return noun
}
