package encoder

import (
	"sync"

	"quotidian/assets/model"
)

// Labels is how many labels a word can have. They are those of package chain, in its order.
const Labels = 8

// Beliefs are the logarithms of the probabilities of a word's labels.
type Beliefs [Labels]float32

// Encoder reads paragraphs. It reuses its memory, so one Encoder must not be used by two goroutines at once; all share one model.
type Encoder struct {
	model      *weights
	vocabulary *Vocabulary
	room       room
}

var load = sync.OnceValue(func() *weights {
	m, err := decode(model.Open("encoder.bin"))
	if err != nil {
		panic("internal error: " + err.Error())
	}
	fillTables()
	return m
})

// New gives an encoder with the model that is built into the program, which is unpacked at the first call.
func New() *Encoder { return build(load()) }

func build(m *weights) *Encoder {
	return &Encoder{model: m, vocabulary: newVocabulary(m.number)}
}

// Read appends what it believes of each word of a paragraph to dst and returns it.
func (e *Encoder) Read(dst []Beliefs, words []string) []Beliefs {
	for _, c := range e.vocabulary.Cut(words) {
		dst = e.read(dst, c)
	}
	return dst
}
