package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quotidian/dossier"
	"quotidian/export"
	"quotidian/export/measured"
)

// exporting is what the flags of export say.
type exporting struct {
	options               export.Options
	since, until, changed string
	sheets                []string
	columns               []string
	template, save        string
	list                  bool
}

func newExport() *cobra.Command {
	var e exporting
	cmd := &cobra.Command{
		Use:   "export DOSSIER OUT.xlsx|csv|json|jsonld|md|html",
		Short: "Write an Excel workbook, CSV, JSON, linked data, Markdown or a report to read and print",
		Long: `Writes what the dossier holds to a file; its ending says which kind:

  .xlsx          the workbook: Read me, Overview with charts, Statements, Appearances (one row for each quote in each
                 article), Wordings, Speakers, Spellings, Outlets, Articles, Faults, Log
  .csv           the sheet Appearances; cells that a spreadsheet would run as a formula begin with an apostrophe
  .json .jsonl   everything, one object a line
  .jsonld        statements as schema.org Quotation, those whose sense was changed as ClaimReview to be filled in
  .md            the report as Markdown
  .html          the report: who said what first, who changed what, what rests on one source, what contradicts what;
                 one file, offline, to read and print

What most outlets carried stands first. A filter narrows articles, speakers and outlets with the statements.
Every row leads back to article, file hash, offsets and sentence. What Excel cannot hold is listed on the sheet Read
me; nothing is cut or changed silently. The file is written beside its place and moved there when it is whole, so a
failure keeps the old one.

--sheets and --columns choose what the workbook shows (columns of Appearances hold for the CSV too); --list tells
their names. --save-template keeps sheets, columns and filters under a name, --template uses them again. An editor's
changes to the columns with a blue heading come back with 'quotidian decide --from'.`,
		Example: `  quotidian export case.dossier case.xlsx
  quotidian export case.dossier desk.xlsx --sheets Statements,Appearances --columns "Appearances: Outlet, Speaker, Wording as printed, Status" --save-template desk
  quotidian export case.dossier tomorrow.xlsx --template desk`,
		RunE: func(cmd *cobra.Command, got []string) error {
			if e.list {
				return listColumns(cmd)
			}
			if err := args(count(2, 2))(cmd, got); err != nil {
				return err
			}
			return e.run(cmd, got[0], got[1])
		},
	}
	e.flags(cmd)
	return dossierCommand(cmd, "dossier", 0, 2)
}

func (e *exporting) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&e.options.Plain, "plain", false, "CSV for programs: no byte order mark, cells that begin like a formula left as they are")
	f.BoolVar(&e.options.Filter.Thought, "thought", false, "also what somebody wants, praises or is expected to do")
	f.StringVar(&e.options.Filter.Speaker, "speaker", "", "only statements of one speaker: "+aSpeaker)
	f.StringVar(&e.options.Filter.Outlet, "outlet", "", "only statements that this outlet carried")
	f.StringVar(&e.options.Filter.Search, "search", "", "only statements that hold these words")
	f.StringVar(&e.since, "since", "", "only statements first printed on this day or later (2024-05-14)")
	f.StringVar(&e.until, "until", "", "only statements first printed on this day or earlier")
	f.StringVar(&e.changed, "changed", "", "only statements where an outlet changed this: "+changeKinds())
	f.StringSliceVar(&e.sheets, "sheets", nil, "only these sheets, separated by commas")
	f.StringArrayVar(&e.columns, "columns", nil, `only these columns of a sheet, in this order: "Sheet: Column, Column"; may be repeated`)
	f.StringVar(&e.template, "template", "", "sheets, columns and filters as kept under this name; other flags add to it")
	f.StringVar(&e.save, "save-template", "", "keep sheets, columns and filters under this name")
	f.BoolVar(&e.list, "list", false, "tell the names of sheets, columns and templates")
}

func (e *exporting) run(cmd *cobra.Command, path, out string) error {
	if err := e.prepare(); err != nil {
		return err
	}
	e.options.Version, e.options.Made = version(), time.Now()
	e.options.Name = strings.TrimSuffix(filepath.Base(path), ".dossier")
	err := reading(path, func(d *dossier.Dossier) (err error) {
		if e.options.Measured, err = measured.Of(d); err != nil {
			return err
		}
		return export.Write(cmd.Context(), d, out, e.options)
	})
	if err != nil {
		return err
	}
	abs, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(cmd.OutOrStdout(), "Wrote", abs)
	return err
}

// prepare lays the flags over the template and keeps the whole where that is wanted.
func (e *exporting) prepare() error {
	folder, err := templateFolder()
	if err != nil {
		return err
	}
	o := &e.options
	if e.template != "" {
		t, err := export.LoadTemplate(folder, e.template)
		if err != nil {
			return err
		}
		o.Choice, o.Filter = t.Choice, laidOver(t.Filter, o.Filter)
	}
	if err := readTimes(&o.Filter, e.since, e.until); err != nil {
		return err
	}
	if e.changed != "" {
		if o.Filter.Changed, err = changeKind(e.changed); err != nil {
			return err
		}
	}
	if err := e.choose(); err != nil {
		return usageError{err}
	}
	if e.save != "" {
		return export.SaveTemplate(folder, e.save, export.Template{Choice: o.Choice, Filter: o.Filter})
	}
	return nil
}

// laidOver is a filter with the fields of another where that has any.
func laidOver(under, over dossier.Filter) dossier.Filter {
	for _, f := range []struct{ to, from *string }{{&under.Speaker, &over.Speaker}, {&under.Outlet, &over.Outlet}, {&under.Search, &over.Search}} {
		if *f.from != "" {
			*f.to = *f.from
		}
	}
	under.Thought = under.Thought || over.Thought
	return under
}

// choose reads --sheets and --columns.
func (e *exporting) choose() error {
	c := &e.options.Choice
	if len(e.sheets) > 0 {
		c.Sheets = trimmed(e.sheets)
	}
	for _, text := range e.columns {
		sheet, names, ok := strings.Cut(text, ":")
		if !ok {
			return fmt.Errorf("--columns %q: write it as \"Sheet: Column, Column\"", text)
		}
		if c.Columns == nil {
			c.Columns = map[string][]string{}
		}
		c.Columns[strings.TrimSpace(sheet)] = trimmed(splitHeadings(names, export.Sheets()[strings.TrimSpace(sheet)]))
	}
	return c.Check()
}

// splitHeadings parts a list at its commas, but not at those of a heading ("Changes, worst first").
func splitHeadings(list string, known []string) []string {
	parts := strings.Split(list, ",")
	var out []string
	for i := 0; i < len(parts); i++ {
		name := strings.TrimSpace(parts[i])
		for n := 1; i+n < len(parts) && !slices.Contains(known, name); n++ {
			longer := strings.TrimSpace(strings.Join(parts[i:i+n+1], ","))
			if slices.Contains(known, longer) {
				name, i = longer, i+n
			}
		}
		out = append(out, name)
	}
	return out
}

func trimmed(list []string) []string {
	var out []string
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// templateFolder is where templates are kept: beside the settings of the person's other programs.
func templateFolder() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", errors.New("there is no folder for templates: set $HOME or $XDG_CONFIG_HOME")
	}
	return filepath.Join(dir, "quotidian", "templates"), nil
}

func listColumns(cmd *cobra.Command) error {
	sheets := export.Sheets()
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(sheets)) {
		fmt.Fprintf(&b, "%s: %s\n", name, strings.Join(sheets[name], ", "))
	}
	if folder, err := templateFolder(); err == nil {
		fmt.Fprintf(&b, "\nTemplates (%s): %s\n", folder, strings.Join(export.Templates(folder), ", "))
	}
	_, err := fmt.Fprint(cmd.OutOrStdout(), b.String())
	return err
}
