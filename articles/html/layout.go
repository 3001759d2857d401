package html

import "bytes"

// The extractors know which parts of a page are its story, but they take trees apart and lose blanks on the way: of
// "<b>Summary</b> Studies show" trafilatura makes "SummaryStudies", and a page that it reads by its last resort comes out
// as one paragraph. Quotes must be word for word, so what stands between two letters is taken from the page itself.

// gap is what stands between two bytes that are no blanks.
type gap uint8

const (
	glued gap = iota
	blank
	line
	block
)

var gapText = [...]string{glued: "", blank: " ", line: "\n", block: "\n\n"}

// squeezed is a rendered text without its blanks, and the gap before each byte.
type squeezed struct {
	bytes []byte
	gaps  []gap
}

func squeeze(s string) squeezed {
	q := squeezed{bytes: make([]byte, 0, len(s)), gaps: make([]gap, 0, len(s))}
	due := glued
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\n':
			due = min(max(due, blank)+1, block)
		case c == ' ':
			due = max(due, blank)
		default:
			q.bytes, q.gaps = append(q.bytes, c), append(q.gaps, due)
			due = glued
		}
	}
	return q
}

const (
	// certain is how many bytes in a row two places must share to be the same beyond doubt.
	certain = 24
	// alike is how many bytes before such a place show that it is the same too.
	alike = 6
	// mostSearched bounds the work on a page made to defeat the search: bytes looked through. A story of which every
	// tenth word is none of the page's needs a hundredth of it.
	mostSearched = 512 << 20
)

// laidOut gives an extracted text with the blanks, line ends and blocks that the page has in the same places. Both are
// as render gives them, and so is the result. What the page does not hold word for word keeps its own.
func laidOut(text, page string) string {
	t, p := squeeze(text), squeeze(page)
	f := follower{t: t, p: p, at: -1}
	out := make([]byte, 0, len(text)+len(text)/16)
	for i, c := range t.bytes {
		if g := f.next(i); i > 0 {
			out = append(out, gapText[g]...)
		}
		out = append(out, c)
	}
	return string(out)
}

// follower walks through an extracted text and the page it was taken from, side by side.
type follower struct {
	t, p     squeezed
	at       int // place on the page of the byte of the text dealt with last
	lost     bool
	searched int // bytes of the page looked through
}

// next finds byte i of the text on the page and gives the gap before it.
func (f *follower) next(i int) gap {
	begins := f.t.gaps[i] != glued || i == 0 || f.at+1 < len(f.p.gaps) && f.p.gaps[f.at+1] != glued
	here := !f.lost && f.at+1 < len(f.p.bytes) && f.p.bytes[f.at+1] == f.t.bytes[i]
	switch {
	case here && (!begins || f.shares(i)):
		f.at++
		return f.p.gaps[f.at]
	case !begins && f.lost:
		return f.t.gaps[i]
	}
	if to := f.search(i); to >= 0 {
		g := f.between(i, to)
		f.at, f.lost = to, false
		return g
	}
	if here {
		f.at++
		return f.p.gaps[f.at]
	}
	f.lost = true
	return f.t.gaps[i]
}

// shares reports whether text and page go on alike for long, or to the end of a block of the text: behind it the page may
// well have something that the text leaves out.
func (f *follower) shares(i int) bool {
	t, p := f.t.bytes[i:], f.p.bytes[f.at+1:]
	for n := range min(certain, len(t)) {
		if n > 0 && f.t.gaps[i+n] == block {
			return true
		}
		if n == len(p) || t[n] != p[n] {
			return false
		}
	}
	return true
}

// search finds where the page goes on as the text does from i on, -1 if nowhere: behind the place reached if it can be.
func (f *follower) search(i int) int {
	if f.searched > mostSearched {
		return -1
	}
	f.searched += len(f.p.bytes)
	want := f.t.bytes[i:min(i+certain, len(f.t.bytes))]
	if k := bytes.Index(f.p.bytes[f.at+1:], want); k >= 0 {
		return f.at + 1 + k
	}
	if len(want) < certain {
		return -1
	}
	return bytes.Index(f.p.bytes, want)
}

// between is the gap before byte i of the text when it goes on at another place of the page than the one reached. Words
// that stand there too show that the text was there all along, and was followed in a copy of its beginning: a heading
// that the page's title or its table of contents has as well.
func (f *follower) between(i, to int) gap {
	n := min(alike, i, to)
	if n > 0 && bytes.Equal(f.t.bytes[i-n:i], f.p.bytes[to-n:to]) {
		return f.p.gaps[to]
	}
	if f.lost || to <= f.at {
		return max(f.t.gaps[i], f.p.gaps[to])
	}
	g := f.t.gaps[i]
	for k := f.at + 1; k <= to; k++ {
		g = max(g, f.p.gaps[k])
	}
	return g
}
