package review

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"quotidian/dossier"
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

func TestWindow(t *testing.T) {
	m := &Model{}
	m.Set(make([]dossier.Proposal, 60))
	for at, want := range map[int][2]int{0: {0, 25}, 24: {0, 25}, 25: {25, 50}, 59: {50, 60}} {
		m.Choose(at)
		if a, b := m.Window(25); a != want[0] || b != want[1] {
			t.Errorf("at %d: %d to %d", at, a, b)
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

// TestAlignedKeepsBothTexts: the pieces of each side are that side.
func TestAlignedKeepsBothTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.StringMatching(`[a-cə .]{0,12}`).Draw(t, "a"), rapid.StringMatching(`[a-cə .]{0,12}`).Draw(t, "b")
		left, right := Aligned(Letters(a), Letters(b))
		if join(left) != a || join(right) != b {
			t.Fatalf("%q / %q became %q / %q", a, b, join(left), join(right))
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
