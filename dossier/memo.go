package dossier

import (
	"quotidian/dossier/store"
	"quotidian/matching/wording"
)

// memo keeps results of pure functions from one fold to the next. A fold with an empty memo gives the same.
type memo struct {
	changes   map[[2]string][]wording.Change // by the ids of two quotes
	nameInput nameInput
	names     *nameJoin
}

func newMemo() *memo { return &memo{changes: map[[2]string][]wording.Change{}} }

// compare names what the wording b did to a.
func (memo *memo) compare(a, b *store.Quote) []wording.Change {
	key := [2]string{a.ID, b.ID}
	ch, ok := memo.changes[key]
	if !ok {
		ch = compare(a, b)
		memo.changes[key] = ch
	}
	return ch
}
