package training

import (
	"quotidian/quotes/tagger/internal/chain"
	"quotidian/quotes/tagger/internal/feature"
)

// counts says how often a word occurs and how often it is what makes a cue a cue.
type counts struct{ cue, all int }

// share is the smoothed proportion; half an occurrence is taken away so that a word seen once promises little.
func (c counts) share() float64 { return max(0, float64(c.cue)-0.5) / float64(c.all+1) }

// rateSteps are the shares from which the rates 1, 2, … begin.
var rateSteps = [feature.Rates - 1]float64{0.004, 0.03, 0.08, 0.2, 0.4, 0.65, 0.85}

func (c counts) rate() uint8 {
	r := uint8(0)
	for _, s := range rateSteps {
		if c.share() >= s {
			r++
		}
	}
	return r
}

// countCues counts words over articles. In a cue of several words ("went on to discuss") only the word that
// is a cue most often counts; which one that is, is found by counting all of them first.
func countCues(articles []*Article) map[uint32]counts {
	every := map[uint32]counts{}
	for _, a := range articles {
		a.eachWord(func(i int, h uint32) {
			c := every[h]
			c.all++
			if a.labels[i] == chain.Cue {
				c.cue++
			}
			every[h] = c
		})
	}
	heads := map[uint32]counts{}
	for _, a := range articles {
		a.findHeads(every)
		a.eachWord(func(i int, h uint32) {
			c := heads[h]
			c.all++
			if a.heads[i] {
				c.cue++
			}
			heads[h] = c
		})
	}
	return heads
}

func (a *Article) eachWord(f func(i int, hash uint32)) {
	for i, t := range a.toks {
		f(i, feature.HashWord(t.In(a.Text)))
	}
}

// findHeads marks in each run of cue tokens the one whose word attributes most often; the first on a tie.
func (a *Article) findHeads(every map[uint32]counts) {
	a.heads = make([]bool, len(a.toks))
	for i := 0; i < len(a.labels); i++ {
		if a.labels[i] != chain.Cue {
			continue
		}
		best, top := i, -1.0
		for ; i < len(a.labels) && a.labels[i] == chain.Cue; i++ {
			s := every[feature.HashWord(a.toks[i].In(a.Text))].share()
			if s > top {
				best, top = i, s
			}
		}
		a.heads[best] = true
	}
}
