package wording

import (
	"fmt"
	"slices"
	"strings"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// transferReach is how many words after a verb of transfer its "to" may stand.
const transferReach = 9

// recipients names changes of to whom: another party after the "to" of a verb of transfer, or one where the first
// wording named none. A recipient left out is left to trimming, and a party to which both texts have a "to" is no other one,
// whatever that goes with: "a road to Orlo", "a road leads to Orlo".
func (f *finder) recipients() {
	as, bs := receivers(f.a), receivers(f.b)
	a, given := firstOther(as, func(x phrase) bool {
		return slices.ContainsFunc(bs, func(y receiver) bool { return f.alike(x, y.phrase) })
	})
	b, got := firstOther(bs, func(y phrase) bool {
		return slices.ContainsFunc(as, func(x receiver) bool { return f.alike(x.phrase, y) })
	})
	if b.empty() || !got || given && a.empty() || !given && f.mentions(b) {
		return
	}
	to := plainly(f.b, b.begin, b.end)
	if a.empty() {
		f.add(Recipient, "", to, fmt.Sprintf("names whom it went to: “%s”", to))
		return
	}
	from := plainly(f.a, a.begin, a.end)
	f.add(Recipient, from, to, fmt.Sprintf("“%s” became “%s”: someone else receives", from, to))
}

// receiver is a "to" with a party behind it.
type receiver struct {
	phrase
	given bool // whether a verb of transfer stands before it
}

// firstOther gives the first of those to whom something is given that the other text does not have, and whether there is any to whom it is.
func firstOther(all []receiver, has func(phrase) bool) (p phrase, given bool) {
	for _, x := range all {
		given = given || x.given
		if x.given && p.empty() && !has(x.phrase) {
			p = x.phrase
		}
	}
	return p, given
}

// phrase is a stretch of words [begin,end).
type phrase struct{ begin, end int }

func (p phrase) empty() bool { return p.end <= p.begin }

// receivers lists every "to" with a party behind it. What is handed over in one sentence goes to nobody in the next, nor do those who
// go there themselves: "we will sell the ferry, and buses will run to Orlo".
func receivers(t *pair.Text) (out []receiver) {
	transfer := loadLists().transfer
	last := -transferReach - 1
	for i, w := range t.Words {
		switch {
		case transfer[w.Key]:
			last = i
		case goes[word(t, i)] || i > 0 && sentenceBegins(t, i):
			last = -transferReach - 1
		}
		if w.Tag != canon.To || len(out) == maxFigures {
			continue
		}
		given := i-last <= transferReach
		if p := nounPhrase(t, i+1); !p.empty() && (given || !infinitiveAt(t, i+1)) {
			out = append(out, receiver{phrase{i, p.end}, given})
		}
	}
	return out
}

// infinitiveAt reports whether word i, behind a "to", may be a verb for all that its printing tells: "to buy", but "to the buyer".
func infinitiveAt(t *pair.Text, i int) bool {
	return i < len(t.Words) && telling(t.Words[i]) && !t.Words[i].Has(canon.Capital)
}

// goes are verbs of motion behind which "to" names a place.
var goes = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq("go goes going went gone run runs running ran come comes coming came travel travels travelled travelling traveled traveling " +
		"move moves moved moving sail sails sailed sailing fly flies flew flown flying drive drives drove driven driving walk walks walked walking " +
		"leads leading led heads headed heading flee flees fled fleeing belong belongs belonged belonging") {
		out[w] = true
	}
	return out
}()

// nounPhrase reads articles and then telling words with a party among them.
func nounPhrase(t *pair.Text, i int) phrase {
	begin, found := i, false
	for i < len(t.Words) && i < begin+2 && !telling(t.Words[i]) && t.Words[i].Tag == canon.NoTag {
		i++
	}
	for i < len(t.Words) && i < begin+5 && telling(t.Words[i]) && (i == begin || !punctuated(t, i)) {
		found = found || party(t, i)
		i++
	}
	if !found {
		return phrase{}
	}
	return phrase{begin, i}
}

// punctuated reports whether a punctuation mark stands before word i.
func punctuated(t *pair.Text, i int) bool {
	return strings.ContainsAny(gapBefore(t, i), ",;:.()")
}

// alike reports whether two phrases share a telling word or one close in meaning.
func (f *finder) alike(a, b phrase) bool {
	for i := a.begin; i < a.end; i++ {
		if telling(f.a.Words[i]) && f.oneParty(i, b.begin, b.end) {
			return true
		}
	}
	return false
}

// mentions reports whether the first text has a telling word of the phrase anywhere.
func (f *finder) mentions(b phrase) bool {
	for j := b.begin; j < b.end; j++ {
		if telling(f.b.Words[j]) && f.align.Back[j] >= equivalent {
			return true
		}
	}
	return false
}
