package wording

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"

	"quotidian/matching/record"
)

// Record gives what comparing found out since it was last called, in bytes, for [Joiner.Adopt]: the pairs that score,
// and those of before that do no longer. It compares what is not yet compared. all gives everything, as if it had not
// been called before.
//
// The bytes hold numbers of wordings in the order in which quotes were added, not the quotes; whoever keeps them keeps
// that order, and the words, beside them.
func (j *Joiner) Record(all bool) []byte {
	j.link()
	if all {
		j.kept, j.forgotten = 0, nil
	}
	out := binary.AppendUvarint(nil, uint64(len(j.quotes)))
	out = binary.AppendUvarint(out, uint64(len(j.nodes)))
	out = j.appendEdges(out)
	for _, f := range j.forgotten {
		out = binary.AppendUvarint(out, uint64(f[0]))
		out = binary.AppendUvarint(out, uint64(f[1]))
	}
	j.kept, j.forgotten = j.linked, nil
	return out
}

// appendEdges writes, for every node that was linked since the last record, its edges to those before it.
func (j *Joiner) appendEdges(out []byte) []byte {
	var below []edge
	for n := j.kept; n < j.linked; n++ {
		below = below[:0]
		for _, e := range j.nodes[n].edges {
			if e.to < n {
				below = append(below, e)
			}
		}
		out = binary.AppendUvarint(out, uint64(len(below)))
		for _, e := range below {
			out = e.appendTo(out)
		}
	}
	return out
}

// What the bytes of an edge say beside its numbers; why it is left to a person lies above.
const (
	edgeAgain = 1 << iota
	edgeFigures
	edgeQuoted

	edgeHeld  = 3  // place of the lowest bit of the holding
	edgeFlags = 13 // bits in all
)

func (e edge) appendTo(out []byte) []byte {
	flags := uint64(e.held) << edgeHeld
	if e.again {
		flags |= edgeAgain
	}
	if !math.IsInf(float64(e.figures), -1) {
		flags |= edgeFigures
	}
	if !math.IsInf(float64(e.quoted), -1) {
		flags |= edgeQuoted
	}
	out = binary.AppendUvarint(out, uint64(e.to)<<edgeFlags|flags)
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(e.whole))
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(e.part))
	if flags&edgeFigures != 0 {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(e.figures))
	}
	if flags&edgeQuoted != 0 {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(e.quoted))
	}
	return out
}

// errRecord is a record that does not belong to the quotes that were added.
var errRecord = errors.New("what was kept of earlier comparisons does not fit these quotes: compare them anew")

// Adopt takes over what [Joiner.Record] gave when just the quotes had been added that have been added now, in the same
// order; records are adopted in the order in which they were made. After it nothing is compared that was compared then.
// On an error the joiner is of no further use.
func (j *Joiner) Adopt(kept []byte) error {
	r := record.NewReader(kept)
	if r.Number() != uint64(len(j.quotes)) || r.Number() != uint64(len(j.nodes)) || r.Broken() {
		return errRecord
	}
	for n := j.linked; n < int32(len(j.nodes)); n++ {
		j.adoptNode(n, r)
	}
	for len(r.Rest()) > 0 {
		a, b := r.Below(j.linked), r.Below(j.linked)
		if !r.Broken() {
			j.forget(a, b)
			j.forget(b, a)
		}
	}
	if r.Broken() {
		return errRecord
	}
	j.settle()
	j.linked = int32(len(j.nodes))
	j.kept = j.linked
	return nil
}

// adoptNode gives a node the edges it has in the record, and files it under its speaker as comparing would have done.
func (j *Joiner) adoptNode(n int32, r *record.Reader) {
	for count := r.Number(); count > 0 && !r.Broken(); count-- {
		e := readEdge(r, n)
		if !r.Broken() {
			j.nodes[n].edges = append(j.nodes[n].edges, e)
			j.nodes[e.to].edges = append(j.nodes[e.to].edges, edge{n, e.odds})
		}
	}
	j.enrol(n)
}

func (j *Joiner) forget(a, b int32) {
	j.nodes[a].edges = slices.DeleteFunc(j.nodes[a].edges, func(e edge) bool { return e.to == b })
}

// readEdge reads an edge to a node below one.
func readEdge(r *record.Reader, below int32) edge {
	x := r.Number()
	if x>>edgeFlags >= uint64(below) {
		r.Break()
		return edge{}
	}
	e := edge{to: int32(x >> edgeFlags), odds: odds{again: x&edgeAgain != 0, held: holding(x>>edgeHeld) & allHeld, whole: r.Float32(), part: r.Float32()}}
	if e.figures = float32(math.Inf(-1)); x&edgeFigures != 0 {
		e.figures = r.Float32()
	}
	if e.quoted = float32(math.Inf(-1)); x&edgeQuoted != 0 {
		e.quoted = r.Float32()
	}
	return e
}
