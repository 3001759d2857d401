package training

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"quotidian/articles"
	"quotidian/quotes"
	"quotidian/quotes/judge"
	"quotidian/quotes/tagger"
)

// claim is one reading that rules and tagger made of an article the tagger had not seen.
type claim struct {
	features     []uint32
	right, exact bool
}

// claims collects them. Right means the same as in [Article.right]; exact, that the words are all the same.
func claims(t *tagger.Tagger, a *Article) []claim {
	gold := a.contents()
	var out []claim
	quotes.Claims(&articles.Article{Text: a.Text}, t, func(features []uint32, content []articles.Span) {
		mine, best := a.cover(content), 0.0
		for _, g := range gold {
			best = max(best, overlap(mine, g))
		}
		if best < 0.5 && a.undecided(content) {
			return
		}
		out = append(out, claim{slices.Clone(features), best >= 0.5, best == 1})
	})
	return out
}

// Learning of the judge, chosen by cross-fitting on the training half.
const (
	judgeEpochs  = 6
	judgeRate    = 0.05
	judgePenalty = 4e-5
	judgeCount   = 12 // least occurrences of a feature
	judgeDrop    = 0.2
)

// trainJudge fits both questions at once by stochastic gradient descent (AdaGrad, Duchi et al. 2011) with dropout.
func trainJudge(list []claim) []judge.Weight {
	keys, rows := numberClaims(list)
	right, exact := newLogistic(len(keys)), newLogistic(len(keys))
	rng := rand.New(rand.NewPCG(1, 2))
	kept := make([]int32, 0, 128)
	for epoch := range judgeEpochs {
		rate := float32(judgeRate * (1 - float64(epoch)/judgeEpochs))
		for _, i := range rng.Perm(len(list)) {
			kept = kept[:0]
			for _, r := range rows[i] {
				if rng.Float64() >= judgeDrop {
					kept = append(kept, r)
				}
			}
			right.step(kept, list[i].right, rate)
			exact.step(kept, list[i].exact, rate)
		}
	}
	var out []judge.Weight
	for r, k := range keys {
		w := judge.Weight{
			Key:   k,
			Right: quantise(right.weight[r]*(1-judgeDrop), judge.Unit, -127, 127),
			Exact: quantise(exact.weight[r]*(1-judgeDrop), judge.Unit, -127, 127),
		}
		if w.Right != 0 || w.Exact != 0 {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(a, b judge.Weight) int { return cmp.Compare(a.Key, b.Key) })
	return out
}

func newLogistic(n int) *logistic {
	return &logistic{weight: make([]float32, n), square: make([]float32, n)}
}

func (m *logistic) step(rows []int32, positive bool, rate float32) {
	z := float32(0)
	for _, r := range rows {
		z += m.weight[r]
	}
	g := float32(1 / (1 + math.Exp(-float64(z))))
	if positive {
		g--
	}
	for _, r := range rows {
		d := g + judgePenalty*m.weight[r]
		m.square[r] += d * d
		m.weight[r] -= rate * d / float32(math.Sqrt(float64(m.square[r])+1e-8))
	}
}

// numberClaims gives each feature that occurs often enough a row.
func numberClaims(list []claim) ([]uint32, [][]int32) {
	count := map[uint32]int{}
	for i := range list {
		for _, k := range list[i].features {
			count[k]++
		}
	}
	index, rows := map[uint32]int32{}, make([][]int32, len(list))
	var keys []uint32
	for i := range list {
		for _, k := range list[i].features {
			if count[k] < judgeCount {
				continue
			}
			r, ok := index[k]
			if !ok {
				r = int32(len(keys))
				index[k] = r
				keys = append(keys, k)
			}
			rows[i] = append(rows[i], r)
		}
	}
	return keys, rows
}
