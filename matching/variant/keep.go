package variant

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"

	"quotidian/matching/record"
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
			out = record.AppendBytes(out, []byte(e.key))
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

func appendJudgement(out []byte, p pair, g judgement) []byte {
	out = binary.AppendUvarint(out, uint64(p.a))
	out = binary.AppendUvarint(out, uint64(p.b))
	out = binary.LittleEndian.AppendUint64(out, math.Float64bits(g.p))
	hard := byte(0)
	if g.hard {
		hard = 1
	}
	return record.AppendBytes(append(out, hard), []byte(g.veto))
}

// errRecord is a record that is damaged.
var errRecord = errors.New("what was kept of earlier comparisons of names cannot be read: compare them anew")

// Adopt takes over what [Joiner.Record] gave, records in the order in which they were made, before the first Join. Names
// that records hold are not compared with each other again, as long as all of them still come. On an error the joiner is
// of no further use.
func (k *Joiner) Adopt(found []byte) error {
	x := k.index
	if x.kept == nil {
		x.kept = &kept{number: map[string]int32{}, alike: map[pair]judgement{}}
	}
	r := record.NewReader(found)
	for n := r.Number(); n > 0 && !r.Broken(); n-- {
		key, next := string(r.Bytes()), int32(len(x.kept.number))
		if x.kept.number[key] = next; int(next) == len(x.kept.number) {
			r.Break() // it was there
		}
	}
	names := int32(len(x.kept.number))
	for len(r.Rest()) > 0 {
		p := pair{r.Below(names), r.Below(names)}
		g := judgement{p: r.Float64(), hard: r.Byte() != 0, veto: string(r.Bytes())}
		if p.a >= p.b {
			r.Break()
		}
		x.kept.alike[p] = g
	}
	if r.Broken() {
		return errRecord
	}
	x.recorded = names
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
