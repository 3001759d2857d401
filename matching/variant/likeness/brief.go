package likeness

import "quotidian/attribution/name"

// brief is what is asked of a word most often, in one place of 32 bytes: names that share a key are gone through by the
// hundred, and whatever else is to be read of each lies elsewhere in memory.
type brief struct {
	classes name.Skeleton // see [spelled]
	hash    uint32
	// self and rarity are those of the word in steps of 1/perNat nats: whole numbers, so that a sum is the same in any order.
	self, rarity uint16
	length       uint8 // of the whole word, in letters
	number       uint8 // of classes
	known        uint8 // what the lexical table and the list of given names know
	letters      [13]uint8
}

// The bits of what is known of a word.
const (
	knownListed = 1 << iota // in the lexical table
	knownGiven              // on the list of given names
)

// perNat is the number of steps to a nat of a brief word's self score and rarity.
const perNat = 64

func briefOf(w *word) brief {
	b := brief{classes: w.classes, hash: w.hash, self: inSteps(w.code.Self), rarity: inSteps(w.rarity), length: uint8(len(w.code.Code)), number: uint8(w.number)}
	if w.listed {
		b.known |= knownListed
	}
	if w.given {
		b.known |= knownGiven
	}
	copy(b.letters[:], w.code.Code)
	return b
}

func inSteps(nats float32) uint16 { return uint16(max(0, min(nats, 1000)) * perNat) }

// lettersIn is the number of letters of word b of the set that stand in x in the same order.
func (f *Forms) lettersIn(x *word, b uint32) int {
	y := &f.brief[b-1]
	if int(y.length) > len(y.letters) {
		return x.places.letters.in(f.list[b-1].code.Code)
	}
	return x.places.letters.in(y.letters[:y.length])
}

// known is the similarity that the lexical table vouches for, see [Model.known].
func (f *Forms) known(x *word, b uint32) float32 {
	y := &f.brief[b-1]
	return f.model.Lexical.vouched(x.hash, y.hash, x.listed && y.known&knownListed != 0, x.given || y.known&knownGiven != 0)
}
