package feature

import "quotidian/articles/token"

// Rates is the number of steps of [Word.Rate].
const Rates = 8

// Lexicon tells what is known of words apart from their spelling.
type Lexicon struct {
	slots []entry
	shift uint
}

// entry is one slot of an open-addressed table. A word is known by its 32-bit hash: of 40,000 words about one
// in 100,000 unknown ones is taken for a known one, which no figure shows.
type entry struct {
	hash   uint32
	class  uint16 // 1 to 65535; 0 when the word has none
	coarse uint8
	rate   uint8
}

// NewLexicon makes a lexicon for up to n words.
func NewLexicon(n int) *Lexicon {
	bits := uint(4)
	for 1<<bits < 2*n {
		bits++
	}
	return &Lexicon{slots: make([]entry, 1<<bits), shift: 32 - bits}
}

func (l *Lexicon) slot(hash uint32) *entry {
	mask := uint32(len(l.slots) - 1)
	for i := hash * 0x9e3779b1 >> l.shift; ; i = (i + 1) & mask {
		if e := &l.slots[i]; e.hash == hash || e.hash == 0 {
			return e
		}
	}
}

// SetClass gives a word its distributional class and the class of that class.
func (l *Lexicon) SetClass(hash uint32, class uint16, coarse uint8) {
	e := l.slot(hash)
	e.hash, e.class, e.coarse = hash, class, coarse
}

// SetRate says how often a word attributes.
func (l *Lexicon) SetRate(hash uint32, rate uint8) {
	e := l.slot(hash)
	e.hash, e.rate = hash, rate
}

// word looks a token up. Marks and punctuation are in no list.
func (l *Lexicon) word(text string, t token.Token) Word {
	w := spell(text[t.Start:t.End])
	w.Shape = shape(text, t)
	w.Form, w.Coarse = uint32(w.Shape)<<24|w.Suffix, 128+uint8(w.Shape)
	if e := l.slot(w.Hash); e.hash == w.Hash {
		w.Rate = e.rate
		if e.class > 0 {
			w.Form, w.Coarse = uint32(e.class), e.coarse
		}
	}
	return w
}
