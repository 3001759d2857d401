package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quotidian/dossier"
	"quotidian/dossier/decision"
)

func newLog() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "log DOSSIER",
		Short: "List every decision: who, when, about which words, why, before and after",
		RunE: func(cmd *cobra.Command, args []string) error {
			return reading(args[0], func(d *dossier.Dossier) error {
				entries, err := logOf(d)
				if err != nil {
					return err
				}
				return list(cmd, entries, func(e decided) any { return e }, []string{"NO", "WHEN", "WHO", "WHAT", "ABOUT: BEFORE AND AFTER"}, logCells)
			})
		},
	}
	return withJSON(dossierCommand(cmd, "decide", 1, 1))
}

// decided is an entry of the log with what it is about, in words.
type decided struct {
	decision.Decision
	About []aboutJSON `json:"about,omitempty"`
	text  string
}

// aboutJSON is the words of a quote, a name, or the article that a decision is about.
type aboutJSON struct {
	Text      string `json:"text,omitempty"`
	Quote     string `json:"quote,omitempty"`
	Article   string `json:"article,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
}

func logOf(d *dossier.Dossier) ([]decided, error) {
	log, err := d.Log()
	if err != nil {
		return nil, err
	}
	found, err := d.Subjects(log)
	if err != nil {
		return nil, err
	}
	entries := make([]decided, len(log))
	for i := range log {
		entries[i] = decided{Decision: log[i]}
		var texts []string
		for _, s := range dossier.About(&log[i], found) {
			a := aboutJSON{Text: s.Text, Quote: string(s.Quote), Article: string(s.Article.ID), Outlet: s.Article.Outlet.Name, Title: s.Article.Title}
			if s.Article.Published.Known() {
				a.Published = s.Article.Published.String()
			}
			entries[i].About, texts = append(entries[i].About, a), append(texts, shortened(s).String())
		}
		entries[i].text = strings.Join(texts[:min(len(texts), aboutShown)], "; ")
		if more := len(texts) - aboutShown; more > 0 {
			entries[i].text += fmt.Sprintf(" and %d more", more)
		}
	}
	return entries, nil
}

// What a line of the log shows of what a decision is about: so many things, and so many characters of words and headline.
const (
	aboutShown = 3
	aboutText  = 50
)

func shortened(s dossier.Subject) dossier.Subject {
	s.Text, s.Article.Title = shorten(s.Text, aboutText), shorten(s.Article.Title, aboutText)
	return s
}

func logCells(e decided) []string {
	what := string(e.Kind)
	if e.Of > 0 {
		what += fmt.Sprintf(" of %d", e.Of)
	}
	change := changeOf(e.Decision)
	if e.Why != "" {
		change += "  (" + e.Why + ")"
	}
	if e.text != "" && change != "" {
		change = e.text + ": " + change
	}
	return []string{fmt.Sprint(e.Seq), e.When.Local().Format(time.DateTime), e.Who, what, change}
}
