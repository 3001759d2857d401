package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// partMark ends the name of a file that is not whole yet. What is left of one after a crash is removed by the next
// writer.
const partMark = "-part"

// clearLeftovers removes files that a program did not finish. A person may keep files beside a dossier under names that begin as
// these do: only what has just the name of one of ours goes.
func clearLeftovers(path string) error {
	found, err := filepath.Glob(escapeGlob(path) + "*" + partMark + "*")
	if err != nil {
		return nil // see Backups
	}
	for _, p := range found {
		info, err := os.Lstat(p)
		if err != nil || !info.Mode().IsRegular() || !unfinished(p[len(path):]) {
			continue
		}
		if err := removeIfThere(p); err != nil {
			return err
		}
	}
	return nil
}

// unfinished reports whether a name, without that of the dossier it begins with, is that of a dossier or backup in the making, or of a
// file that stands beside one.
func unfinished(name string) bool {
	for _, side := range append([]string{lockMark}, sideFiles...) {
		name = strings.TrimSuffix(name, side)
	}
	stem, ok := strings.CutSuffix(name, partMark)
	return ok && (stem == "" || ours.MatchString(stem))
}

// ours are the names of the backups that the program makes: of a day, at a moment, before an upgrade, a merge or a repair.
var ours = regexp.MustCompile(`^` + backupMark + `(\d{4}-\d{2}-\d{2}(-\d{6})?|format\d+|merge|damaged)$`)

// copyFile copies a file that nobody writes to, under another name until the copy is on disk.
func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to+partMark, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err == nil {
		err = out.Sync()
	}
	if err = errors.Join(err, out.Close()); err != nil {
		return errors.Join(err, os.Remove(to+partMark))
	}
	return replaceFile(to+partMark, to)
}

// replaceFile puts a file in another's place at once, for good when it returns.
func replaceFile(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(to))
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
