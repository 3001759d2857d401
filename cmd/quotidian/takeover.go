package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"quotidian/dossier"
	"quotidian/export/edits"
)

// takeOver reads the edits of a workbook back as decisions. What is wrong with the workbook as a whole is an error,
// and nothing was changed then; what is wrong with single edits is listed, and the others are decided.
func takeOver(cmd *cobra.Command, workbook, path, who string, dry bool) error {
	w, err := edits.Read(workbook)
	if err != nil {
		return fmt.Errorf("%s: %w", workbook, err)
	}
	return withDossier(path, dossier.Options{ReadOnly: dry, Who: cmp.Or(who, os.Getenv(whoVariable))}, func(d *dossier.Dossier) error {
		plan, err := w.Plan(d, who)
		if err != nil {
			return fmt.Errorf("%s: %w", workbook, err)
		}
		made, err := settlePlan(cmd, d, plan, dry)
		if err != nil {
			return err
		}
		verb := "taken over"
		if dry {
			verb = "would be taken over"
		}
		for _, p := range plan.Problems {
			fmt.Fprintf(cmd.ErrOrStderr(), "quotidian: %s: %s: %s\n", filepath.Base(workbook), oneLine(p.Place), oneLine(p.Reason))
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s read, %d edited: %s %s, %d not\n", plural(plan.Rows, "row"), plan.Edited, plural(made, "decision"), verb, len(plan.Problems))
		if len(plan.Problems) > 0 {
			return errFaults
		}
		return nil
	})
}

// settlePlan makes the decisions of a plan. One that the dossier refuses becomes a problem of the plan.
func settlePlan(cmd *cobra.Command, d *dossier.Dossier, plan *edits.Plan, dry bool) (made int, err error) {
	for _, x := range plan.Decisions {
		if err := cmd.Context().Err(); err != nil {
			return made, err
		}
		entry := x.Decision
		if !dry {
			entry, err = d.Decide(x.Decision)
		}
		if err != nil {
			plan.Problems = append(plan.Problems, edits.Problem{Place: x.Place, Reason: err.Error()})
			continue
		}
		made++
		line := entryLine(entry)
		if dry {
			line = fmt.Sprintf("%s: %s %s %q", x.Place, cmp.Or(entry.Who, d.Who()), entry.Kind, entry.Value)
		}
		if _, err := fmt.Fprintln(cmd.OutOrStdout(), oneLine(line)); err != nil {
			return made, err
		}
	}
	return made, nil
}

// errNoWorkbook is what decide gives that is told neither a kind of decision nor a workbook.
var errNoWorkbook = usageError{errors.New("say what is decided, or give the workbook with --from")}
