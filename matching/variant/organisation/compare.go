package organisation

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"quotidian/attribution/name"
	"quotidian/matching/variant/likeness"
)

// Verdict is what a comparison found.
type Verdict struct {
	// P is the probability, 0 to 1, that two names mean one body.
	P       float64
	Reasons []likeness.Reason
	// Doubt says why strings alone must not join the names, "" when nothing forbids it. A hard doubt is a
	// contradiction that no evidence outweighs without a person.
	Doubt likeness.Conflict
	// Weighed is true when no rule settled the pair, only the forest.
	Weighed bool
	// Open is true when the names say the same, but one of them also names the country, or describes it in small letters. The senior
	// officials of a country are not all of its officials.
	Open bool
}

// The probabilities that rules give. They rank cases for which there are too few labelled pairs to learn from and
// were set so that the order of certainty is right and that only what is safe reaches the threshold of joining.
const (
	sameWords     = 0.995 // the same canonical words, countries and numbers
	otherWords    = 0.992 // the same words but for such as outlets use for each other
	runTogether   = 0.97  // the same letters, parted otherwise
	kindAbsent    = 0.80  // the same words but for one that tells the kind of body
	formAbsent    = 0.97  // the same words, but only one names a legal form
	otherForm     = 0.80  // the same words and two legal forms: often two companies of one group
	longAcronym   = 0.992 // four letters or more are the initials of the long form
	shortAcronym  = 0.97  // three letters
	twoLetters    = 0.80
	seatFor       = 0.60 // a capital for its government
	placeFor      = 0.70 // a country for its government
	forAbsent     = 0.75 // the same words but for what the body is for
	countryAbsent = 0.65 // the same words, but only one names the country
	otherCountry  = 0.02
	otherNumber   = 0.02
	otherMinistry = 0.02
	otherLetters  = 0.02
	otherContrast = 0.05
	otherSchool   = 0.30 // print leaves the "state" out of some
	otherOwn      = 0.10
	otherBracket  = 0.10
	bracketAbsent = 0.40
	turnedSchool  = 0.80
)

// Compare scores two names. P is symmetric.
func (m Model) Compare(a, b *Form) Verdict {
	if b.core < a.core || b.core == a.core && b.Name.Raw < a.Name.Raw {
		a, b = b, a
	}
	if v, ok := pointed(a, b); ok {
		return v
	}
	if v, ok := m.ByRule(a, b); ok {
		return v
	}
	for _, rule := range []func(a, b *Form) (Verdict, bool){shortened, adorned} {
		if v, ok := rule(a, b); ok {
			return v
		}
	}
	return m.weigh(a, b)
}

// adorned settles a name with words in small letters before it and the same without them. Training knows nothing of them either.
func adorned(a, b *Form) (Verdict, bool) {
	if a.plain == nil && b.plain == nil {
		return Verdict{}, false
	}
	if a.plain != nil {
		a = a.plain
	}
	if b.plain != nil {
		b = b.plain
	}
	v, ok := sameKernel(a, b)
	if !ok || v.P != otherWords {
		return Verdict{}, false
	}
	v.Open = true
	return v, true
}

// shortened tells a name from the same with what it is for behind it, which print leaves out where it is long: the Varnish Observatory
// for Human Rights. Training knows nothing of it: lists hold whole names.
func shortened(a, b *Form) (Verdict, bool) {
	short, long := strings.ToLower(a.Name.Raw), strings.ToLower(b.Name.Raw)
	if len(short) > len(long) {
		short, long = long, short
	}
	rest, ok := strings.CutPrefix(long, short)
	if !ok || !strings.HasPrefix(rest, " for ") || len(strings.Fields(short)) < 2 || !slices.Equal(a.Name.Countries, b.Name.Countries) {
		return Verdict{}, false
	}
	v := Verdict{P: forAbsent, Reasons: reasons(true, 2, "the same words: %s", short)}
	v.Doubt.Text = "only one of them says what the body is for"
	return v, true
}

// pointed settles one acronym with points and without: no rule that training knows of, since lists hold hardly any.
func pointed(a, b *Form) (Verdict, bool) {
	x, y := a.Name, b.Name
	if x.Letters == "" || x.Letters != y.Letters || !isAcronym(x.Raw) || !isAcronym(y.Raw) {
		return Verdict{}, false
	}
	return Verdict{P: sameWords, Reasons: reasons(true, 5, "the same letters: %s", strings.ToUpper(x.Letters))}, true
}

// ByRule gives the verdict of the first rule that settles the pair; false when only the forest can.
func (m Model) ByRule(a, b *Form) (Verdict, bool) {
	for _, rule := range []func(a, b *Form) (Verdict, bool){equalWords, acronym, contradiction, qualified, sameKernel, kernelAcronym, otherField, twoAcronyms, government, otherWord} {
		if v, ok := rule(a, b); ok {
			return v, true
		}
	}
	return Verdict{}, false
}

// equalWords settles names of the same words.
func equalWords(a, b *Form) (Verdict, bool) {
	x, y := a.Name, b.Name
	if a.core != b.core || len(x.Words)+len(x.Countries) == 0 || !slices.Equal(x.Numbers, y.Numbers) {
		return Verdict{}, false
	}
	switch agreement(x.Countries, y.Countries) {
	case 0, 1:
		v := Verdict{P: sameWords, Reasons: reasons(true, 5, "the same words: %s", shown(x))}
		switch agreement(some(x.Legal), some(y.Legal)) {
		case -0.5:
			v.P = formAbsent
		case -1:
			v.P, v.Doubt.Text = otherForm, "the legal forms differ"
		}
		if turnedUniversity(x.Raw, y.Raw) {
			v.P, v.Doubt.Text = turnedSchool, "a place's university and the University of the place can be two"
		}
		return v, true
	case -0.5:
		if len(x.Words) == 0 {
			return Verdict{}, false
		}
		named := x.Countries
		if len(named) == 0 {
			named = y.Countries
		}
		doubt := fmt.Sprintf("only one of them names the country (%s)", strings.Join(named, ", "))
		return Verdict{P: countryAbsent, Reasons: reasons(true, 2, "the same words: %s", shown(x)), Doubt: likeness.Conflict{Text: doubt}, Open: true}, true
	}
	return Verdict{}, false
}

// turnedUniversity reports whether one name is the University of somewhere and the other that place's university: the University of
// Washington, Washington University.
func turnedUniversity(a, b string) bool {
	x, y := trimThe(strings.Fields(strings.ToLower(a))), trimThe(strings.Fields(strings.ToLower(b)))
	return universityOf(x) && placesUniversity(y) || universityOf(y) && placesUniversity(x)
}

func universityOf(words []string) bool {
	return len(words) > 2 && words[0] == university && words[1] == "of"
}

func placesUniversity(words []string) bool {
	return len(words) > 1 && words[len(words)-1] == university
}

const university = "university"

// SameButForm reports whether two names have the same words, one of them with a legal form.
func SameButForm(a, b *Form) bool {
	x, y := a.Name, b.Name
	return a.core == b.core && len(x.Words) > 0 && slices.Equal(x.Countries, y.Countries) && slices.Equal(x.Numbers, y.Numbers) &&
		(x.Legal == "") != (y.Legal == "")
}

func shown(n Name) string {
	return strings.Join(append(slices.Clone(n.Countries), n.Words...), " ")
}

func reasons(isFor bool, weight float64, format string, args ...any) []likeness.Reason {
	return []likeness.Reason{{Text: fmt.Sprintf(format, args...), For: isFor, Weight: weight}}
}

// acronym settles initials and their long form.
func acronym(a, b *Form) (Verdict, bool) {
	short, long := a.Name, b.Name
	if !initialsOf(short, long) {
		short, long = long, short
	}
	if !initialsOf(short, long) || knownLetters(short, long) || bothWritten(a, b) {
		return Verdict{}, false
	}
	v := Verdict{P: longAcronym, Reasons: reasons(true, 5, "%s are the initials of %q", strings.ToUpper(short.Letters), long.Raw)}
	switch utf8.RuneCountInString(short.Letters) {
	case 2:
		if sameBody[short.Letters] != nil { // those of no other
			v.P = otherWords
			break
		}
		v.P, v.Doubt = twoLetters, likeness.Conflict{Text: "two letters are the initials of many names"}
	case 3:
		if sameBody[short.Letters] != nil {
			v.P = otherWords
			break
		}
		v.P, v.Doubt = shortAcronym, likeness.Conflict{Text: "three letters can be the initials of other names too"}
	}
	return v, true
}

// bothWritten reports whether two names of other words have letters in brackets behind them: two bodies can have the same initials.
func bothWritten(a, b *Form) bool {
	return a.core != b.core && len(a.Name.Words) > 1 && len(b.Name.Words) > 1 && a.Name.Letters != "" && a.Name.Letters == b.Name.Letters
}

// qualified settles two names that are one but for a word in brackets, which tells factions and branches apart: the Party (Marxist).
func qualified(a, b *Form) (Verdict, bool) {
	x, inX := qualifier(a.Name)
	y, inY := qualifier(b.Name)
	if inX == inY || !strings.EqualFold(strings.TrimSpace(x), strings.TrimSpace(y)) {
		return Verdict{}, false
	}
	if inX != "" && inY != "" {
		return against(otherBracket, fmt.Sprintf("two words in brackets: %s and %s", inX, inY), false), true
	}
	return against(bracketAbsent, fmt.Sprintf("only one of them has %s in brackets", inX+inY), false), true
}

// qualifier parts a name from the word in brackets behind it, if that is neither its letters nor a country.
func qualifier(n Name) (rest, inside string) {
	rest, inside, _ = inBrackets(n.Raw)
	if _, k := countryAt(strings.Fields(name.Fold(inside))); k > 0 {
		return n.Raw, ""
	}
	if isAcronym(inside) && n.Letters == name.Fold(inside) {
		return rest, ""
	}
	return rest, inside
}

// knownLetters reports whether two letters are what print calls one country or body by, whatever else they are the initials of: the
// EU, the US. What they stand for [sameKernel] knows, but for what a country's name begins.
func knownLetters(short, long Name) bool {
	if len(short.Letters) != 2 {
		return false
	}
	words := canonical(trimThe(strings.Fields(name.Fold(long.Raw))))
	_, known := countries[short.Letters]
	for _, r := range sameBody[short.Letters] {
		known = known || len(r.words) == 1 && !slices.Equal(r.stand, words)
	}
	return known
}

// against is the verdict of a rule that tells two bodies apart; a hard one is a contradiction.
func against(p float64, text string, hard bool) Verdict {
	return Verdict{P: p, Reasons: reasons(false, 4, "%s", text), Doubt: likeness.Conflict{Text: text, Hard: hard}}
}

// abroad reports whether letters that the list of bodies knows in one country stand alone in one name and with another country in the
// other: the BKA is Germany's to most readers, and Austria's to those of Austria.
func abroad(x, y Name) bool {
	return x.Letters != "" && isAcronym(x.Raw) && len(y.Words) == 1 && y.Words[0] == x.Letters && len(y.Countries) > 0
}

// contradiction settles names of two countries or two numbers, and letters that only seem to be of two countries ([abroad]).
func contradiction(a, b *Form) (Verdict, bool) {
	x, y := a.Name, b.Name
	for _, p := range [][2]Name{{x, y}, {y, x}} {
		if abroad(p[0], p[1]) {
			doubt := fmt.Sprintf("only one of them names the country (%s)", strings.Join(p[1].Countries, ", "))
			return Verdict{P: countryAbsent, Reasons: reasons(true, 2, "the same letters: %s", strings.ToUpper(p[0].Letters)), Doubt: likeness.Conflict{Text: doubt}, Open: true}, true
		}
	}
	switch {
	case agreement(x.Countries, y.Countries) == -1 && disjoint(x.Countries, y.Countries):
		text := fmt.Sprintf("two countries: %s and %s", strings.Join(x.Countries, ", "), strings.Join(y.Countries, ", "))
		return against(otherCountry, text, true), true
	case agreement(x.Numbers, y.Numbers) == -1:
		text := fmt.Sprintf("two numbers: %s and %s", strings.Join(x.Numbers, ", "), strings.Join(y.Numbers, ", "))
		return against(otherNumber, text, true), true
	}
	return Verdict{}, false
}

// twoAcronyms settles two acronyms of other letters that [sameKernel] knows nothing of: OPEC, APEC.
func twoAcronyms(a, b *Form) (Verdict, bool) {
	x, y := a.Name, b.Name
	if x.Letters == "" || x.Letters == y.Letters || !isAcronym(x.Raw) || !isAcronym(y.Raw) {
		return Verdict{}, false
	}
	text := fmt.Sprintf("other letters: %s and %s", strings.ToUpper(x.Letters), strings.ToUpper(y.Letters))
	return against(otherLetters, text, false), true
}

func disjoint(a, b []string) bool {
	return !slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// Place is the doubt about every place that stands for a government.
const Place = "a place that stands for a government is a suggestion only"

var suggestion = likeness.Conflict{Text: Place, Hard: true}

// government tells capitals, seats and countries that stand for a government.
func government(a, b *Form) (Verdict, bool) {
	for _, p := range [][2]Name{{a.Name, b.Name}, {b.Name, a.Name}} {
		x, y := p[0], p[1]
		if x.Seat != "" && standsFor(x, x.Seat, y) {
			return Verdict{P: seatFor, Reasons: reasons(true, 1, "in news %q stands for the government of %s", x.Raw, x.Seat), Doubt: suggestion}, true
		}
		if x.Place && len(x.Countries) == 1 && len(y.Words) > 0 && standsFor(x, x.Countries[0], y) {
			return Verdict{P: placeFor, Reasons: reasons(true, 1, "in news %q can stand for its government", x.Raw), Doubt: suggestion}, true
		}
	}
	return Verdict{}, false
}

// standsFor reports whether what x stands for, a country, is what n names: it, its government, or another seat of it. A house is one
// body of several: neither the capital nor another house is called by its name, and that of a parliament or of a ministry stands for no
// government.
func standsFor(x Name, country string, n Name) bool {
	if x.House == houseOfPart || n.House == houseOfPart {
		return false
	}
	if n.Seat == country {
		return x.Seat == "" || x.House == noHouse && n.House == noHouse
	}
	if len(n.Countries) != 1 || n.Countries[0] != country {
		return false
	}
	return len(n.Words) == 0 || len(n.Words) == 1 && (n.Words[0] == "gov" || n.Words[0] == "authorities" || n.Words[0] == "side" || n.Words[0] == "officials")
}

// weigh asks the forest.
func (m Model) weigh(a, b *Form) Verdict {
	if len(a.Name.Words) == 0 || len(b.Name.Words) == 0 {
		return Verdict{}
	}
	x := m.Features(a, b)
	v := Verdict{P: m.Curve.At(m.Forest.Sum(x[:])), Reasons: m.shared(a, b), Weighed: true}
	switch {
	case x[fCountry] == -0.5:
		v.Doubt.Text = "only one of them names a country"
	case x[fNumber] == -0.5:
		v.Doubt.Text = "only one of them has a number"
	case x[fOwnMax] > 0:
		v.Doubt.Text = "one has words of its own that the other lacks"
	case x[fLegal] == -1:
		v.Doubt.Text = "the legal forms differ"
	}
	return v
}

// shared names the words in common and those of one side, weighed by their rarity in nats.
func (m Model) shared(a, b *Form) []likeness.Reason {
	var out []likeness.Reason
	both, only, other := parted(a, b)
	if len(both) > 0 {
		out = append(out, likeness.Reason{Text: "both: " + strings.Join(both, " "), For: true, Weight: m.rarity(both)})
	}
	for _, words := range [][]string{only, other} {
		if len(words) > 0 {
			out = append(out, likeness.Reason{Text: "in one only: " + strings.Join(words, " "), Weight: m.rarity(words)})
		}
	}
	return out
}

// parted gives the words that two names have in common, and those of either alone.
func parted(a, b *Form) (both, x, y []string) {
	both, x = split(a.Name.Words, b.Name.Words)
	_, y = split(b.Name.Words, a.Name.Words)
	return both, x, y
}

func split(words, other []string) (both, only []string) {
	for _, w := range words {
		if slices.Contains(other, w) {
			both = append(both, w)
		} else {
			only = append(only, w)
		}
	}
	return both, only
}

func (m Model) rarity(words []string) (sum float64) {
	for _, w := range words {
		sum += float64(m.Stats.Rarity(w))
	}
	return sum
}
