package dossier

import (
	"cmp"
	"slices"
	"strings"
)

// givenRole is what a speaker's row has for roles where a person gave one, which may be "" for none. Where nobody did, the row has the
// list of those printed, so that the two can be told apart: what a person gave stands beside each quote too.
type givenRole struct {
	Given *string `json:"given"`
}

func roleRow(given *string, printed roleCounts) string {
	if given != nil {
		return toJSON(givenRole{given})
	}
	return toJSON(printed.list())
}

// rolesOf gives the roles of a speaker's row.
func rolesOf(row string) []string {
	switch given := fromJSON[givenRole](row).Given; {
	case given == nil:
		return fromJSON[[]string](row)
	case *given == "":
		return nil
	default:
		return []string{*given}
	}
}

// roleCounts counts in how many articles each description of a speaker is printed, by the description in small letters: those that
// differ in capitals alone, as at the beginning of a sentence, are one.
type roleCounts map[string]*roleCount

type roleCount struct {
	printed  string
	articles int
	weight   int // articles of this one and of the bare offices in it
}

// add notes a description of one article. Of two that are one it keeps the one with small letters.
func (c roleCounts) add(role string) {
	key := strings.ToLower(role)
	r := c[key]
	if r == nil {
		r = &roleCount{printed: role}
		c[key] = r
	}
	r.printed = max(r.printed, role) // small letters come after capitals
	r.articles++
}

// list gives the descriptions as printed, the most telling first: what most articles have, where "Velian president" is backed by all
// that have but "president". What only one of many articles says stands behind.
func (c roleCounts) list() []string {
	all := make([]*roleCount, 0, len(c))
	for key, r := range c {
		r.weight = r.articles + c.bareIn(strings.Fields(key))
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b *roleCount) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.printed, b.printed))
	})
	var out []string
	for _, r := range all {
		out = append(out, r.printed)
	}
	return out
}

// maxBacked is the most words that a description has which bare offices back: what is longer is told, not held.
const maxBacked = 6

// bareIn gives how many articles have no more than an office of one word, or of two ("foreign minister"), of a longer description.
func (c roleCounts) bareIn(words []string) int {
	if len(words) > maxBacked {
		return 0
	}
	n := 0
	for i, w := range words {
		if r := c[w]; r != nil && len(words) > 1 {
			n += r.articles
		}
		if i == 0 || len(words) < 3 || c[w] != nil || c[words[i-1]] != nil {
			continue
		}
		if r := c[words[i-1]+" "+w]; r != nil {
			n += r.articles
		}
	}
	return n
}
