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

// zones are the abbreviations that name one distance from UTC wherever a newspaper prints them. CST, IST and
// "ET" are left out: each stands for several.
var zones = map[string]int{ // minutes east of UTC
	"utc": 0, "gmt": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "trt": 180,
	"est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "jst": 540, "kst": 540,
	"hkt": 480, "sgt": 480, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "pkt": 300, "wib": 420,
}

// ambiguous are zones that stand for several: read as part of the time, but no moment follows from them.
var ambiguous = map[string]bool{"cst": true, "ist": true, "ast": true, "et": true, "ct": true, "mt": true, "pt": true, "hrs": true}

// clockIn finds a time of day among the words that the date left over and marks what it used. A time without a
// zone is used up but not given.
func clockIn(words []string, used []bool) (clock, bool) {
	for i := range words {
		if used[i] {
			continue
		}
		c, n, ok := timeAt(words[i:])
		if !ok {
			continue
		}
		mark(used, i, n)
		if i > 0 && words[i-1] == "at" {
			used[i-1] = true
		}
		if i+n < len(words) && !used[i+n] {
			if zone, ok := zoneOf(words[i+n]); ok {
				used[i+n] = true
				c.zone = zone
			}
			used[i+n] = used[i+n] || ambiguous[words[i+n]]
		}
		return c, c.zone != nil
	}
	return clock{}, false
}

// timeAt reads 14:05, 14:05:30, 14:05hrs, 14h05, 2:05pm, 2.05 p.m. and "2 pm" and says how many words it took.
func timeAt(words []string) (clock, int, bool) {
	first := strings.TrimSuffix(words[0], "hrs")
	if hour, minute, ok := strings.Cut(first, "h"); ok {
		v, ok := clockNumbers([]string{hour, (minute + "00")[:2]})
		return clock{hour: v[0], minute: v[1]}, 1, ok && v[0] < 24 && len(minute) != 1 && len(minute) < 3
	}
	half, n := halfAt(words)
	digits, sep := strings.TrimRight(first, "apm."), ":"
	if half != "" && !strings.Contains(digits, ":") {
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

func zoneOf(w string) (*time.Location, bool) {
	if minutes, ok := zones[w]; ok {
		return fixed(minutes), true
	}
	w = strings.TrimPrefix(strings.TrimPrefix(w, "utc"), "gmt")
	if len(w) < 2 || w[0] != '+' && w[0] != '-' {
		return nil, false
	}
	h, m, _ := strings.Cut(w[1:], ":")
	if len(h) == 4 {
		h, m = h[:2], h[2:]
	}
	hours, err := strconv.Atoi(h)
	minutes, err2 := strconv.Atoi("0" + m)
	if err != nil || err2 != nil || hours < 0 || hours > 14 || minutes > 59 {
		return nil, false
	}
	total := hours*60 + minutes
	if w[0] == '-' {
		total = -total
	}
	return fixed(total), true
}

func fixed(minutes int) *time.Location {
	if minutes == 0 {
		return time.UTC
	}
	return time.FixedZone("", minutes*60)
}
