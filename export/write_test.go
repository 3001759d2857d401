package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"quotidian/articles/intake"
	"quotidian/dossier"
	"quotidian/matching/wording"
)

func TestCSV(t *testing.T) {
	m := makeUp(20, 3)
	m.statements[0].Appearances[0].Text = "=cmd|' /C calc'!A0"
	m.statements[0].Appearances[1].Text = "line, “one”\nline \"two\""
	for _, plainly := range []bool{false, true} {
		var b bytes.Buffer
		if err := writeCSV(context.Background(), m, &b, Options{Plain: plainly}); err != nil {
			t.Fatal(err)
		}
		raw, marked := bytes.CutPrefix(b.Bytes(), []byte("\ufeff"))
		if marked == plainly {
			t.Errorf("plain %v: byte order mark %v", plainly, marked)
		}
		rows, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
		if err != nil || len(rows) != 61 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		want := "=cmd|' /C calc'!A0"
		if !plainly {
			want = "'" + want
		}
		if rows[1][wordingCol] != want || rows[2][wordingCol] != m.statements[0].Appearances[1].Text {
			t.Errorf("plain %v: %q, %q", plainly, rows[1][wordingCol], rows[2][wordingCol])
		}
	}
}

// FuzzGuarded: no guarded cell begins with what starts a formula, and the text is all there.
func FuzzGuarded(f *testing.F) {
	for _, s := range []string{"=1", " +1", "\t@x", "a=1", "＝1", "", "\x00=1", "\u00a0-1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		g := guarded(s)
		if strings.TrimPrefix(g, "'") != s && g != s {
			t.Fatalf("%q became %q", s, g)
		}
		if r := strings.TrimLeft(g, " \u00a0"); r != "" && strings.ContainsRune(starters, firstRune(r)) {
			t.Fatalf("%q still begins a formula", g)
		}
	})
}

func TestJSON(t *testing.T) {
	m := makeUp(20, 3)
	var b bytes.Buffer
	if err := writeJSON(context.Background(), m, &b, Options{Name: "Dam", Made: made}); err != nil {
		t.Fatal(err)
	}
	counts, texts := map[string]int{}, []string{}
	for dec := json.NewDecoder(&b); ; {
		var o struct {
			Type        string
			Appearances []struct {
				Text    string
				Content [][2]int
				Article struct{ Hash string }
			}
		}
		if err := dec.Decode(&o); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		counts[o.Type]++
		for _, a := range o.Appearances {
			texts = append(texts, a.Text)
			if len(a.Content) == 0 || len(a.Article.Hash) != 64 {
				t.Errorf("%+v leads nowhere", a)
			}
		}
	}
	if counts["dossier"] != 1 || counts["article"] != 5 || counts["speaker"] != 1 || counts["statement"] != 20 || counts["fault"] != 1 || counts["decision"] != 1 {
		t.Error(counts)
	}
	if len(texts) != 60 || texts[0] != m.statements[0].Appearances[0].Text {
		t.Errorf("%d texts, %q", len(texts), texts[0])
	}
}

func TestHTML(t *testing.T) {
	m := makeUp(20, 3)
	m.statements[0].Text = `<script>alert(1)</script> & "so on"`
	m.statements[0].Appearances[0].Article.URL = "javascript:alert(1)"
	var b bytes.Buffer
	if err := writeHTML(context.Background(), m, &b, Options{Name: "Dam", Version: "1.2", Made: made}); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{
		"Who changed what", "Who said what first", "What rests on one source", "<del>opened</del> <ins>shut</ins>",
		"prefers-color-scheme: dark", "@media print", "&lt;script&gt;alert(1)&lt;/script&gt;", "in/broken.pdf",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the report has no %q", want)
		}
	}
	if bad := regexp.MustCompile(`(?i)<(script|link|img|iframe)|<[^>]*\s(src|on[a-z]+)=`).FindString(page); bad != "" {
		t.Errorf("the report would load or run %q", bad)
	}
	ids := map[string]bool{}
	for _, id := range regexp.MustCompile(`<[^>]* id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if ids[id[1]] {
			t.Errorf("two elements have the id %q", id[1])
		}
		ids[id[1]] = true
	}
	links := regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(page, -1)
	for _, l := range links {
		if !strings.HasPrefix(l[1], "#") || !ids[l[1][1:]] {
			t.Errorf("the link %q leads nowhere", l[1])
		}
	}
	if len(links) == 0 {
		t.Error("no link on the first page")
	}
}

func TestWriteChoosesByName(t *testing.T) {
	dir, m := t.TempDir(), makeUp(5, 1)
	for _, ext := range append(slices.Clone(Formats), ".HTM") {
		path := filepath.Join(dir, "out"+ext)
		if err := Write(context.Background(), m, path, Options{}); err != nil {
			t.Error(err)
		} else if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Error(path, err)
		}
	}
	if err := Write(context.Background(), m, filepath.Join(dir, "out.doc"), Options{}); err == nil || !strings.Contains(err.Error(), "the name must end in") {
		t.Error(err)
	}
}

// TestOldFileSurvives: when an export fails or is called off, the file that was there is untouched and nothing
// is left beside it.
func TestOldFileSurvives(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	broken := makeUp(20, 1)
	broken.broken = errors.New("the disk is on fire")
	for _, ext := range Formats {
		for name, export := range map[string]func(path string) error{
			"broken":    func(p string) error { return Write(context.Background(), broken, p, Options{}) },
			"cancelled": func(p string) error { return Write(cancelled, makeUp(20, 1), p, Options{}) },
		} {
			path := filepath.Join(t.TempDir(), "out"+ext)
			if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := export(path); err == nil {
				t.Errorf("%s %s: no error", name, ext)
			}
			raw, err := os.ReadFile(path)
			left, err2 := os.ReadDir(filepath.Dir(path))
			if string(raw) != "old" || len(left) != 1 || err != nil || err2 != nil {
				t.Errorf("%s %s: the old file reads %q, %d files in the folder", name, ext, raw, len(left))
			}
		}
	}
}

func TestAtomically(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	say := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	if err := Save(path, say("one")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link.txt")
	if err := os.Symlink("a.txt", link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	if err := Save(link, say("two")); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	info, err2 := os.Stat(path)
	through, err3 := os.Lstat(link)
	if err := errors.Join(err, err2, err3); err != nil || string(raw) != "two" || through.Mode()&os.ModeSymlink == 0 {
		t.Errorf("%q through %v, %v", raw, through.Mode(), err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("permissions became %v", info.Mode())
	}
	for _, bad := range []string{filepath.Join(dir, "none", "a.txt"), dir} {
		if err := Save(bad, say("x")); err == nil {
			t.Errorf("wrote to %s", bad)
		}
	}
}

func TestMarked(t *testing.T) {
	d := wording.Diff{{Op: wording.Same, A: "We", B: "We"}, {Op: wording.Replaced, A: "can", B: "may"}, {Op: wording.Deleted, A: "not"}, {Op: wording.Inserted, B: "now"}}
	if got := marked(d); got != "We [-can-] {+may+} [-not-] {+now+}" {
		t.Error(got)
	}
	if got := marked(d[:1]); got != "" {
		t.Errorf("no difference reads %q", got)
	}
}

// TestRealDossier exports the sample articles through the real rooms.
func TestRealDossier(t *testing.T) {
	dir := t.TempDir()
	d, err := dossier.Open(filepath.Join(dir, "s.dossier"), dossier.Options{Create: true, Who: "Ansel"})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	bal, err := d.Add(context.Background(), intake.Read(context.Background(), []string{"../assets/sample"}, intake.Options{}), nil)
	if err != nil || !bal.Holds() || bal.Added == 0 {
		t.Fatalf("%+v, %v", bal, err)
	}
	for _, ext := range Formats {
		if err := Write(context.Background(), d, filepath.Join(dir, "s"+ext), Options{Name: "Sample", Made: made}); err != nil {
			t.Errorf("%s: %v", ext, err)
		}
	}
	rows, err := d.Statements(dossier.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	f := opened(t, filepath.Join(dir, "s.xlsx"))
	if got := len(rowsOf(t, f, sheetStatements)) - 1; got != len(rows) || got == 0 {
		t.Errorf("%d statements in the workbook, %d in the dossier", got, len(rows))
	}
	if got := len(rowsOf(t, f, sheetArticles)) - 1; got != bal.Added {
		t.Errorf("%d articles in the workbook, %d in the dossier", got, bal.Added)
	}
	checkPositions(t, d, rowsOf(t, f, sheetAppearances))
	if keep := os.Getenv("KEEP_EXPORTS"); keep != "" {
		if err := os.CopyFS(keep, os.DirFS(dir)); err != nil {
			t.Error(err)
		}
	}
}

// checkPositions reads every wording back from its article by the position that the sheet names.
func checkPositions(t *testing.T, d *dossier.Dossier, rows [][]string) {
	t.Helper()
	for _, row := range rows[1:] {
		cells := map[string]string{}
		for i, c := range row {
			cells[rows[0][i]] = c
		}
		page, err := d.Article(dossier.ArticleID(cells["Article"]))
		if err != nil {
			t.Fatal(err)
		}
		text, words := []rune(page.Text), []string{}
		for _, span := range strings.Split(cells["Position"], ", ") {
			var s, e int
			if _, err := fmt.Sscanf(span, "%d-%d", &s, &e); err != nil || e > len(text) || s >= e {
				t.Fatalf("position %q: %v", span, err)
			}
			words = append(words, string(text[s:e]))
		}
		if got := strings.Join(words, " "); got != cells["Wording as printed"] {
			t.Errorf("position %s leads to %q, not to %q", cells["Position"], got, cells["Wording as printed"])
		}
	}
}

// TestNarrowed: an export of some statements says which, an export of all says nothing.
func TestNarrowed(t *testing.T) {
	m := makeUp(3, 2)
	o := Options{Filter: dossier.Filter{Speaker: "Soren", Since: made, Changed: wording.Number}}
	for _, ext := range []string{".md", ".html", ".jsonl"} {
		for _, o := range []Options{o, {}} {
			path := filepath.Join(t.TempDir(), "out"+ext)
			if err := Write(t.Context(), m, path, o); err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if said := strings.Contains(string(text), "or later, that an outlet changed (number)"); said != (o.Filter != dossier.Filter{}) {
				t.Errorf("%s, %+v: said %v", ext, o.Filter, said)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "out.xlsx")
	if err := Write(t.Context(), m, path, o); err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(rowsOf(t, opened(t, path), sheetReadMe), func(row []string) bool { return len(row) > 1 && row[1] == o.Narrowed() }) {
		t.Error("not told on Read me")
	}
}

// TestUnknownOutlet: what names no outlet, such as standard input, leaves no gap where outlets are listed.
func TestUnknownOutlet(t *testing.T) {
	m := makeUp(3, 2)
	for i := range m.articles {
		m.articles[i].Outlet.Name = ""
	}
	for i := range m.statements {
		s := &m.statements[i]
		s.Outlets, s.FirstOutlet = nil, ""
		for k := range s.Appearances {
			s.Appearances[k].Article.Outlet.Name, s.Appearances[k].RestsOn, s.Appearances[k].TextOf = "", "", ""
		}
	}
	for _, ext := range []string{".md", ".html"} {
		path := filepath.Join(t.TempDir(), "out"+ext)
		if err := Write(t.Context(), m, path, Options{}); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if regexp.MustCompile(`Rests on: \.|- , |<td></td><td>[0-9]`).Match(text) || !strings.Contains(string(text), "outlet unknown") {
			t.Errorf("%s has a gap: %s", ext, text)
		}
	}
	for _, row := range rowsOf(t, opened(t, workbook(t, m)), sheetOutlets)[1:] {
		if row[0] == "" {
			t.Errorf("an outlet without a name: %q", row)
		}
	}
}

// TestReportLeadsSomewhere: every statement that the first page names has its card, however far behind it stands, and
// lists say what they leave out.
func TestReportLeadsSomewhere(t *testing.T) {
	m := makeUp(mostCards+60, 9)
	for i := range m.statements[:mostCards+20] {
		s := &m.statements[i]
		s.Changes, s.Outlets = nil, s.Outlets[:1]
		for k := range s.Wordings {
			s.Wordings[k].Changes = nil
		}
	}
	for _, s := range m.statements[mostCards+20:] {
		for k := range s.Wordings[1:] {
			s.Wordings[k+1].Changes = []wording.Change{{Kind: wording.Number}}
		}
	}
	for i := mostCards + 20; i < len(m.statements); i++ {
		m.statements[i].Changes = []wording.ChangeKind{wording.Number}
	}
	path := filepath.Join(t.TempDir(), "out.html")
	if err := Write(t.Context(), m, path, Options{}); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	links := regexp.MustCompile(`href="#(s-[^"]+)"`).FindAllSubmatch(page, -1)
	for _, l := range links {
		if !strings.Contains(string(page), `id="`+string(l[1])+`"`) {
			t.Errorf("%s is named and has no card", l[1])
		}
	}
	if len(links) < mostListed || !strings.Contains(string(page), "15 more are in the workbook") {
		t.Errorf("%d links; the 40 changed of which %d are listed: %v", len(links), mostListed, strings.Contains(string(page), "more are in the workbook"))
	}
}
