package export

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"quotidian/articles"
	"quotidian/export/edits"
	"quotidian/matching/wording"
)

// column is one column of a table of T: its heading, its width in characters, and what stands in it.
//
// A value is a string, an int, a float64 (a share of 1), an [articles.Date], a [time.Time], a [wording.Diff], a
// list of [wording.ChangeKind], or an [address]. Each format shows them in its way.
type column[T any] struct {
	head  string
	width float64
	value func(T) any
}

// address is a link that may be opened.
type address string

// onPaper is how many of a sheet's columns go to paper: what an editor reads. The others lead back to the sources,
// and would make the print too small to read.
var onPaper = map[string]int{sheetStatements: 10, sheetAppearances: 12, sheetWordings: 9, sheetSpeakers: 9, sheetArticles: 8, sheetLog: 8}

// appearanceColumns are the columns of the sheet that editors paste from, and of the CSV.
var appearanceColumns = []column[entry]{
	{edits.Statement, 15, func(e entry) any { return string(e.Statement) }},
	{"Outlet", 18, func(e entry) any { return e.Article.Outlet.Name }},
	{"Origin", 12, func(e entry) any { return e.Article.Outlet.Origin }},
	{"Published (UTC)", 16, func(e entry) any { return e.Article.Published }},
	{edits.Speaker, 22, func(e entry) any { return e.SpeakerAs }},
	{"Wording as printed", 50, func(e entry) any { return e.Text }},
	{"Kind", 9, func(e entry) any { return e.Kind.String() }},
	{"Speaker as printed", 22, func(e entry) any { return e.SourceText }},
	{"Cue", 10, func(e entry) any { return e.CueText }},
	{"Relay", 16, func(e entry) any { return relayed(e) }},
	{"Changes", 16, func(e entry) any { return wording.KindsOf(e.Changes) }},
	{"Difference from the first wording", 50, func(e entry) any { return e.difference() }},

	{edits.Status, 12, func(e entry) any { return e.Status }},
	{edits.Note, 40, func(e entry) any { return e.Note }},
	{edits.DecidedBy, 16, func(e entry) any { return e.DecidedBy }},
	{"Decided at (UTC)", 17, func(e entry) any { return e.DecidedAt }},
	{"What changed", 50, func(e entry) any { return notes(e.Changes) }},
	{"Sentence before", 40, func(e entry) any { return e.Before }},
	{"Sentence", 60, func(e entry) any { return e.Sentence }},
	{"Sentence after", 40, func(e entry) any { return e.After }},
	{"Headline", 40, func(e entry) any { return e.Article.Title }},
	{"Link", 30, func(e entry) any { return e.Article.URL }},
	{"Published as stated", 24, func(e entry) any { return e.Article.Published.String() }},
	{"Outlet known from", 12, func(e entry) any { return e.Article.Outlet.From }},
	{"Speaker in this article", 24, func(e entry) any { return e.Printed }},
	{"Role", 28, func(e entry) any { return e.Role }},
	{"Medium", 10, func(e entry) any { return e.Medium.String() }},
	{"Confidence", 11, func(e entry) any { return e.Confidence }},
	{"Found by", 40, func(e entry) any { return e.Reason }},
	{"Speaker decided by", 40, func(e entry) any { return e.Why }},
	{"Position", 16, func(e entry) any { return positions(e.Position) }},
	{"File", 30, func(e entry) any { return e.Article.Path }},
	{"File SHA-256", 20, func(e entry) any { return e.Article.Hash }},
	{"Article", 18, func(e entry) any { return string(e.Article.ID) }},
	{edits.SealColumn, 28, func(e entry) any { return edits.Seal(string(e.Quote), e.Status, e.SpeakerAs, e.Note) }},
	{edits.Appearance, 20, func(e entry) any { return string(e.Quote) }},
}

func (e entry) difference() wording.Diff {
	if e.wording == nil || len(e.Changes) == 0 {
		return nil
	}
	return e.wording.Diff
}

// relayed writes the chain from the article to the speaker: "Harbour Post ← Reuters ← Ilka Sorensdotter".
func relayed(e entry) string {
	if len(e.Via) == 0 {
		return ""
	}
	chain := append([]string{e.Article.Outlet.Name}, e.Via...)
	return strings.Join(append(chain, e.SpeakerAs), " ← ")
}

// positions writes spans of code points, end exclusive: "120-164, 180-201".
func positions(spans [][2]int) string {
	var b strings.Builder
	for i, s := range spans {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%d-%d", s[0], s[1])
	}
	return b.String()
}

// plain writes a value as text, for formats that have only that.
func plain(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case address:
		return string(v)
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', 3, 64)
	case articles.Date:
		return utc(v)
	case time.Time:
		if v.IsZero() {
			return ""
		}
		return v.UTC().Format("2006-01-02 15:04")
	case wording.Diff:
		return marked(v)
	case []wording.ChangeKind:
		return joinKinds(v)
	}
	panic(fmt.Sprintf("internal error: export: a column gives a %T", v))
}

// utc writes a date in UTC, so that a column of them sorts by what came first.
func utc(d articles.Date) string {
	switch {
	case !d.Known():
		return ""
	case d.Clock:
		return d.Time.UTC().Format("2006-01-02 15:04")
	}
	return d.Time.Format(time.DateOnly)
}
