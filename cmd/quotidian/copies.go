package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"quotidian/articles/copies"
	"quotidian/dossier"
)

// listCopies prints the groups of articles that print the same text, and how many independent reports that leaves.
func listCopies(cmd *cobra.Command, d *dossier.Dossier) error {
	var infos []dossier.ArticleInfo
	var texts []string
	for a, err := range d.EachArticle() {
		if err != nil {
			return err
		}
		infos, texts = append(infos, a.ArticleInfo), append(texts, a.Text)
	}
	groups := copies.Groups(texts)
	reports := len(infos)
	var rows table
	rows.add("GROUP", "ID", "OUTLET", "ORIGIN", "PUBLISHED", "TITLE")
	w := newLines(cmd.OutOrStdout())
	asJSON, _ := cmd.Flags().GetBool("json")
	for n, g := range groups {
		reports -= len(g) - 1
		line := copiesJSON{}
		for _, i := range g {
			a := infos[i]
			line.Copies = append(line.Copies, string(a.ID))
			rows.add(fmt.Sprint(n+1), shortID(a.ID), outletName(a.Outlet), orDash(a.Outlet.Origin), dayOf(a.Published), a.Title)
		}
		if asJSON {
			if err := w.add(line); err != nil {
				return err
			}
		}
	}
	if asJSON {
		return w.flush()
	}
	if len(groups) > 0 {
		if err := rows.print(cmd.OutOrStdout()); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s, %s\n", plural(len(infos), "article"), plural(reports, "independent report"))
	return err
}

// copiesJSON is one group: the ids of the articles in it.
type copiesJSON struct {
	Copies []string `json:"copies"`
}
