package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotidian/attribution"
	"quotidian/attribution/name"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/matching/variant"
)

// accord says whether the draft and a source give the words to the same speaker.
type accord int

const (
	unknown accord = iota // one of the two names nobody
	same
	other
)

// cast knows under which spellings each speaker of the dossier was printed, and who is kept apart from whom.
type cast struct {
	spellings map[dossier.SpeakerID][]string
	called    map[string][]dossier.SpeakerID // by folded spelling
	// waiting are pairs of which a person has to say whether they are one; beside are pairs that one article quotes.
	waiting, beside map[pair]bool
	parted          map[[2]string]bool // pairs of names, as decisions mean them, that a person keeps apart
}

// pair is two speakers, in both orders.
type pair [2]dossier.SpeakerID

func newCast(speakers []dossier.SpeakerInfo, open []dossier.Proposal, log []decision.Decision) *cast {
	c := &cast{map[dossier.SpeakerID][]string{}, map[string][]dossier.SpeakerID{}, map[pair]bool{}, map[pair]bool{}, map[[2]string]bool{}}
	for i := range speakers {
		s := &speakers[i]
		if s.Kind == attribution.Unnamed || s.Kind == attribution.Group {
			continue
		}
		c.enter(s.ID, s.Name)
		for _, sp := range s.Spellings {
			c.enter(s.ID, sp.Text)
		}
	}
	for i := range open {
		if a, b := dossier.SpeakerID(open[i].A), dossier.SpeakerID(open[i].B); open[i].Kind == "speaker" {
			c.waiting[pair{a, b}], c.waiting[pair{b, a}] = true, true
		}
	}
	for _, d := range decision.Fold(log).Active {
		for _, p := range d.Parts() {
			c.parted[p], c.parted[[2]string{p[1], p[0]}] = true, true
		}
	}
	return c
}

func (c *cast) enter(id dossier.SpeakerID, spelling string) {
	c.spellings[id] = append(c.spellings[id], spelling)
	if key := name.Fold(spelling); !slices.Contains(c.called[key], id) {
		c.called[key] = append(c.called[key], id)
	}
}

// meet notes whom an article quotes beside those whom the draft may mean.
func (c *cast) meet(page *dossier.ArticlePage, meant map[dossier.SpeakerID]bool) {
	for i := range page.Appearances {
		a := page.Appearances[i].Speaker
		if !meant[a] {
			continue
		}
		for k := range page.Appearances {
			if b := page.Appearances[k].Speaker; a != b {
				c.beside[pair{a, b}] = true
			}
		}
	}
}

// meant are the speakers of the dossier who have the full name that the draft gives its own. A person's bare surname
// names nobody: whoever has it may be meant.
func (c *cast) meant(s *subject) (ids []dossier.SpeakerID) {
	if s.speaker() == "" {
		return nil
	}
	for _, spelling := range s.spellings() {
		if inFull(s.quote.Speaker.Kind, spelling) {
			ids = append(ids, c.called[name.Fold(spelling)]...)
		}
	}
	return ids
}

// inFull reports whether a name says which of a family is meant.
func inFull(kind attribution.SpeakerKind, spelling string) bool {
	return kind != attribution.Person || len(name.Parse(spelling).Words) > 1
}

// spellings are the full names that the draft gives its speaker.
func (s *subject) spellings() []string {
	return full(append([]string{s.quote.Speaker.Name}, s.quote.Speaker.Printed...))
}

// compare says whether the subject's speaker is the one that the source names. Any spelling of either will do, unless the
// dossier has both as speakers of their own: then likeness of names makes nobody the other.
func (c *cast) compare(s *subject, id dossier.SpeakerID) accord {
	if s.speaker() == "" || len(c.spellings[id]) == 0 {
		return unknown
	}
	kind, alike := s.quote.Speaker.Kind, other
	theirs := full(c.spellings[id])
	for _, mine := range s.spellings() {
		if slices.ContainsFunc(theirs, func(t string) bool { return sameName(kind, mine, t) }) {
			alike = same
		}
	}
	named := c.meant(s)
	if alike == other || len(named) == 0 || slices.Contains(named, id) || !slices.ContainsFunc(theirs, func(t string) bool { return inFull(kind, t) }) {
		return alike
	}
	return c.apart(s, named, id)
}

// apart says of a speaker with a name like those of others whether he is one of them: not where a person keeps them apart, nor another
// person while an article quotes the two side by side or the machine does not take them for one. Nobody knows while that waits for a
// decision, and of bodies, for which there are many names ("the campaign of Halmos", "the Halmos campaign").
func (c *cast) apart(s *subject, named []dossier.SpeakerID, id dossier.SpeakerID) accord {
	person := s.quote.Speaker.Kind == attribution.Person
	open := slices.ContainsFunc(named, func(n dossier.SpeakerID) bool { return c.waiting[pair{n, id}] && !c.beside[pair{n, id}] })
	switch {
	case slices.ContainsFunc(named, func(n dossier.SpeakerID) bool { return c.settledApart(n, id) }), person && !open:
		return other
	case person && c.short(s, id):
		return same
	}
	return unknown
}

// settledApart reports whether a person keeps two speakers apart.
func (c *cast) settledApart(a, b dossier.SpeakerID) bool {
	ref := func(spelling string) string { return decision.Ref(decision.ToName, decision.Key(spelling)) }
	return slices.ContainsFunc(c.spellings[a], func(x string) bool {
		return slices.ContainsFunc(c.spellings[b], func(y string) bool { return c.parted[[2]string{ref(x), ref(y)}] })
	})
}

// short reports whether one of two names is the other with words left out.
func (c *cast) short(s *subject, id dossier.SpeakerID) bool {
	for _, mine := range s.spellings() {
		for _, theirs := range full(c.spellings[id]) {
			if x, y := name.Parse(mine), name.Parse(theirs); name.Refers(x, y) || name.Refers(y, x) {
				return true
			}
		}
	}
	return false
}

// undecided reports whether it waits for a decision that the draft's speaker is the one with that id.
func (c *cast) undecided(s *subject, id dossier.SpeakerID) bool {
	return slices.ContainsFunc(c.meant(s), func(n dossier.SpeakerID) bool { return c.waiting[pair{n, id}] }) && c.compare(s, id) == unknown
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

// introduced reports whether the sentence of a quote or the one before has its speaker's name in full ("Irena Halmos was not content.
// … she said").
func (c *cast) introduced(w *witness) bool {
	near := " " + name.Fold(w.near) + " "
	return slices.ContainsFunc(c.spellings[w.speaker], func(spelling string) bool {
		return len(name.Parse(spelling).Words) > 1 && strings.Contains(near, " "+name.Fold(spelling)+" ")
	})
}

// spelled reports whether each word of the draft's name for a speaker, initials aside, is one of his printed names, be it of
// two parts there ("al-Varga").
func (c *cast) spelled(s *subject, id dossier.SpeakerID) bool {
	var known []string
	for _, spelling := range c.spellings[id] {
		n := name.Parse(spelling)
		known = append(known, n.Titles...)
		known = append(known, strings.Fields(name.Fold(spelling))...)
		for _, w := range n.Words {
			known = append(known, w.Fold)
		}
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
