package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"quotidian/dossier"
	"quotidian/dossier/cores"
	"quotidian/matching/wording"
)

func newMatch() *cobra.Command {
	return &cobra.Command{
		Use:     "match FILE.jsonl|-",
		Short:   "Group quotes given as JSON lines into statements",
		GroupID: "text",
		Long: `Reads lines of {"id", "text", "speaker"?, "outlet"?, "published"?} and prints {"id", "statement"} a line, in order.
Lines with the same statement report the same utterance.`,
		Args: args(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			in, done, err := openInput(args[0], cmd.InOrStdin())
			if err != nil {
				return err
			}
			defer done()
			return match(in, cmd.OutOrStdout())
		},
	}
}

type matchLine struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	Speaker   string `json:"speaker"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
}

type matchedJSON struct {
	ID        string `json:"id"`
	Statement string `json:"statement"`
}

// match groups the quotes of in; a statement is named after the first of its quotes.
func match(in io.Reader, out io.Writer) error {
	qs, err := readQuotes(in)
	if err != nil {
		return err
	}
	j := wording.NewJoiner()
	j.Spread(cores.All())
	for _, q := range qs {
		j.Add(q)
	}
	statement := make([]string, len(qs))
	for _, members := range j.Result(nil, wording.Likely).Statements {
		first := slices.Min(members.Members)
		for _, m := range members.Members {
			statement[m] = qs[first].ID
		}
	}
	w := newLines(out)
	for i := range qs {
		if err := w.add(matchedJSON{qs[i].ID, statement[i]}); err != nil {
			return err
		}
	}
	return w.flush()
}

func readQuotes(in io.Reader) ([]wording.Quote, error) {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<16), maxLine)
	var qs []wording.Quote
	seen := map[string]bool{}
	for n := 1; lines.Scan(); n++ {
		if len(strings.TrimSpace(lines.Text())) == 0 {
			continue
		}
		q, err := readQuote(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if seen[q.ID] {
			return nil, fmt.Errorf("line %d: the id %q stands on an earlier line too", n, q.ID)
		}
		seen[q.ID] = true
		qs = append(qs, q)
	}
	return qs, lines.Err()
}

func readQuote(line []byte) (wording.Quote, error) {
	var l matchLine
	if err := json.Unmarshal(line, &l); err != nil {
		return wording.Quote{}, err
	}
	if l.ID == "" {
		return wording.Quote{}, errors.New("no id")
	}
	q := printed(l.Text)
	q.ID, q.Speaker, q.SpeakerName, q.Outlet = l.ID, l.Speaker, l.Speaker, l.Outlet
	if l.Published != "" {
		d, err := dossier.ParseDate(l.Published)
		if err != nil {
			return q, err
		}
		q.Published = d.Time
	}
	return q, nil
}
