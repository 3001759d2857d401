package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Text that was written in UTF-8 and read as something else shows each sign that is not ASCII as two or three: “so” as
// â€œsoâ€. Whoever saves it so has made it valid UTF-8 again, and no detection of encodings can tell.

// misread is an encoding that UTF-8 was taken for.
type misread struct {
	page *charmap.Charmap
	// punctuation is how the first two bytes of “ ” ‘ ’ – — … look in it. With a third sign that makes one of them no text has
	// these two for themselves.
	punctuation string
	// accents is how the first byte of é ö ñ … looks; 0 where texts have it before such signs for itself.
	accents rune
}

var misreadings = []misread{
	{charmap.Windows1252, "â€", 'Ã'},
	{charmap.Windows1251, "вЂ", 0},
	{charmap.Windows1250, "â€", 0},
	{charmap.Macintosh, "‚Ä", 0},
}

// fewestAccents is how many misread accented letters prove the misreading where no misread punctuation does.
const fewestAccents = 2

// Once undoes a misreading of UTF-8 that was written down as UTF-8 a second time, and returns other texts as they are. A closing
// mark that lost its last byte on the way is put right too. Where several encodings explain it, the one that explains most does.
func Once(s string) string {
	var best *misread
	most := 0
	for i := range misreadings {
		if n := misreadings[i].proofs(s); n > most {
			best, most = &misreadings[i], n
		}
	}
	if best == nil {
		return s
	}
	return best.undo(s)
}

// proofs counts the signs that only a misreading explains; 0 says that it was none.
func (m *misread) proofs(s string) (n int) {
	for rest := s; ; {
		at := strings.Index(rest, m.punctuation)
		if at < 0 {
			break
		}
		rest = rest[at:]
		if _, size := m.whole(rest); size > 0 {
			n++
		}
		rest = rest[len(m.punctuation):]
	}
	if n == 0 && m.accents != 0 && m.accented(s) >= fewestAccents {
		return fewestAccents
	}
	return n
}

// accented counts misread letters up to the number that proves something. What follows Ã in a misread letter but stands behind
// the Ã of IRMÃ too, such as a closing mark, does not count.
func (m *misread) accented(s string) (n int) {
	for rest := s; n < fewestAccents; {
		at := strings.IndexRune(rest, m.accents)
		if at < 0 {
			break
		}
		rest = rest[at+utf8.RuneLen(m.accents):]
		if r, _ := utf8.DecodeRuneInString(rest); r > 0xa0 && r < 0xc0 && !strings.ContainsRune("«»·\u00ad¹²³", r) {
			n++
		}
	}
	return n
}

// undo gives s as it was before it was misread. A text that prints typographic signs as they are as well was misread in parts: there
// only what cannot be anything else is changed.
func (m *misread) undo(s string) string {
	parts := m.partly(s)
	var b strings.Builder
	b.Grow(len(s))
	for len(s) > 0 {
		if s[0] < utf8.RuneSelf {
			b.WriteByte(s[0])
			s = s[1:]
			continue
		}
		r, n := m.sign(s)
		if n > 0 && (!parts || m.unmistakable(s)) {
			b.WriteRune(r)
			s = s[n:]
			continue
		}
		_, n = utf8.DecodeRuneInString(s)
		b.WriteString(s[:n])
		s = s[n:]
	}
	return b.String()
}

// partly reports whether typographic signs stand in s that are no part of a misread one.
func (m *misread) partly(s string) bool {
	for len(s) > 0 {
		n := 1
		if s[0] >= utf8.RuneSelf {
			if _, n = m.sign(s); n == 0 {
				var r rune
				if r, n = utf8.DecodeRuneInString(s); strings.ContainsRune("“”„‘’–—…", r) {
					return true
				}
			}
		}
		s = s[n:]
	}
	return false
}

func (m *misread) unmistakable(s string) bool {
	if strings.HasPrefix(s, m.punctuation) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s)
	return m.accents != 0 && r == m.accents
}

// sign gives the character that the beginning of s was before it was misread, and how many bytes of s it takes; 0 if it is
// nothing misread.
func (m *misread) sign(s string) (rune, int) {
	if r, n := m.whole(s); n > 0 {
		return r, n
	}
	return m.cutClose(s)
}

// whole is sign for characters of which nothing was lost.
func (m *misread) whole(s string) (rune, int) {
	var raw [utf8.UTFMax]byte
	n, size := 0, 0
	for n < len(raw) && size < len(s) {
		r, w := utf8.DecodeRuneInString(s[size:])
		c, ok := m.page.EncodeRune(r)
		if !ok || c < utf8.RuneSelf || n > 0 && utf8.RuneStart(c) {
			break
		}
		raw[n] = c
		n++
		size += w
		if utf8.FullRune(raw[:n]) {
			break
		}
	}
	if r, w := utf8.DecodeRune(raw[:n]); n > 1 && w == n && unicode.In(r, inNews...) {
		return r, size
	}
	return 0, 0
}

// inNews are the characters that news is printed in. Signs that make one of another writing by chance, as in Spaß“, are no
// misread ones.
var inNews = []*unicode.RangeTable{
	unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Georgian, unicode.Arabic, unicode.Hebrew, unicode.P, unicode.Sc, unicode.So,
	unicode.Zs, unicode.Mn, unicode.No, unicode.Sm,
}

// cutClose reads a closing double mark whose last byte, 9D, means nothing in most encodings and was dropped or marked as damage.
func (m *misread) cutClose(s string) (rune, int) {
	rest, ok := strings.CutPrefix(s, m.punctuation)
	if !ok {
		return 0, 0
	}
	r, w := utf8.DecodeRuneInString(rest)
	switch {
	case r == utf8.RuneError && w == len("\ufffd"), r == '\u009d':
		return '”', len(m.punctuation) + w
	case rest == "", strings.ContainsRune(" \n\t.,;:!?)]'", r):
		return '”', len(m.punctuation)
	}
	return 0, 0
}
