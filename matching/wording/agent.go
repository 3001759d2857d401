package wording

import (
	"fmt"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// agents names a party behind "by" that became another one: "started by rebels", "started by soldiers".
func (f *finder) agents() {
	for r := range f.replacements() {
		i, j := partyIn(f.a, r.a0, r.a1), partyIn(f.b, r.b0, r.b1)
		if i < 0 || j < 0 || !behindBy(f.a, i) || !behindBy(f.b, j) || f.oneParty(i, r.b0, r.b1) || f.moved(i, j) {
			continue
		}
		from, to := plainly(f.a, r.a0, r.a1), plainly(f.b, r.b0, r.b1)
		f.add(Actor, from, to, fmt.Sprintf("“%s” became “%s”: someone else acts", from, to))
	}
}

// behindBy reports whether "by" stands before the party at i, with an article or an adjective between at most, and a verb before it.
func behindBy(t *pair.Text, i int) bool {
	const reach = 3
	for k := i - 1; k > max(0, i-reach); k-- {
		if t.Words[k].Tag == canon.By {
			return t.Words[k-1].Has(canon.Verb) || k > 1 && adverbs[word(t, k-1)] && t.Words[k-2].Has(canon.Verb)
		}
	}
	return false
}

// adverbs stand behind the verbs to which they belong: "taken away by".
var adverbs = map[string]bool{"away": true, "down": true, "up": true, "out": true, "off": true, "over": true, "in": true, "back": true}

// countries names a country, or its people or a city of it, that became another one wherever it stands: "the president of Iran",
// "the president of Iraq".
func (f *finder) countries() {
	for r := range f.replacements() {
		for k := range min(r.a1-r.a0, r.b1-r.b0) {
			i, j := r.a0+k, r.b0+k
			a, b := f.lists.places[f.a.Words[i].Key], f.lists.places[f.b.Words[j].Key]
			if a == 0 || b == 0 || a == b || !f.a.Words[i].Has(canon.Capital) || !f.b.Words[j].Has(canon.Capital) || f.moved(i, j) || !f.sameContext(i, j) || f.opens(i, j) && !f.sameDeed(i+1, j+1) {
				continue
			}
			from, to := plainly(f.a, i, i+1), plainly(f.b, j, j+1)
			f.add(Actor, from, to, fmt.Sprintf("“%s” became “%s”: another country", from, to))
			return
		}
	}
}

// opens reports whether two words stand before the first verb of both texts, where they may be who acts.
func (f *finder) opens(i, j int) bool { return i < verbAt(f.a) && j < verbAt(f.b) }
