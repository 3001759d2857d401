package attribution

import (
	"strings"
	"unicode"

	"quotidian/articles/token"
	"quotidian/attribution/name"
)

// findNames fills r.mentions in the order of the text. Headings in title case are left out: their capitals say
// nothing, and the article prints the names again.
func (r *reading) findNames() {
	r.unmaskNames()
	r.seen = r.spellings()
	for s, x := range r.sents {
		if r.heading[s] {
			continue
		}
		for i := x.First; i < x.Last; {
			end := x.Last
			if begin := int(r.dateline[s]); i < begin {
				end = begin
			}
			last := r.run(i, end, r.seen)
			if last == i {
				i++
				continue
			}
			r.addRun(i, last)
			i = last
		}
	}
}

// spellings collects the words the article prints in lower case, and those it prints with a capital where the
// sentence does not ask for one: together they tell whether the capital of a sentence's first word is a name's.
func (r *reading) spellings() map[string]bool {
	seen := make(map[string]bool, len(r.toks)/3)
	for i, t := range r.toks {
		if t.Kind != token.Word {
			continue
		}
		if !t.Has(token.Capital) || !r.heading[r.sentOf[i]] && !r.beginsClause(i) {
			seen[t.In(r.text)] = true
		}
		r.noteTrade(i)
		r.notePair(i)
	}
	return seen
}

// notePair notes an unlisted word at token i that opens a name of two words: the Yuan of "Yuan Longhui", which is money too.
func (r *reading) notePair(i int) {
	if r.class[i]&^outletish != 0 || i+1 >= len(r.toks) || !r.toks[i].Has(token.Capital) || !r.toks[i+1].Has(token.Capital) || r.class[i+1] != 0 || r.heading[r.sentOf[i]] || !r.sameSentence(i, i+1) || r.toks[i+1].Has(token.Clitic) {
		return
	}
	if r.pairs == nil {
		r.pairs = map[string]bool{}
	}
	r.pairs[r.word(i)] = true
}

// noteTrade notes a trade at token i that is somebody's surname, since a forename stands before it: "Alastair Cook".
func (r *reading) noteTrade(i int) {
	if r.class[i]&tradeName == 0 || i == 0 || !r.toks[i].Has(token.Capital) || r.heading[r.sentOf[i]] || !r.toks[i-1].Has(token.Capital) || !r.sameSentence(i-1, i) {
		return
	}
	if c := r.class[i-1]; c&forename != 0 && c&(noForename|tradeName) == 0 && !(i+1 < len(r.toks) && r.toks[i+1].Has(token.Capital)) {
		if r.trades == nil {
			r.trades = map[string]bool{}
		}
		r.trades[r.word(i)] = true
	}
}

// capital reports whether token i looks like part of a name: a capital first letter, or one behind an Arabic
// article ("al-Damar"), and no word of the calendar.
func (r *reading) capital(i int) bool {
	t := r.toks[i]
	if t.Kind != token.Word || t.Has(token.Clitic) {
		return false
	}
	if t.Has(token.Capital) {
		if r.compound(i) {
			return false
		}
		return r.class[i]&calendar == 0 || r.class[i]&forename != 0 && r.namesakeMonth(i)
	}
	return r.arabicArticle(i)
}

// arabicArticle reports whether token i is a name behind its article: "al-Damar".
func (r *reading) arabicArticle(i int) bool {
	w := r.word(i)
	k := strings.IndexByte(w, '-')
	return k > 0 && k < 4 && k+1 < len(w) && w[k+1] >= 'A' && w[k+1] <= 'Z' && r.words.classes[w[:k]]&particle != 0
}

// compound reports whether a capitalised word is an adjective made with a hyphen: "Norwegian-brokered".
func (r *reading) compound(i int) bool {
	w := r.word(i)
	k := strings.LastIndexByte(w, '-')
	if k < 1 || k+2 >= len(w) || w[k+1] < 'a' || w[k+1] > 'z' {
		return k > 1 && r.peoples(w, k)
	}
	if _, ok := r.words.demonyms[w[:k]]; ok || r.words.places[w[:k]] {
		return true
	}
	for _, e := range compoundEnds {
		if strings.HasSuffix(w[k:], e) {
			return true
		}
	}
	return false
}

// peoples reports whether the hyphen at byte k of a word stands between two peoples or places: "US-Norland", "Sino-Velian".
func (r *reading) peoples(w string, k int) bool {
	_, before := r.words.demonyms[w[:k]]
	_, behind := r.words.demonyms[w[k+1:]]
	split := r.words.places["North "+w[:k]] || r.words.places["South "+w[:k]] // the North Korea-Velia of a dispute
	return (behind || r.words.places[w[k+1:]]) && (before || split || r.words.places[w[:k]] || combining[w[:k]]) && !r.words.places[w]
}

// combining are the forms of peoples' names that stand before a hyphen.
var combining = map[string]bool{"Sino": true, "Anglo": true, "Franco": true, "Indo": true, "Russo": true, "Afro": true, "Euro": true, "Austro": true, "Greco": true}

// compoundEnds are the endings of the second part of adjectives made with a hyphen.
var compoundEnds = []string{
	"ed", "ing", "-led", "-born", "wide", "-style", "-era", "-like", "-free", "-old", "-made", "-run", "-owned", "-held",
	"-controlled", "-wing", "-area", "-level", "-friendly", "-funded", "-built",
}

// namesakeMonth reports whether a word of the calendar that is also a forename ("April", "August") stands
// before another capital and so begins a name.
func (r *reading) namesakeMonth(i int) bool {
	return i+1 < len(r.toks) && r.toks[i+1].Kind == token.Word && r.toks[i+1].Has(token.Capital) && r.class[i+1]&(calendar|function) == 0 && (!r.is(i-1, preposition) || r.forenameBehind(i))
}

// maxRun bounds a run of name words, in tokens: the longest names of bodies have about fifteen, and what reads a run again
// for each of its words must cost no more than a fixed sum a word, in a page printed all in capitals too.
const maxRun = 30

// run gives the end of the run of name words that begins at token i, or i when none does.
func (r *reading) run(i, end int, seen map[string]bool) int {
	if !r.opensRun(i, end, seen) {
		return i
	}
	j, end := i+1, min(end, i+maxRun)
	for j < end {
		switch {
		case r.capital(j) && (r.class[j]&function == 0 || r.toks[j].Has(token.Upper)):
			j++
		case r.joinsName(j, end):
			j++
		case r.domain(j, end) && !r.is(i-1, general):
			j += 2
		case r.nickname(j, end) > 0:
			j += r.nickname(j, end)
		case r.retired(j, end) > 0:
			j += r.retired(j, end)
		case r.joinsBody(i, j, end) > 0:
			j += r.joinsBody(i, j, end)
		default:
			return j
		}
	}
	return j
}

// opensRun reports whether a run of name words begins at token i.
func (r *reading) opensRun(i, end int, seen map[string]bool) bool {
	switch {
	case !r.capital(i):
		return r.class[i]&particle != 0 && r.surnameParticle(i, end)
	case r.forenameAfterAll(i, end), r.knownForename(i, seen):
		return true
	}
	return (r.class[i]&function == 0 || r.toks[i].Has(token.Upper)) && !r.ordinary(i, seen)
}

// surnameParticle reports whether lower-case token i opens a surname printed alone: "said | von der Orlen". "Ten" is a number unless a verb
// of speaking stands beside the name.
func (r *reading) surnameParticle(i, end int) bool {
	if !name.OpensSurname(r.word(i)) || !r.joinsName(i, end) || r.is(i-1, determiner) {
		return false
	}
	return r.word(i) != "ten" || r.class[i+1]&(demonym|plural) == 0 && (r.is(i-1, speaking) || r.is(i+2, speaking))
}

// domain reports whether the full stop at token j ties a name to the end of an address on the web, by which an outlet is called:
// "Norpress.az".
func (r *reading) domain(j, end int) bool {
	return j+1 < end && r.punct(j, ".") && r.toks[j].Has(token.Glued) && r.toks[j+1].Has(token.Glued) && r.words.domains[r.lower(j+1)]
}

// forenameAfterAll reports whether a word with a grammar of its own is a forename at token i: a capital in mid-sentence tells it, at
// the beginning a verb of speaking or a comma behind the surname ("Will Orlo said", not "Will Orlo say").
func (r *reading) forenameAfterAll(i, end int) bool {
	if !lesserForenames[r.word(i)] || i+2 >= end || !r.capital(i+1) || r.class[i+1]&(function|calendar|title|office|body) != 0 || r.is(i-1, preposition) && !r.forenameBehind(i) {
		return false
	}
	if !r.beginsClause(i) {
		return !r.toks[i-1].Has(token.Capital)
	}
	verb := r.word(i + 2)
	return r.punct(i+2, ",") || r.class[i+2]&speaking != 0 && (verb[len(verb)-1] == 'd' || verb[len(verb)-1] == 's')
}

// forenameBehind reports whether such a word at token i, behind a preposition, can be a forename: any may but a month, which needs one that tells
// who says something ("according to May Orlo", not "in May Orlo said").
func (r *reading) forenameBehind(i int) bool {
	return r.class[i]&calendar == 0 || i > 1 && r.word(i-1) == "to" && r.lower(i-2) == "according"
}

// knownForename reports whether such a word, which the article prints with a capital in mid-sentence, is a forename again at token
// i, without the surname: "says Per".
func (r *reading) knownForename(i int, seen map[string]bool) bool {
	w := r.word(i)
	if !lesserForenames[w] || !seen[w] || w == "May" || w == "An" || i+1 >= len(r.toks) || r.capital(i+1) {
		return false
	}
	verb := r.word(i + 1)
	return !r.beginsClause(i) || r.punct(i+1, ",") || r.toks[i+1].Has(token.Clitic) || r.class[i+1]&speaking != 0 && (verb[len(verb)-1] == 'd' || verb[len(verb)-1] == 's')
}

// lesserForenames are forenames that are other words far more often.
var lesserForenames = map[string]bool{"Will": true, "May": true, "Per": true, "Can": true, "An": true, "Dean": true, "Earl": true}

// ordinary reports whether the capital of token i is only that of the sentence it begins.
func (r *reading) ordinary(i int, seen map[string]bool) bool {
	named := r.goesOn(i + 1)
	if r.capitalTells(i) || r.nameElsewhere(i, named) {
		return false
	}
	c := r.class[i]
	switch {
	case named && r.leadsIn(i, seen), r.links(i):
		return true
	case named && (c&(title|office|demonym|forename) != 0 || r.firmOrSurname(i)):
		return false
	case c&(plural|document|anybody|kin|speaking|body|office) != 0 && c&demonym == 0:
		return true
	case c&(forename|particle) == 0 && seen[r.lower(i)]:
		return !named || !r.opensWithSurname(i)
	}
	return !named && !seen[r.word(i)] && !r.soleName(i)
}

// links reports whether the word at token i, a comma behind it, only links a sentence to the one before or judges it: "Nevertheless, the
// minister stayed", which is no apposition of a name.
func (r *reading) links(i int) bool {
	return r.punct(i+1, ",") && (linking[r.word(i)] || r.mannerly(i) && r.class[i]&forename == 0)
}

// linking are such words that do not end in "ly".
var linking = wordSet("Rather Nevertheless Nonetheless Furthermore Otherwise Likewise Besides Elsewhere Afterwards Afterward Hence Thus Therefore Regardless Granted " +
	"Worse Better Overall Alas Together Second First Third Fourth Next Again Perhaps Indeed Anyway Sure True Plus")

// nameElsewhere reports whether the word at token i opens the name of a place, named for a name that goes on ("New Zealand"), or whether it
// is a surname of the article: Cook where Alastair Cook is named, Yuan where Yuan Longhui is and it speaks.
func (r *reading) nameElsewhere(i int, named bool) bool {
	if named {
		return r.words.places[r.span(i, i+2).In(r.text)]
	}
	return r.trades[r.word(i)] || r.saysSo(i)
}

// opensWithSurname reports whether the words at token i are surely a name that opens with the surname: Yuan Longhui.
func (r *reading) opensWithSurname(i int) bool {
	return r.class[i]|r.class[i+1] == 0 && name.Parse(r.span(i, i+2).In(r.text)).SurnameFirst > perhapsFirst
}

// saysSo reports whether the word at token i opens somebody's name elsewhere, and speaks here: "Yuan Longhui … Yuan also said".
func (r *reading) saysSo(i int) bool {
	k := i + 1
	if k < len(r.toks) && goingOn[r.word(k)] {
		k++
	}
	return r.pairs[r.word(i)] && r.is(k, speaking)
}

// capitalTells reports whether the capital of token i is a name's whatever the word is.
func (r *reading) capitalTells(i int) bool {
	return r.toks[i].Has(token.Upper) || !r.beginsClause(i) || r.opensBody(i) || r.behindArticle(i)
}

// behindArticle reports whether the word at token i, which opens a sentence, is a name behind its Arabic article that is printed elsewhere
// with a small one: "Al-Damar, for his part, said", where Salim al-Damar is named.
func (r *reading) behindArticle(i int) bool {
	w := r.word(i)
	k := strings.IndexByte(w, '-')
	if k < 1 || k > 3 || k+1 >= len(w) || !isUpper(w[k+1]) {
		return false
	}
	article := strings.ToLower(w[:k])
	return r.words.classes[article]&particle != 0 && r.seen[article+w[k:]]
}

// opensBody reports whether the word at token i is the first of a body's name: "Police Norland", "Bank of Norland".
func (r *reading) opensBody(i int) bool {
	if i+2 >= len(r.toks) || r.class[i]&(body|plural) == 0 {
		return false
	}
	if r.word(i) == "Police" && r.words.places[r.word(i+1)] {
		return true
	}
	return r.class[i]&body != 0 && (r.word(i+1) == "of" || r.word(i+1) == "for") && r.capital(i+2)
}

// verbBefore reports whether token i is a verb that opens a sentence in front of a name: "Said Nina Orlo", "Meet Nina Orlo",
// "Using Nina Orlo's log".
func (r *reading) verbBefore(i int) bool {
	verb := r.class[i]&speaking != 0 || r.lower(i) == "meet" || r.class[i]&forename == 0 && strings.HasSuffix(r.word(i), "ing")
	return verb && r.class[i+1]&(forename|title|office) != 0
}

// goesOn reports whether token k goes on with a name that begins before it.
func (r *reading) goesOn(k int) bool {
	return k < len(r.toks) && (r.capital(k) && r.class[k]&function == 0 || r.word(k) == "&")
}

// leadsIn reports whether the word at token i, which opens a sentence, only leads up to the name behind it.
func (r *reading) leadsIn(i int, seen map[string]bool) bool {
	return r.verbBefore(i) || leadIns[r.word(i)] && !seen[r.word(i)]
}

// leadIns are words with which sentences lead up to a name, and seldom names themselves: "First Orlo wrote", "Separately Orlo said".
var leadIns = map[string]bool{
	"First": true, "Second": true, "Third": true, "Next": true, "Last": true, "Late": true, "Later": true, "Earlier": true, "Since": true, "Once": true, "Though": true,
	"Because": true, "Throughout": true, "Besides": true, "Alongside": true, "Amongst": true, "Whereas": true, "Unless": true, "Thus": true, "Hence": true,
	"Otherwise": true, "Nevertheless": true, "Nonetheless": true, "Instead": true, "Many": true, "Few": true, "Several": true, "Most": true, "More": true, "Such": true,
	"Thanks": true, "Asked": true, "Provided": true, "Much": true, "Having": true, "Being": true, "Early": true,
	"Separately": true, "Additionally": true, "Previously": true, "Reportedly": true, "Similarly": true, "Initially": true, "Eventually": true, "Ultimately": true,
	"Clearly": true, "Apparently": true, "Originally": true, "Currently": true, "Specifically": true, "Notably": true, "Importantly": true, "Crucially": true,
	"Privately": true, "Publicly": true, "Officially": true, "Only": true, "Interestingly": true, "Surprisingly": true, "Shortly": true, "Lately": true,
}

// soleName reports whether a capitalised word that opens a sentence and is printed nowhere else is a name all
// the same: it is listed as one, or it speaks.
func (r *reading) soleName(i int) bool {
	if r.listedName(i) || i+1 >= len(r.toks) {
		return true
	}
	if r.words.duties[r.lower(i)+" "+r.word(i+1)] { // Foreign minister Nina Orlo
		return false
	}
	participle := strings.HasSuffix(r.word(i), "ing") && r.punct(i+2, ",") // Hitting back,
	return r.class[i+1]&speaking != 0 && !participle || r.toks[i+1].Has(token.Clitic) || r.punct(i+1, ",") && i+2 < len(r.toks) && r.word(i+2) == "who" ||
		r.aged(i+1) || r.describedAs(i+1) && (r.is(i+2, determiner) || i+3 < len(r.toks) && r.possessive(i+3)) // Orlo, the mayor; Orlo, Norland's mayor
}

// listedName reports whether a word is listed as a name, and no weakly attested one that is a verb here: “Come with me”.
func (r *reading) listedName(i int) bool {
	verb := r.words.weakly[r.lower(i)] && r.is(i+1, preposition)
	return r.class[i]&forename != 0 && !verb || r.class[i]&(outletish|demonym) != 0 || r.words.places[r.word(i)]
}

// beginsClause reports whether token i is the first word of its sentence, of a quotation or behind a colon.
func (r *reading) beginsClause(i int) bool {
	if i == r.sentence(i).First {
		return true
	}
	return r.toks[i-1].Kind == token.Mark || r.punct(i-1, ":") || r.punct(i-1, "—") || r.punct(i-1, "–") || r.punct(i-1, "(")
}

// joinsName reports whether lower-case token j holds two words of a person's name together: "van", "bin".
func (r *reading) joinsName(j, end int) bool {
	if r.class[j]&particle == 0 || r.toks[j].Kind != token.Word {
		return false
	}
	for k := j + 1; k < end && k < j+3; k++ {
		if r.capital(k) {
			return true
		}
		if r.class[k]&particle == 0 {
			return false
		}
	}
	return false
}

// nickname gives how many tokens from j on are a nickname inside a name: Robert "Bob" Orlo, Ana (Nina) Orlo.
func (r *reading) nickname(j, end int) int {
	if !r.opensNickname(j) {
		return 0
	}
	for k := j + 1; k < end && k < j+4; k++ {
		if r.toks[k].Kind == token.Mark || r.punct(k, ")") {
			if k > j+1 && k+1 < end && r.capital(k+1) && r.class[k+1]&function == 0 && !r.toks[k+1].Has(token.Glued) {
				return k + 1 - j
			}
			return 0
		}
		if !r.capital(k) {
			return 0
		}
	}
	return 0
}

// opensNickname reports whether the mark or bracket at token j can open a nickname: no acronym's, and none behind an office ("Collector
// (Land) Ana Orlo").
func (r *reading) opensNickname(j int) bool {
	bracket := r.punct(j, "(")
	if r.toks[j].Kind != token.Mark && !bracket || r.toks[j].Has(token.Glued) || r.bracketedAcronym(j) {
		return false
	}
	return !bracket || !r.is(j-1, office) || r.is(j-1, forename)
}

// bracketedAcronym reports whether a bracket at token j holds the acronym of a body, and no nickname: "(AOV)", "(AfV)".
func (r *reading) bracketedAcronym(j int) bool {
	if !r.punct(j, "(") || j+1 >= len(r.toks) {
		return false
	}
	w := r.word(j + 1)
	return len(w) > 2 && (r.toks[j+1].Has(token.Upper) || len(w) < 6 && unicode.IsUpper(rune(w[len(w)-1])))
}

// joinsBody gives how many tokens from j on hold an organisation's name together: "of the" in "House of the
// People", "and" in "Department of Health and Human Services", the dash of "American - Islamic". 0 for none.
func (r *reading) joinsBody(i, j, end int) int {
	if !r.ties(i, j, end) {
		return 0
	}
	next := j + 1
	if next < end && r.word(next) == "the" && r.is(j, preposition) {
		next++
	}
	if next < end && r.capital(next) && r.class[next]&(function|title) == 0 {
		return next - j
	}
	return 0
}

// ties reports whether token j can stand inside the body's name that the run [i, j) begins.
func (r *reading) ties(i, j, end int) bool {
	switch w := r.word(j); w {
	case "of", "for", "on", "against":
		return r.takesComplement(j-1, w) || r.ofState(i, j, end) || r.purpose(i, j)
	case "the":
		return j-i == 1 && causes[r.word(i)] && !r.beginsClause(i)
	case "/":
		return r.slashed(j, end)
	case "and":
		return !r.is(j+1, forename) && (r.extended(i, j) || r.fieldsJoined(i, j, end))
	case "&":
		return !r.is(j+1, forename|plural) && r.capital(j-1) && !r.is(j-1, plural)
	case "-":
		return r.extended(i, j)
	}
	return false
}

// causes are verbs with which the names of charities and campaigns begin: "Save | the Children".
var causes = map[string]bool{"Save": true, "Stop": true, "Help": true, "Feed": true, "Keep": true, "Free": true, "Protect": true, "Defend": true}

// cause reports whether a run of name words is the name of a charity or a campaign.
func (r *reading) cause(first, last int) bool {
	return last-first > 2 && causes[r.word(first)] && r.word(first+1) == "the"
}

// purpose reports whether the run [i, j) is a body with a purpose that needs a complement: "Office for the Coordination | of …".
func (r *reading) purpose(i, j int) bool {
	w := r.word(j - 1)
	return r.word(j) == "of" && r.extended(i, j) && r.bodyIn(i, j) && (strings.HasSuffix(w, "tion") || strings.HasSuffix(w, "ment") || strings.HasSuffix(w, "ing"))
}

// fieldsJoined reports whether the "and" at token j joins two fields of one body, whose noun ends the capitals behind it: "National Growth
// and Reform | Commission", "Varn Iron & Steel | Co". A body, a place or a person before it is a party of its own.
func (r *reading) fieldsJoined(i, j, end int) bool {
	field := r.words.fields[r.lower(j-1)]
	if j-i < 2 && !field || !field && r.word(j) != "&" {
		return false
	}
	for k := i; k < j; k++ {
		if r.class[k]&(body|office|title|plural) != 0 || r.toks[k].Has(token.Upper) && k > i {
			return false
		}
	}
	k := j + 1
	for k < min(end, j+maxFields) && r.capital(k) && r.class[k]&(function|office|title) == 0 {
		k++
	}
	return k > j+2 && r.class[k-1]&(body|suffix) != 0 && r.class[k-1]&(plural|forename|houseName) == 0
}

// maxFields bounds the words of a body's name behind its "and", the noun counted.
const maxFields = 6

// ofState reports whether the "of" at token j ties a state to the body of the run [i, j), which has a complement already, by itself or as a
// republic: "Ministry of Defence | of Velia", "Ministry of Health | of the Republic of Velia".
func (r *reading) ofState(i, j, end int) bool {
	if r.word(j) != "of" || !r.extended(i, j) || !r.bodyIn(i, j) {
		return false
	}
	k := j + 1
	if k < end && r.word(k) == "the" {
		k++
	}
	if k >= end {
		return false
	}
	return r.words.states[r.word(k)] != "" || k+1 < end && (r.words.states[r.span(k, k+2).In(r.text)] != "" || r.word(k) == "Republic" && r.word(k+1) == "of")
}

// takesComplement reports whether the word at token k can be tied to the rest of a body's name by a preposition.
func (r *reading) takesComplement(k int, by string) bool {
	return r.class[k]&body != 0 || (by == "of" || by == "for") && r.words.heads[r.lower(k)]
}

// slashed reports whether the slash at token j ties two words in capitals: "RFE/RL".
func (r *reading) slashed(j, end int) bool {
	return j+1 < end && r.toks[j].Has(token.Glued) && r.toks[j-1].Has(token.Upper) && r.toks[j+1].Has(token.Upper|token.Glued)
}

// extended reports whether the run [i, j) already holds an "of" or "on".
func (r *reading) extended(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if r.class[k]&preposition != 0 {
			return true
		}
	}
	return false
}
