package wording

import (
	"strings"

	"quotidian/attribution/name"
	"quotidian/matching/wording/canon"
)

// spelledAlike reports whether words i and j are names that two writers may have made of one: "Menco" and "Manko", "Brenner" and
// "Berner". Which of two countries is meant tells a letter ("Iran", "Iraq"), so places never are.
func (f *finder) spelledAlike(i, j int) bool {
	v, w := f.a.Words[i], f.b.Words[j]
	if !v.Has(canon.Capital) || !w.Has(canon.Capital) || f.lists.places[v.Key] != 0 || f.lists.places[w.Key] != 0 {
		return false
	}
	a, b := name.Fold(plainly(f.a, i, i+1)), name.Fold(plainly(f.b, j, j+1))
	longer := max(len(a), len(b))
	if min(len(a), len(b)) < 3 || longer > longestName {
		return false
	}
	steps := distance(a, b)
	return steps <= longer/4 || steps <= 1 || steps <= 2 && skeleton(a) == skeleton(b)
}

// longestName is the longest word that is compared letter by letter, in bytes.
const longestName = 32

// distance counts the letters to put in, leave out, exchange with their neighbour or replace that make b of a (Damerau's, with
// neighbours exchanged once).
func distance(a, b string) int {
	var rows [3][longestName + 1]int
	before, last, now := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		for j := 1; j <= len(b); j++ {
			now[j] = last[j-1]
			if a[i-1] != b[j-1] {
				now[j]++
			}
			now[j] = min(now[j], last[j]+1, now[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
		}
		before, last, now = last, now, before
	}
	return last[len(b)]
}

// skeleton is a name without vowels and doubled letters, and with letters that sound alike made one.
func skeleton(s string) string {
	var b strings.Builder
	last := byte(0)
	for i := range len(s) {
		c := s[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'j', 'h', '\'', '-':
			last = 0
			continue
		case 'c', 'q', 'g':
			c = 'k'
		case 'z':
			c = 's'
		case 'w':
			c = 'v'
		}
		if c != last {
			b.WriteByte(c)
		}
		last = c
	}
	return b.String()
}
