package attribution

import (
	"strings"

	"quotidian/articles/token"
	"quotidian/attribution/name"
)

// joinAcronyms joins "ICRC" to the body it is short for: the one it stands behind in brackets, or the one
// whose initials it is.
func (r *reading) joinAcronyms(x *index) {
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.entity == noEntity || m.last-m.first != 1 || !r.toks[m.first].Has(token.Upper) || r.entities[m.entity].kind != Organisation {
			continue
		}
		if id := r.spelledOut(i); id != noEntity && id != m.entity {
			r.merge(m.entity, id)
			x.byText[r.textOf(m.first, m.last)] = id
			x.byFold[name.Fold(r.word(int(m.first)))] = id
		}
	}
}

// spelledOut finds the body that mention i, an acronym, is short for.
func (r *reading) spelledOut(i int) int32 {
	m := &r.mentions[i]
	if i > 0 && r.punct(int(m.first)-1, "(") {
		before := &r.mentions[i-1]
		if before.last == m.first-1 && before.entity != noEntity && before.last-before.first > 1 {
			return before.entity
		}
	}
	acronym := strings.ReplaceAll(r.word(int(m.first)), ".", "")
	for j := range r.mentions {
		k := &r.mentions[j]
		if k.last-k.first > 1 && k.entity != noEntity && r.initialsAre(k, acronym) {
			return k.entity
		}
	}
	return noEntity
}

// initialsAre reports whether the capitals of a name's words spell the acronym.
func (r *reading) initialsAre(k *named, acronym string) bool {
	n := 0
	for i := k.first; i < k.last; i++ {
		w := r.word(int(i))
		if c := w[0]; c >= 'A' && c <= 'Z' {
			if n >= len(acronym) || acronym[n] != c {
				return false
			}
			n++
		}
	}
	return n == len(acronym) && n > 1
}

// merge gives all mentions of one entity to another.
func (r *reading) merge(from, to int32) {
	for i := range r.mentions {
		if r.mentions[i].entity == from {
			r.mentions[i].entity = to
		}
	}
	r.entities[to].first = min(r.entities[to].first, r.entities[from].first)
	if r.entities[to].unsure {
		r.entities[to].kind, r.entities[to].unsure = r.entities[from].kind, r.entities[from].unsure
	}
}
