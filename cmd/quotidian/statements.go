package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quotidian/dossier"
	"quotidian/matching/wording"
)

func newStatements() *cobra.Command {
	var f dossier.Filter
	var since, until, changed string
	var limit int
	cmd := &cobra.Command{
		Use:   "statements DOSSIER",
		Short: "List statements with speaker, outlets, first appearance and changes",
		Long: `Lists the statements, the newest first. Days and hours are in UTC, where an article says its hour: an outlet's own
clock would put what was printed later before what was printed first. First seen is the statement in any wording; 'show' tells
which outlet printed which. --alone lists what rests on one outlet, --several what two or more
carried; which of these have it from one source is in the report that 'export' writes, and 'show' names the sources.

A terminal shows the first 100 and cuts long ones; a file or another program gets all, whole.`,
		Example: "  quotidian statements case.dossier --speaker hadjibekov --changed number\n  quotidian statements case.dossier --json | jq .text",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := readTimes(&f, since, until); err != nil {
				return err
			}
			kind, err := changeKind(changed)
			if err != nil {
				return err
			}
			f.Changed = kind
			switch {
			case limit < 0:
				return usageError{errNegative}
			case !cmd.Flags().Changed("limit") && isTerminal(cmd.OutOrStdout()):
				limit = screenful
			}
			return reading(args[0], func(d *dossier.Dossier) error { return listStatements(cmd, d, f, limit) })
		},
	}
	cmd.Flags().StringVar(&f.Speaker, "speaker", "", aSpeaker)
	cmd.Flags().StringVar(&f.Outlet, "outlet", "", "part of an outlet's name")
	cmd.Flags().StringVar(&f.Search, "search", "", "words that must all occur in a wording, the speaker or an outlet")
	cmd.Flags().StringVar(&since, "since", "", "first printed on this day in UTC or later (2024-05-14)")
	cmd.Flags().StringVar(&until, "until", "", "first printed on this day in UTC or earlier")
	cmd.Flags().StringVar(&changed, "changed", "", "only where an outlet changed this: "+changeKinds())
	cmd.Flags().BoolVar(&f.Alone, "alone", false, "only what one outlet alone carried")
	cmd.Flags().BoolVar(&f.Several, "several", false, "only what two outlets or more carried")
	cmd.MarkFlagsMutuallyExclusive("alone", "several")
	cmd.Flags().IntVar(&limit, "limit", 0, "greatest number of statements; 0 for all (else 100 on a terminal)")
	cmd.Flags().BoolVar(&f.Review, "review", false, "only what asks for a look; 'show' says why")
	cmd.Flags().BoolVar(&f.Thought, "thought", false, "also what somebody wants, praises or is expected to do")
	return withJSON(dossierCommand(cmd, "dossier", 1, 1))
}

// aSpeaker is the help of the flags that narrow to a speaker.
const aSpeaker = "the speaker's id, also of an earlier day, words of any spelling of the name, or a part of one where nobody is spelled so"

// screenful is how many statements a terminal shows unless told otherwise.
const screenful = 100

var errNegative = errors.New("--limit counts from 1; 0 is for all")

func readTimes(f *dossier.Filter, since, until string) error {
	for _, t := range []struct {
		text string
		to   *time.Time
	}{{since, &f.Since}, {until, &f.Until}} {
		if t.text == "" {
			continue
		}
		d, err := dossier.ParseDate(t.text)
		if err != nil {
			return usageError{err}
		}
		*t.to = d.Time
	}
	if since != "" && until != "" && f.Until.Before(f.Since) {
		return usageError{fmt.Errorf("--since %s is after --until %s", since, until)}
	}
	return nil
}

func changeKinds() string {
	var names []string
	for _, k := range wording.Kinds() {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}

func changeKind(name string) (wording.ChangeKind, error) {
	if name == "" {
		return "", nil
	}
	for _, k := range wording.Kinds() {
		if string(k) == name {
			return k, nil
		}
	}
	return "", usageError{fmt.Errorf("no kind of change is called %q; they are %s", name, changeKinds())}
}

func listStatements(cmd *cobra.Command, d *dossier.Dossier, f dossier.Filter, limit int) error {
	rows, total, err := d.Page(f, limit)
	if err != nil {
		return err
	}
	if total == 0 {
		fmt.Fprintln(cmd.ErrOrStderr(), "nothing found")
	}
	if len(rows) < total {
		fmt.Fprintf(cmd.ErrOrStderr(), "the first %d of %d statements; --limit 0 lists all\n", len(rows), total)
	}
	return list(cmd, rows, func(r dossier.StatementRow) any { return rowToJSON(r) },
		[]string{"ID", "SPEAKER", "OUTLETS", "FIRST SEEN (UTC)", "CHANGES", "STATEMENT"}, statementCells)
}

func statementCells(r dossier.StatementRow) []string {
	return []string{shortID(r.ID), orUnknown(r.SpeakerName), outletList(&r), firstSeen(r), changeNames(r.Changes), r.Text}
}

func orUnknown(name string) string {
	if name == "" {
		return "(unknown)"
	}
	return name
}

// outletList counts the outlets and names them, in order of publication, but for one that the column of days names anyway.
func outletList(r *dossier.StatementRow) string {
	n := fmt.Sprint(len(r.Outlets))
	if len(r.Outlets) == 0 || len(r.Outlets) == 1 && r.First.Known() {
		return n
	}
	return n + " " + strings.Join(r.Outlets, ", ")
}

// firstSeen is the earliest dated appearance, in UTC as lists are ordered and narrowed, or "undated": a date is never made up.
func firstSeen(r dossier.StatementRow) string {
	if !r.First.Known() {
		return "undated"
	}
	when := r.First.Time.Format(time.DateOnly)
	if r.First.Clock {
		when = r.First.Time.UTC().Format("2006-01-02 15:04")
	}
	return when + " " + r.FirstOutlet
}

func changeNames(kinds []wording.ChangeKind) string {
	if len(kinds) == 0 {
		return "-"
	}
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = string(k)
	}
	return strings.Join(names, ", ")
}

type rowJSON struct {
	ID          string               `json:"id"`
	Text        string               `json:"text"`
	Speaker     string               `json:"speaker"`
	SpeakerID   string               `json:"speaker_id"`
	Outlets     []string             `json:"outlets"`
	Origins     []string             `json:"origins"`
	First       string               `json:"first"`
	FirstOutlet string               `json:"first_outlet"`
	Appearances int                  `json:"appearances"`
	Wordings    int                  `json:"wordings"`
	Changes     []wording.ChangeKind `json:"changes"`
	Confidence  float64              `json:"confidence"`
	Status      string               `json:"status"`
	Review      bool                 `json:"needs_review"`
	ReviewWhy   string               `json:"review,omitempty"`
	Attitude    bool                 `json:"attitude"`
}

func rowToJSON(r dossier.StatementRow) rowJSON {
	return rowJSON{
		ID: string(r.ID), Text: r.Text, Speaker: r.SpeakerName, SpeakerID: string(r.Speaker), Outlets: filled(r.Outlets),
		Origins: filled(r.Origins), First: r.First.String(), FirstOutlet: r.FirstOutlet, Appearances: r.Appearances, Wordings: r.WordingCount,
		Changes: filled(r.Changes), Confidence: rounded(r.Confidence), Status: r.Status, Review: r.NeedsReview, ReviewWhy: r.Review(), Attitude: r.Thought,
	}
}

// filled turns nil into an empty list, so that JSON readers always find an array.
func filled[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
