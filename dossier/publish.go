package dossier

import (
	"cmp"
	"strings"
	"time"

	"quotidian/articles"
)

// comparePublished orders by publication, undated last. A day without a clock stands after the hours known of
// that day: it is not known to be earlier than any of them.
func comparePublished(a, b articles.Date) int {
	if a.Known() != b.Known() {
		if a.Known() {
			return -1
		}
		return 1
	}
	if !a.Known() {
		return 0
	}
	if a.Clock && b.Clock {
		return a.Time.Compare(b.Time)
	}
	return cmp.Or(cmp.Compare(day(a.Time), day(b.Time)), cmp.Compare(clock(b), clock(a)))
}

// day numbers the days in UTC, so that hours of all zones and days without an hour have one order.
func day(t time.Time) int64 {
	const seconds = 24 * 60 * 60
	s := t.Unix()
	return (s - (s%seconds+seconds)%seconds) / seconds
}

func clock(d articles.Date) int {
	if d.Clock {
		return 1
	}
	return 0
}

// surelyBefore reports whether a is known to be earlier than b: by day, or by the hour where both have one.
func surelyBefore(a, b articles.Date) bool {
	switch {
	case !a.Known() || !b.Known():
		return false
	case a.Clock && b.Clock:
		return a.Time.Before(b.Time)
	}
	return day(a.Time) < day(b.Time)
}

// first gives the earliest date among appearances in order of publication, and the outlet that printed then.
// Where several outlets share the day and nobody knows the hour they are all named: who of them was first is
// not invented. Undated appearances are never first. In that order the first one is before every other that
// anyone is surely before, so comparing with it is enough. The hour is given where all of them have one: beside an outlet
// that prints no hour it would seem to be when that outlet printed.
func first(in []*member) (date articles.Date, outlet string) {
	if len(in) == 0 || !in[0].published.Known() {
		return articles.Date{}, ""
	}
	var names []string
	date = in[0].published
	for _, m := range in {
		if m.published.Known() && !surelyBefore(in[0].published, m.published) {
			names = insert(names, m.outlet.Name)
			date.Clock = date.Clock && m.published.Clock
		}
	}
	if len(names) == 1 {
		date = in[0].published
	} else if !date.Clock {
		year, month, of := date.Time.Date()
		date.Time = time.Date(year, month, of, 0, 0, 0, 0, time.UTC)
	}
	return date, strings.Join(names, " or ")
}
