package variant

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// inArticles gives each name a mention in an article of its own.
func inArticles(names ...string) []Mention {
	ms := mentionsOf(names)
	for i := range ms {
		ms[i].Article = fmt.Sprint("article ", i)
	}
	return ms
}

// proposed is what Join proposes about two names, a Score of 0 for nothing.
func proposed(a, b string, names ...string) Score {
	for _, l := range Join(inArticles(names...), nil, nil).Proposals {
		if l.A == a && l.B == b || l.A == b && l.B == a {
			return l.Score
		}
	}
	return Score{}
}

// TestNeighboursSpeak: a name between two others brings them together, brothers and sisters beside a pair keep it apart,
// and either is said.
func TestNeighboursSpeak(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		others []string
		up     bool
		reason string // part of it
	}{
		{"Ali Asgar Hejani", "Asghar Mir-Hejani", []string{"Ali Asghar Mir Hejani"}, true, `"Ali Asghar Mir Hejani" resembles both`},
		{"Harun Talib Odeh", "Omar Harun Talib Odeh", []string{"Rana Harun Talib Odeh", "Sami Harun Talib Odeh"}, false, `resembles "Harun Talib Odeh" more`},
	} {
		alone := proposed(c.a, c.b, c.a, c.b)
		among := proposed(c.a, c.b, append([]string{c.a, c.b}, c.others...)...)
		if among.P == 0 || (among.P > alone.P) != c.up {
			t.Errorf("%s | %s: %.3f alone, %.3f among %v", c.a, c.b, alone.P, among.P, c.others)
		}
		if !slices.ContainsFunc(among.Reasons, func(r Reason) bool { return strings.Contains(r.Text, c.reason) && r.For == c.up }) {
			t.Errorf("%s | %s: reasons %+v", c.a, c.b, among.Reasons)
		}
	}
}

// TestNeighboursNeverJoin: other names can hold a join back, not make one.
func TestNeighboursNeverJoin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		alone, among := rapid.Float64Range(0, 1).Draw(t, "alone"), rapid.Float64Range(0, 1).Draw(t, "among")
		p := AmongNames(alone, among)
		if p >= AutoJoin && alone < AutoJoin {
			t.Fatalf("%v alone, %v among others: joined at %v", alone, among, p)
		}
		if alone >= AutoJoin && (p < AutoJoin) != (among < doubted) {
			t.Fatalf("%v alone, %v among others: %v", alone, among, p)
		}
	})
}
