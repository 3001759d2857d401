package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"quotidian/ui/say"
)

// about says what this is, which version, and where the dossier lies.
func (w *Window) about() {
	m := w.app.Metadata()
	w.ask(dialog.NewInformation("Quotidian "+m.Version, say.T(
		"Who said what, where, and in whose words.\n\nDossier: %s\nSigned as: %s\n\nNothing leaves this computer.",
		w.dossier.Path(), w.dossier.Who()), w.Fyne), fyne.Size{})
}
