package intake

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"

	"quotidian/articles"
	"quotidian/articles/html"
	"quotidian/articles/jsonl"
	"quotidian/articles/text"
)

// SizeLimit is the largest file that is read as one article, in bytes. JSON Lines have no limit: they are read
// line by line, each of at most [jsonl.LineLimit].
const SizeLimit = 64 << 20

// sniffed is how many bytes are looked at to tell a format.
const sniffed = 64 << 10

// file reads a regular file of the given size.
func (r *reader) file(path string, size int64) bool {
	f, err := os.Open(path)
	if err != nil {
		return r.fault(path, "%s", cause(err))
	}
	defer f.Close()
	n, err := io.ReadFull(f, r.head)
	if err != nil && err != io.EOF && !errors.Is(err, io.ErrUnexpectedEOF) {
		return r.fault(path, "%s", cause(err))
	}
	format, err := r.format(r.head[:n])
	if err != nil {
		return r.fault(path, "%s", err)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return r.fault(path, "%s", cause(err))
	}
	if format == "jsonl" {
		return r.lines(f, path)
	}
	if size > SizeLimit {
		return r.fault(path, "larger than %d MB", SizeLimit>>20)
	}
	return r.whole(f, path, format)
}

// stdin reads standard input; JSON Lines go through a temporary file, for their hash stands in every article.
func (r *reader) stdin() bool {
	if r.options.Stdin == nil {
		return r.fault("-", "there is no standard input")
	}
	in := bufio.NewReaderSize(r.options.Stdin, sniffed)
	head, err := in.Peek(sniffed)
	if err != nil && err != io.EOF {
		return r.fault("-", "%s", cause(err))
	}
	format, err := r.format(head)
	if err != nil {
		return r.fault("-", "%s", err)
	}
	if format != "jsonl" {
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
	return r.lines(tmp, "-")
}

// whole reads one article.
func (r *reader) whole(in io.Reader, path, format string) bool {
	raw, err := io.ReadAll(io.LimitReader(in, SizeLimit+1))
	switch {
	case err != nil:
		return r.fault(path, "%s", cause(err))
	case len(raw) > SizeLimit:
		return r.fault(path, "larger than %d MB", SizeLimit>>20)
	case len(raw) == 0:
		return r.fault(path, "the file is empty")
	}
	a, err := decode(raw, format)
	if err != nil {
		return r.fault(path, "%s", err)
	}
	sum := sha256.Sum256(raw)
	return r.article(a, path, hex.EncodeToString(sum[:]))
}

// decode calls the decoder. A panic in one of the HTML libraries costs one file, not the run.
func decode(raw []byte, format string) (a *articles.Article, err error) {
	defer func() {
		if p := recover(); p != nil {
			a, err = nil, fmt.Errorf("internal error while reading it: %v", p)
		}
	}()
	if format == "html" {
		return html.Read(raw)
	}
	return text.Read(raw)
}

// lines reads JSON Lines: once for the hash, once for the articles.
func (r *reader) lines(f io.ReadSeeker, path string) bool {
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return r.fault(path, "%s", cause(err))
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return r.fault(path, "%s", cause(err))
	}
	hash, found := hex.EncodeToString(h.Sum(nil)), false
	for rec := range jsonl.Read(f) {
		found = true
		if r.ctx.Err() != nil {
			return false
		}
		where := fmt.Sprintf("%s#%d", path, rec.Line)
		if rec.Err != nil {
			if !r.fault(where, "%s", rec.Err) {
				return false
			}
			continue
		}
		if !r.article(rec.Article, where, hash) {
			return false
		}
	}
	return found || r.fault(path, "no line with an article in it")
}

// format tells the format of an input by its beginning, or why it cannot be read.
func (r *reader) format(head []byte) (string, error) {
	if f := r.options.From; f != "" && f != "auto" {
		return f, nil
	}
	if kind := foreign(head); kind != "" {
		return "", fmt.Errorf("%s, which cannot be read yet", kind)
	}
	trimmed := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(trimmed) > 0 && trimmed[0] == '{' {
		return objects(trimmed)
	}
	if html.Looks(head) {
		return "html", nil
	}
	if bytes.HasPrefix(trimmed, []byte("<?xml")) {
		return "", errors.New("an XML file of a kind that cannot be read yet")
	}
	return "text", nil
}
