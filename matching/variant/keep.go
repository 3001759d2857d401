package variant

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"
)

// kept is what an earlier joiner found out by comparing names: the names it compared, numbered, and the pairs of them
// that are alike. What it compared and does not list is not.
type kept struct {
	number map[string]int32 // by the key of the node
	alike  map[pair]judgement
}

// Record gives what comparing names found out since it was last called, in bytes, for [Joiner.Adopt]: the names that
// came, and the pairs with them that are alike. all gives everything, as if it had not been called before.
func (k *Joiner) Record(all bool) []byte {
	x := k.index
	if all {
		x.recorded = 0
		for _, e := range x.names {
			e.number = unrecorded
		}
	}
	from := x.recorded
	var out []byte
	for _, e := range x.names {
		if e.number == unrecorded {
			e.number = x.recorded
			x.recorded++
			out = appendText(out, e.key)
		}
	}
	out = append(binary.AppendUvarint(nil, uint64(x.recorded-from)), out...)
	var pairs []pair
	judged := map[pair]judgement{}
	for p, g := range x.alike {
		if q := makePair(x.names[p.a].number, x.names[p.b].number); q.b >= from {
			pairs = append(pairs, q)
			judged[q] = g
		}
	}
	slices.SortFunc(pairs, func(p, q pair) int { return cmp.Or(cmp.Compare(p.b, q.b), cmp.Compare(p.a, q.a)) })
	for _, q := range pairs {
		out = appendJudgement(out, q, judged[q])
	}
	return out
}

// Recorded is the number of names that records hold: those that were adopted and those that [Joiner.Record] gave. It is
// 0 when what was adopted did not fit the names that came.
func (k *Joiner) Recorded() int { return int(k.index.recorded) }

// unrecorded is the number of a name that is in no record.
const unrecorded = -1

func appendText(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

func appendJudgement(out []byte, p pair, g judgement) []byte {
	out = binary.AppendUvarint(out, uint64(p.a))
	out = binary.AppendUvarint(out, uint64(p.b))
	out = binary.LittleEndian.AppendUint64(out, math.Float64bits(g.p))
	hard := byte(0)
	if g.hard {
		hard = 1
	}
	return appendText(append(out, hard), g.veto)
}

// errRecord is a record that is damaged.
var errRecord = errors.New("what was kept of earlier comparisons of names cannot be read: compare them anew")

// Adopt takes over what [Joiner.Record] gave, records in the order in which they were made, before the first Join. Names
// that records hold are not compared with each other again, as long as all of them still come. On an error the joiner is
// of no further use.
func (k *Joiner) Adopt(record []byte) error {
	x := k.index
	if x.kept == nil {
		x.kept = &kept{number: map[string]int32{}, alike: map[pair]judgement{}}
	}
	r := &recordReader{rest: record}
	for n := r.number(); n > 0 && !r.broken; n-- {
		key, next := r.text(), int32(len(x.kept.number))
		if x.kept.number[key] = next; int(next) == len(x.kept.number) {
			r.broken = true // it was there
		}
	}
	for len(r.rest) > 0 && !r.broken {
		p := pair{int32(r.number()), int32(r.number())}
		g := judgement{p: r.float(), hard: r.flag(), veto: r.text()}
		if p.a < 0 || p.a >= p.b || int(p.b) >= len(x.kept.number) {
			r.broken = true
		}
		x.kept.alike[p] = g
	}
	if r.broken {
		return errRecord
	}
	x.recorded = int32(len(x.kept.number))
	return nil
}

// fit drops what was adopted unless every name of it is among those that came.
func (x *index) fit(keys []string) {
	if x.kept == nil || len(x.names) > 0 {
		return
	}
	came := 0
	for _, key := range keys {
		if _, ok := x.kept.number[key]; ok {
			came++
		}
	}
	if came < len(x.kept.number) {
		x.kept, x.recorded = nil, 0
	}
}

// recall gives the judgement of two names when both were adopted.
func (x *index) recall(a, b *indexed) (g judgement, ok bool) {
	if a.number == unrecorded || b.number == unrecorded {
		return g, false
	}
	return x.kept.alike[makePair(a.number, b.number)], true
}

// recordReader reads a record; once it is broken it gives nothing.
type recordReader struct {
	rest   []byte
	broken bool
}

func (r *recordReader) number() uint64 {
	x, n := binary.Uvarint(r.rest)
	if n <= 0 || x > math.MaxInt32 {
		r.broken, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[n:]
	return x
}

func (r *recordReader) take(n uint64) []byte {
	if n > uint64(len(r.rest)) {
		r.broken, r.rest = true, nil
		return make([]byte, min(n, 8))
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *recordReader) text() string { return string(r.take(r.number())) }
func (r *recordReader) flag() bool   { return r.take(1)[0] != 0 }
func (r *recordReader) float() float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64(r.take(8)))
}
