package name

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form in which names are compared: compatibility decomposition (NFKD), marks dropped, lower
// case without regard to locale (İ, I, ı and i all give "i"), letters that NFKD leaves whole spelled out (ə→a,
// ł→l, ø→o, ß→ss), apostrophes and the marks for ayn and hamza dropped, and every other run of characters that
// are neither letters nor digits one blank. Letters of other scripts stay, in lower case.
//
// Fold(Fold(s)) == Fold(s).
func Fold(s string) string { return string(appendFold(make([]byte, 0, len(s)+4), s)) }

// appendFold appends the folded form of s to dst, without leading or trailing blanks of its own.
func appendFold(dst []byte, s string) []byte {
	start, gap := len(dst), false
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		if dropped(r) {
			continue
		}
		mark := len(dst)
		if gap && mark > start {
			dst = append(dst, ' ')
		}
		at := len(dst)
		dst = appendFoldRune(dst, r)
		if len(dst) == at { // no letter or digit: a separator, or a mark that folds to nothing
			dst = dst[:mark]
			gap = gap || !unicode.In(r, unicode.Mn, unicode.Me)
			continue
		}
		gap = false
	}
	return dst
}

// foldTable holds the folded form of every code point below its length; built once from NFKD and whole.
var foldTable = func() (t [0x250]string) {
	for r := range t {
		t[r] = string(decompose(nil, rune(r)))
	}
	return t
}()

// appendFoldRune appends the letters and digits r folds to; nothing when it has none.
func appendFoldRune(dst []byte, r rune) []byte {
	if r < rune(len(foldTable)) {
		return append(dst, foldTable[r]...)
	}
	return decompose(dst, r)
}

func decompose(dst []byte, r rune) []byte {
	if s, ok := whole[unicode.ToLower(r)]; ok {
		return append(dst, s...)
	}
	var buf [utf8.UTFMax]byte
	s := buf[:utf8.EncodeRune(buf[:], r)]
	if d := norm.NFKD.Properties(s).Decomposition(); d != nil {
		s = d
	}
	for len(s) > 0 {
		c, n := utf8.DecodeRune(s)
		s = s[n:]
		c = unicode.ToLower(c)
		switch w, ok := whole[c]; {
		case ok:
			dst = append(dst, w...)
		case unicode.IsLetter(c) && !unicode.Is(unicode.Lm, c) || unicode.IsNumber(c):
			dst = utf8.AppendRune(dst, c)
		}
	}
	return dst
}

// whole spells out the letters that Unicode does not decompose. The schwa is written "a" by most English
// copy ("Vaqif Dərgahlı" is printed Vagif Dargahli); the edit model of matching/variant knows it as e too.
var whole = map[rune]string{
	'ə': "a", 'ǝ': "a", 'ı': "i", 'ł': "l", 'ø': "o", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'đ': "d", 'ð': "d", 'þ': "th",
	'ħ': "h", 'ŋ': "n", 'ŧ': "t", 'ɨ': "i", 'ʉ': "u", 'ɛ': "e", 'ɔ': "o", 'ƙ': "k", 'ɗ': "d", 'ɓ': "b", 'ƴ': "y",
	'ĸ': "k", 'ǥ': "g", 'ƶ': "z", 'ƀ': "b", 'ɵ': "o", 'ɣ': "g", 'ʔ': "", 'ʕ': "",
}

// dropped reports the characters that vanish inside a word instead of parting it: apostrophes of every
// make, the half rings for ayn and hamza, trade marks, soft hyphens and other invisible characters.
func dropped(r rune) bool {
	switch r {
	case '\'', '`', '´', '‘', '’', '‛', '′', '‵', 'ʹ', 'ʺ', 'ʻ', 'ʼ', 'ʽ', 'ʾ', 'ʿ', 'ˈ', '＇', '™', '℠':
		return true
	}
	return r >= 0xAD && unicode.Is(unicode.Cf, r)
}
