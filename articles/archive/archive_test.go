package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestCheckName(t *testing.T) {
	for name, want := range map[string]bool{
		"a.txt": true, "a/b.txt": true, "a..b/c": true, "community.txt": true, "console.txt": true, "com.txt": true, "com10": true, "auxiliary": true,
		"../a": false, "a/../../b": false, `..\a`: false, "/a": false, `\a`: false, "C:/a": false, "c:a": false, "": false, "a\x00b": false,
		"con": false, "a/CON.txt": false, "nul .txt": false, "COM1.doc": false, "lpt9": false, "aux/a": false, "com¹": false, strings.Repeat("a", 5000): false,
	} {
		if err := CheckName(name); (err == nil) != want {
			t.Errorf("%.30q: %v", name, err)
		}
	}
}

func TestBudget(t *testing.T) {
	b := NewBudget(Free / 50) // 100 times that is more than what is free
	n, err := io.Copy(io.Discard, b.Reader(endless{}))
	if n != Ratio*(Free/50) || !errors.Is(err, ErrBomb) {
		t.Errorf("%d bytes, %v", n, err)
	}
	if _, err := b.Reader(strings.NewReader("x")).Read(make([]byte, 1)); !errors.Is(err, ErrBomb) {
		t.Errorf("a spent budget gives more: %v", err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestAll(t *testing.T) {
	if raw, err := All(strings.NewReader("abc"), 3); string(raw) != "abc" || err != nil {
		t.Errorf("%q, %v", raw, err)
	}
	if raw, err := All(strings.NewReader("abcd"), 3); !errors.Is(err, ErrLarge) {
		t.Errorf("%q, %v", raw, err)
	}
}

func TestFurniture(t *testing.T) {
	for name, want := range map[string]bool{"a/.DS_Store": true, "__MACOSX/a": true, "~$a.docx": true, ".git/x": true, "../x": false, "a.b": false, "./a": false} {
		if got := Furniture(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestSavedPages: what a browser saves beside a page is the page's, wherever it stands in a ZIP archive, and behind the page in tar.
func TestSavedPages(t *testing.T) {
	names := []string{"a/Gates_files/x.css", "a/Gates.html", "a/Gates_files/frame.html", "a/Gates_files/in/x.js", "Gates_files/b.txt", "case_files/c.txt", "Old.htm", "Old_files/d.svg"}
	var zipped, tarred bytes.Buffer
	z, w := zip.NewWriter(&zipped), tar.NewWriter(&tarred)
	for _, name := range names {
		if _, err := z.Create(name); err != nil {
			t.Fatal(err)
		}
		if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o600}); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), w.Close()); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(zipped.Bytes()), int64(zipped.Len()))
	if err != nil {
		t.Fatal(err)
	}
	const want = "a/Gates.html Gates_files/b.txt case_files/c.txt Old.htm"
	for kind, c := range map[string]struct {
		members Members
		want    string
	}{"zip": {Zip(r), want}, "tar": {Tar(&tarred), "a/Gates_files/x.css " + want}} {
		var got []string
		for m, err := c.members.Next(); err == nil; m, err = c.members.Next() {
			got = append(got, m.Name)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s", kind, s)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add([]byte("\x1f\x8b\x08\x00"), "gzip")
	f.Add([]byte("BZh9"), "bzip2")
	f.Add([]byte("\x28\xb5\x2f\xfd\x04\x00\x01\x00\x00"), "zstd")
	f.Fuzz(func(t *testing.T, raw []byte, format string) {
		r, err := Unpack(bytes.NewReader(raw), format)
		if err != nil {
			return
		}
		defer r.Close()
		b := &Budget{}
		b.left.Store(1 << 20)
		if n, _ := io.Copy(io.Discard, b.Reader(r)); n > 1<<20 {
			t.Fatalf("%d bytes came out of a budget of 1 MB", n)
		}
	})
}
