package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"quotidian/articles/masthead"
)

// printed is what a page prints of its headline and below it, for the readers of lines: a line is what stands between two
// edges of blocks.
type printed struct {
	titles   []string // what the page says its headline is, before it prints it
	headline string   // as it is printed; "" until it was met
	heading  bool     // it was met as an <h1>
	lines    []string // the first ones below it
	named    []string // what stands there in elements that are marked as the author's

	line   []byte // at hand; no strings.Builder, for those must not be copied, and these facts may be
	author []byte
	marked atom.Atom // the element that is marked as the author's and open
	nested int       // how many elements of its kind are open inside it
}

const (
	longestPrinted = 400 // bytes of a line; what is longer is text of the story
	longestName    = 120 // bytes of what an author's element holds
)

// full reports that nothing more is looked for.
func (p *printed) full() bool { return len(p.lines) >= linesBelow }

func (p *printed) text(s []byte) {
	if len(p.line) < longestPrinted {
		p.line = append(p.line, s...)
	}
	if p.marked != 0 && len(p.author) <= longestName {
		p.author = append(p.author, s...)
	}
}

// ends ends the line at hand and gives it.
func (p *printed) ends() string {
	if p.marked != 0 {
		p.author = append(p.author, '\n')
	}
	if len(p.line) == 0 {
		return ""
	}
	line := oneLine(string(p.line))
	p.line = p.line[:0]
	return line
}

// begun gives the line at hand, if it can be one that says something of the story.
func (p *printed) begun() string {
	if len(p.line) > longestPrinted {
		return ""
	}
	return string(p.line)
}

// take takes a line. below says that a headline stands above it, heading that it is an <h1> itself.
func (p *printed) take(line string, below, heading bool) {
	if heading {
		line = p.withoutSection(line)
	}
	switch {
	case p.isHeadline(line) && (p.headline == "" || heading && !p.heading):
		p.headline, p.heading = line, heading
		p.lines, p.named = nil, nil
	case (below || p.headline != "") && !heading && !p.full():
		p.lines = append(p.lines, line)
	}
}

// withoutSection drops the name of a section from a heading, where the title has the rest of it.
func (p *printed) withoutSection(heading string) string {
	for _, t := range p.titles {
		section, ok := strings.CutSuffix(heading, t)
		if ok && len(strings.Fields(section)) <= mostSection && len(strings.Fields(t)) > 1 && strings.TrimRight(section, " :|") != section {
			return t
		}
	}
	return heading
}

// mostSection is how many words the name of a section has.
const mostSection = 3

func (p *printed) isHeadline(line string) bool {
	for _, t := range p.titles {
		if strings.EqualFold(t, line) {
			return true
		}
	}
	return false
}

// prepare notes what the head of a page says its headline is: the longest part of a title that has several, for the
// others name the site.
func (p *printed) prepare(title string, others ...string) {
	if p.titles != nil {
		return
	}
	longest := ""
	for _, part := range titleParts(oneLine(title)) {
		if utf8.RuneCountInString(part) > utf8.RuneCountInString(longest) && !masthead.Imprint(part) {
			longest = part
		}
	}
	for _, t := range append(others, title, longest) {
		if t = oneLine(t); t != "" {
			p.titles = append(p.titles, t)
		}
	}
}

// separators part headline and site in a title.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · "}

func titleParts(title string) []string {
	for _, sep := range separators[1:] {
		title = strings.ReplaceAll(title, sep, separators[0])
	}
	return strings.Split(title, separators[0])
}

// mark begins to read an element that is marked as the author's.
func (p *printed) mark(a atom.Atom) {
	switch {
	case p.marked == 0:
		p.marked, p.nested = a, 0
		p.author = p.author[:0]
	case p.marked == a:
		p.nested++
	}
}

// gap parts the words of two elements inside the author's.
func (p *printed) gap() {
	if p.marked != 0 {
		p.author = append(p.author, ' ')
	}
}

// unmark ends it.
func (p *printed) unmark(a atom.Atom) {
	if p.marked != a {
		return
	}
	if p.nested--; p.nested >= 0 {
		return
	}
	p.marked = 0
	var names []string
	for line := range strings.Lines(string(p.author)) {
		if line = oneLine(line); line != "" {
			names = append(names, line)
		}
	}
	if len(names) > 1 && masthead.SaysBy(names[0]) {
		names = names[1:] // a block of its own
	}
	for _, s := range append([]string{strings.Join(names, ", ")}, names...) {
		if name := masthead.Author(s); name != "" && len(p.named) < linesBelow {
			p.named = append(p.named, name)
			return
		}
	}
}

// marksAuthor reports an element that holds who wrote the story, by what it is called.
func marksAuthor(m map[string]string) bool {
	if strings.EqualFold(m["itemprop"], "author") || strings.EqualFold(m["rel"], "author") {
		return true
	}
	for _, class := range strings.FieldsFunc(strings.ToLower(m["class"]), func(r rune) bool { return strings.ContainsRune(" -_", r) }) {
		switch class {
		case "byline", "author", "authors", "autor", "autoren", "auteur", "autore":
			return true
		}
	}
	return false
}

// writer names who wrote the story, by what is printed below the headline.
func (p *printed) writer() string {
	for _, line := range p.lines {
		if by := masthead.Byline(line); by != "" {
			return by
		}
	}
	if len(p.named) > 0 {
		return p.named[0]
	}
	return ""
}
