package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/articles/token"
)

// ByHand is the reason of a quote that a person marked.
const ByHand = "marked by hand"

// Marked gives the quote that a person means who marks a place of a text: what stands there, with the quotation marks
// around it, or, where it begins and ends inside quotation marks, what stands in these and not the cue between them.
// Its kind follows from the marks. What is marked inside one pair of marks stays as it is. ok is false when the
// place holds no word, cuts a letter or lies outside the text.
func Marked(text string, at articles.Span) (q Quote, ok bool) {
	if at.Start < 0 || at.End > len(text) || at.Empty() || !onEdge(text, at.Start) || !onEdge(text, at.End) {
		return q, false
	}
	q = Quote{Reason: ByHand, Confidence: 1}
	all := quoted(text)
	at = trimmed(text, at)
	if !hasWord(at.In(text)) {
		return q, false
	}
	at = widened(text, at, all)
	var within []articles.Span
	for _, s := range all {
		if s.Overlaps(at) {
			within = append(within, s)
		}
	}
	q.Content = []articles.Span{at}
	switch n := len(within); {
	case n == 0:
		q.Kind = Indirect
	case within[0].Contains(at):
		q.Kind = Direct
	case within[0].Start == at.Start && within[n-1].End == at.End:
		q.Kind, q.Content = Direct, within
	default:
		q.Kind = Mixed
	}
	return q, true
}

func onEdge(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// quoted gives the outermost stretches of a text that stand in quotation marks, these included.
func quoted(text string) []articles.Span {
	toks, _ := typewritten(sentence.Cut{Text: text, Tokens: token.Scan(nil, text)})
	p := pairer{text: text, toks: toks, start: paragraphs(toks)}
	var all []articles.Span
	for _, s := range p.pair() {
		all = append(all, articles.Span{Start: int(toks[s.open].Start), End: int(toks[s.close].End)})
	}
	return all
}

// trimmed leaves the blanks at both ends out.
func trimmed(text string, at articles.Span) articles.Span {
	at.Start = at.End - len(strings.TrimLeftFunc(at.In(text), unicode.IsSpace))
	at.End = at.Start + len(strings.TrimRightFunc(at.In(text), unicode.IsSpace))
	return at
}

func hasWord(words string) bool {
	return strings.ContainsFunc(words, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// widened takes in the quotation mark at an end of which only the mark, or the stop before it, was left out.
func widened(text string, at articles.Span, all []articles.Span) articles.Span {
	for _, s := range all {
		if s.Overlaps(at) && s.Start < at.Start && !hasWord(text[s.Start:at.Start]) {
			at.Start = s.Start
		}
		if s.Overlaps(at) && at.End < s.End && !hasWord(text[at.End:s.End]) {
			at.End = s.End
		}
	}
	return at
}
