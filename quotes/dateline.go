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
	sure := r.has(i, token.Upper) && len(r.tok(i)) > 2
	for k := i; k < min(i+maxDateline, len(r.toks)-1); k++ {
		t := r.toks[k]
		switch {
		case r.dash(k):
			blanks := k > i && r.toks[k].Start > r.toks[k-1].End && r.toks[k+1].Start > r.toks[k].End
			if sure && blanks && (r.has(k+1, token.Capital) || r.toks[k+1].Kind != token.Word) {
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

// withoutDatelines takes the datelines off quotes that begin a paragraph: "ORLO, May 3 (Meridian) - [The road is open],
// the mayor said."
func (r *reading) withoutDatelines(qs []Weighed) []Weighed {
	for i := range qs {
		c := &qs[i].Content[0]
		first := r.tokenAt(c.Start)
		if r.start[first] && r.tok(first+1) == ":" && first+2 < len(r.toks) && int(r.toks[first+2].Start) < c.End && r.opensText(rng{first, first + 1}) {
			c.Start = int(r.toks[first+2].Start) // VARN: The ferry …
			continue
		}
		if k := r.afterDateline(first); k > first && int(r.toks[k].Start) < c.End {
			c.Start = int(r.toks[k].Start)
		}
	}
	return qs
}
