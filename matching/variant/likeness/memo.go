package likeness

// memo remembers the similarities of words that met before. It is a table with one place for each hash, where a
// newer pair replaces an older one: bounded in size, and since a similarity does not change, its answers are those
// of comparing again.
type memo []remembered

type remembered struct {
	key   uint64
	value float32
}

// memoSize is the number of places, a power of two: 16 MB.
const memoSize = 1 << 20

func newMemo() memo { return make(memo, memoSize) }

// place gives where a pair of word ids is kept, and its key; ids are never 0, so no key is.
func place(a, b uint32) (int, uint64) {
	key := uint64(min(a, b))<<32 | uint64(max(a, b))
	return int(key * 0x9E3779B97F4A7C15 >> 44 & (memoSize - 1)), key
}

// similarity compares two words, from memory where both belong to one set of forms. Words with nothing in common are
// told apart faster than remembered.
func (t memo) similarity(m *Model, x, y *word) float32 {
	if inOrder(x, &y.spelled).few() {
		return m.known(x, y)
	}
	if t == nil || x.id == 0 || y.id == 0 {
		return m.similarity(x, y)
	}
	i, key := place(x.id, y.id)
	if e := &t[i]; e.key != key {
		*e = remembered{key, m.similarity(x, y)}
	}
	return t[i].value
}
