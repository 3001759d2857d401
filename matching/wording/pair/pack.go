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
	lately  [lateLexemes]numbered // what number was asked for lately
	words   rows[byte]
	buf     []byte
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

// numbered is the number of the lexeme with a hash.
type numbered struct {
	hash   uint64
	number uint32
}

const lateLexemes = 1 << 13

// printedFlags are those that belong to one printing of a word; the others belong to its lexeme.
const printedFlags = canon.Capital | canon.Opens | canon.Quoted

// Add takes in one more text.
func (p *Pack) Add(t *Text) {
	end := int64(0)
	buf := p.buf[:0]
	for i := range t.Words {
		w := &t.Words[i]
		buf = binary.AppendUvarint(buf, uint64(p.lexeme(t, i)))
		buf = append(buf, byte(w.Flags&printedFlags))
		buf = binary.AppendVarint(buf, int64(w.Start)-end)
		buf = binary.AppendVarint(buf, int64(w.End-w.Start))
		end = int64(w.End)
	}
	p.words.add(buf)
	p.buf = buf
}

// lexeme numbers that of word i. Two lexemes are told apart by a hash of 64 bits, as words are by their keys.
func (p *Pack) lexeme(t *Text, i int) uint32 {
	const mix = 0x9E3779B97F4A7C15
	w := &t.Words[i]
	h := (w.Key ^ w.Letters*mix ^ math.Float64bits(w.Value)) * mix
	h ^= uint64(w.Tag)<<8 | uint64(w.Flags&^printedFlags)
	late := &p.lately[h%lateLexemes]
	if late.hash == h {
		return late.number
	}
	n, ok := p.number[h]
	if !ok {
		if p.number == nil {
			p.number = map[uint64]uint32{}
		}
		n = uint32(len(p.lexemes))
		p.number[h] = n
		p.lexemes = append(p.lexemes, lexeme{w.Key, w.Letters, w.Value, t.Sense[i], t.Weight[i], w.Tag, w.Flags &^ printedFlags})
	}
	*late = numbered{h, n}
	return n
}

// Text fills t with text i, equal to the one that was added, and uses t's memory; printed is its text on the page,
// vector its direction.
func (p *Pack) Text(t *Text, i int32, printed string, vector []int8) {
	*t = Text{Printed: printed, Vector: vector, Words: t.Words[:0], Sense: t.Sense[:0], Weight: t.Weight[:0], Set: t.Set[:0]}
	end := int64(0)
	for packed := p.words.row(i); len(packed) > 0; {
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
		t.Sense, t.Weight, t.Set = append(t.Sense, x.sense), append(t.Weight, x.weight), append(t.Set, Member{x.key, x.weight, int32(len(t.Words) - 1)})
	}
	t.finish()
}
