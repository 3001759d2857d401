package variant

import (
	"fmt"

	"quotidian/attribution/name"
	"quotidian/matching/variant/likeness"
)

// person is a person's name prepared for comparison.
type person struct {
	form   *likeness.Form
	script name.Script
	// hidden are letters of another script that look like Latin ones.
	hidden []rune
}

// readPerson parses a name in any script: letters that only look Latin are taken for what they seem, other scripts
// are romanised.
func readPerson(s string) (name.Name, name.Script, []rune) {
	hidden, mended := name.LookAlikes(s)
	script := name.ScriptOf(mended)
	n := name.Parse(name.Romanise(mended))
	n.Raw = s
	return n, script, hidden
}

func newPerson(s string, form func(name.Name) *likeness.Form) *person {
	n, script, hidden := readPerson(s)
	return &person{form(n), script, hidden}
}

// doubtful is the highest probability of a pair that strings alone must not settle.
const doubtful = 0.98

// acrossScripts is the highest probability of a pair in two scripts. A romanisation loses letters, so the curve
// that was fitted to Latin names promises too much.
const acrossScripts = 0.90

// skeletal is the probability of names of which one is written without vowels and all words of the shorter name
// share a skeleton with the other. Of such pairs in the training names nearly all are one person.
const skeletal = 0.80

// comparison is a score with what a joiner needs to know beyond it.
type comparison struct {
	Score
	// hard is true when no evidence outweighs the veto without a person.
	hard bool
}

// comparePersons scores two names by themselves.
func comparePersons(m *likeness.Model, a, b *person) comparison {
	odds, reasons := m.Explain(a.form, b.form)
	conflict := m.Conflict(a.form, b.form)
	c := comparison{Score{P: m.Curve.At(odds), Veto: conflict.Text}, conflict.Hard}
	for _, r := range reasons {
		c.Reasons = append(c.Reasons, Reason(r))
	}
	if c.Veto != "" {
		c.P = min(c.P, doubtful)
	}
	c.scripts(a, b)
	return c
}

// likelihood is the probability of comparePersons without its reasons: what scoring many pairs needs.
func likelihood(m *likeness.Model, a, b *person) float64 {
	c := comparison{Score: Score{P: m.P(a.form, b.form)}}
	c.scripts(a, b)
	return c.P
}

// scripts adjusts for names in two scripts and for hidden letters.
func (c *comparison) scripts(a, b *person) {
	if a.script != b.script {
		if (a.script.Skeletal() || b.script.Skeletal()) && sameSkeletons(a.form.Name, b.form.Name) {
			c.P = max(c.P, skeletal)
		}
		c.P, c.hard = min(c.P, acrossScripts), true
		c.Veto = fmt.Sprintf("written in two scripts, %s and %s: only a person can join them", min(a.script, b.script), max(a.script, b.script))
	}
	for _, p := range []*person{a, b} {
		if len(p.hidden) > 0 && string(a.hidden) != string(b.hidden) {
			c.P, c.hard = min(c.P, doubtful), true
			c.Veto = fmt.Sprintf("look-alike letters of another script hide in %q: %s", p.form.Name.Raw, string(p.hidden))
		}
	}
}

// sameSkeletons reports whether every word of the shorter name, of two at least, has a word of the same skeleton in
// the other.
func sameSkeletons(a, b name.Name) bool {
	if len(a.Words) > len(b.Words) {
		a, b = b, a
	}
	if len(a.Words) < 2 {
		return false
	}
	used := make([]bool, len(b.Words))
	for _, x := range a.Words {
		found := false
		for j, y := range b.Words {
			if !used[j] && name.SameSkeleton(x.Fold, y.Fold) {
				used[j], found = true, true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}
