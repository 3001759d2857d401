package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"quotidian/articles"
	"quotidian/articles/archive"
	feeds "quotidian/articles/feed"
	"quotidian/articles/fetch"
	"quotidian/articles/intake"
	"quotidian/dossier"
)

// feedPause is the least time between two looks at a feed: more often is no use, and rude.
const feedPause = 15 * time.Minute

// settled is how long a file must have been left alone before it is read: it may still be being written.
const settled = 2 * time.Second

// leastPause is the shortest pause between two looks.
const leastPause = time.Second

func newWatch() *cobra.Command {
	w := watcher{fetcher: fetch.New(), feeds: map[string]*feedState{}}
	cmd := &cobra.Command{
		Use:   "watch DOSSIER DIR|FEED...",
		Short: "Add what arrives in folders and feeds, until stopped",
		Long: `Looks at folders and feeds again and again and adds to the dossier what is new: files that arrived or changed in a
folder or below it, entries of a feed (RSS, Atom or JSON, by its address) with the page that each links to. Where a page
cannot be fetched, the feed's own text is taken. A feed is asked every 15 minutes at most; see 'quotidian fetch' for how
pages are fetched. What comes is read as the dossier reads its articles; one that is
read carefully is begun with 'quotidian add DOSSIER FILE --careful'.

What was dealt with stands in a log beside the dossier (DOSSIER.watch.jsonl, one JSON object a line), so that a watch that
was stopped goes on where it was, also after a crash. Stop it with Ctrl-C.`,
		Example: "  quotidian watch case.dossier inbox/ https://courier.example/feed.xml\n  quotidian watch --once case.dossier inbox/",
		RunE: func(cmd *cobra.Command, args []string) error {
			if w.every < leastPause {
				return usageError{fmt.Errorf("--every %s: looking more often than every second finds nothing more", w.every)}
			}
			w.cmd, w.path = cmd, args[0]
			return w.run(cmd.Context(), args[1:])
		},
	}
	cmd.Flags().DurationVar(&w.every, "every", 30*time.Second, "how often to look: 1s or more")
	cmd.Flags().BoolVar(&w.once, "once", false, "look once and end")
	return dossierCommand(cmd, "dossier", 2, -1)
}

// watcher carries one run of the command.
type watcher struct {
	cmd     *cobra.Command
	path    string
	every   time.Duration
	once    bool
	fetcher *fetch.Fetcher
	log     *watchLog
	feeds   map[string]*feedState
}

// feedState is when a feed was asked last, what version of it came then, and the last version of which all is in the log.
type feedState struct {
	asked       time.Time
	came, known fetch.Version
}

// arrival is something new: how it is named in the log, and what it holds.
type arrival struct {
	entry logEntry
	items func(ctx context.Context) iter.Seq[articles.Item]
}

func (w *watcher) run(ctx context.Context, sources []string) (err error) {
	for _, s := range sources {
		if _, err := os.Stat(s); !fetch.IsWeb(s) && err != nil { // one that goes later may come again
			return fmt.Errorf("%s: there is no such folder", s)
		}
	}
	if w.log, err = openWatchLog(w.path + ".watch.jsonl"); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.log.close()) }()
	for {
		faults, err := w.look(ctx, sources)
		switch {
		case w.once && err == nil && faults > 0:
			return errFaults
		case w.once:
			return err
		case ctx.Err() != nil:
			return nil
		case err != nil:
			fmt.Fprintln(w.cmd.ErrOrStderr(), "quotidian:", oneLine(err.Error())) // perhaps the dossier is in use: the next look tries again
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(w.every):
		}
	}
}

// look adds all that is new in one import, and then notes it in the log. A source that cannot be looked at does not
// keep the others from being.
func (w *watcher) look(ctx context.Context, sources []string) (faults int, err error) {
	found, unread := w.arrivals(ctx, sources)
	if ctx.Err() != nil {
		return 0, unread
	}
	if len(found) == 0 {
		w.settle()
		return 0, unread
	}
	err = importInto(w.cmd, w.path, func(*dossier.Dossier) (iter.Seq[articles.Item], []dossier.FaultRow, error) {
		return together(ctx, found), nil, nil
	})
	if err != nil && !errors.Is(err, errFaults) {
		return 0, errors.Join(err, unread)
	}
	for _, a := range found {
		faults += len(a.entry.Faults)
		if err := w.log.add(a.entry); err != nil {
			return faults, err
		}
	}
	w.settle()
	return faults, unread
}

// settle notes that all that feeds gave is in the log, so that they need not give it again.
func (w *watcher) settle() {
	for _, s := range w.feeds {
		s.known = s.came
	}
}

// arrivals lists what is new in every source.
func (w *watcher) arrivals(ctx context.Context, sources []string) (found []arrival, unread error) {
	for _, s := range sources {
		list := w.folder
		if fetch.IsWeb(s) {
			list = func(address string) ([]arrival, error) { return w.feed(ctx, address) }
		}
		some, err := list(s)
		if err != nil {
			unread = errors.Join(unread, fmt.Errorf("%s: %w", s, err))
		}
		found = append(found, some...)
	}
	return found, unread
}

// together yields what the arrivals hold and counts it in their entries.
func together(ctx context.Context, found []arrival) iter.Seq[articles.Item] {
	return func(yield func(articles.Item) bool) {
		for i := range found {
			e := &found[i].entry
			for item := range found[i].items(ctx) {
				if item.Fault != nil {
					e.Faults = append(e.Faults, item.Fault.Error())
				} else {
					e.Articles++
				}
				if !yield(item) {
					return
				}
			}
		}
	}
}

// folder lists the files below dir that are not in the log as they are now.
func (w *watcher) folder(dir string) ([]arrival, error) {
	var out []arrival
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if path != dir && archive.Furniture(e.Name()) {
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !e.IsDir() && intake.OfDossier(e.Name()) {
			return nil
		}
		info, err := os.Stat(path)
		if err != nil || !info.Mode().IsRegular() {
			return nil // it went away, or is a folder
		}
		entry := logEntry{What: path, Size: info.Size(), Modified: info.ModTime().UTC()}
		if w.log.has(entry) || !w.once && time.Since(info.ModTime()) < settled {
			return nil
		}
		out = append(out, arrival{entry, func(ctx context.Context) iter.Seq[articles.Item] {
			return intake.Read(ctx, []string{path}, intake.Options{})
		}})
		return nil
	})
	return out, err
}

// feed lists the entries of a feed that are not in the log.
func (w *watcher) feed(ctx context.Context, address string) ([]arrival, error) {
	state := w.feeds[address]
	if state == nil {
		state = &feedState{}
		w.feeds[address] = state
	}
	if time.Since(state.asked) < feedPause {
		return nil, nil
	}
	state.asked = time.Now()
	p, err := w.fetcher.Changed(ctx, address, state.known)
	if err != nil || p == nil {
		return nil, err
	}
	entries, err := feeds.Read(p.Body)
	if err != nil {
		return nil, err
	}
	state.came = p.Version
	var out []arrival
	for _, e := range entries {
		entry := logEntry{What: e.Link}
		if e.Link == "" {
			entry.What = address + "#" + e.Place
		}
		if w.log.has(entry) {
			continue
		}
		out = append(out, arrival{entry, func(ctx context.Context) iter.Seq[articles.Item] { return w.entry(ctx, address, e) }})
	}
	slices.Reverse(out) // feeds begin with the latest
	return out, nil
}

// entry yields the page that an entry links to, or the entry's own text where there is no page to be had.
func (w *watcher) entry(ctx context.Context, address string, e feeds.Entry) iter.Seq[articles.Item] {
	return func(yield func(articles.Item) bool) {
		from := intake.Origin{URL: e.Link}
		if e.Article != nil {
			from.Listed = *e.Article
		}
		if fetch.IsWeb(e.Link) {
			ok := true
			rest := func(item articles.Item) bool {
				if item.Fault != nil && e.Article != nil {
					return true // the feed's own text follows
				}
				ok = false
				return yield(item)
			}
			if !page(ctx, w.fetcher, from, intake.Options{}, rest) || !ok || ctx.Err() != nil {
				return
			}
		}
		switch {
		case e.Article != nil:
			a := *e.Article
			a.Path = address + "#" + e.Place
			yield(intake.Complete(&a, intake.Options{}))
		case !fetch.IsWeb(e.Link):
			yield(articles.Item{Fault: &articles.Fault{Path: address + "#" + e.Place, Reason: e.Err.Error()}})
		}
	}
}
