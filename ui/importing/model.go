// Package importing is the screen of what comes in: where articles are taken from, how far an import is, what became
// of every input, and what could not be read and why.
package importing

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"quotidian/articles"
	"quotidian/articles/intake"
	"quotidian/dossier"
	"quotidian/dossier/pace"
)

// Outcome is what became of an input.
type Outcome string

// The outcomes.
const (
	Added   Outcome = "added"
	Already Outcome = "already there"
	Faulty  Outcome = "not read"
)

// Entry is one input that was dealt with.
type Entry struct {
	Path    string
	Outcome Outcome
	Reason  string // of a fault, or what could not be read of an article: one clause
}

// Ledger takes the progress of an import on the goroutine that imports and hands it to the screen.
type Ledger struct {
	mu   sync.Mutex
	last dossier.Progress
	new  []Entry
}

// Record enters what became of the input that was dealt with last.
func (l *Ledger) Record(p dossier.Progress) {
	l.mu.Lock()
	defer l.mu.Unlock()
	misread := ""
	if n := len(p.Misread); n > len(l.last.Misread) {
		misread = p.Misread[n-1].Reason
	}
	switch before := l.last; {
	case len(p.Faults) > len(before.Faults):
		for _, f := range p.Faults[len(before.Faults):] {
			l.new = append(l.new, Entry{f.Path, Faulty, f.Reason})
		}
	case p.Added > before.Added:
		l.new = append(l.new, Entry{Path: p.Path, Outcome: Added, Reason: misread})
	case p.Already > before.Already:
		l.new = append(l.new, Entry{Path: p.Path, Outcome: Already, Reason: misread})
	}
	l.last = p
}

// Take gives what was entered since the last time, and where the import stands.
func (l *Ledger) Take() ([]Entry, dossier.Progress) {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := l.new
	l.new = nil
	return out, l.last
}

// Model is the newest import as the screen shows it. It belongs to one goroutine.
type Model struct {
	Running bool
	// Where is the progress of an import under way, Balance the account of one that has ended.
	Where   dossier.Progress
	Balance dossier.Balance
	// Inputs are the files, folders and pages that were asked for, none for what was pasted.
	Inputs []string
	// Ended is how an import came to its end.
	Ended Ended
	// Left is how long the reading still takes, 0 while that is not known.
	Left time.Duration
	pace pace.Pace

	entries []Entry
	only    bool // faults only
	shown   []int
}

// Ended is how an import ended.
type Ended uint8

// The ends of an import: all was read; a person cancelled it; something failed.
const (
	Whole Ended = iota
	Cancelled
	Broken
)

// Begin forgets the import before.
func (m *Model) Begin(inputs []string) { *m = Model{Running: true, Inputs: inputs} }

// Add shows what was dealt with.
func (m *Model) Add(entries []Entry, at dossier.Progress) {
	m.Where = at
	for _, e := range entries {
		m.entries = append(m.entries, e)
		if !m.only || e.Outcome == Faulty {
			m.shown = append(m.shown, len(m.entries)-1)
		}
	}
}

// Reckon says how long the reading still takes, a while after the import began.
func (m *Model) Reckon(since time.Duration) {
	m.Left = 0
	if m.Where.Joining {
		return
	}
	if left, ok := m.pace.At(since, m.Where.Done); ok {
		m.Left = pace.Round(left)
	}
}

// Measured reports whether it is known how much of the reading is done. Nobody knows that of the joins after it.
func (m *Model) Measured() bool { return m.Running && m.Where.Done > 0 && !m.Where.Joining }

// End shows the account; faults come first from now on, then what was misread, because they want a person. err is what the import
// ended with.
func (m *Model) End(b dossier.Balance, err error) {
	m.Running, m.Balance = false, b
	switch {
	case errors.Is(err, context.Canceled):
		m.Ended = Cancelled
	case err != nil:
		m.Ended = Broken
	}
	slices.SortStableFunc(m.entries, func(x, y Entry) int { return rank(&x) - rank(&y) })
	m.filter()
}

// rank puts what could not be read first, then that of which something could not.
func rank(e *Entry) int {
	switch {
	case e.Outcome == Faulty:
		return 0
	case e.Reason != "":
		return 1
	case e.Outcome == Added:
		return 2
	}
	return 3
}

// Only shows faults only, or all inputs.
func (m *Model) Only(faults bool) {
	m.only = faults
	m.filter()
}

func (m *Model) filter() {
	m.shown = m.shown[:0]
	for i, e := range m.entries {
		if !m.only || e.Outcome == Faulty {
			m.shown = append(m.shown, i)
		}
	}
}

// Len is the number of inputs shown, Row the i-th of them.
func (m *Model) Len() int { return len(m.shown) }

// Row gives the i-th input shown.
func (m *Model) Row(i int) Entry { return m.entries[m.shown[i]] }

// Any reports whether there was an import at all.
func (m *Model) Any() bool { return m.Running || len(m.entries) > 0 || m.Balance.Found > 0 }

// Rest gives what an import that did not come to its end goes on with: all its inputs, since what is there already is passed over.
func (m *Model) Rest() []string {
	if m.Running || m.Ended == Whole {
		return nil
	}
	return m.Inputs
}

// Retry gives the files behind the faults, each once. Of a file that holds several articles ("export.txt#3") the whole
// file is read again: what it gave before is there already and stays single. What was pasted has no file.
func (m *Model) Retry() []string { return Files(m.Balance) }

// Files gives the files behind the faults of an import.
func Files(b dossier.Balance) []string {
	var out []string
	for _, f := range b.Faults {
		path := intake.File(f.Path)
		if path != "-" && !strings.HasPrefix(path, pasted) && !slices.Contains(out, path) {
			out = append(out, path)
		}
	}
	return out
}

// Pasted names a text that came from the clipboard.
func Pasted(now time.Time) string { return pasted + now.Format("2006-01-02 15:04:05") }

// Named gives items under another name, for what was read from no file.
func Named(items iter.Seq[articles.Item], name string) iter.Seq[articles.Item] {
	return func(yield func(articles.Item) bool) {
		for it := range items {
			switch {
			case it.Article != nil:
				it.Article.Path = name
			case it.Fault != nil:
				it.Fault.Path = name
			}
			if !yield(it) {
				return
			}
		}
	}
}

// pasted begins the name of every text that came from the clipboard.
const pasted = "clipboard "
