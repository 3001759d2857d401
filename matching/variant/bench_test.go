package variant

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"quotidian/assets/lexicon"
	"quotidian/attribution"
	"quotidian/attribution/name"
	"quotidian/matching/variant/likeness"
)

// madeNames gives n distinct names of invented people, some of them spellings of each other: given names of the
// lexicon, surnames made of a given name and an ending, letters exchanged as romanisations do.
func madeNames(n int) []string {
	r := rand.New(rand.NewPCG(7, 11))
	var given []string
	for _, f := range lexicon.Lines("common/forenames.tsv") {
		given = append(given, f[0])
	}
	endings := []string{"ov", "ev", "yan", "ian", "zade", "son", "sky", "ko", "oglu", "off", "enko", "i", "a", "er", "ez"}
	seen := map[string]bool{}
	var out []string
	for len(out) < n {
		s := fmt.Sprintf("%s %s%s", given[r.IntN(len(given))], given[r.IntN(len(given))], endings[r.IntN(len(endings))])
		for _, v := range []string{s, respell(s, r)} {
			if !seen[v] && len(out) < n {
				seen[v] = true
				out = append(out, v)
			}
		}
	}
	return out
}

// respell exchanges one run of letters for another romanisation of it.
func respell(s string, r *rand.Rand) string {
	swaps := [][2]string{{"y", "i"}, {"kh", "h"}, {"ov", "off"}, {"ian", "yan"}, {"c", "k"}, {"ai", "ay"}, {"sh", "ch"}, {"w", "v"}, {"e", "ie"}, {"j", "dzh"}}
	w := swaps[r.IntN(len(swaps))]
	for i := 1; i+len(w[0]) <= len(s); i++ {
		if s[i:i+len(w[0])] == w[0] {
			return s[:i] + w[1] + s[i+len(w[0]):]
		}
	}
	return s
}

func mentionsOf(names []string) []Mention {
	out := make([]Mention, len(names))
	for i, s := range names {
		out[i] = Mention{ID: fmt.Sprintf("m%07d", i), Name: s, Kind: attribution.Person, Article: fmt.Sprintf("a%d", i/3)}
	}
	return out
}

// BenchmarkPair scores pairs that candidate generation proposes: the hard ones.
func BenchmarkPair(b *testing.B) {
	var names []name.Name
	var forms []*likeness.Form
	set := persons().NewForms()
	for _, s := range madeNames(2000) {
		names = append(names, name.Parse(s))
		forms = append(forms, set.Form(names[len(names)-1]))
	}
	pairs := Candidates(names, func(a, i, b, j int) bool { return set.Partners(forms[a].Word(i), forms[b].Word(j)) })
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p := pairs[i%len(pairs)]
		set.Judge(forms[p[0]], forms[p[1]])
	}
}

// BenchmarkAdd adds one name to ten thousand; TestScale measures more of them.
func BenchmarkAdd(b *testing.B) {
	const size, more = 10_000, 20_000
	names := madeNames(size + more)
	x := newIndex()
	for _, s := range names[:size] {
		takeIn(x, s, size)
	}
	for i := 0; b.Loop(); i++ {
		takeIn(x, names[size+i%more], len(x.names)+1)
	}
}

// BenchmarkProbability scores two strings from scratch, parsing included, as the command line does.
func BenchmarkProbability(b *testing.B) {
	names := madeNames(1000)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Probability(names[i%len(names)], names[(i+1)%len(names)])
	}
}

// BenchmarkJoin clusters distinct names; the table in docs/matching.md grows from it.
func BenchmarkJoin(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		ms := mentionsOf(madeNames(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Join(ms, nil, nil)
			}
		})
	}
}
