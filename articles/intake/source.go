package intake

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"quotidian/articles"
	"quotidian/articles/archive"
	"quotidian/articles/jsonl"
	"quotidian/articles/mail"
	"quotidian/articles/office"
	"quotidian/articles/table"
	"quotidian/articles/warc"
)

// source is one input on its way to a decoder: a file, standard input, or a member of one of them.
type source struct {
	path   string // as it is shown, "file#place" for what lies inside a file
	hash   string // of the file
	in     *bufio.Reader
	at     io.ReaderAt // the same bytes for formats that are read from their end; nil when they only stream by
	size   int64       // of at
	depth  int         // how many archives it lies in
	budget *archive.Budget
	known  Origin
}

// place names something that lies in s.
func (s source) place(place string) string {
	if place == "" {
		return s.path
	}
	return s.path + "#" + place
}

// inside gives the source for something that lies in s.
func (s source) inside(place string, in io.Reader) source {
	inner := source{path: s.place(place), hash: s.hash, depth: s.depth + 1, budget: s.budget}
	if in != nil {
		inner.in = bufio.NewReaderSize(in, sniffed)
	}
	return inner
}

// read reads a source of any format.
func (r *reader) read(s source) bool {
	head, err := s.in.Peek(sniffed)
	if err != nil && !errors.Is(err, io.EOF) {
		return r.broken(s, err)
	}
	if len(head) == 0 {
		return r.fault(s.path, "the file is empty")
	}
	if s.depth > archive.Deepest {
		return r.fault(s.path, "more than %d archives inside each other", archive.Deepest)
	}
	format, err := r.format(head)
	if err != nil {
		return r.fault(s.path, "%s", err)
	}
	return r.as(s, format)
}

// as reads a source whose format is known.
func (r *reader) as(s source, format string) bool {
	switch format {
	case "zip":
		return r.zip(s)
	case "tar":
		return r.members(s, archive.Tar(s.in))
	case "gzip", "bzip2", "zstd":
		return r.packed(s, format)
	case "jsonl", "gqg":
		return r.lines(s, format)
	case "table":
		return r.table(s)
	case "mbox":
		return r.box(s)
	case "warc":
		return r.warc(s)
	}
	raw, err := archive.All(s.in, SizeLimit)
	if err != nil {
		return r.broken(s, err)
	}
	return r.document(s, raw, format)
}

// broken reports that the bytes of a source could not be had.
func (r *reader) broken(s source, err error) bool {
	switch {
	case r.ctx.Err() != nil:
		return false
	case errors.Is(err, archive.ErrLarge):
		return r.fault(s.path, "larger than %d MB", SizeLimit>>20)
	case s.depth > 0:
		return r.fault(s.path, "%s", archive.Cause(err))
	}
	return r.fault(s.path, "%s", cause(err))
}

// zip reads a ZIP archive, or the document that is kept in one.
func (r *reader) zip(s source) bool {
	at, size := s.at, s.size
	if at == nil {
		raw, err := archive.All(s.in, archive.MemberLimit)
		if err != nil {
			return r.broken(s, err)
		}
		at, size = bytes.NewReader(raw), int64(len(raw))
	}
	z, err := zip.NewReader(at, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return r.fault(s.path, "the ZIP archive is damaged: %s", err)
	}
	switch format := office.Format(z); format {
	case "":
		return r.members(s, archive.Zip(z))
	case "docx", "odt", "epub":
		return r.parts(s, func(ctx context.Context) ([]part, error) { return r.kept(ctx, z, format, s.budget) })
	case "xlsx":
		if size > SizeLimit {
			return r.broken(s, archive.ErrLarge)
		}
		return r.parts(s, func(ctx context.Context) ([]part, error) { return sheets(ctx, io.NewSectionReader(at, 0, size)) })
	default:
		return r.fault(s.path, "%s, which cannot be read", format)
	}
}

// members reads every member of an archive.
func (r *reader) members(s source, all archive.Members) bool {
	for n := 0; ; n++ {
		m, err := all.Next()
		switch {
		case r.ctx.Err() != nil:
			return false
		case errors.Is(err, io.EOF):
			return n > 0 || r.fault(s.path, "an archive with no file in it")
		case err != nil:
			return r.broken(s.inside("", nil), err)
		}
		if !r.member(s, m) {
			return false
		}
	}
}

func (r *reader) member(s source, m archive.Member) bool {
	place := clean(m.Name)
	if m.Err != nil {
		return r.fault(s.place(place), "%s", m.Err)
	}
	in, err := m.Open()
	if err != nil {
		return r.fault(s.place(place), "%s", archive.Cause(err))
	}
	defer in.Close()
	return r.read(s.inside(place, s.budget.Reader(in)))
}

// packed reads what a file of one member holds.
func (r *reader) packed(s source, format string) bool {
	in, err := archive.Unpack(s.in, format)
	if err != nil {
		return r.fault(s.path, "%s", archive.Cause(err))
	}
	defer in.Close()
	inner := s.inside("", s.budget.Reader(in))
	inner.known = s.known
	return r.read(inner)
}

// lines reads JSON Lines.
func (r *reader) lines(s source, format string) bool {
	read, found := jsonl.Line, false
	if format == "gqg" {
		read = jsonl.Quotation
	}
	for rec := range jsonl.ReadWith(s.in, read) {
		if r.ctx.Err() != nil {
			return false
		}
		found = true
		if !r.record(s, fmt.Sprint(rec.Line), rec.Article, rec.Err) {
			return false
		}
	}
	return found || r.fault(s.path, "no line with an article in it")
}

// record yields one of several articles of a file.
func (r *reader) record(s source, place string, a *articles.Article, err error) bool {
	path := s.place(place)
	if err != nil {
		return r.fault(path, "%s", err)
	}
	return r.article(a, path, s)
}

// table reads a table of articles. A list of addresses is one fault: its articles are elsewhere.
func (r *reader) table(s source) bool {
	t, err := table.Open(s.in)
	if err != nil {
		return r.fault(s.path, "%s", err)
	}
	n := 0
	for row := range t.Rows() {
		if r.ctx.Err() != nil {
			return false
		}
		n++
		if t.IsList() && row.Err == nil {
			continue
		}
		if !r.record(s, fmt.Sprint(row.Line), row.Article, row.Err) {
			return false
		}
	}
	switch {
	case n == 0:
		return r.fault(s.path, "a table with no row in it")
	case t.IsList():
		return r.fault(s.path, "a list of %d addresses without the articles' text: 'quotidian fetch' reads the pages", n)
	}
	return true
}

// box reads the messages of a mailbox.
func (r *reader) box(s source) bool {
	n := 0
	for raw, err := range mail.Box(s.in) {
		if n++; r.ctx.Err() != nil {
			return false
		}
		inner := s.inside(fmt.Sprint(n), nil)
		ok := false
		if err != nil {
			ok = r.broken(inner, err)
		} else {
			ok = r.document(inner, raw, "eml")
		}
		if !ok {
			return false
		}
	}
	return n > 0 || r.fault(s.path, "a mailbox with no message in it")
}

// warc reads the pages of a web archive.
func (r *reader) warc(s source) bool {
	n := 0
	for p := range warc.Read(s.in, s.budget) {
		if n++; r.ctx.Err() != nil {
			return false
		}
		inner := s.inside(clean(p.URL), bytes.NewReader(p.Body))
		inner.known = Origin{URL: p.URL, Charset: p.Charset, Fetched: p.Fetched}
		ok := false
		if p.Err != nil {
			ok = r.broken(inner, p.Err)
		} else {
			ok = r.read(inner)
		}
		if !ok {
			return false
		}
	}
	return n > 0 || r.fault(s.path, "a web archive with no page in it")
}
