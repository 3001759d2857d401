package wording

import (
	"strings"
	"time"

	"quotidian/matching/wording/canon"
	"quotidian/quotes"
)

// Quote is one statement as one article printed it, with what is known of where it stands.
// Only Text is required; what is empty is treated as unknown.
type Quote struct {
	// ID names the quote; quotes that are joined must have different ids.
	ID   string
	Text string
	Kind quotes.Kind
	// Speaker is the id of the resolved speaker, or what [Described] gives; SpeakerName how the article names him.
	Speaker     string
	SpeakerName string
	Outlet      string
	Published   time.Time
	// Article is the id of the article, Position the quote's place in it.
	Article  string
	Position int
	// Parts is the number of stretches that the words were printed in; 0 counts as 1.
	Parts int
	// Names are the names inside Text that were resolved, in order; equal ids count as the same word however
	// they were spelled.
	Names []canon.Name
}

// describedSign is what the Speaker of quotes begins with whose source an article only describes.
const describedSign = "~"

// Described gives the Speaker of a quote whose source the article only describes: "several observers", "4 in 10". Two articles that
// describe theirs alike may mean the same people or others, so their quotes count neither as those of one speaker nor as those
// of two; two that describe theirs otherwise mean two.
func Described(name string) string { return describedSign + strings.ToLower(name) }
