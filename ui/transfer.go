package ui

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"quotidian/dossier"
	"quotidian/export"
	"quotidian/ui/background"
	"quotidian/ui/files"
	"quotidian/ui/picker"
	"quotidian/ui/prefs"
	"quotidian/ui/say"
)

// askFiles asks for files in the folder used last for that, and remembers the one answered with.
func (w *Window) askFiles(a files.Ask, answer func(paths []string)) {
	use := prefs.Reading
	if a.Kind == files.Target {
		use = prefs.Writing
	}
	a.Dir = w.prefs.Folder(use)
	var q *files.Question
	q = files.Show(w.Fyne.Canvas(), a, func(paths []string) {
		w.prefs.SetFolder(use, q.Model.Dir())
		answer(paths)
	}, func() {
		w.answered(q)
		w.Refocus()
	})
	w.questions = append(w.questions, q)
}

// chooseFile asks for a file that is there.
func (w *Window) chooseFile(title string, chosen func(path string), endings ...string) {
	w.askFiles(files.Ask{Kind: files.One, Title: title, Act: say.T("Open"), Endings: endings}, func(paths []string) { chosen(paths[0]) })
}

// chooseTarget asks for a file to write. Nothing is written, and nothing emptied, before chosen does so.
func (w *Window) chooseTarget(title, name string, chosen func(path string), endings ...string) {
	w.askFiles(files.Ask{Kind: files.Target, Title: title, Act: say.T("Save"), Name: name, Endings: endings}, func(paths []string) { chosen(paths[0]) })
}

// baseName is the dossier's name without its folder and extension.
func (w *Window) baseName() string {
	return strings.TrimSuffix(filepath.Base(w.dossier.Path()), filepath.Ext(w.dossier.Path()))
}

// Export asks where and in which format, and writes; the format chosen last is proposed. Where the list of statements is
// narrowed or has ticks, it asks first how much is wanted: nobody finds out in the file that a filter counted, or did not.
func (w *Window) Export() {
	all := w.extents()
	if len(all) == 1 {
		w.exportOf(all[0])
		return
	}
	w.pickOne(say.T("Export what?"), func() []picker.Choice {
		out := make([]picker.Choice, len(all))
		for i, e := range all {
			out[i] = picker.Choice{Title: e.title + e.why, Detail: say.N(e.statements, "statement"), Run: func() { w.exportOf(e) }}
		}
		return out
	})
}

// extent is how much of the dossier an export holds.
type extent struct {
	title, why string
	statements int
	name       string // what the file is proposed to be called, without its ending
	options    export.Options
}

// extents are the parts of the dossier that can be exported, the whole of it first.
func (w *Window) extents() []extent {
	v := w.Statements
	all := []extent{{title: say.T("The whole dossier"), statements: v.Model.Said(), name: w.baseName()}}
	if !v.Loaded {
		return all
	}
	part := func(ids []dossier.StatementID, why ...string) extent {
		return extent{
			statements: len(ids), name: say.T("%s part", w.baseName()),
			options: export.Options{Filter: dossier.Filter{Thought: true}, Listed: &export.Listed{IDs: ids, Why: why}},
		}
	}
	if v.Model.Thought() {
		all = append(all, extent{
			title: say.T("The whole dossier with attitudes"), statements: v.Model.All(), name: w.baseName(),
			options: export.Options{Filter: dossier.Filter{Thought: true}},
		})
	}
	if v.Model.Narrowed() && v.Model.Len() > 0 {
		why := v.Model.Narrowing()
		e := part(v.Model.IDs(), why...)
		e.title, e.why = say.T("What is listed now"), ": "+strings.Join(why, "; ")
		all = append(all, e)
	}
	if v.Ticked.Len() > 0 {
		e := part(v.Ticked.IDs(), say.T("Only the statements that were ticked"))
		e.title = say.T("What is ticked")
		all = append(all, e)
	}
	return all
}

// exportOf asks for the file that a part of the dossier goes to.
func (w *Window) exportOf(e extent) {
	ask := files.Ask{Kind: files.Target, Title: say.T("Export: %s", e.title), Act: say.T("Save"), Name: e.name + w.exportFormat(), Also: otherEndings}
	for _, ending := range export.Formats {
		if otherEndings[ending] == "" {
			ask.Endings, ask.Names = append(ask.Endings, ending), append(ask.Names, say.T(formatNames[ending]))
		}
	}
	w.askFiles(ask, func(paths []string) {
		w.prefs.SetFormat(strings.ToLower(filepath.Ext(paths[0])))
		w.ExportTo(paths[0], e.options)
	})
}

// amount says how much of the dossier a part is.
func amount(o export.Options) string {
	if o.Listed == nil {
		return ""
	}
	return " · " + say.N(len(o.Listed.IDs), "statement")
}

// formatNames says in words what is exported under an ending.
var formatNames = map[string]string{
	".xlsx": "Workbook", ".csv": "Table", ".jsonl": "JSON Lines", ".jsonld": "Linked data", ".md": "Report", ".html": "Report",
}

// otherEndings name a format that is offered under another ending: whoever types one gets it.
var otherEndings = map[string]string{".json": ".jsonl"}

// exportFormat is the ending of the export before, at first that of the workbook.
func (w *Window) exportFormat() string {
	if last := w.prefs.Format(); slices.Contains(export.Formats, last) {
		return last
	}
	return export.Formats[0]
}

// ExportTo writes what the options ask for on a goroutine.
func (w *Window) ExportTo(path string, o export.Options) {
	ctx, ok := w.beginJob(say.T("Writing %s…", filepath.Base(path)))
	if !ok {
		return
	}
	progress := background.Progress(w.work, func(n [2]int) {
		w.status.progress(say.T("Writing %s: %s of %s", filepath.Base(path), say.Number(n[0]), say.N(n[1], "statement")))
	})
	o.Progress = func(done, total int) { progress([2]int{done, total}) }
	w.work.Go(func(context.Context) func() {
		err := w.export(ctx, path, o)
		return func() {
			w.endJob()
			switch {
			case errors.Is(err, context.Canceled):
				w.report(say.T("Export cancelled"))
			case err != nil:
				w.Failed(err)
			default:
				said := say.T("Written: %s", path) + amount(o)
				w.report(said)
				w.written(path, said)
			}
		}
	})
}
