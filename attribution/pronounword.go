package attribution

import (
	"strings"

	"quotidian/articles/token"
)

// pronoun is what a pronoun can stand for.
type pronoun uint8

const (
	notPronoun pronoun = iota
	he
	she
	they
	it
	we
	narrator // I
	relative // who
	anyone   // you: stands for nobody named
)

// pronounNames are the classes of en/pronouns.tsv.
var pronounNames = map[string]pronoun{"he": he, "she": she, "they": they, "it": it, "we": we, "narrator": narrator, "relative": relative, "anyone": anyone}

// pronoun gives what token i can stand for; an acronym ("WHO", "US") is no pronoun.
func (r *reading) pronoun(i int) pronoun {
	if r.toks[i].Has(token.Upper) {
		return notPronoun
	}
	return r.words.pronouns[withoutClitic(r.lower(i))]
}

// withoutClitic gives a word without what an apostrophe joins to it: he's.
func withoutClitic(w string) string {
	if k := strings.IndexAny(w, "'’"); k > 0 {
		return w[:k]
	}
	return w
}
