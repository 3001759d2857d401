package attribution

import (
	"quotidian/articles"
	"quotidian/quotes"
)

// SpeakerKind says what a speaker is.
type SpeakerKind uint8

// The kinds. Unnamed is a person the article does not name ("an official"); Group several ("residents").
const (
	Person SpeakerKind = iota
	Organisation
	Group
	Unnamed
)

var speakerKindNames = [...]string{"person", "organisation", "group", "unnamed"}

// String is the name used in JSON, screens and sheets.
func (k SpeakerKind) String() string { return speakerKindNames[k] }

// Speaker is whom a source stands for, as far as one article tells.
type Speaker struct {
	// Name is the fullest form the article prints of the name that this source resolves to.
	Name string
	Kind SpeakerKind
	// Role is the description printed with the name, empty when there is none.
	Role string
	// Printed lists the distinct spellings of this speaker in this article, fullest first.
	Printed []string
}

// Quote is a quote with its speaker.
type Quote struct {
	quotes.Quote
	// Speaker is nil when nobody could be made out; the printed Source still stands then.
	Speaker *Speaker
	// Via names the relays in order, nearest to the article first: "Reuters" for "Reuters cited … as saying".
	Via []string
	// Why says in words how Source led to Speaker.
	Why string
}

// Mention is one occurrence of a name or description in the article.
type Mention struct {
	Span articles.Span
	Kind SpeakerKind
}
