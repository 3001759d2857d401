package pdf

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotidian/articles/masthead"
)

// How paragraphs are told from lines, in parts of a line's height or a block's width. Chosen on our own print-outs in
// testdata: a new paragraph is set in by an em or follows a short last line or a gap.
const (
	indent = 0.6
	gap    = 0.75
	short  = 0.88
	half   = 0.6  // a line of less, before one that goes far beyond it, ends there by intent
	margin = 0.09 // of the page, at its top and bottom, is where running heads and page numbers stand
)

var (
	digits     = regexp.MustCompile(`\d+`)
	pageNumber = regexp.MustCompile(`(?i)^[-–— ]*(?:page|seite|pagina|p\.)?[ ]*(?:\d{1,4}|[ivxl]{1,6})(?:[ ]*(?:/|of|von|de)[ ]*\d{1,4})?[-–— ]*$`)
	address    = regexp.MustCompile(`(?:https?|file)://[^\s]+`)
	printedAt  = regexp.MustCompile(`^\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}`)
)

// text gives the running text: paragraphs parted by an empty line.
func (d *document) text() string {
	d.dropFurniture()
	s := setter{compounds: d.compounds()}
	for _, b := range d.blocks {
		for i, p := range b.paragraphs() {
			s.paragraph(p, i == 0)
		}
	}
	return string(s.text)
}

// row is where a line stands: lines of one row stand side by side.
type row struct{ page, base int }

func rowOf(page int, l line) row { return row{page, int(math.Round(l.base))} }

// dropFurniture takes away the lines at the edges of pages that come again on other pages, page numbers, and what a
// browser prints around a page: when it was printed with the title beside it, and the address, which is kept.
func (d *document) dropFurniture() {
	pagesWith, printed := map[string]map[int]bool{}, map[row]bool{}
	d.eachEdgeLine(func(page int, l line) bool {
		key := digits.ReplaceAllString(l.text, "#")
		if pagesWith[key] == nil {
			pagesWith[key] = map[int]bool{}
		}
		pagesWith[key][page] = true
		if printedAt.MatchString(l.text) {
			printed[rowOf(page, l)] = true
		}
		return false
	})
	d.eachEdgeLine(func(page int, l line) bool {
		if at := address.FindString(l.text); at != "" && len(at)*2 > len(l.text) {
			if d.url == "" && strings.HasPrefix(at, "http") {
				d.url = at
			}
			return true
		}
		n := len(pagesWith[digits.ReplaceAllString(l.text, "#")])
		return pageNumber.MatchString(l.text) || printed[rowOf(page, l)] || n > 1 && (n > 2 || 2*n >= d.pages)
	})
}

// eachEdgeLine calls drop with every line in the top and bottom margins and takes away those it reports.
func (d *document) eachEdgeLine(drop func(page int, l line) bool) {
	kept := d.blocks[:0]
	for _, b := range d.blocks {
		height := d.heights[b.page]
		b.lines = slices.DeleteFunc(slices.Clone(b.lines), func(l line) bool {
			if l.base >= margin*height && l.top <= (1-margin)*height || !drop(b.page, l) {
				return false
			}
			d.furniture = append(d.furniture, l.text)
			return true
		})
		if len(b.lines) > 0 {
			kept = append(kept, b)
		}
	}
	d.blocks = kept
}

// compounds are the words that are printed with a hyphen inside a line: at a line's end they keep it.
func (d *document) compounds() map[string]bool {
	m := map[string]bool{}
	for _, b := range d.blocks {
		for _, l := range b.lines {
			for w := range strings.FieldsSeq(l.text) {
				if w = strings.Trim(w, `.,;:!?"“”‘’()`); strings.Contains(w, "-") {
					m[strings.ToLower(w)] = true
				}
			}
		}
	}
	return m
}

// paragraphs cuts a block at indents, gaps and short last lines.
func (b block) paragraphs() [][]line {
	left, right := b.lines[0].left, b.lines[0].right
	for _, l := range b.lines {
		left, right = min(left, l.left), max(right, l.right)
	}
	var out [][]line
	first := 0
	for i := range b.lines {
		if i > 0 && b.begins(i, first, left, right) {
			out = append(out, b.lines[first:i])
			first = i
		}
	}
	return append(out, b.lines[first:])
}

// begins reports whether line i begins a paragraph; the one at hand begins with line first.
func (b block) begins(i, first int, left, right float64) bool {
	prev, l := b.lines[i-1], b.lines[i]
	ended := endsSentence(prev.text)
	switch {
	case l.top-prev.base > gap*l.height(), masthead.Byline(prev.text) != "", endsEarly(prev, l, right-left):
		return true
	case bullet(l.text):
		return true
	case bullet(b.lines[first].text) && l.left > b.lines[first].left:
		return false // set in behind its bullet
	case l.left-left > indent*l.height() && prev.left-left <= indent*l.height():
		return true
	case prev.height() > 1.2*l.height() || l.height() > 1.2*prev.height():
		return true // a headline over the text
	}
	return ended && prev.right-left < short*(right-left)
}

// endsEarly reports whether a line ends where the first word of the next would have found place: a heading, a line of a table.
// Beside a picture all lines are short, and so is the next.
func endsEarly(prev, next line, width float64) bool {
	first, _ := utf8.DecodeRuneInString(next.text)
	return prev.right-prev.left < half*width && next.right-prev.right > (1-half)*width &&
		!unicode.IsLower(first) && !strings.HasSuffix(prev.text, ",") && !strings.HasSuffix(prev.text, "-")
}

// bullet reports whether a line begins with the sign of a point in a list.
func bullet(s string) bool {
	first, size := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("•◦▪■●‣∙·", first) && strings.HasPrefix(s[size:], " ")
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"”’»)`)
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":")
}

// setter sets paragraphs one below the other.
type setter struct {
	compounds map[string]bool
	text      []byte
	begun     int // where the paragraph at hand begins
}

// nearby is how much of a paragraph its next line is looked at with, in bytes: a word and more.
const nearby = 256

// end is the end of the paragraph at hand.
func (s *setter) end() string { return string(s.text[max(s.begun, len(s.text)-nearby):]) }

// paragraph sets the lines of one; the first of a block may go on where the one before stopped.
func (s *setter) paragraph(lines []line, first bool) {
	for i, l := range lines {
		switch {
		case i > 0 || first && len(s.text) > 0 && goesOn(s.end(), l.text):
			cut, between := joint(s.end(), l.text, s.compounds)
			s.text = append(append(s.text[:len(s.text)-cut], between...), l.text...)
		case len(s.text) > 0:
			s.text = append(s.text, "\n\n"...)
			s.begun = len(s.text)
			fallthrough
		default:
			s.text = append(s.text, l.text...)
		}
	}
}

// goesOn reports whether the paragraph of the next column or page continues the one before: that stops in the middle
// of a sentence, and this begins with a small letter.
func goesOn(before, after string) bool {
	first, _ := utf8.DecodeRuneInString(after)
	return unicode.IsLower(first) && !endsSentence(before)
}

// joint says how a line is put after the one before it: how many bytes of that give way, and what stands between the two.
// A word that the line end had parted is closed.
func joint(before, after string, compounds map[string]bool) (cut int, between string) {
	const soft, hyphen = "\u00ad", "\u2010"
	if strings.HasSuffix(before, soft) {
		return len(soft), ""
	}
	s, hyphened := strings.CutSuffix(before, "-")
	if !hyphened {
		s, hyphened = strings.CutSuffix(before, hyphen)
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	first, _ := utf8.DecodeRuneInString(after)
	if !hyphened || !unicode.IsLetter(last) || !unicode.IsLetter(first) {
		return 0, " "
	}
	head, tail := s[strings.LastIndexByte(s, ' ')+1:], after
	if i := strings.IndexByte(after, ' '); i >= 0 {
		tail = after[:i]
	}
	whole := strings.ToLower(strings.Trim(head+"-"+tail, `.,;:!?"“”‘’()`))
	if unicode.IsUpper(first) || compounds[whole] {
		return 0, ""
	}
	return len(before) - len(s), ""
}

// headline gives the first page's tallest lines when they are clearly taller than the text, else "".
func (d *document) headline() string {
	var heights []float64
	for _, b := range d.blocks {
		for _, l := range b.lines {
			heights = append(heights, l.height())
		}
	}
	if len(heights) < 3 {
		return ""
	}
	slices.Sort(heights)
	text := heights[len(heights)/2]
	var tall []string
	tallest := 0.0
	for _, b := range d.blocks {
		if b.page > 0 {
			break
		}
		for _, l := range b.lines {
			switch {
			case l.height() > 1.05*tallest:
				tallest, tall = l.height(), []string{l.text}
			case l.height() > 0.95*tallest:
				tall = append(tall, l.text)
			}
		}
	}
	if title := strings.Join(tall, " "); tallest > 1.25*text && len(title) < 250 {
		return title
	}
	return ""
}
