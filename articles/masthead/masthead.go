// Package masthead reads what a text says about itself at its edges: headline, byline, dateline, date of
// publication, who published it and which agency it credits.
//
// It looks only at the first and the last lines, so its cost does not grow with the article. It says nothing
// rather than guess: a date in a caption or in the body is no date of publication, "(Reuters Photo)" credits a
// picture, and an unknown name is no outlet unless a line says so ("© 2024 Harbour Post").
package masthead

import (
	"slices"
	"strings"
	"unicode/utf8"

	"quotidian/articles"
	"quotidian/articles/outlet"
)

// Head is what was found; empty fields were not.
type Head struct {
	Title    string
	Byline   string
	Dateline string
	Outlet   string // the carrier, from a line that names it
	From     string // where that line stands: "footer" or "nameplate"
	Origin   string // the agency credited, several joined by ", "
	Date     articles.Date
}

// The edges that are read. News pages carry at most a few lines of furniture before the story, and credits,
// copyright and links after it.
const (
	headLines = 12
	tailLines = 15
	headBytes = 8 << 10
	tailBytes = 8 << 10
	// shortLine is the longest line that can be a byline, a date, a copyright or any other line of its own.
	shortLine = 160
)

// Read reads the edges of a text with "\n" at line ends.
func Read(text string) Head {
	head, tail := edges(text)
	plate := readNameplate(head)
	h := Head{Title: title(head[plate.lines:])}
	if h.Title == "" && !plate.certain {
		plate = nameplate{}
		h.Title = title(head)
	}
	for _, l := range head[:min(len(head), titleLines)] {
		if _, when, ok := firstAppeared(l.text); ok {
			h.Date = when
		}
	}
	above, below, rest := around(head, h.Title)
	for _, part := range [][]line{below, above, rest} { // the day above a headline can be the page's own
		for i, l := range part {
			if !Update(l.text) || !published(part[i+1:]) {
				h.readTop(l.text)
			}
		}
	}
	if h.Title != "" {
		h.setByline(byWork(below))
	}
	h.Outlet, h.From = outletIn(head, tail), "footer"
	if h.Outlet == "" {
		h.Outlet, h.From = plate.carrierName(), "nameplate"
	}
	if h.Outlet == "" && h.Title != "" {
		h.Outlet = belowHeadline(below)
	}
	h.cutSite()
	h.Origin = h.origin(head, tail)
	return h
}

// around parts the first lines at the headline: what stands above it, the short lines below it, and the rest, with which the
// story begins. Without a headline all is rest.
func around(head []line, title string) (above, below, rest []line) {
	if title == "" {
		return nil, nil, head
	}
	at := slices.IndexFunc(head, func(l line) bool { return strings.HasSuffix(l.text, title) })
	if at < 0 {
		return nil, nil, head
	}
	end := at + 1
	for end < len(head) && len(head[end].text) <= shortLine && !strings.HasSuffix(head[end].text, ".") {
		end++
	}
	return head[:at], head[at+1 : end], head[end:]
}

// cutSite takes the name of the site off a headline that is a page's title: "Gates open | Selk Times".
func (h *Head) cutSite() {
	for _, sep := range []string{" | ", " - ", " – "} {
		at := strings.LastIndex(h.Title, sep)
		if at < 0 {
			continue
		}
		name := h.Title[at+len(sep):]
		if _, known := outlet.Named(name); !known && (sep != " | " || !isImprint(name)) || !headline(h.Title[:at]) {
			continue
		}
		if h.Title = h.Title[:at]; h.Outlet == "" {
			h.Outlet, h.From = carrier(name), "nameplate"
		}
		return
	}
}

// readTop reads one of the first lines: the first byline, dateline and date found stand.
func (h *Head) readTop(line string) {
	if h.Title != "" && strings.HasSuffix(line, h.Title) {
		return
	}
	if d, by, ok := publicationLine(line); ok && !h.Date.Known() {
		h.Date = d
		h.setByline(by)
		return
	}
	h.setByline(byline(line))
	if h.Dateline == "" {
		if dl, ok := dateline(line); ok {
			h.Dateline = dl.text
			if !h.Date.Known() {
				h.Date = dl.date
			}
		} else if placeLine(line) {
			h.Dateline = line
		}
	}
}

func (h *Head) setByline(by string) {
	if h.Byline == "" {
		h.Byline = by
	}
}

// Published gives the date of a line that states when an article was published and says nothing else but who
// wrote or published it.
func Published(line string) (articles.Date, bool) {
	d, _, ok := publicationLine(strings.TrimSpace(line))
	return d, ok
}

// States reports a line of its own that says when an article was published, who wrote it or who published it.
func States(line string) bool {
	if _, ok := Published(line); ok || byline(line) != "" {
		return true
	}
	return Credits(line)
}

// Credits reports a line of its own that says who published an article or whose copy it is.
func Credits(s string) bool {
	if s == "" || len(s) > 2*shortLine {
		return false
	}
	return isImprint(s) || creditLine(s) != "" || outletIn(nil, []line{{text: s}}) != ""
}

// foreignBy are the words for "By" of other languages. They begin headlines too ("Von der Leyen …"), so they are read only
// where a headline is known to stand above the line.
var foreignBy = []string{"Von ", "Par ", "Por ", "Di ", "Door ", "Av ", "Af "}

// Byline gives the names of a line below a headline that says who wrote an article, and perhaps when it was published; ""
// for any other.
func Byline(line string) string {
	line = strings.TrimSpace(line)
	for _, p := range foreignBy {
		if rest, ok := strings.CutPrefix(line, p); ok && len(strings.Fields(rest)) > 1 {
			line = byWords[0] + rest
			break
		}
	}
	if by := byline(line); by != "" {
		return by
	}
	_, by, _ := publicationLine(line)
	return by
}

// SaysBy reports a text that is a word such as "By" and nothing else.
func SaysBy(text string) bool {
	text = strings.TrimRight(text, ": ")
	for _, words := range [][]string{byWords, foreignBy} {
		for _, w := range words {
			if strings.EqualFold(text, strings.TrimRight(w, ": ")) {
				return true
			}
		}
	}
	return false
}

// Author gives the names that text holds which is marked as the author's, with a word such as "By" before them or without.
func Author(text string) string {
	var words []string
	for w := range strings.FieldsSeq(text) {
		if w[0] != '@' { // what the author is called elsewhere
			words = append(words, w)
		}
	}
	text = strings.Join(words, " ")
	if by := Byline(text); by != "" {
		return by
	}
	if n := len(strings.Fields(text)); n < 2 || n > longestByline {
		return ""
	}
	return byline(byWords[0] + text)
}

// Imprint reports a line that is the name of a known outlet or of a paper, and nothing else.
func Imprint(line string) bool { return isImprint(strings.TrimSpace(line)) }

// Fill puts what the text says about itself into the fields of a that are still empty.
func Fill(a *articles.Article) {
	h := Read(a.Text)
	fill(&a.Title, h.Title)
	fill(&a.Byline, h.Byline)
	fill(&a.Dateline, h.Dateline)
	if a.Outlet.Name == "" && h.Outlet != "" {
		a.Outlet.Name, a.Outlet.From = h.Outlet, h.From
	}
	fill(&a.Outlet.Origin, h.Origin)
	if _, agency := outlet.Agency(a.Outlet.Name); !agency && onWire(a.URL) {
		fill(&a.Outlet.Origin, outlet.UnnamedAgencies)
	}
	if a.Outlet.Origin == a.Outlet.Name {
		a.Outlet.Origin = "" // an agency's own page is nobody's copy
	}
	if !a.Published.Known() || a.Published.Guessed() && h.Date.Known() {
		a.Published = h.Date
	}
}

// wireFolders are the folders of a site in which it keeps the copy of agencies.
var wireFolders = set("wirestory wirestories wire-story wire-stories wireservice wire-service")

// onWire reports that the address of an article says that it is agency copy: "/Politics/wireStory/gates-open".
func onWire(address string) bool {
	address, _, _ = strings.Cut(address, "?")
	for folder := range strings.SplitSeq(address, "/") {
		if wireFolders[strings.ToLower(folder)] {
			return true
		}
	}
	return false
}

func fill(field *string, with string) {
	if *field == "" {
		*field = with
	}
}

// line is one non-blank line, trimmed, with what stands around it.
type line struct {
	text   string
	before bool // a blank line, or the edge of the text, stands before it
	after  bool // … after it
}

// edges gives the first and last non-blank lines. In a short text they overlap.
func edges(text string) (head, tail []line) {
	top := text[:boundary(text, headBytes)]
	head = lines(top)
	head = head[:min(len(head), headLines)]
	bottom := text
	if cut := len(text) - tailBytes; cut > 0 {
		for !utf8.RuneStart(text[cut]) {
			cut++
		}
		bottom = text[cut:]
		if i := strings.IndexByte(bottom, '\n'); i >= 0 {
			bottom = bottom[i+1:] // not the rest of a line whose beginning is cut off
		} else {
			bottom = ""
		}
	}
	tail = lines(bottom)
	return head, tail[max(0, len(tail)-tailLines):]
}

func boundary(text string, n int) int {
	if len(text) <= n {
		return len(text)
	}
	for !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}

func lines(s string) []line {
	var out []line
	blank := true
	for raw := range strings.Lines(s) {
		t := strings.TrimSpace(raw)
		if t == "" {
			if len(out) > 0 {
				out[len(out)-1].after = true
			}
			blank = true
			continue
		}
		out = append(out, line{text: t, before: blank})
		blank = false
	}
	if len(out) > 0 {
		out[len(out)-1].after = true
	}
	return out
}
