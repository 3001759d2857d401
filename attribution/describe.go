package attribution

import (
	"slices"
	"strings"

	"quotidian/articles/token"
	"quotidian/attribution/name"
)

// resolveDescribed finds the person a description stands for ("the minister", "his spokesman"): the person last
// named with that role. A description of nobody named stands for itself.
func (r *resolver) resolveDescribed(v *voice) {
	printed := r.textOf(int32(v.src.first), int32(v.src.core))
	if r.class[v.src.head]&nobody != 0 && !(r.lower(v.src.head) == "someone" && v.end > v.begin && r.quoted[v.begin]) {
		v.why = whyAnyone(printed)
		return
	}
	if (v.src.definite || r.possessed(&v.src) || r.withoutDeterminer(v) && r.addsTo(v)) && r.pointsBack(v, printed) {
		return
	}
	if id := r.unnamedBefore(v, false); id != noEntity {
		r.again(v, id, printed)
		return
	}
	v.entity = r.unnamed(v, Unnamed)
	v.why = whyUnnamed(printed)
}

// withoutDeterminer reports whether a description leaves out its article, as agencies do: "Norland oil minister added".
func (r *reading) withoutDeterminer(v *voice) bool {
	return !r.is(v.src.first, determiner) && r.is(v.src.head, office) && v.src.head > v.src.first
}

// pointsBack gives a definite description whom it points back at, and reports whether there is somebody.
func (r *resolver) pointsBack(v *voice, printed string) bool {
	if id := r.unnamedBefore(v, true); id != noEntity {
		r.again(v, id, printed)
		return true
	}
	id, varies := r.described(v)
	if id == noEntity {
		return false
	}
	if before := r.unnamedBefore(v, false); varies && before != noEntity && r.broughtInUnnamed(before) {
		r.again(v, before, printed) // who was described before is nobody who has a name
		return true
	}
	v.entity, v.why = id, whyRole(printed, r.entities[id].forms)
	if varies {
		v.why = whyVaries(printed, r.called(id))
	}
	return true
}

// broughtInUnnamed reports whether the article brings an unnamed speaker in as one of several, "a palace official", or says in a sentence
// whose: "the White House official".
func (r *resolver) broughtInUnnamed(id int32) bool {
	e := &r.entities[id]
	switch r.lower(int(e.first)) {
	case "a", "an", "one", "another":
		return true
	case "the":
		return strings.Count(e.forms[0], " ") > 1
	}
	return false
}

// described finds the named person whom a definite description stands for; varies is true where it only varies the name, false
// where the article tells of the person what it says.
func (r *resolver) described(v *voice) (id int32, varies bool) {
	if id := r.oneOfTwo(v); id != noEntity {
		return id, true
	}
	if id := r.justFormer(v); id != noEntity {
		return id, true
	}
	for _, find := range []func(*voice) int32{r.bearer, r.introducedLater, r.broadBearer, r.byInitials} {
		if id := find(v); id != noEntity {
			return id, false
		}
	}
	if id := r.variation(v); id != noEntity {
		return id, true
	}
	for _, find := range []func(*voice) int32{r.goesOnAs, r.goesOn, r.onlySpeaker} {
		if id := find(v); id != noEntity {
			return id, true
		}
	}
	return noEntity, true
}

// again gives a description the unnamed speaker of an earlier, fuller one.
func (r *resolver) again(v *voice, id int32, printed string) {
	e := &r.entities[id]
	e.count++
	v.entity, v.why = id, whyFuller(printed, fullest(e.forms)[0])
}

// unnamedBefore gives "the official" the unnamed speaker whom the article described more fully before ("a senior official in
// Varn"): the one who spoke last, or with last false any before. "The source" may be whoever spoke last without a name.
func (r *resolver) unnamedBefore(v *voice, last bool) int32 {
	if !r.bareAgain(v) {
		return noEntity
	}
	head := r.lower(v.src.head)
	for i := len(r.spoken) - 1; i >= max(0, len(r.spoken)-reach); i-- {
		w := &r.voices[r.spoken[i]]
		if last && r.paraOf[v.anchor]-r.paraOf[max(w.anchor, w.end-1)] > 1 {
			return noEntity
		}
		same := w.src.kind == describedSource && r.lower(w.src.head) == head
		if r.entities[w.entity].kind == Unnamed && (same || last && anySource[head]) {
			if r.printedBetween(head, w.src.core, v.src.first) {
				return noEntity // another one since: "A second official …"
			}
			return w.entity
		}
		if last {
			return noEntity
		}
	}
	return noEntity
}

// anySource are the words for whoever spoke last without a name.
var anySource = map[string]bool{"source": true, "insider": true}

// bareAgain reports whether a description is "the" and a noun, which may be called unnamed: "the official", "the unnamed official".
func (r *reading) bareAgain(v *voice) bool {
	if r.lower(v.src.first) != "the" {
		return false
	}
	n, second := v.src.core-v.src.first, r.lower(v.src.first+1)
	return n == 2 || n == 3 && ordinal[second] && strings.HasPrefix(second, "un")
}

// printedBetween reports whether a word stands in the running text between two tokens, not right behind "the", or may, since they stand
// far apart.
func (r *reading) printedBetween(word string, first, last int) bool {
	if last-first > reach {
		return true
	}
	for k := first; k < last; k++ {
		if !r.quoted[k] && r.lower(k) == word && r.lower(max(k-1, 0)) != "the" {
			return true
		}
	}
	return false
}

// possessed reports whether a possessive stands in the phrase: "the company's director".
func (r *reading) possessed(s *source) bool { return r.localPart(s.first, s.core) > s.first }

// unnamed gives the entity of a description that names nobody: an earlier one with the same words, or a new one.
func (r *resolver) unnamed(v *voice, kind SpeakerKind) int32 {
	text := r.printedPhrase(v)
	fold := "· " + name.Fold(text) // the mark keeps descriptions apart from names
	id, ok := r.byFold[fold]
	if !ok {
		id = r.newEntity(entity{kind: kind, folded: fold[len("· "):], first: int32(v.src.first), sex: r.sexOf(v.src.head)})
		r.byFold[fold] = id
	}
	e := &r.entities[id]
	e.count++
	e.forms = addNew(e.forms, text)
	return id
}

// printedPhrase gives the words of a source as they name an unnamed speaker: without "the", complement included.
// A bare pronoun or count takes along what says who is meant: "those who impose a test".
func (r *reading) printedPhrase(v *voice) string {
	if v.src.people != nil {
		return r.names(v.src.people)
	}
	if v.src.core-v.src.first == 1 && v.src.last > v.src.core && r.class[v.src.core]&opener != 0 {
		return r.textOf(int32(v.src.first), int32(v.src.last))
	}
	end := v.src.core
	if end < v.src.last && end-v.src.first == 1 && r.word(end) == "%" {
		end = v.src.last // 71% of voters
	}
	if r.lower(v.src.first) == "those" && r.is(v.src.first+1, preposition) {
		return r.textOf(int32(v.src.first), int32(end)) // "those in favour"
	}
	if v.src.kind == describedSource {
		end = r.withoutPlace(v.src.head, end)
	}
	return r.withoutArticle(v.src.first, end)
}

// withoutPlace cuts off where somebody was met: "an AFP reporter [in the main city]".
func (r *reading) withoutPlace(head, end int) int {
	for k := head + 1; k < end; k++ {
		if r.class[k]&place != 0 {
			return k
		}
	}
	return end
}

// bearer looks back for the person whose printed role fits the description; the one mentioned last wins.
func (r *resolver) bearer(v *voice) int32 {
	want, below := r.wanted(v), noEntity
	last := r.mentionBefore(v.src.first)
	for i := last; i >= max(0, last-reach); i-- {
		switch id := r.mentions[i].entity; {
		case id == below || !r.bears(id, v, want):
		case !r.deputy(id, v, want):
			return id
		case below == noEntity:
			below = id // "the minister" may be the deputy minister, where nobody else is one
		}
	}
	return below
}

// deputy reports whether a person holds the office of a description only for another: a vice president is not "the president" where
// there is one.
func (r *resolver) deputy(id int32, v *voice, want []string) bool {
	head := r.office(r.lower(v.src.head))
	if r.ofState(v) {
		head = "president"
	}
	for _, role := range r.entities[id].roles {
		if !r.roleFits(role, head, want) {
			continue
		}
		second := false
		for w := range strings.FieldsSeq(strings.ToLower(role)) {
			second = second || (w == "vice" || w == "deputy" || w == "assistant") && !hasWord(want, w)
		}
		if !second {
			return false
		}
	}
	return true
}

// introducedLater gives the one person of the article whose printed role fits an office that was mentioned before its
// holder: leads say "the governor said", and the next paragraph "Governor Nina Orlo".
func (r *resolver) introducedLater(v *voice) int32 {
	if r.class[v.src.head]&office == 0 {
		return noEntity
	}
	want := r.wanted(v)
	if id := r.mainFigure(v); id != noEntity {
		if !r.addsTo(v) || r.spokeLast(v) != id || r.otherNamed(id, v.src.first) || r.sexOf(v.src.head).clashes(r.sexOfEntity(id)) {
			return noEntity
		}
		return id
	}
	if id := r.onlyBearer(v, want); id != noEntity {
		return id
	}
	return r.onlyBearer(v, r.withoutCountry(v, want))
}

// onlyBearer gives the one person named soon behind a description whose printed role fits it.
func (r *resolver) onlyBearer(v *voice, want []string) int32 {
	first, found := r.mentionBefore(v.src.first)+1, noEntity
	for i := first; i < min(len(r.mentions), first+soon) && len(want) > 0; i++ {
		id := r.mentions[i].entity
		if id == found || !r.bears(id, v, want) || r.lesser(id, want) || r.otherCountry(v, r.entities[id].roles) {
			continue
		}
		if found != noEntity {
			return noEntity
		}
		found = id
	}
	return found
}

// withoutCountry gives the telling words of a description in an article's first sentences without the country, which the article need not
// print again with the name; none for other descriptions.
func (r *resolver) withoutCountry(v *voice, want []string) []string {
	country := strings.ToLower(r.countryIn(r.textOf(int32(v.src.first), int32(v.src.core))))
	if country == "" || r.sentOf[v.src.first] > 1 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(want), func(w string) bool { return w == country })
}

// mainFigure gives the person of whom no role is told whom the article names again and again before "the president", as it does those whom
// every reader knows: no other president whom it names later is meant.
func (r *resolver) mainFigure(v *voice) int32 {
	if r.lower(v.src.first) != "the" || v.src.core-v.src.first != 2 || !ofEveryone[r.lower(v.src.head)] {
		return noEntity
	}
	id, n := noEntity, 0
	last := r.mentionBefore(v.src.first)
	for i := last; i >= max(0, last-soon); i-- {
		m := &r.mentions[i]
		if !r.surePerson(m) || len(r.entities[m.entity].roles) > 0 {
			continue
		}
		if id == noEntity {
			id = m.entity
		}
		if m.entity == id {
			n++
		}
	}
	if n < often {
		return noEntity
	}
	return id
}

// parties are words in front of an office that say of which side or for how long its one holder is. What an article tells of the holder need
// not hold them.
var parties = wordSet("republican democratic conservative liberal socialist labour communist centrist leftist populist islamist nationalist " +
	"left-wing right-wing far-right far-left hard-line hardline outgoing incumbent embattled new newly-elected billionaire")

// ofEveryone are offices whose holders print names without them.
var ofEveryone = map[string]bool{"president": true, "chancellor": true, "premier": true, "pope": true, "king": true, "queen": true, "candidate": true}

// often is how many times an article names whom it takes for known.
const often = 3

// soon bounds how many mentions behind an office its holder is looked for.
const soon = 60

// lesser reports whether a person's roles say of an office that it was held once or is held for another, as the
// description does not: "former governor", "vice president".
func (r *resolver) lesser(id int32, want []string) bool {
	for _, role := range r.entities[id].roles {
		for w := range strings.FieldsSeq(strings.ToLower(role)) {
			below := r.words.classes[w]&formerly != 0 || w == "vice" || w == "deputy" || w == "assistant" || strings.HasPrefix(w, "ex-")
			if below && !hasWord(want, w) {
				return true
			}
		}
	}
	return false
}

// wanted gives the telling words of a described source; a head of state is a president, a top diplomat a foreign minister.
func (r *resolver) wanted(v *voice) []string {
	if r.ofState(v) {
		return []string{"president"}
	}
	words := r.roleWords(v.src.first, r.withoutOccasion(v.src.head, v.src.core))
	if ofEveryone[r.lower(v.src.head)] {
		words = slices.DeleteFunc(words, func(w string) bool { return parties[w] }) // the Republican president is one to whom others say president
	}
	if n := len(words); r.ofGovernment(v) && n > 1 {
		words = append(words[:n-1], "prime") // of whose, the prime minister
		return slices.DeleteFunc(words, func(w string) bool { return w == "head" || w == "cabinet" || w == "council" })
	}
	if n := len(words); r.topDiplomat(v) && n > 1 {
		words[n-2], words[n-1] = "foreign", "minister"
	}
	return words
}

// withoutOccasion cuts off in what somebody said something: "the akim of the region [in his speech]".
func (r *reading) withoutOccasion(head, end int) int {
	for k := head + 1; k+1 < end; k++ {
		if p := r.pronoun(k + 1); r.word(k) == "in" && (p == he || p == she || p == they) {
			return k
		}
	}
	return end
}

// topDiplomat reports whether a description is "the top diplomat", or one of a country.
func (r *resolver) topDiplomat(v *voice) bool {
	k := v.src.head
	return k > v.src.first && r.lower(k) == "diplomat" && (r.lower(k-1) == "top" || r.lower(k-1) == "chief")
}

// ofState reports whether a description is "the head of state" or "the head of the state" and no more.
func (r *resolver) ofState(v *voice) bool {
	last := v.src.core - 1
	if last-v.src.first == 4 && r.word(last-1) == "the" {
		last--
	}
	return last-v.src.first == 3 && r.lower(v.src.core-1) == "state" && r.word(last-1) == "of" && r.lower(last-2) == "head"
}

// ofGovernment reports whether a description is "the head of government", "the head of the cabinet", "of the Velian government".
func (r *resolver) ofGovernment(v *voice) bool {
	last := r.lower(v.src.core - 1)
	if last == "ministers" && v.src.core-v.src.head > 3 && r.word(v.src.core-2) == "of" {
		last = r.lower(v.src.core - 3) // the head of the Cabinet of Ministers
	}
	return (last == "government" || last == "cabinet" || last == "council" && r.lower(v.src.core-1) == "ministers") && v.src.core-v.src.head <= maxLabel+2 && r.lower(v.src.head) == "head" && r.lower(v.src.head+1) == "of"
}

// bears reports whether an entity is a person whose printed role fits a description.
func (r *resolver) bears(id int32, v *voice, want []string) bool {
	if id == noEntity || r.entities[id].kind != Person || r.sexOf(v.src.head).clashes(r.entities[id].sex) {
		return false
	}
	head := r.lower(v.src.head)
	switch {
	case r.ofState(v):
		head = "president"
	case r.ofGovernment(v):
		head = "prime"
	case r.topDiplomat(v):
		head = "minister"
	}
	for _, role := range r.entities[id].roles {
		if r.roleFits(role, head, want) {
			return true
		}
	}
	return false
}

// mentionBefore gives the index of the last mention that ends before token k, -1 for none.
func (r *reading) mentionBefore(k int) int {
	lo, hi := 0, len(r.mentions)
	for lo < hi {
		mid := (lo + hi) / 2
		if int(r.mentions[mid].first) < k {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

func (r *reading) lower(k int) string { return strings.ToLower(r.word(k)) }

// roleWords gives the telling words of a description, lower case: countries by their own name whatever the
// form, ages and articles left out.
func (r *reading) roleWords(first, last int) []string {
	var out []string
	for k := first; k < last; k++ {
		w := r.word(k)
		switch {
		case homeland[w] && r.possessive(k+1) && k+2 < last: // the country's premier
			continue
		case r.class[k]&(determiner|preposition|function|formerly) != 0 && r.class[k]&(office|body) == 0, r.toks[k].Kind != token.Word, strings.HasSuffix(w, "-old"), strings.HasSuffix(w, "'s"), w == "’s", w == "'s":
			continue
		}
		out = append(out, r.telling(w))
	}
	return out
}

// homeland are the words for a state that need not be named again: "the country's premier".
var homeland = map[string]bool{"country": true, "nation": true, "republic": true, "kingdom": true, "federation": true}

// telling gives the form in which a word of a description is compared: the country for a demonym or a place,
// one word for the several sexes of an office.
func (r *reading) telling(w string) string {
	if strings.HasPrefix(w, "Korea") {
		return "korea" // North Korea's leader, the North Korean leader
	}
	if c, ok := r.words.demonyms[w]; ok && c != "" {
		return strings.ToLower(c)
	}
	if c, ok := r.words.states[w]; ok {
		return strings.ToLower(c)
	}
	return r.office(strings.ToLower(strings.TrimSuffix(w, ".")))
}

// office maps the forms of one office to one word.
func (r *reading) office(w string) string {
	if o, ok := r.words.offices[w]; ok {
		return o
	}
	return w
}

// roleFits reports whether a printed role bears out a description: it has the head noun and all other telling
// words ("the minister" fits "foreign minister", "the finance minister" does not).
func (r *reading) roleFits(role, head string, want []string) bool {
	have := strings.Fields(role)
	for i, w := range have {
		have[i] = r.telling(strings.Trim(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"), ",.()"))
	}
	if strings.Contains(head, "-") && strings.Contains(strings.ToLower(role), strings.ReplaceAll(head, "-", " ")) {
		have = append(have, head) // UN Secretary General
	}
	head = r.office(head)
	found := head == "ceo" && strings.Contains(strings.ToLower(role), "chief executive")
	for _, w := range have {
		found = found || w == head
	}
	if !found {
		return false
	}
	for _, w := range want {
		if w != head && len(w) > 2 && !hasWord(have, w) {
			return false
		}
	}
	return true
}

func hasWord(list []string, w string) bool {
	for _, v := range list {
		if v == w {
			return true
		}
	}
	return false
}
