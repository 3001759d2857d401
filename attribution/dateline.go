package attribution

import (
	"strings"

	"quotidian/articles/sentence"
	"quotidian/articles/token"
)

// Datelines: the place, the day and the agency that a story opens with. Nobody named there speaks, and no name runs on from there
// into the story.

// maxDateline bounds a dateline, in tokens.
const maxDateline = 20

// datelineEnd gives where the dateline that opens a sentence ends, its first token where there is none: "VARN (Norpress) - | Orlo",
// "Varn - NORPA - | Orlo", "Varn, Cote d’Orlo, Jan. 29, NPA – | Orlo", "TEHRAN (Kesh News) | Orlo".
func (r *reading) datelineEnd(x sentence.Sentence) int {
	end := x.First
	if !r.toks[x.First].Has(token.Line) {
		return end
	}
	for k := x.First; k < min(x.First+maxDateline, x.Last-1); k++ {
		switch {
		case r.dash(k) && !r.toks[k].Has(token.Glued) && !r.toks[k+1].Has(token.Glued):
			if k > x.First && r.closesDateline(x.First, k) {
				end = k + 1
			}
		case !r.datelineWord(k):
			return end
		case r.punct(k, ")") && r.credits(x.First, k):
			end = k + 1
		}
	}
	return end
}

// datelineWord reports whether token k can stand in a dateline: a capital, a number, a point or comma between such.
func (r *reading) datelineWord(k int) bool {
	switch t := r.toks[k]; t.Kind {
	case token.Word:
		return t.Has(token.Capital) || r.class[k]&calendar != 0
	case token.Mark:
		return !r.doubleMark(k) // Cote d’Orlo
	case token.Punct:
		return strings.Contains(",.()/", r.word(k))
	}
	return true
}

// closesDateline reports whether what stands between the first token of a paragraph and the dash at token k is a dateline: it ends
// in an agency or a day, or opens with a place in capitals.
func (r *reading) closesDateline(first, k int) bool {
	switch before := r.toks[k-1]; {
	case before.Kind == token.Number, r.punct(k-1, ")"), before.Has(token.Upper) && before.End-before.Start > 2:
		return true
	}
	end := first
	for end < k && r.toks[end].Has(token.Upper) {
		end++
	}
	return end > first && r.punct(end, ",")
}

// credits reports whether the bracket that token k closes holds the agency of a dateline without a dash: "TEHRAN (Kesh News) Orlo".
func (r *reading) credits(first, k int) bool {
	w := r.word(first)
	return r.toks[first].Has(token.Upper) && len(w) > 2 && r.punct(first+1, "(") && r.words.places[w[:1]+strings.ToLower(w[1:])] && r.toks[k+1].Has(token.Capital)
}

// behindDateline gives where the sentence of token i begins, behind the dateline that leads to it: "Nov 4 (Meridian) - [Orlo Mills]
// raised …".
func (r *reading) behindDateline(i int) int {
	s := r.sentOf[i]
	if end := int(r.dateline[s]); end <= i {
		return end
	}
	return r.sents[s].First
}

// inDateline reports whether a name stands in the dateline of its sentence: "VARN (Norpress) - Orlo".
func (r *reading) inDateline(m *named) bool {
	return m.first < r.dateline[r.sentOf[m.first]]
}
