package attribution

import (
	"strings"

	"quotidian/articles"
	"quotidian/articles/token"
)

// sourceKind says what the words of a source are.
type sourceKind uint8

const (
	noSource sourceKind = iota
	pronounSource
	nameSource      // a printed name
	describedSource // one person, described: "the minister", "an official"
	groupSource     // several
	bodySource      // a body in lower case: "the ministry", "Velia's defence ministry"
	documentSource  // "the report"
	handleSource    // an account: "@orlo_"
)

// source is a source span taken apart. Tokens [first, last) are the noun phrase with what describes it, head
// is its head noun or pronoun, mention the name it holds.
type source struct {
	kind        sourceKind
	first, last int
	core        int // end of the noun phrase proper, before commas and relative clauses
	head        int
	mention     int32 // index into reading.mentions, -1 for none
	definite    bool
	// behind is true when the name stands after the span: "Velia's prime minister, Marta Ilves, said".
	behind bool
	// people are the mentions of several people who are described one by one: "Nina Orlo, the mayor, and Jan Kesh, …".
	people []int32
}

// parseSource takes the words of a source apart.
func (r *reading) parseSource(s articles.Span) source {
	first, last := r.tokens(s)
	first, last = r.trimSource(first, last)
	src := source{first: first, last: last, core: last, mention: -1}
	if first >= last {
		return src
	}
	if r.handle(first) && r.gluedOn(first, last) {
		src.kind, src.head = handleSource, first
		return src
	}
	alone := last-first == 1 || last-first == 2 && r.class[first+1]&reflexive != 0 // "he himself"
	if alone && r.pronoun(first) != notPronoun {
		src.kind, src.head = pronounSource, first
		return src
	}
	if src.people = r.people(first, last); src.people != nil {
		src.kind, src.head = groupSource, last-1
		return src
	}
	definite := r.definite(first) || r.seated(first)
	first = r.behindSeat(r.behindRoles(first, last), last)
	src.first, src.core = first, r.coreEnd(first, last)
	for src.core-1 > first && (r.class[src.core-1]&reflexive != 0 || r.word(src.core-1) == "and") {
		src.core-- // "the minister herself"
	}
	src.definite = definite || r.definite(first)
	if r.coordinated(src) {
		src.kind, src.head = groupSource, src.core-1
		return src
	}
	r.parseCore(&src)
	return src
}

// gluedOn reports whether no blank stands between tokens [first, last): "orlo.z".
func (r *reading) gluedOn(first, last int) bool {
	for k := first + 1; k < last; k++ {
		if !r.toks[k].Has(token.Glued) {
			return false
		}
	}
	return true
}

// behindSeat leaves out where the company of "the Varn, Norland-based company" sits, since the phrase stands for the one
// just named.
func (r *reading) behindSeat(first, last int) int {
	if r.seated(first) {
		return first + 1
	}
	for k := first + 1; r.definite(first) && k+1 < last && k < first+maxLabel+2; k++ {
		if strings.HasSuffix(r.word(k), "-based") && r.class[k+1]&general != 0 {
			return k + 1
		}
	}
	return first
}

// seated reports whether a phrase begins with where the body just named sits, its article cut off: "Norland-based company".
func (r *reading) seated(first int) bool {
	return strings.HasSuffix(r.word(first), "-based") && r.is(first+1, general) && first > 1 && r.punct(first-1, ",")
}

// trimSource leaves out a dateline, marks, commas, what leads up to the phrase ("by", "which") and a trailing possessive.
func (r *reading) trimSource(first, last int) (int, int) {
	if first < last {
		first = max(first, r.behindDateline(last-1)) // Varn - NORPA - Ana Orlo
	}
	for first < last && (r.toks[first].Kind == token.Punct || r.toks[first].Kind == token.Mark || last-first > 1 && r.leadsUp(first)) {
		first++
	}
	first = r.behindClause(r.behindWhen(r.behindQuotation(first, last), last), last)
	for last > first && (r.toks[last-1].Kind == token.Mark || r.punct(last-1, ",") || r.toks[last-1].Has(token.Clitic) || r.punct(last-1, ":") || last-first > 1 && r.trails(last-1)) {
		last--
	}
	return first, r.withoutWhen(first, last)
}

// trails reports whether token k is the today of a source that ends with it: "the report today", "Ana Orlo today".
func (r *reading) trails(k int) bool {
	return r.word(k) == "today" && (r.is(k-1, document) || r.mentionAt[k-1] != 0)
}

// leadsUp reports whether token i only leads up to a source: a preposition, a relative word, or a verb form in
// front of an article ("forcing the rebels").
func (r *reading) leadsUp(i int) bool {
	if r.mentionAt[i] != 0 {
		return false
	}
	if r.class[i]&(preposition|opener) != 0 {
		return true
	}
	return strings.HasSuffix(r.word(i), "ing") && !r.toks[i].Has(token.Capital) && r.class[i]&(body|plural|document) == 0 && r.class[i+1]&determiner != 0
}

// behindQuotation leaves out a quotation that the span runs across, when a name stands between its closing mark
// and the end: `The country "has changed", Orlo`.
func (r *reading) behindQuotation(first, last int) int {
	for k := last - 1; k > first; k-- {
		if !r.doubleMark(k) || !r.quoted[k-1] {
			continue
		}
		if n := r.mentionAt[last-1]; n != 0 && r.class[last-1]&(office|anybody) == 0 && !r.mentionHolds(n, k) {
			return k + 1
		}
		return first
	}
	return first
}

// mentionHolds reports whether mention n-1 reaches across token k, as a nickname's mark does.
func (r *reading) mentionHolds(n int32, k int) bool {
	m := &r.mentions[n-1]
	return int(m.first) < k && k < int(m.last)
}

// coreEnd gives where the noun phrase proper ends: at the first comma, bracket, dash or relative clause.
func (r *reading) coreEnd(first, last int) int {
	for k := first + 1; k < last; k++ {
		t := r.toks[k]
		switch {
		case r.shortForm(k, last) > 0:
			k += r.shortForm(k, last) - 1
		case r.inFields(first, k, last):
		case t.Kind == token.Punct && !r.innerPunct(k) && !r.corporate(k):
			return k
		case r.headingVerb(k):
			return k
		case r.class[k]&opener != 0 && r.mentionAt[k] == 0, r.word(k) == "that" && k > first+1, r.word(k) == "to" && k+1 < last && r.word(k+1) == "be":
			return k
		}
	}
	return last
}

// headingVerb reports whether token k is the verb of somebody named in full in a heading, where every word has a capital: "Norland's
// Premier Ana Orlo | Resigns".
func (r *reading) headingVerb(k int) bool {
	n, w := r.mentionAt[k-1], r.word(k)
	if n == 0 || r.mentionAt[k] != 0 || !r.heading[r.sentOf[k]] || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") {
		return false
	}
	m := &r.mentions[n-1]
	return m.last-m.first > 1 && r.entities[m.entity].kind == Person && r.class[k]&(plural|body|office|document|thing) == 0
}

// shortForm gives the tokens from k on of a short form in brackets that stands inside a noun phrase: "Varn Workers Party (VWP)
// leader Ana Orlo", "Justice (retd) Ana Orlo"; 0 for none.
func (r *reading) shortForm(k, last int) int {
	if n := r.retired(k, last); n > 0 {
		return n
	}
	if !r.punct(k, "(") || k+3 >= last || !r.toks[k+1].Has(token.Upper) && !r.toks[k+3].Has(token.Capital) || !r.punct(k+2, ")") || r.toks[k+3].Kind != token.Word || r.class[k+3]&(opener|preposition|speaking) != 0 {
		return 0
	}
	return 3
}

// innerPunct reports whether punctuation at k does not end a noun phrase: "&", a dash or a full stop inside a word.
func (r *reading) innerPunct(k int) bool {
	switch r.word(k) {
	case "-":
		return r.mentionAt[k] != 0 || r.toks[k].Has(token.Glued)
	case "/", "&":
		return true
	case ".":
		return r.toks[k].Has(token.Glued) && k+1 < len(r.toks) && r.toks[k+1].Has(token.Glued)
	}
	return false
}

// corporate reports whether the comma at k belongs to a name: "Jr", "Inc".
func (r *reading) corporate(k int) bool {
	return r.punct(k, ",") && r.is(k+1, suffix)
}

func (r *reading) definite(i int) bool {
	switch strings.ToLower(r.word(i)) {
	case "the", "this", "that", "these", "those", "his", "her", "its", "their", "both":
		return true
	}
	return false
}

// coordinated reports whether the phrase joins two parties: "Anna Reed and Rep. Paul Coyle".
func (r *reading) coordinated(s source) bool {
	for k := s.first + 1; k+1 < s.core; k++ {
		if w := r.word(k); (w == "and" || w == "&" || w == "or") && r.mentionAt[k] == 0 && r.party(s.first, k) && r.party(k+1, s.core) {
			return !r.oneRole(s.first, k, s.core) && !r.oneHolder(s.first, k, s.core) && !r.fieldsOf(s.first, k, s.core) && !r.insideBody(s.first, k, s.core)
		}
	}
	return r.listed(s)
}

// listed reports whether the core is the first of several names: "Ms. Orlo, Mrs. Varga and other donors".
func (r *reading) listed(s source) bool {
	k := s.core
	if !r.punct(k, ",") || k+1 >= s.last || r.mentionAt[s.core-1] == 0 {
		return false
	}
	for k++; k < s.last && r.class[k]&title != 0 && r.mentionAt[k] == 0; k++ {
	}
	if k >= s.last || r.mentionAt[k] == 0 {
		return false
	}
	k = int(r.mentions[r.mentionAt[k]-1].last)
	if r.possessive(k) || r.tradeAt(k) {
		return false // Ana Orlo, KTB co-founder and editor
	}
	for ; k < s.last; k++ {
		if w := r.word(k); w == "and" || w == "or" {
			return true
		}
		if r.class[k]&(determiner|preposition) != 0 {
			return false
		}
	}
	return false
}

// tradeAt reports whether token k is what somebody is, in small letters.
func (r *reading) tradeAt(k int) bool { return r.is(k, office|kin) && !r.capital(k) }

// party reports whether [first, last) holds a name or a noun for somebody.
func (r *reading) party(first, last int) bool {
	for k := first; k < last; k++ {
		if r.mentionAt[k] != 0 || r.capital(k) && r.class[k]&determiner == 0 || r.class[k]&(plural|office|kin|anybody|body) != 0 || r.pronoun(k) != notPronoun {
			return true
		}
	}
	return false
}

// oneRole reports whether the "and" at k joins two roles of one person ("academic and poet Mark Lavant"):
// only the second part holds a personal name, and what stands before the "and" is a bare singular role.
func (r *reading) oneRole(first, k, last int) bool {
	if r.class[k-1]&(office|anybody) == 0 || r.class[k-1]&plural != 0 || r.mentionAt[k-1] != 0 && !honours[r.word(k-1)] {
		return false
	}
	for j := first; j < k; j++ {
		if n := r.mentionAt[j]; n != 0 && r.mentions[n-1].kind == personName {
			return false
		}
	}
	return r.class[k+1]&determiner == 0
}

// oneHolder reports whether the "and" at k joins for whom or what somebody is something, whose name ends the phrase: "former Varn and
// Norland striker Gary Orlo". Without "former" it may be the first that is a party: "Norland and UN envoy Ana Orlo".
func (r *reading) oneHolder(first, k, last int) bool {
	n := r.mentionAt[last-1] - 1
	if n < 0 || r.mentions[n].impersonal() || int(r.mentions[n].from) <= k+1 && int(r.mentions[n].first) <= k+2 || !r.is(first, formerly) && !r.is(first+1, formerly) {
		return false
	}
	role := int(r.mentions[n].first) - 1
	for j := first; j < role; j++ {
		if m := r.mentionAt[j]; r.class[j]&(office|kin|anybody|plural) != 0 || m != 0 && r.mentions[m-1].kind == personName {
			return false
		}
	}
	return r.is(role, office|anybody) && !r.is(role, plural)
}

// ownedName gives the person's name behind a possessive that the phrase ends in, whatever stands before: "Bank of Velia's Ana
// Orlo".
func (r *reading) ownedName(s *source) int32 {
	n := r.mentionAt[s.core-1] - 1
	if n < 0 {
		return none32
	}
	m := &r.mentions[n]
	if m.last-m.first < 2 || m.impersonal() || m.entity == noEntity || int(m.from) <= s.first || !r.possessive(int(m.from)-1) {
		return none32
	}
	for k := s.first; k < int(m.from)-1; k++ {
		if !r.toks[k].Has(token.Capital) && r.word(k) != "of" && r.word(k) != "and" && r.word(k) != "the" {
			return none32 // a panel led by the Herald's Ana Orlo
		}
	}
	return n
}

// takeNameBehind gives a source the name of mention m that its last aside gives: a body's, unless an office right before the comma tells a person's,
// of whom the words before that say nothing: "a lack of care, | the state's premier, Ana Orlo".
func (r *reading) takeNameBehind(s *source, m int32) {
	s.kind, s.mention = nameSource, m
	comma := r.asideComma(&r.mentions[m])
	if !r.is(comma-1, office|kin) {
		r.takeForBody(r.mentions[m].entity)
		return
	}
	s.first, s.core = r.behindComma(s.first, comma), comma
}

// behindComma gives where the phrase begins that ends at token last: behind the last comma since token first.
func (r *reading) behindComma(first, last int) int {
	for k := last - 1; k > first; k-- {
		if r.punct(k, ",") {
			return k + 1
		}
	}
	return first
}

// holder gives the person's name that ends the phrase where the rest of it is a role with capitals that a body opens: "Department of
// Harbour Safety Secretary Ana Orlo".
func (r *reading) holder(s *source) int32 {
	n := r.mentionAt[s.core-1] - 1
	if n < 0 || r.class[s.first]&body == 0 {
		return none32
	}
	m := &r.mentions[n]
	if m.last-m.first < 2 || m.impersonal() || m.entity == noEntity || int(m.from) > s.first || !r.is(int(m.first)-1, office|title) {
		return none32
	}
	return n
}

// parseCore finds what heads the phrase.
func (r *reading) parseCore(s *source) {
	if m := max(r.ownedName(s), r.presented(s), r.holder(s)); m >= 0 {
		s.kind, s.mention, s.head = nameSource, m, s.core-1
		return
	}
	local := r.localPart(s.first, s.core)
	zone := r.headZone(local, s.core)
	if m := r.nameEnding(local, zone); m >= 0 {
		s.kind, s.mention, s.head = nameSource, m, zone-1
		return
	}
	if m := r.pseudoTitled(local, zone, s.core); m >= 0 {
		s.kind, s.mention, s.head = nameSource, m, int(r.mentions[m].last)-1
		return
	}
	zone = r.knownHead(local, zone)
	s.head = zone - 1
	s.kind = r.headKind(s, local, zone)
	if s.kind == bodySource {
		if m := r.nameBehind(s); m >= 0 && !s.behind && r.class[s.head]&body == 0 && r.mentions[m].kind == personName {
			s.kind, s.mention = nameSource, m
		} else if m := r.bodyBehind(s); m >= 0 {
			r.takeNameBehind(s, m)
		}
	}
	if s.kind != describedSource {
		return
	}
	if m := r.nameOf(s, zone); m >= 0 {
		s.kind, s.mention = nameSource, m
	}
}

// nameOf gives the name that stands beside a description, whose head ends before zone: in front of it, in an apposition or behind "as".
func (r *reading) nameOf(s *source, zone int) int32 {
	if m := r.calledSo(s, zone); m >= 0 {
		return m
	}
	if m := r.nameBehind(s); m >= 0 {
		return m
	}
	if m := r.onlyAs(s); m >= 0 {
		return m
	}
	if m := r.bodyBehind(s); m >= 0 && r.mentions[m].kind == bodyName && r.asideComma(&r.mentions[m]) == s.head+1 {
		return m // the bank's owner, Orlo Holdings,
	}
	return r.nameBefore(s.first)
}
