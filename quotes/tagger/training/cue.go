package training

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"quotidian/articles/sentence"
	"quotidian/articles/token"
	"quotidian/quotes/tagger/internal/chain"
	"quotidian/quotes/tagger/internal/feature"
	"quotidian/quotes/tagger/internal/trained"
)

// paragraphs calls f with each paragraph of the article as a unit, and the number of its first token. Learning goes by blank
// lines and blanks: what else parts sentences and paragraphs was found out on texts that lost theirs, of which the training half
// has few, and with it the model is another by chance (docs/extraction.md).
func (a *Article) paragraphs(u *feature.Unit, lex *feature.Lexicon, f func(first int)) {
	blankLine := func(t token.Token) bool { return t.Has(token.Paragraph) }
	feature.Paragraphs(a.toks, sentence.AtBlanks(nil, a.Text, a.toks), blankLine, math.MaxInt, func(first, last int, starts []int) {
		u.Fill(lex, a.Text, a.toks[first:last], starts)
		f(first)
	})
}

// logistic is a logistic regression under training.
type logistic struct {
	weight []float32
	square []float32 // AdaGrad's sum of squared gradients
}

// sample is one candidate: its features, and whether it is a cue.
type sample struct {
	features [feature.CueTemplates]uint32
	positive bool
}

const (
	cueEpochs   = 8
	cueRate     = 0.1
	cuePenalty  = 2e-5
	cueMinCount = 3
	cueDrop     = 0.5
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

// trainCues fits the first stage by stochastic gradient descent (AdaGrad, Duchi et al. 2011) with dropout.
func trainCues(samples []sample, seed uint64) (*chain.Linear, []trained.Weight) {
	rows, keys := numberCues(samples)
	m := &logistic{weight: make([]float32, len(keys)), square: make([]float32, len(keys))}
	rng := rand.New(rand.NewPCG(seed, 1))
	for epoch := range cueEpochs {
		rate := float32(cueRate * (1 - float64(epoch)/cueEpochs))
		for _, i := range rng.Perm(len(samples)) {
			m.learn(&rows[i], samples[i].positive, rate, rng)
		}
	}
	return m.shrink(keys)
}

// cueRows are the rows of one sample's features, -1 for those that are too rare.
type cueRows [feature.CueTemplates]int32

// numberCues gives each feature that occurs often enough a row.
func numberCues(samples []sample) ([]cueRows, []uint32) {
	count := map[uint32]int{}
	for i := range samples {
		for _, k := range samples[i].features {
			count[k]++
		}
	}
	rows, index := make([]cueRows, len(samples)), map[uint32]int32{}
	var keys []uint32
	for i := range samples {
		for j, k := range samples[i].features {
			if count[k] < cueMinCount {
				rows[i][j] = -1
				continue
			}
			r, ok := index[k]
			if !ok {
				r = int32(len(keys))
				index[k] = r
				keys = append(keys, k)
			}
			rows[i][j] = r
		}
	}
	return rows, keys
}

func (m *logistic) learn(all *cueRows, positive bool, rate float32, rng *rand.Rand) {
	var rows cueRows
	n, z := 0, float32(0)
	for _, r := range all {
		if r >= 0 && rng.Float64() >= cueDrop {
			rows[n] = r
			n++
			z += m.weight[r]
		}
	}
	g := float32(1 / (1 + math.Exp(-float64(z))))
	if positive {
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
		if q := quantise(m.weight[r]*(1-cueDrop), chain.CueUnit, -127, 127); q != 0 {
			list = append(list, trained.Weight{Key: k, Value: q})
		}
	}
	slices.SortFunc(list, func(a, b trained.Weight) int { return cmp.Compare(a.Key, b.Key) })
	return chain.NewLinear(list), list
}

// quantise brings a weight to fixed point at a scale, no less than low and no more than high.
func quantise(w float32, unit, low, high float64) int8 {
	return int8(max(low, min(high, math.Round(float64(w)*unit))))
}
