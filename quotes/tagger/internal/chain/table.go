package chain

import (
	"math/bits"
	"slices"
)

// Table maps feature keys to rows of eight-bit weights by a perfect hash (hash, displace and compress, Belazzougui
// et al. 2009): every key that is in has one place, found without a loop. A row also keeps sixteen bits of its
// key, so a key that is not in is mistaken for one that is once in 65,536 times; its row is then added wrongly,
// which is rarer by far than a rare feature.
//
// Add has no branch that depends on the text: with dozens of features a token, most of the cost of a table that probes
// is in guessing wrong whether a feature is there, and in waiting for memory one row at a time. A filter of one bit a
// key, small enough to stay near the processor, keeps most of the features that are not in from touching a row.
type Table struct {
	filter  []uint64
	rows    []row
	seeds   []uint16 // by bucket: the displacement with which its keys fall on free places
	nRows   uint32
	nBucket uint32
}

// row holds 22 biased weights, then the mark of its key in the upper sixteen bits of the last word.
type row [3]uint64

// bias makes a signed weight an unsigned byte.
const bias = 128

// Entry is one row to be put into a table.
type Entry struct {
	Key    uint32
	Values [Width]int8
}

const (
	perBucket  = 3    // keys that share a displacement, on average
	load       = 0.85 // share of places that are taken
	filterBits = 21   // the filter has two to this power bits: 256 KiB
)

// NewTable makes a table of entries, whose keys must differ.
func NewTable(entries []Entry) *Table {
	t := &Table{
		nRows:   uint32(float64(len(entries))/load) + 8,
		nBucket: uint32(len(entries)/perBucket) + 1,
	}
	for !t.place(entries) {
		t.nRows += t.nRows / 16 // a bucket found no free places: try with more room
	}
	t.filter = make([]uint64, 1<<filterBits/64)
	for i := range entries {
		h := spread(entries[i].Key)
		t.filter[h>>(64-filterBits+6)] |= 1 << (h >> (64 - filterBits) & 63)
	}
	return t
}

// place tries to give every entry a place of its own, the fullest buckets first.
func (t *Table) place(entries []Entry) bool {
	t.rows, t.seeds = make([]row, t.nRows), make([]uint16, t.nBucket)
	for i := range t.rows {
		t.rows[i][2] = 0xffff << 48 // no key has this mark
	}
	sorted, starts := t.byBucket(entries)
	order := make([]uint32, t.nBucket)
	for b := range order {
		order[b] = uint32(b)
	}
	slices.SortStableFunc(order, func(a, b uint32) int {
		return int(starts[b+1]-starts[b]) - int(starts[a+1]-starts[a])
	})
	taken := make([]bool, t.nRows)
	for _, b := range order {
		bucket := sorted[starts[b]:starts[b+1]]
		if len(bucket) == 0 {
			break
		}
		if !t.displace(entries, bucket, b, taken) {
			return false
		}
	}
	return true
}

// byBucket gives the numbers of the entries sorted by bucket, and where each bucket begins.
func (t *Table) byBucket(entries []Entry) (sorted, starts []uint32) {
	starts = make([]uint32, t.nBucket+2)
	for i := range entries {
		starts[t.bucket(spread(entries[i].Key))+2]++
	}
	for b := 2; b < len(starts); b++ {
		starts[b] += starts[b-1]
	}
	sorted = make([]uint32, len(entries))
	for i := range entries {
		next := &starts[t.bucket(spread(entries[i].Key))+1]
		sorted[*next] = uint32(i)
		*next++
	}
	return sorted, starts[:t.nBucket+1]
}

// displace finds a displacement for one bucket and puts its entries in.
func (t *Table) displace(entries []Entry, bucket []uint32, b uint32, taken []bool) bool {
	var hashes [32]uint64
	var places [32]uint32
	if len(bucket) > len(places) {
		return false
	}
	for n, i := range bucket {
		hashes[n] = spread(entries[i].Key)
	}
search:
	for seed := range uint32(1 << 16) {
		for n, h := range hashes[:len(bucket)] {
			p := t.position(h, uint16(seed))
			if taken[p] || slices.Contains(places[:n], p) {
				continue search
			}
			places[n] = p
		}
		t.seeds[b] = uint16(seed)
		for n, i := range bucket {
			taken[places[n]] = true
			t.rows[places[n]] = pack(&entries[i])
		}
		return true
	}
	return false
}

func pack(e *Entry) row {
	var r row
	for i, w := range e.Values {
		r[i/8] |= uint64(uint8(int(w)+bias)) << (i % 8 * 8)
	}
	r[2] |= mark(spread(e.Key)) << 48
	return r
}

// spread makes 64 bits of a key: bucket, place and mark are taken from different ones.
func spread(key uint32) uint64 { return uint64(key) * 0x9e3779b97f4a7c15 }

func (t *Table) bucket(h uint64) uint32 {
	hi, _ := bits.Mul64(h, uint64(t.nBucket))
	return uint32(hi)
}

func (t *Table) position(h uint64, seed uint16) uint32 {
	x := uint32(h>>16) ^ uint32(seed)*0x85ebca6b
	x = (x ^ x>>15) * 0x2c1b3c6d
	return uint32(uint64(x) * uint64(t.nRows) >> 32)
}

// mark is never 0xffff, the mark of an empty place.
func mark(h uint64) uint64 { return min(h>>8&0xffff, 0xfffe) }

// Partial is a sum of rows that is not taken apart yet: the even and the odd weights of each word of a row in lanes of
// sixteen bits, so that eight weights are added at once and partial sums can be added to each other.
type Partial struct {
	lanes [6]uint64
	rows  uint64
}

// maxRows is how many rows a Partial may hold: sums of so many bytes fit sixteen bits.
const maxRows = 128

// Plus adds what q holds.
func (p *Partial) Plus(q *Partial) {
	for i := range p.lanes {
		p.lanes[i] += q.lanes[i]
	}
	p.rows += q.rows
}

// even selects the bytes of a word that have an even number.
const even = 0x00ff00ff00ff00ff

// Add adds the rows of keys to p, which may come to hold at most 128. Keys without a row, among them 0, are passed
// over. Both loops are short and have no branch, so that the processor waits for the memory of many keys at once.
func (t *Table) Add(p *Partial, keys []uint32) {
	var hashes [maxRows]uint64
	likely := 0
	for _, k := range keys {
		h := spread(k)
		hashes[likely&(maxRows-1)] = h
		likely += int(t.filter[h>>(64-filterBits+6)] >> (h >> (64 - filterBits) & 63) & 1)
	}
	l, n := p.lanes, p.rows
	for _, h := range hashes[:likely] {
		r := &t.rows[t.position(h, t.seeds[t.bucket(h)])]
		in := ((r[2]>>48 ^ mark(h)) - 1) >> 63 // 1 when the marks agree
		all := -in & even
		l[0] += r[0] & all
		l[1] += r[0] >> 8 & all
		l[2] += r[1] & all
		l[3] += r[1] >> 8 & all
		l[4] += r[2] & all
		l[5] += r[2] >> 8 & all
		n += in
	}
	p.lanes, p.rows = l, n
}

// Scores takes the sums apart.
func (p *Partial) Scores(out *Scores) {
	base := int32(p.rows) * bias
	for i := range out {
		out[i] = int32(uint16(p.lanes[i/8*2+i%2]>>(i%8/2*16))) - base
	}
}
