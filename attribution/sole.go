package attribution

import (
	"slices"
	"strings"
)

// Descriptions in the reports of one person's words: whoever else the words could mean, the article has only one who speaks. "Orlo
// said …. The official added …", "the presidential aide", "this senior diplomat" are that person, unless what the article tells of
// Orlo speaks against it.

// goesOn gives who spoke last for a description that adds to it: "the minister added", "the lawmaker also said".
func (r *resolver) goesOn(v *voice) int32 {
	if v.running || !r.addsTo(v) {
		return noEntity
	}
	id := r.spokeLast(v)
	if id == noEntity || !r.fitsSpeaker(v, id) || r.otherNamed(id, v.src.first) {
		return noEntity
	}
	return id
}

// addsTo reports whether the verb of a source says that somebody goes on.
func (r *reading) addsTo(v *voice) bool {
	for k := v.src.last; k < v.src.last+2 && r.sameSentence(v.src.first, k); k++ {
		if goingOn[r.lower(k)] {
			return true
		}
	}
	return v.src.first > 0 && r.lower(v.src.first-1) != "also" && goingOn[r.lower(v.src.first-1)]
}

// goingOn are words beside a source that say that it has spoken before.
var goingOn = map[string]bool{
	"added": true, "adds": true, "adding": true, "also": true, "further": true, "continued": true, "continues": true, "concluded": true,
	"concludes": true, "reiterated": true,
}

// onlySpeaker gives the one named person who speaks in the article for a description of somebody in office, once that person has
// spoken, if twice in all.
func (r *resolver) onlySpeaker(v *voice) int32 {
	id := r.soleSpeaker()
	if v.running || id == noEntity || !r.fitsSpeaker(v, id) {
		return noEntity
	}
	said := 0
	for i := len(r.spoken) - 1; i >= max(0, len(r.spoken)-reach); i-- {
		w := &r.voices[r.spoken[i]]
		switch {
		case w.entity == id:
			said++
		case r.entities[w.entity].kind == Unnamed && r.lower(w.src.head) == r.lower(v.src.head):
			return noEntity
		}
	}
	if said == 0 || said == 1 && r.soleNamed < 2 {
		return noEntity
	}
	return id
}

// soleSpeaker gives the only person who is named as a source of the article's own words; noEntity where there is none, or several.
func (r *resolver) soleSpeaker() int32 {
	if r.sole != 0 {
		return r.sole - 2
	}
	found := noEntity
	for i := range r.voices {
		s := &r.voices[i].src
		if s.people != nil {
			found = noEntity
			break
		}
		if s.kind != nameSource || r.quoted[s.first] {
			continue
		}
		id := r.mentions[s.mention].entity
		if id == noEntity || r.entities[id].kind != Person {
			continue
		}
		if id == found {
			r.soleNamed++
			continue
		}
		if found != noEntity {
			found = noEntity
			break
		}
		found, r.soleNamed = id, 1
	}
	r.sole = found + 2
	return found
}

// fitsSpeaker reports whether a description of somebody in office can be another word for a person of whom the article tells
// nothing that speaks against it.
func (r *resolver) fitsSpeaker(v *voice, id int32) bool {
	head, e := r.lower(v.src.head), &r.entities[id]
	if e.kind != Person || e.unsure || r.class[v.src.head]&office == 0 && !r.words.anyone[head] || r.is(v.src.head, relational|plural) || contending[head] {
		return false
	}
	if ordinal[r.lower(v.src.first+1)] || r.possessedByOther(v) || r.sexOf(v.src.head).clashes(r.sexOfEntity(id)) || r.otherCountry(v, e.roles) {
		return false
	}
	return r.is(v.src.first, formerly) || r.is(v.src.first+1, formerly) || r.fitsRoles(v, head, e.roles)
}

// fitsRoles reports whether a description fits what is told of somebody: nothing but ranks, that he is at the head of something, the
// same office, or one for which the description is a broader word.
func (r *reading) fitsRoles(v *voice, head string, roles []string) bool {
	told := false
	for _, role := range roles {
		if r.onlyRanks(role) {
			continue
		}
		told = true
		if r.generalHead(role) || r.roleFits(role, head, nil) && !r.otherField(v, role) {
			return true
		}
	}
	return !told || r.broaderThan(v, head, roles)
}

// onlyRanks reports whether a role says no more than how somebody is addressed: "Brigadier General", "Senator", "Dr".
func (r *reading) onlyRanks(role string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(role)) {
		if w = strings.Trim(w, ",."); r.words.classes[w]&title == 0 && !ranks[r.office(w)] {
			return false
		}
	}
	return true
}

// ranks are words for how somebody is addressed, whatever the office.
var ranks = map[string]bool{
	"general": true, "brigadier": true, "colonel": true, "major": true, "captain": true, "lieutenant": true, "admiral": true, "commodore": true,
	"marshal": true, "professor": true, "doctor": true, "sheikh": true, "engineer": true, "chief": true,
}

// generalHead reports whether a role says only that somebody is at the head of something: "UN chief".
func (r *reading) generalHead(role string) bool {
	words := strings.Fields(strings.ToLower(role))
	return len(words) > 1 && ruling[words[len(words)-1]]
}

// otherField reports whether a description names a field in front of its head that a role does not: "the finance minister" beside
// "Foreign Minister".
func (r *reading) otherField(v *voice, role string) bool {
	have := strings.Fields(strings.ToLower(role))
	for k := v.src.first; k < v.src.head; k++ {
		w := r.lower(k)
		if (r.words.fields[w] || w == "deputy" || w == "vice" || w == "prime" || w == "foreign") && !slices.Contains(have, w) {
			return true
		}
	}
	return false
}

// possessedByOther reports whether a description says whose somebody is, and that is no country: "his lawyer", "Orlo's spokesman", "the
// council's director".
func (r *reading) possessedByOther(v *voice) bool {
	if w := r.lower(v.src.first); w == "his" || w == "her" || w == "their" || w == "its" {
		return true
	}
	local := r.localPart(v.src.first, v.src.core)
	return local > v.src.first && r.countryIn(r.textOf(int32(v.src.first), int32(local))) == ""
}
