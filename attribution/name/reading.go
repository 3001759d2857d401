package name

import (
	"strings"
	"sync"
)

// Readings are the syllables of a name as two romanisations of Chinese and those of Korean spell them, in letters that
// they have in common; "" for a system in which the name cannot be read.
//
// Print drops the marks that Wade and Giles told t from t' and ch from ch' by, so that their "tung" is dong or tong, their
// "chi" ji or qi: what they do not tell apart is one letter here, in either system. For Korean that goes for the vowels too
// that McCune and Reischauer tell apart by a breve, and for the surnames that begin with l, r, y or nothing.
type Readings struct {
	Pinyin    string
	WadeGiles string // only where Pinyin cannot be: a name that both can spell is Pinyin in nearly all print of today
	Korean    string // of names with two syllables behind the surname
}

// ReadingsOf reads a name of one surname and one or two syllables behind it, or before it where print puts the surname last; false
// for a name that is made otherwise.
func ReadingsOf(n Name) (r Readings, ok bool) {
	if len(n.Words) < 2 || len(n.Words) > 3 {
		return r, false
	}
	for _, w := range n.Words {
		if w.Initial || w.Particle != "" || len(w.Fold) > 2*longestSyllable {
			return r, false
		}
	}
	last := len(n.Words) - 1
	if surnameFirst[n.Words[last].Fold] && !n.Words[last].Hyphen && (n.Words[1].Hyphen || !surnameFirst[n.Words[0].Fold]) { // Jun-ho Park
		r = readingsOf(n.Words[last].Fold, n.Words[:last])
	}
	if r == (Readings{}) {
		r = readingsOf(n.Words[0].Fold, n.Words[1:])
	}
	return r, r != Readings{}
}

func readingsOf(surname string, given []Word) (r Readings) {
	t := readingTables()
	r.Pinyin = t.pinyin.read(surname, given)
	if r.Pinyin == "" {
		r.WadeGiles = t.wadeGiles.read(surname, given)
	}
	if k := t.korean.read(koreanSurname(surname), given); strings.Count(k, " ") == 2 {
		r.Korean = k
	}
	return r
}

// Same reports whether two names can be one in two romanisations: one in Pinyin and the other in Wade-Giles, or both Korean.
func (r Readings) Same(s Readings) bool {
	return r.Pinyin != "" && r.Pinyin == s.WadeGiles || s.Pinyin != "" && s.Pinyin == r.WadeGiles || r.Korean != "" && r.Korean == s.Korean
}

// syllabary gives what a system's syllables stand for.
type syllabary map[string]string

// longestSyllable is the number of letters of "chuang", "hsiung" and "ryeong".
const longestSyllable = 6

// read gives the syllables of a surname of one and a given name of one or two, "" when they are none.
func (t syllabary) read(surname string, given []Word) string {
	s, ok := t[surname]
	if !ok {
		return ""
	}
	if len(given) == 2 {
		return t.three(s, given[0].Fold, given[1].Fold)
	}
	word := given[0].Fold
	if g, ok := t[word]; ok {
		return s + " " + g
	}
	for k := min(longestSyllable, len(word)-1); k > 0; k-- {
		if word[k-1] == 'h' { // begins the next: Tu-hwan
			continue
		}
		if out := t.three(s, word[:k], word[k:]); out != "" {
			return out
		}
	}
	return ""
}

func (t syllabary) three(surname, a, b string) string {
	x, okX := t[a]
	y, okY := t[b]
	if !okX || !okY {
		return ""
	}
	return surname + " " + x + " " + y
}

var readingTables = sync.OnceValue(func() (t struct{ pinyin, wadeGiles, korean syllabary }) {
	t.pinyin, t.wadeGiles, t.korean = syllabary{}, syllabary{}, syllabary{}
	t.pinyin.fill(pinyinOnsets, pinyinRimes, "", pinyinRime)
	t.wadeGiles.fill(wadeGilesOnsets, wadeGilesRimes, "", wadeGilesRime)
	for coda := range strings.FieldsSeq("ng n m k g ck t p b l r") {
		t.korean.fill(koreanOnsets, koreanRimes, coda, nil)
	}
	t.korean.fill(koreanOnsets, koreanRimes, "", nil)
	return t
})

// fill adds every onset with every rime and a coda. Both lists hold letters and what they stand for; a rime may depend on its
// onset, and stands for nothing where rime gives "".
func (t syllabary) fill(onsets, rimes, coda string, rime func(onset, letters, r string) string) {
	for o := range strings.FieldsSeq(onsets) {
		onset, class, _ := strings.Cut(o, ":")
		for p := range strings.FieldsSeq(rimes) {
			letters, r, _ := strings.Cut(p, ":")
			if rime != nil {
				r = rime(onset, letters, r)
			}
			if r != "" {
				t[onset+letters+coda] = class + r + koreanCodas[coda]
			}
		}
	}
}

// The onsets of Pinyin and of Wade-Giles without its marks. What one letter stands for in both is what either writes for two.
const (
	pinyinOnsets    = "b:p p:p m:m f:f d:t t:t n:n l:l g:k k:k h:h zh:c ch:c j:c q:c z:z c:z x:x sh:# s:s r:r y:y w:w :"
	wadeGilesOnsets = "p:p m:m f:f t:t n:n l:l k:k h:h ch:c ts:z tz:z hs:x sh:# s:s ss:s sz:s j:r y:y w:w :"
)

// The rimes, those that both systems write alike first.
const (
	sharedRimes    = "a:a ai:ai an:an ang:ang ao:ao e:e ei:ei en:en eng:eng ou:ou u:u ua:ua uai:uai uan:uan uang:uang un:un ia:ia iao:iao in:in ing:ing iu:iu i:i ui:ui "
	pinyinRimes    = sharedRimes + "ong:ong uo:uo o:o ian:ian iang:iang ie:ie ue:ue iong:iong er:er"
	wadeGilesRimes = sharedRimes + "ung:ong uo:uo o:o ien:ian iang:iang ieh:ie ueh:ue iung:iong erh:er ih:# eh:e ee:i uei:ui"
)

// among reports whether an onset is on a list.
func among(onset, list string) bool { return strings.Contains(" "+list+" ", " "+onset+" ") }

// pinyinRime is the vowel of zhi, shi and zi, which is no i, and what y hides. No other i stands behind those consonants, and
// behind j, q and x nothing but i and u.
func pinyinRime(onset, letters, r string) string {
	front, back := among(onset, "j q x"), among(onset, "zh ch sh r z c s")
	switch {
	case letters == "i" && back:
		return "#"
	case letters[0] == 'i' && back, letters[0] != 'i' && letters[0] != 'u' && front:
		return ""
	case onset == "y" && letters == "ou":
		return "u" // Wade-Giles yu
	}
	return withoutOnset(onset, letters, r)
}

// wadeGilesRime is what o and u stand for behind some consonants, and what y hides.
func wadeGilesRime(onset, letters, r string) string {
	switch buzzed := among(onset, "tz ss sz"); {
	case buzzed && letters == "u":
		return "#"
	case buzzed:
		return ""
	case letters == "o" && among(onset, "k h") || letters == "o" && onset == "":
		return "e"
	case letters == "o" && among(onset, "t n l ts s sh ch j"):
		return "uo"
	case onset == "y" && letters == "en":
		return "an" // yen is yan
	}
	return withoutOnset(onset, letters, r)
}

// withoutOnset gives a syllable that begins with i or u the y or w that either system may print: Ing-wen, Yingwen.
func withoutOnset(onset, letters, r string) string {
	if onset != "" {
		return r
	}
	switch letters[0] {
	case 'i':
		if letters == "i" || letters == "in" || letters == "ing" {
			return "y" + r
		}
		return ""
	case 'u':
		if letters == "u" {
			return "wu"
		}
		return ""
	}
	return r
}

// Korean: plain, tense and (in print) aspirated consonants as one, the vowels of McCune-Reischauer without their breves.
const (
	koreanOnsets = "k:k g:k kk:k t:t d:t tt:t p:p b:p pp:p ch:c j:c jj:c tch:c s:s ss:s sh:s h:h n:n m:m r:l l:l :"
	koreanRimes  = "a:a ah:a ae:e ai:e e:e ya:ya yae:ye ye:ye eo:o uh:o o:o oh:o u:o oo:o ou:o woo:o wu:o eu:o yeo:yo you:yo yo:yo yu:yo yoo:yo " +
		"i:i yi:i ee:i yee:i ui:i eui:i ie:i oe:we oi:we we:we wi:wi wa:wa weo:wo wo:wo ar:a"
)

var koreanCodas = map[string]string{"ng": "N", "n": "n", "m": "m", "k": "k", "g": "k", "ck": "k", "t": "t", "p": "p", "b": "p", "l": "l", "r": "l"}

// koreanSurname takes the l or r off Li, Rhee, Lim and Ryu, and the h off Rhee and Rhim; in the South they begin with what
// follows. Before another vowel l and r are n there: Ro, Roh, No.
func koreanSurname(s string) string {
	rest := strings.TrimLeft(s, "lr")
	if rest == s {
		return s
	}
	rest = strings.TrimPrefix(rest, "h")
	if rest != "" && (rest[0] == 'i' || rest[0] == 'y' || strings.HasPrefix(rest, "ee")) {
		return rest
	}
	return "n" + rest
}
