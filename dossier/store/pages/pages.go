// Package pages guards every page of a dossier by a checksum, so that a flipped bit is noticed before anybody reads
// wrong data.
//
// SQLite has no checksums of its own. It can keep some bytes at the end of each page free for others, and hands every
// page to a file layer (VFS) that a program may provide. [Register] provides one: when a page is written to the file
// it puts a checksum into the free bytes, and when a page is read it compares; a page that does not agree is an error
// of the disk (SQLITE_IOERR_DATA) and never data. SQLite's own log (-wal) has checksums already and is left alone.
// The idea is that of SQLite's cksumvfs, but for WAL files; any SQLite can still read the file.
//
// The checksum is two CRC-32 of different polynomials (Castagnoli, IEEE), both of which processors compute by
// themselves; together they are 64 bits. A CRC is linear, so [Mend] can also say which single byte of a page must have
// changed, and put it right.
package pages

import (
	"encoding/binary"
	"hash/crc32"
)

// Size is that of a page, Reserved the bytes at its end that SQLite leaves to the checksum.
const (
	Size     = 4096
	Reserved = 8
	body     = Size - Reserved
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func sum(page []byte) uint64 {
	return uint64(crc32.Checksum(page[:body], castagnoli))<<32 | uint64(crc32.ChecksumIEEE(page[:body]))
}

// Seal writes the checksum of a page, which has Size bytes, into its end.
func Seal(page []byte) { binary.BigEndian.PutUint64(page[body:], sum(page)) }

// Intact reports whether a page of Size bytes agrees with its checksum.
func Intact(page []byte) bool { return binary.BigEndian.Uint64(page[body:]) == sum(page) }

// Mend puts a page right in which one byte is wrong, and reports whether it is intact now. More than that cannot be
// put right; the page is unchanged then. That another page fits the same checksum by chance is as likely as one in
// 2^44: 4,096 bytes have 2^20 ways to differ in one of them, the checksum has 2^64 values.
func Mend(page []byte) bool {
	if Intact(page) {
		return true
	}
	syndrome := binary.BigEndian.Uint64(page[body:]) ^ sum(page)
	for at := body; at < Size; at++ { // the checksum itself: one byte of it, and the body is right
		if syndrome&^(0xff<<(8*(Size-1-at))) == 0 {
			Seal(page)
			return true
		}
	}
	zero := make([]byte, Size)
	base := sum(zero)
	for at := range body {
		var bits [8]uint64
		for b := range bits {
			zero[at] = 1 << b
			bits[b] = sum(zero) ^ base
		}
		zero[at] = 0
		if flip, ok := combine(bits, syndrome); ok {
			page[at] ^= flip
			return true
		}
	}
	return false
}

// combine finds the bits of one byte whose syndromes make up the whole.
func combine(bits [8]uint64, whole uint64) (flip byte, ok bool) {
	for f := 1; f < 256; f++ {
		s := uint64(0)
		for b := range bits {
			if f>>b&1 == 1 {
				s ^= bits[b]
			}
		}
		if s == whole {
			return byte(f), true
		}
	}
	return 0, false
}

// The places of the header of a database that matter here, see https://www.sqlite.org/fileformat2.html, section 1.3.
const (
	headerSize    = 100
	reservedAt    = 20
	userVersionAt = 60
	applicationAt = 68
)

var magic = []byte("SQLite format 3\x00")

// Marked says which databases are guarded whatever else their header says: those of an application (PRAGMA
// application_id), of the formats (PRAGMA user_version) First to Last.
type Marked struct{ Application, First, Last uint32 }

// Guarded reports whether a file with this header (its first 100 bytes) has checksums: where it reserves the bytes for
// them, or is marked. The mark keeps a flipped bit from switching the guard off. A format after the last has rules of
// its own.
func Guarded(header []byte, m Marked) bool {
	if len(header) < headerSize || string(header[:len(magic)]) != string(magic) {
		return false
	}
	format := binary.BigEndian.Uint32(header[userVersionAt:])
	ours := binary.BigEndian.Uint32(header[applicationAt:]) == m.Application
	if ours && format > m.Last {
		return false
	}
	return header[reservedAt] == Reserved || ours && format >= m.First
}

// Empty is the only page of a guarded database without a table. SQLite has no statement that reserves bytes, so a new
// file begins with this page.
func Empty() []byte {
	p := make([]byte, Size)
	copy(p, magic)
	binary.BigEndian.PutUint16(p[16:], Size)
	copy(p[18:], []byte{1, 1, Reserved, 64, 32, 32})
	binary.BigEndian.PutUint32(p[24:], 1) // change counter
	binary.BigEndian.PutUint32(p[28:], 1) // pages
	binary.BigEndian.PutUint32(p[44:], 4) // schema format
	binary.BigEndian.PutUint32(p[56:], 1) // UTF-8
	binary.BigEndian.PutUint32(p[92:], 1) // the change counter for which the number of pages holds
	p[headerSize] = 0x0d                  // a leaf of the table of tables, without a row
	binary.BigEndian.PutUint16(p[headerSize+5:], body)
	Seal(p)
	return p
}
