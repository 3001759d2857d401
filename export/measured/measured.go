// Package measured tells how often this version is right, kind by kind, so that every export can say it beside the
// confidence of single rows.
//
// The figures stand in measured.tsv and measured-careful.tsv, which are rebuilt from labelled articles with
//
//	go test ./export/measured -run TestFigures -update
//
// and held against them by that test wherever the labelled articles are at hand.
package measured

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// Figures are those of one kind of quote, as counts, so that they can be added up.
type Figures struct {
	Kind string
	// Marked is how many quotes the program marked, Right how many of these careful readers marked too.
	Marked, Right int
	// Labelled is how many the readers marked, Found how many of these the program did too.
	Labelled, Found int
	// Named is for how many of the quotes right a reader named the speaker by the words in the text, Agreed for how
	// many of these the program points at the same words.
	Named, Agreed int
}

// The figures of dossiers that are read quickly, and of those that are read carefully.
//
//go:embed measured.tsv
var quick string

//go:embed measured-careful.tsv
var careful string

// header is the first line of the table.
const header = "kind\tmarked\tright\tlabelled\tfound\tnamed\tagreed"

// All gives the figures of a way of reading in the order of the table: direct, mixed, indirect.
func All(carefully bool) []Figures {
	table := quick
	if carefully {
		table = careful
	}
	var all []Figures
	for _, line := range strings.Split(strings.TrimSpace(table), "\n")[1:] {
		f, err := parse(line)
		if err != nil {
			panic("internal error: figures measured: " + err.Error())
		}
		all = append(all, f)
	}
	return all
}

func parse(line string) (Figures, error) {
	cells := strings.Split(line, "\t")
	if len(cells) != 7 {
		return Figures{}, fmt.Errorf("%q: not 7 cells", line)
	}
	f := Figures{Kind: cells[0]}
	for i, to := range []*int{&f.Marked, &f.Right, &f.Labelled, &f.Found, &f.Named, &f.Agreed} {
		n, err := strconv.Atoi(cells[i+1])
		if err != nil {
			return f, err
		}
		*to = n
	}
	return f, nil
}

// Dossier says how its articles are read, and how many of them were read otherwise; *dossier.Dossier is one.
type Dossier interface {
	Careful() (bool, error)
	Outdated() (int, error)
}

// Of tells the figures that hold of a dossier.
func Of(d Dossier) ([]string, error) {
	careful, err := d.Careful()
	if err != nil {
		return nil, err
	}
	behind, err := d.Outdated()
	return Sentences(careful, behind), err
}

// Sentences tells the figures as an export prints them, of a dossier that is read carefully or quickly, of whose articles so many
// are behind: other rules read them, so that they are not those measured.
func Sentences(carefully bool, behind int) []string {
	var all []string
	for _, f := range All(carefully) {
		all = append(all, fmt.Sprintf("%s quotes: of 100 that the program marks, readers mark %d too; of 100 that readers mark, it finds %d; of 100 speakers, it points at %d rightly.",
			strings.ToUpper(f.Kind[:1])+f.Kind[1:], percent(f.Right, f.Marked), percent(f.Found, f.Labelled), percent(f.Agreed, f.Named)))
	}
	all = append(all, "Measured on 84 English news articles that two trained readers labelled (PolNeAR, development half; the program learned from others). "+
		"A quote counts when it shares at least half of its words with the readers'. Other sources, topics and languages may be harder.")
	if carefully {
		all = append(all, "This dossier is read carefully, and so were the articles that were measured.")
	}
	switch {
	case behind == 1:
		all = append(all, "1 of its articles was not read that way yet: the figures do not hold for it.")
	case behind > 1:
		all = append(all, fmt.Sprintf("%d of its articles were not read that way yet: the figures do not hold for them.", behind))
	}
	return all
}

func percent(n, of int) int {
	if of == 0 {
		return 0
	}
	return (200*n + of) / (2 * of)
}
