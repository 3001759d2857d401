package html

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"
)

// moments are the <time> elements of a page. One that stands at the headline says when the story was published; others belong to
// the page, to comments and to other stories.
type moments struct {
	all      []moment
	heads    []place // where the headline stands: pages name it in their menu as well
	now      place
	articles int // <article> elements begun
	open     int // of them, how many are open
}

type moment struct {
	place
	when    string
	marked  bool // the page says that it is the publication
	changed bool // it says that it is a change
	full    bool // it shows its year, as no list of other stories does
}

// place is how far a page is read: the stretches of text and their bytes, and the number of the <article> at hand, 0 outside.
type place struct{ pieces, size, article int }

// Bounds on what is kept of a page that lists thousands of stories.
const (
	mostMoments = 400
	mostHeads   = 8
)

// How far from the headline a moment of the story stands: further down the story has begun, or another one.
const (
	piecesBelow = 30
	bytesBelow  = 1000
	piecesAbove = 6
)

func (m *moments) text(raw []byte) {
	if raw = bytes.TrimSpace(raw); len(raw) > 0 {
		if last := len(m.all) - 1; last >= 0 && m.now == m.all[last].place {
			m.all[last].full = showsYear(raw) // the text right behind the tag
		}
		m.now.pieces++
		m.now.size += len(raw)
	}
}

// showsYear reports a number of four digits in a short text.
func showsYear(raw []byte) bool {
	digits := 0
	for _, c := range raw[:min(len(raw), longestMoment)] {
		if digits++; c < '0' || c > '9' {
			digits = 0
		}
		if digits == 4 {
			return true
		}
	}
	return false
}

// longestMoment is how many bytes of a moment's text are looked at: "Wednesday, 24 September 2031, 12:20".
const longestMoment = 64

func (m *moments) start(a atom.Atom) {
	if a == atom.Article {
		m.articles++
		m.open++
		m.now.article = m.articles
	}
}

func (m *moments) end(a atom.Atom) {
	if a == atom.Article && m.open > 0 {
		if m.open--; m.open == 0 {
			m.now.article = 0
		}
	}
}

// headline notes that the headline stands here.
func (m *moments) headline() {
	if len(m.heads) < mostHeads {
		m.heads = append(m.heads, m.now)
	}
}

func (m *moments) add(when string, marked, changed bool) {
	if len(m.all) < mostMoments {
		m.all = append(m.all, moment{place: m.now, when: when, marked: marked, changed: changed})
	}
}

// atHeadline gives the moment that stands below the headline, one that is marked as the publication before any other, and that of a
// change after all. A page
// whose headline was not met has but one chance: its first moment.
func (m *moments) atHeadline() (found string, marked bool) {
	change := ""
	for _, t := range m.all {
		switch below := t.below(m.heads); {
		case below && t.marked:
			return t.when, true
		case !below && len(m.heads) > 0:
		case t.changed:
			change = first(change, t.when)
		default:
			found = first(found, t.when)
		}
	}
	return first(found, change), false
}

func (t moment) below(heads []place) bool {
	for _, h := range heads {
		if far := t.pieces - h.pieces; far >= 0 && far <= piecesBelow && t.size-h.size <= bytesBelow {
			return true
		}
	}
	return false
}

// perhaps gives a moment that can be the publication where a page says nothing else: the last one close above the headline, or
// one in the same <article>, as at its end. Above and outside of it one counts that shows its year and has an hour: the day of the
// page has none. Others are of no use: they are those of the page and of other stories.
func (m *moments) perhaps() string {
	found := ""
	for _, t := range m.all {
		for _, h := range m.heads {
			switch far := h.pieces - t.pieces; {
			case t.article != h.article && !(t.full && strings.Contains(t.when, ":")):
			case far > 0 && far <= piecesAbove:
				found = t.when
			case found == "" && t.article > 0 && t.article == h.article:
				found = t.when
			}
		}
	}
	return found
}
