package dossier

import (
	"quotidian/attribution"
	"quotidian/matching/wording"
)

// memo keeps results of pure functions from one fold to the next. A fold with an empty memo gives the same.
type memo struct {
	comparer *wording.Comparer
	changes  map[compared]finding
	alike    map[named]float64
	anew     *anew // of the last fold
}

// named is all that a comparison of two names depends on.
type named struct {
	kind attribution.SpeakerKind
	a, b string
}

// compared is all that a comparison of two quotes depends on, their texts being fixed by their ids.
type compared struct{ a, b, speakerA, speakerB, nameA, nameB string }

func newMemo() *memo {
	return &memo{comparer: wording.NewComparer(), changes: map[compared]finding{}, alike: map[named]float64{}}
}

// finding is what comparing two quotes found out.
type finding struct {
	changes []wording.Change
	score   float64 // how likely both report one utterance
	parts   bool    // they share what both quote, and tell of other parts of it
}

// compare names what the wording b did to a.
func (memo *memo) compare(a, b *member) finding {
	key := compared{a.ID, b.ID, a.speakerID(), b.speakerID(), a.speakerName(), b.speakerName()}
	found, ok := memo.changes[key]
	if !ok {
		x, y := a.asWording(), b.asWording()
		got, failed := guarded(x, y, func() wording.Comparison {
			c := memo.comparer
			return c.Compare(c.Prepare(x), c.Prepare(y))
		})
		if failed {
			memo.comparer = wording.NewComparer() // the buffers of the old one may be half filled
		}
		found = finding{got.Changes, got.Best(), got.Parts}
		memo.changes[key] = found
	}
	return found
}

// likeNames is how alike two mentions are by their names.
func (memo *memo) likeNames(a, b *mention) float64 {
	key := named{a.kind, a.name, b.name}
	p, ok := memo.alike[key]
	if !ok {
		p = likeNames(a, b)
		memo.alike[key] = p
	}
	return p
}
