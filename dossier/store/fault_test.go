package store

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	sqlite3 "modernc.org/sqlite/lib"

	"quotidian/articles"
	"quotidian/dossier/decision"
	"quotidian/dossier/store/pages"
)

// faultStep is the distance between the file operations at which TestFailingDisk lets the disk fail; 1 takes all.
var faultStep = flag.Int64("fault.step", 31, "distance between the operations at which TestFailingDisk lets the disk fail")

// failing is a disk that fails at one operation of those that it can fail at, or from there on.
type failing struct {
	at, seen atomic.Int64
	lasting  bool
	verdict  func(pages.Op) pages.Verdict
	hit      atomic.Bool
}

func (f *failing) hear(op pages.Op) pages.Verdict {
	v := f.verdict(op)
	if v.Code == 0 {
		return v
	}
	n := f.seen.Add(1) - 1
	if at := f.at.Load(); n == at || f.lasting && n > at {
		f.hit.Store(true)
		return v
	}
	return pages.Verdict{}
}

func on(op pages.Op, v pages.Verdict) func(pages.Op) pages.Verdict {
	return func(got pages.Op) pages.Verdict {
		if got == op {
			return v
		}
		return pages.Verdict{}
	}
}

// diskFaults are the ways in which a disk fails.
var diskFaults = map[string]*failing{
	"write error":     {verdict: on(pages.Write, pages.Verdict{Code: sqlite3.SQLITE_IOERR_WRITE})},
	"short write":     {verdict: on(pages.Write, pages.Verdict{Code: sqlite3.SQLITE_IOERR_WRITE, Halves: 1})},
	"full disk":       {verdict: on(pages.Write, pages.Verdict{Code: sqlite3.SQLITE_FULL}), lasting: true},
	"sync error":      {verdict: on(pages.Sync, pages.Verdict{Code: sqlite3.SQLITE_IOERR_FSYNC})},
	"lost disk":       {verdict: func(pages.Op) pages.Verdict { return pages.Verdict{Code: sqlite3.SQLITE_IOERR} }, lasting: true},
	"unreadable once": {verdict: on(pages.Read, pages.Verdict{Code: sqlite3.SQLITE_IOERR_READ})},
}

// TestFailingDisk lets the disk fail at each file operation of a session in turn, in every way: what was acknowledged
// is there afterwards, on a disk that works again; what was not says why; and the file is sound.
func TestFailingDisk(t *testing.T) {
	if err := guard(); err != nil {
		t.Fatal(err)
	}
	for name, f := range diskFaults {
		t.Run(name, func(t *testing.T) {
			layer := "failing-" + strings.ReplaceAll(name, " ", "-")
			if err := pages.Register(layer, marked, f.hear); err != nil {
				t.Fatal(err)
			}
			runs, hits := 0, 0
			for at := int64(0); ; at += *faultStep {
				f.at.Store(at)
				f.seen.Store(0)
				f.hit.Store(false)
				path := filepath.Join(t.TempDir(), "x.dossier")
				acked := sessionOn(t, layer, path)
				survives(t, path, acked, fmt.Sprintf("%s at operation %d", name, at))
				runs++
				if f.hit.Load() {
					hits++
				}
				if f.seen.Load() <= at {
					break
				}
			}
			t.Logf("%d sessions, the disk failed in %d", runs, hits)
			if hits == 0 {
				t.Error("the disk never failed")
			}
		})
	}
}

// second ends the ids of the articles that are added together with another.
const second = " 2"

// sessionOn makes a dossier, imports, decides and undoes on that layer, and gives what was acknowledged.
func sessionOn(t *testing.T, layer, path string) (acked []string) {
	t.Helper()
	defer func(was string) { fileLayer = was }(fileLayer)
	fileLayer = layer
	ctx := context.Background()
	for session := range 2 { // the second time as after a restart
		s, err := Open(ctx, path, Create, "ana")
		if err != nil {
			clear(t, err)
			continue
		}
		note := func(what string, err error) {
			if err == nil {
				acked = append(acked, what)
			} else {
				clear(t, err)
			}
		}
		id := fmt.Sprint("a", session)
		var group []Entry
		for _, id := range []string{id, id + second} {
			a := &Article{ID: id, Content: id, Read: articles.Article{Text: strings.Repeat("Words of an article. ", 250)}}
			group = append(group, Entry{Article: a, Quotes: []Quote{{ID: "q" + id, Article: id}}})
		}
		note("article "+id, s.Add(ctx, append(group, Entry{Fault: Fault{Fault: articles.Fault{Path: id, Reason: "empty"}}})...))
		for i := range 3 {
			value := fmt.Sprint(id, " ", i)
			_, err := s.Append(ctx, decision.Decision{Kind: decision.Note, Value: value, Who: "ana", When: time.Unix(1, 0)}, Change{})
			note("decision "+value, err)
		}
		if err := s.Close(); err != nil {
			clear(t, err)
		}
	}
	return acked
}

// clear refuses errors that a person could not understand.
func clear(t *testing.T, err error) {
	t.Helper()
	for _, say := range []string{"disk", "damaged", "cannot be opened", "backup", "an empty", "not a dossier", "readonly", "no such dossier"} {
		if strings.Contains(err.Error(), say) {
			return
		}
	}
	t.Errorf("not a clear error: %v", err)
}

// survives opens the file on a disk that works and looks for everything acknowledged.
func survives(t *testing.T, path string, acked []string, when string) {
	t.Helper()
	ctx := context.Background()
	s, err := Open(ctx, path, Create, "bo")
	if err != nil {
		t.Fatalf("%s: %v", when, err)
	}
	have := map[string]bool{}
	list, err := s.Articles(ctx)
	for _, a := range list {
		have["article "+a.ID] = a.Quotes == 1
	}
	for _, a := range list {
		if have["article "+a.ID] != have["article "+strings.TrimSuffix(a.ID, second)+second] {
			t.Errorf("%s: a group is there in part: %v", when, have)
		}
	}
	log, lerr := s.Log(ctx, 0)
	for _, d := range log {
		have["decision "+d.Value] = true
	}
	found, cerr := s.Check(ctx)
	if err := errors.Join(err, lerr, cerr, s.Close()); err != nil || len(found) > 0 {
		t.Fatalf("%s: %v %q", when, err, found)
	}
	for _, what := range acked {
		if !have[what] {
			t.Errorf("%s: acknowledged and lost: %s", when, what)
		}
	}
}

// TestBackupOnFullDisk: a copy for which there is no room says so once and leaves nothing behind.
func TestBackupOnFullDisk(t *testing.T) {
	if err := guard(); err != nil {
		t.Fatal(err)
	}
	f := &failing{verdict: on(pages.Write, pages.Verdict{Code: sqlite3.SQLITE_FULL}), lasting: true}
	f.at.Store(math.MaxInt64)
	if err := pages.Register("full-backup", marked, f.hear); err != nil {
		t.Fatal(err)
	}
	defer func(was string) { fileLayer = was }(fileLayer)
	fileLayer = "full-backup"
	path := filepath.Join(t.TempDir(), "x.dossier")
	s, err := Open(context.Background(), path, Create, "ana")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	f.seen.Store(0)
	f.at.Store(0)
	name := path + backupMark + "1"
	if err := s.Backup(context.Background(), name); err == nil || err.Error() != name+": no backup: the disk is full" {
		t.Errorf("%v", err)
	}
	f.at.Store(math.MaxInt64)
	if left, err := filepath.Glob(name + "*"); err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
}
