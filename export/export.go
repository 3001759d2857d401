// Package export hands a dossier over: an Excel workbook, CSV, JSON Lines, linked data (JSON-LD), or a report as
// Markdown or one HTML file.
//
// It takes a [Source], which *dossier.Dossier is, and gives a file that can be trusted without the program: every
// row of every format names the article and the place of the words in its text, in Unicode code points, and the hash of
// its file, which the reports list by file. Whatever a format cannot hold is listed in the file itself; nothing is cut or changed silently.
//
// A file is written beside its destination and put in its place at the end. When anything fails, the old file
// is still there, whole.
package export

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/decision"
)

// Source is what an export reads.
type Source interface {
	Articles() ([]dossier.ArticleInfo, error)
	Statements(dossier.Filter) ([]dossier.StatementRow, error)
	EachStatement([]dossier.StatementRow) iter.Seq2[dossier.Statement, error]
	Speakers() ([]dossier.SpeakerInfo, error)
	Faults() ([]dossier.FaultRow, error)
	Log() ([]decision.Decision, error)
}

// Options say what is exported and what the file says about itself. The zero value exports all statements.
type Options struct {
	// Filter narrows the statements, and with them articles, speakers and outlets. Faults and the log are always whole.
	Filter dossier.Filter
	// Listed narrows them further, to what a person has listed; nil does not.
	Listed *Listed
	// Name is what the dossier is called, Version the program's, Made the time of the export.
	Name, Version string
	Made          time.Time
	// Measured tells in sentences how often this version is right; it stands on the Read me sheet and in the report.
	Measured []string
	// Choice says which sheets and columns; the zero Choice takes all.
	Choice Choice
	// Plain writes CSV for programs: no byte order mark, and cells that begin like a formula are left as they are.
	Plain bool
	// Progress is told after every statement; nil for nobody.
	Progress func(done, total int)
}

// Listed is a list of statements as a person has narrowed it by hand.
type Listed struct {
	IDs []dossier.StatementID
	// Why says what the list was narrowed to, one cause each.
	Why []string
}

// Formats lists the file name extensions that [Write] knows.
var Formats = []string{".xlsx", ".csv", ".json", ".jsonl", ".jsonld", ".md", ".html"}

// Write exports to path in the format that its extension names.
func Write(ctx context.Context, src Source, path string, o Options) error {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx":
		return XLSX(ctx, src, path, o)
	case ".csv":
		return CSV(ctx, src, path, o)
	case ".json", ".jsonl":
		return JSON(ctx, src, path, o)
	case ".jsonld":
		return JSONLD(ctx, src, path, o)
	case ".md", ".markdown":
		return Markdown(ctx, src, path, o)
	case ".html", ".htm":
		return HTML(ctx, src, path, o)
	}
	return fmt.Errorf("export: %s: the name must end in one of %s", path, strings.Join(Formats, ", "))
}

// CSV writes one row for each appearance, with the columns of the workbook's sheet of that name.
func CSV(ctx context.Context, src Source, path string, o Options) error {
	return Save(path, func(w io.Writer) error { return writeCSV(ctx, src, w, o) })
}

// JSON writes JSON Lines: objects whose "type" is "dossier", "article", "speaker", "statement", "fault" or
// "decision", in this order.
func JSON(ctx context.Context, src Source, path string, o Options) error {
	return Save(path, func(w io.Writer) error { return writeJSON(ctx, src, w, o) })
}

// JSONLD writes linked data in the vocabulary of schema.org: Quotation and ClaimReview.
func JSONLD(ctx context.Context, src Source, path string, o Options) error {
	return Save(path, func(w io.Writer) error { return writeLinked(ctx, src, w, o) })
}

// Markdown writes the report of [HTML] as Markdown.
func Markdown(ctx context.Context, src Source, path string, o Options) error {
	return Save(path, func(w io.Writer) error { return writeMarkdown(ctx, src, w, o) })
}

// HTML writes a report that needs nothing but a browser.
func HTML(ctx context.Context, src Source, path string, o Options) error {
	return Save(path, func(w io.Writer) error { return writeHTML(ctx, src, w, o) })
}

// XLSX writes the workbook.
func XLSX(ctx context.Context, src Source, path string, o Options) error {
	return Save(path, func(w io.Writer) error { return writeXLSX(ctx, src, w, o) })
}

// lists is what an export needs whole.
type lists struct {
	articles []dossier.ArticleInfo
	rows     []dossier.StatementRow // what most outlets carried comes first, then the newest
	speakers []dossier.SpeakerInfo
	faults   []dossier.FaultRow
	log      []decision.Decision
}

func read(ctx context.Context, src Source, o Options) (l lists, err error) {
	if l.articles, err = src.Articles(); err != nil {
		return l, err
	}
	if l.rows, err = src.Statements(o.Filter); err != nil {
		return l, err
	}
	if o.Listed != nil {
		l.rows = slices.DeleteFunc(slices.Clone(l.rows), o.Listed.without())
	}
	if l.speakers, err = src.Speakers(); err != nil {
		return l, err
	}
	if l.faults, err = src.Faults(); err != nil {
		return l, err
	}
	if l.log, err = src.Log(); err != nil {
		return l, err
	}
	slices.SortStableFunc(l.rows, func(a, b dossier.StatementRow) int { return cmp.Compare(len(b.Outlets), len(a.Outlets)) })
	if o.Narrowed() != "" {
		err = l.narrow(ctx, src, o)
	}
	return l, err
}

// each calls do with every statement of rows, in order, until ctx is done.
func each(ctx context.Context, src Source, rows []dossier.StatementRow, o Options, do func(*dossier.Statement) error) error {
	done := 0
	for s, err := range src.EachStatement(rows) {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = do(&s)
		}
		if err != nil {
			return err
		}
		if done++; o.Progress != nil {
			o.Progress(done, len(rows))
		}
	}
	return ctx.Err()
}

// entry is one appearance with the statement and the wording it belongs to.
type entry struct {
	*dossier.Appearance
	statement *dossier.Statement
	wording   *dossier.Wording
}

// entries lists the appearances of a statement.
func entries(s *dossier.Statement) iter.Seq[entry] {
	return func(yield func(entry) bool) {
		for i := range s.Appearances {
			e := entry{Appearance: &s.Appearances[i], statement: s}
			if w := e.Wording; w >= 0 && w < len(s.Wordings) {
				e.wording = &s.Wordings[w]
			}
			if !yield(e) {
				return
			}
		}
	}
}

// entryList is [entries] as templates take it.
func entryList(s *dossier.Statement) []entry { return slices.Collect(entries(s)) }

// spoken gives the words that attribute an appearance, as printed: whom they name and how it was said.
func spoken(e entry) string { return strings.TrimSpace(e.SourceText + " " + e.CueText) }

// dated says a date at the precision that is known.
func dated(d articles.Date) string {
	if !d.Known() {
		return "undated"
	}
	return d.String()
}
