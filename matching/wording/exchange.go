package wording

import (
	"fmt"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// exchanges names two words that took each other's place around a verb or a word of relation, whatever they name: "wages rose
// before prices" for "prices rose before wages", "he owes the state 3 million and the firm 12".
func (f *finder) exchanges() {
	if taggedIn(f.a, 0, len(f.a.Words), canon.By) != taggedIn(f.b, 0, len(f.b.Words), canon.By) {
		return // active and passive voice, as for swap
	}
	for i := range f.a.Words {
		if j := f.exchanged(i); j >= 0 && f.hinged(i, j) {
			f.addExchange(i, j)
			return
		}
	}
}

// addExchange names the exchange of words i and j. Numbers that only moved between what they count are a change of number.
func (f *finder) addExchange(i, j int) {
	kind := Actor
	if f.a.Words[i].Number() && f.a.Words[j].Number() {
		kind = Number
	}
	if f.has(kind) {
		return
	}
	from, to := plainly(f.a, i, j+1), plainly(f.b, f.same(j), f.same(i)+1)
	f.add(kind, from, to, fmt.Sprintf("“%s” became “%s”: “%s” and “%s” changed places", from, to, plainly(f.a, i, i+1), plainly(f.a, j, j+1)))
}

// exchanged gives the word behind i that has i's place in the second text while i has its; -1 if there is none.
func (f *finder) exchanged(i int) int {
	p := f.placed(i)
	if p < 0 {
		return -1
	}
	for _, q := range f.inPlaceOf(i) {
		if q < 0 || q >= p {
			continue
		}
		if j := f.sameBack(q); j > i && f.placed(j) == q && f.a.Words[i].Number() == f.a.Words[j].Number() {
			if back := f.inPlaceOf(j); back[0] == p || back[1] == p {
				return j
			}
		}
	}
	return -1
}

// placed is same for words that can change places: those that tell something and are no verb.
func (f *finder) placed(i int) int {
	w := f.a.Words[i]
	if !telling(w) || w.Has(canon.Verb) {
		return -1
	}
	return f.same(i)
}

// inPlaceOf gives the words of the second text that stand where word i stands in the first: behind what stands before it,
// and before what stands behind it; -1 where that is another place or none.
func (f *finder) inPlaceOf(i int) [2]int {
	out := [2]int{-1, -1}
	if before := beside(f.a, i, -1); before < 0 {
		out[0] = beside(f.b, -1, 1)
	} else if at := f.same(before); at >= 0 {
		out[0] = beside(f.b, at, 1)
	}
	if behind := beside(f.a, i, 1); behind < 0 {
		out[1] = beside(f.b, len(f.b.Words), -1)
	} else if at := f.same(behind); at >= 0 {
		out[1] = beside(f.b, at, -1)
	}
	return out
}

// beside gives the nearest telling word from i on in a direction, -1 for none.
func beside(t *pair.Text, i, by int) int {
	for i += by; i >= 0 && i < len(t.Words); i += by {
		if telling(t.Words[i]) {
			return i
		}
	}
	return -1
}

// relations are words around which it matters what stands before and what behind. Around "and" and "or" it does not.
var relations = map[string]bool{
	"than": true, "before": true, "after": true, "because": true, "if": true, "until": true, "unless": true, "without": true,
	"to": true, "into": true, "over": true, "against": true,
}

// hinged reports whether what stands between words i and j is the same in both texts, but for one word, and makes it matter
// which comes first: a verb or a relation, between numbers what they count. What took its own preposition along has
// only moved: "on Saturday by nine points".
func (f *finder) hinged(i, j int) bool {
	if f.tookAlong(i) || f.tookAlong(j) {
		return false
	}
	at, others, counted := f.same(j), 0, false
	for k := beside(f.a, i, 1); k < j; k = beside(f.a, k, 1) {
		if at = beside(f.b, at, 1); at < 0 || at >= f.same(i) {
			return false
		}
		switch w := f.a.Words[k]; {
		case w.Key != f.b.Words[at].Key:
			others++
		case !w.Number() && !f.lists.measure[w.Key]:
			counted = true
		}
	}
	if beside(f.b, at, 1) != f.same(i) || others > 1 {
		return false
	}
	if f.a.Words[i].Number() {
		return counted
	}
	return f.related(i, j)
}

// related reports whether both texts have the same verb, negation or word of relation between i and j.
func (f *finder) related(i, j int) bool {
	for k := i + 1; k < j; k++ {
		w := word(f.a, k)
		if (f.a.Words[k].Has(canon.Verb) || f.a.Words[k].Tag == canon.Negator || relations[w]) && f.between(w, f.same(j), f.same(i)) {
			return true
		}
	}
	return false
}

// between reports whether the second text has a word somewhere in (begin,end).
func (f *finder) between(w string, begin, end int) bool {
	for j := begin + 1; j < end; j++ {
		if word(f.b, j) == w {
			return true
		}
	}
	return false
}

// tookAlong reports whether the same preposition governs word i in both texts.
func (f *finder) tookAlong(i int) bool {
	of := governor(f.a, i)
	return of != "" && of == governor(f.b, f.same(i))
}

// governor gives the preposition at most three words before word i, if no verb stands between; "" for none.
func governor(t *pair.Text, i int) string {
	const reach = 3
	for k := i - 1; k >= max(0, i-reach) && !t.Words[k].Has(canon.Verb); k-- {
		if w := word(t, k); preposition(w) {
			return w
		}
	}
	return ""
}
