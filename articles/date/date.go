// Package date reads dates of publication as outlets print them.
//
// It never invents: a date without its year is none; 03/04/2023 is none, for it is two dates; and a clock
// without its time zone is left out, because "who had it first" would rest on a guess of hours. So is one whose zone is
// an abbreviation that stands for several (IST is India's, Israel's and Ireland's).
package date

import (
	"strconv"
	"strings"
	"time"

	"quotidian/articles"
)

// zoned and local are the machine-written forms, with and without a time zone. The figures of a month, a day and an hour may be
// one: some programs leave out the zero.
var (
	zoned = []string{
		time.RFC3339Nano, "2006-1-2T15:04:05.999999999Z0700", "2006-1-2T15:04:05.999999999Z07:00", "2006-1-2T15:04Z07:00", "2006-1-2T15:04Z0700",
		"2006-1-2 15:04:05Z07:00", "2006-1-2 15:04:05 Z07:00", "2006-1-2 15:04:05 -0700", "2006-1-2 15:04:05 -0700 MST",
		"2006-1-2T15:04:05 Z07:00", "2006-1-2T15:04:05 -0700", "2006-1-2T15:04 Z07:00",
		"20060102T150405Z0700", "20060102T1504Z0700", "2006-1-2T15:04:05.999Z07", "2006-1-2T15:04:05Z07",
	}
	local = []string{
		"2006-1-2T15:04:05.999999999", "2006-1-2T15:04", "2006-1-2 15:04:05.999999999", "2006-1-2 15:04",
		time.DateOnly, "2006/01/02", "20060102", "20060102T1504", "20060102T150405", "2006-1-2T15:04:05-",
	}
	// named are those that begin with the day of the week.
	named = []string{time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700"}
)

// Parse reads a string that is a date and nothing else: ISO 8601 and RFC 1123 as machines write them, or the
// words of a newspaper ("Saturday, 23 September 2023, 14:05 GMT"). From is left empty for the caller to set.
func Parse(s string) (articles.Date, bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > maxWords {
		return articles.Date{}, false
	}
	if len(s) == len(time.DateOnly) { // the commonest form by far, and to fail a layout costs more than to fit one
		if t, err := time.Parse(time.DateOnly, s); err == nil {
			return checked(t, false)
		}
	}
	withZone, without := named, []string(nil)
	if s[0] >= '0' && s[0] <= '9' {
		withZone, without = zoned, local
	}
	for _, layout := range withZone {
		if t, err := time.Parse(layout, s); err == nil {
			return Moment(t)
		}
	}
	for _, layout := range without {
		if t, err := time.Parse(layout, s); err == nil {
			return checked(t, false)
		}
	}
	d, rest := Scan(unixOrder(strings.Fields(s)))
	return d, d.Known() && len(rest) == 0
}

// maxWords is the longest line that may be a date, in bytes: no form of one is half as long, and what fails a layout of
// package time is copied into its error.
const maxWords = 120

// The years in which an article can have been published: newspapers begin in 1605. The upper end only keeps
// numbers from being read as years.
const firstYear, lastYear = 1605, 2199

// farthest is the greatest distance of a time zone from UTC, that of the Line Islands. Package time reads up to 25 hours, which
// RFC 3339 cannot write in a way that it reads again.
const farthest = 14 * 60 * 60 // in seconds

// Moment gives a time with its clock and zone, however it was read, if an article can have been published then: all that come in
// as times and not as words go through it.
func Moment(t time.Time) (articles.Date, bool) {
	if _, east := t.Zone(); east > farthest || east < -farthest {
		return articles.Date{}, false
	}
	return checked(t, true)
}

func checked(t time.Time, clock bool) (articles.Date, bool) {
	if t.Year() < firstYear || t.Year() > lastYear {
		return articles.Date{}, false
	}
	if !clock {
		t = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return articles.Date{Time: t, Clock: clock}, true
}

// unixOrder sets the year of "Tue May 14 12:20:00 UTC 2024" behind its day, where everybody else has it.
func unixOrder(words []string) []string {
	n := len(words)
	if n < 5 || n > 6 || year(words[n-1]) == 0 || !strings.Contains(words[3], ":") {
		return words
	}
	return append(append(append(make([]string, 0, n), words[:3]...), words[n-1]), words[3:n-1]...)
}

// Stored reads a date as programs keep it in a field: what [Parse] reads, or the seconds or milliseconds since 1970 in UTC.
// In a line of text such a number can be anything.
func Stored(s string) (articles.Date, bool) {
	s = strings.TrimSpace(s)
	whole, fraction, _ := strings.Cut(s, ".")
	if len(fraction) > 9 || strings.Trim(whole+fraction, "0123456789") != "" {
		return Parse(s)
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return articles.Date{}, false
	}
	switch len(whole) {
	case len("1715688000"): // from September 2001 on
	case len("1715688000000"):
		n /= 1000
	default:
		return Parse(s)
	}
	const secondsOfDay = 24 * 60 * 60
	return checked(time.Unix(n, 0).UTC(), n%secondsOfDay != 0) // who kept only the day gets midnight
}

// line is a line on its way: its words as printed and as they are compared, and which of them are read.
type line struct {
	raw, clean []string
	used       []bool
}

// Scan finds the first full date among the words of a line, with a clock and zone if they stand beside it, and
// gives the words that belong to neither, in order. Weekdays count as part of the date. The date is not Known
// when there is none; rest is then all the words.
func Scan(words []string) (d articles.Date, rest []string) {
	words = apart(words)
	l := line{raw: words, clean: make([]string, len(words)), used: make([]bool, len(words))}
	for i, w := range words {
		l.clean[i] = strings.ToLower(strings.Trim(w, ".,;:|()[]–—-•·（），"))
	}
	day, n := time.Time{}, 0
	for i := range l.clean {
		if day, n = dayAt(l.clean[i:]); n > 0 {
			l.mark(i, n)
			l.besideDay(day, i, i+n)
			break
		}
	}
	if n == 0 {
		return articles.Date{}, words
	}
	d.Time = day
	if c, ok := l.clock(); ok {
		d.Time, d.Clock = c.on(day), true
	}
	l.readingTime()
	for i, w := range l.clean {
		if !l.used[i] && w != "" && !englishWeekdays[w] {
			rest = append(rest, words[i])
		}
	}
	return d, rest
}

func (l line) mark(from, n int) {
	for i := from; i < from+n; i++ {
		l.used[i] = true
	}
}

// word gives word i as it is compared, "" beyond the line.
func (l line) word(i int) string {
	if i < 0 || i >= len(l.clean) {
		return ""
	}
	return l.clean[i]
}

// besideDay marks what belongs to a day that stands in words [from, to): the word for "year" after it, and the weekday before or
// after it, if it is that day's. Names of weekdays are people's names too ("Freitag", "Domingo"), so no other is taken.
func (l line) besideDay(day time.Time, from, to int) {
	if yearWords[l.word(to)] {
		l.used[to] = true
		to++
	}
	before := from - 1
	if l.word(before) == "den" { // "Dienstag, den 14. Mai 2024"
		before--
	}
	for before > 0 && l.clean[before] == "" {
		before--
	}
	for to < len(l.clean)-1 && l.clean[to] == "" {
		to++
	}
	for _, i := range []int{before, to} {
		if of, ok := weekdays()[l.word(i)]; ok && of == day.Weekday() {
			l.used[i] = true
			if i == before {
				l.mark(i, from-i)
			}
		}
	}
}

// readingTime marks "3 min read", which sites set behind the day and which says nothing of it.
func (l line) readingTime() {
	for i := 0; i+2 < len(l.clean); i++ {
		if minute := l.clean[i+1]; l.clean[i+2] == "read" && (minute == "min" || minute == "mins" || minute == "minute" || minute == "minutes") && isNumber(l.clean[i]) {
			l.mark(i, 3)
			return
		}
	}
}

func isNumber(w string) bool { return w != "" && strings.Trim(w, "0123456789") == "" }
