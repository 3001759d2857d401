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
	leastOwnCut = 20 // of a clause that another article reports of the same speaker in those days, word for word and with more behind it
)

// thin reports whether a quote says too little to be recognised elsewhere.
func thin(p *Prepared) bool {
	least := float32(leastQuoted)
	if p.Kind == quotes.Indirect {
		least = leastPhrase
		if clausal(p.text) {
			least = leastClause
		}
	}
	return matter(p.text) < least
}

// clausal reports whether some word of a text can only be a verb.
func clausal(t *pair.Text) bool {
	return slices.ContainsFunc(t.Words, func(w canon.Word) bool { return w.Has(canon.Verb) })
}

// headless reports whether the other text does not speak of the thing that a phrase is about: "the departure of the finance
// director" and "the finance director had approved the payments" share a person, and nothing that was said.
func headless(phrase, other *pair.Text) bool {
	head := headOf(phrase)
	if head < 0 {
		return false
	}
	for j := range other.Words {
		if pair.Likeness(phrase, head, other, j) >= equivalent {
			return false
		}
	}
	return true
}

// thing reports whether a text only names something: no verb stands in it, none may, and nothing is to be done.
func thing(t *pair.Text) bool {
	for i, w := range t.Words {
		switch {
		case w.Has(canon.Verb), w.Tag >= canon.Can && w.Tag <= canon.Should, w.Tag == canon.Be, w.Tag == canon.Have:
			return false
		case i == 0 && (word(t, i) == "to" || word(t, i) == "that"):
			return false
		}
	}
	return true
}

// namesOnly reports whether a text does no more than name something, in one telling word beside capitals.
func namesOnly(t *pair.Text) bool {
	told := 0
	for _, w := range t.Words {
		if telling(w) && plain(w) {
			told++
		}
	}
	return told < 2 && thing(t)
}

// sharePlain reports whether two texts have a telling word in common that is no name.
func sharePlain(a, b *pair.Text) bool {
	return slices.ContainsFunc(a.Words, func(w canon.Word) bool {
		return telling(w) && plain(w) && slices.ContainsFunc(b.Words, func(v canon.Word) bool { return v.Key == w.Key && plain(v) })
	})
}

// headOf gives the word that a phrase is about: the last telling one before a preposition that follows on any; -1 for none.
func headOf(t *pair.Text) int {
	head := -1
	for i, w := range t.Words {
		switch {
		case telling(w):
			head = i
		case head >= 0 && preposition(word(t, i)):
			return head
		}
	}
	return head
}

func preposition(w string) bool {
	switch w {
	case "of", "to", "for", "in", "on", "at", "with", "from", "by", "over", "about", "against", "into", "than", "that", "who", "which":
		return true
	}
	return false
}
