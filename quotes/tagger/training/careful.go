package training

import (
	"quotidian/quotes"
	"quotidian/quotes/tagger"
)

// carefulHead explains the file of the careful reader's curves.
const carefulHead = `# Knots of the curves of the careful reader, as in confidence.tsv. Fitted by "go run ./cmd/quotidian-train careful" on what tagger and
# encoder find on PolNeAR's development half: two numbers for each kind and each who read it.
`

// leastCareful is on how many quotes a careful curve is fitted; of fewer, all quotes of the kind are.
const leastCareful = 40

// evidences are the places of a careful curve's knots.
var evidences = [...]float64{0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1}

// CarefulCurves gives the file of curves for the finished tagger with its encoder. Taggers that each learned from a part of the training
// half would each need an encoder that did, for hours of training; so these curves have the form of log-odds moved by two numbers, of which
// the development half is enough. What is logged is how right they are on articles that they were not fitted on.
func CarefulCurves(development []*Article, log func(format string, a ...any)) []byte {
	o := outcomes{}
	o.try(tagger.NewCareful(), development)
	c := &quotes.Curves{}
	for _, k := range kinds {
		var all, unseen []said
		for _, by := range bases {
			all = append(all, o.bare(k, by)...)
		}
		for _, by := range bases {
			list := o.bare(k, by)
			unseen = append(unseen, outOfFold(list)...)
			if len(list) < leastCareful {
				list = all
			}
			c[k][by] = drawn(fitShift(list))
		}
		log("%s, %d quotes of the development half, curves of other articles, said and right in percent:%s", k, len(all), byTenth(unseen))
	}
	return curvesFile(carefulHead, c)
}

// bare gives the quotes of a kind and a basis with their evidence as if it were a probability.
func (o outcomes) bare(k quotes.Kind, by quotes.Basis) (out []said) {
	for _, x := range o[k][by] {
		out = append(out, said{x.article, x.evidence, x.right})
	}
	return out
}

// drawn gives the curve of a shift.
func drawn(s shift) (c quotes.Curve) {
	for _, e := range evidences {
		c = append(c, quotes.Knot{Evidence: e, Right: s.of(e)})
	}
	return c
}
