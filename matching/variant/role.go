package variant

import (
	"slices"
	"strings"

	"quotidian/attribution/name"
)

// roleWords normalises a role: folded, without articles and prepositions, spokesmen of either gender and the
// names of institutions brought to one word each, in ascending order.
func roleWords(role string) []string {
	var out []string
	for _, w := range strings.Fields(name.Fold(role)) {
		if c, ok := roleClass[w]; ok {
			w = c
		}
		if w != "" {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// roleClass brings the words of roles to one form each; "" leaves the word out.
var roleClass = map[string]string{
	"the": "", "a": "", "an": "", "of": "", "for": "", "s": "", "to": "", "in": "", "and": "", "on": "",
	"spokesman": "spokesperson", "spokeswoman": "spokesperson", "representative": "spokesperson", "defence": "defense",
	"army": "defense", "military": "defense", "ministry": "", "minister": "minister", "chairman": "chair", "chairwoman": "chair",
	"chairperson": "chair", "pm": "minister", "premier": "minister", "prime": "", "adviser": "advisor", "aide": "advisor",
}

// sameRole compares normalised roles: one holds all the words of the other, and at least two are shared or both
// are the same single word.
func sameRole(a, b []string) bool {
	if len(b) == 0 {
		return false
	}
	shared := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			shared++
		}
	}
	return shared == min(len(a), len(b)) && (shared > 1 || len(a) == len(b))
}
