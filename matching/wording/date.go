package wording

import (
	"fmt"
	"strings"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// calendar gives months (1 to 12) and days of the week (21 to 27) by their names and usual abbreviations.
var calendar = func() map[string]int {
	out := map[string]int{"sept": 9}
	for i, m := range strings.Fields("january february march april may june july august september october november december") {
		out[m], out[m[:3]] = i+1, i+1
	}
	for i, d := range strings.Fields("monday tuesday wednesday thursday friday saturday sunday") {
		out[d] = firstWeekday + i
	}
	return out
}()

const firstWeekday = 21

// calendarDay gives the month or day of the week that word i names, 0 for none. "May" and "March" need their capital.
func calendarDay(t *pair.Text, i int) int {
	if !t.Words[i].Has(canon.Capital) {
		return 0
	}
	return calendar[strings.TrimSuffix(word(t, i), ".")]
}

// dates names a month or a day of the week that became another one. What the other text names too has not become another.
func (f *finder) dates() {
	for r := range f.replacements() {
		for i := r.a0; i < r.a1; i++ {
			for j := r.b0; j < r.b1; j++ {
				x, y := calendarDay(f.a, i), calendarDay(f.b, j)
				if x == 0 || y == 0 || x == y || (x < firstWeekday) != (y < firstWeekday) || names(f.b, x) || names(f.a, y) {
					continue
				}
				from, to := plainly(f.a, i, i+1), plainly(f.b, j, j+1)
				f.add(Number, from, to, fmt.Sprintf("the date changed from “%s” to “%s”", from, to))
			}
		}
	}
}

// names reports whether a text names some month or day of the week.
func names(t *pair.Text, which int) bool {
	for i := range t.Words {
		if calendarDay(t, i) == which {
			return true
		}
	}
	return false
}
