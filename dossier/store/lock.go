package store

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

// Held says that another program writes to the dossier.
type Held struct {
	Path string
	// By names the holder, as far as it said.
	By string
}

func (h *Held) Error() string {
	if h.By == "" {
		return h.Path + ": open for writing in another window or program"
	}
	return fmt.Sprintf("%s: open for writing by %s", h.Path, h.By)
}

// Lock is the right to write to a dossier. The operating system gives it back when the program ends, however it
// ends; there is no heartbeat and no time limit. It is held on a file of its own beside the dossier, because
// SQLite locks ranges of the dossier itself and closing a second handle there would drop them.
type Lock struct{ f *os.File }

// lockMark ends the name of that file.
const lockMark = "-lock"

var errBusy = errors.New("locked")

// Acquire takes the lock of the dossier at path at once or gives [Held].
func Acquire(path, who string) (*Lock, error) {
	name := path + lockMark
	for {
		f, err := lockFile(name)
		if errors.Is(err, errBusy) {
			return nil, &Held{Path: path, By: holder(name)}
		}
		if err != nil {
			return nil, fmt.Errorf("%s: cannot be written to here: %w", path, err)
		}
		if !sameFile(f, name) { // removed by the one who held it before, between our open and our lock
			f.Close()
			continue
		}
		l := &Lock{f: f}
		return l, l.sign(who)
	}
}

// sign leaves the holder's name for others to read.
func (l *Lock) sign(who string) error {
	text := fmt.Sprintf("%s (process %d)\n", strings.TrimSpace(strings.ReplaceAll(who, "\n", " ")), os.Getpid())
	if err := l.f.Truncate(0); err != nil {
		return err
	}
	_, err := l.f.WriteAt([]byte(text), 0)
	return err
}

func holder(name string) string {
	b, err := os.ReadFile(name)
	if err != nil {
		return ""
	}
	line, _, _ := strings.Cut(string(b), "\n")
	return strings.TrimSpace(line)
}

// Locked reports whether somebody took the right to write to the dossier at path and did not give it back. It takes no lock
// itself, so who ended without giving it back still counts.
func Locked(path string) bool {
	_, err := os.Stat(path + lockMark)
	return err == nil
}

func sameFile(f *os.File, name string) bool {
	mine, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(name)
	return err == nil && os.SameFile(mine, there)
}

// Release gives the right back and takes the file away.
func (l *Lock) Release() error { return errors.Join(removeLocked(l.f)...) }
