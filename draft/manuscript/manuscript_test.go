package manuscript

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"quotidian/articles"
)

func TestFormats(t *testing.T) {
	for _, c := range []struct{ name, raw, from, format, want string }{
		{"note.txt", "One.\n\n“Two,” she said.\n", "", "text", "One.\n\n“Two,” she said.\n"},
		{"note.md", "# Head\n\n> “We **will** go,” said [Ada Venn](http://x.example).\n\n- _one_ 5 * 3 * 2\n", "", "markdown", "Head\n\n“We will go,” said Ada Venn.\n\none 5 * 3 * 2\n"},
		{"note.txt", "# kept\n", "", "text", "# kept\n"},
		{"note.txt", "# Head\n", "markdown", "markdown", "Head\n"},
		{"a.html", "<!doctype html><html><head><title>no</title></head><body><nav>Menu</nav><p>One &amp; <b>t</b>wo</p><script>no()</script><p>Three<br>four</p></body></html>", "", "html", "Menu\n\nOne & two\n\nThree\nfour"},
		{"a.html", "<html><meta charset=windows-1251><body><p>\xcf\xf0\xe8\xe2\xe5\xf2</p></body></html>", "", "html", "Привет"},
		{"-", "<html><body><p>said <q>so</q></p>", "", "html", "said \"so\""},
	} {
		m, err := Read([]byte(c.raw), c.name, c.from)
		if err != nil {
			t.Errorf("%q: %v", c.raw, err)
			continue
		}
		if m.Format != c.format || m.Text != c.want {
			t.Errorf("%q: %s %q, want %s %q", c.raw, m.Format, m.Text, c.format, c.want)
		}
	}
}

func TestRefused(t *testing.T) {
	for name, raw := range map[string][]byte{
		"empty.txt": nil, "blank.txt": []byte(" \n\t\n"), "picture.png": []byte("\x89PNG\r\n\x1a\n\x00\x00"),
		"other.zip": []byte("PK\x03\x04 and no more"), "empty.html": []byte("<html><body></body></html>"),
	} {
		if m, err := Read(raw, name, ""); err == nil {
			t.Errorf("%s is read as %q", name, m.Text)
		}
	}
	if _, err := Read([]byte("x"), "a", "pdf"); err == nil || !strings.Contains(err.Error(), "docx") {
		t.Errorf("an unknown format: %v", err)
	}
	if _, err := Read(nil, "a", ""); !errors.Is(err, ErrEmpty) {
		t.Error(err)
	}
}

// body is a document with what real ones have: looks, a link, tracked changes, a comment of its own, a text box.
const body = bodyBegin + `<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>A &amp; B</w:t></w:r></w:p>` +
	`<w:p><w:r><w:t xml:space="preserve">She said: </w:t></w:r><w:ins w:id="7"><w:r><w:rPr><w:i/></w:rPr><w:t>“We will</w:t></w:r></w:ins><w:del w:id="8"><w:r><w:delText>may</w:delText></w:r></w:del>` +
	`<w:hyperlink><w:r><w:t xml:space="preserve"> sail</w:t><w:tab/><w:t>soon.”</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r></w:p><w:p/><w:p><w:r><w:t>End</w:t><w:br/><w:t>here</w:t></w:r></w:p>` + bodyEnd

func wordFile(t *testing.T, body string) []byte {
	t.Helper()
	raw, err := pack([]byte(body))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestWord(t *testing.T) {
	m, err := Read(wordFile(t, body), "a.docx", "")
	if err != nil {
		t.Fatal(err)
	}
	if want := "A & B\n\nShe said: “We will sail\tsoon.”\n\nEnd\nhere"; m.Text != want {
		t.Fatalf("%q, want %q", m.Text, want)
	}
	if _, err := Read(wordFile(t, bodyBegin+"<w:p><w:r><w:t>no end"), "a.docx", ""); err == nil {
		t.Error("a damaged document is read")
	}
}

// TestAnnotate: the text stays as it was, the remarks stand at their words, and remarks can be added once more.
func TestAnnotate(t *testing.T) {
	for name, raw := range map[string][]byte{
		"a.docx": wordFile(t, body), "a.txt": []byte("A & B\n\n\n\nShe said: “We will sail\tsoon.”\n\nEnd\fhere \u202e <b>\n"),
	} {
		m, err := Read(raw, name, "")
		if err != nil {
			t.Fatal(err)
		}
		from, to := strings.Index(m.Text, "“"), strings.Index(m.Text, "”")+len("”")
		remarks := []Remark{
			{articles.Span{Start: 0, End: 5}, "first"},
			{articles.Span{Start: from, End: to}, "altered: <so> & so\nsecond line"},
			{articles.Span{Start: len(m.Text) + 5, End: len(m.Text) + 9}, "of another text"},
		}
		var once, twice bytes.Buffer
		if err := m.Annotate(&once, remarks); err != nil {
			t.Fatal(err)
		}
		again, err := Read(once.Bytes(), "once.docx", "")
		if err != nil {
			t.Fatal(err)
		}
		if strings.Join(strings.Fields(again.Text), " ") != strings.Join(strings.Fields(m.Text), " ") {
			t.Errorf("%s: %q became %q", name, m.Text, again.Text)
		}
		if got := commented(t, once.Bytes()); len(got) != 2 || got[0] != "A & B" || got[1] != "“We will sailsoon.”" && got[1] != "“We will sail\tsoon.”" {
			t.Errorf("%s: comments stand at %q", name, got)
		}
		if err := again.Annotate(&twice, []Remark{{articles.Span{Start: 2, End: 3}, "third"}}); err != nil {
			t.Fatal(err)
		}
		if got := commented(t, twice.Bytes()); len(got) != 3 {
			t.Errorf("%s: %d comments after a second round: %q", name, len(got), got)
		}
	}
}

// commented gives the words that comments stand at, by the order of their beginnings, and checks that each has a
// text.
func commented(t *testing.T, raw []byte) []string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := part(z, "word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	comments, err := part(z, "word/quotidian-comments.xml")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	const start = `<w:commentRangeStart w:id="`
	for at := strings.Index(string(doc), start); at >= 0; {
		piece := string(doc)[at+len(start):]
		if next := strings.Index(piece, start); next >= 0 {
			at += len(start) + next
		} else {
			at = -1
		}
		id, rest, _ := strings.Cut(piece, `"`)
		inside, _, ok := strings.Cut(rest, `<w:commentRangeEnd w:id="`+id+`"/>`)
		if !ok || !strings.Contains(string(comments), `<w:comment w:id="`+id+`"`) {
			t.Errorf("comment %s has no end or no text", id)
		}
		d, err := openDocument(wordFile(t, bodyBegin+"<w:p><w:r>"+runs(inside)+"</w:r></w:p>"+bodyEnd))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, d.text())
	}
	return all
}

// TestReadWrapped: lines that were broken to keep them short are whole sentences, and each character stays where it is.
func TestReadWrapped(t *testing.T) {
	const draft = "# Gates\n\nThe gates of the upper dam were opened before Ivo\nOrlo had been asked, said the mayor of Varn, and no\n" +
		"one of the villages below it had been warned by\nMonday. “We were not told,” he said to the council.\n"
	for name, from := range map[string]int{"a.txt": strings.Index(draft, "The gates"), "a.md": strings.Index(draft, "The gates") - len("# ")} {
		m, err := Read([]byte(draft), name, "")
		if err != nil {
			t.Fatal(err)
		}
		want := strings.ReplaceAll(draft[strings.Index(draft, "The gates"):len(draft)-1], "\n", " ") + "\n"
		if m.Text[from:] != want {
			t.Errorf("%s: %q, want %q", name, m.Text[from:], want)
		}
	}
}

// runs keeps the w:t elements of a stretch of XML.
func runs(xml string) string {
	var b strings.Builder
	for _, p := range strings.Split(xml, "<w:t")[1:] {
		if inside, _, ok := strings.Cut(p, "</w:t>"); ok && (p[0] == '>' || p[0] == ' ') {
			b.WriteString("<w:t" + inside + "</w:t>")
		}
	}
	return b.String()
}

// TestOpensInLibreOffice: another program reads what Annotate wrote.
func TestOpensInLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("skipped: no soffice on PATH")
	}
	if real, err := filepath.EvalSymlinks(office); err != nil || testing.Short() {
		t.Skip("skipped: slow")
	} else if _, err := os.Stat(filepath.Join(filepath.Dir(real), "libswlo.so")); err != nil {
		t.Skip("skipped: this LibreOffice has no Writer")
	}
	m, err := Read(wordFile(t, body), "a.docx", "")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "checked.docx")
	var out bytes.Buffer
	if err := m.Annotate(&out, []Remark{{articles.Span{Start: 0, End: 5}, "first remark"}}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "--headless", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--convert-to", "fodt", "--outdir", dir, path)
	cmd.Env = append(os.Environ(), "HOME="+dir)
	if log, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, log)
	}
	got, err := os.ReadFile(filepath.Join(dir, "checked.fodt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<office:annotation ", "first remark", "A &amp; B", "<office:annotation-end "} {
		if !strings.Contains(string(got), want) {
			t.Errorf("LibreOffice does not show %q", want)
		}
	}
}

// FuzzRead: whatever a draft holds, reading it ends, and remarks on all of it can be read back.
func FuzzRead(f *testing.F) {
	f.Add([]byte("“Two,” she said."), "a.txt")
	f.Add([]byte("# a\n> **b** [c](d) _e_"), "a.md")
	f.Add([]byte("<p>a<b>b</p><script>"), "a.html")
	if raw, err := pack([]byte(body)); err == nil {
		f.Add(raw, "a.docx")
	}
	f.Fuzz(func(t *testing.T, raw []byte, name string) {
		m, err := Read(raw, name, "")
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := m.Annotate(&out, []Remark{{articles.Span{Start: 0, End: len(m.Text)}, "all"}}); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(out.Bytes(), "b.docx", ""); err != nil && !errors.Is(err, ErrEmpty) {
			t.Fatalf("%q: %v", m.Text, err)
		}
	})
}
