package training

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"quotidian/articles/sentence"
	"quotidian/quotes"
	"quotidian/quotes/tagger"
)

// outcome is a quote that rules and tagger found together on an article the tagger had not seen.
type outcome struct {
	article  int // number of the article
	evidence float64
	right    bool
}

// outcomes holds them by kind and basis.
type outcomes map[quotes.Kind]map[quotes.Basis][]outcome

// try finds the quotes of articles with a tagger. Right means the same as in judge; what touches a zone that the
// annotators left undecided, and is not right, does not count.
func (o outcomes) try(t *tagger.Tagger, list []*Article) {
	for i, a := range list {
		if a.Primary { // a second annotator of the same text has a mind of his own, and would count it twice
			o.tryOne(t, i, a)
		}
	}
}

func (o outcomes) tryOne(t *tagger.Tagger, number int, a *Article) {
	gold := a.contents()
	for _, w := range quotes.Weigh(sentence.Cut{Text: a.Text, Tokens: a.toks, Sentences: a.sents}, t) {
		right := a.right(gold, w.Content)
		if !right && a.undecided(w.Content) {
			continue
		}
		if o[w.Kind] == nil {
			o[w.Kind] = map[quotes.Basis][]outcome{}
		}
		o[w.Kind][w.Basis] = append(o[w.Kind][w.Basis], outcome{number, w.Evidence, right})
	}
}

// A knot is the mean of at least perKnot outcomes, and a curve has maxKnots at most.
const (
	perKnot  = 100
	maxKnots = 12
)

// fitCurve fits a rising curve: means over runs of equal size in the order of the evidence, joined until they rise
// (isotonic regression by pooling adjacent violators, Ayer et al. 1955).
func fitCurve(list []outcome) quotes.Curve {
	if len(list) == 0 {
		return nil
	}
	slices.SortFunc(list, func(a, b outcome) int { return cmp.Compare(a.evidence, b.evidence) })
	n := min(maxKnots, max(1, len(list)/perKnot))
	var pools []pool
	for i := range n {
		var p pool
		for _, o := range list[i*len(list)/n : (i+1)*len(list)/n] {
			p.add(o)
		}
		pools = append(pools, p)
		for len(pools) > 1 && !pools[len(pools)-1].above(&pools[len(pools)-2]) {
			last := pools[len(pools)-1]
			pools = pools[:len(pools)-1]
			pools[len(pools)-1].join(&last)
		}
	}
	var c quotes.Curve
	for _, p := range pools {
		c = append(c, quotes.Knot{Evidence: p.evidence / p.n, Right: p.right / p.n})
	}
	return c
}

// pool sums outcomes.
type pool struct{ n, evidence, right float64 }

func (p *pool) add(o outcome) {
	p.n++
	p.evidence += o.evidence
	if o.right {
		p.right++
	}
}

func (p *pool) join(q *pool) {
	p.n += q.n
	p.evidence += q.evidence
	p.right += q.right
}

// above reports whether both means of p are clearly greater than those of q.
func (p *pool) above(q *pool) bool {
	return p.right/p.n > q.right/q.n+apart && p.evidence/p.n > q.evidence/q.n+apart
}

// apart is by how much knots differ at least: more than what rounding takes.
const apart = 0.001

// curvesHead explains the file of curves.
const curvesHead = `# Knots of the curves that make a probability of what speaks for a quote (package quotes, confidence.go): kind, who read it,
# evidence, share of the quotes with this evidence that are right. Fitted by "go run ./cmd/quotidian-train tagger" on PolNeAR's
# training half, each article read with a tagger trained on the others; those of indirect quotes then moved by the two numbers
# that fit what the finished tagger finds on the development half.
`

var (
	kinds = []quotes.Kind{quotes.Direct, quotes.Mixed, quotes.Indirect}
	bases = []quotes.Basis{quotes.ByBoth, quotes.ByRule, quotes.ByTagger}
)

// curves fits one for each kind and basis.
func (o outcomes) curves() *quotes.Curves {
	c := &quotes.Curves{}
	for _, k := range kinds {
		for _, by := range bases {
			c[k][by] = fitCurve(o[k][by])
		}
	}
	return c
}

// curvesFile gives the bytes of the file of curves.
func curvesFile(head string, c *quotes.Curves) []byte {
	var b strings.Builder
	b.WriteString(head)
	for _, k := range kinds {
		for _, by := range bases {
			for _, x := range c[k][by] {
				fmt.Fprintf(&b, "%s\t%s\t%.4f\t%.4f\n", k, by, x.Evidence, x.Right)
			}
		}
	}
	return []byte(b.String())
}
