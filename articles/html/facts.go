package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts is what a page says of itself, gathered in one pass over its tokens, so that a page which cannot be
// parsed still has its headline and date.
type facts struct {
	meta      map[string]string // first content by lower-case name, property or itemprop
	title     string            // <title>
	h1        string            // the only <h1>; "" if there are several
	canonical string
	savedFrom string // the address a browser noted when it saved the page
	language  string
	times     []string // datetime of <time> elements that say they are the publication, else of the first one
	json      []string // JSON-LD scripts
	below     []string // the first lines of text below the headline, where pages print the date

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

// scanner carries where in the page the pass is.
type scanner struct {
	*facts
	z        *html.Tokenizer
	in       atom.Atom // title, h1 or a JSON-LD script whose text is being read
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
	s.tangle.text(s.z.Raw())
	if s.inP {
		s.paragraphBytes += len(s.z.Raw())
	}
	if s.in == 0 && !s.hidden && s.h1s > 0 && len(s.below) < linesBelow {
		if line := oneLine(string(s.z.Text())); line != "" {
			s.below = append(s.below, line)
		}
		return
	}
	switch s.in {
	case atom.Title:
		s.titleText.Write(s.z.Text())
	case atom.H1:
		s.h1Text.Write(s.z.Text())
	case atom.Script:
		if raw := s.z.Raw(); s.jsonSize+len(raw) <= mostJSON {
			s.jsonSize += len(raw)
			s.json = append(s.json, string(raw))
		}
	}
}

// comment reads <!-- saved from url=(0042)https://… --> as browsers write it.
func (s *scanner) comment() {
	c := string(s.z.Raw())
	if i := strings.Index(c, "saved from url=("); i >= 0 && s.savedFrom == "" {
		if _, address, ok := strings.Cut(c[i:], ")"); ok {
			s.savedFrom = strings.TrimSpace(strings.TrimSuffix(address, "-->"))
		}
	}
}

func (s *scanner) start() {
	name, more := s.z.TagName()
	a := atom.Lookup(name)
	s.elements++
	s.tangle.start(a, s.z.Raw())
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
	case atom.Meta, atom.Link, atom.Time, atom.Html, atom.Script:
		s.attributes(a, more)
		return
	}
	if more {
		s.itemprop()
	}
}

func (s *scanner) end(a atom.Atom) {
	s.tangle.end(a)
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
	}
}

// time keeps a moment that the page marks as that of publication, and otherwise the first one only: the later
// ones belong to comments and to links to other stories.
func (s *scanner) time(m map[string]string) {
	when := strings.TrimSpace(m["datetime"])
	if when == "" {
		return
	}
	_, pubdate := m["pubdate"]
	if pubdate || strings.EqualFold(m["itemprop"], "datePublished") || strings.Contains(strings.ToLower(m["class"]), "publish") {
		s.set("datepublished", when)
	} else if len(s.times) == 0 && !strings.Contains(strings.ToLower(m["class"]+m["itemprop"]), "modif") {
		s.times = append(s.times, when)
	}
}

func (s *scanner) itemprop() {
	m := s.attrs(true)
	if p := m["itemprop"]; p != "" && m["content"] != "" {
		s.set(p, m["content"])
	}
}

func (f *facts) set(key, value string) {
	key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
	if _, ok := f.meta[key]; !ok && key != "" && value != "" {
		f.meta[key] = value
	}
}
