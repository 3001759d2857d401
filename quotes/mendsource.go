package quotes

import (
	"strings"

	"quotidian/articles"
	"quotidian/articles/token"
	"quotidian/quotes/tagger"
)

// The tagger's source with what is its own, and without what cannot belong to one.

// mendSource leaves out of the tagger's source what cannot belong to one.
func (r *reading) mendSource(a *tagger.Attribution) {
	g := r.wholeName(r.beforeMeans(r.behindPlace(r.behindPassive(r.behindSalutation(r.tokens(a.Source))))))
	a.Source.Start = int(r.toks[g.first].Start)
	several := g.last-g.first > 1
	switch {
	case g.first > 1 && r.tok(g.first-1) == "." && !r.hardBreak(g.first-1):
		a.Source.Start = int(r.toks[g.first-2].Start) // Norland.com
	case !several && r.stray(g.first):
		a.Source = articles.Span{} // "Before saying that"
	case several && r.objectRelative(g.first):
		a.Source.Start = int(r.toks[g.first+1].Start)
	case several && r.is(g.last-1, relative) && r.tok(g.last-2) == ",":
		a.Source = r.span(rng{g.first, g.last - 2}) // Orlo, who
	case r.isDate(g):
		a.Source = r.span(r.subject(r.units[r.unitOf(g.first)].first, r.tokens(a.Cue).first))
	case r.judged(g.first, g.last):
		a.Source.Start = int(r.toks[g.first+2].Start) // an accusation | the mayor dismissed
	default:
		a.Source = r.span(r.subjectAlone(g))
	}
}

// subjectAlone leaves out of a source what tells of its subject and is no part of its name or description.
func (r *reading) subjectAlone(g rng) rng {
	switch {
	case g.last-g.first > 1 && r.is(g.last-1, coord):
		return r.beforePredicate(g)
	case r.relativeWhen(g):
		return rng{g.first, g.first + 1}
	}
	g = r.behindWhere(g)
	return r.beforeDay(r.beforeCondition(r.beforeVerb(r.beforeAuxiliary(rng{g.first, r.pastRetired(g)}))))
}

// beforeDay leaves out of a source when something was said, which no list of days and occasions knows: "said Ivo Orlo | on the eighth
// anniversary of the flood", "said Ivo Orlo | two weeks ago in Varn".
func (r *reading) beforeDay(g rng) rng {
	for i := g.first + 2; i+1 < g.last && r.tok(i-1) != ","; i++ {
		switch {
		case !r.has(i-1, token.Capital) || !r.has(i-2, token.Capital) || r.within[i] >= 0:
		case r.tok(i) == "on" && r.is(i+1, det) && !r.has(i+2, token.Capital):
			return rng{g.first, i}
		case r.agoAhead(i, g.last):
			return rng{g.first, i}
		}
	}
	return g
}

// agoAhead reports whether a span of time with "ago" begins at token i: "two weeks ago".
func (r *reading) agoAhead(i, hi int) bool {
	for j := i + 1; j < hi && j <= i+maxAgo; j++ {
		if r.tok(j) == "ago" {
			return r.toks[i].Kind == token.Number || !r.has(i, token.Capital) && !r.is(i, prep|coord)
		}
	}
	return false
}

// maxAgo bounds the words between the beginning of such a span and its "ago".
const maxAgo = 3

// beforePredicate leaves out of a source that breaks off at a conjunction what its subject did before: "Orlo | met Varga and (said)".
func (r *reading) beforePredicate(g rng) rng {
	for i := g.first + 1; i < g.last-1 && r.within[i] < 0 && r.tok(i) != "," && !r.is(i, relative); i++ {
		if r.verbal(i) || r.finiteLooking(i) {
			return rng{g.first, i}
		}
	}
	return g
}

// relativeWhen reports whether a relative pronoun begins a source, and when, where or what its clause tells follows it: "who | in the 1960s",
// "who | won the race".
func (r *reading) relativeWhen(g rng) bool {
	i := g.first + 1
	return i < g.last && (r.tok(g.first) == "who" || r.tok(g.first) == "which") && (r.is(i, prep|aux) || r.finiteLooking(i))
}

// behindWhere leaves out of a source the clause that leads to it: "This is where | Orlo (proclaimed)".
func (r *reading) behindWhere(g rng) rng {
	for i := g.first + 1; i+1 < g.last && r.within[i] < 0; i++ {
		if (r.tok(i) == "where" || r.tok(i) == "when") && isBe(r.tok(i-1)) {
			return rng{i + 1, g.last}
		}
	}
	return g
}

// stray reports whether token i, which passes for a source, is none: a clitic, a word that leads on, a part of the cue.
func (r *reading) stray(i int) bool {
	return r.has(i, token.Clitic) || r.is(i, prep|sub) && (!r.is(i, det|relative|pronoun) || whenWords[r.tok(i)]) || r.insideCue(i)
}

// whenWords are question words that name nobody.
var whenWords = map[string]bool{"When": true, "when": true, "Where": true, "where": true}

// insideCue reports whether token i, which passes for a source, is an article or a word between an auxiliary and its verb: "The | remark
// about", "have | long | held".
func (r *reading) insideCue(i int) bool {
	switch r.tok(i) {
	case "the", "The", "a", "A", "an", "An":
		return true
	}
	return r.is(i-1, aux) && !r.is(i, pronoun) && !r.has(i, token.Capital)
}

// wholeName gives a source the words that are its own: not the conjunction in front, "And | Judge Orlo", but all of a name that the
// tagger cut, "[South] Varn's minister".
func (r *reading) wholeName(g rng) rng {
	if r.tok(g.first-1) == "by" {
		g.first = r.behindSigner(g)
	}
	for g.last-g.first > 1 && (r.is(g.first, coord) && r.has(g.first, token.Capital) || r.network(g.first)) {
		g.first++ // wrote on X. | Norland said
	}
	for i := g.first - 1; i > 0 && r.namesOn(i) && !r.network(i); i-- {
		g.first = i
	}
	for g.last-g.first > 1 && r.dayName(g.last-1) && r.has(g.last-2, token.Capital) {
		g.last-- // Orlo | Sunday
	}
	return g
}

// behindSigner gives where a source begins behind whoever signed the text with which the sentence opens: "In a statement issued by his
// aide, Ana Kesh, | the governor".
func (r *reading) behindSigner(g rng) int {
	if r.tok(r.units[r.unitOf(g.first)].first) != "In" {
		return g.first
	}
	for i := g.last - 2; i > g.first; i-- {
		if r.tok(i) == "," && r.is(i+1, det) {
			return i + 1
		}
	}
	return g.first
}

// namesOn reports whether token i is a capital in front of another that it makes one name with, as far as their class tells.
func (r *reading) namesOn(i int) bool {
	const others = det | possessive | pronoun | object | prep | aux | modal | negative | sub | relative | coord | adverb | timeWord
	return r.has(i, token.Capital) && r.has(i+1, token.Capital) && r.toks[i].Kind == token.Word && r.toks[i+1].Kind == token.Word &&
		!r.has(i+1, token.Line) && r.within[i] == r.within[i+1] && !r.is(i, others) && !r.isAdverb(i) && r.words[i].verb < 0
}

// beforeMeans leaves out of a source the text in which it said something: "Orlo, a doctor, | in a release".
func (r *reading) beforeMeans(g rng) rng {
	for i := g.first + 1; i+1 < g.last; i++ {
		if r.tok(i) == "," && r.tok(i+1) == "in" && r.occasion(i+1, g.last) {
			return rng{g.first, i}
		}
	}
	return g
}

// behindSalutation leaves out of a source whom a letter is addressed to: "Sir, – | Orlo says".
func (r *reading) behindSalutation(g rng) rng {
	if g.last-g.first > 3 && r.start[g.first] && r.tok(g.first+1) == "," && r.dash(g.first+2) {
		g.first += 3
	}
	return g
}

// beforeCondition leaves out of a source on what terms it spoke: "an official | on condition of anonymity".
func (r *reading) beforeCondition(g rng) rng {
	for i := g.first + 1; i < g.last; i++ {
		if r.is(i, relative) || r.tok(i) == "," {
			return g
		}
		if r.tok(i) == "on" && r.pastCondition(i, g.last) > i && !r.verbal(i-1) && r.tok(i-1) != "speaking" {
			return rng{g.first, i}
		}
	}
	return g
}

// pastRetired gives the end of a source that breaks off before the brackets inside a name: "Lt. Gen. | (ret.) Ivo Orlo".
func (r *reading) pastRetired(g rng) int {
	i := g.last
	if r.tok(i) != "(" || r.within[i] >= 0 {
		return i
	}
	for i++; i < g.last+maxRetired && r.tok(i) != ")"; i++ {
	}
	if r.tok(i) != ")" || r.has(g.last+1, token.Upper) || !r.has(i+1, token.Capital) || r.start[i+1] {
		return g.last
	}
	return r.nounRight(i + 1).last
}

// maxRetired bounds such brackets, in tokens.
const maxRetired = 5

// behindPassive leaves out of a source the participle with which the sentence opens, a passive up to the last comma: "Questioned by
// Kesh, for the town, | Orlo".
func (r *reading) behindPassive(g rng) rng {
	if g.first < g.last && r.opensWithParticiple(g.first) {
		for i := g.first + 1; i+1 < g.last; i++ {
			if r.tok(i) == "," && r.beginsNoun(i+1) {
				return rng{i + 1, g.last} // Moving the bill, | the minister
			}
		}
	}
	if strings.HasSuffix(r.tok(g.first), "ing") && g.first == r.units[r.unitOf(g.first)].first {
		return rng{r.lastTitle(g), g.last} // Standing outside the court | Ms Orlo
	}
	if !strings.HasSuffix(r.tok(g.first), "ed") || !r.is(g.first+1, prep) || g.first != r.units[r.unitOf(g.first)].first {
		return g
	}
	for i := g.last - 2; i > g.first; i-- {
		if r.tok(i) == "," && r.beginsNoun(i+1) {
			return rng{i + 1, g.last}
		}
	}
	return g
}

// lastTitle gives the last token of a phrase that is a title of courtesy, its first token where there is none.
func (r *reading) lastTitle(g rng) int {
	for i := g.last - 2; i > g.first; i-- {
		switch strings.TrimSuffix(r.tok(i), ".") {
		case "Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Lord", "Lady":
			return i
		}
	}
	return g.first
}

// behindPlace leaves out of a source the place with which the sentence opens: "In Varn, | shopkeeper Ana Orlo", "On May 3, at the [Varn
// Forum, | the mayor, Ana Orlo]".
func (r *reading) behindPlace(g rng) rng {
	if k := r.behindVenue(g); k > 0 {
		return rng{k, g.last}
	}
	if g.first >= g.last || !r.is(g.first, prep) || g.first != r.units[r.unitOf(g.first)].first {
		return g
	}
	for i := g.first + 1; i+1 < g.last && r.has(i, token.Capital); i++ {
		if r.tok(i+1) == "," && i+2 < g.last && r.toks[i+2].Kind == token.Word && !r.is(i+2, sub|relative|coord) {
			return rng{i + 2, g.last}
		}
	}
	return g
}

// behindVenue gives what follows the comma behind a place or an occasion with which a source wrongly begins; 0 where it begins with none.
func (r *reading) behindVenue(g rng) int {
	at := g.first - 1
	if r.is(at, det) {
		at--
	}
	if at < 0 || !placing[r.tok(at)] || !r.has(g.first, token.Capital) {
		return 0
	}
	for i := g.first + 1; i+2 < g.last && (r.has(i, token.Capital) || r.tok(i) == ","); i++ {
		if r.tok(i) == "," {
			if r.is(i+1, det) || r.is(i+1, role) {
				return i + 1
			}
			return 0
		}
	}
	return 0
}

// placing are the prepositions before where something is said.
var placing = map[string]bool{"at": true, "At": true, "in": true, "In": true, "during": true, "During": true}

// objectRelative reports whether token i is the object of a relative clause whose subject follows: "which | the mayor called".
func (r *reading) objectRelative(i int) bool {
	return (r.tok(i) == "which" || r.tok(i) == "whom") && !r.is(i+1, prep|adverb) && r.beginsNoun(i+1)
}

// insideRelativeOf reports whether the tagger's source stands in the relative clause that tells more of the rule's: "the mother of a man who
// went to [the shop]".
func (r *reading) insideRelativeOf(rule, tag articles.Span) bool {
	if rule.Empty() || !rule.Contains(tag) || tag.Start == rule.Start {
		return false
	}
	g, end := r.tokens(rule), r.tokens(tag).first
	for i := g.first + 1; i < end && r.within[i] < 0; i++ {
		switch {
		case r.tok(i) == "who" && r.beginsNoun(g.first):
			return i+1 < end && !r.is(i+1, pronoun)
		case r.verbal(i) || r.tok(i) == ",":
			return false
		}
	}
	return false
}
