// Package outside shows files and folders in the programs that the desktop has for them.
package outside

import (
	"context"
	"net/url"
	"os/exec"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
)

// Open shows a file or folder, and comes back when the desktop has handed it on: a while later where it stays with the program
// that it began. It ends with ctx; what was begun goes on. An error says that there is nothing to show it with.
//
// Fyne's own way does not wait for the answer, and where no program knows the file a person would see nothing happen.
func Open(ctx context.Context, a fyne.App, path string) error {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return a.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
	}
	err := exec.CommandContext(ctx, "xdg-open", path).Run()
	if ctx.Err() != nil {
		return nil
	}
	return err
}
