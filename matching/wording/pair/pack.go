package pair

import (
	"encoding/binary"
	"math"

	"quotidian/matching/wording/canon"
)

// Pack keeps texts in canonical form in about six bytes a word. Unpacking one costs a tenth of preparing it anew. They
// are numbered in the order in which they were added.
//
// A text is a row of words, each in four numbers of variable length: its lexeme, how it was printed, how far it begins
// behind the end of the word before, and how long it is.
type Pack struct {
	lexemes []lexeme
	number  map[uint64]uint32
	words   []byte
	end     []uint64 // of each text, in words
}

// lexeme is what all printings of a word in one spelling have in common.
type lexeme struct {
	key, letters uint64
	value        float64
	sense        int32
	weight       float32
	tag          canon.Tag
	flags        canon.Flag
}

// printedFlags are those that belong to one printing of a word; the others belong to its lexeme.
const printedFlags = canon.Capital | canon.Opens | canon.Quoted

// Add takes in one more text.
func (p *Pack) Add(t *Text) {
	end := int64(0)
	for i := range t.Words {
		w := &t.Words[i]
		p.words = binary.AppendUvarint(p.words, uint64(p.lexeme(t, i)))
		p.words = append(p.words, byte(w.Flags&printedFlags))
		p.words = binary.AppendVarint(p.words, int64(w.Start)-end)
		p.words = binary.AppendVarint(p.words, int64(w.End-w.Start))
		end = int64(w.End)
	}
	p.end = append(p.end, uint64(len(p.words)))
}

// lexeme numbers that of word i. Two lexemes are told apart by a hash of 64 bits, as words are by their keys.
func (p *Pack) lexeme(t *Text, i int) uint32 {
	const mix = 0x9E3779B97F4A7C15
	w := &t.Words[i]
	h := (w.Key ^ w.Letters*mix ^ math.Float64bits(w.Value)) * mix
	h ^= uint64(w.Tag)<<8 | uint64(w.Flags&^printedFlags)
	n, ok := p.number[h]
	if ok {
		return n
	}
	if p.number == nil {
		p.number = map[uint64]uint32{}
	}
	n = uint32(len(p.lexemes))
	p.number[h] = n
	p.lexemes = append(p.lexemes, lexeme{w.Key, w.Letters, w.Value, t.Sense[i], t.Weight[i], w.Tag, w.Flags &^ printedFlags})
	return n
}

// Text gives text i again, equal to the one that was added; printed is its text on the page, vector its direction.
func (p *Pack) Text(i int32, printed string, vector []int8) *Text {
	begin := uint64(0)
	if i > 0 {
		begin = p.end[i-1]
	}
	packed := p.words[begin:p.end[i]]
	n := len(packed) / 4 // at least four bytes a word
	t := &Text{Printed: printed, Vector: vector, Words: make([]canon.Word, 0, n), Sense: make([]int32, 0, n), Weight: make([]float32, 0, n), Set: make([]Member, 0, n)}
	end := int64(0)
	for len(packed) > 0 {
		number, k := binary.Uvarint(packed)
		flags := canon.Flag(packed[k])
		gap, g := binary.Varint(packed[k+1:])
		length, l := binary.Varint(packed[k+1+g:])
		packed = packed[k+1+g+l:]
		x := &p.lexemes[number]
		begin := end + gap
		end = begin + length
		t.Words = append(t.Words, canon.Word{
			Key: x.key, Letters: x.letters, Value: x.value, Start: int32(begin), End: int32(end), Tag: x.tag, Flags: x.flags | flags,
		})
		t.Sense, t.Weight, t.Set = append(t.Sense, x.sense), append(t.Weight, x.weight), append(t.Set, Member{x.key, x.weight})
	}
	t.finish()
	return t
}
