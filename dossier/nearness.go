package dossier

import (
	"slices"
	"time"
)

// nearness holds the quotes whose speaker turned out to be another one, and finds out whether a quote of his may be one with any of
// them: printed within some days, with words in common. While two speakers were named such pairs scored next to nothing, and no link
// remembers them.
type nearness struct {
	printed  []time.Time
	of       map[spoken][]int // places in printed
	speakers map[string]bool
}

func newNearness() *nearness { return &nearness{of: map[spoken][]int{}, speakers: map[string]bool{}} }

// spoken is a word that somebody said, by its beginning, in some days.
type spoken struct {
	speaker, word string
	days          int64
}

const (
	nearTime  = 4 * 24 * time.Hour
	nearWords = 2 // that both have
)

// add notes a quote; one of an unknown day is near to nothing.
func (n *nearness) add(speaker, words string, printed time.Time) {
	if speaker == "" || printed.IsZero() {
		return
	}
	for _, w := range telltales(words) {
		key := spoken{speaker, w, nearDays(printed)}
		n.of[key] = append(n.of[key], len(n.printed))
	}
	n.printed, n.speakers[speaker] = append(n.printed, printed), true
}

// meets reports whether a quote may be one with a noted quote of its speaker.
func (n *nearness) meets(speaker, words string, printed time.Time) bool {
	if !n.speakers[speaker] || printed.IsZero() {
		return false
	}
	shared := map[int]int{}
	for _, w := range telltales(words) {
		for days := nearDays(printed) - 1; days <= nearDays(printed)+1; days++ {
			for _, i := range n.of[spoken{speaker, w, days}] {
				if shared[i]++; shared[i] == nearWords && printed.Sub(n.printed[i]).Abs() <= nearTime {
					return true
				}
			}
		}
	}
	return false
}

func nearDays(t time.Time) int64 { return t.Unix() / int64(nearTime/time.Second) }

// telltales lists the beginnings of a text's longer words, each once.
func telltales(words string) []string {
	all := beginnings(words)
	slices.Sort(all)
	return slices.Compact(all)
}
