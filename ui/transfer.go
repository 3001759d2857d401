package ui

import (
	"context"
	"errors"
	"iter"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"quotidian/articles"
	"quotidian/articles/intake"
	"quotidian/dossier"
	"quotidian/ui/background"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// importer takes articles in; *dossier.Dossier is one.
type importer interface {
	Add(ctx context.Context, items iter.Seq[articles.Item], progress func(dossier.Progress)) (dossier.Balance, error)
}

// Import asks for a file and reads it.
func (w *Window) Import() {
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
			w.ImportPaths([]string{path})
		}
	}, w.Fyne)
	d.SetTitleText(say.T("Import an article or an archive of articles"))
	d.Resize(fyne.NewSize(820, 560))
	d.Show()
}

// ImportFolder asks for a folder and reads everything in it.
func (w *Window) ImportFolder() {
	d := dialog.NewFolderOpen(func(f fyne.ListableURI, err error) {
		switch {
		case err != nil:
			w.Failed(err)
		case f != nil:
			w.ImportPaths([]string{f.Path()})
		}
	}, w.Fyne)
	d.SetTitleText(say.T("Import a folder of articles"))
	d.Resize(fyne.NewSize(820, 560))
	d.Show()
}

// dropped imports files and folders that were dropped on the window.
func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) > 0 {
		w.ImportPaths(paths)
	}
}

// ImportPaths reads files and folders on a goroutine, shows how far it is, and ends with the balance.
func (w *Window) ImportPaths(paths []string) {
	ctx, ok := w.beginJob(say.T("Reading…"))
	if !ok {
		return
	}
	progress := background.Progress(w.work, func(p dossier.Progress) { w.status.progress(importLine(p)) })
	w.work.Go(func(context.Context) func() {
		balance, err := w.dossier.Add(ctx, intake.Read(ctx, paths, intake.Options{}), progress)
		return func() {
			w.endJob()
			w.changed()
			w.imported(balance, err)
		}
	})
}

func importLine(p dossier.Progress) string {
	if p.Joining {
		return say.T("%s read, joining statements…", say.N(p.Found, "input"))
	}
	return say.T("%s read: %s", say.Number(p.Found), filepath.Base(p.Path))
}

// beginJob shows a job in the status line; ok is false when another one is under way.
func (w *Window) beginJob(what string) (ctx context.Context, ok bool) {
	if w.job != nil {
		w.Say(say.T("Another job is under way; it can be cancelled below"))
		return nil, false
	}
	ctx, cancel := w.work.Context()
	w.job = cancel
	w.status.begin(what, w.cancelJob)
	return ctx, true
}

func (w *Window) cancelJob() {
	if w.job != nil {
		w.status.progress(say.T("Stopping…"))
		w.job()
	}
}

func (w *Window) endJob() {
	w.job()
	w.job = nil
	w.status.end()
}

// imported shows the balance: a message when all went well, the list of faults when something did not.
func (w *Window) imported(b dossier.Balance, err error) {
	switch {
	case err != nil && !errors.Is(err, context.Canceled):
		w.Failed(err)
	case len(b.Faults) > 0:
		w.showFaults(b)
	case err != nil:
		w.Say(say.T("Cancelled.") + " " + BalanceLine(b))
	default:
		w.Say(BalanceLine(b))
	}
}

// BalanceLine is the account of an import: nothing is lost without a line.
func BalanceLine(b dossier.Balance) string {
	return say.T("%s found = %s added + %s already there + %s", say.Number(b.Found), say.Number(b.Added), say.Number(b.Already), say.N(len(b.Faults), "fault"))
}

func (w *Window) showFaults(b dossier.Balance) {
	parts := []fyne.CanvasObject{widget.Prose(widget.Run{Text: say.T("These inputs could not be read. All others are in the dossier."), Ink: look.Muted})}
	for i, f := range b.Faults {
		if i == maxFaults {
			parts = append(parts, widget.NewLine(say.T("and %d more, listed under Articles", len(b.Faults)-i), widget.Quiet))
			break
		}
		parts = append(parts, widget.Prose(widget.Run{Text: f.Path, Style: fyne.TextStyle{Bold: true}}, widget.Run{Text: "\n" + f.Reason}))
	}
	d := dialog.NewCustom(BalanceLine(b), say.T("Close"), widget.NewPage(widget.Padded(8, widget.Stack(8, parts...))), w.Fyne)
	d.Resize(fyne.NewSize(640, 420))
	d.Show()
}

// maxFaults bounds the list shown after an import.
const maxFaults = 100

// Export asks where and writes the workbook; another extension (.csv, .json, .html) writes that format.
func (w *Window) Export() {
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
			w.ExportTo(path)
		}
	}, w.Fyne)
	d.SetTitleText(say.T("Export the workbook"))
	d.SetFilter(storage.NewExtensionFileFilter([]string{".xlsx", ".csv", ".json", ".jsonl", ".html"}))
	d.SetFileName(strings.TrimSuffix(filepath.Base(w.dossier.Path()), filepath.Ext(w.dossier.Path())) + ".xlsx")
	d.Resize(fyne.NewSize(820, 560))
	d.Show()
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
				w.Say(say.T("Export cancelled"))
			case err != nil:
				w.Failed(err)
			default:
				w.Say(say.T("Written: %s", path))
			}
		}
	})
}
