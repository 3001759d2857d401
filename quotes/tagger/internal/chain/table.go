package chain

// Table maps feature keys to rows of weights. Of dozens of features a token most are in, but not all, and they are asked
// for at random: the cost is in the number of instructions a feature and in waiting for memory. So a key is first looked
// up in a cell of four bytes (its place is a perfect hash, so there is nothing to search and no branch to guess wrong)
// that tells whether it is in and the number of its row; then the rows found are summed in a short loop, which keeps the
// processor asking for the memory of many rows at once. Rows that are often used come first and so lie together.
//
// A cell keeps fifteen bits of its key: a key that is not in is mistaken for one that is once in 32,768 times. Its row
// is then added wrongly, which is rarer by far than a rare feature.
type Table struct {
	seeds [1 << bucketBits]uint16 // of [places]; sizes that are known beforehand save instructions
	cells [1 << cellBits]uint32   // the mark of a key above the number of its row
	rows  []row
}

const (
	cellBits   = 17
	bucketBits = cellBits - bucketLess
)

// row holds 22 weights of five bits, each biased so that none is negative, in four groups: the first six lie in the
// even fields of the first word, the next six in its odd ones, five more each in those of the second word.
type row [2]uint64

// The least and the greatest weight.
const (
	MinWeight = -bias
	MaxWeight = bias - 1
)

const (
	bias       = 16
	fieldBits  = 5
	laneBits   = 2 * fieldBits // a lane is a field and the room beside it, where sums grow
	field      = 1<<fieldBits - 1
	lane       = 1<<laneBits - 1
	fiveFields = field * (1 | 1<<laneBits | 1<<(2*laneBits) | 1<<(3*laneBits) | 1<<(4*laneBits))
	sixFields  = fiveFields | field<<(5*laneBits)
	counted    = 5 * laneBits // where the last word of a Partial counts its rows
	numberBits = 17           // of the number of a row in a cell
)

// groups are the numbers of weights in each word of a Partial.
var groups = [4]int{6, 6, 5, 5}

// Entry is one row to be put into a table. The key is a hash, the values lie between MinWeight and MaxWeight.
type Entry struct {
	Key    uint32
	Values [Width]int8
}

// NewTable makes a table of entries, the most used first, whose keys must differ. There may be some 110,000.
func NewTable(entries []Entry) *Table {
	keys := make([]uint32, len(entries))
	for i := range entries {
		keys[i] = entries[i].Key
	}
	p := newPlaces(keys, cellBits)
	if p.placeBits != cellBits {
		panic("internal error: chain: too many rows")
	}
	t := &Table{seeds: [1 << bucketBits]uint16(p.seeds), rows: make([]row, len(entries)+1)}
	neutral := uint32(len(entries))
	for i := range t.cells {
		t.cells[i] = neutral // of a free place: whatever key is taken for its own adds nothing
	}
	for i, k := range keys {
		t.cells[p.of(k)] = k<<numberBits | uint32(i)
		t.rows[i] = pack(&entries[i])
	}
	t.rows[neutral] = pack(&Entry{})
	return t
}

func pack(e *Entry) row {
	var p Partial
	i := 0
	for g, n := range groups {
		for k := range n {
			p[g] |= uint64(int(e.Values[i])+bias) << (k * laneBits)
			i++
		}
	}
	return row{p[0] | p[1]<<fieldBits, p[2] | p[3]<<fieldBits}
}

// Partial is a sum of rows that is not taken apart yet: lanes of ten bits, so that five or six weights are added at
// once and partial sums can be added to each other. The upper bits of the last word count the rows.
type Partial [4]uint64

// MaxRows is how many rows a Partial may hold: sums of so many fields fit a lane.
const MaxRows = lane / field

// Plus adds what q holds.
func (p *Partial) Plus(q *Partial) {
	p[0] += q[0]
	p[1] += q[1]
	p[2] += q[2]
	p[3] += q[3]
}

// AddEach adds the rows of keys[of[i][0]:of[i][1]] to p[i] for each i; there may be 2*MaxRows keys, and p[i] may come to
// hold at most MaxRows rows. A key without a row adds nothing, but counts as one.
func (t *Table) AddEach(p []Partial, keys []uint32, of [][2]int) {
	var numbers [2 * MaxRows]uint32
	neutral := uint32(len(t.rows) - 1)
	for i, k := range keys {
		number := t.number(k)
		if number>>numberBits > 0 {
			number = neutral
		}
		numbers[i] = number
	}
	for i, part := range of {
		t.add(&p[i], numbers[part[0]:part[1]])
	}
}

// Sum sets out to what p holds, of whose lanes so many as held rows are in use, and the rows of keys, of which there may
// be twice MaxRows less held.
func (t *Table) Sum(out *Scores, p Partial, held int, keys []uint32) {
	var found [2 * MaxRows]uint32
	var q Partial
	n := t.find(&found, keys)
	first := min(n, MaxRows-held)
	t.add(&p, found[:first])
	t.add(&q, found[first:n])
	out.set(&p, &q)
}

// number gives the number of a key's row, or one that is too great: what is left of its cell when the key's mark is taken
// from it.
func (t *Table) number(k uint32) uint32 {
	seed := t.seeds[k>>(32-bucketBits)]
	return t.cells[(k^uint32(seed))*spreading>>(32-cellBits)] ^ k<<numberBits
}

// find writes the numbers of the rows of keys to found, and gives how many there are.
func (t *Table) find(found *[2 * MaxRows]uint32, keys []uint32) int {
	n := 0
	for _, k := range keys {
		number := t.number(k)
		found[n] = number
		n += int((uint64(number) - 1<<numberBits) >> 63)
	}
	return n
}

func (t *Table) add(p *Partial, numbers []uint32) {
	a, b, c, d := p[0], p[1], p[2], p[3]
	rows := t.rows
	for _, i := range numbers {
		x, y := rows[i][0], rows[i][1]
		a += x & sixFields
		b += x >> fieldBits & sixFields
		c += y & fiveFields
		d += y >> fieldBits & fiveFields
	}
	p[0], p[1], p[2], p[3] = a, b, c, d+uint64(len(numbers))<<counted
}

const (
	alternate = lane | lane<<(2*laneBits) | lane<<(4*laneBits) // every second lane of a word
	both      = 2*lane + 1                                     // what the sum of two lanes may take
)

// set takes the sums of two apart.
func (out *Scores) set(p, q *Partial) {
	base := int32(p[3]>>counted+q[3]>>counted) * bias
	for g, first := range [4]int{0, 6, 12, 17} { // each word has six lanes, the sixth of the last two is no sum
		even, odd := p[g]&alternate+q[g]&alternate, p[g]>>laneBits&alternate+q[g]>>laneBits&alternate
		to := (*[5]int32)(out[first:])
		to[0], to[1] = int32(even&both)-base, int32(odd&both)-base
		to[2], to[3] = int32(even>>(2*laneBits)&both)-base, int32(odd>>(2*laneBits)&both)-base
		to[4] = int32(even>>(4*laneBits)&both) - base
		if g < 2 {
			out[first+5] = int32(odd>>(4*laneBits)&both) - base
		}
	}
}
