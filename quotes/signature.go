package quotes

import "quotidian/articles/token"

// maxSignature bounds the words of a signature.
const maxSignature = 14

// signed tries `“…” — Orlo, mayor of Varn`: a quotation with a dash and a name on the same line or the next, as
// letters, pull quotes and collections of voices print them.
func (r *reading) signed(k, ui int) bool {
	s := r.stretches[k]
	dash := int(s.close) + 1
	if !r.start[s.open] && r.tok(int(s.open)-1) != ":" || !isDash(r.tok(dash)) {
		return false
	}
	src := r.signature(dash + 1)
	if src.empty() {
		return false
	}
	r.claim(k)
	r.take(found{
		kind: Direct, content: []rng{r.whole(k)}, source: src, sure: sureColon,
		reason: "quotation marks, then a dash and a name",
	}, group{}, ui)
	return true
}

func isDash(s string) bool {
	switch s {
	case "—", "–", "―", "--", "-":
		return true
	}
	return false
}

// signature gives the name with its description that fills the line from token i on.
func (r *reading) signature(i int) rng {
	if !r.has(i, token.Capital) || r.start[i] {
		return rng{}
	}
	end := i
	for end < len(r.toks) && !r.start[end] && !r.terminal(end) {
		if end-i >= maxSignature || r.within[end] >= 0 || r.verbal(end) || r.is(end, pronoun) && !r.is(end, det) {
			return rng{}
		}
		end++
	}
	return rng{i, end}
}
