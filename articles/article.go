package articles

import (
	"fmt"
	"time"
)

// Article is one news article as it was read. It is immutable after a decoder has returned it: later rooms
// read it and keep spans into Text.
type Article struct {
	// ID is stable for the same content: the first 16 hex digits of the SHA-256 of title and text, or the id
	// that a JSON Lines input gave.
	ID string
	// Path is the input's name as the person gave it, with "#n" appended when one file holds several articles.
	Path string
	// Hash is the SHA-256 of the file's bytes, in hex: the way back to the very file that was read.
	Hash string
	// Format is the decoder that read it: "text", "html", "jsonl", …
	Format string
	// Encoding is the character encoding the bytes were read as, such as "utf-8"; Repaired counts the places
	// that could not be read and stand in Text as U+FFFD.
	Encoding string
	Repaired int

	Title    string
	Byline   string
	Dateline string
	URL      string
	// Language is a BCP 47 tag such as "en"; empty when unknown.
	Language  string
	Outlet    Outlet
	Published Date
	// Misdated is what the input gives as the day of publication where that is none, such as "2017-13-45". It is told and
	// not kept.
	Misdated string
	// Text is what was read, headline included where the input has it in its text. Valid UTF-8.
	Text string
}

// Outlet says who carried an article and whose copy it is.
type Outlet struct {
	// Name is the carrier: who published it.
	Name string
	// Origin is the agency the article credits as a whole ("AFP"), empty when it credits none.
	Origin string
	// From says how Name was found: [FromPerson], [FromMetadata], [FromExport], "address" (the bare domain of its
	// URL), "footer", "nameplate" or "file name".
	From string
}

// Guessed reports whether the name rests on nothing better than a file name, so that screens can mark it.
func (o Outlet) Guessed() bool { return o.From == "file name" || o.From == "" }

// Date is a moment of publication with what is known of it.
type Date struct {
	// Time is zero when the article is undated.
	Time time.Time
	// Clock is true when the hour is known, not only the day.
	Clock bool
	// From says where it was read: one of the From constants.
	From string
}

// Where a date or an outlet was read, the most reliable first. The words are shown to people.
const (
	FromPerson   = "given"        // by the person who imports
	FromLinked   = "json-ld"      // the page's data for machines
	FromMetadata = "metadata"     // a page's meta elements, a feed, a field of JSON
	FromExport   = "export field" // a press database's field
	FromLetter   = "letter head"  // when an e-mail was sent
	FromDateline = "dateline"     // a line of the text
	FromAddress  = "address"      // the URL names the day
	FromFetch    = "page header"  // what a server says of a page
	FromFile     = "file"         // when a document was begun
)

// Sure says how often a date read there is the day of publication, between 0 and 1: measured on pages judged by hand
// (docs/intake.md) for what pages say, and our estimate for the rest.
func (d Date) Sure() float64 {
	switch d.From {
	case FromPerson:
		return 1
	case FromLinked, FromExport:
		return 0.99
	case FromMetadata, FromLetter:
		return 0.97
	case FromDateline:
		return 0.95
	case FromAddress:
		return 0.9
	}
	return 0.5
}

// Guessed reports whether a date rests on nothing that states the publication, so that screens can mark it.
func (d Date) Guessed() bool { return d.Known() && d.Sure() < 0.8 }

// Known reports whether there is a date at all.
func (d Date) Known() bool { return !d.Time.IsZero() }

// String is the ISO 8601 form at the precision that is known, and "" when undated.
func (d Date) String() string {
	switch {
	case !d.Known():
		return ""
	case d.Clock:
		return d.Time.Format(time.RFC3339)
	default:
		return d.Time.Format(time.DateOnly)
	}
}

// Fault is an input that could not be read. An import always balances: found = added + already there + faults.
type Fault struct {
	Path   string
	Reason string // one lower-case clause that names the thing
}

// Error makes a Fault usable as an error.
func (f Fault) Error() string { return f.Path + ": " + f.Reason }

// Broken is the fault of an article at which the search for quotes panicked: a mistake of this program that the article brought to
// light, and that must cost no other.
func Broken(path string, panicked any) Fault {
	return Fault{Path: path, Reason: fmt.Sprintf("internal error while looking for quotes: %v", panicked)}
}

// Item is one input found: an Article or a Fault, never both and never neither.
type Item struct {
	Article *Article
	Fault   *Fault
	// Done is the share of all that was asked for that is read with this item, from 0 to 1; 0 where it is not known.
	Done float64
}
