// Package htmldate takes the place of go-htmldate in the build of go-trafilatura, which imports it and which we
// use for the text of pages only (see go.mod's replace).
//
// The original searches a page for its date with go-dateparser, whose tables of regular expressions are made when
// a program starts: 0.2 to 0.35 s and 78 MB for every command, also those that read no page. Articles/html reads
// dates itself, with hour and time zone, and turns trafilatura's search off (HtmlDateMode: Disabled), so nothing
// is lost. The types are those that trafilatura names.
package htmldate

import (
	"errors"
	"time"
)

// Options are what go-trafilatura sets for a search.
type Options struct {
	UseOriginalDate     bool
	SkipExtensiveSearch bool
	URL                 string
}

// Result is a date that was found.
type Result struct {
	DateTime time.Time
	HasTime  bool
}

// IsZero reports that there is no date.
func (r Result) IsZero() bool { return r.DateTime.IsZero() }

var errLeftOut = errors.New("the search for dates is left out of this build: articles/html reads them")

// FromDocument is called only when the search is not turned off; then it says that it is left out.
func FromDocument(any, Options) (Result, error) { return Result{}, errLeftOut }
