package quotes

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"quotidian/articles/token"
)

// stretch is what stands between a pair of quotation marks, as token indices of the marks themselves.
type stretch struct {
	open  int32
	close int32 // the closing mark; the last token quoted when the mark is missing
	// closed is false when the paragraph ended before the mark did.
	closed bool
	// single marks a pair of single marks that stands in no double one.
	single bool
	// lost is set where the closing mark is missing because a paragraph began at the next opening one, though no line tells so.
	lost bool
}

// family tells which marks can close which.
type family uint8

const (
	doubles   family = iota // " “ ” „ ‟ ＂ '' `` ‘‘ ’’ ‘’ ,,
	singles                 // ' ‘ ’ ‚ ‛ ` ´
	guillemet               // « »
	angles                  // ‹ ›
	corners                 // 「 」
)

// leaning is the way a mark's shape points: straight ones point nowhere.
type leaning int8

const (
	either leaning = iota
	opens
	closes
)

// shape gives a mark's family and leaning. Curly marks lean by English use; „…“ and ”…” are read by position.
func shape(mark string) (family, leaning) {
	switch mark {
	case "''":
		return doubles, either
	case "``", "‘‘", "‘’", ",,":
		return doubles, opens
	case "’’":
		return doubles, closes
	}
	r, _ := utf8.DecodeRuneInString(mark)
	switch r {
	case '“', '‟', '„':
		return doubles, opens
	case '”':
		return doubles, closes
	case '‘', '‛', '‚', '`':
		return singles, opens
	case '’', '´':
		return singles, closes
	case '\'':
		return singles, either
	case '«', '»':
		return guillemet, either
	case '‹', '›':
		return angles, either
	case '「':
		return corners, opens
	case '」':
		return corners, closes
	}
	return doubles, either
}

// maxDepth bounds nesting; deeper marks are no prose and are passed over.
const maxDepth = 6

// pending is a mark that waits for its partner.
type pending struct {
	tok    int32
	family family
	// weak is a doubtful closer seen since ("the ministers' plan"), used when no better one comes; 0 for none.
	weak int32
	// repeated is set where a paragraph took the quotation up by repeating its mark.
	repeated bool
}

// pairer pairs the marks of one text in one pass with a stack. One bad mark never spoils the rest: at the end of
// a paragraph whatever is open is settled.
type pairer struct {
	text  string
	toks  []token.Token
	start []bool // token begins a paragraph
	stack [maxDepth]pending
	depth int
	out   []stretch
}

// pair finds the outermost quoted stretches of the text, in order.
func (p *pairer) pair() []stretch {
	n := int32(len(p.toks))
	for i := int32(0); i < n; i++ {
		if i > 0 && p.start[i] {
			p.endParagraph(i)
		}
		switch {
		case p.toks[i].Kind != token.Mark:
		default:
			p.mark(i)
		}
	}
	p.endParagraph(n)
	return outermost(p.out)
}

func (p *pairer) mark(i int32) {
	f, lean := shape(p.toks[i].In(p.text))
	if p.apostrophe(i, f) {
		return
	}
	left, right := p.freeLeft(i), p.freeRight(i)
	switch {
	case left && !right && p.closesLeft(i, f, lean):
		p.close(i, f)
	case left && !right:
		p.open(i, f)
	case right && !left:
		p.close(i, f)
	case (lean == opens || p.french(i)) && p.top(f) < 0:
		p.open(i, f)
	case p.top(f) >= 0:
		p.close(i, f)
	case !right:
		p.open(i, f)
	}
}

// closesLeft reports whether a mark that stands before a word as an opening one does closes all the same: its shape says so,
// or the blank was forgotten, "It stays,"Orlo said.
func (p *pairer) closesLeft(i int32, f family, lean leaning) bool {
	switch {
	case p.top(f) < 0 || f == guillemet || f == angles:
		return false
	case lean == closes:
		return true
	}
	return lean == either && p.behindComma(i)
}

// french reports whether a mark that stands between blanks opens as guillemets do in French: « Oui ».
func (p *pairer) french(i int32) bool {
	s := p.toks[i].In(p.text)
	return s == "«" || s == "‹"
}

// freeLeft reports whether nothing that could be quoted touches the mark on its left.
func (p *pairer) freeLeft(i int32) bool {
	if i == 0 || !p.toks[i].Has(token.Glued) {
		return true
	}
	switch t := p.toks[i-1]; t.Kind {
	case token.Punct:
		s := t.In(p.text)
		return s == "(" || s == "[" || s == "—" || s == "–" || s == "--" || s == ":" || s == "/" || s == "-" || p.behindComma(i)
	case token.Mark:
		return p.depth > 0 && p.stack[p.depth-1].tok == i-1
	}
	return false
}

// behindComma reports whether the mark stands without a blank between a comma and a word, as in `said,“We …`.
func (p *pairer) behindComma(i int32) bool {
	return i > 0 && p.toks[i-1].In(p.text) == "," && int(i)+1 < len(p.toks) && p.toks[i+1].Has(token.Glued) && p.toks[i+1].Kind == token.Word
}

// freeRight reports whether nothing that could be quoted touches the mark on its right.
func (p *pairer) freeRight(i int32) bool {
	if int(i)+1 == len(p.toks) || !p.toks[i+1].Has(token.Glued) {
		return true
	}
	switch t := p.toks[i+1]; t.Kind {
	case token.Punct:
		return !opensPhrase[t.In(p.text)] && !p.spacedDots(int(i)+1)
	case token.Mark:
		return p.depth > 1 || p.depth == 1 && p.toks[p.stack[0].tok].End != p.toks[i].Start
	}
	return p.toks[i+1].Has(token.Clitic)
}

// spacedDots reports whether token i is the first dot of ". . .".
func (p *pairer) spacedDots(i int) bool {
	return p.toks[i].In(p.text) == "." && i+1 < len(p.toks) && !p.toks[i+1].Has(token.Glued) && p.toks[i+1].In(p.text) == "."
}

// opensPhrase holds the signs that a quotation may begin with.
var opensPhrase = map[string]bool{
	"(": true, "[": true, "…": true, "...": true, "$": true, "#": true, "@": true, "¿": true,
	"¡": true, "€": true, "£": true,
}

// apostrophe reports whether a single mark is none: the end of a plural possessive with nothing open, or an
// elision (’90s, 'em).
func (p *pairer) apostrophe(i int32, f family) bool {
	if f != singles {
		return f == doubles && p.contracts(i)
	}
	if !p.freeLeft(i) {
		return p.top(singles) < 0
	}
	if int(i)+1 >= len(p.toks) || !p.toks[i+1].Has(token.Glued) {
		return p.top(singles) < 0
	}
	next := p.toks[i+1]
	if next.Kind == token.Number {
		s := next.In(p.text)
		return len(s) == 2 || len(s) == 3 && s[2] == 's'
	}
	return elided[next.In(p.text)]
}

// contracts reports whether a double mark stands for the apostrophe of a contraction: we don"t.
func (p *pairer) contracts(i int32) bool {
	if i == 0 || int(i)+1 >= len(p.toks) || !p.toks[i].Has(token.Glued) || !p.toks[i+1].Has(token.Glued) || p.toks[i-1].Kind != token.Word {
		return false
	}
	switch p.toks[i+1].In(p.text) {
	case "t", "s", "re", "ve", "ll", "d", "m":
		return true
	}
	return false
}

// elided are words that lose their beginning to an apostrophe.
var elided = map[string]bool{
	"em": true, "til": true, "tis": true, "twas": true, "n": true, "cause": true, "bout": true,
	"round": true, "Tis": true, "Twas": true, "Til": true, "70s": true, "80s": true, "90s": true,
}

// top gives the stack level of the nearest open mark of a family, -1 for none.
func (p *pairer) top(f family) int {
	for k := p.depth - 1; k >= 0; k-- {
		if p.stack[k].family == f {
			return k
		}
	}
	return -1
}

func (p *pairer) open(i int32, f family) {
	if k := p.top(f); k >= 0 && p.start[i] {
		return // a quotation of several paragraphs repeats its opening mark
	}
	p.joinLost(i, f)
	if f == singles || p.restarts() {
		p.settleWeak()
	}
	if p.depth < maxDepth {
		p.stack[p.depth] = pending{tok: i, family: f}
		p.depth++
	}
}

// joinLost closes a quotation before the mark at token i that opens its next paragraph, where the text lost its lines: “We stay. “We stay on,”
// she said.
func (p *pairer) joinLost(i int32, f family) {
	if f != doubles || p.depth != 1 || p.stack[0].family != doubles || i < p.stack[0].tok+leastLost || int(i)+1 >= len(p.toks) {
		return
	}
	first := p.stack[0].tok
	if p.toks[first].In(p.text) != p.toks[i].In(p.text) || !p.endsInside(i-1) || p.toks[i].Has(token.Glued) || !p.toks[i+1].Has(token.Capital) {
		return
	}
	if p.toks[first+1].Has(token.Capital) && p.begins(first) {
		p.unclosed(first, i)
	} // else a word in marks that were never closed
	p.depth = 0
}

// unclosed ends the quotation that opens at token first and was never closed before token i, where another one opens: with its paragraph, or,
// where that would be longer than paragraphs in quotation marks are, with its first sentence, since what follows may be anybody's words.
func (p *pairer) unclosed(first, i int32) {
	last := i - 1
	if last-first > mostLost {
		last = first + leastLost
		for last < i-1 && !p.endsSentence(last) {
			last++
		}
	}
	p.out = append(p.out, stretch{open: first, close: last, lost: int(i) < len(p.toks) && !p.start[i]})
}

// endsInside reports whether a sentence ends at token i, or before the single marks that close at it: ‘We stay.’
func (p *pairer) endsInside(i int32) bool {
	for i > 0 && p.toks[i].Kind == token.Mark && p.toks[i].Has(token.Glued) {
		if f, _ := shape(p.toks[i].In(p.text)); f != singles {
			return false
		}
		i--
	}
	return p.endsSentence(i)
}

// begins reports whether a mark can open an utterance: at the beginning of a paragraph or sentence, or behind a colon or comma.
func (p *pairer) begins(i int32) bool {
	if i == 0 || p.start[i] || p.endsSentence(i-1) || p.toks[i-1].Kind == token.Mark {
		return true
	}
	s := p.toks[i-1].In(p.text)
	return s == ":" || s == ","
}

// leastLost is the fewest tokens of a paragraph in quotation marks whose closing mark stands in a later one.
const leastLost = 6

// mostLost is the most tokens of a paragraph in quotation marks that is taken whole though its closing mark is missing.
const mostLost = 85

func (p *pairer) close(i int32, f family) {
	k := p.top(f)
	if k < 0 {
		return
	}
	if f == singles && p.doubtful(i) {
		if w := p.stack[k].weak; w == 0 || !p.sentenceIn(w, i) {
			p.stack[k].weak = i
		}
		return
	}
	if t := p.stack[k]; t.weak > 0 && !p.begins(t.tok) && p.sentenceIn(t.weak, i) {
		i = t.weak // a ‘cast of thousands’ played. “We stay,’ he said
	}
	p.emit(p.stack[k].tok, i, f)
	p.depth = k
}

// sentenceIn reports whether a sentence ends between two tokens, so that no few words in marks hold both.
func (p *pairer) sentenceIn(from, to int32) bool {
	for i := from + 1; i < to; i++ {
		if p.endsSentence(i) && !p.toks[i+1].Has(token.Glued) {
			return true
		}
	}
	return false
}

// doubtful reports whether a single mark after a word may be a plural's apostrophe: "the ministers’ plan".
func (p *pairer) doubtful(i int32) bool {
	prev := p.toks[i-1]
	if prev.Kind != token.Word || int(i)+1 == len(p.toks) || p.start[i+1] {
		return false
	}
	s := prev.In(p.text)
	return (s[len(s)-1] == 's' || s[len(s)-1] == 'S') && p.toks[i+1].Kind == token.Word
}

// restarts reports whether a sentence begins right behind the doubtful closer of the single quotation on top of the stack, as the text does
// behind a heading in single marks: ‘We met the ministers’ Two weeks ago.
func (p *pairer) restarts() bool {
	if p.depth == 0 {
		return false
	}
	t := p.stack[p.depth-1]
	return t.weak > 0 && p.toks[t.weak+1].Has(token.Capital)
}

// settleWeak closes the single quotation on top of the stack at its doubtful closer, if it has one.
func (p *pairer) settleWeak() {
	if p.depth == 0 {
		return
	}
	if t := p.stack[p.depth-1]; t.family == singles && t.weak > 0 {
		p.emit(t.tok, t.weak, singles)
		p.depth--
	}
}

func (p *pairer) emit(open, close int32, f family) {
	if close > open+1 {
		p.out = append(p.out, stretch{open: open, close: close, closed: true, single: f == singles})
	}
}

// endParagraph settles what is open before token i, which begins a paragraph or ends the text: a quotation goes
// on when the new paragraph repeats an opening mark of its family, and is given up otherwise.
func (p *pairer) endParagraph(i int32) {
	p.settleWeak()
	if p.depth == 0 {
		return
	}
	if k := p.goesOn(i); k >= 0 {
		p.depth = k + 1
		p.stack[k].repeated = p.toks[i].Kind == token.Mark
		return
	}
	t := p.stack[0]
	alone := len(p.out) == 0 || p.out[len(p.out)-1].open < t.tok
	if alone && t.family != singles && p.endsSentence(i-1) {
		p.unclosed(t.tok, i)
	}
	p.depth = 0
}

// goesOn gives the level of the quotation that the paragraph which begins at token i takes up, -1 for none: by repeating its
// opening mark, or by closing it. A mark of another style opens a quotation of its own.
func (p *pairer) goesOn(i int32) int {
	if int(i) >= len(p.toks) {
		return -1
	}
	if p.toks[i].Kind != token.Mark {
		return p.closedIn(i)
	}
	f, lean := shape(p.toks[i].In(p.text))
	k := p.top(f)
	if k < 0 || f == singles && !p.introduced(p.stack[k].tok) || lean == closes {
		return -1
	}
	first := p.stack[k].tok
	if f == singles && p.stack[k].weak == 0 {
		return k
	}
	if !p.start[first] && !p.led(first, i) || p.toks[first].In(p.text) != p.toks[i].In(p.text) {
		return -1
	}
	return k
}

// closedIn gives the level of the quotation that the paragraph which begins at token i, or one behind it, closes, -1 for none: the
// next double mark closes a sentence though nothing opened it, so the quotation's sentences were set as paragraphs without a mark
// before each. It has to begin as utterances do; one that repeated its mark before goes on with a mark only.
func (p *pairer) closedIn(i int32) int {
	if p.depth != 1 || p.stack[0].family != doubles || p.stack[0].repeated {
		return -1
	}
	if first := p.stack[0].tok; !p.begins(first) || !p.toks[first+1].Has(token.Capital) || !p.closesAhead(i) {
		return -1
	}
	return 0
}

// closesAhead reports whether the next double mark from token i on closes behind a stop or comma.
func (p *pairer) closesAhead(i int32) bool {
	const farthest = 300 // tokens
	for k := i; k < min(i+farthest, int32(len(p.toks))); k++ {
		if p.toks[k].Kind != token.Mark {
			continue
		}
		if f, lean := shape(p.toks[k].In(p.text)); f == doubles && !p.contracts(k) {
			return lean != opens && p.freeRight(k) && !p.freeLeft(k) && (p.endsInside(k-1) || p.toks[k-1].In(p.text) == ",")
		}
	}
	return false
}

// introduced reports whether a single mark, which may be an apostrophe, is sure to open an utterance: behind a colon, or at the
// beginning of its paragraph.
func (p *pairer) introduced(i int32) bool {
	return p.start[i] || i > 0 && p.toks[i-1].In(p.text) == ":"
}

// led reports whether the mark at token first, behind a colon or comma, opens a quotation whose sentence ends before token i: Orlo said: “We
// stay.
func (p *pairer) led(first, i int32) bool {
	if first == 0 || !p.endsSentence(i-1) {
		return false
	}
	before := p.toks[first-1].In(p.text)
	return before == ":" || before == ","
}

func (p *pairer) endsSentence(i int32) bool {
	switch p.toks[i].In(p.text) {
	case ".", "!", "?", "…", "...":
		return true
	}
	return false
}

// outermost drops stretches inside others, in order. One that was settled late, at a doubtful closer, comes behind those that opened after it.
func outermost(in []stretch) []stretch {
	slices.SortFunc(in, func(a, b stretch) int { return cmp.Compare(a.open, b.open) })
	out := in[:0]
	for _, s := range in {
		if len(out) == 0 || s.open > out[len(out)-1].close {
			out = append(out, s)
		}
	}
	return out
}
