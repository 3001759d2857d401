package wording

import (
	"fmt"
	"strings"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// scope names words left out by which something was said of fewer: "most adults" became "adults", "some of the schools" "the
// schools", "one of the worst floods" "the worst flood", "only the council can" "the council can"; or of somebody else: "the
// former minister", "the minister". Put in, they narrow what was said, and are named alike.
func (f *finder) scope() {
	f.narrowed(side{t: f.a, other: f.b, same: f.same, silenced: map[ChangeKind]bool{}})
	f.narrowed(side{t: f.b, other: f.a, same: f.sameBack, back: true, silenced: map[ChangeKind]bool{}})
}

// side is one of the two texts, seen beside the other.
type side struct {
	t, other *pair.Text
	same     func(int) int // the place of a word in the other text, -1 for none
	back     bool          // whether t is the second text
	// silenced holds the kinds for which the other text was found to have a word that says as much.
	silenced map[ChangeKind]bool
}

// narrowed looks for such words that the other text does not have.
func (f *finder) narrowed(s side) {
	for i := range s.t.Words {
		w := word(s.t, i)
		switch {
		case ofPart(s.t, i), oneOfMost(s.t, i):
			f.scoped(s, i, Number, partWords)
		case w == "only" && !idleOnly(s.t, i):
			f.scoped(s, i, Modality, onlyWords)
		case ranks[w] && ranked(s.t, i):
			f.scoped(s, i, Actor, ranks)
		}
	}
}

// scoped names the words from i up to those that both texts have next, unless the other text has any of some words.
func (f *finder) scoped(s side, i int, kind ChangeKind, none map[string]bool) {
	k := next(s.t, i+1, scopeReach)
	if k < 0 || s.same(k) < 0 || counts(s.t, k) || counts(s.t, i+1) || f.has(kind) || s.silenced[kind] {
		return
	}
	for j := range s.other.Words {
		if none[word(s.other, j)] {
			s.silenced[kind] = true
			return
		}
	}
	n := s.alike(k)
	j := s.same(k)
	from, to := plainly(s.t, i, k+n), plainly(s.other, j-determinerBefore(s.other, j), j+n)
	if s.back {
		from, to = to, from
	}
	note := "“%s” became “%s”: said of more or of fewer"
	if kind == Actor {
		note = "“%s” became “%s”: someone else acts"
	}
	f.add(kind, from, to, fmt.Sprintf(note, from, to))
}

func counts(t *pair.Text, i int) bool { return t.Words[i].Number() || t.Words[i].Tag == canon.Quantity }

// alike counts the words from k on that what something is said of has in both texts: "the current travel rules".
func (s side) alike(k int) int {
	n := 1
	for n < longestHead && k+n < len(s.t.Words) && s.same(k+n) == s.same(k)+n && s.partOfHead(k+n) {
		n++
	}
	return n
}

func (s side) partOfHead(i int) bool {
	w := s.t.Words[i]
	return telling(w) && !w.Has(canon.Verb) && !punctuated(s.t, i)
}

// longestHead is how many words are shown of what something was said of.
const longestHead = 4

// determinerBefore is 1 where an article or what stands for one does before word j.
func determinerBefore(t *pair.Text, j int) int {
	if w := word(t, j-1); definite[w] || w == "a" || w == "an" {
		return 1
	}
	return 0
}

// definite are the words by which what follows is taken for known.
var definite = map[string]bool{
	"the": true, "our": true, "their": true, "these": true, "those": true, "his": true, "her": true, "its": true, "my": true,
}

// partWords say that something holds of a part, or how many there are; with any of them numbers tell what changed.
var partWords = map[string]bool{
	"most": true, "some": true, "many": true, "several": true, "part": true, "parts": true, "half": true, "few": true, "majority": true, "minority": true,
	"one": true, "among": true, "number": true, "lot": true, "much": true, "mainly": true, "mostly": true, "largely": true, "often": true, "usually": true,
	"generally": true, "certain": true, "any": true, "more": true, "almost": true, "nearly": true, "two": true, "three": true, "percent": true, "%": true, "per": true,
}

// ofPart reports whether word i says that what follows holds of a part: "most adults", "some of the schools", "many of our
// ships", "parts of the city"; who is part of the team is all of himself.
func ofPart(t *pair.Text, i int) bool {
	then := word(t, i+1)
	switch word(t, i) {
	case "most":
		before := word(t, i-1)
		if before == "the" || before == "at" || i+1 >= len(t.Words) {
			return false
		}
		return then == "of" && word(t, i+2) != "all" || telling(t.Words[i+1]) && strings.HasSuffix(then, "s")
	case "half":
		return then == "the" || then == "our" || then == "their" || then == "of"
	case "some", "many", "several", "parts", "few":
		return then == "of" && definite[word(t, i+2)]
	}
	return false
}

// oneOfMost reports whether "one of the" or "among the" and a superlative begin at word i.
func oneOfMost(t *pair.Text, i int) bool {
	at := i + 2
	switch word(t, i) {
	case "one":
		if word(t, i+1) != "of" {
			return false
		}
		at++
	case "among":
	default:
		return false
	}
	w := word(t, at)
	return word(t, at-1) == "the" && (w == "worst" || w == "most" || w == "least" || w == "first" || w == "last" || len(w) > 4 && strings.HasSuffix(w, "est") && !noSuperlative[w])
}

// noSuperlative are words that end like a superlative.
var noSuperlative = map[string]bool{
	"forest": true, "interest": true, "protest": true, "harvest": true, "guest": true, "request": true, "honest": true, "modest": true, "arrest": true,
	"contest": true, "conquest": true, "manifest": true, "invest": true, "priest": true, "breast": true, "midwest": true, "northwest": true, "southwest": true,
}

// onlyWords say that something holds of nothing else.
var onlyWords = map[string]bool{
	"only": true, "just": true, "solely": true, "alone": true, "merely": true, "exclusively": true, "sole": true, "but": true, "simply": true,
	"unless": true, "except": true, "nothing": true, "nobody": true, "not": true, "no": true, "until": true, "purely": true, "other": true, "single": true,
}

// idleOnly reports whether the "only" at word i restricts nothing: "not only", "if only", "the only", "only a few days ago".
func idleOnly(t *pair.Text, i int) bool {
	switch word(t, i-1) {
	case "not", "if", "the", "an", "our", "my", "their", "his", "her", "its":
		return true
	}
	switch word(t, i+1) {
	case "a", "an", "few", "recently", "too", "now", "then", "later", "yesterday":
		return true
	}
	return false
}

// ranks are words before an office or a lot that make another of it.
var ranks = map[string]bool{
	"deputy": true, "former": true, "ex": true, "acting": true, "vice": true, "assistant": true, "interim": true, "outgoing": true,
	"incoming": true, "honorary": true, "would-be": true, "ousted": true,
}

// ranked reports whether the word of [ranks] at i stands right before a party that no name follows: who is named is the same
// person whatever he is called.
func ranked(t *pair.Text, i int) bool {
	k := i + 1
	if word(t, k) == "prime" { // "the former prime minister"
		k++
	}
	if k >= len(t.Words) || !party(t, k) {
		return false
	}
	for n := k + 1; n < min(len(t.Words), k+4); n++ {
		if t.Words[n].Has(canon.Capital) || t.Words[n].Has(canon.Named) {
			return false
		}
	}
	return !t.Words[k].Has(canon.Named)
}
