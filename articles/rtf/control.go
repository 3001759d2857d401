package rtf

import (
	"bytes"
	"strconv"
	"unicode/utf16"
)

// control reads what follows a backslash.
func (p *parser) control() {
	if p.at >= len(p.raw) {
		return
	}
	c := p.raw[p.at]
	if !isLetter(c) {
		p.at++
		p.symbol(c)
		return
	}
	start := p.at
	for p.at < len(p.raw) && isLetter(p.raw[p.at]) && p.at-start < 32 {
		p.at++
	}
	word := string(p.raw[start:p.at])
	n, given := p.number()
	if p.at < len(p.raw) && p.raw[p.at] == ' ' {
		p.at++
	}
	p.word(word, n, given)
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// number reads the digits that a control word may end with.
func (p *parser) number() (n int, given bool) {
	start := p.at
	if p.at < len(p.raw) && p.raw[p.at] == '-' {
		p.at++
	}
	for p.at < len(p.raw) && p.raw[p.at] >= '0' && p.raw[p.at] <= '9' && p.at-start < 10 {
		p.at++
	}
	n, err := strconv.Atoi(string(p.raw[start:p.at]))
	if err != nil && p.at == start+1 && p.raw[start] == '-' {
		p.at = start // a minus sign that begins no number is text
	}
	return n, err == nil
}

// symbol reads a control symbol: one character that is no letter.
func (p *parser) symbol(c byte) {
	switch c {
	case '\'':
		if p.at+2 <= len(p.raw) {
			if v, err := strconv.ParseUint(string(p.raw[p.at:p.at+2]), 16, 8); err == nil {
				p.at += 2
				p.byte(byte(v))
			}
		}
	case '\\', '{', '}':
		p.byte(c)
	case '~':
		p.rune('\u00a0')
	case '_':
		p.rune('\u2011')
	case '\r', '\n':
		p.endParagraph()
	case '*':
		p.flush()
		p.optional()
	}
}

// optional reads the word after \*: a destination that readers which do not know it skip. The Unicode half of \upr is
// known, and shapes, of which a box may hold text.
func (p *parser) optional() {
	for p.at < len(p.raw) && (p.raw[p.at] == ' ' || p.raw[p.at] == '\r' || p.raw[p.at] == '\n') {
		p.at++
	}
	const unicodeHalf = `\ud`
	if end := p.at + len(unicodeHalf); end < len(p.raw) && string(p.raw[p.at:end]) == unicodeHalf && !isLetter(p.raw[end]) {
		p.at = end
		if len(p.stack) > 1 {
			p.now.into = p.stack[len(p.stack)-2].into
		}
		return
	}
	if p.now.into == toText && bytes.HasPrefix(p.raw[p.at:], []byte(`\shpinst`)) {
		p.now.into = toShape
		return
	}
	p.now.into = toNothing
}

// destinations are the groups whose characters are not the text.
var destinations = map[string]destination{
	"fonttbl": toFonts, "title": toTitle, "author": toAuthor,
	"colortbl": toNothing, "stylesheet": toNothing, "info": toNothing, "pict": toNothing, "object": toNothing, "header": toNothing,
	"headerl": toNothing, "headerr": toNothing, "headerf": toNothing, "footer": toNothing, "footerl": toNothing, "footerr": toNothing,
	"footerf": toNothing, "footnote": toNothing, "annotation": toNothing, "atnid": toNothing, "atnauthor": toNothing, "fldinst": toNothing,
	"listtable": toNothing, "listoverridetable": toNothing, "revtbl": toNothing, "rsidtbl": toNothing, "themedata": toNothing,
	"colorschememapping": toNothing, "datastore": toNothing, "latentstyles": toNothing, "filetbl": toNothing, "generator": toNothing,
	"xmlnstbl": toNothing, "mmathPr": toNothing, "bkmkstart": toNothing, "bkmkend": toNothing, "listtext": toText, "nonshppict": toNothing, "shprslt": toNothing,
	"shppict": toNothing, "upr": toNothing, "tc": toNothing, "xe": toNothing, "pntext": toText, "falt": toNothing, "panose": toNothing,
	"subject": toNothing, "keywords": toNothing, "company": toNothing, "operator": toNothing, "doccomm": toNothing, "category": toNothing,
}

// printed are the control words that stand for a character.
var printed = map[string]rune{
	"tab": '\t', "line": '\n', "lquote": '‘', "rquote": '’', "ldblquote": '“', "rdblquote": '”', "emdash": '—', "endash": '–',
	"bullet": '•', "emspace": '\u2003', "enspace": '\u2002', "qmspace": '\u2005', "zwj": '\u200d', "zwnj": '\u200c', "ltrmark": '\u200e', "rtlmark": '\u200f',
}

// word obeys a control word.
func (p *parser) word(w string, n int, given bool) {
	if r, ok := printed[w]; ok {
		p.rune(r)
		return
	}
	if d, ok := destinations[w]; ok {
		p.flush()
		p.enter(d)
		return
	}
	switch w {
	case "shptxt":
		if p.now.into == toShape {
			p.now.into = toText
			p.endParagraph()
		}
	case "par", "sect", "page", "cell", "row", "nestcell", "nestrow", "column":
		p.endParagraph()
	case "u":
		p.unicode(n)
	case "uc":
		p.now.uc = min(max(n, 0), 16)
	case "bin":
		p.at = min(len(p.raw), p.at+max(n, 0))
	case "v", "deleted":
		p.flush()
		p.now.hidden = !given || n != 0
	default:
		p.encoding(w, n)
	}
}

// enter leads the characters of the group elsewhere. What is inside something skipped stays skipped, but for the
// title and the author inside the document's information.
func (p *parser) enter(d destination) {
	if p.now.into != toNothing || d == toTitle || d == toAuthor {
		p.now.into = d
	}
}

// encoding obeys the control words that name code pages and fonts.
func (p *parser) encoding(w string, n int) {
	switch w {
	case "plain":
		p.flush()
		p.now.hidden = false
	case "ansicpg":
		if name := codePage(n); name != "" {
			p.page = name
		}
	case "mac":
		p.page = "macintosh"
	case "pc", "pca":
		p.page = "ibm866"
	case "f":
		p.flush()
		if p.now.into == toFonts {
			p.font = n
		} else {
			p.now.font = n
		}
	case "fcharset":
		if p.now.into == toFonts && len(p.fonts) < 4096 {
			p.fonts[p.font] = charsets[n]
		}
	case "cpg":
		if p.now.into == toFonts && len(p.fonts) < 4096 {
			p.fonts[p.font] = codePage(n)
		}
	}
}

// unicode takes \uN: a UTF-16 unit as a signed number. The characters after it repeat it for old readers.
func (p *parser) unicode(n int) {
	unit := rune(uint16(n)) // #nosec G115: the unit wraps by definition
	high := p.high
	p.high = 0
	p.skip = 0
	switch {
	case high != 0 && utf16.IsSurrogate(unit) && utf16.DecodeRune(high, unit) != '\ufffd':
		p.put(string(utf16.DecodeRune(high, unit)))
	case utf16.IsSurrogate(unit) && unit < 0xDC00:
		p.high = high
		p.flush()
		p.high = unit
	default:
		p.high = high
		p.flush()
		p.put(string(unit)) // a lone second half becomes U+FFFD
	}
	p.skip = p.now.uc
}

// charsets are the code pages of \fcharset; those left out mean the document's own.
var charsets = map[int]string{
	77: "macintosh", 128: "shift_jis", 129: "euc-kr", 134: "gbk", 136: "big5", 161: "windows-1253", 162: "windows-1254",
	163: "windows-1258", 177: "windows-1255", 178: "windows-1256", 186: "windows-1257", 204: "windows-1251", 222: "windows-874",
	238: "windows-1250",
}

// codePage gives the WHATWG name of a code page of Windows, "" for one that is not known.
func codePage(n int) string {
	switch n {
	case 932:
		return "shift_jis"
	case 936:
		return "gbk"
	case 949:
		return "euc-kr"
	case 950:
		return "big5"
	case 866:
		return "ibm866"
	case 874:
		return "windows-874"
	case 10000:
		return "macintosh"
	case 65001:
		return "utf-8"
	}
	if n >= 1250 && n <= 1258 {
		return "windows-" + strconv.Itoa(n)
	}
	return ""
}
