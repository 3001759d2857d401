package attribution

import (
	"strings"

	"quotidian/articles/token"
	"quotidian/attribution/name"
)

// kindOf says what a name names: the first evidence in the order of its strength decides.
func (r *reading) kindOf(m *named) nameKind {
	first, last := int(m.first), int(m.last)
	text := r.span(first, last).In(r.text)
	switch {
	case r.words.outlets[text] && !r.bearerOf(first, last), r.credited(first, last), r.incorporated(last), last-first == 3 && r.punct(first+1, "."):
		return bodyName
	case r.inDateline(m), last-first == 1 && r.words.states[text] != "" && !r.is(first-1, title):
		return placeName // also: their ally Velia
	case m.titled && r.titledPerson(first, last):
		return personName
	case m.last-m.first == 1:
		return r.kindOfWord(first, text)
	}
	return r.kindOfName(m, text)
}

// titledPerson reports whether a name behind a title or a role is a person's: no plural for people, and no body's unless its noun ends it
// behind an office with a capital ("Minister Ana Church").
func (r *reading) titledPerson(first, last int) bool {
	if last-first == 1 && r.severalPeople(first) {
		return false // conservative Republicans
	}
	ends := last-first == 2 && r.is(first-1, office|title) && r.capital(first-1) && !r.bodyIn(first, last-1) && !r.words.places[r.word(first)]
	return ends || !r.bodyIn(first, last)
}

// bearerOf reports whether the word that is called as an outlet is somebody's surname in this article: "Sun Mingbo … said Sun", not "the Sun".
func (r *reading) bearerOf(first, last int) bool {
	return last-first == 1 && r.pairs[r.word(first)] && !r.is(first-1, determiner) && name.Parse(r.word(first)+" Xiaoming").SurnameFirst > perhapsFirst
}

// kindOfWord is kindOf for names of one word.
func (r *reading) kindOfWord(i int, text string) nameKind {
	switch {
	case r.class[i]&body != 0, r.words.bodies[text], camelCase(text), r.lettered(text):
		return bodyName
	case r.words.places[text]:
		return placeName
	case r.toks[i].Has(token.Upper):
		return bodyName
	case r.aged(i + 1), r.describedAs(i + 1):
		return personName
	}
	return unsureName
}

// kindOfName is kindOf for names of several words.
func (r *reading) kindOfName(m *named, text string) nameKind {
	first, last := int(m.first), int(m.last)
	end, given := r.class[last-1], r.class[first]&(forename|demonym) == forename
	switch {
	case last-first == 2 && r.class[first]&forename != 0 && end&houseName != 0:
		return personName
	case r.bodyIn(first, last), r.cause(first, last):
		return bodyName
	case r.words.places[text], last-first == 2 && r.class[first]&(demonym|forename) == demonym && r.words.places[r.word(first+1)]:
		return placeName // also: Soviet Velia
	case r.built(first, last), end&endsName != 0 && !r.personWith(first, last):
		return bodyName
	case end&(thing|document) != 0 && !r.personWith(first, last), r.wordsIn(first, last) > maxNameWords:
		return thingName
	case !given && r.ledOrBranded(first, last):
		return bodyName
	case given, r.aged(last), r.describedAs(last), r.initialIn(first, last), !r.descriptionBefore(m).empty():
		return personName
	}
	return unsureName
}

// built reports whether a name of several words is put together as only bodies' names are: by "of" or "&", or as a branch's.
func (r *reading) built(first, last int) bool {
	return r.extended(first, last) || r.ampersand(first, last) || r.branch(first) || r.localBranch(first, last)
}

// ledOrBranded reports whether a name that no forename opens is a body's, by its head, its brand or its country.
func (r *reading) ledOrBranded(first, last int) bool {
	return r.ledBy(first, last) || r.branded(first, last) || r.ofCountry(first, last)
}

// ofCountry reports whether a name of two words is a country's and a word that is no name with it, and nothing describes a person: "China
// Mobile", "Norway Hydro".
func (r *reading) ofCountry(first, last int) bool {
	if last-first != 2 || r.words.states[r.word(first)] == "" || r.class[first+1]&(forename|demonym|plural) != 0 || r.toks[first+1].Has(token.Upper) {
		return false
	}
	return !r.aged(last) && !r.describedAs(last) && !r.is(first-1, title|office)
}

// personWith reports whether a name of two words that ends as the names of bodies or things do is a person's after all, since it begins
// with a forename and a role describes its bearer: "Michael Steel, a former spokesman", "Ana Towers, a baker".
func (r *reading) personWith(first, last int) bool {
	return last-first == 2 && r.class[first]&(forename|demonym) == forename && (r.describedAs(last) || r.aged(last))
}

// ampersand reports whether "&" stands inside a name: "Orlo & Sons".
func (r *reading) ampersand(first, last int) bool {
	for k := first + 1; k < last-1; k++ {
		if r.word(k) == "&" {
			return true
		}
	}
	return false
}

// branded reports whether a name of several words holds a company's, or begins with a country's capitals and goes on with no forename:
// "Orlo Volkswagen", "UK Coastguard".
func (r *reading) branded(first, last int) bool {
	if r.toks[first].Has(token.Upper) && r.words.places[r.word(first)] && r.class[first+1]&(forename|title|office) == 0 {
		return true
	}
	for k := first; k < last; k++ {
		if r.words.bodies[r.word(k)] && r.class[k]&forename == 0 {
			return true
		}
	}
	return false
}

// branch reports whether a name of several words begins as those of a house's branches do: "BBC Norland", "Police Norland".
func (r *reading) branch(first int) bool {
	return r.toks[first].Has(token.Upper) && r.words.outlets[r.word(first)] || r.word(first) == "Police" && r.words.places[r.word(first+1)]
}

// localBranch reports whether a name is letters that nothing lists and where the body of those letters works: "KTB Norway".
func (r *reading) localBranch(first, last int) bool {
	place := r.span(first+1, last).In(r.text)
	return r.toks[first].Has(token.Upper) && len(r.word(first)) > 2 && !strings.Contains(r.word(first), ".") && r.class[first] == 0 && !r.toks[first+1].Has(token.Upper) && r.words.places[place]
}

// incorporated reports whether a legal form follows a name behind a comma: "Orlo Mills, Inc."
func (r *reading) incorporated(last int) bool {
	return r.corporate(last) && r.is(last+1, endsName)
}

// ledBy reports whether a name is what an office is the head of: "chief executive of Orlo Harbour", not "the head of
// Davit Kesh's staff".
func (r *reading) ledBy(first, last int) bool {
	of := first - 1
	if of < 1 || !r.sameSentence(of-1, first) || r.word(of) != "of" && r.word(of) != "at" {
		return false
	}
	possessive := last < len(r.toks) && r.toks[last].Has(token.Clitic)
	return !possessive && leaders[r.lower(of-1)]
}

// leaders are the heads that bodies have and persons do not.
var leaders = map[string]bool{
	"executive": true, "chairman": true, "chairwoman": true, "chair": true, "director": true, "head": true, "ceo": true,
	"owner": true, "founder": true, "co-founder": true, "manager": true, "president": true, "boss": true, "partner": true,
	"economist": true, "analyst": true, "strategist": true, "editor": true, "dean": true, "treasurer": true, "chief": true,
}

// maxNameWords is the most words a person's name has; what is longer is a title or a thing.
const maxNameWords = 4

// credited reports whether a name is the agency of a dateline: "ARDEN, May 15 (Meridian) —".
func (r *reading) credited(first, last int) bool {
	return r.punct(first-1, "(") && r.punct(last, ")") && first-r.sentence(first).First <= maxRole && r.dash(last+1)
}

// wordsIn counts the words of tokens [first, last), marks and particles left aside.
func (r *reading) wordsIn(first, last int) int {
	n := 0
	for k := first; k < last; k++ {
		if r.toks[k].Kind == token.Word && (r.class[k]&particle == 0 || r.toks[k].Has(token.Capital)) {
			n++
		}
	}
	return n
}

// bodyIn reports whether a noun for a body stands in [first, last).
func (r *reading) bodyIn(first, last int) bool {
	for j := first; j < last; j++ {
		if r.class[j]&body != 0 {
			return true
		}
	}
	return false
}

// lettered reports whether a word is two capitals and a noun for a body in one: "KTbank".
func (r *reading) lettered(w string) bool {
	return len(w) > 4 && isUpper(w[0]) && isUpper(w[1]) && r.words.classes[w[2:]]&body != 0
}

// camelCase reports a capital inside a word, as brands have it: "WikiLeaks", not "McDonnell" or "DeSantis".
func camelCase(w string) bool {
	for k := 2; k < len(w); k++ {
		if isUpper(w[k]) && w[k-1] >= 'a' && w[k-1] <= 'z' && (k > 3 || !opensSurname[w[:k]]) {
			return true
		}
	}
	return false
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// opensSurname are the beginnings of surnames that have a capital inside.
var opensSurname = map[string]bool{
	"Mc": true, "De": true, "Di": true, "Du": true, "Da": true, "La": true, "Le": true, "Lo": true, "Li": true, "Ap": true, "Al": true, "El": true, "St": true, "Van": true, "Von": true,
	"Mac": true, "Del": true, "Dos": true, "Den": true, "Ter": true, "Ben": true, "Abu": true, "Jo": true, "Lu": true, "Ja": true, "Ma": true, "Mi": true, "Ra": true, "Ka": true,
}

// aged reports whether an age follows: ", 34,".
func (r *reading) aged(i int) bool {
	return r.punct(i, ",") && i+2 < len(r.toks) && r.toks[i+1].Kind == token.Number && r.toks[i+1].End-r.toks[i+1].Start <= 2 && (r.punct(i+2, ",") || r.punct(i+2, "."))
}

// initialIn reports whether a middle initial or a particle shows that the words are a person's name.
func (r *reading) initialIn(first, last int) bool {
	for k := first; k < last; k++ {
		t := r.toks[k]
		if t.End-t.Start == 2 && r.text[t.End-1] == '.' || !t.Has(token.Capital) && r.class[k]&particle != 0 || r.arabicArticle(k) {
			return true
		}
	}
	return false
}
