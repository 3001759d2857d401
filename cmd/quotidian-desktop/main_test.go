package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestMetadataIsThatOfFyneApp(t *testing.T) {
	raw, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	m := metadata()
	for key, want := range map[string]string{"ID": m.ID, "Name": m.Name, "Version": m.Version, "Build": strconv.Itoa(m.Build)} {
		got := regexp.MustCompile(`(?m)^` + key + ` = "?([^"\n]*)"?$`).FindSubmatch(raw)
		if got == nil || string(got[1]) != want {
			t.Errorf("%s: FyneApp.toml says %q, the binary %q", key, got, want)
		}
	}
	if len(m.Icon.Content()) == 0 {
		t.Error("no icon")
	}
}

func TestNoDisplayIsOneLine(t *testing.T) {
	var out bytes.Buffer
	path := filepath.Join(t.TempDir(), "a.dossier")
	if code := run([]string{path}, func(string) string { return "" }, &out); code != 1 {
		t.Errorf("exit status %d", code)
	}
	if s := out.String(); strings.Count(s, "\n") != 1 || !strings.Contains(s, "no display") {
		t.Errorf("said %q", s)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a dossier was made although nothing could be shown")
	}
}

func TestDisplay(t *testing.T) {
	env := func(set string) func(string) string {
		return func(name string) string {
			if name == set {
				return ":0"
			}
			return ""
		}
	}
	for _, c := range []struct {
		goos, set string
		ok        bool
	}{{"linux", "", false}, {"linux", "DISPLAY", true}, {"linux", "WAYLAND_DISPLAY", true}, {"windows", "", true}, {"darwin", "", true}} {
		if err := display(c.goos, env(c.set)); (err == nil) != c.ok {
			t.Errorf("%s with %q: %v", c.goos, c.set, err)
		}
	}
}

func TestWrongCommandLine(t *testing.T) {
	for _, args := range [][]string{{"--theme", "pink"}, {"--page", "nowhere"}, {"a", "b"}, {"--unknown"}} {
		var out bytes.Buffer
		if code := run(args, func(string) string { return ":0" }, &out); code != 2 {
			t.Errorf("%q: exit status %d", args, code)
		}
		if out.Len() == 0 {
			t.Errorf("%q: nothing said", args)
		}
	}
	var out bytes.Buffer
	if code := run([]string{"--help"}, func(string) string { return ":0" }, &out); code != 0 || !strings.Contains(out.String(), "usage") {
		t.Errorf("--help: %d, %q", code, out.String())
	}
}

// TestUnreadableDossier: a file that is no dossier is told, and the person's own is shown; nothing takes it for the first
// start, which would put the tour over the message.
func TestUnreadableDossier(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "USERPROFILE", "LocalAppData"} {
		t.Setenv(name, home)
	}
	path := filepath.Join(t.TempDir(), "letter.dossier")
	if err := os.WriteFile(path, []byte("Dear reader, this is no dossier at all, only a letter."), 0o600); err != nil {
		t.Fatal(err)
	}
	o := options{path: path}
	d, err := begin(&o, func() string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if o.failed == nil || !strings.Contains(o.failed.Error(), "letter.dossier") || o.tour {
		t.Errorf("said %v, tour %v", o.failed, o.tour)
	}
	if d.Path() != filepath.Join(home, "Quotidian.dossier") {
		t.Errorf("shows %s", d.Path())
	}
}

func TestFirstStartShowsTheSample(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "USERPROFILE", "LocalAppData"} {
		t.Setenv(name, home)
	}
	var first, second options
	none := func() string { return "" }
	d, err := begin(&first, none)
	if err != nil {
		t.Fatal(err)
	}
	n, err := d.Counts()
	if err != nil || !first.tour || n.Articles != 13 {
		t.Errorf("tour %v, %+v, %v", first.tour, n, err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if d, err = begin(&second, none); err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if second.tour || d.Path() != filepath.Join(home, "Quotidian.dossier") {
		t.Errorf("the second start opens %s, tour %v", d.Path(), second.tour)
	}
}

// TestStartGoesOn: the next start opens what was open last, or says why it cannot and opens the person's own.
func TestStartGoesOn(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "USERPROFILE", "LocalAppData"} {
		t.Setenv(name, home)
	}
	if err := os.MkdirAll(filepath.Join(home, "quotidian"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(home, "quotidian", "sample.dossier"), nil, 0o600); err != nil { // not the first start
		t.Fatal(err)
	}
	letter := filepath.Join(home, "letter.dossier")
	if err := os.WriteFile(letter, []byte("Dear reader, this is no dossier at all."), 0o600); err != nil {
		t.Fatal(err)
	}
	for last, want := range map[string]string{filepath.Join(home, "ferry.dossier"): "ferry.dossier", letter: "Quotidian.dossier"} {
		var o options
		d, err := begin(&o, func() string { return last })
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(d.Path()) != want || (o.failed != nil) != (last == letter) || o.tour {
			t.Errorf("%s was open last: now %s, and it says %v", last, d.Path(), o.failed)
		}
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestSecondProgramReads(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.dossier")
	first, err := open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if !first.Writable() || second.Writable() || second.Refused() != nil {
		t.Errorf("first writes %v, second %v, refused for %v", first.Writable(), second.Writable(), second.Refused())
	}
}

// closedDossier makes a dossier that no program has open.
func closedDossier(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "a.dossier")
	d, err := open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestFolderThatMayOnlyBeRead: a dossier on a share without the right to write is shown; one that is not there is an error.
func TestFolderThatMayOnlyBeRead(t *testing.T) {
	path := closedDossier(t)
	denied := fmt.Errorf("a.dossier: cannot be written to here: %w", fs.ErrPermission)
	r, err := orRead(path, nil, denied)
	if err != nil || r.Writable() || !errors.Is(r.Refused(), fs.ErrPermission) {
		t.Fatalf("%v, refused for %v", err, r.Refused())
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if _, err := orRead(path+"x", nil, denied); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("nothing there: %v", err)
	}
}
