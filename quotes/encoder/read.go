package encoder

import (
	"math"
	"slices"
)

const (
	// headWidth is how many numbers of a word each head looks at.
	headWidth = 32
	// quad is how many pieces are multiplied at once.
	quad = 4
	// columnsAtOnce is how many columns are multiplied at once.
	columnsAtOnce = 32
)

// room is the memory of one chunk: vectors of its pieces, one after the other, and of blank ones that fill the last quad.
type room struct {
	x, sum  []float32
	query   []float32
	key     []float32
	value   []float32
	inner   []float32
	attend  []float32
	rounded rounded
}

// read reads one chunk.
func (e *Encoder) read(dst []Beliefs, c Chunk) []Beliefs {
	m, r := e.model, &e.room
	r.size(len(c.Pieces), int(m.Width), int(m.Inner))
	m.embed(r, c.Pieces)
	for i := range m.layers {
		m.layers[i].run(r, len(c.Pieces))
	}
	for _, at := range c.First {
		dst = append(dst, m.believe(r.x[int(at)*int(m.Width):][:m.Width]))
	}
	return dst
}

// size makes room for so many pieces.
func (r *room) size(pieces, width, inner int) {
	n := (pieces + quad - 1) / quad * quad
	for _, v := range []*[]float32{&r.x, &r.sum, &r.query, &r.key, &r.value} {
		*v = cleared(*v, n*width)
	}
	r.inner = cleared(r.inner, n*inner)
	r.attend = cleared(r.attend, n)
}

func cleared(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, n+n/2)
	}
	s = s[:n]
	clear(s)
	return s
}

// embed fills x with what each piece and its place stand for.
func (m *weights) embed(r *room, pieces []int32) {
	width := int(m.Width)
	for i, p := range pieces {
		x := r.x[i*width:][:width]
		m.pieces.add(x, int(p))
		for k, v := range m.places[i*width:][:width] {
			x[k] += v
		}
		m.begin.normalise(x)
	}
}

// run takes a chunk of so many real pieces through a layer.
func (l *layer) run(r *room, pieces int) {
	r.rounded.round(r.x, l.query.columns)
	l.query.times(r.query, &r.rounded)
	l.key.times(r.key, &r.rounded)
	l.value.times(r.value, &r.rounded)
	r.lookAround(pieces, l.query.columns)
	r.rounded.round(r.query, l.mixed.columns)
	l.mixed.times(r.sum, &r.rounded)
	r.add(&l.first, l.mixed.columns)

	r.rounded.round(r.x, l.inner.columns)
	l.inner.times(r.inner, &r.rounded)
	for i, v := range r.inner {
		r.inner[i] = gelu(v)
	}
	r.rounded.round(r.inner, l.outer.columns)
	l.outer.times(r.sum, &r.rounded)
	r.add(&l.second, l.inner.columns)
}

// add adds sum to x and normalises each vector.
func (r *room) add(s *scale, width int) {
	for i := range r.x {
		r.x[i] += r.sum[i]
	}
	for i := 0; i < len(r.x); i += width {
		s.normalise(r.x[i:][:width])
	}
}

// lookAround has each piece look at all others, head by head: in place of its query comes the mean of their values, weighed by how well their
// keys answer it.
func (r *room) lookAround(pieces, width int) {
	for head := 0; head < width; head += headWidth {
		for i := range pieces {
			q := (*[headWidth]float32)(r.query[i*width+head:])
			r.ask(q, pieces, width, head)
			mix(q, r.attend[:pieces], r.value[head:], width)
		}
	}
}

// ask fills attend with the share that each piece has in the answer to q.
func (r *room) ask(q *[headWidth]float32, pieces, width, head int) {
	const sharpness = 0.17677669 // one by the root of headWidth
	shares := r.attend[:pieces]
	answers(shares, q, r.key[head:], width)
	best := slices.Max(shares)
	var sum float32
	for j, v := range shares {
		shares[j] = exp(sharpness * (v - best))
		sum += shares[j]
	}
	for j := range shares {
		shares[j] /= sum
	}
}

// believe gives the logarithms of the labels' probabilities for a word whose first piece is x.
func (m *weights) believe(x []float32) Beliefs {
	var b Beliefs
	best := float32(math.Inf(-1))
	for k := range b {
		row := m.out[k*len(x):][:len(x)]
		b[k] = m.move[k]
		for i, v := range x {
			b[k] += float32(v * row[i])
		}
		best = max(best, b[k])
	}
	var sum float32
	for _, v := range b {
		sum += exp(v - best)
	}
	for k := range b {
		b[k] -= best + logarithm(sum)
	}
	return b
}
