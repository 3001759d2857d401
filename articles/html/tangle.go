package html

import (
	"bytes"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Tangled reports a page of which the parser would make far more than the page holds. The rules of HTML let a page of
// some kilobytes do that in two ways, and neither is seen in its size or in the number of its tags:
//   - elements that set letters ("<b>", "<font>") and are never closed are opened again in every block that follows: 12 KB
//     with 480 of them took 18 s and 3 GB;
//   - where tags mean nothing ("word </div> word </div> …") the text between them is one text, which the parser writes
//     anew for every tag: 256 KB took 2 s, and four times as much 30 s.
func Tangled(page string) bool {
	var t tangle
	z := html.NewTokenizer(bytes.NewReader([]byte(page)))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return t.tooMuch()
		}
		raw := z.Raw()
		switch kind {
		case html.TextToken:
			t.text(raw)
		case html.StartTagToken, html.SelfClosingTagToken:
			t.start(atomOf(z), raw)
		case html.EndTagToken:
			t.end(atomOf(z))
		}
	}
}

// The bounds on a page that is parsed. Of the pages of the benchmark none comes to a tenth of them.
const (
	mostCopied = 128 << 20 // bytes of text written anew: 0.2 s
	mostCloned = 20_000    // elements opened again: 0.4 s with what reads them
)

// tangle counts, tag by tag, the most that the parser can add to a page. It knows only what is needed to be sure of that:
// a real page may come to more than the parser makes of it, but hardly ever to much more.
type tangle struct {
	run    int // bytes of text since an element began that parts it from the text before
	copied int

	open   []setting // elements that set letters and are open, as the parser keeps them
	due    bool      // a block began or ended since the last text: what is open is opened again
	cloned int

	choosing bool // in a <select>, or in a set of frames, where most tags mean nothing
}

// setting is an open element that sets letters.
type setting struct {
	name atom.Atom
	raw  string
}

func (t *tangle) tooMuch() bool { return t.copied > mostCopied || t.cloned > mostCloned }

// letters are the elements that the parser opens again.
var letters = tags(atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike,
	atom.Strong, atom.Tt, atom.U)

// vain elements mean nothing in some places of a page, or stand elsewhere than the text around them.
var vain = tags(atom.Html, atom.Head, atom.Body, atom.Frameset, atom.Frame, atom.Noframes, atom.Caption, atom.Col, atom.Colgroup,
	atom.Tbody, atom.Tfoot, atom.Thead, atom.Tr, atom.Td, atom.Th, atom.Form, atom.Input, atom.Script, atom.Style, atom.Template,
	atom.Base, atom.Link, atom.Meta, atom.Title)

func (t *tangle) text(raw []byte) {
	t.copied += t.run
	t.run += len(raw)
	if t.due && len(bytes.TrimSpace(raw)) > 0 {
		t.again()
	}
}

// again counts what is opened again behind the edge of a block.
func (t *tangle) again() {
	t.cloned += len(t.open)
	t.due = false
}

func (t *tangle) start(name atom.Atom, raw []byte) {
	switch {
	case name == atom.Select || name == atom.Frameset:
		t.choosing = true
	case t.choosing && name != atom.Option && name != atom.Optgroup:
	case !vain[name]:
		t.run = 0
	}
	if !letters[name] {
		t.due = true
		return
	}
	if name == atom.A || name == atom.Nobr {
		t.close(name) // one link closes the other
	}
	if t.due {
		t.again()
	}
	t.set(name, raw)
}

// set keeps an element that sets letters, as the standard says: of those that are alike no more than three.
func (t *tangle) set(name atom.Atom, raw []byte) {
	same := 0
	for _, s := range t.open {
		if s.raw == string(raw) {
			same++
		}
	}
	if same < 3 && len(t.open) < deepestOpen {
		t.open = append(t.open, setting{name, string(raw)})
	}
}

// deepestOpen is how deep the parser follows elements inside each other.
const deepestOpen = 512

func (t *tangle) end(name atom.Atom) {
	if name == atom.Select {
		t.choosing = false
	}
	if letters[name] {
		t.close(name)
		return
	}
	t.due = true
}

// close forgets the last element of a name that is open.
func (t *tangle) close(name atom.Atom) {
	for i := len(t.open) - 1; i >= 0; i-- {
		if t.open[i].name == name {
			t.open = append(t.open[:i], t.open[i+1:]...)
			return
		}
	}
}
