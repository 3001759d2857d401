package pair

import (
	"encoding/binary"
	"fmt"
	"math"
	"sync"

	"quotidian/assets/model"
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

// Head is a small neural network, one hidden layer, that turns a pair into the log odds that one question about it
// has the answer yes.
type Head struct {
	Mean, Scale [Inputs]float32
	Hidden      [][Inputs + 1]float32 // weights, the bias last
	Output      []float32             // weights, the bias last
}

// Heads are the two questions. They are trained apart on the same inputs, because one head trained on both is spoilt
// for either: full re-translations teach that every weighty word must be found again, trimmed quotes that most
// need not.
//
// File format of wording.bin, little endian: the magic "QHEADS1\n", uint32 inputs n, uint32 hidden units h, then for
// each head float32 mean[n], scale[n], hidden[h][n+1], output[h+1].
type Heads struct {
	Whole Head // do both texts report the same statement?
	Part  Head // is one text a piece of the other?
}

const headMagic = "QHEADS1\n"

// Default are the heads that ship with the program.
var Default = sync.OnceValue(func() *Heads {
	h, err := ParseHeads(model.Open("wording.bin"))
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return h
})

// ParseHeads reads what [Heads.Encode] wrote.
func ParseHeads(raw []byte) (*Heads, error) {
	if len(raw) < len(headMagic)+8 || string(raw[:len(headMagic)]) != headMagic {
		return nil, fmt.Errorf("wording heads: not a model of this version")
	}
	raw = raw[len(headMagic):]
	n, units := int(binary.LittleEndian.Uint32(raw)), int(binary.LittleEndian.Uint32(raw[4:]))
	raw = raw[8:]
	if n != Inputs || len(raw) != 2*4*(2*n+units*(n+1)+units+1) {
		return nil, fmt.Errorf("wording heads: %d bytes for %d inputs and %d units", len(raw), n, units)
	}
	out := &Heads{}
	for _, h := range []*Head{&out.Whole, &out.Part} {
		h.Hidden, h.Output = make([][Inputs + 1]float32, units), make([]float32, units+1)
		for _, part := range h.parts() {
			for i := range part {
				part[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw))
				raw = raw[4:]
			}
		}
	}
	return out, nil
}

// parts lists the numbers of a head in the order of the file.
func (h *Head) parts() [][]float32 {
	out := [][]float32{h.Mean[:], h.Scale[:]}
	for u := range h.Hidden {
		out = append(out, h.Hidden[u][:])
	}
	return append(out, h.Output)
}

// Encode writes the heads; both must have the same number of hidden units.
func (hs *Heads) Encode() []byte {
	out := []byte(headMagic)
	out = binary.LittleEndian.AppendUint32(out, uint32(Inputs))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(hs.Whole.Hidden)))
	for _, h := range []*Head{&hs.Whole, &hs.Part} {
		for _, part := range h.parts() {
			for _, x := range part {
				out = binary.LittleEndian.AppendUint32(out, math.Float32bits(x))
			}
		}
	}
	return out
}

// Logit gives the head's answer as log odds.
func (h *Head) Logit(in *Input) float64 {
	var z Input
	for k, x := range in {
		z[k] = (x - h.Mean[k]) * h.Scale[k]
	}
	sum := h.Output[len(h.Hidden)]
	for u := range h.Hidden {
		w := &h.Hidden[u]
		t := w[Inputs]
		for k, x := range z {
			t += w[k] * x
		}
		sum += h.Output[u] * Squash(t)
	}
	return float64(sum)
}

// Squash is the hidden units' function: a rational stand-in for tanh at a tenth of its cost.
func Squash(x float32) float32 {
	switch {
	case x > 4.97:
		return 1
	case x < -4.97:
		return -1
	}
	s := x * x
	return x * (135135 + s*(17325+s*(378+s))) / (135135 + s*(62370+s*(3150+s*28)))
}

// Sigmoid turns log odds into a probability.
func Sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }
