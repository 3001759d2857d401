package boost

import (
	"cmp"
	"slices"

	"quotidian/matching/variant/forest"
)

// Calibrate fits a rising curve from scores to the share of true answers by pooling adjacent violators (Ayer et
// al. 1955). Blocks hold at least minBlock rows so that the ends promise no more than the data shows; every
// block's share is smoothed by one half-answer on either side.
func Calibrate(scores []float32, answers []bool, minBlock int) *forest.Curve {
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(scores[i], scores[j]) })
	var blocks []block
	for _, i := range order {
		b := block{score: float64(scores[i]), n: 1}
		if answers[i] {
			b.yes = 1
		}
		blocks = append(blocks, b)
		for len(blocks) > 1 && blocks[len(blocks)-2].share() >= blocks[len(blocks)-1].share() {
			blocks = pool(blocks)
		}
	}
	blocks = widen(blocks, minBlock)
	c := &forest.Curve{}
	for _, b := range blocks {
		c.Score = append(c.Score, float32(b.score/b.n))
		c.P = append(c.P, float32((b.yes+0.5)/(b.n+1)))
	}
	for i := 1; i < len(c.P); i++ {
		c.P[i] = max(c.P[i], c.P[i-1])
	}
	return c
}

// block is a run of neighbouring scores with one probability.
type block struct{ score, yes, n float64 }

func (b block) share() float64 { return b.yes / b.n }

func (b block) with(o block) block { return block{b.score + o.score, b.yes + o.yes, b.n + o.n} }

// pool joins the last two blocks.
func pool(blocks []block) []block {
	k := len(blocks)
	blocks[k-2] = blocks[k-2].with(blocks[k-1])
	return blocks[:k-1]
}

// widen joins blocks with fewer than minBlock rows to the next one, the last to the one before.
func widen(blocks []block, minBlock int) []block {
	var out []block
	for _, b := range blocks {
		if k := len(out); k > 0 && out[k-1].n < float64(minBlock) {
			out[k-1] = out[k-1].with(b)
			continue
		}
		out = append(out, b)
	}
	if k := len(out); k > 1 && out[k-1].n < float64(minBlock) {
		out = pool(out)
	}
	return out
}
