package encoder

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"
)

// magic opens the file. Behind it stand, all numbers little-endian: the sizes (see sizes), the length of the vocabulary in bytes, the
// vocabulary (a line each), then the parts in the order in which decode reads them. A vector is its numbers as float32. A matrix is a
// factor for each row as float32, a multiplier (1 to 15) for each [group] of a row as a byte, and the weights, two to a byte with the first
// in the lower half, each 8 more than the whole number it stands for. A weight is whole number × multiplier × factor. What places stand for
// are vectors: one large number in each would take all steps from the others.
const magic = "quotidian encoder 1\n"

// group is how many weights of a row share a multiplier.
const group = 64

// sizes are the dimensions of the encoder.
type sizes struct{ Layers, Width, Heads, Inner, Pieces, Places uint32 }

// matrix is a matrix of a layer, ready to be multiplied: whole numbers of eight bits with a factor for each row.
type matrix struct {
	columns int
	weights []int8 // row by row
	factor  []float32
	sum     []int32 // of the weights of each row
	bias    []float32
}

// table is a matrix of which single rows are asked for; it stays as it is in the file.
type table struct {
	columns    int
	factor     []float32
	multiplier []uint8
	weights    []uint8
}

// scale is what a normalised vector is multiplied by and moved by.
type scale struct{ weight, bias []float32 }

// layer is one layer of a transformer (Vaswani et al. 2017, "Attention is all you need"), normalised behind each half.
type layer struct {
	query, key, value, mixed matrix
	inner, outer             matrix
	first, second            scale
}

// weights are what an encoder has learned.
type weights struct {
	sizes
	number    map[string]int32 // of each piece
	pieces    table
	places    []float32 // a row each
	begin     scale
	layers    []layer
	out, move []float32 // of the labels: a row each, and what is added
}

// file reads the parts of a model's file one after the other; what is missing is told at the end.
type file struct {
	rest  []byte
	short bool
}

var errShort = errors.New("the encoder's file ends too early")

// bytes gives the next n bytes, nil where there are not so many.
func (f *file) bytes(n int) []byte {
	if n > len(f.rest) {
		f.short, f.rest = true, nil
		return nil
	}
	b := f.rest[:n]
	f.rest = f.rest[n:]
	return b
}

// number gives the next number of 32 bits, 0 where there is none.
func (f *file) number() int {
	raw := f.bytes(4)
	if raw == nil {
		return 0
	}
	return int(binary.LittleEndian.Uint32(raw))
}

func (f *file) vector(n int) []float32 {
	raw := f.bytes(4 * n)
	v := make([]float32, len(raw)/4)
	for i := range v {
		v[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw[4*i:]))
	}
	return v
}

func (f *file) table(rows, columns int) table {
	return table{
		columns: columns, factor: f.vector(rows),
		multiplier: f.bytes(rows * columns / group), weights: f.bytes(rows * columns / 2),
	}
}

func (f *file) matrix(rows, columns int) matrix {
	t := f.table(rows, columns)
	if f.short {
		return matrix{}
	}
	m := matrix{columns: columns, weights: make([]int8, rows*columns), factor: t.factor, sum: make([]int32, rows)}
	for r := range rows {
		row := m.weights[r*columns:][:columns]
		for i := range row {
			row[i] = t.whole(r*columns + i)
			m.sum[r] += int32(row[i])
		}
	}
	m.bias = f.vector(rows)
	return m
}

func (f *file) scale(n int) scale { return scale{f.vector(n), f.vector(n)} }

// whole gives number i of the table, without the factor of its row: -120 to 105.
func (t *table) whole(i int) int8 {
	w := t.weights[i/2] >> (4 * (i & 1)) & 15
	return (int8(w) - 8) * int8(t.multiplier[i/group]&15)
}

// add adds row r to x.
func (t *table) add(x []float32, r int) {
	for i := range x {
		x[i] += float32(t.factor[r] * float32(t.whole(r*t.columns+i)))
	}
}

// decode reads a model's file.
func decode(raw []byte) (*weights, error) {
	if !strings.HasPrefix(string(raw[:min(len(raw), len(magic))]), magic) {
		return nil, errors.New("no file of an encoder")
	}
	f, m := &file{rest: raw[len(magic):]}, &weights{}
	if n, err := binary.Decode(f.rest, binary.LittleEndian, &m.sizes); err != nil {
		return nil, errShort
	} else if f.rest = f.rest[n:]; !m.sound() {
		return nil, fmt.Errorf("an encoder of impossible size: %+v", m.sizes)
	}
	m.number = numbered(strings.Split(string(f.bytes(f.number())), "\n"))
	width, inner := int(m.Width), int(m.Inner)
	m.pieces, m.places, m.begin = f.table(int(m.Pieces), width), f.vector(int(m.Places)*width), f.scale(width)
	m.layers = make([]layer, m.Layers)
	for i := range m.layers {
		m.layers[i] = layer{
			query: f.matrix(width, width), key: f.matrix(width, width), value: f.matrix(width, width), mixed: f.matrix(width, width),
			inner: f.matrix(inner, width), outer: f.matrix(width, inner),
			first: f.scale(width), second: f.scale(width),
		}
	}
	m.out, m.move = f.vector(Labels*width), f.vector(Labels)
	switch {
	case f.short:
		return nil, errShort
	case len(f.rest) > 0 || len(m.number) != int(m.Pieces):
		return nil, errors.New("the encoder's file is not what its sizes say")
	}
	return m, nil
}

// sound reports whether the sizes fit each other and what the program computes with.
func (s *sizes) sound() bool {
	const widest, mostPieces = 1 << 12, 1 << 16
	fits := func(n uint32) bool { return 0 < n && n <= widest && n%group == 0 && n%columnsAtOnce == 0 }
	return s.Layers <= 64 && fits(s.Width) && fits(s.Inner) && s.Heads == s.Width/headWidth &&
		closing < s.Pieces && s.Pieces <= mostPieces && s.Places == MostPieces
}
