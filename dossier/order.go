package dossier

import (
	"quotidian/articles"
	"quotidian/dossier/store"
)

// The place of a statement in lists is one number, so that a database can keep the order: the day and time of its first
// appearance, the newest first, then the number of outlets that carried it, then that of appearances. Of equal ones the
// smaller id comes first. A day without a clock stands before the hours of that day, what is undated last.
const (
	countBits  = 12 // outlets and appearances are told apart up to 4,095
	momentBits = 2 * countBits
	// firstDay is that of the year 1, counted from 1970; earlier ones are taken for it.
	firstDay = -719_162
	// moments is one a second of a day, and one for a day without a clock.
	moments   = 24*60*60 + 1
	dayAtMost = 1<<22 - 1
)

// newest is the place of a row.
func newest(x *store.Statement) int64 {
	count := func(n int) int64 { return int64(min(n, 1<<countBits-1)) }
	return moment(x.First)<<momentBits | count(len(x.Outlets))<<countBits | count(x.Appearances)
}

// moment numbers days and hours; 0 is undated.
func moment(d articles.Date) int64 {
	if !d.Known() {
		return 0
	}
	when := dayMoment(day(d.Time))
	if d.Clock {
		return when + d.Time.Unix() - day(d.Time)*(moments-1)
	}
	return when + moments - 1
}

// dayMoment is the first moment of a day that is counted from 1970.
func dayMoment(day int64) int64 { return min(max(day-firstDay+1, 1), dayAtMost) * moments }
