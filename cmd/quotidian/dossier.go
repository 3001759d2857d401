package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quotidian/dossier"
	"quotidian/dossier/store"
)

// whoVariable names the person who signs decisions when --who is not given.
const whoVariable = "QUOTIDIAN_WHO"

// withDossier opens the dossier named by the first argument, runs do, and closes it. An error of closing is an
// error: something may not have been written.
func withDossier(path string, o dossier.Options, do func(*dossier.Dossier) error) (err error) {
	if o.Who == "" {
		o.Who = os.Getenv(whoVariable)
	}
	d, err := openPatiently(path, o)
	if err != nil {
		return err
	}
	for _, note := range d.Notes() {
		fmt.Fprintf(os.Stderr, "quotidian: %s: %s\n", path, note)
	}
	defer func() {
		if cerr := closing(os.Stderr, d); err == nil {
			err = cerr
		}
	}()
	return do(d)
}

// closing closes a dossier. That the daily backup could not be made is said, and is no error: what was asked for is done.
func closing(errs io.Writer, d *dossier.Dossier) error {
	err := d.Close()
	if unsaved, only := err.(*store.Unsaved); only {
		fmt.Fprintf(errs, "quotidian: warning: %v; the dossier itself is whole\n", unsaved)
		return nil
	}
	return err
}

// heldFor is how long a command waits for another program to finish writing: as long as a person watches a cursor.
const heldFor = 10 * time.Second

// openPatiently opens a dossier; where another program writes to it, it says so and waits a while.
func openPatiently(path string, o dossier.Options) (*dossier.Dossier, error) {
	d, err := dossier.Open(path, o)
	var held *store.Held
	if !errors.As(err, &held) {
		return d, err
	}
	fmt.Fprintf(os.Stderr, "quotidian: %v; waiting up to %v\n", err, heldFor)
	for end := time.Now().Add(heldFor); errors.As(err, &held) && time.Now().Before(end); {
		time.Sleep(heldFor / 100)
		d, err = dossier.Open(path, o)
	}
	if errors.As(err, &held) {
		return nil, fmt.Errorf("%w; close it there and try again (reading works meanwhile)", err)
	}
	return d, err
}

// reading opens a dossier that is only looked at.
func reading(path string, do func(*dossier.Dossier) error) error {
	return withDossier(path, dossier.Options{ReadOnly: true}, do)
}

// pick finds the one id that begins with prefix; ids are long and people type their beginning.
func pick[T ~string](what, prefix string, ids []T) (T, error) {
	var found []T
	for _, id := range ids {
		if string(id) == prefix {
			return id, nil
		}
		if strings.HasPrefix(string(id), prefix) {
			found = append(found, id)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", fmt.Errorf("no %s %q in this dossier; list them to see their ids", what, prefix)
	default:
		return "", fmt.Errorf("%d %ss begin with %q; give more of the id", len(found), what, prefix)
	}
}

// shortID is enough of an id to type.
func shortID[T ~string](id T) string { return string(id)[:min(10, len(id))] }

// dossierCommand fills in what all commands on a dossier share.
func dossierCommand(cmd *cobra.Command, group string, min, max int) *cobra.Command {
	cmd.GroupID = group
	cmd.Args = args(count(min, max))
	return cmd
}
