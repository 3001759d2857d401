package canon

// This file is the English stemmer Porter2 (M. F. Porter, "The English (Porter2) stemming algorithm",
// snowballstem.org/algorithms/english/stemmer.html), written from its published description. Words come in
// lower case, without apostrophes; everything that is not a to z counts as a consonant.

// stemmer works on one word in place; p1 and p2 are the starts of the regions R1 and R2.
type stemmer struct {
	w      []byte
	p1, p2 int
}

// Stem shortens the word in w to its stem and returns the shortened slice; it may change w's bytes.
// Words of one or two letters come back as they are.
func Stem(w []byte) []byte {
	if len(w) < 3 {
		return w
	}
	if s, ok := invariant[string(w)]; ok {
		return append(w[:0], s...)
	}
	s := stemmer{w: w}
	s.markY()
	s.regions()
	s.plural()
	if invariantAfterPlural[string(s.w)] {
		return s.w
	}
	s.past()
	s.finalY()
	s.longSuffix()
	s.shortSuffix()
	s.residual()
	s.tail()
	for i, c := range s.w {
		if c == 'Y' {
			s.w[i] = 'y'
		}
	}
	return s.w
}

// invariant words are exceptions of the published algorithm.
var invariant = map[string]string{
	"skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl", "gently": "gentl",
	"ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl", "sky": "sky", "news": "news", "howe": "howe",
	"atlas": "atlas", "cosmos": "cosmos", "bias": "bias", "andes": "andes",
}

var invariantAfterPlural = map[string]bool{
	"inning": true, "outing": true, "canning": true, "herring": true, "earring": true, "proceed": true, "exceed": true, "succeed": true,
}

func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// markY writes Y for a y that is a consonant: at the start of the word or after a vowel.
func (s *stemmer) markY() {
	for i, c := range s.w {
		if c == 'y' && (i == 0 || vowel(s.w[i-1])) {
			s.w[i] = 'Y'
		}
	}
}

// regions finds R1, after the first consonant that follows a vowel, and R2, the same again within R1.
func (s *stemmer) regions() {
	s.p1 = -1
	for _, prefix := range [...]string{"gener", "commun", "arsen"} {
		if len(s.w) >= len(prefix) && string(s.w[:len(prefix)]) == prefix {
			s.p1 = len(prefix)
		}
	}
	if s.p1 < 0 {
		s.p1 = s.after(0)
	}
	s.p2 = s.after(s.p1)
}

func (s *stemmer) after(from int) int {
	for i := from + 1; i < len(s.w); i++ {
		if !vowel(s.w[i]) && vowel(s.w[i-1]) {
			return i + 1
		}
	}
	return len(s.w)
}

func (s *stemmer) has(suffix string) bool {
	n := len(s.w) - len(suffix)
	return n >= 0 && string(s.w[n:]) == suffix
}

// in reports whether the last n letters lie within the region that begins at p.
func (s *stemmer) in(p, n int) bool { return len(s.w)-n >= p }

// swap replaces the last n letters.
func (s *stemmer) swap(n int, by string) { s.w = append(s.w[:len(s.w)-n], by...) }

func (s *stemmer) hasVowel(end int) bool {
	for _, c := range s.w[:end] {
		if vowel(c) {
			return true
		}
	}
	return false
}

// plural is step 1a.
func (s *stemmer) plural() {
	switch {
	case s.has("sses"):
		s.swap(2, "")
	case s.has("ied") || s.has("ies"):
		if len(s.w) > 4 {
			s.swap(2, "")
		} else {
			s.swap(1, "")
		}
	case s.has("us") || s.has("ss"):
	case s.has("s") && len(s.w) > 2 && s.hasVowel(len(s.w)-2):
		s.swap(1, "")
	}
}

// past is step 1b.
func (s *stemmer) past() {
	for _, suffix := range [...]string{"eedly", "eed"} {
		if s.has(suffix) {
			if s.in(s.p1, len(suffix)) {
				s.swap(len(suffix), "ee")
			}
			return
		}
	}
	for _, suffix := range [...]string{"ingly", "edly", "ing", "ed"} {
		if s.has(suffix) {
			if s.hasVowel(len(s.w) - len(suffix)) {
				s.swap(len(suffix), "")
				s.mend()
			}
			return
		}
	}
}

// mend gives a stem its e back, or takes a doubled letter away, after an ending was cut.
func (s *stemmer) mend() {
	n := len(s.w)
	switch {
	case s.has("at") || s.has("bl") || s.has("iz"):
		s.swap(0, "e")
	case n > 1 && s.w[n-1] == s.w[n-2] && doubles(s.w[n-1]):
		s.swap(1, "")
	case s.short():
		s.swap(0, "e")
	}
}

func doubles(c byte) bool {
	switch c {
	case 'b', 'd', 'f', 'g', 'm', 'n', 'p', 'r', 't':
		return true
	}
	return false
}

// short reports whether the word is short: R1 is empty and it ends in a short syllable.
func (s *stemmer) short() bool { return s.p1 >= len(s.w) && s.shortSyllable(len(s.w)) }

func (s *stemmer) shortSyllable(end int) bool {
	switch {
	case end == 2:
		return vowel(s.w[0]) && !vowel(s.w[1])
	case end < 3:
		return false
	}
	c := s.w[end-1]
	return !vowel(c) && c != 'w' && c != 'x' && c != 'Y' && vowel(s.w[end-2]) && !vowel(s.w[end-3])
}

// finalY is step 1c.
func (s *stemmer) finalY() {
	n := len(s.w)
	if n > 2 && (s.w[n-1] == 'y' || s.w[n-1] == 'Y') && !vowel(s.w[n-2]) {
		s.w[n-1] = 'i'
	}
}

type rule struct{ suffix, by string }

// step2 is tried in order, longest suffix first where one ends another.
var step2 = []rule{
	{"ization", "ize"},
	{"ational", "ate"},
	{"fulness", "ful"},
	{"ousness", "ous"},
	{"iveness", "ive"},
	{"tional", "tion"},
	{"biliti", "ble"},
	{"lessli", "less"},
	{"entli", "ent"},
	{"ation", "ate"},
	{"alism", "al"},
	{"aliti", "al"},
	{"ousli", "ous"},
	{"iviti", "ive"},
	{"fulli", "ful"},
	{"enci", "ence"},
	{"anci", "ance"},
	{"abli", "able"},
	{"izer", "ize"},
	{"ator", "ate"},
	{"alli", "al"},
	{"bli", "ble"},
	{"ogi", ""},
	{"li", ""},
}

// longSuffix is step 2.
func (s *stemmer) longSuffix() {
	for _, r := range step2 {
		if !s.has(r.suffix) {
			continue
		}
		n := len(r.suffix)
		if !s.in(s.p1, n) {
			return
		}
		before := byte(0)
		if len(s.w) > n {
			before = s.w[len(s.w)-n-1]
		}
		switch {
		case r.suffix == "ogi":
			if before == 'l' {
				s.swap(1, "")
			}
		case r.suffix == "li":
			if liEnding(before) {
				s.swap(2, "")
			}
		default:
			s.swap(n, r.by)
		}
		return
	}
}

func liEnding(c byte) bool {
	switch c {
	case 'c', 'd', 'e', 'g', 'h', 'k', 'm', 'n', 'r', 't':
		return true
	}
	return false
}

var step3 = []rule{
	{"ational", "ate"},
	{"tional", "tion"},
	{"alize", "al"},
	{"icate", "ic"},
	{"iciti", "ic"},
	{"ative", ""},
	{"ical", "ic"},
	{"ness", ""},
	{"ful", ""},
}

// shortSuffix is step 3.
func (s *stemmer) shortSuffix() {
	for _, r := range step3 {
		if !s.has(r.suffix) {
			continue
		}
		region := s.p1
		if r.suffix == "ative" {
			region = s.p2
		}
		if s.in(region, len(r.suffix)) {
			s.swap(len(r.suffix), r.by)
		}
		return
	}
}

var step4 = [...]string{
	"ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
}

// residual is step 4.
func (s *stemmer) residual() {
	for _, suffix := range step4 {
		if !s.has(suffix) {
			continue
		}
		n := len(suffix)
		if !s.in(s.p2, n) {
			return
		}
		if suffix == "ion" {
			if c := s.w[len(s.w)-4]; c != 's' && c != 't' {
				return
			}
		}
		s.swap(n, "")
		return
	}
}

// tail is step 5.
func (s *stemmer) tail() {
	n := len(s.w)
	switch {
	case n == 0:
	case s.w[n-1] == 'e':
		if s.in(s.p2, 1) || s.in(s.p1, 1) && !s.shortSyllable(n-1) {
			s.swap(1, "")
		}
	case s.w[n-1] == 'l' && s.in(s.p2, 1) && n > 1 && s.w[n-2] == 'l':
		s.swap(1, "")
	}
}
