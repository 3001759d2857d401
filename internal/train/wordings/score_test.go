package wordings

// scores compares a division of texts with the true one, as ../shared/score/score_wordings.py does.
type scores struct {
	p, r, f, b3 float64 // pairwise precision, recall and F1; F1 of B-cubed (Bagga and Baldwin, 1998)
}

// compare scores the texts that want accepts; group holds the predicted group of each.
func compare(texts []*text, group []int, want func(*text) bool) scores {
	gold, found, both := map[int]float64{}, map[int]float64{}, map[[2]int]float64{}
	n := 0.0
	for i, t := range texts {
		if want(t) {
			n++
			gold[t.Cluster]++
			found[group[i]]++
			both[[2]int{t.Cluster, group[i]}]++
		}
	}
	var bp, br, hit float64
	for k, v := range both {
		hit += v * (v - 1) / 2
		bp += v * v / found[k[1]] / n
		br += v * v / gold[k[0]] / n
	}
	s := scores{p: hit / pairsIn(found), r: hit / pairsIn(gold), b3: harmonic(bp, br)}
	s.f = harmonic(s.p, s.r)
	return s
}

func pairsIn(size map[int]float64) float64 {
	sum := 0.0
	for _, v := range size {
		sum += v * (v - 1) / 2
	}
	return sum
}

func harmonic(p, r float64) float64 { return 2 * p * r / (p + r) }

func mean(a, b scores) scores {
	return scores{(a.p + b.p) / 2, (a.r + b.r) / 2, (a.f + b.f) / 2, (a.b3 + b.b3) / 2}
}

func anyText(*text) bool   { return true }
func inQuote(t *text) bool { return t.Stratum == "quote" }

// likenessBins cut the true pairs by how many stems they share: from verbatim to hardly any.
var likenessBins = []struct {
	name  string
	least float64
}{{"verbatim", 2}, {"≥ .6", 0.6}, {".4–.6", 0.4}, {".25–.4", 0.25}, {"< .25", -1}}

// recalls gives the share of true pairs found, for each bin.
func recalls(texts []*text, group []int) []float64 {
	members := map[int][]int{}
	for i, t := range texts {
		members[t.Cluster] = append(members[t.Cluster], i)
	}
	all, hit := make([]float64, len(likenessBins)), make([]float64, len(likenessBins))
	for _, m := range members {
		for x := range m {
			for _, j := range m[x+1:] {
				b := binOf(texts[m[x]], texts[j])
				all[b]++
				if group[m[x]] == group[j] {
					hit[b]++
				}
			}
		}
	}
	for b := range all {
		hit[b] /= all[b]
	}
	return hit
}

func binOf(a, b *text) int {
	if a.prepared.Exact == b.prepared.Exact {
		return 0
	}
	common := 0
	have := map[uint64]bool{}
	for _, m := range a.prepared.Set {
		have[m.Key] = true
	}
	for _, m := range b.prepared.Set {
		if have[m.Key] {
			common++
		}
	}
	jaccard := float64(common) / float64(len(a.prepared.Set)+len(b.prepared.Set)-common)
	for i, b := range likenessBins {
		if jaccard >= b.least {
			return i
		}
	}
	return len(likenessBins) - 1
}
