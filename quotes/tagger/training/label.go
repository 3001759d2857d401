package training

import (
	"math"
	"math/rand/v2"
	"sort"

	"quotidian/quotes/tagger/internal/chain"
	"quotidian/quotes/tagger/internal/feature"
)

// sequence is one segment: the feature keys of its tokens, their shapes and gold labels. A key is replaced by the
// number of its row plus one once rows are numbered; 0 means that the feature is not kept.
type sequence struct {
	keys  [][feature.LabelTemplates]uint32
	shape []uint8
	gold  []chain.Label
}

// sequences collects the segments of articles, each as the stage of its fold sees it.
func sequences(articles []*Article, stages [folds]stage) []sequence {
	var out []sequence
	var u feature.Unit
	for _, a := range articles {
		a.paragraphs(&u, stages[a.fold].lexicon, func(first int) {
			u.GradeFully(stages[a.fold].cues)
			for _, s := range u.Segments(nil) {
				q := sequence{
					keys:  make([][feature.LabelTemplates]uint32, s[1]-s[0]),
					shape: make([]uint8, s[1]-s[0]),
					gold:  a.labels[first+s[0] : first+s[1]],
				}
				for i := range q.keys {
					u.LabelKeys(&q.keys[i], s[0]+i)
					q.shape[i] = uint8(u.Words[s[0]+i].Shape)
				}
				out = append(out, q)
			}
		})
	}
	return out
}

// crf is the second stage under training.
type crf struct {
	keys   []uint32 // the key of each row
	count  []int32
	weight [][chain.Width]float32
	square [][chain.Width]float32
	field  field
	pairSq [chain.Shapes][labels][labels]float64
	edgeSq [2][labels]float64
}

// number gives each key that occurs often enough a row and rewrites the keys of the sequences.
func number(data []sequence, minCount int32) *crf {
	count := map[uint32]int32{}
	for s := range data {
		for i := range data[s].keys {
			for _, k := range data[s].keys[i] {
				count[k]++
			}
		}
	}
	m, rows := &crf{}, map[uint32]uint32{}
	for s := range data {
		for i := range data[s].keys {
			for j, k := range data[s].keys[i] {
				if k == 0 || count[k] < minCount {
					data[s].keys[i][j] = 0
					continue
				}
				r, ok := rows[k]
				if !ok {
					m.keys = append(m.keys, k)
					m.count = append(m.count, count[k])
					r = uint32(len(m.keys))
					rows[k] = r
				}
				data[s].keys[i][j] = r
			}
		}
	}
	m.weight = make([][chain.Width]float32, len(m.keys))
	m.square = make([][chain.Width]float32, len(m.keys))
	return m
}

// Settings of the second stage, chosen on the development half.
type Settings struct {
	Epochs   int
	Rate     float64
	Drop     float64 // share of features left out at random while learning
	MinCount int
	Bonus    float64 // bonus for each cue in log-odds, so that recall and precision balance
	Rows     int     // rows kept in the model
	// Calibrate trains once more without each fold, to learn what the evidence is worth.
	Calibrate bool
	// Models is how many are averaged.
	Models int
	Log    func(format string, args ...any)
}

// Defaults are the settings of the committed model.
func Defaults() Settings {
	return Settings{Epochs: 9, Rate: 0.08, Drop: 0.78, MinCount: 5, Bonus: 1, Rows: 80000, Models: 3, Calibrate: true, Log: func(string, ...any) {}}
}

// mask says which features of a token are left out.
type mask [feature.LabelTemplates]bool

// epoch goes once through the data in random order and gives the mean loss per token.
func (m *crf) epoch(data []sequence, rng *rand.Rand, set *Settings, rate float64) float64 {
	order := rng.Perm(len(data))
	loss, n := 0.0, 0
	for _, s := range order {
		loss += m.learn(&data[s], rng, set, rate)
		n += len(data[s].gold)
	}
	return loss / float64(n)
}

func (m *crf) learn(q *sequence, rng *rand.Rand, set *Settings, rate float64) float64 {
	n := len(q.gold)
	m.field.reset(n)
	copy(m.field.shape, q.shape)
	drop := make([]mask, n)
	for i := range n {
		for j := range q.keys[i] {
			if set.Drop > 0 && rng.Float64() < set.Drop {
				drop[i][j] = true
			}
		}
		m.score(&m.field.emit[i], &q.keys[i], &drop[i])
	}
	loss := m.field.gradient(q.gold)
	for i := range n {
		m.update(&q.keys[i], &drop[i], &m.field.grad[i], float32(rate))
	}
	m.updateEdges(rate)
	return loss
}

func (m *crf) score(out *[chain.Width]float64, rows *[feature.LabelTemplates]uint32, drop *mask) {
	var sum [chain.Width]float32
	for j, r := range rows {
		if r == 0 || drop[j] {
			continue
		}
		w := &m.weight[r-1]
		for k := range sum {
			sum[k] += w[k]
		}
	}
	for k := range sum {
		out[k] = float64(sum[k])
	}
}

// negligible is the gradient below which a token teaches nothing worth the time.
const negligible = 0.01

func (m *crf) update(rows *[feature.LabelTemplates]uint32, drop *mask, grad *[chain.Width]float64, rate float32) {
	var which [chain.Width]int
	n := 0
	for k, g := range grad {
		if math.Abs(g) > negligible {
			which[n] = k
			n++
		}
	}
	if n == 0 {
		return
	}
	for j, r := range rows {
		if r == 0 || drop[j] {
			continue
		}
		w, s := &m.weight[r-1], &m.square[r-1]
		for _, k := range which[:n] {
			g := float32(grad[k])
			s[k] += g * g
			w[k] += rate * g / float32(math.Sqrt(float64(s[k])+1e-6))
		}
	}
}

func (m *crf) updateEdges(rate float64) {
	f := &m.field
	step := func(w, sq *float64, g float64) {
		if g != 0 {
			*sq += g * g
			*w += rate * g / math.Sqrt(*sq+1e-6)
		}
	}
	for s := range f.pair {
		for p := range labels {
			for c := range labels {
				step(&f.pair[s][p][c], &m.pairSq[s][p][c], f.dPair[s][p][c])
			}
		}
	}
	for c := range labels {
		step(&f.start[c], &m.edgeSq[0][c], f.dStart[c])
		step(&f.stop[c], &m.edgeSq[1][c], f.dStop[c])
	}
}

// prune keeps the rows that move scores most: the sum of squared weights, times how often they are used.
func (m *crf) prune(data []sequence, keep int) {
	if keep >= len(m.keys) {
		return
	}
	worth := make([]float64, len(m.keys))
	for r := range m.keys {
		for _, w := range m.weight[r] {
			worth[r] += float64(w) * float64(w)
		}
		worth[r] *= math.Sqrt(float64(m.count[r]))
	}
	sorted := append([]float64(nil), worth...)
	sort.Float64s(sorted)
	floor := sorted[len(sorted)-keep]
	renumber := make([]uint32, len(m.keys)+1)
	n := uint32(0)
	for r := range m.keys {
		if worth[r] < floor || n == uint32(keep) {
			continue
		}
		m.keys[n], m.count[n], m.weight[n], m.square[n] = m.keys[r], m.count[r], m.weight[r], m.square[r]
		n++
		renumber[r+1] = n
	}
	m.keys, m.count, m.weight, m.square = m.keys[:n], m.count[:n], m.weight[:n], m.square[:n]
	for s := range data {
		for i := range data[s].keys {
			for j, r := range data[s].keys[i] {
				data[s].keys[i][j] = renumber[r]
			}
		}
	}
}

// settle is the number of epochs after pruning; the weights at the end of the last averaged ones are averaged,
// which takes out some of the noise of learning one sequence at a time (Polyak and Juditsky 1992).
const (
	settle   = 4
	averaged = 3
)

// trainLabels fits the second stage: one model that chooses the rows, then others on these rows that differ in what
// chance left out. The mean of their weights scores as the committee of all would, at the cost of one.
func trainLabels(data []sequence, set Settings) *crf {
	m := number(data, int32(set.MinCount))
	set.Log("second stage: %d segments, %d features", len(data), len(m.keys))
	var sum [][chain.Width]float32
	var moves []field
	for seed := range set.Models {
		if seed > 0 {
			m.forget()
		}
		sum = m.fit(data, sum, uint64(seed), &set)
		moves = append(moves, m.field)
	}
	m.weight = sum
	m.scale((1 - set.Drop) / float64(averaged*set.Models))
	m.field.mean(moves)
	m.favour(set.Bonus)
	return m
}

// fit learns from the data and adds the weights after each of the last epochs to sum.
func (m *crf) fit(data []sequence, sum [][chain.Width]float32, seed uint64, set *Settings) [][chain.Width]float32 {
	rng := rand.New(rand.NewPCG(7+seed, 2))
	for e := range set.Epochs {
		if e == set.Epochs-settle {
			m.prune(data, set.Rows)
		}
		rate := set.Rate * (1 - 0.9*float64(e)/float64(set.Epochs))
		set.Log("model %d, epoch %d: loss %.4f a token", seed+1, e+1, m.epoch(data, rng, set, rate))
		if e >= set.Epochs-averaged {
			sum = accumulate(sum, m.weight)
		}
	}
	return sum
}

// forget clears all weights but keeps the rows.
func (m *crf) forget() {
	clear(m.weight)
	clear(m.square)
	m.field = field{}
	m.pairSq, m.edgeSq = [chain.Shapes][labels][labels]float64{}, [2][labels]float64{}
}

// accumulate adds weights to sum.
func accumulate(sum, weight [][chain.Width]float32) [][chain.Width]float32 {
	if sum == nil {
		sum = make([][chain.Width]float32, len(weight))
	}
	for r := range weight {
		for k, w := range weight[r] {
			sum[r][k] += w
		}
	}
	return sum
}

// scale multiplies the weights: by the share of features that were present while learning, as dropout requires
// (Srivastava et al. 2014), and by what averaging takes.
func (m *crf) scale(by float64) {
	for r := range m.weight {
		for k := range m.weight[r] {
			m.weight[r][k] *= float32(by)
		}
	}
}

// favour adds a bonus for each cue. The likeliest labels leave out whatever is doubtful; what scores best finds
// about as many attributions as there are.
func (m *crf) favour(bonus float64) {
	for shape := range m.field.pair {
		for p := range labels {
			if p != int(chain.Cue) {
				m.field.pair[shape][p][chain.Cue] += bonus
			}
		}
	}
	m.field.start[chain.Cue] += bonus
}
