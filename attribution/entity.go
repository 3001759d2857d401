package attribution

import (
	"strings"
	"unicode/utf8"

	"quotidian/articles/token"
	"quotidian/attribution/name"
)

// entity is one person, body, place or group of the article: what its mentions have in common.
type entity struct {
	kind   SpeakerKind
	place  bool // a place, which speaks as an organisation
	unsure bool // nothing but its capitals says what it is
	parsed name.Name
	folded string
	forms  []string // distinct printed forms, in the order of the text
	roles  []string // distinct descriptions printed with it, in the order of the text
	sex    sex
	sure   bool  // the sex was told by a title, a role or a pronoun, not guessed from a forename
	first  int32 // token of its first mention
	count  int   // mentions
	full   int   // mentions of two words and more
	placed int   // mentions behind a preposition of place
	// shown is built when the first quote resolves here; every later quote shares it.
	shown *Speaker
}

const noEntity = int32(-1)

// index finds entities by the words of their names.
type index struct {
	byText map[string]int32   // printed form to its entity
	byWord map[string][]int32 // folded word of a person's name to persons, in the order of the text
	byFold map[string]int32   // folded full form of bodies, places and groups
}

// joinNames gives every mention its entity: full names first, then bare surnames, which may stand before the
// full name they are short for (headlines).
func (r *reading) joinNames() *index {
	x := &index{byText: map[string]int32{}, byWord: map[string][]int32{}, byFold: map[string]int32{}}
	for i := range r.mentions {
		m := &r.mentions[i]
		m.entity = noEntity
		switch {
		case m.kind == bodyName || m.kind == thingName || m.kind == placeName && m.last-m.first > 1:
			m.entity = r.joinFold(x, m)
		case m.last-m.first > 1:
			if m.entity = r.joinFull(x, m); m.entity != noEntity {
				r.entities[m.entity].full++
			}
		}
	}
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
	for i := range r.entities {
		switch e := &r.entities[i]; {
		case e.unsure && e.placed > 0:
			e.kind, e.place, e.unsure = Organisation, true, false
		case e.unsure && r.namedAfter(x, e):
			e.kind, e.unsure = Organisation, false
		}
	}
	return x
}

// textOf gives the printed words of a mention with one plain blank between them, whatever blank or break was
// printed.
func (r *reading) textOf(first, last int32) string {
	return oneLine(r.span(int(first), int(last)).In(r.text))
}

func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r\t\u00a0\u2009\u202f") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// namedAfter reports whether a name of several words begins with the surname of a person and so is a thing
// called after him: "Orlo Cash", "Orlo Factory".
func (r *reading) namedAfter(x *index, e *entity) bool {
	if len(e.parsed.Words) < 2 {
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

// readHeadings finds in headings, where every word has a capital, the names that the article prints elsewhere.
func (r *reading) readHeadings(x *index) {
	for s, h := range r.heading {
		if !h {
			continue
		}
		for i := r.sents[s].First; i < r.sents[s].Last; {
			n, id := r.knownAt(x, i, r.sents[s].Last)
			if id != noEntity {
				r.insert(named{from: int32(i), first: int32(i), last: int32(i + n), entity: id})
			}
			i += n
		}
	}
}

// knownAt gives the entity whose printed form stands at token i of a heading, the longest first, and the
// number of its tokens; noEntity and 1 when there is none.
func (r *reading) knownAt(x *index, i, end int) (int, int32) {
	for n := min(4, end-i); n > 0; n-- {
		if id, ok := x.byText[r.textOf(int32(i), int32(i+n))]; ok {
			return n, id
		}
	}
	if owners := x.byWord[name.Fold(r.word(i))]; len(owners) == 1 && r.class[i]&function == 0 && endsWith(r.entities[owners[0]].parsed, name.Fold(r.word(i))) {
		return 1, owners[0]
	}
	return 1, noEntity
}

// insert puts a mention where its place in the order of the text is.
func (r *reading) insert(m named) {
	k := r.mentionBefore(int(m.first)) + 1
	r.mentions = append(r.mentions, named{})
	copy(r.mentions[k+1:], r.mentions[k:])
	r.mentions[k] = m
	for i := range r.mentions[k:] {
		n := &r.mentions[k+i]
		for t := n.first; t < n.last; t++ {
			if i == 0 || r.mentionAt[t] != 0 {
				r.mentionAt[t] = int32(k + i + 1)
			}
		}
	}
}

func (r *reading) newEntity(e entity) int32 {
	r.entities = append(r.entities, e)
	return int32(len(r.entities) - 1)
}

// joinFold gives the entity of a body or a place: the one with the same folded words.
func (r *reading) joinFold(x *index, m *named) int32 {
	text := r.textOf(m.first, m.last)
	if id, ok := x.byText[text]; ok && r.entities[id].kind == Organisation {
		return id
	}
	fold := strings.TrimPrefix(name.Fold(text), "the ")
	id, ok := x.byFold[fold]
	if !ok {
		id = r.newEntity(entity{kind: Organisation, place: m.kind == placeName, folded: fold, first: m.first})
		x.byFold[fold] = id
	}
	if _, taken := x.byText[text]; !taken {
		x.byText[text] = id
	}
	return id
}

// joinFull gives the entity of a name of several words: a known person whose name this one repeats, shortens
// or spells otherwise, or a new one.
func (r *reading) joinFull(x *index, m *named) int32 {
	text := r.textOf(m.first, m.last)
	if id, ok := x.byText[text]; ok {
		r.firm(id, m)
		return id
	}
	p := name.Parse(text)
	if len(p.Words) == 0 {
		return noEntity
	}
	id := r.samePerson(x, p)
	if id == noEntity {
		id = r.newEntity(entity{kind: Person, unsure: true, parsed: p, folded: p.Folded(), first: m.first})
	}
	r.firm(id, m)
	r.indexWords(x, id, p)
	x.byText[text] = id
	return id
}

func (r *reading) firm(id int32, m *named) {
	if m.kind == personName {
		r.entities[id].unsure = false
	}
}

func (r *reading) indexWords(x *index, id int32, p name.Name) {
	for _, w := range p.Words {
		if w.Initial || len(w.Fold) < 2 {
			continue
		}
		list := x.byWord[w.Fold]
		if len(list) == 0 || list[len(list)-1] != id && !contains(list, id) {
			x.byWord[w.Fold] = append(list, id)
		}
	}
}

func contains(list []int32, id int32) bool {
	for _, v := range list {
		if v == id {
			return true
		}
	}
	return false
}

// samePerson looks for the one known person a full name can be another form of. The last words must share a
// skeleton, so only persons found by a shared word or a shared skeleton are compared.
func (r *reading) samePerson(x *index, p name.Name) int32 {
	found := noEntity
	for _, w := range p.Words {
		for _, id := range x.byWord[w.Fold] {
			full := r.entities[id].parsed
			if id != found && (name.Refers(p, full) || name.Refers(full, p)) && closeGiven(p, full) {
				if found != noEntity {
					return noEntity
				}
				found = id
			}
		}
	}
	return found
}

// closeGiven guards against relatives: two spelled-out given names must be spelled nearly alike.
func closeGiven(a, b name.Name) bool {
	if a.Words[0].Initial || b.Words[0].Initial || a.Words[0].Fold == b.Words[0].Fold || len(a.Words) != len(b.Words) {
		return true
	}
	return nearlyAlike(a.Words[0].Fold, b.Words[0].Fold)
}

// joinBare gives the entity of a single word: a person known by that surname, by that given name, or by a
// surname spelled nearly alike; else the place or body of that name; else a new entity.
func (r *reading) joinBare(x *index, m *named) int32 {
	text := r.textOf(m.first, m.last)
	fold := name.Fold(text)
	if fold == "" {
		return noEntity
	}
	if m.kind != placeName || !r.is(int(m.first)-1, preposition) {
		if id, several := r.bareOwner(x, m, fold); id != noEntity || several {
			return id
		}
	}
	if m.kind == placeName {
		return r.joinFold(x, m)
	}
	if m.kind == unsureName && r.class[m.first]&(demonym|plural) != 0 {
		r.mentionAt[m.first] = 0 // "Armenians" is no name, unless somebody is called so
		return noEntity
	}
	if id, ok := x.byText[text]; ok {
		r.firm(id, m)
		return id
	}
	id := r.nearOwner(x, m, fold)
	if id == noEntity {
		p := name.Parse(text)
		id = r.newEntity(entity{kind: Person, unsure: m.kind != personName, parsed: p, folded: fold, first: m.first})
		r.indexWords(x, id, p)
	}
	r.firm(id, m)
	x.byText[text] = id
	return id
}

// bareOwner finds whose surname (or given name) a bare word is. several is true when more than one person
// bears it and nothing decides; the mention then stays without an entity.
func (r *reading) bareOwner(x *index, m *named, fold string) (_ int32, several bool) {
	var owners []int32
	for pass := 0; pass < 2 && len(owners) == 0; pass++ {
		for _, id := range x.byWord[fold] {
			e := &r.entities[id]
			if m.honor.clashes(r.sexOfEntity(id)) || len(e.parsed.Words) < 2 || pass == 1 && (e.unsure || r.class[m.first]&forename == 0) {
				continue
			}
			if surname := endsWith(e.parsed, fold); surname == (pass == 0) {
				owners = append(owners, id)
			}
		}
	}
	switch len(owners) {
	case 0:
		return noEntity, false
	case 1:
		return owners[0], false
	}
	return r.chooseOwner(m, owners), true
}

// chooseOwner decides between persons of one surname: a pronoun that follows in the sentence tells the sex, a
// full name earlier in the paragraph tells the person, and the one whom the article names in full more often
// than all others together is the one it calls by the surname alone. Otherwise it stays open.
func (r *reading) chooseOwner(m *named, owners []int32) int32 {
	if told := r.pronounAfter(m); told != unknownSex {
		var left []int32
		for _, id := range owners {
			if !told.clashes(r.sexOfEntity(id)) {
				left = append(left, id)
			}
		}
		if len(left) == 1 {
			return left[0]
		}
	}
	if id := r.nearestOwner(m, owners); id != noEntity {
		return id
	}
	all, best := 0, owners[0]
	for _, id := range owners {
		all += r.entities[id].full
		if r.entities[id].full > r.entities[best].full {
			best = id
		}
	}
	if n := r.entities[best].full; n > 1 && n > all-n {
		return best
	}
	return noEntity
}

// pronounReach is how many tokens behind a name a pronoun is still taken to mean it.
const pronounReach = 8

// pronounAfter gives the sex of the first "he" or "she" that follows a name in its sentence before another
// name does.
func (r *reading) pronounAfter(m *named) sex {
	for k := int(m.last); k < int(m.last)+pronounReach && r.sameSentence(int(m.first), k); k++ {
		switch {
		case r.capital(k):
			return unknownSex
		case r.pronoun(k) == he:
			return male
		case r.pronoun(k) == she:
			return female
		}
	}
	return unknownSex
}

func endsWith(p name.Name, fold string) bool {
	for i, w := range p.Words {
		if w.Fold == fold && (i == len(p.Words)-1 || w.Part == name.Surname) {
			return true
		}
	}
	return false
}

// nearestOwner decides between persons of one surname where one of them alone was named in full earlier in the
// same paragraph.
func (r *reading) nearestOwner(m *named, owners []int32) int32 {
	found := noEntity
	for i := len(r.mentions) - 1; i >= 0; i-- {
		k := &r.mentions[i]
		if k.first >= m.first || k.last-k.first < 2 {
			continue
		}
		if r.paraOf[k.first] != r.paraOf[m.first] {
			break
		}
		if contains(owners, k.entity) && k.entity != found {
			if found != noEntity {
				return noEntity
			}
			found = k.entity
		}
	}
	return found
}

// nearOwner finds the one person whose surname is spelled nearly as fold: another romanisation or a slip.
func (r *reading) nearOwner(x *index, m *named, fold string) int32 {
	if len(fold) < 5 {
		return noEntity
	}
	found := noEntity
	for id := range r.entities {
		e := &r.entities[id]
		if e.kind != Person || len(e.parsed.Words) < 2 || m.honor.clashes(r.sexOfEntity(int32(id))) {
			continue
		}
		w := e.parsed.Words[len(e.parsed.Words)-1].Fold
		if w == fold || !nearlyAlike(w, fold) {
			continue
		}
		if found != noEntity {
			return noEntity
		}
		found = int32(id)
	}
	return found
}

// nearlyAlike reports whether two folded words can be two spellings of one name: the same skeleton and at most
// two edits, or one edit in a longer word. A woman's ending apart, "-ova" beside "-ov", is another person.
func nearlyAlike(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 2 || a[0] != b[0] && !name.SameSkeleton(a, b) {
		return false
	}
	if b == a+"a" {
		return false
	}
	d := edits(a, b)
	return d <= 1 && len(a) >= 5 || d <= 2 && len(a) >= 4 && name.SameSkeleton(a, b)
}

// edits is the Levenshtein distance of two short ASCII words.
func edits(a, b string) int {
	var rows [2][32]int
	if len(b) >= len(rows[0]) {
		return len(b)
	}
	prev, cur := &rows[0], &rows[1]
	for j := range len(b) + 1 {
		prev[j] = j
	}
	for i := range len(a) {
		cur[0] = i + 1
		for j := range len(b) {
			c := prev[j]
			if a[i] != b[j] {
				c++
			}
			cur[j+1] = min(c, prev[j+1]+1, cur[j]+1)
		}
		prev, cur = cur, prev
	}
	return prev[len(b)]
}

// joinAcronyms joins "ICRC" to the body it is short for: the one it stands behind in brackets, or the one
// whose initials it is.
func (r *reading) joinAcronyms(x *index) {
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.entity == noEntity || m.last-m.first != 1 || !r.toks[m.first].Has(token.Upper) || r.entities[m.entity].kind != Organisation {
			continue
		}
		if id := r.spelledOut(i); id != noEntity && id != m.entity {
			r.merge(m.entity, id)
			x.byText[r.textOf(m.first, m.last)] = id
			x.byFold[name.Fold(r.word(int(m.first)))] = id
		}
	}
}

// spelledOut finds the body that mention i, an acronym, is short for.
func (r *reading) spelledOut(i int) int32 {
	m := &r.mentions[i]
	if i > 0 && r.punct(int(m.first)-1, "(") {
		before := &r.mentions[i-1]
		if before.last == m.first-1 && before.entity != noEntity && before.last-before.first > 1 {
			return before.entity
		}
	}
	acronym := strings.ReplaceAll(r.word(int(m.first)), ".", "")
	for j := range r.mentions {
		k := &r.mentions[j]
		if k.last-k.first > 1 && k.entity != noEntity && r.initialsAre(k, acronym) {
			return k.entity
		}
	}
	return noEntity
}

// initialsAre reports whether the capitals of a name's words spell the acronym.
func (r *reading) initialsAre(k *named, acronym string) bool {
	n := 0
	for i := k.first; i < k.last; i++ {
		w := r.word(int(i))
		if c := w[0]; c >= 'A' && c <= 'Z' {
			if n >= len(acronym) || acronym[n] != c {
				return false
			}
			n++
		}
	}
	return n == len(acronym) && n > 1
}

// merge gives all mentions of one entity to another.
func (r *reading) merge(from, to int32) {
	for i := range r.mentions {
		if r.mentions[i].entity == from {
			r.mentions[i].entity = to
		}
	}
	r.entities[to].first = min(r.entities[to].first, r.entities[from].first)
	if r.entities[to].unsure {
		r.entities[to].kind, r.entities[to].unsure = r.entities[from].kind, r.entities[from].unsure
	}
}

// gather adds what one mention tells to its entity: the form, the sex, the description.
func (r *reading) gather(m *named) {
	if m.entity == noEntity {
		return
	}
	e := &r.entities[m.entity]
	e.count++
	if r.placedAt(int(m.first)) {
		e.placed++
	}
	e.forms = addNew(e.forms, r.textOf(m.first, m.last))
	if m.honor != unknownSex && e.kind == Person {
		e.sex, e.sure = m.honor, true
	}
	if e.kind == Person {
		if role := r.roleOf(m); role != "" {
			e.roles = addNew(e.roles, role)
		}
	}
}

// placedAt reports whether a preposition of place stands before token i: "in Karabakh".
func (r *reading) placedAt(i int) bool {
	if !r.sameSentence(i-1, i) {
		return false
	}
	switch r.word(i - 1) {
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

// sexOfEntity gives what is known of a person's sex: told in the text, or guessed from the given name.
func (r *reading) sexOfEntity(id int32) sex {
	e := &r.entities[id]
	if e.sex != unknownSex || e.kind != Person {
		return e.sex
	}
	s, _ := r.sexOfName(e.parsed)
	return s
}

// sexOfName guesses a person's sex from the given names; weak is true when the list hardly attests them. The
// graded list of this room comes first, then the patronymics and the shorter list of package name.
func (r *reading) sexOfName(p name.Name) (_ sex, weak bool) {
	for i, w := range p.Words {
		if i == len(p.Words)-1 && i > 0 {
			break
		}
		if s := r.words.sexes[w.Fold]; s != unknownSex && r.words.classes[w.Fold]&forename != 0 {
			return s, r.words.weakly[w.Fold]
		}
	}
	switch p.Gender() {
	case name.Male:
		return male, false
	case name.Female:
		return female, false
	}
	return unknownSex, false
}

// fullest gives the forms of an entity with the fullest first: most words, then most letters, then earliest.
// Forms in capitals only come last.
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
	if ua != ub {
		return ub
	}
	wa, wb := strings.Count(a, " "), strings.Count(b, " ")
	if wa != wb {
		return wa > wb
	}
	return utf8.RuneCountInString(a) > utf8.RuneCountInString(b)+1
}

// shouted reports whether a form of several letters has no lower-case one.
func shouted(s string) bool { return len(s) > 3 && strings.ToUpper(s) == s }
