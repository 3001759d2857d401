package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// Save has write fill a new file beside path, makes sure it is on the disk, and puts it in path's place.
// On an error of writing path is as it was, which the error says, and the new file is gone. The folder must exist. An old file gives its
// permissions to the new one; through a symbolic link the file behind it is replaced, not the link.
func Save(path string, write func(io.Writer) error) (err error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode, kept := fs.FileMode(0o644), ""
	switch info, err := os.Stat(path); {
	case err == nil && !info.Mode().IsRegular():
		return fmt.Errorf("export: %s: not a file", path)
	case err == nil:
		mode, kept = info.Mode().Perm(), " (the file that was there is as it was)"
	}
	dir := filepath.Dir(path)
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("export: %s: there is no folder %s", path, dir)
	}
	f, err := os.CreateTemp(dir, "."+filepath.Base(path)+"-*")
	if err != nil {
		return fmt.Errorf("export: %s: %w%s", path, err, kept)
	}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("export: %s: %w%s", path, err, kept), discard(f))
		}
	}()
	w := bufio.NewWriterSize(f, 256<<10)
	if err := write(w); err != nil {
		return err
	}
	if err := errors.Join(w.Flush(), f.Chmod(mode), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	kept = "" // the new file is there, though it may not last through a power cut
	return syncFolder(dir)
}

func discard(f *os.File) error {
	f.Close() // it may be closed already; what matters is that it goes
	if err := os.Remove(f.Name()); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// syncFolder makes the new name last through a power cut. Windows has no such call and keeps names by itself.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
