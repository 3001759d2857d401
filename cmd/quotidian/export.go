package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quotidian/dossier"
	"quotidian/export"
)

func newExport() *cobra.Command {
	var o export.Options
	cmd := &cobra.Command{
		Use:   "export DOSSIER OUT.xlsx|csv|json|html",
		Short: "Write an Excel workbook, CSV, JSON or a report to read and print",
		Long: `Writes what the dossier holds to a file; its ending says which kind. Every row leads back to article, offsets and
sentence. The file is written beside its place and moved there when it is whole, so a failure keeps the old one.`,
		Example: "  quotidian export case.dossier case.xlsx",
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Version, o.Made = version(), time.Now()
			o.Name = strings.TrimSuffix(filepath.Base(args[0]), ".dossier")
			return reading(args[0], func(d *dossier.Dossier) error {
				if err := export.Write(cmd.Context(), d, args[1], o); err != nil {
					return err
				}
				abs, err := filepath.Abs(args[1])
				if err != nil {
					return err
				}
				_, err = fmt.Fprintln(cmd.OutOrStdout(), "Wrote", abs)
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&o.Plain, "plain", false, "CSV for programs: no byte order mark, cells that begin like a formula left as they are")
	cmd.Flags().BoolVar(&o.Filter.Thought, "thought", false, "also what somebody wants or believes")
	cmd.Flags().StringVar(&o.Filter.Speaker, "speaker", "", "only statements of this speaker (part of any spelling)")
	cmd.Flags().StringVar(&o.Filter.Outlet, "outlet", "", "only statements that this outlet carried")
	cmd.Flags().StringVar(&o.Filter.Search, "search", "", "only statements that hold these words")
	return dossierCommand(cmd, "dossier", 2, 2)
}
