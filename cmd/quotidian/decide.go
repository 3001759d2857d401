package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quotidian/dossier"
	"quotidian/dossier/decision"
)

func newDecide() *cobra.Command {
	var from, who string
	var dry bool
	cmd := &cobra.Command{
		Use:     "decide",
		Short:   "Settle what the machine got wrong, or right: same, never, split, rename, reattribute, …",
		GroupID: "decide",
		Args:    args(dossierOnly),
		Long: `A decision is written to the dossier's log with who, when and why, holds for the articles of tomorrow too, and
can be undone. Ids are those that 'statements', 'names' and 'articles' print, as short as they stay unique, and those of
single quotes, twelve digits, that 'show' and 'search' print; a speaker can also be given by any spelling of the name.

decide --from WORKBOOK.xlsx DOSSIER takes over what somebody edited in a workbook that 'export' wrote: the columns
with a blue heading, that is Status (confirmed, rejected, not a quote) and Speaker on the sheets Statements and
Appearances, and Note on Appearances. Rows and columns may have been moved, sorted or left out. The decisions are
signed with --who, or with the name that the editor put into the column Decided by, or with the name of who saved the
workbook. An edit that contradicts another one or what was decided since is listed and not taken over; the exit status
is 3 then. A workbook that is damaged or of another dossier is refused and nothing changes.`,
		Example: "  quotidian decide same case.dossier s-153ace4a s-bed60d2d --why 'same briefing'\n" +
			"  quotidian decide split case.dossier 0891ecae3f20\n  quotidian decide --from case.xlsx case.dossier --dry-run",
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
		Use:     v.use,
		Short:   v.help,
		Long:    v.long,
		Example: v.example,
		Args:    args(v.count()),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withDossier(args[0], dossier.Options{Who: who}, func(d *dossier.Dossier) error {
				wipe := startMeter(cmd.ErrOrStderr(), working)
				dec, err := decisionOf(d, v, args[1:])
				made := dec
				if err == nil {
					dec.Why = why
					made, err = d.Decide(dec)
				}
				wipe()
				if against := new(decision.Contradiction); errors.As(err, &against) {
					return fmt.Errorf("%w; %s", err, wayBack(against.Held()))
				}
				if err != nil {
					return err
				}
				if _, err := fmt.Fprintln(cmd.OutOrStdout(), oneLine(entryLine(made))); err != nil || made.Kind != decision.Rename {
					return err
				}
				return tellNamesakes(cmd, d, made.Value)
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason, kept in the log")
	cmd.Flags().StringVar(&who, "who", "", "who decides (else $"+whoVariable+", else the user's name)")
	return cmd
}

// wayBack says how decisions that stand against another are taken back.
func wayBack(by []int64) string {
	if len(by) == 1 {
		return fmt.Sprintf("'quotidian undo DOSSIER %d' takes that decision back", by[0])
	}
	return "'quotidian undo DOSSIER NUMBER' takes a decision back"
}

// working is what a meter shows while a decision is taken.
func working(since time.Duration) string {
	return "working on the decision, " + seconds(since)
}

// tellNamesakes says that a renamed speaker is not joined with another who is shown under that name.
func tellNamesakes(cmd *cobra.Command, d *dossier.Dossier, name string) error {
	known, err := idsOf(d)
	if all := known.names[strings.ToLower(name)]; err == nil && len(all) > 1 {
		fmt.Fprintf(cmd.ErrOrStderr(), "%d speakers are called %q now: %s; 'quotidian decide same' makes them one\n", len(all), oneLine(name), strings.Join(all, ", "))
	}
	return err
}

func (v *verb) count() cobra.PositionalArgs {
	if v.exact {
		return count(1+v.min, 1+v.min)
	}
	return count(1+v.min, -1)
}

func decisionOf(d *dossier.Dossier, v verb, args []string) (decision.Decision, error) {
	dec := decision.Decision{Kind: v.kind}
	switch v.kind {
	case decision.MissedQuote:
		return missedQuote(d, args)
	case decision.Dismiss:
		return dismissal(d, args)
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
			id, err = joinedSince(d, v.kind, a, err)
		}
		if err != nil {
			return dec, err
		}
		dec.Targets = append(dec.Targets, id)
	}
	switch v.kind {
	case decision.Reattribute:
		dec.Value = known.speakerID(d, dec.Value)
	case decision.Split:
		for i, a := range args {
			dec.Targets[i] = known.spelling(a, dec.Targets[i])
		}
	case decision.Never:
		if a, b := dec.Targets[0], dec.Targets[1]; a == b {
			dec.Targets = []string{known.spelling(args[0], a), known.spelling(args[1], b)}
		}
		dec.Targets, dec.Against = dec.Targets[:1], dec.Targets[1:]
	}
	return dec, nil
}

// spelling gives a reference to one spelling of a speaker, where text is one; id otherwise. The speaker's id stands for all
// of them, and what is to be parted must not take the others along.
func (k ids) spelling(text, id string) string {
	if len(k.names[strings.ToLower(text)]) == 0 {
		return id
	}
	return decision.Ref(decision.ToName, decision.Key(text))
}

// dossierOnly takes the dossier of --from. More is a decision that there is not.
func dossierOnly(_ *cobra.Command, args []string) error {
	if len(args) < 2 {
		return nil
	}
	var names []string
	for _, v := range verbs {
		names = append(names, string(v.kind))
	}
	return fmt.Errorf("no decision is called %q; they are %s", args[0], strings.Join(names, ", "))
}

// ids is everything a person can point at.
type ids struct {
	all   []string
	names map[string][]string // name or spelling in lower case to speaker ids
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
		known.call(s.Name, string(s.ID)) // as a person renamed the speaker
		for _, sp := range s.Spellings {
			known.call(sp.Text, string(s.ID))
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

// call notes that a speaker is called so.
func (k ids) call(name, id string) {
	key := strings.ToLower(name)
	if !slices.Contains(k.names[key], id) {
		k.names[key] = append(k.names[key], id)
	}
}

// speakerID completes the id of a speaker where a name is asked for, also one of an earlier day; any other text is the name.
func (k ids) speakerID(d *dossier.Dossier, text string) string {
	if !strings.HasPrefix(text, "p-") {
		return text
	}
	if id, err := pick("speaker", text, k.all); err == nil {
		return id
	}
	if now, ok := heldBy(d, text); ok {
		return now
	}
	return text
}

// find takes an id's beginning, a speaker's name or spelling, or the full id of a quote, which the dossier checks.
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

// joinedSince gives what holds a statement or speaker now that was joined with another, to be joined with more, or the whole id of such
// a speaker, which the dossier finds. Any other decision is refused: it would be about the other's quotes too.
func joinedSince(d *dossier.Dossier, kind decision.Kind, text string, err error) (string, error) {
	if kind == decision.Same && len(text) == len("p-")+12 && strings.HasPrefix(text, "p-") {
		return text, nil
	}
	now, ok := heldBy(d, text)
	switch {
	case !ok:
		return "", err
	case kind == decision.Same:
		return now, nil
	case strings.HasPrefix(text, "p-"):
		return "", fmt.Errorf("%s goes by another id now: give %s, or a spelling of the name", text, shortID(now))
	}
	return "", fmt.Errorf("%s was joined with others: give %s, which holds it, or ids of quotes that 'quotidian show' prints", text, shortID(now))
}

// heldBy gives the statement or speaker of today that an id of an earlier day names.
func heldBy(d *dossier.Dossier, text string) (string, bool) {
	switch {
	case strings.HasPrefix(text, "s-"):
		now, ok := holderOf(d, text)
		return string(now), ok
	case strings.HasPrefix(text, "p-"):
		now, err := d.SpeakersLike(text)
		if err == nil && len(now) == 1 {
			return string(now[0]), true
		}
	}
	return "", false
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
	if change := changeOf(d); change != "" {
		s += ": " + change
	} else if d.Value != "" {
		s += ": " + d.Value
	}
	if d.Why != "" {
		s += "  (" + d.Why + ")"
	}
	return s
}

// changeOf says what a decision changed, or what it is about where it changed nothing in sight. A remark is the change.
func changeOf(d decision.Decision) string {
	if d.Kind == decision.Note {
		return d.Before + " -> " + fmt.Sprintf("%q", d.Value)
	}
	if d.Before == d.After || d.After == "" {
		return d.Before
	}
	return d.Before + " -> " + d.After
}

func newUndo() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "undo DOSSIER [NUMBER]",
		Short: "Take the newest decision back, or an older one by its number",
		Long: `Takes the newest decision in force back, whoever made it; again, the one before. With a number, as 'quotidian log' prints
it, takes that one decision back and leaves those made after it in force. 'quotidian redo' brings back what was taken last.`,
		Example: "  quotidian undo case.dossier\n  quotidian undo case.dossier 12",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				return step(cmd, args[0], (*dossier.Dossier).Undo)
			}
			number, err := strconv.ParseInt(args[1], 10, 64)
			if err != nil {
				return usageError{fmt.Errorf("%q is no number of a decision; 'quotidian log' lists them", args[1])}
			}
			return step(cmd, args[0], func(d *dossier.Dossier) (decision.Decision, error) { return d.Withdraw(number) })
		},
	}
	return dossierCommand(cmd, "decide", 1, 2)
}

func newRedo() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "redo DOSSIER",
		Short: "Bring back what undo took last",
		RunE:  func(cmd *cobra.Command, args []string) error { return step(cmd, args[0], (*dossier.Dossier).Redo) },
	}
	return dossierCommand(cmd, "decide", 1, 1)
}

// step takes a step back or forth in the log and prints the entry that it made.
func step(cmd *cobra.Command, path string, take func(*dossier.Dossier) (decision.Decision, error)) error {
	return withDossier(path, dossier.Options{}, func(d *dossier.Dossier) error {
		wipe := startMeter(cmd.ErrOrStderr(), working)
		e, err := take(d)
		wipe()
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(cmd.OutOrStdout(), oneLine(entryLine(e)))
		return err
	})
}
