package quotes

import (
	"strings"

	"quotidian/articles/token"
)

// medium says whether a cue speaks or writes: "said in a statement" writes.
func (r *reading) medium(g group, u rng) Medium {
	switch {
	case g.verb == nil:
		return Speech
	case g.verb.medium == Speech && (r.putInWriting(g.last, u.last) || r.fromWriting(r.pastJoint(u.first), g.first) || r.writingAside(g.first)):
		return Writing
	}
	return g.verb.medium
}

// fromWriting reports whether a sentence that begins at token i opens with the text in which its speaker, before token end, said
// something: "In a statement on Monday the company said", not "In his opening statement", "In a magazine interview".
func (r *reading) fromWriting(i, end int) bool {
	by := r.tok(i)
	switch by {
	case "In", "in", "Via", "via", "On", "on":
	default:
		return false
	}
	for k := i + 1; k < end && k < i+maxMeans && r.within[k] < 0 && r.toks[k].Kind == token.Word && !r.verbal(k); k++ {
		switch {
		case r.is(k, prep), aloud[r.tok(k)]:
			return false
		case r.is(k, written):
			return !aloud[r.tok(k+1)] && (!strings.EqualFold(by, "on") || r.tok(k) != "note") && !r.relativeIn(k+1, end)
		}
	}
	return false
}

// network reports whether token i names a place to post whose name is no word of the list: "on X", "on Truth Social".
func (r *reading) network(i int) bool {
	switch r.tok(i) {
	case "X", "X.":
		return r.tok(i-1) == "on"
	case "Social":
		return r.tok(i-1) == "Truth"
	}
	return false
}

// pastJoint skips the word with which a sentence at token i takes up another: "But | in a statement", "Meanwhile, | in a post".
func (r *reading) pastJoint(i int) int {
	if !r.is(i, coord|adverb) && !r.isAdverb(i) {
		return i
	}
	if r.tok(i+1) == "," {
		return i + 2
	}
	return i + 1
}

// writingAside reports whether the aside that ends before token i names a text: "The company, in a statement, | said".
func (r *reading) writingAside(i int) bool {
	if r.tok(i-1) != "," {
		return false
	}
	j := i - 2
	for j > 0 && j > i-maxMeans && r.within[j] < 0 && r.tok(j) != "," {
		j--
	}
	return r.tok(j) == "," && r.tok(j+1) == "in" && r.fromWriting(j+1, i-1)
}

// aloud are words that tell a speech or a picture from a text.
var aloud = map[string]bool{
	"opening": true, "closing": true, "interview": true, "interviews": true, "video": true, "videos": true, "call": true, "livestream": true, "podcast": true,
	"programme": true, "program": true, "show": true, "conference": true, "live": true, "televised": true,
}

// relativeIn reports whether a relative clause begins in tokens [first, last), outside quotation marks: "In a letter that Velde
// called".
func (r *reading) relativeIn(first, last int) bool {
	for i := first; i < last && i < first+maxMeans; i++ {
		if r.within[i] < 0 && (r.is(i, relative) || r.tok(i) == "that") {
			return true
		}
	}
	return false
}

// maxMeans bounds the words between a cue and the text that it was put into.
const maxMeans = 12

// putInWriting reports whether the words from token i on, before end, say that something was written: "in a
// statement", "on Twitter".
func (r *reading) putInWriting(i, end int) bool {
	for lo := i; i < end && i < lo+maxMeans && r.within[i] < 0; i++ {
		if r.is(i, sub|aux|modal) && !r.is(i, prep) {
			return false
		}
		if r.is(i, written) && r.occasionBefore(i, lo) && !aloud[r.tok(i-1)] || r.network(i) {
			return true
		}
	}
	return false
}

// occasionBefore reports whether a preposition of means governs the noun at i: "in a written statement".
func (r *reading) occasionBefore(i, lo int) bool {
	for j := i - 1; j >= lo && i-j < 5; j-- {
		switch r.tok(j) {
		case "in", "on", "via", "by":
			return true
		case ",":
			return false
		}
	}
	return false
}

// onlyThought reports whether what a cue governs at token from is an act or a stance, and no words: "refused to leave",
// "declined to comment", "welcomed the ruling". "Refused to say who" is an answer.
func (r *reading) onlyThought(v *verb, from int) bool {
	switch {
	case v.takes(stance):
		return r.within[from] < 0 && r.tok(from) != "that"
	case !v.takes(act) || r.tok(from) != "to":
		return false
	}
	inner := r.words[min(from+1, len(r.words)-1)].verb
	return inner < 0 || r.lang.verbs[inner].medium == Thought || !r.is(from+2, sub|relative)
}

// withholds settles the medium of a quote whose cue reports an act, a stance or a topic, and no words.
func (r *reading) withholds(q *Quote) {
	if q.Kind != Indirect || q.Cue.Empty() {
		return
	}
	content, cue := r.tokens(q.Content[0]), r.tokens(q.Cue)
	if q.Source.Empty() && !r.tellsClause(content) && !r.toldWhom(cue) || q.Medium == Writing && r.writesThing(q, content) {
		q.Medium = Thought
		return
	}
	r.each(q.Cue, func(i int) bool {
		g, ok := r.cue(i)
		if ok && (r.saysNothing(q, g, content) || r.topic(g, cue) || q.Source.Empty() && r.asked(g)) { // "Asked whether …", by nobody
			q.Medium = Thought
		}
		return !ok
	})
}

// saysNothing reports whether the verb of a cue tells an act or a stance, whose grounds are not given.
func (r *reading) saysNothing(q *Quote, g group, content rng) bool {
	if !r.onlyThought(g.verb, content.first) || q.Medium != Speech && g.verb.takes(thatClause) { // "agreed in a statement" says
		return false
	}
	return !g.verb.takes(stance) || !r.givesGrounds(content)
}

// tellsClause reports whether a content is a clause, which somebody told whoever that was: "it was said that …", "asked why …". What
// nobody is named for else is expected, named, unveiled: an act or an attitude.
func (r *reading) tellsClause(content rng) bool {
	if r.tok(content.first) == "that" || r.is(content.first, sub|relative) {
		return true
	}
	return r.tok(content.first) != "to" && r.clauseLike(content.first, content.last)
}

// writesThing reports whether a person writes a thing, and not what stands in it: "signed the law", "read out the letter".
func (r *reading) writesThing(q *Quote, content rng) bool {
	cue := r.tokens(q.Cue)
	if r.textSpeaks(r.tokens(q.Source)) || r.tok(cue.last-1) == ":" || r.is(content.first, pronoun) || r.tellsClause(content) {
		return false
	}
	for i := cue.first; i < cue.last; i++ {
		if r.is(i, written) {
			return false
		}
		if g, ok := r.cue(i); ok {
			return g.verb.medium == Writing
		}
	}
	return true
}

// toldWhom reports whether a cue holds a verb of telling or charging somebody: "was told", "is accused of".
func (r *reading) toldWhom(cue rng) bool {
	for i := cue.first; i < cue.last; i++ {
		if g, ok := r.cue(i); ok && g.verb.takes(charge|bound) {
			return true
		}
	}
	return false
}

// givesGrounds reports whether the object of a stance is followed by what is said of it: "criticised her for the delay", "hailed it as a
// victory".
func (r *reading) givesGrounds(content rng) bool {
	for i := content.first + 1; i < content.last; i++ {
		if r.tok(i) == "as" || r.tok(i) == "for" {
			return true
		}
	}
	return false
}

// topic reports whether a cue tells what was talked about and nothing of what was said: "talked about the plans", "asked about the war",
// "responded to the report", "he said, referring to the strike".
func (r *reading) topic(g group, cue rng) bool {
	switch r.tok(cue.last - 1) {
	case "about":
		return g.verb.base == "ask" || g.verb.base == "wonder" || !g.verb.takes(thatClause|charge)
	case "of", "on":
		return !g.verb.takes(thatClause | charge | nounPhrase)
	case "to":
		return g.verb.base == "respond" || g.verb.base == "refer" && g.form&ing != 0 && r.tok(g.first-1) == ","
	}
	return false
}

// heard settles the medium of a quote that either reader found: what a text says was written, and a thought in
// quotation marks was said aloud.
func (r *reading) heard(q *Quote) {
	switch {
	case q.Medium == Thought && q.Kind == Direct:
		q.Medium = Speech
	case q.Medium == Speech && (r.textSpeaks(r.tokens(q.Source)) || r.writtenBehind(q)):
		q.Medium = Writing
	}
}

// writtenBehind reports whether a source behind its cue is followed by the text that it is quoted from: "says Orlo, a professor at the
// clinic, in a release".
func (r *reading) writtenBehind(q *Quote) bool {
	if q.Source.Empty() || q.Cue.Empty() || q.Source.Start < q.Cue.End {
		return false
	}
	i := r.tokens(q.Source).last
	if r.tok(i) == "," {
		i++
	}
	return r.tok(i) == "in" && r.occasion(i, len(r.toks)) && r.putInWriting(i, r.pastOccasion(i, len(r.toks)))
}

// textSpeaks reports whether a source is a text: the last word of its first noun phrase is one ("the ministry's
// report on the flood", "court documents").
func (r *reading) textSpeaks(g rng) bool {
	head := -1
	for i := g.first; i < g.last && r.within[i] < 0 && !r.is(i, prep) && r.tok(i) != ","; i++ {
		if r.is(head, written) && r.pastParticiple(i) {
			break // a report released on Monday
		}
		if r.toks[i].Kind == token.Word && !r.has(i, token.Clitic) {
			head = i
		}
	}
	word := r.tok(head)
	if head == g.first && r.has(head, token.Capital) && r.opensSentence(head) {
		word = strings.ToLower(word) // Data suggest
	}
	return r.is(head, written|document) || evidence[word]
}
