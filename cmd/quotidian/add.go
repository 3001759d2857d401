package main

import (
	"fmt"
	"io"
	"iter"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"quotidian/articles"
	"quotidian/articles/intake"
	"quotidian/dossier"
)

func newAdd() *cobra.Command {
	var o intake.Options
	var published string
	cmd := &cobra.Command{
		Use:   "add DOSSIER PATH|DIR|-...",
		Short: "Import articles, with a balance at the end",
		Long: `Imports files and folders (read in full) into a dossier, which is made when it does not exist. Articles that are
there already are counted and left alone. A file that cannot be read is a fault: it is named with its reason, kept
in the balance, and the rest is still read; the exit status is 3 then.

The outlet is --outlet, or what a file's metadata or the text's own footer says, or else the file's name, marked as
such. A date that cannot be read is left out, never guessed.`,
		Example: "  quotidian add case.dossier articles/\n  quotidian add case.dossier --outlet \"Selk Courier\" --date 2024-05-14 clipping.txt",
		RunE: func(cmd *cobra.Command, args []string) error {
			if published != "" {
				d, err := dossier.ParseDate(published)
				if err != nil {
					return usageError{err}
				}
				o.Published = d
			}
			o.Stdin = cmd.InOrStdin()
			return withDossier(args[0], dossier.Options{Create: true}, func(d *dossier.Dossier) error {
				return add(cmd, d, intake.Read(cmd.Context(), args[1:], o))
			})
		},
	}
	cmd.Flags().StringVar(&o.From, "from", "auto", "input format: auto, "+formats())
	cmd.Flags().StringVar(&o.Outlet, "outlet", "", "who published all of these articles")
	cmd.Flags().StringVar(&published, "date", "", "when all of these were published (2024-05-14 or 2024-05-14T11:20:00+03:00)")
	return dossierCommand(cmd, "dossier", 2, -1)
}

func add(cmd *cobra.Command, d *dossier.Dossier, items iter.Seq[articles.Item]) error {
	progress, done := showProgress(cmd.ErrOrStderr())
	balance, err := d.Add(cmd.Context(), items, progress)
	done()
	for _, f := range balance.Faults {
		fmt.Fprintln(cmd.ErrOrStderr(), "quotidian:", oneLine(f.Error()))
	}
	if _, werr := fmt.Fprintln(cmd.OutOrStdout(), balanceLine(balance)); err == nil {
		err = werr
	}
	if err == nil && len(balance.Faults) > 0 {
		return errFaults
	}
	return err
}

func balanceLine(b dossier.Balance) string {
	return fmt.Sprintf("%d found = %d added + %d already there + %s", b.Found, b.Added, b.Already, plural(len(b.Faults), "fault"))
}

// showProgress draws a bar on a terminal and nothing elsewhere.
func showProgress(w io.Writer) (progress func(dossier.Progress), done func()) {
	if !isTerminal(w) {
		return nil, func() {}
	}
	bar := progressbar.NewOptions(-1, progressbar.OptionSetWriter(w), progressbar.OptionShowCount(), progressbar.OptionShowIts(),
		progressbar.OptionSetItsString("articles"), progressbar.OptionClearOnFinish(), progressbar.OptionSetDescription("reading"))
	return func(p dossier.Progress) {
		if p.Joining {
			bar.Describe("joining")
		}
		_ = bar.Set(p.Found) // a bar that cannot be drawn is no reason to stop an import
	}, func() { _ = bar.Finish() }
}
