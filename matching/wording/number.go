package wording

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// quantity is a number and what it counts.
type quantity struct {
	at    int // the number's word
	unit  int // the first telling word after it; -1 for none
	value float64
}

// maxFigures is how many numbers of one text are looked at; a table is no statement.
const maxFigures = 16

// quantities lists those of a text; it uses the memory of out.
func quantities(out []quantity, t *pair.Text) []quantity {
	out = out[:0]
	for i := range t.Words {
		if w := &t.Words[i]; w.Number() && len(out) < maxFigures {
			out = append(out, quantity{at: i, unit: next(t, i+1, 4), value: w.Value})
		}
	}
	return out
}

// particle reports whether word k belongs to the verb before it: "handed over 30 tanks" are 30, not more; but "takes up
// to 30" are no more.
func particle(t *pair.Text, k int) bool {
	return k > 0 && loadLists().particled[t.Words[k-1].Key] && word(t, k+1) != "to"
}

// numbers names amounts that changed, and amounts whose hedge did: "some 800" and "more than 800" are two claims.
func (f *finder) numbers() {
	as, bs := amounts(f.a), amounts(f.b)
	usedA, usedB := make([]bool, len(as)), make([]bool, len(bs))
	pairUp := func(fits func(x, y amount) bool) {
		for i, x := range as {
			for j, y := range bs {
				if !usedA[i] && !usedB[j] && fits(x, y) {
					usedA[i], usedB[j] = true, true
					f.amount(x, y)
				}
			}
		}
	}
	inRange := func(x, y amount) bool { return x.bound == y.bound }
	pairUp(func(x, y amount) bool { return inRange(x, y) && x.same(y) && f.sameUnit(x, y) })
	pairUp(func(x, y amount) bool { return inRange(x, y) && x.same(y) })
	pairUp(f.asLong)
	pairUp(func(x, y amount) bool {
		return inRange(x, y) && x.bound != unbound && (turnedRange(x, y, as, bs) || f.replaced(x, y))
	})
	pairUp(f.otherTime)
	pairUp(f.replaced)
	f.ordinals()
	f.ofTotal(f.a, as, usedA, bs, false)
	f.ofTotal(f.b, bs, usedB, as, true)
}

// turnedRange reports whether x and y are one end of a range whose ends the other text has in the other order: "from 8 to 6",
// "from 6 to 8".
func turnedRange(x, y amount, as, bs []amount) bool {
	other := func(of []amount, a amount) bool {
		return slices.ContainsFunc(of, func(b amount) bool { return b.bound != unbound && b.bound != a.bound && b.same(a) })
	}
	return other(bs, x) && other(as, y)
}

// ofTotal names a part of a number that only one text gives, where the other tells of all: "two of the five hostages", "five
// hostages". The amounts of t are its own, the others those of the other text; back says that t is the second.
func (f *finder) ofTotal(t *pair.Text, own []amount, used []bool, others []amount, back bool) {
	for i := range own[:max(0, len(own)-1)] {
		x, total := own[i], own[i+1]
		if x.kind != counted || total.kind != counted || used[i] || !used[i+1] || word(t, x.end) != "of" || total.from-x.end > partReach || x.same(total) {
			continue
		}
		k := slices.IndexFunc(others, total.same)
		if k < 0 {
			continue
		}
		from, other := plainly(t, x.from, max(total.end, total.unit+1)), f.b
		if back {
			other = f.a
		}
		to := printedAmount(other, others[k])
		if back {
			from, to = to, from
		}
		f.add(Number, from, to, fmt.Sprintf("the number changed from “%s” to “%s”", from, to))
	}
}

// partReach is how many words may stand between a number and the one it is a part of: "of the".
const partReach = 3

// asLong reports whether two amounts are one span of time: "a week", "seven days".
func (f *finder) asLong(x, y amount) bool {
	a, b := x.lasts(f.a), y.lasts(f.b)
	return a > 0 && math.Abs(a-b) < 0.02*a
}

// otherTime reports whether one measure of time was put where another was: "two million a day", "two million every week".
func (f *finder) otherTime(x, y amount) bool {
	return x.each(f.a) > 0 && y.each(f.b) > 0 && f.align.Like[x.unit] < 1 && f.align.Back[y.unit] < 1 && f.sameRun(phrase{x.begin, x.unit + 1}, phrase{y.begin, y.unit + 1})
}

// replaced reports whether two amounts stand for each other: they count the same thing, or one was put where the other was.
func (f *finder) replaced(x, y amount) bool {
	switch {
	case x.lone || y.lone:
		return !(x.lone && y.lone) && f.sameUnit(x, y) && f.a.Words[x.unit].Key == f.b.Words[y.unit].Key
	case x.kind == roughly && !grand(word(f.a, x.begin)) || y.kind == roughly && !grand(word(f.b, y.begin)):
		return f.sameRun(x.phrase, y.phrase)
	}
	return f.sameUnit(x, y) || f.sameRun(x.phrase, y.phrase) || f.same(x.begin) == y.begin
}

func (f *finder) sameUnit(x, y amount) bool {
	return x.unit >= 0 && y.unit >= 0 && f.partner(x.unit) == y.unit
}

// sameRun reports whether words of one phrase were replaced by words of the other.
func (f *finder) sameRun(a, b phrase) bool {
	for _, r := range f.runs {
		if r.op == Replaced && a.begin < r.a1 && r.a0 < a.end && b.begin < r.b1 && r.b0 < b.end {
			return true
		}
	}
	return false
}

// amount names what happened to an amount: another number, hedge or measure.
func (f *finder) amount(x, y amount) {
	from, to := printedAmount(f.a, x), printedAmount(f.b, y)
	switch a, b := x.each(f.a), y.each(f.b); {
	case a > 0 && b > 0: // "a day", "every day"
		if from, to = plainly(f.a, x.begin, x.unit+1), plainly(f.b, y.begin, y.unit+1); a != b {
			f.add(Number, from, to, fmt.Sprintf("the number changed from “%s” to “%s”", from, to))
		}
	case f.asLong(x, y) && x.value != y.value:
	case x.kind == roughly || y.kind == roughly:
		if !x.same(y) {
			f.add(Number, from, to, fmt.Sprintf("the amount changed from “%s” to “%s”", from, to))
		}
	case !x.same(y):
		if !f.reckoned(x, y) && !strings.EqualFold(from, to) { // of the ends of a range only one need bear the "percent"
			f.add(Number, from, to, fmt.Sprintf("the number changed from “%s” to “%s”", from, to))
		}
	case lasting(f.a, x, f.b, y):
	default:
		f.sameNumber(x, y)
	}
}

// sameNumber names what happened to a number that stayed: another hedge, measure or thing counted.
func (f *finder) sameNumber(x, y amount) {
	from, to := printedAmount(f.a, x), printedAmount(f.b, y)
	switch {
	case x.hedge != y.hedge && !x.lone && !y.lone:
		f.add(Number, from, to, fmt.Sprintf("the same number, but “%s” became “%s”", from, to))
	case f.reached(x, y):
		from, to = plainly(f.a, x.from-1, x.end), plainly(f.b, y.from-1, y.end)
		f.add(Number, from, to, fmt.Sprintf("the same number, but “%s” became “%s”", from, to))
	case f.ofOthers(x, y), from != to && f.otherMeasure(x.unit, y.unit), f.otherMoney(x, y):
		f.add(Number, from, to, fmt.Sprintf("the same number of something else: “%s” became “%s”", from, to))
	}
}

// reckoned reports whether a count and a multiple say one thing: "two" and "twice" as in "two wins" and "won twice".
func (f *finder) reckoned(x, y amount) bool {
	return x.value == y.value && x.kind != y.kind && x.kind != shared && y.kind != shared
}

// reached reports whether one text tells how far something rose or fell, the other by how much: "to 3 percent", "by 3 percent".
func (f *finder) reached(x, y amount) bool {
	const firstYear, lastYear = 1900, 2100 // "to 2029", "by 2029"
	if x.value >= firstYear && x.value <= lastYear {
		return false
	}
	a, b := word(f.a, x.from-1), word(f.b, y.from-1)
	return a == "to" && b == "by" || a == "by" && b == "to"
}

// ofOthers reports whether the nouns right behind two numbers took each other's place and name parties, and not the same:
// soldiers and civilians. Who acts is named before.
func (f *finder) ofOthers(x, y amount) bool {
	i, j := x.unit, y.unit
	if f.has(Actor) || i != x.end || j != y.end || i >= len(f.a.Words) || j >= len(f.b.Words) {
		return false
	}
	if f.a.Words[i].Has(canon.Capital) || f.b.Words[j].Has(canon.Capital) || anybody(word(f.a, i), word(f.b, j)) {
		return false // "in 2017 Halmos"
	}
	return f.sameRun(phrase{i, i + 1}, phrase{j, j + 1}) && party(f.a, i) && party(f.b, j) && !f.oneParty(i, j, j+1) && !f.moved(i, j)
}

// anybody reports whether one of two words for people may mean the others: workers are people too, and mostly called men, which women
// and children are not.
func anybody(a, b string) bool {
	if a == "people" || b == "people" {
		return true
	}
	return a == "men" && !noMen[b] || b == "men" && !noMen[a]
}

var noMen = map[string]bool{"women": true, "children": true, "girls": true, "boys": true, "babies": true}

// ordinals names one that took another's place: "the second attack", "the third attack".
func (f *finder) ordinals() {
	for r := range f.replacements() {
		for k := range min(r.a1-r.a0, r.b1-r.b0) {
			from, to := plainly(f.a, r.a0+k, r.a0+k+1), plainly(f.b, r.b0+k, r.b0+k+1)
			if ordinal[strings.ToLower(from)] && ordinal[strings.ToLower(to)] {
				f.add(Number, from, to, fmt.Sprintf("the number changed from “%s” to “%s”", from, to))
			}
		}
	}
}

var ordinal = map[string]bool{
	"first": true, "second": true, "third": true, "fourth": true, "fifth": true, "sixth": true, "seventh": true, "eighth": true, "ninth": true, "tenth": true,
}

// otherMoney reports whether one sum is in dollars and the other in euros.
func (f *finder) otherMoney(x, y amount) bool {
	a, b := x.money(f.a), y.money(f.b)
	return a != 0 && b != 0 && a != b
}

// otherMeasure reports whether two units right behind their numbers took each other's place and measure differently: days
// and weeks, metres and feet.
func (f *finder) otherMeasure(i, j int) bool {
	if i < 0 || j < 0 || !f.sameRun(phrase{i, i + 1}, phrase{j, j + 1}) || f.a.Words[i].Key == f.b.Words[j].Key {
		return false
	}
	return f.lists.measure[f.a.Words[i].Key] && f.lists.measure[f.b.Words[j].Key] && !f.moved(i, j)
}

// signs are the marks of currencies, which stand before their numbers.
const signs = "$€£¥"

// printedAmount gives an amount as printed, its hedge included, and its unit where that stands right behind a number.
func printedAmount(t *pair.Text, a amount) string {
	begin, end := a.from, max(a.end, a.until)
	if (a.kind == counted || a.kind == multiple) && a.unit == end {
		end++
	}
	if begin > 0 && a.from == a.begin && strings.ContainsAny(word(t, begin-1), signs) {
		begin--
	}
	return plainly(t, begin, end)
}
