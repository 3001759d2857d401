//go:build unix

package store

import (
	"errors"
	"os"
	"syscall"
)

// lockFile opens name and locks it for this open file alone.
func lockFile(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = errBusy
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// removeLocked removes the file while it is still locked, so that nobody else can be holding it.
func removeLocked(f *os.File) []error {
	return []error{os.Remove(f.Name()), f.Close()}
}
