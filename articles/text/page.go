package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotidian/articles"
	"quotidian/articles/date"
	"quotidian/articles/furniture"
	"quotidian/articles/masthead"
)

// A text that was copied from a page, or that a scraper saved, begins with what the page prints above the article and ends
// with what it prints below: menus and buttons, other stories, the form for comments. Left in, a menu's line is taken for
// the headline, and whoever another story's headline quotes speaks in this one. What states something of the article
// (its date, who wrote or published it, whose copy it is) stays; so does whatever could be its text.

const (
	headLines = 80 // lines above the first sentence that may be furniture
	footLines = 120
	// A sentence has at least so many words; shorter lines can be headlines, names or buttons, whatever mark they end with.
	sentenceWords = 8
	// A line of so many words is running text even where its full stop is missing.
	longLine = 30
	// No headline, name or button is so long, in bytes.
	longestHeadline = 400
	longName        = 90
)

// DropFurniture leaves out of a text what the page around the article printed, and reads the day that a scraper set before
// it.
func DropFurniture(a *articles.Article) {
	readStamp(a)
	p := copied{lines: strings.SplitAfter(a.Text, "\n")}
	p.drop = make([]bool, len(p.lines))
	if !p.readHead() {
		return
	}
	p.readHeadline(a)
	p.readFoot()
	p.readBetween()
	if !slices.Contains(p.drop, true) {
		return
	}
	if rest := p.rest(); strings.TrimSpace(rest) != "" {
		a.Text = rest
	}
}

// readStamp takes "date 2031-05-04" off the beginning of a text: so scrapers save the day with it.
func readStamp(a *articles.Article) {
	const label = "date "
	text := strings.TrimLeft(a.Text, " \t\n")
	if len(text) < len(label) || !strings.EqualFold(text[:len(label)], label) {
		return
	}
	end := strings.IndexAny(text[len(label):], " \n")
	if end != len("2031-05-04") {
		return
	}
	rest := strings.TrimLeft(text[len(label)+end:], " \t\n")
	if d, ok := date.Parse(text[len(label) : len(label)+end]); ok && rest != "" {
		a.Text = rest
		if !a.Published.Known() {
			a.Published, a.Published.From = d, articles.FromMetadata
		}
	}
}

// copied is a text on its way: its lines with their ends, and which are left out.
type copied struct {
	lines []string
	drop  []bool
	head  int   // where the first sentence stands
	top   []int // the lines above it that are not blank, headLines at most: pairs of them are compared
}

func (p *copied) line(i int) string { return strings.TrimSpace(p.lines[i]) }

// readHead drops furniture above the first sentence and reports that there is a text below.
func (p *copied) readHead() bool {
	for ; p.head < len(p.lines) && len(p.top) < headLines; p.head++ {
		l := p.line(p.head)
		if l == "" {
			continue
		}
		if isProse(l) {
			return true
		}
		p.drop[p.head] = (furniture.Line(l) || furniture.Languages(l) || isCounter(l)) && !p.wraps(p.head)
		p.top = append(p.top, p.head)
	}
	return p.head < len(p.lines)
}

// wraps reports that line i goes on with the line above, as where a text is broken into lines of one width.
func (p *copied) wraps(i int) bool {
	if i == 0 {
		return false
	}
	above := p.line(i - 1)
	first, _ := utf8.DecodeRuneInString(p.line(i))
	return unicode.IsLower(first) && len(strings.Fields(above)) >= sentenceWords && !endsSentence(above) && !strings.HasSuffix(above, "…")
}

// isCounter reports a line with a number and nothing else, as the counters of shares and comments have.
func isCounter(l string) bool {
	return len(l) <= len("12,345") && strings.Trim(l, "0123456789,.:") == ""
}

// readHeadline looks for a headline that is printed twice above the first sentence, as a page's own title and above the
// article; what stands before the second is the page's.
func (p *copied) readHeadline(a *articles.Article) {
	for n, i := range p.top {
		if p.drop[i] {
			continue
		}
		for _, j := range p.top[n+1:] {
			if !p.drop[j] && titles(p.line(i), p.line(j)) && p.menu(p.top[:n]) {
				p.dropAbove(i, a)
				if a.Title == "" {
					a.Title = p.line(j)
				}
				return
			}
		}
	}
}

// leastHeadline is how many words a headline has that is known by being printed twice.
const leastHeadline = 3

// titles reports that a page's title is a headline, alone or with the site's name after it.
func titles(title, headline string) bool {
	if len(headline) > len(title) || len(strings.Fields(headline)) < leastHeadline {
		return false
	}
	if at := len(title) - len(headline); at > 0 && title[at:] == headline && strings.HasSuffix(title[:at], " ") {
		return strings.ContainsAny(title[:at], ".>»›/|") // the way to it: "Home > News > Gates open"
	}
	if !strings.EqualFold(title[:len(headline)], headline) {
		return false
	}
	if strings.HasSuffix(headline, ".") || strings.HasSuffix(headline, ")") { // a caption is printed twice too
		return false
	}
	after := title[len(headline):]
	if after == "" {
		return true
	}
	for _, sep := range []string{" - ", " – ", " | "} {
		if strings.HasPrefix(after, sep) || strings.HasPrefix(after, ", ") && strings.Contains(after, sep) {
			return true
		}
	}
	return furniture.Line(after)
}

// menu reports that the lines above one hold nothing but single words and what states something. A headline may stand there
// otherwise, and the lines printed twice be a picture's.
func (p *copied) menu(above []int) bool {
	for _, k := range above {
		if !p.drop[k] && manyWords(p.lines[k]) && !masthead.States(p.line(k)) {
			return false
		}
	}
	return true
}

func manyWords(l string) bool {
	n := 0
	for w := range strings.FieldsSeq(l) {
		if strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			n++
		}
	}
	return n > 1
}

// dropAbove drops a page's title in line i with what stands above it, but for what states something.
func (p *copied) dropAbove(i int, a *articles.Article) {
	for k := range i {
		p.drop[k] = p.drop[k] || !masthead.States(p.line(k))
	}
	p.drop[i] = true
	title := p.line(i)
	if at := strings.LastIndexAny(title, "-–|"); at >= 0 && a.Outlet.Name == "" {
		_, size := utf8.DecodeRuneInString(title[at:])
		if name := strings.TrimSpace(title[at+size:]); masthead.Imprint(name) {
			a.Outlet.Name, a.Outlet.From = name, "nameplate"
		}
	}
}

// readFoot drops what follows the article: from the first heading of a list or form on after which no sentence stands, and
// buttons at the very end.
func (p *copied) readFoot() {
	mark, ends := len(p.lines), true
	for i, seen := len(p.lines)-1, 0; i >= p.head && seen < footLines; i-- {
		l := p.line(i)
		if l == "" {
			continue
		}
		seen++
		isFurniture := furniture.Line(l) && !p.wraps(i)
		if !isFurniture && isProse(l) && !masthead.Credits(l) {
			break
		}
		if ends = ends && isFurniture; ends || isFurniture && furniture.OpensFoot(l) {
			mark = i
		}
	}
	for i := mark; i < len(p.lines); i++ {
		p.drop[i] = !masthead.Credits(p.line(i))
	}
}

// readBetween drops advertisements and links to other stories between the paragraphs.
func (p *copied) readBetween() {
	for i, l := range p.lines {
		if !p.drop[i] && len(l) > 1 {
			l = strings.TrimSpace(l)
			p.drop[i] = furniture.Between(l) || furniture.LeadsAway(l)
		}
	}
}

// rest gives the text without the lines left out; one blank line stays where they stood.
func (p *copied) rest() string {
	var out strings.Builder
	gap, blankBefore := false, true
	for i, l := range p.lines {
		blank := strings.TrimSpace(l) == ""
		switch {
		case p.drop[i]:
			gap = true
			continue
		case gap && blank && blankBefore:
			continue
		case gap && !blank && !blankBefore:
			out.WriteString("\n")
		}
		out.WriteString(l)
		gap, blankBefore = gap && blank, blank
	}
	if gap { // nothing but what is left out stands after the last line
		return strings.TrimRight(out.String(), " \t\n") + "\n"
	}
	return out.String()
}

// isProse reports a line of running text: a sentence, or somebody's words.
func isProse(l string) bool {
	if len(l) > longestHeadline {
		return true
	}
	n := len(strings.Fields(l))
	if n < sentenceWords {
		return len(l) > longName && n <= 2 // writing without blanks
	}
	return n >= longLine || len(strings.TrimRight(l, afterSentence)) < len(l) && strings.ContainsAny(l, `"“”»`) || endsSentence(l)
}

// afterSentence are the marks that close a sentence after its full stop.
const afterSentence = ` "”’'»)]`

func endsSentence(l string) bool {
	bare := strings.TrimRight(l, afterSentence)
	return bare != "" && strings.ContainsAny(bare[len(bare)-1:], "?!.:") && !strings.HasSuffix(bare, "..")
}
