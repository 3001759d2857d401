package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quotidian/articles/masthead"
)

// facts is what a page says of itself, gathered in one pass over its tokens, so that a page which cannot be
// parsed still has its headline and date.
type facts struct {
	meta      map[string]string // first content by lower-case name, property or itemprop
	title     string            // <title>
	h1        string            // the only <h1>; "" if there are several
	canonical string
	publisher string // by microdata: the name inside what is marked as the publisher's
	savedFrom string // the address a browser noted when it saved the page
	language  string
	moments   moments
	json      []string // JSON-LD scripts
	linked    linked   // the article among them
	below     []string // the first stretches of text below the headline, where pages print the date
	printed   printed

	elements       int
	paragraphs     int
	paragraphBytes int // text within <p>
	h1s            int
	tangle         tangle
}

// mostJSON caps the JSON-LD that is read of one page, in bytes; real pages have a few kilobytes.
const mostJSON = 4 << 20

func scan(page string) *facts {
	s := &scanner{facts: &facts{meta: map[string]string{}}, z: html.NewTokenizer(strings.NewReader(page))}
	for {
		switch s.z.Next() {
		case html.ErrorToken:
			s.title, s.h1 = s.titleText.String(), s.h1Text.String()
			s.linked = readLinked(s.json, s.headlines())
			return s.facts
		case html.TextToken:
			s.text()
		case html.CommentToken:
			s.comment()
		case html.StartTagToken, html.SelfClosingTagToken:
			s.start()
		case html.EndTagToken:
			s.end(atomOf(s.z))
		}
	}
}

// headlines are what the page shows or says to be its headline. What is longer than a line is none.
func (f *facts) headlines() (all []string) {
	for _, h := range append([]string{f.onlyH1(), f.printed.headline}, f.printed.titles...) {
		if h = oneLine(h); h != "" && len(h) <= longestPrinted {
			all = append(all, h)
		}
	}
	return all
}

// scanner carries where in the page the pass is.
type scanner struct {
	*facts
	z        *html.Tokenizer
	in       atom.Atom // title, h1 or a JSON-LD script whose text is being read
	things   []thing   // the elements marked as things of their own that are open, by microdata
	inP      bool
	inSVG    bool // an SVG picture has titles of its own
	hidden   bool // in a script or a style sheet
	jsonSize int

	titleText, h1Text strings.Builder
}

// linesBelow is how many stretches of text below the headline can hold the date: a byline, a place, the names of
// a few buttons. Dates further down belong to the story or to other stories.
const linesBelow = 15

func (s *scanner) text() {
	raw := s.z.Raw()
	s.tangle.text(raw)
	if s.inP {
		s.paragraphBytes += len(raw)
	}
	if !s.hidden {
		s.moments.text(raw)
	}
	switch {
	case s.in == atom.Title:
		s.titleText.Write(s.z.Text())
	case s.in == atom.Script:
		if s.jsonSize+len(raw) <= mostJSON {
			s.jsonSize += len(raw)
			s.json = append(s.json, string(raw))
		}
	case !s.hidden:
		s.shown()
	}
}

// shown reads text that a reader of the page sees.
func (s *scanner) shown() {
	if s.in != atom.H1 && s.printed.full() {
		return
	}
	text := s.z.Text()
	s.printed.text(text)
	switch {
	case s.in == atom.H1:
		s.h1Text.Write(text)
	case (s.h1s > 0 || s.printed.headline != "") && len(s.below) < linesBelow:
		if line := oneLine(string(text)); line != "" {
			s.below = append(s.below, line)
		}
	}
}

// edge ends a line where a block begins or ends.
func (s *scanner) edge(a atom.Atom) {
	if !blocks[a] && a != atom.Br && a != atom.Td && a != atom.Th {
		return
	}
	line := s.printed.ends()
	if line == "" {
		return
	}
	s.printed.prepare(s.titleText.String(), s.meta["og:title"], s.meta["twitter:title"])
	if s.printed.isHeadline(line) {
		s.moments.headline()
	}
	before := s.printed.headline
	if s.printed.take(line, s.h1s > 0, s.in == atom.H1); s.printed.headline != before {
		s.below = nil // what stood above it is not below the headline
	}
}

// comment reads where a page was saved from: <!-- saved from url=(0042)https://… --> as browsers write it, or the line
// "url: https://…" of SingleFile.
func (s *scanner) comment() {
	if s.savedFrom != "" {
		return
	}
	c := string(s.z.Raw())
	if _, rest, ok := strings.Cut(c, "saved from url=("); ok {
		if _, address, ok := strings.Cut(rest, ")"); ok {
			s.savedFrom = strings.TrimSpace(strings.TrimSuffix(address, "-->"))
		}
		return
	}
	if _, rest, ok := strings.Cut(c, "Page saved with SingleFile"); ok {
		if _, address, ok := strings.Cut(rest, "url: "); ok {
			address, _, _ = strings.Cut(address, "\n")
			s.savedFrom = strings.TrimSpace(address)
		}
	}
}

func (s *scanner) start() {
	name, more := s.z.TagName()
	a := atom.Lookup(name)
	s.edge(a)
	s.printed.gap()
	s.elements++
	s.tangle.start(a, s.z.Raw())
	s.moments.start(a)
	s.nest(a, 1)
	switch a {
	case atom.P:
		s.paragraphs++
		s.inP = true
	case atom.Style:
		s.hidden = true
	case atom.Svg:
		s.inSVG = true
	case atom.Title:
		if s.titleText.Len() == 0 && !s.inSVG {
			s.in = a
		}
	case atom.H1:
		if s.h1s++; s.h1s == 1 {
			s.in = a
		}
		s.moments.headline()
	case atom.Meta, atom.Link, atom.Time, atom.Html, atom.Script:
		s.attributes(a, more)
		return
	}
	if more {
		s.marks(a)
	} else if a == s.printed.marked {
		s.printed.mark(a)
	}
}

func (s *scanner) end(a atom.Atom) {
	s.tangle.end(a)
	s.moments.end(a)
	s.nest(a, -1)
	s.edge(a)
	s.printed.unmark(a)
	if a == s.in {
		s.in = 0
	}
	switch a {
	case atom.Script, atom.Style:
		s.hidden = false
	case atom.P:
		s.inP = false
	case atom.Svg:
		s.inSVG = false
	}
}

// attrs reads the attributes of the tag at hand by lower-case key.
func (s *scanner) attrs(more bool) map[string]string {
	m := map[string]string{}
	for more {
		var k, v []byte
		k, v, more = s.z.TagAttr()
		if _, ok := m[string(k)]; !ok {
			m[string(k)] = string(v)
		}
	}
	return m
}

func (s *scanner) attributes(a atom.Atom, more bool) {
	m := s.attrs(more)
	switch a {
	case atom.Html:
		if s.language == "" {
			s.language = m["lang"]
		}
	case atom.Script:
		s.hidden = true
		if strings.Contains(strings.ToLower(m["type"]), "ld+json") {
			s.in = a
		}
	case atom.Link:
		if strings.EqualFold(m["rel"], "canonical") && s.canonical == "" {
			s.canonical = strings.TrimSpace(m["href"])
		}
	case atom.Time:
		s.time(m)
	case atom.Meta:
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			s.set(m[key], m["content"])
		}
		if s.ofPublisher() && m["itemprop"] == "name" && s.publisher == "" {
			s.publisher = m["content"]
		}
	}
}

// time keeps a moment, unless the page marks it as that of a change.
func (s *scanner) time(m map[string]string) {
	when := strings.TrimSpace(m["datetime"])
	class := strings.ToLower(m["class"])
	if when == "" {
		return
	}
	_, pubdate := m["pubdate"]
	marked := pubdate || strings.EqualFold(m["itemprop"], "datePublished") || strings.Contains(class, "publish")
	if marked {
		s.set("datepublished", when)
	}
	if marked || !strings.Contains(class+strings.ToLower(m["itemprop"]), "modif") {
		s.moments.add(when, marked, !marked && (strings.Contains(class, "updated") || masthead.Update(s.printed.begun())))
	}
}

// thing is an open element that microdata marks as a thing of its own: what it is of the thing around it, and how many elements
// of its kind are open in it.
type thing struct {
	of     string
	name   atom.Atom
	nested int
}

// nest counts an element that begins (1) or ends (-1) in the innermost thing, which ends with its own.
func (s *scanner) nest(a atom.Atom, by int) {
	last := len(s.things) - 1
	if last < 0 || s.things[last].name != a {
		return
	}
	if s.things[last].nested += by; s.things[last].nested < 0 {
		s.things = s.things[:last]
	}
}

func (s *scanner) ofPublisher() bool {
	return len(s.things) > 0 && s.things[len(s.things)-1].of == "publisher"
}

// marks reads what the attributes of an element say of what it holds.
func (s *scanner) marks(a atom.Atom) {
	m := s.attrs(true)
	p := m["itemprop"]
	if p != "" && m["content"] != "" {
		s.set(p, m["content"])
	}
	if _, ok := m["itemscope"]; ok && len(s.things) < deepest {
		s.things = append(s.things, thing{of: p, name: a})
	}
	if a == s.printed.marked || !s.printed.full() && marksAuthor(m) {
		s.printed.mark(a)
	}
}

func (f *facts) set(key, value string) {
	key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
	if _, ok := f.meta[key]; !ok && key != "" && value != "" {
		f.meta[key] = value
	}
}
