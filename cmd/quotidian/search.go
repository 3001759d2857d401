package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quotidian/dossier"
	"quotidian/quotes"
)

// searchFlags are what a search is narrowed by, and what becomes of it.
type searchFlags struct {
	dossier.Search
	since, until, change, save, saved, forget string
	fresh, list                               bool
}

func newSearch() *cobra.Command {
	var f searchFlags
	cmd := &cobra.Command{
		Use:   "search DOSSIER [QUERY...]",
		Short: "Search the texts of quotes and articles; keep searches; see what is new",
		Long: `Finds quotes, and articles whose text matches, the newest import first. Every word must occur, and one of three
letters or more may go on ("harb" finds harbour); a phrase stands in quotation marks; capitals and accents make no difference.
OR in capitals parts what is enough by itself: "ferry strike OR lockout" finds both words, or the third.

A search can be kept in the dossier under a name (--save), run again (--saved) and forgotten (--forget). --new shows
only what was imported since you last asked for that with the same saved search, or with none; it notes that you
looked.`,
		Example: "  quotidian search case.dossier \"mine clearance\" --outlet courier --since 2024-05-14\n" +
			"  quotidian search case.dossier ferry --speaker halmos --save ferries\n  quotidian search case.dossier --saved ferries --new",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.ready(args[1:]); err != nil {
				return err
			}
			if f.writes() {
				return withDossier(args[0], dossier.Options{}, func(d *dossier.Dossier) error { return f.run(cmd, d) })
			}
			return reading(args[0], func(d *dossier.Dossier) error { return f.run(cmd, d) })
		},
	}
	fs := cmd.Flags()
	fs.StringVar(&f.Speaker, "speaker", "", aSpeaker)
	fs.StringVar(&f.Outlet, "outlet", "", "part of the outlet's name")
	fs.StringVar(&f.since, "since", "", "published on this day or later (2024-05-14)")
	fs.StringVar(&f.until, "until", "", "published on this day or before")
	fs.StringVar(&f.Kind, "kind", "", "direct, mixed or indirect quotes only")
	fs.StringVar(&f.change, "change", "", "only quotes of statements that an outlet changed so: "+changeKinds())
	fs.BoolVar(&f.Quotes, "quotes", false, "quotes only, no articles")
	fs.IntVar(&f.Limit, "limit", 100, "greatest number of quotes, and of articles; 0 for all")
	fs.StringVar(&f.save, "save", "", "keep this search under a name")
	fs.StringVar(&f.saved, "saved", "", "run the search of that name")
	fs.StringVar(&f.forget, "forget", "", "forget the search of that name")
	fs.BoolVar(&f.list, "list", false, "list the saved searches")
	fs.BoolVar(&f.fresh, "new", false, "only what was imported since your last look")
	cmd.MarkFlagsMutuallyExclusive("save", "saved", "forget", "list")
	return withJSON(dossierCommand(cmd, "dossier", 1, -1))
}

// ready reads the flags that are no plain text.
func (f *searchFlags) ready(words []string) error {
	f.Words = strings.Join(words, " ")
	if f.Limit < 0 {
		return usageError{errNegative}
	}
	var span dossier.Filter
	if err := readTimes(&span, f.since, f.until); err != nil {
		return err
	}
	f.Since, f.Until = span.Since, span.Until
	if f.saved != "" && (f.Search != dossier.Search{Limit: f.Limit} || f.change != "") {
		return usageError{fmt.Errorf("--saved %s: runs as it was saved; leave out words and filters, or save another search", f.saved)}
	}
	var err error
	if f.Change, err = changeKind(f.change); err != nil {
		return err
	}
	if f.Kind != "" && f.Kind != quotes.Direct.String() && f.Kind != quotes.Mixed.String() && f.Kind != quotes.Indirect.String() {
		return usageError{fmt.Errorf("no kind of quote is called %q; they are direct, mixed and indirect", f.Kind)}
	}
	return nil
}

func (f *searchFlags) writes() bool { return f.fresh || f.save != "" || f.forget != "" }

func (f *searchFlags) run(cmd *cobra.Command, d *dossier.Dossier) error {
	switch {
	case f.list:
		return listSearches(cmd, d)
	case f.forget != "":
		return d.ForgetSearch(f.forget)
	case f.save != "":
		if err := d.SaveSearch(f.save, f.Search); err != nil {
			return err
		}
	}
	s, name := f.Search, f.save
	if f.saved != "" {
		kept, err := savedSearch(d, f.saved)
		if err != nil {
			return err
		}
		kept.Limit = f.Limit
		s, name = kept, f.saved
	}
	if f.fresh {
		at, err := d.LastLook(name)
		if err != nil {
			return err
		}
		s.Added = at
	}
	hits, more, err := found(d, s)
	if err != nil {
		return err
	}
	if more {
		fmt.Fprintf(cmd.ErrOrStderr(), "the first %d quotes and articles; --limit 0 lists all\n", s.Limit)
	}
	err = list(cmd, hits, func(h dossier.Hit) any { return hitToJSON(h) },
		[]string{"ID", "SPEAKER", "OUTLET", "PUBLISHED", "KIND", "TEXT"}, hitCells)
	if err == nil && len(hits) == 0 {
		fmt.Fprintln(cmd.ErrOrStderr(), nothingFound(&s))
	}
	if err != nil || !f.fresh {
		return err
	}
	return d.Look(name)
}

// found looks for one hit of each sort more than asked for, so that it can say whether some are left out.
func found(d *dossier.Dossier, s dossier.Search) (hits []dossier.Hit, more bool, err error) {
	limit := s.Limit
	if limit > 0 {
		s.Limit++
	}
	all, err := d.Find(s)
	if err != nil || limit <= 0 {
		return all, false, err
	}
	quotes, articles := 0, 0
	for _, h := range all {
		n := &quotes
		if h.Quote == "" {
			n = &articles
		}
		if *n++; *n <= limit {
			hits = append(hits, h)
		}
	}
	return hits, len(hits) < len(all), nil
}

func nothingFound(s *dossier.Search) string {
	if s.Wordless() {
		return fmt.Sprintf("nothing found: %q holds no letter or number, and only words are looked for", s.Words)
	}
	return "nothing found"
}

func savedSearch(d *dossier.Dossier, name string) (dossier.Search, error) {
	all, err := d.SavedSearches()
	for _, s := range all {
		if s.Name == name {
			return s.Search, nil
		}
	}
	if err == nil {
		err = fmt.Errorf("no search is saved as %q; see --list", name)
	}
	return dossier.Search{}, err
}

// inArticle is the kind of a hit that is no quote.
const inArticle = "article"

func hitCells(h dossier.Hit) []string {
	id, who, kind := shortID(h.Article.ID), "-", inArticle
	if h.Quote != "" {
		id, who, kind = string(h.Quote), orUnknown(h.SpeakerName), h.Kind.String()
	}
	return []string{id, who, outletName(h.Article.Outlet), orUndated(h.Article.Published), kind, h.Text}
}

type hitJSON struct {
	Kind      string `json:"kind"`
	Quote     string `json:"quote"`
	Statement string `json:"statement"`
	Speaker   string `json:"speaker"`
	Text      string `json:"text"`
	Article   string `json:"article"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
	Title     string `json:"title"`
}

func hitToJSON(h dossier.Hit) hitJSON {
	kind := inArticle
	if h.Quote != "" {
		kind = h.Kind.String()
	}
	return hitJSON{
		Kind: kind, Quote: string(h.Quote), Statement: string(h.Statement), Speaker: h.SpeakerName, Text: h.Text,
		Article: string(h.Article.ID), Outlet: h.Article.Outlet.Name, Published: h.Article.Published.String(), Title: h.Article.Title,
	}
}

func listSearches(cmd *cobra.Command, d *dossier.Dossier) error {
	all, err := d.SavedSearches()
	if err != nil {
		return err
	}
	return list(cmd, all, func(s dossier.SavedSearch) any { return savedJSON{s.Name, s.Who, s.At, s.Search} },
		[]string{"NAME", "WHO", "WHEN", "SEARCH"}, func(s dossier.SavedSearch) []string {
			return []string{s.Name, s.Who, s.At.Local().Format(time.DateOnly), string(marshal(s.Search))}
		})
}

type savedJSON struct {
	Name   string         `json:"name"`
	Who    string         `json:"who"`
	At     time.Time      `json:"at"`
	Search dossier.Search `json:"search"`
}
