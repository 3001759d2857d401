// Package sense knows how rare a word is and which words mean nearly the same: a small table of word vectors.
//
// The vectors start from GloVe and were then moved, by package internal/train/wordings, so that independent
// translations of one sentence lie close together; each is stored as a direction in int8 with its weight in a
// sentence. The table is keyed by [canon.Word].Key: it holds no text.
//
// File format, little endian: the magic "QSENSE1\n", uint32 number of words n, uint32 dimensions d, then n keys (uint64,
// most frequent word first), n rarities (uint8, in steps of [rarityStep]), n weights (float32), n*d components (int8).
package sense

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"math/bits"
	"sync"

	"quotidian/assets/model"
)

const (
	magic      = "QSENSE1\n"
	rarityStep = 0.06
	unit       = 127
	// Unknown is the rarity of a word that is not in the table: ln of a rank beyond it.
	Unknown = 12
)

// Table is the read-only table of words.
type Table struct {
	dims    int
	stamp   uint32
	slots   []int32 // open addressing over keys; -1 is empty
	keys    []uint64
	rarity  []uint8
	weights []float32
	vectors []int8
	// sketches hold the signs of the first 128 components, to rule out words that have nothing in common.
	sketches [][2]uint64
}

// Default is the table that ships with the program.
var Default = sync.OnceValue(func() *Table {
	t, err := Parse(model.Open("wording-vectors.bin"))
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return t
})

// Entry is one word for [Encode].
type Entry struct {
	Key    uint64
	Rarity float64 // ln of the rank by frequency
	Weight float32
	Vector []float32 // any length above zero; only its direction is kept
}

// Encode writes a table; the entries must be in order of frequency and their vectors of one dimension.
func Encode(entries []Entry) []byte {
	d := len(entries[0].Vector)
	out := []byte(magic)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(entries)))
	out = binary.LittleEndian.AppendUint32(out, uint32(d))
	for _, e := range entries {
		out = binary.LittleEndian.AppendUint64(out, e.Key)
	}
	for _, e := range entries {
		out = append(out, uint8(min(255, math.Round(e.Rarity/rarityStep))))
	}
	for _, e := range entries {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(e.Weight))
	}
	for _, e := range entries {
		norm := math.Sqrt(float64(dot(e.Vector, e.Vector))) + 1e-12
		for _, x := range e.Vector {
			out = append(out, byte(int8(math.Round(float64(x)/norm*unit))))
		}
	}
	return out
}

func dot(a, b []float32) float32 {
	var s float32
	for i, x := range a {
		s += x * b[i]
	}
	return s
}

// Parse reads what [Encode] wrote.
func Parse(raw []byte) (*Table, error) {
	if len(raw) < len(magic)+8 || string(raw[:len(magic)]) != magic {
		return nil, fmt.Errorf("word vectors: not a table of this version")
	}
	stamp := crc32.ChecksumIEEE(raw)
	raw = raw[len(magic):]
	n, d := int(binary.LittleEndian.Uint32(raw)), int(binary.LittleEndian.Uint32(raw[4:]))
	raw = raw[8:]
	if len(raw) != n*(8+1+4+d) {
		return nil, fmt.Errorf("word vectors: %d bytes for %d words of %d dimensions", len(raw), n, d)
	}
	t := &Table{dims: d, stamp: stamp, keys: make([]uint64, n), rarity: raw[8*n : 9*n], weights: make([]float32, n), vectors: make([]int8, n*d)}
	for i := range n {
		t.keys[i] = binary.LittleEndian.Uint64(raw[8*i:])
		t.weights[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw[9*n+4*i:]))
	}
	for i, b := range raw[13*n:] {
		t.vectors[i] = int8(b)
	}
	t.index()
	t.sketch()
	return t, nil
}

// index fills the hash table at a load of at most one half.
func (t *Table) index() {
	size := 16
	for size < 2*len(t.keys) {
		size *= 2
	}
	t.slots = make([]int32, size)
	for i := range t.slots {
		t.slots[i] = -1
	}
	for i, k := range t.keys {
		s := t.slot(k)
		for t.slots[s] >= 0 {
			s = (s + 1) & (size - 1)
		}
		t.slots[s] = int32(i)
	}
}

func (t *Table) sketch() {
	t.sketches = make([][2]uint64, len(t.keys))
	for i := range t.keys {
		for k, x := range t.vectors[i*t.dims:][:t.dims] {
			if x < 0 && k < 128 {
				t.sketches[i][k/64] |= 1 << (k % 64)
			}
		}
	}
}

// Distant reports that two words' cosine is most likely below 0.3: their signs differ in more than two fifths of the
// components (for random directions the angle over pi; Charikar, "Similarity estimation techniques from rounding
// algorithms", 2002). It costs a tenth of [Table.Cosine].
func (t *Table) Distant(i, j int32) bool {
	if i < 0 || j < 0 {
		return true
	}
	a, b := &t.sketches[i], &t.sketches[j]
	return 5*(bits.OnesCount64(a[0]^b[0])+bits.OnesCount64(a[1]^b[1])) > 2*t.dims
}

func (t *Table) slot(key uint64) int { return int(key*0x9E3779B97F4A7C15>>32) & (len(t.slots) - 1) }

// Dims is the number of dimensions.
func (t *Table) Dims() int { return t.dims }

// Stamp tells this table from others: the checksum (CRC-32) of its file.
func (t *Table) Stamp() uint32 { return t.stamp }

// Len is the number of words.
func (t *Table) Len() int { return len(t.keys) }

// Find gives the number of the word with this key, -1 when the table does not have it.
func (t *Table) Find(key uint64) int32 {
	for s := t.slot(key); ; s = (s + 1) & (len(t.slots) - 1) {
		i := t.slots[s]
		if i < 0 || t.keys[i] == key {
			return i
		}
	}
}

// Rarity is ln of the word's rank by frequency, about 1 ("the") to 11; [Unknown] for -1.
func (t *Table) Rarity(i int32) float32 {
	if i < 0 {
		return Unknown
	}
	return float32(t.rarity[i]) * rarityStep
}

// Cosine of two words, -1 to 1; 0 when either is unknown.
func (t *Table) Cosine(i, j int32) float32 {
	if i < 0 || j < 0 {
		return 0
	}
	return float32(Dot(t.vector(i), t.vector(j))) / (unit * unit)
}

// Dot is the scalar product of two int8 vectors of one length.
func Dot(a, b []int8) int32 {
	var s0, s1, s2, s3 int32
	n := len(a) &^ 3
	b = b[:len(a)]
	for k := 0; k < n; k += 4 {
		s0 += int32(a[k]) * int32(b[k])
		s1 += int32(a[k+1]) * int32(b[k+1])
		s2 += int32(a[k+2]) * int32(b[k+2])
		s3 += int32(a[k+3]) * int32(b[k+3])
	}
	for k := n; k < len(a); k++ {
		s0 += int32(a[k]) * int32(b[k])
	}
	return s0 + s1 + s2 + s3
}

// Sum adds the words' weighted vectors to dst, which has one number a dimension, in order; unknown words, -1, add nothing.
func (t *Table) Sum(dst []float32, words []int32) {
	var four [4]int32
	n := 0
	for _, i := range words {
		if i < 0 {
			continue
		}
		four[n] = i
		if n++; n == len(four) {
			t.sumFour(dst, &four)
			n = 0
		}
	}
	for _, i := range four[:n] {
		w, v := t.weights[i], t.vector(i)[:len(dst)]
		for k, x := range v {
			dst[k] += w * components[uint8(x)]
		}
	}
}

// sumFour adds four known words, one after the other, and touches dst but once.
func (t *Table) sumFour(dst []float32, words *[4]int32) {
	a, b, c, d := t.weights[words[0]], t.weights[words[1]], t.weights[words[2]], t.weights[words[3]]
	u, v, w, x := t.vector(words[0])[:len(dst)], t.vector(words[1])[:len(dst)], t.vector(words[2])[:len(dst)], t.vector(words[3])[:len(dst)]
	for k, sum := range dst {
		sum += a * components[uint8(u[k])]
		sum += b * components[uint8(v[k])]
		sum += c * components[uint8(w[k])]
		sum += d * components[uint8(x[k])]
		dst[k] = sum
	}
}

func (t *Table) vector(i int32) []int8 { return t.vectors[int(i)*t.dims:][:t.dims] }

// components holds the float of every int8, by its bits: looking one up is faster than converting it.
var components = func() (table [256]float32) {
	for i := range table {
		table[i] = float32(int8(i))
	}
	return table
}()
