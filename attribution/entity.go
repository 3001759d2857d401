package attribution

import (
	"slices"
	"strings"
	"unicode/utf8"

	"quotidian/articles/token"
	"quotidian/attribution/name"
)

// entity is one person, body, place or group of the article: what its mentions have in common.
type entity struct {
	kind   SpeakerKind
	place  bool // a place, which speaks as an organisation
	paper  bool // a document or another thing that cannot be "they"
	unsure bool // nothing but its capitals says what it is
	parsed name.Name
	folded string
	forms  []string // distinct printed forms, in the order of the text
	roles  []string // distinct descriptions printed with it, in the order of the text
	sex    sex
	doctor bool  // printed with "Dr"
	sure   bool  // the sex was told by a title, a role or a pronoun, not guessed from a forename
	first  int32 // token of its first mention
	told   int32 // token of the first mention in full outside of headings, or noToken
	count  int   // mentions
	full   int   // mentions of two words and more
	bare   int   // mentions of one word, as far as joined
	placed int   // mentions behind a preposition of place
	speaks bool  // a mention stands beside a verb of speaking or before "who"
	does   bool  // a mention has a verb, a possessive or an aside behind it
	// shown is built when the first quote resolves here; every later quote shares it.
	shown *Speaker
}

const (
	noEntity = int32(-1)
	noToken  = int32(-1)
)

// index finds entities by the words of their names.
type index struct {
	byText map[string]int32   // printed form to its entity
	byWord map[string][]int32 // folded word of a person's name to persons, in the order of the text
	byFold map[string]int32   // folded full form of bodies, places and groups
	firms  map[string]int32   // first word of a company's name; nil until asked for
	ages   map[int32]int8     // generation of persons; nil until asked for
}

// joinNames gives every mention its entity. Bodies and names of two words come first, then longer names, since a
// third word in front of a known name is none of it; last the bare surnames, which may stand before the full
// name they are short for (headlines).
func (r *reading) joinNames() *index {
	x := &index{byText: map[string]int32{}, byWord: map[string][]int32{}, byFold: map[string]int32{}}
	for i := range r.mentions {
		m := &r.mentions[i]
		m.entity = noEntity
		if (m.kind == bodyName || m.kind == thingName || m.kind == placeName && m.last-m.first > 1) && !r.headAlone(m) {
			m.entity = r.joinFold(x, m)
		}
	}
	r.joinHeads(x)
	for i := range r.mentions {
		if m := &r.mentions[i]; m.entity == noEntity && m.last-m.first == 2 && !r.clanName(m) {
			r.joinFull(x, m)
		}
	}
	r.joinLonger(x)
	for i := range r.mentions {
		if m := &r.mentions[i]; m.entity == noEntity {
			m.entity = r.joinBare(x, m)
		}
	}
	r.joinAcronyms(x)
	r.readHeadings(x)
	for i := range r.mentions {
		r.gather(&r.mentions[i])
	}
	r.settlePlaces(x)
	r.settleByIt()
	return x
}

// headAlone reports whether a body is called by its noun alone, with a capital: "the Ministry".
func (r *reading) headAlone(m *named) bool {
	return m.kind == bodyName && m.first > 0 && m.last-m.first == 1 && r.class[m.first]&body != 0 && r.lower(int(m.first)-1) == "the" && !r.toks[m.first].Has(token.Upper)
}

// joinHeads gives "the Ministry" to the one body of the article that is called so in full.
func (r *reading) joinHeads(x *index) {
	full := map[string]int32{}
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.kind != bodyName || m.last-m.first < 2 || m.entity == noEntity {
			continue
		}
		claim(full, r.word(r.bodyHead(int(m.first), int(m.last))), m.entity)
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if !r.headAlone(m) {
			continue
		}
		if id, ok := full[r.word(int(m.first))]; ok && id != noEntity {
			m.entity = id
			continue
		}
		m.entity = r.joinFold(x, m)
	}
}

// bodyHead gives the head of a body's name: its last word, or the one before its first preposition.
func (r *reading) bodyHead(first, last int) int {
	for k := first + 1; k < last; k++ {
		if r.class[k]&preposition != 0 {
			return k - 1
		}
	}
	return last - 1
}

// joinLonger joins the names of three words and more, and behind them the surnames of two.
func (r *reading) joinLonger(x *index) {
	for i := range r.mentions {
		if m := &r.mentions[i]; m.entity == noEntity && m.last-m.first > 2 {
			r.joinFull(x, m)
		}
	}
	for i := range r.mentions {
		if m := &r.mentions[i]; m.entity == noEntity && m.last-m.first == 2 && !r.joinClan(x, m) {
			r.joinFull(x, m)
		}
	}
}

// settlePlaces decides on names that nothing has told to be persons': what the article goes into, calls a company, or
// names after a person, is none.
func (r *reading) settlePlaces(x *index) {
	for i := range r.mentions {
		m := &r.mentions[i]
		if e := m.entity; e != noEntity && r.entities[e].unsure && m.last-m.first == 1 && r.labelled(int(m.first)) {
			r.takeForBody(e)
		}
	}
	for i := range r.entities {
		e := &r.entities[i]
		if e.unsure && (e.placed > 0 || r.namedAfter(x, e)) {
			e.kind, e.place, e.unsure = Organisation, e.placed > 0, false
		}
	}
}

// maxLabel bounds the words from the article to the noun of a label in front of a name.
const maxLabel = 4

// labelled reports whether a phrase for a body leads to the name at token k as its label: "the ferry operator Skarna",
// "its airline Skyra". In "he told the newspaper Orlo was ill" it does not: such a phrase stands behind its verb.
func (r *reading) labelled(k int) bool {
	if k == 0 || r.class[k-1]&general == 0 || r.toks[k].Has(token.Paragraph) {
		return false
	}
	for i := k - 2; i >= 0 && i >= k-1-maxLabel && r.toks[i+1].Kind == token.Word && r.sentOf[i+1] == r.sentOf[k]; i-- {
		if r.opensLabel(i, k) {
			return true
		}
		if r.class[i]&determiner != 0 {
			return i == 0 || r.sentOf[i-1] != r.sentOf[i] || r.toks[i-1].Kind != token.Word || r.class[i-1]&preposition != 0
		}
	}
	return false
}

// opensLabel reports whether the label of the name at token k opens at token i without an article, with its sentence or behind a word
// of grammar: "Norwegian ferry operator Skarna", "Pump maker Orlo", "while local rights | group Orlo".
func (r *reading) opensLabel(i, k int) bool {
	if i < k-2 && r.class[i]&determiner == 0 && r.class[i]&(function|speaking) != 0 && !r.toks[i].Has(token.Clitic) {
		return true
	}
	return r.class[i]&(determiner|function|speaking) == 0 && (r.sentence(i).First == i || r.dash(i-1))
}

// textOf gives the printed words of a mention with one plain blank between them, whatever blank or break was
// printed.
func (r *reading) textOf(first, last int32) string {
	return oneLine(r.span(int(first), int(last)).In(r.text))
}

func oneLine(s string) string {
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c == 0xC2 || c == 0xE2 || c == ' ' && i > 0 && s[i-1] == ' ' { // 0xC2, 0xE2: where wider blanks begin
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// namedAfter reports whether a name of several words begins with the surname of a person and so is a thing
// called after him: "Orlo Cash", "Orlo Factory". Another person whose name begins with the surname is none: "Liu Kaiwen".
func (r *reading) namedAfter(x *index, e *entity) bool {
	if len(e.parsed.Words) < 2 || e.parsed.SurnameFirst > perhapsFirst {
		return false
	}
	first := e.parsed.Words[0].Fold
	for _, id := range x.byWord[first] {
		if o := &r.entities[id]; !o.unsure && o.kind == Person && o != e && endsWith(o.parsed, first) {
			return true
		}
	}
	return false
}

func (r *reading) newEntity(e entity) int32 {
	e.told = noToken
	r.entities = append(r.entities, e)
	return int32(len(r.entities) - 1)
}

// joinFold gives the entity of a body or a place: the one with the same folded words.
func (r *reading) joinFold(x *index, m *named) int32 {
	text := r.textOf(m.first, m.last)
	if id, ok := x.byText[text]; ok && r.entities[id].kind == Organisation {
		return id
	}
	fold := r.foldBody(text)
	id, ok := x.byFold[fold]
	if !ok {
		id = r.newEntity(entity{kind: Organisation, place: m.kind == placeName, folded: fold, first: m.first})
		x.byFold[fold] = id
	}
	if m.kind == placeName {
		r.entities[id].place = true // VARN was but a line in capitals
	}
	if _, taken := x.byText[text]; !taken {
		x.byText[text] = id
	}
	return id
}

// foldBody folds the name of a body with its article left out and British spellings counted as American ones.
func (r *reading) foldBody(text string) string {
	fold := strings.TrimPrefix(name.Fold(text), "the ")
	for w := range strings.FieldsSeq(fold) {
		if american := r.words.american(w); american != w {
			words := strings.Fields(fold)
			for i := range words {
				words[i] = r.words.american(words[i])
			}
			return strings.Join(words, " ")
		}
	}
	return fold
}

// gather adds what one mention tells to its entity: the form, the sex, the description.
func (r *reading) gather(m *named) {
	if m.entity == noEntity {
		return
	}
	e := &r.entities[m.entity]
	e.count++
	e.does = e.does || e.unsure && r.does(int(m.last))
	if r.placedAt(int(m.first)) && !r.possessive(int(m.last)) { // in Varn, but: in Orlo's hands
		e.placed++
	}
	e.forms = addNew(e.forms, r.textOf(m.first, m.last))
	if m.honor != unknownSex && e.kind == Person {
		e.sex, e.sure = m.honor, true
	}
	if e.kind == Person {
		e.doctor = e.doctor || m.titled && strings.TrimSuffix(r.lower(int(m.first)-1), ".") == "dr"
		if role := r.roleOf(m); role != "" {
			e.roles = addNew(e.roles, role)
			if e.sex == unknownSex {
				e.sex = r.sexOfRole(role)
			}
		}
	}
}

// does reports whether token k, behind a name, is a verb, a possessive or the comma of an aside: what the names of things that are only
// mentioned seldom have.
func (r *reading) does(k int) bool {
	if k >= len(r.toks) || r.possessive(k) {
		return k < len(r.toks)
	}
	w := r.word(k)
	return r.is(k, speaking) || r.is(k, function) && finite[w] || r.toks[k].Kind == token.Word && !r.capital(k) && strings.HasSuffix(w, "ed") || r.punct(k, ",") && (r.is(k+1, determiner) || ofPersons[r.word(min(k+1, len(r.toks)-1))])
}

// sexOfRole gives what the head of a role tells: "sister", "wife of the mayor".
func (r *reading) sexOfRole(role string) sex {
	role, _, _ = strings.Cut(role, " of ")
	role, _, _ = strings.Cut(role, ",")
	w := strings.ToLower(role[strings.LastIndexByte(role, ' ')+1:])
	if r.words.classes[w]&kin == 0 {
		return unknownSex
	}
	return r.words.sexes[w]
}

// placedAt reports whether a preposition of place stands before token i: "in Velia".
func (r *reading) placedAt(i int) bool {
	if !r.sameSentence(i-1, i) {
		return false
	}
	switch r.word(i - 1) {
	case "of":
		return i > 1 && slices.Contains(civic, r.word(i-2)) // the village of Varn
	case "in", "In", "near", "across", "into", "inside", "outside", "throughout", "toward", "towards":
		return true
	}
	return false
}

func addNew(list []string, s string) []string {
	for _, v := range list {
		if v == s {
			return list
		}
	}
	return append(list, s)
}

// fullest gives the forms of an entity with the fullest first: most words, then most letters, then earliest.
// Forms in capitals only come last, but a name of several words stands before one of a single word.
func fullest(forms []string) []string {
	out := make([]string, 0, len(forms))
	for _, f := range forms {
		k := len(out)
		for k > 0 && fuller(f, out[k-1]) {
			k--
		}
		out = append(out, "")
		copy(out[k+1:], out[k:])
		out[k] = f
	}
	return out
}

func fuller(a, b string) bool {
	ua, ub := shouted(a), shouted(b)
	wa, wb := strings.Count(a, " "), strings.Count(b, " ")
	if ua != ub {
		return ub && (wa > 0 || wb == 0) || ua && wa > 0 && wb == 0
	}
	if wa != wb {
		return wa > wb
	}
	return utf8.RuneCountInString(a) > utf8.RuneCountInString(b)+1
}

// shouted reports whether a form of several letters has no lower-case one.
func shouted(s string) bool { return len(s) > 3 && strings.ToUpper(s) == s }
