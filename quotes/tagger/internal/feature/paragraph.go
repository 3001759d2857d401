package feature

import (
	"quotidian/articles/sentence"
	"quotidian/articles/token"
)

// MostSentences is how many sentences a paragraph of news has at most.
const MostSentences = 12

// Paragraphs calls f with each paragraph of a text, of which begins tells the first token: its tokens [first, last) and where
// its sentences begin, counted from first. Hardly an attribution crosses a paragraph's end (1 in 300 in PolNeAR's training half).
//
// A paragraph of more than most sentences is a text that lost its line breaks. It is given sentence by sentence, since what a
// sentence has to do with others is another thing there than in what the model has learned from; runs that hold an odd number
// of quotation marks are not parted.
func Paragraphs(toks []token.Token, sents []sentence.Sentence, begins func(token.Token) bool, most int, f func(first, last int, starts []int)) {
	var starts []int
	from := 0 // number of the first sentence
	for i, s := range sents {
		switch {
		case i+1 < len(sents) && !begins(toks[s.Last]):
			continue
		case i+1-from <= most:
			starts = emit(sents[from:i+1], starts, f)
		default:
			starts = emitCut(toks, sents[from:i+1], starts, f)
		}
		from = i + 1
	}
}

// emitCut calls f with the shortest runs of sentences that hold an even number of quotation marks.
func emitCut(toks []token.Token, sents []sentence.Sentence, starts []int, f func(first, last int, starts []int)) []int {
	from, marks := 0, 0
	for i, s := range sents {
		for _, t := range toks[s.First:s.Last] {
			if t.Kind == token.Mark {
				marks++
			}
		}
		if marks%2 == 0 || i+1 == len(sents) {
			starts = emit(sents[from:i+1], starts, f)
			from, marks = i+1, 0
		}
	}
	return starts
}

// emit calls f with sentences, and gives back the memory of starts.
func emit(sents []sentence.Sentence, starts []int, f func(first, last int, starts []int)) []int {
	starts = starts[:0]
	first := sents[0].First
	for _, s := range sents {
		starts = append(starts, s.First-first)
	}
	f(first, sents[len(sents)-1].Last, starts)
	return starts
}
