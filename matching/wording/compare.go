package wording

import (
	"fmt"
	"math"
	"strings"
	"time"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
	"quotidian/quotes"
)

// Prepared is a quote in canonical form, ready to be compared with many others. It is immutable.
type Prepared struct {
	Quote
	text       *pair.Text
	quantities []quantity
}

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
}

// Comparer compares quotes. It keeps buffers, so one Comparer serves one goroutine. Its answers are functions of the
// two quotes alone.
type Comparer struct {
	preparer pair.Preparer
	meter    *pair.Meter
	heads    *pair.Heads
	align    pair.Alignment
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
	return &Prepared{Quote: q, text: t, quantities: quantities(t)}
}

// Compare scores two quotes and says what the second did to the first.
func (c *Comparer) Compare(from, to *Prepared) Comparison {
	out := Comparison{Score: c.Score(from, to)}
	c.align.Fill(from.text, to.text, c.meter.Table())
	steps := align(&c.align)
	out.Diff = diff(from, to, steps)
	out.Changes = changes(from, to, &c.align, steps)
	out.Why = why(from, to, out.Score)
	return out
}

// Score is the fast half of [Comparer.Compare]. It is symmetric.
func (c *Comparer) Score(a, b *Prepared) Score {
	var f pair.Vector
	c.meter.Measure(a.text, b.text, &f)
	var in pair.Input
	copy(in[:], f[:])
	if sameSpeaker(a, b) {
		in[pair.SameSpeaker] = 1
	}
	whole, part := float64(c.heads.Whole.Sum(in[:])), float64(c.heads.Part.Sum(in[:]))
	if in[pair.SameSpeaker] == 0 && f.Verbatim() < nearVerbatim {
		part += looseStranger
	}
	when, who := timePrior(a, b), speakerPrior(a, b)
	whole, part = whole+who+when, part+who+when
	if odds, ok := figureOdds(a, b); ok {
		whole = max(whole, odds+when)
	}
	return Score{Whole: pair.Sigmoid(whole), Part: pair.Sigmoid(part)}
}

// A headline resembles a piece of the article below it. Where nothing says that one speaker said both, a piece has to
// be a cutting, not a summary: nearly all of its words in their order.
const (
	nearVerbatim  = 0.85
	looseStranger = -3
)

func sameSpeaker(a, b *Prepared) bool { return a.Speaker != "" && a.Speaker == b.Speaker }

// The prior, in log odds. Two resolved speakers who differ mostly said two things; only near-verbatim words or shared
// figures may outweigh that. One speaker whom two articles quote, or whom one article first reports and then quotes,
// mostly said one thing. Reports of one utterance appear within days of each other; what comes later must resemble
// the more, the later it comes.
const (
	otherSpeaker = -4
	toldTwice    = 1.2
	fresh        = 10 * 24 * time.Hour
	perDoubling  = -0.5
)

func speakerPrior(a, b *Prepared) float64 {
	switch {
	case a.Speaker == "" || b.Speaker == "":
		return 0
	case a.Speaker != b.Speaker:
		return otherSpeaker
	case a.Article != "" && b.Article != "" && (a.Article != b.Article || (a.Kind == quotes.Direct) != (b.Kind == quotes.Direct)):
		return toldTwice
	}
	return 0
}

func timePrior(a, b *Prepared) float64 {
	if a.Published.IsZero() || b.Published.IsZero() {
		return 0
	}
	if gap := a.Published.Sub(b.Published).Abs(); gap > fresh {
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
	case a.Speaker == "" || b.Speaker == "":
		return ""
	case a.Speaker == b.Speaker:
		return "the same speaker"
	default:
		return "different speakers"
	}
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
