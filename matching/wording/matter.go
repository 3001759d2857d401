package wording

import (
	"slices"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
	"quotidian/quotes"
)

// matter is how much a text tells, names aside: the weight of its telling words. Capitalised words count from the
// fourth on, since headlines capitalise all of theirs and a name seldom has more.
func matter(t *pair.Text) float32 {
	const nameWords = 3
	var sum float32
	capitals := 0
	for i, w := range t.Words {
		switch {
		case !telling(w):
		case w.Has(canon.Named):
		case w.Has(canon.Capital) && !w.Has(canon.Opens):
			if capitals++; capitals > nameWords {
				sum += t.Weight[i]
			}
		default:
			sum += t.Weight[i]
		}
	}
	return sum
}

// The least matter that can be recognised, in weights of words (a common one tells 5, a rare one 10). "To comment" or
// "the former mayor" is said of everything and everybody, and where such words are reported, nobody can tell whether
// they are the same ones. A report with a verb says more than one without, and what stands in quotation marks may be
// one word that somebody chose. A report that is to be a piece of a longer one has to say something by itself. Chosen
// by reading what was joined and proposed on PolNeAR's training articles.
const (
	leastQuoted = 6
	leastClause = 10
	leastPhrase = 16
	leastPiece  = 30
)

// thin reports whether a quote says too little to be recognised elsewhere.
func thin(p *Prepared) bool {
	least := float32(leastQuoted)
	if p.Kind == quotes.Indirect {
		least = leastPhrase
		if slices.ContainsFunc(p.text.Words, func(w canon.Word) bool { return w.Has(canon.Verb) }) {
			least = leastClause
		}
	}
	return matter(p.text) < least
}
