package training

import (
	"quotidian/quotes/encoder"
	"quotidian/quotes/tagger/internal/feature"
)

// Labelled is a chunk of a paragraph as the encoder reads it, with the label of each word.
type Labelled struct {
	encoder.Chunk
	Labels []int `json:"labels"`
}

// Chunks gives the paragraphs of articles for the training of the encoder, in the order of the articles.
func Chunks(list []*Article, v *encoder.Vocabulary) []Labelled {
	var out []Labelled
	lexicon, u := feature.NewLexicon(1), new(feature.Unit)
	for _, a := range list {
		a.paragraphs(u, lexicon, func(first int) {
			words := make([]string, len(u.Toks))
			for i, t := range u.Toks {
				words[i] = t.In(u.Text)
			}
			from := first
			for _, c := range v.Cut(words) {
				l := Labelled{Chunk: c}
				for _, label := range a.labels[from : from+len(c.First)] {
					l.Labels = append(l.Labels, int(label))
				}
				from += len(c.First)
				out = append(out, l)
			}
		})
	}
	return out
}
