package files

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// folder makes files and, for names that end in a slash, folders.
func folder(t testing.TB, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if name[len(name)-1] == '/' {
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(path, []byte("text"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func names(m *Model) []string {
	var out []string
	for _, e := range m.Shown {
		out = append(out, e.Name)
	}
	return out
}

func TestListing(t *testing.T) {
	dir := folder(t, "b.txt", "A.docx", "ferry/", "Archive/", ".hidden", "ferry/deck.txt")
	m := NewModel(Ask{Kind: One, Dir: dir})
	if diff := cmp.Diff([]string{"..", "Archive", "ferry", "A.docx", "b.txt"}, names(m)); diff != "" {
		t.Error(diff)
	}
	m.Type("ERR")
	if diff := cmp.Diff([]string{"ferry"}, names(m)); diff != "" {
		t.Error(diff)
	}
	m.Type("ferry/")
	if diff := cmp.Diff([]string{"..", "deck.txt"}, names(m)); diff != "" {
		t.Error(diff)
	}
	if m := NewModel(Ask{Kind: One, Dir: dir, Endings: []string{".docx"}}); len(m.Shown) != 4 {
		t.Errorf("of one ending: %q", names(m))
	}
	if m := NewModel(Ask{Kind: Folder, Dir: dir}); len(m.Shown) != 3 {
		t.Errorf("folders: %q", names(m))
	}
	if m := NewModel(Ask{Kind: One, Dir: filepath.Join(dir, "gone", "for good")}); m.Dir() != dir {
		t.Errorf("a folder that is gone leads to %s", m.Dir())
	}
}

func TestTakingAFile(t *testing.T) {
	dir := folder(t, "a.txt", "ferry/deck.txt")
	for typed, want := range map[string]string{"a.txt": "a.txt", "a": "a.txt", "ferry/deck.txt": "ferry/deck.txt", filepath.Join(dir, "ferry", "deck.txt"): "ferry/deck.txt"} {
		m := NewModel(Ask{Kind: One, Dir: dir})
		m.Type(typed)
		if paths, done := m.Take(); !done || len(paths) != 1 || paths[0] != filepath.Join(dir, want) {
			t.Errorf("%q gives %q, %v", typed, paths, done)
		}
	}
	m := NewModel(Ask{Kind: One, Dir: dir})
	if paths, done := m.Take(); done {
		t.Errorf("nothing chosen gives %q", paths)
	}
	if m.Hint() != "Choose or type a file first" {
		t.Errorf("nothing chosen is met by %q", m.Hint())
	}
	m.Type("nosuch.txt")
	if _, done := m.Take(); done || m.Hint() != "There is no file "+filepath.Join(dir, "nosuch.txt") {
		t.Errorf("a name that is missing is met by %q", m.Hint())
	}
	m.Type("ferry")
	if m.Hint() != "" {
		t.Errorf("it still says %q", m.Hint())
	}
	if _, done := m.Take(); done || m.Dir() != filepath.Join(dir, "ferry") || m.Typed() != "" {
		t.Errorf("a folder leads to %s with %q in the line", m.Dir(), m.Typed())
	}
	if _, done := m.Open(0); done || m.Dir() != dir {
		t.Errorf("the first row leads to %s", m.Dir())
	}
}

func TestTakingMany(t *testing.T) {
	dir := folder(t, "a.txt", "b.txt", "c.txt", "ferry/deck.txt")
	m := NewModel(Ask{Kind: Many, Dir: dir})
	m.Tick(0) // the way up is no file
	m.Tick(2)
	m.Tick(3)
	m.Tick(4)
	m.Tick(3)
	m.Enter(filepath.Join(dir, "ferry"))
	m.Tick(1)
	want := []string{filepath.Join(dir, "a.txt"), filepath.Join(dir, "c.txt"), filepath.Join(dir, "ferry", "deck.txt")}
	if paths, done := m.Take(); !done || !cmp.Equal(paths, want) {
		t.Errorf("%q, %v", paths, done)
	}
}

// TestTakingAFolder: Return goes in, the button takes, and so does a path that was typed.
func TestTakingAFolder(t *testing.T) {
	dir := folder(t, "ferry/deck.txt")
	m := NewModel(Ask{Kind: Folder, Dir: dir})
	if _, done := m.Open(1); done || m.Dir() != filepath.Join(dir, "ferry") {
		t.Errorf("a row leads to %s", m.Dir())
	}
	if paths, done := m.Press(); !done || paths[0] != filepath.Join(dir, "ferry") {
		t.Errorf("the button gives %q", paths)
	}
	m = NewModel(Ask{Kind: Folder, Dir: dir})
	m.Choose(1)
	if paths, done := m.Press(); !done || paths[0] != filepath.Join(dir, "ferry") {
		t.Errorf("the row chosen gives %q", paths)
	}
	m.Type(filepath.Join(dir, "ferry"))
	if paths, done := m.Take(); !done || paths[0] != filepath.Join(dir, "ferry") {
		t.Errorf("the path gives %q", paths)
	}
}

// TestTargets: a name gets its ending, what is there is replaced by the second answer or never, and nothing is touched
// before.
func TestTargets(t *testing.T) {
	dir := folder(t, "old.xlsx", "ferry/")
	ask := Ask{Kind: Target, Dir: dir, Name: "case.xlsx", Endings: []string{".xlsx", ".csv"}}
	m := NewModel(ask)
	for typed, want := range map[string]string{"case": "case.xlsx", "case.v2": "case.v2.xlsx", "case.CSV": "case.CSV", "new/deep/case": "new/deep/case.xlsx"} {
		m.Type(typed)
		if paths, done := m.Take(); !done || paths[0] != filepath.Join(dir, want) {
			t.Errorf("%q gives %q, %v", typed, paths, done)
		}
	}
	if !isFolder(filepath.Join(dir, "new", "deep")) {
		t.Error("the folder was not made")
	}
	m.Type("old")
	_, first := m.Take()
	if paths, second := m.Take(); first || !second || paths[0] != filepath.Join(dir, "old.xlsx") {
		t.Errorf("replacing: %v, then %v with %q", first, second, paths)
	}
	m.Type("old")
	m.Take()
	m.Type("older")
	m.Type("old")
	if _, done := m.Take(); done {
		t.Error("an answer given before something else was typed still counts")
	}
	if raw, err := os.ReadFile(filepath.Join(dir, "old.xlsx")); err != nil || string(raw) != "text" {
		t.Errorf("asking changed the file: %q, %v", raw, err)
	}
	m.Type("ferry")
	if _, done := m.Take(); done || m.Dir() != filepath.Join(dir, "ferry") || m.Typed() != "ferry" {
		t.Errorf("a folder leads to %s, %q", m.Dir(), m.Typed())
	}
	ask.New = true
	m = NewModel(ask)
	m.Type("old")
	m.Take()
	if _, done := m.Take(); done {
		t.Error("what must be new replaces a file")
	}
	m.Type("")
	if _, done := m.Take(); done {
		t.Error("no name is an answer")
	}
}

func TestCompletion(t *testing.T) {
	dir := folder(t, "ferry-one.txt", "ferry-öl.txt", "harbour/gate.txt", "hörbar.txt")
	m := NewModel(Ask{Kind: One, Dir: dir})
	for typed, want := range map[string]string{
		"": "", "f": "ferry-", "ferry-": "", "ferry-o": "ferry-one.txt", "ha": "harbour/", "h": "", "harbour/g": "harbour/gate.txt", "x": "",
	} {
		m.Type(typed)
		if got := m.Completion(); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

// FuzzType types anything: the rows are those of the folder, the cursor is on one of them, and what completes the line
// begins with it.
func FuzzType(f *testing.F) {
	dir := folder(f, "a.txt", "ferry/deck.txt", "öl.txt")
	for _, s := range []string{"", "a", "ferry/", "../..", "~", "~/", "//", "\x00", "ö\xc3", "/", "ferry/../a"} {
		f.Add(s, byte(0))
	}
	f.Fuzz(func(t *testing.T, typed string, kind byte) {
		m := NewModel(Ask{Kind: Kind(kind % 3), Dir: dir})
		m.Type(typed)
		if m.At < -1 || m.At >= len(m.Shown) || !filepath.IsAbs(m.Dir()) {
			t.Errorf("%q: row %d of %d in %q", typed, m.At, len(m.Shown), m.Dir())
		}
		if c := m.Completion(); c != "" && (len(c) <= len(typed) || c[:len(typed)] != typed) {
			t.Errorf("%q becomes %q", typed, c)
		} else if utf8.ValidString(typed) && !utf8.ValidString(c) {
			t.Errorf("%q becomes %q, cut within a letter", typed, c)
		}
		m.Move(1)
		m.Hint()
	})
}

func TestSize(t *testing.T) {
	for n, want := range map[int64]string{0: "0 B", 999: "999 B", 1000: "1 KB", 12_345_678: "12 MB", 5_000_000_000: "5 GB"} {
		if got := Size(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

// TestFormats: the ending of the name and the format chosen are one and the same, whichever of them is changed.
func TestFormats(t *testing.T) {
	m := NewModel(Ask{Kind: Target, Dir: folder(t, "old.html"), Name: "case.csv", Endings: []string{".xlsx", ".csv", ".html"}, Names: []string{"Workbook", "Table", "Report"}})
	if m.Format() != 1 {
		t.Errorf("format %d of case.csv", m.Format())
	}
	m.SetFormat(2)
	if m.Typed() != "case.html" {
		t.Errorf("the name is %q", m.Typed())
	}
	m.Type("Case.XLSX")
	if m.Format() != 0 {
		t.Errorf("format %d of Case.XLSX", m.Format())
	}
	m.Type("report of 5.6")
	m.SetFormat(2)
	if got := filepath.Base(m.Goal()); got != "report of 5.6.html" {
		t.Errorf("writes %s", got)
	}
	m.Type("")
	m.SetFormat(1)
	if m.Goal() != "" {
		t.Errorf("writes %s", m.Goal())
	}
	m.Choose(1)
	if m.Format() != 2 {
		t.Errorf("format %d of the file chosen", m.Format())
	}
}

// TestOtherEndingOfAFormat: what is offered once may be typed with another ending too, and keeps it until a format is chosen.
func TestOtherEndingOfAFormat(t *testing.T) {
	m := NewModel(Ask{
		Kind: Target, Dir: folder(t), Name: "case.csv", Endings: []string{".csv", ".jsonl"}, Names: []string{"Table", "JSON Lines"},
		Also: map[string]string{".json": ".jsonl"},
	})
	m.Type("case.JSON")
	if got := filepath.Base(m.Goal()); got != "case.JSON" || m.Format() != 1 {
		t.Errorf("writes %s, format %d", got, m.Format())
	}
	m.SetFormat(0)
	if got := filepath.Base(m.Goal()); got != "case.csv" {
		t.Errorf("writes %s", got)
	}
}
