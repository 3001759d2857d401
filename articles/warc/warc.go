// Package warc reads web archives (ISO 28500): the pages that a crawler kept, each with its address and the moment it
// was fetched.
//
// Of all that an archive holds only answers with status 200 that carry running text are given (pages, plain text,
// documents), and texts that were taken out of pages already (WET files). Requests, pictures, style sheets, redirects
// and repeated visits are no articles and are passed over.
package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
	"time"

	"quotidian/articles/archive"
)

// RecordLimit is the largest record that is read, in bytes.
const RecordLimit = 64 << 20

// Page is one record with text: its body as the server meant it, or Err.
type Page struct {
	URL     string
	Fetched time.Time
	Charset string // what the server says the encoding is, or ""
	Body    []byte
	Err     error
}

var errCut = errors.New("the web archive ends in the middle of a record")

// Looks reports whether head begins a web archive.
func Looks(head []byte) bool {
	return bytes.HasPrefix(head, []byte("WARC/0.")) || bytes.HasPrefix(head, []byte("WARC/1."))
}

// Read yields the pages of an unpacked archive in order. A broken record header ends it with a last Page that has Err.
// What servers packed is unpacked out of a budget.
func Read(r io.Reader, budget *archive.Budget) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		for {
			h, err := header(in)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(Page{Err: err})
				return
			}
			p, ok, err := record(in, h, budget)
			if ok && !yield(p) {
				return
			}
			if err != nil {
				yield(Page{URL: p.URL, Err: err})
				return
			}
		}
	}
}

// header reads up to the empty line before a record's content. io.EOF means that there is no further record.
func header(in *bufio.Reader) (textproto.MIMEHeader, error) {
	for {
		line, err := in.ReadSlice('\n')
		text := strings.TrimSpace(string(line))
		switch {
		case text == "" && err == nil:
			continue
		case text == "" && errors.Is(err, io.EOF):
			return nil, io.EOF
		case err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull):
			return nil, err
		case !strings.HasPrefix(text, "WARC/"):
			return nil, errors.New("the web archive is damaged: no record where one must begin")
		}
		h, err := textproto.NewReader(bufio.NewReader(&untilEmpty{in: in})).ReadMIMEHeader()
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("the web archive is damaged: %w", err)
		}
		return h, nil
	}
}

// headerLimit is the largest header of a record, in bytes.
const headerLimit = 1 << 20

// untilEmpty gives the lines of in up to and with the first empty one, so that nothing after it is read ahead.
type untilEmpty struct {
	in   *bufio.Reader
	rest []byte
	n    int
	done bool
}

func (u *untilEmpty) Read(p []byte) (int, error) {
	if len(u.rest) == 0 {
		if u.done || u.n > headerLimit {
			return 0, io.EOF
		}
		line, err := u.in.ReadSlice('\n')
		if len(line) == 0 && err != nil {
			return 0, err
		}
		u.n += len(line)
		u.done = len(bytes.TrimRight(line, "\r\n")) == 0
		u.rest = bytes.Clone(line)
	}
	n := copy(p, u.rest)
	u.rest = u.rest[n:]
	return n, nil
}

// record reads a record's content; ok says that it is a page.
func record(in *bufio.Reader, h textproto.MIMEHeader, budget *archive.Budget) (p Page, ok bool, err error) {
	size, err := strconv.ParseInt(h.Get("Content-Length"), 10, 64)
	if err != nil || size < 0 {
		return p, false, errors.New("the web archive is damaged: a record without its length")
	}
	p.URL = strings.Trim(h.Get("Warc-Target-Uri"), "<>")
	p.Fetched, _ = time.Parse(time.RFC3339, h.Get("Warc-Date"))
	content := &io.LimitedReader{R: in, N: size}
	if !wanted(h) {
		err = skip(content)
		return p, false, err
	}
	if size > RecordLimit {
		p.Err = fmt.Errorf("a record larger than %d MB", RecordLimit>>20)
		return p, true, skip(content)
	}
	raw, err := io.ReadAll(content)
	if err == nil && int64(len(raw)) < size {
		err = errCut
	}
	if err != nil {
		return p, false, err
	}
	if h.Get("Warc-Type") != "response" {
		p.Body = raw
		return p, len(raw) > 0, nil
	}
	ok = p.answer(raw, budget)
	return p, ok, nil
}

func skip(content *io.LimitedReader) error {
	if _, err := io.Copy(io.Discard, content); err != nil {
		return err
	}
	if content.N > 0 {
		return errCut
	}
	return nil
}

// wanted reports the records that can hold a page.
func wanted(h textproto.MIMEHeader) bool {
	kind := mediaType(h.Get("Content-Type"))
	switch h.Get("Warc-Type") {
	case "response":
		return kind == "application/http" && strings.HasPrefix(strings.Trim(h.Get("Warc-Target-Uri"), "<>"), "http")
	case "resource", "conversion":
		return readable(kind)
	}
	return false
}

// readable reports the kinds of content that hold running text.
func readable(kind string) bool {
	switch kind {
	case "text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/rtf", "text/rtf", "application/epub+zip",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.oasis.opendocument.text", "":
		return true
	}
	return false
}

func mediaType(s string) string {
	kind, _, _ := strings.Cut(strings.ToLower(s), ";")
	return strings.TrimSpace(kind)
}

// answer reads an HTTP answer and reports whether it is a page.
func (p *Page) answer(raw []byte, budget *archive.Budget) bool {
	res, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(raw)), nil)
	if err != nil {
		p.Err = fmt.Errorf("the server's answer is damaged: %w", err)
		return true
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK || !readable(mediaType(res.Header.Get("Content-Type"))) {
		return false
	}
	if _, params, err := mime.ParseMediaType(res.Header.Get("Content-Type")); err == nil {
		p.Charset = params["charset"]
	}
	body, err := decoded(res.Body, res.Header.Get("Content-Encoding"), budget)
	if err != nil {
		p.Err = err
		return true
	}
	p.Body, err = archive.All(body, RecordLimit)
	switch {
	case errors.Is(err, archive.ErrBomb), errors.Is(err, archive.ErrLarge): // a part of a page is none
		p.Body, p.Err = nil, err
	case len(p.Body) == 0 && err != nil:
		p.Err = fmt.Errorf("the server's answer is damaged: %w", err)
	}
	return len(p.Body) > 0 || p.Err != nil
}

func decoded(body io.Reader, encoding string, budget *archive.Budget) (io.Reader, error) {
	var unpacked io.Reader
	var err error
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "", "identity":
		return body, nil
	case "gzip", "x-gzip":
		unpacked, err = gzip.NewReader(body)
	case "deflate":
		unpacked, err = zlib.NewReader(body)
	default:
		return nil, fmt.Errorf("packed as %q, which cannot be read", encoding)
	}
	if err != nil {
		return nil, err
	}
	return budget.Reader(unpacked), nil
}
