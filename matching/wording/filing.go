package wording

import "slices"

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

// filing finds the nodes that share a key. It holds sorted runs, of which a small one is merged into the next once it
// has grown to an eighth of it, as log-structured merge trees do (O'Neil and others, 1996). So an addition moves a
// posting a few dozen times in all, and a search looks into a few runs.
//
// Of a crowded key no run holds more than one posting too many, those of the lowest nodes: they say that it is crowded,
// and that it was when there were fewer nodes.
type filing struct {
	runs  []run     // the biggest first
	fresh []posting // not yet sorted, in order of node
	spare []posting // room for sorting
	nodes int32     // every node filed is below it
}

// growth is how many times as big as the next run a run is at least.
const growth = 8

// freshMost is how many postings are sorted at once, those of some hundred thousand quotes: the room for sorting them
// is small beside what so many come to lie in.
const freshMost = 1 << 22

// put files a node, which is not below any filed before, under keys.
func (f *filing) put(keys []uint64, node int32) {
	if len(f.fresh) >= freshMost {
		f.settle()
	}
	for _, k := range keys {
		f.fresh = append(f.fresh, newPosting(k, node))
	}
	f.nodes = node + 1
}

// freshKept is the most postings for which room is kept between two calls of sort.
const freshKept = 1 << 12

// sort makes everything that was put findable.
func (f *filing) sort() {
	f.settle()
	if cap(f.fresh) > freshKept {
		f.fresh, f.spare = nil, nil
	}
}

// settle moves what is fresh into the runs.
func (f *filing) settle() {
	if len(f.fresh) == 0 {
		return
	}
	f.spare = sortPostings(f.fresh, f.spare)
	merged := run{plain: slices.Compact(f.fresh)} // halves of two keys of one text may agree
	for n := len(f.runs); n > 0 && f.runs[n-1].len() < growth*merged.len(); n-- {
		merged = merge(f.runs[n-1], merged, f.nodes)
		f.runs[n-1] = run{}
		f.runs = f.runs[:n-1]
	}
	if len(merged.plain) > 0 && &merged.plain[0] == &f.fresh[0] {
		merged = merge(merged, run{}, f.nodes) // out of the memory of what is fresh
	}
	f.runs = append(f.runs, merged)
	f.fresh = f.fresh[:0]
}

// sortPostings sorts postings that are in order of node already: by the bytes of their keys, the lowest first. It needs
// as much room again, and gives that back.
func sortPostings(all, room []posting) []posting {
	const few = 1 << 10
	if len(all) < few {
		slices.Sort(all)
		return room
	}
	room = slices.Grow(room[:0], len(all))[:len(all)]
	from, to := all, room
	for shift := 32; shift < 64; shift += 8 {
		var begin [256]int
		for _, p := range from {
			begin[p>>shift&0xff]++
		}
		at := 0
		for b, n := range begin {
			begin[b], at = at, at+n
		}
		for _, p := range from {
			b := p >> shift & 0xff
			to[begin[b]] = p
			begin[b]++
		}
		from, to = to, from
	}
	return room // after four passes everything is where it came from
}

// fetch brings what find will read for some keys into the processor's cache. Memory answers late, but it answers many
// requests at once, where they do not wait for each other. What it gives is of no use but to have been read; begins is
// room, and comes back.
func (f *filing) fetch(keys []uint64, begins []uint32) (read uint64, room []uint32) {
	for i := range f.runs {
		x := uint64(0)
		x, begins = f.runs[i].fetch(keys, begins)
		read ^= x
	}
	return read, begins
}

// find appends to dst the nodes below one that are filed under a key, in no particular order; ok is false, and the
// answer nil, when there are more than most, which is at most crowded.
func (f *filing) find(dst []int32, key uint64, below int32, most int) (nodes []int32, ok bool) {
	k, full := upper(key), len(dst)+most
	for i := range f.runs {
		if dst = f.runs[i].find(dst, k, below, full+1); len(dst) > full {
			return nil, false
		}
	}
	return dst, true
}
