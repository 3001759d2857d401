//go:build !cgo && !ci

package main

import (
	"errors"

	"quotidian/dossier"
)

// show says why there is no window: OpenGL is reached through cgo. The rest of the program is tested without.
func show(d *dossier.Dossier, _ options) error {
	const why = "this program was built without cgo and has no window; build it with CGO_ENABLED=1"
	return errors.Join(errors.New(why), d.Close())
}

// lastDossier is none: what was opened is remembered by the window.
func lastDossier() string { return "" }
