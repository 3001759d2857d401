package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Letters, wires and archives break lines to keep them short. Such a break says nothing, but whoever reads on sees a sentence
// end where the next line begins with a capital: set in 72 columns, labelled news lost one in fourteen of the indirect quotes
// that are found in it.

// What shows that lines were broken to keep them short.
const (
	fewestBreaks   = 3    // within paragraphs; fewer prove nothing
	narrowest      = 40   // characters of the widest lines
	widest         = 100  // the same
	withinWidth    = 0.97 // of the broken lines; a few are an address or a headline that the program left long
	leastNeeded    = 0.8  // of the breaks but those after a sentence, that the next word would not have fitted
	leastGoingOn   = 0.3  // of these, that the next line goes on in small letters; of 163 articles the least had 0.42
	shortestIndent = 2    // blanks more than the line before, where a paragraph is set in
)

// wrapping is what the breaks of a text have in common.
type wrapping struct{ width int }

// Unwrap joins the lines of a text that were broken to keep them short, each where the next word would not have fitted. Other
// breaks stay, and so does a text whose lines were broken for other reasons, or not at all. It costs time linear in its length.
func Unwrap(s string) string {
	lines := strings.Split(s, "\n")
	w, ok := measure(lines)
	if !ok {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i, line := range lines {
		if i == 0 || !w.joins(lines[i-1], line) {
			if i > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(strings.TrimRight(line, " \t"))
			continue
		}
		if !hyphened(lines[i-1]) {
			b.WriteByte(' ')
		}
		b.WriteString(strings.TrimSpace(line))
	}
	return b.String()
}

// UnwrapInPlace is [Unwrap] for who counts characters: each break that it joins becomes a blank, and nothing else changes.
func UnwrapInPlace(s string) string {
	lines := strings.Split(s, "\n")
	w, ok := measure(lines)
	if !ok {
		return s
	}
	out := []byte(s)
	at := -1
	for i, line := range lines {
		if i > 0 && w.joins(lines[i-1], line) {
			out[at] = ' '
		}
		at += len(line) + 1
	}
	return string(out)
}

// measure tells how wide the lines of a text were made, and whether they were.
func measure(lines []string) (wrapping, bool) {
	var of [widest + 2]int // how many broken lines have so many characters
	breaks := 0
	for i := 1; i < len(lines); i++ {
		if withinParagraph(lines[i-1], lines[i]) {
			of[min(length(lines[i-1]), widest+1)]++
			breaks++
		}
	}
	w := wrapping{}
	for below := 0; w.width <= widest; w.width++ {
		if below += of[w.width]; float64(below) >= withinWidth*float64(breaks) {
			break
		}
	}
	if breaks < fewestBreaks || w.width < narrowest || w.width > widest {
		return w, false
	}
	needed, idle, goingOn := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		switch line, next := lines[i-1], lines[i]; {
		case !withinParagraph(line, next):
		case setApart(next):
		case w.needed(line, next):
			needed++
			if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, " \t")); unicode.IsLower(r) {
				goingOn++
			}
		case !endsSentence(line):
			idle++
		}
	}
	return w, float64(needed) >= leastNeeded*float64(needed+idle) && float64(goingOn) >= leastGoingOn*float64(needed)
}

// joins reports whether the break between two lines only kept the first one short.
func (w wrapping) joins(line, next string) bool {
	if !withinParagraph(line, next) || !w.needed(line, next) || setApart(next) {
		return false
	}
	return setApart(line) || indent(next) < indent(line)+shortestIndent // the lines of a point hang
}

// needed reports whether the first word of the next line would have made a line too wide.
func (w wrapping) needed(line, next string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(next, " \t"), " ")
	return length(line)+1+utf8.RuneCountInString(word) > w.width
}

func withinParagraph(line, next string) bool {
	return strings.TrimSpace(line) != "" && strings.TrimSpace(next) != ""
}

// length is the number of characters of a line up to its last word.
func length(line string) int { return utf8.RuneCountInString(strings.TrimRight(line, " \t")) }

// indent is by how many blanks a line is set in; a tab counts as enough for a new paragraph.
func indent(line string) int {
	n := 0
	for _, r := range line {
		switch r {
		case ' ':
			n++
		case '\t':
			n += shortestIndent
		default:
			return n
		}
	}
	return n
}

// setApart reports a line that begins something of its own: a point of a list, an address, what a letter quotes, a row of a table.
func setApart(line string) bool {
	line = strings.TrimLeft(line, " \t")
	for _, sign := range []string{">", "|", "•", "- ", "* ", "– ", "— ", "http://", "https://", "www."} {
		if strings.HasPrefix(line, sign) {
			return true
		}
	}
	const digits = "0123456789"
	rest := strings.TrimLeft(line, digits)
	n := len(line) - len(rest)
	return n > 0 && n <= 2 && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") "))
}

// hyphened reports a line that ends within a compound: "a well-".
func hyphened(line string) bool {
	line = strings.TrimRight(line, " \t")
	head, found := strings.CutSuffix(line, "-")
	last, _ := utf8.DecodeLastRuneInString(head)
	return found && unicode.IsLetter(last)
}
