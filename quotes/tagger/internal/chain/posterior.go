package chain

// Lattice gives the probabilities of the runs of one sequence. Its memory is reused.
//
// It is the forward-backward algorithm (Rabiner 1989), the sums of each token scaled to one. Products are rounded
// before they are added (a conversion keeps the compiler from fusing the two), so that all processors give the same bits.
type Lattice struct {
	Emit  []Scores
	Shape []uint8
	nodes []node
}

// node is one token of a lattice, by its label. A factor is e to the power of a score.
type node struct {
	here  [Labels]float64 // factor of the label
	begin [Labels]float64 // factor of a run that begins here
	end   [Labels]float64 // factor of a run that ends here
	stay  [Labels]float64 // factor by which a run grows that goes on to this token, scaled
	fresh [Labels]float64 // sum over the labellings up to this token in which a run begins here, scaled
	ahead [Labels]float64 // sum over all labellings up to this token, scaled to one
	done  [Labels]float64 // sum over the labellings after this token in which a run ends here, scaled
	rest  [Labels]float64 // sum over all labellings after this token, scaled
	scale float64
}

// Span is a run of tokens [From, To) with one label, and how probable it is that exactly these tokens are one.
type Span struct {
	From, To int
	Label    Label
	Prob     float64
}

// Reset prepares for n tokens, all scores zero.
func (l *Lattice) Reset(n int) {
	if cap(l.Emit) < n {
		m := n + n/2
		l.Emit, l.Shape, l.nodes = make([]Scores, m), make([]uint8, m), make([]node, m)
	}
	l.Emit, l.Shape, l.nodes = l.Emit[:n], l.Shape[:n], l.nodes[:n]
	clear(l.Emit)
}

// Sum adds up the labellings of a sequence of one token or more. Where no run of a label but None can be as probable as
// least, it reports false and stops halfway: [Lattice.Spans] may be asked only when it reports true.
func (l *Lattice) Sum(m *Moves, least float64) bool {
	if idle := l.forward(m); 1-idle < least {
		return false
	}
	for i := len(l.nodes) - 2; i >= 0; i-- {
		x, next, shape := &l.nodes[i], &l.nodes[i+1], l.Shape[i+1]
		x.retreat(next, &m.pair[shape])
	}
	return true
}

// forward fills all but rest and done and gives the probability that all labels are None.
func (l *Lattice) forward(m *Moves) float64 {
	first, last := &l.nodes[0], &l.nodes[len(l.nodes)-1]
	first.factors(&l.Emit[0])
	for c := range Labels {
		first.fresh[c] = m.start[c] * first.begin[c] * first.here[c]
	}
	first.ahead = first.fresh
	first.normalise()
	idle := first.ahead[None]
	for i := 1; i < len(l.nodes); i++ {
		x, shape := &l.nodes[i], l.Shape[i]
		x.factors(&l.Emit[i])
		x.advance(&l.nodes[i-1], &m.stay[shape], &m.pair[shape])
		idle *= x.stay[None]
	}
	total := 0.0
	for c := range Labels {
		last.done[c] = m.stop[c] * last.end[c]
		total += float64(last.ahead[c] * last.done[c])
	}
	for c := range Labels {
		last.done[c] /= total
	}
	last.rest = last.done
	return idle * last.rest[None]
}

// factors reads the scores of a token.
func (x *node) factors(s *Scores) {
	x.begin[None], x.end[None], x.here[None] = 1, 1, exp(s[None])
	for c := 1; c < Labels; c++ {
		x.here[c], x.begin[c], x.end[c] = exp(s[c]), exp(s[Begin+c]), exp(s[End+c])
	}
}

// advance sums over the labels of the token before.
func (x *node) advance(prev *node, stay *[Labels]float64, pair *[Labels][Labels]float64) {
	var s0, s1, s2, s3, s4, s5, s6, s7 float64
	for p := range pair {
		ends, row := prev.ahead[p]*prev.end[p], &pair[p]
		s0 += float64(ends * row[0])
		s1 += float64(ends * row[1])
		s2 += float64(ends * row[2])
		s3 += float64(ends * row[3])
		s4 += float64(ends * row[4])
		s5 += float64(ends * row[5])
		s6 += float64(ends * row[6])
		s7 += float64(ends * row[7])
	}
	for c, s := range [Labels]float64{s0, s1, s2, s3, s4, s5, s6, s7} {
		x.stay[c] = stay[c] * x.here[c]
		x.fresh[c] = s * x.begin[c] * x.here[c]
		x.ahead[c] = x.fresh[c] + float64(prev.ahead[c]*x.stay[c])
	}
	x.normalise()
}

// normalise scales the sums to one.
func (x *node) normalise() {
	sum := 0.0
	for _, v := range x.ahead {
		sum += v
	}
	x.scale = 1 / sum
	for c := range Labels {
		x.ahead[c] *= x.scale
		x.fresh[c] *= x.scale
		x.stay[c] *= x.scale
	}
}

// retreat sums over the labels of the token after.
func (x *node) retreat(next *node, pair *[Labels][Labels]float64) {
	var in [Labels]float64
	for c := range in {
		in[c] = next.begin[c] * next.here[c] * next.rest[c] * next.scale
	}
	for p := range pair {
		row := &pair[p]
		sum := float64(row[0]*in[0]) + float64(row[1]*in[1]) + float64(row[2]*in[2]) + float64(row[3]*in[3]) +
			float64(row[4]*in[4]) + float64(row[5]*in[5]) + float64(row[6]*in[6]) + float64(row[7]*in[7])
		x.done[p] = sum * x.end[p]
		x.rest[p] = x.done[p] + float64(next.stay[p]*next.rest[p])
	}
}

// Spans appends to dst the runs of cues, sources and contents that are as probable as least, by where they begin.
func (l *Lattice) Spans(dst []Span, least float64) []Span {
	for i := range l.nodes {
		x := &l.nodes[i]
		for c := Cue; c < Labels; c++ {
			if x.fresh[c]*x.rest[c] >= least {
				dst = l.spansFrom(dst, i, c, least)
			}
		}
	}
	return dst
}

// spansFrom appends the runs of label c that begin at token i.
func (l *Lattice) spansFrom(dst []Span, i int, c Label, least float64) []Span {
	p := l.nodes[i].fresh[c]
	for j := i; ; {
		if q := p * l.nodes[j].done[c]; q >= least {
			dst = append(dst, Span{From: i, To: j + 1, Label: c, Prob: q})
		}
		if j++; j == len(l.nodes) {
			return dst
		}
		p *= l.nodes[j].stay[c]
		if p*l.nodes[j].rest[c] < least {
			return dst
		}
	}
}
