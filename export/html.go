package export

import (
	"context"
	_ "embed"
	"html/template"
	"io"
	"strings"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/matching/wording"
)

//go:embed report.html
var reportSource string

var reportTemplate = template.Must(template.New("report").Funcs(template.FuncMap{
	"dated": inWords, "bases": bases, "notes": notes, "positions": positions, "kinds": kindsOf,
	"severity": func(k []wording.ChangeKind) string { return severityNames[severityOf(k)] },
	"entries": func(s *dossier.Statement) []entry {
		var all []entry
		for e := range entries(s) {
			all = append(all, e)
		}
		return all
	},
	"relay": func(e entry) string { return relayed(e) },
	"op":    func(r wording.Run) string { return [...]string{"same", "deleted", "inserted", "replaced"}[r.Op] },
	"only":  func(k wording.ChangeKind) []wording.ChangeKind { return []wording.ChangeKind{k} },
}).Parse(reportSource))

var severityNames = [...]string{none: "none", slight: "slight", visible: "visible", serious: "serious"}

// Limits of a report that somebody reads: the lists of the first page, and the cards behind it.
const (
	mostListed = 25
	mostCards  = 400
)

// report is what the template shows.
type report struct {
	Options
	Tally     *tally
	Articles  []dossier.ArticleInfo
	Faults    []dossier.FaultRow
	Speakers  int
	First     []dossier.Statement // several outlets, dated: who had it first
	Changed   []dossier.Statement // the sense changed
	OneSource []dossier.Statement // several outlets, one source
	Cards     []dossier.Statement
	Left      int // statements without a card
}

// Statements, Appearances and Outlets are the counts of the first page.
func (r *report) Statements() int  { return r.Tally.statements }
func (r *report) Appearances() int { return r.Tally.appearances }
func (r *report) Outlets() []*outletTally {
	return r.Tally.outlets()
}

// inWords says a date as a reader says it, in the time zone in which the article states it.
func inWords(d articles.Date) string {
	switch {
	case !d.Known():
		return "undated"
	case d.Clock:
		return d.Time.Format("2 January 2006, 15:04 -07:00")
	}
	return d.Time.Format("2 January 2006")
}

// Cells gives an outlet's row of the report.
func (o *outletTally) Cells() []any {
	return []any{o.name, o.articles, o.quotes, o.first, o.alone, o.serious, strings.Join(o.origins, ", ")}
}

func writeHTML(ctx context.Context, src Source, w io.Writer, o Options) error {
	l, err := read(src, o)
	if err != nil {
		return err
	}
	r := &report{Options: o, Articles: l.articles, Faults: l.faults, Speakers: len(l.speakers), Tally: newTally(l.articles)}
	r.Name = first(o.Name, "Dossier")
	err = each(ctx, src, l.rows, o, func(s *dossier.Statement) error {
		r.Tally.count(s)
		r.take(s)
		return nil
	})
	if err != nil {
		return err
	}
	return reportTemplate.Execute(w, r)
}

// take sorts a statement into the answers of the first page, and keeps it for a card.
func (r *report) take(s *dossier.Statement) {
	several := len(s.Outlets) > 1
	list(&r.First, s, several && s.First.Known())
	list(&r.Changed, s, severityOf(s.Changes) == serious)
	list(&r.OneSource, s, several && len(bases(s)) == 1)
	if len(r.Cards) < mostCards {
		r.Cards = append(r.Cards, *s)
	} else {
		r.Left++
	}
}

func list(to *[]dossier.Statement, s *dossier.Statement, belongs bool) {
	if belongs && len(*to) < mostListed {
		*to = append(*to, *s)
	}
}
