package export

import (
	"cmp"
	"context"
	_ "embed"
	"io"
	"strings"
	"text/template"

	"quotidian/dossier"
	"quotidian/matching/wording"
)

//go:embed report.md
var markdownSource string

var markdownTemplate = template.Must(template.New("report").Funcs(template.FuncMap{
	"md": escapeMarkdown, "dated": inWords, "notes": notes, "positions": positions, "marked": marked,
	"sources": sourcesOf, "names": namesOf,
	"carrier": func(name string) string { return cmp.Or(name, unknownOutlet) },
	"serious": func(cs []wording.Change) bool { return severityOf(wording.KindsOf(cs)) == serious },
	"entries": func(s *dossier.Statement) []entry { return entryList(s) },
}).Parse(markdownSource))

func writeMarkdown(ctx context.Context, src Source, w io.Writer, o Options) error {
	r, err := newReport(ctx, src, o)
	if err != nil {
		return err
	}
	return markdownTemplate.Execute(w, r)
}

// escapeMarkdown makes a text stand in Markdown as it is: on one line, and with every sign that could mean something
// made a plain one. A full stop or a dash means something only at the beginning of a line, where no text of ours
// stands but behind a sign of the template.
func escapeMarkdown(s string) string {
	return markdownSigns.Replace(strings.Join(strings.Fields(s), " "))
}

var markdownSigns = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `<`, `\<`, `>`, `\>`, `#`, `\#`, `|`, `\|`, `~`, `\~`, `&`, `\&`, `$`, `\$`,
)
