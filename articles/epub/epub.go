// Package epub reads EPUB books and the newspapers that news readers make of feeds: every chapter is one article.
//
// The order is that of the book's spine. The table of contents and pages without running text (covers) are left out.
package epub

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strings"

	"quotidian/articles"
	"quotidian/articles/archive"
	"quotidian/articles/date"
	"quotidian/articles/html"
)

// ErrEmpty is what a book gives in which nothing is written.
var ErrEmpty = errors.New("an EPUB book with no text in it")

const (
	partLimit    = 32 << 20 // bytes of one chapter
	mostChapters = 20_000
	// fewestBytes of text make a chapter an article; a cover has fewer.
	fewestBytes = 80
)

type container struct {
	Rootfiles []struct {
		Path string `xml:"full-path,attr"`
	} `xml:"rootfiles>rootfile"`
}

type book struct {
	Title     string   `xml:"metadata>title"`
	Creator   []string `xml:"metadata>creator"`
	Publisher []string `xml:"metadata>publisher"`
	Language  string   `xml:"metadata>language"`
	Date      []string `xml:"metadata>date"`
	Items     []struct {
		ID         string `xml:"id,attr"`
		Path       string `xml:"href,attr"`
		Kind       string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		ID string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
}

// shelf is what a book is read from.
type shelf struct {
	z      *zip.Reader
	budget *archive.Budget
}

// Chapter is one article of a book, or why it cannot be read.
type Chapter struct {
	Path    string // in the archive
	Article *articles.Article
	Err     error
}

// Read reads a book, unpacked out of a budget. The error is [ErrEmpty], that of ctx, or says what is broken.
func Read(ctx context.Context, z *zip.Reader, budget *archive.Budget) ([]Chapter, error) {
	in := shelf{z, budget}
	b, base, err := in.open()
	if err != nil {
		return nil, err
	}
	paths := map[string]string{}
	for _, it := range b.Items {
		if strings.Contains(it.Kind, "html") && !strings.Contains(" "+it.Properties+" ", " nav ") {
			paths[it.ID] = path.Join(base, it.Path)
		}
	}
	var out []Chapter
	for _, s := range b.Spine[:min(len(b.Spine), mostChapters)] {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		name, ok := paths[s.ID]
		if !ok {
			continue
		}
		delete(paths, s.ID) // a spine that names a chapter a thousand times has it once
		a, err := in.chapter(name)
		if errors.Is(err, html.ErrNoText) || err == nil && len(a.Text) < fewestBytes && len(b.Spine) > 1 {
			continue
		}
		if err == nil {
			b.describe(a)
		}
		out = append(out, Chapter{name, a, err})
		if errors.Is(err, archive.ErrBomb) {
			break // every further chapter would say the same
		}
	}
	if len(out) == 0 {
		return nil, ErrEmpty
	}
	return out, nil
}

func (in shelf) chapter(name string) (*articles.Article, error) {
	raw, err := in.budget.Part(in.z, name, partLimit)
	if err != nil {
		return nil, err
	}
	if raw == nil {
		return nil, fmt.Errorf("the book is damaged: it has no %s", name)
	}
	return html.Body(raw, "")
}

// open reads the book's own description, and the folder that it stands in.
func (in shelf) open() (*book, string, error) {
	var c container
	if err := in.part("META-INF/container.xml", &c); err != nil {
		return nil, "", err
	}
	if len(c.Rootfiles) == 0 {
		return nil, "", errors.New("the book is damaged: it names no content")
	}
	var b book
	if err := in.part(c.Rootfiles[0].Path, &b); err != nil {
		return nil, "", err
	}
	return &b, path.Dir(c.Rootfiles[0].Path), nil
}

func (in shelf) part(name string, into any) error {
	raw, err := in.budget.Part(in.z, name, partLimit)
	if err != nil {
		return err
	}
	if raw == nil {
		return fmt.Errorf("the book is damaged: it has no %s", name)
	}
	if err := xml.Unmarshal(raw, into); err != nil {
		return fmt.Errorf("the book is damaged: %s: %w", name, err)
	}
	return nil
}

// describe adds what the book says of all its chapters. Its date is that of the edition, and so of a newspaper's
// articles.
func (b *book) describe(a *articles.Article) {
	a.Format = "epub"
	if a.Language == "" {
		a.Language, _, _ = strings.Cut(strings.ToLower(b.Language), "-")
	}
	a.Byline = named(b.Creator)
	if a.Outlet.Name = named(b.Publisher); a.Outlet.Name != "" {
		a.Outlet.From = articles.FromMetadata
	}
	for _, s := range b.Date {
		if d, ok := date.Parse(s); ok {
			d.From = articles.FromFile
			a.Published = d
			return
		}
	}
}

// nobody are the names that programs give where they know none, and their own.
var nobody = map[string]bool{"unknown": true, "unknown author": true, "anonymous": true, "calibre": true}

// named gives the first of some names, unless that is nobody's.
func named(list []string) string {
	if len(list) == 0 {
		return ""
	}
	name := strings.Join(strings.Fields(list[0]), " ")
	if nobody[strings.ToLower(name)] {
		return ""
	}
	return name
}
