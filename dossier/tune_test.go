package dossier

import (
	"fmt"
	"strings"
	"testing"

	"quotidian/articles"
	"quotidian/dossier/decision"
)

// spelledTwice makes two articles that print the names of many people, one with a middle name and one without.
func spelledTwice() []articles.Article {
	given := []string{"Anton", "Boris", "Carl", "Dimitri", "Edgar", "Felix", "Gustav", "Hugo", "Igor", "Jakob", "Karol", "Leon", "Martin", "Nils"}
	surnames := []string{"Zendar", "Ostrava", "Kolberg", "Mirsky", "Tarnow", "Velden", "Hartwig", "Lindqvist", "Rasmus", "Petrosh", "Wolanski", "Berglund", "Skovgard", "Dalmat"}
	var a, b strings.Builder
	for i, g := range given {
		fmt.Fprintf(&a, "\"The %s bridge of the %s quarter needs repair this year,\" said %s %s.\n\n", strings.ToLower(surnames[i]), g, g, surnames[i])
		fmt.Fprintf(&b, "\"Nobody in %s asked about tickets for the %s ferry,\" said %s Viktor %s.\n\n", g, strings.ToLower(surnames[i]), g, surnames[i])
	}
	return []articles.Article{art("Harbour Post", "2031-05-01", a.String()), art("Coast Courier", "2031-06-11", b.String())}
}

func asked(t *testing.T, d *Dossier, kind string) []Proposal {
	t.Helper()
	all, err := d.Proposals()
	if err != nil {
		t.Fatal(err)
	}
	var out []Proposal
	for _, p := range all {
		if p.Kind == kind {
			out = append(out, p)
		}
	}
	return out
}

// TestLearntOfOddEntries: a dossier may come from anywhere, and a name in an entry may hold the very words that begin a count.
func TestLearntOfOddEntries(t *testing.T) {
	for after, want := range map[string]int{
		"": 0, "p-1: Ana Orlo, 3 quotes": 0, "p-1: Ana" + learning: 0, "p-1: Ana" + learning + "Orlo": 0, "p-1: Ana" + learning + "2 pairs that wait": 2,
	} {
		if n := Learnt(&decision.Decision{After: after}); n != want {
			t.Errorf("%q: %d pairs, want %d", after, n, want)
		}
	}
}

// TestDecisionsTuneProposals: a person who keeps refusing pairs of one sort is asked about them as less likely, is told
// so, finds what was settled untouched, and gets the old scores back by undoing.
func TestDecisionsTuneProposals(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, spelledTwice()...)
	before := asked(t, d, "speaker")
	if len(before) < 12 {
		t.Fatalf("%d proposals: %+v", len(before), before)
	}
	decide(t, d, decision.Decision{Kind: decision.Same, Targets: []string{before[0].A, before[0].B}})
	var last decision.Decision
	for i, p := range before[1:10] {
		last = decide(t, d, decision.Decision{Kind: decision.Never, Targets: []string{p.A}, Against: []string{p.B}})
		if learnt := Learnt(&last); (learnt > 0) != (i == 8) {
			t.Errorf("decision %d: %d pairs scored anew", i+2, learnt)
		}
	}
	if want := fmt.Sprintf("; scored anew by what was learnt: %d pairs that wait", len(before)-10); Learnt(&last) != len(before)-10 || !strings.HasSuffix(last.After, want) {
		t.Errorf("the tenth decision says %q, want %q at its end", last.After, want)
	}
	was := map[string]float64{}
	for _, p := range before {
		was[p.A+p.B] = p.Score
	}
	for _, p := range asked(t, d, "speaker") {
		if p.Score >= was[p.A+p.B] {
			t.Errorf("%s and %s: %.3f before, %.3f after", p.NameA, p.NameB, was[p.A+p.B], p.Score)
		}
	}
	joined := 0
	speakers, err := d.Speakers()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range speakers {
		if len(s.Spellings) == 2 {
			joined++
		}
	}
	if joined != 1 {
		t.Errorf("%d speakers of two spellings, want the one that a person joined", joined)
	}
	sameFromNothing(t, d)
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	for _, p := range asked(t, d, "speaker") {
		if p.Score != was[p.A+p.B] {
			t.Errorf("%s and %s: %.3f before, %.3f when undone", p.NameA, p.NameB, was[p.A+p.B], p.Score)
		}
	}
}

// TestUnsureComesLast: what was left open is still there, behind everything else.
func TestUnsureComesLast(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, spelledTwice()...)
	first := asked(t, d, "speaker")[0]
	decide(t, d, decision.Decision{Kind: decision.Unsure, Targets: []string{first.A, first.B}})
	all := asked(t, d, "speaker")
	last := all[len(all)-1]
	if last.A != first.A || !last.Aside || last.Reasons[len(last.Reasons)-1].Text != "left open by ana" || all[0].Aside {
		t.Errorf("last %+v", last)
	}
	if _, err := d.Decide(decision.Decision{Kind: decision.Unsure, Targets: []string{first.A}}); err == nil {
		t.Error("one thing alone was left open")
	}
}
