package names

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
)

// scored is one pair's probability with its label.
type scored struct {
	p    float64
	same bool
}

// Figures are the measures of a set of scored pairs, as ../shared/score/score_pairs.py defines them.
type Figures struct {
	Same, Different int
	P, R, F1        float64 // at 0.5
	Best, BestAt    float64
	AUC             float64
	RecallAt95      float64
	RecallAt99      float64
	AutoWrong       float64 // share of wrong pairs among those at 0.99 and above
	Auto            int
	// CalibrationError is the largest gap between mean probability and share of same, over tenths of the scale with 50
	// pairs or more; RankError over tenths of the pairs, from the most likely to the least.
	CalibrationError, RankError float64
}

// String is one line for a report.
func (f Figures) String() string {
	return fmt.Sprintf("%d+%d: at .5 P %.3f R %.3f F1 %.4f; best F1 %.4f at %.2f; AUC %.4f; R@P95 %.3f R@P99 %.3f; auto %d wrong %.4f; calibration ±%.3f, by rank ±%.3f",
		f.Same, f.Different, f.P, f.R, f.F1, f.Best, f.BestAt, f.AUC, f.RecallAt95, f.RecallAt99, f.Auto, f.AutoWrong, f.CalibrationError, f.RankError)
}

func measure(v []scored) (f Figures) {
	v = slices.Clone(v)
	slices.SortStableFunc(v, func(a, b scored) int { return cmp.Compare(b.p, a.p) })
	for _, s := range v {
		if s.same {
			f.Same++
		} else {
			f.Different++
		}
	}
	f.sweep(v)
	f.calibration(v)
	return f
}

// sweep walks the pairs from the best score down and reads every measure off the way.
func (f *Figures) sweep(v []scored) {
	tp, fp, area := 0, 0, 0.0
	for i := 0; i < len(v); {
		j, tp0, fp0 := i, tp, fp
		for ; j < len(v) && v[j].p == v[i].p; j++ {
			if v[j].same {
				tp++
			} else {
				fp++
			}
		}
		area += float64(fp-fp0) * float64(tp+tp0) / 2
		f.visit(v[i].p, tp, fp)
		i = j
	}
	f.AUC = area / (float64(f.Same) * float64(f.Different))
}

func (f *Figures) visit(p float64, tp, fp int) {
	precision, recall := float64(tp)/float64(tp+fp), float64(tp)/float64(max(1, f.Same))
	f1 := 2 * precision * recall / max(1e-9, precision+recall)
	if p >= 0.5 {
		f.P, f.R, f.F1 = precision, recall, f1
	}
	if f1 > f.Best {
		f.Best, f.BestAt = f1, p
	}
	if precision >= .95 {
		f.RecallAt95 = max(f.RecallAt95, recall)
	}
	if precision >= .99 {
		f.RecallAt99 = max(f.RecallAt99, recall)
	}
	if p >= .99 {
		f.Auto, f.AutoWrong = tp+fp, 1-precision
	}
}

// group sums a part of the pairs.
type group struct{ n, same, sum, variance float64 }

func (g *group) add(s scored) {
	g.n++
	g.sum += s.p
	g.variance += s.p * (1 - s.p)
	if s.same {
		g.same++
	}
}

// off is by how much the share of same exceeds the mean probability, and chance its standard error were every probability
// true.
func (g *group) off() float64    { return (g.same - g.sum) / g.n }
func (g *group) chance() float64 { return math.Sqrt(g.variance) / g.n }

// tenths parts scored pairs, the likeliest first, by tenths of the scale and by tenths of their number.
func tenths(v []scored) (scale, rank [10]group) {
	for i, s := range v {
		scale[min(9, int(s.p*10))].add(s)
		rank[10*i/len(v)].add(s)
	}
	return scale, rank
}

func (f *Figures) calibration(v []scored) {
	scale, rank := tenths(v)
	for k := range scale {
		if scale[k].n >= 50 {
			f.CalibrationError = max(f.CalibrationError, math.Abs(scale[k].off()))
		}
		if rank[k].n >= 50 {
			f.RankError = max(f.RankError, math.Abs(rank[k].off()))
		}
	}
}

// reportTenths prints for each tenth of the scale how far probabilities are off and how far chance alone would put them,
// and how surprising all of it is together: the sum of squares in standard errors, about ten where the probabilities are
// true.
func reportTenths(w io.Writer, what string, v []scored) {
	v = slices.Clone(v)
	slices.SortStableFunc(v, func(a, b scored) int { return cmp.Compare(b.p, a.p) })
	scale, _ := tenths(v)
	fmt.Fprintf(w, "%s, by tenths of the scale:", what)
	sum := 0.0
	for _, g := range scale {
		if g.n > 0 {
			fmt.Fprintf(w, " %.0f: %+.3f ± %.3f,", g.n, g.off(), g.chance())
			sum += g.off() * g.off() / max(1e-9, g.chance()*g.chance())
		}
	}
	fmt.Fprintf(w, " in all %.1f\n", sum)
}
