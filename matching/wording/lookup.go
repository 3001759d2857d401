package wording

// lookup finds the number of a thing by a hash of it: open addressing in eight bytes a place, of which at least a
// quarter is free. The things themselves lie elsewhere: whoever asks compares them. It takes a third of a map's room,
// holds nothing that the garbage collector has to follow, and answers from one line of the cache.
type lookup struct {
	places []place // a power of two of them
	count  int
}

// place holds half of a thing's hash and its number; the number is one more, so that 0 is free.
type place struct{ hash, number uint32 }

// leastPlaces is how many places a lookup begins with.
const leastPlaces = 64

// half folds a hash into 32 bits.
func half(hash uint64) uint32 { return uint32(hash * 0x9E3779B97F4A7C15 >> 32) }

// find gives the number of a thing; same says whether a number of its hash, or nearly, is the thing's.
func (l *lookup) find(hash uint64, same func(number int32) bool) (int32, bool) {
	if l.count == 0 {
		return 0, false
	}
	h, mask := half(hash), uint32(len(l.places)-1)
	for at := h & mask; ; at = (at + 1) & mask {
		p := l.places[at]
		if p.number == 0 {
			return 0, false
		}
		if n := int32(p.number - 1); p.hash == h && same(n) {
			return n, true
		}
	}
}

// put notes the number of a thing that is not there yet.
func (l *lookup) put(hash uint64, number int32) {
	if 4*(l.count+1) > 3*len(l.places) {
		l.grow()
	}
	l.place(place{half(hash), uint32(number) + 1})
	l.count++
}

func (l *lookup) place(p place) {
	mask := uint32(len(l.places) - 1)
	at := p.hash & mask
	for l.places[at].number != 0 {
		at = (at + 1) & mask
	}
	l.places[at] = p
}

// grow doubles the places.
func (l *lookup) grow() {
	old := l.places
	l.places = make([]place, max(leastPlaces, 2*len(old)))
	for _, p := range old {
		if p.number != 0 {
			l.place(p)
		}
	}
}
