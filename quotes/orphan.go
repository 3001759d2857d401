package quotes

import "quotidian/articles/token"

// orphan reports a stretch that has the shape of an utterance though nothing attributes it, when a speaker was
// introduced just before.
func (r *reading) orphan(k int, u rng, ui int) {
	s := r.stretches[k]
	open, close := int(s.open), int(s.close)
	if open != u.first || close < u.last-2 && !r.endsHere(k, ui) || r.inCapitals(open+1, close) || close-open < 4 || s.single && close-open < 6 || !r.endsSpeech(close) && close < u.last-1 {
		return
	}
	q := found{kind: Direct, content: []rng{r.whole(k)}, sure: sureLoose, reason: "quotation marks alone"}
	if r.callerBehind(s, ui) {
		r.claim(k)
		q.source, q.sure, q.reason = r.last, sureOrphan, "quotation marks alone, before what else their speaker says"
		r.out = append(r.out, q)
		return
	}
	by, cue := r.gesturer(ui)
	if by.empty() {
		by, cue = r.newActor(ui), rng{}
	}
	if by.empty() {
		by = r.curt(ui)
	}
	if !by.empty() {
		q.source, q.cue, q.sure, q.reason = by, cue, sureOrphan, "quotation marks alone, after what their speaker did"
		r.last, r.lastUnit = by, ui
	} else if r.near(k, ui) {
		q.source, q.sure, q.reason = r.last, sureOrphan, "quotation marks alone, after the speaker before"
		r.lastUnit = ui
	}
	r.claim(k)
	r.out = append(r.out, q)
	r.open = len(r.out) - 1
}

// reach is how many units behind its speaker the orphan k may stand: further where the quotation before it was
// never closed, since an utterance that goes on may have a caption in it.
func (r *reading) reach(k int) int {
	if k > 0 && r.claimed[k-1] && !r.stretches[k-1].closed {
		return 5
	}
	return 2
}

// near reports whether the speaker before the orphan k, which stands in unit ui, is near enough to have said it.
func (r *reading) near(k, ui int) bool { return r.lastUnit >= 0 && ui-r.lastUnit <= r.reach(k) }

// overInside reports whether the sentence of a stretch is over inside its marks, so that whatever follows without a capital is no part of it: an
// address, a signature in small letters, a dash.
func (r *reading) overInside(s stretch) bool {
	open, close := int(s.open), int(s.close)
	return s.closed && close-open > maxNickname && r.tok(close-1) == "." && r.has(open+1, token.Capital) && close+1 < len(r.toks) &&
		r.words[close+1].class == 0 && r.words[close+1].verb < 0 && !r.finiteLooking(close+1)
}

// endsHere reports whether the sentence of the orphan k ends with it though more of its unit follows.
func (r *reading) endsHere(k, ui int) bool {
	s := r.stretches[k]
	return r.overInside(s) && r.near(k, ui) || r.callerBehind(s, ui)
}

// standsAlone reports whether nothing follows a stretch in its unit but what is no part of its sentence.
func (r *reading) standsAlone(s stretch, u rng) bool {
	return int(s.close) >= u.last-2 || r.overInside(s) || r.remarkBehind(s)
}

// remarkBehind reports whether a whole sentence stands in the marks of a stretch and the reporter's remark on it follows behind a dash or a
// comma: “But some stay away” - their children are at school; “It will be all of it”, meaning that none is left.
func (r *reading) remarkBehind(s stretch) bool {
	open, close := int(s.open), int(s.close)
	if !s.closed || !r.has(open+1, token.Capital) || r.nameLike(s) || !r.clauseWord(open+1, close) {
		return false
	}
	if r.tok(close-1) == "," || r.has(close+2, token.Glued) {
		return false // “We stay,” -Orlo said
	}
	return r.dash(close+1) || r.tok(close+1) == "," && r.tok(close+2) == "meaning"
}

// callerBehind reports whether a stretch in unit ui ends in a question or a call, and whoever says more right behind it is its speaker:
// “How sad is that?” | Orlo said that the system was broken.
func (r *reading) callerBehind(s stretch, ui int) bool {
	return r.callsInside(s) && r.lastUnit == ui && r.last.first == int(s.close)+1
}

// callsInside reports whether the sentence of a stretch ends inside its marks with a question or a call and another begins behind them.
func (r *reading) callsInside(s stretch) bool {
	last, next := r.tok(int(s.close)-1), int(s.close)+1
	return s.closed && (last == "?" || last == "!") && r.has(int(s.open)+1, token.Capital) && r.has(next, token.Capital) && !r.has(next, token.Glued)
}
