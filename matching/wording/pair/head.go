package pair

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"sync"

	"quotidian/assets/model"
	"quotidian/matching/variant/forest"
	"quotidian/matching/wording/sense"
)

// The inputs of a head: the features, then what is known of the speakers.
const (
	// SameSpeaker is 1 when both texts are known to come from one speaker, else 0.
	SameSpeaker = int(features) + iota
	// Inputs is the number of inputs.
	Inputs
)

// Input is what a head sees of a pair.
type Input [Inputs]float32

// Heads are what is learned about pairs. Whole and Part are the two questions about a pair, each answered by a forest of
// boosted trees as calibrated log odds. They are trained apart on the same inputs, because one head trained on both is
// spoilt for either: full re-translations teach that every weighty word must be found again, trimmed quotes that most
// need not. Worth foresees at a glance whether either of them could say yes: of a hundred pairs that pass the wide gate
// one or two are.
//
// File format of wording.bin, little endian: the magic "QHEADS6\n", uint32 inputs, uint32 inputs of a glance, uint32
// version of the features, uint32 stamp of the word vectors that they were measured with; then for each forest uint32
// trees, float32 base, and for each tree features (uint8), thresholds and values (float32) in the order of [forest.Tree];
// then the bars (float32) of each need, strangers' first.
type Heads struct {
	Whole forest.Forest // do both texts report the same statement?
	Part  forest.Forest // is one text a piece of the other?
	Worth forest.Forest // is the pair worth asking?
	// Bars are what the sum of Worth must reach, after each stage and after all trees, for a pair of strangers, or of one
	// speaker, to be asked when the heads must say so much. Hopeless pairs, which nearly all are, end early so
	// (L. Bourdev and J. Brandt, "Robust object detection via soft cascade", 2005).
	Bars [2][Needs][]float32
}

// Need is how much the heads must say at least for a pair to count, in steps of log odds: who said the two, and when,
// may speak against it before a word was compared.
type Need uint8

// Needs is the number of different needs. The least of them is leastNeed in log odds, the next needStep more.
const (
	Needs     = 8
	leastNeed = -4.5
	needStep  = 1.5
)

// NeedOf is the greatest need that is not above some log odds, the least where all are above.
func NeedOf(odds float64) (n Need) {
	for n+1 < Needs && float64((n+1).Odds()) <= odds {
		n++
	}
	return n
}

// Odds gives a need in log odds.
func (n Need) Odds() float32 { return leastNeed + needStep*float32(n) }

// stage is the number of trees after which Worth may end.
const stage = 4

// worthy reports whether a pair that passes the wide gate is worth the full comparison.
func (hs *Heads) worthy(v *Glimpse, need Need) bool {
	bars := hs.Bars[0][need]
	if v[gOwn] > 0 {
		bars = hs.Bars[1][need]
	}
	f, trees := forest.Forest{Base: hs.Worth.Base}, hs.Worth.Trees
	for _, bar := range bars {
		n := min(stage, len(trees))
		f.Trees, trees = trees[:n], trees[n:]
		if f.Base = f.Sum(v[:]); f.Base < bar {
			return false
		}
	}
	return true
}

// Stages appends to dst the sum of Worth after each stage, of which the last may have fewer trees.
func (hs *Heads) Stages(dst []float32, v *Glimpse) []float32 {
	f := forest.Forest{Base: hs.Worth.Base}
	for f.Trees = range slices.Chunk(hs.Worth.Trees, stage) {
		f.Base = f.Sum(v[:])
		dst = append(dst, f.Base)
	}
	return dst
}

// Odds gives the answers to both questions about a pair.
func (hs *Heads) Odds(in *Input) (whole, part float32) {
	return hs.Whole.Sum(in[:]), hs.Part.Sum(in[:])
}

const (
	headMagic = "QHEADS6\n"
	// featureVersion grows with every change of what a feature means: TestFeaturesHaveTheirVersion says when. Heads
	// trained on other features would go on answering, and answer nonsense.
	featureVersion = 1
	treeBytes      = forest.Inner + 4*forest.Inner + 4*forest.Leaves
)

// Default are the heads that ship with the program.
var Default = sync.OnceValue(func() *Heads {
	h, err := ParseHeads(model.Open("wording.bin"))
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return h
})

const trainAgain = "run go run ./cmd/quotidian-train wording"

// ParseHeads reads what [Heads.Encode] wrote. Heads that were trained on other features or other word vectors than this
// program's are refused.
func ParseHeads(raw []byte) (*Heads, error) {
	const head = len(headMagic) + 16
	if len(raw) < head || string(raw[:len(headMagic)]) != headMagic {
		return nil, fmt.Errorf("wording heads: not a model of this version: %s", trainAgain)
	}
	field := func(i int) uint32 { return binary.LittleEndian.Uint32(raw[len(headMagic)+4*i:]) }
	if a, b := field(0), field(1); a != uint32(Inputs) || b != uint32(glances) {
		return nil, fmt.Errorf("wording heads: made for %d and %d inputs, not %d and %d: %s", a, b, Inputs, glances, trainAgain)
	}
	if v := field(2); v != featureVersion {
		return nil, fmt.Errorf("wording heads: made for version %d of the features, not %d: %s", v, featureVersion, trainAgain)
	}
	if s := field(3); s != sense.Default().Stamp() {
		return nil, fmt.Errorf("wording heads: made with word vectors %08x, not %08x: %s", s, sense.Default().Stamp(), trainAgain)
	}
	raw = raw[head:]
	out := &Heads{}
	for i, f := range out.forests() {
		if len(raw) < 8 || uint64(len(raw)-8) < uint64(binary.LittleEndian.Uint32(raw))*treeBytes {
			return nil, fmt.Errorf("wording heads: the file ends too early")
		}
		raw = parseForest(f, raw, inputsOf[i])
	}
	stages := (len(out.Worth.Trees) + stage - 1) / stage
	if want := 4 * stages * Needs * len(out.Bars); len(raw) != want {
		return nil, fmt.Errorf("wording heads: %d bytes of bars where %d belong: %s", len(raw), want, trainAgain)
	}
	for i := range out.Bars {
		for n := range out.Bars[i] {
			out.Bars[i][n] = make([]float32, stages)
			raw = parseFloats(out.Bars[i][n], raw)
		}
	}
	return out, nil
}

func parseFloats(xs []float32, raw []byte) []byte {
	for i := range xs {
		xs[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw))
		raw = raw[4:]
	}
	return raw
}

// inputsOf is the number of inputs of each forest.
var inputsOf = [...]int{int(Inputs), int(Inputs), int(glances)}

func (hs *Heads) forests() [3]*forest.Forest {
	return [...]*forest.Forest{&hs.Whole, &hs.Part, &hs.Worth}
}

func parseForest(f *forest.Forest, raw []byte, inputs int) []byte {
	f.Trees = make([]forest.Tree, binary.LittleEndian.Uint32(raw))
	f.Base = math.Float32frombits(binary.LittleEndian.Uint32(raw[4:]))
	raw = raw[8:]
	for k := range f.Trees {
		t := &f.Trees[k]
		raw = raw[copy(t.Feature[:], raw):]
		raw = parseFloats(t.Value[:], parseFloats(t.Threshold[:], raw))
		for i := range t.Feature {
			t.Feature[i] = min(t.Feature[i], uint8(inputs-1)) // a damaged file must not reach beyond the inputs
		}
	}
	return raw
}

// Encode writes the heads.
func (hs *Heads) Encode() []byte {
	out := []byte(headMagic)
	for _, x := range []uint32{uint32(Inputs), uint32(glances), featureVersion, sense.Default().Stamp()} {
		out = binary.LittleEndian.AppendUint32(out, x)
	}
	for _, f := range hs.forests() {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(f.Trees)))
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(f.Base))
		for k := range f.Trees {
			t := &f.Trees[k]
			out = appendFloats(append(out, t.Feature[:]...), t.Threshold[:])
			out = appendFloats(out, t.Value[:])
		}
	}
	for _, needs := range hs.Bars {
		for _, bars := range needs {
			out = appendFloats(out, bars)
		}
	}
	return out
}

func appendFloats(out []byte, xs []float32) []byte {
	for _, x := range xs {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(x))
	}
	return out
}

// Sigmoid turns log odds into a probability.
func Sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }
