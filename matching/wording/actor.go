package wording

import (
	"fmt"
	"slices"
	"strings"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// actors names changes of who acts, in three shapes: a verb became the one that tells the event from the other
// side; the subject became another one; two parties changed places.
func (f *finder) actors() {
	f.converse()
	if !f.has(Actor) {
		f.subject()
	}
	if !f.has(Actor) {
		f.swap()
	}
	if !f.has(Actor) {
		f.sides()
	}
	if !f.has(Actor) {
		f.agents()
	}
	if !f.has(Actor) {
		f.countries()
	}
	if !f.has(Actor) {
		f.pronoun()
	}
}

// subjects are the pronouns that act. "You" and "it" are left out: they often mean nobody in particular.
var subjects = map[string]bool{"i": true, "we": true, "he": true, "she": true, "they": true}

// pronoun looks for a pronoun between the quotation marks of both that became another one: "They have lied", "He has
// lied". Outside the marks pronouns shift by themselves.
func (f *finder) pronoun() {
	for r := range f.replacements() {
		for k := range min(r.a1-r.a0, r.b1-r.b0) {
			if i, j := r.a0+k, r.b0+k; f.otherSubject(i, j) {
				from, to := plainly(f.a, i, i+1), plainly(f.b, j, j+1)
				f.add(Actor, from, to, fmt.Sprintf("“%s” became “%s”: someone else acts", from, to))
				return
			}
		}
	}
}

// otherSubject reports whether words i and j are pronouns that act, each between the marks, and neither stands in the
// other text too. "We" becomes "they" where speech is reported.
func (f *finder) otherSubject(i, j int) bool {
	from, to := word(f.a, i), word(f.b, j)
	return from != to && subjects[from] && subjects[to] && f.from.marked(i) && f.to.marked(j) && !holds(f.a, to) && !holds(f.b, from) &&
		!(f.a.Words[i].Tag == canon.First && f.b.Words[j].Tag == canon.Third)
}

// holds reports whether a text has a word, given in small letters.
func holds(t *pair.Text, w string) bool {
	return slices.ContainsFunc(t.Words, func(x canon.Word) bool { return strings.EqualFold(t.Printed[x.Start:x.End], w) })
}

// converse looks for verbs that replaced each other and tell one event from its two sides.
func (f *finder) converse() {
	for r := range f.replacements() {
		for i := r.a0; i < r.a1; i++ {
			for j := r.b0; j < r.b1; j++ {
				if f.lists.converse(f.a.Words[i].Key, f.b.Words[j].Key) && f.align.Like[i] < 1 && f.align.Back[j] < 1 && !f.otherVoice(i, j) {
					from, to := span(f.a, f.agent(f.a, i), i), span(f.b, f.agent(f.b, j), j)
					f.add(Actor, from, to, fmt.Sprintf("“%s” became “%s”: someone else acts", from, to))
					return
				}
			}
		}
	}
}

// otherVoice reports whether of two converse verbs one is active and the other passive, and both are said of one party: who has been
// paid has received.
func (f *finder) otherVoice(i, j int) bool {
	a, b := f.agent(f.a, i), f.agent(f.b, j)
	return passive(f.a, i) != passive(f.b, j) && a < i && b < j && f.a.Words[next(f.a, a, i-a+1)].Key == f.b.Words[next(f.b, b, j-b+1)].Key
}

// passive reports whether a form of "be" stands right before the verb at i.
func passive(t *pair.Text, i int) bool {
	return i > 0 && (t.Words[i-1].Tag == canon.Be || word(t, i-1) == "been") // which is listed as a stop word too
}

// agent gives where the words begin that say who does the verb at i: the nearest party before it, the verb itself
// where there is none close by.
func (f *finder) agent(t *pair.Text, i int) int {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if party(t, k) || t.Words[k].Tag == canon.First || t.Words[k].Tag == canon.Third {
			if k > 0 && !telling(t.Words[k-1]) && t.Words[k-1].Tag == canon.NoTag {
				return k - 1
			}
			return k
		}
	}
	return i
}

// subject looks for a party that became another one, before the first verb or right before a later one.
func (f *finder) subject() {
	if titled(f.a) || titled(f.b) {
		return
	}
	endA, endB := verbAt(f.a), verbAt(f.b)
	for r := range f.replacements() {
		endA, endB := min(r.a1, endA), min(r.b1, endB)
		if f.acts(r) {
			endA, endB = r.a1, r.b1
		}
		i, j := partyIn(f.a, r.a0, endA), partyIn(f.b, r.b0, endB)
		if i < 0 || j < 0 || f.oneParty(i, r.b0, r.b1) || f.moved(i, j) || adjunct(f.a, i) && adjunct(f.b, j) || !f.sameDeed(endA, endB) {
			continue
		}
		from, to := plainly(f.a, r.a0, endA), plainly(f.b, r.b0, endB)
		f.add(Actor, from, to, fmt.Sprintf("“%s” became “%s”: someone else acts", from, to))
	}
}

// titled reports whether a text is printed like a headline, all of its words with capitals, which then show no names.
func titled(t *pair.Text) bool {
	const fewest, share = 3, 0.8
	capitals, all := 0, 0
	for _, w := range t.Words {
		if telling(w) && !w.Has(canon.Opens) && !w.Number() {
			all++
			if w.Has(canon.Capital) {
				capitals++
			}
		}
	}
	return all >= fewest && float64(capitals) > share*float64(all)
}

// sides looks for "our" and "their" that took each other's place: "our losses are higher than theirs".
func (f *finder) sides() {
	var first, then [2]int // a word of the one text and that in its place in the other
	gave, took := false, false
	for _, r := range f.runs {
		if r.op != Replaced || r.a1-r.a0 != 1 || r.b1-r.b0 != 1 {
			continue
		}
		switch x, y := f.a.Words[r.a0].Tag, f.b.Words[r.b0].Tag; {
		case x == canon.First && y == canon.Third:
			first, gave = [2]int{r.a0, r.b0}, true
		case x == canon.Third && y == canon.First:
			then, took = [2]int{r.a0, r.b0}, true
		}
	}
	if gave && took {
		from, to := span(f.a, first[0], then[0]), span(f.b, first[1], then[1])
		f.add(Actor, from, to, fmt.Sprintf("“%s” became “%s”: the parties changed places", from, to))
	}
}

// adjunct reports whether a preposition before the party at i says that it does not act: "to the victims", "in Norland".
// Right before a verb it acts, all the same: "everyone on the team was".
func adjunct(t *pair.Text, i int) bool {
	const articles = 2
	if i+1 < len(t.Words) && t.Words[i+1].Has(canon.Verb) {
		return false
	}
	for k := i - 1; k >= max(0, i-articles) && !telling(t.Words[k]); k-- {
		switch strings.ToLower(plainly(t, k, k+1)) {
		case "to", "for", "with", "from", "against", "at", "in", "on", "near":
			return true
		}
	}
	return false
}

// acts reports whether a verb that both texts have follows on a stretch, and a party stands right before it in both.
func (f *finder) acts(r stretch) bool {
	if r.a1 == len(f.a.Words) || f.same(r.a1) != r.b1 || !party(f.a, r.a1-1) || !party(f.b, r.b1-1) {
		return false
	}
	if taggedIn(f.a, r.a1+1, min(r.a1+2, len(f.a.Words)), canon.By) {
		return false // "the sailors rescued by": they do not act
	}
	return f.a.Words[r.a1].Has(canon.Verb) || strings.HasSuffix(plainly(f.a, r.a1, r.a1+1), "ed") // "used" is mostly a verb here
}

// sameParty is the likeness from which two words may mean one party: troops and soldiers, but not government and
// ministry, which are close too.
const sameParty = 0.75

// oneParty reports whether word i of the first text may mean the same party as any of words [j,end) of the second: countries by
// name, since all stand in the same company; a city may stand for its country, and "this country" for any that is named.
func (f *finder) oneParty(i, j, end int) bool {
	country := f.lists.places[f.a.Words[i].Key]
	for ; j < end; j++ {
		if f.lists.exclude(f.a.Words[i].Key, f.b.Words[j].Key) {
			continue
		}
		if other := f.lists.places[f.b.Words[j].Key]; country != 0 && other != 0 {
			if country == other {
				return true
			}
		} else if country != 0 && f.lists.lands[f.b.Words[j].Key] || other != 0 && f.lists.lands[f.a.Words[i].Key] {
			return true
		} else if f.alikeParties(i, j) || f.spelledAlike(i, j) {
			return true
		}
	}
	return false
}

// alikeParties reports whether two words may mean one party by what they mean. Of words that are listed the list tells: boys and
// girls, buyers and sellers stand in the same company.
func (f *finder) alikeParties(i, j int) bool {
	a, b := f.lists.parties[f.a.Words[i].Key], f.lists.parties[f.b.Words[j].Key]
	if len(a) > 0 && len(b) > 0 {
		return meet(a, b)
	}
	return pair.Likeness(f.a, i, f.b, j) >= sameParty
}

// verbAt gives the place of the first word that can only be a verb, at most opening words in.
func verbAt(t *pair.Text) int {
	const opening = 10
	for i, w := range t.Words {
		if i > 0 && w.Has(canon.Verb) {
			return i
		}
		if i == opening {
			break
		}
	}
	return min(len(t.Words), opening/2)
}

// swapReach is how far from a verb the parties may stand that changed places around it.
const swapReach = 5

// swap looks for two parties that stand on either side of a verb and changed places around it.
func (f *finder) swap() {
	if taggedIn(f.a, 0, len(f.a.Words), canon.By) != taggedIn(f.b, 0, len(f.b.Words), canon.By) {
		return // active and passive voice: the order changes, the roles do not
	}
	for v, w := range f.a.Words {
		at := f.same(v)
		if !telling(w) || at < 0 || party(f.a, v) {
			continue
		}
		i, k := f.crossing(v, at, -1), f.crossing(v, at, 1)
		if i < 0 || k < 0 || listed(f.a, i, k) {
			continue
		}
		from, to := plainly(f.a, i, k+1), plainly(f.b, f.same(k), f.same(i)+1)
		f.add(Actor, from, to, fmt.Sprintf("“%s” became “%s”: the parties changed places", from, to))
		return
	}
}

// listed reports whether the words i and k only stand in one list: "miners and coal companies" may change places.
func listed(t *pair.Text, i, k int) bool {
	list := false
	for at := i + 1; at < k; at++ {
		switch w := word(t, at); {
		case t.Words[at].Has(canon.Verb) || preposition(w):
			return false
		case w == "and" || w == "or":
			list = true
		}
	}
	return list
}

// same is partner for words that stand in both texts as such.
func (f *finder) same(i int) int {
	if f.align.Like[i] < 1 {
		return -1
	}
	return int(f.align.Place[i])
}

// sameBack is same, seen from word j of the second text.
func (f *finder) sameBack(j int) int {
	if f.align.Back[j] < 1 {
		return -1
	}
	return int(f.align.Behind[j])
}

// crossing finds the party nearest to the verb at v, in direction by, that stands on the other side of the verb in
// the second text, where the verb is at place at.
func (f *finder) crossing(v, at, by int) int {
	for k := v + by; k >= 0 && k < len(f.a.Words) && abs(k-v) <= swapReach; k += by {
		if p := f.same(k); p >= 0 && party(f.a, k) && (p-at)*by < 0 && abs(p-at) <= swapReach {
			return k
		}
	}
	return -1
}

func abs(x int) int { return max(x, -x) }

// party reports whether word i names someone who can act: a name, or a noun of en/party-nouns.tsv.
func party(t *pair.Text, i int) bool {
	w := t.Words[i]
	switch {
	case w.Has(canon.Named):
		return true
	case w.Has(canon.Stop) || w.Number() || loadLists().measure[w.Key]:
		return false
	case w.Has(canon.Verb) && !w.Has(canon.Capital): // "attacked" has the stem of "attacker"
		return false
	case w.Has(canon.Capital) && (!w.Has(canon.Opens) || t.Sense[i] < 0): // at the beginning a capital tells that of an unknown word only
		return true
	}
	return loadLists().party[w.Key] || w.Has(canon.Capital) && loadLists().places[w.Key] != 0
}

func partyIn(t *pair.Text, i, end int) int {
	for ; i < end; i++ {
		if party(t, i) {
			return i
		}
	}
	return -1
}

// taggedIn reports whether any of words [i,end) has a tag.
func taggedIn(t *pair.Text, i, end int, tag canon.Tag) bool {
	for ; i < end; i++ {
		if t.Words[i].Tag == tag {
			return true
		}
	}
	return false
}
