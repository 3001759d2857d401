package main

import (
	"fmt"
	"iter"
	"slices"

	"github.com/spf13/cobra"

	"quotidian/articles"
	"quotidian/articles/fetch"
	"quotidian/articles/intake"
	"quotidian/dossier"
)

func newAdd() *cobra.Command {
	var o importOptions
	cmd := &cobra.Command{
		Use:   "add DOSSIER PATH|DIR|-...",
		Short: "Import articles, with a balance at the end",
		Long: `Imports files and folders (read in full) into a dossier, which is made when it does not exist. Articles that are
there already are counted and left alone. What cannot be read is a fault: it is named with its place and reason, kept in
the dossier, and the rest is still read; the exit status is 3 then. --retry tries all faults of a dossier again.

All articles of a dossier are read alike, quickly unless the first are added with --careful; later ones follow by
themselves, and 'quotidian analyse' switches a dossier and reads again what is in it. Careful reading finds more and cuts
sources and contents better; it takes some tenths of a second an article and core instead of a thousandth, some seconds where
the processor lacks AVX2, as Apple's do. A text of more than 128 kB is read quickly in any case.

Files are told apart by their content, not their names: text, web pages (HTML, MHTML, WARC), Word, OpenDocument, RTF,
EPUB, PDF (with poppler installed), mail (EML, mbox), feeds (RSS, Atom, JSON), JSON Lines, what news APIs answer in
JSON, tables (CSV, Excel), the bulk files of Nexis, Factiva, ProQuest and Europresse, and ZIP, tar, gzip, bzip2 and
Zstandard archives of all of these. An article inside a file is named "file#place".

The outlet is --outlet, or what a file's metadata or the text's own footer says, or else the file's name, marked as
such. A date that cannot be read is left out, never guessed.`,
		Example: "  quotidian add case.dossier articles/ nexis.docx clippings.zip\n  quotidian add case.dossier --outlet \"Selk Courier\" --date 2024-05-14 clipping.txt\n  quotidian add case.dossier --retry\n  quotidian add close.dossier --careful articles/",
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if !slices.Contains(intake.Formats, o.From) {
				return usageError{fmt.Errorf("--from %s: not one of auto, %s", o.From, formats())}
			}
			if o.Published, err = given(o.published); err != nil {
				return err
			}
			if len(args) == 1 && !o.retry {
				return usageError{fmt.Errorf("nothing to add: name files or folders, or add --retry")}
			}
			o.Stdin = cmd.InOrStdin()
			return importInto(cmd, args[0], func(d *dossier.Dossier) (iter.Seq[articles.Item], []dossier.FaultRow, error) {
				if err := o.begin(d); err != nil {
					return nil, nil, err
				}
				inputs, tried, err := args[1:], []dossier.FaultRow(nil), error(nil)
				if o.retry {
					if inputs, tried, err = again(d, inputs); err != nil {
						return nil, nil, err
					}
				}
				return intake.Measured(cmd.Context(), inputs, o.Options), tried, nil
			})
		},
	}
	cmd.Flags().StringVar(&o.From, "from", "auto", "how to take files: auto, "+formats())
	o.flags(cmd, "read every file again that had a fault")
	return dossierCommand(cmd, "dossier", 1, -1)
}

// again adds the files that had faults to the inputs. What came from standard input or the web is left out: it cannot
// be read again, or is fetched again by the command that did so.
func again(d *dossier.Dossier, inputs []string) ([]string, []dossier.FaultRow, error) {
	faults, err := d.Faults()
	if err != nil {
		return nil, nil, err
	}
	var tried []dossier.FaultRow
	for _, f := range faults {
		file := intake.File(f.Path)
		if file == "-" || fetch.IsWeb(file) {
			continue
		}
		tried = append(tried, f)
		if !slices.Contains(inputs, file) {
			inputs = append(inputs, file)
		}
	}
	if len(inputs) == 0 {
		return nil, nil, errNothing
	}
	return inputs, tried, nil
}
