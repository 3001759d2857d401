package attribution

import (
	"strings"

	"quotidian/articles/token"
	"quotidian/attribution/name"
)

// nameKind is what a printed name names, as far as its words and neighbours tell.
type nameKind uint8

const (
	unsureName nameKind = iota
	personName
	bodyName // an organisation
	placeName
	thingName // an event, a law, a street: speaks only by mistake
)

// named is one printed name. Tokens [from, first) are titles and roles in front that belong to it
// ("Foreign Minister"), [first, last) the name itself.
type named struct {
	from, first, last int32
	kind              nameKind
	honor             sex  // what a title or role in front tells
	titled            bool // a title or a role stands directly in front
	echo              bool // a pronoun, not a name
	entity            int32
}

// impersonal reports whether a name is known to be no person's.
func (m *named) impersonal() bool {
	return m.kind == bodyName || m.kind == placeName || m.kind == thingName
}

// tokenRange is a range of tokens; empty when last <= first.
type tokenRange struct{ first, last int32 }

func (a tokenRange) empty() bool { return a.last <= a.first }

// addRun cuts the run [i, last) into titles and name and records what is left.
func (r *reading) addRun(i, last int) {
	if r.phraseRole(i-2) && last-i > 1 {
		i++ // the Staff of "Chief of Staff" is no name
	}
	if r.onlyOffice(i, last) || r.signpost(i, last) {
		return
	}
	if r.word(last-1) == "Sen" {
		r.class[last-1] &^= title // a Bengali surname; the senator's title has a name behind it
	}
	last = r.withoutOffice(i, r.withoutHonours(i, last))
	if last-i > 2 && r.word(last-1) == r.word(last-2) {
		last-- // Ana Kesh Orlo | Orlo
	}
	r.findAbbreviation(i, last)
	if last-i == 1 && r.is(i, suffix) && r.punct(i-1, ",") {
		return // the Inc. of "Orlo Mills, Inc."
	}
	m := named{from: int32(i), first: int32(r.nameStart(i, last)), last: int32(last)}
	if r.rolesOnly(int(m.first), last) {
		return
	}
	if k := r.splitBody(int(m.first), last); k > 0 {
		front := named{from: m.from, first: m.first, last: int32(k), kind: bodyName}
		if r.words.places[r.span(int(m.first), k).In(r.text)] {
			front.kind = placeName
		}
		r.record(front)
		m.from, m.first = int32(k), int32(k)
	}
	r.record(m)
}

// signpost reports whether [first, last) are capitals in front of a colon with which a page points to another one: "READ MORE: …".
func (r *reading) signpost(first, last int) bool {
	if !r.punct(last, ":") {
		return false
	}
	for k := first; k < last; k++ {
		if !signposts[r.word(k)] {
			return false
		}
	}
	return last > first
}

// signposts are the words of such pointers.
var signposts = map[string]bool{
	"READ": true, "MORE": true, "ALSO": true, "WATCH": true, "SEE": true, "RELATED": true, "OPINION": true, "INTERACTIVE": true, "REWIND": true, "LISTEN": true,
	"VIDEO": true, "GALLERY": true, "PHOTOS": true, "PICTURES": true, "ANALYSIS": true, "LIVE": true, "EXPLAINED": true, "EXPLAINER": true, "FACTBOX": true,
	"UPDATE": true, "UPDATES": true, "EXCLUSIVE": true, "EDITORIAL": true, "COMMENT": true, "FEATURE": true, "TIMELINE": true, "PROFILE": true, "STORY": true, "STORIES": true, "NOW": true, "THIS": true, "NEWS": true,
}

// onlyOffice reports whether a run of several words behind "the" ends in an office that is no surname: "the St Michael South MP",
// "the Varn State Governor".
func (r *reading) onlyOffice(i, last int) bool {
	end := r.class[last-1]
	if last-i < 2 || !r.is(i-1, determiner) || r.lower(i-1) != "the" || end&office == 0 || end&(tradeName|body) != 0 {
		return false
	}
	return end&forename == 0 || r.class[i]&forename == 0
}

func (r *reading) withoutHonours(i, last int) int {
	for last-i > 2 && honours[r.word(last-1)] {
		last--
	}
	return last
}

// withoutOffice gives where a name ends that opens a sentence with its bearer's office behind it and no comma between: "Rui Orlo |
// Head Coach of Norland said".
func (r *reading) withoutOffice(i, last int) int {
	end := last
	for end > i && (r.class[end-1]&office != 0 && r.class[end-1]&(tradeName|forename) == 0 || r.word(end-1) == "Head" && end < last) {
		end--
	}
	named := end-i == 2 && last < len(r.toks) && (r.word(last) == "of" || r.word(last) == "at") && r.behindDateline(i) == i
	if end == last || !named || (r.class[i]|r.class[i+1])&^(forename|particle|tradeName) != 0 || r.words.places[r.word(i)] {
		return last
	}
	return end
}

// honours are letters behind a name that are no part of it: "Ana Orlo KC", "Ana Orlo MP".
var honours = map[string]bool{
	"KC": true, "QC": true, "MP": true, "MEP": true, "MSP": true, "MLA": true, "TD": true, "MBE": true, "OBE": true, "CBE": true,
	"PhD": true, "MD": true, "RN": true, "SAN": true, "SC": true,
}

// phraseRole reports whether a role of three words with "of" inside begins at token k: "secretary of state".
func (r *reading) phraseRole(k int) bool {
	return k >= 0 && k+2 < len(r.toks) && r.word(k+1) == "of" && r.class[k]&office != 0 && r.words.phrases[r.lower(k)+" of "+r.lower(k+2)]
}

// rolesOnly reports whether a run is no name but a description printed with capitals: "Norwegian Ambassador",
// "Shadow Home Secretary".
func (r *reading) rolesOnly(first, last int) bool {
	begin, end := r.class[first], r.class[last-1]
	switch {
	case r.cause(first, last), r.bearsTrade(first, last):
		return false
	case r.severalOrDuty(first, last):
		return true
	case end&(office|kin|title) == 0, r.bodyIn(first, last-1), r.words.outlets[r.span(first, last).In(r.text)]:
		return false
	case last-first == 1:
		return end&body == 0 && (end&forename == 0 || r.holderless(first))
	case end&(office|title) == 0 && r.is(first-1, office|title), end&(office|kin)|begin&^forename == 0:
		return false // Chairman Ito Son; Zaw Tun: a title of Malaysia ends a Burmese name
	case end&tradeName != 0 && r.class[last-2]&(demonym|body|plural) == 0 && !r.words.places[r.word(last-2)]:
		return begin&forename == 0 && begin&(office|title|formerly) != 0
	}
	return begin&forename == 0 || begin&(office|demonym|body) != 0
}

// severalOrDuty reports whether a run is several people, an office of two words, or an adjective for a people: "Nevada Democrats", "Chief
// Press Secretary", "South African".
func (r *reading) severalOrDuty(first, last int) bool {
	return last-first > 1 && r.severalPeople(last-1) || r.duty(first, last-1) || r.peopleOf(first, last)
}

// bearsTrade reports whether a run is a trade that is somebody's surname: "Mr Cook", Cook where Alastair Cook is named.
func (r *reading) bearsTrade(i, last int) bool {
	return last-i == 1 && (r.trades[r.word(i)] || r.class[i]&tradeName != 0 && r.courtesyAt(i-1)) && !r.is(i-1, determiner)
}

// courtesyAt reports whether token k is a title that tells nothing but a sex: "Mr".
func (r *reading) courtesyAt(k int) bool {
	return k >= 0 && r.class[k]&title != 0 && courtesies[strings.TrimSuffix(r.lower(k), ".")] != unknownSex
}

// peopleOf reports whether [first, last) is an adjective of two words for a people: "South African".
func (r *reading) peopleOf(first, last int) bool {
	return last-first == 2 && r.class[last-1]&demonym != 0 && r.class[last-1]&forename == 0 && compass[r.word(first)]
}

var compass = wordSet("North South East West Northern Southern Eastern Western Central Latin")

// duty reports whether a run that begins at token first, behind a title or an office, ends at token k with an office of two words: the
// Press Secretary of "Chief Press Secretary".
func (r *reading) duty(first, k int) bool {
	return k > first && r.is(first-1, title|office) && r.words.duties[r.lower(k-1)+" "+r.lower(k)]
}

// holderless reports whether an office at token i that is a rare forename too is the office after all: an article or "former"
// stands before it, or its other half ("the General", "a former Governor", "the Secretary General").
func (r *reading) holderless(i int) bool {
	if !r.sameSentence(i-1, i) || r.class[i]&tradeName != 0 {
		return false
	}
	return r.is(i-1, determiner|formerly) || r.words.duties[r.lower(i-1)+" "+r.lower(i)]
}

// severalPeople reports whether the capitalised word at token k is a plural for people and no surname: the
// Democrats of "Nevada Democrats", not the Deans of "Dora Deans".
func (r *reading) severalPeople(k int) bool {
	c := r.class[k]
	if c&plural == 0 || c&(body|forename|tradeName) != 0 {
		return false
	}
	one := r.words.plurals[r.lower(k)]
	return c&demonym != 0 || one != "" && r.words.classes[one]&tradeName == 0
}

// findAbbreviation makes an office of the abbreviation in the run [i, last) that stands between a body and a person's
// name, as sports and business pages print it: "Ravens QB Toby Renk". The body's name must be no forename, or the
// letters may be initials; the person's must begin with one, or they may be part of the body's name.
func (r *reading) findAbbreviation(i, last int) {
	for k := max(i+1, last-maxAbbreviated); k < last-2; k++ {
		if r.abbreviation(k) && r.class[k-1]&forename == 0 && r.class[k+1]&forename != 0 && !r.bodyIn(k+1, last) {
			r.class[k] = office
			return
		}
	}
}

// abbreviation reports whether token k is two or three capitals that no list knows.
func (r *reading) abbreviation(k int) bool {
	w := r.word(k)
	return r.toks[k].Has(token.Upper) && (len(w) == 2 || len(w) == 3) && r.class[k] == 0 && !r.words.places[w] && !r.words.bodies[w]
}

// maxAbbreviated bounds an abbreviated office with the name behind it, in tokens.
const maxAbbreviated = 4

// nameStart gives where the name begins within the run [i, last): behind the last title or role that still
// leaves a name. A role that ends the run is part of a body's name ("Justice Department") or a name itself.
func (r *reading) nameStart(i, last int) int {
	if r.class[last-1]&body != 0 && r.class[last-1]&(forename|houseName) == 0 || last-i == 2 && (r.firmOrSurname(i) || r.ofChild(i)) {
		return i
	}
	start := i
	for k := i; k < last-1; k++ {
		if r.roleInFront(start, k, last) && !(k == start && r.surnameOnly(k+1, last) && r.forenameToo(k)) {
			start = k + 1
		}
	}
	start += r.retired(start, last)
	if last-start > 2 && r.class[start]&(demonym|forename) == demonym && r.class[start+1]&forename != 0 {
		start++ // the ministers | Velian Ana Orlo
	}
	return start
}

// fatherNext reports whether the word at token k is a forename and no title, since whose son or daughter somebody is follows it:
// "Sultan bin Rashid".
func (r *reading) fatherNext(k, last int) bool {
	if r.word(k) == "Sultan" && (k+3 == last && r.word(k+1) == "Al" || k+2 == last && r.arabicArticle(k+1)) {
		return true // Sultan Al Jaber
	}
	if k+2 >= last {
		return false
	}
	switch r.word(k + 1) {
	case "bin", "ibn", "bint", "binti", "ould":
		return true
	}
	return false
}

// malayTitle reports whether token k is half of a title of two words whose halves are names elsewhere: "Tan Sri".
func (r *reading) malayTitle(k int) bool {
	return r.word(k) == "Tan" && r.word(k+1) == "Sri" || k > 0 && r.word(k) == "Sri" && r.word(k-1) == "Tan"
}

// retired gives how many tokens from k on, before token end, say that the bearer of a title no longer serves: the brackets of
// "Lt Col (retd) Ana Orlo"; 0 for none.
func (r *reading) retired(k, end int) int {
	if !r.punct(k, "(") || k+3 >= end || !r.is(k-1, title|office) {
		return 0
	}
	switch strings.TrimSuffix(r.lower(k+1), ".") {
	case "retd", "ret'd", "ret’d", "retired", "rtd", "ret", "res":
	default:
		return 0
	}
	n := 3
	if r.punct(k+2, ".") {
		n++
	}
	if k+n >= end || !r.punct(k+n-1, ")") || !r.capital(k+n) {
		return 0
	}
	return n
}

// forenameToo reports whether a role at token k is rather the forename of the one word behind it: Dean Orlo,
// Earl Varga.
func (r *reading) forenameToo(k int) bool {
	if r.class[k]&title != 0 || r.class[k]&forename == 0 || r.sexOf(k) == unknownSex {
		return false
	}
	return !r.is(k-1, office|demonym|formerly) || r.is(k+1, particle) && !r.toks[k-1].Has(token.Capital) // the runner Marine Le Orlo
}

// roleInFront reports whether token k of a run whose name begins at start or behind is a title or a role in front of it.
func (r *reading) roleInFront(start, k, last int) bool {
	role := r.class[k]&(title|office|formerly) != 0 || r.pluralRole(k) || r.malayTitle(k) || r.word(k) == "Con" && k > 0 && r.word(k-1) == "Det"
	return role && !r.fatherNext(k, last) && !r.hasLaterBody(k, last) && !r.innerTitle(start, k)
}

// firmOrSurname reports whether a role at token i is part of the name of two words that begins there: of a company ("General Motors") or of a
// person whose surname it is ("Fan Qianyi").
func (r *reading) firmOrSurname(i int) bool {
	if r.word(i) == "General" {
		return r.class[i+1]&endsName != 0
	}
	return r.class[i]&(office|anybody) != 0 && r.class[i]&(title|kin|forename) == 0 && len(r.word(i)) < 5 && name.Parse(r.span(i, i+2).In(r.text)).SurnameFirst > perhapsFirst
}

// ofChild reports whether the word at token i names somebody by a child, where she says so herself: "who identified herself only as Mama Orlo".
func (r *reading) ofChild(i int) bool {
	return (r.word(i) == "Mama" || r.word(i) == "Baba" || r.word(i) == "Papa") && r.sameSentence(i-2, i) && r.word(i-1) == "as" && givesName[r.lower(i-2)]
}

// innerTitle reports whether a title at token k is part of the name that begins at token start with a forename: "Mohamed Sheikh Orlo".
func (r *reading) innerTitle(start, k int) bool {
	return k == start+1 && r.class[start]&(forename|office|title) == forename && innerTitles[r.word(k)]
}

// innerTitles are titles that stand inside names too.
var innerTitles = map[string]bool{"Sheikh": true, "Sheik": true, "Haji": true, "Hajj": true, "Sultan": true, "Imam": true, "Mullah": true, "Prince": true, "Emir": true}

// surnameOnly reports whether the tokens [first, last) are one word, particles in front of it left aside: the Le Orlo of "Marine Le Orlo".
func (r *reading) surnameOnly(first, last int) bool {
	for first < last-1 && r.class[first]&particle != 0 && r.class[first]&forename == 0 {
		first++
	}
	return last-first == 1
}

// pluralRole reports whether token k is the plural of a role in front of a forename: "Senators Nina Orlo and …".
func (r *reading) pluralRole(k int) bool {
	return r.class[k]&plural != 0 && r.words.plurals[r.lower(k)] != "" && r.class[k+1]&forename != 0
}

// hasLaterBody reports whether a body is named behind token k, so that the role at k belongs to its name.
func (r *reading) hasLaterBody(k, last int) bool {
	for j := k + 1; j < last; j++ {
		if r.class[j]&body != 0 && r.class[j]&(forename|office) == 0 && (j < last-1 || r.class[j]&houseName == 0) {
			return true
		}
	}
	return false
}

// splitBody finds where a person's name begins directly behind a body's or a place's: "Harbour Council Emma
// Lind". It gives 0 when the run is one name.
func (r *reading) splitBody(first, last int) int {
	if last-first < 3 {
		return 0
	}
	for k := first + 1; k < last-1; k++ {
		front, c := r.span(first, k).In(r.text), r.class[k]
		if c&(body|preposition|function|calendar) != 0 || r.class[k-1]&preposition != 0 || r.bodyIn(k, last) {
			continue
		}
		if r.words.outlets[front] && (c&forename != 0 || r.closesCredit(first)) || last-k <= 3 && r.leadsToName(first, k, last) {
			return k
		}
	}
	if r.words.outlets[r.span(first, last-1).In(r.text)] && r.closesCredit(first) {
		return last - 1
	}
	return 0
}

// leadsToName reports whether what ends at token k of the run [first, last) is a place, a body or the seat of an office, and a name
// behind it.
func (r *reading) leadsToName(first, k, last int) bool {
	place := r.words.places[r.span(first, k).In(r.text)]
	return r.glued(first, k, place) || place && (k > first+1 || r.served(first)) || r.class[k]&forename != 0 && r.holdsBody(first, k) || r.splitsOffice(first, k, last)
}

// closesCredit reports whether the outlet whose name begins at token first closes the credit of a photograph: "Ana Kesh / Norpress | Ivo
// Orlo".
func (r *reading) closesCredit(first int) bool {
	return r.punct(first-1, "/") || r.word(max(first-1, 0)) == "For" && r.punct(first-2, "/")
}

// glued reports whether what begins at token first and ends at token k, place for one that is listed, is where somebody serves, or the
// region he governs, whose name follows: "representative to NATO | Ivo Orlo", "in Geneva | Ana Orlo", "Varn Region | Ivo Orlo".
func (r *reading) glued(first, k int, place bool) bool {
	switch {
	case r.class[k]&particle != 0 && k == first+1 && place:
		return r.is(first-1, preposition) // in Varn | Le Orlo said
	case r.class[k]&forename == 0, r.class[first]&forename != 0 && !r.words.weakly[r.lower(first)]:
		return false
	case k > first+1:
		return regions[r.word(k-1)] || unions[r.span(first, k).In(r.text)]
	case r.firmBefore(first):
		return r.class[k]&particle == 0
	case !r.is(first-1, preposition) && !(r.is(first-1, determiner) && r.is(first-2, preposition)):
		return false
	}
	return r.word(first-1) == "in" || place || r.acronymAt(first)
}

// firmBefore reports whether a noun for a firm leads to the name at token i: "the chief engineer of the corporation | Halvex Viktor Orlo".
func (r *reading) firmBefore(i int) bool { return i > 0 && r.is(i-1, body) && !r.capital(i-1) }

// acronymAt reports whether token i is in capitals, and no two parties with "&" between.
func (r *reading) acronymAt(i int) bool {
	w := r.word(i)
	return r.toks[i].Has(token.Upper) && len(w) > 1 && !strings.Contains(w, "&")
}

// regions are nouns that end the name of a part of a state, and unions bodies whose names have no noun for one.
var (
	regions = map[string]bool{"Region": true, "Territory": true, "Province": true, "Oblast": true, "Prefecture": true, "Republic": true, "District": true, "Governorate": true}
	unions  = map[string]bool{"United Nations": true, "European Union": true, "African Union": true, "Arab League": true}
)

// splitsMinistry reports whether a ministry with its fields ends at token k, and a name of two words follows: "a spokesman for the Ministry
// of Defence | Ivo Varga".
func (r *reading) splitsMinistry(first, k, last int) bool {
	if r.class[first]&body == 0 || r.word(first+1) != "of" || !r.fieldsOnly(first+2, k) || last-k != 2 || r.words.places[r.span(k, last).In(r.text)] {
		return false
	}
	return (r.class[k]|r.class[k+1])&^forename == 0 && !r.words.fields[r.lower(k)] && !r.words.fields[r.lower(k+1)]
}

// headsBody reports whether a body's name ends at token k, and a name of two words no list knows is all that follows: "Head of
// the Varn Regional Administration | Ana Orlo".
func (r *reading) headsBody(k, last int) bool {
	ends := r.class[k-1]&(body|endsName|plural) != 0 || r.words.places[r.word(k-1)] && r.word(k-2) == "of" || r.acronymAt(k-1) && !strings.Contains(r.word(k-1), ".")
	return (last-k == 2 || last-k == 3 && r.arabicArticle(last-1)) && ends && r.class[k]&^forename == 0 && r.class[k+1]&^forename == 0
}

// holdsBody reports whether the tokens [first, last) of a run are a body's name, by a noun for one or by "of".
func (r *reading) holdsBody(first, last int) bool {
	return r.bodyIn(first, last) || r.extended(first, last)
}

// served reports whether the place at token i completes an office: the Norway of "ambassador to Norway Liu Orlo".
func (r *reading) served(i int) bool {
	return i >= 2 && r.class[i-1]&preposition != 0 && r.class[i-2]&office != 0
}

// splitsOffice reports whether an office leads to the run [first, last), and what it is an office of ends at token k, before
// its holder's name: "Deputy Foreign Minister of Velia | Ivo Varga", "Minister of Energy of Velia | Ivo Varga". The place or
// the forename must be listed, unless the office is one that states have.
func (r *reading) splitsOffice(first, k, last int) bool {
	head := r.officeOf(first)
	switch {
	case r.splitsMinistry(first, k, last):
		return true
	case head < 0 || last-k < 2:
		return false
	case r.headsBody(k, last):
		return true
	case r.words.places[r.span(first, k).In(r.text)], r.class[k]&forename != 0, r.fieldsOnly(first, k) && !r.words.fields[r.lower(k)]:
		return true
	}
	return k == first+1 && last-k == 2 && ofStates[r.lower(head)] && r.class[last-1]&(thing|document|endsName|plural) == 0
}

// fieldsOnly reports whether every word in [first, last) is one for the field of a ministry: "Water Resources".
func (r *reading) fieldsOnly(first, last int) bool {
	for k := first; k < last; k++ {
		if !r.words.fields[r.lower(k)] {
			return false
		}
	}
	return last > first
}

// ofStates are offices whose complement, if no ministry's field, is a state.
var ofStates = map[string]bool{
	"minister": true, "ambassador": true, "premier": true, "king": true, "queen": true, "emir": true, "sultan": true, "consul": true,
}

// officeOf gives the office whose complement begins at token i: Minister for "Minister of Energy of | Velia", Undersecretary for
// "Undersecretary for Political Affairs | Ana Orlo"; -1 for none.
func (r *reading) officeOf(i int) int {
	for k := i - 1; k > 0 && k > i-2*maxRole && r.sameSentence(k, i); k-- {
		switch {
		case r.word(k) == "of", r.word(k) == "for" && r.toks[k-1].Has(token.Capital): // not: a spokesman for Varn United
			if r.class[k-1]&office != 0 {
				return k - 1
			}
		case !r.toks[k].Has(token.Capital) && r.word(k) != "the" && r.word(k) != "and" && !(r.punct(k, ",") && r.words.fields[r.lower(k-1)]):
			return -1
		}
	}
	return -1
}

// record classifies a name and appends it.
func (r *reading) record(m named) {
	if m.last <= m.first || m.last-m.first == 1 && r.toks[m.first].End-r.toks[m.first].Start < 2 {
		return
	}
	before := int(m.first) - 1
	m.titled = r.sameSentence(before, before+1) && (r.class[before]&(title|office) != 0 || r.class[before]&kin != 0 && m.from == m.first)
	m.honor = r.honorBefore(int(m.first))
	if m.kind == unsureName {
		m.kind = r.kindOf(&m)
	}
	r.mentions = append(r.mentions, m)
	for k := m.first; k < m.last; k++ {
		r.mentionAt[k] = int32(len(r.mentions))
	}
}

// honorBefore gives the sex that the title or role in front of token i tells.
func (r *reading) honorBefore(i int) sex {
	for k := i - 1; k >= 0 && k >= i-3 && r.sameSentence(k, i) && r.class[k]&(office|title|kin|formerly) != 0; k-- {
		if r.class[k]&forename != 0 && r.class[k]&(office|title|kin) == 0 {
			break
		}
		if s := r.sexOf(k); s != unknownSex {
			return s
		}
	}
	return unknownSex
}

func (r *reading) sexOf(i int) sex {
	var buf [24]byte
	b, ok := lowered(buf[:0], r.word(i))
	if !ok {
		return r.words.sexes[strings.ToLower(r.word(i))]
	}
	return r.words.sexes[string(b)]
}
