package main

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"quotidian/dossier"
)

func newOutlets() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "outlets DOSSIER",
		Short: "List the outlets with their articles, quotes and days",
		Long: `Lists the outlets, those with most articles first: how many articles and quotes of each the dossier holds, the first and
the last day, and how many of the articles are undated. Quotes are counted as 'articles' counts them.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return reading(args[0], func(d *dossier.Dossier) error {
				infos, err := d.Articles()
				if err != nil {
					return err
				}
				return list(cmd, outletsOf(infos), func(o outletCount) any { return o },
					[]string{"ARTICLES", "QUOTES", "FIRST", "LAST", "UNDATED", "OUTLET"}, outletCells)
			})
		},
	}
	return withJSON(dossierCommand(cmd, "dossier", 1, 1))
}

// outletCount is one outlet; First and Last are days, "" where all its articles are undated.
type outletCount struct {
	Name     string `json:"name"`
	Guessed  bool   `json:"guessed"` // in every article
	Articles int    `json:"articles"`
	Quotes   int    `json:"quotes"`
	First    string `json:"first"`
	Last     string `json:"last"`
	Undated  int    `json:"undated"`
}

func outletsOf(infos []dossier.ArticleInfo) []outletCount {
	at := map[string]int{}
	var all []outletCount
	for _, a := range infos {
		i, ok := at[a.Outlet.Name]
		if !ok {
			i = len(all)
			at[a.Outlet.Name] = i
			all = append(all, outletCount{Name: a.Outlet.Name, Guessed: true})
		}
		all[i].add(&a)
	}
	slices.SortFunc(all, func(a, b outletCount) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Name, b.Name))
	})
	return all
}

func (o *outletCount) add(a *dossier.ArticleInfo) {
	o.Articles++
	o.Quotes += a.Quotes
	o.Guessed = o.Guessed && a.Outlet.Guessed()
	if !a.Published.Known() {
		o.Undated++
		return
	}
	day := a.Published.Time.Format(time.DateOnly)
	if o.First == "" || day < o.First {
		o.First = day
	}
	o.Last = max(o.Last, day)
}

func outletCells(o outletCount) []string {
	name := cmp.Or(o.Name, "(unknown)")
	if o.Guessed && o.Name != "" {
		name += " (file name)"
	}
	return []string{fmt.Sprint(o.Articles), fmt.Sprint(o.Quotes), orDash(o.First), orDash(o.Last), fmt.Sprint(o.Undated), name}
}
