package quotes

import "quotidian/articles/token"

// hedged reports whether the cue of an utterance that the tagger read reports none: what somebody "has not said",
// "would say" or says only "if he says". Attitudes are true of their holder even so, and stay.
func (r *reading) hedged(q *Quote) bool {
	if q.Medium == Thought || q.Cue.Empty() {
		return false
	}
	cue := r.tokens(q.Cue)
	if q.Kind == Indirect && r.asksBack(cue.first) || r.nobody(r.tokens(q.Source)) && !q.Source.Empty() {
		return true
	}
	hedged := false
	r.each(q.Cue, func(i int) bool {
		g, ok := r.cue(i)
		hedged = ok && g.verb.medium != Thought && (r.denies(g) || r.saying(g) || r.hypothetical(g) || r.supposes(cue.first, g.first) || q.Source.Empty() && r.asked(g) && !r.asksOut(q))
		return !hedged
	})
	return hedged
}

// denies reports whether a cue says that something was not said. Where what it denies is itself a denial, both together state something: "has not
// ruled out a strike", "did not deny that he knew".
func (r *reading) denies(g group) bool {
	switch g.verb.base {
	case "rule":
		return g.denied && r.tok(g.at+1) != "out"
	case "deny", "dispute":
		return g.denied && r.tok(g.at-1) == "to"
	}
	return g.denied
}

// supposes reports whether a word of tokens [first, last) of a cue makes the rest of it a supposition: "would be wrong to
// say".
func (r *reading) supposes(first, last int) bool {
	for i := first; i < last; i++ {
		if r.is(i, nonCue) && r.is(i, modal) && !r.has(i, token.Capital) {
			return true
		}
	}
	return false
}

// asksBack reports whether the sentence of token i is a question that asks whether or why something was said: "Did Orlo
// say …?", "Why would Orlo say …?"
func (r *reading) asksBack(i int) bool {
	u := r.units[r.unitOf(i)]
	if r.tok(u.last-1) != "?" || r.within[u.last-1] >= 0 {
		return false
	}
	first := u.first
	if r.is(first, relative|sub) {
		first++
	}
	return r.is(first, aux|modal) && first < i
}

// turnDown reads "rejected claims that the port was closed" and its like: what is said there is that the claims are wrong,
// so that the noun for what others say belongs to the content; the clause by itself would say the opposite.
func (r *reading) turnDown(q *Quote) {
	if q.Cue.Empty() {
		return
	}
	cue, content := r.tokens(q.Cue), r.tokens(q.Content[0])
	if cue.first >= content.first {
		return
	}
	that := content.first
	for that < content.last && that < content.first+maxHearsay && r.tok(that) != "that" {
		that++
	}
	if r.tok(that) != "that" || !r.is(that-1, hearsay) {
		return
	}
	for i := content.first - 1; i >= cue.first && i > that-maxHearsay-maxGroup; i-- {
		if r.is(i, reject) && i+1 < that {
			q.Cue.End = int(r.toks[i].End)
			q.Content[0].Start = int(r.toks[i+1].Start)
			return
		}
	}
}

// maxHearsay bounds the words of a noun phrase for what others say, up to its "that".
const maxHearsay = 6

// shown reports whether what the tagger reads as a statement is a thing that is shown or told of: "the picture shows a bridge",
// "told a different story", "rejected a rumour that had spread".
func (r *reading) shown(q *Quote) bool {
	if q.Medium == Thought || q.Kind != Indirect || len(q.Content) > 1 || r.textSpeaks(r.tokens(q.Source)) {
		return false
	}
	content, thing := r.tokens(q.Content[0]), false
	r.each(q.Cue, func(i int) bool {
		g, ok := r.cue(i)
		switch {
		case ok && r.claimsOf(g) && r.tokens(q.Cue) == g.rng:
			thing = true
		case !ok || g.at >= content.first || r.complementAt(content.first, content.last, g.verb):
		case g.verb.base == "add":
			thing = !r.is(content.first, pronoun) && !r.clauseLike(content.first, content.last) // "added a goal"
		case g.verb.base == "tell":
			thing = r.tale(content.last - 1)
		case r.is(i, reject):
			thing = r.rumour(content)
		default:
			thing = g.verb.base == "show"
		}
		return !ok
	})
	return thing
}

// tale reports whether a word is what one tells without saying what: "told a different story".
func (r *reading) tale(i int) bool {
	switch r.tok(i) {
	case "story", "stories", "tale", "tales", "truth", "lie", "lies", "joke", "jokes":
		return true
	}
	return false
}

// rumour reports whether content is what others say, told by what became of it and not by what it says: "a rumour that
// had spread".
func (r *reading) rumour(content rng) bool {
	for i := content.first; i < min(content.first+maxHearsay, content.last); i++ {
		if r.is(i, hearsay) && r.tok(i+1) == "that" {
			return r.verbal(i + 2)
		}
	}
	return false
}

// asksOut reports whether the content of q is a question clause, which somebody unnamed asked: "Asked whether he would
// stay, Orlo …".
func (r *reading) asksOut(q *Quote) bool {
	i := r.tokenAt(q.Content[0].Start)
	return r.within[i] < 0 && r.is(i, sub|relative) && !r.is(i, prep) && r.tok(i) != "that"
}

// asked reports whether a cue opens its sentence as a participle that somebody unnamed did: "Asked about the letter,".
func (r *reading) asked(g group) bool {
	return g.form&participle != 0 && g.form&ing == 0 && g.first == g.at && r.has(g.at, token.Capital)
}

// hypothetical reports whether a cue is only supposed: "would say", "if the court asks".
func (r *reading) hypothetical(g group) bool {
	if r.supposes(g.first, g.at) && !r.onlySaid(g.at) { // a capital would be Mrs May
		return true
	}
	for i := g.first - 1; i >= 0 && i >= g.first-maxCondition && r.within[i] < 0; i-- {
		switch {
		case r.is(i, nonCue) && !r.is(i, modal) || r.tok(i) == "Had": // "Had the mayor said so,"
			return true
		case r.tok(i) == "," || r.hardBreak(i) || r.verbal(i):
			return false
		}
	}
	return false
}

// onlySaid reports whether the verb at token i tells of all that somebody said: "would only say that".
func (r *reading) onlySaid(i int) bool {
	return i > 1 && r.tok(i-1) == "only" && r.tok(i-2) == "would"
}

// maxCondition bounds the words between "if" and its cue.
const maxCondition = 8
