package feature

import (
	"strings"

	"quotidian/articles/token"
)

// Rates is the number of steps of [Word.Rate].
const Rates = 8

// Lexicon tells what is known of words apart from their spelling.
type Lexicon struct {
	// British has words in British spelling read as the American ones that are in the list. The model learns with each spelling by
	// itself, since American news has next to none of the other.
	British bool
	slots   []Entry
	shift   uint
}

// Entry is what is known of one word, and one slot of an open-addressed table. A word is known by its 32-bit hash:
// of 40,000 words about one in 100,000 unknown ones is taken for a known one, which no figure shows.
type Entry struct {
	Hash   uint32
	Class  uint16 // distributional class, 0 when the word has none
	Coarse uint8  // the class of that class
	Rate   uint8  // see [Word]
	Sense  uint16 // see [Word]
}

// NewLexicon makes a lexicon for up to n words.
func NewLexicon(n int) *Lexicon {
	bits := uint(4)
	for 1<<bits < n+n/2 {
		bits++
	}
	return &Lexicon{slots: make([]Entry, 1<<bits), shift: 32 - bits}
}

func (l *Lexicon) slot(hash uint32) *Entry {
	mask := uint32(len(l.slots) - 1)
	for i := hash * 0x9e3779b1 >> l.shift; ; i = (i + 1) & mask {
		if e := &l.slots[i]; e.Hash == hash || e.Hash == 0 {
			return e
		}
	}
}

// Set says what is known of a word; the spelling's hash must not be 0.
func (l *Lexicon) Set(e Entry) { *l.slot(e.Hash) = e }

// word looks a token up. Marks and punctuation are in no list.
func (l *Lexicon) word(w *Word, text string, t token.Token) {
	w.spell(text[t.Start:t.End])
	l.americanise(w, text[t.Start:t.End])
	w.Shape = shape(text, t)
	if e := l.slot(w.Hash); e.Hash == w.Hash {
		w.Rate, w.Sense = e.Rate, uint32(e.Sense)
		if e.Class > 0 {
			w.Form, w.Coarse = uint32(e.Class), e.Coarse
			return
		}
	} else {
		w.Rate, w.Sense = 0, 0
	}
	w.Form, w.Coarse = uint32(w.Shape)<<24|w.Suffix, 128+uint8(w.Shape)
}

// maxAmericanised bounds the bytes of a word whose spelling is looked at.
const maxAmericanised = 32

// americanise takes a British "criticised" or "paralysed" for the American word, where that is in a list: American news taught the
// model, which knows next to nothing of the other spelling.
func (l *Lexicon) americanise(w *Word, s string) {
	if !l.British || len(s) > maxAmericanised {
		return
	}
	at := britishS(s)
	if at < 0 {
		return
	}
	var buf [maxAmericanised]byte
	n := copy(buf[:], s)
	buf[at] = 'z'
	var other Word
	other.spell(string(buf[:n]))
	if l.slot(other.Hash).Hash == other.Hash {
		*w = other
	}
}

// britishEndings may follow the s that American spelling prints as a z, by their last letter.
var britishEndings = [256][]string{'e': {"e"}, 'd': {"ed"}, 's': {"es", "ers", "ations"}, 'r': {"er"}, 'g': {"ing"}, 'n': {"ation"}}

// britishS gives the place of that s in a word that may have one, "criticise", "analysed"; -1 in any other.
func britishS(s string) int {
	for _, e := range britishEndings[s[len(s)-1]] {
		if at := len(s) - len(e) - 1; at > 2 && s[at] == 's' && (s[at-1] == 'i' || s[at-1] == 'y') && strings.HasSuffix(s, e) {
			return at
		}
	}
	return -1
}
