package feature

// Likelihood of a cue, as the first stage grades it.
const (
	Levels = 5
	Likely = 2 // the least level that the second stage treats as a cue
)

// CueTemplates is the number of keys that CueKeys fills, nearTemplates of them with the word and its neighbours.
const (
	CueTemplates  = 41
	nearTemplates = 13
)

// Candidate reports whether token i may be a cue at all: whether its word ever was one.
func (u *Unit) Candidate(i int) bool { return u.Words[i].Rate > 0 }

// edge stands for the tokens before the first and after the last.
var edge = Word{Hash: 1, Stem: 1, Suffix: 1, Form: 1, Coarse: 127, Shape: Other}

func (u *Unit) at(i int) *Word {
	if uint(i) < uint(len(u.Words)) {
		return &u.Words[i]
	}
	return &edge
}

// CueKeys fills keys with the features of token i as a possible cue.
func (u *Unit) CueKeys(keys *[CueTemplates]uint32, i int) {
	u.nearKeys(keys, i)
	u.farKeys(keys, i)
}

// nearKeys fills the first keys: those of the word with its neighbours.
func (u *Unit) nearKeys(keys *[CueTemplates]uint32, i int) {
	w, a, b := u.at(i), u.at(i-1), u.at(i+1)
	shapes, k := u.shapes(i), 0
	add := func(x, y uint32) { keys[k] = mix(k, x, y); k++ }
	add(w.Hash, 0)
	add(w.Stem, 0)
	add(w.Form, 0)
	add(uint32(w.Rate), uint32(w.Shape))
	add(w.Stem, a.Hash)
	add(w.Stem, b.Hash)
	add(w.Stem, a.Form)
	add(w.Stem, b.Form)
	add(w.Stem, uint32(a.Coarse)<<8|uint32(b.Coarse))
	add(w.Stem, shapes)
	add(w.Form, shapes)
	add(w.Form, uint32(a.Coarse)<<8|uint32(b.Coarse))
	add(w.Suffix, uint32(a.Coarse)<<8|uint32(b.Coarse))
}

// shapes joins the shapes of the two neighbours on either side of token i.
func (u *Unit) shapes(i int) uint32 {
	return uint32(u.at(i-2).Shape)<<12 | uint32(u.at(i-1).Shape)<<8 | uint32(u.at(i+1).Shape)<<4 | uint32(u.at(i+2).Shape)
}

// farKeys fills the other keys.
func (u *Unit) farKeys(keys *[CueTemplates]uint32, i int) {
	w, a, b, a2, b2 := u.at(i), u.at(i-1), u.at(i+1), u.at(i-2), u.at(i+2)
	a3, b3 := u.at(i-3), u.at(i+3)
	q, shapes, k := u.quotes(i), u.shapes(i), nearTemplates
	add := func(x, y uint32) { keys[k] = mix(k, x, y); k++ }
	add(a.Hash, 0)
	add(b.Hash, 0)
	add(a2.Hash, 0)
	add(b2.Hash, 0)
	add(a.Form, 0)
	add(b.Form, 0)
	add(a2.Form, 0)
	add(b2.Form, 0)
	add(a.Hash, b.Hash)
	add(a2.Hash, a.Hash)
	add(b.Hash, b2.Hash)
	add(a3.Form, 0)
	add(b3.Form, 0)
	add(w.Stem, q)
	add(w.Form, q)
	add(uint32(w.Rate), q)
	add(uint32(w.Rate), uint32(a.Coarse)<<8|uint32(b.Coarse))
	add(w.Stem, b2.Hash)
	add(w.Stem, a2.Form)
	add(u.frame(i), w.Stem)
	add(u.frame(i), uint32(w.Coarse))
	add(w.Sense, q)
	add(w.Sense, a.Sense<<10|b.Sense)
	add(b.Sense, w.Stem)
	add(b.Sense, uint32(w.Rate)<<10|w.Sense)
	add(a.Sense, uint32(w.Rate)<<10|w.Sense)
	add(b2.Sense, uint32(w.Rate)<<10|w.Sense)
	add(w.Sense, shapes)
}

// quotes describes the quotation marks around token i: whether it is inside, and what lies beyond the nearest
// punctuation on either side.
func (u *Unit) quotes(i int) uint32 {
	q := uint32(u.Quoted[i])
	if p := u.prev[i]; p >= 0 {
		q |= uint32(u.Quoted[p])<<3 | uint32(u.Words[p].Shape)<<6
	}
	if n := u.next[i]; n >= 0 {
		q |= uint32(u.Quoted[n])<<10 | uint32(u.Words[n].Shape)<<13
	}
	return q
}

// frame describes where token i stands between the punctuation of its sentence.
func (u *Unit) frame(i int) uint32 {
	f := uint32(u.commas[i])
	if p := u.prev[i]; p >= 0 {
		f |= uint32(u.Words[p].Shape)<<2 | distance(i-int(p))<<6
	}
	if n := u.next[i]; n >= 0 {
		f |= uint32(u.Words[n].Shape)<<10 | distance(int(n)-i)<<14
	}
	return f
}

// distance grades a number of tokens, 0 to 9.
func distance(n int) uint32 {
	switch {
	case n <= 5:
		return uint32(n)
	case n <= 8:
		return 6
	case n <= 13:
		return 7
	case n <= 21:
		return 8
	}
	return 9
}
