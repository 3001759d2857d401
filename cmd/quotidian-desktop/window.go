//go:build cgo || ci

package main

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2/app"

	"quotidian/dossier"
	"quotidian/export"
	"quotidian/ui"
	"quotidian/ui/background"
	"quotidian/ui/look"
)

// show runs the window until it is closed.
func show(d *dossier.Dossier, o options) error {
	app.SetMetadata(metadata())
	a := app.NewWithID(metadata().ID)
	mode := look.Mode(o.theme)
	if mode == "" {
		mode = look.Mode(a.Preferences().StringWithFallback("theme", string(look.System)))
	}
	w := ui.New(ui.Config{App: a, Dossier: d, Work: background.New(), Mode: mode, Export: exporter(d)})
	if o.page != "" {
		w.Do("view." + o.page)
	}
	w.Fyne.SetMaster()
	w.Fyne.Show()
	a.Run()
	return nil
}

// exporter writes the dossier in the format that a path's extension names.
func exporter(d *dossier.Dossier) func(context.Context, string, func(done, total int)) error {
	return func(ctx context.Context, path string, progress func(done, total int)) error {
		name := strings.TrimSuffix(filepath.Base(d.Path()), filepath.Ext(d.Path()))
		return export.Write(ctx, d, path, export.Options{Name: name, Version: metadata().Version, Made: time.Now(), Progress: progress})
	}
}
