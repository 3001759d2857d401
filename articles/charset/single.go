package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// singles are the encodings of one byte a character that news was kept in, by script, the commoner first: among those
// that give the same text the first is named.
var singles = []string{
	"windows-1252", "windows-1251", "windows-1250", "windows-1254", "windows-1253", "windows-1256", "windows-1255", "iso-8859-2", "koi8-r",
	"koi8-u", "iso-8859-7", "iso-8859-5", "windows-1257", "ibm866", "macintosh", "x-mac-cyrillic", "windows-874", "windows-1258", "iso-8859-6", "iso-8859-8",
}

// alphabets are the letters beyond ASCII of languages in Latin script. A text has one language, so its letters come
// from one line.
var alphabets = []string{
	"àâæçéèêëîïôœùûü", "äöüßé", "áéíóúñüª", "ãáâàçéêíóôõúü", "àèéìíòóù", "ëïéèöüá", "åäöéü", "æøåéó", "áðéíóúýþæö", // fr de es pt it nl sv da is
	"ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîșțşţ", "čćđšž", "ëç", // pl cs sk hu ro hr sq
	"çğıöşüâîû", "çəğıöşü", "āčēģīķļņšūž", "ąčęėįšųūž", "äöõüšž", // tr az lv lt et
	"àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ\u0300\u0301\u0303\u0309\u0323", // vi
}

// pointing are the marks that newspapers print, and whether they open (what follows is a word), close, or either.
var pointing = map[rune]byte{
	'“': 'e', '”': 'c', '‘': 'o', '’': 'c', '„': 'o', '«': 'e', '»': 'e', '–': 'e', '—': 'e', '…': 'c', '•': 'e', '‹': 'e', '›': 'e', '‚': 'o',
	'§': 'o', '£': 'o', '€': 'e', '°': 'c', '©': 'o', '№': 'o', '¿': 'o', '¡': 'o', '\u00a0': 'e', '®': 'c', '™': 'c', '،': 'c', '؟': 'c', '؛': 'c', '·': 'e', '½': 'e',
}

// The weights of a sign. One wrong sign outweighs a few right ones, for a wrong reading gives many.
const (
	rightLetter  = 1.0
	rightMark    = 0.5
	strangeSign  = -3.0
	brokenWord   = -3.0 // a capital inside a word, two scripts in one, a mark in the wrong place
	meansNothing = -10.0
	hinted       = 0.9 // less than one sign
)

// bySingle finds the encoding of one byte a character in which the text reads best, with the part of its signs beyond
// ASCII by which it beats the best reading that differs. hint is a recogniser's answer and decides between equals.
func bySingle(head []byte, hint string) (name string, sure float64) {
	type reading struct {
		name, text string
		score      float64
	}
	var best, second reading
	n := 0
	for _, c := range head {
		if c >= 0x80 {
			n++
		}
	}
	for _, candidate := range singles {
		enc, canonical := charset.Lookup(candidate)
		out, err := enc.NewDecoder().Bytes(head)
		if err != nil {
			continue
		}
		r := reading{canonical, string(out), plausibility(string(out))}
		if canonical == hint {
			r.score += hinted
		}
		switch {
		case best.name == "" || r.score > best.score:
			if r.text != best.text {
				second = best
			}
			best = r
		case r.text != best.text && (second.name == "" || r.score > second.score):
			second = r
		}
	}
	margin := (best.score - second.score) / float64(max(n, 1))
	return best.name, min(0.99, max(0.1, margin))
}

// plausibility scores a reading by its signs beyond ASCII and what stands beside them.
func plausibility(text string) float64 {
	score := 0.0
	latin := map[rune]int{}
	var before, before2 rune
	for at, r := range text {
		if r >= 0x80 {
			next, _ := utf8.DecodeRuneInString(text[at+utf8.RuneLen(r):])
			score += sign(r, before, next)
			if unicode.Is(unicode.Latin, r) {
				latin[unicode.ToLower(r)]++
			}
		}
		if unicode.IsUpper(r) && unicode.IsLower(before) || unicode.IsLower(r) && unicode.IsUpper(before) && unicode.IsUpper(before2) {
			if r >= 0x80 || before >= 0x80 || before2 >= 0x80 {
				score += brokenWord
			}
		}
		before, before2 = r, before
	}
	return score + fromOneAlphabet(latin)
}

// sign scores one sign between its neighbours.
func sign(r, before, next rune) float64 {
	switch {
	case r == utf8.RuneError || r < 0xa0 || unicode.Is(unicode.Co, r):
		return meansNothing
	case unicode.IsLetter(r) || unicode.Is(unicode.M, r):
		return letter(r, before, next)
	}
	kind, ok := pointing[r]
	if !ok {
		return strangeSign
	}
	if misplaced(r, kind, unicode.IsLetter(before), unicode.IsLetter(next)) {
		return brokenWord
	}
	return rightMark
}

func letter(r, before, next rune) float64 {
	switch {
	case mixes(r, before) || mixes(r, next):
		return brokenWord
	case unicode.IsUpper(r) && !unicode.IsLetter(before) && !unicode.IsLetter(next):
		return -0.5 // a capital alone
	case unicode.Is(unicode.Latin, r):
		return 0 // see fromOneAlphabet
	case unicode.IsUpper(r) && unicode.IsUpper(next):
		return 0 // a text of capitals is most often one in small letters read wrongly
	}
	return rightLetter + frequent(r)
}

// misplaced reports a mark that stands where its kind does not: an opening one after a letter, a closing one before
// one, and any but a few inside a word.
func misplaced(r rune, kind byte, after, before bool) bool {
	if r == '’' && after {
		return false // an apostrophe
	}
	inside := after && before && r != '·' && r != '\u00a0' && r != '—'
	return kind == 'o' && after || kind == 'c' && before || inside
}

// mixes reports two letters of different scripts side by side.
func mixes(a, b rune) bool {
	if !unicode.IsLetter(b) {
		return false
	}
	for _, script := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Hebrew, unicode.Arabic, unicode.Thai} {
		if unicode.Is(script, a) != unicode.Is(script, b) {
			return true
		}
	}
	return false
}

// commonest letters of languages in other scripts, which tell encodings apart that only shift the alphabet.
const commonest = "оеаинтсрвлкмдпуяыьгзбіїєґ" + "αοιετσνηυρπκμλςίόάέή" + "יוהלאמרתבשנ" + "اليمونرتبةعدس" + "านรกอเงยมลวด่้"

func frequent(r rune) float64 {
	if strings.ContainsRune(commonest, unicode.ToLower(r)) {
		return 0.3
	}
	return -0.3
}

// fromOneAlphabet scores the letters of Latin script by the language that has most of them.
func fromOneAlphabet(letters map[rune]int) float64 {
	total := 0
	for _, n := range letters {
		total += n
	}
	best := 0
	for _, alphabet := range alphabets {
		in := 0
		for r, n := range letters {
			if strings.ContainsRune(alphabet, r) {
				in += n
			}
		}
		best = max(best, in)
	}
	return rightLetter*float64(best) + strangeSign*float64(total-best)
}
