package epub

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"quotidian/articles"
	"quotidian/articles/archive"
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
	got, err := Read(t.Context(), open1(t, sample(t)), archive.NewBudget(0))
	if err != nil || len(got) != 1 || got[0].Path != "OEBPS/text/a.xhtml" || got[0].Article == nil {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestReadBudget: a book inside an archive takes from what that may unpack to, and nobody waits for one that is not wanted any more.
func TestReadBudget(t *testing.T) {
	spent := archive.NewBudget(0)
	if _, err := io.Copy(io.Discard, spent.Reader(strings.NewReader(strings.Repeat("x", archive.Free-1<<10)))); err != nil {
		t.Fatal(err)
	}
	got, err := Read(t.Context(), open1(t, sample(t)), spent)
	if len(got) == 1 {
		err = got[0].Err
	}
	if !errors.Is(err, archive.ErrBomb) {
		t.Errorf("%+v, %v", got, err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if got, err := Read(ctx, open1(t, sample(t)), archive.NewBudget(0)); !errors.Is(err, context.Canceled) {
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
	if got, err := Read(t.Context(), open1(t, b.Bytes()), archive.NewBudget(0)); err == nil || err.Error() != "the book is damaged: it has no none.opf" {
		t.Errorf("%+v, %v", got, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample(f))
	f.Fuzz(func(t *testing.T, raw []byte) {
		chapters, err := Read(t.Context(), open1(t, raw), archive.NewBudget(0))
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
