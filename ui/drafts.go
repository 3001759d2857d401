package ui

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"quotidian/draft/manuscript"
	"quotidian/ui/outside"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// OpenDraft asks for a draft and checks it.
func (w *Window) OpenDraft() {
	w.chooseFile(say.T("Open a draft"), w.CheckDraft, ".docx", ".txt", ".md", ".html", ".htm")
}

// CheckDraft reads a draft from a file and holds its quotes against the dossier.
func (w *Window) CheckDraft(path string) {
	w.work.Go(func(context.Context) func() {
		raw, err := readDraft(path)
		return func() {
			if err != nil {
				w.Failed(err)
				return
			}
			w.ShowDraft(filepath.Base(path), raw)
		}
	})
}

// readDraft reads a file up to one byte more than a draft may have, which package manuscript then refuses.
func readDraft(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, manuscript.SizeLimit+1))
}

// PasteDraft checks what the clipboard holds.
func (w *Window) PasteDraft() {
	text := w.app.Clipboard().Content()
	if text == "" {
		w.Say(say.T("The clipboard holds no text"))
		return
	}
	w.ShowDraft(say.T("Pasted text"), []byte(text))
}

// ShowDraft checks a draft and shows the result.
func (w *Window) ShowDraft(name string, raw []byte) {
	delete(w.stale, screen(w.Draft))
	w.Show(w.Draft)
	w.Draft.Check(name, raw)
}

// SaveDraft asks where the checked copy of the draft is to be saved.
func (w *Window) SaveDraft() {
	if !w.Draft.Ready() {
		w.Say(say.T("Open a draft first"))
		return
	}
	w.chooseTarget(say.T("Save the checked copy"), "checked.docx", w.saving(w.Draft.Save), ".docx", ".html")
}

// saving writes a file that takes no time and says so.
func (w *Window) saving(write func(path string) error) func(path string) {
	return func(path string) {
		if err := write(path); err != nil {
			w.Failed(err)
			return
		}
		w.written(path, say.T("Written: %s", path))
	}
}

// written says that a file was, and leads to it.
func (w *Window) written(path, said string) {
	w.offer(said,
		widget.Offer{Label: say.T("Open"), Do: func() { w.openOutside(path) }},
		widget.Offer{Label: say.T("Show in folder"), Do: func() { w.openOutside(filepath.Dir(path)) }})
}

// openOutside shows a file or folder in another program, or says where it is where none is for it.
func (w *Window) openOutside(path string) {
	w.work.Go(func(ctx context.Context) func() {
		if outside.Open(ctx, w.app, path) == nil {
			return nil
		}
		return func() { w.Tell(say.T("No program opens this here"), path) }
	})
}

// SavePicture asks where a chart is to be saved.
func (w *Window) SavePicture(plot int) {
	w.chooseTarget(say.T("Save the chart as a picture (.png or .svg)"), w.baseName()+".png",
		w.saving(func(path string) error { return w.Charts.Save(plot, path) }), ".png", ".svg")
}
