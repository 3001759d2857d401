package chain

// Linear maps feature keys to single weights: a logistic regression in fixed point.
type Linear struct {
	slots []weight
	shift uint
	n     int
}

type weight struct {
	key   uint32
	value int32
}

// CueUnit is the fixed-point scale of the first stage's weights: 1.0 is stored as CueUnit.
const CueUnit = 64

// NewLinear makes a table for n weights.
func NewLinear(n int) *Linear {
	bits := uint(4)
	for 1<<bits < n+n/2 {
		bits++
	}
	return &Linear{slots: make([]weight, 1<<bits), shift: 32 - bits}
}

// Add puts a weight in; a key must be added only once and must not be 0.
func (l *Linear) Add(key uint32, value int8) {
	mask := uint32(len(l.slots) - 1)
	i := key * 0x9e3779b1 >> l.shift
	for l.slots[i].key != 0 {
		i = (i + 1) & mask
	}
	l.slots[i] = weight{key, int32(value)}
	l.n++
}

// Sum adds the weights of all keys: the log-odds times CueUnit.
func (l *Linear) Sum(keys []uint32) int32 {
	mask := uint32(len(l.slots) - 1)
	total := int32(0)
	for _, k := range keys {
		for i := k * 0x9e3779b1 >> l.shift; ; i = (i + 1) & mask {
			w := l.slots[i]
			if w.key == k {
				total += w.value
			}
			if w.key == k || w.key == 0 {
				break
			}
		}
	}
	return total
}
