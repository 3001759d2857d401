package quotes

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"quotidian/articles"
)

// Kind says how a statement was printed.
type Kind uint8

// The kinds, in the terms of docs/architecture.md.
const (
	// Direct: the words stand in quotation marks, or are a turn of an interview or transcript, which has none.
	Direct Kind = iota
	// Mixed: a reported clause, part of it in quotation marks; the content is the whole clause.
	Mixed
	// Indirect: a reported clause with no quotation marks.
	Indirect
)

var kindNames = [...]string{"direct", "mixed", "indirect"}

// String is the name used in JSON, screens and sheets.
func (k Kind) String() string { return kindNames[k] }

// Medium is the field's speech, thought and writing representation.
type Medium uint8

// The media. Thought is no statement: an attitude ("wants", "praised the team"), a topic ("talked about the plans") or what nobody is
// named for ("is expected to").
const (
	Speech Medium = iota
	Writing
	Thought
)

var mediumNames = [...]string{"speech", "writing", "thought"}

// String is the name used in JSON, screens and sheets.
func (m Medium) String() string { return mediumNames[m] }

// Quote is one statement as one article printed it, before anyone is named as its speaker.
//
// Invariants: Content is never empty, its spans are in order and do not overlap; every span lies on the edges
// of code points; direct content includes its quotation marks where it has some, indirect content its leading "that".
type Quote struct {
	Kind   Kind
	Medium Medium
	// Content holds the words attributed; more than one span when the cue interrupts them.
	Content []articles.Span
	// Cue holds the words that attribute; empty when nothing does (an orphan quote).
	Cue articles.Span
	// Source holds the words that name who is attributed, as printed next to the cue; empty when the sentence
	// names nobody.
	Source articles.Span
	// Relay holds the words that name through whom it came ("Reuters" in "Reuters cited the minister as saying").
	Relay []articles.Span
	// Reason says in words which rule or feature decided.
	Reason string
	// Confidence is the probability, 0 to 1, that a careful reader would mark this quote.
	Confidence float64
}

// Text gives the content's words, its spans joined by a blank.
func (q *Quote) Text(text string) string {
	if len(q.Content) == 1 {
		return q.Content[0].In(text)
	}
	var b []byte
	for i, s := range q.Content {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, s.In(text)...)
	}
	return string(b)
}

// ID names the quote within everything: the first 12 hex digits of the SHA-256 of the article's id and the
// edges of the content, so that the same article always gives the same ids.
func (q *Quote) ID(article string) string {
	h := sha256.New()
	fmt.Fprint(h, article)
	for _, s := range q.Content {
		fmt.Fprintf(h, " %d-%d", s.Start, s.End)
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}
