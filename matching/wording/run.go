package wording

import (
	"math/bits"
	"slices"
	"sort"
)

// run is a sorted row of postings. A short one holds them as they are. A long one has a bucket for each value of the
// keys' upper bits, as many as there are nodes, and of every posting just the rest of the key and the node, which are
// 32 bits together.
type run struct {
	plain []posting

	bits  int      // of a key that choose its bucket, and of a node; 0 in a short run
	begin []uint32 // of each bucket, and of one behind the last, in packed
	rests []uint32 // the rest of the key above the node
}

// A long run has at least perBucket postings a bucket, so that buckets cost little.
const perBucket = 4

func (r *run) len() int { return len(r.plain) + len(r.rests) }

// find appends to dst the nodes below one that are filed under a key; it stops when dst has full.
func (r *run) find(dst []int32, k uint32, below int32, full int) []int32 {
	if r.bits == 0 {
		for i := lowest(r.plain, k); i < len(r.plain) && r.plain[i].key() == k && r.plain[i].node() < below && len(dst) < full; i++ {
			dst = append(dst, r.plain[i].node())
		}
		return dst
	}
	bucket := r.rests[r.begin[k>>(32-r.bits)]:r.begin[k>>(32-r.bits)+1]]
	rest, node := k<<r.bits, uint32(1)<<r.bits-1
	first, _ := slices.BinarySearch(bucket, rest)
	for _, x := range bucket[first:] {
		if x&^node != rest || int32(x&node) >= below || len(dst) == full {
			break
		}
		dst = append(dst, int32(x&node))
	}
	return dst
}

// fetch is that of filing.
func (r *run) fetch(keys []uint64, begins []uint32) (read uint64, room []uint32) {
	begins = begins[:0]
	for _, k := range keys {
		if r.bits == 0 {
			read ^= uint64(r.plain[guess(upper(k), len(r.plain))])
		} else {
			begins = append(begins, r.begin[upper(k)>>(32-r.bits)])
		}
	}
	for _, i := range begins {
		read ^= uint64(r.rests[min(int(i), len(r.rests)-1)])
	}
	return read, begins
}

// guess says where a key lies among so many: keys are spread evenly.
func guess(k uint32, among int) int { return int(uint64(k) * uint64(among) >> 32) }

// lowest gives the place of the first of sorted postings whose key is not below k. It is guessed first.
func lowest(all []posting, k uint32) int {
	lo, hi := 0, len(all)
	guess := guess(k, len(all))
	for step := 32; ; step *= 4 {
		if at := guess - step; at > lo && all[at].key() < k {
			lo = at
			break
		} else if at <= lo {
			break
		}
	}
	for step := 32; ; step *= 4 {
		if at := guess + step; at < hi && all[at].key() >= k {
			hi = at
			break
		} else if at >= hi {
			break
		}
	}
	return lo + sort.Search(hi-lo, func(i int) bool { return all[lo+i].key() >= k })
}

// cursor walks along a run.
type cursor struct {
	run
	at     int
	bucket uint32
}

const behindAll = posting(1<<64 - 1)

// next gives one posting after the other, then behindAll.
func (c *cursor) next() posting {
	i := c.at
	c.at++
	if c.bits == 0 {
		if i < len(c.plain) {
			return c.plain[i]
		}
		return behindAll
	}
	if i >= len(c.rests) {
		return behindAll
	}
	for uint32(i) >= c.begin[c.bucket+1] {
		c.bucket++
	}
	x := c.rests[i]
	return posting(c.bucket<<(32-c.bits)|x>>c.bits)<<32 | posting(x&(1<<c.bits-1))
}

// merge makes one run of two, without what a crowded key has beyond one posting too many; all nodes are below one.
func merge(a, b run, below int32) run {
	out := newRun(a.len()+b.len(), below)
	x, y := cursor{run: a}, cursor{run: b}
	p, q := x.next(), y.next()
	last, same := uint32(0), 0
	for p != behindAll || q != behindAll {
		least := min(p, q)
		if least == p {
			p = x.next()
		} else {
			q = y.next()
		}
		if k := least.key(); k != last {
			last, same = k, 0
		}
		if same++; same <= crowded+1 {
			out.add(least)
		}
	}
	out.close()
	return out
}

// newRun gives an empty run for so many postings, of nodes that are below one.
func newRun(size int, below int32) run {
	if width := bits.Len32(uint32(below)); width < 32 && size >= perBucket<<width {
		return run{bits: width, begin: make([]uint32, 1, 1<<width+1), rests: make([]uint32, 0, size)}
	}
	return run{plain: make([]posting, 0, size)}
}

// add appends a posting, which is not below any before.
func (r *run) add(p posting) {
	if r.bits == 0 {
		r.plain = append(r.plain, p)
		return
	}
	for uint32(len(r.begin)) <= p.key()>>(32-r.bits) {
		r.begin = append(r.begin, uint32(len(r.rests)))
	}
	r.rests = append(r.rests, p.key()<<r.bits|uint32(p.node()))
}

// close is called after the last posting.
func (r *run) close() {
	for r.bits > 0 && len(r.begin) <= 1<<r.bits {
		r.begin = append(r.begin, uint32(len(r.rests)))
	}
}
