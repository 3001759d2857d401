package attribution

import (
	"strings"

	"quotidian/articles/token"
)

// Persons whom a description leads to: in an appositive behind it, in the clause it closes, or by "named".

// calledSo finds the name that a description gives at once: "a worker named Ana Orlo".
func (r *reading) calledSo(s *source, zone int) int32 {
	if !r.sameSentence(s.first, zone+1) || !r.words.calling[r.lower(zone)] || zone+1 >= s.core && r.lower(zone) != "named" {
		return none32
	}
	return r.personAt(zone + 1)
}

// none32 stands for "no mention".
const none32 = int32(-1)

// personAt gives the mention that begins at token k, if it can be a person's.
func (r *reading) personAt(k int) int32 {
	if k >= len(r.toks) || r.mentionAt[k] == 0 {
		return none32
	}
	n := r.mentionAt[k] - 1
	if m := &r.mentions[n]; int(m.first) != k || m.entity == noEntity || m.impersonal() {
		return none32
	}
	return n
}

// nameBefore finds the subject whose last appositive is all that a source span holds: "Karl Benning, an adviser
// to Mira Stol, [the president of the council,] said". It is the name that opens the clause.
func (r *reading) nameBefore(first int) int32 {
	found := none32
	if first = r.beforeNow(first); !r.punct(first-1, ",") {
		return found
	}
	for k := first - 2; first-k < maxAside && r.sameSentence(k, first) && !r.endsAside(k); k-- {
		if n := r.mentionAt[k]; n == 0 || int(r.mentions[n-1].first) != k {
			continue
		}
		found = r.personAt(k)
		if found >= 0 {
			if m := &r.mentions[found]; !r.punct(int(m.last), ",") || !r.beginsClause(int(m.from)) && !r.joinedOn(int(m.from)-1) && !r.onOnesPart(int(m.from)) {
				found = none32
			}
		}
	}
	return found
}

// beforeNow leaves out the adverb that an appositive begins with: "Orlo, now [the head of the council]".
func (r *reading) beforeNow(first int) int {
	switch r.word(max(first-1, 0)) {
	case "now", "then", "currently", "formerly", "once":
		return first - 1
	}
	return first
}

// joinedOn reports whether token k is the "But" or "And" that a sentence begins with.
func (r *reading) joinedOn(k int) bool {
	return k >= 0 && r.beginsClause(k) && (r.word(k) == "But" || r.word(k) == "And" || r.word(k) == "Yet")
}

// onOnesPart reports whether nothing but "On his part" or "For her part" stands before token k in its sentence.
func (r *reading) onOnesPart(k int) bool {
	first := r.sentence(k).First
	if r.punct(k-1, ",") {
		k--
	}
	return k-first == 3 && r.word(k-1) == "part" && (r.word(first) == "On" || r.word(first) == "For")
}

// maxAside bounds the asides between a subject and its verb, in tokens.
const maxAside = 40

// endsAside reports whether token k cannot stand between a subject and its verb.
func (r *reading) endsAside(k int) bool {
	return r.doubleMark(k) || r.class[k]&speaking != 0 && r.mentionAt[k] == 0
}

// nameBehind finds the person that an appositive names: inside the span ("the harbour's chief executive, Joana
// Prado") or right behind it.
func (r *reading) nameBehind(s *source) int32 {
	seat, comma := r.pastNoun(s)
	k := r.pastTitles(s, seat, comma)
	if !r.sameSentence(s.first, k) || k >= s.last && r.is(s.first-1, citing) {
		return none32 // a name behind is who cites: "Citing an official, Norpress said"
	}
	n := r.personAt(k)
	if n < 0 && comma {
		return r.behindSeatOf(s, seat)
	}
	if n < 0 || comma && k >= s.last && !r.closesAside(int(r.mentions[n].last)) {
		return none32
	}
	s.behind = k >= s.last
	return n
}

// behindSeatOf gives the name that ends a source behind the body in which the office is held, which begins at token k: "the governor
// and chairman, [Northern Governors' Forum, Alhaji] Ana Orlo,".
func (r *reading) behindSeatOf(s *source, k int) int32 {
	n := r.mentionAt[s.last-1] - 1
	if n < 0 || k >= s.last || !r.capital(k) {
		return none32
	}
	m := &r.mentions[n]
	comma := int(min(m.from, m.first)) - 1
	if int(m.last) != s.last || m.impersonal() || m.entity == noEntity || !r.punct(comma, ",") {
		return none32
	}
	for ; k < comma; k++ {
		if !r.capital(k) && !r.possessive(k) && !r.innerPunct(k) && r.class[k]&(preposition|determiner) == 0 {
			return none32
		}
	}
	return n
}

// residentAt gives the person of whose home a name is a part that closes the aside between subject and verb: "Ana Orlo, 34, of Brock
// Crescent, [Brockham, south Varn,] denies it".
func (r *reading) residentAt(m *named) int32 {
	if m.titled || !r.punct(int(m.first)-1, ",") {
		return noEntity
	}
	for k := int(m.first) - 2; k > 1 && int(m.first)-k < maxAside && r.sameSentence(k-1, int(m.first)) && !r.endsAside(k); k-- {
		if r.word(k) != "of" || !r.punct(k-1, ",") {
			continue
		}
		end := k - 1
		if r.toks[end-1].Kind == token.Number && r.punct(end-2, ",") {
			end -= 2
		}
		n := r.mentionAt[max(end-1, 0)]
		if n == 0 || int(r.mentions[n-1].last) != end || !r.beginsClause(int(r.mentions[n-1].from)) || r.mentions[n-1].impersonal() {
			return noEntity
		}
		return r.mentions[n-1].entity
	}
	return noEntity
}

// holderAt gives the person of whose office a body's name is a part that closes the aside between subject and verb: "Ana Orlo, Director,
// Media and Publicity, [Varga Campaign Council,] said".
func (r *resolver) holderAt(m *named) int32 {
	if m.entity == noEntity || r.entities[m.entity].kind != Organisation || !r.punct(int(m.from)-1, ",") {
		return noEntity
	}
	held := false
	for k := int(m.from) - 2; k > 0 && int(m.from)-k < maxAside && r.sameSentence(k, int(m.from)) && !r.endsAside(k) && r.class[k]&(opener|determiner) == 0; k-- {
		n := r.mentionAt[k]
		if n == 0 || !r.surePerson(&r.mentions[n-1]) {
			held = held || r.class[k]&office != 0
			continue
		}
		if holder := &r.mentions[n-1]; held && r.punct(int(holder.last), ",") && r.beginsClause(int(holder.from)) {
			return holder.entity
		}
		return noEntity
	}
	return noEntity
}

// pastNoun gives where a source goes on behind its noun phrase, and behind the comma or dash there, if comma is true.
func (r *reading) pastNoun(s *source) (k int, comma bool) {
	k = r.pastWho(s)
	if r.punct(k, "(") {
		k = r.pastBracket(k, s.last)
	}
	if r.is(k, reflexive) {
		k++
	}
	if comma = r.punct(k, ",") || r.dash(k); comma {
		k++
	}
	return k, comma
}

// pastBracket gives where the text goes on behind the bracket that opens at token k, before token end: "the head of the Rescue Service
// (RS), Ana Orlo", "the speaker of the Varn Duma (lower house), Ana Orlo".
func (r *reading) pastBracket(k, end int) int {
	for j := k + 1; j < min(end, k+maxRole); j++ {
		if r.punct(j, ")") {
			return j + 1
		}
	}
	return k
}

// pastTitles skips what leads to the name of an appositive from token k on.
func (r *reading) pastTitles(s *source, k int, comma bool) int {
	if comma && r.sameSentence(s.first, k+1) && r.lower(k) == "the" {
		k = r.pastArticle(s, k)
	}
	for r.sameSentence(s.first, k) && r.mentionAt[k] == 0 && (r.class[k]&(title|office) != 0 && r.capital(k) || comma && k < s.last && r.describes(k)) {
		k++
	}
	return k + r.retired(k, s.last)
}

// pastArticle skips the "the" at token k in front of what a name is introduced with: "the Most Rev Ana Orlo", "her husband, the singer
// Ivo Orlo".
func (r *reading) pastArticle(s *source, k int) int {
	switch {
	case reverend[r.word(k+1)]:
		return k + 2
	case k+2 < s.last && r.is(k+1, office|anybody|demonym):
		return k + 1
	}
	return k
}

// reverend are the words that "the" leads to in styles of address in front of a name.
var reverend = map[string]bool{
	"Most": true, "Rev": true, "Rev.": true, "Reverend": true, "Right": true, "Rt": true, "Very": true, "Hon": true, "Hon.": true,
	"Honourable": true, "Honorable": true, "Venerable": true,
}

// describes reports whether token k can be a word in front of the name of an appositive: "19-year-old Ana", "ex-Lantern
// columnist Ana Orlo".
func (r *reading) describes(k int) bool {
	if strings.HasSuffix(r.word(k), "-old") {
		return true
	}
	if r.toks[k].Kind != token.Word || r.toks[k].Has(token.Clitic) {
		return false
	}
	return r.class[k]&(function|opener|speaking|citing) == 0 && !r.participle(k) && (r.class[k]&plural == 0 || r.toks[k].Has(token.Capital))
}

// onlyAs finds the name that a relative clause behind a description gives: "a clerk, who asked to be known only as Lenny,", "a
// driver, who identified himself as Musa,".
func (r *reading) onlyAs(s *source) int32 {
	k := s.core
	if r.punct(k, ",") {
		k++
	}
	if !r.sameSentence(s.first, k) || r.lower(k) != "who" {
		return none32
	}
	for end := k + maxRole + 2; k+2 < len(r.toks) && k < end && r.sameSentence(s.first, k+2) && !r.punct(k, ","); k++ {
		if r.lower(k+1) == "as" && givesName[r.lower(k)] {
			return r.personAt(k + 2)
		}
	}
	return none32
}

// givesName are the words in front of "as" where somebody tells his or her name.
var givesName = map[string]bool{"only": true, "himself": true, "herself": true, "themselves": true, "identified": true, "known": true, "name": true, "simply": true}

// bodyBehind finds the name of a body that an appositive gives at the end of the span: "the company that owns the songs,
// Big Lantern".
func (r *reading) bodyBehind(s *source) int32 {
	n := r.mentionAt[s.last-1] - 1
	if n < 0 || s.last == s.core {
		return none32
	}
	m := &r.mentions[n]
	named := m.kind == bodyName || m.kind == unsureName
	if !named || int(m.last) != s.last || !r.punct(r.asideComma(m), ",") {
		return none32
	}
	return n
}

// asideComma gives the token before a name and its article, where the comma of an appositive stands.
func (r *reading) asideComma(m *named) int {
	k := int(min(m.from, m.first)) - 1
	if k > 0 && r.lower(k) == "the" {
		k--
	}
	return k
}

// takeForBody notes that a name of which nothing told what it names is a body's.
func (r *reading) takeForBody(id int32) {
	if id != noEntity && r.entities[id].unsure {
		r.makeBody(id)
	}
}

// makeBody makes a body of whom nothing but capitals made a person.
func (r *reading) makeBody(id int32) {
	e := &r.entities[id]
	e.kind, e.unsure = Organisation, false
}

// pastWho gives where a source goes on behind its noun phrase and a relative clause, which may end in a comma and the name:
// "A user who shared the claim, [Brett Orlo,]".
func (r *reading) pastWho(s *source) int {
	if !r.is(s.core, opener) || r.lower(s.core) != "who" {
		return s.core
	}
	for k := s.last - 1; k > s.core; k-- {
		if r.punct(k, ",") {
			return k
		}
	}
	return s.core
}

// closesAside reports whether an appositive name that ends before token i is followed by what may follow one:
// a comma, a dash, a full stop, a mark or a verb of speaking.
func (r *reading) closesAside(i int) bool {
	return r.punct(i, ",") || r.punct(i, ".") || r.dash(i) || r.is(i, speaking) || i < len(r.toks) && r.toks[i].Kind == token.Mark
}
