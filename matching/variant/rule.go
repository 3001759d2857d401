package variant

import (
	"cmp"
	"slices"

	"quotidian/attribution/name"
)

// splitBy gives the mentions that need a node of their own, because a rule speaks of them by id.
func splitBy(ms []Mention, rules []Rule) map[int]bool {
	out := map[int]bool{}
	for _, r := range rules {
		for _, t := range []Target{r.A, r.B} {
			if t.Mention == "" {
				continue
			}
			if i, ok := slices.BinarySearchFunc(ms, t.Mention, func(m Mention, id string) int { return cmp.Compare(m.ID, id) }); ok {
				out[i] = true
			}
		}
	}
	return out
}

// readRules turns rules into pairs of nodes. A rule whose sides are one node has nothing to settle.
func (j *joiner) readRules(rules []Rule) {
	byName := map[string][]int32{}
	for k, n := range j.nodes {
		for _, i := range n.mentions {
			f := name.Fold(j.mentions[i].Name)
			if l := byName[f]; len(l) == 0 || l[len(l)-1] != int32(k) {
				byName[f] = append(l, int32(k))
			}
		}
	}
	for _, r := range rules {
		for _, a := range j.targets(r.A, byName) {
			for _, b := range j.targets(r.B, byName) {
				j.settle(r.Verdict, a, b)
			}
		}
	}
	j.same = sortedPairs(j.same)
	for _, p := range j.same {
		if !j.never[p] {
			j.judged[p] = judgement{p: 1}
			j.settled[p] = Reason{"settled by a person", true, 0}
		}
	}
}

func (j *joiner) targets(t Target, byName map[string][]int32) []int32 {
	if t.Mention != "" {
		if k, ok := j.find(t.Mention); ok {
			return []int32{k}
		}
		return nil
	}
	return byName[name.Fold(t.Name)]
}

func (j *joiner) settle(v Verdict, a, b int32) {
	if a == b {
		return
	}
	if v == Never {
		j.never[makePair(a, b)] = true
		return
	}
	j.same = append(j.same, makePair(a, b))
}

// bindRules merges what a person called the same, first of all; a "never" between any two members wins.
func (j *joiner) bindRules() {
	for _, p := range j.same {
		if a, b := j.cluster[p.a], j.cluster[p.b]; a != b && !j.forbidden(a, b) {
			j.merge(edge{p, j.judged[p]}, "rule")
		}
	}
}
