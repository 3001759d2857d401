package quotes

import (
	"fmt"
	"slices"
	"strings"

	"quotidian/assets/model"
)

// Basis says who read a quote.
type Basis uint8

// The bases.
const (
	ByBoth   Basis = iota // a rule and the tagger
	ByRule                // a rule; the tagger reads otherwise, or nothing
	ByTagger              // the tagger alone
)

var basisNames = [...]string{"both", "rule", "tagger"}

// String is the name used in the file of curves.
func (b Basis) String() string { return basisNames[b] }

// Weighed is a quote with what speaks for it. Its Confidence is not yet a probability.
type Weighed struct {
	Quote
	Basis    Basis
	Evidence float64 // 0 to 1
}

// weigh tells what speaks for a rule's reading. Of a clause that both
// read, each knows half; quotation marks are what a rule is sure of, so there only the tagger has more to say.
func (p *pair) weigh() Weighed {
	switch q, t := p.rule, p.tag; {
	case !p.agrees:
		return Weighed{Basis: ByRule, Evidence: q.Confidence}
	case q.Kind == Direct:
		return Weighed{Basis: ByBoth, Evidence: t.Confidence}
	default:
		return Weighed{Basis: ByBoth, Evidence: (q.Confidence + t.Confidence) / 2}
	}
}

// Knot is a point of a curve: of the quotes with this evidence so many in one are right. Right means that the quote
// shares half of its words, of those in either, with a labelled one.
type Knot struct{ Evidence, Right float64 }

// Curve turns evidence into a probability; between knots, whose evidence and probability rise, it is straight.
type Curve []Knot

// At gives the probability that a quote with this evidence is right.
func (c Curve) At(evidence float64) float64 {
	if evidence <= c[0].Evidence {
		return c[0].Right
	}
	for i := 1; i < len(c); i++ {
		if a, b := c[i-1], c[i]; evidence <= b.Evidence {
			return a.Right + (b.Right-a.Right)*(evidence-a.Evidence)/(b.Evidence-a.Evidence)
		}
	}
	return c[len(c)-1].Right
}

// Curves holds a curve for each kind and basis.
type Curves [len(kindNames)][len(basisNames)]Curve

// builtIn gives the curves of a file that is built into the program.
func builtIn(name string) *Curves {
	c, err := ParseCurves(model.Open(name))
	if err != nil {
		panic("internal error: " + name + ": " + err.Error())
	}
	return c
}

// ParseCurves reads a file of curves: a line a knot, with kind, basis, evidence and probability.
func ParseCurves(raw []byte) (*Curves, error) {
	c := &Curves{}
	for line := range strings.Lines(string(raw)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var kind, basis string
		var k Knot
		if _, err := fmt.Sscan(line, &kind, &basis, &k.Evidence, &k.Right); err != nil {
			return nil, err
		}
		i, j := slices.Index(kindNames[:], kind), slices.Index(basisNames[:], basis)
		if i < 0 || j < 0 {
			return nil, fmt.Errorf("no kind or basis is called %s, %s", kind, basis)
		}
		c[i][j] = append(c[i][j], k)
	}
	return c, nil
}

func (w *Weighed) probability(c *Curves) float64 { return c[w.Kind][w.Basis].At(w.Evidence) }
