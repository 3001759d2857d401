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
	bodySource      // a body in lower case: "the ministry", "Russia's defense ministry"
	documentSource  // "the report"
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
	// behind is true when the name stands after the span: "Malaysia's Prime Minister, Najib Razak, said".
	behind bool
}

// parseSource takes the words of a source apart.
func (r *reading) parseSource(s articles.Span) source {
	first, last := r.tokens(s)
	first, last = r.trimSource(first, last)
	src := source{first: first, last: last, core: last, mention: -1}
	if first >= last {
		return src
	}
	if last-first == 1 && r.pronoun(first) != notPronoun {
		src.kind, src.head = pronounSource, first
		return src
	}
	src.core = r.coreEnd(first, last)
	src.definite = r.definite(first)
	if r.coordinated(src) {
		src.kind, src.head = groupSource, src.core-1
		return src
	}
	r.parseCore(&src)
	return src
}

// trimSource leaves out marks, commas, what leads up to the phrase ("by", "which") and a trailing possessive.
func (r *reading) trimSource(first, last int) (int, int) {
	for first < last && (r.toks[first].Kind == token.Punct || r.toks[first].Kind == token.Mark || last-first > 1 && r.leadsUp(first)) {
		first++
	}
	first = r.behindQuotation(first, last)
	for last > first && (r.toks[last-1].Kind == token.Mark || r.punct(last-1, ",") || r.toks[last-1].Has(token.Clitic) || r.punct(last-1, ":")) {
		last--
	}
	return first, last
}

// leadsUp reports whether token i only leads up to a source: a preposition, a relative word, or a verb form in
// front of an article ("forcing the rebels").
func (r *reading) leadsUp(i int) bool {
	if r.class[i]&(preposition|opener) != 0 {
		return true
	}
	return strings.HasSuffix(r.word(i), "ing") && !r.toks[i].Has(token.Capital) && r.class[i]&(body|plural|document) == 0 && r.class[i+1]&determiner != 0
}

// behindQuotation leaves out a quotation that the span runs across, when a name stands between its closing mark
// and the end: `The country "has changed", Orlo`.
func (r *reading) behindQuotation(first, last int) int {
	for k := last - 1; k > first; k-- {
		if r.toks[k].Kind != token.Mark || !doubleMark(r.word(k)) || !r.quoted[k-1] {
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
		case t.Kind == token.Punct && !r.innerPunct(k) && !r.corporate(k):
			return k
		case r.class[k]&opener != 0 && r.mentionAt[k] == 0, r.word(k) == "that" && k > first+1:
			return k
		}
	}
	return last
}

// innerPunct reports whether punctuation at k does not end a noun phrase: "&", a dash or a full stop inside a word.
func (r *reading) innerPunct(k int) bool {
	switch r.word(k) {
	case "-", "/", "&":
		return true
	case ".":
		return r.toks[k].Has(token.Glued) && k+1 < len(r.toks) && r.toks[k+1].Has(token.Glued)
	}
	return false
}

// corporate reports whether the comma at k belongs to a name: "Jr", "Inc".
func (r *reading) corporate(k int) bool {
	if !r.punct(k, ",") || k+1 >= len(r.toks) {
		return false
	}
	switch strings.TrimSuffix(r.word(k+1), ".") {
	case "Jr", "Sr", "Inc", "Ltd", "LLC", "II", "III":
		return true
	}
	return false
}

func (r *reading) definite(i int) bool {
	switch strings.ToLower(r.word(i)) {
	case "the", "this", "that", "these", "those", "his", "her", "its", "their", "both":
		return true
	}
	return false
}

// coordinated reports whether the phrase joins two parties: "Chaffetz and Rep. Bob Goodlatte".
func (r *reading) coordinated(s source) bool {
	for k := s.first + 1; k+1 < s.core; k++ {
		if w := r.word(k); (w == "and" || w == "&" || w == "or") && r.mentionAt[k] == 0 && r.party(s.first, k) && r.party(k+1, s.core) {
			return !r.oneRole(s.first, k, s.core)
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
	for k = int(r.mentions[r.mentionAt[k]-1].last); k < s.last; k++ {
		if w := r.word(k); w == "and" || w == "or" {
			return true
		}
		if r.class[k]&(determiner|preposition) != 0 {
			return false
		}
	}
	return false
}

// party reports whether [first, last) holds a name or a noun for somebody.
func (r *reading) party(first, last int) bool {
	for k := first; k < last; k++ {
		if r.mentionAt[k] != 0 || r.capital(k) || r.class[k]&(plural|office|kin|anybody|body) != 0 || r.pronoun(k) != notPronoun {
			return true
		}
	}
	return false
}

// oneRole reports whether the "and" at k joins two roles of one person ("academic and professor Marc Hill"):
// only the second part holds a personal name, and what stands before the "and" is a bare singular role.
func (r *reading) oneRole(first, k, last int) bool {
	if r.class[k-1]&(office|anybody) == 0 || r.class[k-1]&plural != 0 || r.mentionAt[k-1] != 0 {
		return false
	}
	for j := first; j < k; j++ {
		if n := r.mentionAt[j]; n != 0 && r.mentions[n-1].kind == personName {
			return false
		}
	}
	return r.class[k+1]&determiner == 0
}

// parseCore finds what heads the phrase.
func (r *reading) parseCore(s *source) {
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
	s.head = zone - 1
	s.kind = r.headKind(s, local, zone)
	if s.kind != describedSource {
		return
	}
	if m := r.nameBehind(s); m >= 0 {
		s.kind, s.mention = nameSource, m
	} else if m := r.nameBefore(s.first); m >= 0 {
		s.kind, s.mention = nameSource, m
	}
}

// nameBefore finds the subject whose last appositive is all that a source span holds: "Karl Benning, an adviser
// to Mira Stol, [the president of the council,] said". It is the name that opens the clause.
func (r *reading) nameBefore(first int) int32 {
	if !r.punct(first-1, ",") {
		return -1
	}
	found := int32(-1)
	for k := first - 2; k >= 0 && first-k < maxAside && r.sameSentence(k, first); k-- {
		if r.toks[k].Kind == token.Mark && doubleMark(r.word(k)) || r.class[k]&speaking != 0 && r.mentionAt[k] == 0 {
			break
		}
		if n := r.mentionAt[k]; n != 0 && int(r.mentions[n-1].first) == k {
			found = -1
			if m := &r.mentions[n-1]; m.entity != noEntity && m.kind != bodyName && m.kind != placeName && r.punct(int(m.last), ",") && r.opensClause(int(m.from)) {
				found = n - 1
			}
		}
	}
	return found
}

// maxAside bounds the asides between a subject and its verb, in tokens.
const maxAside = 40

// opensClause reports whether a clause begins at token i: with the sentence or right behind a quotation.
func (r *reading) opensClause(i int) bool {
	return i == r.sentence(i).First || r.toks[i-1].Kind == token.Mark
}

// localPart gives where the part behind the last possessive begins: "Armenia's | prime minister".
func (r *reading) localPart(first, core int) int {
	for k := core - 2; k > first; k-- {
		if (r.toks[k].Has(token.Clitic) || r.pluralPossessive(k)) && !r.prepositionBetween(first, k) {
			return k + 1
		}
	}
	return first
}

func (r *reading) pluralPossessive(k int) bool {
	return r.toks[k].Kind == token.Mark && r.toks[k].Has(token.Glued) && !doubleMark(r.word(k)) && strings.HasSuffix(r.word(k-1), "s")
}

func (r *reading) prepositionBetween(first, last int) bool {
	for k := first + 1; k < last; k++ {
		if r.class[k]&preposition != 0 && r.mentionAt[k] == 0 {
			return true
		}
	}
	return false
}

// headZone gives where the head ends: at the first preposition outside a name, or participle behind a noun.
func (r *reading) headZone(first, core int) int {
	for k := first + 1; k < core; k++ {
		if r.mentionAt[k] != 0 {
			continue
		}
		if r.class[k]&preposition != 0 {
			return k
		}
		if r.participle(k) && k+1 <= core && (r.class[k-1]&function == 0 || r.class[k-1]&plural != 0) &&
			(r.class[k+1]&(preposition|determiner) != 0 || r.class[k-1]&(document|office|plural|body|anybody) != 0) {
			return k
		}
		if w := r.word(k); (w == "familiar" || w == "close") && k+1 < core && r.class[k+1]&preposition != 0 {
			return k
		}
	}
	return core
}

func (r *reading) participle(k int) bool {
	w := r.word(k)
	return r.toks[k].Kind == token.Word && !r.toks[k].Has(token.Capital) && len(w) > 5 && (strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed"))
}

// nameEnding gives the mention that ends the head zone, unless a lower-case noun heads it ("Fox News anchor").
func (r *reading) nameEnding(first, zone int) int32 {
	k := zone - 1
	for k > first && r.toks[k].Kind == token.Mark {
		k--
	}
	n := r.mentionAt[k]
	if n == 0 {
		return -1
	}
	m := &r.mentions[n-1]
	if m.entity == noEntity && m.last-m.first > 1 {
		return -1
	}
	return n - 1
}

// pseudoTitled finds the name behind a role with its own complement: "Ambassador to the United States Hamdullah
// Mohib", "CEO of the Refugee Council Enver Solomon". What stands behind a determiner ("a spokesman for Mr.
// Clinton") is the complement itself, and so is a name directly behind the preposition.
func (r *reading) pseudoTitled(first, zone, core int) int32 {
	if zone >= core || r.class[zone-1]&(office|anybody) == 0 || r.class[first]&determiner != 0 {
		return -1
	}
	n := r.mentionAt[core-1]
	if n == 0 {
		return -1
	}
	m := &r.mentions[n-1]
	if int(m.last) != core || int(m.first) <= zone+1 || m.kind != personName && m.kind != unsureName || r.class[m.first-1]&(preposition|determiner) != 0 {
		return -1
	}
	for k := zone + 1; k < int(m.first); k++ {
		if r.class[k]&(determiner|title) == 0 || r.class[k]&title != 0 && k > zone+1 {
			return n - 1
		}
	}
	return -1
}

// headKind says what a phrase without a name of its own stands for, by its head noun.
func (r *reading) headKind(s *source, local, zone int) sourceKind {
	h := zone - 1
	c := r.class[h]
	lowerHead := strings.ToLower(r.word(h))
	switch {
	case r.partitive(s, zone):
		return groupSource
	case c&(office|kin|anybody) != 0 && c&plural == 0 && !(c&body != 0 && r.bodyContext(local, h)):
		return describedSource
	case c&body != 0 && c&plural == 0:
		return bodySource
	case c&plural != 0:
		return groupSource
	case c&document != 0:
		return documentSource
	case c&title != 0, lowerHead == "one", lowerHead == "old", personSuffix(lowerHead):
		return describedSource
	case c&demonym != 0 && r.class[s.first]&determiner != 0 && !strings.HasSuffix(lowerHead, "s"), c&demonym != 0 && lowerHead == "one":
		return describedSource
	case strings.HasSuffix(lowerHead, "s") && !strings.HasSuffix(lowerHead, "ss"):
		return groupSource
	}
	return bodySource
}

// bodyContext decides for words that are both ("operator", "publisher"): a person only with a personal
// determiner or a possessive in front.
func (r *reading) bodyContext(local, h int) bool { return local == h }

// partitive reports whether the head counts others: "some of her followers", "60 percent of voters".
func (r *reading) partitive(s *source, zone int) bool {
	if zone >= s.core || r.word(zone) != "of" {
		return r.toks[s.first].Kind == token.Number && r.class[zone-1]&(office|anybody|kin) == 0
	}
	switch strings.ToLower(r.word(zone - 1)) {
	case "seven", "eight", "nine", "ten", "one-third", "two-thirds", "quarter", "third", "some", "many", "most", "several", "few", "number", "group", "majority", "handful", "dozens", "hundreds", "thousands", "half", "percent",
		"none", "all", "both", "each", "two", "three", "four", "five", "six", "lot", "pair", "couple", "range", "string", "series":
		return true
	}
	return false
}

// personSuffix guesses that an unlisted noun is a person by its ending.
func personSuffix(w string) bool {
	for _, e := range []string{"ist", "ologist", "man", "woman", "person", "ian", "eer", "-old", "maker", "holder", "worker", "player", "goer"} {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// nameBehind finds the person that an appositive names: inside the span ("the company's chief executive, John
// Ferriola") or right behind it.
func (r *reading) nameBehind(s *source) int32 {
	k := s.core
	if k >= len(r.toks) || !r.sameSentence(s.first, k) {
		return -1
	}
	comma := r.punct(k, ",") || r.punct(k, "—") || r.punct(k, "–")
	if comma {
		k++
	}
	for k < len(r.toks) && r.sameSentence(s.first, k) && r.class[k]&(title|office) != 0 && r.mentionAt[k] == 0 && r.capital(k) {
		k++
	}
	if k >= len(r.toks) || !r.sameSentence(s.first, k) || r.mentionAt[k] == 0 {
		return -1
	}
	n := r.mentionAt[k] - 1
	m := &r.mentions[n]
	if int(m.first) != k || m.kind == bodyName || m.kind == placeName || m.entity == noEntity {
		return -1
	}
	if comma && k >= s.last && !r.closesAside(int(m.last)) {
		return -1
	}
	s.behind = k >= s.last
	return n
}

// closesAside reports whether an appositive name that ends before token i is followed by what may follow one:
// a comma, a cue, or another description.
func (r *reading) closesAside(i int) bool {
	return i < len(r.toks) && (r.punct(i, ",") || r.punct(i, "—") || r.punct(i, "–") || r.punct(i, ".") || r.is(i, speaking) || r.toks[i].Kind == token.Mark)
}
