package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quotidian/attribution/name"
	"quotidian/dossier"
	"quotidian/matching/wording"
)

func newNames() *cobra.Command {
	var only string
	var disagree bool
	cmd := &cobra.Command{
		Use:   "names DOSSIER",
		Short: "List speakers with their spellings, why they were joined, and what waits for a decision",
		Long: `Prints each speaker with every spelling of the name and how many articles print it, the evidence for joining them,
and then the pairs that wait for a decision. Of two statements that are perhaps one and contradict each other (another
number, another doer, a "not" in one alone) the contradiction is named; --disagree lists these pairs alone. Settle
one with 'quotidian decide same DOSSIER A B', or 'never' in place of 'same'. --speaker lists one speaker with the pairs that touch
him. Quotes are counted with attitudes ("wants", "praised"); statements are those that 'statements' lists under the
speaker, not those that most outlets give to somebody else.`,
		Example: "  quotidian names case.dossier --speaker hadjibekov\n  quotidian names case.dossier --disagree",
		RunE: func(cmd *cobra.Command, args []string) error {
			return reading(args[0], func(d *dossier.Dossier) error { return listNames(cmd, d, only, disagree) })
		},
	}
	cmd.Flags().StringVar(&only, "speaker", "", "part of any spelling of the speaker's name")
	cmd.Flags().BoolVar(&disagree, "disagree", false, "only the statements that contradict each other")
	return withJSON(dossierCommand(cmd, "decide", 1, 1))
}

func listNames(cmd *cobra.Command, d *dossier.Dossier, only string, disagree bool) error {
	speakers, err := d.Speakers()
	if err != nil {
		return err
	}
	proposals, err := d.Proposals()
	if err != nil {
		return err
	}
	if disagree {
		speakers = nil
		proposals = slices.DeleteFunc(proposals, func(p dossier.Proposal) bool { return !p.Disagrees() })
	}
	if only != "" {
		proposals = slices.DeleteFunc(proposals, func(p dossier.Proposal) bool { return !speaksOf(&p, only) })
	}
	if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
		return namesAsJSON(cmd.OutOrStdout(), speakers, proposals, only)
	}
	var b strings.Builder
	shown := 0
	for _, s := range speakers {
		if spelledLike(s, only) {
			showSpeaker(&b, s)
			shown++
		}
	}
	if shown == 0 && !disagree {
		fmt.Fprintf(cmd.ErrOrStderr(), "no speaker is spelled like %q\n", only)
	}
	showProposals(&b, proposals)
	_, err = io.WriteString(cmd.OutOrStdout(), b.String())
	return err
}

// speaksOf reports whether a pair that waits names a speaker with part in the name.
func speaksOf(p *dossier.Proposal, part string) bool {
	text := p.NameA + "\n" + p.NameB
	if p.Kind != "speaker" {
		text = reasonText(p.Reasons)
	}
	return strings.Contains(name.Fold(text), name.Fold(part))
}

// spelledLike reports whether the name shown or any spelling holds part, whatever the capitals and accents.
func spelledLike(s dossier.SpeakerInfo, part string) bool {
	folded := name.Fold(part)
	holds := func(spelling string) bool { return strings.Contains(name.Fold(spelling), folded) }
	return holds(s.Name) || slices.ContainsFunc(s.Spellings, func(sp dossier.Spelling) bool { return holds(sp.Text) })
}

func showSpeaker(b *strings.Builder, s dossier.SpeakerInfo) {
	fmt.Fprintf(b, "%s  %s  (%s, %s, %s)\n", shortID(s.ID), oneLine(s.Name), s.Kind, plural(s.Quotes, "quote"), plural(s.Statements, "statement"))
	if len(s.Spellings) > 1 {
		var spellings []string
		for _, sp := range s.Spellings {
			spellings = append(spellings, fmt.Sprintf("%s (%s)", oneLine(sp.Text), plural(sp.Count, "article")))
		}
		fmt.Fprintf(b, "          spelled %s\n", strings.Join(spellings, ", "))
	}
	if len(s.Roles) > 0 {
		fmt.Fprintf(b, "          as %s\n", oneLine(strings.Join(s.Roles, "; ")))
	}
	for _, j := range s.Joins {
		fmt.Fprintf(b, "          %s = %s  %.2f by %s: %s\n", oneLine(j.A), oneLine(j.B), j.Score, j.By, oneLine(reasonText(j.Reasons)))
	}
}

func showProposals(b *strings.Builder, proposals []dossier.Proposal) {
	if len(proposals) == 0 {
		b.WriteString("\nNothing waits for a decision.\n")
		return
	}
	fmt.Fprintf(b, "\n%s for a decision:\n", waiting(len(proposals)))
	for _, p := range proposals {
		fmt.Fprintf(b, "%s %s  %s: %s = %s ?  %.2f, touches %s\n", shortID(p.A), shortID(p.B), p.Kind, oneLine(p.NameA), oneLine(p.NameB), p.Score, plural(p.Touches, "quote"))
		if p.PrintedA.Outlet != "" {
			fmt.Fprintf(b, "          printed by %s and by %s\n", printedBy(p.PrintedA), printedBy(p.PrintedB))
		}
		fmt.Fprintf(b, "          %s\n", oneLine(reasonText(p.Reasons)))
	}
}

// printedBy names an outlet, and the day where that is known.
func printedBy(p dossier.Printed) string {
	if p.Day.IsZero() {
		return oneLine(p.Outlet)
	}
	return oneLine(p.Outlet) + " on " + p.Day.Format(time.DateOnly)
}

func waiting(n int) string {
	if n == 1 {
		return "1 pair waits"
	}
	return fmt.Sprintf("%d pairs wait", n)
}

func reasonText(reasons []dossier.Reason) string {
	var parts []string
	for _, r := range reasons {
		if r.For {
			parts = append(parts, r.Text)
		} else {
			parts = append(parts, "against: "+r.Text)
		}
	}
	return strings.Join(parts, "; ")
}

type speakerInfoJSON struct {
	ID         string         `json:"id"`
	Name       string         `json:"name"`
	Kind       string         `json:"kind"`
	Spellings  []spellingJSON `json:"spellings"`
	Roles      []string       `json:"roles"`
	Quotes     int            `json:"quotes"`
	Statements int            `json:"statements"`
	Outlets    []string       `json:"outlets"`
	Joins      []joinJSON     `json:"joins"`
}

type spellingJSON struct {
	Text    string   `json:"text"`
	Count   int      `json:"count"`
	Outlets []string `json:"outlets"`
}

type joinJSON struct {
	A       string   `json:"a"`
	B       string   `json:"b"`
	Score   float64  `json:"score"`
	Reasons []string `json:"reasons"`
	By      string   `json:"by"`
}

type proposalJSON struct {
	Proposal string               `json:"proposal"`
	A        string               `json:"a"`
	B        string               `json:"b"`
	NameA    string               `json:"name_a"`
	NameB    string               `json:"name_b"`
	Score    float64              `json:"score"`
	Reasons  []string             `json:"reasons"`
	Touches  int                  `json:"touches"`
	Disagree []wording.ChangeKind `json:"disagree"`
	OutletA  string               `json:"outlet_a"`
	OutletB  string               `json:"outlet_b"`
}

// namesAsJSON prints the speakers, then the proposals; a line with "proposal" is one of the latter.
func namesAsJSON(out io.Writer, speakers []dossier.SpeakerInfo, proposals []dossier.Proposal, only string) error {
	w := newLines(out)
	for _, s := range speakers {
		if !spelledLike(s, only) {
			continue
		}
		if err := w.add(speakerInfoToJSON(s)); err != nil {
			return err
		}
	}
	for _, p := range proposals {
		line := proposalJSON{p.Kind, p.A, p.B, p.NameA, p.NameB, rounded(p.Score), reasonList(p.Reasons), p.Touches, filled(wording.KindsOf(p.Changes)), p.PrintedA.Outlet, p.PrintedB.Outlet}
		if err := w.add(line); err != nil {
			return err
		}
	}
	return w.flush()
}

func speakerInfoToJSON(s dossier.SpeakerInfo) speakerInfoJSON {
	out := speakerInfoJSON{
		ID: string(s.ID), Name: s.Name, Kind: s.Kind.String(), Spellings: []spellingJSON{}, Roles: filled(s.Roles),
		Quotes: s.Quotes, Statements: s.Statements, Outlets: filled(s.Outlets), Joins: []joinJSON{},
	}
	for _, sp := range s.Spellings {
		out.Spellings = append(out.Spellings, spellingJSON{sp.Text, sp.Count, filled(sp.Outlets)})
	}
	for _, j := range s.Joins {
		out.Joins = append(out.Joins, joinJSON{j.A, j.B, rounded(j.Score), reasonList(j.Reasons), j.By})
	}
	return out
}

func reasonList(reasons []dossier.Reason) []string {
	out := []string{}
	for _, r := range reasons {
		out = append(out, reasonText([]dossier.Reason{r}))
	}
	return out
}
