package name

// Skeleton is the sequence of consonant classes of a folded word, four bits a class, at most 15 of them. Most
// romanisations of one name share a skeleton: Gaddafi, Qadhafi and Kadafi do. It finds candidates; it proves
// nothing.
//
// The classes and their alternatives are those that the spelling variants of the training data need, measured
// in docs/names.md; the idea is that of Soundex and its successors with the classes of romanisation instead of
// English spelling.
type Skeleton uint64

// The classes. A stands for any vowel, at the beginning of a word only.
const (
	classA = iota + 1 // a vowel or y that begins the word
	classB            // b p, Thai and Korean ph
	classF            // f v w ph
	classK            // k g q kh gh, h at the beginning
	classL
	classN // m n
	classR
	classS // s z sh zh ch j c ts dz
	classT // t d th dh
)

const (
	classBits  = 4
	maxClasses = 60 / classBits
	// maxSkeletons bounds the alternatives of one word: two doubtful spellings.
	maxSkeletons = 4
)

// where a rule applies.
const (
	anywhere = iota
	initial
	inside
)

// spelling says which classes a run of letters may stand for. An empty class string drops the letters.
type spelling struct {
	letters string
	where   uint8
	classes []string
}

// spellings by first letter, longest first. Letters not listed are vowels or silent and vanish inside a word.
var spellings = index([]spelling{
	{"tsch", anywhere, []string{"S"}},
	{"dsch", anywhere, []string{"S"}},
	{"dzsh", anywhere, []string{"S"}},
	{"stsh", anywhere, []string{"S"}},
	{"shch", anywhere, []string{"S"}},
	{"sch", anywhere, []string{"S"}},
	{"tch", anywhere, []string{"S"}},
	{"dzh", anywhere, []string{"S"}},
	{"tsh", anywhere, []string{"S"}},
	{"dsh", anywhere, []string{"S"}},
	{"cks", anywhere, []string{"KS"}},
	{"sh", anywhere, []string{"S"}},
	{"zh", anywhere, []string{"S"}},
	{"dj", anywhere, []string{"S"}},
	{"dz", anywhere, []string{"S"}},
	{"ts", anywhere, []string{"S"}},
	{"tz", anywhere, []string{"S"}},
	{"cz", anywhere, []string{"S"}},
	{"sz", anywhere, []string{"S"}},
	{"rz", anywhere, []string{"S"}},
	{"xh", anywhere, []string{"S"}},
	{"ch", anywhere, []string{"S", "K"}},
	{"ck", anywhere, []string{"K"}},
	{"kh", initial, []string{"K"}},
	{"kh", inside, []string{"K", ""}},
	{"gh", initial, []string{"K"}},
	{"gh", inside, []string{"K", ""}},
	{"qh", anywhere, []string{"K"}},
	{"ph", anywhere, []string{"F", "B"}},
	{"th", anywhere, []string{"T", "S"}},
	{"dh", anywhere, []string{"T", "S"}},
	{"x", initial, []string{"K", "S"}},
	{"x", inside, []string{"KS", "K", ""}},
	{"ce", anywhere, []string{"S"}},
	{"ci", anywhere, []string{"S"}},
	{"cy", anywhere, []string{"S"}},
	{"c", anywhere, []string{"K", "S"}},
	{"j", initial, []string{"S", "A"}},
	{"j", inside, []string{"S", ""}},
	{"s", anywhere, []string{"S"}},
	{"z", anywhere, []string{"S"}},
	{"k", anywhere, []string{"K"}},
	{"g", anywhere, []string{"K"}},
	{"q", initial, []string{"K", "S"}},
	{"q", inside, []string{"K"}},
	{"h", initial, []string{"K", "A"}},
	{"b", anywhere, []string{"B"}},
	{"p", anywhere, []string{"B"}},
	{"f", anywhere, []string{"F"}},
	{"v", anywhere, []string{"F"}},
	{"w", initial, []string{"F"}},
	{"w", inside, []string{"F", ""}},
	{"d", anywhere, []string{"T"}},
	{"t", anywhere, []string{"T"}},
	{"m", anywhere, []string{"N"}},
	{"n", anywhere, []string{"N"}},
	{"l", anywhere, []string{"L"}},
	{"r", anywhere, []string{"R"}},
	{"a", initial, []string{"A"}},
	{"e", initial, []string{"A"}},
	{"i", initial, []string{"A"}},
	{"o", initial, []string{"A"}},
	{"u", initial, []string{"A"}},
	{"y", initial, []string{"A"}},
})

var classOf = map[byte]Skeleton{'A': classA, 'B': classB, 'F': classF, 'K': classK, 'L': classL, 'N': classN, 'R': classR, 'S': classS, 'T': classT}

// rule is a spelling with its classes packed.
type rule struct {
	letters string
	where   uint8
	classes []Skeleton // one packed run of classes for each alternative
}

func index(list []spelling) (by [26][]rule) {
	for _, s := range list {
		r := rule{letters: s.letters, where: s.where}
		for _, alt := range s.classes {
			var packed Skeleton
			for i := range len(alt) {
				packed = packed<<classBits | classOf[alt[i]]
			}
			r.classes = append(r.classes, packed)
		}
		by[s.letters[0]-'a'] = append(by[s.letters[0]-'a'], r)
	}
	return by
}

// Skeletons appends to dst the skeletons of a folded word, one to four, the likeliest first. Its ending is
// replaced by that of its family first ([Stem]). A word with no more than one class keeps its first letter
// instead, so that short names do not all meet.
func Skeletons(dst []Skeleton, word string) []Skeleton {
	from := len(dst)
	stem := Stem(word)
	var alts [maxSkeletons]Skeleton
	n := 1
	for i := 0; i < len(stem); {
		r := match(stem, i)
		if r == nil {
			i++
			continue
		}
		n = extend(&alts, n, r.classes)
		i += len(r.letters)
	}
	for _, s := range alts[:n] {
		if s <= classA {
			s = short(word)
		}
		dst = appendNew(dst, from, s)
	}
	return dst
}

func match(word string, i int) *rule {
	c := word[i] - 'a'
	if c >= 26 {
		return nil
	}
	for k := range spellings[c] {
		r := &spellings[c][k]
		if r.where == initial && i > 0 || r.where == inside && i == 0 {
			continue
		}
		if len(word)-i >= len(r.letters) && word[i:i+len(r.letters)] == r.letters {
			return r
		}
	}
	return nil
}

// extend appends classes to the first n alternatives, branching while there is room.
func extend(alts *[maxSkeletons]Skeleton, n int, classes []Skeleton) int {
	m := n
	for _, c := range classes[1:] {
		for k := 0; k < n && m < maxSkeletons; k++ {
			alts[m] = join(alts[k], c)
			m++
		}
	}
	for k := range n {
		alts[k] = join(alts[k], classes[0])
	}
	return m
}

// join appends packed classes, a class that repeats the one before it only once.
func join(s, classes Skeleton) Skeleton {
	for shift := 2 * classBits; shift >= 0; shift -= classBits {
		c := classes >> shift & (1<<classBits - 1)
		if c == 0 || c == s&(1<<classBits-1) || s>>(classBits*(maxClasses-1)) != 0 {
			continue
		}
		s = s<<classBits | c
	}
	return s
}

// short is the key of a word with hardly a consonant: a mark above all classes and its first two bytes.
func short(word string) Skeleton {
	s := Skeleton(0xF) << 60
	for i := 0; i < len(word) && i < 2; i++ {
		s |= Skeleton(word[i]) << (8 * i)
	}
	return s
}

func appendNew(dst []Skeleton, from int, s Skeleton) []Skeleton {
	for _, t := range dst[from:] {
		if t == s {
			return dst
		}
	}
	return append(dst, s)
}

// SameSkeleton reports whether two folded words can be romanisations of one name: they share a skeleton, as
// they are or with an inflected ending taken off.
func SameSkeleton(a, b string) bool {
	if a == b {
		return true
	}
	var bufA, bufB [3 * maxSkeletons]Skeleton
	ka, kb := allSkeletons(bufA[:0], a), allSkeletons(bufB[:0], b)
	for _, x := range ka {
		for _, y := range kb {
			if x == y {
				return true
			}
		}
	}
	return false
}

func allSkeletons(dst []Skeleton, word string) []Skeleton {
	dst = Skeletons(dst, word)
	var buf [3]string
	for _, alt := range Alternatives(buf[:0], word) {
		dst = Skeletons(dst, alt)
	}
	return dst
}
