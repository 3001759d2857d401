package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// box is a piece of one run on one line: bytes [from,to) of the run's text, and what is drawn for them.
type box struct {
	pos      fyne.Position
	size     fyne.Size
	run      int
	from, to int
	shown    string
}

// flow is a layout of runs at a width.
type flow struct {
	width, height float32
	boxes         []box
	widths        map[wordKey]float32
}

type wordKey struct {
	word  string
	style fyne.TextStyle
	size  float32
}

const (
	// leading is the height of a line in heights of its letters.
	leading = 1.12
	// paragraphGap is the space that a blank line opens, in heights of a line.
	paragraphGap = 0.55
	// longestWord is the number of bytes after which a word without end is broken.
	longestWord = 64
)

// lay breaks the runs into lines no wider than width. It is linear in the text; words already measured are
// looked up.
func (f *flow) lay(runs []Run, width float32) {
	f.width, f.height, f.boxes = width, 0, f.boxes[:0]
	if width <= 0 {
		return
	}
	if f.widths == nil || len(f.widths) > 50000 {
		f.widths = map[wordKey]float32{}
	}
	l := liner{flow: f}
	for i := range runs {
		l.run(i, &runs[i])
	}
	f.height = l.y + l.highest
}

// liner is the writing hand: where it is, and the box it is filling.
type liner struct {
	flow       *flow
	x, y       float32
	lineHeight float32 // of the run at hand
	highest    float32 // of the line so far
	breaks     int     // line breaks since the last word
	style      fyne.TextStyle
	size       float32
	open       box
	words      strings.Builder
}

func (l *liner) run(i int, r *Run) {
	l.style, l.size = r.Style, textSize(r.Size)
	l.lineHeight = fyne.MeasureText("Mg", l.size, fyne.TextStyle{}).Height * leading
	l.begin(i, 0)
	for at := 0; at < len(r.Text); {
		end, kind := nextPiece(r.Text, at)
		l.put(r.Text[at:end], at, kind)
		at = end
	}
	l.flush(len(r.Text))
}

// begin opens a box at byte at of run i.
func (l *liner) begin(i, at int) {
	l.open = box{pos: fyne.NewPos(l.x, l.y), run: i, from: at}
	l.words.Reset()
}

// flush closes the open box at byte end.
func (l *liner) flush(end int) {
	if l.words.Len() == 0 {
		l.open.from = end
		return
	}
	l.open.to, l.open.shown = end, l.words.String()
	l.open.size = fyne.NewSize(l.x-l.open.pos.X, l.lineHeight)
	l.flow.boxes = append(l.flow.boxes, l.open)
	l.begin(l.open.run, end)
}

func (l *liner) put(piece string, at int, kind pieceKind) {
	switch {
	case kind == breaking:
		l.flush(at)
		l.breakLine()
		l.begin(l.open.run, at+len(piece))
		return
	case kind == blank && l.x == 0:
		l.begin(l.open.run, at+len(piece)) // a line does not begin with a blank
		return
	}
	shown := Visible(piece)
	w := l.measure(shown)
	if half := middle(piece); kind == word && w > l.flow.width && half > 0 {
		l.put(piece[:half], at, word) // wider than the whole line
		l.put(piece[half:], at+half, word)
		return
	}
	if l.x > 0 && l.x+w > l.flow.width && kind == word {
		l.flush(at)
		l.newLine()
		l.begin(l.open.run, at)
	}
	l.words.WriteString(shown)
	l.x += w
	l.highest = max(l.highest, l.lineHeight)
	if kind == word {
		l.breaks = 0
	}
}

// middle is the edge of a character near the middle of a word, 0 for a word of one character.
func middle(word string) int {
	for i := len(word) / 2; i > 0; i-- {
		if utf8.RuneStart(word[i]) {
			return i
		}
	}
	return 0
}

// newLine goes to the beginning of the next line, below the highest letters of this one.
func (l *liner) newLine() {
	if l.highest == 0 {
		l.highest = l.lineHeight // an empty line
	}
	l.x, l.y, l.highest = 0, l.y+l.highest, 0
}

// breakLine moves to the next line; a second break in a row opens a paragraph, further ones do nothing.
func (l *liner) breakLine() {
	l.breaks++
	switch l.breaks {
	case 1:
		l.newLine()
	case 2:
		l.y += l.lineHeight * paragraphGap
	}
}

func (l *liner) measure(shown string) float32 {
	k := wordKey{shown, l.style, l.size}
	w, ok := l.flow.widths[k]
	if !ok {
		w = fyne.MeasureText(shown, l.size, l.style).Width
		l.flow.widths[k] = w
	}
	return w
}

type pieceKind uint8

const (
	word pieceKind = iota
	blank
	breaking
)

// nextPiece gives the end of the piece of text at byte at: a word, a stretch of blanks, or one line break. A
// no-break space is part of a word.
func nextPiece(text string, at int) (end int, kind pieceKind) {
	kind, size := pieceOf(text[at:])
	end = at + size
	if kind == breaking {
		return end, kind
	}
	for end < len(text) && end-at < longestWord {
		k, n := pieceOf(text[end:])
		if k != kind {
			break
		}
		end += n
	}
	return end, kind
}

func pieceOf(s string) (pieceKind, int) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == '\n' || r == '\u2029' || r == '\u2028' || r == '\u0085':
		return breaking, n
	case r == '\u00a0' || r == '\u202f':
		return word, n
	case unicode.IsSpace(r):
		return blank, n
	default:
		return word, n
	}
}
