// Package pronouns trains the ranking that package attribution gives the persons a "he" or "she" can stand for.
//
// No corpus of news here says whom pronouns mean, so the cases are silver: pronouns around which exactly one
// person of the sex is named ([attribution.Choices]). What is learned is a conditional logit (McFadden 1974): the
// probability of a candidate is the softmax of its weighted features among all candidates of that pronoun. The
// weights are found by plain gradient descent from zero over all cases at once, with a quadratic penalty, so the
// same data gives the same bytes.
package pronouns

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"path/filepath"

	"quotidian/attribution"
	"quotidian/internal/gold"
)

// Settings of one training run.
type Settings struct {
	Steps   int     // passes over all cases
	Rate    float64 // step length
	Penalty float64 // weight of the quadratic penalty, per case
}

// Defaults were chosen on the development part of PolNeAR.
func Defaults() Settings { return Settings{Steps: 3000, Rate: .5, Penalty: .01} }

// Cases collects the silver cases of a labelled corpus.
func Cases(path string) ([]attribution.Choice, error) {
	docs, err := gold.Read(path)
	if err != nil {
		return nil, err
	}
	var all []attribution.Choice
	for i := range docs {
		a, qs := docs[i].Labelled()
		all = append(all, attribution.Choices(a, qs)...)
	}
	return all, nil
}

// Train learns the weights from PolNeAR's training part below data, writes them to out as little-endian
// float64 values, and reports to log how often the right person comes first.
func Train(data string, set Settings, out, log io.Writer) error {
	train, err := Cases(filepath.Join(data, "polnear", "train.jsonl"))
	if err != nil {
		return err
	}
	dev, err := Cases(filepath.Join(data, "polnear", "dev.jsonl"))
	if err != nil {
		return err
	}
	w := Learn(train, set)
	fmt.Fprintf(log, "train %s\ndev   %s\ndev, the nearest instead: %s\n", Measure(train, w), Measure(dev, w), Measure(dev, nil))
	return binary.Write(out, binary.LittleEndian, w)
}

// Learn finds the weights of a conditional logit.
func Learn(cases []attribution.Choice, set Settings) []float64 {
	if len(cases) == 0 {
		return nil
	}
	n := len(cases[0].Features[0])
	w, g := make([]float64, n), make([]float64, n)
	for range set.Steps {
		for i := range g {
			g[i] = -set.Penalty * w[i]
		}
		for i := range cases {
			addGradient(g, w, &cases[i], 1/float64(len(cases)))
		}
		for i := range w {
			w[i] += set.Rate * g[i]
		}
	}
	return w
}

// addGradient adds one case's gradient of the log-likelihood: its right vector less the expected one.
func addGradient(g, w []float64, c *attribution.Choice, share float64) {
	p := probabilities(w, c)
	for k, f := range c.Features {
		d := -p[k]
		if k == c.Right {
			d++
		}
		for i, v := range f {
			g[i] += share * d * v
		}
	}
}

func probabilities(w []float64, c *attribution.Choice) []float64 {
	p := make([]float64, len(c.Features))
	top := math.Inf(-1)
	for k, f := range c.Features {
		p[k] = dot(w, f)
		top = max(top, p[k])
	}
	sum := 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p
}

func dot(w, f []float64) float64 {
	s := 0.0
	for i, v := range w {
		s += v * f[i]
	}
	return s
}

// Score counts how often the right person ranked first.
type Score struct{ Right, All int }

func (s Score) String() string {
	return fmt.Sprintf("%d of %d = %.1f %%", s.Right, s.All, 100*float64(s.Right)/float64(max(s.All, 1)))
}

// Measure ranks the candidates of every case; without weights the first, which is the nearest, is taken.
func Measure(cases []attribution.Choice, w []float64) Score {
	s := Score{All: len(cases)}
	for i := range cases {
		best := 0
		for k := range cases[i].Features {
			if w != nil && dot(w, cases[i].Features[k]) > dot(w, cases[i].Features[best]) {
				best = k
			}
		}
		if best == cases[i].Right {
			s.Right++
		}
	}
	return s
}
