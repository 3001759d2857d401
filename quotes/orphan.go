package quotes

import "quotidian/articles/token"

// near reports whether the speaker before the orphan k, which stands in unit ui, is near enough to have said it.
func (r *reading) near(k, ui int) bool { return r.lastUnit >= 0 && ui-r.lastUnit <= r.reach(k) }

// overInside reports whether the sentence of a stretch is over inside its marks, so that whatever follows without a capital is no part of it: an
// address, a signature in small letters, a dash.
func (r *reading) overInside(s stretch) bool {
	open, close := int(s.open), int(s.close)
	return s.closed && close-open > maxNickname && r.tok(close-1) == "." && r.has(open+1, token.Capital) && close+1 < len(r.toks) &&
		r.words[close+1].class == 0 && r.words[close+1].verb < 0 && !r.finiteLooking(close+1)
}
