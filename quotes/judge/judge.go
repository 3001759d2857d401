// Package judge weighs readings of quotes: a logistic regression over hashed features of a whole reading, its words,
// its edges and what speaks for it, that says how probable the reading is to be right and to be right to the word.
//
// The tagger beside it sees a few words around each token; a judge sees the reading as a whole, and what the rules
// made of it.
//
// # File
//
// After the eight bytes "QJUDGE01" come the weights: key u32, two weights i8 (right, exact), little-endian, sorted by key.
package judge

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
)

// Weight is what one feature adds to the log-odds of both questions, times [Unit].
type Weight struct {
	Key          uint32
	Right, Exact int8
}

// Unit is the fixed-point scale of weights: 1.0 is stored as Unit.
const Unit = 48

// Score holds summed weights: log-odds times [Unit].
type Score struct{ Right, Exact int32 }

// Plus adds another score.
func (s Score) Plus(o Score) Score { return Score{s.Right + o.Right, s.Exact + o.Exact} }

// Odds turns summed weights into a probability.
func Odds(sum int32) float64 { return 1 / (1 + math.Exp(-float64(sum)/Unit)) }

// Model answers for features. It is an open-addressed table, half full; key 0 stands for an empty slot.
type Model struct {
	slots []Weight
	shift uint
}

const (
	magic = "QJUDGE01"
	size  = 6 // bytes of a weight in a file
)

// New makes a model of weights whose keys differ.
func New(weights []Weight) *Model {
	n := uint(4)
	for 1<<n < 2*len(weights) {
		n++
	}
	m := &Model{slots: make([]Weight, 1<<n), shift: 32 - n}
	for _, w := range weights {
		*m.slot(w.Key) = w
	}
	return m
}

func (m *Model) slot(key uint32) *Weight {
	mask := uint32(len(m.slots) - 1)
	for i := key >> m.shift; ; i = (i + 1) & mask {
		if w := &m.slots[i]; w.Key == key || w.Key == 0 {
			return w
		}
	}
}

// Sum adds up what the features say; one that was too rare to learn says nothing.
func (m *Model) Sum(keys []uint32) (s Score) {
	for _, k := range keys {
		w := m.slot(k) // an empty slot holds no weight
		s.Right += int32(w.Right)
		s.Exact += int32(w.Exact)
	}
	return s
}

// Encode gives the bytes of a model's file; the weights must be sorted by key.
func Encode(weights []Weight) []byte {
	raw := append(make([]byte, 0, len(magic)+size*len(weights)), magic...)
	for _, w := range weights {
		raw = binary.LittleEndian.AppendUint32(raw, w.Key)
		raw = append(raw, byte(w.Right), byte(w.Exact))
	}
	return raw
}

// Decode reads what [Encode] wrote.
func Decode(raw []byte) (*Model, error) {
	if len(raw) < len(magic) || string(raw[:len(magic)]) != magic || (len(raw)-len(magic))%size != 0 {
		return nil, fmt.Errorf("judge model: not of this version, or cut short")
	}
	raw = raw[len(magic):]
	weights := make([]Weight, len(raw)/size)
	for i := range weights {
		b := raw[i*size:]
		weights[i] = Weight{binary.LittleEndian.Uint32(b), int8(b[4]), int8(b[5])}
		if k := weights[i].Key; k == 0 || i > 0 && k <= weights[i-1].Key {
			return nil, fmt.Errorf("judge model: weight %d is out of order", i)
		}
	}
	return New(weights), nil
}

// Key hashes a template and up to two values into the key of a feature: the middle of the product of both, each turned by
// random bits as in wyhash. It is never 0.
func Key(template, a, b uint32) uint32 {
	hi, lo := bits.Mul64(uint64(a)^uint64(template+1)*0x9e3779b97f4a7c15, uint64(b)^0xa0761d6478bd642f)
	return uint32(hi) ^ uint32(lo>>32) | 1
}
