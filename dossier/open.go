package dossier

import (
	"context"
	"errors"
	"os/user"
	"sync"
	"time"

	"quotidian/articles"
	"quotidian/attribution"
	"quotidian/dossier/store"
)

// Options say how a dossier is opened. The zero value opens an existing one for writing.
type Options struct {
	// Create makes the file when there is none.
	Create bool
	// ReadOnly never writes; it works beside a program that does.
	ReadOnly bool
	// Refused is why opening it for writing failed before, where no other program holds it: see [Dossier.Refused].
	Refused error
	// Who signs decisions, and is named to others who want to write meanwhile. The user's name when empty.
	Who string
	// Now is the clock of decisions and imports; time.Now when nil.
	Now func() time.Time
}

// Dossier is an open dossier.
type Dossier struct {
	path    string
	who     string
	now     func() time.Time
	notes   []string
	store   store.Store
	write   bool
	refused error
	// The two ways of reading articles, see [Dossier.Careful].
	quickly, carefully reading

	mu    sync.Mutex // held by whatever changes the dossier; guards work
	work  *work      // what writing needs, read on first use
	cache cache
}

// Open opens the dossier at path. When another program writes to it the error is a [store.Held], and opening it
// with ReadOnly works; a newer format gives a [store.Newer].
func Open(path string, o Options) (*Dossier, error) {
	return open(path, o, attribution.Extract, attribution.ExtractCarefully)
}

func open(path string, o Options, quick, careful func(*articles.Article) []attribution.Quote) (*Dossier, error) {
	mode := store.ReadWrite
	switch {
	case o.ReadOnly:
		mode = store.ReadOnly
	case o.Create:
		mode = store.Create
	}
	d := &Dossier{
		path: path, who: o.Who, now: o.Now, write: !o.ReadOnly, refused: o.Refused,
		quickly: reading{quick, readRules}, carefully: reading{careful, carefulRules},
	}
	if d.who == "" {
		d.who = userName()
	}
	if d.now == nil {
		d.now = time.Now
	}
	s, err := store.Open(context.Background(), path, mode, d.who)
	if err != nil {
		return nil, err
	}
	d.store = s
	if d.write {
		err = d.mend(context.Background())
	} else {
		err = d.noteUnjoined(context.Background())
	}
	if err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

// noteUnjoined notes what is missing in the lists of a dossier that is only read, where nothing can be mended.
func (d *Dossier) noteUnjoined(ctx context.Context) error {
	folded, err := d.store.Folded(ctx)
	if err == nil && !folded {
		d.notes = append(d.notes, unjoined)
	}
	return err
}

const unjoined = "an import is still running or was stopped: what it read is not in the lists yet; \"quotidian analyse\" finishes one that was stopped"

// Joined reports whether the lists follow from all articles. They do not between an import and its end.
func (d *Dossier) Joined() (bool, error) { return d.store.Folded(context.Background()) }

func userName() string {
	u, err := user.Current()
	switch {
	case err != nil:
		return "someone"
	case u.Name != "":
		return u.Name
	default:
		return u.Username
	}
}

// Close gives the file back. Everything acknowledged was on disk before.
func (d *Dossier) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.work = nil
	d.cache.drop()
	return d.store.Close()
}

// closeKept closes a dossier that is kept beside what takes its place: that a second copy, the daily backup, could not be made
// fails nothing then.
func (d *Dossier) closeKept() error {
	err := d.Close()
	if _, only := err.(*store.Unsaved); only {
		return nil
	}
	return err
}

// Path is the file's name as it was opened, Who the person who signs, Writable whether decisions can be made.
func (d *Dossier) Path() string   { return d.path }
func (d *Dossier) Who() string    { return d.who }
func (d *Dossier) Writable() bool { return d.write }

// Refused is why the dossier could not be opened for writing, as who opened it for reading was told: its folder or file does not
// allow it. It is nil where another program writes to it, or where nobody tried.
func (d *Dossier) Refused() error { return d.refused }

// Held reports whether another program has the dossier open for writing, as far as that can be seen from its lock.
func (d *Dossier) Held() bool { return !d.write && store.Locked(d.path) }
