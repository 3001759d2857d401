package quotes

// evidence weighs a rule's reading with the tagger's (nil for nothing): of a clause that both read, each knows half;
// what the tagger reads otherwise, or not at all, is doubtful.
func evidence(q, t *Quote, agrees bool) float64 {
	switch {
	case !agrees:
		return q.Confidence - disagreement
	case q.Kind == Direct:
		return q.Confidence
	}
	return (q.Confidence + t.Confidence) / 2
}

// disagreement is what a rule's reading loses that the tagger does not share.
const disagreement = 0.3

// knot is a point of a curve: of the quotes with this evidence so many in one are right.
type knot struct{ evidence, right float64 }

// curves turn evidence into a probability, by kind; between knots they are straight. Right means that the quote shares
// half of its words, of those in either, with a labelled one. The knots are means of at least thirty quotes each
// of PolNeAR's development half, made to rise (isotonic regression) and smoothed by hand.
var curves = [...][]knot{
	Direct:   {{0.5, 0.66}, {0.6, 0.71}, {0.75, 0.74}, {0.938, 0.93}, {0.98, 0.983}},
	Mixed:    {{0.6, 0.71}, {0.66, 0.72}, {0.723, 0.735}, {0.78, 0.83}, {0.823, 0.91}, {0.896, 0.95}, {0.92, 0.98}},
	Indirect: {{0.57, 0.48}, {0.61, 0.54}, {0.625, 0.67}, {0.65, 0.71}, {0.734, 0.73}, {0.82, 0.82}, {0.862, 0.87}, {0.895, 0.965}, {0.93, 0.98}},
}

// calibrated gives the probability that a quote of a kind with this evidence is right.
func calibrated(k Kind, evidence float64) float64 {
	c := curves[k]
	if evidence <= c[0].evidence {
		return c[0].right
	}
	for i := 1; i < len(c); i++ {
		if a, b := c[i-1], c[i]; evidence <= b.evidence {
			return a.right + (b.right-a.right)*(evidence-a.evidence)/(b.evidence-a.evidence)
		}
	}
	return c[len(c)-1].right
}
