package archive

import (
	"archive/tar"
	"archive/zip"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// Member is one file of an archive. Err says why it cannot be read; otherwise Open gives its bytes, once, and
// before the next member is asked for.
type Member struct {
	Name string
	Err  error
	Open func() (io.ReadCloser, error)
}

// Members gives the members of an archive one by one: io.EOF after the last. Another error ends the archive.
type Members interface{ Next() (Member, error) }

// Zip lists the members of a ZIP archive in the order of its directory.
func Zip(z *zip.Reader) Members {
	saved := pages{}
	for _, f := range z.File[:min(len(z.File), MostMembers)] {
		saved.add(f.Name)
	}
	return &zipMembers{files: z.File, saved: saved}
}

type zipMembers struct {
	files []*zip.File
	saved pages
	n     int
}

func (z *zipMembers) Next() (Member, error) {
	for z.n < len(z.files) {
		f := z.files[z.n]
		if z.n++; z.n > MostMembers {
			return Member{}, fmt.Errorf("it has more than %d members", MostMembers)
		}
		if f.FileInfo().IsDir() || Furniture(f.Name) || z.saved.keep(f.Name) {
			continue
		}
		return Member{Name: f.Name, Err: refuse(f), Open: f.Open}, nil
	}
	return Member{}, io.EOF
}

func refuse(f *zip.File) error {
	const encrypted = 0x1
	switch {
	case f.Flags&encrypted != 0:
		return errors.New("it is encrypted: unpack it with its password first")
	case !f.Mode().IsRegular():
		return errors.New("a link or a device, not a file")
	}
	return CheckName(f.Name)
}

// Tar reads a tar archive from its beginning. It has no directory, so that what belongs to a page is only known behind it, where the order of
// names puts it.
func Tar(r io.Reader) Members { return &tarMembers{r: tar.NewReader(r), saved: pages{}} }

type tarMembers struct {
	r     *tar.Reader
	saved pages
	n     int
}

func (t *tarMembers) Next() (Member, error) {
	for {
		h, err := t.r.Next()
		if err != nil {
			return Member{}, err
		}
		if t.n++; t.n > MostMembers {
			return Member{}, fmt.Errorf("it has more than %d members", MostMembers)
		}
		t.saved.add(h.Name)
		switch {
		case h.Typeflag == tar.TypeDir, h.Typeflag == tar.TypeXGlobalHeader, Furniture(h.Name), t.saved.keep(h.Name):
			continue
		case h.Typeflag != tar.TypeReg:
			return Member{Name: h.Name, Err: errors.New("a link or a device, not a file")}, nil
		}
		return Member{Name: h.Name, Err: CheckName(h.Name), Open: func() (io.ReadCloser, error) { return io.NopCloser(t.r), nil }}, nil
	}
}

// Unpack reads the one file that is packed as "gzip" (any number of streams after each other), "bzip2" or "zstd".
func Unpack(r io.Reader, format string) (io.ReadCloser, error) {
	switch format {
	case "gzip":
		return gzip.NewReader(r)
	case "bzip2":
		return io.NopCloser(bzip2.NewReader(r)), nil
	case "zstd":
		// The window is what a hostile file could ask us to hold in memory.
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(64<<20), zstd.WithDecoderMaxMemory(128<<20))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	}
	return nil, fmt.Errorf("internal error: no way to unpack %q", format)
}

// Part reads the named member of a document that is kept in a ZIP archive, at most limit bytes and no more than
// the budget has left; (nil, nil) when there is none of this name.
func (b *Budget) Part(z *zip.Reader, name string, limit int64) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		if err := refuse(f); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, Cause(err))
		}
		defer r.Close()
		raw, err := All(b.Reader(r), limit)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, Cause(err))
		}
		return raw, nil
	}
	return nil, nil
}
