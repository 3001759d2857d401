package feature

// LabelTemplates is the number of keys that LabelKeys fills.
const LabelTemplates = 62

// LabelKeys fills keys with the features of token i for the second stage.
func (u *Unit) LabelKeys(keys *[LabelTemplates]uint32, i int) {
	w, a, b, a2, b2 := u.at(i), u.at(i-1), u.at(i+1), u.at(i-2), u.at(i+2)
	a3, b3 := u.at(i-3), u.at(i+3)
	k := 0
	add := func(x, y uint32) { keys[k] = mix(100+k, x, y); k++ }
	// The words around.
	add(w.Hash, 0)
	add(a.Hash, 0)
	add(b.Hash, 0)
	add(a2.Hash, 0)
	add(b2.Hash, 0)
	add(w.Stem, 0)
	add(w.Form, 0)
	add(a.Form, 0)
	add(b.Form, 0)
	add(a2.Form, 0)
	add(b2.Form, 0)
	add(a3.Form, 0)
	add(b3.Form, 0)
	add(a.Hash, w.Hash)
	add(w.Hash, b.Hash)
	add(a.Form, w.Form)
	add(w.Form, b.Form)
	add(uint32(a2.Coarse)<<8|uint32(a.Coarse), uint32(w.Coarse))
	add(uint32(a.Coarse)<<8|uint32(w.Coarse), uint32(b.Coarse))
	add(uint32(w.Coarse)<<8|uint32(b.Coarse), uint32(b2.Coarse))
	add(a.Hash, b.Hash)
	add(b.Hash, b2.Hash)
	add(a2.Hash, a.Hash)
	add(w.Suffix, uint32(w.Shape))
	shapes := uint32(a2.Shape)<<16 | uint32(a.Shape)<<12 | uint32(w.Shape)<<8 | uint32(b.Shape)<<4 | uint32(b2.Shape)
	add(shapes&0xfff0>>0, 0)
	add(shapes, 0)
	add(w.Form, shapes&0xf0f0)
	// Quotation marks.
	q := uint32(u.Quoted[i])<<6 | uint32(u.quoted(i-1))<<3 | uint32(u.quoted(i+1))
	first := u.first(i) | u.first(i+1)<<1 | u.first(i+2)<<2
	add(q, first)
	add(q, shapes&0xfff0)
	add(q, w.Hash)
	add(u.quotes(i), first)
	// The likely cue to the left, the one to the right, and the token as a cue.
	cue := uint32(u.Cue[i]) | uint32(u.level(i-1))<<3 | uint32(u.level(i+1))<<6
	add(cue, 0)
	add(cue, w.Form)
	add(cue, a.Hash)
	add(cue, b.Hash)
	l, ld := u.toward(i, u.left[i])
	r, rd := u.toward(i, u.right[i])
	add(ld, rd)
	add(l.Stem, ld)
	add(r.Stem, rd)
	add(l.Stem, w.Hash)
	add(r.Stem, w.Hash)
	add(l.Stem, w.Form)
	add(r.Stem, w.Form)
	add(l.Stem, b.Form)
	add(l.Stem, a.Form)
	add(l.Form, uint32(w.Coarse)<<8|uint32(b.Coarse))
	add(r.Form, uint32(a.Coarse)<<8|uint32(w.Coarse))
	add(ld, uint32(w.Coarse)<<8|uint32(b.Coarse))
	add(rd, uint32(a.Coarse)<<8|uint32(w.Coarse))
	add(ld, w.Hash)
	add(rd, w.Hash)
	add(ld, b.Hash)
	add(rd, b.Hash)
	add(l.Stem, r.Stem)
	add(ld<<3|uint32(u.Quoted[i]), rd)
	add(ld<<9|q, first)
	add(rd<<9|q, first)
	// Commas and clauses.
	f := u.frame(i)
	add(f, 0)
	add(f, w.Form)
	add(ld, f)
	add(rd, f)
	pw, nw := u.clause(i)
	add(pw<<8|uint32(w.Shape), nw)
	add(pw, ld)
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
