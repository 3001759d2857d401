// Package record writes and reads what comparisons found out, in bytes: numbers as varints, texts with their length before
// them, floating-point numbers little-endian. Names, wordings and the dossier that keeps both share it.
package record

import (
	"encoding/binary"
	"math"
)

// AppendBytes appends b with its length before it, as [Reader.Bytes] reads it.
func AppendBytes(out, b []byte) []byte {
	return append(binary.AppendUvarint(out, uint64(len(b))), b...)
}

// Reader takes values off a record. Once the record ended too early, or held what cannot be, it is broken and gives
// zeros; so a record is read to its end and asked once whether it was whole.
type Reader struct {
	rest   []byte
	broken bool
}

// NewReader reads a record; what it gives shares the record's memory.
func NewReader(record []byte) *Reader { return &Reader{rest: record} }

// Broken reports whether the record cannot be trusted. Rest is what was not read yet, nothing of a broken record.
func (r *Reader) Broken() bool { return r.broken }
func (r *Reader) Rest() []byte { return r.rest }

// Break is for a reader who finds that a value cannot be.
func (r *Reader) Break() { r.broken, r.rest = true, nil }

// Number reads a varint.
func (r *Reader) Number() uint64 {
	x, n := binary.Uvarint(r.rest)
	if n <= 0 {
		r.Break()
		return 0
	}
	r.rest = r.rest[n:]
	return x
}

// Below reads a number that must be under a bound.
func (r *Reader) Below(bound int32) int32 {
	x := r.Number()
	if x >= uint64(bound) {
		r.Break()
		return 0
	}
	return int32(x)
}

// Bytes reads what [AppendBytes] wrote.
func (r *Reader) Bytes() []byte { return r.take(r.Number()) }

// Byte reads one byte; Float32 and Float64 read numbers of their size, little-endian.
func (r *Reader) Byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

// Float32 is described at Byte.
func (r *Reader) Float32() float32 {
	if b := r.take(4); b != nil {
		return math.Float32frombits(binary.LittleEndian.Uint32(b))
	}
	return 0
}

// Float64 is described at Byte.
func (r *Reader) Float64() float64 {
	if b := r.take(8); b != nil {
		return math.Float64frombits(binary.LittleEndian.Uint64(b))
	}
	return 0
}

// take reads n bytes, nil where there are fewer.
func (r *Reader) take(n uint64) []byte {
	if n > uint64(len(r.rest)) {
		r.Break()
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}
