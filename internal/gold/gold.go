// Package gold reads the labelled corpora that evaluations score against, and writes predictions in the shape of
// `quotidian extract`, so that a scorer outside the program can read them.
//
// A corpus is JSON Lines, one article a line: {"id","text","title","quotes":[…],"ignore":[…],"primary"}. All
// offsets in it count Unicode code points. The corpora lie outside the repository, at ../shared/data relative to
// its root; evaluations skip where they are absent.
package gold

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"quotidian/articles"
	"quotidian/quotes"
)

// Document is one labelled article.
type Document struct {
	ID     string  `json:"id"`
	Doc    string  `json:"doc"`
	Title  string  `json:"title"`
	Text   string  `json:"text"`
	Quotes []Quote `json:"quotes"`
	// Ignore are the zones that the annotators left undecided.
	Ignore []Zone `json:"ignore"`
	// Primary is nil where a corpus has one annotator; false marks a second annotation of the same article.
	Primary *bool `json:"primary"`
}

// Quote is one labelled quote. Offsets count code points.
type Quote struct {
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Type      string   `json:"type"`
	Cue       *[2]int  `json:"cue"`
	Source    *[2]int  `json:"speaker"`
	Speaker   *string  `json:"speaker_name"`
	Spans     [][2]int `json:"spans"`
	SpeechCue *bool    `json:"speech_cue"`
}

// Fragments gives the quote's content, one range of code points a fragment.
func (q *Quote) Fragments() [][2]int {
	if len(q.Spans) > 0 {
		return q.Spans
	}
	return [][2]int{{q.Start, q.End}}
}

// Root finds the labelled data from a directory inside the repository, "" when it is absent.
func Root(dir string) string {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			root := filepath.Join(filepath.Dir(dir), "shared", "data")
			if _, err := os.Stat(root); err != nil {
				return ""
			}
			return root
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// maxLine bounds one article of a corpus, in bytes.
const maxLine = 64 << 20

// Read reads a corpus file. Second annotations of an article are left out. A missing file gives fs.ErrNotExist.
func Read(path string) ([]Document, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("corpus %s: %w", path, err)
	}
	defer f.Close()
	var docs []Document
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 1<<20), maxLine)
	n := 1
	for ; sc.Scan(); n++ {
		var d Document
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("corpus %s: line %d: %w", path, n, err)
		}
		if d.Primary == nil || *d.Primary {
			docs = append(docs, d)
		}
	}
	if errors.Is(sc.Err(), bufio.ErrTooLong) {
		return nil, fmt.Errorf("corpus %s: line %d: longer than %d MB: shorten it or leave it out", path, n, maxLine>>20)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("corpus %s: %w", path, err)
	}
	return docs, nil
}

// prediction is one article in the shape of `quotidian extract`, as far as scorers read it.
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
	Relay      [][2]int `json:"relay,omitempty"`
	Reason     string   `json:"reason"`
	Confidence float64  `json:"confidence"`
}

// Write prints the quotes found in the text of one article as one line. Offsets are in code points.
func Write(w io.Writer, id, text string, found []quotes.Quote) error {
	runes := articles.NewRunes(text)
	optional := func(s articles.Span) *[2]int {
		if s.Empty() {
			return nil
		}
		p := runes.Span(s)
		return &p
	}
	p := prediction{ID: id, Quotes: []predictedQuote{}}
	for _, q := range found {
		pq := predictedQuote{
			Kind: q.Kind.String(), Medium: q.Medium.String(), Cue: optional(q.Cue),
			Source: optional(q.Source), Reason: q.Reason, Confidence: q.Confidence,
		}
		for _, s := range q.Content {
			pq.Content = append(pq.Content, runes.Span(s))
		}
		for _, s := range q.Relay {
			pq.Relay = append(pq.Relay, runes.Span(s))
		}
		p.Quotes = append(p.Quotes, pq)
	}
	return json.NewEncoder(w).Encode(p)
}
