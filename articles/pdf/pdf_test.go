package pdf

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// page writes what pdftotext gives for lines of "left top text" or "left-right top text", 9 points high, on a page of 600 by
// 800; "-" parts blocks.
func page(lines ...string) string {
	var b strings.Builder
	b.WriteString(`<page width="600" height="800"><flow><block>`)
	for _, l := range lines {
		if l == "-" {
			b.WriteString("</block><block>")
			continue
		}
		f := strings.SplitN(l, " ", 3)
		top, err := strconv.Atoi(f[1])
		if err != nil {
			panic(err)
		}
		left, right, wide := strings.Cut(f[0], "-")
		if !wide {
			right = left
		}
		fmt.Fprintf(&b, `<line xMin="%s" yMin="%d" xMax="%s" yMax="%d"><word>%s</word></line>`, left, top, right, top+9, strings.ReplaceAll(f[2], " ", "</word><word>"))
	}
	return b.String() + "</block></flow></page>"
}

func TestFlow(t *testing.T) {
	for name, c := range map[string]struct {
		in   []string
		want []string
	}{
		"a word parted at a line's end": {[]string{page("72 300 the govern-", "72 312 ment fell")}, []string{"the government fell"}},
		"a compound keeps its hyphen":   {[]string{page("72 300 a well-known man and a well-", "72 312 known woman")}, []string{"a well-known man and a well-known woman"}},
		"a name keeps its hyphen":       {[]string{page("72 300 Mrs Brodie-", "72 312 Sorensdotter spoke")}, []string{"Mrs Brodie-Sorensdotter spoke"}},
		"the next column goes on":       {[]string{page("72 300 the gates were", "-", "300 300 opened at noon.", "-", "300 400 Then they shut.")}, []string{"the gates were opened at noon.", "Then they shut."}},
		"page numbers and running heads": {
			[]string{page("72 20 Selk Courier 3", "-", "72 300 One.", "-", "300 780 1"), page("72 20 Selk Courier 4", "-", "72 300 Two.", "-", "300 780 2")},
			[]string{"One.", "Two."},
		},
		"a block that ends twice": {[]string{page("72 300 One.") + "</block></line></block>", page("72 300 two.")}, []string{"One.", "two."}},
		"a word in four lines":    {[]string{page("72 300 the govern-", "72 312 ment-", "72 324 to-", "72 336 be fell")}, []string{"the governmenttobe fell"}},
		"points of a list, set in": {
			[]string{page("90-400 300 • The first", "100-200 312 letter was clear", "90-400 324 • The second,", "100-300 336 Orlo wrote")},
			[]string{"• The first letter was clear", "• The second, Orlo wrote"},
		},
		"who wrote it":            {[]string{page("72-150 300 By Ana Orlo", "72-160 312 4 May 2031")}, []string{"By Ana Orlo", "4 May 2031"}},
		"a table above the text":  {[]string{page("72-120 300 Year 2029", "72-500 312 The dam had failed")}, []string{"Year 2029", "The dam had failed"}},
		"text beside a picture":   {[]string{page("72-200 300 when the", "72-210 312 Varn dam fell,", "72-200 324 Ana Orlo", "72-500 336 was away and nobody rang")}, []string{"when the Varn dam fell, Ana Orlo was away and nobody rang"}},
		"a head that is the text": {[]string{page("72 200 3", "-", "72 300 One.")}, []string{"3", "One."}},
	} {
		doc, err := parse([]byte("<doc>" + strings.Join(c.in, "") + "</doc>"))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, strings.Split(doc.text(), "\n\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestBrowserPrint(t *testing.T) {
	doc, err := parse([]byte("<doc>" + page("20 10 5/14/24, 11:20 AM", "-", "72 300 The gates were open.", "-", "20 780 https://courier.example/gates 1/1") + "</doc>"))
	if err != nil || doc.text() != "The gates were open." || doc.url != "https://courier.example/gates" {
		t.Errorf("%q, %q, %v", doc.text(), doc.url, err)
	}
	doc, err = parse([]byte("<doc>" + page("20 10 5/14/24, 11:20 AM", "-", "250 10 Gates left open", "-", "72 300 The gates were open.", "-", "20 780 file:///home/ana/gates.html") + "</doc>"))
	if err != nil || doc.text() != "The gates were open." || doc.url != "" {
		t.Errorf("one page that lay on the computer: %q, %q, %v", doc.text(), doc.url, err)
	}
}

// TestRead runs the program itself.
func TestRead(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no pdftotext here: .ci/install check")
	}
	raw, err := os.ReadFile("../intake/testdata/formats/print.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if a, err := Read(context.Background(), raw); err != nil || !strings.Contains(a.Text, "“The log speaks for itself,” chief engineer Anže Brodič said") {
		t.Errorf("%+v, %v", a, err)
	}
	if _, err := Read(context.Background(), raw[:200]); err == nil || !strings.HasPrefix(err.Error(), "the PDF document is damaged: ") {
		t.Error(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Read(ctx, raw); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// TestLimits runs another program in poppler's place: one that takes memory and time without end.
func TestLimits(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil || runtime.GOOS != "linux" {
		t.Skip("no limits of memory here")
	}
	cmd := command(context.Background(), shell, "-c", "ulimit -v; ulimit -t")
	out, err := cmd.Output()
	if err != nil || strings.TrimSpace(string(out)) != "524288\n20" {
		t.Errorf("the limits are %q, %v", out, err)
	}
	ctx, stop := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer stop()
	start := time.Now()
	if err := command(ctx, shell, "-c", "while :; do :; done").Run(); err == nil || time.Since(start) > 5*time.Second {
		t.Errorf("%v after %v", err, time.Since(start))
	}
}

func TestReadWithoutPoppler(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := Read(context.Background(), []byte("%PDF-1.4")); !errors.Is(err, ErrMissing) {
		t.Error(err)
	}
}

// BenchmarkHostile sets one paragraph of 16 KiB and of 256 KiB: the cost of a byte must stay the same.
func BenchmarkHostile(b *testing.B) {
	for _, size := range []int{16 << 10, 256 << 10} {
		lines := slices.Repeat([]string{"72 300 the gates of the dam", "-"}, size/150)
		raw := []byte("<doc>" + page(lines...) + "</doc>")
		b.Run(fmt.Sprintf("%dKiB", size>>10), func(b *testing.B) {
			for b.Loop() {
				doc, err := parse(raw)
				if err != nil || doc.text() == "" {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(raw)), "ns/byte")
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("<doc>" + page("72 300 the govern-", "72 312 ment fell", "-", "300 780 1") + "</doc>"))
	f.Add([]byte("<block><line><word>a</word></line></block><page height='x'><line yMin='NaN'>"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		doc, err := parse(raw)
		if err != nil {
			return
		}
		if text := doc.text() + doc.headline(); !utf8.ValidString(text) {
			t.Fatalf("%+q", text)
		}
		doc.published()
	})
}
