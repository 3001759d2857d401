// Package sentence cuts a tokenised text into sentences.
//
// It takes tokens and gives ranges of token indices that cover them all, in order. The rules are those of
// UAX #29 with the mends that news needs: a full stop of an abbreviation ends nothing, a closing mark or
// bracket belongs to the sentence it closes, and `"Why now?" he asked` stays whole because a sentence does not
// begin in lower case. A line break ends a sentence unless the line was merely wrapped.
package sentence

import "quotidian/articles/token"

// Sentence is a range of token indices [First, Last).
type Sentence struct{ First, Last int }

// Split appends the sentences of toks to dst and returns it.
func Split(dst []Sentence, text string, toks []token.Token) []Sentence {
	first := 0
	for i := range toks {
		if i > first && (breaksLine(text, toks, i) || endsBefore(text, toks, i)) {
			dst = append(dst, Sentence{first, i})
			first = i
		}
	}
	if first < len(toks) {
		dst = append(dst, Sentence{first, len(toks)})
	}
	return dst
}

// breaksLine reports whether the line break before token i ends a sentence: a blank line always does, a single
// break unless the text runs on in lower case, as hard-wrapped text does.
func breaksLine(text string, toks []token.Token, i int) bool {
	t := toks[i]
	if !t.Has(token.Line) {
		return false
	}
	return t.Has(token.Paragraph) || !beginsLower(t) || terminal(text, toks[i-1])
}

// endsBefore reports whether a sentence ends between tokens i-1 and i of one line.
func endsBefore(text string, toks []token.Token, i int) bool {
	t := toks[i]
	if t.Has(token.Glued) || !opens(text, toks, i) {
		return false
	}
	j := i - 1
	for j > 0 && closes(text, toks[j]) && toks[j].Has(token.Glued) {
		j--
	}
	if terminal(text, toks[j]) {
		return true
	}
	return toks[j].Has(token.Abbrev) && abbreviationEnds(text, toks[j], t)
}

// abbreviationEnds decides the doubtful case of an abbreviation before a capital: "the U.S. The army" ends,
// "Gen. Orlo" and "U.S. Army" do not.
func abbreviationEnds(text string, abbr, next token.Token) bool {
	s := abbr.In(text)
	if len(s) < 4 || s[1] != '.' { // titles, initials
		return false
	}
	return starters[next.In(text)]
}

// starters are words that begin a sentence rather than continue a name.
var starters = map[string]bool{
	"The": true, "A": true, "An": true, "In": true, "On": true, "It": true, "He": true, "She": true,
	"They": true, "But": true, "And": true, "This": true, "That": true, "We": true, "I": true, "At": true, "For": true, "As": true,
}

func terminal(text string, t token.Token) bool {
	if t.Kind != token.Punct {
		return false
	}
	switch s := t.In(text); s {
	case ".", "!", "?", "…", "。", "！", "？":
		return true
	default:
		return len(s) > 2 && s[0] == '.'
	}
}

func closes(text string, t token.Token) bool {
	if t.Kind == token.Mark {
		return true
	}
	s := t.In(text)
	return s == ")" || s == "]"
}

func beginsLower(t token.Token) bool {
	return t.Kind == token.Word && !t.Has(token.Capital) && !t.Has(token.Clitic)
}

// opens reports whether token i can begin a sentence: anything but lower case and closing punctuation.
func opens(text string, toks []token.Token, i int) bool {
	t := toks[i]
	switch t.Kind {
	case token.Word:
		return !beginsLower(t)
	case token.Number:
		return true
	case token.Mark:
		return i+1 < len(toks) && toks[i+1].Has(token.Glued) && !beginsLower(toks[i+1])
	}
	s := t.In(text)
	return s == "(" || s == "[" || s == "—" || s == "–" || s == "-" || s == "•" || s == "$" || s == "€" || s == "£"
}
