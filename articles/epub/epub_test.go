package epub

import (
	"archive/zip"
	"bytes"
	"os"
	"testing"
	"unicode/utf8"

	"quotidian/articles"
)

func open1(t testing.TB, raw []byte) *zip.Reader {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Skip("no archive")
	}
	return z
}

func sample(t testing.TB) []byte {
	t.Helper()
	raw, err := os.ReadFile("../intake/testdata/formats/book.epub")
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestRead(t *testing.T) {
	got, err := Read(open1(t, sample(t)))
	if err != nil || len(got) != 1 || got[0].Path != "OEBPS/text/a.xhtml" || got[0].Article == nil {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestDescribe: names that programs give where nobody named anyone are nobody's.
func TestDescribe(t *testing.T) {
	var a, b articles.Article
	(&book{Creator: []string{"Ana\n Orlo", "Ivo"}, Publisher: []string{"Varn Courier"}}).describe(&a)
	(&book{Creator: []string{"Unknown Author"}, Publisher: []string{"calibre"}}).describe(&b)
	if a.Byline != "Ana Orlo" || a.Outlet.Name != "Varn Courier" || a.Outlet.Guessed() || b.Byline != "" || b.Outlet.Name != "" {
		t.Errorf("%+v, %+v", a, b)
	}
}

// TestReadRefuses: a book without one of its parts, or that is none.
func TestReadRefuses(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create("META-INF/container.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte(`<container><rootfiles><rootfile full-path="none.opf"/></rootfiles></container>`)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if got, err := Read(open1(t, b.Bytes())); err == nil || err.Error() != "the book is damaged: it has no none.opf" {
		t.Errorf("%+v, %v", got, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample(f))
	f.Fuzz(func(t *testing.T, raw []byte) {
		chapters, err := Read(open1(t, raw))
		if (len(chapters) == 0) == (err == nil) {
			t.Fatal("neither chapters nor a reason, or both")
		}
		for _, c := range chapters {
			if (c.Article == nil) == (c.Err == nil) || c.Article != nil && !utf8.ValidString(c.Article.Text) {
				t.Fatalf("%+v", c)
			}
		}
	})
}
