package main

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"quotidian/articles"
	"quotidian/articles/intake"
	"quotidian/dossier/cores"
)

// formats lists what --from can be besides auto.
func formats() string { return strings.Join(intake.Formats[1:], ", ") }

func newExtract() *cobra.Command {
	var from string
	var explained, careful bool
	cmd := &cobra.Command{
		Use:     "extract [FILE|DIR|-]...",
		Short:   "Print the quotes of articles as JSON, one article a line",
		GroupID: "text",
		Long: `Reads articles and prints one JSON object a line: the article with every quote in it, its kind, medium,
content, cue, source, speaker and relay.

Offsets count Unicode code points into "text", end exclusive. With --from jsonl each input line needs at least
"text"; it and "id" come back unchanged. An input that cannot be read is one {"path", "fault"} line and a
message on standard error; the rest is still read and the exit status is 3.

--careful finds more and cuts sources and contents better. It takes some tenths of a second an article and core instead of a
thousandth, some seconds where the processor lacks AVX2 (Intel and AMD have it since 2013, Apple's never): right for a desk's
articles, not for an archive of millions. A text of more than 128 kB is read quickly in any case.`,
		Example: "  quotidian extract article.txt\n  quotidian extract --careful article.txt\n  quotidian extract --from jsonl corpus.jsonl > quotes.jsonl\n  cat page.html | quotidian extract -",
		RunE: func(cmd *cobra.Command, inputs []string) error {
			if len(inputs) == 0 {
				inputs = []string{"-"}
			}
			if !slices.Contains(intake.Formats, from) {
				return usageError{fmt.Errorf("--from %s: not one of auto, %s", from, formats())}
			}
			items := intake.Read(cmd.Context(), inputs, intake.Options{From: from, Stdin: cmd.InOrStdin()})
			line := extractLine
			if explained {
				line = explainItem
			}
			find := finderFor(careful)
			work := guarded(func(item articles.Item) extractedLine { return line(item, find) })
			if err := extract(cores.InOrder(cmd.Context(), items, work), cmd.OutOrStdout(), cmd.ErrOrStderr()); err != nil {
				return err
			}
			return cmd.Context().Err()
		},
	}
	cmd.Flags().BoolVar(&explained, "explain", false, "print for a reader instead: each decision with its reason")
	carefulFlag(cmd, &careful, "")
	cmd.Flags().StringVar(&from, "from", "auto", "input format: auto, "+formats())
	return cmd
}

// extract prints finished lines in their order and counts the faults among them.
func extract(finished iter.Seq[extractedLine], out, errs io.Writer) error {
	faults := 0
	w := newLines(out)
	for line := range finished {
		if line.fault != nil {
			faults++
			fmt.Fprintln(errs, "quotidian:", oneLine(line.fault.Error()))
		}
		if err := w.raw(line.json); err != nil {
			return err
		}
	}
	if err := w.flush(); err != nil {
		return err
	}
	if faults > 0 {
		return errFaults
	}
	return nil
}

// extractedLine is what one item gave: bytes for standard output, and the fault if it was one.
type extractedLine struct {
	json  []byte
	fault *articles.Fault
}

// guarded turns a panic of work on an article into a fault.
func guarded(work func(articles.Item) extractedLine) func(articles.Item) extractedLine {
	return func(item articles.Item) (line extractedLine) {
		defer func() {
			if p := recover(); p != nil {
				fault := articles.Broken(item.Article.Path, p)
				line = work(articles.Item{Fault: &fault})
			}
		}()
		return work(item)
	}
}

func extractLine(item articles.Item, find finder) extractedLine {
	if item.Fault != nil {
		return extractedLine{marshal(faultJSON{Path: item.Fault.Path, Fault: item.Fault.Reason}), item.Fault}
	}
	return extractedLine{json: marshal(articleToJSON(item.Article, find(item.Article)))}
}
