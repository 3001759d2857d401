package wording

import (
	"fmt"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// quantity is a number with how sure its wording is of it and what it counts.
type quantity struct {
	at    int       // the number's word
	begin int       // where its hedge begins; at when there is none
	unit  int       // the first telling word after it; -1 for none
	hedge canon.Tag // About, Over, Under or NoTag
	value float64
}

// hedgeReach is how many words before a number may belong to its hedge ("at least about", "no fewer than").
const hedgeReach = 3

// maxFigures is how many numbers of one text are looked at; a table is no statement.
const maxFigures = 16

// quantities lists those of a text; it uses the memory of out.
func quantities(out []quantity, t *pair.Text) []quantity {
	out = out[:0]
	for i := range t.Words {
		w := &t.Words[i]
		if !w.Number() || len(out) == maxFigures {
			continue
		}
		q := quantity{at: i, begin: i, unit: next(t, i+1, 4), value: w.Value}
		for k := i - 1; k >= 0 && k >= i-hedgeReach && !telling(t.Words[k]); k-- {
			switch tag := t.Words[k].Tag; tag {
			case canon.About, canon.Over, canon.Under:
				if !particle(t, k) {
					q.hedge, q.begin = tag, k
				}
			}
		}
		out = append(out, q)
	}
	return out
}

// particle reports whether word k belongs to the verb before it: "handed over 30 tanks" are 30, not more.
func particle(t *pair.Text, k int) bool { return k > 0 && loadLists().particled[t.Words[k-1].Key] }

// numbers names numbers that changed, and numbers whose hedge did: "some 800" and "more than 800" are two claims.
func (f *finder) numbers() {
	qa, qb := f.from.quantities, f.to.quantities
	usedA, usedB := make([]bool, len(qa)), make([]bool, len(qb))
	pairUp := func(fits func(x, y quantity) bool) {
		for i, x := range qa {
			for j, y := range qb {
				if !usedA[i] && !usedB[j] && fits(x, y) {
					usedA[i], usedB[j] = true, true
					f.quantity(x, y)
				}
			}
		}
	}
	pairUp(func(x, y quantity) bool { return x.value == y.value && f.sameUnit(x, y) })
	pairUp(func(x, y quantity) bool { return x.value == y.value })
	pairUp(func(x, y quantity) bool { return f.sameUnit(x, y) || f.sameRun(x.at, y.at) })
	f.vague()
}

func (f *finder) sameUnit(x, y quantity) bool {
	return x.unit >= 0 && y.unit >= 0 && f.partner(x.unit) == y.unit
}

// sameRun reports whether word i of the first text and word j of the second were replaced by each other.
func (f *finder) sameRun(i, j int) bool {
	for _, r := range f.runs {
		if i >= r.a0 && i < r.a1 {
			return r.op == Replaced && j >= r.b0 && j < r.b1
		}
	}
	return false
}

func (f *finder) quantity(x, y quantity) {
	from, to := f.amount(f.a, x), f.amount(f.b, y)
	if x.value == y.value && x.hedge == y.hedge {
		if f.otherMeasure(x.unit, y.unit) {
			f.add(Number, from, to, fmt.Sprintf("the same number of something else: “%s” became “%s”", from, to))
		}
		return
	}
	if x.value == y.value {
		f.add(Number, from, to, fmt.Sprintf("the same number, but “%s” became “%s”", from, to))
		return
	}
	f.add(Number, from, to, fmt.Sprintf("the number changed from “%s” to “%s”", from, to))
}

// otherMeasure reports whether two units right behind their numbers took each other's place and measure differently: days
// and weeks, metres and feet.
func (f *finder) otherMeasure(i, j int) bool {
	if i < 0 || j < 0 || !f.sameRun(i, j) || f.a.Words[i].Key == f.b.Words[j].Key {
		return false
	}
	return f.lists.measure[f.a.Words[i].Key] && f.lists.measure[f.b.Words[j].Key] && f.turned(j) < 0 && f.elsewhere(i) < 0
}

// amount gives a quantity as printed, its hedge and its unit included.
func (f *finder) amount(t *pair.Text, q quantity) string {
	end := q.at + 1
	if q.unit == q.at+1 {
		end++
	}
	return plainly(t, q.begin, end)
}

// vague names changes between amounts of which at least one has no value: "dozens" became "hundreds".
func (f *finder) vague() {
	for _, r := range f.runs {
		if r.op != Replaced {
			continue
		}
		i, j := amountIn(f.a, r.a0, r.a1), amountIn(f.b, r.b0, r.b1)
		if i < 0 || j < 0 || f.a.Words[i].Number() && f.b.Words[j].Number() || f.a.Words[i].Key == f.b.Words[j].Key {
			continue
		}
		from, to := plainly(f.a, i, i+1), plainly(f.b, j, j+1)
		f.add(Number, from, to, fmt.Sprintf("the amount changed from “%s” to “%s”", from, to))
	}
}

func amountIn(t *pair.Text, i, end int) int {
	for ; i < end; i++ {
		if t.Words[i].Number() || t.Words[i].Tag == canon.Quantity {
			return i
		}
	}
	return -1
}
