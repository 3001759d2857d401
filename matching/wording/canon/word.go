package canon

import "math"

// Word is one canonical word.
type Word struct {
	// Key is equal for words that count as the same.
	Key uint64
	// Letters is a signature of the spelling, folded over transliterations; see [Alike].
	Letters uint64
	// Value is the number that the word stands for; NaN when it stands for none.
	Value float64
	// Start and End are the byte range in the printed text. The parts of a contraction share one printed word
	// but have ranges of their own: "do" and "n't".
	Start, End int32
	// Tag says which role a function word plays.
	Tag Tag
	// Flags hold what its printing showed.
	Flags Flag
}

// Flag is a property of a word.
type Flag uint8

// The flags.
const (
	Stop    Flag = 1 << iota // a function word: it tells little about which statement this is
	Capital                  // printed with a capital
	Named                    // a name resolved by the caller
	Opens                    // the first word of the text or of a sentence in it, where a capital tells nothing
	Quoted                   // printed between quotation marks inside the text
	Verb                     // a form that only a verb has: a past tense, a form of be, have or a modal
)

// Has reports whether all flags of f are set.
func (w Word) Has(f Flag) bool { return w.Flags&f == f }

// Number reports whether the word stands for a number.
func (w Word) Number() bool { return !math.IsNaN(w.Value) }

// Tag is the role of a function word in a statement.
type Tag uint8

// The tags; en/function-words.tsv lists the words of each. First, Second and Third are personal pronouns.
const (
	NoTag Tag = iota
	First
	Second
	Third
	Negator  // not, never, without
	Denial   // fail, refuse, deny: a negation in the verb
	Can      // can, could, able
	May      // may, might, possibly
	Will     // will, would
	Must     // must, need
	Should   // should, ought
	About    // about, some, nearly
	Over     // more than, over
	Under    // less than, up to
	Exactly  // exactly, only
	Be       // is, was
	Have     // has, had
	To       // to, the sign of a recipient
	By       // by, the sign of an agent
	That     // that, which opens a reported clause
	Relative // who, which
	Mute     // well, now: a word whose loss changes nothing
	Quantity // one, dozens, several: a number without a value
)

// modal reports whether the tag is that of a verb that helps another one.
func (t Tag) modal() bool { return t >= Can && t <= Should || t == Be || t == Have }

var tagNames = map[string]Tag{
	"first": First, "second": Second, "third": Third, "negator": Negator, "denial": Denial, "can": Can, "may": May, "will": Will,
	"must": Must, "should": Should, "about": About, "over": Over, "under": Under, "exactly": Exactly, "be": Be, "have": Have,
	"to": To, "by": By, "that": That, "relative": Relative, "mute": Mute, "quantity": Quantity, "stop": NoTag,
}

// Name is a stretch of the text that the caller resolved to an entity.
type Name struct {
	Start, End int // byte range
	ID         string
}

// Hash is the 64-bit FNV-1a hash that keys are made of.
func Hash(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// HashString is Hash of a string.
func HashString(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
