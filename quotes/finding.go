package quotes

import (
	"strings"

	"quotidian/articles/token"
)

// What texts and figures say: "…, a survey has found."

// tailVerb is tailCue that knows what texts and figures show, too.
func (r *reading) tailVerb(i int) int {
	v := r.tailCue(i)
	if v < 0 || r.is(v, homonym) {
		v = max(v, r.tailFinding(i))
	}
	return v
}

// tailFinding finds the verb of a clause that begins at token i and tells what a text or figures show: "a survey has found", "data from
// the bank showed"; -1 for none.
func (r *reading) tailFinding(i int) int {
	for j := i + 1; j < len(r.toks) && j < i+maxTail && !r.start[j] && !r.hardBreak(j) && r.within[j] < 0; j++ {
		if e := r.words[j]; e.verb < 0 || !finds(&r.lang.verbs[e.verb]) {
			continue // asked first, since it costs nothing
		}
		g, ok := r.cue(j)
		if !ok {
			continue
		}
		if g.form&(past|third) == 0 && g.form&base == 0 || g.passive || g.denied || !r.evident(r.subject(i, g.first)) {
			return -1
		}
		return j
	}
	return -1
}

// finds reports whether a verb tells what texts and figures show.
func finds(v *verb) bool { return v.base == "find" || v.base == "show" }

// evident reports whether the head of a noun phrase is a text or another thing that shows something.
func (r *reading) evident(g rng) bool {
	for i := g.first; i < g.last && r.within[i] < 0 && !r.is(i, prep) && r.tok(i) != ","; i++ {
		if (r.is(i, written) || evidence[r.tok(i)]) && (i+1 == g.last || r.is(i+1, prep) || r.tok(i+1) == "," || r.tok(i+1) == "seen" || r.pastParticiple(i+1)) {
			return true
		}
	}
	return false
}

// evidence are nouns for what shows or finds something, beside those for texts.
var evidence = map[string]bool{
	"data": true, "figures": true, "statistics": true, "poll": true, "polls": true, "surveys": true, "studies": true, "research": true, "analysis": true,
	"investigation": true, "investigations": true, "inquiry": true, "probe": true, "review": true, "resolution": true, "draft": true, "records": true,
	"census": true, "results": true, "evidence": true, "footage": true, "findings": true, "images": true, "transcript": true, "papers": true, "tests": true,
}

// insideSubject reports whether what passes for a cue is a participle inside the subject of a verb that follows: "deaths related to the virus
// were reported".
func (r *reading) insideSubject(g group, hi int) bool {
	if g.form&participle != 0 && r.tok(g.last) == "by" {
		return true // driven by cuts announced by the port
	}
	if g.form&participle == 0 || g.first != g.at {
		return false
	}
	i := g.last
	for i < hi && r.toks[i].Kind != token.Punct && r.within[i] < 0 && !r.is(i, sub|relative|aux|modal) {
		i++
	}
	return i < hi && r.within[i] < 0 && r.is(i, aux|modal)
}

// behindOccasion leaves out of what somebody says or promises when or where that was done, in front of its "that" or its infinitive:
// "promised | during the campaign | to stay", "have said | for years | that they would stay".
func (r *reading) behindOccasion(q *Quote) {
	if q.Kind == Direct || q.Cue.Empty() {
		return
	}
	content := r.tokens(q.Content[0])
	g, ok := r.endsInCue(q.Cue)
	if !ok || g.last != content.first && !(r.tok(g.last) == "," && g.last+1 == content.first) {
		return
	}
	first := r.infinitiveBehind(g, content)
	if first < 0 {
		first = r.thatBehind(g, content)
	}
	if first >= 0 {
		q.Content[0].Start = int(r.toks[first].Start)
	}
}

// infinitiveBehind gives the "to" of what cue g promises behind an occasion with which its content begins, -1 for none.
func (r *reading) infinitiveBehind(g group, content rng) int {
	if !g.verb.takes(infinitive) && g.verb.base != "agree" || !circumstantial[r.tok(content.first)] {
		return -1
	}
	for i := content.first + 2; i+1 < content.last && i < content.first+maxOccasion && !r.breaksOff(i); i++ {
		if r.tok(i) == "to" && r.actsAt(i+1) {
			return i
		}
	}
	return -1
}

// thatBehind gives the "that" of what cue g says behind an occasion with which its content begins, -1 for none.
func (r *reading) thatBehind(g group, content rng) int {
	if content.empty() || !g.verb.takes(thatClause) || !r.opensOccasion(content.first) {
		return -1
	}
	for i := content.first + 2; i+2 < content.last && i < content.first+2*maxOccasion; i++ {
		switch {
		case r.tok(i) == "that" && r.within[i] < 0:
			if r.verbal(i+1) || r.finiteLooking(i+1) || !r.clauseLike(i+1, content.last) {
				return -1
			}
			return i
		case r.breaksOff(i) && r.tok(i) != ",":
			return -1
		}
	}
	return -1
}

// opensOccasion reports whether token i may open what tells when, where or for how long something was said, and not how: "answered by
// pointing out that".
func (r *reading) opensOccasion(i int) bool {
	if r.tok(i) == "by" && strings.HasSuffix(r.tok(i+1), "ing") {
		return false
	}
	return circumstantial[r.tok(i)] || r.tok(i) == "for" || r.tok(i) == "without"
}

// breaksOff reports whether a phrase without a verb cannot go on at token i.
func (r *reading) breaksOff(i int) bool {
	return r.within[i] >= 0 || r.tok(i) == "," || r.hardBreak(i) || r.verbal(i) || r.finiteLooking(i)
}

// actsAt reports whether a word that can be a verb stands at token i behind a "to".
func (r *reading) actsAt(i int) bool {
	return r.toks[i].Kind == token.Word && !r.has(i, token.Capital) && !r.is(i, det|possessive|object|timeWord)
}
