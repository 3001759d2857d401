// Package lookup finds rows by parts of their words, in memory: the answer to every key that is typed.
//
// A full-text index finds words from their beginning; who types "fire" also wants "ceasefire". So the distinct words of
// all rows stand in one text, which is searched from end to end (a million rows have some hundred thousand words, two or
// three megabytes), and each leads to the rows that have it. Cost is that of the words found and their rows, not of the
// texts.
package lookup

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Terms are words, or other short texts without line breaks, with the rows that have them. The zero Terms is empty.
// Rows are numbers from 0; they are put in rising order and
// never taken out: who drops a row drops it from the answers. Sets handed in must hold every row that was put.
type Terms struct {
	number map[string]int32
	text   []byte  // every term, each after a line break, and one at the end
	starts []int32 // where each begins in text
	rows   []rows  // by term
}

// rows are the rows of one term: a rising list, or a set once that is smaller.
type rows struct {
	list  []int32
	dense Set
	last  int32
}

// denser is how many rows a set holds at least on each 64 of those it spans.
const denser = 2

func (r *rows) add(row int32) {
	switch {
	case r.dense != nil:
		for int(row>>6) >= len(r.dense) {
			r.dense = append(r.dense, 0)
		}
		r.dense.Add(row)
	case len(r.list) == 0 || r.last != row:
		r.list = append(r.list, row)
	}
	if r.last = row; len(r.list) > 1024 && len(r.list) > int(row>>6)*denser {
		r.dense = NewSet(int(row) + 1)
		for _, old := range r.list {
			r.dense.Add(old)
		}
		r.list = nil
	}
}

func (r *rows) addTo(s Set) {
	for _, row := range r.list {
		s.Add(row)
	}
	for i, word := range r.dense {
		s[i] |= word
	}
}

// Put notes that a row has a term. Terms that are empty or hold a line break are ignored.
func (t *Terms) Put(row int32, term string) {
	n, ok := t.number[term]
	if !ok {
		if term == "" || strings.Contains(term, "\n") {
			return
		}
		n = t.add(term)
	}
	t.rows[n].add(row)
}

func (t *Terms) add(term string) int32 {
	if t.number == nil {
		t.number, t.text = map[string]int32{}, []byte{'\n'}
	}
	n := int32(len(t.starts))
	t.number[term] = n
	t.starts = append(t.starts, int32(len(t.text)))
	t.text = append(append(t.text, term...), '\n')
	t.rows = append(t.rows, rows{})
	return n
}

// Holding adds to a set the rows with a term that holds part.
func (t *Terms) Holding(part string, into Set) {
	t.find(part, into, func(int, int) bool { return true })
}

// Whole adds to a set the rows with a term in which part stands as whole words.
func (t *Terms) Whole(part string, into Set) {
	t.find(part, into, func(from, to int) bool {
		before, _ := utf8.DecodeLastRune(t.text[:from])
		after, _ := utf8.DecodeRune(t.text[to:])
		return !ofWord(before) && !ofWord(after)
	})
}

func ofWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }

// find adds to a set the rows with a term that has part at a place of the text that will do.
func (t *Terms) find(part string, into Set, will func(from, to int) bool) {
	if part == "" || strings.Contains(part, "\n") {
		return
	}
	sought := []byte(part)
	for at, n := 0, 0; ; {
		i := bytes.Index(t.text[at:], sought)
		if i < 0 {
			return
		}
		i += at
		for n+1 < len(t.starts) && int(t.starts[n+1]) <= i {
			n++
		}
		if !will(i, i+len(sought)) {
			at = i + 1
			continue
		}
		t.rows[n].addTo(into)
		if n++; n == len(t.starts) {
			return
		}
		at = int(t.starts[n])
	}
}

// Exactly adds to a set the rows with just that term.
func (t *Terms) Exactly(term string, into Set) {
	if n, ok := t.number[term]; ok {
		t.rows[n].addTo(into)
	}
}

// Set is a set of rows 0 … n-1.
type Set []uint64

// NewSet gives an empty set of rows below n.
func NewSet(n int) Set { return make(Set, (n+63)/64) }

// Add puts a row into the set.
func (s Set) Add(row int32) { s[row>>6] |= 1 << (row & 63) }

// Has reports whether a row is in the set.
func (s Set) Has(row int32) bool { return s[row>>6]&(1<<(row&63)) != 0 }
