package export

import (
	"cmp"
	"context"
	_ "embed"
	"html/template"
	"io"

	"quotidian/dossier"
	"quotidian/matching/wording"
)

//go:embed report.html
var reportSource string

var reportTemplate = template.Must(template.New("report").Funcs(template.FuncMap{
	"dated": inWords, "notes": notes, "positions": positions, "kinds": wording.KindsOf,
	"severity": func(k []wording.ChangeKind) string { return severityNames[severityOf(k)] },
	"entries":  func(s *dossier.Statement) []entry { return entryList(s) },
	"relay":    func(e entry) string { return relayed(e) },
	"op":       func(r wording.Run) string { return [...]string{"same", "deleted", "inserted", "replaced"}[r.Op] },
	"apart":    apart, "spoken": spoken,
	"only":    func(k wording.ChangeKind) []wording.ChangeKind { return []wording.ChangeKind{k} },
	"sources": sourcesOf, "names": namesOf,
	"carrier": func(name string) string { return cmp.Or(name, unknownOutlet) },
}).Parse(reportSource))

var severityNames = [...]string{none: "none", slight: "slight", visible: "visible", serious: "serious"}

// writeHTML writes the report as a page that needs nothing but a browser.
func writeHTML(ctx context.Context, src Source, w io.Writer, o Options) error {
	r, err := newReport(ctx, src, o)
	if err != nil {
		return err
	}
	return reportTemplate.Execute(w, r)
}
