package training

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"quotidian/quotes/tagger/internal/chain"
	"quotidian/quotes/tagger/internal/feature"
	"quotidian/quotes/tagger/internal/trained"
)

// paragraphs calls f with each paragraph of the article as a unit, and the number of its first token.
func (a *Article) paragraphs(u *feature.Unit, lex *feature.Lexicon, f func(first int)) {
	feature.Paragraphs(a.toks, a.sents, func(first, last int, starts []int) {
		u.Fill(lex, a.Text, a.toks[first:last], starts)
		f(first)
	})
}

// logistic is a logistic regression under training.
type logistic struct {
	index  map[uint32]int32
	weight []float32
	square []float32 // AdaGrad's sum of squared gradients
}

// sample is one candidate: the numbers of its features, and whether it is a cue.
type sample struct {
	features [feature.CueTemplates]uint32
	positive bool
}

const (
	cueEpochs   = 8
	cueRate     = 0.1
	cuePenalty  = 2e-5
	cueMinCount = 2
)

// cueSamples collects the candidates of articles; lex gives the lexicon for an article.
func cueSamples(articles []*Article, lex func(*Article) *feature.Lexicon) []sample {
	var out []sample
	var u feature.Unit
	for _, a := range articles {
		a.paragraphs(&u, lex(a), func(first int) {
			for i := range u.Words {
				if !u.Candidate(i) {
					continue
				}
				s := sample{positive: a.heads[first+i]}
				u.CueKeys(&s.features, i)
				out = append(out, s)
			}
		})
	}
	return out
}

// trainCues fits the first stage by stochastic gradient descent (AdaGrad, Duchi et al. 2011).
func trainCues(samples []sample, seed uint64) (*chain.Linear, []trained.Weight) {
	m := &logistic{index: map[uint32]int32{}}
	count := map[uint32]int{}
	for i := range samples {
		for _, k := range samples[i].features {
			count[k]++
		}
	}
	var keys []uint32
	for i := range samples {
		for _, k := range samples[i].features {
			if _, ok := m.index[k]; !ok && count[k] >= cueMinCount {
				m.index[k] = int32(len(keys))
				keys = append(keys, k)
			}
		}
	}
	m.weight, m.square = make([]float32, len(keys)), make([]float32, len(keys))
	order := make([]int, len(samples))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(seed, 1))
	for epoch := range cueEpochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		rate := float32(cueRate * (1 - float64(epoch)/cueEpochs))
		for _, i := range order {
			m.learn(&samples[i], rate)
		}
	}
	return m.shrink(keys)
}

func (m *logistic) learn(s *sample, rate float32) {
	var rows [feature.CueTemplates]int32
	n, z := 0, float32(0)
	for _, k := range s.features {
		if r, ok := m.index[k]; ok {
			rows[n] = r
			n++
			z += m.weight[r]
		}
	}
	g := float32(1 / (1 + math.Exp(-float64(z))))
	if s.positive {
		g--
	}
	for _, r := range rows[:n] {
		d := g + cuePenalty*m.weight[r]
		m.square[r] += d * d
		m.weight[r] -= rate * d / float32(math.Sqrt(float64(m.square[r])+1e-8))
	}
}

// shrink rounds the weights and drops those that round to nothing; the list is sorted by key.
func (m *logistic) shrink(keys []uint32) (*chain.Linear, []trained.Weight) {
	var list []trained.Weight
	for r, k := range keys {
		if q := quantise(m.weight[r]); q != 0 {
			list = append(list, trained.Weight{Key: k, Value: q})
		}
	}
	slices.SortFunc(list, func(a, b trained.Weight) int { return cmp.Compare(a.Key, b.Key) })
	table := chain.NewLinear(len(list))
	for _, w := range list {
		table.Add(w.Key, w.Value)
	}
	return table, list
}

// quantise brings a weight to fixed point, clipped to eight bits.
func quantise(w float32) int8 {
	q := math.Round(float64(w) * chain.Unit)
	return int8(max(-127, min(127, q)))
}
