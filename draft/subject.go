package draft

import (
	"cmp"
	"slices"
	"strings"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/matching/wording/canon"
	"quotidian/quotes"
)

// subject is one quote of the draft with what was gathered about it.
type subject struct {
	quote attribution.Quote
	text  string
	spans [][2]int
	// stretches are the words that the draft puts between quotation marks and claims as printed: the whole of a
	// direct quote, each quoted stretch of a mixed one, none of an indirect one.
	stretches [][]word
	frame     *frame // what a mixed quote says around its marks, else nil
	denied    bool   // by the verb that attributes it
	named     bool   // the draft's sentence names the speaker
	// keys are the canonical words, each with its weight, and total the sum of these.
	keys  map[uint64]weight
	total float64

	verbatim []verbatim  // quotes that print all stretches
	plain    []verbatim  // articles that print them, though not as a quote
	alike    []candidate // the printed quotes most like it, the likest first
}

// weight is how much a canonical word tells, and how often the quote has it.
type weight struct {
	each  float64
	count int
}

// A function word tells a tenth of what another does, a number as much as two: who misquotes a number keeps the
// words around it, and who prints other words with the same number is likely to report the same.
const (
	tellingWeight = 1.0
	stopWeight    = 0.1
	numberWeight  = 1.5
)

// subjects makes the quotes of a draft ready.
func subjects(a *articles.Article, qs []attribution.Quote) []*subject {
	runes := articles.NewRunes(a.Text)
	var scanner canon.Scanner
	var all []*subject
	for _, q := range inOrder(append(slices.Clone(qs), orphans(a.Text, qs)...)) {
		if q.Medium == quotes.Thought && q.Kind == quotes.Indirect {
			continue
		}
		s := &subject{quote: q, text: q.Text(a.Text), keys: map[uint64]weight{}}
		for _, span := range q.Content {
			s.spans = append(s.spans, runes.Span(span))
		}
		s.stretches, s.frame = stretches(q.Kind, s.text), newFrame(&scanner, s.text, &q, q.Cue.In(a.Text))
		s.denied = q.Kind != quotes.Direct && denies(q.Cue.In(a.Text))
		s.named = q.Speaker != nil && names(q.Source.In(a.Text), append([]string{q.Speaker.Name}, q.Speaker.Printed...)...)
		for _, w := range scanner.Scan(nil, s.text, nil) {
			k := s.keys[w.Key]
			k.each, k.count = weigh(w), k.count+1
			s.keys[w.Key] = k
			s.total += k.each
		}
		all = append(all, s)
	}
	return all
}

// fewestOrphan is how many words between quotation marks are checked though nobody is said to have spoken them;
// fewer are titles, nicknames and words that the author keeps at a distance.
const fewestOrphan = 5

// orphans makes quotes of what stands between quotation marks in no quote that was found: in a draft nothing between
// marks may go unchecked.
func orphans(text string, found []attribution.Quote) []attribution.Quote {
	var all []attribution.Quote
	for _, run := range quotedRuns(scan(text)) {
		span := articles.Span{Start: run[0].span.Start, End: run[len(run)-1].span.End}
		held := slices.ContainsFunc(found, func(q attribution.Quote) bool {
			return slices.ContainsFunc(q.Content, span.Overlaps)
		})
		if len(run) >= fewestOrphan && !held {
			all = append(all, attribution.Quote{Quote: quotes.Quote{Kind: quotes.Direct, Content: []articles.Span{span}, Reason: "quotation marks"}})
		}
	}
	return all
}

func inOrder(qs []attribution.Quote) []attribution.Quote {
	slices.SortStableFunc(qs, func(a, b attribution.Quote) int { return cmp.Compare(a.Content[0].Start, b.Content[0].Start) })
	return qs
}

func weigh(w canon.Word) float64 {
	switch {
	case w.Number():
		return numberWeight
	case w.Has(canon.Stop):
		return stopWeight
	}
	return tellingWeight
}

// stretches gives the words of a quote that stand between quotation marks.
func stretches(kind quotes.Kind, text string) [][]word {
	switch kind {
	case quotes.Direct:
		if words := scan(text); hasLetters(words) {
			return [][]word{words}
		}
	case quotes.Mixed:
		var all [][]word
		for _, s := range quotedRuns(scan(text)) {
			if hasLetters(s) {
				all = append(all, s)
			}
		}
		return all
	}
	return nil
}

// speaker is whom the draft names; "" when it names nobody, or nobody in particular ("an official", "the company").
func (s *subject) speaker() string {
	sp := s.quote.Speaker
	if sp == nil || sp.Kind == attribution.Unnamed || sp.Kind == attribution.Group || strings.ToLower(sp.Name) == sp.Name && !caseless(sp.Name) {
		return ""
	}
	return strings.TrimSpace(sp.Name)
}

// caseless reports a name in a script without capitals.
func caseless(name string) bool { return strings.ToUpper(name) == name }

// quoted reports whether the draft claims words as printed.
func (s *subject) quoted() bool { return len(s.stretches) > 0 }
