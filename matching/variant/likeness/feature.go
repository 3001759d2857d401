package likeness

import (
	"math"
	"strings"

	"quotidian/attribution/name"
)

// The features of a pair of personal names. All are symmetric: where the sides differ, the smaller and the
// larger value are two features.
const (
	fWhole       = iota // aligned share of both names' evidence
	fContain            // aligned share of the shorter name's evidence
	fWorst              // similarity of the least similar aligned words
	fSecondWorst        // and of the next
	fLastMin            // similarity of the last words with their partners
	fLastMax
	fFirstMin // of the first words
	fFirstMax
	fSurnameMin // of the surnames, over the hypotheses of order
	fSurnameMax
	fRoleMatch    // aligned surnames are both surnames
	fUnmatchedMin // number of words without a partner
	fUnmatchedMax
	fUnmatchedRareMin // their rarity, summed, in nats
	fUnmatchedRareMax
	fInitials // initials that fit
	fAligned  // aligned words
	fRareAligned
	fRareExact
	fExact
	fClose // aligned with similarity above closeWords
	fInversions
	fWordsMin
	fWordsMax
	fLogProduct   // log of the product of similarities
	fRarestMin    // similarity of each side's most telling word
	fRarestMax    //
	fRareShare    // aligned share of rarity against the side with less unmatched
	fRareShareMx  // against the side with more
	fSkeletons    // share of the shorter name's words whose partner has the same skeleton
	fEvidence     // aligned evidence in nats under the letter model
	fWorstRareMin // rarity of the worst pair's words
	fWorstRareMax
	fWorstEvidence // evidence of the worst pair in nats
	fWorstLength   // letters of its shorter word
	fWorstSkeleton // its words share a skeleton
	fWorstInitial  // its words begin alike
	fWorstGiven    // both its words are listed given names, and not the same
	fWorstSurname  // weight that it is the surname
	fGender        // -1 contradict, 0 unknown, 1 agree
	fFilial        // father and son trade places: Hamad bin Khalid, Khalid bin Hamad
	fGeneration    // 1 when generations contradict (Jr, III), half that when one is missing
	fPatronymic    // both have patronymics and they are not aligned
	fInitialClash  // an initial without a partner meets a word without a partner
	fParticles     // aligned words with different particles
	fMerges
	fKinship    // what the lexical table says of the worst pair of aligned words
	fKinshipMin // the least it says of any two aligned words that are not equal
	fKinshipMax
	fNickname        // aligned words of which one is a short form of the other
	fListed          // a surname that print puts first begins a name
	fJoined          // likeness of the words run together
	fLengthGap       // difference in letters of the whole names
	fLetters         // letters of the shorter name
	fLeftover        // likeness of the two words without a partner that are most alike, however little that is
	fLeftoverInitial // two words without a partner begin alike
	fLeftoverRareMin // their rarity
	fLeftoverRareMax
	fLeftoverSurname // the weight that both are surnames
	fLeftoverGiven   // both are listed given names
	fLeftoverKinship // what the lexical table says of them
	fLeftoverFirst   // one of them begins its name
	fKunyaMin        // names that begin with "father of" or "mother of"
	fKunyaMax
	fKunyaAligned // aligned words that both carry it
	fNisbaMin     // words without a partner that carry the Arabic article: a place or a tribe
	fNisbaMax
	fMarks  // aligned words of the same letters with different marks: Tấn, Tăng
	fTitles // titles of one name that are words of the other
	// syllables of Chinese, Korean and Vietnamese given names: -1 when they differ, 0 for other names, 1 when they agree
	fSyllables
	fFathers // Slavic patronymics: -1 when they differ, 0 where not both have one, 1 when they are one
	Features // the number of those that the trees ask for
)

// Features too rare in the labelled pairs to be learned, see [Model.odds].
const (
	fChild    = Features + iota // one is named as the child of the other
	fOtherSex                   // one surname is the other as a woman bears it, and the given names are not one
	fMiddle                     // other initials stand behind one given name
	allFeatures
)

// closeWords is the similarity above which two words are usually spellings of one name.
const closeWords = 0.75

// Vector holds the features of one pair.
type Vector [allFeatures]float32

// Contained is the share of the shorter name's evidence that found a partner.
func (v *Vector) Contained() float32 { return v[fContain] }

// vector computes the features of an alignment. Its two sides must be in canonical order.
func (m *Model) vector(al *alignment) (f Vector) {
	if al.n == 0 || al.m == 0 {
		return f
	}
	t := al.total()
	ends(al, &f)
	m.lexical(al, &f)
	unmatched(al, &f)
	t.fill(al, &f)
	m.worst(al, &f)
	conflicts(al, &f)
	if f[fContain] >= strangers {
		f[fJoined] = m.ratio(&al.a.whole, &al.b.whole)
		m.leftover(al, &f)
	}
	return f
}

// totals are sums over the aligned words.
type totals struct {
	evidence, rare, rareExact, logProduct, letters float32
	aligned, exact, closely, initials, inversions  int
	skeletons                                      int
}

func (al *alignment) total() (t totals) {
	prev := int8(-1)
	for i := range al.n {
		j := al.ab[i]
		if j < 0 {
			continue
		}
		x, y, s := al.a.words[i], al.b.words[j], al.sim[i][j]
		if j < prev {
			t.inversions++
		}
		prev = j
		t.aligned++
		t.evidence += s * (x.code.Self + y.code.Self)
		t.rare += s * (x.rarity + y.rarity) / 2
		t.letters += s * (x.surprise + y.surprise) / 2
		if s == equal {
			t.exact++
			t.rareExact += x.rarity
		}
		if al.a.initial(i) || al.b.initial(int(j)) {
			t.initials++
			continue
		}
		if s > closeWords {
			t.closely++
		}
		t.logProduct += float32(math.Log(float64(s)))
		if shareSkeleton(x, y) {
			t.skeletons++
		}
	}
	return t
}

func (t totals) fill(al *alignment, f *Vector) {
	less, more := minMax(al.a.self, al.b.self)
	f[fWhole] = t.evidence / max(1, less+more)
	f[fContain] = t.evidence / 2 / max(1, less)
	f[fInitials] = float32(t.initials)
	f[fAligned] = float32(t.aligned)
	f[fRareAligned] = t.rare
	f[fRareExact] = t.rareExact
	f[fExact] = float32(t.exact)
	f[fClose] = float32(t.closely)
	f[fInversions] = float32(t.inversions)
	f[fWordsMin], f[fWordsMax] = minMax(float32(al.n), float32(al.m))
	f[fLogProduct] = t.logProduct
	f[fRareShare] = t.rare / max(0.1, t.rare+f[fUnmatchedRareMin])
	f[fRareShareMx] = t.rare / max(0.1, t.rare+f[fUnmatchedRareMax])
	f[fSkeletons] = float32(t.skeletons) / f[fWordsMin]
	f[fEvidence] = t.letters
	f[fMerges] = float32(al.merges)
	f[fLengthGap] = float32(abs(len(al.a.key) - len(al.b.key)))
	f[fLetters] = float32(min(len(al.a.key), len(al.b.key)))
	f[fTitles] = float32(titleWords(al.a, al.b) + titleWords(al.b, al.a))
}

// ends fills what the first and last words, the surnames and the most telling words say.
func ends(al *alignment, f *Vector) {
	f[fLastMin], f[fLastMax] = minMax(al.simA(al.n-1), al.simB(al.m-1))
	f[fFirstMin], f[fFirstMax] = minMax(al.simA(0), al.simB(0))
	var sa, sb, role float32
	for i := range al.n {
		sa += al.a.surname[i] * al.simA(i)
		if j := al.ab[i]; j >= 0 {
			role += al.a.surname[i] * al.b.surname[j]
		}
	}
	for j := range al.m {
		sb += al.b.surname[j] * al.simB(j)
	}
	f[fSurnameMin], f[fSurnameMax] = minMax(sa, sb)
	f[fRoleMatch] = role
	f[fRarestMin], f[fRarestMax] = minMax(al.simA(mostTelling(al.a)), al.simB(mostTelling(al.b)))
}

// mostTelling is the index of the word with the most rarity and length.
func mostTelling(f *Form) int {
	best, most := 0, float32(-1)
	for i, w := range f.words {
		if v := w.rarity * float32(len(w.fold)); v > most {
			best, most = i, v
		}
	}
	return best
}

func unmatched(al *alignment, f *Vector) {
	var na, nb, ra, rb float32
	var initialA, initialB, fullA, fullB bool
	for i, w := range al.a.words {
		if al.ab[i] < 0 {
			na++
			ra += w.rarity
			initialA = initialA || al.a.initial(i)
			fullA = fullA || !al.a.initial(i)
		}
	}
	for j, w := range al.b.words {
		if al.ba[j] < 0 {
			nb++
			rb += w.rarity
			initialB = initialB || al.b.initial(j)
			fullB = fullB || !al.b.initial(j)
		}
	}
	f[fUnmatchedMin], f[fUnmatchedMax] = minMax(na, nb)
	f[fNisbaMin], f[fNisbaMax] = minMax(nisbas(al.a, al.ab), nisbas(al.b, al.ba))
	f[fUnmatchedRareMin], f[fUnmatchedRareMax] = minMax(ra, rb)
	if initialA && (initialB || fullB) || initialB && fullA {
		f[fInitialClash] = 1
	}
}

// leftover compares the words without a partner: none is alike enough to be a spelling of the other, but there are
// degrees.
func (m *Model) leftover(al *alignment, f *Vector) {
	f[fLeftover] = leftoverNone
	at, with := -1, -1
	for i, x := range al.a.words {
		if al.ab[i] >= 0 || al.a.initial(i) {
			continue
		}
		for j, y := range al.b.words {
			if al.ba[j] >= 0 || al.b.initial(j) {
				continue
			}
			s := m.remainder(x, y)
			if s > f[fLeftover] {
				f[fLeftover], at, with = s, i, j
			}
			f[fLeftoverInitial] = max(f[fLeftoverInitial], truth(x.fold[0] == y.fold[0]))
		}
	}
	if at < 0 {
		return
	}
	x, y := al.a.words[at], al.b.words[with]
	f[fLeftoverRareMin], f[fLeftoverRareMax] = minMax(x.rarity, y.rarity)
	f[fLeftoverSurname] = min(al.a.surname[at], al.b.surname[with])
	f[fLeftoverGiven] = truth(x.given && y.given)
	f[fLeftoverKinship] = m.Lexical.kinship(x, y)
	f[fLeftoverFirst] = truth(at == 0 || with == 0)
}

// remainder is how alike two words without a partner are, below 0 for words less alike than chance makes them.
func (m *Model) remainder(x, y *word) float32 {
	self := (x.code.Self + y.code.Self) / 2
	if self <= 0 {
		return leftoverLeast
	}
	return max(leftoverLeast, m.Edit.Score(&x.code, &y.code, leftoverLeast*self)/self)
}

// leftoverNone stands for names of which not both have words without a partner, leftoverLeast for words that share
// nothing.
const (
	leftoverNone  = -2
	leftoverLeast = -1
)

// titleWords counts the titles of a that are words of b: Hafiz may be either.
func titleWords(a, b *Form) int {
	n := 0
	for _, t := range a.Name.Titles {
		for _, w := range b.words {
			if w.fold == t {
				n++
			}
		}
	}
	return n
}

// lexical fills what the table of known names says of the aligned words.
func (m *Model) lexical(al *alignment, f *Vector) {
	for i := range al.n {
		j := al.ab[i]
		if j < 0 || al.sim[i][j] == equal || al.a.initial(i) || al.b.initial(int(j)) {
			continue
		}
		x, y := al.a.words[i], al.b.words[j]
		k := m.Lexical.kinship(x, y)
		f[fKinshipMin], f[fKinshipMax] = min(f[fKinshipMin], k), max(f[fKinshipMax], k)
		f[fNickname] = max(f[fNickname], truth(m.Lexical.nickname(x.hash, y.hash)))
	}
	f[fListed] = max(al.a.Name.SurnameFirst, al.b.Name.SurnameFirst)
}

// worst fills what the two least similar aligned words say; initials are left out.
func (m *Model) worst(al *alignment, f *Vector) {
	f[fWorst], f[fSecondWorst] = 1, 1
	at := -1
	for i := range al.n {
		j := al.ab[i]
		if j < 0 || al.a.initial(i) || al.b.initial(int(j)) {
			continue
		}
		switch s := al.sim[i][j]; {
		case s < f[fWorst]:
			f[fSecondWorst], f[fWorst] = f[fWorst], s
			at = i
		case s < f[fSecondWorst]:
			f[fSecondWorst] = s
		}
	}
	f[fWorstRareMin], f[fWorstRareMax], f[fWorstLength] = worstNone, worstNone, worstNone
	f[fWorstSkeleton], f[fWorstInitial], f[fWorstEvidence] = 1, 1, worstNone
	if at < 0 {
		return
	}
	i, j := at, al.ab[at]
	x, y := al.a.words[i], al.b.words[j]
	f[fWorstRareMin], f[fWorstRareMax] = minMax(x.rarity, y.rarity)
	f[fWorstEvidence] = al.sim[i][j]*(x.surprise+y.surprise)/2 - (1-al.sim[i][j])*(x.code.Self+y.code.Self)/2
	f[fWorstLength] = float32(min(len(x.fold), len(y.fold)))
	f[fWorstSkeleton] = truth(shareSkeleton(x, y))
	f[fWorstInitial] = truth(x.fold[0] == y.fold[0])
	f[fWorstGiven] = truth(x.given && y.given)
	f[fKinship] = m.Lexical.kinship(x, y)
	f[fWorstSurname] = (al.a.surname[i] + al.b.surname[j]) / 2
}

// worstNone stands for the properties of a worst pair where all aligned words are equal: better than any.
const worstNone = 25

// nisbas counts the words without a partner that carry the Arabic article.
func nisbas(f *Form, partner [maxWords]int8) (n float32) {
	for i := range f.words {
		if partner[i] < 0 && f.particle[i] == name.ArabicArticle {
			n++
		}
	}
	return n
}

// conflicts fills the features that speak against a join whatever the letters say.
func conflicts(al *alignment, f *Vector) {
	if ga, gb := al.a.gender, al.b.gender; ga != name.UnknownGender && gb != name.UnknownGender {
		f[fGender] = 2*truth(ga == gb) - 1
	}
	f[fOtherSex] = truth(al.otherSex())
	f[fMiddle] = truth(name.OtherMiddle(al.a.Name, al.b.Name))
	f[fChild] = truth(fathered(al.a, al.b, al.ab, al.ba) || fathered(al.b, al.a, al.ba, al.ab))
	f[fGeneration] = generations(al.a.Name, al.b.Name)
	f[fPatronymic] = truth(lonelyPatronymic(al.a, al.ab) && lonelyPatronymic(al.b, al.ba))
	f[fKunyaMin], f[fKunyaMax] = minMax(truth(al.a.particle[0] == name.KunyaParticle), truth(al.b.particle[0] == name.KunyaParticle))
	f[fSyllables] = float32(al.a.syllables.Agree(al.b.syllables))
	f[fFathers] = fathers(al.a, al.b)
	printed(al, f)
}

// otherSex reports whether one surname is the other as a woman bears it, and the given names are not one, as in Nodir Yusupov and Nodira
// Yusupova. Of one given name, papers print either, and Natalie Petrov is Natalia Petrova.
func (al *alignment) otherSex() bool {
	x, y := len(al.a.words)-1, len(al.b.words)-1
	if x < 1 || y < 1 || al.ab[0] == 0 && al.sim[0][0] == equal || al.a.initial(0) || al.b.initial(0) {
		return false
	}
	a, b := al.a.words, al.b.words
	man, woman := a, b
	switch {
	case name.Womanly(a[x].fold, b[y].fold):
	case name.Womanly(b[y].fold, a[x].fold):
		man, woman = b, a
	default:
		return false
	}
	return man[0].gender != name.Female && strings.HasSuffix(woman[0].fold, "a") && !strings.HasSuffix(man[0].fold, "a")
}

// printed fills what the particles and marks of aligned words say.
func printed(al *alignment, f *Vector) {
	var sonOfA, sonOfB bool
	for i := range al.n {
		j := al.ab[i]
		if j < 0 {
			continue
		}
		w, v := al.a.Name.Words[i], al.b.Name.Words[j]
		sonOfA = sonOfA || w.Filial() && !v.Filial() && j == 0
		sonOfB = sonOfB || v.Filial() && !w.Filial() && i == 0
		if w.Particle != v.Particle {
			f[fParticles]++
		}
		f[fKunyaAligned] += truth(al.a.particle[i] == name.KunyaParticle && al.b.particle[j] == name.KunyaParticle)
		f[fMarks] += truth(al.sim[i][j] == equal && otherMarks(w.Text, v.Text))
	}
	f[fFilial] = truth(sonOfA && sonOfB)
}

// fathered reports whether one name is that of the other's father: the first word of a is in b the name of the father of somebody whom a
// does not name, as Heydar Aliyev is in Ilham Heydar oglu Aliyev.
func fathered(a, b *Form, ab, ba [maxWords]int8) bool {
	if len(a.words) < 2 || len(b.words) < 2 || ba[0] >= 0 || a.initial(0) || b.initial(0) {
		return false
	}
	j := ab[0]
	if b.father != nil && a.father == nil {
		return (j < 0 || b.words[j] == b.father) && name.OneFather(b.father.fold, a.words[0].fold)
	}
	return j == 1 && b.Name.Words[1].Filial() && !a.Name.Words[1].Filial() && shareSkeleton(a.words[0], b.words[1])
}

// fathers compares the Slavic patronymics of two names: of 279 labelled pairs with two, those of different fathers are two
// people, but for an error of a list and a slip of the pen.
func fathers(a, b *Form) float32 {
	switch {
	case a.father == nil || b.father == nil:
		return 0
	case a.father.fold == b.father.fold || shareSkeleton(a.father, b.father):
		return 1
	}
	return -1
}

// lonelyPatronymic reports whether a name has a patronymic without a partner.
func lonelyPatronymic(f *Form, partner [maxWords]int8) bool {
	for i := range f.words {
		if partner[i] < 0 && f.Name.Words[i].Part == name.Patronymic {
			return true
		}
	}
	return false
}

// generations is 1 when two names tell other generations (Jr, III), half that when only one tells its own.
func generations(a, b name.Name) float32 {
	x, y := a.Generation(), b.Generation()
	switch {
	case x == y:
		return 0
	case x == "" || y == "":
		return 0.5
	}
	return 1
}

func shareSkeleton(x, y *word) bool {
	for _, s := range x.skeletons {
		for _, t := range y.skeletons {
			if s == t && s != 0 {
				return true
			}
		}
	}
	return false
}

func minMax(a, b float32) (float32, float32) { return min(a, b), max(a, b) }

func abs(n int) int { return max(n, -n) }

func truth(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

// otherMarks reports whether two words of the same letters carry different marks, and neither is printed without.
func otherMarks(a, b string) bool {
	return len(a) > 0 && marked(a) && marked(b) && !strings.EqualFold(a, b)
}

func marked(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0xC0 })
}
