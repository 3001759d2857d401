package date

import (
	"strconv"
	"strings"
	"time"
)

// clock is a time of day with its distance from UTC.
type clock struct {
	hour, minute, second int
	zone                 *time.Location
}

func (c clock) on(day time.Time) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), c.hour, c.minute, c.second, 0, c.zone)
}

// clock finds a time of day among the words that the date left over and marks what it used. A time without a
// zone is used up but not given.
func (l line) clock() (clock, bool) {
	for i := range l.clean {
		if l.used[i] {
			continue
		}
		c, n, ok := timeAt(l.clean[i:])
		if !ok {
			continue
		}
		l.mark(i, n)
		if atWords[l.word(i-1)] {
			l.used[i-1] = true
		}
		end := i + n
		if hourWords[l.word(end)] && !l.used[end] {
			l.used[end] = true
			end++
		}
		c.zone = l.zone(end)
		return c, c.zone != nil
	}
	return clock{}, false
}

// atWords stand before a time of day, hourWords behind it.
var (
	atWords   = map[string]bool{"at": true, "um": true, "в": true, "à": true}
	hourWords = map[string]bool{"hrs": true, "uhr": true}
)

// timeAt reads 14:05, 14:05:30, 14:05hrs, 14h05, "14.05 Uhr", 2:05pm, 2.05 p.m. and "2 pm" and says how many words it took.
func timeAt(words []string) (clock, int, bool) {
	first := strings.TrimSuffix(words[0], "hrs")
	if hour, minute, ok := strings.Cut(first, "h"); ok {
		v, ok := clockNumbers([]string{hour, (minute + "00")[:2]})
		return clock{hour: v[0], minute: v[1]}, 1, ok && v[0] < 24 && len(minute) != 1 && len(minute) < 3
	}
	half, n := halfAt(words)
	digits, sep := strings.TrimRight(first, "apm."), ":"
	if (half != "" || len(words) > 1 && hourWords[words[1]]) && !strings.Contains(digits, ":") {
		sep = "."
	}
	fields := strings.Split(digits, sep)
	if len(fields) > 3 || len(fields) == 1 && half == "" {
		return clock{}, 0, false
	}
	v, ok := clockNumbers(fields)
	if !ok {
		return clock{}, 0, false
	}
	hour, ok := hour24(v[0], half)
	return clock{hour: hour, minute: v[1], second: v[2]}, n, ok
}

// halfAt gives the half of the day that a time names, glued to its digits or in the word after them, and the
// words the time takes.
func halfAt(words []string) (half string, n int) {
	if half = halfOf(words[0]); half != "" || len(words) == 1 {
		return half, 1
	}
	half = halfOf(words[1])
	if half == "" || half != strings.ReplaceAll(words[1], ".", "") {
		return "", 1
	}
	return half, 2
}

// clockNumbers reads at most three fields as hours, minutes and seconds: two digits each, one for an hour before
// ten.
func clockNumbers(fields []string) (v [3]int, ok bool) {
	for i, s := range fields {
		x, err := strconv.Atoi(s)
		if err != nil || len(s) > 2 || i > 0 && len(s) != 2 || x < 0 || x > 59 {
			return v, false
		}
		v[i] = x
	}
	return v, true
}

// halfOf gives "am" or "pm" when w ends with one, however it is pointed.
func halfOf(w string) string {
	w = strings.ReplaceAll(w, ".", "")
	switch {
	case strings.HasSuffix(w, "am"):
		return "am"
	case strings.HasSuffix(w, "pm"):
		return "pm"
	}
	return ""
}

func hour24(h int, half string) (int, bool) {
	switch {
	case half == "":
		return h, h < 24
	case h < 1 || h > 12:
		return 0, false
	case half == "am":
		return h % 12, true
	default:
		return h%12 + 12, true
	}
}
