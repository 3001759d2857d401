package trained

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotidian/quotes/tagger/internal/chain"
)

func sample() *Parts {
	p := &Parts{
		Words:   []Word{{Hash: 7, Class: 300, Coarse: 9, Rate: 3, Sense: 431}, {Hash: 1 << 31}},
		Weights: []Weight{{Key: 5, Value: -127}},
		Rows:    []Row{{Key: 11, Values: [chain.Width]int8{0: 1, chain.Width - 1: chain.MinWeight}}},
	}
	p.Single.Moves.Pair[chain.Shapes-1][1][2] = -300
	p.Single.Calibration = [4]int16{1024, -512, 0, 3}
	return p
}

func TestDecodeReadsWhatEncodeWrote(t *testing.T) {
	got, err := Decode(sample().Encode())
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(sample(), got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestProbability(t *testing.T) {
	m := sample().Build()
	certain, doubtful := m.Probability([3]int32{-8 * chain.Unit, 0, 0}), m.Probability([3]int32{2 * chain.Unit, 0, 0})
	if certain < 0.99 || doubtful != 0.5 {
		t.Errorf("log-odds 5 and 0 give %v and %v", certain, doubtful)
	}
}

// FuzzDecode: whatever is read is written back byte for byte, everything else is refused.
func FuzzDecode(f *testing.F) {
	whole := sample().Encode()
	for _, b := range [][]byte{whole, whole[:len(whole)-1], append(whole, 0), nil, []byte(magic + "\xff\xff\xff\xff")} {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := Decode(raw)
		if err == nil && !bytes.Equal(p.Encode(), raw) {
			t.Fatalf("%x is read but not written back", raw)
		}
	})
}
