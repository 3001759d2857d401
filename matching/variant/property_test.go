package variant

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"quotidian/attribution"
)

// words that make names which meet often: spellings of each other, rivals and strangers.
var (
	someGiven    = []string{"Anar", "Ivan", "Iwan", "Ilham", "Heydar", "A.", "Maria", "Marina", "Анар"}
	someSurnames = []string{"Eyvazov", "Eivazov", "Testov", "Testow", "Testova", "Aliyev", "al-Durri", "Эйвазов"}
	someBodies   = []string{"Ministry of Defense", "Defence Ministry", "Russian Defence Ministry", "MoD", "Baku", "Azerbaijan", "ICRC", "International Committee of the Red Cross"}
)

func drawMentions(t *rapid.T) []Mention {
	n := rapid.IntRange(0, 12).Draw(t, "mentions")
	out := make([]Mention, n)
	for i := range out {
		m := Mention{
			ID: fmt.Sprintf("m%02d", i), Article: fmt.Sprintf("a%d", rapid.IntRange(0, 4).Draw(t, "article")),
			Role: rapid.SampledFrom([]string{"", "army spokesman", "the spokesperson of the army", "president"}).Draw(t, "role"),
			Kind: rapid.SampledFrom([]attribution.SpeakerKind{attribution.Person, attribution.Person, attribution.Person, attribution.Organisation, attribution.Group, attribution.Unnamed}).Draw(t, "kind"),
		}
		m.Name = rapid.SampledFrom(someBodies).Draw(t, "body")
		if m.Kind == attribution.Person {
			m.Name = rapid.SampledFrom(someSurnames).Draw(t, "surname")
			if rapid.Bool().Draw(t, "full") {
				m.Name = rapid.SampledFrom(someGiven).Draw(t, "given") + " " + m.Name
			}
		}
		out[i] = m
	}
	return out
}

func drawTarget(t *rapid.T, ms []Mention) Target {
	m := rapid.SampledFrom(ms).Draw(t, "target")
	if rapid.Bool().Draw(t, "by name") {
		return Target{Name: m.Name}
	}
	return Target{Mention: m.ID}
}

func drawRules(t *rapid.T, ms []Mention) (rules []Rule, ev []Evidence) {
	if len(ms) == 0 {
		return nil, nil
	}
	for range rapid.IntRange(0, 4).Draw(t, "rules") {
		v := rapid.SampledFrom([]Verdict{Never, Never, Same}).Draw(t, "verdict")
		rules = append(rules, Rule{v, drawTarget(t, ms), drawTarget(t, ms)})
	}
	for range rapid.IntRange(0, 4).Draw(t, "evidence") {
		ev = append(ev, Evidence{
			rapid.SampledFrom(ms).Draw(t, "a").ID, rapid.SampledFrom(ms).Draw(t, "b").ID,
			rapid.SampledFrom([]EvidenceKind{SameStatement, CoMentioned, Contradiction}).Draw(t, "kind"), "",
		})
	}
	return rules, ev
}

// clusterOf maps every mention to its cluster and fails unless each stands in exactly one.
func clusterOf(t *rapid.T, r Result, ms []Mention) map[string]int {
	out := map[string]int{}
	for i, c := range r.Clusters {
		for _, id := range c.Mentions {
			if _, ok := out[id]; ok {
				t.Fatalf("%s stands in two clusters", id)
			}
			out[id] = i
		}
	}
	if len(out) != len(ms) {
		t.Fatalf("%d of %d mentions are in a cluster", len(out), len(ms))
	}
	return out
}

// meets reports whether a target speaks of a mention.
func (x Target) meets(m Mention) bool {
	return x.Mention == m.ID || x.Mention == "" && x.Name == m.Name
}

// TestJoinProperties: every mention stands in one cluster; kinds do not mix; a "never" between two mentions with
// nodes of their own holds; joins lie inside clusters and proposals between them; nothing a rule forbids is
// proposed; the order of the input changes nothing.
func TestJoinProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ms := drawMentions(t)
		rules, ev := drawRules(t, ms)
		r := Join(ms, ev, rules)
		at := clusterOf(t, r, ms)
		checkNever(t, ms, rules, at)
		for _, l := range r.Joins {
			if at[l.IDA] != at[l.IDB] || l.ClusterA != at[l.IDA] || l.ClusterB != at[l.IDB] {
				t.Fatalf("join %+v is not inside a cluster", l)
			}
			if l.By == "machine" && l.Score.P < AutoJoin && len(l.Score.Reasons) == 0 {
				t.Fatalf("join %+v has no ground", l)
			}
		}
		for _, l := range r.Proposals {
			if at[l.IDA] == at[l.IDB] || l.ClusterA != at[l.IDA] || l.ClusterB != at[l.IDB] || l.Score.P < Review {
				t.Fatalf("proposal %+v is not between clusters", l)
			}
		}
		slices.Reverse(ms)
		slices.Reverse(ev)
		slices.Reverse(rules)
		if diff := cmp.Diff(r, Join(ms, ev, rules)); diff != "" {
			t.Fatalf("another order, another result: %s", diff)
		}
	})
}

func checkNever(t *rapid.T, ms []Mention, rules []Rule, at map[string]int) {
	for _, rule := range rules {
		if rule.Verdict != Never {
			continue
		}
		for _, a := range ms {
			for _, b := range ms {
				ruled := rule.A.meets(a) && rule.B.meets(b)
				if ruled && a.Name != b.Name && at[a.ID] == at[b.ID] {
					t.Fatalf("never %+v, yet %+v and %+v stand together", rule, a, b)
				}
			}
		}
	}
}

func TestCompareIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string) string {
			if rapid.Bool().Draw(t, "body") {
				return rapid.SampledFrom(someBodies).Draw(t, label)
			}
			return rapid.SampledFrom(someGiven).Draw(t, label) + " " + rapid.SampledFrom(someSurnames).Draw(t, label)
		}
		a, b := draw("a"), draw("b")
		if x, y := Compare(a, b), Compare(b, a); x.P != y.P || x.Veto != y.Veto {
			t.Fatalf("%q, %q: %v %q one way, %v %q the other", a, b, x.P, x.Veto, y.P, y.Veto)
		}
		if p := Probability(a, b); p != Compare(a, b).P {
			t.Fatalf("%q, %q: %v without reasons, %v with", a, b, p, Compare(a, b).P)
		}
	})
}

func FuzzCompare(f *testing.F) {
	for _, p := range [][2]string{{"Anar Eyvazov", "Анар Эйвазов"}, {"ICRC", "ICRC (x)"}, {"", "a"}, {"Еyvazov", "Eyvazov"}, {"محمد علي", "Muhammad Ali"}} {
		f.Add(p[0], p[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := Compare(a, b), Compare(b, a)
		if x.P != y.P || !(x.P >= 0 && x.P <= 1) {
			t.Fatalf("%q, %q: %v one way, %v the other", a, b, x.P, y.P)
		}
		if x.Veto != "" && x.P >= AutoJoin {
			t.Fatalf("%q, %q: %v in spite of %q", a, b, x.P, x.Veto)
		}
	})
}
