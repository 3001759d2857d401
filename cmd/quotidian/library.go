package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"quotidian/articles"
	"quotidian/dossier"
)

func newArticles() *cobra.Command {
	var same bool
	cmd := &cobra.Command{
		Use:   "articles DOSSIER",
		Short: "List the articles with outlet, origin, date and counts, and what could not be read",
		Long: `Lists the articles. An outlet or a date that nothing states is a guess and marked with where it was read.
Quotes are counted with attitudes ("wants", "praised"), which 'statements' leaves out unless asked, and without those
that were struck out as not a quote. 'decide dismiss' takes an input that is gone off the list of those not read.

--copies lists instead the articles that print the same text, in groups: one story under several headlines, an agency's
copy that outlets trimmed or edited lightly. A group counts as one independent report.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return reading(args[0], func(d *dossier.Dossier) error {
				if same {
					return listCopies(cmd, d)
				}
				return listArticles(cmd, d)
			})
		},
	}
	cmd.Flags().BoolVar(&same, "copies", false, "list groups of articles that print the same text")
	return withJSON(dossierCommand(cmd, "dossier", 1, 1))
}

func listArticles(cmd *cobra.Command, d *dossier.Dossier) error {
	infos, err := d.Articles()
	if err != nil {
		return err
	}
	faults, err := d.Faults()
	if err != nil {
		return err
	}
	err = list(cmd, infos, func(a dossier.ArticleInfo) any { return infoToJSON(a) },
		[]string{"ID", "OUTLET", "ORIGIN", "PUBLISHED", "QUOTES", "TITLE"}, articleCells)
	if err != nil {
		return err
	}
	return listFaults(cmd, faults)
}

func articleCells(a dossier.ArticleInfo) []string {
	return []string{shortID(a.ID), outletName(a.Outlet), orDash(a.Outlet.Origin), dayOf(a.Published), fmt.Sprint(a.Quotes), a.Title}
}

// dayOf shows a date that rests on nothing better than a file or a server with where it was read.
func dayOf(d articles.Date) string {
	if d.Guessed() {
		return d.String() + " (" + d.From + ")"
	}
	return orUndated(d)
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func listFaults(cmd *cobra.Command, faults []dossier.FaultRow) error {
	if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
		w := newLines(cmd.OutOrStdout())
		for _, f := range faults {
			if err := w.add(faultJSON{f.Path, f.Reason}); err != nil {
				return err
			}
		}
		return w.flush()
	}
	if len(faults) == 0 {
		return nil
	}
	var t table
	for _, f := range faults {
		t.add(f.Path, f.Reason)
	}
	if _, err := fmt.Fprintf(cmd.OutOrStdout(), "\n%s could not be read:\n", plural(len(faults), "input")); err != nil {
		return err
	}
	return t.print(cmd.OutOrStdout())
}

// sure is how often a date read there is right, 0 for none.
func sure(d articles.Date) float64 {
	if !d.Known() {
		return 0
	}
	return d.Sure()
}

type infoJSON struct {
	ID        string     `json:"id"`
	Path      string     `json:"path"`
	Hash      string     `json:"hash"`
	Outlet    outletJSON `json:"outlet"`
	Guessed   bool       `json:"outlet_guessed"`
	Title     string     `json:"title"`
	Byline    string     `json:"byline"`
	URL       string     `json:"url"`
	Published string     `json:"published"`
	DateFrom  string     `json:"published_from"`
	DateSure  float64    `json:"published_sure"`
	Language  string     `json:"language"`
	Quotes    int        `json:"quotes"`
	Words     int        `json:"words"`
	Note      string     `json:"note,omitempty"`
}

func infoToJSON(a dossier.ArticleInfo) infoJSON {
	return infoJSON{
		ID: string(a.ID), Path: a.Path, Hash: a.Hash, Outlet: outletJSON{a.Outlet.Name, a.Outlet.Origin}, Guessed: a.Outlet.Guessed(),
		Title: a.Title, Byline: a.Byline, URL: a.URL, Published: a.Published.String(), DateFrom: a.Published.From, DateSure: sure(a.Published), Language: a.Language,
		Quotes: a.Quotes, Words: a.Words, Note: a.Note,
	}
}
