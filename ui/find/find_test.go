package find

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func index(rows ...string) *Index {
	return NewIndex(len(rows), func(i int) []string { return []string{rows[i]} })
}

func TestSearchFoldsAndNeedsEveryWord(t *testing.T) {
	x := index("Şirin Ağayeva says no", "The dam holds", "dam, Ağayeva")
	for query, want := range map[string][]bool{
		"":            {true, true, true},
		"agayeva":     {true, false, true},
		"AĞAYEVA dam": {false, false, true},
		"dam":         {false, true, true},
		"nothing":     {false, false, false},
	} {
		if got, _ := x.Search(query); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", query, got, want)
		}
	}
}

// TestNarrowingIsExact: whatever was asked before, the answer is that of a fresh index.
func TestNarrowingIsExact(t *testing.T) {
	rows := []string{"dam", "the dam holds", "dame", "ham and dam", "", "hold the line", "am"}
	x := index(rows...)
	rapid.Check(t, func(t *rapid.T) {
		query := rapid.StringOfN(rapid.SampledFrom([]rune("damhol ")), 0, 8, -1).Draw(t, "query")
		got, n := x.Search(query)
		want, m := index(rows...).Search(query)
		if !slices.Equal(got, want) || n != m {
			t.Fatalf("%q: %v, want %v", query, got, want)
		}
	})
}

func TestNames(t *testing.T) {
	names := []string{"Mirel Danko", "Danko Petrov", "Ministry of Dams", "Bogdan Kovac"}
	for pattern, want := range map[string][]int{
		"":       {0, 1, 2, 3},
		"danko":  {0, 1, 3}, // whichever came first: a surname begins a word as a given name does
		"dam":    {2},
		"mdanko": {0},
		"zzz":    nil,
	} {
		if got := Names(pattern, names); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", pattern, got, want)
		}
	}
}

// TestWordsBeforeLetters: a surname is found by its beginning like a given name, so that a list in order of weight stays so; a
// name that is the pattern comes first.
func TestWordsBeforeLetters(t *testing.T) {
	names := []string{"Nela Varga", "Varga's party", "Novarga", "Varga", "Vera Orga"}
	if got := Names("varga", names); !slices.Equal(got, []int{3, 0, 1, 2, 4}) {
		t.Errorf("%v", got)
	}
}

// TestHitsAreNoGuesses: what has the letters alone is told from what holds the words, in whatever order they were typed.
func TestHitsAreNoGuesses(t *testing.T) {
	names := []string{"Ahmed Fahmy Pasha", "AFP", "Agence France-Presse (AFP)", "Anna Falk"}
	for pattern, want := range map[string][2][]int{
		"afp":        {{1, 2}, {0}},
		"Pasha AHM":  {{0}, nil},
		"anfk":       {nil, {3}},
		"nobody":     {nil, nil},
		" ":          {{0, 1, 2, 3}, nil},
		"fran press": {{2}, nil},
	} {
		if hits, scattered := Hits(pattern, names); !slices.Equal(hits, want[0]) || !slices.Equal(scattered, want[1]) {
			t.Errorf("%q: hits %v, scattered %v, want %v", pattern, hits, scattered, want)
		}
	}
}

// TestLongPatternsRankRight holds the overflow of sahilm/fuzzy out.
func TestLongPatternsRankRight(t *testing.T) {
	exact := "Federal Commission for the Oversight of Inland Waterways"
	names := []string{"Federal xx Commission xx for the Oversight of Inland Waterways", exact}
	if got := Names(exact, names); len(got) == 0 || got[0] != 1 {
		t.Errorf("the exact name is not first: %v", got)
	}
}

func BenchmarkSearch100k(b *testing.B) {
	x := NewIndex(100000, func(i int) []string {
		return []string{fmt.Sprintf("Statement %d says that the dam will hold through the spring floods, come what may", i), "Mirel Danko", "Selk Courier"}
	})
	queries := []string{"d", "da", "dam", "dam spring", "99 dam", strings.Repeat("z", 5)}
	for i := 0; b.Loop(); i++ {
		x.Search(queries[i%len(queries)])
	}
}

func TestBegun(t *testing.T) {
	for _, c := range []struct {
		query, text string
		want        bool
	}{
		{"var", "Ilse Varga", true},
		{"VÁR il", "Ilse Varga", true},
		{"arga", "Ilse Varga", false},
		{"ostra", "Łucja Østra-Varn", true},
		{"varn", "Łucja Østra-Varn", true},
		{"varga varn", "Ilse Varga", false},
		{" ", "Ilse Varga", true},
	} {
		if got := Begun(c.query)(c.text); got != c.want {
			t.Errorf("%q in %q: %v", c.query, c.text, got)
		}
	}
}
