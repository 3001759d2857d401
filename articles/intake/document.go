package intake

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"quotidian/articles"
	"quotidian/articles/archive"
	"quotidian/articles/charset"
	"quotidian/articles/clippings"
	"quotidian/articles/epub"
	"quotidian/articles/feed"
	"quotidian/articles/html"
	"quotidian/articles/jsonl"
	"quotidian/articles/mail"
	"quotidian/articles/office"
	"quotidian/articles/pdf"
	"quotidian/articles/rtf"
	"quotidian/articles/table"
	"quotidian/articles/text"
)

// part is one thing that a decoder found in a document: an article, an error, or a file to be read in turn.
type part struct {
	place   string // inside the document; empty when there is only one
	article *articles.Article
	err     error
	file    []byte
}

// TimeLimit is how long one document may take to decode. Every decoder is linear or capped, so nothing should come
// near it; what does is a fault, and its goroutine is left behind.
const TimeLimit = 20 * time.Second

var errSlow = fmt.Errorf("it takes more than %d seconds to read", TimeLimit/time.Second)

// document decodes the bytes of one document and yields what is in it.
func (r *reader) document(s source, raw []byte, format string) bool {
	return r.parts(s, func(ctx context.Context) ([]part, error) { return r.decode(ctx, s, raw, format) })
}

// parts runs a decoder and yields what it found.
func (r *reader) parts(s source, decode func(context.Context) ([]part, error)) bool {
	found, err := guarded(r.ctx, decode)
	switch {
	case r.ctx.Err() != nil:
		return false
	case err != nil:
		return r.fault(s.path, "%s", err)
	case len(found) == 0:
		return r.fault(s.path, "no article in it")
	}
	for i, p := range found {
		if r.ctx.Err() != nil {
			return false
		}
		place := clean(p.place)
		if place == "" && len(found) > 1 {
			place = fmt.Sprint(i + 1)
		}
		if s.depth == 0 {
			r.way.part(i+1, len(found))
		}
		ok := false
		switch {
		case p.file != nil:
			ok = r.read(s.inside(place, bytes.NewReader(p.file)))
		case p.err != nil:
			ok = r.fault(s.place(place), "%s", p.err)
		default:
			ok = r.article(p.article, s.place(place), s)
		}
		if !ok {
			return false
		}
	}
	return true
}

// guarded runs a decoder so that a panic in one of the libraries costs one document, and neither a slow document nor
// a person who stops the import has to be waited for.
func guarded(ctx context.Context, decode func(context.Context) ([]part, error)) ([]part, error) {
	ctx, stop := context.WithTimeout(ctx, TimeLimit)
	defer stop()
	type result struct {
		parts []part
		err   error
	}
	done := make(chan result, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				done <- result{nil, fmt.Errorf("internal error while reading it: %v", p)}
			}
		}()
		parts, err := decode(ctx)
		done <- result{parts, err}
	}()
	select {
	case res := <-done:
		return res.parts, res.err
	case <-ctx.Done():
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return nil, errSlow
		}
		return nil, ctx.Err()
	}
}

// decode calls the decoder of a format.
func (r *reader) decode(ctx context.Context, s source, raw []byte, format string) ([]part, error) {
	switch format {
	case "text":
		return r.plain(raw)
	case "html":
		return r.page(raw, s.known.Charset)
	case "rtf":
		return r.written(rtf.Read(raw))
	case "pdf":
		return r.split(pdf.Read(ctx, raw))
	case "eml":
		return letter(raw)
	case "feed":
		return entries(raw)
	case "factiva":
		t, err := charset.Decode(raw, "")
		if err != nil {
			return nil, err
		}
		return records(clippings.SplitXML(t.String), nil), nil
	case "json":
		return jsonList(raw)
	}
	return nil, fmt.Errorf("internal error: no decoder for %q", format)
}

// kept decodes a document that is kept in a ZIP archive.
func (r *reader) kept(ctx context.Context, z *zip.Reader, format string, budget *archive.Budget) ([]part, error) {
	if format != "epub" {
		return r.written(office.Read(z, format, budget))
	}
	chapters, err := epub.Read(ctx, z, budget)
	var out []part
	for _, c := range chapters {
		out = append(out, part{place: c.Path, article: c.Article, err: c.Err})
	}
	return out, err
}

// sheets reads the tables of articles in an Excel workbook.
func sheets(ctx context.Context, in io.Reader) ([]part, error) {
	tables, err := table.Workbook(in)
	if err != nil {
		return nil, err
	}
	var out []part
	for _, t := range tables {
		addresses := 0
		for row := range t.Rows() {
			switch {
			case ctx.Err() != nil:
				return nil, ctx.Err()
			case t.IsList() && row.Err == nil:
				addresses++
			default:
				out = append(out, part{place: fmt.Sprintf("%s %d", t.Name, row.Line), article: row.Article, err: row.Err})
			}
		}
		if addresses > 0 {
			out = append(out, part{place: t.Name, err: fmt.Errorf("a list of %d addresses without the articles' text: 'quotidian fetch' reads the pages once the sheet is saved as CSV", addresses)})
		}
	}
	return out, nil
}

func one(a *articles.Article, err error) ([]part, error) {
	if err != nil {
		return nil, err
	}
	return []part{{article: a}}, nil
}

// plain reads a text, which a press database may have made, or a person who copied a page or collected several.
func (r *reader) plain(raw []byte) ([]part, error) {
	if r.options.From == "text" {
		a, err := text.Read(raw)
		if a != nil {
			text.DropFurniture(a)
		}
		return one(a, err)
	}
	all, err := text.ReadAll(raw)
	if len(all) == 1 {
		found, err := splitAlways(all[0], err)
		if len(found) == 1 && found[0].article == all[0] {
			text.DropFurniture(all[0])
		}
		return found, err
	}
	if whole, err := text.Read(raw); err == nil { // a database's export can have labels, too
		if found, ok := clippings.Split(whole.Text); ok {
			return records(found, whole), nil
		}
	}
	for _, a := range all {
		text.DropFurniture(a)
	}
	return several(all), err
}

func several(all []*articles.Article) []part {
	out := make([]part, 0, len(all))
	for _, a := range all {
		out = append(out, part{article: a})
	}
	return out
}

// split looks for the bulk form of a press database in a text, unless the person said that it is one text.
func (r *reader) split(a *articles.Article, err error) ([]part, error) {
	if r.options.From == "text" {
		return one(a, err)
	}
	return splitAlways(a, err)
}

func splitAlways(a *articles.Article, err error) ([]part, error) {
	if err != nil {
		return nil, err
	}
	if all, ok := clippings.Split(a.Text); ok {
		return records(all, a), nil
	}
	return one(a, nil)
}

// records gives the articles of a bulk file. from is the text they were split from, or nil.
func records(all []clippings.Record, from *articles.Article) []part {
	out := make([]part, 0, len(all))
	for i, rec := range all {
		if rec.Article != nil && from != nil {
			rec.Article.Encoding = from.Encoding
			rec.Article.Repaired = strings.Count(rec.Article.Text, "\ufffd")
		}
		out = append(out, part{place: fmt.Sprint(i + 1), article: rec.Article, err: rec.Err})
	}
	return out
}

// page reads a web page, or the many articles of a database's page.
func (r *reader) page(raw []byte, declared string) ([]part, error) {
	if r.options.From != "html" && clippings.LooksPage(raw) {
		if t, err := charset.Decode(raw, declared); err == nil {
			if all, ok := clippings.SplitPage(t.String); ok {
				return records(all, &articles.Article{Encoding: t.Encoding}), nil
			}
		}
	}
	raw, address, encoding := unwrapPage(raw)
	a, err := html.ReadAs(raw, cmp.Or(declared, encoding))
	if err == nil && a.URL == "" {
		a.URL = address
	}
	return one(a, err)
}

func letter(raw []byte) ([]part, error) {
	a, files, err := mail.Read(raw)
	if err != nil {
		return nil, err
	}
	var out []part
	if a != nil {
		out = append(out, part{place: "text", article: a})
	}
	for _, f := range files {
		out = append(out, part{place: f.Name, file: f.Content})
	}
	if len(out) == 1 && a != nil {
		out[0].place = ""
	}
	return out, nil
}

func entries(raw []byte) ([]part, error) {
	found, err := feed.Read(raw)
	var out []part
	for _, e := range found {
		out = append(out, part{place: e.Place, article: e.Article, err: e.Err})
	}
	return out, err
}

func jsonList(raw []byte) ([]part, error) {
	recs, err := jsonl.Document(bytes.NewReader(raw))
	var out []part
	for _, rec := range recs {
		out = append(out, part{place: fmt.Sprint(rec.Line), article: rec.Article, err: rec.Err})
	}
	if len(out) == 1 && bytes.HasPrefix(bytes.TrimSpace(raw), []byte("{")) {
		out[0].place = "" // the file is the article
	}
	return out, err
}

// longestPlace keeps the name of a place in a file readable, in bytes.
const longestPlace = 200

// clean makes a name from inside a file fit to be shown: one line, valid, of bounded length, without characters that
// move the cursor or turn the direction of writing.
func clean(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e || r == 0x200f, r == 0x2028 || r == 0x2029:
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, "\ufffd"))
	name = strings.Join(strings.Fields(name), " ")
	if len(name) <= longestPlace {
		return name
	}
	cut := longestPlace
	for cut > 0 && name[cut]&0xc0 == 0x80 {
		cut--
	}
	return name[:cut] + "…"
}
