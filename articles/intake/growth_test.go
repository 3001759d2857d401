package intake

import (
	"context"
	"runtime"
	"strings"
	"testing"

	"quotidian/articles"
)

// endless are files of one piece again and again, each a trap for a reader that writes what it has so far anew for every
// piece. head begins the file, end closes a piece where it must be.
var endless = map[string]struct{ head, piece, end string }{
	"headline of a page in pieces":     {"<html><h1>", "gates <br>", ""},
	"headline of a document in pieces": {`{\rtf1 text{\info{\title `, `\~gates`, ""},
	"fields inside a text of Nexis":    {nexisHead + "LENGTH: 9 words\n\nThe gates.\n", "SECTION: a\n", ""},
	"headline of Nexis in lines":       {nexisHead + "HEADLINE: Gates\n", "gates open\n", ""},
	"paragraphs inside each other":     {"<ppsArticleResponse><article><leadParagraph>", "<paragraph>gates ", "</paragraph>"},
	"tags without meaning":             {"<html><p>" + story, "gates </div>", ""},
}

const nexisHead = "1 of 1 DOCUMENTS\n\nSelk Courier\n\nMay 14, 2024\n\n"

// TestGrowth reads a little and eight times as much of each: what a byte costs must not grow. What is written anew
// without end is what a reader allocates, and that can be counted, which time cannot.
func TestGrowth(t *testing.T) {
	for name, c := range endless {
		cost := func(size int) float64 {
			n := size / len(c.piece+c.end)
			raw := []byte(c.head + strings.Repeat(c.piece, n) + strings.Repeat(c.end, n))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			for range Bytes(context.Background(), "endless", raw, Origin{}, Options{}) {
			}
			runtime.ReadMemStats(&after)
			return float64(after.TotalAlloc-before.TotalAlloc) / float64(len(raw))
		}
		small, large := cost(16<<10), cost(128<<10)
		if large > 2*small && large > mostPerByte {
			t.Errorf("%s: %.0f bytes are allocated for each of 16 KiB, %.0f for each of 128 KiB", name, small, large)
		}
	}
}

// mostPerByte is what a format may allocate for a byte whatever the size of its file, with room.
const mostPerByte = 200

// TestFieldsOfOneLine: what stands in a field is shown in lists and written into workbooks, where no control character
// may go.
func TestFieldsOfOneLine(t *testing.T) {
	a := &articles.Article{Text: story, Title: "Gates\x00 \x1bopen\u0085", Byline: "Ida\x07 Lund", URL: "https://a.example/\x01"}
	a = Complete(a, Options{Outlet: "Harbour\x08 Post"}).Article
	if got := strings.Join([]string{a.Title, a.Byline, a.URL, a.Outlet.Name}, "|"); got != "Gates open|Ida Lund|https://a.example/|Harbour Post" {
		t.Errorf("%q", got)
	}
}
