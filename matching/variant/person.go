package variant

import (
	"fmt"
	"regexp"
	"strings"

	"quotidian/assets/lexicon"
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
	hidden, mended := name.LookAlikes(withoutNickname(s))
	script := name.ScriptOf(mended)
	n := name.Parse(name.Romanise(mended))
	n.Raw = s
	return n, script, hidden
}

// nickname is a by-name between marks inside a name: Irena "Reni" Halmos, Irena (Reni) Halmos.
var nickname = regexp.MustCompile(`^(.*\pL\S*)\s+(?:["“”„«‘']([^"“”„«»‘’']+)["“”»’']|\(([^()]+)\))\s+(\p{Lu}.*)$`)

// withoutNickname leaves out a by-name between marks that is short for the given name: whoever prints it in place of that
// is found by the given name. Another one stays, since some are known by nothing else.
func withoutNickname(s string) string {
	if !strings.ContainsAny(s, `"“”„«‘'(`) {
		return s
	}
	m := nickname.FindStringSubmatch(s)
	if m == nil {
		return s
	}
	given, by, rest := m[1], m[2]+m[3], m[4]
	if k := persons(); k.P(k.NewForm(name.Parse(given+" "+rest)), k.NewForm(name.Parse(by+" "+rest))) < Review {
		return s
	}
	return given + " " + rest
}

func newPerson(s string, form func(name.Name) *likeness.Form) *person {
	n, script, hidden := readPerson(s)
	return &person{form(n), script, hidden}
}

// sketch is what a glance sees of a name of two words or more in Latin script, nothing of others: the letters of other scripts do
// not tell enough, and a bare name is asked for whatever it may stand for.
func (a *person) sketch() (s likeness.Sketch) {
	if a != nil && a.script == name.Latin && len(a.form.Name.Words) > 1 {
		s = a.form.Sketch()
	}
	return s
}

// acrossScripts is the highest probability of a pair in two scripts. A romanisation loses letters, so the curve
// that was fitted to Latin names promises too much.
const acrossScripts = 0.90

// skeletal is the probability of names of which one is written without vowels and all words of the shorter name
// share a skeleton with the other. Of such pairs in the training names nearly all are one person.
const skeletal = 0.80

// judgement is what names alone say of a pair.
type judgement struct {
	p    float64
	veto string // why strings must not join them, "" when nothing forbids it
	// hard is true when no evidence outweighs the veto without a person.
	hard bool
}

// judgePersons scores two names by themselves.
func judgePersons(m *likeness.Model, a, b *person) judgement {
	p, conflict := m.Judge(a.form, b.form)
	return a.judged(b, p, conflict)
}

// judged adds to what letters say what scripts do.
func (a *person) judged(b *person, p float64, c likeness.Conflict) judgement {
	g := judgement{p, c.Text, c.Hard}
	if sameButHouse(a.form.Name, b.form.Name) {
		g.p = max(g.p, houseAbsent)
	}
	g.scripts(a, b)
	return g
}

// houseAbsent is the least probability of a name with the father's and the same with a ruling house behind it. The lists, which print
// their people in full, have hardly any.
const houseAbsent = 0.80

// houses are the folded names of ruling houses.
var houses = lexicon.Set("common/ruling-houses.tsv")

// sameButHouse reports whether one of two names is the other with a ruling house behind the father's name.
func sameButHouse(a, b name.Name) bool {
	if len(a.Words) > len(b.Words) {
		a, b = b, a
	}
	if len(a.Words) != 2 || len(b.Words) != 3 || !a.Words[1].Filial() || !b.Words[1].Filial() || !houses[b.Words[2].Fold] {
		return false
	}
	return name.SameSkeleton(a.Words[0].Fold, b.Words[0].Fold) && name.SameSkeleton(a.Words[1].Fold, b.Words[1].Fold)
}

// explainPersons gives the reasons of judgePersons.
func explainPersons(m *likeness.Model, a, b *person) []Reason {
	var out []Reason
	for _, r := range m.Explain(a.form, b.form) {
		out = append(out, Reason(r))
	}
	return out
}

// scripts adjusts for names in two scripts and for hidden letters.
func (g *judgement) scripts(a, b *person) {
	if a.script != b.script {
		if (a.script.Skeletal() || b.script.Skeletal()) && sameSkeletons(a.form.Name, b.form.Name) {
			g.p = max(g.p, skeletal)
		}
		g.p, g.hard = min(g.p, acrossScripts), true
		g.veto = fmt.Sprintf("written in two scripts, %s and %s: only a person can join them", min(a.script, b.script), max(a.script, b.script))
	}
	if string(a.hidden) == string(b.hidden) {
		return
	}
	if len(a.hidden) == 0 || len(b.hidden) > 0 && b.form.Name.Raw < a.form.Name.Raw { // of two, the same whichever comes first
		a = b
	}
	g.p, g.hard = likeness.HoldBack(g.p), true
	g.veto = fmt.Sprintf("look-alike letters of another script hide in %q: %s", a.form.Name.Raw, string(a.hidden))
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
