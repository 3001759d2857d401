package wording

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// amount is how much or how many a text says, as it was printed: a number ("some 800", "half a million"), a share ("two
// thirds", "40 percent"), a multiple ("twice", "tripled") or a rough word ("dozens", "most"). Amounts name changes;
// whether two texts are one statement is judged by their quantities, which are numbers alone.
type amount struct {
	phrase           // its words, without hedge and unit
	from   int       // where its hedge begins; begin when it stands behind or there is none
	until  int       // behind its hedge; end when it stands before or there is none
	unit   int       // the first telling word after it, -1 for none
	hedge  canon.Tag // About, Over, Under or NoTag
	kind   amountKind
	value  float64 // of all but rough ones
	rough  string  // what a rough word says; equal for words that say the same
	lone   bool    // "a" before a measure: one, where the other text counts
	bound  bound   // which end of a range it is
}

// bound tells the ends of "from 8 to 6 percent" apart, which must not be taken for each other.
type bound uint8

const (
	unbound bound = iota
	lowEnd
	highEnd
)

type amountKind uint8

const (
	counted amountKind = iota
	shared
	multiple
	roughly
)

// multiples are words for so many times.
var multiples = map[string]float64{
	"twice": 2, "thrice": 3, "double": 2, "doubled": 2, "doubling": 2, "twofold": 2, "triple": 3, "tripled": 3, "trebled": 3, "threefold": 3,
	"quadrupled": 4, "fourfold": 4, "fivefold": 5, "tenfold": 10, "hundredfold": 100, "halve": 0.5, "halves": 0.5, "halved": 0.5, "halving": 0.5,
}

// roughWords say roughly how many; words with one meaning lead to the same.
var roughWords = map[string]string{
	"all": "all", "every": "all", "each": "all", "whole": "all", "entire": "all", "most": "most", "majority": "most", "minority": "minority",
	"many": "many", "numerous": "many", "lots": "many", "lot": "many", "several": "several", "some": "several", "few": "few",
	"dozens": "dozens", "scores": "dozens", "tens": "tens", "hundreds": "hundreds", "thousands": "thousands", "millions": "millions", "billions": "billions",
}

// scales are the scale words that the canonical form leaves alone, since no number stands right before them.
var scales = map[string]float64{"dozen": 12, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

// shortScales are the letters that stand for some of them behind digits: "10m".
var shortScales = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12}

const (
	digits         = "0123456789"
	digitsAndSigns = digits + ".,"
)

// word gives word i of a text in small letters, "" beyond its ends.
func word(t *pair.Text, i int) string {
	if i < 0 || i >= len(t.Words) {
		return ""
	}
	return strings.ToLower(plainly(t, i, i+1))
}

// amounts lists those of a text, in order.
func amounts(t *pair.Text) []amount {
	var out []amount
	for i := 0; i < len(t.Words) && len(out) < maxFigures; {
		a, ok := amountAt(t, i)
		if !ok {
			i++
			continue
		}
		a.unit = next(t, a.end, 4)
		a.hedged(t)
		out = append(out, a)
		i = max(a.end, a.until)
	}
	ranges(t, out)
	return out
}

// ranges finds "from 8 to 6 percent" among the amounts of a text. The first number is of what the second is.
func ranges(t *pair.Text, all []amount) {
	for i := range all[:max(0, len(all)-1)] {
		x, y := &all[i], &all[i+1]
		shareScale(t, x, y)
		if word(t, x.from-1) != "from" || word(t, y.from-1) != "to" || y.from-x.end > rangeReach {
			continue
		}
		x.bound, y.bound = lowEnd, highEnd
		if x.kind == counted && y.kind == shared && y.from-x.end == 1 {
			x.kind, x.value = shared, x.value/100
		}
	}
}

// shareScale gives x the scale of y, the number it runs to: "between 50 and 150 thousand", "two or three million", "5 to 10m".
func shareScale(t *pair.Text, x, y *amount) {
	if x.kind != counted || y.kind != counted || y.begin != x.end+1 {
		return
	}
	switch before := word(t, x.from-1); word(t, x.end) {
	case "to", "or":
	case "and":
		if before != "between" {
			return
		}
	default:
		return
	}
	last := strings.ToLower(plainly(t, y.begin, y.end))
	last = last[strings.LastIndexByte(last, ' ')+1:]
	by := cmp.Or(scales[last], shortScales[strings.TrimLeft(last, digitsAndSigns)])
	if by > 0 && x.value < y.value/by {
		x.value *= by
	}
}

// rangeReach is how many words may stand between the ends of a range: "from 8 percent in May to 6".
const rangeReach = 5

// amountAt reads the amount that begins at word i.
func amountAt(t *pair.Text, i int) (amount, bool) {
	for _, read := range [...]func(*pair.Text, int) (amount, bool){readShare, readNumber, readMultiple, readRough, readLone} {
		if a, ok := read(t, i); ok {
			a.begin, a.from, a.until = i, i, a.end
			return a, true
		}
	}
	return amount{}, false
}

// readNumber reads "40", "one", "half a million", "two and a half", "a dozen", "a couple of", "both".
func readNumber(t *pair.Text, i int) (amount, bool) {
	v, end := 0.0, i+1
	switch w := word(t, i); {
	case !math.IsNaN(numeral(t, i)):
		v = numeral(t, i)
		for parted(t, i, end) {
			v, end = v*1000+t.Words[end].Value, end+1
		}
	case w == "one" && !pronominal(t, i):
		v = 1
	default:
		return readGroup(t, i)
	}
	if word(t, end) == "and" && word(t, end+1) == "a" && word(t, end+2) == "half" {
		v, end = v+0.5, end+3
	}
	if by := scales[word(t, end)]; by > 0 {
		v, end = v*by, end+1
	}
	a := amount{phrase: phrase{end: end}, value: v}
	if w := word(t, end); w == "times" || w == "time" && v == 1 && word(t, end+1) == "" {
		a.kind, a.end = multiple, end+1
	}
	return a, true
}

// groups are words for so many.
var groups = map[string]amount{
	"both": {value: 2}, "dozen": {value: 12}, "a dozen": {value: 12}, "another dozen": {value: 12},
	"couple of": {value: 2, rough: "several"}, "a couple of": {value: 2, rough: "several"},
}

// readGroup reads "half a million", "a dozen", "a couple of", "both".
func readGroup(t *pair.Text, i int) (amount, bool) {
	if word(t, i) == "half" {
		at := i + 1
		if word(t, at) == "a" {
			at++
		}
		v := scaled(t, at)
		return amount{phrase: phrase{end: at + 1}, value: v / 2}, v > 0
	}
	return longest(t, i, groups)
}

// longest gives the longest phrase of up to three words that begins at word i.
func longest(t *pair.Text, i int, known map[string]amount) (amount, bool) {
	for n := 3; n > 0; n-- {
		if i+n > len(t.Words) {
			continue
		}
		if a, ok := known[phraseOf(t, i, n)]; ok {
			a.end = i + n
			return a, true
		}
	}
	return amount{}, false
}

// phraseOf gives n words from i on in small letters, parted by blanks.
func phraseOf(t *pair.Text, i, n int) string {
	out := word(t, i)
	for k := i + 1; k < i+n; k++ {
		out += " " + word(t, k)
	}
	return out
}

// numeral gives the value of word i where it is a number, also as a part of a hyphened word ("two-thirds"); else NaN.
func numeral(t *pair.Text, i int) float64 {
	if w := t.Words[i]; w.Number() {
		return w.Value / decimals(plainly(t, i, i+1))
	}
	if n, ok := numerals[word(t, i)]; ok {
		return n
	}
	return math.NaN()
}

// decimals gives by how much a number is read too large whose only comma is a decimal one, as in copy translated from most
// languages of Europe: 10 for "46,7 percent" and "1,5bn", 1 where three digits follow on the comma. A full stop before three
// zeros parts thousands there.
func decimals(printed string) float64 {
	number, _, _ := strings.Cut(printed, " ")
	if whole, part, _ := strings.Cut(number, "."); part == "000" && whole != "" {
		return 0.001 // nobody measures so finely what is round: "10.000 Euro"
	}
	whole, part, ok := strings.Cut(number, ",")
	if bare := strings.TrimRight(part, letters); shortScales[strings.ToLower(part[len(bare):])] > 0 {
		part = bare
	}
	if !ok || whole == "" || len(part) == 0 || len(part) > 2 || strings.Trim(part, digits) != "" {
		return 1
	}
	return math.Pow10(len(part))
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// parted reports whether word k goes on with the number in groups of digits that begins at word i, "34 451", with one of the
// blanks that hold a number together; with a common one where it ends in zeros: "10 000".
func parted(t *pair.Text, i, k int) bool {
	if k >= len(t.Words) || !t.Words[k].Number() {
		return false
	}
	head, next := plainly(t, i, i+1), plainly(t, k, k+1)
	switch gapBefore(t, k) {
	case "\u00a0", "\u202f", "\u2009":
	case " ":
		if next != "000" {
			return false
		}
	default:
		return false
	}
	return len(head) <= 3 && len(next) == 3 && strings.Trim(head+next, digits) == ""
}

// numerals are the numbers that hyphened words begin with.
var numerals = map[string]float64{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}

// scaled gives the value of word i where it is a scale word, "a" before it or not; else 0.
func scaled(t *pair.Text, i int) float64 {
	if i >= len(t.Words) {
		return 0
	}
	if w := t.Words[i]; w.Number() && strings.HasPrefix(word(t, i), "a ") {
		return w.Value
	}
	return scales[word(t, i)]
}

// pronominal reports whether the "one" at word i counts nothing: "no one", "every one of them", "this one", "one another".
func pronominal(t *pair.Text, i int) bool {
	switch word(t, i-1) {
	case "no", "not", "every", "each", "any", "some", "this", "that", "the", "which", "another":
		return true
	}
	switch word(t, i+1) {
	case "another", "day", "by", "thing":
		return true
	}
	return false
}

// readMultiple reads "twice", "doubled", "tenfold".
func readMultiple(t *pair.Text, i int) (amount, bool) {
	v, ok := multiples[word(t, i)]
	return amount{phrase: phrase{end: i + 1}, kind: multiple, value: v}, ok
}

// roughPhrases say roughly how many in more words than one.
var roughPhrases = map[string]amount{
	"a few": {kind: roughly, rough: "several"}, "not many": {kind: roughly, rough: "few"}, "not all": {kind: roughly, rough: "not all"},
	"not every": {kind: roughly, rough: "not all"},
}

// readRough reads "dozens", "hundreds of thousands", "most".
func readRough(t *pair.Text, i int) (amount, bool) {
	if a, ok := longest(t, i, roughPhrases); ok {
		if a.rough == "several" && word(t, i-1) == "quite" {
			a.rough = "many"
		}
		return a, true
	}
	w, then := word(t, i), word(t, i+1)
	says, ok := roughWords[w]
	if !ok || idle(t, i, w) {
		return amount{}, false
	}
	a := amount{phrase: phrase{end: i + 1}, kind: roughly, rough: says}
	if grand(w) && then == "of" && grand(word(t, i+2)) {
		a.end, a.rough = i+3, says+" of "+word(t, i+2)
	}
	return a, true
}

// grand reports whether a rough word says how great a number is.
func grand(w string) bool {
	switch w {
	case "dozens", "scores", "tens", "hundreds", "thousands", "millions", "billions":
		return true
	}
	return false
}

// idleBehind and idleBefore are words behind and before which a rough word says nothing of an amount: "at all", "the most
// important", "each other".
var (
	idleBehind = map[string][]string{"all": {"at", "after", "above", "for"}, "most": {"the", "at"}, "many": {"as", "how", "so"}}
	idleBefore = map[string][]string{
		"all": {"right", "but"}, "each": {"other"},
		"most": {"often", "likely", "probably", "recent", "recently", "important", "importantly", "commonly", "notably", "famous"},
	}
)

// idle reports whether the rough word w at i says nothing of an amount, as "a lot" does not without "of".
func idle(t *pair.Text, i int, w string) bool {
	before, then := word(t, i-1), word(t, i+1)
	switch w {
	case "lot":
		return before != "a" || then != "of"
	case "some":
		return unsaid(then) || i+1 < len(t.Words) && t.Words[i+1].Number()
	}
	return slices.Contains(idleBehind[w], before) || slices.Contains(idleBefore[w], then)
}

// unsaid reports whether "some" before a word is of no amount: "some day", "some kind of", "some more".
func unsaid(then string) bool {
	switch then {
	case "", "day", "time", "kind", "sort", "form", "way", "point", "extent", "degree", "more", "other", "others", "one", "where", "how", "what", "such", "say":
		return true
	}
	return scales[then] > 0
}

// readLone reads "a" before a measure: "a week".
func readLone(t *pair.Text, i int) (amount, bool) {
	if w := word(t, i); w != "a" && w != "an" || i+1 == len(t.Words) || !loadLists().measure[t.Words[i+1].Key] {
		return amount{}, false
	}
	a := amount{phrase: phrase{end: i + 1}, value: 1, lone: true}
	if word(t, i+2) == "and" && word(t, i+3) == "a" && word(t, i+4) == "half" {
		a.value = 1.5
	}
	return a, true
}

// apiece reports whether an amount only says that something comes again with each measure: "every day", "each week".
func (a amount) apiece(t *pair.Text) bool {
	w := word(t, a.begin)
	return (w == "every" || w == "each") && a.unit == a.end
}

// each gives the days of the measure of an amount of one: "a week", "every week"; 0 for any other.
func (a amount) each(t *pair.Text) float64 {
	if !a.apiece(t) && !(a.lone && a.value == 1 && a.unit == a.end) {
		return 0
	}
	return days[strings.TrimSuffix(word(t, a.unit), "s")]
}

// money gives the key of the currency of an amount, its sign before or its name behind; 0 for none.
func (a amount) money(t *pair.Text) uint64 {
	switch word(t, a.begin-1) {
	case "$", "€", "£", "¥":
		return t.Words[a.begin-1].Key
	}
	switch strings.TrimSuffix(word(t, a.end), "s") {
	case "dollar", "euro", "pound", "yen", "crown", "franc", "ruble", "rouble", "rupee", "yuan", "shekel", "$", "€", "£", "¥":
		return t.Words[a.end].Key
	}
	return 0
}

// days are the lengths of spans of time.
var days = map[string]float64{
	"second": 1.0 / 86400, "minute": 1.0 / 1440, "hour": 1.0 / 24, "day": 1, "week": 7, "fortnight": 14, "month": 365.25 / 12, "year": 365.25, "decade": 3652.5,
	"century": 36525,
}

// lasts gives an amount of time in days, 0 for any other.
func (a amount) lasts(t *pair.Text) float64 {
	if a.unit < 0 || a.unit > a.end+1 || a.kind == roughly || a.kind == multiple {
		return 0
	}
	return a.value * days[strings.TrimSuffix(word(t, a.unit), "s")]
}

// same reports whether two amounts are equal, their hedges aside.
func (a amount) same(b amount) bool {
	if a.kind == roughly || b.kind == roughly {
		return a.rough == b.rough
	}
	if a.value == 0.5 && b.value == 0.5 && a.kind != counted && b.kind != counted {
		return true // "cut by half" is "halved"
	}
	return a.kind == b.kind && math.Abs(a.value-b.value) < 1e-9*max(1, a.value)
}
