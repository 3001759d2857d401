// Package wordings trains what matching/wording ships: the word vectors and the pair scorers.
package wordings

import (
	"math/rand/v2"
	"path/filepath"

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
