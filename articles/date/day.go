package date

import (
	"strconv"
	"strings"
	"time"
)

// dayAt reads a date at the beginning of words and says how many it took.
func dayAt(words []string) (time.Time, int) {
	if t, ok := numeric(words[0]); ok {
		return t, 1
	}
	if t, n := signed(words); n > 0 {
		return t, n
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
	at := 1 // of the month: "14 May 2024", "14th of May 2024", "14 de mayo de 2024"
	if linking[words[at]] {
		at++
	}
	m := months()[words[at]]
	if m == 0 || at+1 >= len(words) {
		return time.Time{}, 0
	}
	if at++; linking[words[at]] && at+1 < len(words) {
		at++
	}
	return civil(year(words[at]), m, ordinal(words[0]), at+1)
}

// linking are the words between day, month and year.
var linking = map[string]bool{"of": true, "de": true, "del": true}

// civil checks that the day exists and gives n, or 0 words taken.
func civil(y int, m time.Month, day, n int) (time.Time, int) {
	t := time.Date(y, m, day, 0, 0, 0, 0, time.UTC)
	if y == 0 || m == 0 || day == 0 || t.Day() != day || t.Month() != m {
		return time.Time{}, 0
	}
	return t, n
}

// numeric reads 2023-09-23 and 2023/09/23, 23.09.2023 (full stops are always day first), and 23/09/2023 where
// only one order is possible; and 23-Sep-2023.
func numeric(w string) (time.Time, bool) {
	sep := strings.IndexAny(w, "-/.")
	if sep < 1 {
		return time.Time{}, false
	}
	p := strings.Split(w, w[sep:sep+1])
	if len(p) != 3 {
		return time.Time{}, false
	}
	if m := months()[p[1]]; m > 0 {
		return withMonth(p[0], m, p[2])
	}
	return inFigures(p, w[sep] == '.')
}

// inFigures reads three numbers as a day; dayFirst says that no other order is possible unless the year leads.
func inFigures(p []string, dayFirst bool) (time.Time, bool) {
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
	case dayFirst:
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

// withMonth reads 23-Sep-2023 and 2023-Sep-23. Of the year 23-Sep-23 leaves the century out, as databases do; the day comes
// first there.
func withMonth(first string, m time.Month, last string) (time.Time, bool) {
	if year(first) > 0 {
		first, last = last, first
	}
	if len(last) == 2 && isNumber(last) {
		const inLastCentury = "69" // the line that package time draws
		if last >= inLastCentury {
			last = "19" + last
		} else {
			last = "20" + last
		}
	}
	t, took := civil(year(last), m, ordinal(first), 1)
	return t, took > 0
}

// signs stand behind year, month and day in Chinese and Japanese, and in Korean.
var signs = [][3]string{{"年", "月", "日"}, {"년", "월", "일"}}

// apart sets a clock or weekday apart that is printed close behind such a day: "2024年5月14日12:20".
func apart(words []string) []string {
	for i, w := range words {
		if !beginsWithFigure(w) {
			continue
		}
		for _, s := range signs {
			if !strings.Contains(w, s[1]) && !strings.Contains(w, s[2]) {
				continue
			}
			if day, after, ok := strings.Cut(w, s[2]); ok && after != "" && day != "" && isNumber(day[len(day)-1:]) {
				out := append(append(make([]string, 0, len(words)+1), words[:i]...), day+s[2], after)
				return append(out, words[i+1:]...)
			}
		}
	}
	return words
}

// signed reads 2024年5月14日, in one word or in three, and says how many it took.
func signed(words []string) (time.Time, int) {
	if !beginsWithFigure(words[0]) {
		return time.Time{}, 0
	}
	for _, s := range signs {
		if !strings.Contains(words[0], s[0]) {
			continue
		}
		var n [3]int
		taken, left := 1, words[0]
		for i, sign := range s {
			if left == "" && taken < len(words) {
				left = words[taken]
				taken++
			}
			number, after, ok := strings.Cut(left, sign)
			v, err := strconv.Atoi(number)
			if !ok || err != nil {
				return time.Time{}, 0
			}
			n[i], left = v, after
		}
		if left == "" && n[0] >= firstYear && n[0] <= lastYear && n[1] <= 12 {
			return civil(n[0], time.Month(n[1]), n[2], taken)
		}
	}
	return time.Time{}, 0
}

func beginsWithFigure(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

func year(w string) int {
	if len(w) != 4 {
		return 0
	}
	y, err := strconv.Atoi(w)
	if err != nil || y < firstYear || y > lastYear {
		return 0
	}
	return y
}

// ordinal reads 3, 03, 3rd and 3rd's like, 1er; 0 for anything else.
func ordinal(w string) int {
	for _, suffix := range []string{"st", "nd", "rd", "th", "er", "º"} {
		w = strings.TrimSuffix(w, suffix)
	}
	d, err := strconv.Atoi(w)
	if err != nil || len(w) > 2 || d < 1 || d > 31 {
		return 0
	}
	return d
}
