package sentence

import "quotidian/articles/token"

// Cut is a text with its tokens and the sentences they make. Rooms that read the same text one after the other hand its
// Cut on, so that it is cut up once. Nobody writes to it.
type Cut struct {
	Text      string
	Tokens    []token.Token
	Sentences []Sentence
}

// Of cuts a text up. A text without words or marks has no tokens and no sentences.
func Of(text string) Cut {
	c := Cut{Text: text}
	c.Tokens = token.Scan(make([]token.Token, 0, len(text)/5+8), text) // English news has five bytes and more a token
	c.Sentences = Split(make([]Sentence, 0, len(c.Tokens)/16+4), text, c.Tokens)
	return c
}
