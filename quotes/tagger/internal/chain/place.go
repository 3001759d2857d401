package chain

import (
	"math/bits"
	"slices"
)

// places gives every key of a set a place of its own by a perfect hash (hash, displace and compress, Belazzougui et al.
// 2009): keys are found without a loop and without a branch. A key that is not in the set gets some place too, so what
// lies there must tell whose it is.
//
// Keys are hashes already: their upper bits choose a bucket, and the seed of the bucket, mixed into the lower bits that
// tell its keys apart, the place.
type places struct {
	placeBits               int      // there are two to this power places
	bucketShift, placeShift uint     // how far down the upper bits lie that are a bucket's or a place's number
	seeds                   []uint16 // of each bucket
}

const (
	bucketLess = 2          // two to this power places for each bucket, so that two or three keys share a seed
	spreading  = 0x2c1b3c6d // odd, its bits mixed
)

// size is the number of places.
func (p *places) size() int { return 1 << p.placeBits }

func (p *places) bucket(key uint32) uint32 { return key >> (p.bucketShift & 31) }

func (p *places) within(key uint32, seed uint16) uint32 {
	return (key ^ uint32(seed)) * spreading >> (p.placeShift & 31)
}

// of gives the place of a key.
func (p *places) of(key uint32) uint32 { return p.within(key, p.seeds[p.bucket(key)]) }

// newPlaces finds places for keys, which must differ, in a room of 2 to the power of at least placeBits places, which is
// doubled as often as it is too small.
func newPlaces(keys []uint32, placeBits int) *places {
	for b := max(placeBits, bits.Len(uint(len(keys)))); b < 31; b++ {
		p := &places{placeBits: b, bucketShift: uint(32 - b + bucketLess), placeShift: uint(32 - b)}
		p.seeds = make([]uint16, 1<<(b-bucketLess))
		if p.fill(keys) {
			return p
		}
	}
	panic("internal error: chain: keys are equal or no hashes")
}

// fill chooses the seeds, those of the fullest buckets first.
func (p *places) fill(keys []uint32) bool {
	sorted := slices.Sorted(slices.Values(keys))
	var buckets [][]uint32
	for from := 0; from < len(sorted); {
		to := from + 1
		for to < len(sorted) && p.bucket(sorted[to]) == p.bucket(sorted[from]) {
			to++
		}
		buckets = append(buckets, sorted[from:to])
		from = to
	}
	slices.SortStableFunc(buckets, func(a, b []uint32) int { return len(b) - len(a) })
	taken := make([]bool, p.size())
	for _, b := range buckets {
		if !p.displace(b, taken) {
			return false
		}
	}
	return true
}

// displace finds a seed for one bucket with which its keys fall on free places.
func (p *places) displace(bucket []uint32, taken []bool) bool {
	at := make([]uint32, len(bucket))
search:
	for seed := range 1 << 16 {
		for i, k := range bucket {
			at[i] = p.within(k, uint16(seed))
			if taken[at[i]] || slices.Contains(at[:i], at[i]) {
				continue search
			}
		}
		for _, place := range at {
			taken[place] = true
		}
		p.seeds[p.bucket(bucket[0])] = uint16(seed)
		return true
	}
	return false
}
