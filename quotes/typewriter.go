package quotes

import (
	"slices"

	"quotidian/articles/sentence"
	"quotidian/articles/token"
)

// typewritten gives the tokens and sentences of a text with two single marks that touch as one token: typewriters, wires and
// archives of papers print double marks so, and where a program then bends them “so” becomes ‘’so’’. Two commas in front
// of a word are a low mark. The tagger was taught on the marks one by one and reads them as they are.
func typewritten(c sentence.Cut) ([]token.Token, []sentence.Sentence) {
	first := 0
	for first < len(c.Tokens) && !doubled(c.Text, c.Tokens, first) {
		first++
	}
	if first == len(c.Tokens) {
		return c.Tokens, c.Sentences
	}
	toks := slices.Clone(c.Tokens[:first])
	for i := first; i < len(c.Tokens); i++ {
		t := c.Tokens[i]
		if doubled(c.Text, c.Tokens, i) {
			i++
			t.Kind, t.End = token.Mark, c.Tokens[i].End
		}
		toks = append(toks, t)
	}
	return toks, sentence.Split(nil, c.Text, toks)
}

// doubled reports whether the mark at token i and the next stand for one. Of three the one inside is the single mark: the first of
// those that close, which touch a word before them.
func doubled(text string, toks []token.Token, i int) bool {
	if opensDoubled(text, toks, i) {
		return true
	}
	if !again(text, toks, i) {
		return false
	}
	switch toks[i].In(text) {
	case "'", "`", "‘", "’":
		return !toks[i].Has(token.Glued) || !again(text, toks, i+1)
	}
	return false
}

// opensDoubled reports two signs that together open: bent marks, the second one wrongly, and commas.
func opensDoubled(text string, toks []token.Token, i int) bool {
	if i+2 >= len(toks) || toks[i].Has(token.Glued) || !toks[i+1].Has(token.Glued) || !toks[i+2].Has(token.Glued) {
		return false
	}
	switch text[toks[i].Start:toks[i+1].End] {
	case "‘’":
		return true
	case ",,":
		return closedLater(text, toks, i+2)
	}
	return false
}

// closedLater reports whether a double mark of some kind closes in the paragraph from token i on: two commas may be one too many.
func closedLater(text string, toks []token.Token, i int) bool {
	const farthest = 200 // tokens
	for k := i; k < min(i+farthest, len(toks)) && !toks[k].Has(token.Paragraph); k++ {
		if t := toks[k]; t.Kind == token.Mark && t.Has(token.Glued) {
			if f, _ := shape(t.In(text)); f == doubles || again(text, toks, k) {
				return true
			}
		}
	}
	return false
}

// again reports whether the mark at token i is printed twice, without a blank.
func again(text string, toks []token.Token, i int) bool {
	return i+1 < len(toks) && toks[i].Kind == token.Mark && toks[i+1].Has(token.Glued) && toks[i].In(text) == toks[i+1].In(text)
}
