// Package table reads tables of articles: CSV and tab-separated files and Excel workbooks with a header line, one article a
// row.
//
// Two kinds are told apart by their columns. A table with a column of texts is read as articles. A table with
// addresses and no texts (the exports of Media Cloud, GDELT's lists) is a list: its rows name articles that somebody
// has to fetch, and [Row.URL] says from where.
package table

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"quotidian/articles"
	"quotidian/articles/charset"
	"quotidian/articles/date"
	"quotidian/articles/outlet"
)

// Row is one row: an article without its text in a list, with it otherwise; or Err.
type Row struct {
	Line    int // of the file, counted from 1
	Article *articles.Article
	Err     error
}

// columns are the names under which tools export what an article has, the more telling first.
var columns = map[string][]string{
	"text": {
		"text", "full_text", "fulltext", "maintext", "article_text", "articletext", "article_body", "articlebody", "body", "content", "article", "story", "story_text",
		"volltext", "artikeltext", "inhalt", "texte", "texte_intégral", "contenu", "текст", "metin", "mətn",
	},
	"title": {"title", "headline", "article_title", "heading", "titel", "überschrift", "schlagzeile", "titre", "заголовок", "başlık", "başlıq"},
	"url":   {"url", "link", "article_url", "web_url", "documentidentifier", "ссылка"},
	"outlet": {
		"outlet", "media_name", "source_name", "publication", "publisher", "newspaper", "medium", "site_name", "source", "sourcecommonname", "domain", "source_domain", "media_url", "paper",
		"quelle", "zeitung", "journal", "источник", "kaynak", "mənbə",
	},
	"published": {
		"published", "publish_date", "publication_date", "published_at", "date_published", "date_publish", "datepublished", "pubdate", "seendate", "date",
		"datum", "erscheinungsdatum", "veröffentlicht", "дата", "tarih", "tarix",
	},
	"byline":   {"byline", "author", "authors", "creator", "autor", "verfasser", "auteur", "автор", "yazar", "müəllif"},
	"language": {"language", "lang", "sprache", "langue", "язык", "dil"},
	"id":       {"id", "article_id", "stories_id", "doc_id"},
}

// ErrOurs is what a table gives that package export wrote.
var ErrOurs = errors.New("a table that Quotidian wrote, of statements and not of articles: 'quotidian decide --from' takes over what was changed in a workbook")

// Table is an open table.
type Table struct {
	header
	encoding string
	in       *csv.Reader
	bounded  *bounded
}

// RowLimit is the longest row that is read, in bytes.
const RowLimit = 64 << 20

// errLong is what such a row gives. Where the next one begins nobody knows: the quotation mark that opened its cell may stand
// there by mistake.
var errLong = fmt.Errorf("a row larger than %d MB", RowLimit>>20)

// bounded gives no more than left bytes before left is set again. What the reader of rows holds in its buffer comes on top.
type bounded struct {
	in   io.Reader
	left int
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errLong
	}
	n, err := b.in.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

// next reads a row.
func (t *Table) next() ([]string, error) {
	t.bounded.left = RowLimit
	cells, err := t.in.Read()
	switch {
	case err == nil, errors.Is(err, io.EOF), errors.Is(err, errLong):
		return cells, err
	}
	return nil, fmt.Errorf("the table is damaged: %w", err)
}

// ErrNoText is what a table gives that holds neither texts nor addresses, or names the column with them as nobody else does.
var ErrNoText = errors.New("a table without a column of texts: its first line must name one text, content, body or story, and better title, date and outlet too")

// whole is up to how many bytes a table is read at once, so that all of it tells its encoding. What is longer is read row by
// row and taken for UTF-8.
const whole = 32 << 20

// decoded gives a table in UTF-8, and the encoding that it was in.
func decoded(r io.Reader) (io.Reader, string, error) {
	raw, err := io.ReadAll(io.LimitReader(r, whole))
	if err != nil {
		return nil, "", err
	}
	if len(raw) < whole {
		if t, err := charset.Decode(raw, ""); err == nil {
			return strings.NewReader(t.String), t.Encoding, nil
		}
	}
	return io.MultiReader(bytes.NewReader(raw), r), "utf-8", nil
}

// Open reads the header line of a table.
func Open(r io.Reader) (*Table, error) {
	r, encoding, err := decoded(r)
	if err != nil {
		return nil, err
	}
	in := bufio.NewReaderSize(r, 64<<10)
	if mark, err := in.Peek(3); err == nil && string(mark) == "\xef\xbb\xbf" {
		if _, err := in.Discard(3); err != nil {
			return nil, err
		}
	}
	top, err := in.Peek(topBytes)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	h, ok := findHeader(top)
	switch {
	case !ok:
		return nil, errors.New("a table whose first line does not name its columns")
	case h.ours:
		return nil, ErrOurs
	case !h.isTable():
		return nil, ErrNoText
	}
	if _, err := in.Discard(h.offset); err != nil {
		return nil, err
	}
	rows := &bounded{in: in}
	t := &Table{header: h, encoding: encoding, in: csv.NewReader(rows), bounded: rows}
	t.in.Comma, t.in.LazyQuotes, t.in.FieldsPerRecord, t.in.ReuseRecord = h.comma, true, -1, true
	if _, err := t.next(); err != nil {
		return nil, err
	}
	return t, nil
}

// IsList reports a table that names articles without holding their texts.
func (t *Table) IsList() bool {
	_, text := t.at["text"]
	return !text
}

// Rows yields the rows in order. A broken row ends the table with a last Row that has Err.
func (t *Table) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for {
			cells, err := t.next()
			if errors.Is(err, io.EOF) {
				return
			}
			n, _ := t.in.FieldPos(0)
			n += t.above
			if err != nil {
				yield(Row{Line: n, Err: err})
				return
			}
			if !yield(t.row(cells, n)) {
				return
			}
		}
	}
}

func (t *Table) row(cells []string, line int) Row {
	cell := func(kind string) string {
		if i, ok := t.at[kind]; ok && i < len(cells) {
			return strings.ToValidUTF8(strings.Clone(cells[i]), "\ufffd")
		}
		return ""
	}
	a := &articles.Article{
		Format: "table", Encoding: t.encoding, ID: oneLine(cell("id")), Title: oneLine(cell("title")), Byline: oneLine(cell("byline")),
		URL: strings.TrimSpace(cell("url")), Text: strings.ReplaceAll(cell("text"), "\r\n", "\n"),
	}
	if l := strings.ToLower(strings.TrimSpace(cell("language"))); len(l) >= 2 && len(l) <= 3 {
		a.Language = l
	}
	a.Outlet = named(cell("outlet"), a.URL)
	if d, ok := date.Stored(cell("published")); ok {
		d.From = articles.FromExport
		a.Published = d
	} else {
		a.Misdated = oneLine(cell("published"))
	}
	switch {
	case t.IsList() && a.URL == "":
		return Row{Line: line, Err: errors.New("a row without an address")}
	case !t.IsList() && strings.TrimSpace(a.Text) == "":
		return Row{Line: line, Err: errors.New("a row without the text of its article")}
	}
	return Row{Line: line, Article: a}
}

// named gives the outlet of a row: what its column says, which may be a domain, else its address.
func named(said, url string) articles.Outlet {
	said = oneLine(said)
	name, known := outlet.Named(said)
	if !known && strings.Contains(said, ".") && !strings.Contains(said, " ") {
		host := strings.TrimPrefix(strings.TrimPrefix(said, "https://"), "http://")
		host, _, _ = strings.Cut(host, "/")
		if of, _ := outlet.OfHost(host); of != "" {
			name = of
		}
	}
	if name != "" {
		return articles.Outlet{Name: name, From: articles.FromExport}
	}
	if name, _ = outlet.OfURL(url); name != "" {
		return articles.Outlet{Name: name, From: articles.FromMetadata}
	}
	return articles.Outlet{}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
