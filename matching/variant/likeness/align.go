package likeness

import (
	"unicode/utf8"

	"quotidian/matching/variant/edit"
)

// The similarities that are set, not learned. One word is equal, a variant, an initial or nothing.
const (
	equal = 1.0
	// variantCap keeps every variant below equality.
	variantCap = 0.98
	// initialFits is the similarity of an initial with a word that begins with it.
	initialFits = 0.6
	// otherFormCost scales a similarity that holds only after an ending was taken off.
	otherFormCost = 0.96
	// Other forms are tried only where they can matter: for words that are somewhat alike and not yet close.
	otherFormFrom = 0.30
	otherFormTo   = 0.90
	// minAligned is the least similarity of aligned words. Below it the words are strangers.
	minAligned = 0.30
	// minMerged is the least similarity of two words run together with one ("Bashir Ud-Din", "Bashiruddin").
	minMerged = 0.80
	// orderCost is what a step away from the diagonal costs when two alignments score alike, in nats.
	orderCost = 0.3
)

// alignment pairs the words of two forms one to one.
type alignment struct {
	a, b *Form
	n, m int
	sim  [maxWords][maxWords]float32
	// measured tells which similarities are known, one bit for each j.
	measured [maxWords]uint16
	// ab[i] is the word of b that word i of a is aligned with, or -1; ba the other way.
	ab, ba [maxWords]int8
	// merges counts words of one side that stand for two of the other; their second word has its partner too.
	merges int
}

// parted is the alignment in which no word has a partner.
func parted(a, b *Form) (al alignment) {
	al.a, al.b, al.n, al.m = a, b, len(a.words), len(b.words)
	for i := range maxWords {
		al.ab[i], al.ba[i] = -1, -1
	}
	return al
}

// align aligns two names.
func (m *Model) align(a, b *Form) alignment {
	al := parted(a, b)
	al.compare(m, nil, 0)
	return al
}

// compare aligns the words of both names, with what t remembers of words. It gives up, and reports false, where no more
// than a share least of the shorter name can find partners.
func (al *alignment) compare(m *Model, t memo, least float32) bool {
	al.equals()
	if least > 0 && !al.hopeful(m, t, least) {
		return false
	}
	for i := range al.n {
		for j := range al.m {
			if al.open(i, j) {
				al.measure(m, t, i, j)
			}
		}
	}
	al.pairUp()
	al.merge(m)
	return true
}

// open reports whether neither word has a partner and nobody compared them yet.
func (al *alignment) open(i, j int) bool {
	return al.ab[i] < 0 && al.ba[j] < 0 && al.measured[i]>>j&1 == 0
}

// measure compares two words.
func (al *alignment) measure(m *Model, t memo, i, j int) {
	x, y := al.a.words[i], al.b.words[j]
	al.measured[i] |= 1 << j
	if al.a.initial(i) || al.b.initial(j) {
		al.sim[i][j] = sameInitial(x.fold, y.fold)
	} else {
		al.sim[i][j] = t.similarity(m, x, y)
	}
}

// equals aligns equal words before any letters are compared: nothing fits a word better, and most of the time of a
// comparison goes into words that then have their partner anyway.
func (al *alignment) equals() {
	found := false
	for i, x := range al.a.words {
		for j, y := range al.b.words {
			if x == y || x.hash == y.hash && x.fold == y.fold {
				al.sim[i][j] = equal
				found = true
			}
		}
	}
	if found {
		al.pairUp()
	}
}

// similarity compares two different words that share some letters, 0 to 1.
func (m *Model) similarity(x, y *word) float32 {
	s := max(m.known(x, y), m.ratio(&x.code, &y.code))
	if s < otherFormFrom || s > otherFormTo {
		return s
	}
	for i := range x.alts {
		s = max(s, otherFormCost*m.ratio(&x.alts[i], &y.code))
	}
	for i := range y.alts {
		s = max(s, otherFormCost*m.ratio(&x.code, &y.alts[i]))
	}
	return s
}

// known is the similarity that the lexical table vouches for.
func (m *Model) known(x, y *word) float32 {
	return m.Lexical.vouched(x.hash, y.hash, x.listed && y.listed, x.given || y.given)
}

func sameInitial(x, y string) float32 {
	p, _ := utf8.DecodeRuneInString(x)
	q, _ := utf8.DecodeRuneInString(y)
	if p == q {
		return initialFits
	}
	return 0
}

// ratio is the score of a pair of words relative to what they score with themselves, 0 below minAligned and for
// words of which one is more than twice as long.
func (m *Model) ratio(x, y *edit.Word) float32 {
	self := (x.Self + y.Self) / 2
	if self <= 0 || max(len(x.Code), len(y.Code)) > 2*min(len(x.Code), len(y.Code))+1 {
		return 0
	}
	least := minAligned * self
	s := m.Edit.Score(x, y, least)
	if s < least {
		return 0
	}
	return min(variantCap, s/self)
}

// candidate is a possible pair of the alignment.
type candidate struct {
	score float32
	i, j  int8
}

// before orders candidates: the better score first; ties by place, so that the result never depends on chance.
func (c candidate) before(d candidate) bool {
	if c.score != d.score {
		return c.score > d.score
	}
	if s, t := c.i+c.j, d.i+d.j; s != t {
		return s < t
	}
	return c.i < d.i
}

// pairUp aligns greedily, the best pair first. With names this short a better assignment hardly ever exists.
func (al *alignment) pairUp() {
	var buf [maxWords * maxWords]candidate
	cands := buf[:0]
	for i := range al.n {
		for j := range al.m {
			if al.sim[i][j] < minAligned || al.ab[i] >= 0 || al.ba[j] >= 0 {
				continue
			}
			off := float32(i*max(1, al.m-1)-j*max(1, al.n-1)) / float32(al.n*al.m)
			weight := al.a.words[i].code.Self + al.b.words[j].code.Self
			c := candidate{al.sim[i][j]*weight - orderCost*max(off, -off), int8(i), int8(j)}
			k := len(cands)
			cands = append(cands, c)
			for ; k > 0 && c.before(cands[k-1]); k-- {
				cands[k] = cands[k-1]
			}
			cands[k] = c
		}
	}
	for _, c := range cands {
		if al.ab[c.i] < 0 && al.ba[c.j] < 0 {
			al.ab[c.i], al.ba[c.j] = c.j, c.i
		}
	}
}

// loose reports whether word i of a (or j of b) has no partner or a poor one.
func (al *alignment) looseA(i int) bool { return al.ab[i] < 0 || al.sim[i][al.ab[i]] < minMerged }
func (al *alignment) looseB(j int) bool { return al.ba[j] < 0 || al.sim[al.ba[j]][j] < minMerged }

// merge looks for names parted differently: two neighbours of one side that together are one word of the other.
func (al *alignment) merge(m *Model) {
	if al.n == al.m {
		return
	}
	for i := range al.n {
		for j := range al.m {
			if i+1 < al.n && al.looseA(i) && al.looseA(i+1) && al.looseB(j) {
				if s := m.run(al.b.words[j], &al.a.merged[i]); s >= minMerged {
					al.joinA(i, j, s)
				}
			}
			if j+1 < al.m && al.looseB(j) && al.looseB(j+1) && al.looseA(i) {
				if s := m.run(al.a.words[i], &al.b.merged[j]); s >= minMerged {
					al.joinB(i, j, s)
				}
			}
		}
	}
}

// mergeGap is the most letters by which words run together differ from the one word they stand for.
const mergeGap = 3

// mayRun reports whether words run together can be the word x: their lengths and letters do not tell that they are not.
func mayRun(x *word, run *spelled) bool {
	if abs(len(x.code.Code)-len(run.code.Code)) > mergeGap {
		return false
	}
	o := inOrder(x, run)
	return 5*o.classes >= 3*o.ofClasses && 2*o.letters >= o.ofLetters
}

// run is the ratio of words run together with one word.
func (m *Model) run(x *word, run *spelled) float32 {
	if !mayRun(x, run) {
		return 0
	}
	return m.ratio(&x.code, &run.code)
}

// joinA aligns words i and i+1 of a with word j of b.
func (al *alignment) joinA(i, j int, s float32) {
	al.part(al.ba[j], int8(j))
	al.part(int8(i), al.ab[i])
	al.part(int8(i+1), al.ab[i+1])
	al.ab[i], al.ab[i+1], al.ba[j] = int8(j), int8(j), int8(i)
	al.sim[i][j], al.sim[i+1][j] = s, s
	al.merges++
}

// joinB aligns word i of a with words j and j+1 of b.
func (al *alignment) joinB(i, j int, s float32) {
	al.part(int8(i), al.ab[i])
	al.part(al.ba[j], int8(j))
	al.part(al.ba[j+1], int8(j+1))
	al.ba[j], al.ba[j+1], al.ab[i] = int8(i), int8(i), int8(j)
	al.sim[i][j], al.sim[i][j+1] = s, s
	al.merges++
}

// part undoes a poor pair.
func (al *alignment) part(i, j int8) {
	if i >= 0 && j >= 0 {
		al.ab[i], al.ba[j] = -1, -1
	}
}

// simA is the similarity of word i of a with its partner, 0 without one.
func (al *alignment) simA(i int) float32 {
	if al.ab[i] < 0 {
		return 0
	}
	return al.sim[i][al.ab[i]]
}

func (al *alignment) simB(j int) float32 {
	if al.ba[j] < 0 {
		return 0
	}
	return al.sim[al.ba[j]][j]
}
