package likeness

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"

	"quotidian/matching/variant/edit"
	"quotidian/matching/variant/forest"
)

// A stored model is, little-endian throughout:
//
//	operations  count, then for each: letters of A, letters of B (a byte of length each), score
//	lexicon     count, hashes and steps of the words seen; count, keys and shares of the table; count and keys (uint64) of nicknames
//	parts       count; for each: statistics (total, hashes and counts, trigrams in steps), base, trees, points of the curve
//
// Every count is a uint32, every number a float32 unless said otherwise.

// Part is what a model has of its own: persons and organisations share the rest.
type Part struct {
	Stats  *Stats
	Forest *forest.Forest
	Curve  *forest.Curve
}

// Write stores the edit model's operations, the lexical table and the parts.
func Write(w io.Writer, ops []edit.Operation, l *Lexical, parts []Part) error {
	e := encoder{w: w}
	e.put(uint32(len(ops)))
	for _, op := range ops {
		e.put(uint8(len(op.A)), []byte(op.A), uint8(len(op.B)), []byte(op.B), op.Score)
	}
	e.put(uint32(len(l.seenHash)), l.seenHash, l.seenSteps, uint32(len(l.keys)), l.keys, l.shares, uint32(len(l.nicknames)), l.nicknames)
	e.put(uint32(len(parts)))
	for _, p := range parts {
		e.stats(p.Stats)
		if e.err == nil {
			e.err = forest.Write(w, p.Forest, p.Curve)
		}
	}
	return e.err
}

// trigramSteps is the number of stored steps to a nat of letter surprise.
const trigramSteps = 16

type encoder struct {
	w   io.Writer
	err error
}

func (e *encoder) put(values ...any) {
	for _, v := range values {
		if e.err == nil {
			e.err = binary.Write(e.w, binary.LittleEndian, v)
		}
	}
}

func (e *encoder) stats(s *Stats) {
	steps := make([]uint8, len(s.trigrams))
	for i, v := range s.trigrams {
		steps[i] = uint8(math.Round(float64(-v) * trigramSteps))
	}
	e.put(s.total, uint32(len(s.hashes)), s.hashes, s.counts, steps)
}

// Read restores what [Write] stored: one model for each part, which share everything else.
func Read(r io.Reader) ([]*Model, error) {
	d := decoder{r: r}
	ops := d.operations()
	l := d.lexical()
	n := d.count(16)
	if d.err != nil {
		return nil, fmt.Errorf("name model: %w", d.err)
	}
	m, err := edit.New(ops)
	if err != nil {
		return nil, fmt.Errorf("name model: %w", err)
	}
	models := make([]*Model, n)
	for i := range models {
		models[i] = &Model{Edit: m, Lexical: l, Stats: d.stats()}
		models[i].Forest, models[i].Curve = d.forest()
	}
	if d.err != nil {
		return nil, fmt.Errorf("name model: %w", d.err)
	}
	return models, nil
}

type decoder struct {
	r   io.Reader
	err error
}

func (d *decoder) get(values ...any) {
	for _, v := range values {
		if d.err == nil {
			d.err = binary.Read(d.r, binary.LittleEndian, v)
		}
	}
}

// count reads a length and refuses one above limit.
func (d *decoder) count(limit uint32) int {
	var n uint32
	d.get(&n)
	if n > limit && d.err == nil {
		d.err = fmt.Errorf("%d entries where at most %d can be", n, limit)
	}
	if d.err != nil {
		return 0
	}
	return int(n)
}

func (d *decoder) text() string {
	var n uint8
	d.get(&n)
	b := make([]byte, n)
	d.get(b)
	return string(b)
}

func (d *decoder) operations() []edit.Operation {
	ops := make([]edit.Operation, d.count(1<<20))
	for i := range ops {
		ops[i].A, ops[i].B = d.text(), d.text()
		d.get(&ops[i].Score)
	}
	return ops
}

func (d *decoder) stats() *Stats {
	s := &Stats{trigrams: make([]float32, gramSide*gramSide*gramSide)}
	d.get(&s.total)
	n := d.count(1 << 22)
	s.hashes, s.counts = make([]uint32, n), make([]uint8, n)
	steps := make([]uint8, len(s.trigrams))
	d.get(s.hashes, s.counts, steps)
	for i, v := range steps {
		s.trigrams[i] = -float32(v) / trigramSteps
	}
	return s
}

func (d *decoder) lexical() *Lexical {
	l := &Lexical{}
	n := d.count(1 << 22)
	l.seenHash, l.seenSteps = make([]uint32, n), make([][Scripts]uint8, n)
	d.get(l.seenHash, l.seenSteps)
	n = d.count(1 << 22)
	l.keys, l.shares = make([]uint32, n), make([]uint8, n)
	d.get(l.keys, l.shares)
	l.nicknames = make([]uint64, d.count(1<<20))
	d.get(l.nicknames)
	return l
}

func (d *decoder) forest() (f *forest.Forest, c *forest.Curve) {
	if d.err == nil {
		f, c, d.err = forest.Read(d.r)
	}
	return f, c
}
