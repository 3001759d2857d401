package main

import (
	"fmt"
	"io"
	"strings"

	"quotidian/articles"
	"quotidian/attribution"
)

// explainItem prints one article's quotes for a reader: what was taken, for whose words, and why.
func explainItem(item articles.Item, find finder) extractedLine {
	if item.Fault != nil {
		return extractedLine{[]byte(oneLine(item.Fault.Error()) + "\n"), item.Fault}
	}
	a := item.Article
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s, %s\n\n", oneLine(a.Title), outletName(a.Outlet), orUndated(a.Published))
	found := find(a)
	for i := range found {
		explainQuote(&b, a, i+1, &found[i])
	}
	fmt.Fprintf(&b, "%s.\n\n", plural(len(found), "quote"))
	return extractedLine{json: []byte(b.String())}
}

func explainQuote(w io.Writer, a *articles.Article, n int, q *attribution.Quote) {
	fmt.Fprintf(w, "%3d  %s\n", n, oneLine(q.Text(a.Text)))
	fmt.Fprintf(w, "     %s %s, sure to %.0f %%: %s\n", q.Kind, q.Medium, 100*q.Confidence, oneLine(q.Reason))
	if !q.Cue.Empty() {
		fmt.Fprintf(w, "     cue: %s\n", oneLine(q.Cue.In(a.Text)))
	}
	if !q.Source.Empty() {
		fmt.Fprintf(w, "     source: %s\n", oneLine(q.Source.In(a.Text)))
	}
	fmt.Fprintf(w, "     speaker: %s\n", speakerLine(q))
	if len(q.Via) > 0 {
		fmt.Fprintf(w, "     through: %s\n", oneLine(strings.Join(q.Via, ", then ")))
	}
	fmt.Fprintln(w)
}

func speakerLine(q *attribution.Quote) string {
	if q.Speaker == nil {
		return "left open: " + oneLine(q.Why)
	}
	s := fmt.Sprintf("%s (%s", oneLine(q.Speaker.Name), q.Speaker.Kind)
	if q.Speaker.Role != "" {
		s += ", " + oneLine(q.Speaker.Role)
	}
	s += ")"
	if q.Why != "" {
		s += ": " + oneLine(q.Why)
	}
	return s
}

// orUndated is the date, or that there is none: a date is never made up.
func orUndated(d articles.Date) string {
	if !d.Known() {
		return "undated"
	}
	return d.String()
}
