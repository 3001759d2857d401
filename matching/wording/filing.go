package wording

import (
	"slices"
	"sort"
)

// posting says that a node is filed under a key: the upper half is that of the key, the lower the node's number. Keys
// that agree in half their bits are one key; with a million quotes that happens to one key of a hundred, and does no
// harm, since a key only proposes.
type posting uint64

func newPosting(key uint64, node int32) posting {
	return posting(upper(key))<<32 | posting(uint32(node))
}

// upper spreads a key's bits evenly over 32.
func upper(key uint64) uint32 { return uint32(key * 0x9E3779B97F4A7C15 >> 32) }

func (p posting) key() uint32 { return uint32(p >> 32) }
func (p posting) node() int32 { return int32(uint32(p)) }

// filing finds the nodes that share a key. It holds eight bytes a posting: sorted runs, of which a small one is merged
// into the next once it has grown to an eighth of it, as log-structured merge trees do (O'Neil and others, 1996). So an
// addition moves a posting a few dozen times in all, and a search looks into a few runs.
//
// Of a crowded key no run holds more than one posting too many, those of the lowest nodes: they say that it is crowded,
// and that it was when there were fewer nodes.
type filing struct {
	runs  [][]posting // the biggest first, each sorted
	fresh []posting   // not yet sorted
}

// growth is how many times as big as the next run a run is at least.
const growth = 8

// put files a node under keys.
func (f *filing) put(keys []uint64, node int32) {
	for _, k := range keys {
		f.fresh = append(f.fresh, newPosting(k, node))
	}
}

// sort makes everything that was put findable.
func (f *filing) sort() {
	if len(f.fresh) == 0 {
		return
	}
	slices.Sort(f.fresh)
	run := thinned(slices.Compact(f.fresh)) // halves of two keys of one text may agree
	for n := len(f.runs); n > 0 && len(f.runs[n-1]) < growth*len(run); n-- {
		run = thinned(mergeRuns(f.runs[n-1], run))
		f.runs = f.runs[:n-1]
	}
	f.runs = append(f.runs, slices.Clone(run))
	if f.fresh = f.fresh[:0]; cap(f.fresh) > freshKept {
		f.fresh = nil
	}
}

// freshKept is the most postings for which room is kept between two calls of sort.
const freshKept = 1 << 12

// thinned takes out, in place, what a crowded key has beyond one posting too many; the run is sorted.
func thinned(run []posting) []posting {
	out, same := run[:0], 0
	for _, p := range run {
		if len(out) == 0 || out[len(out)-1].key() != p.key() {
			same = 0
		}
		if same++; same <= crowded+1 {
			out = append(out, p)
		}
	}
	return out
}

func mergeRuns(a, b []posting) []posting {
	out := make([]posting, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] < b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// find appends to dst the nodes below one that are filed under a key, in no particular order; ok is false, and the
// answer nil, when there are more than most, which is at most crowded.
func (f *filing) find(dst []int32, key uint64, below int32, most int) (nodes []int32, ok bool) {
	k, full := upper(key), len(dst)+most
	for _, run := range f.runs {
		for i := lowest(run, k); i < len(run) && run[i].key() == k && run[i].node() < below; i++ {
			if len(dst) == full {
				return nil, false
			}
			dst = append(dst, run[i].node())
		}
	}
	return dst, true
}

// lowest gives the place of the first posting of a run whose key is not below k. Keys are spread evenly, so the place
// is guessed first.
func lowest(run []posting, k uint32) int {
	lo, hi := 0, len(run)
	guess := int(uint64(k) * uint64(len(run)) >> 32)
	for step := 32; ; step *= 4 {
		if at := guess - step; at > lo && run[at].key() < k {
			lo = at
			break
		} else if at <= lo {
			break
		}
	}
	for step := 32; ; step *= 4 {
		if at := guess + step; at < hi && run[at].key() >= k {
			hi = at
			break
		} else if at >= hi {
			break
		}
	}
	return lo + sort.Search(hi-lo, func(i int) bool { return run[lo+i].key() >= k })
}
