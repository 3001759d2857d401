package intake

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"

	"quotidian/articles/archive"
)

// SizeLimit is the largest file that is read as one document, in bytes. Archives, mailboxes, JSON Lines and tables
// have no limit: they are read piece by piece, each piece of at most this size.
const SizeLimit = 64 << 20

// sniffed is how many bytes are looked at to tell a format.
const sniffed = 64 << 10

// streams reports the formats that are read piece by piece.
func streams(format string) bool {
	switch format {
	case "zip", "tar", "gzip", "bzip2", "zstd", "jsonl", "gqg", "table", "mbox", "warc":
		return true
	}
	return false
}

// file reads a regular file.
func (r *reader) file(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return r.fault(path, "%s", cause(err))
	}
	defer f.Close()
	r.way.begin(f)
	defer r.way.end()
	n, err := io.ReadFull(f, r.head)
	ended := err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF)
	if err != nil && !ended {
		return r.fault(path, "%s", cause(err))
	}
	if n == 0 {
		return r.fault(path, "the file is empty")
	}
	format, err := r.format(r.head[:n])
	if err != nil {
		return r.fault(path, "%s", err)
	}
	if ended && !streams(format) { // most files are short, and reading them once more costs as much as opening them
		return r.raw(bytes.Clone(r.head[:n]), path, format)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return r.fault(path, "%s", cause(err))
	}
	if streams(format) {
		return r.stream(f, path, format)
	}
	if info, err := f.Stat(); err == nil && info.Size() > SizeLimit {
		return r.fault(path, "larger than %d MB", SizeLimit>>20)
	}
	return r.whole(f, path, format)
}

// stdin reads standard input. What is read piece by piece goes through a temporary file: its hash stands in every
// article, and ZIP archives are read from their end.
func (r *reader) stdin() bool {
	if r.options.Stdin == nil {
		return r.fault("-", "there is no standard input")
	}
	in := bufio.NewReaderSize(r.options.Stdin, sniffed)
	head, err := in.Peek(sniffed)
	switch {
	case err != nil && err != io.EOF:
		return r.fault("-", "%s", cause(err))
	case len(head) == 0:
		return r.fault("-", "the file is empty")
	}
	format, err := r.format(head)
	if err != nil {
		return r.fault("-", "%s", err)
	}
	if !streams(format) {
		return r.whole(in, "-", format)
	}
	tmp, err := os.CreateTemp("", "quotidian-stdin-")
	if err != nil {
		return r.fault("-", "%s", cause(err))
	}
	defer os.Remove(tmp.Name())
	defer tmp.Close()
	if _, err := io.Copy(tmp, in); err != nil {
		return r.fault("-", "%s", cause(err))
	}
	if _, err := tmp.Seek(0, io.SeekStart); err != nil {
		return r.fault("-", "%s", cause(err))
	}
	return r.stream(tmp, "-", format)
}

// whole reads one document.
func (r *reader) whole(in io.Reader, path, format string) bool {
	raw, err := archive.All(in, SizeLimit)
	switch {
	case errors.Is(err, archive.ErrLarge):
		return r.fault(path, "larger than %d MB", SizeLimit>>20)
	case err != nil:
		return r.fault(path, "%s", cause(err))
	}
	return r.raw(raw, path, format)
}

// raw reads one document from its bytes.
func (r *reader) raw(raw []byte, path, format string) bool {
	sum := sha256.Sum256(raw)
	s := source{path: path, hash: hex.EncodeToString(sum[:]), budget: archive.NewBudget(int64(len(raw)))}
	return r.document(s, raw, format)
}

// stream reads a file piece by piece: once for the hash, once for the articles.
func (r *reader) stream(f *os.File, path, format string) bool {
	h := sha256.New()
	size, err := io.Copy(h, patient{r.ctx, f})
	if err != nil {
		return r.ctx.Err() == nil && r.fault(path, "%s", cause(err))
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return r.fault(path, "%s", cause(err))
	}
	return r.as(source{
		path: path, hash: hex.EncodeToString(h.Sum(nil)), in: bufio.NewReaderSize(r.way.reader(patient{r.ctx, f}), sniffed),
		at: r.way.readerAt(f), size: size, budget: archive.NewBudget(size),
	}, format)
}

// patient reads until the person has lost patience.
type patient struct {
	ctx context.Context
	in  io.Reader
}

func (p patient) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	return p.in.Read(b)
}
