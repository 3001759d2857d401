package encoder

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"testing"

	"quotidian/assets/model"
)

// The labels as package chain numbers them.
const (
	cue          = 3
	sourceBefore = 4
	contentAfter = 7
)

// TestReads: the built-in weights know an ordinary sentence.
func TestReads(t *testing.T) {
	words := strings.Fields("The mayor of Varn said on Tuesday that the bridge would stay closed until May .")
	want := []int{4, 4, 4, 4, 3, 2, 2, 7, 7, 7, 7, 7, 7, 7, 7, 0}
	beliefs := New().Read(nil, words)
	if len(beliefs) != len(words) {
		t.Fatalf("%d beliefs of %d words", len(beliefs), len(words))
	}
	for i, b := range beliefs {
		sum, best := 0.0, 0
		for k, v := range b {
			sum += math.Exp(float64(v))
			if v > b[best] {
				best = k
			}
		}
		if math.Abs(sum-1) > 1e-4 {
			t.Errorf("%s: probabilities add to %v", words[i], sum)
		}
		if best != want[i] && (want[i] == cue || want[i] == sourceBefore || want[i] == contentAfter) {
			t.Errorf("%s: label %d, want %d (%.2f)", words[i], best, want[i], b)
		}
	}
}

// TestSameEverywhere: a processor without wide registers gives the same bits, also for chunks that fill the last quad and such that do not,
// and what was read before changes nothing.
func TestSameEverywhere(t *testing.T) {
	e := New()
	for n := 1; n < 8; n++ {
		words := slices.Repeat([]string{"Orlo", "said", "“no”"}, n)
		if n == 7 {
			words = slices.Repeat(words, 8) // more than one chunk
		}
		first := slices.Clone(e.Read(nil, words))
		plainly(func() {
			if again := New().Read(nil, words); !slices.Equal(first, again) {
				t.Errorf("%d words: other beliefs without wide registers", len(words))
			}
		})
		if again := e.Read(nil, words); !slices.Equal(first, again) {
			t.Errorf("%d words: other beliefs the second time", len(words))
		}
	}
}

func TestBrokenFiles(t *testing.T) {
	raw := model.Open("encoder.bin")
	for name, broken := range map[string][]byte{
		"nothing":        nil,
		"another file":   []byte("quotidian tagger 1\n"),
		"the head alone": raw[:len(magic)+3],
		"half":           raw[:len(raw)/2],
		"a byte more":    append(slices.Clone(raw), 0),
		"other sizes":    resized(raw, 1, 257),
		"no heads":       resized(raw, 2, 0),
		"many heads":     resized(raw, 2, 1<<27),
		"wide layers":    resized(raw, 3, 1<<14),
		"more layers":    resized(raw, 0, 13),
	} {
		if m, err := decode(broken); err == nil || m != nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// resized gives the file with another number among its sizes.
func resized(raw []byte, which int, n uint32) []byte {
	raw = slices.Clone(raw)
	binary.LittleEndian.PutUint32(raw[len(magic)+4*which:], n)
	return raw
}

// FuzzDecode: whatever a file holds, it is read or an error.
func FuzzDecode(f *testing.F) {
	raw := model.Open("encoder.bin")
	f.Add(raw[:len(magic)+24])
	f.Add(slices.Concat(raw[:len(magic)], []byte{1, 0, 0, 0, 64, 0, 0, 0, 2, 0, 0, 0, 64, 0, 0, 0, 103, 0, 0, 0, 44, 1, 0, 0}, make([]byte, 200_000)))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if m, err := decode(raw); (m == nil) == (err == nil) {
			t.Errorf("%v, %v", m != nil, err)
		}
	})
}

func BenchmarkRead(b *testing.B) { benchmark(b) }

// BenchmarkReadPlainly is what processors without wide registers take.
func BenchmarkReadPlainly(b *testing.B) { plainly(func() { benchmark(b) }) }

func benchmark(b *testing.B) {
	e := New()
	paragraph := strings.Fields(strings.Repeat("The mayor of Varn said on Tuesday that the bridge would stay closed until May . ", 4))
	pieces := 0
	for _, c := range e.vocabulary.Cut(paragraph) {
		pieces += len(c.Pieces)
	}
	b.ReportAllocs()
	var beliefs []Beliefs
	for b.Loop() {
		beliefs = e.Read(beliefs[:0], paragraph)
	}
	b.ReportMetric(float64(pieces*b.N)/b.Elapsed().Seconds(), "pieces/s")
}
