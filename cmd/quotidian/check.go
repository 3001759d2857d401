package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"quotidian/dossier"
	"quotidian/draft"
	"quotidian/draft/manuscript"
	"quotidian/export"
)

// errDraft says that a draft was checked and holds quotes that cannot stand as they are; they have been listed.
var errDraft = errors.New("the draft holds quotes that want a look")

func newCheck() *cobra.Command {
	var from, out string
	cmd := &cobra.Command{
		Use:   "check DOSSIER DRAFT|-",
		Short: "Hold every quote of a draft against what the dossier has read",
		Long: `Finds the quotes of a draft (text, Markdown, HTML or a Word document; - reads standard input, such as the
clipboard) and says of each what became of it:

  exact                    a source prints these very words in quotation marks, for this speaker
  exact, speaker unclear   a source prints these very words, but whether they are this speaker's there the program cannot tell
  reported                 the draft tells it in its own words, and a source carries it with the same sense
  only in indirect speech  sources report it, but nobody prints it as a quote
  other frame              the words in quotation marks are printed so, but no source prints the words that the draft
                           puts around them: what was said of one thing may have become a statement about another
  altered                  a source prints it otherwise; the changes are named, the worst first
  other speaker            these words are somebody else's
  not found                no article of the dossier prints it

Exact is meant strictly: every word, number and inner sign of punctuation, from the beginning of a sentence to its
end. The shape of marks and dashes, the capital of the first word and the punctuation next to the cue do not count.
Of a quote that only begins or ends in quotation marks (she said the dam was "beyond repair") the words around the
marks must stand in the source too, in their order and next to the same marks; only words such as "it was" may differ,
and a "not" may not. Where another outlet contradicts an exact quote, with another number or a "not" more, also in what
waits for a decision as perhaps another statement, that is told beside it; so is who gives the same words to somebody else.
Who speaks is what the source names. Where its sentence names nobody ("he said"), the program reads who is meant, and
says "read here": look there yourself. A name that is like a source's is another spelling of it only while nobody else
is called so: two people whom an article or a decision keeps apart, or the program does not take for one, are two.
What somebody is said to hope or want, or not to have said, is no statement and is checked only where it stands in
quotation marks. Footnotes of Word documents are not read. Where the dossier reads its articles carefully, so is the draft read,
unless it is longer than 128 kB.

--out writes the draft with each quote marked: a page to read (.html), or a Word document with comments in the
margin (.docx), which is a copy of the draft where the draft is one. --json prints one object a line, one for each
quote; offsets count code points of the text that the draft holds.

Exit status: 0 when every quote is exact or reported, 4 when one is not, 1 when the draft could not be read.`,
		Example: "  quotidian check case.dossier draft.docx --out checked.docx\n  xclip -o | quotidian check case.dossier -",
		RunE: func(cmd *cobra.Command, args []string) error {
			copied := annotated{out, filepath.Base(args[1])}
			if err := copied.check(); err != nil {
				return err
			}
			m, err := readDraft(cmd.InOrStdin(), args[1], from)
			if err != nil {
				return fmt.Errorf("%s: %w", args[1], err)
			}
			var r *draft.Report
			err = reading(args[0], func(d *dossier.Dossier) error {
				if joined, err := d.Joined(); err != nil || !joined {
					return cmp.Or(err, errUnjoined)
				}
				r, err = draft.Check(cmd.Context(), d, m.Article())
				return err
			})
			if err != nil {
				return err
			}
			return tellDraft(cmd, r, m, copied)
		},
	}
	cmd.Flags().StringVar(&from, "from", "auto", "what the draft is: "+strings.Join(manuscript.Formats, ", "))
	cmd.Flags().StringVar(&out, "out", "", "also write the draft with its quotes marked to this file (.html or .docx)")
	return withJSON(dossierCommand(cmd, "dossier", 2, 2))
}

// errUnjoined refuses to call quotes not found that are only not in the lists yet.
var errUnjoined = errors.New("not all articles are in the lists yet, so no quote can be called found or not; run \"quotidian analyse\" on the dossier, then this again")

func readDraft(in io.Reader, path, from string) (*manuscript.Manuscript, error) {
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, errors.Unwrap(err)
		}
		defer f.Close()
		in = f
	}
	raw, err := io.ReadAll(io.LimitReader(in, manuscript.SizeLimit+1))
	if err != nil {
		return nil, err
	}
	return manuscript.Read(raw, path, from)
}

// annotated is the copy of the draft that was asked for; path is "" where none was.
type annotated struct{ path, name string }

// check refuses a name that says no kind of file, before any work is done.
func (a annotated) check() error {
	switch strings.ToLower(filepath.Ext(a.path)) {
	case ".html", ".htm", ".docx":
		return nil
	}
	if a.path == "" {
		return nil
	}
	return usageError{fmt.Errorf("%s: the name must end in .html or .docx", a.path)}
}

func (a annotated) write(r *draft.Report, m *manuscript.Manuscript) error {
	if strings.EqualFold(filepath.Ext(a.path), ".docx") {
		return export.Save(a.path, func(w io.Writer) error { return m.Annotate(w, r.Remarks()) })
	}
	return export.Save(a.path, func(w io.Writer) error { return r.WriteHTML(w, a.name) })
}

func tellDraft(cmd *cobra.Command, r *draft.Report, m *manuscript.Manuscript, a annotated) error {
	if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
		w := newLines(cmd.OutOrStdout())
		for i := range r.Findings {
			if err := w.add(findingToJSON(&r.Findings[i])); err != nil {
				return err
			}
		}
		if err := w.flush(); err != nil {
			return err
		}
	} else if _, err := io.WriteString(cmd.OutOrStdout(), draftText(r, styleFor(cmd.OutOrStdout()))); err != nil {
		return err
	}
	if a.path != "" {
		if err := a.write(r, m); err != nil {
			return err
		}
		abs, err := filepath.Abs(a.path)
		if err != nil {
			return err
		}
		fmt.Fprintln(cmd.ErrOrStderr(), "Wrote", abs)
	}
	if !r.Fine() {
		return errDraft
	}
	return nil
}

// draftText lists the findings in the order of the draft, with the words that differ marked, and counts them.
func draftText(r *draft.Report, st style) string {
	var b strings.Builder
	for i := range r.Findings {
		f := &r.Findings[i]
		line := 1 + strings.Count(r.Text[:f.Content[0].Start], "\n")
		fmt.Fprintf(&b, "%s  line %d, %s\n    %s\n", st.bold(string(f.Verdict)), line, orUnknown(oneLine(f.Speaker)), oneLine(f.Text))
		fmt.Fprintf(&b, "    %s\n", oneLine(f.Why))
		for _, l := range f.Lines()[1:] {
			fmt.Fprintf(&b, "    %s\n", oneLine(l))
		}
		if len(f.Diff) > 0 {
			fmt.Fprintf(&b, "    %s\n", diffText(st, f.Diff, f.Text))
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "%s held against %s", plural(len(r.Findings), "quote"), plural(r.Articles, "article"))
	n := r.Counts()
	sep := ": "
	for _, v := range draft.Verdicts() {
		if n[v] > 0 {
			fmt.Fprintf(&b, "%s%d %s", sep, n[v], v)
			sep = ", "
		}
	}
	b.WriteString("\n")
	return b.String()
}

type findingJSON struct {
	Verdict  draft.Verdict `json:"verdict"`
	Kind     string        `json:"kind"`
	Text     string        `json:"text"`
	Content  [][2]int      `json:"content"`
	Speaker  string        `json:"speaker"`
	Why      string        `json:"why"`
	Changes  []changeJSON  `json:"changes"`
	Carriers []string      `json:"carriers"`
	Printed  *printedJSON  `json:"printed"`
	Rivals   []rivalJSON   `json:"rivals"`
}

type rivalJSON struct {
	printedJSON
	Changes []changeJSON `json:"changes"`
}

type printedJSON struct {
	Quote     string   `json:"quote"`
	Statement string   `json:"statement"`
	Article   string   `json:"article"`
	Path      string   `json:"path"`
	Hash      string   `json:"hash"`
	Outlet    string   `json:"outlet"`
	Published string   `json:"published"`
	Kind      string   `json:"kind"`
	Text      string   `json:"text"`
	Content   [][2]int `json:"content"`
	Speaker   string   `json:"speaker"`
	Inferred  bool     `json:"inferred"`
}

func findingToJSON(f *draft.Finding) findingJSON {
	out := findingJSON{
		Verdict: f.Verdict, Kind: f.Kind.String(), Text: f.Text, Content: f.Position, Speaker: f.Speaker, Why: f.Why,
		Changes: changesToJSON(f.Changes), Carriers: filled(f.Carriers), Rivals: []rivalJSON{},
	}
	if f.Nearest != nil {
		p := printedToJSON(f.Nearest)
		out.Printed = &p
	}
	for i := range f.Rivals {
		out.Rivals = append(out.Rivals, rivalJSON{printedToJSON(&f.Rivals[i].Printed), changesToJSON(f.Rivals[i].Changes)})
	}
	return out
}

func printedToJSON(p *draft.Printed) printedJSON {
	return printedJSON{
		Quote: string(p.Quote), Statement: string(p.Statement), Article: string(p.Article.ID), Path: p.Article.Path, Hash: p.Article.Hash,
		Outlet: p.Article.Outlet.Name, Published: p.Article.Published.String(), Kind: p.Kind.String(), Text: p.Text, Content: p.Position, Speaker: p.Speaker, Inferred: p.Inferred,
	}
}
