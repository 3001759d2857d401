package main

import (
	"bytes"
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
Lines with the same statement report the same utterance. A line that cannot be read (no JSON, no id or text, an id that an
earlier line has) is named on standard error and left out; the exit status is 3 then.`,
		Args: args(count(1, 1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			in, done, err := openInput(args[0], cmd.InOrStdin())
			if err != nil {
				return err
			}
			defer done()
			return match(in, cmd.OutOrStdout(), cmd.ErrOrStderr())
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

// match groups the quotes of in; a statement is named after the first of its quotes. Lines that cannot be read are named in
// errs, and the others are grouped without them.
func match(in io.Reader, out, errs io.Writer) error {
	qs, faults, err := readQuotes(in)
	if err != nil {
		return err
	}
	for _, fault := range faults {
		fmt.Fprintln(errs, "quotidian:", oneLine(fault.Error()))
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
	if err := w.flush(); err != nil || len(faults) == 0 {
		return err
	}
	return errFaults
}

func readQuotes(in io.Reader) (qs []wording.Quote, faults []error, err error) {
	seen := map[string]bool{}
	err = eachLine(in, func(n int, line []byte, fault error) error {
		if fault == nil && len(bytes.TrimSpace(line)) == 0 {
			return nil
		}
		var q wording.Quote
		if fault == nil {
			q, fault = readQuote(line)
		}
		if fault == nil && seen[q.ID] {
			fault = fmt.Errorf("the id %q stands on an earlier line too", q.ID)
		}
		if fault != nil {
			faults = append(faults, fmt.Errorf("line %d: %w", n, fault))
			return nil
		}
		seen[q.ID] = true
		qs = append(qs, q)
		return nil
	})
	return qs, faults, err
}

func readQuote(line []byte) (wording.Quote, error) {
	var l matchLine
	if err := json.Unmarshal(line, &l); err != nil {
		return wording.Quote{}, err
	}
	if l.ID == "" {
		return wording.Quote{}, errors.New("no id")
	}
	if strings.TrimSpace(l.Text) == "" {
		return wording.Quote{}, fmt.Errorf("%q has no text", l.ID)
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
