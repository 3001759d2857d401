// Package wordings trains what matching/wording ships, from texts that say the same thing: the word vectors, from
// GloVe and translations of the Bible, and the two heads that score pairs, from news sentences translated many times.
//
// Everything is seeded and every iteration is in a fixed order, so the same data gives the same bytes again.
package wordings

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"

	"quotidian/matching/wording/pair"
	"quotidian/matching/wording/sense"
)

// stems is the size of the vector table: 60,000 stems of 100 bytes and their keys stay under 8 MB.
const stems = 60000

// Vectors trains the table of word vectors from the GloVe file at path and the Bible translations under data.
func Vectors(glove, data string) ([]byte, error) {
	v, err := readGlove(glove, stems)
	if err != nil {
		return nil, err
	}
	verses, err := readBible(filepath.Join(data, "wordings", "bible_en"))
	if err != nil {
		return nil, err
	}
	weight := v.tune(v.bags(verses), rand.New(rand.NewPCG(7, 7)))
	return sense.Encode(v.entries(weight)), nil
}

// Heads trains both heads on all of data and calibrates them on texts that the heads used for that have not seen.
// It says on what it works by calling progress.
func Heads(data string, progress func(string)) ([]byte, error) {
	texts, err := readCorpus(data)
	if err != nil {
		return nil, err
	}
	sides := folds(texts)
	var whole, part [2]answers
	for dev := range sides {
		progress(fmt.Sprintf("calibration, half %d of 2", dev+1))
		heads, _ := train(sides[1-dev], uint64(dev))
		whole[dev], part[dev] = ask(heads, sides[dev])
	}
	progress("all texts")
	heads, s := train(texts, 2)
	calibrate(&heads.Whole, append(whole[0], whole[1]...))
	calibrate(&heads.Part, append(part[0], part[1]...))
	fitWorth(heads, s)
	return heads.Encode(), nil
}

// train fits both heads on a pool, and gives what it fitted them on.
func train(texts []*text, seed uint64) (*pair.Heads, *sample) {
	rng := rand.New(rand.NewPCG(seed, 3))
	s := examples(learners(texts), rng)
	return &pair.Heads{Whole: *fit(s.whole), Part: *fit(s.part)}, &s
}

// learners keeps up to six variants of a quotation and three of a sentence: more of them teach little and cost much.
func learners(texts []*text) []*text {
	var out []*text
	for _, t := range texts {
		if t.Stratum == "quote" && t.order < 6 || t.order < 3 {
			out = append(out, t)
		}
	}
	return out
}
