package ui

import "quotidian/ui/say"

// about says what this is, which version, and where the dossier lies.
func (w *Window) about() {
	w.Tell("Quotidian "+w.app.Metadata().Version, say.T(
		"Who said what, where, and in whose words.\n\nDossier: %s\nSigned as: %s\n\nNothing leaves this computer.\n\nFree software under the Apache License, version 2.0.",
		w.dossier.Path(), w.dossier.Who()))
}
