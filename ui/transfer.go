package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"quotidian/ui/background"
	"quotidian/ui/say"
)

// dialogSize is that of the questions for a file.
var dialogSize = fyne.NewSize(820, 560)

// chooseFile asks for a file that is there.
func (w *Window) chooseFile(title string, chosen func(path string), extensions ...string) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			w.Failed(err)
		case f != nil:
			path := f.URI().Path()
			if err := f.Close(); err != nil {
				w.Failed(err)
				return
			}
			chosen(path)
		}
	}, w.Fyne)
	if len(extensions) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(extensions))
	}
	d.SetTitleText(title)
	w.ask(d, dialogSize)
}

// chooseTarget asks for a file to write. Fyne opens it at once, so a file that was there is emptied before anything is
// written; it asks before.
func (w *Window) chooseTarget(title, name string, chosen func(path string), extensions ...string) {
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		switch {
		case err != nil:
			w.Failed(err)
		case f != nil:
			path := f.URI().Path()
			if err := f.Close(); err != nil {
				w.Failed(err)
				return
			}
			chosen(path)
		}
	}, w.Fyne)
	d.SetTitleText(title)
	d.SetFilter(storage.NewExtensionFileFilter(extensions))
	d.SetFileName(name)
	w.ask(d, dialogSize)
}

// baseName is the dossier's name without its folder and extension.
func (w *Window) baseName() string {
	return strings.TrimSuffix(filepath.Base(w.dossier.Path()), filepath.Ext(w.dossier.Path()))
}

// Export asks where and writes the workbook; another extension (.csv, .json, .html) writes that format.
func (w *Window) Export() {
	w.chooseTarget(say.T("Export the workbook"), w.baseName()+".xlsx", w.ExportTo, ".xlsx", ".csv", ".json", ".jsonl", ".html")
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
			}
		}
	})
}
