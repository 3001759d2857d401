package intake

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write testdata/formats anew")

const formatsDir = "testdata/formats"

// what each file says of itself, as "place format | title | byline | outlet from | date from | language", for every article in it.
var said = map[string][]string{
	"plain.txt":      {" text | T | W | plain (file name) | 2024-05-14 (dateline)"},
	"page.html":      {" html | T | W | Selk Courier (metadata) | 2024-05-14T11:20:00+02:00 (json-ld)"},
	"lines.jsonl":    {"#1 jsonl | T | W | Selk Courier (metadata) | 2024-05-14T11:20:00+02:00 (metadata)"},
	"list.json":      {"#1 json | T | W | Selk Courier (metadata) | 2024-05-14T11:20:00+02:00 (metadata)"},
	"word.docx":      {" docx | T | W | word (file name) | 2024-05-14 (dateline)"},
	"writer.odt":     {" odt | T |  | writer (file name) | "},
	"book.epub":      {"#OEBPS/text/a.xhtml epub | T |  | book (file name) | 2024-05-14 (file)"},
	"rich.rtf":       {" rtf | T | Archive | rich (file name) | 2024-05-14 (dateline)"},
	"saved.mhtml":    {" mhtml | T | W | Selk Courier (metadata) | 2024-05-14T11:20:00+02:00 (json-ld)"},
	"letter.eml":     {" eml | T |  | Selk Courier (metadata) | 2024-05-14T11:20:00+02:00 (letter head)"},
	"letters.mbox":   {"#1 eml | T |  | Selk Courier (metadata) | 2024-05-14T11:20:00+02:00 (letter head)", "#2 eml | T |  | Selk Courier (metadata) | 2024-05-14T11:20:00+02:00 (letter head)"},
	"print.pdf":      {" pdf | T |  | print (file name) | 2024-05-14 (dateline)"},
	"feed.rss":       {"#T feed | T | W | Selk Courier (metadata) | 2024-05-14T11:20:00+02:00 (metadata)"},
	"feed.atom":      {"#T feed | T | W | Selk Courier (metadata) | 2024-05-14T11:20:00+02:00 (metadata)"},
	"feed.json":      {"#T feed | T | W | Selk Courier (metadata) | 2024-05-14T11:20:00+02:00 (metadata)"},
	"crawl.warc":     {"#" + address + " html | T | W | Selk Courier (metadata) | 2024-05-14T11:20:00+02:00 (json-ld)"},
	"crawl.warc.gz":  {"#" + address + " html | T | W | Selk Courier (metadata) | 2024-05-14T11:20:00+02:00 (json-ld)"},
	"table.csv":      {"#2 table | T |  | Selk Courier (export field) | 2024-05-14 (export field)"},
	"table.xlsx":     {"#Clippings 4 table | T |  | Selk Courier (export field) | 2024-05-14 (export field)"},
	"bundle.zip":     {"#a/plain.txt text | T | W | plain (file name) | 2024-05-14 (dateline)", "#word.docx docx | T | W | word (file name) | 2024-05-14 (dateline)"},
	"bundle.tar":     {"#press/plain.txt text | T | W | plain (file name) | 2024-05-14 (dateline)", "#press/rich.rtf rtf | T | Archive | rich (file name) | 2024-05-14 (dateline)"},
	"bundle.tar.gz":  {"#press/plain.txt text | T | W | plain (file name) | 2024-05-14 (dateline)", "#press/rich.rtf rtf | T | Archive | rich (file name) | 2024-05-14 (dateline)"},
	"plain.txt.gz":   {" text | T | W | plain (file name) | 2024-05-14 (dateline)"},
	"plain.txt.zst":  {" text | T | W | plain (file name) | 2024-05-14 (dateline)"},
	"nexis.txt":      twice(" nexis | T | W | Selk Courier (export field) | 2024-05-14 (export field)"),
	"nexisuni.docx":  twice(" nexis | T | W | Selk Courier (export field) | 2024-05-14 (export field)"),
	"nexisuni.rtf":   twice(" nexis | T | W | Selk Courier (export field) | 2024-05-14 (export field)"),
	"factiva.txt":    twice(" factiva | T | W | Selk Courier (export field) | 2024-05-14 (export field)"),
	"factiva.rtf":    {"#1 factiva | T | W | Selk Courier (export field) | 2024-05-14 (export field)"},
	"factiva.html":   {"#1 factiva | T | W | Selk Courier (export field) | 2024-05-14 (export field)"},
	"factiva.xml":    {"#1 factiva | T | W | Selk Courier (export field) | 2024-05-14 (export field)"},
	"proquest.txt":   twice(" proquest | T | W | Selk Courier (export field) | 2024-05-14 (export field)"),
	"europresse.htm": twice(" europresse | T | W | Selk Courier (export field) | 2024-05-14 (export field)"),
}

func twice(s string) []string { return []string{"#1" + s, "#2" + s} }

// TestFormats reads one file of each format: all hold one article, and all must give its text word for word.
func TestFormats(t *testing.T) {
	if *update {
		for name, build := range builders {
			check(os.MkdirAll(formatsDir, 0o755))
			check(os.WriteFile(filepath.Join(formatsDir, name), build(), 0o644))
		}
	}
	if len(said) != len(builders) {
		t.Errorf("%d files are described, %d built", len(said), len(builders))
	}
	short := strings.NewReplacer(headline, "T", writer, "W")
	for name, want := range said {
		t.Run(name, func(t *testing.T) {
			if _, err := exec.LookPath("pdftotext"); err != nil && name == "print.pdf" {
				t.Skip("no pdftotext here: .ci/install check")
			}
			var got []string
			for it := range Read(context.Background(), []string{filepath.Join(formatsDir, name)}, Options{}) {
				if it.Fault != nil {
					t.Fatal(it.Fault)
				}
				a := it.Article
				place := strings.TrimPrefix(a.Path, filepath.Join(formatsDir, name))
				date := ""
				if a.Published.Known() {
					date = fmt.Sprintf("%s (%s)", a.Published, a.Published.From)
				}
				got = append(got, short.Replace(fmt.Sprintf("%s %s | %s | %s | %s (%s) | %s", place, a.Format, a.Title, a.Byline, a.Outlet.Name, a.Outlet.From, date)))
				if diff := cmp.Diff(strings.Split(body(), "\n"), strings.Split(storyOf(a.Text), "\n")); diff != "" {
					t.Errorf("%s: the text differs (-want +got):\n%s", place, diff)
				}
				if a.Language != "en" || a.Repaired != 0 || len(a.Hash) != 64 {
					t.Errorf("%s: language %q, %d repaired, hash %q", place, a.Language, a.Repaired, a.Hash)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// storyOf drops what may stand before the story in a text: its headline, its byline, its date.
func storyOf(text string) string {
	text = strings.TrimSpace(text)
	for _, top := range []string{headline, "By " + writer, day} {
		text = strings.TrimSpace(strings.TrimPrefix(text, top))
	}
	return text
}
