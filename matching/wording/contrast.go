package wording

import (
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// leastContrasts is the number of details that must exclude each other before two texts tell of two things. What differs in
// one detail may be one sentence that an outlet changed or heard wrongly.
const leastContrasts = 2

// contrasts counts the details in which two texts exclude each other: another number, that number of another thing, another
// name, another month or weekday, other words of one kind (en/alternatives.tsv) and, where there is any of these, another day
// of print. Two sentences of one speaker are often built alike, word for word but for these.
func contrasts(a, b *Prepared) int {
	n := numberContrasts(a, b) + min(strangeNames(a.text, b.text), strangeNames(b.text, a.text)) + min(strangeHours(a.text, b.text), strangeHours(b.text, a.text))
	x, y := detailsOf(a.text), detailsOf(b.text)
	for kind := range x {
		n += min(bits.OnesCount64(x[kind]&^y[kind]), bits.OnesCount64(y[kind]&^x[kind]))
	}
	if n > 0 && onOtherDays(a, b) {
		n++
	}
	return n
}

// numberContrasts gives 1 where each text has a number that the other lacks, 2 where these count different things or each has
// two: "36 drones, 22 of them shot down", "51 drones, 47 of them" are the bulletins of two nights.
func numberContrasts(a, b *Prepared) int {
	ofA, ofB := lacking(a, b), lacking(b, a)
	switch {
	case len(ofA) == 0 || len(ofB) == 0:
		return 0
	case min(len(ofA), len(ofB)) < 2 && anyCountsAlike(a.text, ofA, b.text, ofB):
		return 1
	}
	return 2
}

// lacking lists the numbers of a that b does not have.
func lacking(a, b *Prepared) (out []quantity) {
	for _, x := range a.quantities {
		if !b.has(x) {
			out = append(out, x)
		}
	}
	return out
}

// anyCountsAlike reports whether a number of the one list may count what one of the other counts, as far as the words tell.
func anyCountsAlike(a *pair.Text, as []quantity, b *pair.Text, bs []quantity) bool {
	return slices.ContainsFunc(as, func(x quantity) bool {
		return slices.ContainsFunc(bs, func(y quantity) bool {
			return x.unit < 0 || y.unit < 0 || countsAlike(a, x, b, y)
		})
	})
}

// countedAnew reports whether two quotes printed on two days give other numbers of the very same thing, and no number alike: the count
// of another day, even if both go on in the same words ("thank God nobody has died"). Who gets one number of several wrong has the rest.
func countedAnew(a, b *Prepared) bool {
	if !onOtherDays(a, b) {
		return false
	}
	anew := false
	for _, x := range a.quantities {
		if b.has(x) && figure(a.text, x) {
			return false
		}
		for _, y := range b.quantities {
			anew = anew || x.value != y.value && bothCount(a, b, x, y) && sameUnit(a.text, x, b.text, y)
		}
	}
	return anew
}

// onOtherDays reports whether two quotes are known to have been printed on two days.
func onOtherDays(a, b *Prepared) bool {
	x, y := day(a.Published), day(b.Published)
	return x != undated && y != undated && x != y
}

// respelled is the share of letter pairs from which two names may be one in two spellings.
const respelled = 0.5

// strangeNames counts the names of a of which no word resembles a word of b. Where most words have a capital, as in headlines,
// nothing tells which are names.
func strangeNames(a, b *pair.Text) (strange int) {
	capitals, words := 0, 0
	for i := 0; i < len(a.Words); i++ {
		if telling(a.Words[i]) {
			words++
		}
		if !named(a, i) {
			continue
		}
		known := false
		for ; i < len(a.Words) && named(a, i); i++ {
			capitals++
			known = known || resembles(a.Words[i], b)
		}
		if !known {
			strange++
		}
	}
	if 2*capitals > words+capitals {
		return 0
	}
	return strange
}

// named reports whether word i is of a name, as far as its capital tells.
func named(t *pair.Text, i int) bool {
	w := t.Words[i]
	return telling(w) && !w.Number() && w.Has(canon.Capital) && !w.Has(canon.Opens) && calendarDay(t, i) == 0
}

// resembles reports whether a text has a word, be it in another spelling. Iran is not Iraq, and a function word is no name.
func resembles(w canon.Word, in *pair.Text) bool {
	for j := range in.Words {
		if in.Words[j].Key == w.Key {
			return true
		}
	}
	places := loadLists().places
	place := places[w.Key]
	for j := range in.Words {
		v := &in.Words[j]
		if place != 0 {
			if x := places[v.Key]; x != 0 {
				if x == place {
					return true
				}
				continue
			}
		}
		if telling(*v) && canon.Alike(v.Letters, w.Letters) >= respelled {
			return true
		}
	}
	return false
}

// strangeHours counts the hours of a that b does not name.
func strangeHours(a, b *pair.Text) (strange int) {
	for i := range a.Words {
		if at := clock(a, i); at > 0 && !slices.ContainsFunc(hours(b), func(x int) bool { return x == at }) {
			strange++
		}
	}
	return strange
}

func hours(t *pair.Text) (out []int) {
	for i := range t.Words {
		if at := clock(t, i); at > 0 {
			out = append(out, at)
		}
	}
	return out
}

// clock gives the time of day that word i tells in digits, "21:05", in minutes from 1 on, noon and midnight as one: "9:05 p.m." is
// the same time. It gives 0 for any other word.
func clock(t *pair.Text, i int) int {
	hour, minute, ok := strings.Cut(plainly(t, i, i+1), ":")
	if !ok || len(hour) > 2 || len(minute) != 2 {
		return 0
	}
	h, err := strconv.Atoi(hour)
	m, wrong := strconv.Atoi(minute)
	if err != nil || wrong != nil {
		return 0
	}
	return h%12*60 + m + 1
}

// details are, for each kind of words that exclude each other, the set of those that a text has.
type details [maxKinds]uint64

const (
	maxKinds     = 24
	calendarKind = maxKinds - 1 // months and weekdays
)

func detailsOf(t *pair.Text) (d details) {
	alternatives := loadLists().alternatives
	for i, w := range t.Words {
		if x, ok := alternatives[w.Key]; ok {
			d[x.kind] |= 1 << x.which
		}
		d[calendarKind] |= 1 << calendarDay(t, i)
	}
	d[calendarKind] &^= 1 // where calendarDay says that it is none
	return d
}
