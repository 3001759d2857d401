package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"quotidian/articles"
	"quotidian/dossier/cores"
	"quotidian/internal/gold"
	"quotidian/internal/gold/score"
	"quotidian/quotes"
)

func newScore() *cobra.Command {
	var statements, careful bool
	var instances string
	cmd := &cobra.Command{
		Use:     "score GOLD.jsonl",
		Short:   "Measure the quotes found against labelled articles",
		GroupID: "text",
		Long: `Reads labelled articles, finds their quotes, and prints precision, recall and F1: exact spans, quotes that
share 80 or 50 % of their words, single words; then how often speaker, cue and kind are right on the quotes found,
and the recall of each kind.

GOLD.jsonl has one article a line: {"id", "text", "quotes": [{"type": "direct|mixed|indirect", "spans": [[s,e],…],
"cue": [s,e]|null, "speaker": [s,e]|null, "speaker_name": "…"|null}]}; offsets count Unicode code points, end
exclusive. With --speech the attitudes that were found ("wants", "praised") are left out, for labels that hold
statements only. --careful reads the articles as 'quotidian extract --careful' does.

With --cofenet INSTANCES.jsonl the figures are those of CofeNet's exact match on its own sentences:
{"id": "ARTICLE#n", "offsets": [[s,e]|null,…], "labels": ["O"|"B-source"|"I-content"|…]}.`,
		Example: "  quotidian score gold.jsonl\n  quotidian score --cofenet cofenet_dev.jsonl dev.jsonl",
		Args:    args(count(1, 1)),
		RunE: func(cmd *cobra.Command, given []string) error {
			docs, err := gold.Read(given[0])
			if err != nil {
				return err
			}
			find := finderFor(careful)
			found := cores.InOrder(cmd.Context(), slices.Values(docs), func(d gold.Document) scored { return findAll(&d, find, statements) })
			out := cmd.OutOrStdout()
			if instances != "" {
				err = scoreSpans(out, instances, slices.Collect(found))
			} else {
				err = scoreQuotes(out, filepath.Base(given[0]), slices.Collect(found))
			}
			if err != nil {
				return err
			}
			return cmd.Context().Err()
		},
	}
	carefulFlag(cmd, &careful, "")
	cmd.Flags().BoolVar(&statements, "speech", false, "leave out attitudes (medium \"thought\")")
	cmd.Flags().StringVar(&instances, "cofenet", "", "score on these instances, by CofeNet's exact match")
	return cmd
}

// scored is a labelled article with the quotes found in it.
type scored struct {
	doc   gold.Document
	found []score.Found
}

// findAll reads one article as `extract` does.
func findAll(d *gold.Document, find finder, statements bool) scored {
	a := &articles.Article{ID: d.ID, Title: d.Title, Text: d.Text}
	runes := articles.NewRunes(a.Text)
	s := scored{doc: *d}
	for _, q := range find(a) {
		if statements && q.Medium == quotes.Thought {
			continue
		}
		f := score.Found{Kind: q.Kind.String(), Cue: optional(runes, q.Cue), Source: optional(runes, q.Source)}
		for _, c := range q.Content {
			f.Content = append(f.Content, runes.Span(c))
		}
		if q.Speaker != nil {
			f.Speaker = q.Speaker.Name
		}
		s.found = append(s.found, f)
	}
	return s
}

func scoreQuotes(out io.Writer, name string, list []scored) error {
	if !slices.ContainsFunc(list, func(s scored) bool { return len(s.doc.Quotes) > 0 }) {
		return fmt.Errorf("%s: no article has labelled quotes, so there is nothing to measure against", name)
	}
	var r score.Report
	for i := range list {
		r.Add(&list[i].doc, list[i].found)
	}
	_, err := fmt.Fprintf(out, "%s: %s", name, r.String())
	return err
}

// scoreSpans compares with instances; those of articles that were not read are an error, since they would count as
// not found.
func scoreSpans(out io.Writer, path string, list []scored) error {
	instances, err := gold.ReadInstances(path)
	if err != nil {
		return err
	}
	byDoc := map[string][]score.Found{}
	for i := range list {
		byDoc[list[i].doc.Doc] = list[i].found
	}
	var s score.Spans
	for i := range instances {
		found, ok := byDoc[instances[i].Doc]
		if !ok {
			return fmt.Errorf("instances %s: number %d is of article %s, which the labelled articles lack", path, i+1, instances[i].Doc)
		}
		s.Add(&instances[i], found)
	}
	fmt.Fprintf(out, "%s: %d instances\n", filepath.Base(path), len(instances))
	_, err = io.WriteString(out, s.String())
	return err
}
