package main

import (
	"fyne.io/fyne/v2"

	"quotidian/assets/icon"
)

// metadata is what FyneApp.toml says, in the binary: `go build` reads no FyneApp.toml that lies elsewhere, and
// without an ID preferences have no place. A test holds the two together. An ID that is changed goes to formerIDs.
func metadata() fyne.AppMetadata {
	return fyne.AppMetadata{
		ID:         "org.quotidian.Quotidian",
		Name:       "Quotidian",
		Version:    "0.1.0",
		Build:      1,
		Icon:       fyne.NewStaticResource("quotidian.png", icon.PNG),
		Migrations: map[string]bool{"fyneDo": true},
	}
}
