package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"quotidian/articles/token"
	"quotidian/matching/variant"
	"quotidian/matching/wording"
	"quotidian/quotes"
)

func newCompare() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "compare",
		Short:   "Score whether two names are one person, or two wordings one statement",
		GroupID: "text",
		Long: `Prints one score from 0 to 1 a line: for two arguments with the reasons, for --tsv FILE (two tab-separated columns,
no header; - for standard input) one line for each line read, in order. A line without a tab, longer than 64 MB, or with
wordings longer than some 4,000 words each is named on standard error and gives a dash; the exit status is 3 then.`,
	}
	cmd.AddCommand(
		newComparer("names A B", "Score whether two names mean one person or organisation", explainNames,
			func(a, b string) (float64, error) { return variant.Compare(a, b).P, nil }),
		newComparer("wordings A B", "Score whether two wordings report one statement, and name what changed", explainWordings,
			wordingScore()),
	)
	return holding(cmd)
}

// scorer says how likely two texts mean one, or why they are not compared.
type scorer func(a, b string) (float64, error)

func newComparer(use, short string, explain func(io.Writer, string, string) error, score scorer) *cobra.Command {
	var tsv string
	cmd := &cobra.Command{
		Use:   use,
		Short: short,
		Args: func(_ *cobra.Command, got []string) error {
			if want := 2; tsv == "" && len(got) != want || tsv != "" && len(got) != 0 {
				return usageError{fmt.Errorf("give either two texts or --tsv FILE")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if tsv == "" {
				return explain(cmd.OutOrStdout(), args[0], args[1])
			}
			in, done, err := openInput(tsv, cmd.InOrStdin())
			if err != nil {
				return err
			}
			defer done()
			return scorePairs(in, cmd.OutOrStdout(), cmd.ErrOrStderr(), score)
		},
	}
	cmd.Flags().StringVar(&tsv, "tsv", "", "read pairs from this file (- for standard input)")
	return cmd
}

func openInput(path string, stdin io.Reader) (in io.Reader, done func() error, err error) {
	if path == "-" {
		return stdin, func() error { return nil }, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	return f, f.Close, nil
}

// scorePairs prints a line for each line read, so that scores stand beside their pairs whatever a line holds.
func scorePairs(in io.Reader, out, errs io.Writer, score scorer) error {
	w := bufio.NewWriter(out)
	var faults error
	err := eachLine(in, func(n int, line []byte, fault error) error {
		said := "-"
		if fault == nil {
			said, fault = scorePair(string(line), score)
		}
		if fault != nil {
			fmt.Fprintf(errs, "quotidian: line %d: %v\n", n, fault)
			faults = errFaults
		}
		_, err := fmt.Fprintln(w, said)
		return err
	})
	return errors.Join(err, w.Flush(), faults)
}

func scorePair(line string, score scorer) (said string, err error) {
	a, b, ok := strings.Cut(line, "\t")
	if !ok {
		return "-", errors.New("no tab between two columns")
	}
	b, _, _ = strings.Cut(b, "\t") // further columns are none of ours
	p, err := score(a, b)
	if err != nil {
		return "-", err
	}
	return fmt.Sprintf("%.4f", p), nil
}

func explainNames(w io.Writer, a, b string) error {
	s := variant.Compare(a, b)
	var t strings.Builder
	fmt.Fprintf(&t, "%.4f\ncompared as the names of two %ss\n", s.P, variant.KindOfPair(a, b))
	if s.Veto != "" {
		fmt.Fprintf(&t, "not to be joined without a person: %s\n", oneLine(s.Veto))
	}
	for _, r := range s.Reasons {
		side := "for:    "
		if !r.For {
			side = "against:"
		}
		fmt.Fprintf(&t, "%s %s\n", side, oneLine(r.Text))
	}
	_, err := io.WriteString(w, t.String())
	return err
}

func explainWordings(w io.Writer, a, b string) error {
	comparer := wording.NewComparer()
	from, to := comparer.Prepare(printed(a)), comparer.Prepare(printed(b))
	if err := bounded(from, to); err != nil {
		return err
	}
	c := comparer.Compare(from, to)
	var t strings.Builder
	fmt.Fprintf(&t, "%.4f\n%s\n", c.Best(), oneLine(c.Why))
	fmt.Fprintf(&t, "%s\n", diffText(styleFor(w), c.Diff, b))
	for _, ch := range c.Changes {
		fmt.Fprintf(&t, "%s: %s\n", ch.Kind, oneLine(ch.Note))
	}
	_, err := io.WriteString(w, t.String())
	return err
}

// wordingScore keeps one comparer, whose buffers make the second pair cheaper than the first.
func wordingScore() scorer {
	var c *wording.Comparer
	return func(a, b string) (float64, error) {
		if c == nil {
			c = wording.NewComparer()
		}
		from, to := c.Prepare(printed(a)), c.Prepare(printed(b))
		if err := bounded(from, to); err != nil {
			return 0, err
		}
		return c.Score(from, to).Best(), nil
	}
}

// bounded refuses two texts that are too long to be compared word by word to their ends.
func bounded(a, b *wording.Prepared) error {
	if wording.TooLong(a, b) {
		return fmt.Errorf("texts of %d and %d words: no more than some 4,000 words are compared with 4,000 (16 million pairs); compare parts of them", a.Words(), b.Words())
	}
	return nil
}

// printed is a wording of which nothing is known but its words: direct when they stand in quotation marks.
func printed(text string) wording.Quote {
	q := wording.Quote{Text: text, Kind: quotes.Indirect}
	if r, _ := utf8.DecodeRuneInString(strings.TrimSpace(text)); token.IsMark(r) {
		q.Kind = quotes.Direct
	}
	return q
}
