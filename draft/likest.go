package draft

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"quotidian/matching/wording"
	"quotidian/quotes"
)

// What two wordings must share to be called the same statement, at least. shared is the share of the draft's words,
// by weight, that the source has; score the probability that the learned comparison gives. Either is fooled alone:
// the comparison was trained on pairs that share something and is sure of some that share nothing, and words in
// common may be those of the subject that everybody speaks of. Chosen on the drafts of drafts_test.go.
const (
	leastShared = 0.45
	leastScore  = 0.5
	// Other words for the same thing, as after a translation, share less; then the comparison must be surer.
	leastSharedInOtherWords = 0.3
	leastScoreInOtherWords  = 0.9
	// fewestCommon telling words in common are no chance; a draft that has fewer must have them all. Where the
	// speaker is the same one less will do.
	fewestCommon = 3
)

// indirectMargin is how much more of the draft an indirect report must cover than the best quote between marks to
// be preferred to it: what stood in quotation marks is the better witness of words.
const indirectMargin = 0.25

// changedMargin is how much more of the draft a source must cover that says something else than the draft does, to
// be preferred to one that says the same: where sources disagree the draft is held against the one it follows.
const changedMargin = 0.1

// Of sources that all say something else, or have other words, the draft is held against the one it changed least, and is
// not told of a "not" that only one of them prints: so much more must be covered for each change of what is said beyond the
// first, and for each change at all.
const (
	furtherMargin = 0.01
	changeMargin  = 0.001
)

// strangerMargin is how much more of the draft a source must cover that gives the words to somebody else, to be preferred
// to one that gives them to the draft's speaker: many say nearly the same of one bridge, and each is held to his own words.
const strangerMargin = 0.05

// likest is the printed quote that the draft's most likely is, nil when none is likely enough.
func (j *judge) likest(s *subject) (best *candidate, why wording.Comparison) {
	value := 0.0
	for i := range s.alike {
		c := &s.alike[i]
		if c.covers < leastSharedInOtherWords {
			break // they are in order
		}
		v := c.covers
		if s.quoted() && c.Kind == quotes.Indirect {
			v -= indirectMargin
		}
		if best != nil && v < value {
			continue // nothing that is found about it can make it better
		}
		got, who := j.compare(&c.witness, s), j.accord(s, &c.witness)
		if !s.likely(c, got.Best(), who) {
			continue
		}
		if who != same {
			v -= strangerMargin
		}
		if n := grave(got.Changes); n > 0 {
			v -= changedMargin + float64(n-1)*furtherMargin
		}
		v -= changeMargin * float64(len(got.Changes))
		if best == nil || v > value || v == value && nearer(c, best, got.Best()-why.Best()) {
			best, why, value = c, got, v
		}
	}
	return best, why
}

// nearer reports whether a printing that is worth as much as another comes before it: by the learned score, and of equal ones the
// one that was printed first.
func nearer(c, best *candidate, by float64) bool {
	return by > 0 || by == 0 && earlier(&c.Printed, &best.Printed) < 0
}

// grave counts the changes of what is said.
func grave(changes []wording.Change) (n int) {
	for _, c := range changes {
		if matters(c.Kind) {
			n++
		}
	}
	return n
}

func (s *subject) likely(c *candidate, score float64, who accord) bool {
	needed := min(fewestCommon, s.telling())
	if who == same && needed == fewestCommon {
		needed--
	}
	switch {
	case s.nearly(c):
		return true
	case c.common < needed:
		return false
	case s.telling() < fewestCommon:
		return c.covers >= 0.9 && score >= leastScore
	case c.covers >= leastShared:
		return score >= leastScore
	}
	return score >= leastScoreInOtherWords
}

// nearly reports whether the source has all words of a draft's short quote in their order but one in five: too few of
// them tell anything for the other measures ("Somebody has been left behind"). One number is as good as another here: where
// all else is the same, it is what was changed ("There were 12 cracks").
func (s *subject) nearly(c *candidate) bool {
	if !s.quoted() || c.common == 0 || len(s.stretches[0]) < 4 {
		return false
	}
	mine, theirs := s.stretches[0], scan(c.Text)
	return 5*inCommon(mine, theirs) >= 4*len(mine)
}

// inCommon is the length of the longest common subsequence of words, where any number is any other (dynamic programming over one row).
func inCommon(a, b []word) int {
	row := make([]int, len(b)+1)
	for i := range a {
		above := 0 // row[j] of the line before
		for j := range b {
			was := row[j+1]
			if a[i].fold == b[j].fold || a[i].figure() && b[j].figure() {
				row[j+1] = above + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			above = was
		}
	}
	return row[len(b)]
}

// telling counts the words of the draft's quote that are no function words.
func (s *subject) telling() int {
	n := 0
	for _, k := range s.keys {
		if k.each >= tellingWeight {
			n += k.count
		}
	}
	return n
}

// compare says what the draft did to a printed quote. Speakers are left to [cast]. The verbs that attribute count too: who
// denied that the dam leaks did not say that it leaks; a denial makes good for a "not" that the other one has.
func (j *judge) compare(p *witness, s *subject) wording.Comparison {
	from := j.comparer.Prepare(wording.Quote{ID: "printed", Text: p.Text, Kind: p.Kind, Parts: p.parts})
	to := j.comparer.Prepare(wording.Quote{ID: "draft", Text: s.text, Kind: s.quote.Kind, Parts: len(s.quote.Content)})
	got := j.comparer.Compare(from, to)
	if s.quoted() {
		ofDraft(&got)
	}
	if p.denied == s.denied {
		return got
	}
	negated := func(x wording.Change) bool { return x.Kind == wording.Negation }
	if slices.ContainsFunc(got.Changes, negated) {
		got.Changes = slices.DeleteFunc(got.Changes, negated)
		return got
	}
	note := "what was said the draft denies"
	if p.denied {
		note = "what was denied the draft says"
	}
	got.Changes = append([]wording.Change{{Kind: wording.Negation, Note: note}}, got.Changes...)
	slices.SortStableFunc(got.Changes, byWeight)
	return got
}

// ofDraft tells of a draft's quotation what is told otherwise of two outlets: it is no second translation, what it has more the
// source did not leave out, and to quote some sentences of several trims nothing.
func ofDraft(c *wording.Comparison) {
	c.Diff = respelled(insideOf(c.Diff))
	for i := range c.Changes {
		switch x := &c.Changes[i]; {
		case x.Kind == wording.Retranslated:
			x.Kind, x.Note = wording.Reworded, "other words stand between the quotation marks"
		case x.Kind == wording.Trimmed && x.To != "":
			x.Kind, x.Note = wording.Reworded, fmt.Sprintf("“%s” is not in the source", x.To)
		}
	}
	c.Changes = slices.DeleteFunc(c.Changes, func(x wording.Change) bool {
		return x.Kind == wording.Trimmed && !slices.ContainsFunc(strings.Split(x.From, " … "), func(words string) bool { return gone(c.Diff, words) })
	})
	slices.SortStableFunc(c.Changes, byWeight)
}

// gone reports whether words are among those that a comparison shows as left out.
func gone(d wording.Diff, words string) bool {
	return slices.ContainsFunc(d, func(r wording.Run) bool { return r.Op != wording.Same && strings.Contains(r.A, words) })
}

// insideOf is a comparison without the whole sentences that the source has before and behind what the draft quotes.
func insideOf(d wording.Diff) wording.Diff {
	if n := len(d); n > 1 && d[0].Op == wording.Deleted && endsSentence(d[0].A) {
		d = d[1:]
	}
	if n := len(d); n > 1 && d[n-1].Op == wording.Deleted && endsSentence(d[n-2].A) {
		d = d[:n-1]
	}
	return d
}

// respelled marks words that mean the same and are printed otherwise, as numbers are: between quotation marks that counts.
func respelled(d wording.Diff) (out wording.Diff) {
	for _, r := range d {
		was, is := strings.Fields(r.A), strings.Fields(r.B)
		if r.Op != wording.Same || len(was) != len(is) {
			out = append(out, r)
			continue
		}
		from := 0
		for i := range was {
			if bareFold(was[i]) == bareFold(is[i]) {
				continue
			}
			if i > from {
				out = append(out, wording.Run{Op: wording.Same, A: strings.Join(was[from:i], " "), B: strings.Join(is[from:i], " ")})
			}
			out, from = append(out, wording.Run{Op: wording.Replaced, A: was[i], B: is[i]}), i+1
		}
		if from < len(was) {
			out = append(out, wording.Run{Op: wording.Same, A: strings.Join(was[from:], " "), B: strings.Join(is[from:], " ")})
		}
	}
	return out
}

// bareFold is a word in small letters without the signs around it.
func bareFold(word string) string {
	return strings.ToLower(strings.TrimFunc(alike.Replace(word), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}
