package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"quotidian/attribution/name"
	"quotidian/dossier/decision"
	"quotidian/matching/variant"
)

// nameJoin is which mentions are one speaker, and why.
type nameJoin struct {
	clusters []variant.Cluster
	cluster  []int // by mention
	joins    map[int][]Join
	pending  []variant.Link
}

// id names the speaker of a cluster after its smallest mention.
func (n *nameJoin) id(cluster int) string { return "p-" + n.clusters[cluster].Mentions[0] }

// joinNames joins mentions. What it is given decides the result alone, so the last one is kept: most decisions
// leave the names as they are.
func (memo *memo) joinNames(c *corpus, o *overlay, ms []*mention, ev []variant.Evidence) *nameJoin {
	in := nameInput{mentions: toMentions(c, o, ms), evidence: ev, rules: nameRules(ms, o.links)}
	if memo.names == nil || !memo.nameInput.equal(in) {
		memo.nameInput, memo.names = in, newNameJoin(in)
	}
	return memo.names
}

// nameInput is everything that a join of names depends on.
type nameInput struct {
	mentions []variant.Mention
	evidence []variant.Evidence
	rules    []variant.Rule
}

func (in nameInput) equal(other nameInput) bool {
	return slices.Equal(in.mentions, other.mentions) && slices.Equal(in.evidence, other.evidence) &&
		slices.Equal(in.rules, other.rules)
}

func newNameJoin(in nameInput) *nameJoin {
	r := variant.Join(in.mentions, in.evidence, in.rules)
	n := &nameJoin{clusters: r.Clusters, cluster: make([]int, len(in.mentions)), joins: map[int][]Join{}, pending: r.Proposals}
	for c, cl := range r.Clusters {
		for _, id := range cl.Mentions {
			i, _ := slices.BinarySearchFunc(in.mentions, id, func(m variant.Mention, id string) int { return cmp.Compare(m.ID, id) })
			n.cluster[i] = c
		}
	}
	for _, l := range r.Joins {
		n.joins[l.ClusterA] = append(n.joins[l.ClusterA], toJoin(l))
	}
	return n
}

func toMentions(c *corpus, o *overlay, ms []*mention) []variant.Mention {
	out := make([]variant.Mention, len(ms))
	for i, m := range ms {
		a := c.articles[m.article]
		out[i] = variant.Mention{ID: m.id, Name: m.name, Kind: m.kind, Role: strings.Join(m.roles, "; "), Article: m.article,
			Outlet: o.outlet(a).Name, Published: o.date(a).Time.UTC(), Count: len(m.quotes)}
	}
	return out
}

func toJoin(l variant.Link) Join {
	j := Join{A: l.A, B: l.B, Score: l.Score.P, Reasons: toReasons(l.Score), By: l.By}
	if j.By == "rule" {
		j.By = aPerson
	}
	return j
}

// aPerson signs joins that follow from decisions; which ones, the log tells.
const aPerson = "a person"

func toReasons(s variant.Score) []Reason {
	var out []Reason
	if s.Veto != "" {
		out = append(out, Reason{Text: s.Veto})
	}
	for _, r := range s.Reasons {
		out = append(out, Reason{Text: r.Text, For: r.For})
	}
	return out
}

// nameRules says to the join of names what decisions joined and parted. Two spellings that the join takes for
// one and the same (Əliyev, Aliyev) are kept apart mention by mention.
func nameRules(ms []*mention, links *decision.Links) []variant.Rule {
	byRef := map[string][]variant.Target{}
	target := func(ref string) (t variant.Target, ok bool) {
		kind, id, _ := decision.ParseRef(ref)
		switch kind {
		case decision.ToName:
			return variant.Target{Name: id}, true
		case decision.ToMention:
			article, key, _ := strings.Cut(id, "/")
			return variant.Target{Mention: shortID(article, key)}, true
		}
		return t, false
	}
	var rules []variant.Rule
	for _, g := range links.Groups() {
		for i := 1; i < len(g); i++ {
			a, okA := target(g[i-1])
			if b, okB := target(g[i]); okA && okB {
				rules = append(rules, variant.Rule{Verdict: variant.Same, A: a, B: b})
			}
		}
	}
	for _, p := range links.Apart() {
		a, okA := target(p[0])
		b, okB := target(p[1])
		switch {
		case !okA || !okB:
		case a.Name != "" && b.Name != "" && name.Fold(a.Name) == name.Fold(b.Name):
			rules = append(rules, apartByMention(ms, p, byRef)...)
		default:
			rules = append(rules, variant.Rule{Verdict: variant.Never, A: a, B: b})
		}
	}
	return rules
}

func apartByMention(ms []*mention, p [2]string, byRef map[string][]variant.Target) []variant.Rule {
	if len(byRef) == 0 {
		for _, m := range ms {
			byRef[m.ref()] = append(byRef[m.ref()], variant.Target{Mention: m.id})
		}
	}
	var rules []variant.Rule
	for _, a := range byRef[p[0]] {
		for _, b := range byRef[p[1]] {
			rules = append(rules, variant.Rule{Verdict: variant.Never, A: a, B: b})
		}
	}
	return rules
}

// proposals are the pairs of speakers that the join of names leaves to a person.
func (n *nameJoin) proposals(speakers []*speaker) []Proposal {
	byID := make(map[string]*speaker, len(speakers))
	for _, s := range speakers {
		byID[s.id] = s
	}
	var all []Proposal
	for _, l := range n.pending {
		a, b := byID[n.id(l.ClusterA)], byID[n.id(l.ClusterB)]
		if a.id > b.id {
			a, b = b, a
		}
		all = append(all, Proposal{Kind: "speaker", A: a.id, B: b.id, NameA: a.name, NameB: b.name, Score: l.Score.P,
			Reasons: append(toReasons(l.Score), Reason{Text: fmt.Sprintf("waits because: %s", l.By)}),
			Touches: min(a.quoteCount(), b.quoteCount())})
	}
	return all
}

func (s *speaker) quoteCount() int {
	n := 0
	for _, m := range s.mentions {
		n += len(m.quotes)
	}
	return n
}
