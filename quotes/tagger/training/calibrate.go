package training

import (
	"math"
	"slices"

	"quotidian/articles"
	"quotidian/quotes/tagger"
	"quotidian/quotes/tagger/internal/chain"
)

// calibration is a logistic regression from evidence to "this attribution is in the gold": bias, then a weight
// each for cue, source and content.
type calibration [4]float64

// verdict is one attribution found on articles that the model had not seen.
type verdict struct {
	evidence [3]int32
	right    bool
}

// judge tags articles and compares with the gold. An attribution is right when it shares at least half of its
// content's tokens (of those in either) with a gold one.
func judge(t *tagger.Tagger, list []*Article) []verdict {
	var out []verdict
	for _, a := range list {
		gold := a.contents()
		for _, f := range t.Tag(nil, a.Text, a.toks, a.sents) {
			out = append(out, verdict{f.Evidence(), a.right(gold, f.Content)})
		}
	}
	return out
}

// right reports whether content shares half of its tokens, of those in either, with one of the gold's contents.
func (a *Article) right(gold []map[int]bool, content []articles.Span) bool {
	mine := a.cover(content)
	return slices.ContainsFunc(gold, func(g map[int]bool) bool { return overlap(mine, g) >= 0.5 })
}

// overlap is the size of the intersection over that of the union.
func overlap(a, b map[int]bool) float64 {
	both := 0
	for k := range a {
		if b[k] {
			both++
		}
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// calibrate fits by Newton-free gradient descent; four numbers on some thousand verdicts need nothing better.
func calibrate(verdicts []verdict) calibration {
	var w calibration
	for range 8000 {
		var g calibration
		for _, v := range verdicts {
			x := [4]float64{1}
			for i, m := range v.evidence {
				x[i+1] = float64(m) / chain.Unit
			}
			z := 0.0
			for i := range w {
				z += w[i] * x[i]
			}
			d := 1 / (1 + math.Exp(-z))
			if v.right {
				d--
			}
			for i := range g {
				g[i] += d * x[i]
			}
		}
		for i := range w {
			w[i] -= 0.2 * g[i] / float64(len(verdicts))
		}
	}
	return w
}

func (c calibration) fixed() (out [4]int16) {
	for i, v := range c {
		out[i] = int16(math.Round(v * 1024))
	}
	return out
}
