package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier"
)

// carefulFlag declares the flag that asks for careful reading of what.
func carefulFlag(cmd *cobra.Command, to *bool, what string) {
	cmd.Flags().BoolVar(to, "careful", false, "read "+what+"carefully: more is found and better cut, in nearly a thousand times the time")
}

// finder finds the quotes of an article.
type finder func(*articles.Article) []attribution.Quote

func finderFor(careful bool) finder {
	if careful {
		return attribution.ExtractCarefully
	}
	return attribution.Extract
}

// behindLine says of a dossier how many of its articles other rules have read, nothing where there are none.
func behindLine(behind int, path string) string {
	waits := "wait"
	switch behind {
	case 0:
		return ""
	case 1:
		waits = "waits"
	}
	return fmt.Sprintf("%s %s to be read again: quotidian analyse %s\n", plural(behind, "article"), waits, oneLine(path))
}

// begin has a dossier without articles read as the flags say. One that was read quickly is not switched beside an import: all of
// it would have to be read again, for hours perhaps.
func (o *importOptions) begin(d *dossier.Dossier) error {
	careful, err := d.Careful()
	if err != nil || careful || !o.careful {
		return err
	}
	n, err := d.Counts()
	if err != nil {
		return err
	}
	if n.Articles > 0 {
		return fmt.Errorf("%s was read quickly (%s), and all articles of a dossier are read alike; 'quotidian analyse %s --careful' reads them again, then add the others",
			d.Path(), plural(n.Articles, "article"), d.Path())
	}
	return d.SetCareful(true)
}
