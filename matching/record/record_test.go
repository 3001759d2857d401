package record_test

import (
	"encoding/binary"
	"math"
	"testing"

	"pgregory.net/rapid"

	"quotidian/matching/record"
)

// TestReader: what was written is read again; a record that is cut anywhere is broken.
func TestReader(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, text, x := rapid.Uint64().Draw(t, "n"), rapid.SliceOf(rapid.Byte()).Draw(t, "text"), rapid.Float64().Draw(t, "x")
		out := record.AppendBytes(binary.AppendUvarint(nil, n), text)
		out = binary.LittleEndian.AppendUint64(append(out, 7), math.Float64bits(x))
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(0.5))
		out = append(out, 9)
		read := func(r *record.Reader) (same bool) {
			same = r.Number() == n
			same = string(r.Bytes()) == string(text) && same
			same = r.Byte() == 7 && same
			same = r.Float64() == x && same
			same = r.Float32() == 0.5 && same
			return r.Below(10) == 9 && same
		}
		if r := record.NewReader(out); !read(r) || r.Broken() || len(r.Rest()) > 0 {
			t.Fatal("another record was read")
		}
		r := record.NewReader(out[:rapid.IntRange(0, len(out)-1).Draw(t, "cut")])
		if read(r); !r.Broken() || len(r.Rest()) > 0 {
			t.Fatal("a cut record is not broken")
		}
		if r := record.NewReader([]byte{9}); r.Below(9) != 0 || !r.Broken() {
			t.Fatal("a number at its bound was taken")
		}
	})
}
