package attribution

import (
	"strings"
	"sync"

	"quotidian/articles/token"
	"quotidian/assets/lexicon"
	"quotidian/attribution/name"
)

// class says what a word can be; a word can be several things at once ("general", "may").
type class uint32

// The classes. Role, kin and person nouns are singular; plural holds their plurals and other words for several.
// Those from determiner on are the classes of en/attribution-words.tsv, those from tradeName on of en/name-words.tsv.
const (
	office    class = 1 << iota // spokesman, minister: stands with a name or for one holder
	kin                         // wife, father: of somebody
	anybody                     // resident, source, man
	plural                      // officials, police, residents
	body                        // ministry, agency: speaks as one
	document                    // report, poll: speaks for whoever made it
	thing                       // program, prize, street: heads names of things
	title                       // Mr, Gen, Prof: never said without a name
	formerly                    // former, acting
	demonym                     // Norwegian
	forename                    // any given name
	particle                    // bin, van der
	speaking                    // finite forms of cue verbs: said, tells
	outletish                   // first word of a known outlet or agency
	function                    // any word of a closed class
	determiner
	preposition
	place
	opener
	reflexive
	counting
	relational
	general
	newsy
	citing
	carrying
	nobody
	suffix
	calendar
	tradeName
	houseName
	endsName
)

// closedClasses are the names of classes in en/attribution-words.tsv and what else each implies.
var closedClasses = map[string]class{
	"determiner": determiner | function, "preposition": preposition | function, "place": place, "opener": opener | function,
	"adverb": function, "pronoun": function, "auxiliary": function, "reflexive": reflexive, "counting": counting, "relational": relational,
	"general": general, "newsy": newsy, "citing": citing, "carrying": carrying, "nobody": nobody, "suffix": suffix, "calendar": calendar,
}

// sex is what a word or a name tells of a person.
type sex uint8

const (
	unknownSex sex = iota
	male
	female
)

func (s sex) clashes(t sex) bool { return s != t && s != unknownSex && t != unknownSex }

// vocabulary holds the word lists in the form this package asks them.
type vocabulary struct {
	classes  map[string]class   // lower-case word
	sexes    map[string]sex     // role nouns, titles and forenames that tell
	weakly   map[string]bool    // forenames whose sex is thinly attested
	plurals  map[string]string  // plural of a role noun to its singular
	phrases  map[string]bool    // roles of several words with "of" inside: "chief of staff"
	duties   map[string]bool    // roles of two words: "foreign minister"
	offices  map[string]string  // word for an office to the one all its forms are compared as
	pronouns map[string]pronoun // lower case
	calling  map[string]bool    // participles that give a name
	fields   map[string]bool    // words for the field of a ministry, lower case
	heads    map[string]bool    // words that begin names of bodies before "of", lower case
	places   map[string]bool    // as printed
	states   map[string]string  // countries, capitals and seats of government to the country they stand for
	demonyms map[string]string  // as printed, to the country
	outlets  map[string]bool    // outlets and agencies as printed, "The" left out
	domains  map[string]bool    // ends of addresses on the web by which outlets are called
	bodies   map[string]bool    // names of one word that are bodies
	// famous are nouns that vary the name of somebody of whom nothing else is told; broader gives for a noun the roles it
	// is another word for.
	famous   map[string]bool
	partisan map[string]bool // the same with a party's name in front: "the Labour leader"
	seats    map[string]bool // the same with a place in front, whatever else is told: "the West Varn MP"
	anyone   map[string]bool // the same of whoever the sentence before is about: "the expert"
	broader  map[string]map[string]bool
	spelling map[string]string // British spelling to the American one
}

// words is read once, when the first article is resolved, and never written afterwards.
var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{
		classes: map[string]class{}, sexes: map[string]sex{}, weakly: map[string]bool{}, plurals: map[string]string{},
		phrases: map[string]bool{}, duties: map[string]bool{}, offices: map[string]string{}, pronouns: map[string]pronoun{}, calling: map[string]bool{}, fields: map[string]bool{}, heads: map[string]bool{},
		places: map[string]bool{}, states: map[string]string{}, demonyms: map[string]string{}, outlets: map[string]bool{},
	}
	v.readRoles()
	v.readTitles()
	v.readForenames()
	v.readPlaces()
	v.readOutlets()
	v.readCues()
	v.readNouns()
	v.readClosed()
	v.readPronouns()
	v.readVariations()
	v.spelling = map[string]string{}
	for _, f := range lexicon.Lines("en/spelling.tsv") {
		v.spelling[f[0]] = f[1]
	}
	return v
})

func (v *vocabulary) add(word string, c class) { v.classes[word] |= c }

// american gives the American spelling of a folded word.
func (v *vocabulary) american(w string) string {
	if a, ok := v.spelling[w]; ok {
		return a
	}
	if stem, ok := strings.CutSuffix(w, "isation"); ok {
		return stem + "ization"
	}
	return w
}

// readNouns reads the nouns for bodies, groups, documents and things; of several words the last counts.
func (v *vocabulary) readNouns() {
	v.bodies, v.domains = lexicon.Set("en/bodies.tsv"), lexicon.Set("common/domains.tsv")
	for _, list := range []struct {
		name string
		c    class
	}{{"en/groups.tsv", plural}, {"en/documents.tsv", document}, {"en/things.tsv", thing}} {
		for w := range lexicon.Set(list.name) {
			v.add(lastWord(w), list.c)
		}
	}
	for w := range lexicon.Set("en/organisations.tsv") {
		v.add(lastWord(w), body)
		for _, p := range pluralsOf(lastWord(w)) {
			v.add(p, plural)
		}
	}
}

// readClosed reads the closed classes. "as" and "an" are Arabic articles too, but not in English copy.
func (v *vocabulary) readClosed() {
	for _, f := range lexicon.Lines("en/attribution-words.tsv") {
		c, known := closedClasses[f[0]]
		if !known && f[0] != "calling" {
			panic("internal error: attribution-words.tsv: unknown class " + f[0])
		}
		for _, w := range strings.Fields(f[1]) {
			if !known {
				v.calling[w] = true
				continue
			}
			v.add(w, c)
			if v.classes[w]&function != 0 {
				v.classes[w] &^= particle
			}
		}
	}
	for _, f := range lexicon.Lines("en/same-office.tsv") {
		for _, w := range strings.Fields(f[1]) {
			v.offices[w] = f[0]
		}
	}
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// readVariations reads the nouns that vary a name.
func (v *vocabulary) readVariations() {
	v.famous, v.partisan, v.seats, v.anyone, v.broader = map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]map[string]bool{}
	for _, f := range lexicon.Lines("en/variations.tsv") {
		for _, w := range strings.Fields(f[0]) {
			switch f[1] {
			case "-":
				v.famous[w] = true
			case "party":
				v.partisan[w] = true
			case "seat":
				v.seats[w] = true
			case "any":
				v.anyone[w] = true
			default:
				v.broader[w] = wordSet(f[1])
			}
		}
	}
}

func (v *vocabulary) readPronouns() {
	for _, f := range lexicon.Lines("en/pronouns.tsv") {
		for _, w := range strings.Fields(f[1]) {
			v.pronouns[w] = pronounNames[f[0]]
		}
	}
}

func (v *vocabulary) readRoles() {
	for _, f := range lexicon.Lines("en/roles.tsv") {
		c := map[string]class{"office": office, "kin": kin, "person": anybody}[f[1]]
		if strings.Contains(f[0], " of ") {
			v.phrases[f[0]] = true
			continue
		}
		w := lastWord(f[0])
		if w != f[0] {
			v.duties[f[0]] = true
		}
		v.add(w, c)
		for _, p := range pluralsOf(w) {
			v.add(p, plural)
			v.plurals[p] = w
		}
		if s := sexMark(f[2]); s != unknownSex && w == f[0] {
			v.sexes[w] = s
		}
	}
}

// readTitles reads what stands in front of names, and what words do in names only.
func (v *vocabulary) readTitles() {
	for _, f := range lexicon.Lines("en/name-titles.tsv") {
		if f[1] == "former" {
			v.add(f[0], formerly)
		} else if f[1] != "office" && f[1] != "determiner" && v.classes[f[0]]&anybody == 0 && len(f[0]) > 1 && !ambiguousTitles[f[0]] {
			v.add(f[0], title)
		}
	}
	for _, f := range lexicon.Lines("en/name-words.tsv") {
		for _, w := range strings.Fields(f[1]) {
			switch f[0] {
			case "heads":
				v.heads[w] = true
			case "fields":
				v.fields[w] = true
			default:
				v.add(w, map[string]class{"trade": tradeName, "house": houseName, "ends": endsName, "title": title}[f[0]])
			}
		}
	}
	for w, s := range courtesies {
		v.sexes[w] = s
	}
}

// courtesies are the titles that tell a sex and nothing else.
var courtesies = map[string]sex{
	"mr": male, "mister": male, "sir": male, "lord": male, "herr": male, "monsieur": male, "mrs": female, "ms": female,
	"miss": female, "madam": female, "madame": female, "mme": female, "dame": female, "lady": female, "frau": female,
}

// ambiguousTitles are listed as titles but are ordinary words far more often.
var ambiguousTitles = map[string]bool{
	"he": true, "her": true, "his": true, "right": true, "late": true, "field": true, "staff": true,
	"private": true, "warrant": true, "vice": true, "rear": true, "tan": true, "eng": true, "ing": true, "ir": true, "esteemed": true,
	"begum": true,
}

func (v *vocabulary) readForenames() {
	for _, f := range lexicon.Lines("common/name-particles.tsv") {
		if f[1] != "kunya" {
			v.add(f[0], particle)
		}
	}
	for _, f := range lexicon.Lines("common/forenames.tsv") {
		v.add(f[0], forename)
		doubtful := strings.HasSuffix(f[1], "?")
		if _, told := v.sexes[f[0]]; told || doubtful && v.classes[f[0]]&(office|kin|anybody|title) != 0 {
			continue // "author" says nothing, though somebody may be called so
		}
		if s := sexMark(f[1]); s != unknownSex {
			v.sexes[f[0]] = s
			if doubtful {
				v.weakly[f[0]] = true
			}
		}
	}
}

func sexMark(s string) sex {
	switch strings.TrimSuffix(s, "?") {
	case "m":
		return male
	case "f":
		return female
	}
	return unknownSex
}

func (v *vocabulary) readPlaces() {
	for _, f := range lexicon.Lines("common/places.tsv") {
		place := strings.TrimPrefix(f[0], "The ")
		v.places[f[0]], v.places[place] = true, true
		if f[2] != "" && (f[1] == "country" || f[1] == "capital" || f[1] == "seat") {
			v.states[f[0]], v.states[place] = f[2], f[2]
		}
	}
	for _, w := range strings.Fields(usStates) {
		v.places[w] = true
	}
	for _, f := range lexicon.Lines("en/demonyms.tsv") {
		country := ""
		if len(f) > 1 {
			country = f[1]
		}
		v.demonyms[f[0]] = country
		v.add(strings.ToLower(f[0]), demonym)
		for _, p := range pluralsOf(f[0]) {
			v.demonyms[p] = country
			v.add(strings.ToLower(p), demonym|plural)
		}
	}
}

// usStates are the abbreviations of states in American copy.
const usStates = "Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nev. " +
	"Okla. Ore. Pa. Tenn. Tex. Vt. Va. Wash. Wis. Wyo. N.H. N.J. N.M. N.Y. N.C. N.D. R.I. S.C. S.D. W.Va. D.C."

func (v *vocabulary) readOutlets() {
	add := func(name string) {
		name = strings.TrimPrefix(strings.TrimSpace(name), "The ")
		if name == "" {
			return
		}
		v.outlets[name] = true
		first, _, _ := strings.Cut(name, " ")
		v.add(strings.ToLower(first), outletish)
	}
	for _, f := range lexicon.Lines("common/outlets.tsv") {
		add(f[0])
		if len(f) > 2 {
			for _, s := range strings.Split(f[2], ";") {
				add(s)
			}
		}
	}
	for _, f := range lexicon.Lines("common/agencies.tsv") {
		add(f[0])
		if len(f) > 1 {
			for _, s := range strings.Split(f[1], ";") {
				add(s)
			}
		}
	}
}

func (v *vocabulary) readCues() {
	for _, f := range lexicon.Lines("en/cues.tsv") {
		if f[5] == "thought" {
			continue
		}
		for _, w := range f[:4] {
			v.add(w, speaking)
		}
	}
}

// pluralsOf gives the plural forms of a noun by the rules of English spelling.
func pluralsOf(w string) []string {
	switch {
	case strings.HasSuffix(w, "man") && !strings.HasSuffix(w, "rman") && !strings.HasSuffix(w, "oman"), strings.HasSuffix(w, "woman"), strings.HasSuffix(w, "chairman"):
		if demonymMan[w] {
			return []string{w + "s"}
		}
		return []string{w[:len(w)-2] + "en"}
	case w == "child":
		return []string{"children"}
	case w == "person":
		return []string{"persons", "people"}
	case strings.HasSuffix(w, "wife"):
		return []string{w[:len(w)-2] + "ves"}
	case strings.HasSuffix(w, "y") && len(w) > 2 && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		return []string{w[:len(w)-1] + "ies"}
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ese"):
		return []string{w + "es"}
	}
	return []string{w + "s"}
}

// demonymMan are words in -man that take a plain s.
var demonymMan = map[string]bool{"German": true, "Roman": true, "Oman": true, "human": true, "shaman": true}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// classify gives the classes of a token, by its lower-case form without the abbreviation's full stop.
func (v *vocabulary) classify(text string, t token.Token) class {
	if t.Kind != token.Word {
		return 0
	}
	var buf [24]byte
	w := t.In(text)
	if b, ok := lowered(buf[:0], w); ok {
		return v.classes[string(b)]
	}
	if k := strings.IndexAny(w, "'’"); k > 0 && k < 6 {
		if c := v.classes[strings.ToLower(w[:k])]; c&function != 0 {
			return c // I'm, they'll
		}
	}
	c := v.classes[strings.ToLower(strings.TrimSuffix(w, "."))]
	if t.Has(token.Capital) && !strings.ContainsAny(w, "'’") {
		c |= v.classes[name.Fold(w)] & forename // Jón and Guðrún are listed without their accents
	}
	return c
}

// lowered appends the lower-case form of an ASCII word to b, a closing full stop left out; ok is false for
// words that are too long, not ASCII or hold an apostrophe.
func lowered(b []byte, w string) (_ []byte, ok bool) {
	w = strings.TrimSuffix(w, ".")
	if len(w) > cap(b) {
		return b, false
	}
	for i := range len(w) {
		c := w[i]
		if c >= 0x80 || c == '\'' {
			return b, false
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b, true
}
