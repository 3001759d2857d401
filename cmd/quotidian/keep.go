package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"quotidian/dossier"
	"quotidian/dossier/store"
)

// keepingCommands look after the file itself.
func keepingCommands() []*cobra.Command {
	return []*cobra.Command{newCheckFile(), newRepair(), newMerge(), newAnalyse(), newVersions()}
}

func newCheckFile() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check-file DOSSIER",
		Short: "Verify every page, row and reference of a dossier; change nothing",
		Long: `Reads the whole file: every page against its checksum, every index against its rows, every article against the
hash of its words, every quote against its article, and the log of decisions for gaps. Lists the backups beside it.
The exit status is 1 when something is wrong; 'quotidian repair' is the remedy.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return reading(args[0], func(d *dossier.Dossier) error { return checkFile(cmd, d) })
		},
	}
	return dossierCommand(cmd, "file", 1, 1)
}

func checkFile(cmd *cobra.Command, d *dossier.Dossier) error {
	found, err := d.Check(cmd.Context())
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	if err := printLines(out, "", found); err != nil {
		return err
	}
	if len(found) > 0 {
		return fmt.Errorf("%s: %s; run 'quotidian repair' on it", d.Path(), plural(len(found), "finding"))
	}
	n, err := d.Counts()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "sound: %s, %s, %s in the log\n",
		plural(n.Articles, "article"), plural(n.Quotes, "quote"), plural(n.Decisions, "decision"))
	if err != nil {
		return err
	}
	return printLines(out, "backup: ", store.Backups(d.Path()))
}

func printLines(out io.Writer, before string, lines []string) error {
	for _, l := range lines {
		if _, err := fmt.Fprintln(out, oneLine(before+l)); err != nil {
			return err
		}
	}
	return nil
}

func newRepair() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "repair DOSSIER",
		Short: "Put a damaged dossier right, and say what was found, done and lost",
		Long: `Puts right what the checksums can (one wrong byte in a page), copies everything read and decided into a new file
as far as it can be read, takes what is missing from the backups beside the dossier, and makes the joins and lists
anew. The damaged file is kept beside it. A sound dossier is left as it is.

The exit status is 1 when something was lost that no backup holds.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := dossier.Repair(args[0], dossier.Options{Who: os.Getenv(whoVariable)})
			if err != nil && r.Kept == "" { // it never came to a repair
				return err
			}
			if perr := printRepaired(cmd.OutOrStdout(), r); err == nil {
				err = perr
			}
			if err == nil && len(r.Lost) > 0 {
				err = fmt.Errorf("%s: opens again, but not everything could be brought back%s", args[0], refound(r.Lost))
			}
			return err
		},
	}
	return dossierCommand(cmd, "file", 1, 1)
}

// refound says how lost quotes come back: the articles that hold them are read again.
func refound(lost []string) string {
	if slices.ContainsFunc(lost, func(l string) bool { return strings.Contains(l, `"quote"`) }) {
		return "; 'quotidian analyse DOSSIER --all' finds lost quotes again in its articles"
	}
	return ""
}

func printRepaired(out io.Writer, r store.Repaired) error {
	if r.Kept == "" {
		_, err := fmt.Fprintln(out, "sound: nothing to repair")
		return err
	}
	if err := printLines(out, "", r.Done); err != nil {
		return err
	}
	if err := printLines(out, "lost: ", r.Lost); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "the damaged file is kept as %s\n", oneLine(r.Kept))
	return err
}

func newMerge() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "merge DOSSIER OTHER",
		Short: "Put the articles and decisions of OTHER into DOSSIER",
		Long: `Puts two dossiers together: articles by the hash of their words and their outlet, decisions by the time at which they
were settled, saved searches by name. What both hold is taken once. Where two people decided differently the newer
decision holds, and each such place is listed for review. DOSSIER is kept beside itself as it was; OTHER is not
touched. --json prints the account and the contradictions as one object.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			m, err := dossier.Merge(context.WithoutCancel(cmd.Context()), args[0], args[1], dossier.Options{Who: os.Getenv(whoVariable)})
			if err != nil {
				return err
			}
			if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
				return mergedLine(cmd.OutOrStdout(), m)
			}
			return printMerged(cmd.OutOrStdout(), m, args[0])
		},
	}
	return withJSON(dossierCommand(cmd, "file", 2, 2))
}

func printMerged(out io.Writer, m dossier.Merged, path string) error {
	_, err := fmt.Fprintf(out, "%s added, %d already there; %s added to the log\nthe dossier as it was is kept as %s\n%s",
		plural(m.Added, "article"), m.Already, plural(m.Decisions, "decision"), oneLine(m.Kept), behindLine(m.Outdated, path))
	if err != nil || len(m.Conflicts) == 0 {
		return err
	}
	if _, err := fmt.Fprintf(out, "\n%s to look at:\n", plural(len(m.Conflicts), "contradiction")); err != nil {
		return err
	}
	return printLines(out, "", m.Conflicts)
}

type mergedJSON struct {
	Added          int      `json:"added"`
	Already        int      `json:"already"`
	Decisions      int      `json:"decisions"`
	Kept           string   `json:"kept"`
	Contradictions []string `json:"contradictions"`
	Outdated       int      `json:"outdated"`
}

// mergedLine prints a merge as one line of JSON.
func mergedLine(out io.Writer, m dossier.Merged) error {
	_, err := out.Write(marshal(mergedJSON{m.Added, m.Already, m.Decisions, m.Kept, filled(m.Conflicts), m.Outdated}))
	return err
}
