package chain

// Table maps feature keys to rows of weights. A row keeps fourteen bits of its key, so a key that is not in is mistaken
// for one that is once in 16,384 times; its row is then added wrongly, which is rarer by far than a rare feature.
//
// Add has no branch that depends on the text: with dozens of features a token, most of the cost of a table that probes
// is in guessing wrong whether a feature is there, and in waiting for memory one row at a time. A filter of one bit a
// key, small enough to stay near the processor, keeps most of the features that are not in from touching a row.
type Table struct {
	places *places
	filter []uint64
	rows   []row
}

// row holds 22 weights of five bits, each biased so that none is negative, in four groups: the first six lie in the
// even fields of the first word, the next six in its odd ones, five more each in those of the second word. The upper
// bits of the second word are the mark of the key. Rows are as small as that because most of the time goes into
// fetching them.
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
	marked     = 5 * laneBits // where the mark begins in the second word, and the number of rows in a Partial
	filterBits = 19           // the filter has two to this power bits: 64 KiB
)

// groups are the numbers of weights in each word of a Partial.
var groups = [4]int{6, 6, 5, 5}

// Entry is one row to be put into a table. The key is a hash, the values lie between MinWeight and MaxWeight.
type Entry struct {
	Key    uint32
	Values [Width]int8
}

// NewTable makes a table of entries, whose keys must differ.
func NewTable(entries []Entry) *Table {
	keys := make([]uint32, len(entries))
	for i := range entries {
		keys[i] = entries[i].Key
	}
	t := &Table{places: newPlaces(keys), filter: make([]uint64, 1<<filterBits/64)}
	t.rows = make([]row, t.places.n)
	for i := range entries {
		k := entries[i].Key
		t.rows[t.places.of(k)] = pack(&entries[i])
		t.filter[k>>(32-filterBits+6)] |= 1 << (k >> (32 - filterBits) & 63)
	}
	for i := range t.rows {
		if t.rows[i] == (row{}) { // a free place: whatever key is taken for this one adds nothing
			t.rows[i] = pack(&Entry{})
		}
	}
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
	return row{p[0] | p[1]<<fieldBits, p[2] | p[3]<<fieldBits | mark(e.Key)<<marked}
}

func mark(key uint32) uint64 { return uint64(key) & (1<<(64-marked) - 1) }

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

// Add adds the rows of keys to p, which may come to hold at most MaxRows. Keys without a row are passed over.
func (t *Table) Add(p *Partial, keys []uint32) {
	var likely [MaxRows]uint32
	t.add(p, likely[:t.sift(likely[:], keys)])
}

// Sum adds to out what p holds, of whose lanes so many as held rows are in use, and the rows of keys, twice MaxRows less
// held at most. It is Add for more rows than a Partial can hold.
func (t *Table) Sum(out *Scores, p Partial, held int, keys []uint32) {
	var likely [2 * MaxRows]uint32
	n := t.sift(likely[:], keys)
	first := min(n, MaxRows-held)
	t.add(&p, likely[:first])
	p.AddTo(out)
	if n > first {
		p = Partial{}
		t.add(&p, likely[first:n])
		p.AddTo(out)
	}
}

// sift writes the keys that the filter lets through to dst, and gives their number.
func (t *Table) sift(dst, keys []uint32) int {
	n := 0
	for _, k := range keys {
		dst[n] = k
		n += int(t.filter[k>>(32-filterBits+6)] >> (k >> (32 - filterBits) & 63) & 1)
	}
	return n
}

func (t *Table) add(p *Partial, keys []uint32) {
	a, b, c, d := p[0], p[1], p[2], p[3]
	for _, k := range keys {
		r := &t.rows[t.places.of(k)]
		in := ((r[1]>>marked ^ mark(k)) - 1) >> 63 // 1 when the marks agree
		a += r[0] & (-in & sixFields)
		b += r[0] >> fieldBits & (-in & sixFields)
		c += r[1] & (-in & fiveFields)
		d += r[1]>>fieldBits&(-in&fiveFields) + in<<marked
	}
	p[0], p[1], p[2], p[3] = a, b, c, d
}

// AddTo takes the sums apart and adds them to out.
func (p *Partial) AddTo(out *Scores) {
	base := int32(p[3]>>marked) * bias
	i := 0
	for g, n := range groups {
		for x := p[g]; n > 0; n-- {
			out[i] += int32(x&lane) - base
			x >>= laneBits
			i++
		}
	}
}
