package variant

import (
	"hash/fnv"
	"slices"

	"quotidian/attribution"
	"quotidian/matching/variant/likeness"
	"quotidian/matching/variant/organisation"
)

// judgeBodies takes a verdict over; doubts of the strings cap what they may reach.
func judgeBodies(v organisation.Verdict) judgement {
	g := judgement{v.P, v.Doubt.Text, v.Doubt.Hard}
	if g.veto != "" {
		g.p = likeness.HoldBack(g.p)
	}
	return g
}

func bodyReasons(v organisation.Verdict) []Reason {
	var out []Reason
	for _, r := range v.Reasons {
		out = append(out, Reason(r))
	}
	return out
}

// organisationCandidates pairs the organisations that share a canonical word, a country, initials or letters.
func organisationCandidates(ns []*node) []pair {
	var entries []entry
	for i, n := range ns {
		if n.body != nil {
			for _, k := range organisationKeys(n.body.Name) {
				entries = append(entries, entry{k, int32(i)})
			}
		}
	}
	return blocks(nil, entries, len(ns), pairBudget)
}

func organisationKeys(n organisation.Name) []uint64 {
	keys := slices.Concat(n.Words, n.Countries)
	if n.Seat != "" {
		keys = append(keys, n.Seat)
	}
	for _, letters := range []string{n.Letters, n.Initials[0], n.Initials[1]} {
		if len(letters) > 1 {
			keys = append(keys, "letters "+letters)
		}
	}
	out := make([]uint64, len(keys))
	for i, k := range keys {
		h := fnv.New64a()
		h.Write([]byte(k))
		out[i] = h.Sum64()
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// isBody reports whether a kind is compared as organisations are.
func isBody(k attribution.SpeakerKind) bool {
	return k == attribution.Organisation || k == attribution.Group
}
