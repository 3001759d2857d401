package chain

import "slices"

// places gives every key of a set a place of its own by a perfect hash (hash, displace and compress, Belazzougui et al.
// 2009): keys are found without a loop and without a branch. A key that is not in the set gets some place too, so what
// lies there must tell whose it is.
//
// Keys are hashes already: their upper bits choose a bucket, and the seed of the bucket, mixed into the lower bits that
// tell its keys apart, the place.
type places struct {
	seeds []uint16
	n     uint64
}

const (
	perBucket = 3    // keys that share a seed, on average
	load      = 0.85 // share of places that are taken
	spreading = 0x2c1b3c6d
)

func bucket(key uint32, buckets int) uint64 { return uint64(key) * uint64(buckets) >> 32 }

func within(key uint32, seed uint16, n uint64) uint64 {
	return uint64((key^uint32(seed))*spreading) * n >> 32
}

// place gives the place of a key, less than n. Loops call it with the fields of [places] at hand.
func place(key uint32, seeds []uint16, n uint64) uint64 {
	return within(key, seeds[bucket(key, len(seeds))], n)
}

func (p *places) of(key uint32) uint64 { return place(key, p.seeds, p.n) }

func (p *places) bucket(key uint32) uint64 { return bucket(key, len(p.seeds)) }

// newPlaces finds places for keys, which must differ.
func newPlaces(keys []uint32) *places {
	p := &places{n: uint64(float64(len(keys))/load) + 8}
	for range 64 {
		p.seeds = make([]uint16, len(keys)/perBucket+1)
		if p.fill(keys) {
			return p
		}
		p.n += p.n / 16 // a bucket found no free places: try with more room
	}
	panic("internal error: chain: keys are equal or no hashes")
}

// fill chooses the seeds, those of the fullest buckets first.
func (p *places) fill(keys []uint32) bool {
	sorted := slices.SortedFunc(slices.Values(keys), func(a, b uint32) int { return int(p.bucket(a)) - int(p.bucket(b)) })
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
	taken := make([]bool, p.n)
	for _, b := range buckets {
		if !p.displace(b, taken) {
			return false
		}
	}
	return true
}

// displace finds a seed for one bucket with which its keys fall on free places.
func (p *places) displace(bucket []uint32, taken []bool) bool {
	at := make([]uint64, len(bucket))
search:
	for seed := range 1 << 16 {
		for i, k := range bucket {
			at[i] = within(k, uint16(seed), p.n)
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
