package pair

import "slices"

// rows keeps rows of numbers of different length, millions of them, close together. Blocks that are full are cut to
// size, so that neither growing nor room to grow costs anything with many rows. They are numbered in the order in
// which they were added.
type rows[T any] struct{ blocks []rowBlock[T] }

// rowBlock is one row behind the other; end says where each ends.
type rowBlock[T any] struct {
	all []T
	end []uint32
}

const blockBits = 12

// add takes in one more row.
func (r *rows[T]) add(row []T) {
	n := len(r.blocks)
	switch {
	case n == 0:
		r.blocks = append(r.blocks, rowBlock[T]{})
	case len(r.blocks[n-1].end) == 1<<blockBits:
		full := r.blocks[n-1]
		r.blocks[n-1] = rowBlock[T]{slices.Clone(full.all), slices.Clone(full.end)}
		r.blocks = append(r.blocks, rowBlock[T]{full.all[:0], full.end[:0]})
	}
	b := &r.blocks[len(r.blocks)-1]
	b.all = append(b.all, row...)
	b.end = append(b.end, uint32(len(b.all)))
}

// row gives row i; it must not be written to, and lasts until the next is added.
func (r *rows[T]) row(i int32) []T {
	b := &r.blocks[i>>blockBits]
	at, begin := i&(1<<blockBits-1), uint32(0)
	if at > 0 {
		begin = b.end[at-1]
	}
	return b.all[begin:b.end[at]:b.end[at]]
}

// vectors keeps vectors of one length, millions of them, as rows does.
type vectors struct {
	dims   int
	count  int32
	blocks [][]int8
}

// add takes in one more vector.
func (v *vectors) add(x []int8) {
	if v.count&(1<<blockBits-1) == 0 {
		v.dims = len(x)
		v.blocks = append(v.blocks, nil)
	}
	b := &v.blocks[len(v.blocks)-1]
	if len(*b) == cap(*b) {
		size := min(max(2*cap(*b), 16*v.dims), v.dims<<blockBits)
		*b = append(make([]int8, 0, size), *b...)
	}
	*b = append(*b, x...)
	v.count++
}

// row gives vector i; it must not be written to, and lasts until the next is added.
func (v *vectors) row(i int32) []int8 {
	at := int(i&(1<<blockBits-1)) * v.dims
	return v.blocks[i>>blockBits][at : at+v.dims : at+v.dims]
}
