// Package pdf reads PDF documents through poppler's pdftotext, in a process of its own with limits on memory and time:
// a hostile file costs that process, never the program.
//
// pdftotext gives words with their places on the page. From these this package drops what frames a page (running
// heads, page numbers, the lines a browser prints), joins lines to paragraphs and words that a line end had parted,
// and takes a paragraph that goes on in the next column or page as one.
//
// No PDF library in Go reads two-column news print (.011 of a paper's word 4-grams against poppler's text), and those
// that do hang or eat memory on broken files; poppler is maintained, on every Linux, and one command away elsewhere.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"quotidian/articles"
	"quotidian/articles/date"
	"quotidian/articles/masthead"
)

// The limits of one document.
const (
	// TimeLimit is how long the child may run.
	TimeLimit = 20 * time.Second
	// memoryLimit is what the child may map, in kilobytes: poppler's own libraries take 60 MB of it.
	memoryLimit = 512 << 10
	// mostPages are read; a newspaper's issue has under 200.
	mostPages = "2000"
	// outputLimit bounds what the child gives back, in bytes.
	outputLimit = 64 << 20
)

var (
	// ErrMissing is what every document gives on a computer without pdftotext.
	ErrMissing = errors.New("a PDF document: install poppler (Debian and Ubuntu: apt install poppler-utils; macOS: brew install poppler) to read it, then add --retry")
	// ErrScan is what a document gives that holds pictures of pages only.
	ErrScan = errors.New("a PDF document without text in it, perhaps a scan: it needs text recognition first")
)

// Looks reports whether head begins a PDF file; up to a kilobyte of other bytes may stand before it.
func Looks(head []byte) bool { return bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")) }

// Read reads a document. The error is [ErrMissing], [ErrScan], ctx's, or says what is broken.
func Read(ctx context.Context, raw []byte) (*articles.Article, error) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		return nil, ErrMissing
	}
	out, err := run(ctx, program, raw)
	if err != nil {
		return nil, err
	}
	doc, err := parse(out)
	if err != nil {
		return nil, err
	}
	text := doc.text()
	if strings.TrimSpace(text) == "" {
		return nil, ErrScan
	}
	a := &articles.Article{
		Format: "pdf", Encoding: "utf-8", Text: text, Repaired: strings.Count(text, "\ufffd"),
		Title: doc.headline(), URL: doc.url, Published: doc.published(),
	}
	return a, nil
}

// run starts pdftotext with the document on its standard input.
func run(ctx context.Context, program string, raw []byte) ([]byte, error) {
	ctx, stop := context.WithTimeout(ctx, TimeLimit)
	defer stop()
	cmd := command(ctx, program, "-bbox-layout", "-enc", "UTF-8", "-l", mostPages, "-", "-")
	out, said := &capped{limit: outputLimit, full: stop}, &capped{limit: 4 << 10}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(raw), out, said
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	switch {
	case out.spilt:
		return nil, fmt.Errorf("a PDF document with more than %d MB of text", outputLimit>>20)
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return nil, fmt.Errorf("a PDF document that takes more than %d seconds to read", TimeLimit/time.Second)
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case strings.Contains(said.String(), "Incorrect password"):
		return nil, errors.New("a PDF document that is locked: save it without its password first")
	case err != nil && out.Len() == 0:
		return nil, fmt.Errorf("the PDF document is damaged: %s", reason(said.String(), err))
	}
	return out.Bytes(), nil
}

// command wraps the program in a shell that sets its limits where there is one; poppler itself has none.
func command(ctx context.Context, program string, args ...string) *exec.Cmd {
	shell, err := exec.LookPath("sh")
	if runtime.GOOS == "windows" || err != nil {
		return exec.CommandContext(ctx, program, args...)
	}
	script := fmt.Sprintf(`ulimit -v %d 2>/dev/null; ulimit -t %d 2>/dev/null; exec "$0" "$@"`, memoryLimit, TimeLimit/time.Second)
	return exec.CommandContext(ctx, shell, append([]string{"-c", script, program}, args...)...)
}

// reason gives the first line that the program said, else its status.
func reason(said string, err error) string {
	first, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
	if first == "" {
		return err.Error()
	}
	return strings.TrimPrefix(first, "Syntax Error: ")
}

// capped keeps what is written to it up to a limit, then calls full once and drops the rest.
type capped struct {
	bytes.Buffer
	limit int
	full  func()
	spilt bool
}

func (c *capped) Write(p []byte) (int, error) {
	if c.Len()+len(p) <= c.limit {
		return c.Buffer.Write(p)
	}
	if !c.spilt && c.full != nil {
		c.full()
	}
	c.spilt = true
	return len(p), nil
}

// published gives the date that a running head states, else when the document was made.
func (d *document) published() articles.Date {
	for _, line := range d.furniture {
		if when, ok := masthead.Published(line); ok {
			return when
		}
	}
	when, ok := date.Parse(d.created)
	if !ok {
		return articles.Date{}
	}
	when.From = articles.FromFile
	return when
}
