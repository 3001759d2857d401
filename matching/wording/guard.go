package wording

import (
	"math"
	"slices"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// holding says why a pair is left to a person, however alike its words are: machines take such pairs for one statement
// and people do not. The kinds were found by reading joins of labelled news sentences that the labels call wrong.
type holding uint16

const (
	// heldNumbers: each has a number that the other lacks, or the piece has one that its whole lacks, or one is
	// about Unit 731 and the other is not. That is the next entry of a list or the next day's count.
	heldNumbers holding = 1 << iota
	// heldQuestion: one asks what the other says.
	heldQuestion
	// heldSlight: it says little, and not in the same words ("do the right thing", "do the things right"), or in the words of a longer
	// report that quotes nobody with them (the "presumptive nominee").
	heldSlight
	// heldPiece: the piece is too slight to be recognised in a longer text ("I would like to return it").
	heldPiece
	// heldParallel: they differ in two details or more that exclude each other ([contrasts]). "Shot down 14 drones over Kesh" and
	// "23 drones over Malin" are two entries of one bulletin, 12 and 15 dead the counts of two days, whoever prints which.
	heldParallel
	// heldOther: other things stand between the words that both have ([frame]). Two outlets that quote one speaker print other words
	// there where they translate, and few such translations share their frame; who reports him without marks tells it as he likes.
	heldOther
	// heldRetold: hardly a telling word stands in both. Outlets report one speaker in their own words, and two sentences of his are
	// no less alike then: "to bring our revolution to the congress", "to have brought new members to the party".
	heldRetold
	// heldLater: they were printed weeks apart, or days where they are few, in words that are not the same. Who is reported every day
	// comes back to what he said, and one word of it ([stance]) is no piece of what he said then.
	heldLater
	// heldStrange: each quotes words that the other does not ([quotation]). One article that does so quotes two things, and a
	// piece that is quoted from end to end has its words in the quotation it was cut from.
	heldStrange
	// heldNamed: the piece only names something that the whole speaks of. What an article calls by its name is no piece of anything.
	heldNamed

	allHeld = heldNumbers | heldQuestion | heldSlight | heldPiece | heldParallel | heldOther | heldRetold | heldLater | heldStrange | heldNamed
)

// The least mass of the lighter text, in weights of words (a common one tells 5, a rare one 10, a function word a third
// of that): of whole statements in other words, and of pieces; for what anybody may have said, and for the words of one
// known speaker. Below these masses one in five pieces of the labelled texts hung under a strange statement.
const (
	leastStrange, leastOwn           = 24, 20
	leastStrangePiece, leastOwnPiece = 38, 30
)

// cutTo is the share of the longer text's words from which on a shorter one is no piece where numbers, names or days are concerned.
const cutTo = 0.7

// hold says why a pair is left to a person; f are its features.
func hold(a, b *Prepared, f *pair.Vector) (h holding) {
	if len(a.text.Words) > len(b.text.Words) {
		a, b = b, a
	}
	if f.Asks() {
		h |= heldQuestion
	}
	least, leastPiece := float32(leastStrange), float32(leastStrangePiece)
	if sameSpeaker(a, b) {
		least, leastPiece = leastOwn, leastOwnPiece
	}
	mass := min(a.text.Mass, b.text.Mass)
	if mass < least && (f.Verbatim() < nearVerbatim || cut(a, b) && !b.quotesAny()) {
		h |= heldSlight
	}
	if mass < leastPiece {
		h |= heldPiece
	}
	if numbersPart(a, b) {
		h |= heldNumbers
	}
	if cut(a, b) && namesOnly(a.text) {
		h |= heldNamed
	}
	if later(a, b, f) {
		h |= heldLater
	}
	return h
}

// cut reports whether a text is so much shorter than another that it is a piece of it, if anything.
func cut(a, b *Prepared) bool { return float64(len(a.text.Words)) < cutTo*float64(len(b.text.Words)) }

// later reports whether two texts, the first of which is the shorter one, were printed too far apart for what they have in common.
func later(a, b *Prepared, f *pair.Vector) bool {
	few := min(a.text.Mass, b.text.Mass) < leastStrangePiece && !together(a, b)
	return (timePrior(a, b) < 0 || few) && f.Verbatim() < nearVerbatim || stance(a, b, f)
}

// stance reports whether two texts printed days apart are more likely what somebody says again and again than one cut from the other:
// few words ("a disaster"), what only names a thing ("his single-payer plan"), and reports, whose words are the outlets' own: cut weeks
// later, or few and not quite the same. Few words that somebody is quoted with say nothing about when; a is the shorter text.
func stance(a, b *Prepared, f *pair.Vector) bool {
	if together(a, b) {
		return false
	}
	reported := !a.quotedWhole() || !b.quotedWhole()
	mass := min(a.text.Mass, b.text.Mass)
	switch {
	case reported && thing(a.text) && thing(b.text) && a.text.Exact != b.text.Exact:
		return true
	case cut(a, b):
		return mass < leastOwnPiece || reported && timePrior(a, b) < 0
	}
	return reported && mass < leastStrangePiece && f.Verbatim() < sameAgain
}

// quotedWhole reports whether every word stands between quotation marks.
func (p *Prepared) quotedWhole() bool {
	for i := range p.text.Words {
		if !p.inQuotes(i) {
			return false
		}
	}
	return true
}

// retoldShare is the share of the telling words of the text that has fewer up to which a report shares hardly any with another.
const retoldShare = 1.0 / 3

// retold reports whether hardly a telling word of the text that has fewer stands in the other, or names alone. Longer texts share more.
func retold(a, b *Prepared) bool {
	if max(a.Words(), b.Words()) > framed {
		return false
	}
	return toldShare(a.text, b.text) <= retoldShare || !sharePlain(a.text, b.text)
}

// toldShare is the share of the telling words of the text that has fewer which stand in the other.
func toldShare(a, b *pair.Text) float64 {
	shared, of := sharedWords(a, b)
	if s, n := sharedWords(b, a); n < of || n == of && s < shared { // the same whichever comes first
		shared, of = s, n
	}
	return float64(shared) / float64(max(of, 1))
}

// sharedWords counts the telling words of a text and those of them that another has.
func sharedWords(a, b *pair.Text) (shared, of int) {
	for _, w := range a.Words {
		if telling(w) {
			of++
			if slices.ContainsFunc(b.Words, func(v canon.Word) bool { return v.Key == w.Key }) {
				shared++
			}
		}
	}
	return shared, of
}

// numbersPart reports whether numbers speak against one statement; a is the shorter text.
func numbersPart(a, b *Prepared) bool {
	any := func(quantity) bool { return true }
	coded := func(p *Prepared) func(quantity) bool {
		return func(x quantity) bool { return code(p.text, x) }
	}
	if lacks(a, b, any) && (lacks(b, a, any) || float64(len(a.text.Words)) < cutTo*float64(len(b.text.Words))) {
		return true
	}
	return lacks(a, b, coded(a)) || lacks(b, a, coded(b))
}

// lacks reports whether a has a number of some kind that b does not have.
func lacks(a, b *Prepared, kind func(quantity) bool) bool {
	return slices.ContainsFunc(a.quantities, func(x quantity) bool { return kind(x) && !b.has(x) })
}

// has reports whether a text has a number, whatever it counts there.
func (p *Prepared) has(x quantity) bool {
	return slices.ContainsFunc(p.quantities, func(y quantity) bool { return x.value == y.value })
}

// open is the score that counts for a pair which is left to a person: it neither joins nor parts.
const open = 0.5

// leastAlone is the least score of a piece for which nothing but its words speaks: no two articles that quote one
// speaker, no report beside a quotation. Headlines resemble pieces of the text below them.
const leastAlone = 0.97

// sure gives the score that counts for a join that no person looks at. What one speaker is quoted with in two articles
// needs no more than the words, unless these tell of two things.
func (h holding) sure(s Score, k company) Score {
	if !k.quoted {
		h &^= heldOther
	}
	if !k.beside {
		if k.quoted && h&heldStrange != 0 {
			s.Part = math.Min(s.Part, open)
		}
		h &^= heldStrange | heldNamed
	}
	if k.quoted || !k.twice {
		h &^= heldRetold
	}
	switch {
	case k.twice:
		h &= heldQuestion | heldParallel | heldOther | heldSlight | heldRetold | heldLater | heldStrange | heldNamed
	case s.Part < leastAlone:
		s.Part = math.Min(s.Part, open)
	}
	if h&^heldPiece != 0 {
		s.Whole = math.Min(s.Whole, open)
	}
	if h != 0 {
		s.Part = math.Min(s.Part, open)
	}
	return s
}
