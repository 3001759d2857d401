package ui

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"quotidian/export"
	"quotidian/ui/background"
	"quotidian/ui/files"
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

// Export asks where and in which format, and writes; the format chosen last is proposed.
func (w *Window) Export() {
	ask := files.Ask{Kind: files.Target, Title: say.T("Export the whole dossier (no filter counts)"), Act: say.T("Save"), Name: w.baseName() + w.exportFormat(), Endings: export.Formats}
	for _, ending := range export.Formats {
		ask.Names = append(ask.Names, say.T(formatNames[ending]))
	}
	w.askFiles(ask, func(paths []string) {
		w.prefs.SetFormat(strings.ToLower(filepath.Ext(paths[0])))
		w.ExportTo(paths[0])
	})
}

// formatNames says in words what is exported under an ending.
var formatNames = map[string]string{
	".xlsx": "Workbook", ".csv": "Table", ".json": "JSON Lines", ".jsonl": "JSON Lines", ".jsonld": "Linked data", ".md": "Report", ".html": "Report",
}

// exportFormat is the ending of the export before, at first that of the workbook.
func (w *Window) exportFormat() string {
	if last := w.prefs.Format(); slices.Contains(export.Formats, last) {
		return last
	}
	return export.Formats[0]
}

// ExportTo writes the dossier on a goroutine.
func (w *Window) ExportTo(path string) {
	ctx, ok := w.beginJob(say.T("Writing %s…", filepath.Base(path)))
	if !ok {
		return
	}
	progress := background.Progress(w.work, func(n [2]int) {
		w.status.progress(say.T("Writing %s: %s of %s", filepath.Base(path), say.Number(n[0]), say.N(n[1], "statement")))
	})
	w.work.Go(func(context.Context) func() {
		err := w.export(ctx, path, func(done, total int) { progress([2]int{done, total}) })
		return func() {
			w.endJob()
			switch {
			case errors.Is(err, context.Canceled):
				w.report(say.T("Export cancelled"))
			case err != nil:
				w.Failed(err)
			default:
				w.report(say.T("Written: %s", path))
				w.written(path)
			}
		}
	})
}
