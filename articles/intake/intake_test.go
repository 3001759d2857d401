package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"quotidian/articles"
)

const story = "Gates open\n\nBy Ansel Brodie\n14 May 2024\n\nThe gates of the dam were opened at noon, the operator said.\n\n© 2024 Harbour Post\n"

// tree writes files below a new folder and gives its path.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// read gives one line per item, paths relative to dir.
func read(dir string, o Options, inputs ...string) []string {
	var out []string
	for it := range Read(context.Background(), inputs, o) {
		switch rel := func(p string) string { return strings.TrimPrefix(strings.TrimPrefix(p, dir), "/") }; {
		case it.Article != nil && it.Fault == nil:
			out = append(out, rel(it.Article.Path)+" "+it.Article.Format)
		case it.Fault != nil && it.Article == nil:
			out = append(out, rel(it.Fault.Path)+": "+it.Fault.Reason)
		default:
			out = append(out, "neither or both")
		}
	}
	return out
}

func TestReadTellsFormatsByContent(t *testing.T) {
	dir := tree(t, map[string]string{
		"a.pdf":        story,
		"b":            "<!doctype html><html><body><p>" + strings.Repeat("The gates were opened at noon, she said. ", 5) + "</p></body></html>",
		"c.txt":        `{"id":"x","text":"The gates were open."}` + "\n" + `{"id":"y"}` + "\n",
		"d.txt":        "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
		"e.txt":        "PK\x03\x04…",
		"f.txt":        "",
		"g.txt":        " \r\n\t\n",
		"h.txt":        "\x00\x01\x02\x03\xff\xfe\x80",
		"i.jpg":        "\xff\xd8\xff\xe0\x00\x10JFIF",
		"j.json":       "{\n  \"name\": 1\n}",
		"k.json":       `{"name": 1}`,
		"k1.json":      `{"meta":{"text":"` + strings.Repeat("x", sniffed) + `"},"title":"Gates","content":"The gates were open."}`,
		"k2.json":      `{"title":"Gates","text":"` + strings.Repeat("x ", sniffed) + `"}`,
		"k3.json":      `{"a1":{"Title":"Gates","Text":"The gates were open."}}`,
		"l.xml":        "<?xml version='1.0'?><feed/>",
		"m.txt":        "{ this is how the minister put it, braces and all }",
		"n.rtf":        `{\rtf1 a}`,
		"o.html":       "<html><body></body></html>",
		"p.txt":        "{}",
		".hidden":      story,
		"~$word.docx":  "x",
		"Thumbs.db":    "x",
		"sub/deep/a":   story,
		"q.html":       "<html><body><p>" + strings.Repeat("The gates were opened at noon, she said. ", 5),
		"q_files/x.js": "var a = 1",
		"r_files/y":    story,
		"s.dossier":    "SQLite format 3\x00",

		"s.dossier-lock":              "ana (process 7)\n",
		"s.dossier-wal":               "x",
		"s.dossier-part":              "SQLite format 3\x00",
		"s.dossier-part-wal":          "x",
		"s.dossier.watch.jsonl":       "x",
		"s.dossier-backup-2024-05-14": "x",
		"s.dossier.txt":               story,
		"t.dossier/u":                 story,
	})
	want := []string{
		"a.pdf text", "b html", "c.txt#1 jsonl", `c.txt#2: no "text" in it`, "d.txt: an old Microsoft Office document (save it as .docx), which cannot be read",
		"e.txt: the ZIP archive is damaged: zip: not a valid zip file",
		"f.txt: the file is empty", "g.txt: no text in it", "h.txt: not a text: it holds binary data", "i.jpg: a picture, which cannot be read",
		"j.json: JSON, but not one article a line", `k.json: JSON, but its first line has no "text"`, "k1.json json", "k2.json#1 jsonl", "k3.json json", "l.xml: an XML file of a kind that cannot be read",
		"m.txt text", "n.rtf rtf", "o.html: a web page with no article text in it",
		`p.txt: JSON, but its first line has no "text"`, "q.html html", "r_files/y text", "s.dossier.txt text", "sub/deep/a text", "t.dossier/u text",
	}
	if diff := cmp.Diff(want, read(dir, Options{}, dir)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestReadCompletesArticles(t *testing.T) {
	dir := tree(t, map[string]string{"one.txt": story, "two.txt": "The gates of the dam were opened at noon, the operator said."})
	var got []string
	for it := range Read(context.Background(), []string{dir}, Options{}) {
		a := it.Article
		got = append(got, strings.Join([]string{filepath.Base(a.Path), a.Title, a.Byline, a.Outlet.Name, a.Outlet.From, a.Published.String(), a.Language}, "|"))
		if a.ID != ID(a.Title, a.Text) || len(a.ID) != 16 || len(a.Hash) != 64 {
			t.Errorf("id %q, hash %q", a.ID, a.Hash)
		}
	}
	want := []string{"one.txt|Gates open|Ansel Brodie|Harbour Post|footer|2024-05-14|en", "two.txt|||two|file name||en"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	given := Options{Outlet: "Lantern", Published: articles.Date{Time: time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC)}}
	for it := range Read(context.Background(), []string{filepath.Join(dir, "one.txt")}, given) {
		if a := it.Article; a.Outlet.Name != "Lantern" || a.Outlet.From != "given" || a.Published.String() != "2024-06-01" || a.Published.From != "given" {
			t.Errorf("%+v", a)
		}
	}
}

// TestLanguages: a page says English because its template does; a line of JSON is believed.
func TestLanguages(t *testing.T) {
	german := strings.Repeat("Der Hafen von Selk wurde am Montag geschlossen, nachdem die Besatzung eines Frachters ein Leck entdeckt hatte. Für niemanden bestand Gefahr, erklärte der Hafenmeister. Er ließ offen, wann die Schiffe auslaufen dürfen. Die Gewerkschaft der Hafenarbeiter forderte ein Gespräch mit dem Ministerium über die Zukunft der Werft. Ihre Vorsitzende sagte, das Café an der Mole sei die ganze Nacht geöffnet gewesen. ", 4)
	english := strings.Repeat("The gates of the dam were opened at noon, the operator said, and nobody was hurt by the water. ", 15)
	dir := tree(t, map[string]string{
		"a.html":  "<html lang=en><body><article><p>" + german,
		"b.html":  "<html lang=de><body><article><p>" + english,
		"c.html":  "<html lang=de-AT><body><article><p>" + german,
		"d.jsonl": `{"id":"1","language":"en","text":"` + german + `"}`,
	})
	var got []string
	for it := range Read(context.Background(), []string{dir}, Options{}) {
		got = append(got, it.Article.Language)
	}
	if strings.Join(got, " ") != "de en de en" {
		t.Error(got)
	}
}

// TestReadRendersMarkup: texts that a table or a content system keeps as a page's markup are read as a reader sees them.
func TestReadRendersMarkup(t *testing.T) {
	const body = "<p>The gates are open, said Ivo Orlo.</p><p>&#8220;We go,&#8221; he added.<br>He left.</p><script>x</script>"
	dir := tree(t, map[string]string{
		"a.csv":     "title,text\nGates,\"" + body + "\"\n",
		"b.json":    `[{"title":{"rendered":"Gates"},"content":{"rendered":"` + body + `"}}]`,
		"c.json":    `{"articles":[{"title":"Gates","content":"` + body + `"}]}`,
		"c2.csv":    "title,text\nGates,\"The gates are open, said Ivo Orlo.\n\n“We go,” he added.<br />He left.<br />\"\n",
		"c3.csv":    "title,text\nGates,\"" + strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(body) + "\"\n",
		"d/e.jsonl": `{"text":"` + body + `"}` + "\n",
	})
	n := 0
	for it := range Read(context.Background(), []string{dir}, Options{}) {
		want := "The gates are open, said Ivo Orlo.\n\n“We go,” he added.\nHe left."
		if it.Article != nil && it.Article.Format == "jsonl" {
			want = body
		}
		if it.Article == nil || it.Article.Text != want {
			t.Errorf("%+v", it)
		}
		n++
	}
	if n != 6 {
		t.Errorf("%d items", n)
	}
}

// TestReadMendsText: what only breaks lines or words is no part of a text, whatever the format; JSON Lines stay as they are.
func TestReadMendsText(t *testing.T) {
	wrapped := "Gates open\n\nThe gates of the up\u00adper dam were opened before\nMonday, Ivo Orlo said, and nobody had been warned of\n" +
		"Torvin's plan to do so, which he said was not a plan\nat all.\n"
	want := "Gates open\n\nThe gates of the upper dam were opened before Monday, Ivo Orlo said, and nobody had been warned of " +
		"Torvin's plan to do so, which he said was not a plan at all."
	dir := tree(t, map[string]string{
		"a.txt":   wrapped,
		"b.eml":   "From: Ida Lund <ida@example.org>\nDate: Mon, 5 May 2031 10:00:00 +0000\nMessage-ID: <1@example.org>\nSubject: Gates\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + wrapped,
		"c.html":  "<title>Gates open</title><h1>Gates open</h1><p>" + strings.ReplaceAll(wrapped[len("Gates open\n\n"):], "\u00ad", "&shy;") + "</p>",
		"d.jsonl": `{"text":` + strconv.Quote(strings.ReplaceAll(wrapped, "\u00ad", "-")) + "}\n",
	})
	n := 0
	for it := range Read(context.Background(), []string{dir}, Options{}) {
		a := it.Article
		if a == nil {
			t.Fatalf("%+v", it)
		}
		n++
		got, want := strings.TrimSpace(a.Text), want
		switch a.Format {
		case "html":
			got, want = strings.TrimPrefix(got, "Gates open\n\n"), strings.TrimPrefix(want, "Gates open\n\n")
		case "jsonl":
			want = strings.TrimSpace(strings.ReplaceAll(wrapped, "\u00ad", "-"))
		}
		if got != want {
			t.Errorf("%s: %q", a.Format, got)
		}
	}
	if n != 4 {
		t.Errorf("%d articles", n)
	}
}

func TestReadMendsSigns(t *testing.T) {
	dir := tree(t, map[string]string{
		"a.csv": "title,text\nOrloâ€™s gates,\"The gates are open. â€œWe go,â€\u009d said Ivo Orlo of Orlo &amp; Sons. Itâ€™s over.\"\n",
	})
	n := 0
	for it := range Read(context.Background(), []string{dir}, Options{}) {
		if a := it.Article; a == nil || a.Text != "The gates are open. “We go,” said Ivo Orlo of Orlo & Sons. It’s over." || a.Title != "Orlo’s gates" {
			t.Errorf("%+v", it)
		}
		n++
	}
	if n != 1 {
		t.Errorf("%d items", n)
	}
}

func TestReadKeepsJSONLines(t *testing.T) {
	text := "  A\r\nline, “as\u00a0it” is \u2028"
	path := filepath.Join(tree(t, map[string]string{"a": `{"id":"keep me","text":"  A\r\nline, “as` + "\u00a0" + `it” is \u2028"}`}), "a")
	n := 0
	for it := range Read(context.Background(), []string{path}, Options{From: "jsonl"}) {
		if n++; it.Article == nil || it.Article.ID != "keep me" || it.Article.Text != text || len(it.Article.Hash) != 64 {
			t.Errorf("%+v", it)
		}
	}
	if n != 1 {
		t.Errorf("%d items", n)
	}
}

func TestReadStdin(t *testing.T) {
	lines := `{"id":"a","text":"The gates were open."}` + "\n" + `{"id":"b","text":"They were shut."}`
	for in, want := range map[string]string{
		story: "- text",
		lines: "-#1 jsonl,-#2 jsonl",
		"":    "-: the file is empty",
	} {
		if got := strings.Join(read("", Options{Stdin: strings.NewReader(in)}, "-"), ","); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := read("", Options{}, "-"); got[0] != "-: there is no standard input" {
		t.Error(got)
	}
}

func TestReadFaults(t *testing.T) {
	dir := tree(t, map[string]string{"empty/.keep": "", "a.txt": story})
	big := filepath.Join(dir, "big.txt")
	f, err := os.Create(big)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(SizeLimit+1), f.Close()); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		big:                            "larger than 64 MB",
		filepath.Join(dir, "none.txt"): "there is no such file or folder",
		filepath.Join(dir, "empty"):    "a folder with no file in it",
	} {
		if got := read(filepath.Dir(path), Options{From: "text"}, path); len(got) != 1 || got[0] != filepath.Base(path)+": "+want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	endless := Options{Stdin: io.MultiReader(strings.NewReader("The gates were open. "), endlessText{})}
	if got := read("", endless, "-"); got[0] != "-: larger than 64 MB" {
		t.Error(got)
	}
}

// endlessText never ends.
type endlessText struct{}

func (endlessText) Read(p []byte) (int, error) {
	copy(p, bytes.Repeat([]byte("word "), len(p)/5+1))
	return len(p), nil
}

func TestReadFollowsLinksOnce(t *testing.T) {
	dir := tree(t, map[string]string{"a/x.txt": story})
	for link, to := range map[string]string{"a/up": "..", "a/self": ".", "broken.txt": "nowhere", "b": "a"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip("no symbolic links here: ", err)
		}
	}
	want := []string{"a/x.txt text", "broken.txt: there is no such file or folder"}
	got := read(dir, Options{}, dir)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadStops(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": story, "b.txt": story, "c/d.txt": story})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for range Read(ctx, []string{dir, dir}, Options{}) {
		n++
		cancel()
	}
	if n != 1 {
		t.Errorf("%d items after the first cancel", n)
	}
	for range Read(context.Background(), []string{dir}, Options{}) {
		break // must not panic when the loop ends early
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(story))
	f.Add([]byte(`{"id":1,"text":"a"}` + "\n{"))
	f.Add([]byte("<html><p>The gates were opened at noon, she said, and so on.</p>"))
	f.Add([]byte("\xff\xfea\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		n := 0
		for it := range Read(context.Background(), []string{"-"}, Options{Stdin: bytes.NewReader(raw)}) {
			n++
			if (it.Article == nil) == (it.Fault == nil) {
				t.Fatalf("%+v", it)
			}
			if a := it.Article; a != nil && (a.ID == "" || len(a.Hash) != 64 || a.Text == "") {
				t.Fatalf("%+v", a)
			}
			if it.Fault != nil && (it.Fault.Path == "" || it.Fault.Reason == "") {
				t.Fatalf("%+v", it.Fault)
			}
		}
		if n == 0 {
			t.Fatal("an input was lost")
		}
	})
}

// BenchmarkRead reads a folder of plain articles: files, hashes, headlines, languages.
func BenchmarkRead(b *testing.B) {
	dir := b.TempDir()
	body := story + strings.Repeat("“The log speaks for itself,” the chief engineer said in a statement on Thursday.\n\n", 40)
	for i := range 200 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprint(i)), []byte(body), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(200 * len(body)))
	n := 0
	for b.Loop() {
		for range Read(context.Background(), []string{dir}, Options{}) {
			n++
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkReadLines reads JSON Lines of articles of 3.5 KB.
func BenchmarkReadLines(b *testing.B) {
	var lines bytes.Buffer
	body := strings.Repeat("“The log speaks for itself,” the chief engineer said in a statement on Thursday.\n\n", 40)
	for i := range 500 {
		fmt.Fprintf(&lines, "{\"id\":\"%d\",\"published\":\"2024-05-14\",\"text\":%q}\n", i, body)
	}
	path := filepath.Join(b.TempDir(), "a.jsonl")
	if err := os.WriteFile(path, lines.Bytes(), 0o644); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(lines.Len()))
	n := 0
	for b.Loop() {
		for range Read(context.Background(), []string{path}, Options{}) {
			n++
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
}
