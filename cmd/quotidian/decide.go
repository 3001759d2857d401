package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quotidian/dossier"
	"quotidian/dossier/decision"
)

// verb is one kind of decision as the command line offers it.
type verb struct {
	kind decision.Kind
	use  string
	help string
	// value is true when the last argument is text, not an id.
	value bool
	// min is the number of arguments after the dossier, at least.
	min int
}

var verbs = []verb{
	{decision.Same, "same DOSSIER ID ID...", "these are one statement, or one speaker", false, 2},
	{decision.Never, "never DOSSIER ID ID", "these two are never the same, whatever comes", false, 2},
	{decision.Unsure, "unsure DOSSIER ID ID", "whether these two are the same cannot be told yet: asked last from now on", false, 2},
	{decision.Split, "split DOSSIER ID...", "these leave the statement or speaker that holds them with others", false, 1},
	{decision.Rename, "rename DOSSIER SPEAKER NAME", "show this speaker under another name", true, 2},
	{decision.Reattribute, "reattribute DOSSIER ID... NAME", "these quotes were said by NAME (\"\" for nobody known)", true, 2},
	{decision.NotAQuote, "not-a-quote DOSSIER ID...", "these are no statements at all", false, 1},
	{decision.MissedQuote, "missed-quote DOSSIER ARTICLE PLACE NAME", "the words at PLACE (as printed, or START-END in code points) are a quote of NAME", true, 3},
	{decision.Confirm, "confirm DOSSIER ID...", "these are right, and stay together", false, 1},
	{decision.Reject, "reject DOSSIER ID...", "these are not to be relied on; they stay in sight", false, 1},
	{decision.Note, "note DOSSIER ID... TEXT", "leave a remark", true, 2},
	{decision.Outlet, "outlet DOSSIER ARTICLE... NAME", "these articles were published by NAME", true, 2},
	{decision.Origin, "origin DOSSIER ARTICLE... AGENCY", "these articles are copy of AGENCY", true, 2},
	{decision.Date, "date DOSSIER ARTICLE... DATE", "these articles were published on DATE (\"\" for undated)", true, 2},
}

func newDecide() *cobra.Command {
	var from, who string
	var dry bool
	cmd := &cobra.Command{
		Use:     "decide",
		Short:   "Settle what the machine got wrong, or right: same, never, split, rename, reattribute, …",
		GroupID: "decide",
		Args:    args(cobra.MaximumNArgs(1)),
		Long: `A decision is written to the dossier's log with who, when and why, holds for the articles of tomorrow too, and
can be undone. Ids are those that 'statements', 'names', 'show' and 'articles' print, as short as they stay unique;
a speaker can also be given by any spelling of the name.

decide --from WORKBOOK.xlsx DOSSIER takes over what somebody edited in a workbook that 'export' wrote: the columns
with a blue heading, that is Status (confirmed, rejected, not a quote), Speaker and Note on the sheets Statements and
Appearances. Rows and columns may have been moved, sorted or left out. The decisions are signed with --who, or with
the name that the editor put into the column Decided by, or with the name of who saved the workbook. An edit that
contradicts another one or what was decided since is listed and not taken over; the exit status is 3 then. A
workbook that is damaged or of another dossier is refused and nothing changes.`,
		Example: "  quotidian decide same case.dossier s-153ace4a s-bed60d2d --why 'same briefing'\n  quotidian decide --from case.xlsx case.dossier --dry-run",
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case from == "" && len(args) == 0:
				return cmd.Help()
			case from == "" || len(args) == 0:
				return errNoWorkbook
			}
			return takeOver(cmd, from, args[0], who, dry)
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "take over the edits of this workbook")
	cmd.Flags().StringVar(&who, "who", "", "who decides (else the name in the workbook, else $"+whoVariable+", else the user's name)")
	cmd.Flags().BoolVar(&dry, "dry-run", false, "only tell what --from would decide")
	for _, v := range verbs {
		cmd.AddCommand(newVerb(v))
	}
	return cmd
}

func newVerb(v verb) *cobra.Command {
	var who, why string
	cmd := &cobra.Command{
		Use:   v.use,
		Short: v.help,
		Args:  args(cobra.MinimumNArgs(1 + v.min)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withDossier(args[0], dossier.Options{Who: who}, func(d *dossier.Dossier) error {
				dec, err := decisionOf(d, v, args[1:])
				if err != nil {
					return err
				}
				dec.Why = why
				made, err := d.Decide(dec)
				if err != nil {
					return err
				}
				_, err = fmt.Fprintln(cmd.OutOrStdout(), oneLine(entryLine(made)))
				return err
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason, kept in the log")
	cmd.Flags().StringVar(&who, "who", "", "who decides (else $"+whoVariable+", else the user's name)")
	return cmd
}

func decisionOf(d *dossier.Dossier, v verb, args []string) (decision.Decision, error) {
	dec := decision.Decision{Kind: v.kind}
	if v.kind == decision.MissedQuote {
		return missedQuote(d, args)
	}
	if v.value {
		dec.Value, args = args[len(args)-1], args[:len(args)-1]
	}
	known, err := idsOf(d)
	if err != nil {
		return dec, err
	}
	for _, a := range args {
		id, err := known.find(a)
		if err != nil {
			return dec, err
		}
		dec.Targets = append(dec.Targets, id)
	}
	if v.kind == decision.Never {
		dec.Targets, dec.Against = dec.Targets[:1], dec.Targets[1:]
	}
	return dec, nil
}

// ids is everything a person can point at.
type ids struct {
	all   []string
	names map[string][]string // spelling in lower case to speaker ids
}

func idsOf(d *dossier.Dossier) (ids, error) {
	known := ids{names: map[string][]string{}}
	rows, err := d.Statements(dossier.Filter{Thought: true})
	if err != nil {
		return known, err
	}
	for _, r := range rows {
		known.all = append(known.all, string(r.ID))
	}
	speakers, err := d.Speakers()
	if err != nil {
		return known, err
	}
	for _, s := range speakers {
		known.all = append(known.all, string(s.ID))
		for _, sp := range s.Spellings {
			key := strings.ToLower(sp.Text)
			if !slices.Contains(known.names[key], string(s.ID)) {
				known.names[key] = append(known.names[key], string(s.ID))
			}
		}
	}
	infos, err := d.Articles()
	if err != nil {
		return known, err
	}
	for _, a := range infos {
		known.all = append(known.all, string(a.ID))
	}
	return known, nil
}

// find takes an id's beginning, a speaker's spelling, or the full id of a quote, which the dossier checks.
func (k ids) find(text string) (string, error) {
	if found := k.names[strings.ToLower(text)]; len(found) == 1 {
		return found[0], nil
	} else if len(found) > 1 {
		return "", fmt.Errorf("%d speakers are spelled %q; give the id of one: %s", len(found), text, strings.Join(found, ", "))
	}
	id, err := pick("statement, speaker or article", text, k.all)
	if err != nil && isQuoteID(text) {
		return text, nil
	}
	return id, err
}

// isQuoteID reports whether text looks like the id of a quote: twelve hex digits.
func isQuoteID(text string) bool {
	return len(text) == 12 && strings.Trim(text, "0123456789abcdef") == ""
}

// entryLine is a log entry in one line.
func entryLine(d decision.Decision) string {
	s := fmt.Sprintf("%d  %s  %s  %s", d.Seq, d.When.Local().Format("2006-01-02 15:04"), d.Who, d.Kind)
	if d.Of > 0 {
		s += fmt.Sprintf(" of %d", d.Of)
	}
	if d.Before != d.After && d.After != "" {
		s += ": " + d.Before + " -> " + d.After
	} else if d.Value != "" {
		s += ": " + d.Value
	}
	if d.Why != "" {
		s += "  (" + d.Why + ")"
	}
	return s
}

func newLog() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "log DOSSIER",
		Short: "List every decision: who, when, what, why, before and after",
		RunE: func(cmd *cobra.Command, args []string) error {
			return reading(args[0], func(d *dossier.Dossier) error {
				log, err := d.Log()
				if err != nil {
					return err
				}
				return list(cmd, log, func(e decision.Decision) any { return e }, []string{"NO", "WHEN", "WHO", "WHAT", "BEFORE AND AFTER"}, logCells)
			})
		},
	}
	return withJSON(dossierCommand(cmd, "decide", 1, 1))
}

func logCells(e decision.Decision) []string {
	what := string(e.Kind)
	if e.Of > 0 {
		what += fmt.Sprintf(" of %d", e.Of)
	}
	change := e.Before + " -> " + e.After
	if e.Why != "" {
		change += "  (" + e.Why + ")"
	}
	return []string{fmt.Sprint(e.Seq), e.When.Local().Format(time.DateTime), e.Who, what, change}
}

func newUndo() *cobra.Command {
	return stepCommand("undo DOSSIER", "Take the newest decision back", (*dossier.Dossier).Undo)
}

func newRedo() *cobra.Command {
	return stepCommand("redo DOSSIER", "Bring back what undo took last", (*dossier.Dossier).Redo)
}

func stepCommand(use, short string, step func(*dossier.Dossier) (decision.Decision, error)) *cobra.Command {
	cmd := &cobra.Command{
		Use:   use,
		Short: short,
		RunE: func(cmd *cobra.Command, args []string) error {
			return withDossier(args[0], dossier.Options{}, func(d *dossier.Dossier) error {
				e, err := step(d)
				if err != nil {
					return err
				}
				_, err = fmt.Fprintln(cmd.OutOrStdout(), oneLine(entryLine(e)))
				return err
			})
		},
	}
	return dossierCommand(cmd, "decide", 1, 1)
}
