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
	anyone   // you, one, someone: stands for nobody named
)

// pronouns that can be a source; possessives stand for their owner ("his claim that …").
var pronouns = map[string]pronoun{
	"he": he, "him": he, "his": he, "himself": he, "she": she, "her": she, "hers": she, "herself": she,
	"they": they, "them": they, "their": they, "themselves": they, "it": it, "its": it, "itself": it,
	"we": we, "us": we, "our": we, "ourselves": we, "i": narrator, "me": narrator, "my": narrator, "myself": narrator,
	"who": relative, "whom": relative, "whose": relative, "which": relative, "that": relative,
	"you": anyone, "your": anyone,
}

// pronoun gives what token i can stand for; an acronym ("WHO", "US") is no pronoun.
func (r *reading) pronoun(i int) pronoun {
	if r.toks[i].Has(token.Upper) {
		return notPronoun
	}
	w := r.lower(i)
	if k := strings.IndexAny(w, "'’"); k > 0 {
		w = w[:k] // he's
	}
	return pronouns[w]
}
