package masthead

import (
	"slices"
	"strings"
	"unicode"

	"quotidian/articles/date"
	"quotidian/articles/furniture"
	"quotidian/articles/outlet"
)

// A nameplate is the paper's own name above everything else, as copied pages and scanned clippings have it: "THE ARDEN
// COURIER", "Selk Times | Tuesday 4 March", "The Lantern, Vol. 12, No. 4". It is no headline, though it looks like one.
type nameplate struct {
	name  string // empty where there is none
	lines int    // how many of the first lines it takes
	// certain says that a day or an issue stands with the name. Otherwise a headline must follow: a short headline may
	// end in a word that papers call themselves too.
	certain bool
}

// readNameplate looks at the first lines.
func readNameplate(head []line) (p nameplate) {
	if len(head) == 0 || len(head[0].text) > shortLine || !namesPress(head[0].text) {
		return p
	}
	for _, part := range plateParts(head[0].text) {
		words := strings.Fields(part)
		if n := len(words); n > 1 && words[n-1][0] == '(' && strings.HasSuffix(words[n-1], ")") {
			words = words[:n-1] // the country that libraries add: "The Lantern (Marovia)"
		}
		switch n := nameBefore(words); {
		case n == 0:
			p.certain = true
		case p.name != "":
			return nameplate{} // two names are a headline
		default:
			p.name = strings.Join(words[:n], " ")
			p.certain = p.certain || n < len(words)
		}
	}
	if !papersName(p.name, p.certain) {
		return nameplate{}
	}
	for p.lines = 1; p.lines < len(head) && aboutIssue(strings.FieldsFunc(head[p.lines].text, separates)); p.lines++ {
		p.certain = true
	}
	return p
}

// namesPress reports that a press word stands somewhere in a line, as it does in every nameplate; most lines need no
// closer look.
func namesPress(s string) bool {
	for w := range strings.FieldsFuncSeq(s, separates) {
		if pressWord(strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// plateParts parts a line where papers part name, day and issue.
func plateParts(s string) []string {
	for _, wide := range []string{" - ", "   ", "\t"} {
		s = strings.ReplaceAll(s, wide, "|")
	}
	return strings.FieldsFunc(s, func(r rune) bool { return r != ' ' && separates(r) })
}

func separates(r rune) bool { return strings.ContainsRune(" |•·–—,;", r) }

// nameBefore gives the number of words that stand before those about a day or an issue that end a part; 0 when it is about
// nothing else.
func nameBefore(words []string) int {
	n := len(words)
	for k := range words {
		if aboutIssue(words[k:]) {
			n = k
			break
		}
	}
	return n
}

var (
	weekdays = set("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun")
	issue    = set("vol volume no nr number issue edition late early final price est established since founded page")
)

// aboutIssue reports that words say of which day a paper is, or which number or price it has, and nothing else.
func aboutIssue(words []string) bool {
	var left []string
	for _, w := range words {
		if !weekdays[strings.ToLower(strings.Trim(w, ".,()"))] {
			left = append(left, w)
		}
	}
	if d, rest := date.Scan(left); d.Known() {
		left = rest
	} else {
		left, _ = withoutDay(left)
	}
	return len(words) > 0 && !slices.ContainsFunc(left, func(w string) bool {
		return !issue[strings.ToLower(strings.Trim(w, ".,()"))] && (!strings.ContainsAny(w, "0123456789") || len(w) > len("No.12345"))
	})
}

// periodical are words in the names of papers that say how often or when they come out.
var periodical = set("daily evening morning sunday weekly monthly saturday weekend")

// papersName reports that a name is a paper's: known, or a few capitalised words of which the last is a press word. Where
// nothing else says that it is one the name must be short, or say how often the paper comes out: "Prince Sues Mirror" is a
// headline. Beside a day also one word will do that holds a press word ("Hafenblatt"), and a town may follow.
func papersName(name string, certain bool) bool {
	if _, known := outlet.Named(name); known {
		return true // also with a press word in its middle
	}
	words := strings.Fields(strings.ToLower(name))
	if certain {
		words = ownName(words)
	}
	n := len(words)
	if n == 0 || n > 5 || n < 2 && (!certain || pressWords[words[0]]) || lastName(name) != name || strings.ContainsAny(name, ".:!?\"“”'’0123456789") {
		return false
	}
	if !pressWord(words[n-1]) {
		return false
	}
	most := 2
	if words[0] == "the" {
		most = 3
	}
	return certain || len(words) <= most || slices.ContainsFunc(words, func(w string) bool { return periodical[w] })
}

// sections open the names of pages within a paper, which end in "News".
var sections = set("world local latest breaking top national international business sport sports home more the")

// carrierName is the paper's name as it is written in a line of text; empty for a section's.
func (p nameplate) carrierName() string {
	words := strings.Fields(p.name)
	if n := len(words); n == 0 || n == 2 && strings.EqualFold(words[1], "news") && sections[strings.ToLower(words[0])] {
		return ""
	}
	return carrier(fromAllCapitals(p.name))
}

// fromAllCapitals writes a name with small letters that stands in capitals altogether.
func fromAllCapitals(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 || strings.ToUpper(name) != name {
		return name
	}
	for i, w := range words {
		words[i] = fromCapitals(w)
	}
	return strings.Join(words, " ")
}

// fromCapitals writes a word that stands in capitals with one capital; what may be letters spoken singly ("BBC") stays.
func fromCapitals(w string) string {
	lower := strings.ToLower(w)
	switch {
	case lower == "of":
		return lower
	case len([]rune(w)) <= 3 && lower != "the" && !pressWords[lower], lower == "tv":
		return w
	}
	r := []rune(lower)
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

// belowLines is how many lines below the headline may name the paper.
const belowLines = 3

// belowHeadline gives the paper that a line below the headline names, alone or with the day: "Varn Courier, 14 March 2031".
func belowHeadline(below []line) string {
	for _, l := range below[:min(belowLines, len(below))] {
		if len(l.text) > longestImprint || !namesPress(l.text) || furniture.Line(l.text) {
			continue
		}
		when, rest := date.Scan(strings.Fields(l.text))
		if name := strings.Trim(strings.Join(rest, " "), " ,|•·–—-"); papersName(name, when.Known()) {
			return carrier(name)
		}
	}
	return ""
}
