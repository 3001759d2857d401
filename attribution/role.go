package attribution

import (
	"strings"

	"quotidian/articles/token"
)

// maxRole bounds a description in front of a name, in tokens.
const maxRole = 8

// roleOf gives the description printed with a name: in front ("Azerbaijani army spokesperson"), behind ("the
// commander of the 2nd Corps"), or both where the front holds no more than a rank.
func (r *reading) roleOf(m *named) string {
	front := r.roleBefore(int(m.first))
	behind := ""
	if a := r.appositive(int(m.last)); !a.empty() {
		behind = r.describe(int(a.first), int(a.last))
	} else if !m.role.empty() {
		behind = r.describe(int(m.role.first), int(m.role.last))
	}
	switch {
	case behind == "":
		return front
	case front == "" || strings.Contains(strings.ToLower(behind), strings.ToLower(front)):
		return behind
	}
	return front + ", " + behind
}

// describe gives the words of a description without its leading article or pronoun and without honorifics.
func (r *reading) describe(first, last int) string {
	for first < last && (r.class[first]&determiner != 0 || r.honorific(first) || r.toks[first].Kind == token.Mark) {
		first++
	}
	for last > first && (r.punct(last-1, ",") || r.honorific(last-1) || r.class[last-1]&(preposition|determiner) != 0) {
		last--
	}
	if first >= last {
		return ""
	}
	return r.textOf(int32(first), int32(last))
}

// honorific reports whether token i is a courtesy that says nothing of what somebody is.
func (r *reading) honorific(i int) bool {
	switch strings.TrimSuffix(r.word(i), ".") {
	case "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Sir", "Dame", "Hon", "Mister", "Madam":
		return true
	}
	return false
}

// roleBefore gives the description that stands directly in front of the name that begins at token i.
func (r *reading) roleBefore(i int) string {
	if !r.sameSentence(i-1, i) || r.class[i-1]&(office|kin|title|anybody) == 0 || r.class[i-1]&plural != 0 {
		return ""
	}
	k := i - 1
	for k > 0 && i-k < maxRole && r.sameSentence(k-1, k) && r.inRole(k-1, k) {
		k--
	}
	return r.describe(k, i)
}

// inRole reports whether token k, in front of a description that begins at k+1, still belongs to it.
func (r *reading) inRole(k, next int) bool {
	c := r.class[k]
	switch w := r.word(k); {
	case r.toks[k].Has(token.Clitic):
		return true
	case r.toks[k].Kind != token.Word:
		return false
	case w == "of" || w == "the" && k > 0 && r.word(k-1) == "of":
		return k > 0 && r.is(k-1, body|office) || w == "the"
	case c&function != 0:
		return false
	case r.capital(k) || c&(office|body|demonym|kin|formerly) != 0:
		return r.quoted[k] == r.quoted[next]
	case c&speaking != 0 || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing"):
		return false
	}
	// A lower-case word of no class modifies a lower-case role ("foreign policy adviser"); in front of a
	// capital it is likelier a verb ("met President …").
	return !r.capital(next) && r.quoted[k] == r.quoted[next]
}

// bestRole chooses among the descriptions of one person: an office with what it is an office of, before a bare
// office, before what the person is to others ("rival", "friend"); the earliest of equals.
func (r *reading) bestRole(roles []string) string {
	best, rank := "", -1
	for _, s := range roles {
		if k := r.roleRank(s); k > rank {
			best, rank = s, k
		}
	}
	return best
}

func (r *reading) roleRank(role string) int {
	telling, offices := 0, 0
	for _, w := range strings.Fields(role) {
		w = strings.ToLower(strings.Trim(w, ",.()"))
		c := r.words.classes[w]
		if relational[w] {
			return 0
		}
		if c&(office|title) != 0 {
			offices++
		} else if c&(function|formerly) == 0 {
			telling++
		}
	}
	switch {
	case offices > 0 && telling > 0:
		return 3
	case offices > 1:
		return 2
	}
	return 1
}

// relational are nouns that say what somebody is to somebody, not what he or she is.
var relational = map[string]bool{"rival": true, "opponent": true, "friend": true, "fan": true, "supporter": true, "ally": true, "hopeful": true,
	"contender": true, "frontrunner": true, "front-runner": true, "critic": true, "fellow": true, "colleague": true, "counterpart": true}
