package training

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"quotidian/articles"
	"quotidian/quotes/tagger"
)

// Score counts exact spans of one part: right, found, and in the gold.
type Score struct{ Right, Found, Gold int }

// F1 is the harmonic mean of precision and recall, 0 to 100.
func (s Score) F1() float64 { return 200 * float64(s.Right) / float64(max(1, s.Found+s.Gold)) }

// String gives precision, recall and F1 in percent.
func (s Score) String() string {
	return fmt.Sprintf("P %4.1f R %4.1f F1 %4.1f", 100*float64(s.Right)/float64(max(1, s.Found)), 100*float64(s.Right)/float64(max(1, s.Gold)), s.F1())
}

// Evaluate compares spans with the gold's, each part on its own. It is CofeNet's exact match on whole
// attributions instead of on sentences, so its figures are close to those of CofeNet's own scorer.
func Evaluate(t *tagger.Tagger, list []*Article) (source, cue, content Score) {
	for _, a := range list {
		found := t.Tag(nil, a.Text, a.toks, a.sents)
		gold := a.goldSpans()
		var mine [3][]articles.Span
		for _, f := range found {
			mine[0] = append(mine[0], f.Source)
			mine[1] = append(mine[1], f.Cue)
			mine[2] = append(mine[2], f.Content...)
		}
		for part, s := range []*Score{&source, &cue, &content} {
			s.add(mine[part], gold[part])
		}
	}
	return source, cue, content
}

func (s *Score) add(found, gold []articles.Span) {
	in := map[articles.Span]bool{}
	for _, g := range gold {
		if !g.Empty() {
			in[g] = true
		}
	}
	s.Gold += len(in)
	for _, f := range found {
		if f.Empty() {
			continue
		}
		s.Found++
		if in[f] {
			s.Right++
		}
	}
}

// goldSpans gives the gold's sources, cues and contents in bytes.
func (a *Article) goldSpans() (out [3][]articles.Span) {
	bytes := byteOffsets(a.Text)
	wide := func(s [2]int) articles.Span { return articles.Span{Start: bytes[s[0]], End: bytes[s[1]]} }
	for _, q := range a.Quotes {
		if q.Speaker != nil {
			out[0] = append(out[0], wide(*q.Speaker))
		}
		if q.Cue != nil {
			out[1] = append(out[1], wide(*q.Cue))
		}
		for _, s := range q.Spans {
			out[2] = append(out[2], wide(s))
		}
	}
	return out
}

// prediction is one line of what Predict writes: the part of the contract of `quotidian extract` that the
// scorers read.
type prediction struct {
	ID     string           `json:"id"`
	Quotes []predictedQuote `json:"quotes"`
}

type predictedQuote struct {
	Kind       string   `json:"kind"`
	Medium     string   `json:"medium"`
	Content    [][2]int `json:"content"`
	Cue        *[2]int  `json:"cue"`
	Source     *[2]int  `json:"source"`
	Confidence float64  `json:"confidence"`
}

// Predict writes what the tagger finds in articles as JSON Lines, for scorers outside the program. Kinds are
// not the tagger's to tell, so all are "indirect".
func Predict(w io.Writer, t *tagger.Tagger, list []*Article) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	for _, a := range list {
		runes := articles.NewRunes(a.Text)
		span := func(s articles.Span) *[2]int {
			if s.Empty() {
				return nil
			}
			r := runes.Span(s)
			return &r
		}
		p := prediction{ID: a.ID, Quotes: []predictedQuote{}}
		for _, f := range t.Tag(nil, a.Text, a.toks, a.sents) {
			q := predictedQuote{Kind: "indirect", Medium: f.Medium.String(), Cue: span(f.Cue), Source: span(f.Source), Confidence: f.Prob}
			for _, c := range f.Content {
				q.Content = append(q.Content, *span(c))
			}
			p.Quotes = append(p.Quotes, q)
		}
		if err := enc.Encode(p); err != nil {
			return err
		}
	}
	return out.Flush()
}
