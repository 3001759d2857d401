package lookup_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"quotidian/dossier/lookup"
)

// TestHolding: what is found is what reading every row would find.
func TestHolding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[abé ]{0,4}`)
		rows := rapid.SliceOfN(rapid.SliceOfN(word, 0, 5), 1, 80).Draw(t, "rows")
		var terms lookup.Terms
		for i, words := range rows {
			for _, w := range words {
				terms.Put(int32(i), w)
			}
		}
		part := rapid.StringMatching(`[abé ]{1,3}`).Draw(t, "part")
		holding, exactly, whole := lookup.NewSet(len(rows)), lookup.NewSet(len(rows)), lookup.NewSet(len(rows))
		terms.Holding(part, holding)
		terms.Exactly(part, exactly)
		terms.Whole(part, whole)
		for i, words := range rows {
			has, is, stands := false, false, false
			for _, w := range words {
				has = has || strings.Contains(w, part)
				is = is || w == part
				stands = stands || wholly(w, part)
			}
			if holding.Has(int32(i)) != has || exactly.Has(int32(i)) != is || whole.Has(int32(i)) != stands {
				t.Fatalf("row %d %q with %q: holding %t, exactly %t, whole %t", i, words, part, holding.Has(int32(i)), exactly.Has(int32(i)), whole.Has(int32(i)))
			}
		}
	})
}

// wholly tries every place of a word: only letters of words stand between blanks here.
func wholly(w, part string) bool {
	for at := range w {
		rest, ok := strings.CutPrefix(w[at:], part)
		if ok && (at == 0 || w[at-1] == ' ') && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// TestCommon: a term that many rows have is found in just these.
func TestCommon(t *testing.T) {
	const rows = 9000
	var terms lookup.Terms
	for i := range int32(rows) {
		if i%7 != 3 || i > 8000 {
			terms.Put(i, "common")
			terms.Put(i, "common")
		}
		terms.Put(i, fmt.Sprint(i))
	}
	got := lookup.NewSet(rows)
	terms.Holding("omm", got)
	for i := range int32(rows) {
		if want := i%7 != 3 || i > 8000; got.Has(i) != want {
			t.Fatalf("row %d: %t, want %t", i, got.Has(i), want)
		}
	}
}

// TestNothing: nothing is found in nothing, and no line break between words.
func TestNothing(t *testing.T) {
	var none, some lookup.Terms
	some.Put(0, "a")
	some.Put(0, "b\nc")
	for part, terms := range map[string]*lookup.Terms{"a": &none, "": &some, "\n": &some, "a\n": &some, "b": &some} {
		s := lookup.NewSet(1)
		if terms.Holding(part, s); s.Has(0) {
			t.Errorf("%q is found", part)
		}
	}
}

// BenchmarkHolding seeks parts of words in a million rows of twenty words.
func BenchmarkHolding(b *testing.B) {
	const rows = 1_000_000
	rng := rand.New(rand.NewPCG(1, 1))
	zipf := rand.NewZipf(rng, 1.3, 8, 300_000)
	var terms lookup.Terms
	for i := range int32(rows) {
		for range 20 {
			terms.Put(i, fmt.Sprintf("w%dx", zipf.Uint64()))
		}
	}
	set := lookup.NewSet(rows)
	for _, part := range []string{"w", "12", "345", "w7x", "none"} {
		b.Run(part, func(b *testing.B) {
			for b.Loop() {
				terms.Holding(part, set)
			}
		})
	}
}
