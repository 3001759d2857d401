package store

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// Moved is given for a write to a dossier whose file is no longer where it was opened: renamed, deleted, or another one put in its
// place. SQLite would go on writing, into a log that stays behind under the old name and that nobody ever reads again. It looks
// for this itself only where it keeps no such log (SQLITE_READONLY_DBMOVED), and by the same means.
type Moved struct{ Path string }

func (m *Moved) Error() string {
	return m.Path + ": the file was moved, renamed or deleted while the dossier is open, so this step was not kept: " +
		"put the file back under this name and do it again, or close the dossier and open the file where it is now"
}

// Orphaned is given where there is no dossier, but the log of one that was not closed: a new one would write over it.
type Orphaned struct{ Path, Log string }

func (o *Orphaned) Error() string {
	return fmt.Sprintf("%s: there is no such dossier, but %s lies there, with the last changes of one: "+
		"put its file back under this name, or remove what is left of it", o.Path, o.Log)
}

// orphaned looks for what a dossier that was not closed left beside the place where there is no file.
func orphaned(path string) error {
	for _, side := range sideFiles {
		if exists(path + side) {
			return &Orphaned{Path: path, Log: path + side}
		}
	}
	return nil
}

// moved looks whether the file that was opened still lies at its path. It costs a microsecond, a write many times that.
func (f *file) moved() error {
	if f.opened == nil {
		return nil // it is being opened
	}
	if now, err := os.Stat(f.path); err != nil || !os.SameFile(now, f.opened) {
		return &Moved{Path: f.path}
	}
	return nil
}

// takeLeave folds SQLite's log into a file that was moved, wherever it lies now, and takes away what is left under the old name.
// SQLite does neither when the path leads to its file no longer; the file would pass for a copy without the last changes.
func (f *file) takeLeave(ctx context.Context) error {
	if f.moved() == nil {
		return nil
	}
	if err := f.checkpoint(ctx); err != nil || hasLog(f.path) {
		return errors.Join(err, &Moved{Path: f.path})
	}
	var errs []error
	for _, side := range sideFiles {
		errs = append(errs, removeIfThere(f.path+side))
	}
	return errors.Join(errs...)
}
