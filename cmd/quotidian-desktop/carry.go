package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// formerIDs are the names under which settings were kept before, the newest first.
var formerIDs = []string{"example.quotidian.desktop"}

// settingsFolder is where Fyne keeps the settings of all its programs, each below its ID. Fyne itself tells that only of a
// program that runs, which has read its settings by then.
func settingsFolder(goos string) (string, error) {
	home, err := os.UserHomeDir()
	switch goos {
	case "darwin":
		return filepath.Join(home, "Library", "Preferences", "fyne"), err
	case "windows":
		return filepath.Join(home, "AppData", "Roaming", "fyne"), err
	}
	config, err := os.UserConfigDir()
	return filepath.Join(config, "fyne"), err
}

// carryOver brings settings that were kept under a former ID to the one that holds, once: those that are there stay. The old
// ones are left where they are, for a program that was not replaced yet.
func carryOver() error {
	folder, err := settingsFolder(runtime.GOOS)
	if err != nil {
		return err
	}
	file := func(id string) string { return filepath.Join(folder, id, "preferences.json") }
	to := file(metadata().ID)
	if !missing(to) {
		return nil
	}
	for _, id := range formerIDs {
		raw, err := os.ReadFile(file(id))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = os.MkdirAll(filepath.Dir(to), 0o755)
		}
		if err == nil {
			err = os.WriteFile(to+".new", raw, 0o600)
		}
		if err == nil {
			err = os.Rename(to+".new", to)
		}
		return err
	}
	return nil
}
