package attribution

import (
	"slices"
	"strings"

	"quotidian/articles/token"
	"quotidian/attribution/name"
)

// joinAcronyms joins "ICRC" to the body it is short for: the one it stands behind in brackets, or the one
// whose initials it is.
func (r *reading) joinAcronyms(x *index) {
	spelled := r.initials()
	alias := map[int32]int32{}
	for i := range r.mentions {
		m := &r.mentions[i]
		if !r.acronym(m) || alias[m.entity] != 0 {
			continue
		}
		id := r.bracketed(i)
		if id == noEntity {
			letters := strings.ReplaceAll(r.word(int(m.first)), ".", "")
			if id = spelled[letters] - 1; id != noEntity && known[letters] != "" && r.entities[id].folded != known[letters] {
				continue // the EU is no Eastern University
			}
		}
		if id != noEntity && id != m.entity {
			alias[m.entity] = id + 1
			x.byText[r.textOf(m.first, m.last)] = id
			x.byFold[name.Fold(r.word(int(m.first)))] = id
		}
	}
	r.rename(alias)
}

// known are letters that every article prints without saying what they stand for, with the folded name of that.
var known = map[string]string{
	"EU": "european union", "UN": "united nations", "US": "united states", "USA": "united states of america", "UK": "united kingdom",
	"AU": "african union", "IT": "information technology", "TV": "television", "PR": "public relations", "AI": "artificial intelligence",
}

// acronym reports whether a mention is a single word in capitals that names a body.
func (r *reading) acronym(m *named) bool {
	return m.entity != noEntity && m.last-m.first == 1 && r.toks[m.first].Has(token.Upper) && r.entities[m.entity].kind == Organisation && !r.entities[m.entity].place
}

// initials gives the bodies by the capitals of their names, each as 1 + its entity.
func (r *reading) initials() map[string]int32 {
	by := map[string]int32{}
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.last-m.first < 2 || m.entity == noEntity || r.entities[m.entity].kind != Organisation {
			continue
		}
		var caps []byte
		for k := m.first; k < m.last; k++ {
			if c := r.word(int(k))[0]; c >= 'A' && c <= 'Z' {
				caps = append(caps, c)
			}
		}
		for len(caps) > 1 {
			if _, taken := by[string(caps)]; !taken {
				by[string(caps)] = m.entity + 1
			}
			if caps = caps[1:]; len(caps) < 4 {
				break // who pays stands in front of many a name: Orlo-Kesh World Travel Fair Index (WTFI)
			}
		}
	}
	return by
}

// bracketed finds the body behind whose name mention i, an acronym, stands in brackets.
func (r *reading) bracketed(i int) int32 {
	m := &r.mentions[i]
	if i == 0 || !r.punct(int(m.first)-1, "(") {
		return noEntity
	}
	before := &r.mentions[i-1]
	if before.last != m.first-1 || before.entity == noEntity || before.last-before.first < 2 || before.kind == personName {
		return noEntity
	}
	e := &r.entities[before.entity]
	if e.kind == Person {
		if r.word(int(m.first))[0] != r.word(int(before.first))[0] {
			return noEntity // the honours of "Femi Orlo (SAN)"
		}
		e.kind, e.unsure = Organisation, false // what has an acronym is a body
	}
	return before.entity
}

// heldOffice finds the person whose printed role a source with "the" is the initials of: "The DG said" of a
// Director-General.
func (r *resolver) heldOffice(v *voice, m *named) int32 {
	letters := r.word(int(m.first))
	if !r.initialsOf(m) || len(letters) > 4 || len(r.entities[m.entity].forms) > 1 {
		return noEntity
	}
	if r.headlineLabel(m) {
		return r.holderBelow(m, letters)
	}
	if v.src.first >= int(m.first) || r.lower(int(m.first)-1) != "the" {
		return noEntity
	}
	return r.holderBefore(int(m.first), letters)
}

// byInitials finds whom a description stands for that is the initials of an office and a title too: "the IGP".
func (r *resolver) byInitials(v *voice) int32 {
	letters := r.word(v.src.head)
	if !r.toks[v.src.head].Has(token.Upper) || len(letters) > 4 || v.src.core-v.src.first != 2 {
		return noEntity
	}
	return r.holderBefore(v.src.first, letters)
}

// holderBefore gives the person named last before a token whose role has the initials.
func (r *resolver) holderBefore(k int, letters string) int32 {
	last := r.mentionBefore(k)
	for i := last; i >= max(0, last-reach); i-- {
		if id := r.mentions[i].entity; r.holds(id, letters) {
			return id
		}
	}
	return noEntity
}

// headlineLabel reports whether a mention is the label of a headline: "PM: Bridge will open".
func (r *reading) headlineLabel(m *named) bool {
	return m.first == 0 && r.punct(int(m.last), ":")
}

// holderBelow gives the first person below a headline whose role has the initials.
func (r *resolver) holderBelow(m *named, letters string) int32 {
	for i := range min(len(r.mentions), soon) {
		if id := r.mentions[i].entity; r.mentions[i].first > m.first && r.holds(id, letters) {
			return id
		}
	}
	return noEntity
}

// holds reports whether an entity is a person with a role that has the initials: the CS of "Treasury Cabinet Secretary".
func (r *resolver) holds(id int32, letters string) bool {
	if id == noEntity || r.entities[id].kind != Person {
		return false
	}
	for _, role := range r.entities[id].roles {
		for ; role != ""; _, role, _ = strings.Cut(role, " ") {
			if beginsWith(role, letters) {
				return true
			}
		}
	}
	return false
}

// initialsOf reports whether a mention can be the initials of an office: capitals that nothing but they take for a name.
func (r *reading) initialsOf(m *named) bool {
	return r.acronym(m) || m.last-m.first == 1 && r.toks[m.first].Has(token.Upper) && r.entities[m.entity].unsure
}

// beginsWith reports whether the first words of a role, parts of a compound counted each, have the initials.
func beginsWith(role, letters string) bool {
	words := strings.FieldsFunc(role, func(c rune) bool { return c == ' ' || c == '-' })
	words = slices.DeleteFunc(words, func(w string) bool { return w == "of" || w == "the" || w == "for" || w == "and" })
	if len(words) < len(letters) {
		return false
	}
	for k := range len(letters) {
		if !strings.EqualFold(words[k][:1], letters[k:k+1]) {
			return false
		}
	}
	return true
}

// rename gives the mentions of every entity in alias to the entity it is another name of (held as 1 + id).
func (r *reading) rename(alias map[int32]int32) {
	if len(alias) == 0 {
		return
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if to := alias[m.entity] - 1; m.entity != noEntity && to != noEntity {
			r.entities[to].first = min(r.entities[to].first, m.first)
			m.entity = to
		}
	}
}
