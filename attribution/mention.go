package attribution

import (
	"strings"

	"quotidian/articles/token"
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
	role              articlesRange // description printed with the name, behind it or in front of a comma
}

// articlesRange is a range of tokens; empty when last <= first.
type articlesRange struct{ first, last int32 }

func (a articlesRange) empty() bool { return a.last <= a.first }

// findNames fills r.mentions in the order of the text. Headings in title case are left out: their capitals say
// nothing, and the article prints the names again.
func (r *reading) findNames() {
	seen := r.spellings()
	for s, x := range r.sents {
		if r.heading[s] {
			continue
		}
		for i := x.First; i < x.Last; {
			last := r.run(i, x.Last, seen)
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
		if t.Kind == token.Word && (!t.Has(token.Capital) || !r.heading[r.sentOf[i]] && !r.beginsClause(i)) {
			seen[t.In(r.text)] = true
		}
	}
	return seen
}

// capital reports whether token i looks like part of a name: a capital first letter, or one behind an Arabic
// article ("al-Amr"), and no word of the calendar.
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

// arabicArticle reports whether token i is a name behind its article: "al-Amr".
func (r *reading) arabicArticle(i int) bool {
	w := r.word(i)
	k := strings.IndexByte(w, '-')
	return k > 0 && k < 4 && k+1 < len(w) && w[k+1] >= 'A' && w[k+1] <= 'Z' && r.words.classes[w[:k]]&particle != 0
}

// compound reports whether a capitalised word is an adjective made with a hyphen: "Russian-brokered".
func (r *reading) compound(i int) bool {
	w := r.word(i)
	k := strings.LastIndexByte(w, '-')
	if k < 2 || k+3 >= len(w) || w[k+1] < 'a' || w[k+1] > 'z' {
		return false
	}
	if _, ok := r.words.demonyms[w[:k]]; ok || r.isPlace(w[:k]) {
		return true
	}
	for _, e := range compoundEnds {
		if strings.HasSuffix(w[k:], e) {
			return true
		}
	}
	return false
}

// compoundEnds are the endings of the second part of adjectives made with a hyphen.
var compoundEnds = []string{"ed", "ing", "-led", "-born", "wide", "-style", "-era", "-like", "-free", "-old", "-made", "-run", "-owned", "-held",
	"-controlled", "-wing", "-area", "-level", "-friendly", "-funded", "-built"}

// namesakeMonth reports whether a word of the calendar that is also a forename ("April", "August") stands
// before another capital and so begins a name.
func (r *reading) namesakeMonth(i int) bool {
	return i+1 < len(r.toks) && r.toks[i+1].Kind == token.Word && r.toks[i+1].Has(token.Capital) && r.class[i+1]&(calendar|function) == 0
}

// run gives the end of the run of name words that begins at token i, or i when none does.
func (r *reading) run(i, end int, seen map[string]bool) int {
	if !r.capital(i) || r.class[i]&function != 0 && !r.toks[i].Has(token.Upper) || r.ordinary(i, seen) {
		return i
	}
	j := i + 1
	for j < end {
		switch {
		case r.capital(j) && (r.class[j]&function == 0 || r.toks[j].Has(token.Upper)):
			j++
		case r.joinsName(j, end):
			j++
		case r.nickname(j, end) > 0:
			j += r.nickname(j, end)
		case r.joinsBody(i, j, end) > 0:
			j += r.joinsBody(i, j, end)
		default:
			return j
		}
	}
	return j
}

// ordinary reports whether the capital of token i is only that of the sentence it begins.
func (r *reading) ordinary(i int, seen map[string]bool) bool {
	if r.toks[i].Has(token.Upper) || !r.beginsClause(i) {
		return false
	}
	named := i+1 < len(r.toks) && r.capital(i+1) && r.class[i+1]&function == 0
	if named && r.class[i]&(title|office|demonym|forename) != 0 {
		return false
	}
	if r.class[i]&(plural|document|anybody|kin|speaking|body|office) != 0 && r.class[i]&demonym == 0 {
		return true
	}
	var buf [24]byte
	b, ok := lowered(buf[:0], r.word(i))
	if ok && seen[string(b)] && r.class[i]&forename == 0 {
		return true
	}
	return !named && !seen[r.word(i)] && !r.soleName(i)
}

// soleName reports whether a capitalised word that opens a sentence and is printed nowhere else is a name all
// the same: it is listed as one, or it speaks.
func (r *reading) soleName(i int) bool {
	if r.class[i]&(forename|outletish|demonym) != 0 || r.isPlace(r.word(i)) || i+1 >= len(r.toks) {
		return true
	}
	return r.class[i+1]&speaking != 0 || r.toks[i+1].Has(token.Clitic)
}

// beginsClause reports whether token i is the first word of its sentence, of a quotation or behind a colon.
func (r *reading) beginsClause(i int) bool {
	if i == r.sentence(i).First {
		return true
	}
	p := r.toks[i-1]
	return p.Kind == token.Mark || p.Kind == token.Punct && (r.word(i-1) == ":" || r.word(i-1) == "—" || r.word(i-1) == "–" || r.word(i-1) == "(")
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
	if r.toks[j].Kind != token.Mark && !r.punct(j, "(") || r.toks[j].Has(token.Glued) {
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

// joinsBody gives how many tokens from j on hold an organisation's name together: "of the" in "House of the
// People", "and" in "Department of Health and Human Services", the dash of "American - Islamic". 0 for none.
func (r *reading) joinsBody(i, j, end int) int {
	next := j + 1
	switch w := r.word(j); w {
	case "of", "for", "on", "against":
		if r.class[j-1]&body == 0 && !(w == "of" && r.grandBody(j-1)) {
			return 0
		}
		if next < end && r.word(next) == "the" {
			next++
		}
	case "and", "&":
		if !r.extended(i, j) || next < end && r.class[next]&forename != 0 {
			return 0
		}
	case "-":
		if !r.extended(i, j) {
			return 0
		}
	default:
		return 0
	}
	if next < end && r.capital(next) && r.class[next]&(function|title) == 0 {
		return next - j
	}
	return 0
}

// grandBody knows heads of names that are no bodies in lower case: "Bank of", "Voice of", "Church of".
func (r *reading) grandBody(i int) bool {
	switch r.word(i) {
	case "Voice", "Sons", "Daughters", "Doctors", "Friends", "Knights", "Courts", "Chamber", "Islands", "Gulf", "Sea", "Bay", "Cape", "Isle", "Duchy", "Mount", "Lake", "Strait", "Port", "Ministers", "Board", "Joint":
		return true
	}
	return false
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

// addRun cuts the run [i, last) into titles and name and records what is left.
func (r *reading) addRun(i, last int) {
	m := named{from: int32(i), first: int32(r.nameStart(i, last)), last: int32(last)}
	if r.rolesOnly(int(m.first), last) {
		return
	}
	if k := r.splitBody(int(m.first), last); k > 0 {
		front := named{from: m.from, first: m.first, last: int32(k), kind: bodyName}
		if r.isPlace(r.span(int(m.first), k).In(r.text)) {
			front.kind = placeName
		}
		r.record(front)
		m.from, m.first = int32(k), int32(k)
	}
	r.record(m)
}

// rolesOnly reports whether a run is no name but a description printed with capitals: "Afghan Ambassador",
// "Shadow Home Secretary".
func (r *reading) rolesOnly(first, last int) bool {
	end := r.class[last-1]
	if end&(office|kin|title) == 0 || end&(body|forename) != 0 && last-first == 1 || r.bodyIn(first, last-1) {
		return false
	}
	return last-first == 1 || r.class[first]&forename == 0 || r.class[first]&(office|demonym|body) != 0
}

// nameStart gives where the name begins within the run [i, last): behind the last title or role that still
// leaves a name. A role that ends the run is part of a body's name ("Justice Department") or a name itself.
func (r *reading) nameStart(i, last int) int {
	if r.class[last-1]&body != 0 && r.class[last-1]&forename == 0 && !surnameToo[r.lower(last-1)] {
		return i
	}
	start := i
	for k := i; k < last-1; k++ {
		if r.class[k]&(title|office|formerly) == 0 || r.hasLaterBody(k, last) {
			continue
		}
		if k == start && last-k == 2 && r.class[k]&title == 0 && r.sexOf(k) != unknownSex && r.class[k]&forename != 0 && !r.titleBefore(k) {
			continue // Dean Kamen, Earl Warren
		}
		if next := r.class[k+1]; next&(preposition|particle) != 0 && !r.capital(k+1) && next&particle == 0 {
			continue
		}
		start = k + 1
	}
	return start
}

func (r *reading) titleBefore(k int) bool { return r.is(k-1, office|demonym|formerly) }

func (r *reading) hasLaterBody(k, last int) bool {
	for j := k + 1; j < last; j++ {
		if r.class[j]&body != 0 && r.class[j]&(forename|office) == 0 && !(j == last-1 && surnameToo[r.lower(j)]) {
			return true
		}
	}
	return false
}

// splitBody finds where a person's name begins directly behind a body's: "Refugee Council Enver Solomon".
// It gives 0 when the run is one name.
func (r *reading) splitBody(first, last int) int {
	if last-first < 3 {
		return 0
	}
	for k := first + 1; k < last-1; k++ {
		if k > first+1 && last-k <= 3 && r.class[k]&(body|preposition) == 0 && r.isPlace(r.span(first, k).In(r.text)) && !r.bodyIn(k, last) {
			return k
		}
		if r.class[k]&forename != 0 && r.class[k]&(body|function|calendar) == 0 && r.class[k-1]&preposition == 0 && last-k <= 3 &&
			(r.bodyIn(first, k) || r.extended(first, k)) && !r.bodyIn(k, last) {
			return k
		}
	}
	return 0
}

func (r *reading) bodyIn(first, last int) bool {
	for j := first; j < last; j++ {
		if r.class[j]&body != 0 {
			return true
		}
	}
	return false
}

// record classifies a name and appends it.
func (r *reading) record(m named) {
	if m.last <= m.first || m.last-m.first == 1 && r.toks[m.first].End-r.toks[m.first].Start < 2 {
		return
	}
	m.titled = m.first > m.from && r.class[m.first-1]&(title|office) != 0 || r.is(int(m.first)-1, office|kin|title) && r.sameSentence(int(m.first)-1, int(m.first))
	m.honor = r.honorBefore(int(m.first))
	if m.kind == unsureName {
		m.kind = r.kindOf(m)
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

// kindOf says what a name names: the first evidence in the order of its strength decides.
func (r *reading) kindOf(m named) nameKind {
	first, last := int(m.first), int(m.last)
	text := r.span(first, last).In(r.text)
	switch {
	case r.words.outlets[text]:
		return bodyName
	case m.titled && !r.bodyIn(first, last), last-first == 2 && r.class[first]&forename != 0 && surnameToo[r.lower(last-1)]:
		return personName
	case r.bodyIn(first, last):
		return bodyName
	case r.isPlace(text):
		return placeName
	case r.class[last-1]&(thing|document) != 0 && last-first > 1 || r.wordsIn(first, last) > 4:
		return thingName
	case last-first == 1 && (r.toks[first].Has(token.Upper) || camelCase(text) || r.words.bodies[text]):
		return bodyName
	case last-first > 1 && r.class[first]&forename != 0 && r.class[first]&demonym == 0:
		return personName
	case r.aged(last) || r.describedAs(last):
		return personName
	case last-first > 1 && r.initialIn(first, last):
		return personName
	}
	return unsureName
}

// surnameToo are words for bodies that are surnames as well.
var surnameToo = map[string]bool{"brand": true, "house": true, "church": true, "court": true, "crown": true, "chamber": true, "state": true,
	"county": true, "guard": true, "force": true, "post": true}

// wordsIn counts the words of tokens [first, last), marks left aside.
func (r *reading) wordsIn(first, last int) int {
	n := 0
	for k := first; k < last; k++ {
		if r.toks[k].Kind == token.Word {
			n++
		}
	}
	return n
}

// camelCase reports a capital inside a word, as brands have it: "WikiLeaks", not "McDonnell" or "DeSantis".
func camelCase(w string) bool {
	for k := 4; k < len(w); k++ {
		if w[k] >= 'A' && w[k] <= 'Z' && w[k-1] >= 'a' && w[k-1] <= 'z' {
			return true
		}
	}
	return false
}

func (r *reading) isPlace(text string) bool { return r.words.places[text] }

// aged reports whether an age follows: ", 34,".
func (r *reading) aged(i int) bool {
	return r.punct(i, ",") && i+2 < len(r.toks) && r.toks[i+1].Kind == token.Number && r.toks[i+1].End-r.toks[i+1].Start <= 2 && (r.punct(i+2, ",") || r.punct(i+2, "."))
}

// describedAs reports whether an appositive with a role follows the name that ends before token i.
func (r *reading) describedAs(i int) bool { return !r.appositive(i).empty() }

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

// maxAppositive bounds a description behind a name, in tokens.
const maxAppositive = 30

// appositive gives the description that follows a name whose last token stands before i: "…, the commander of
// the 2nd Corps". It must begin with a noun phrase whose head is a role; empty otherwise.
func (r *reading) appositive(i int) articlesRange {
	if !r.punct(i, ",") && !r.punct(i, "–") && !r.punct(i, "—") && !r.punct(i, "(") {
		return articlesRange{}
	}
	end := min(i+1+maxAppositive, len(r.toks))
	head := -1
	for k := i + 1; k < end && r.sameSentence(i, k); k++ {
		if r.pluralPossessive(k) {
			continue
		}
		if r.toks[k].Kind == token.Punct || r.class[k]&(preposition|opener) != 0 && r.class[k]&(office|kin) == 0 || r.toks[k].Kind == token.Mark {
			break
		}
		if r.class[k]&(speaking|function) != 0 && r.class[k]&(determiner|formerly|office|kin|title|anybody) == 0 && !(r.class[k]&function != 0 && head >= 0) {
			break
		}
		if r.class[k]&(office|kin|anybody) != 0 && r.class[k]&plural == 0 && (r.class[k]&speaking == 0 || k > i+1) {
			head = k
		}
	}
	if head < 0 || r.clauseFollows(i+1, head) {
		return articlesRange{}
	}
	return articlesRange{int32(i + 1), int32(r.appositiveEnd(head+1, end))}
}

// clauseFollows reports whether what looks like a description in [from, head] is the subject of a clause of
// its own: "…, the minister said", "…, he told the minister".
func (r *reading) clauseFollows(from, head int) bool {
	for k := from; k < head; k++ {
		if r.class[k]&speaking != 0 && r.class[k]&(office|kin|anybody|formerly) == 0 {
			return true
		}
	}
	k := head + 1
	for k < len(r.toks) && r.toks[k].Kind == token.Word && r.class[k]&function != 0 && r.class[k]&(preposition|determiner|opener) == 0 {
		k++
	}
	return r.sameSentence(head, k) && r.class[k]&speaking != 0 && !r.capital(k)
}

// appositiveEnd gives where a description that goes on at token k ends: at the next comma, mark, bracket,
// dash, relative clause or finite cue verb.
func (r *reading) appositiveEnd(k, end int) int {
	for ; k < end && r.sameSentence(k-1, k); k++ {
		t := r.toks[k]
		if t.Kind == token.Mark && doubleMark(r.word(k)) || t.Kind == token.Punct && r.word(k) != "-" && r.word(k) != "/" && r.word(k) != "'" {
			return k
		}
		if t.Kind == token.Word && r.class[k]&(speaking|opener) != 0 && r.class[k]&(office|body|preposition) == 0 && !t.Has(token.Capital) {
			return k
		}
	}
	return k
}
