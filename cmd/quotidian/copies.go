package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"quotidian/articles/copies"
	"quotidian/dossier"
)

// listCopies prints the groups of articles that print the same text, how much of it each shares with another of its group,
// and how many independent reports that leaves.
func listCopies(cmd *cobra.Command, d *dossier.Dossier) error {
	var infos []dossier.ArticleInfo
	var sketches []copies.Sketch
	for a, err := range d.EachArticle() {
		if err != nil {
			return err
		}
		infos, sketches = append(infos, a.ArticleInfo), append(sketches, copies.NewSketch(a.Text))
	}
	groups := copies.GroupSketches(sketches)
	if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
		w := newLines(cmd.OutOrStdout())
		for _, g := range groups {
			line := copiesJSON{}
			for _, i := range g {
				line.Copies = append(line.Copies, string(infos[i].ID))
				line.Likeness = append(line.Likeness, rounded(nearest(sketches, g, i)))
			}
			if err := w.add(line); err != nil {
				return err
			}
		}
		return w.flush()
	}
	reports := len(infos)
	var rows table
	rows.add("GROUP", "ID", "ALIKE", "OUTLET", "ORIGIN", "PUBLISHED", "TITLE")
	for n, g := range groups {
		reports -= len(g) - 1
		for _, i := range g {
			a := infos[i]
			alike := fmt.Sprintf("%.0f %%", 100*nearest(sketches, g, i))
			rows.add(fmt.Sprint(n+1), shortID(a.ID), alike, outletName(a.Outlet), orDash(a.Outlet.Origin), dayOf(a.Published), a.Title)
		}
	}
	if len(groups) > 0 {
		if err := rows.print(cmd.OutOrStdout()); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s, %s\n", plural(len(infos), "article"), plural(reports, "independent report"))
	return err
}

// nearest is how much an article of a group has in common with the one of the others that is most like it.
func nearest(sketches []copies.Sketch, group []int, i int) (most float64) {
	for _, j := range group {
		if j != i {
			most = max(most, copies.Likeness(sketches[i], sketches[j]))
		}
	}
	return most
}

// copiesJSON is one group: the ids of the articles in it, and how much of the text each shares with the one most like it.
type copiesJSON struct {
	Copies   []string  `json:"copies"`
	Likeness []float64 `json:"likeness"`
}
