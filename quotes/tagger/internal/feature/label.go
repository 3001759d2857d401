package feature

// LabelTemplates is the number of keys that LabelKeys fills: first those of single words, then those of the rest.
const (
	LabelTemplates  = AloneTemplates + JointTemplates
	AloneTemplates  = 15
	JointTemplates  = 46
	templatesBefore = 100 // numbers below are for the first stage
)

// Places are the positions of a word as seen from a token, nearest first.
var Places = [...]int{0, -1, 1, -2, 2, -3, 3}

// Reach is how far the places lie from a token.
const Reach = 3

// AloneOf gives the range of keys of AloneKeys for each of [Places].
var AloneOf = [len(Places)][2]int{{0, 5}, {5, 7}, {7, 9}, {9, 11}, {11, 13}, {13, 14}, {14, 15}}

// AloneKeys fills keys with the features of a word by itself, for each of [Places]. They are the same wherever the
// word stands, so the labeller adds their weights up once a word.
func (w *Word) AloneKeys(keys *[AloneTemplates]uint32) {
	values := [AloneTemplates][2]uint32{{w.Hash}, {w.Stem}, {w.Form}, {w.Suffix, uint32(w.Shape)}, {w.Sense}}
	for i := 5; i < 13; i += 2 { // one and two places away
		values[i][0], values[i+1][0] = w.Hash, w.Form
	}
	values[13][0], values[14][0] = w.Form, w.Form
	for i, v := range values {
		keys[i] = mix(templatesBefore+i, v[0], v[1])
	}
}

// At gives the word at token i, or that which stands for the tokens outside the unit.
func (u *Unit) At(i int) *Word { return u.at(i) }

// LabelKeys fills keys with all features of token i for the second stage. A feature is a template, known by its
// place in the list, and one or two values; docs/extraction.md says what the groups are worth.
func (u *Unit) LabelKeys(keys *[LabelTemplates]uint32, i int) {
	var alone [AloneTemplates]uint32
	for p, at := range Places {
		u.at(i + at).AloneKeys(&alone)
		copy(keys[AloneOf[p][0]:AloneOf[p][1]], alone[AloneOf[p][0]:])
	}
	u.JointKeys((*[JointTemplates]uint32)(keys[AloneTemplates:]), i)
}

// JointKeys fills keys with the features of token i that more than one word has a part in.
func (u *Unit) JointKeys(keys *[JointTemplates]uint32, i int) {
	var s spot
	s.fill(u, i)
	s.senses(s.clauses(s.paths(s.cues(s.quotations(s.words(emitter{keys: keys}))))))
}

// emitter numbers features as they come. It is passed on by value, so that the processor keeps the number at hand.
type emitter struct {
	keys *[JointTemplates]uint32
	n    int
}

func (e emitter) add(x, y uint32) emitter {
	e.keys[e.n] = mix(templatesBefore+AloneTemplates+e.n, x, y)
	e.n++
	return e
}

// spot is what the features of one token are made of.
type spot struct {
	a2, a, w, b, b2    *Word  // the word and its neighbours
	shapes             uint32 // of the five in the middle
	quoted             uint32 // in which quotation the token stands
	marks              uint32 // the same of the token and its neighbours
	beyond             uint32 // what lies at the nearest punctuation
	first              uint32 // where a sentence begins
	level              uint32 // how likely the token is a cue
	levels             uint32 // the same of the token and its neighbours
	l, r               *Word  // the likely cues to the left and to the right
	ld, rd             uint32 // how they are reached
	frame              uint32
	clause, nextClause uint32
}

func (s *spot) fill(u *Unit, i int) {
	s.a2, s.a, s.w, s.b, s.b2 = u.at(i-2), u.at(i-1), u.at(i), u.at(i+1), u.at(i+2)
	s.shapes = uint32(s.a2.Shape)<<16 | uint32(s.a.Shape)<<12 | uint32(s.w.Shape)<<8 | uint32(s.b.Shape)<<4 | uint32(s.b2.Shape)
	s.quoted = uint32(u.Quoted[i])
	s.marks = s.quoted<<6 | uint32(u.quoted(i-1))<<3 | uint32(u.quoted(i+1))
	s.beyond = u.quotes(i)
	s.first = u.first(i) | u.first(i+1)<<1 | u.first(i+2)<<2
	s.level = uint32(u.Cue[i])
	s.levels = s.level | uint32(u.level(i-1))<<3 | uint32(u.level(i+1))<<6
	s.l, s.ld = u.toward(i, u.left[i])
	s.r, s.rd = u.toward(i, u.right[i])
	s.frame = u.frame(i)
	s.clause, s.nextClause = u.clause(i)
}

// pair joins the coarse classes of two words.
func pair(x, y *Word) uint32 { return uint32(x.Coarse)<<8 | uint32(y.Coarse) }

func (s *spot) words(e emitter) emitter {
	a, w, b := s.a, s.w, s.b
	e = e.add(w.Hash, b.Hash)
	e = e.add(a.Form, w.Form)
	e = e.add(w.Form, b.Form)
	e = e.add(pair(s.a2, a), uint32(w.Coarse))
	e = e.add(pair(a, w), uint32(b.Coarse))
	e = e.add(a.Hash, b.Hash)
	e = e.add(s.a2.Hash, a.Hash)
	e = e.add(s.shapes&0xfff0, 0)
	e = e.add(s.shapes, 0)
	return e.add(w.Form, s.shapes&0xf0f0)
}

// quotations describes the marks around.
func (s *spot) quotations(e emitter) emitter {
	e = e.add(s.marks, s.first)
	e = e.add(s.marks, s.shapes&0xfff0)
	return e.add(s.beyond, s.first)
}

// cues describes the token as a cue, and the words of the likely cues on both sides.
func (s *spot) cues(e emitter) emitter {
	a, w, b, l, r := s.a, s.w, s.b, s.l, s.r
	e = e.add(s.levels, 0)
	e = e.add(s.levels, w.Form)
	e = e.add(s.levels, a.Hash)
	e = e.add(s.levels, b.Hash)
	e = e.add(s.ld, s.rd)
	e = e.add(l.Stem, s.ld)
	e = e.add(r.Stem, s.rd)
	e = e.add(l.Stem, w.Hash)
	e = e.add(r.Stem, w.Hash)
	e = e.add(l.Stem, w.Form)
	e = e.add(l.Stem, b.Form)
	return e.add(l.Form, pair(w, b))
}

// paths describes the ways to the likely cues.
func (s *spot) paths(e emitter) emitter {
	e = e.add(s.ld, pair(s.w, s.b))
	e = e.add(s.rd, pair(s.a, s.w))
	e = e.add(s.ld, s.w.Hash)
	e = e.add(s.rd, s.w.Hash)
	e = e.add(s.rd, s.b.Hash)
	e = e.add(s.l.Stem, s.r.Stem)
	e = e.add(s.ld<<3|s.quoted, s.rd)
	return e.add(s.rd<<9|s.marks, s.first)
}

// clauses describes the punctuation around.
func (s *spot) clauses(e emitter) emitter {
	e = e.add(s.frame, 0)
	e = e.add(s.frame, s.w.Form)
	e = e.add(s.ld, s.frame)
	e = e.add(s.rd, s.frame)
	return e.add(s.clause<<8|uint32(s.w.Shape), s.nextClause)
}

// senses describes what the words mean.
func (s *spot) senses(e emitter) emitter {
	a, w, b := s.a.Sense, s.w.Sense, s.b.Sense
	e = e.add(a, w)
	e = e.add(w, b)
	e = e.add(w, b<<10|s.b2.Sense)
	e = e.add(s.l.Sense, s.ld)
	e = e.add(s.r.Sense, s.rd)
	e = e.add(s.l.Sense, w<<10|b)
	e = e.add(s.r.Sense, a<<10|w)
	return e.add(w, s.level<<3|s.quoted)
}

func (u *Unit) quoted(i int) Length {
	if uint(i) < uint(len(u.Quoted)) {
		return u.Quoted[i]
	}
	return Unquoted
}

func (u *Unit) level(i int) uint8 {
	if uint(i) < uint(len(u.Cue)) {
		return u.Cue[i]
	}
	return 0
}

// first is 1 where a sentence begins, the unit's end included.
func (u *Unit) first(i int) uint32 {
	if i >= len(u.First) || u.First[i] {
		return 1
	}
	return 0
}

// toward describes a neighbouring cue j as seen from token i: its word, and how it is reached (distance, level,
// whether a comma or a sentence's end lies between). The edge word and 0 stand for no cue.
func (u *Unit) toward(i int, j int32) (*Word, uint32) {
	if j < 0 {
		return &edge, 0
	}
	from, to := i, int(j)
	if from > to {
		from, to = to, from
	}
	d := 1 + distance(to-from)<<1 | uint32(u.Cue[j])<<5
	switch {
	case u.sentence[to] != u.sentence[from]:
		d |= 2 << 8
	case u.commas[to] != u.commas[from]:
		d |= 1 << 8
	}
	return &u.Words[j], d
}

// clause gives the coarse classes of the words after the previous and the next structuring punctuation.
func (u *Unit) clause(i int) (before, after uint32) {
	if p := u.prev[i]; p >= 0 {
		before = uint32(u.at(int(p)+1).Coarse)<<4 | uint32(u.Words[p].Shape)
	}
	if n := u.next[i]; n >= 0 {
		after = uint32(u.at(int(n)+1).Coarse)<<4 | uint32(u.Words[n].Shape)
	}
	return before, after
}
