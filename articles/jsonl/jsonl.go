// Package jsonl reads JSON Lines: one article a line, an object with at least "text", better with "id" too.
//
// Both are left exactly as they are, so that spans found in a labelled corpus can be scored against it. Also
// read are title, byline, url, language, outlet (a name, or an object with name and origin, as `quotidian
// extract` prints it), origin, and published or date, or what other tools call these; other fields are passed over.
package jsonl

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"quotidian/articles"
	"quotidian/articles/date"
)

// LineLimit is the longest line that is read, in bytes.
const LineLimit = 64 << 20

// Record is one line that is not blank: an Article, or Err in one lower-case clause.
type Record struct {
	Line    int // counted from 1
	Article *articles.Article
	Err     error
}

// Read yields a record for every line that is not blank. An error of r ends it with a last record.
func Read(r io.Reader) iter.Seq[Record] { return ReadWith(r, Line) }

// ReadWith is [Read] with another reader of lines, such as [Quotation].
func ReadWith(r io.Reader, read func([]byte) (*articles.Article, error)) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		in := bufio.NewReaderSize(r, 256<<10)
		for n := 1; ; n++ {
			line, err := ReadLine(in)
			if err != nil && err != io.EOF && !errors.Is(err, ErrLong) {
				yield(Record{Line: n, Err: err})
				return
			}
			if line = bytes.TrimSpace(line); len(line) > 0 || errors.Is(err, ErrLong) {
				rec := Record{Line: n, Err: err}
				if !errors.Is(err, ErrLong) {
					rec.Article, rec.Err = read(line)
				}
				if !yield(rec) {
					return
				}
			}
			if err == io.EOF {
				return
			}
		}
	}
}

// ErrLong says that a line was longer than LineLimit.
var ErrLong = fmt.Errorf("a line longer than %d MB: shorten it or leave it out", LineLimit>>20)

// ReadLine gives the next line with its end; the slice is only good until the next call. A line that is too long is read
// to its end and dropped, with ErrLong; what stands after the end of the last line comes with io.EOF.
func ReadLine(in *bufio.Reader) ([]byte, error) {
	part, err := in.ReadSlice('\n')
	if !errors.Is(err, bufio.ErrBufferFull) {
		return part, err
	}
	line := bytes.Clone(part)
	long := false
	for errors.Is(err, bufio.ErrBufferFull) {
		part, err = in.ReadSlice('\n')
		if long = long || len(line)+len(part) > LineLimit; !long {
			line = append(line, part...)
		}
	}
	if long && (err == nil || err == io.EOF) {
		return nil, ErrLong
	}
	return line, err
}

// Line reads one line. Without an id the article's is left empty.
func Line(raw []byte) (*articles.Article, error) {
	var o object
	if err := json.Unmarshal(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")), &o); err != nil {
		return nil, fmt.Errorf("not an article in JSON: %w", err)
	}
	id, err := o.id()
	switch {
	case err != nil:
		return nil, err
	case o.Text == nil:
		return nil, errors.New("no \"text\" in it")
	case *o.Text == "":
		return nil, errors.New("its \"text\" is empty")
	}
	a := &articles.Article{
		ID: id, Format: "jsonl", Encoding: "utf-8", Text: *o.Text,
		Title: first(o.titles()), Byline: first(o.bylines()), URL: first(o.addresses()), Language: string(o.Language),
	}
	for _, of := range o.outlets() {
		if of.Name != "" {
			a.Outlet = articles.Outlet{Name: of.Name, Origin: of.Origin, From: articles.FromMetadata}
			break
		}
	}
	if a.Outlet.Name == "" {
		a.Outlet.Origin = o.Outlet.Origin
	}
	if o.Origin != "" {
		a.Outlet.Origin = string(o.Origin)
	}
	a.Published, a.Misdated = o.published()
	return a, nil
}

// id gives a string as it is, a number as it is written, "" for none.
func (o *object) id() (string, error) {
	if len(o.ID) == 0 || string(o.ID) == "null" {
		return "", nil
	}
	switch o.ID[0] {
	case '"':
		var s string
		if err := json.Unmarshal(o.ID, &s); err != nil || s == "" {
			return "", errors.New("its \"id\" is empty")
		}
		return s, nil
	case '{', '[', 't', 'f':
		return "", errors.New("its \"id\" is neither a string nor a number")
	}
	return string(o.ID), nil
}

// published gives the first field that is a date, or what stands there in place of one.
func (o *object) published() (d articles.Date, instead string) {
	for _, s := range o.dates() {
		if d, ok := date.Stored(string(s)); ok {
			d.From = articles.FromMetadata
			return d, ""
		}
	}
	return articles.Date{}, strings.TrimSpace(first(o.dates()))
}
