package likeness

// Sketch is what a glance at a name of a set sees. Sketches of many names lie side by side in memory.
type Sketch struct {
	words    [sketched]uint32 // numbers in the set
	number   uint8            // of words; 0 where a glance is not enough
	initials uint8            // which words are initials, one bit each
	readings bool             // its syllables may be another name's, see [Form.romanises]
}

// sketched is the number of words that a sketch has room for: names with more are looked at in full.
const sketched = 5

// Sketch gives the sketch of a form of the set.
func (f *Form) Sketch() (s Sketch) {
	if len(f.words) > sketched {
		return s
	}
	for i, w := range f.words {
		s.words[i] = w.id
	}
	s.number, s.initials, s.readings = uint8(len(f.words)), uint8(f.initials), f.readings != nil
	return s
}

// What a glance sees of a pair of names. Like [Vector], all is symmetric.
const (
	gWordsMin = iota
	gWordsMax
	gEqual      // words of both names
	gEqualSelf  // their self scores, summed
	gEqualRare  // their rarity, summed
	gEqualFirst // the first words are equal
	gEqualLast
	gEqualCross // the first word of one is the last of the other
	gShareMin   // share of a name that equal words make up
	gShareMax
	gReachMin // the same when every other word counts with the share of letters that its best partner has in order
	gReachMax
	gLoneMin // words that are not equal
	gLoneMax
	gLoneRareMin
	gLoneRareMax
	gWorstMin // of the words that are not equal, the least share of letters in the best partner
	gWorstMax
	gLetters // the largest share of letters that two words which are not equal have in order
	gClasses // the same of consonant classes
	gCover   // the same of the letters of the shorter word
	gBegin   // two words that are not equal begin alike
	gInitials
	gInitialFits // an initial fits a word that is not equal
	gGiven       // two words that are not equal are listed given names
	gKnown       // what the lexical table or a list of short forms says of two words that are not equal
	glances
)

// Glimpse is what a glance sees of a pair.
type Glimpse [glances]float32

// Worth reports whether two names of the set are worth comparing, by a glance; s and t are their sketches, a is the form of s.
// least is what the glance has to come to, in log-odds: 0 among few names, more among many.
func (f *Forms) Worth(a *Form, s, t *Sketch, least float32) bool {
	if !s.tells(t) {
		return true
	}
	l := f.look(a, s, t)
	return f.model.Worth.Passes(l.sees[:], least)
}

// tells reports whether a glance decides about two names.
func (s *Sketch) tells(t *Sketch) bool {
	return s.number > 0 && t.number > 0 && !(s.readings && t.readings)
}

// Glimpse gives what a glance sees of two names of the set, false where it does not decide.
func (f *Forms) Glimpse(a, b *Form) (Glimpse, bool) {
	s, t := a.Sketch(), b.Sketch()
	if !s.tells(&t) {
		return Glimpse{}, false
	}
	return f.look(a, &s, &t).sees, true
}

// look is a glance at two names.
type look struct {
	*Forms
	a    *Form
	s, t *Sketch
	lone [2]uint8 // which words of either name are not equal to one of the other, one bit each
	best [2][sketched]float32
	sees Glimpse
}

func (f *Forms) look(a *Form, s, t *Sketch) (l look) {
	l.Forms, l.a, l.s, l.t = f, a, s, t
	l.equals()
	l.others()
	l.sums()
	return l
}

// equals finds the words of both names.
func (l *look) equals() {
	n, m := int(l.s.number), int(l.t.number)
	l.lone = [2]uint8{1<<n - 1, 1<<m - 1}
	for i, w := range l.s.words[:n] {
		for j, v := range l.t.words[:m] {
			if w == v && l.lone[1]>>j&1 == 1 {
				l.lone[0] &^= 1 << i
				l.lone[1] &^= 1 << j
				b := &l.brief[w-1]
				l.sees[gEqual]++
				l.sees[gEqualSelf] += float32(b.self)
				l.sees[gEqualRare] += float32(b.rarity)
				break
			}
		}
	}
	first, last := l.s.words[0] == l.t.words[0], l.s.words[n-1] == l.t.words[m-1]
	l.sees[gEqualFirst], l.sees[gEqualLast] = truth(first), truth(last)
	l.sees[gEqualCross] = truth(l.s.words[0] == l.t.words[m-1]) + truth(l.s.words[n-1] == l.t.words[0])
}

// others compares the words that are not equal by what they share in order.
func (l *look) others() {
	for i, x := range l.a.words {
		for j, v := range l.t.words[:l.t.number] {
			if l.lone[0]>>i&1 == 1 && l.lone[1]>>j&1 == 1 {
				s := l.compare(x, v, (l.s.initials>>i|l.t.initials>>j)&1 == 1)
				l.best[0][i], l.best[1][j] = max(l.best[0][i], s), max(l.best[1][j], s)
			}
		}
	}
}

// compare gives the share of letters that two words have in order.
func (l *look) compare(x *word, v uint32, initial bool) float32 {
	y := &l.brief[v-1]
	n, m := len(x.code.Code), int(y.length)
	alike := n > 0 && m > 0 && x.code.Code[0] == y.letters[0]
	if initial {
		l.sees[gInitialFits] = max(l.sees[gInitialFits], truth(alike))
		return initialFits * truth(alike)
	}
	letters, classes := l.lettersIn(x, v), x.places.classesIn(y.classes)
	s := float32(letters) / float32(max(1, n, m))
	if y.known != 0 && (x.listed || x.given) {
		if k := l.known(x, v); k > 0 {
			l.sees[gKnown] = max(l.sees[gKnown], k)
			s = max(s, k)
		}
	}
	l.sees[gLetters] = max(l.sees[gLetters], s)
	l.sees[gClasses] = max(l.sees[gClasses], float32(classes)/float32(max(1, x.number, int(y.number))))
	l.sees[gCover] = max(l.sees[gCover], float32(letters)/float32(max(1, min(n, m))))
	l.sees[gBegin] = max(l.sees[gBegin], truth(alike))
	l.sees[gGiven] = max(l.sees[gGiven], truth(x.given && y.known&knownGiven != 0))
	return s
}

// side is what one name adds to a glance.
type side struct{ self, reach, rare, lone, worst float32 }

func (l *look) side(s *Sketch, k int) (d side) {
	d.worst = equal
	for i, w := range s.words[:s.number] {
		b := &l.brief[w-1]
		d.self += float32(b.self)
		if l.lone[k]>>i&1 == 0 {
			continue
		}
		d.lone++
		d.rare += float32(b.rarity)
		d.reach += float32(int(l.best[k][i] * float32(b.self)))
		d.worst = min(d.worst, l.best[k][i])
	}
	return d
}

// sums fills what is known of either name.
func (l *look) sums() {
	v, a, b := &l.sees, l.side(l.s, 0), l.side(l.t, 1)
	v[gWordsMin], v[gWordsMax] = minMax(float32(l.s.number), float32(l.t.number))
	v[gShareMin], v[gShareMax] = minMax(v[gEqualSelf]/max(1, a.self), v[gEqualSelf]/max(1, b.self))
	v[gReachMin], v[gReachMax] = minMax((v[gEqualSelf]+a.reach)/max(1, a.self), (v[gEqualSelf]+b.reach)/max(1, b.self))
	v[gLoneMin], v[gLoneMax] = minMax(a.lone, b.lone)
	v[gLoneRareMin], v[gLoneRareMax] = minMax(a.rare, b.rare)
	v[gWorstMin], v[gWorstMax] = minMax(a.worst, b.worst)
	v[gInitials] = truth(l.s.initials != 0) + truth(l.t.initials != 0)
}
