package chain

// Linear maps feature keys to single weights: a logistic regression in fixed point. Each cell holds the lower 24 bits of
// its key above its weight; a key that is not in is mistaken for one that is once in 16 million times.
type Linear struct {
	places *places
	cells  []uint32
}

// CueUnit is the fixed-point scale of the first stage's weights: 1.0 is stored as CueUnit.
const CueUnit = 64

// Weight is one feature of the first stage. The key is a hash.
type Weight struct {
	Key   uint32
	Value int8
}

// NewLinear makes a table of weights, whose keys must differ.
func NewLinear(weights []Weight) *Linear {
	keys := make([]uint32, len(weights))
	for i := range weights {
		keys[i] = weights[i].Key
	}
	l := &Linear{places: newPlaces(keys, 6)}
	l.cells = make([]uint32, l.places.size())
	for _, w := range weights {
		l.cells[l.places.of(w.Key)] = w.Key<<8 | uint32(uint8(w.Value))
	}
	return l
}

// Sum adds the weights of all keys: the log-odds times CueUnit.
func (l *Linear) Sum(keys []uint32) int32 {
	p, cells := *l.places, l.cells
	total := int32(0)
	for _, k := range keys {
		c := cells[p.of(k)]
		in := int32(int64(uint64(c>>8^k&0xffffff)-1) >> 63) // -1 when the marks agree
		total += int32(int8(c)) & in
	}
	return total
}
