package intake

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// input reads one input as the person named it.
func (r *reader) input(path string) bool {
	if r.ctx.Err() != nil {
		return false
	}
	if path == "-" {
		return r.stdin()
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return r.fault(path, "%s", cause(err))
	case info.IsDir():
		found := false
		return r.folder(path, &found) && (found || r.fault(path, "a folder with no file in it"))
	case !info.Mode().IsRegular():
		return r.fault(path, "neither a file nor a folder (%s)", info.Mode().Type())
	}
	return r.each(path)
}

// folder reads a folder in the order of its names. found is set once anything in it was read or at fault.
func (r *reader) folder(path string, found *bool) bool {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		*found = true
		return r.fault(path, "%s", cause(err))
	}
	if r.folders[real] {
		*found = true
		return true
	}
	r.folders[real] = true
	entries, err := os.ReadDir(path)
	if err != nil {
		*found = true
		return r.fault(path, "%s", cause(err))
	}
	for _, e := range entries {
		if leftOut(e, entries) {
			continue
		}
		if !r.entry(filepath.Join(path, e.Name()), e.Type(), found) {
			return false
		}
	}
	return true
}

// entry reads what stands in a folder. A plain file is not asked again what it is.
func (r *reader) entry(path string, kind fs.FileMode, found *bool) bool {
	if kind.IsRegular() {
		*found = true
		return r.ctx.Err() == nil && r.each(path)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return r.ctx.Err() == nil && r.folder(path, found)
	}
	*found = true
	return r.input(path)
}

// leftOut reports entries of a folder that no person put there to be read.
func leftOut(e fs.DirEntry, all []fs.DirEntry) bool {
	name := e.Name()
	switch {
	case strings.HasPrefix(name, "."), strings.HasPrefix(name, "~$"), name == "Thumbs.db", name == "desktop.ini", name == "__MACOSX":
		return true
	case !e.IsDir():
		return OfDossier(name)
	}
	stem, ok := strings.CutSuffix(name, "_files")
	if !ok {
		return false
	}
	for _, page := range all {
		if n := page.Name(); n == stem+".html" || n == stem+".htm" || n == stem+".xhtml" {
			return true
		}
	}
	return false
}

// OfDossier reports names of dossiers and of what stands beside them: SQLite's own files, the lock of who writes, backups, the log of what was
// watched, and what a crash left of a file on its way. Who keeps a dossier in the folder of its articles had the lock for an article, and three faults at every import.
func OfDossier(name string) bool {
	_, rest, ok := strings.Cut(name, ".dossier")
	switch strings.TrimPrefix(rest, "-part") {
	case "", "-wal", "-shm", "-journal", "-lock", ".watch.jsonl":
		return ok
	}
	return strings.HasPrefix(rest, "-backup-")
}

// cause drops the call and the path from an error of the file system: the path stands before the reason anyway.
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		return "no permission to read it"
	}
	return err.Error()
}
