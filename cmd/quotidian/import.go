package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"quotidian/articles"
	"quotidian/articles/intake"
	"quotidian/dossier"
)

// source says what is to be imported into an open dossier, and which faults of it are tried again thereby.
type source func(*dossier.Dossier) (items iter.Seq[articles.Item], tried []dossier.FaultRow, err error)

// patience is how long a person who stops an import waits for it to end in good order. After that the program leaves:
// everything acknowledged is on disk, and the next command that writes makes the joins that are missing.
const patience = 300 * time.Millisecond

// importInto imports into the dossier at path and prints the faults and the balance.
func importInto(cmd *cobra.Command, path string, from source) (err error) {
	d, err := dossier.Open(path, dossier.Options{Create: true})
	if err != nil {
		return err
	}
	left := false
	defer func() {
		if left {
			return // the import still holds the dossier, and the program ends now
		}
		if cerr := d.Close(); err == nil {
			err = cerr
		}
	}()
	items, tried, err := from(d)
	if err != nil {
		return err
	}
	balance, left, err := addTo(cmd, d, items)
	if err == nil {
		err = d.SettleFaults(tried)
	}
	for _, f := range balance.Faults {
		fmt.Fprintln(cmd.ErrOrStderr(), "quotidian:", oneLine(f.Error()))
	}
	if _, werr := fmt.Fprintln(cmd.OutOrStdout(), balanceLine(balance)); err == nil {
		err = werr
	}
	if err == nil && len(balance.Faults) > 0 {
		return errFaults
	}
	return err
}

// addTo runs the import with a progress bar. left says that the person stopped it and that it goes on behind our back.
func addTo(cmd *cobra.Command, d *dossier.Dossier, items iter.Seq[articles.Item]) (b dossier.Balance, left bool, err error) {
	draw, done := showProgress(cmd.ErrOrStderr())
	defer done()
	var mu sync.Mutex
	var last dossier.Balance
	type end struct {
		balance dossier.Balance
		err     error
	}
	ended := make(chan end, 1)
	go func() {
		balance, err := d.Add(cmd.Context(), items, func(p dossier.Progress) {
			mu.Lock()
			last = p.Balance
			mu.Unlock()
			draw(p)
		})
		ended <- end{balance, err}
	}()
	select {
	case e := <-ended:
		return e.balance, false, e.err
	case <-cmd.Context().Done():
	}
	select {
	case e := <-ended:
		return e.balance, false, e.err
	case <-time.After(patience):
		mu.Lock()
		defer mu.Unlock()
		return last, true, context.Canceled
	}
}

func balanceLine(b dossier.Balance) string {
	return fmt.Sprintf("%d found = %d added + %d already there + %s", b.Found, b.Added, b.Already, plural(len(b.Faults), "fault"))
}

// showProgress draws a bar on a terminal and nothing elsewhere.
func showProgress(w io.Writer) (draw func(dossier.Progress), done func()) {
	if !isTerminal(w) {
		return func(dossier.Progress) {}, func() {}
	}
	bar := progressbar.NewOptions(-1, progressbar.OptionSetWriter(w), progressbar.OptionShowCount(), progressbar.OptionShowIts(),
		progressbar.OptionSetItsString("articles"), progressbar.OptionClearOnFinish(), progressbar.OptionSetDescription("reading"))
	return func(p dossier.Progress) {
		if p.Joining {
			bar.Describe("joining")
		}
		_ = bar.Set(p.Found) // a bar that cannot be drawn is no reason to stop an import
	}, func() { _ = bar.Finish() }
}

// importOptions are what a person can say of all that is imported, and whether faults are tried again.
type importOptions struct {
	intake.Options
	published string
	retry     bool
}

// flags declares the flags of these; again says what trying again does.
func (o *importOptions) flags(cmd *cobra.Command, again string) {
	cmd.Flags().StringVar(&o.Outlet, "outlet", "", "who published all of these articles")
	cmd.Flags().StringVar(&o.published, "date", "", "when all of these were published (2024-05-14 or 2024-05-14T11:20:00+03:00)")
	cmd.Flags().BoolVar(&o.retry, "retry", false, again)
}

// given reads the flag --date.
func given(published string) (articles.Date, error) {
	if published == "" {
		return articles.Date{}, nil
	}
	d, err := dossier.ParseDate(published)
	if err != nil {
		return d, usageError{err}
	}
	return d, nil
}

var errNothing = errors.New("there is no fault to retry in this dossier: add tries files again, fetch pages of the web, and standard input is gone")
