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
	return split(dst, text, toks, true)
}

// AtBlanks is Split for who is sure that no text lost a blank: between a stop and a word that touch no sentence ends.
func AtBlanks(dst []Sentence, text string, toks []token.Token) []Sentence {
	return split(dst, text, toks, false)
}

// split cuts a text, which may have lost blanks between its sentences.
func split(dst []Sentence, text string, toks []token.Token, mayLose bool) []Sentence {
	first := 0
	for i := range toks {
		if i > first && (breaksLine(text, toks, i) || endsBefore(text, toks, i, mayLose) || i == first+1 && bullet(text, toks[first])) {
			dst = append(dst, Sentence{first, i})
			first = i
		}
	}
	if first < len(toks) {
		dst = append(dst, Sentence{first, len(toks)})
	}
	return dst
}

// bullet reports whether a token is the sign before a point of a list, which is no word of its sentence.
func bullet(text string, t token.Token) bool {
	switch t.In(text) {
	case "•", "▪", "●", "■", "◦", "‣":
		return true
	}
	return false
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
func endsBefore(text string, toks []token.Token, i int, mayLose bool) bool {
	t := toks[i]
	if t.Has(token.Glued) && !mayLose || !opens(text, toks, i) {
		return false
	}
	j := beforeClosing(text, toks, i-1)
	for n := 0; n < mostClosing && note(text, toks, j); n++ {
		j = beforeClosing(text, toks, j-2)
	}
	if t.Has(token.Glued) {
		return lostBlank(text, toks, j, i)
	}
	if terminal(text, toks[j]) {
		return true
	}
	return toks[j].Has(token.Abbrev) && (abbreviationEnds(text, toks[j], t) || onX(text, toks, j))
}

// mostClosing is how many closing marks, and how many notes, are looked past; no sentence ends in more, and a text that is made
// of them must not be slow.
const mostClosing = 8

// beforeClosing gives the last token up to j that is no closing mark or bracket.
func beforeClosing(text string, toks []token.Token, j int) int {
	for n := 0; n < mostClosing && j > 0 && closes(text, toks[j]) && toks[j].Has(token.Glued); n++ {
		j--
	}
	return j
}

// note reports whether token j is the number of a note behind a sentence: "It is over.[12]"
func note(text string, toks []token.Token, j int) bool {
	return j > 2 && toks[j].Kind == token.Number && toks[j-1].In(text) == "[" && toks[j-1].Has(token.Glued) && toks[j+1].In(text) == "]"
}

// lostBlank reports whether a sentence ends at token j and the next begins at token i though nothing stands between them, as
// in pages that lost their paragraphs: "the bridge is open.The mayor". What is no sentence looks much alike: "nytimes.Com",
// "Kh.Orlo", "3.5".
func lostBlank(text string, toks []token.Token, j, i int) bool {
	if j == 0 || !terminal(text, toks[j]) || !toks[j].Has(token.Glued) || !beginsWord(text, toks, i) {
		return false
	}
	if inside := j < i-1 && opensQuotation(text, toks, i-1); inside || toks[i].Kind == token.Mark && !opensQuotation(text, toks, i) {
		return false
	}
	before := toks[j-1]
	switch before.Kind {
	case token.Number:
		return true
	case token.Word:
		if j < i-1 {
			return true // a closing mark stands in between
		}
		return !addressed(text, toks, j-1, i) && endsSentence(text, before, toks[j], firstWord(toks, i))
	}
	return closes(text, before)
}

// firstWord gives the token at i, or the one behind it where that is a mark.
func firstWord(toks []token.Token, i int) token.Token {
	if toks[i].Kind == token.Mark {
		i++
	}
	return toks[i]
}

// addressed reports whether the words at tokens j and i are parts of an address or a file's name: "@Ivo.Orlo", "Amazon.Co.Uk".
func addressed(text string, toks []token.Token, j, i int) bool {
	joins := func(k int) bool {
		s := toks[k].In(text)
		return s == "@" || s == "/" || s == "."
	}
	if j > 0 && toks[j].Has(token.Glued) && joins(j-1) {
		return true
	}
	if i+1 < len(toks) && toks[i].Has(token.Abbrev) && toks[i+1].Has(token.Glued) {
		return true
	}
	return i+2 < len(toks) && toks[i+1].Has(token.Glued) && joins(i+1) && toks[i+2].Has(token.Glued) && toks[i+2].Kind == token.Word
}

// endsSentence reports whether a word may end a sentence behind which next follows without a blank. In small letters it may, but
// for abbreviations. Behind one with a capital the two are as likely one name ("Corriere.It", "Vox.Media", "Dan.Lund", "Yahoo!News"),
// so it has to be a longer one, and a short word has to be such as begins sentences.
func endsSentence(text string, word, stop, next token.Token) bool {
	const short, long = 3, 5 // letters
	w, n := word.In(text), next.In(text)
	switch {
	case word.Has(token.Clitic):
		return true
	case beginsLower(word):
		return !shortened[w] && (!next.Has(token.Upper) || len(w) >= short)
	case word.Has(token.Upper) || len(w) < short || stop.In(text) != ".":
		return false
	case next.Has(token.Upper):
		return len(w) > short
	case len(n) < short:
		return false
	}
	return len(w) >= long || starters[n]
}

// shortened are words in small letters that a stop may shorten.
var shortened = map[string]bool{
	"cf": true, "vs": true, "pp": true, "eg": true, "ie": true, "fig": true, "art": true, "al": true, "ed": true, "ca": true, "ff": true, "www": true,
}

// opensQuotation tells by its shape whether a mark opens a quotation, and by how many stand before it in its paragraph where it
// is a straight one.
func opensQuotation(text string, toks []token.Token, i int) bool {
	const farthest = 1000 // tokens that are looked through, so that no text makes this slow
	mark := toks[i].In(text)
	switch mark {
	case "“", "‘", "„", "‚", "«", "‹":
		return true
	case `"`, "'":
	default:
		return false
	}
	before := 0
	for k := i; k > 0 && i-k < farthest && !toks[k].Has(token.Line); k-- {
		if t := toks[k-1]; t.Kind == token.Mark && t.In(text) == mark {
			before++
		}
	}
	return before%2 == 0
}

// beginsWord reports whether token i, or the one behind an opening mark, is a word with a capital or an acronym, and not the end
// of an address as outlets print theirs or of a file's name: "Norland.Az", "Varga.Com", "plan.PDF".
func beginsWord(text string, toks []token.Token, i int) bool {
	t := firstWord(toks, i)
	if t.Kind != token.Word || !t.Has(token.Capital) {
		return false
	}
	s := t.In(text)
	if t.Has(token.Upper) {
		return !endings[s]
	}
	if len(s) <= 2 {
		return shortWords[s]
	}
	return !domains[s]
}

// shortWords begin sentences behind a word in small letters; others of one or two letters are domains of countries and the like.
var shortWords = map[string]bool{
	"A": true, "I": true, "An": true, "As": true, "At": true, "By": true, "He": true, "If": true, "In": true, "It": true, "My": true,
	"No": true, "On": true, "So": true, "To": true, "We": true,
}

// domains are the longer ones.
var domains = map[string]bool{"Com": true, "Org": true, "Net": true, "Gov": true, "Info": true}

// endings are what addresses and files end in where they are printed in capitals.
var endings = map[string]bool{"COM": true, "ORG": true, "NET": true, "PDF": true, "JPG": true, "PNG": true, "DOC": true, "TXT": true, "MP3": true, "AI": true, "TV": true, "JS": true}

// onX reports whether token i, which looks like an initial, is the network with which a sentence ends: "wrote on X. The army".
func onX(text string, toks []token.Token, i int) bool {
	return toks[i].In(text) == "X." && i > 0 && toks[i-1].In(text) == "on"
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
	return s == "(" || s == "[" || s == "—" || s == "–" || s == "-" || bullet(text, t) || s == "$" || s == "€" || s == "£"
}
