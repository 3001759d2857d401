package wordings

import (
	"cmp"
	"slices"
	"strings"

	"quotidian/matching/wording/canon"
)

// baseline is a public way to tell whether two texts are the same, as a likeness with one threshold.
type baseline struct {
	name string
	like func(a, b *surface) float64
	// fixed is the threshold its authors chose; 0 lets it be chosen on the training half.
	fixed float64
}

// baselines are the anchors that the design was measured against (docs/matching.md says where they come from).
var baselines = []baseline{
	{"lower-case equality (Quotebank)", func(a, b *surface) float64 { return yes(a.lower == b.lower) }, 1},
	{"passim's gate: 5 shared runs of 25 letters", func(a, b *surface) float64 { return float64(overlap(a.runs, b.runs)) }, 5},
	{"Jaccard of 5-word runs (ideal MinHash)", func(a, b *surface) float64 { return jaccard(a.fives, b.fives) }, 0},
	{"TF-IDF cosine, stems", tfidf, 0},
	{"idf-Jaccard, stems", func(a, b *surface) float64 {
		w, _ := a.prepared.Shared(b.prepared)
		return float64(w / (a.prepared.Mass + b.prepared.Mass - w))
	}, 0},
}

func yes(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// surface is what the baselines look at.
type surface struct {
	*text
	lower       string
	runs, fives map[uint64]bool
}

func newSurface(t *text) *surface {
	s := &surface{text: t, lower: strings.ToLower(strings.TrimSpace(t.Text)), runs: map[uint64]bool{}, fives: map[uint64]bool{}}
	letters := strings.Join(strings.FieldsFunc(s.lower, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') }), "")
	for i := 0; i+25 <= len(letters); i++ {
		s.runs[canon.HashString(letters[i:i+25])] = true
	}
	words := strings.Fields(s.lower)
	for i := 0; i+5 <= len(words) || i == 0; i++ {
		s.fives[canon.HashString(strings.Join(words[i:min(i+5, len(words))], " "))] = true
	}
	return s
}

func overlap(a, b map[uint64]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}

func jaccard(a, b map[uint64]bool) float64 {
	n := overlap(a, b)
	return float64(n) / float64(len(a)+len(b)-n)
}

func tfidf(a, b *surface) float64 {
	_, sq := a.prepared.Shared(b.prepared)
	return float64(sq*sq) / float64(a.prepared.Square*b.prepared.Square)
}

// likenesses gives a baseline's likeness for each pair.
func (m baseline) likenesses(pool []*surface, pairs []couple) []float64 {
	out := make([]float64, len(pairs))
	for i, c := range pairs {
		out[i] = m.like(pool[c.a], pool[c.b])
	}
	return out
}

// threshold is the likeness at which F1 over pairs is best.
func threshold(pool []*surface, pairs []couple, like []float64) float64 {
	order := make([]int, len(pairs))
	total := 0.0
	for i, c := range pairs {
		order[i] = i
		total += yes(pool[c.a].Cluster == pool[c.b].Cluster)
	}
	slices.SortFunc(order, func(x, y int) int { return cmp.Compare(like[y], like[x]) })
	best, at, hit := 0.0, 0.0, 0.0
	for n, i := range order {
		c := pairs[i]
		hit += yes(pool[c.a].Cluster == pool[c.b].Cluster)
		if f := harmonic(hit/float64(n+1), hit/total); f > best {
			best, at = f, like[i]
		}
	}
	return at
}

// majority divides the pool by merging groups, likest pair first, when half of the pairs between them pass.
func majority(n int, pairs []couple, like []float64, least float64) []int {
	order := make([]int, 0, len(pairs))
	passes := map[couple]bool{}
	for i, c := range pairs {
		if like[i] >= least {
			order = append(order, i)
			passes[c] = true
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(like[y], like[x]) })
	group, members := make([]int, n), make([][]int32, n)
	for i := range group {
		group[i], members[i] = i, []int32{int32(i)}
	}
	for _, i := range order {
		x, y := group[pairs[i].a], group[pairs[i].b]
		if x == y || !half(members[x], members[y], passes) {
			continue
		}
		for _, m := range members[y] {
			group[m] = x
		}
		members[x] = append(members[x], members[y]...)
	}
	return group
}

func half(x, y []int32, passes map[couple]bool) bool {
	n := 0
	for _, a := range x {
		for _, b := range y {
			if passes[couple{min(a, b), max(a, b)}] {
				n++
			}
		}
	}
	return 2*n >= len(x)*len(y)
}
