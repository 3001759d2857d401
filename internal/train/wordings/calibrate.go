package wordings

import (
	"math"
	"math/rand/v2"

	"quotidian/matching/variant/forest"
	"quotidian/matching/wording/pair"
)

// answers are a head's log odds for pairs whose truth is known.
type answers []answer

type answer struct {
	logit  float64
	yes    bool
	weight float64
}

// ask lets heads answer for the candidate pairs of texts they have not seen: the whole head for the texts, thinned to
// what a collection holds, the part head for pieces beside them.
func ask(heads *pair.Heads, texts []*text) (whole, part answers) {
	pool := thin(texts)
	s := examples(pool, rand.New(rand.NewPCG(11, 3)))
	for i := range s.whole {
		if e := &s.whole[i]; !e.piece && !e.beyond {
			whole = append(whole, answer{float64(heads.Whole.Sum(e.in[:])), e.yes, float64(e.weight)})
		}
	}
	for i := range s.part {
		if e := &s.part[i]; !e.beyond {
			part = append(part, answer{float64(heads.Part.Sum(e.in[:])), e.yes, float64(e.weight)})
		}
	}
	return whole, part
}

// calibrate scales and shifts a head's log odds so that they are right on average (J. Platt, "Probabilistic outputs
// for support vector machines", 1999), by Newton's method on the log loss.
func calibrate(f *forest.Forest, as answers) {
	scale, shift := 1.0, 0.0
	for range 30 {
		var gs, gb, hss, hsb, hbb float64
		for _, a := range as {
			p := pair.Sigmoid(scale*a.logit + shift)
			d, w := p, p*(1-p)
			if a.yes {
				d--
			}
			d, w = d*a.weight, w*a.weight
			gs, gb = gs+d*a.logit, gb+d
			hss, hsb, hbb = hss+w*a.logit*a.logit, hsb+w*a.logit, hbb+w
		}
		det := hss*hbb - hsb*hsb
		ds, db := (gs*hbb-gb*hsb)/det, (gb*hss-gs*hsb)/det
		scale, shift = scale-ds, shift-db
		if math.Abs(ds)+math.Abs(db) < 1e-9 {
			break
		}
	}
	f.Base = f.Base*float32(scale) + float32(shift)
	for k := range f.Trees {
		for i := range f.Trees[k].Value {
			f.Trees[k].Value[i] *= float32(scale)
		}
	}
}
