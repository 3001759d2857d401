package chain

// Table maps feature keys to rows of eight-bit weights.
//
// Keys live in an open-addressed array apart from the rows, so that a key that is not there, the commonest case,
// costs one or two reads of a small array.
type Table struct {
	slots []slot
	rows  [][3]uint64
	shift uint
}

type slot struct {
	key uint32
	row uint32 // number of the row plus one; 0 in an empty slot
}

// bias makes a signed weight an unsigned byte.
const bias = 128

// NewTable makes a table for n rows.
func NewTable(n int) *Table {
	bits := uint(4)
	for 1<<bits < n+n/2 {
		bits++
	}
	return &Table{slots: make([]slot, 1<<bits), shift: 32 - bits}
}

// Add puts a row in; a key must be added only once.
func (t *Table) Add(key uint32, weights *[Width]int8) {
	var row [3]uint64
	for i, w := range weights {
		row[i/8] |= uint64(uint8(int(w)+bias)) << (i % 8 * 8)
	}
	t.rows = append(t.rows, row)
	mask := uint32(len(t.slots) - 1)
	i := key * 0x9e3779b1 >> t.shift
	for t.slots[i].row != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = slot{key, uint32(len(t.rows))}
}

// find gives the row of a key, nil when there is none.
func (t *Table) find(key uint32) *[3]uint64 {
	mask := uint32(len(t.slots) - 1)
	for i := key * 0x9e3779b1 >> t.shift; ; i = (i + 1) & mask {
		s := t.slots[i]
		if s.row == 0 {
			return nil
		}
		if s.key == key {
			return &t.rows[s.row-1]
		}
	}
}

// Sum adds the rows of all keys into out. Eight weights are added at once: the even and the odd bytes of a word
// are spread over four sixteen-bit lanes each, which 256 rows cannot overflow.
func (t *Table) Sum(out *Scores, keys []uint32) {
	const even = 0x00ff00ff00ff00ff
	var acc [6]uint64
	n := int32(0)
	for _, k := range keys {
		row := t.find(k)
		if row == nil {
			continue
		}
		n++
		acc[0] += row[0] & even
		acc[1] += row[0] >> 8 & even
		acc[2] += row[1] & even
		acc[3] += row[1] >> 8 & even
		acc[4] += row[2] & even
		acc[5] += row[2] >> 8 & even
	}
	for i := range out {
		lane := acc[i/8*2+i%2] >> (i % 8 / 2 * 16)
		out[i] = int32(uint16(lane)) - n*bias
	}
}
