package variant

import "math"

// Decided is a pair that a person settled, with what the machine had said of it.
type Decided struct {
	P    float64
	Same bool
}

// Tuning shifts what the machine says of open pairs towards what a person settled about pairs like them: the last
// layer, learned again from a few decisions. The zero Tuning changes nothing.
type Tuning struct{ shift, slope float64 }

// How far a few decisions may carry: variances of the shift and of the slope, in log-odds, before anything was decided,
// and the least number of decisions that say anything.
const (
	shiftVariance = 1.0
	slopeVariance = 0.05
	minDecided    = 10
	tuneRounds    = 20
)

// Tune fits the tuning to decisions: logistic regression on the machine's log-odds, held to "no change" by a normal
// prior. The order of decisions does not matter beyond the last bits.
func Tune(ds []Decided) Tuning {
	var t Tuning
	if len(ds) < minDecided {
		return t
	}
	worth := t.worth(ds)
	for range tuneRounds {
		step := t.step(ds)
		for size := 1.0; size > 1e-3; size /= 2 { // a whole step may lead beyond the best
			next := Tuning{t.shift + size*step.shift, t.slope + size*step.slope}
			if w := next.worth(ds); w > worth {
				t, worth = next, w
				break
			}
		}
	}
	t.slope = max(-1, t.slope) // a surer pair never becomes the less sure one
	return t
}

// worth is the log probability of the decisions and of the tuning itself, up to a constant.
func (t Tuning) worth(ds []Decided) float64 {
	sum := -t.shift*t.shift/(2*shiftVariance) - t.slope*t.slope/(2*slopeVariance)
	for _, d := range ds {
		p := t.at(logOdds(d.P))
		if !d.Same {
			p = 1 - p
		}
		sum += math.Log(max(p, 1e-12))
	}
	return sum
}

// step is the Newton step towards the best tuning.
func (t Tuning) step(ds []Decided) Tuning {
	g0, g1 := -t.shift/shiftVariance, -t.slope/slopeVariance
	h00, h01, h11 := 1/shiftVariance, 0.0, 1/slopeVariance
	for _, d := range ds {
		x := logOdds(d.P)
		p := t.at(x)
		miss := -p
		if d.Same {
			miss++
		}
		w := p * (1 - p)
		g0, g1 = g0+miss, g1+miss*x
		h00, h01, h11 = h00+w, h01+w*x, h11+w*x*x
	}
	det := h00*h11 - h01*h01
	return Tuning{(h11*g0 - h01*g1) / det, (h00*g1 - h01*g0) / det}
}

// at is the tuned probability of log-odds.
func (t Tuning) at(x float64) float64 { return 1 / (1 + math.Exp(-(t.shift + (1+t.slope)*x))) }

// Apply tunes the probability of an open pair, which stays below [AutoJoin]: decisions about other pairs join nothing
// by themselves. It is rounded to thousandths, so that a decision which hardly matters changes nothing.
func (t Tuning) Apply(p float64) float64 {
	if t == (Tuning{}) {
		return p
	}
	return min(AutoJoin-0.001, math.Round(1000*t.at(logOdds(p)))/1000)
}

func logOdds(p float64) float64 {
	p = min(1-1e-4, max(1e-4, p))
	return math.Log(p / (1 - p))
}
