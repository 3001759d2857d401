package wording

import (
	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// hedgeReach is how many words before a number may belong to its hedge ("at least about", "no fewer than").
const hedgeReach = 3

// hedged finds out how sure the wording is of an amount: "some", "more than", "no fewer than" before it, "or more" behind.
func (a *amount) hedged(t *pair.Text) {
	if a.kind == roughly || a.lone {
		return
	}
	a.hedgedBefore(t)
	at := a.end
	if (a.unit == at || a.unit == at+1) && word(t, at) != "or" { // "three more days at most"
		at = a.unit + 1
	}
	for _, k := range [...]int{a.end, at} {
		phrase, end := word(t, k)+" "+word(t, k+1), k+2
		if phrase == "at the" {
			phrase, end = "at "+word(t, end), end+1
		}
		if tag := hedgesBehind[phrase]; tag != canon.NoTag {
			a.hedge, a.until = tag, end
		}
	}
}

// hedgesBehind stand behind a number or its unit.
var hedgesBehind = map[string]canon.Tag{
	"or so": canon.About, "or more": canon.Over, "or over": canon.Over, "or above": canon.Over, "at least": canon.Over,
	"or less": canon.Under, "or fewer": canon.Under, "or under": canon.Under, "or below": canon.Under, "at most": canon.Under,
}

// between are the words that may stand between a hedge and its number.
var between = map[string]bool{"than": true, "as": true, "a": true, "at": true, "to": true, "total": true, "altogether": true, "of": true}

func (a *amount) hedgedBefore(t *pair.Text) {
	for k := a.begin - 1; k >= 0 && k >= a.begin-hedgeReach; k-- {
		switch tag := hedgeTag(t, k); {
		case tag == canon.NoTag && !between[word(t, k)]:
			return
		case tag == canon.NoTag || particle(t, k):
		case tag == canon.Negator && a.from == k+1:
			a.hedge, a.from = turnedHedge(a.hedge), k
		case tag != canon.Negator:
			a.hedge, a.from = tag, k
			if w := word(t, k); (w == "least" || w == "most") && word(t, k-1) == "at" {
				a.from = k - 1
			}
		}
	}
}

// hedgeTag gives what word k says as a hedge of the amount behind it, Negator for "no" and "not" before another hedge.
func hedgeTag(t *pair.Text, k int) canon.Tag {
	switch w := word(t, k); {
	case w == "most" && word(t, k-1) == "at", w == "many" && word(t, k+1) == "as", w == "much" && word(t, k+1) == "as":
		return canon.Under
	case w == "no" || w == "not":
		return canon.Negator
	case w == "up" && word(t, k+1) != "to": // "went up 40 percent"
		return canon.NoTag
	case word(t, k+1) == "than" && comparatives[w] != canon.NoTag:
		return comparatives[w]
	case w == "ca":
		return canon.About
	}
	switch tag := t.Words[k].Tag; tag {
	case canon.About, canon.Over, canon.Under:
		return tag
	}
	return canon.NoTag
}

// comparatives say before "than" on which side of a number something lies: "children older than five" are over five.
var comparatives = map[string]canon.Tag{
	"older": canon.Over, "longer": canon.Over, "younger": canon.Under, "shorter": canon.Under,
}

// lasting reports whether one of two spans of time is that over which something lasts and the other that in which it does: "doubled
// over five years", "doubled in five years".
func lasting(a *pair.Text, x amount, b *pair.Text, y amount) bool {
	within := func(t *pair.Text, x amount) bool {
		switch word(t, x.from-1) {
		case "in", "within", "during", "for", "throughout":
			return x.hedge == canon.NoTag
		}
		return false
	}
	over := func(t *pair.Text, x amount) bool { return word(t, x.from) == "over" && x.lasts(t) > 0 }
	return over(a, x) && within(b, y) || within(a, x) && over(b, y)
}

func turnedHedge(h canon.Tag) canon.Tag {
	switch h {
	case canon.Over:
		return canon.Under
	case canon.Under:
		return canon.Over
	}
	return h
}
