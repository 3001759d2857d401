package quotes

import "quotidian/articles/token"

// maxDateline bounds a dateline with its dash, in tokens: "PORT ORLO, Velia, Sept. 23, 2031 (Meridian Press) —".
const maxDateline = 20

// afterDateline gives the first token behind the dateline that begins at token i, i itself where there is none. A
// dateline begins a paragraph with a place in capitals, or names an agency in brackets, holds nothing but capitals and
// numbers, and ends in a dash with blanks around it behind which a sentence begins.
func (r *reading) afterDateline(i int) int {
	if i > 0 && !r.start[i] {
		return i
	}
	sure := r.has(i, token.Upper) && len(r.tok(i)) > 2 || r.firstSentence(i)
	for k := i; k < min(i+maxDateline, len(r.toks)-1); k++ {
		t := r.toks[k]
		switch {
		case r.dash(k):
			if sure && k > i && r.sentenceBehind(k) {
				return k + 1
			}
			return i
		case t.Kind == token.Word && !t.Has(token.Capital), t.Kind == token.Mark:
			return i
		case r.tok(k) == "(":
			sure = true
		}
	}
	return i
}

// sentenceBehind reports whether the dash at token k has blanks around it and a sentence begins behind it.
func (r *reading) sentenceBehind(k int) bool {
	blanks := r.toks[k].Start > r.toks[k-1].End && r.toks[k+1].Start > r.toks[k].End
	return blanks && (r.has(k+1, token.Capital) || r.toks[k+1].Kind != token.Word)
}

// firstSentence reports whether token i begins the first sentence of a text, headlines aside, with a name of a few capitals
// before a dash: "La Velia - Survivors begged rescuers", "NewsVarn.net - The road is open".
func (r *reading) firstSentence(i int) bool {
	k := i
	for k < i+maxRetired && (r.has(k, token.Capital) && !r.is(k, det|pronoun|prep|sub) || k > i && r.tok(k) == "." && r.has(k+1, token.Glued)) {
		k++
	}
	if k == i || !r.dash(k) || len(r.units) == 0 {
		return false
	}
	at := r.unitOf(i)
	for u := at - 1; u >= 0; u-- {
		if u < at-maxHeadlines || r.terminal(r.units[u].last-1) {
			return false
		}
	}
	return at < maxHeadlines && r.terminal(r.units[at].last-1)
}

// maxPlace bounds a dateline that ends in a colon, in tokens: "ST. PETERSBURG, FLA.:".
const maxPlace = 7

// afterPlace gives the first token behind a dateline such as "NEW DELHI: The court …" that begins at token i, i itself where there
// is none: a known place in capitals, or any words in capitals before the first sentence of the text.
func (r *reading) afterPlace(i int) int {
	if !r.start[i] {
		return i
	}
	for k := i; k < min(i+maxPlace, len(r.toks)-1); k++ {
		switch s := r.tok(k); {
		case s == ":" && k > i:
			place := rng{i, k}
			if r.has(k+1, token.Capital) && r.within[k+1] < 0 && (r.lang.places[r.text[r.toks[i].Start:r.toks[k-1].End]] && r.terminal(r.units[r.unitOf(i)].last-1) || r.opensText(place)) {
				return k + 1
			}
			return i
		case r.toks[k].Kind == token.Word && r.has(k, token.Upper), s == ",", s == ".":
		default:
			return i
		}
	}
	return i
}

// withoutDatelines takes the datelines off quotes and sources that begin a paragraph: "ORLO, May 3 (Meridian) - [The road is open],
// the mayor said."
func (r *reading) withoutDatelines(qs []Weighed) []Weighed {
	for i := range qs {
		c := &qs[i].Content[0]
		first := r.tokenAt(c.Start)
		k := r.afterPlace(first)
		if k == first {
			k = r.afterDateline(first)
		}
		if k > first && int(r.toks[k].Start) < c.End {
			c.Start = int(r.toks[k].Start)
		}
		if s := &qs[i].Source; !s.Empty() {
			if k := r.afterDateline(r.tokenAt(s.Start)); int(r.toks[min(k, len(r.toks)-1)].Start) < s.End {
				s.Start = int(r.toks[k].Start) // London — | The airline said
			}
		}
	}
	return qs
}
