package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"quotidian/articles"
	"quotidian/attribution"
)

// The types of this file are the contract of `extract`: names and order of fields are promised in
// docs/architecture.md.

type articleJSON struct {
	ID        string      `json:"id"`
	Path      string      `json:"path"`
	Outlet    outletJSON  `json:"outlet"`
	Title     string      `json:"title"`
	Byline    string      `json:"byline"`
	Published string      `json:"published"`
	Language  string      `json:"language"`
	Text      string      `json:"text"`
	Quotes    []quoteJSON `json:"quotes"`
}

type outletJSON struct {
	Name   string `json:"name"`
	Origin string `json:"origin"`
}

type quoteJSON struct {
	ID         string       `json:"id"`
	Kind       string       `json:"kind"`
	Medium     string       `json:"medium"`
	Content    [][2]int     `json:"content"`
	Cue        *[2]int      `json:"cue"`
	Source     *[2]int      `json:"source"`
	Speaker    *speakerJSON `json:"speaker"`
	Relay      []relayJSON  `json:"relay"`
	Reason     string       `json:"reason"`
	Confidence float64      `json:"confidence"`
}

type speakerJSON struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
	Role string `json:"role"`
}

type relayJSON struct {
	Name string `json:"name"`
}

type faultJSON struct {
	Path  string `json:"path"`
	Fault string `json:"fault"`
}

func articleToJSON(a *articles.Article, quotes []attribution.Quote) articleJSON {
	runes := articles.NewRunes(a.Text)
	out := articleJSON{
		ID: a.ID, Path: a.Path, Outlet: outletJSON{a.Outlet.Name, a.Outlet.Origin}, Title: a.Title, Byline: a.Byline,
		Published: a.Published.String(), Language: a.Language, Text: a.Text, Quotes: []quoteJSON{},
	}
	for i := range quotes {
		out.Quotes = append(out.Quotes, quoteToJSON(a, runes, &quotes[i]))
	}
	return out
}

func quoteToJSON(a *articles.Article, runes *articles.Runes, q *attribution.Quote) quoteJSON {
	out := quoteJSON{
		ID: q.ID(a.ID), Kind: q.Kind.String(), Medium: q.Medium.String(), Cue: optional(runes, q.Cue), Source: optional(runes, q.Source),
		Relay: []relayJSON{}, Reason: reasons(q), Confidence: rounded(q.Confidence),
	}
	for _, s := range q.Content {
		out.Content = append(out.Content, runes.Span(s))
	}
	for _, name := range q.Via {
		out.Relay = append(out.Relay, relayJSON{name})
	}
	if q.Speaker != nil {
		out.Speaker = &speakerJSON{q.Speaker.Name, q.Speaker.Kind.String(), q.Speaker.Role}
	}
	return out
}

// reasons joins why the words were taken for a quote and why they are given to this speaker.
func reasons(q *attribution.Quote) string {
	switch {
	case q.Why == "":
		return q.Reason
	case q.Reason == "":
		return q.Why
	default:
		return q.Reason + "; " + q.Why
	}
}

func optional(runes *articles.Runes, s articles.Span) *[2]int {
	if s.Empty() {
		return nil
	}
	edges := runes.Span(s)
	return &edges
}

// rounded cuts a probability to two decimals: more would claim a precision that was never measured.
func rounded(p float64) float64 { return float64(int(p*100+0.5)) / 100 }

// marshal gives the JSON of a value of our own types, without escaping <, > and &.
func marshal(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic("internal error: " + err.Error())
	}
	return b.Bytes()
}

// lines writes JSON objects, one a line, buffered.
type lines struct{ w *bufio.Writer }

func newLines(w io.Writer) lines { return lines{bufio.NewWriterSize(w, 1<<16)} }

func (l lines) raw(line []byte) error {
	_, err := l.w.Write(line)
	return err
}

func (l lines) add(v any) error { return l.raw(marshal(v)) }

func (l lines) flush() error { return l.w.Flush() }
