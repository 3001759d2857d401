package intake

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// The hostile files: `go test ./articles/intake -run Hostile -hostile 10000 -timeout 60m` makes and reads that many.
var hostileFiles = flag.Int("hostile", 300, "how many hostile files to make and read")

const (
	hostileTime   = 20 * time.Second
	hostileMemory = 512 << 20
)

// crafted are the classes of files made to do harm, each with what makes one. n numbers the files of a class.
var crafted = map[string]func(n int) []byte{
	"zip bomb": func(int) []byte { return zipOf("a.txt", strings.Repeat("0", 80<<20)) },
	"zip of many bombs": func(int) []byte {
		var files []string
		for i := range 20 {
			files = append(files, fmt.Sprintf("%d.txt", i), strings.Repeat("word ", 1<<20))
		}
		return zipOf(files...)
	},
	"nested archives":  func(n int) []byte { return nest(3 + n%20) },
	"gzip in gzip":     func(n int) []byte { return repeatedly(zipped, []byte(story), 2+n%20) },
	"gzip bomb":        func(int) []byte { return zipped(bytes.Repeat([]byte("a b "), 20<<20)) },
	"entity expansion": func(n int) []byte { return laughs(n) },
	"one line": func(n int) []byte {
		return bytes.Repeat([]byte("The gates were opened at noon, she said. "), (1+n%2*13)<<20/10)
	},
	"nested tags":             func(n int) []byte { return []byte("<html><body>" + strings.Repeat("<div>", 1_000_000/(1+n)) + story) },
	"nested tags in a feed":   func(int) []byte { return []byte("<rss><channel>" + strings.Repeat("<a>", 1_000_000)) },
	"nested tags in a docx":   func(int) []byte { return docxBody(strings.Repeat("<w:p>", 1_000_000)) },
	"nested groups in rtf":    func(int) []byte { return []byte(`{\rtf1 ` + strings.Repeat("{", 1_000_000)) },
	"nested brackets in json": func(int) []byte { return []byte(`{"text":` + strings.Repeat("[", 1_000_000)) },
	"nested parts of mail":    func(int) []byte { return nestedMail(5000) },
	"many parts of mail":      func(int) []byte { return manyParts(20_000) },
	"truncated":               func(n int) []byte { raw := anyFormat(n); return raw[:len(raw)*(n%97)/97] },
	"looping pdf":             func(n int) []byte { return loopingPDF(n) },
	"path traversal":          func(n int) []byte { return zipOf(bad(traversals, n), story, "good.txt", story) },
	"traversal in tar": func(n int) []byte {
		return tarOf(&tar.Header{Name: bad(traversals, n), Typeflag: tar.TypeReg, Size: int64(len(story))}, story)
	},
	"links in tar": func(n int) []byte {
		return tarOf(&tar.Header{Name: "a", Linkname: bad(traversals, n), Typeflag: []byte{tar.TypeSymlink, tar.TypeLink, tar.TypeChar, tar.TypeFifo}[n%4]}, "")
	},
	"links in zip": func(n int) []byte { return linkZip(bad(traversals, n)) },
	"device names": func(n int) []byte {
		return zipOf(bad([]string{"con", "NUL.txt", "a/aux", "COM1", "lpt9.doc", "Prn.tar.gz"}, n), story)
	},
	"nul bytes":     func(n int) []byte { return sprinkle([]byte(story), n, 0) },
	"control bytes": func(n int) []byte { return sprinkle([]byte(story), n, 0x1b) },
	"lone surrogates": func(n int) []byte {
		return []byte([]string{`{"id":"a","text":"\ud800 gates \udc00 were open"}`, `{\rtf1 gates \u-10240? open \u-9216?}`, "The gates \xed\xa0\x80 were open, she said\xed\xb0\x80.", "<html><p>The gates &#xd800; were opened at noon, she said.</p>"}[n%4])
	},
	"bidi overrides": func(n int) []byte {
		return zipOf("\u202etxt.\u2066exe"+fmt.Sprint(n), "\u202eThe gates\u202c were \u2067open\u2069, she said.")
	},
	"invalid utf-8":    func(n int) []byte { return sprinkle(bytes.Repeat([]byte("Tür "), 500), n, 0xff) },
	"huge numbers":     func(n int) []byte { return hugeNumbers(n) },
	"many members":     func(int) []byte { return manyMembers(30_000) },
	"warc without end": func(n int) []byte { return []byte("WARC/1.0\r\n" + strings.Repeat("A: b\r\n", 10_000*(1+n%50))) },
	"mailbox of nothing": func(n int) []byte {
		return []byte("From a\nFrom: b\nDate: c\n\n" + strings.Repeat("\nFrom a\n", 1000*(1+n%50)))
	},
	"table of quotes": func(n int) []byte { return []byte("url,text\n" + strings.Repeat("\"", 1_000_000+n)) },
	"bulk of separators": func(n int) []byte {
		return []byte(strings.Repeat([]string{"End of Document\n", "1 of 2 DOCUMENTS\n", strings.Repeat("_", 60) + "\nTitle: x\n", "Document ABCD000020240514ek5e00001\n"}[n%4], 50_000))
	},
	"long words":      func(n int) []byte { return []byte("<html><body><p>" + strings.Repeat("gates", 4<<20/(1+n%5)) + "</p>") },
	"many attributes": func(int) []byte { return []byte("<html " + strings.Repeat("a=b ", 500_000) + "><body><p>" + story) },
	"many paragraphs": func(int) []byte {
		return []byte("<html><body><article>" + strings.Repeat("<p>The gates were opened.</p>", 100_000))
	},
}

func bad(names []string, n int) string { return names[n%len(names)] }

var traversals = []string{"../../etc/passwd", "/etc/passwd", `..\..\windows\win.ini`, `C:\boot.ini`, "a/../../b.txt", "a/b/../../../c", "\\\\host\\share\\x", "x\x00.txt"}

func anyFormat(n int) []byte {
	names := formatNames()
	return builders[names[n%len(names)]]()
}

func formatNames() []string {
	var names []string
	for name := range builders {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func repeatedly(do func([]byte) []byte, raw []byte, times int) []byte {
	for range times {
		raw = do(raw)
	}
	return raw
}

func nest(depth int) []byte {
	return repeatedly(func(raw []byte) []byte { return zipOf("a.zip", string(raw), "b.txt", story) }, zipOf("a.txt", story), depth)
}

func laughs(n int) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a0 "lol">`)
	for i := range 20 {
		fmt.Fprintf(&b, `<!ENTITY a%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&a%d;", i), 10))
	}
	b.WriteString(`<!ENTITY x SYSTEM "file:///etc/passwd">]>`)
	switch n % 3 {
	case 0:
		return []byte(b.String() + "<rss><channel><item><title>&a20;&x;</title></item></channel></rss>")
	case 1:
		return zipOf("word/document.xml", b.String()+"<w:document><w:body><w:p><w:t>&a20;&x;</w:t></w:p></w:body></w:document>")
	}
	return zipOf("mimetype", "application/epub+zip", "META-INF/container.xml", b.String()+`<container><rootfiles><rootfile full-path="&a20;"/></rootfiles></container>`)
}

func docxBody(body string) []byte {
	return zipOf("word/document.xml", `<w:document><w:body>`+body)
}

func nestedMail(depth int) []byte {
	var b strings.Builder
	b.WriteString("From: a@b.example\r\nDate: x\r\nMIME-Version: 1.0\r\n")
	for i := range depth {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	return []byte(b.String())
}

func manyParts(n int) []byte {
	return []byte("From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + strings.Repeat("--b\r\nContent-Type: text/plain\r\n\r\nGates\r\n", n) + "--b--\r\n")
}

func loopingPDF(n int) []byte {
	switch n % 4 {
	case 0: // pages that contain themselves
		return bytes.Replace(buildPDF(), []byte("/Kids [5 0 R 7 0 R]"), []byte("/Kids [2 0 R 2 0 R]"), 1)
	case 1:
		return bytes.Replace(buildPDF(), []byte("/Count 2"), []byte("/Count 2000000000"), 1)
	case 2: // a stream without end
		return pdfOf([]string{strings.Repeat("BT /F1 10 Tf 72 700 Td (gates ) Tj ET\n", 200_000)})
	}
	raw := buildPDF()
	return raw[:len(raw)*(n%31)/31+9]
}

func tarOf(h *tar.Header, content string) []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	if w.WriteHeader(h) != nil { // names that no tar can hold
		return append(buildTar()[:512], content...)
	}
	must(w.Write([]byte(content)))
	check(w.Close())
	return b.Bytes()
}

func linkZip(target string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	h := &zip.FileHeader{Name: "link.txt"}
	h.SetMode(os.ModeSymlink | 0o777)
	w, err := z.CreateHeader(h)
	check(err)
	must(w.Write([]byte(target)))
	check(z.Close())
	return b.Bytes()
}

func sprinkle(raw []byte, n int, c byte) []byte {
	out := bytes.Clone(raw)
	for i := n % 7; i < len(out); i += 3 + n%40 {
		out[i] = c
	}
	return out
}

func hugeNumbers(n int) []byte {
	switch n % 4 {
	case 0:
		return []byte(`{\rtf1\uc99999999 \u99999999999 gates \bin2147483647 open}`)
	case 1:
		return []byte("WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 9223372036854775807\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")
	case 2:
		return zipOf("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", `<o><text:p>a<text:s text:c="2147483647"/>gates</text:p></o>`)
	}
	return []byte("{\"id\":1e999999,\"text\":\"gates\"}\n")
}

func manyMembers(n int) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range n {
		w, err := z.CreateHeader(&zip.FileHeader{Name: fmt.Sprint(i), Method: zip.Store})
		check(err)
		must(w.Write([]byte("g")))
	}
	check(z.Close())
	return b.Bytes()
}

// mutated changes a good file of some format at random: bytes flipped, dropped, doubled, or the end cut off.
func mutated(r *rand.Rand, good map[string][]byte, names []string) (string, []byte) {
	name := names[r.IntN(len(names))]
	raw := bytes.Clone(good[name])
	for range 1 + r.IntN(20) {
		if len(raw) == 0 {
			break
		}
		at := r.IntN(len(raw))
		switch r.IntN(6) {
		case 0:
			raw[at] ^= 1 << r.IntN(8)
		case 1:
			raw[at] = byte(r.Uint32())
		case 2:
			raw = slices.Delete(raw, at, min(len(raw), at+1+r.IntN(64)))
		case 3:
			raw = slices.Insert(raw, at, raw[at:min(len(raw), at+1+r.IntN(64))]...)
		case 4:
			other := good[names[r.IntN(len(names))]]
			from := r.IntN(len(other))
			raw = slices.Insert(raw, at, other[from:min(len(other), from+1+r.IntN(200))]...)
		case 5:
			if r.IntN(4) == 0 {
				raw = raw[:at]
			}
		}
	}
	return name, raw
}

// TestHostile reads crafted and mutated files: each must give articles or faults, in bounded time and memory. What the
// good members of an archive hold must still be read.
func TestHostile(t *testing.T) {
	var classes []string
	for c := range crafted {
		classes = append(classes, c)
	}
	slices.Sort(classes)
	if len(classes) < 25 {
		t.Fatalf("only %d classes", len(classes))
	}
	good := map[string][]byte{}
	names := formatNames()
	for _, name := range names {
		good[name] = builders[name]()
	}
	r := rand.New(rand.NewPCG(1, 2))
	path := filepath.Join(t.TempDir(), "hostile")
	per := min(20, max(1, *hostileFiles/len(classes)/4)) // the rest are mutations
	count, articles, faults := 0, 0, 0
	try := func(what string, raw []byte) {
		a, f := readHostile(t, what, path, raw)
		count, articles, faults = count+1, articles+a, faults+f
	}
	for _, c := range classes {
		for n := range per {
			if n > 0 && isLarge(c) {
				break // the same file again
			}
			try(c, crafted[c](n))
		}
	}
	for count < *hostileFiles {
		name, raw := mutated(r, good, names)
		try("mutated "+name, raw)
	}
	t.Logf("%d files of %d classes and %d formats: %d articles, %d faults", count, len(classes), len(names), articles, faults)
}

// isLarge reports the classes whose files are all alike and large.
func isLarge(class string) bool {
	switch class {
	case "zip bomb", "zip of many bombs", "gzip bomb", "nested tags in a feed", "nested tags in a docx", "nested groups in rtf",
		"nested brackets in json", "nested parts of mail", "many parts of mail", "many members", "many attributes", "many paragraphs":
		return true
	}
	return false
}

func readHostile(t *testing.T, what, path string, raw []byte) (articles, faults int) {
	t.Helper()
	check(os.WriteFile(path, raw, 0o600))
	runtime.GC()
	peak := watchMemory()
	start := time.Now()
	for it := range Read(context.Background(), []string{path}, Options{}) {
		switch {
		case it.Article != nil && it.Fault == nil && it.Article.Text != "":
			articles++
		case it.Fault != nil && it.Article == nil && it.Fault.Reason != "":
			faults++
			if strings.Contains(it.Fault.Reason, "internal error") {
				t.Errorf("%s: %v", what, it.Fault)
			}
		default:
			t.Errorf("%s: neither an article nor a fault: %+v", what, it)
		}
	}
	if took := time.Since(start); took > hostileTime {
		t.Errorf("%s took %v", what, took)
	}
	if used := peak(); used > hostileMemory {
		t.Errorf("%s took %d MB", what, used>>20)
	}
	if articles+faults == 0 {
		t.Errorf("%s was lost", what)
	}
	return articles, faults
}

// watchMemory samples the heap until the returned function is called, which gives the highest value above the start.
func watchMemory() func() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	base, peak := m.HeapAlloc, m.HeapAlloc
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapAlloc)
			}
		}
	}()
	return func() uint64 {
		close(stop)
		<-done
		runtime.ReadMemStats(&m)
		return max(peak, m.HeapAlloc) - min(base, peak)
	}
}

// TestHostileArchiveKeepsTheGood: a member that is refused costs nothing but itself.
func TestHostileArchiveKeepsTheGood(t *testing.T) {
	dir := tree(t, map[string]string{"a.zip": string(zipOf("../up.txt", story, "con", story, "good.txt", story)), "b.gz": string(gzTwice())})
	got := strings.Join(read(dir, Options{}, dir), "\n")
	want := "a.zip#../up.txt: its name leads out of the archive\na.zip#con: it is named like a device of Windows\na.zip#good.txt text\nb.gz text"
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// gzTwice is a file of two gzip streams after each other, as loggers and crawlers write them.
func gzTwice() []byte {
	var b bytes.Buffer
	for _, half := range []string{story[:40], story[40:]} {
		z := gzip.NewWriter(&b)
		must(z.Write([]byte(half)))
		check(z.Close())
	}
	return b.Bytes()
}
