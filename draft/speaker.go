package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotidian/attribution"
	"quotidian/attribution/name"
	"quotidian/dossier"
	"quotidian/matching/variant"
)

// accord says whether the draft and a source give the words to the same speaker.
type accord int

const (
	unknown accord = iota // one of the two names nobody
	same
	other
)

// cast knows under which spellings each speaker of the dossier was printed.
type cast map[dossier.SpeakerID][]string

func newCast(speakers []dossier.SpeakerInfo) cast {
	c := cast{}
	for i := range speakers {
		s := &speakers[i]
		if s.Kind == attribution.Unnamed || s.Kind == attribution.Group {
			continue
		}
		c[s.ID] = append(c[s.ID], s.Name)
		for _, sp := range s.Spellings {
			c[s.ID] = append(c[s.ID], sp.Text)
		}
	}
	return c
}

// compare says whether the subject's speaker is the one that the source names. Any spelling of either will do.
func (c cast) compare(s *subject, id dossier.SpeakerID) accord {
	spellings := c[id]
	if s.speaker() == "" || len(spellings) == 0 {
		return unknown
	}
	sp := s.quote.Speaker
	for _, mine := range full(append([]string{sp.Name}, sp.Printed...)) {
		for _, theirs := range full(spellings) {
			if sameName(sp.Kind, mine, theirs) {
				return same
			}
		}
	}
	return other
}

// accord says whether draft and source give the words to one speaker. Where the program only read who speaks there, and the draft's
// speaker is named close by while the one it read is not, it may have read wrongly.
func (j *judge) accord(s *subject, w *witness) accord {
	who := j.cast.compare(s, w.speaker)
	if who == other && w.Inferred && names(w.near, s.speaker()) && !names(w.near, w.Speaker) {
		return unknown
	}
	return who
}

// spelled reports whether each word of the draft's name for a speaker, initials aside, is one of his printed names.
func (c cast) spelled(s *subject, id dossier.SpeakerID) bool {
	var known []string
	for _, spelling := range c[id] {
		known = append(known, name.Parse(spelling).Titles...)
		known = append(known, strings.Fields(name.Fold(spelling))...)
	}
	for _, w := range name.Parse(s.speaker()).Words {
		if len(w.Fold) > 1 && !slices.Contains(known, w.Fold) {
			return false
		}
	}
	return true
}

// full leaves out spellings that are part of a longer one of the same speaker: that two brothers are both called "Halmos"
// for short makes neither the other.
func full(spellings []string) []string {
	partOf := func(short, long string) bool {
		words := strings.Fields(name.Fold(long))
		n := 0
		for _, w := range strings.Fields(name.Fold(short)) {
			if !slices.Contains(words, w) {
				return false
			}
			n++
		}
		return n < len(words)
	}
	var out []string
	for _, s := range spellings {
		if !slices.ContainsFunc(spellings, func(t string) bool { return partOf(s, t) }) {
			out = append(out, s)
		}
	}
	return out
}

// sameName reports whether two names can be one speaker's: within the statement that both are said to have made
// a surname is enough, as it is within one article.
func sameName(kind attribution.SpeakerKind, a, b string) bool {
	if name.Fold(a) == name.Fold(b) {
		return true
	}
	if kind == attribution.Person {
		x, y := name.Parse(a), name.Parse(b)
		if name.Refers(x, y) || name.Refers(y, x) {
			return true
		}
	}
	return variant.ProbabilityAs(kind, a, b) >= variant.Review
}

// names reports whether words that stand for a speaker name him: they have a word with a capital, a number or an acronym in
// common with one of his names. A pronoun, "the minister" or nothing at all leave it to the reader who is meant.
func names(source string, of ...string) bool {
	for _, w := range strings.FieldsFunc(source, notOfName) {
		first, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(first) {
			continue
		}
		for _, n := range of {
			if slices.Contains(strings.Fields(name.Fold(n)), name.Fold(w)) && w != "The" {
				return true
			}
		}
	}
	return false
}

func notOfName(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
