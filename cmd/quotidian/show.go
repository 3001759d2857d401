package main

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/matching/wording"
)

func newShow() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "show DOSSIER STATEMENT",
		Short: "Show every wording of a statement, what changed, and who carried it when",
		Long: `Prints each wording of a statement with the words that differ from the first one marked: [-left out-] {+put in+},
or struck through and underlined on a terminal. Then the changes by name, the worst first, and the timeline of
appearances with the speaker of each, the chain of relays and the id of the quote, which 'quotidian decide split' takes to part it from the
others. The statement's id may be shortened as far as it stays unique. The id of one of its quotes does as well, as
'quotidian search' prints it, and the id that a statement had before it was joined with another.`,
		Example: "  quotidian show case.dossier s-3f2a91c0",
		RunE: func(cmd *cobra.Command, args []string) error {
			return reading(args[0], func(d *dossier.Dossier) error {
				s, err := findStatement(d, args[1])
				if err != nil {
					return err
				}
				if !strings.HasPrefix(string(s.ID), args[1]) {
					fmt.Fprintf(cmd.ErrOrStderr(), "%s is part of %s\n", oneLine(args[1]), shortID(s.ID))
				}
				if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
					w := newLines(cmd.OutOrStdout())
					if err := w.add(statementToJSON(s)); err != nil {
						return err
					}
					return w.flush()
				}
				return showStatement(cmd.OutOrStdout(), s)
			})
		},
	}
	return withJSON(dossierCommand(cmd, "dossier", 2, 2))
}

func findStatement(d *dossier.Dossier, prefix string) (dossier.Statement, error) {
	rows, err := d.Statements(dossier.Filter{Thought: true})
	if err != nil {
		return dossier.Statement{}, err
	}
	ids := make([]dossier.StatementID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	id, err := pick("statement", prefix, ids)
	if err == nil {
		return d.Statement(id)
	}
	if id, ok := holderOf(d, prefix); ok {
		return d.Statement(id)
	}
	if strings.HasPrefix(prefix, "p-") {
		err = fmt.Errorf("%s is no statement: 'quotidian names DOSSIER --speaker %[1]s' shows a speaker, 'quotidian statements DOSSIER --speaker %[1]s' what was said", oneLine(prefix))
	}
	return dossier.Statement{}, err
}

// holderOf finds the one statement that holds the quote whose id, or whose statement's id of an earlier day, begins with
// prefix. A statement is named after one of its quotes.
func holderOf(d *dossier.Dossier, prefix string) (dossier.StatementID, bool) {
	if !formerID.MatchString(prefix) {
		return "", false
	}
	quote := strings.TrimPrefix(prefix, "s-")
	if s, err := d.Statement(dossier.StatementID("s-" + quote)); err == nil { // a whole id, also one that went
		return s.ID, true
	}
	hits, err := d.Find(dossier.Search{Quotes: true})
	if err != nil {
		return "", false
	}
	var found []dossier.StatementID
	for _, h := range hits {
		if strings.HasPrefix(string(h.Quote), quote) && !slices.Contains(found, h.Statement) {
			found = append(found, h.Statement)
		}
	}
	if len(found) != 1 {
		return "", false
	}
	return found[0], true
}

// formerID is enough of the id of a statement or quote to ask what became of it.
var formerID = regexp.MustCompile(`^(s-)?[0-9a-f]{6,12}$`)

func showStatement(w io.Writer, s dossier.Statement) error {
	st := styleFor(w)
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s  %s, %s\n", st.bold(orUnknown(oneLine(s.SpeakerName))), shortID(s.ID), plural(len(s.Outlets), "outlet"), plural(s.WordingCount, "wording"))
	showSources(&b, &s)
	showSpeakers(&b, &s)
	if why := s.Review(); why != "" {
		fmt.Fprintf(&b, "needs review: %s\n", why)
	}
	b.WriteString("\nWordings\n")
	for i := range s.Wordings {
		showWording(&b, st, i, &s.Wordings[i])
	}
	b.WriteString("\nTimeline\n")
	for i := range s.Appearances {
		showAppearance(&b, &s.Appearances[i])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// showSources says how many of the outlets tell it independently, where several tell it.
func showSources(b *strings.Builder, s *dossier.Statement) {
	switch from := s.Sources(); {
	case len(s.Outlets) < 2:
	case len(from) == 1 && !s.OneSource():
		fmt.Fprintf(b, "%d outlets, not known to be independent: %s\n", len(s.Outlets), oneLine(from[0]))
	case len(from) == 1:
		fmt.Fprintf(b, "%d outlets, one source as far as known: %s\n", len(s.Outlets), oneLine(from[0]))
	default:
		fmt.Fprintf(b, "%d outlets, %d independent sources: %s\n", len(s.Outlets), len(from), oneLine(strings.Join(from, "; ")))
	}
}

// showSpeakers names everybody to whom some article gives the words, where that is not one and the same. Who names nobody
// contradicts nobody.
func showSpeakers(b *strings.Builder, s *dossier.Statement) {
	var order []dossier.SpeakerID
	quotes, names := map[dossier.SpeakerID]int{}, map[dossier.SpeakerID]string{}
	for i := range s.Appearances {
		a := &s.Appearances[i]
		if quotes[a.Speaker]++; quotes[a.Speaker] == 1 && a.Speaker != "" {
			order, names[a.Speaker] = append(order, a.Speaker), oneLine(a.SpeakerAs)
		}
	}
	if len(order) < 2 {
		return
	}
	slices.SortStableFunc(order, func(a, b dossier.SpeakerID) int { return quotes[b] - quotes[a] })
	var parts []string
	for _, id := range order {
		parts = append(parts, fmt.Sprintf("%s %s (%s)", names[id], shortID(id), plural(quotes[id], "quote")))
	}
	fmt.Fprintf(b, "given to different speakers: %s\n", strings.Join(parts, ", "))
}

func showWording(b *strings.Builder, st style, i int, w *dossier.Wording) {
	fmt.Fprintf(b, "%3d  %s (%s)\n", i+1, oneLine(strings.Join(w.Outlets, ", ")), w.Kind)
	fmt.Fprintf(b, "     %s\n", diffText(st, w.Diff, w.Text))
	for _, c := range w.Changes {
		fmt.Fprintf(b, "     %s: %s\n", st.bold(string(c.Kind)), oneLine(c.Note))
	}
}

// diffText is a wording with the words marked in which it differs from the first one.
func diffText(st style, d wording.Diff, text string) string {
	if len(d) == 0 {
		return oneLine(text)
	}
	var parts []string
	for _, r := range d {
		a, c := oneLine(r.A), oneLine(r.B)
		switch r.Op {
		case wording.Same:
			parts = append(parts, c)
		case wording.Deleted:
			parts = append(parts, st.deleted(a))
		case wording.Inserted:
			parts = append(parts, st.inserted(c))
		case wording.Replaced:
			parts = append(parts, st.deleted(a), st.inserted(c))
		}
	}
	return strings.Join(parts, " ")
}

func showAppearance(b *strings.Builder, a *dossier.Appearance) {
	fmt.Fprintf(b, "  %-25s  %s, wording %d, said by %s\n", orUndated(a.Article.Published), outletName(a.Article.Outlet), a.Wording+1, saidBy(a))
	if chain := relayChain(a); chain != "" {
		fmt.Fprintf(b, "  %-25s  %s\n", "", chain)
	}
	switch {
	case a.TextOf != "" && a.TextOf == a.Article.Outlet.Name:
		fmt.Fprintf(b, "  %-25s  another version of the same article\n", "")
	case a.TextOf != "" && a.TextOf == a.RestsOn:
		fmt.Fprintf(b, "  %-25s  prints the text of %s\n", "", oneLine(a.TextOf))
	case a.TextOf != "":
		fmt.Fprintf(b, "  %-25s  prints much of the same text as %s\n", "", oneLine(a.TextOf))
	}
	fmt.Fprintf(b, "  %-25s  %s, quote %s\n", "", oneLine(a.Article.Path), a.Quote)
	if a.DecidedBy != "" {
		fmt.Fprintf(b, "  %-25s  %s\n", "", decidedLine(a))
	}
}

// saidBy names the speaker of one appearance, with the name that its article prints where that is another.
func saidBy(a *dossier.Appearance) string {
	who := orUnknown(oneLine(a.SpeakerAs))
	if a.Printed == "" || a.Printed == a.SpeakerAs {
		return who
	}
	return fmt.Sprintf("%s (named %s)", who, oneLine(a.Printed))
}

// decidedLine says what a person made of the quote, with the remark.
func decidedLine(a *dossier.Appearance) string {
	s := fmt.Sprintf("%s, last decided by %s on %s", a.Status, oneLine(a.DecidedBy), a.DecidedAt.Local().Format(time.DateOnly))
	if a.Note != "" {
		s += ": " + oneLine(a.Note)
	}
	return s
}

// outletName marks a name that is only a guess.
func outletName(o articles.Outlet) string {
	if o.Name == "" {
		return "(unknown)"
	}
	if o.Guessed() {
		return oneLine(o.Name) + " (file name)"
	}
	return oneLine(o.Name)
}

// relayChain reads from the outlet back to the speaker: "Harbour Post < Meridian < Pavel Orsic".
func relayChain(a *dossier.Appearance) string {
	if len(a.Via) == 0 {
		return ""
	}
	chain := append([]string{a.Article.Outlet.Name}, a.Via...)
	return oneLine(strings.Join(append(chain, orUnknown(a.SpeakerAs)), " < "))
}
