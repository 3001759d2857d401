package wording

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// Prepared is a quote in canonical form, ready to be compared with many others. It is immutable.
type Prepared struct {
	Quote
	text       *pair.Text
	quantities []quantity
}

// Words is the number of its words. Comparing two texts takes time as the product of theirs, up to [MostCompared].
func (p *Prepared) Words() int { return len(p.text.Words) }

// Score says how likely two quotes are to report one utterance. Both are probabilities.
type Score struct {
	// Whole is that both report the same statement.
	Whole float64
	// Part is that one is a piece of the other: a trimmed quotation and what it was trimmed from.
	Part float64
}

// Best is the likelier of the two.
func (s Score) Best() float64 { return max(s.Whole, s.Part) }

// Comparison is what two wordings have to do with each other.
type Comparison struct {
	Score
	// Changes says what the second wording did to the first, worst first.
	Changes []Change
	// Diff aligns the two, word by word.
	Diff Diff
	// Why says in words what the scores rest on.
	Why string
	// Parts is true where the two share what both quote, and each tells more, of other parts of what was said, or where reports quote
	// other parts of it.
	Parts bool
}

// Comparer compares quotes. It keeps buffers, so one Comparer serves one goroutine. Its answers are functions of the
// two quotes alone.
type Comparer struct {
	preparer pair.Preparer
	meter    *pair.Meter
	heads    *pair.Heads
	align    pair.Alignment
	// shared are the buffers of sharedQuotation.
	shared sharedRows
}

// NewComparer gives a comparer with the shipped models.
func NewComparer() *Comparer { return NewComparerWith(pair.Default()) }

// NewComparerWith gives a comparer with other heads than the shipped ones: those that a trainer has just made.
func NewComparerWith(h *pair.Heads) *Comparer { return &Comparer{meter: pair.NewMeter(), heads: h} }

// Compare compares two quotes; from is the earlier wording, to the one that may have changed it. For many
// comparisons keep a [Comparer].
func Compare(from, to Quote) Comparison {
	c := NewComparer()
	return c.Compare(c.Prepare(from), c.Prepare(to))
}

// Prepare brings a quote into canonical form.
func (c *Comparer) Prepare(q Quote) *Prepared {
	t := c.preparer.Prepare(q.Text, q.Names)
	return &Prepared{Quote: q, text: t, quantities: quantities(nil, t)}
}

// prepare is Prepare into p, whose memory it uses.
func (c *Comparer) prepare(p *Prepared, q Quote) {
	if p.text == nil {
		p.text = &pair.Text{}
	}
	c.preparer.Into(p.text, q.Text, q.Names)
	p.Quote, p.quantities = q, quantities(p.quantities, p.text)
}

// Compare scores two quotes and says what the second did to the first.
func (c *Comparer) Compare(from, to *Prepared) Comparison {
	out := Comparison{Score: c.Score(from, to)}
	out.Why = why(from, to, out.Score)
	q := c.sharedQuotation(from, to)
	out.Parts = (q.tells() || q.both && q.words >= sentenceWords) && float64(q.words) < cutTo*float64(min(from.Words(), to.Words())) || otherMarks(from, to)
	a, b := from, to
	if TooLong(from, to) {
		a, b = c.beginning(from), c.beginning(to)
		q = c.sharedQuotation(a, b)
	}
	c.align.Fill(a.text, b.text, c.meter.Table())
	steps := align(&c.align)
	out.Diff = append(diff(a, b, steps), rest(from.Text[len(a.Text):], to.Text[len(b.Text):])...)
	out.Changes = changes(a, b, &c.align, steps, q.tells())
	return out
}

// MostCompared bounds the pairs of words of two texts that are compared word by word. Of longer ones Compare names what
// became of their beginnings, some 4,000 words, and gives what follows as it stands.
const MostCompared = 1 << 24

// TooLong reports whether two texts exceed [MostCompared].
func TooLong(a, b *Prepared) bool { return a.Words()*b.Words() > MostCompared }

// beginning cuts a quote to the words that are compared whatever the other one is.
func (c *Comparer) beginning(p *Prepared) *Prepared {
	const side = 1 << 12 // squared it is the bound
	if p.Words() <= side {
		return p
	}
	q := p.Quote
	q.Text = q.Text[:p.text.Words[side-1].End]
	q.Names = slices.DeleteFunc(slices.Clone(q.Names), func(n canon.Name) bool { return n.End > len(q.Text) })
	return c.Prepare(q)
}

// rest gives what follows on the beginnings that were compared.
func rest(a, b string) (out Diff) {
	switch {
	case a == b && a != "":
		return Diff{{Op: Same, A: a, B: b}}
	case a != "" && b != "":
		return Diff{{Op: Replaced, A: a, B: b}}
	case a != "":
		return Diff{{Op: Deleted, A: a}}
	case b != "":
		return Diff{{Op: Inserted, B: b}}
	}
	return nil
}

// Score is the fast half of [Comparer.Compare]. It is symmetric.
func (c *Comparer) Score(a, b *Prepared) Score {
	return c.odds(a, b).score(companyOfTwo(a, b))
}

// odds are what the words, the speakers and the dates of two quotes say, in log odds.
type odds struct {
	whole, part float32
	// figures is what shared figures say, whoever spoke; -Inf where there are none.
	figures float32
	// quoted is what words between the quotation marks of both say; -Inf where they share none that tell.
	quoted float32
	// again is true when the words of the shorter stand in the longer in their order.
	again bool
	// held says why the pair is left to a person.
	held holding
}

func (c *Comparer) odds(a, b *Prepared) odds {
	var f pair.Vector
	c.meter.Measure(a.text, b.text, &f)
	var in pair.Input
	copy(in[:], f[:])
	own := sameSpeaker(a, b)
	if own {
		in[pair.SameSpeaker] = 1
	}
	o := odds{again: f.Verbatim() >= sameAgain, held: hold(a, b, &f), figures: float32(math.Inf(-1)), quoted: float32(math.Inf(-1))}
	o.whole, o.part = c.heads.Odds(&in)
	if !own && f.Verbatim() < nearVerbatim {
		o.part += looseStranger
	}
	when := timePrior(a, b)
	if x, ok := figureOdds(a, b); ok {
		o.figures = float32(x + when)
	}
	c.weighQuotation(&o, a, b)
	if twoSpeakers(a, b) && !passedOn(a, b) {
		when += otherSpeaker
	}
	o.whole, o.part = o.whole+float32(when), o.part+float32(when)
	if o.mayJoin() {
		o.held |= c.tellsApart(a, b, f.Verbatim())
		if own && retold(a, b) {
			o.held |= heldRetold
		}
	}
	return o
}

// weighQuotation adds what words between the quotation marks of both say.
func (c *Comparer) weighQuotation(o *odds, a, b *Prepared) {
	if !a.quotesAny() || !b.quotesAny() {
		return
	}
	q := c.sharedQuotation(a, b)
	if x, ok := q.odds(a, b); ok && !countedAnew(a, b) {
		o.quoted = float32(x)
	}
	if q.strange(a, b) {
		o.held |= heldStrange
	}
}

// mayJoin reports whether the pair could join in the best of company; only then it matters why it is left to a person.
func (o odds) mayJoin() bool { return o.score(company{twice: true}).Best() > open }

// score turns odds into probabilities, given what speaks for or against one utterance beside the two quotes.
func (o odds) score(k company) Score {
	prior := k.prior(&o)
	return Score{
		Whole: pair.Sigmoid(max(float64(o.whole)+prior, float64(o.figures))),
		Part:  max(pair.Sigmoid(float64(o.part)+prior), o.quotedScore(k)),
	}
}

// quotedScore is the probability that the words which both quote tell of one utterance.
func (o odds) quotedScore(k company) float64 { return pair.Sigmoid(float64(o.quoted) + k.prior(&o)) }

// A headline resembles a piece of the article below it. Where nothing says that one speaker said both, a piece has to
// be a cutting, not a summary: nearly all of its words in their order.
const (
	nearVerbatim  = 0.85
	looseStranger = -3
)

func sameSpeaker(a, b *Prepared) bool {
	return a.Speaker != "" && a.Speaker == b.Speaker && !strings.HasPrefix(a.Speaker, describedSign)
}

// twoSpeakers reports whether two quotes have speakers who are known, and are two.
func twoSpeakers(a, b *Prepared) bool {
	return a.Speaker != "" && b.Speaker != "" && a.Speaker != b.Speaker
}

// Priors, in log odds. Two resolved speakers who differ mostly said two things; only near-verbatim words or shared
// figures may outweigh that. Reports of one utterance appear within days of each other; what comes later must resemble
// the more, the later it comes.
const (
	otherSpeaker = -4
	fresh        = 10 * 24 * time.Hour
	perDoubling  = -0.5
)

// passedOn reports whether two quotes are the same words, and too many for two people to hit on: one of the two outlets gave
// them to somebody else.
func passedOn(a, b *Prepared) bool {
	return a.text.Exact == b.text.Exact && a.text.Mass >= leastStrangePiece
}

func timePrior(a, b *Prepared) float64 {
	if a.Published.IsZero() || b.Published.IsZero() {
		return 0
	}
	return gapPrior(a.Published.Sub(b.Published).Abs())
}

func gapPrior(gap time.Duration) float64 {
	if gap > fresh {
		return perDoubling * math.Log2(float64(gap)/float64(fresh))
	}
	return 0
}

// why says in words what a score rests on.
func why(a, b *Prepared, s Score) string {
	if a.text.Exact == b.text.Exact {
		return join("the same words", speakers(a, b))
	}
	common, all := contentWords(a, b)
	words := fmt.Sprintf("%d of %d telling words in both", common, all)
	if s.Part > s.Whole {
		words = fmt.Sprintf("%d of the %d telling words of the shorter in the longer", common, all)
	}
	return join(words, speakers(a, b))
}

func join(clauses ...string) string {
	var out []string
	for _, c := range clauses {
		if c != "" {
			out = append(out, c)
		}
	}
	return strings.Join(out, "; ")
}

func speakers(a, b *Prepared) string {
	switch {
	case sameSpeaker(a, b):
		return "the same speaker"
	case twoSpeakers(a, b):
		return "different speakers"
	}
	return ""
}

// contentWords counts the telling words of the shorter text and those of them that the longer one has too.
func contentWords(a, b *Prepared) (common, all int) {
	if len(a.text.Words) > len(b.text.Words) {
		a, b = b, a
	}
	have := map[uint64]bool{}
	for _, w := range b.text.Words {
		have[w.Key] = true
	}
	for _, w := range a.text.Words {
		if w.Has(canon.Stop) {
			continue
		}
		all++
		if have[w.Key] {
			common++
		}
	}
	return common, all
}
