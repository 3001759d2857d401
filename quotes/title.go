package quotes

import "quotidian/articles/token"

// Quotation marks around names: works ("her novel, “The Salt Road”"), nicknames ("known as “Kestrel”"), what people call a
// place ("a ground the fans still call “the Cauldron”"). Nobody said them.

// nameLike reports whether a stretch reads like a name: a few words, capitals but for articles and prepositions, no pronoun
// and no end of a sentence but a comma or full stop that the marks take in.
func (r *reading) nameLike(s stretch) bool {
	first, last := int(s.open)+1, int(s.close)
	if s.closed && last > first && (r.tok(last-1) == "," || r.tok(last-1) == ".") {
		last--
	}
	if last <= first || last-first > maxTitle {
		return false
	}
	capitals := 0
	for i := first; i < last; i++ {
		switch {
		case r.has(i, token.Capital) && !r.is(i, det|prep|pronoun|sub|aux|modal|negative):
			capitals++
		case r.toks[i].Kind == token.Number || r.has(i, token.Clitic):
		case r.is(i, pronoun) && !r.is(i, det), !r.is(i, prep|det|coord):
			return false
		}
	}
	return capitals > 0
}

// work reports whether the stretch that opens at token open is the name of a work whose kind stands before it: "her last
// film, “Tin Roof,”", "with the theme “Skills”".
func (r *reading) work(s stretch) bool {
	i := int(s.open) - 1
	if r.tok(i) == "," {
		i--
	}
	return i >= 0 && r.within[i] < 0 && works[r.tok(i)] && r.nameLike(s)
}

// works are nouns for what has a title.
var works = map[string]bool{
	"memoir": true, "memoirs": true, "book": true, "novel": true, "film": true, "movie": true, "song": true, "single": true, "album": true,
	"play": true, "poem": true, "essay": true, "series": true, "show": true, "documentary": true, "podcast": true, "column": true, "painting": true,
	"musical": true, "opera": true, "ballad": true, "drama": true, "comedy": true, "sitcom": true, "thriller": true, "sequel": true, "debut": true,
	"exhibition": true, "theme": true, "autobiography": true, "biography": true, "trilogy": true, "sculpture": true, "symphony": true,
	"track": true, "hit": true, "anthem": true, "magazine": true, "newspaper": true, "programme": true, "program": true, "broadcast": true,
}

// called reports whether a cue gives a name: "is called", "known as", "titled".
func (r *reading) called(cue rng) bool {
	for i := cue.first; i < cue.last; i++ {
		switch r.tok(i) {
		case "call", "calls", "called", "calling", "known", "named", "dubbed", "nicknamed", "titled", "entitled", "headlined", "codenamed", "code-named", "christened":
			return true
		}
	}
	return false
}

// named reports whether what the tagger reads is a name in quotation marks behind a cue that gives one or behind where a
// broadcast is, or begins with the title of a work.
func (r *reading) named(q *Quote) bool {
	content := r.tokens(q.Content[len(q.Content)-1])
	first, last := r.within[content.first], r.within[content.last-1]
	switch {
	case first >= 0 && int(r.stretches[first].open) == content.first && r.work(r.stretches[first]):
		return true
	case first >= 0 && q.Cue.In(r.text) == ":" && int(r.stretches[first].close) < content.last-1:
		return r.nameLike(r.stretches[first]) // a kicker: "Review: “Tin Roof” is funny"
	case last < 0 || !r.nameLike(r.stretches[last]):
		return false
	case r.called(r.tokens(q.Cue)):
		return int(r.stretches[last].open)-content.first <= maxGroup
	}
	return int(r.stretches[last].open) == content.first && r.broadcast(r.stretches[last])
}

// calledOnly reports whether content behind "call" is a name that somebody goes by, "everyone called him Ivo", or "calls that into question".
func (r *reading) calledOnly(q *Quote, content rng) bool {
	if g, ok := r.governing(r.tokens(q.Cue)); !ok || g.verb == nil || g.verb.base != "call" {
		return false
	}
	if r.tok(content.last-1) == "question" && r.tok(content.last-2) == "into" {
		return true
	}
	if content.last-content.first > maxLabelName || !r.is(content.first, object) && !r.is(content.first, possessive) || content.last-content.first < 2 {
		return false
	}
	for i := content.first + 1; i < content.last; i++ {
		if !r.has(i, token.Capital) {
			return false
		}
	}
	return true
}

// nameAt reports whether a name in quotation marks begins at token i.
func (r *reading) nameAt(i int) bool {
	if i >= len(r.within) {
		return false
	}
	k := r.within[i]
	return k >= 0 && int(r.stretches[k].open) == i && r.nameLike(r.stretches[k])
}

// pastBroadcast skips a preposition and the programme in quotation marks in which something was said: "asked the mayor | on “Daybreak” | on
// Sunday"; i itself where none stands at token i.
func (r *reading) pastBroadcast(i int) int {
	if i < 0 || i+1 >= len(r.toks) || r.tok(i) != "on" && r.tok(i) != "in" || !r.opensStretch(i+1) || !r.nickname(r.within[i+1]) || !r.nameAt(i+1) {
		return i
	}
	return int(r.stretches[r.within[i+1]].close) + 1
}

// broadcast reports whether a preposition and a possessor lead to a stretch: "on NTV's “Morning Round”", "in “Tin Roof”".
func (r *reading) broadcast(s stretch) bool {
	i := int(s.open) - 1
	switch r.tok(i) {
	case "on", "in", "to":
		return true
	}
	return r.has(i, token.Clitic)
}

// inCapitals reports whether tokens are words in capitals, as headings have them.
func (r *reading) inCapitals(first, last int) bool {
	for i := first; i < last; i++ {
		if r.toks[i].Kind == token.Word && !r.has(i, token.Upper) {
			return false
		}
	}
	return true
}
