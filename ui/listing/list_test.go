package listing

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// word is a row whose id is the word and whose texts are the word and its length in strokes.
type word string

func words(column int, rows ...word) *List[string, word] {
	l := NewList(Kind[string, word]{
		ID:    func(w *word) string { return string(*w) },
		Texts: func(w *word) []string { return []string{string(*w), strings.Repeat("x", len(*w))} },
		Compare: func(a, b *word, column int) int {
			if column == 0 {
				return strings.Compare(string(*a), string(*b))
			}
			return len(*b) - len(*a)
		},
	}, column)
	l.Set(rows)
	return l
}

func shown(l *List[string, word]) string {
	var ids []string
	for i := range l.Len() {
		ids = append(ids, l.ID(i))
	}
	return strings.Join(ids, " ")
}

func TestSearchAndOrder(t *testing.T) {
	l := words(1, "sea", "harbour", "dam", "gate")
	if got := shown(l); got != "harbour gate sea dam" {
		t.Errorf("equals do not stand as they came: %s", got)
	}
	l.Sort(0)
	if got := shown(l); got != "dam gate harbour sea" {
		t.Errorf("by another column: %s", got)
	}
	l.Sort(0)
	if got := shown(l); got != "sea harbour gate dam" {
		t.Errorf("turned round: %s", got)
	}
	l.Search("xxxx A")
	if got := shown(l); got != "harbour gate" {
		t.Errorf("found: %s", got)
	}
	l.Set([]word{"quay", "sea"})
	if got := shown(l); got != "quay" {
		t.Errorf("other rows under the same search: %s", got)
	}
	if l.Index("sea") != -1 || !l.Has("sea") || l.Shown("sea") != nil || l.Find("sea") == nil || l.Has("gate") {
		t.Error("a row that the search hides is not told from one that is no more")
	}
}

func TestArrange(t *testing.T) {
	l := words(0, "sea", "dam", "gate")
	l.Arrange(func(ids []string) []string {
		slices.Reverse(ids)
		return ids
	})
	if got := shown(l); got != "sea gate dam" {
		t.Errorf("arranged: %s", got)
	}
	if l.Index("sea") != 0 {
		t.Errorf("sea has place %d", l.Index("sea"))
	}
}

// TestPlaces: whatever is searched and ordered, the place of a row is where it stands, and a row without a place is shown
// nowhere.
func TestPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfNDistinct(rapid.StringMatching(`[abc]{1,3}`), 0, 8, rapid.ID[string]).Draw(t, "rows")
		l := words(0)
		var all []word
		for _, r := range rows {
			all = append(all, word(r))
		}
		l.Set(all)
		l.Search(rapid.SampledFrom([]string{"", "a", "b c", "xxx"}).Draw(t, "query"))
		l.Sort(rapid.IntRange(0, 1).Draw(t, "column"))
		n := 0
		for _, id := range rows {
			i := l.Index(id)
			if i < 0 {
				continue
			}
			n++
			if l.ID(i) != id {
				t.Fatalf("%s stands at %d, where %s is", id, i, l.ID(i))
			}
		}
		if n != l.Len() {
			t.Fatalf("%d rows have a place, %d are shown", n, l.Len())
		}
	})
}
