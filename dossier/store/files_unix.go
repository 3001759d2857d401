//go:build unix

package store

import (
	"errors"
	"os"
)

// syncFolder makes names in a folder last: a rename is on disk when its folder is.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
