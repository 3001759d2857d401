package main

import (
	"fmt"
	"path/filepath"

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
			o.Version = version()
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
	return dossierCommand(cmd, "dossier", 2, 2)
}
