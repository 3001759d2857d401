package likeness

import (
	"math/bits"

	"quotidian/attribution/name"
	"quotidian/matching/variant/edit"
)

// spelled is a run of letters: its code and the classes of its first skeleton.
type spelled struct {
	code    edit.Word
	classes name.Skeleton // the last one lowest; 0 where there is hardly a consonant
	number  int           // of classes
}

func (m *Model) spell(fold string) spelled {
	var buf [4]name.Skeleton
	s := spelled{code: m.Edit.Prepare(fold)}
	if k := name.Skeletons(buf[:0], fold)[0]; k>>60 == 0 {
		s.classes = k
	}
	for k := s.classes; k != 0; k >>= nibble {
		s.number++
	}
	return s
}

// nibble is the number of bits of a class in a skeleton.
const nibble = 4

// places tell where each class and each letter of a word stands, one bit a place, so that what another word has of them
// in the same order is counted in a few steps a letter: a test for "nothing alike" that costs a tenth of comparing letters.
type places struct {
	classes [1 << nibble]uint16
	letters letterPlaces
}

// letterPlaces tell where each letter stands.
type letterPlaces [edit.Letters]uint32

func lettersOf(code []edit.Letter) (p letterPlaces) {
	for i, c := range code {
		p[c] |= 1 << i
	}
	return p
}

func placesOf(s *spelled) (p places) {
	for i, k := 0, s.classes; k != 0; i, k = i+1, k>>nibble {
		p.classes[k&(1<<nibble-1)] |= 1 << i
	}
	p.letters = lettersOf(s.code.Code)
	return p
}

// classesIn is the number of classes that stand in the word in the same order: the longest common subsequence by the
// bit-parallel method of Hyyrö, "Bit-parallel LCS-length computation revisited" (2004).
func (p *places) classesIn(all name.Skeleton) int {
	free := ^uint32(0)
	for k := all; k != 0; k >>= nibble {
		hit := free & uint32(p.classes[k&(1<<nibble-1)])
		free = (free + hit) | (free - hit)
	}
	return bits.OnesCount32(^free)
}

// in is the same of letters.
func (p *letterPlaces) in(letters []edit.Letter) int {
	free := ^uint32(0)
	for _, c := range letters {
		hit := free & p[c]
		free = (free + hit) | (free - hit)
	}
	return bits.OnesCount32(^free)
}

// What two words can be alike at most. Of the pairs of words in the labelled names that fewInOrder tells apart none in a
// thousand is as alike as words that are aligned, but for those the lexical table knows; of those that halfInOrder does
// not pass one in a hundred is more alike than mostUnderHalf.
const mostUnderHalf = 0.7

// common is how many classes and letters two words share in order, and how many the longer one has.
type common struct{ classes, ofClasses, letters, ofLetters int }

// inOrder counts what two words share.
func inOrder(x *word, y *spelled) common {
	return common{x.places.classesIn(y.classes), max(x.number, y.number), x.places.letters.in(y.code.Code), max(len(x.code.Code), len(y.code.Code))}
}

// few reports whether the words share too little to be one name.
func (o common) few() bool {
	switch {
	case 3*o.classes < o.ofClasses:
		return true
	case 2*o.classes < o.ofClasses:
		return 2*o.letters < o.ofLetters
	case o.classes < o.ofClasses:
		return 5*o.letters < 2*o.ofLetters
	}
	return false
}

// most is what the words can be alike at most.
func (o common) most() float32 {
	switch {
	case o.few():
		return 0
	case o.classes < o.ofClasses && 2*o.letters < o.ofLetters:
		return mostUnderHalf
	}
	return variantCap
}
