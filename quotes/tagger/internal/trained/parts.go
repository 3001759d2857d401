// Package trained holds what training makes and the tagger reads: the file format of the model, and the model
// itself with its tables filled.
//
// # File
//
// All integers are little-endian. After the eight bytes "QTAGGER3" come four blocks, each a 32-bit count and its
// entries: words (hash u32, class u16, coarse u8, rate u8, sense u16), weights of the first stage (key u32, weight i8), rows of
// the second stage (key u32, 22 weights i8 between -16 and 15), and the numbers that are single: the transitions and the
// calibration (i16 each, in a fixed order). Words and weights are sorted by hash or key, rows by how common their feature is
// in the training half, then by key: the same training gives the same bytes, and what is often needed lies together.
package trained

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"

	"quotidian/quotes/tagger/internal/chain"
	"quotidian/quotes/tagger/internal/feature"
)

// Word is what the lexicon knows of one word.
type Word = feature.Entry

// Weight is one feature of the first stage.
type Weight = chain.Weight

// Row is one feature of the second stage.
type Row = chain.Entry

// Parts is a model as a list of its numbers.
type Parts struct {
	Words   []Word
	Weights []Weight
	Rows    []Row
	Single  Single
}

// Single holds the numbers that are not in lists.
type Single struct {
	Moves chain.Transitions16
	// Calibration turns evidence into a probability: bias and weights, in units of 1/1024.
	Calibration [4]int16
}

const magic = "QTAGGER3"

// Encode gives the bytes of the model file.
func (p *Parts) Encode() []byte {
	var b bytes.Buffer
	b.WriteString(magic)
	put := func(x any) {
		if err := binary.Write(&b, binary.LittleEndian, x); err != nil {
			panic("internal error: trained: " + err.Error())
		}
	}
	put(uint32(len(p.Words)))
	put(p.Words)
	put(uint32(len(p.Weights)))
	put(p.Weights)
	put(uint32(len(p.Rows)))
	put(p.Rows)
	put(&p.Single)
	return b.Bytes()
}

// Decode reads what Encode wrote.
func Decode(raw []byte) (*Parts, error) {
	if len(raw) < len(magic) || string(raw[:len(magic)]) != magic {
		return nil, fmt.Errorf("tagger model: not of this version")
	}
	r := reader{raw: raw[len(magic):]}
	p := &Parts{}
	p.Words = make([]Word, r.count(10))
	for i := range p.Words {
		b := r.take(10)
		p.Words[i] = Word{Hash: binary.LittleEndian.Uint32(b), Class: binary.LittleEndian.Uint16(b[4:]), Coarse: b[6], Rate: b[7], Sense: binary.LittleEndian.Uint16(b[8:])}
	}
	p.Weights = make([]Weight, r.count(5))
	for i := range p.Weights {
		b := r.take(5)
		p.Weights[i] = Weight{Key: binary.LittleEndian.Uint32(b), Value: int8(b[4])}
	}
	p.Rows = make([]Row, r.count(4+chain.Width))
	for i := range p.Rows {
		b := r.take(4 + chain.Width)
		p.Rows[i].Key = binary.LittleEndian.Uint32(b)
		for j := range p.Rows[i].Values {
			v := int8(b[4+j])
			if v < chain.MinWeight || v > chain.MaxWeight {
				return nil, fmt.Errorf("tagger model: weight %d of row %d does not fit five bits", v, i)
			}
			p.Rows[i].Values[j] = v
		}
	}
	if _, err := binary.Decode(r.take(binary.Size(&p.Single)), binary.LittleEndian, &p.Single); err != nil || r.short || len(r.raw) > 0 {
		return nil, fmt.Errorf("tagger model: wrong length")
	}
	return p, nil
}

// reader takes bytes off a slice and remembers that there were too few.
type reader struct {
	raw   []byte
	short bool
}

func (r *reader) take(n int) []byte {
	if n > len(r.raw) {
		r.short, r.raw = true, nil
		return make([]byte, n)
	}
	b := r.raw[:n]
	r.raw = r.raw[n:]
	return b
}

// count takes the number of entries of size bytes each, and refuses more than there are bytes for.
func (r *reader) count(size int) int {
	n := binary.LittleEndian.Uint32(r.take(4))
	if uint64(n)*uint64(size) > uint64(len(r.raw)) {
		r.short = true
		return 0
	}
	return int(n)
}

// Model is a model ready to label.
type Model struct {
	Lexicon     *feature.Lexicon
	Cues        *chain.Linear
	Rows        *chain.Table
	Moves       *chain.Moves
	calibration [4]float64
}

// Build fills the tables.
func (p *Parts) Build() *Model {
	m := &Model{
		Lexicon: feature.NewLexicon(len(p.Words)),
		Cues:    chain.NewLinear(p.Weights),
		Rows:    chain.NewTable(p.Rows),
		Moves:   p.Single.Moves.Factors(),
	}
	m.Lexicon.British = true
	for _, w := range p.Words {
		m.Lexicon.Set(w)
	}
	for i, c := range p.Single.Calibration {
		m.calibration[i] = float64(c) / 1024
	}
	return m
}

// Probability turns evidence (log-odds in units of 1/chain.Unit) into a probability.
func (m *Model) Probability(evidence [3]int32) float64 {
	z := m.calibration[0]
	for i, v := range evidence {
		z += m.calibration[i+1] * float64(v) / chain.Unit
	}
	return 1 / (1 + math.Exp(-z))
}
