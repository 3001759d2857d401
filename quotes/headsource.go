package quotes

import "quotidian/articles/token"

// Who speaks in a quotation that the words before its colon lead to, where those hold somebody else as well.

// innerSubject leaves out of a source the clause that reports it: "Orlo said | Kesh told her:".
func (r *reading) innerSubject(src rng) rng {
	for i := src.last - 2; i > src.first; i-- {
		if r.within[i] >= 0 || r.tok(i) == "," || r.is(i, relative|sub|prep) {
			break
		}
		if g, ok := r.cue(i); ok && g.form&(past|third) != 0 && g.form&base == 0 && g.verb.takes(bareClause) && g.first == i && (r.has(i+1, token.Capital) || r.is(i+1, pronoun) && !r.is(i+1, det)) {
			return rng{i + 1, src.last}
		}
	}
	return src
}

// statementFrom gives whose statement the words before the colon at token colon announce: "Her office sent this statement from the
// governor:". The office is not who speaks.
func (r *reading) statementFrom(lo, colon int) rng {
	for i := colon - 1; i > lo+1 && i > colon-maxObject && r.within[i] < 0; i-- {
		if r.tok(i) == "from" && r.is(i-1, written) {
			if src := r.nounRight(i + 1); src.last == colon && r.claimable(src) {
				return src
			}
			return rng{}
		}
	}
	return rng{}
}
