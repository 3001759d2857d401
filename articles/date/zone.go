package date

import (
	"strconv"
	"strings"
	"time"
)

// zones are the abbreviations that name one distance from UTC wherever a newspaper prints them, in minutes east of it.
var zones = map[string]int{
	"utc": 0, "gmt": 0, "z": 0, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "мск": 180, "trt": 180, "sast": 120,
	"est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "jst": 540, "kst": 540,
	"azt": 240, "gst": 240, "samt": 240, "uzt": 300, "yekt": 300, "npt": 345, "ict": 420, "myt": 480, "awst": 480,
	"hkt": 480, "sgt": 480, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "pkt": 300, "wib": 420, "wita": 480,
}

// ambiguous are zones that stand for several: read as part of the time, but no moment follows from them. AMT is that of Armenia
// and the Amazon's, BST that of Britain and of Bangladesh, CST that of America, China and Cuba.
var ambiguous = map[string]bool{
	"cst": true, "ist": true, "ast": true, "bst": true, "amt": true, "et": true, "ct": true, "mt": true, "pt": true,
}

// zone reads the time zone behind a time of day, in words from i on, and marks what it used; nil for none, or one that is not
// certain. A distance beside an abbreviation says what that stands for: "IST (GMT+5:30)".
func (l line) zone(i int) *time.Location {
	if i >= len(l.raw) || l.used[i] {
		return nil
	}
	name := l.clean[i]
	minutes, known := zones[name]
	if utc := name == "utc" || name == "gmt"; utc || l.inCapitals(i) && (known || ambiguous[name]) {
		l.used[i] = true
		far, n := l.distance(i+1, utc)
		switch {
		case n > 0:
			l.nameOfZone(i + 1 + n)
			return far
		case known:
			return fixed(minutes)
		}
		return nil
	}
	far, n := l.distance(i, false)
	if n > 0 {
		l.nameOfZone(i + n)
	}
	return far
}

// inCapitals reports an abbreviation printed as one: "ist" is a German word.
func (l line) inCapitals(i int) bool { return strings.ToUpper(l.raw[i]) == l.raw[i] }

// distance reads how far a zone is from UTC, in words from i on, marks them and says how many they are: "+0400", "UTC+4",
// "(GMT +4)". named says that UTC stands before it.
func (l line) distance(i int, named bool) (zone *time.Location, n int) {
	if i >= len(l.raw) || l.used[i] {
		return nil, 0
	}
	w := strings.ToLower(strings.Trim(l.raw[i], brackets))
	far := strings.TrimPrefix(strings.TrimPrefix(w, "utc"), "gmt")
	named, n = named || far != w, 1
	if far == "" && i+1 < len(l.raw) && !l.used[i+1] {
		far, n = strings.Trim(l.raw[i+1], brackets), 2
	}
	zone, ok := offset(far, named)
	if !ok {
		return nil, 0
	}
	l.mark(i, n)
	return zone, n
}

const brackets = "()[],.;（）"

// nameOfZone marks the name of a zone in brackets behind its distance: "GMT+0400 (Azerbaijan Standard Time)".
func (l line) nameOfZone(from int) {
	if from >= len(l.raw) || l.used[from] || !strings.HasPrefix(l.raw[from], "(") {
		return
	}
	for to := from; to < len(l.raw) && !l.used[to]; to++ {
		if strings.HasSuffix(l.raw[to], ")") {
			l.mark(from, to+1-from)
			return
		}
	}
}

// minuses are the signs printed for minus; Scan trims them off words.
var minuses = []string{"-", "\u2212", "–"}

// offset reads a distance from UTC, "+4", "+04:00", "-0400". Without the name of UTC before it only four figures count behind a
// minus: after a dash may stand when something ended, "12:20 -14:30".
func offset(w string, named bool) (*time.Location, bool) {
	digits, plus := strings.CutPrefix(w, "+")
	for _, minus := range minuses {
		if !plus {
			digits = strings.TrimPrefix(digits, minus)
		}
	}
	if digits == w || !plus && !named && (len(digits) != 4 || !isNumber(digits)) {
		return nil, false
	}
	minutes, ok := minutesOf(digits)
	if !plus {
		minutes = -minutes
	}
	return fixed(minutes), ok
}

// minutesOf reads 4, 04, 0430 and 4:30.
func minutesOf(digits string) (int, bool) {
	h, m, parted := strings.Cut(digits, ":")
	if len(h) == 4 && !parted {
		h, m = h[:2], h[2:]
	}
	hours, err := strconv.Atoi(h)
	minutes, err2 := strconv.Atoi("0" + m)
	if err != nil || err2 != nil || !isNumber(h) || len(h) > 2 || hours > 14 || minutes > 59 {
		return 0, false
	}
	return hours*60 + minutes, true
}

func fixed(minutes int) *time.Location {
	if minutes == 0 {
		return time.UTC
	}
	return time.FixedZone("", minutes*60)
}
