package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"quotidian/articles"
	"quotidian/articles/intake"
	"quotidian/dossier"
	"quotidian/dossier/pace"
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
		if cerr := closing(cmd.ErrOrStderr(), d); err == nil {
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
	nameFaults(cmd.ErrOrStderr(), &balance, path)
	if _, werr := fmt.Fprintln(cmd.OutOrStdout(), balanceLine(balance)); err == nil {
		err = werr
	}
	if err == nil && !left {
		err = printHoldings(cmd.OutOrStdout(), d)
	}
	if err == nil && len(balance.Faults) > 0 {
		return errFaults
	}
	return err
}

// addTo runs the import with a progress bar. left says that the person stopped it and that it goes on behind our back.
func addTo(cmd *cobra.Command, d *dossier.Dossier, items iter.Seq[articles.Item]) (b dossier.Balance, left bool, err error) {
	var mu sync.Mutex
	var last dossier.Progress
	var joining time.Time // since when
	var reading pace.Pace
	defer startMeter(cmd.ErrOrStderr(), func(since time.Duration) string {
		mu.Lock()
		defer mu.Unlock()
		if last.Joining {
			return fmt.Sprintf("%s read; joining names and statements, %s", plural(last.Found, "article"), seconds(time.Since(joining)))
		}
		return progressLine(&last, since, &reading)
	})()
	type end struct {
		balance dossier.Balance
		err     error
	}
	ended := make(chan end, 1)
	go func() {
		balance, err := d.Add(cmd.Context(), items, func(p dossier.Progress) {
			mu.Lock()
			defer mu.Unlock()
			if p.Joining && !last.Joining {
				joining = time.Now()
			}
			last = p
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
		return last.Balance, true, context.Canceled
	}
}

// named is how many faults of one import are named: those of a folder often have one cause, and a terminal holds no more.
const named = 20

// nameFaults names the first articles of an import of which something could not be read, and the first faults, and says
// where the others are.
func nameFaults(errs io.Writer, b *dossier.Balance, path string) {
	nameFirst(errs, b.Misread, "article", fmt.Sprintf("'quotidian articles %s' shows all with their dates", path))
	nameFirst(errs, b.Faults, "fault", fmt.Sprintf("'quotidian articles %s --faults' lists all", path))
}

func nameFirst(errs io.Writer, list []articles.Fault, what, where string) {
	for _, f := range list[:min(named, len(list))] {
		fmt.Fprintln(errs, "quotidian:", oneLine(f.Error()))
	}
	if more := len(list) - named; more > 0 {
		fmt.Fprintf(errs, "quotidian: and %s more; %s\n", plural(more, what), oneLine(where))
	}
}

// printHoldings says what a dossier holds after an import: what was found in the articles, and what wants a person.
func printHoldings(w io.Writer, d *dossier.Dossier) error {
	n, err := d.Counts()
	if err != nil || n.Articles == 0 {
		return err
	}
	careful, err := d.Careful()
	if err != nil {
		return err
	}
	behind, err := d.Outdated()
	if err != nil {
		return err
	}
	articles := plural(n.Articles, "article")
	if careful && behind == 0 {
		articles = plural(n.Articles, "carefully read article")
	}
	undated := ""
	if n.Undated > 0 {
		undated = fmt.Sprintf(" (%d undated)", n.Undated)
	}
	said := plural(n.Statements, "statement")
	if n.Thoughts > 0 {
		said += " and " + plural(n.Thoughts, "attitude")
	}
	_, err = fmt.Fprintf(w, "the dossier holds %s%s of %s, %s in %s by %s; %s for a decision\n%s", articles, undated,
		plural(n.Outlets, "outlet"), plural(n.Quotes, "quote"), said, plural(n.Speakers, "speaker"), waiting(n.Proposals), behindLine(behind, d.Path()))
	return err
}

func balanceLine(b dossier.Balance) string {
	return fmt.Sprintf("%d found = %d added + %d already there + %s", b.Found, b.Added, b.Already, plural(len(b.Faults), "fault"))
}

// progressLine says where the reading stands after a while. How many articles there are is known only when all are read: an
// archive, a table or a feed may hold any number. What part of their bytes is read is known of files, see [intake.Measured].
func progressLine(p *dossier.Progress, since time.Duration, reading *pace.Pace) string {
	line := fmt.Sprintf("%s read, %.0f a second", plural(p.Found, "article"), float64(p.Found)/since.Seconds())
	if p.Done > 0 {
		line += fmt.Sprintf("; %d %%", int(100*p.Done))
	}
	if left, ok := reading.At(since, p.Done); ok {
		line += ", about " + roughly(pace.Round(left)) + " left to read"
	}
	return line
}

// roughly is a time in words of one unit.
func roughly(d time.Duration) string {
	if d < time.Minute {
		return fmt.Sprintf("%d s", int(d.Seconds()))
	}
	return fmt.Sprintf("%d min", int(d.Minutes()))
}

// importOptions are what a person can say of all that is imported, whether faults are tried again, and whether a new dossier is
// read carefully.
type importOptions struct {
	intake.Options
	published string
	retry     bool
	careful   bool
}

// flags declares the flags of these; again says what trying again does.
func (o *importOptions) flags(cmd *cobra.Command, again string) {
	cmd.Flags().StringVar(&o.Outlet, "outlet", "", "who published all of these articles")
	cmd.Flags().StringVar(&o.published, "date", "", "when all of these were published (2024-05-14 or 2024-05-14T11:20:00+03:00)")
	cmd.Flags().BoolVar(&o.retry, "retry", false, again)
	carefulFlag(cmd, &o.careful, "the articles of a new dossier ")
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
