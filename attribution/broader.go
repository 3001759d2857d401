package attribution

import (
	"strings"
)

// Descriptions with a broader word than the role the article prints, told apart by what stands in front of it: "the Velian leader"
// of Velia's prime minister, "the Norland minister" of his Norland counterpart; and "the latter", "the former minister".

// broadBearer looks back for the person of whom the article prints a role that a description has a broader word for, with every
// other word of the description; the one mentioned last wins. A bare "the leader" may be anybody.
func (r *resolver) broadBearer(v *voice) int32 {
	head, want := r.lower(v.src.head), r.wanted(v)
	if r.words.broader[head] == nil && r.class[v.src.head]&office == 0 || len(want) < 2 {
		return noEntity
	}
	here := noEntity
	if r.words.anyone[head] {
		here = r.spokeHere(v) // "the county official" is whoever speaks in this paragraph, if anybody does
	}
	last := r.mentionBefore(v.src.first)
	for i := last; i >= max(0, last-reach); i-- {
		id := r.mentions[i].entity
		if id == noEntity || here != noEntity && id != here || r.entities[id].kind != Person || r.sexOf(v.src.head).clashes(r.entities[id].sex) {
			continue
		}
		for _, role := range r.entities[id].roles {
			if r.fitsBroadly(role, head, want) {
				return id
			}
		}
	}
	return noEntity
}

// fitsBroadly reports whether a role holds a word that head is a broader one for, and the other telling words of a description.
func (r *reading) fitsBroadly(role, head string, want []string) bool {
	have, found, counterpart := strings.Fields(role), false, false
	for i, w := range have {
		w = strings.Trim(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"), ",.()")
		found = found || r.words.broader[head][strings.ToLower(w)]
		counterpart = counterpart || w == "counterpart"
		have[i] = r.telling(w)
	}
	if !found && !counterpart {
		return false
	}
	told := 0
	for _, w := range want {
		switch {
		case w == head || w == r.office(head):
		case hasWord(have, w):
			told++
		default:
			return false
		}
	}
	return told > 0
}

// oneOfTwo finds whom "the latter" or "the former" is of the two persons, or else bodies, that the sentence before speaks of.
func (r *resolver) oneOfTwo(v *voice) int32 {
	word := r.lower(v.src.head)
	if v.src.core-v.src.first != 2 || word != "latter" && word != "former" {
		return noEntity
	}
	first, last := r.twoNamed(v, func(m *named) bool { return r.surePerson(m) })
	if first == noEntity {
		first, last = r.twoNamed(v, func(m *named) bool { return m.kind == bodyName && m.entity != noEntity })
	}
	if n := len(r.spoken); first == last && n > 0 {
		if w := &r.voices[r.spoken[n-1]]; r.sentOf[v.src.first]-r.sentOf[w.anchor] <= 1 {
			first = w.entity // she, who told the mayor so
		}
	}
	switch {
	case first == last:
		return noEntity
	case word == "former":
		return first
	}
	return last
}

// twoNamed gives the first and the last of the mentions of one kind in the sentence before a source and in its own.
func (r *resolver) twoNamed(v *voice, fits func(m *named) bool) (first, last int32) {
	first, last = noEntity, noEntity
	at, s := r.mentionBefore(v.src.first), r.sentOf[v.src.first]
	for i := at; i >= max(0, at-maxLooked) && s-r.sentOf[r.mentions[i].first] <= 1; i-- {
		if m := &r.mentions[i]; fits(m) {
			if last == noEntity {
				last = m.entity
			}
			first = m.entity
		}
	}
	return first, last
}

// justFormer finds whom "the former minister" is, where somebody has spoken in the paragraph of whom the article does not say
// that the office is held: its holder is another one.
func (r *resolver) justFormer(v *voice) int32 {
	if !r.is(v.src.first+1, formerly) || v.src.core-v.src.first < 3 {
		return noEntity
	}
	id := r.spokeHere(v)
	if id == noEntity || r.lastPerson(v) != id || r.sexOf(v.src.head).clashes(r.sexOfEntity(id)) {
		return noEntity
	}
	return id
}
