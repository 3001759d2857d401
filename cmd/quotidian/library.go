package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"quotidian/articles"
	"quotidian/dossier"
)

// articlesFlags say which articles are listed, and in what way.
type articlesFlags struct {
	outlet, search, since, until string
	undated, same, faults        bool
}

func newArticles() *cobra.Command {
	var f articlesFlags
	cmd := &cobra.Command{
		Use:   "articles DOSSIER",
		Short: "List the articles with outlet, origin, date and counts, and what could not be read",
		Long: `Lists the articles. An outlet or a date that nothing states is a guess and marked with where it was read.
Quotes are counted with attitudes ("wants", "praised"), which 'statements' leaves out unless asked, and without those
that were struck out as not a quote. --faults lists what could not be read alone, and a list that is narrowed leaves it out;
'decide dismiss' takes an input that is gone off it.

--copies lists instead the articles that print the same text, in groups: one story under several headlines, an agency's
copy that outlets trimmed or edited lightly. A group counts as one independent report. Each article stands there with how
much of the shorter text it shares with the one of its group that is most like it.`,
		Example: "  quotidian articles case.dossier --outlet courier --since 2024-05-14\n  quotidian articles case.dossier --search \"ferry strike\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			var span dossier.Filter
			if err := readTimes(&span, f.since, f.until); err != nil {
				return err
			}
			if f.same && f.narrows() {
				return usageError{errors.New("--copies compares all articles: leave out what narrows the list")}
			}
			return reading(args[0], func(d *dossier.Dossier) error {
				switch {
				case f.same:
					return listCopies(cmd, d)
				case f.faults:
					return listFaults(cmd, d)
				}
				return f.list(cmd, d, span)
			})
		},
	}
	fs := cmd.Flags()
	fs.StringVar(&f.outlet, "outlet", "", "part of the outlet's name")
	fs.StringVar(&f.search, "search", "", "words of the headline or text, as 'search' takes them")
	fs.StringVar(&f.since, "since", "", "published on this day or later (2024-05-14)")
	fs.StringVar(&f.until, "until", "", "published on this day or before")
	fs.BoolVar(&f.undated, "undated", false, "only those of which no day is known")
	fs.BoolVar(&f.same, "copies", false, "list groups of articles that print the same text")
	fs.BoolVar(&f.faults, "faults", false, "list what could not be read, and no articles")
	cmd.MarkFlagsMutuallyExclusive("copies", "faults")
	return withJSON(dossierCommand(cmd, "dossier", 1, 1))
}

// narrows reports whether only some articles are meant.
func (f *articlesFlags) narrows() bool {
	return f.outlet != "" || f.search != "" || f.since != "" || f.until != "" || f.undated
}

func (f *articlesFlags) list(cmd *cobra.Command, d *dossier.Dossier, span dossier.Filter) error {
	infos, err := d.Articles()
	if err != nil {
		return err
	}
	if f.narrows() {
		if infos, err = f.meant(d, infos, span); err != nil {
			return err
		}
		if len(infos) == 0 {
			fmt.Fprintln(cmd.ErrOrStderr(), "nothing found")
		}
	}
	err = list(cmd, infos, func(a dossier.ArticleInfo) any { return infoToJSON(a) },
		[]string{"ID", "OUTLET", "ORIGIN", "PUBLISHED", "QUOTES", "TITLE"}, articleCells)
	if err != nil || f.narrows() {
		return err
	}
	if asJSON, _ := cmd.Flags().GetBool("json"); !asJSON {
		return tellFaults(cmd, d)
	}
	return listFaults(cmd, d)
}

// meant keeps the articles that a search finds.
func (f *articlesFlags) meant(d *dossier.Dossier, infos []dossier.ArticleInfo, span dossier.Filter) ([]dossier.ArticleInfo, error) {
	among, err := d.Among(dossier.Search{Words: f.search, Outlet: f.outlet, Since: span.Since, Until: span.Until})
	return slices.DeleteFunc(infos, func(a dossier.ArticleInfo) bool {
		return !among[a.ID] || f.undated && a.Published.Known()
	}), err
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

// tellFaults adds what could not be read to a list of articles.
func tellFaults(cmd *cobra.Command, d *dossier.Dossier) error {
	faults, err := d.Faults()
	if err != nil || len(faults) == 0 {
		return err
	}
	if _, err := fmt.Fprintf(cmd.OutOrStdout(), "\n%s could not be read:\n", plural(len(faults), "input")); err != nil {
		return err
	}
	return faultTable(faults).print(cmd.OutOrStdout())
}

// listFaults prints what could not be read and nothing else.
func listFaults(cmd *cobra.Command, d *dossier.Dossier) error {
	faults, err := d.Faults()
	if err != nil {
		return err
	}
	if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
		w := newLines(cmd.OutOrStdout())
		for _, f := range faults {
			if err := w.add(faultJSON{f.Path, f.Reason}); err != nil {
				return err
			}
		}
		return w.flush()
	}
	return faultTable(faults).print(cmd.OutOrStdout())
}

func faultTable(faults []dossier.FaultRow) *table {
	var t table
	for _, f := range faults {
		t.add(f.Path, f.Reason)
	}
	return &t
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
