package review

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/matching/wording"
)

func TestLaterGoesBehind(t *testing.T) {
	m := &Model{}
	if m.Chosen() != nil {
		t.Error("an empty queue has a card")
	}
	list := []dossier.Proposal{{A: "1"}, {A: "2"}, {A: "3"}}
	m.Set(list)
	m.Later()
	m.Later()
	order := ""
	for i := range m.Len() {
		order += m.At(i).A
	}
	if order != "312" {
		t.Errorf("order %s", order)
	}
	m.Choose(7)
	m.Set(list[:1])
	if m.Chosen().A != "1" {
		t.Error("the cursor fell off")
	}
}

// TestSettledIsOutOfSight: a pair that is being settled is not asked again while others reach the disk; one that could
// not be settled comes back.
func TestSettledIsOutOfSight(t *testing.T) {
	m := &Model{}
	all := []dossier.Proposal{{A: "1"}, {A: "2"}, {A: "3"}}
	order := func() (s string) {
		for i := range m.Len() {
			s += m.At(i).A
		}
		return s
	}
	m.Set(all)
	m.Settle(true)
	m.Settle(true)
	if got := order(); got != "3" {
		t.Errorf("left to decide: %s", got)
	}
	m.Set(all[1:]) // the first is on disk
	if got := order(); got != "3" {
		t.Errorf("after the first: %s", got)
	}
	m.Set(all[1:]) // the second was refused
	if got := order(); got != "23" {
		t.Errorf("after the second: %s", got)
	}
}

// TestUndoneIsChosen: the pair whose decision was taken back gets the cursor, the newest first; one left open keeps its
// place without it.
func TestUndoneIsChosen(t *testing.T) {
	m := &Model{}
	all := []dossier.Proposal{{A: "1"}, {A: "2"}, {A: "3"}, {A: "4"}}
	m.Set(all)
	m.Settle(true)
	m.Set(all[1:])
	m.Settle(true)
	m.Set(all[2:])
	m.Settle(false) // unsure
	if m.Set(all[2:]); m.Chosen().A != "3" {
		t.Errorf("after an unsure one the cursor is on %s", m.Chosen().A)
	}
	m.Choose(1)
	if m.Set(all[1:]); m.Chosen().A != "2" {
		t.Errorf("after one undo the cursor is on %s", m.Chosen().A)
	}
	m.Choose(2)
	if m.Set(all); m.Chosen().A != "1" {
		t.Errorf("after two the cursor is on %s", m.Chosen().A)
	}
	m.Choose(2)
	if m.Set(all); m.Chosen().A != "3" {
		t.Errorf("after reading once more the cursor is on %s", m.Chosen().A)
	}
}

// TestTakenBackIsChosen: the pair whose decision of another day was taken back gets the cursor, a pair of names as one of
// statements; what was taken back before the log was read first does not.
func TestTakenBackIsChosen(t *testing.T) {
	log := []decision.Decision{
		{Seq: 1, Kind: decision.Same, Targets: []string{"name:dana orlova", "name:d. orlova"}},
		{Seq: 2, Kind: decision.Never, Targets: []string{"quote:aa", "quote:ab"}, Against: []string{"quote:bb"}},
		{Seq: 3, Kind: decision.Undo, Of: 2},
		{Seq: 4, Kind: decision.Undo, Of: 1},
	}
	m := &Model{}
	m.Set([]dossier.Proposal{{A: "p-1", NameA: "Kesh"}, {A: "s-aa", B: "s-bb"}, {A: "p-2", B: "p-3", NameA: "D. Orlova", NameB: "Dana Orlova"}})
	for _, c := range []struct{ entries, read, at int }{{3, 3, 0}, {3, 0, 0}, {3, 2, 1}, {4, 3, 2}} {
		m.Choose(0)
		if d := takenBack(log[:c.entries], c.read); d != nil {
			m.Return(d)
		}
		if m.at != c.at {
			t.Errorf("after entry %d, %d read: the cursor is at %d, not %d", c.entries, c.read, m.at, c.at)
		}
	}
}

func marked(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Differs {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestAligned(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		cut         func(string) []string
		left, right string
	}{
		{"Brandt", "Brant", Letters, "Bran[d]t", "Brant"},
		{"Ilse", "Ilze", Letters, "Il[s]e", "Il[z]e"},
		{"the dam, holds", "The dam fails", Words, "the dam, [holds]", "The dam [fails]"},
		{"", "x", Letters, "", "[x]"},
	} {
		left, right := Aligned(c.cut(c.a), c.cut(c.b))
		if marked(left) != c.left || marked(right) != c.right {
			t.Errorf("%q / %q: %s / %s", c.a, c.b, marked(left), marked(right))
		}
	}
}

func TestAlignedNames(t *testing.T) {
	for _, c := range []struct{ a, b, left, right string }{
		{"Julia David Doren", "Julia Doren", "Julia [David ]Doren", "Julia Doren"},
		{"Ilse Brandt", "Ilze Brandt", "Il[s]e Brandt", "Il[z]e Brandt"},
		{"Brandt, Ilse", "Ilse Brandt", "[Brandt, ]Ilse", "Ilse [Brandt]"},
		{"Doran government", "Velde", "Doran government", "Velde"},
		{"", "x", "", "x"},
	} {
		left, right := AlignedNames(c.a, c.b)
		if marked(left) != c.left || marked(right) != c.right {
			t.Errorf("%q / %q: %s / %s", c.a, c.b, marked(left), marked(right))
		}
	}
}

// TestAlignedKeepsBothTexts: the pieces of each side are that side.
func TestAlignedKeepsBothTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.StringMatching(`[a-cə .]{0,12}`).Draw(t, "a"), rapid.StringMatching(`[a-cə .]{0,12}`).Draw(t, "b")
		left, right := Aligned(Letters(a), Letters(b))
		if join(left) != a || join(right) != b {
			t.Fatalf("%q / %q became %q / %q", a, b, join(left), join(right))
		}
		left, right = AlignedNames(a, b)
		if join(left) != a || join(right) != b {
			t.Fatalf("as names %q / %q became %q / %q", a, b, join(left), join(right))
		}
	})
}

func join(pieces []Piece) string {
	s := ""
	for _, p := range pieces {
		s += p.Text
	}
	return s
}

func TestApartListsWhatHolds(t *testing.T) {
	log := []decision.Decision{
		{Seq: 1, Kind: decision.Never, Before: "a / b"},
		{Seq: 2, Kind: decision.Same},
		{Seq: 3, Kind: decision.Never, Before: "c / d"},
		{Seq: 4, Kind: decision.Never, Before: "e / f"},
		{Seq: 5, Kind: decision.Undo, Of: 3},
	}
	got := apart(log)
	if len(got) != 2 || got[0].Seq != 4 || got[1].Seq != 1 {
		t.Errorf("%+v", got)
	}
}

// TestContradictionsAlone: narrowed to contradictions the queue holds these, and they are never joined in bulk.
func TestContradictionsAlone(t *testing.T) {
	m := &Model{}
	number := []wording.Change{{Kind: wording.Number}, {Kind: wording.Number}, {Kind: wording.Actor}}
	all := []dossier.Proposal{{A: "1", Score: 0.99}, {A: "2", Score: 0.99, Changes: number}}
	m.Set(all)
	if likely := m.Likely(); len(likely) != 1 || likely[0].A != "1" {
		t.Errorf("to be joined together: %+v", likely)
	}
	m.Disagreeing = true
	m.Set(all)
	if m.Len() != 1 || m.Chosen().A != "2" {
		t.Errorf("%d pairs contradict each other", m.Len())
	}
	if kinds := wording.KindsOf(number); !slices.Equal(kinds, []wording.ChangeKind{wording.Number, wording.Actor}) {
		t.Errorf("kinds %v", kinds)
	}
}
