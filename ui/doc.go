// Package ui is the window: a toolbar, a sidebar of screens, the screen in sight, a status line.
//
// Each screen is a package of its own with a model that knows nothing of Fyne, a thin view, and two small
// interfaces: what it needs of a dossier (Source) and of the window around it (Host). [Window] is every
// screen's Host; screens do not know each other. What a person can do is one list of commands, from which the
// menu, the shortcuts, the palette and the help page are made.
//
// Goroutines: the window's own state, all screens and all widgets belong to the UI goroutine. Long work (import,
// export, decisions, reading a big list) runs through background.Background and comes back by it; nothing else
// in the window starts a goroutine or calls fyne.Do.
package ui
