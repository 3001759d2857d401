// Package training makes the tagger's model from labelled articles.
//
// It reads PolNeAR as converted to JSON Lines, counts how often each word attributes, trains the first stage (a
// logistic regression that finds cues) and the second (a conditional random field that labels), makes the
// weights small and writes one file. All of it is deterministic: fixed seeds, fixed order, one goroutine.
package training

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"unicode/utf8"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/articles/token"
	"quotidian/quotes/tagger/internal/chain"
)

// Article is one labelled article. Spans count code points, as the corpus does, until [Article.prepare] turns
// them into bytes.
type Article struct {
	ID      string  `json:"id"`
	Doc     string  `json:"doc"`
	Primary bool    `json:"primary"`
	Outlet  string  `json:"outlet"`
	Text    string  `json:"text"`
	Quotes  []Quote `json:"quotes"`
	// Ignore are the zones that the annotators left undecided.
	Ignore []zone `json:"ignore"`

	toks   []token.Token
	sents  []sentence.Sentence
	labels []chain.Label
	heads  []bool // the token of each cue that attributes most often
	fold   int
}

// zone is a range of code points, which the corpus gives with a remark behind it: [from, to, "why"].
type zone [2]int

// UnmarshalJSON reads the two offsets and passes over what follows.
func (z *zone) UnmarshalJSON(raw []byte) error {
	parts := []any{&z[0], &z[1]}
	return json.Unmarshal(raw, &parts)
}

// Quote is one attribution of the corpus.
type Quote struct {
	Spans   [][2]int `json:"spans"`
	Cue     *[2]int  `json:"cue"`
	Speaker *[2]int  `json:"speaker"`
}

// Read reads a file of labelled articles.
func Read(path string) ([]*Article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []*Article
	dec := json.NewDecoder(bufio.NewReader(f))
	for dec.More() {
		a := new(Article)
		if err := dec.Decode(a); err != nil {
			return nil, fmt.Errorf("%s: article %d: %w", path, len(out)+1, err)
		}
		a.prepare()
		out = append(out, a)
	}
	return out, nil
}

// LeaveOut gives the articles of all outlets but one.
func LeaveOut(list []*Article, outlet string) []*Article {
	return slices.DeleteFunc(slices.Clone(list), func(a *Article) bool { return a.Outlet == outlet })
}

// Only gives the articles of one outlet.
func Only(list []*Article, outlet string) []*Article {
	return slices.DeleteFunc(slices.Clone(list), func(a *Article) bool { return a.Outlet != outlet })
}

// prepare cuts the article up and projects its spans on the tokens.
func (a *Article) prepare() {
	cut := sentence.Of(a.Text)
	a.toks, a.sents = cut.Tokens, cut.Sentences
	a.labels = make([]chain.Label, len(a.toks))
	bytes := byteOffsets(a.Text)
	for _, q := range a.Quotes {
		if q.Cue == nil {
			continue
		}
		cue := a.tokens(bytes, *q.Cue)
		if cue[0] < cue[1] {
			a.project(bytes, q, cue)
		}
	}
}

// project labels the tokens of one attribution, gaps first, so that what stands inside a gap keeps its own label.
func (a *Article) project(bytes []int, q Quote, cue [2]int) {
	lo, hi := cue[0], cue[1]
	mark := func(span [2]int, before, after chain.Label) {
		t := a.tokens(bytes, span)
		if t[0] >= t[1] {
			return
		}
		label := after
		if t[0] < cue[0] {
			label = before
		}
		lo, hi = min(lo, t[0]), max(hi, t[1])
		fill(a.labels[t[0]:t[1]], label)
	}
	for _, s := range q.Spans {
		mark(s, chain.ContentBefore, chain.ContentAfter)
	}
	if q.Speaker != nil {
		mark(*q.Speaker, chain.SourceBefore, chain.SourceAfter)
	}
	fill(a.labels[cue[0]:cue[1]], chain.Cue)
	replace(a.labels[lo:cue[0]], chain.None, chain.Before)
	replace(a.labels[cue[1]:hi], chain.None, chain.After)
}

func fill(labels []chain.Label, l chain.Label) {
	for i := range labels {
		labels[i] = l
	}
}

func replace(labels []chain.Label, from, to chain.Label) {
	for i := range labels {
		if labels[i] == from {
			labels[i] = to
		}
	}
}

// tokens gives the range of tokens that lie within a span of code points.
func (a *Article) tokens(bytes []int, span [2]int) [2]int {
	from, to := int32(bytes[span[0]]), int32(bytes[span[1]])
	i := 0
	for i < len(a.toks) && a.toks[i].Start < from {
		i++
	}
	j := i
	for j < len(a.toks) && a.toks[j].End <= to {
		j++
	}
	return [2]int{i, j}
}

// contents gives the tokens of each gold content.
func (a *Article) contents() []map[int]bool {
	bytes := byteOffsets(a.Text)
	var out []map[int]bool
	for _, q := range a.Quotes {
		m := map[int]bool{}
		for _, s := range q.Spans {
			t := a.tokens(bytes, s)
			for i := t[0]; i < t[1]; i++ {
				m[i] = true
			}
		}
		out = append(out, m)
	}
	return out
}

// cover gives the tokens that lie in spans of bytes.
func (a *Article) cover(spans []articles.Span) map[int]bool {
	m := map[int]bool{}
	for i, t := range a.toks {
		for _, s := range spans {
			if s.Contains(articles.Span{Start: int(t.Start), End: int(t.End)}) {
				m[i] = true
			}
		}
	}
	return m
}

// undecided reports whether spans touch a zone that the annotators left undecided.
func (a *Article) undecided(spans []articles.Span) bool {
	if len(a.Ignore) == 0 {
		return false
	}
	bytes := byteOffsets(a.Text)
	return slices.ContainsFunc(a.Ignore, func(z zone) bool {
		return slices.ContainsFunc(spans, articles.Span{Start: bytes[z[0]], End: bytes[z[1]]}.Overlaps)
	})
}

// byteOffsets gives the byte offset of every code point of text, and of its end.
func byteOffsets(text string) []int {
	out := make([]int, 0, utf8.RuneCountInString(text)+1)
	for i := range text {
		out = append(out, i)
	}
	return append(out, len(text))
}
