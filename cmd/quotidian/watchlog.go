package main

import (
	"encoding/json"
	"fmt"
	"os"
	"time"
)

// logEntry is one line of the log of a watch: a file as it was when it was read, or the address of an entry of a feed.
type logEntry struct {
	At       time.Time `json:"at"`
	What     string    `json:"what"`
	Size     int64     `json:"size,omitempty"`
	Modified time.Time `json:"modified,omitzero"`
	Articles int       `json:"articles"`
	Faults   []string  `json:"faults,omitempty"`
}

// watchLog remembers what was dealt with. A line is written after the articles are in the dossier, so what a crash
// leaves out of the log is read again and found to be there already.
type watchLog struct {
	file *os.File
	seen map[string]logEntry
}

func openWatchLog(path string) (*watchLog, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("the log of the watch: %w", err)
	}
	l := &watchLog{f, map[string]logEntry{}}
	err = eachLine(f, func(_ int, line []byte, fault error) error {
		var e logEntry
		if fault == nil && json.Unmarshal(line, &e) == nil { // a line that a crash cut off, or no line of ours, says nothing
			l.seen[e.What] = e
		}
		return nil
	})
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return l, nil
}

// has reports whether the log knows a file as it is now, or an address.
func (l *watchLog) has(e logEntry) bool {
	old, ok := l.seen[e.What]
	return ok && old.Size == e.Size && old.Modified.Equal(e.Modified)
}

func (l *watchLog) add(e logEntry) error {
	e.At = time.Now().UTC().Truncate(time.Second)
	raw, err := json.Marshal(e)
	if err != nil {
		return err
	}
	l.seen[e.What] = e
	_, err = l.file.Write(append(raw, '\n'))
	return err
}

func (l *watchLog) close() error { return l.file.Close() }
