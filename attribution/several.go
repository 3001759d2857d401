package attribution

import (
	"strings"

	"quotidian/articles/token"
)

// people gives the mentions of the people whom a phrase names one by one with what describes each: "Nina Orlo, the mayor,
// and Jan Kesh, a lawyer", "both the mayor, Nina Orlo, and the governor, Jan Kesh". It gives nil for any other phrase.
func (r *reading) people(first, last int) []int32 {
	if !r.enumerates(first, last) {
		return r.apposedPeople(first, last)
	}
	var found []int32
	for k := first; k < last; k++ {
		n := r.mentionAt[k]
		if n == 0 || n == r.mentionAt[max(k-1, first)] && k > first {
			continue
		}
		if m := &r.mentions[n-1]; !m.impersonal() && r.namedHere(m, first) && int(m.last) <= last && !r.possessive(int(m.last)) {
			found = append(found, n-1)
		}
	}
	if len(found) < 2 || r.company(first, &r.mentions[found[0]]) {
		return nil
	}
	return found
}

// apposedPeople gives the mentions of the people whom a plural is said to be, in an aside that closes the phrase: "The authors,
// Nina Orlo and Jan Kesh,". It gives nil for any other phrase.
func (r *reading) apposedPeople(first, last int) []int32 {
	comma := r.coreEnd(first, last)
	if !r.punct(comma, ",") || r.class[comma-1]&plural == 0 || r.mentionAt[comma-1] != 0 || !r.definite(first) {
		return nil
	}
	var found []int32
	for k := comma + 1; k < last; k++ {
		switch n := r.mentionAt[k]; {
		case n != 0 && r.mentions[n-1].impersonal():
			return nil
		case n != 0 && int(r.mentions[n-1].first) == k:
			found = append(found, n-1)
		case n == 0 && r.class[k]&(title|office) == 0 && r.word(k) != "and" && !r.punct(k, ","):
			return nil
		}
	}
	if len(found) < 2 {
		return nil
	}
	return found
}

// company reports whether somebody else opens a phrase, and those whom it names are only with them: "the premier, flanked by
// his deputy, Nina Orlo, and the treasurer, Jan Kesh".
func (r *reading) company(first int, m *named) bool {
	for k := first; k < int(min(m.from, m.first)); k++ {
		if r.class[k]&preposition != 0 || r.participle(k) {
			return true
		}
	}
	return false
}

// enumerates reports whether a phrase joins its parts by "both … and", or by an "and" behind a comma.
func (r *reading) enumerates(first, last int) bool {
	both := r.lower(first) == "both"
	for k := first + 2; k < last-1; k++ {
		if r.word(k) == "and" && r.mentionAt[k] == 0 && (both || r.punct(k-1, ",") && r.party(k+1, last)) {
			return true
		}
	}
	return false
}

// namedHere reports whether a name stands where a phrase names somebody: at its beginning, behind a comma or an "and",
// or behind a role that does.
func (r *reading) namedHere(m *named, first int) bool {
	k := int(min(m.from, m.first)) - 1
	return k < first || r.punct(k, ",") || r.word(k) == "and" || r.lower(k) == "both" || m.titled && r.class[k]&preposition == 0
}

// possessive reports whether token k makes a possessive of the word before it.
func (r *reading) possessive(k int) bool {
	return k < len(r.toks) && (r.toks[k].Has(token.Clitic) || r.pluralPossessive(k))
}

// names joins the names of several people as an article would.
func (r *reading) names(people []int32) string {
	var b strings.Builder
	for i, n := range people {
		switch {
		case i > 0 && i == len(people)-1:
			b.WriteString(" and ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(r.textOf(r.mentions[n].first, r.mentions[n].last))
	}
	return b.String()
}

// behindRoles leaves out all roles but the last of those that stand in a list before a name: "chairman, treasurer and |
// president Nina Orlo".
func (r *reading) behindRoles(first, last int) int {
	begin, listed := first, false
	for k := first; k < last; k++ {
		switch {
		case r.mentionAt[k] != 0:
			if listed && r.is(k-1, office) {
				return begin
			}
			return first
		case k > first && (r.punct(k, ",") || r.word(k) == "and"):
			listed = listed || r.punct(k, ",")
			begin = k + 1
		case r.class[k]&(determiner|preposition|opener|speaking) != 0 && r.class[k]&office == 0:
			return first
		}
	}
	return first
}
