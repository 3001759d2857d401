package attribution

import (
	"strings"

	"quotidian/articles/token"
)

// knownHead moves the end of the head zone back to the last listed person noun when the words behind it are none
// that any list knows: "sources privy", "people everywhere".
func (r *reading) knownHead(local, zone int) int {
	const nouns = office | kin | anybody | plural | body | document | title | demonym
	if r.class[zone-1]&nouns != 0 || r.mentionAt[zone-1] != 0 || r.toks[zone-1].Has(token.Capital) || personSuffix(r.lower(zone-1)) {
		return zone
	}
	if strings.HasSuffix(r.word(zone-1), "s") {
		return zone
	}
	for k := zone - 2; k >= local && k >= zone-3; k-- {
		if r.class[k]&(anybody|plural) != 0 && r.class[k]&determiner == 0 {
			return k + 1
		}
	}
	return zone
}

// localPart gives where the part behind the last possessive begins: "Velia's | prime minister".
func (r *reading) localPart(first, core int) int {
	for k := core - 2; k > first; k-- {
		if r.possessive(k) && (!r.prepositionBetween(first, k) || r.titleCased(first, k)) {
			return k + 1
		}
	}
	return first
}

// titleCased reports whether [first, last) is printed as a name of several words is, with a capital on all but "of", "for", "the" and
// "and": "Chartered Accountants of Velia".
func (r *reading) titleCased(first, last int) bool {
	if r.word(first) == "the" || r.word(first) == "The" {
		first++
	}
	if first >= last || !r.capital(first) || !r.capital(last-1) {
		return false
	}
	for k := first; k < last; k++ {
		if w := r.word(k); !r.capital(k) && w != "of" && w != "for" && w != "the" && w != "and" {
			return false
		}
	}
	return true
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

// headZone gives where the head ends: at the first preposition outside a name, or at what qualifies the noun
// before it ("sources familiar with …", "figures released on …").
func (r *reading) headZone(first, core int) int {
	for k := first + 1; k < core; k++ {
		switch {
		case r.mentionAt[k] != 0:
		case r.phraseRole(k - 1):
			k++ // secretary of state
		case r.class[k]&preposition != 0, r.qualifies(k, core):
			return k
		}
	}
	return core
}

// qualifies reports whether a participle or adjective at token k, behind its noun, begins a qualification.
func (r *reading) qualifies(k, core int) bool {
	before := r.class[k-1]
	if w := r.word(k); w == "familiar" || w == "close" {
		return k+1 < core && r.class[k+1]&preposition != 0
	}
	if !r.participle(k) || before&function != 0 && before&plural == 0 || r.is(k+1, general) && k+1 < core {
		return false // the last: independent monitoring group
	}
	return before&(document|office|plural|body|anybody) != 0 || r.is(k+1, preposition|determiner)
}

func (r *reading) participle(k int) bool {
	w := r.word(k)
	return r.toks[k].Kind == token.Word && !r.toks[k].Has(token.Capital) && len(w) > 4 && (strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed"))
}

// nameEnding gives the mention that ends the head zone, unless a lower-case noun heads it ("Fox News anchor").
func (r *reading) nameEnding(first, zone int) int32 {
	k := zone - 1
	if r.is(k, suffix) && r.corporate(k-1) && k-1 > first {
		k -= 2
	}
	for k > first && (r.toks[k].Kind == token.Mark || r.mentionAt[k] == 0 && honours[r.word(k)]) {
		k--
	}
	n := r.mentionAt[k]
	if n == 0 || r.phraseRole(k-2) {
		return none32
	}
	m := &r.mentions[n-1]
	if m.entity == noEntity && m.last-m.first > 1 {
		return none32
	}
	return n - 1
}

// pseudoTitled finds the name behind a role with its own complement: "Ambassador to the United States Hamid
// Morrad", "CEO of the Harbour Council Emma Lind". What stands behind a determiner ("a spokesman for Mr.
// Clinton") is the complement itself, unless the name of a body stands right before it ("the head of the Harbour Council Emma
// Lind"), and so is a name directly behind the preposition.
func (r *reading) pseudoTitled(first, zone, core int) int32 {
	if zone >= core || r.class[zone-1]&(office|anybody) == 0 || r.mentionAt[core-1] == 0 {
		return none32
	}
	n := r.mentionAt[core-1] - 1
	m := &r.mentions[n]
	if r.class[first]&determiner != 0 && !r.behindBody(n) {
		return none32
	}
	if int(m.last) != core || int(m.first) <= zone+1 || m.impersonal() || r.class[m.first-1]&(preposition|determiner) != 0 || r.word(int(m.first)-1) == "and" {
		return none32
	}
	for k := zone + 1; k < int(m.first); k++ {
		if r.class[k]&(determiner|title) == 0 || r.class[k]&title != 0 && k > zone+1 {
			return n
		}
	}
	return none32
}

// behindBody reports whether the name of a body or a place, or a word for a state, stands right before mention n and its titles:
// "The President of Kenya H.E. | Ana Orlo", "the president of the republic | Ana Orlo".
func (r *reading) behindBody(n int32) bool {
	k := int(r.mentions[n].first) - 1
	for k > 0 && r.class[k]&title != 0 {
		k--
	}
	if k > 3 && r.punct(k, ")") && r.punct(k-2, "(") {
		k -= 3 // the Alternative for Norway (AfN) | Ana Orlo
	}
	if k < 1 {
		return false
	}
	if n > 0 && int(r.mentions[n-1].last) == k+1 && r.mentions[n-1].impersonal() {
		return true
	}
	if r.words.places[r.word(k)] {
		return true
	}
	if !ofOneself[r.word(k)] {
		return false
	}
	for k--; k > 0 && r.capital(k); k-- { // the governor of the Varn region Ana Orlo
	}
	return r.word(k) == "the"
}

// ofOneself are words for a state or a part of one that need no name at home: "the president of the republic".
var ofOneself = map[string]bool{"republic": true, "kingdom": true, "federation": true, "emirate": true, "country": true, "region": true, "state": true, "province": true, "district": true}

// presented gives the name that ends a source behind what its bearer works for, a title with "of" inside, and in what role: "Light of the Day
// presenter Ana Orlo".
func (r *reading) presented(s *source) int32 {
	n := r.mentionAt[s.core-1] - 1
	if n < 0 {
		return none32
	}
	m := &r.mentions[n]
	k := int(m.from) - 1
	if int(m.last) != s.core || m.impersonal() || m.entity == noEntity || k-s.first < 3 || r.toks[k].Kind != token.Word || r.capital(k) || r.class[k]&(function|preposition|determiner|speaking|plural) != 0 || !r.capital(k-1) {
		return none32
	}
	of := k - 2
	if r.word(of) == "the" {
		of--
	}
	if of <= s.first || r.word(of) != "of" || !r.capital(of-1) || r.is(of-1, office|plural) {
		return none32
	}
	return n
}

// headKind says what a phrase without a name of its own stands for, by its head noun.
func (r *reading) headKind(s *source, local, zone int) sourceKind {
	h := zone - 1
	c := r.class[h]
	switch {
	case r.ranked(h):
		return describedSource
	case r.partitive(s, zone):
		return groupSource
	case r.phraseRole(h - 2):
		return describedSource
	case c&plural != 0:
		return groupSource
	case c&(office|kin|anybody) != 0 && (c&body == 0 || h > local):
		return describedSource // a bare "operator" or "publisher" is a body
	case c&body != 0 && r.tradesman(s, h):
		return describedSource
	case c&body != 0:
		return bodySource
	case c&document != 0:
		return documentSource
	}
	return r.guessKind(s, h)
}

// tradesman reports whether the noun of a body at token h is what a person does, whose name stands behind a comma: "a crane operator, Ana Orlo,".
func (r *reading) tradesman(s *source, h int) bool {
	if !trades[r.lower(h)] || h < s.first+1 || h != s.core-1 || r.lower(s.first) != "a" && r.lower(s.first) != "an" || !r.punct(h+1, ",") {
		return false
	}
	n := r.personAt(h + 2)
	return n >= 0 && r.mentions[n].kind == personName && r.mentions[n].last-r.mentions[n].first > 1
}

// trades are nouns for companies that are as well for whoever works in one alone.
var trades = wordSet("operator publisher developer supplier distributor contractor producer promoter importer exporter broadcaster")

// ranked reports whether token k is the place in a ranking by which a player is called: "the world No. 5", "the world number two".
func (r *reading) ranked(k int) bool {
	if k < 2 || r.toks[k].Kind != token.Number && r.class[k]&counting == 0 && r.words.classes[r.lower(k)] == 0 {
		return false
	}
	w := strings.TrimSuffix(r.lower(k-1), ".")
	return (w == "no" || w == "number") && r.lower(k-2) == "world"
}

// guessKind says what a noun that no list knows stands for.
func (r *reading) guessKind(s *source, h int) sourceKind {
	c, w := r.class[h], r.lower(h)
	several := strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
	switch {
	case !several && r.followedByWho(s, h), r.aged(s.core), c&counting != 0 && h > s.first && r.class[h-1]&determiner != 0, r.words.famous[w] && !several:
		return describedSource
	case r.citizen(h), strings.HasSuffix(w, "ioner"), c&title != 0, w == "one", w == "eldest", w == "youngest", w == "oldest", w == "another", w == "latter", w == "former", w == "old", personSuffix(w), r.words.classes[parentOf(w)]&(kin|anybody) != 0, c&demonym != 0 && r.class[s.first]&determiner != 0 && !several && !r.wholePeople(s.first, h):
		return describedSource
	case several || r.wholePeople(s.first, h):
		return groupSource
	}
	return bodySource
}

// followedByWho reports whether "who" tells that the noun at token h is a person's, behind a comma too: "a civil servant, who".
func (r *reading) followedByWho(s *source, h int) bool {
	k := s.core
	if r.punct(k, ",") && h == k-1 {
		k++
	}
	return r.toks[h].Kind == token.Word && r.sameSentence(h, k) && r.is(k, opener) && r.lower(k) == "who"
}

// citizen reports whether token h says that somebody is one of a people: "the Norwegian national".
func (r *reading) citizen(h int) bool { return r.lower(h) == "national" && r.is(h-1, demonym) }

// wholePeople reports whether an adjective at token h stands for all of a people behind the "the" at token first, and for no one of it:
// "the Dutch", "the Chinese".
func (r *reading) wholePeople(first, h int) bool {
	w := r.lower(h)
	if r.class[h]&demonym == 0 || r.lower(first) != "the" || w == "czech" {
		return false
	}
	return strings.HasSuffix(w, "ese") || strings.HasSuffix(w, "sh") || strings.HasSuffix(w, "ch")
}

// partitive reports whether the head counts others: "some of her followers", "60 percent of voters".
func (r *reading) partitive(s *source, zone int) bool {
	if zone >= s.core || r.word(zone) != "of" {
		return r.toks[s.first].Kind == token.Number && r.class[zone-1]&(office|anybody|kin) == 0
	}
	return r.class[zone-1]&counting != 0
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
