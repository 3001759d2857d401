package variant

import (
	"hash/fnv"
	"strings"

	"quotidian/assets/lexicon"
	"quotidian/attribution"
	"quotidian/attribution/name"
)

var organisationWords = lexicon.Set("en/organisation-words.tsv")

// LooksLikeOrganisation reports whether a name is more likely an organisation's than a person's: it holds a word
// of the list (ministry, army, bank), or is one word in capitals.
func LooksLikeOrganisation(s string) bool {
	words := strings.Fields(name.Fold(s))
	for _, w := range words {
		if organisationWords[w] {
			return true
		}
	}
	return len(words) == 1 && len(words[0]) > 1 && len(words[0]) <= 6 && strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// compareOrganisations scores two names of organisations by the words they share.
func compareOrganisations(a, b string) Score {
	x, y := strings.Fields(name.Fold(a)), strings.Fields(name.Fold(b))
	if len(x) == 0 || len(y) == 0 {
		return Score{}
	}
	shared := 0
	for _, w := range x {
		for _, v := range y {
			if w == v {
				shared++
				break
			}
		}
	}
	if shared == len(x) && shared == len(y) {
		return Score{P: 0.995, Reasons: []Reason{{Text: "the same words", For: true, Weight: 5}}}
	}
	return Score{P: 0.9 * float64(shared) / float64(max(len(x), len(y)))}
}

// organisationCandidates pairs the organisations that share a word.
func organisationCandidates(ns []*node) []pair {
	var entries []entry
	for i, n := range ns {
		if n.kind != attribution.Organisation && n.kind != attribution.Group {
			continue
		}
		for _, w := range strings.Fields(n.folded) {
			h := fnv.New64a()
			h.Write([]byte(w))
			entries = append(entries, entry{h.Sum64(), int32(i)})
		}
	}
	return blocks(nil, entries, len(ns), pairBudget)
}

// roleClass brings the words of roles to one form each; "" leaves the word out.
var roleClass = map[string]string{
	"the": "", "a": "", "an": "", "of": "", "for": "", "s": "", "to": "", "in": "", "and": "", "on": "",
	"spokesman": "spokesperson", "spokeswoman": "spokesperson", "representative": "spokesperson", "defence": "defense",
	"army": "defense", "military": "defense", "ministry": "", "minister": "minister", "chairman": "chair", "chairwoman": "chair",
	"chairperson": "chair", "pm": "minister", "premier": "minister", "prime": "", "adviser": "advisor", "aide": "advisor",
}
