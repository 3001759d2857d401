// Package date reads dates of publication as outlets print them.
//
// It never invents: a date without its year is none; 03/04/2023 is none, for it is two dates; and a clock
// without its time zone is left out, because "who had it first" would rest on a guess of hours.
package date

import (
	"strconv"
	"strings"
	"sync"
	"time"

	"quotidian/articles"
	"quotidian/assets/lexicon"
)

// zoned and local are the machine-written forms, with and without a time zone.
var (
	zoned = []string{
		time.RFC3339Nano, "2006-01-02T15:04:05.999999999Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700",
		"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 -0700 MST",
		time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", "20060102T150405Z0700", "2006-01-02T15:04:05.999Z07", "2006-01-02T15:04:05Z07",
	}
	local = []string{
		"2006-01-02T15:04:05.999999999", "2006-01-02T15:04", "2006-01-02 15:04:05.999999999", "2006-01-02 15:04",
		time.DateOnly, "2006/01/02", "20060102", "2006-01-02T15:04:05-",
	}
)

// Parse reads a string that is a date and nothing else: ISO 8601 and RFC 1123 as machines write them, or the
// words of a newspaper ("Saturday, 23 September 2023, 14:05 GMT"). From is left empty for the caller to set.
func Parse(s string) (articles.Date, bool) {
	s = strings.TrimSpace(s)
	if len(s) > maxWords {
		return articles.Date{}, false
	}
	if len(s) == len(time.DateOnly) { // the commonest form by far, and to fail a layout costs more than to fit one
		if t, err := time.Parse(time.DateOnly, s); err == nil {
			return checked(t, false)
		}
	}
	for _, layout := range zoned {
		if t, err := time.Parse(layout, s); err == nil {
			return checked(t, true)
		}
	}
	for _, layout := range local {
		if t, err := time.Parse(layout, s); err == nil {
			return checked(t, false)
		}
	}
	d, rest := Scan(strings.Fields(s))
	return d, d.Known() && len(rest) == 0
}

// maxWords is the longest line that may be a date, in bytes: no form of one is half as long, and what fails a layout of
// package time is copied into its error.
const maxWords = 120

// The years in which an article can have been published: newspapers begin in 1605. The upper end only keeps
// numbers from being read as years.
const firstYear, lastYear = 1605, 2199

func checked(t time.Time, clock bool) (articles.Date, bool) {
	if t.Year() < firstYear || t.Year() > lastYear {
		return articles.Date{}, false
	}
	if !clock {
		t = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return articles.Date{Time: t, Clock: clock}, true
}

// Scan finds the first full date among the words of a line, with a clock and zone if they stand beside it, and
// gives the words that belong to neither, in order. Weekdays count as part of the date. The date is not Known
// when there is none; rest is then all the words.
func Scan(words []string) (d articles.Date, rest []string) {
	clean := make([]string, len(words))
	for i, w := range words {
		clean[i] = strings.ToLower(strings.Trim(w, ".,;:|()[]–—-•·"))
	}
	used := make([]bool, len(words))
	day, n := time.Time{}, 0
	for i := range clean {
		if day, n = dayAt(clean[i:]); n > 0 {
			mark(used, i, n)
			break
		}
	}
	if n == 0 {
		return articles.Date{}, words
	}
	d.Time = day
	if c, ok := clockIn(clean, used); ok {
		d.Time, d.Clock = c.on(day), true
	}
	for i, w := range clean {
		if !used[i] && w != "" && !weekdays[w] {
			rest = append(rest, words[i])
		}
	}
	return d, rest
}

func mark(used []bool, from, n int) {
	for i := from; i < from+n; i++ {
		used[i] = true
	}
}

// dayAt reads a date at the beginning of words and says how many it took.
func dayAt(words []string) (time.Time, int) {
	if t, ok := numeric(words[0]); ok {
		return t, 1
	}
	if len(words) < 2 {
		return time.Time{}, 0
	}
	if day, y, ok := strings.Cut(words[1], ","); ok && months()[words[0]] > 0 { // "June 24,2022"
		return civil(year(y), months()[words[0]], ordinal(day), 2)
	}
	if len(words) < 3 {
		return time.Time{}, 0
	}
	if m, y := months()[words[0]], year(words[2]); m > 0 && y > 0 {
		return civil(y, m, ordinal(words[1]), 3)
	}
	if m, y := months()[words[1]], year(words[2]); m > 0 && y > 0 {
		return civil(y, m, ordinal(words[0]), 3)
	}
	if len(words) > 3 && words[1] == "of" {
		return civil(year(words[3]), months()[words[2]], ordinal(words[0]), 4)
	}
	return time.Time{}, 0
}

// civil checks that the day exists and gives n, or 0 words taken.
func civil(y int, m time.Month, day, n int) (time.Time, int) {
	t := time.Date(y, m, day, 0, 0, 0, 0, time.UTC)
	if y == 0 || m == 0 || day == 0 || t.Day() != day || t.Month() != m {
		return time.Time{}, 0
	}
	return t, n
}

// numeric reads 2023-09-23 and 2023/09/23, 23.09.2023 (full stops are always day first), and 23/09/2023 where
// only one order is possible.
func numeric(w string) (time.Time, bool) {
	sep := strings.IndexAny(w, "-/.")
	if sep < 0 {
		return time.Time{}, false
	}
	p := strings.Split(w, w[sep:sep+1])
	if len(p) != 3 {
		return time.Time{}, false
	}
	var n [3]int
	for i, s := range p {
		v, err := strconv.Atoi(s)
		if err != nil || v < 1 || len(s) > 4 {
			return time.Time{}, false
		}
		n[i] = v
	}
	y, m, d := n[2], n[1], n[0]
	switch {
	case len(p[0]) == 4:
		y, d = n[0], n[2]
	case w[sep] == '.':
	case n[1] > 12:
		m, d = n[0], n[1]
	case n[0] <= 12 && n[0] != n[1]:
		return time.Time{}, false
	}
	if y < firstYear || y > lastYear || m > 12 {
		return time.Time{}, false
	}
	t, took := civil(y, time.Month(m), d, 1)
	return t, took > 0
}

func year(w string) int {
	y, err := strconv.Atoi(w)
	if err != nil || len(w) != 4 || y < firstYear || y > lastYear {
		return 0
	}
	return y
}

// ordinal reads 3, 03, 3rd and 3rd's like; 0 for anything else.
func ordinal(w string) int {
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, suffix)
	}
	d, err := strconv.Atoi(w)
	if err != nil || len(w) > 2 || d < 1 || d > 31 {
		return 0
	}
	return d
}

var months = sync.OnceValue(func() map[string]time.Month {
	m := map[string]time.Month{}
	for _, f := range lexicon.Lines("common/months.tsv") {
		n, err := strconv.Atoi(f[0])
		if err != nil {
			panic("internal error: months: " + f[0])
		}
		for _, form := range strings.Fields(f[1]) {
			m[form] = time.Month(n)
		}
	}
	return m
})

var weekdays = func() map[string]bool {
	m := map[string]bool{}
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		m[name], m[name[:3]] = true, true
	}
	m["tues"], m["thur"], m["thurs"] = true, true, true
	return m
}()
