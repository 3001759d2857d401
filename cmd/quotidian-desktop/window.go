//go:build cgo || ci

package main

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/export"
	"quotidian/export/measured"
	"quotidian/ui"
	"quotidian/ui/background"
	"quotidian/ui/look"
	"quotidian/ui/prefs"
	"quotidian/ui/say"
)

// theApp is the one app of the program, made when it is first asked for.
var theApp = sync.OnceValue(func() fyne.App {
	app.SetMetadata(metadata())
	if err := carryOver(); err != nil {
		fyne.LogError("the settings of an older version could not be taken over", err)
	}
	return app.NewWithID(metadata().ID)
})

// lastDossier is the dossier of the person's own that was opened last and is still there, "" for none.
func lastDossier() string {
	sample, err := samplePath()
	for _, path := range prefs.Of(theApp()).Recent() {
		if err != nil || path != sample {
			return path
		}
	}
	return ""
}

// show runs windows until the last one is closed; the first one shows d.
func show(d *dossier.Dossier, o options) error {
	a := theApp()
	if err := say.Use(prefs.Of(a).Language()); err != nil {
		return err
	}
	k := newDesk(a, o)
	w := k.window(d, o.page)
	if o.tour {
		w.Tour()
	}
	if o.failed != nil {
		w.Instead(o.failed)
	}
	a.Run()
	k.closeRest()
	return errors.Join(k.closing...)
}

// desk is every window of this program, by the dossier it shows. It belongs to the UI goroutine.
type desk struct {
	app     fyne.App
	options options
	windows map[string]*ui.Window
	// next is what is to be done with a dossier once its window is closed.
	next    map[string]func()
	closing []error // what went wrong when dossiers were closed
	// held closes the dossier of each window that is open, once nothing works on it any more.
	held map[*ui.Window]func() error
}

func newDesk(a fyne.App, o options) *desk {
	return &desk{app: a, options: o, windows: map[string]*ui.Window{}, next: map[string]func(){}, held: map[*ui.Window]func() error{}}
}

// hold remembers what is to be closed for a window that nobody closes.
func (k *desk) hold(w *ui.Window, work *background.Background, d *dossier.Dossier) {
	k.held[w] = func() error {
		work.Close()
		return d.Close()
	}
}

// closeRest closes the dossiers of windows that nobody closed: who logs out, or shuts the computer down, ends the program
// by a signal. The next one to open such a dossier would have to look it through as after a crash, and would say so.
func (k *desk) closeRest() {
	for _, shut := range k.held {
		if err := shut(); err != nil {
			k.closing = append(k.closing, err)
		}
	}
}

// open shows a dossier: in the window that has it open already, else in a new one. A window that can only read it, since
// another program wrote to it, gives way to one that can write.
func (k *desk) open(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	before := k.windows[path]
	if before != nil && before.Writable() {
		before.Fyne.RequestFocus()
		return nil
	}
	d, err := dossier.Open(path, dossier.Options{Create: true})
	if before == nil {
		d, err = orRead(path, d, err)
	}
	if err != nil {
		return err
	}
	k.window(d, "")
	if before != nil {
		before.Fyne.Close()
	}
	return nil
}

// quit closes every window, and with the last one the program; one in which a job is under way asks first.
func (k *desk) quit() {
	for _, w := range k.windows {
		w.Close()
	}
}

// speak has every window speak the language that holds now.
func (k *desk) speak() {
	for _, w := range k.windows {
		w.Respeak()
	}
}

// sample shows the sample dossier with the tour.
func (k *desk) sample() error {
	path, err := samplePath()
	if err != nil {
		return err
	}
	if w := k.windows[path]; w != nil {
		w.Fyne.RequestFocus()
		w.Tour()
		return nil
	}
	d, err := openSample()
	if err == nil {
		k.window(d, "").Tour()
	}
	return err
}

func (k *desk) window(d *dossier.Dossier, page string) *ui.Window {
	path, err := filepath.Abs(d.Path())
	if err != nil {
		path = d.Path()
	}
	mode := look.Mode(k.options.theme)
	k.options.theme = "" // those after the first look as it does by then
	var w *ui.Window
	work := background.New()
	w = ui.New(ui.Config{
		App: k.app, Dossier: d, Work: work, Mode: mode, Page: page,
		Export: exporter(d), Open: k.open, Sample: k.sample, Merge: k.merge, Quit: k.quit, Speak: k.speak,
		Closed: func() {
			if k.windows[path] == w {
				delete(k.windows, path)
			}
			delete(k.held, w)
			if err := d.Close(); err != nil {
				k.closing = append(k.closing, err)
			}
			if next := k.next[path]; next != nil {
				delete(k.next, path)
				next()
			}
		},
	})
	k.windows[path] = w
	k.hold(w, work, d)
	w.Fyne.Show()
	return w
}

// merge puts the dossier at other into the one at into: the window of this is closed, a small one says what is being
// done, and a new one shows what came of it.
func (k *desk) merge(into, other string) {
	path, err := filepath.Abs(into)
	w := k.windows[path]
	if err != nil || w == nil {
		return // it was closed meanwhile
	}
	waiting := k.app.NewWindow("Quotidian")
	waiting.SetContent(container.NewPadded(fynewidget.NewLabel(say.T("Merging %s and %s…", filepath.Base(path), filepath.Base(other)))))
	waiting.SetCloseIntercept(func() {}) // half a merge is none
	waiting.Show()
	k.next[path] = func() {
		background.New().Go(func(ctx context.Context) func() {
			m, err := dossier.Merge(ctx, path, other, dossier.Options{})
			return func() {
				k.merged(path, m, err)
				waiting.Close()
			}
		})
	}
	w.Fyne.Close()
}

// merged opens a dossier again after a merge and tells what came of it.
func (k *desk) merged(path string, m dossier.Merged, err error) {
	d, failed := open(path)
	if failed != nil {
		k.closing = append(k.closing, err, failed)
		return
	}
	w := k.window(d, "")
	if err != nil {
		w.Failed(err)
		return
	}
	w.Merged(m)
}

// exporter writes the dossier in the format that a path's extension names.
func exporter(d *dossier.Dossier) ui.Exporter {
	return func(ctx context.Context, path string, o export.Options) error {
		figures, err := measured.Of(d)
		if err != nil {
			return err
		}
		o.Name = strings.TrimSuffix(filepath.Base(d.Path()), filepath.Ext(d.Path()))
		o.Version, o.Made, o.Measured = metadata().Version, time.Now(), figures
		return export.Write(ctx, d, path, o)
	}
}
