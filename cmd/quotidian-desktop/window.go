//go:build cgo || ci

package main

import (
	"context"
	"errors"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"quotidian/dossier"
	"quotidian/export"
	"quotidian/ui"
	"quotidian/ui/background"
	"quotidian/ui/look"
	"quotidian/ui/prefs"
	"quotidian/ui/say"
)

// garbage is how much garbage, in percent of what is in use, waits to be collected. Go's own 100 would cost a window of
// a hundred thousand statements 80 MB; half of it costs no time that can be felt.
const garbage = 50

// show runs windows until the last one is closed; the first one shows d.
func show(d *dossier.Dossier, o options) error {
	debug.SetGCPercent(garbage)
	app.SetMetadata(metadata())
	a := app.NewWithID(metadata().ID)
	if err := say.Use(prefs.Of(a).Language()); err != nil {
		return err
	}
	k := &desk{app: a, options: o, windows: map[string]*ui.Window{}}
	w := k.window(d, o.page)
	if o.tour {
		w.Tour()
	}
	a.Run()
	return errors.Join(k.closing...)
}

// desk is every window of this program, by the dossier it shows. It belongs to the UI goroutine.
type desk struct {
	app     fyne.App
	options options
	windows map[string]*ui.Window
	closing []error // what went wrong when dossiers were closed
}

// open shows a dossier: in the window that has it open already, else in a new one.
func (k *desk) open(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if w := k.windows[path]; w != nil {
		w.Fyne.RequestFocus()
		return nil
	}
	d, err := open(path)
	if err == nil {
		k.window(d, "")
	}
	return err
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
	w := ui.New(ui.Config{
		App: k.app, Dossier: d, Work: background.New(), Mode: look.Mode(k.options.theme), Page: page,
		Export: exporter(d), Open: k.open, Sample: k.sample,
		Closed: func() {
			delete(k.windows, path)
			if err := d.Close(); err != nil {
				k.closing = append(k.closing, err)
			}
		},
	})
	k.windows[path] = w
	w.Fyne.Show()
	return w
}

// exporter writes the dossier in the format that a path's extension names.
func exporter(d *dossier.Dossier) func(context.Context, string, func(done, total int)) error {
	return func(ctx context.Context, path string, progress func(done, total int)) error {
		name := strings.TrimSuffix(filepath.Base(d.Path()), filepath.Ext(d.Path()))
		return export.Write(ctx, d, path, export.Options{Name: name, Version: metadata().Version, Made: time.Now(), Progress: progress})
	}
}
