package likeness

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"quotidian/attribution/name"
)

// Reason is one thing two names say for or against being one, in words.
type Reason struct {
	Text string
	For  bool
	// Weight is what the score would lose (or, against, win) in log-odds without it.
	Weight float64
}

// Explain gives the reasons behind the score of a pair, the weightiest first. A reason's weight is measured by
// leaving it out and scoring again.
func (m *Model) Explain(a, b *Form) []Reason {
	a, b = canonical(a, b)
	al := m.align(a, b)
	v := m.vector(&al)
	whole := m.odds(&v)
	e := explainer{m, &al, v, whole, nil}
	e.aligned()
	e.unmatched()
	e.conflicts()
	slices.SortStableFunc(e.out, func(x, y Reason) int { return cmp.Compare(y.Weight, x.Weight) })
	return e.out
}

type explainer struct {
	m     *Model
	al    *alignment
	v     Vector
	whole float32
	out   []Reason
}

func (e *explainer) add(isFor bool, weight float32, format string, args ...any) {
	e.out = append(e.out, Reason{fmt.Sprintf(format, args...), isFor, float64(max(0, weight))})
}

// aligned gives one reason for each pair of words.
func (e *explainer) aligned() {
	for i := range e.al.n {
		j := e.al.ab[i]
		if j < 0 {
			continue
		}
		x, y, s := e.al.a.Name.Words[i], e.al.b.Name.Words[j], e.al.sim[i][j]
		loss := e.whole - e.withoutPair(i)
		switch {
		case x.Initial || y.Initial:
			e.add(true, loss, "the initial %q fits %q", shorter(x.Text, y.Text), longer(x.Text, y.Text))
		case s == equal:
			e.add(true, loss, "%q in both", y.Text)
		case e.m.Lexical.nickname(e.al.a.words[i].hash, e.al.b.words[j].hash):
			e.add(true, loss, "%q and %q are used for each other", x.Text, y.Text)
		case s >= closeWords:
			e.add(true, loss, "%q and %q are spellings of one name", x.Text, y.Text)
		default:
			e.add(false, e.ifEqual(i)-e.whole, "%q and %q differ", x.Text, y.Text)
		}
	}
}

// withoutPair is the score with the pair of word i parted.
func (e *explainer) withoutPair(i int) float32 {
	al := *e.al
	al.part(int8(i), al.ab[i])
	v := e.m.vector(&al)
	return e.m.odds(&v)
}

// ifEqual is the score if word i equalled its partner.
func (e *explainer) ifEqual(i int) float32 {
	al := *e.al
	al.sim[i][al.ab[i]] = equal
	v := e.m.vector(&al)
	return e.m.odds(&v)
}

// with is the score with some features set to other values.
func (e *explainer) with(set func(*Vector)) float32 {
	v := e.v
	set(&v)
	return e.m.odds(&v)
}

func (e *explainer) unmatched() {
	var onlyA, onlyB []string
	for i := range e.al.n {
		if e.al.ab[i] < 0 {
			onlyA = append(onlyA, e.al.a.Name.Words[i].Text)
		}
	}
	for j := range e.al.m {
		if e.al.ba[j] < 0 {
			onlyB = append(onlyB, e.al.b.Name.Words[j].Text)
		}
	}
	if len(onlyA)+len(onlyB) == 0 {
		return
	}
	gain := e.with(func(v *Vector) {
		v[fUnmatchedMin], v[fUnmatchedMax], v[fUnmatchedRareMin], v[fUnmatchedRareMax] = 0, 0, 0, 0
		v[fRareShare], v[fRareShareMx], v[fContain], v[fInitialClash] = 1, 1, max(v[fContain], 0.98), 0
	}) - e.whole
	if len(onlyA) > 0 && len(onlyB) > 0 {
		e.add(false, gain, "%q has no counterpart, nor has %q", strings.Join(onlyA, " "), strings.Join(onlyB, " "))
		return
	}
	e.add(false, gain, "%q stands in only one of them", strings.Join(append(onlyA, onlyB...), " "))
}

func (e *explainer) conflicts() {
	if e.al.a.romanises(e.al.b) {
		e.add(true, float32(math.Log(twoRomanisations/(1-twoRomanisations)))-e.whole, "two romanisations of the same syllables")
	}
	switch {
	case e.v[fGender] < 0 || e.v[fOtherSex] != 0:
		e.add(false, e.with(func(v *Vector) { v[fGender], v[fOtherSex] = 0, 0 })-e.whole, "a man's given name and a woman's")
	case e.v[fGender] > 0 && e.v[fWorst] < equal:
		e.add(true, e.whole-e.with(func(v *Vector) { v[fGender] = 0 }), "given names of the same gender")
	}
	if e.v[fGeneration] != 0 {
		e.add(false, e.with(func(v *Vector) { v[fGeneration] = 0 })-e.whole, "Jr, Sr or a number behind a name tells generations apart")
	}
	if e.v[fFilial] != 0 || e.v[fChild] != 0 {
		e.add(false, e.with(func(v *Vector) { v[fFilial], v[fChild] = 0, 0 })-e.whole, "one is named as the child of the other's name")
	}
	if e.v[fMiddle] != 0 {
		e.add(false, e.with(func(v *Vector) { v[fMiddle] = 0 })-e.whole, "the middle initials differ")
	}
	if e.v[fPatronymic] != 0 || e.v[fFathers] < 0 {
		e.add(false, e.with(func(v *Vector) { v[fPatronymic], v[fFathers] = 0, 0 })-e.whole, "the father's names differ")
	}
	if e.v[fSyllables] < 0 {
		e.add(false, e.with(func(v *Vector) { v[fSyllables] = 0 })-e.whole, "the given names have other syllables")
	}
	if e.v[fInversions] > 0 {
		e.add(false, e.with(func(v *Vector) { v[fInversions] = 0 })-e.whole, "the words stand in another order")
	}
	if e.v[fMerges] > 0 {
		e.add(true, 0, "the words are parted differently")
	}
}

func shorter(a, b string) string {
	if len(a) <= len(b) {
		return a
	}
	return b
}

func longer(a, b string) string {
	if len(a) <= len(b) {
		return b
	}
	return a
}

// Conflict is what forbids joining two names by their letters alone, however alike they look.
type Conflict struct {
	// Text says it in words, "" when nothing forbids.
	Text string
	// Hard conflicts are contradictions between the names; no evidence from the articles outweighs them without
	// a person. The others are doubts that evidence can settle.
	Hard bool
}

// doubtful is the probability from which names with a conflict are held back, and heldBack what is left of each
// step above it. Nothing with a conflict reaches 0.99, where names are joined unasked; the order of probabilities
// stays what the letters say.
const (
	doubtful = 0.98
	heldBack = 0.45
)

// HoldBack keeps a probability below 0.99.
func HoldBack(p float64) float64 {
	if p <= doubtful {
		return p
	}
	return doubtful + heldBack*(p-doubtful)
}

// Judge gives the probability of a pair, held back where there is a conflict, and the first conflict, hard ones
// first.
func (m *Model) Judge(a, b *Form) (float64, Conflict) {
	a, b = canonical(a, b)
	al := m.align(a, b)
	v := m.vector(&al)
	return m.judge(&al, &v)
}

func (m *Model) judge(al *alignment, v *Vector) (float64, Conflict) {
	p, c := m.Curve.At(m.odds(v)), m.conflict(al, v)
	if c.Text != "" {
		p = HoldBack(p)
	}
	if al.turned() {
		p = min(p, turnedMost)
	}
	return romanised(al.a, al.b, p, c)
}

// twoRomanisations is the least probability of names that syllable by syllable are one in two romanisations. Their letters
// can have nothing in common (Zeng, Tseng), and other names share them, so that a person decides.
const twoRomanisations = 0.90

// turnedMost is the highest probability of two given names in another order. In lists they are one person whose surname stands
// first, and marked as such; the news has Thomas Frank and Frank Thomas. What else is known of the two may lift it.
const turnedMost = 0.4

// romanised raises the probability of names that are one in two romanisations; what their words lack is no conflict then.
func romanised(a, b *Form, p float64, c Conflict) (float64, Conflict) {
	if p >= twoRomanisations || !a.romanises(b) {
		return p, c
	}
	return twoRomanisations, Conflict{"one name in two romanisations, or two that romanisations make one", false}
}

func (f *Form) romanises(g *Form) bool {
	return f.readings != nil && g.readings != nil && f.readings.Same(*g.readings)
}

func (m *Model) conflict(al *alignment, v *Vector) Conflict {
	for _, c := range []struct {
		is   bool
		text string
		hard bool
	}{
		{v[fGeneration] == 1, "two generations: another Jr, Sr or number stands behind the name", true},
		{v[fFilial] != 0 || v[fChild] != 0, "father and child: one is named as the other's child", true},
		{v[fGender] < 0 || v[fOtherSex] != 0, "a man's given name and a woman's", true},
		{v[fMiddle] != 0, "the middle initials differ", true},
		{v[fPatronymic] != 0 || v[fFathers] < 0 || al.daughters(), "the father's names differ", true},
		{v[fUnmatchedMin] > 0, "each name has a word the other lacks", true},
		{al.n == 1 || al.m == 1, "a name of one word does not tell who is meant", false},
		{v[fUnmatchedMax] > 0, "one name contains the other, and several people can bear the shorter one", false},
		{v[fGeneration] != 0, "only one has a Jr, Sr or number behind the name", false},
		{v[fInitials] > 0, "an initial can stand for several given names", false},
		{v[fWorst] < doubtfulWords || (v[fWordsMax] == 2 || al.begins() < doubtfulOfTwo) && v[fWorst] < doubtfulOfTwo && v[fKinship] <= 0, "two words that stand for each other differ much", false},
	} {
		if c.is {
			return Conflict{c.text, c.hard}
		}
	}
	return m.doubt(al, v)
}

// doubt gives what keeps names that no word parts from being joined by themselves.
func (m *Model) doubt(al *alignment, v *Vector) Conflict {
	if x, y := m.rivals(al); x != "" {
		return Conflict{fmt.Sprintf("%s and %s are two names, both in use", x, y), false}
	}
	if al.turned() || al.swapped() {
		return Conflict{"two given names in another order can be two people", false}
	}
	if x, y := al.renamed(); x != "" {
		return Conflict{fmt.Sprintf("%s and %s can be one family's name before and after a change, or two names", x, y), false}
	}
	if v[fSyllables] < 0 || v[fWorst] < equal && (syllabic(al.a) || syllabic(al.b)) {
		return Conflict{"in Korean, Chinese and Vietnamese names a letter can make another name", false}
	}
	return Conflict{}
}

// Familiar reports whether two names differ in nothing but what print does to one name: a nickname for the given name, an initial
// between given name and surname left out.
func (m *Model) Familiar(a, b *Form) bool {
	a, b = canonical(a, b)
	al := m.align(a, b)
	for i := range al.n {
		j := al.ab[i]
		switch {
		case j < 0 && !al.a.Name.Words[i].Initial:
			return false
		case j >= 0 && al.sim[i][j] != equal && !m.Lexical.nickname(al.a.words[i].hash, al.b.words[j].hash):
			return false
		}
	}
	for j := range al.m {
		if al.ba[j] < 0 && !al.b.Name.Words[j].Initial {
			return false
		}
	}
	return true
}

// turned reports whether two names are the same two given names in another order, and neither print marks which is the surname:
// Ali Hassan, Hassan Ali.
func (al *alignment) turned() bool {
	if al.n != 2 || al.m != 2 || al.ab[0] != 1 || al.ab[1] != 0 || max(al.a.Name.SurnameFirst, al.b.Name.SurnameFirst) >= markedFirst {
		return false
	}
	return al.sim[0][1] == equal && al.sim[1][0] == equal && al.a.words[0].given && al.a.words[1].given
}

// swapped reports whether the first two of three words or more stand in another order: Jamal Nasser Hamdan, Nasser Jamal Hamdan.
func (al *alignment) swapped() bool {
	return al.n > 2 && al.m > 2 && al.ab[0] == 1 && al.ab[1] == 0
}

// markedFirst is the weight that capitals and commas give to a surname printed first.
const markedFirst = 0.95

// renamed finds a surname in -oglu beside the same in -ov, and gives both as printed, or "".
func (al *alignment) renamed() (string, string) {
	for i := range al.n {
		j := al.ab[i]
		if j < 0 || al.sim[i][j] == equal {
			continue
		}
		x, y := al.a.words[i].fold, al.b.words[j].fold
		if ofSons(x) != ofSons(y) && (name.Stem(x) == name.Stem(y) || strings.HasPrefix(x, y) || strings.HasPrefix(y, x)) {
			return al.a.Name.Words[i].Text, al.b.Name.Words[j].Text
		}
	}
	return "", ""
}

// daughters reports whether two names end in two Icelandic fathers' names: Jónsdóttir, Jóhannsdóttir.
func (al *alignment) daughters() bool {
	const of = "dottir"
	if al.n < 2 || al.m < 2 {
		return false
	}
	x, y := al.a.words[al.n-1].fold, al.b.words[al.m-1].fold
	return x != y && strings.HasSuffix(x, of) && strings.HasSuffix(y, of)
}

// ofSons reports whether a word ends in what many families of Azerbaijan and Turkey are called by, "son of".
func ofSons(fold string) bool {
	return strings.HasSuffix(fold, "oglu") || strings.HasSuffix(fold, "oghlu") || strings.HasSuffix(fold, "ogly") || strings.HasSuffix(fold, "oglou")
}

// twoNames is the kinship from which two words count as two names in use: either seen twice at least, and hardly a form
// in common.
const twoNames = -1.2

// doubtfulWords is the similarity below which two aligned words are joined only with a person or other evidence.
const doubtfulWords = 0.5

// doubtfulOfTwo is the same for names of two words, when the table does not know the differing ones for one: a rare
// given name twice and surnames that only sound alike look surer than they are (Toivo Lehtonen, Toivo Lehtinen). Of the
// labelled pairs at .99 it holds 87 of 2,355 back.
const doubtfulOfTwo = 0.65

// begins is the similarity of the words that both names begin with, 1 where they are not aligned. Brothers differ in nothing else.
func (al *alignment) begins() float32 {
	if al.ab[0] != 0 {
		return equal
	}
	return al.sim[0][0]
}

// syllabic reports whether a name looks Korean, Chinese or Vietnamese: two to four short words, a listed surname at
// either end.
func syllabic(f *Form) bool {
	n := len(f.words)
	if n < 2 || n > 4 {
		return false
	}
	for _, w := range f.words {
		if len(w.fold) > maxSyllable {
			return false
		}
	}
	return name.PrintedFirst(f.words[0].fold) || name.PrintedFirst(f.words[n-1].fold)
}

// maxSyllable is the length of the longest syllable such names are written in, two run together included.
const maxSyllable = 8

// serve reports whether two words are servant names of two attributes: Abd al-Rahman, Abd al-Rahim.
func (m *Model) serve(x, y *word) bool {
	a, ok := strings.CutPrefix(x.fold, "abd")
	b, both := strings.CutPrefix(y.fold, "abd")
	if !ok || !both || a == b {
		return false
	}
	v, w := word{hash: wordHash(a)}, word{hash: wordHash(b)}
	v.seen, w.seen = m.Lexical.seen(v.hash), m.Lexical.seen(w.hash)
	return m.Lexical.kinship(&v, &w) <= twoNames
}

// rivals finds two aligned words that are two names, both in use, neither a spelling nor a short form of the other:
// Armen and Arman. It gives them as printed, or "".
func (m *Model) rivals(al *alignment) (string, string) {
	for i := range al.n {
		j := al.ab[i]
		if j < 0 || al.sim[i][j] == equal {
			continue
		}
		x, y := al.a.words[i], al.b.words[j]
		if m.Lexical.nickname(x.hash, y.hash) {
			continue
		}
		if m.Lexical.kinship(x, y) <= twoNames || x.given && y.given && al.sim[i][j] < closeWords || m.serve(x, y) {
			return al.a.Name.Words[i].Text, al.b.Name.Words[j].Text
		}
	}
	return "", ""
}
