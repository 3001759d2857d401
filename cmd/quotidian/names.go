package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quotidian/dossier"
	"quotidian/matching/wording"
)

func newNames() *cobra.Command {
	var o namesOptions
	cmd := &cobra.Command{
		Use:   "names DOSSIER",
		Short: "List speakers with their spellings, why they were joined, and what waits for a decision",
		Long: `Prints each speaker with every spelling of the name and how many articles print it, the evidence for joining them,
and then the pairs that wait for a decision; --waiting lists these alone. Of two speakers who are perhaps one a sentence that
prints each name is shown, because two of one spelling look the same in a list. Of two statements that are perhaps one
and contradict each other (another number, another doer, a "not" in one alone) the contradiction is named; --disagree
lists these pairs alone. Settle one with 'quotidian decide same DOSSIER A B', or 'never' in place of 'same'. --speaker
lists one speaker with the pairs that touch him. Quotes are counted with attitudes ("wants", "praised"); statements are
those that 'statements' lists under the speaker, not those that most outlets give to somebody else.`,
		Example: "  quotidian names case.dossier --speaker hadjibekov\n  quotidian names case.dossier --disagree",
		RunE: func(cmd *cobra.Command, args []string) error {
			return reading(args[0], func(d *dossier.Dossier) error { return listNames(cmd, d, o) })
		},
	}
	cmd.Flags().StringVar(&o.only, "speaker", "", aSpeaker)
	cmd.Flags().BoolVar(&o.waiting, "waiting", false, "only what waits for a decision")
	cmd.Flags().BoolVar(&o.disagree, "disagree", false, "only the statements that contradict each other")
	return withJSON(dossierCommand(cmd, "decide", 1, 1))
}

// namesOptions say which speakers and pairs are listed.
type namesOptions struct {
	only              string // a speaker
	waiting, disagree bool
}

// listed are the speakers and pairs that are to be listed, and a sentence of each speaker of whom a pair is in question.
type listed struct {
	speakers  []dossier.SpeakerInfo
	proposals []dossier.Proposal
	samples   map[dossier.SpeakerID][]dossier.Sample
}

func listNames(cmd *cobra.Command, d *dossier.Dossier, o namesOptions) error {
	l, err := o.list(d)
	if err != nil {
		return err
	}
	if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
		return namesAsJSON(cmd.OutOrStdout(), &l)
	}
	var b strings.Builder
	for _, s := range l.speakers {
		showSpeaker(&b, s)
	}
	if o.only != "" && len(l.speakers) == 0 && !o.waiting && !o.disagree {
		fmt.Fprintf(cmd.ErrOrStderr(), "no speaker is spelled like %q\n", o.only)
	}
	showProposals(&b, &l)
	_, err = io.WriteString(cmd.OutOrStdout(), b.String())
	return err
}

func (o namesOptions) list(d *dossier.Dossier) (l listed, err error) {
	if l.speakers, err = d.Speakers(); err != nil {
		return l, err
	}
	if l.proposals, err = d.Proposals(); err != nil {
		return l, err
	}
	if o.only != "" {
		meant, err := d.SpeakersLike(o.only)
		if err != nil {
			return l, err
		}
		l.speakers = slices.DeleteFunc(l.speakers, func(s dossier.SpeakerInfo) bool { return !slices.Contains(meant, s.ID) })
		speaks := speaksOf(l.speakers)
		l.proposals = slices.DeleteFunc(l.proposals, func(p dossier.Proposal) bool { return !speaks(&p) })
	}
	if o.disagree {
		l.proposals = slices.DeleteFunc(l.proposals, func(p dossier.Proposal) bool { return !p.Disagrees() })
	}
	if o.waiting || o.disagree {
		l.speakers = nil
	}
	l.samples, err = samples(d, l.proposals)
	return l, err
}

// speaksOf tells whether a pair that waits touches one of some speakers.
func speaksOf(speakers []dossier.SpeakerInfo) func(*dossier.Proposal) bool {
	ids, names := map[string]bool{}, map[string]bool{}
	for _, s := range speakers {
		ids[string(s.ID)], names[s.Name] = true, true
	}
	return func(p *dossier.Proposal) bool {
		if ids[p.A] || ids[p.B] {
			return true
		}
		if p.Kind == ofSpeakers {
			return false
		}
		why := reasonText(p.Reasons) // names who said the two
		for name := range names {
			if strings.Contains(why, name) {
				return true
			}
		}
		return false
	}
}

// ofSpeakers is the kind of a pair that is two speakers, not two statements.
const ofSpeakers = "speaker"

// samples finds a sentence of each speaker of whom a pair is in question.
func samples(d *dossier.Dossier, pairs []dossier.Proposal) (map[dossier.SpeakerID][]dossier.Sample, error) {
	var asked []dossier.SpeakerID
	for _, p := range pairs {
		if p.Kind == ofSpeakers {
			asked = append(asked, dossier.SpeakerID(p.A), dossier.SpeakerID(p.B))
		}
	}
	return d.Samples(1, asked...)
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
	for _, line := range joinLines(s.Joins) {
		fmt.Fprintf(b, "          %s\n", line)
	}
}

// joinLines gives a line for each pair of spellings, that of the surest join, and says how many others joined the same two:
// articles that print both are many.
func joinLines(joins []dossier.Join) []string {
	best, times := map[string]dossier.Join{}, map[string]int{}
	var order []string
	for _, j := range joins {
		pair := oneLine(j.A) + " = " + oneLine(j.B)
		if times[pair]++; times[pair] == 1 {
			order = append(order, pair)
		}
		if times[pair] == 1 || j.Score > best[pair].Score {
			best[pair] = j
		}
	}
	lines := make([]string, len(order))
	for i, pair := range order {
		j := best[pair]
		more := ""
		if n := times[pair]; n > 1 {
			more = fmt.Sprintf(", the surest of %d", n)
		}
		lines[i] = fmt.Sprintf("%s  %.2f by %s%s: %s", pair, j.Score, j.By, more, oneLine(reasonText(j.Reasons)))
	}
	return lines
}

func showProposals(b *strings.Builder, l *listed) {
	if len(l.proposals) == 0 {
		b.WriteString("\nNothing waits for a decision.\n")
		return
	}
	fmt.Fprintf(b, "\n%s for a decision:\n", waiting(len(l.proposals)))
	for _, p := range l.proposals {
		fmt.Fprintf(b, "%s %s  %s: %s = %s ?  %.2f, touches %s\n", shortID(p.A), shortID(p.B), p.Kind, oneLine(p.NameA), oneLine(p.NameB), p.Score, plural(p.Touches, "quote"))
		if p.PrintedA.Outlet != "" {
			fmt.Fprintf(b, "          printed by %s and by %s\n", printedBy(p.PrintedA), printedBy(p.PrintedB))
		}
		for _, id := range []string{p.A, p.B} {
			for _, s := range l.samples[dossier.SpeakerID(id)] {
				before, name, after := s.Cut(sampled)
				fmt.Fprintf(b, "          %s in %s: %s\n", shortID(id), printedBy(dossier.Printed{Outlet: s.Article.Outlet.Name, Day: s.Article.Published.Time}), oneLine(before+name+after))
			}
		}
		fmt.Fprintf(b, "          %s\n", oneLine(reasonText(p.Reasons)))
	}
}

// sampled is how much of a sentence tells who a speaker is, in code points.
const sampled = 160

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

// reasonText says what speaks for two being one, then what speaks against it, then what a pair waits for.
func reasonText(reasons []dossier.Reason) string {
	var pro, contra, waits []string
	for _, r := range reasons {
		switch {
		case r.For:
			pro = append(pro, r.Text)
		case r.Beside:
			waits = append(waits, r.Text)
		default:
			contra = append(contra, "against: "+r.Text)
		}
	}
	return strings.Join(slices.Concat(pro, contra, waits), "; ")
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
func namesAsJSON(out io.Writer, l *listed) error {
	w := newLines(out)
	for _, s := range l.speakers {
		if err := w.add(speakerInfoToJSON(s)); err != nil {
			return err
		}
	}
	for _, p := range l.proposals {
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
