package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"quotidian/articles/archive"
)

func archiveOf(t testing.TB, files ...string) *zip.Reader {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestReadWord(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"runs":            {`<w:p><w:r><w:t>Gates </w:t></w:r><w:r><w:t>open</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Two</w:t></w:r></w:p>`, "Gates open\n\nTwo"},
		"breaks":          {`<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>`, "a\nb\tc\u2011d"},
		"tracked changes": {`<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>`, "new"},
		"a table":         {`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`, "a\n\nb"},
		"a field":         {`<w:p><w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:r><w:t>link</w:t></w:r></w:p>`, "link"},
		"hidden":          {`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>`, "ab"},
		"ruby":            {`<w:p><w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>a</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`, "a"},
		"fallback":        {`<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>new</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>`, "new"},
	} {
		a, err := Read(archiveOf(t, "word/document2.xml", "<w:document><w:body>"+c.body+"</w:body></w:document>"), "docx", archive.NewBudget(0))
		if err != nil || a.Text != c.want {
			t.Errorf("%s: %+v, %v", name, a, err)
		}
	}
}

func TestReadOpenDocument(t *testing.T) {
	body := "<office:text><text:h>Head</text:h><text:p>a\n  <text:span>b</text:span><text:s text:c=\"3\"/>c<text:line-break/>d<text:note><text:p>note</text:p></text:note></text:p></office:text>"
	a, err := Read(archiveOf(t, "content.xml", body, "meta.xml", "<m><dc:title>T</dc:title><meta:initial-creator>I S</meta:initial-creator></m>"), "odt", archive.NewBudget(0))
	if err != nil || a.Text != "Head\n\na b   c\nd" || a.Title != "T" || a.Byline != "I S" {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestReadRefuses(t *testing.T) {
	if _, err := Read(archiveOf(t, "word/document.xml", "<w:document/>"), "docx", archive.NewBudget(0)); !errors.Is(err, ErrEmpty) {
		t.Error(err)
	}
	for _, body := range []string{strings.Repeat("<w:p>", 300), "<w:p", "<w:p><w:t>&nothing"} {
		if a, err := Read(archiveOf(t, "word/document.xml", body), "docx", archive.NewBudget(0)); err == nil {
			t.Errorf("%.20q: %+v", body, a)
		}
	}
}

func TestFormat(t *testing.T) {
	for first, want := range map[string]string{"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "META-INF/container.xml": "epub", "a.txt": ""} {
		if got := Format(archiveOf(t, first, "x")); got != want {
			t.Errorf("%s: %q", first, got)
		}
	}
	if got := Format(archiveOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet")); got == "odt" || got == "" {
		t.Error(got)
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"word.docx", "writer.odt"} {
		raw, err := os.ReadFile("../intake/testdata/formats/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			return
		}
		for _, format := range []string{"docx", "odt"} {
			a, err := Read(z, format, archive.NewBudget(0))
			if (a == nil) == (err == nil) {
				t.Fatal("neither an article nor a reason, or both")
			}
			if a != nil && (!utf8.ValidString(a.Text) || strings.TrimSpace(a.Text) == "") {
				t.Fatalf("%+q", a.Text)
			}
		}
	})
}
