package variant

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"quotidian/attribution"
	"quotidian/attribution/name"
	"quotidian/matching/variant/likeness"
)

// What context changes, in log-odds. They are judgements, not measurements: no labelled set holds names with
// their articles. Set so that a statement carried by two outlets settles a doubt of strings (0.5 becomes 0.98)
// and, with the same role, a bare surname; and so that no single weak sign does.
const (
	weightStatement     = 4.0
	weightRole          = 1.5
	weightDay           = 0.3
	weightCoMentioned   = 1.0
	weightContradiction = -4.0
	// weightTogether: an article that prints two persons' full names means two people, unless it spells one twice.
	// Of organisations it says nothing: articles print the long form and the acronym, the capital and the government.
	weightTogether = -5.0
	// weightOnly lifts a bare name and the one full name that it can stand for over [Review], and with a shared statement
	// over [AutoJoin].
	weightOnly = 1.5
	// weightFamiliar: with one role or in the same days a nickname or an initial more is no doubt.
	weightFamiliar = 1.5
	// weightDescribed: what two articles give one statement to and one describes in more words is one paper or body.
	weightDescribed = 3.0
	// weightSyllable: lists hold one Chinese name with two syllables, by slips of the pen; of names in the news those that a glance
	// takes for one are two people.
	weightSyllable = -4.0
)

// barePrior is the probability that two bare surnames of one skeleton in two articles are one person before any
// evidence. In one parliament 12 to 52 of 100 members share their surname with another (docs/names.md). It serves for what every state
// has one of too, printed by two outlets that do not say whose it is.
const barePrior = 0.30

// doubledPrior is that of two bare surnames printed alike with their particle, or with a given name that is read as one: Al Halmos.
const doubledPrior = 0.45

// sameFullName is the least probability of two equal full names, apart only because a rule speaks of one.
const sameFullName = 0.995

// context finds the evidence for and against two nodes beyond their letters.
func (j *joiner) context(p pair) []Reason {
	a, b := j.nodes[p.a], j.nodes[p.b]
	var out []Reason
	for _, k := range sortedKinds(j.evidence[p]) {
		out = append(out, j.evidence[p][k])
	}
	if role := j.sharedRole(a, b); role != "" {
		out = append(out, Reason{fmt.Sprintf("the same role: %s", role), true, weightRole})
	}
	if j.familiar(a, b) {
		out = append(out, Reason{"a nickname or an initial is all that they differ in", true, weightFamiliar})
	}
	if j.sharedDay(a, b) {
		out = append(out, Reason{"named on the same day", true, weightDay})
	}
	if why, ok := j.only[p]; ok {
		out = append(out, Reason{why, true, weightOnly})
	}
	if _, told := j.evidence[p][SameStatement]; told && describes(a, b) {
		out = append(out, Reason{"one article describes it in more words", true, weightDescribed})
	}
	return append(out, personsApart(a, b)...)
}

// personsApart finds what speaks against two persons being one.
func personsApart(a, b *node) (out []Reason) {
	if a.person == nil {
		return nil
	}
	if b.person != nil && otherSyllables(a.person.form.Name, b.person.form.Name) {
		out = append(out, Reason{"in Chinese names another syllable is another name", false, weightSyllable})
	}
	if !a.bare && !b.bare && a.folded != b.folded && intersects(a.articles, b.articles) {
		out = append(out, Reason{"one article prints both names in full", false, weightTogether})
	}
	return out
}

func sortedKinds(m map[EvidenceKind]Reason) []EvidenceKind {
	var ks []EvidenceKind
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}

// reasonOf puts one piece of evidence in words.
func reasonOf(e Evidence) Reason {
	r := Reason{Text: e.Note, For: true}
	switch e.Kind {
	case SameStatement:
		r.Weight = weightStatement
		r.Text = orText(r.Text, "named as the speaker of the same statement")
	case CoMentioned:
		r.Weight = weightCoMentioned
		r.Text = orText(r.Text, "named beside the same people")
	case Contradiction:
		r.Weight, r.For = weightContradiction, false
		r.Text = orText(r.Text, "what the articles say does not fit one person")
	}
	return r
}

func orText(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

// sharedRole gives a role both nodes are described with, as printed, "" when none is shared.
func (j *joiner) sharedRole(a, b *node) string {
	for _, x := range a.mentions {
		rx := j.roles[x]
		if len(rx) == 0 {
			continue
		}
		for _, y := range b.mentions {
			if sameRole(rx, j.roles[y]) {
				return j.mentions[x].Role
			}
		}
	}
	return ""
}

func (j *joiner) sharedDay(a, b *node) bool {
	return j.printed(a, b, func(t, u time.Time) bool { return t.UTC().Format(time.DateOnly) == u.UTC().Format(time.DateOnly) })
}

// printed reports whether two dated articles, one that names each node, were printed at times that are close.
func (j *joiner) printed(a, b *node, close func(t, u time.Time) bool) bool {
	for _, x := range a.mentions {
		for _, y := range b.mentions {
			t, u := j.mentions[x].Published, j.mentions[y].Published
			if !t.IsZero() && !u.IsZero() && close(t, u) {
				return true
			}
		}
	}
	return false
}

// update moves a probability by reasons' weights, which are log-odds.
func update(p float64, reasons []Reason) float64 {
	odds := logOdds(p)
	for _, r := range reasons {
		odds += r.Weight
	}
	return 1 / (1 + math.Exp(-odds))
}

// Dim is the probability below which names alone settle that two people are two: no context but evidence given by
// the caller could bring them to a person's notice.
const Dim = 0.05

// unlike is the probability below which two names in one script are of two people whatever they said: one outlet gave
// the statement to another. Between that and [Review] a shared statement makes a proposal.
const unlike = 0.20

// judge compares two nodes by name and by context. What is worth a look is remembered.
func (j *joiner) judge(p pair) judgement {
	if g, ok := j.judged[p]; ok {
		return g
	}
	a, b := j.nodes[p.a], j.nodes[p.b]
	g := j.alone(p)
	if len(j.evidence[p]) > 0 && a.person != nil && b.person != nil {
		if g = judgePersons(persons(), a.person, b.person); strangers(g, a, b) {
			return g
		}
		g.p = prior(g.p, a, b)
	}
	if among, ok := j.among[p]; ok {
		g.p = among
	}
	if j.anothers(p) {
		g.p = min(g.p, barePrior)
	}
	if g.p >= Dim || len(j.evidence[p]) > 0 {
		g = j.weigh(g, p)
		j.judged[p] = g
	}
	return g
}

// strangers reports whether names alone rule two people out as one.
func strangers(g judgement, a, b *node) bool {
	return g.p < unlike && a.person.script == b.person.script && !refer(a.person.form.Name, b.person.form.Name)
}

// prior bounds what names alone may promise of two nodes.
func prior(p float64, a, b *node) float64 {
	switch {
	case a.bare && b.bare && a.print == b.print && strings.Contains(a.print, " "):
		return min(p, doubledPrior)
	case a.bare || b.bare:
		return min(p, barePrior)
	case a.folded == b.folded:
		return max(p, sameFullName)
	}
	return p
}

// weigh adds context to what names say. Doubts cap what strings may reach; a shared statement lifts them, a shared role and the same days
// where print alone makes the difference, contradictions between the names stand.
func (j *joiner) weigh(g judgement, p pair) judgement {
	g.p = update(g.p, j.context(p))
	_, settled := j.evidence[p][SameStatement]
	switch {
	case g.hard:
		g.p = likeness.HoldBack(g.p)
	case settled, g.veto != "" && j.familiar(j.nodes[p.a], j.nodes[p.b]):
		g.veto = ""
	case g.veto != "":
		g.p = likeness.HoldBack(g.p)
	}
	return g
}

// familiar reports whether two full names of persons with one role, or printed in the same days, differ only as print makes one name
// differ, and no third name here has another initial.
func (j *joiner) familiar(a, b *node) bool {
	if a.person == nil || b.person == nil || a.bare || b.bare || a.folded == b.folded || !persons().Familiar(a.person.form, b.person.form) {
		return false
	}
	for _, n := range [2]*node{a, b} {
		if len(j.initials[n.withoutInitials()]) > 1 {
			return false
		}
	}
	return j.sharedRole(a, b) != "" || j.printed(a, b, sameDays)
}

// withoutInitials is a person's name but for its initials, and initialsOf gives these.
func (n *node) withoutInitials() string { return n.wordsOf(false) }

func (n *node) initials() string { return n.wordsOf(true) }

func (n *node) wordsOf(initial bool) string {
	var out []string
	for _, w := range n.person.form.Name.Words {
		if w.Initial == initial {
			out = append(out, w.Fold)
		}
	}
	return strings.Join(out, " ")
}

// noteInitials notes which initials the names here have beside the same words.
func (j *joiner) noteInitials() {
	j.initials = map[string]map[string]bool{}
	for _, n := range j.nodes {
		if n.person == nil || n.bare || n.initials() == "" {
			continue
		}
		key := n.withoutInitials()
		if j.initials[key] == nil {
			j.initials[key] = map[string]bool{}
		}
		j.initials[key][n.initials()] = true
	}
}

// otherSyllables reports whether two names are spelled in the syllables of Chinese, and not in the same.
func otherSyllables(a, b name.Name) bool {
	x, okA := name.ReadingsOf(a)
	y, okB := name.ReadingsOf(b)
	if !okA || !okB || x.Pinyin == "" || y.Pinyin == "" {
		return false
	}
	s, t := strings.Fields(x.Pinyin), strings.Fields(y.Pinyin)
	slices.Sort(s)
	slices.Sort(t)
	return !slices.Equal(s, t)
}

// describes reports whether all words of one description of a body stand in another: "the order", "the executive order".
func describes(a, b *node) bool {
	if !a.local || !b.local || a.kind != attribution.Organisation || b.kind != a.kind {
		return false
	}
	x, y := strings.Fields(a.folded), strings.Fields(b.folded)
	if len(x) > len(y) {
		x, y = y, x
	}
	return !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}

// explain gives the score of a pair with its reasons: context first, then the names.
func (j *joiner) explain(p pair) Score {
	if r, ok := j.settled[p]; ok {
		return Score{P: 1, Reasons: []Reason{r}}
	}
	a, b := j.nodes[p.a], j.nodes[p.b]
	reasons := j.context(p)
	if r, ok := j.neighbourReason(p); ok {
		reasons = append(reasons, r)
	}
	switch {
	case a.person != nil && b.person != nil:
		reasons = append(reasons, explainPersons(persons(), a.spelledPerson(), b.spelledPerson())...)
	case a.body != nil && b.body != nil:
		reasons = append(reasons, bodyReasons(organisations().Compare(a.spelledBody(), b.spelledBody()))...)
	}
	return j.judge(p).score(reasons)
}
