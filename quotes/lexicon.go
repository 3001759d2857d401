package quotes

import (
	"strings"
	"sync"

	"quotidian/assets/lexicon"
)

// class is what a word can do in a clause, as far as a list of closed classes tells. Classes combine: "that" is
// a subordinator and a determiner.
type class uint32

const (
	det class = 1 << iota
	possessive
	pronoun
	object
	prep
	aux
	finite // a verb form that marks a clause, other than an auxiliary
	modal
	negative
	sub
	relative
	coord
	adverb
	timeWord
	month
	venue
	written
	document
	nonCue
	role
	homonym
	reject
	hearsay
	withhold
	kicker
	gesture
	label
)

var classNames = map[string]class{
	"det": det, "possessive": possessive, "pronoun": pronoun, "object": object,
	"prep": prep, "aux": aux, "verb": finite, "modal": modal, "negative": negative, "sub": sub, "relative": relative,
	"coord": coord, "adverb": adverb, "time": timeWord, "month": month, "venue": venue, "written": written, "document": document, "noncue": nonCue, "role": role, "homonym": homonym, "reject": reject, "hearsay": hearsay, "withhold": withhold,
	"kicker": kicker, "gesture": gesture, "label": label,
}

// form is a form of a cue verb.
type form uint8

const (
	base form = 1 << iota
	third
	past
	participle
	ing
)

// frame is a construction that a cue verb takes; the letters are those of the head of en/cues.tsv.
type frame uint16

const (
	direct     frame = 1 << iota // d
	bareClause                   // c
	thatClause                   // t, and c too
	addressee                    // a
	whClause                     // w
	infinitive                   // i
	nounInf                      // I
	nounPhrase                   // n
	charge                       // o
	bound                        // A: an addressee that cannot be missing
	act                          // x: an infinitive that tells an act
	stance                       // h: a noun phrase that tells a stance
	welded                       // p: no cue without its particle
)

var frameLetters = map[rune]frame{
	'd': direct, 'c': bareClause | thatClause, 't': thatClause, 'a': addressee,
	'w': whClause, 'i': infinitive, 'I': nounInf, 'n': nounPhrase, 'o': charge,
	'A': addressee | bound, 'x': infinitive | act, 'h': nounPhrase | stance, 'p': welded,
}

// verb is one cue verb.
type verb struct {
	base      string
	medium    Medium
	frames    frame
	particles []string
}

func (v *verb) takes(f frame) bool { return v.frames&f != 0 }

// predicates reports whether the verb tells what somebody called something, and nothing else that he said: call, describe.
func (v *verb) predicates() bool {
	return v.takes(nounPhrase) && !v.takes(direct|bareClause|thatClause)
}

// names reports whether the verb gives a thing a name: what it calls it stands right behind the thing.
func (v *verb) names() bool {
	switch v.base {
	case "call", "brand", "label", "term", "dub":
		return true
	}
	return false
}

// reports reports whether the verb is one with which agencies end a sentence whose words are somebody else's: "…, Norpress
// reports", "…, Norpress informs".
func (v *verb) reports() bool { return v.base == "report" || v.base == "inform" }

// quotes reports whether the verb tells that somebody passes on the words of somebody else.
func (v *verb) quotes() bool { return v.base == "quote" || v.base == "cite" }

func (v *verb) particle(s string) bool {
	for _, p := range v.particles {
		if p == s {
			return true
		}
	}
	return false
}

// entry is what the lexicon knows of one word form.
type entry struct {
	class class
	forms form
	verb  int16 // index into english.verbs, -1 for none
}

// language is the lexicon of one language.
type language struct {
	words  map[string]entry
	verbs  []verb
	places map[string]bool // in capitals
	// particles are small words inside names of other languages: "Banque du Varn".
	particles map[string]bool
}

// english is read once, on first use: reading costs a millisecond and a program may never need it.
var english = sync.OnceValue(func() *language {
	l := &language{words: map[string]entry{}, places: map[string]bool{}, particles: map[string]bool{}}
	for _, row := range lexicon.Lines("common/places.tsv") {
		l.places[strings.ToUpper(row[0])] = true
	}
	for _, row := range lexicon.Lines("common/name-particles.tsv") {
		if row[1] == "nobiliary" || row[1] == "filiation" {
			l.particles[row[0]] = true
		}
	}
	for _, row := range lexicon.Lines("en/words.tsv") {
		for w := range strings.FieldsSeq(row[1]) {
			l.add(w, entry{class: classNames[row[0]], verb: -1})
		}
	}
	media := map[string]Medium{"speech": Speech, "writing": Writing, "thought": Thought}
	for _, row := range lexicon.Lines("en/cues.tsv") {
		v := verb{base: row[0], medium: media[row[5]]}
		for _, c := range row[6] {
			v.frames |= frameLetters[c]
		}
		if row[7] != "-" {
			v.particles = strings.Split(row[7], ",")
		}
		l.verbs = append(l.verbs, v)
		for i, w := range row[:5] {
			l.add(w, entry{forms: base << i, verb: int16(len(l.verbs) - 1)})
		}
	}
	return l
})

// add joins e to what is known of w; the first verb to claim a form keeps it.
func (l *language) add(w string, e entry) {
	old, ok := l.words[w]
	if !ok {
		l.words[w] = e
		return
	}
	old.class |= e.class
	switch {
	case old.verb < 0:
		old.verb, old.forms = e.verb, e.forms
	case old.verb == e.verb:
		old.forms |= e.forms
	}
	l.words[w] = old
}

// maxWord is the length in bytes of the longest word that is looked up; longer ones are in no list.
const maxWord = 24

// lookup finds a word as printed, whatever its case and apostrophe, without allocating.
func (l *language) lookup(s string) entry {
	if len(s) > maxWord {
		return entry{verb: -1}
	}
	var buf [maxWord]byte
	n, apostrophe := 0, -1
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c == '\'':
			apostrophe = n
		case c == "’"[0] && strings.HasPrefix(s[i:], "’"):
			apostrophe, c = n, '\''
			i += len("’") - 1
		}
		buf[n] = c
		n++
	}
	if apostrophe > 0 {
		return l.contraction(buf[:n], apostrophe)
	}
	if e, ok := l.words[string(buf[:n])]; ok {
		return e
	}
	return entry{verb: -1}
}

// contraction reads "don't", "he'll", "they've": the class of the stem and that of the ending.
func (l *language) contraction(w []byte, apostrophe int) entry {
	switch string(w[apostrophe+1:]) {
	case "t":
		if w[apostrophe-1] == 'n' {
			return entry{class: aux | negative, verb: -1}
		}
	case "ll", "d":
		e := l.words[string(w[:apostrophe])]
		return entry{class: e.class&pronoun | modal, verb: -1}
	case "ve", "re", "m":
		e := l.words[string(w[:apostrophe])]
		return entry{class: e.class&pronoun | aux, verb: -1}
	}
	return entry{verb: -1}
}
