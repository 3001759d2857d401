package names

import (
	"math"

	"quotidian/matching/variant/edit"
)

// shape is the number of letters an operation writes in either word. An operation and its mirror share one
// parameter, so only shapes with x >= y are listed.
type shape struct{ x, y int }

var shapes = [...]shape{{1, 1}, {1, 0}, {2, 1}, {2, 2}, {3, 1}, {2, 0}}

// Expectation maximisation: the start values, the number of rounds and the counts below which a rare operation
// of more than two letters is forgotten. The values are those of the study behind docs/names.md; more rounds
// change nothing measurable.
const (
	emRounds     = 6
	sameStart    = 0.03
	plainStart   = 1e-4
	longStart    = 1e-6
	longestStart = 2e-7
	rareCount    = 2
	plainPrior   = 0.3
)

// variantPair is a pair of encoded words known to be spellings of one name, with the weight of that knowledge.
type variantPair struct {
	a, b   []edit.Letter
	weight float64
}

// params are the probabilities (or expected counts) of all operations by shape.
type params [len(shapes)][]float64

func newParams() *params {
	var p params
	for k, s := range shapes {
		p[k] = make([]float64, power(s.x+s.y))
	}
	return &p
}

func power(n int) int {
	r := 1
	for range n {
		r *= edit.Letters
	}
	return r
}

// start gives the probabilities EM begins with: copying is likely, anything longer is not.
func start() *params {
	p := newParams()
	for k, s := range shapes {
		v := plainStart
		switch s.x + s.y {
		case 3:
			v = longStart
		case 4:
			v = longestStart
		}
		for i := range p[k] {
			p[k][i] = v
		}
	}
	for c := range edit.Letters {
		p[0][c*edit.Letters+c] = sameStart
	}
	return p
}

// edge is one way an operation can lead from one cell of the lattice to another.
type edge struct {
	from, to int32
	shape    uint8
	index    int32
}

// lattice is the graph of all ways to read one pair, its edges in topological order.
type lattice struct {
	edges    []edge
	forward  []float64
	backward []float64
}

func (l *lattice) build(p variantPair) {
	l.edges = l.edges[:0]
	n, m := len(p.a), len(p.b)
	cells := (n + 1) * (m + 1)
	l.forward = append(l.forward[:0], make([]float64, cells)...)
	l.backward = append(l.backward[:0], make([]float64, cells)...)
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			l.arrive(p, i, j)
		}
	}
}

// arrive adds the edges that end in cell (i, j).
func (l *lattice) arrive(p variantPair, i, j int) {
	width := len(p.b) + 1
	for k, s := range shapes {
		if s.x <= i && s.y <= j && mayEnd(p.a[i-s.x:i], p.b[j-s.y:j]) {
			l.edges = append(l.edges, edge{int32((i-s.x)*width + j - s.y), int32(i*width + j), uint8(k), number(p.a[i-s.x:i], p.b[j-s.y:j])})
		}
		if s.x != s.y && s.y <= i && s.x <= j && mayEnd(p.a[i-s.y:i], p.b[j-s.x:j]) {
			l.edges = append(l.edges, edge{int32((i-s.y)*width + j - s.x), int32(i*width + j), uint8(k), number(p.b[j-s.x:j], p.a[i-s.y:i])})
		}
	}
}

// mayEnd forbids long operations that begin or end with a letter both sides share: copying explains it.
func mayEnd(x, y []edit.Letter) bool {
	if len(x)+len(y) <= 2 || len(x) == 0 || len(y) == 0 {
		return true
	}
	return x[0] != y[0] && x[len(x)-1] != y[len(y)-1]
}

func number(x, y []edit.Letter) int32 {
	k := 0
	for _, c := range x {
		k = k*edit.Letters + int(c)
	}
	for _, c := range y {
		k = k*edit.Letters + int(c)
	}
	return int32(k)
}

// count adds the expected number of uses of each operation in one pair to counts.
func (l *lattice) count(p *params, counts *params, weight float64) {
	l.forward[0] = 1
	for _, e := range l.edges {
		l.forward[e.to] += l.forward[e.from] * p[e.shape][e.index]
	}
	last := len(l.forward) - 1
	z := l.forward[last]
	if z <= 0 || math.IsInf(z, 0) {
		return
	}
	l.backward[last] = 1
	for i := len(l.edges) - 1; i >= 0; i-- {
		e := l.edges[i]
		b := l.backward[e.to] * p[e.shape][e.index]
		l.backward[e.from] += b
		counts[e.shape][e.index] += weight * l.forward[e.from] * b / z
	}
}

// learnOperations runs EM over the pairs and gives the operations as log-likelihood ratios against a letter
// background, in a fixed order.
func learnOperations(data []variantPair) []edit.Operation {
	p := start()
	var l lattice
	for range emRounds {
		counts := newParams()
		for _, d := range data {
			l.build(d)
			l.count(p, counts, d.weight)
		}
		p = normalise(mirror(counts))
	}
	return operations(p, background(data))
}

// mirror makes counts of 1:1 and 2:2 operations symmetric.
func mirror(c *params) *params {
	for k, s := range shapes {
		if s.x != s.y {
			continue
		}
		n := power(s.x)
		for i := range n {
			for j := range i {
				mean := (c[k][i*n+j] + c[k][j*n+i]) / 2
				c[k][i*n+j], c[k][j*n+i] = mean, mean
			}
		}
	}
	return c
}

func normalise(c *params) *params {
	total := 0.0
	for k, s := range shapes {
		for i, v := range c[k] {
			if s.x+s.y > 2 && v < rareCount {
				c[k][i] = 0
				continue
			}
			total += v
		}
	}
	for k, s := range shapes {
		prior := 0.0
		if s.x+s.y <= 2 {
			prior = plainPrior
		}
		for i := range c[k] {
			c[k][i] = (c[k][i] + prior) / total
		}
	}
	return c
}

// background gives the log frequency of each letter over all words.
func background(data []variantPair) (q [edit.Letters]float64) {
	total := 0.0
	for _, d := range data {
		for _, w := range [][]edit.Letter{d.a, d.b} {
			for _, c := range w {
				q[c]++
				total++
			}
		}
	}
	for c := range q {
		q[c] = math.Log((q[c] + 1) / (total + edit.Letters))
	}
	return q
}

func operations(p *params, q [edit.Letters]float64) []edit.Operation {
	var out []edit.Operation
	for k, s := range shapes {
		for i, v := range p[k] {
			if v <= 0 {
				continue
			}
			letters := spell(i, s.x+s.y)
			bg := 0.0
			for _, c := range letters {
				bg += q[c]
			}
			a, b := text(letters[:s.x]), text(letters[s.x:])
			if s.x == s.y && a < b {
				continue
			}
			out = append(out, edit.Operation{A: a, B: b, Score: float32(math.Log(v) - bg)})
		}
	}
	return out
}

func spell(i, n int) []edit.Letter {
	letters := make([]edit.Letter, n)
	for k := n - 1; k >= 0; k-- {
		letters[k] = edit.Letter(i % edit.Letters)
		i /= edit.Letters
	}
	return letters
}

func text(letters []edit.Letter) string {
	b := make([]byte, len(letters))
	for i, c := range letters {
		b[i] = '?'
		if c < edit.Letters-1 {
			b[i] = 'a' + c
		}
	}
	return string(b)
}
