// Package decision is what a person settled, and the rules that follow from it.
//
// Decisions form a log that only ever grows. Undo and redo are entries of the log like any other, so the whole
// history can be read, and walked back and forth, by whoever opens the dossier next. [Fold] reads the log and
// gives the decisions that hold now; [Links] turns the ones that join and part things into rules and refuses
// those that contradict each other.
//
// A decision names its targets by content, never by a position or by the name of a cluster: a quote by the hash
// of its article and its place, a speaker by a spelling of the name. So a rule settled today holds for
// tomorrow's articles, and survives any new analysis.
package decision

import (
	"fmt"
	"strings"
	"time"
)

// Kind says what was settled.
type Kind string

// The kinds of decision.
const (
	Same        Kind = "same"         // the targets are one statement, or one speaker
	Never       Kind = "never"        // the targets are never the same as those they are held against
	Split       Kind = "split"        // the targets leave the statement or speaker that holds the rest; a speaker is shown as Value, if given
	Rename      Kind = "rename"       // the speaker is shown under Value
	Role        Kind = "role"         // the speaker is described as Value, whatever articles print; as nothing when it is empty
	Reattribute Kind = "reattribute"  // the quote was said by Value; by nobody known when Value is empty
	NotAQuote   Kind = "not-a-quote"  // the targets are no statements at all
	MissedQuote Kind = "missed-quote" // the passage is a quote, said by Value; by nobody known when Value is empty
	Unsure      Kind = "unsure"       // whether the two targets are the same was looked at and left open
	Confirm     Kind = "confirm"      // the targets are right, and stay together
	Reject      Kind = "reject"       // the targets are wrong or not to be relied on; they stay in sight
	Note        Kind = "note"         // Value is a remark
	Outlet      Kind = "outlet"       // the article was carried by Value
	Origin      Kind = "origin"       // the article credits the agency Value
	Date        Kind = "date"         // the article was published at Value (ISO 8601); undated when empty
	Dismiss     Kind = "dismiss"      // the faults of the targets are listed no more, until the inputs are tried again
	Undo        Kind = "undo"         // entry Of no longer holds
	Redo        Kind = "redo"         // entry Of holds again
)

// Decision is one entry of the log.
type Decision struct {
	// Seq numbers the entries from 1, without gaps, in the order in which they were settled.
	Seq  int64 `json:"seq"`
	Kind Kind  `json:"kind"`
	// Targets and Against are typed references, see [Ref]. Against is the other side of Never and Split.
	Targets []string  `json:"targets,omitempty"`
	Against []string  `json:"against,omitempty"`
	Value   string    `json:"value,omitempty"`
	Who     string    `json:"who"`
	When    time.Time `json:"when"`
	Why     string    `json:"why,omitempty"`
	// Before and After say in words what the decision found and what it made of it.
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
	// Of is the entry that an Undo or a Redo is about.
	Of int64 `json:"of,omitempty"`
}

// Refs gives the references of both sides.
func (d *Decision) Refs() []string {
	return append(append(make([]string, 0, len(d.Targets)+len(d.Against)), d.Targets...), d.Against...)
}

// String is the entry in one line, as messages quote it.
func (d *Decision) String() string {
	s := fmt.Sprintf("decision %d by %s on %s: %s", d.Seq, d.Who, d.When.Format(time.DateOnly), d.Kind)
	if d.Value != "" {
		s += fmt.Sprintf(" %q", d.Value)
	}
	return s
}

// RefKind says what a reference points to.
type RefKind string

// The kinds of reference. ToName is a spelling wherever it occurs, ToMention the same in one article only, for
// speakers whose description is no name ("an official") and for two people of one name. ToPassage is a place in an
// article, see [Passage]; whatever else is decided about a quote that stands there names the quote. ToFault is an input
// that could not be read, see [Fault].
const (
	ToQuote   RefKind = "quote"
	ToName    RefKind = "name"
	ToMention RefKind = "mention"
	ToArticle RefKind = "article"
	ToPassage RefKind = "passage"
	ToFault   RefKind = "fault"
)

// Ref makes a typed reference: "quote:3f2a…", "name:anton zenda", "mention:ARTICLE/an official",
// "passage:ARTICLE/120-180", "fault:TIME/desk/scan.pdf".
func Ref(k RefKind, id string) string { return string(k) + ":" + id }

// ParseRef takes a reference apart; ok is false when it is none.
func ParseRef(ref string) (k RefKind, id string, ok bool) {
	kind, id, found := strings.Cut(ref, ":")
	switch k = RefKind(kind); k {
	case ToQuote, ToName, ToMention, ToArticle, ToPassage, ToFault:
		return k, id, found && id != ""
	}
	return "", "", false
}

// Fault refers to an input that could not be read, by its path and when it was tried last: one that is tried again is another
// matter, whatever the clocks say. Bytes that are no text, as old file names have them, are written as the log keeps them.
func Fault(path string, tried time.Time) string {
	return Ref(ToFault, tried.UTC().Format(time.RFC3339Nano)+"/"+string([]rune(path)))
}

// ParseFault gives the path of what a [ToFault] reference holds.
func ParseFault(id string) (path string) {
	_, path, _ = strings.Cut(id, "/")
	return path
}

// Key folds a spelling to what a [ToName] reference holds: lower case, one blank between words. It is kept
// apart from the folding of the name rooms on purpose: what a person settled must not move when their rules do.
func Key(spelling string) string {
	return strings.Join(strings.Fields(strings.ToLower(spelling)), " ")
}
