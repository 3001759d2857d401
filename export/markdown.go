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
	"md": escapeMarkdown, "dated": inWords, "notes": notes, "positions": positions,
	"sources": sourcesOf, "names": namesOf,
	"carrier": func(name string) string { return cmp.Or(name, unknownOutlet) },
	"apart":   apart, "spoken": spoken, "mdDiff": diffMarkdown,
	"entries": func(s *dossier.Statement) []entry { return entryList(s) },
}).Parse(markdownSource))

// diffMarkdown shows what a wording changed, in the signs that Markdown has for it: ~~left out~~ **put in**.
func diffMarkdown(w *dossier.Wording) string {
	if !changed(w.Diff) {
		return escapeMarkdown(w.Text)
	}
	var parts []string
	put := func(around, text string) {
		if text = escapeMarkdown(text); text != "" {
			parts = append(parts, around+text+around)
		}
	}
	for _, r := range w.Diff {
		if r.Op == wording.Same {
			put("", r.B)
			continue
		}
		put("~~", r.A)
		put("**", r.B)
	}
	return strings.Join(parts, " ")
}

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
