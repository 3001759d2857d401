package intake

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
)

// One article of our own, which every format holds: typographic marks, letters beyond ASCII, four paragraphs.
const (
	headline = "Gates of the upper dam opened before the villages were warned"
	writer   = "Ilka Sørensdotter"
	paper    = "Selk Courier"
	day      = "14 May 2024"
	address  = "https://courier.example/selk/gates"
)

var paragraphs = []string{
	"The gates of the upper dam were opened at noon on Tuesday, before the three villages below it had been warned, the operator’s own log shows.",
	"“The log speaks for itself,” chief engineer Anže Brodič said in a statement. “We have asked the ministry – twice – to explain the delay.”",
	"Nobody was hurt, but the farmers’ union said it did not trust the log. Its chairwoman, Hélène Wörner, told the café owners of Selk that the union would publish one of its own.",
	"According to the ministry, the sirens “worked as they were designed to work”; the villages had been told of the test a week earlier.",
}

func body() string { return strings.Join(paragraphs, "\n\n") }

// builders make a file of every format from the article. They are what testdata/formats was written by and what the
// hostile files are mutations of.
var builders map[string]func() []byte

func init() {
	builders = map[string]func() []byte{
		"plain.txt":      func() []byte { return []byte(headline + "\n\nBy " + writer + "\n\n" + day + "\n\n" + body() + "\n") },
		"page.html":      buildPage,
		"lines.jsonl":    buildLines,
		"list.json":      func() []byte { return append([]byte("[\n"), append(bytes.TrimSpace(buildLines()), "\n]\n"...)...) },
		"word.docx":      buildDocx,
		"writer.odt":     buildOdt,
		"book.epub":      buildEpub,
		"rich.rtf":       buildRTF,
		"saved.mhtml":    buildMHTML,
		"letter.eml":     buildLetter,
		"letters.mbox":   buildBox,
		"print.pdf":      buildPDF,
		"feed.rss":       buildRSS,
		"feed.atom":      buildAtom,
		"feed.json":      buildJSONFeed,
		"crawl.warc":     buildWARC,
		"crawl.warc.gz":  func() []byte { return zipped(buildWARC()) },
		"table.csv":      buildTable,
		"table.xlsx":     buildWorkbook,
		"bundle.zip":     func() []byte { return buildZip("a/plain.txt", "plain.txt", "word.docx", "word.docx") },
		"bundle.tar":     buildTar,
		"bundle.tar.gz":  func() []byte { return zipped(buildTar()) },
		"plain.txt.gz":   func() []byte { return zipped(builders["plain.txt"]()) },
		"plain.txt.zst":  buildZstd,
		"nexis.txt":      buildNexis,
		"nexisuni.docx":  func() []byte { return docxOf(strings.Split(nexisUni(), "\n")) },
		"nexisuni.rtf":   func() []byte { return rtfOf(strings.Split(nexisUni(), "\n")) },
		"factiva.txt":    buildFactivaCodes,
		"factiva.rtf":    func() []byte { return rtfOf(strings.Split(factivaDisplay(), "\n")) },
		"factiva.html":   buildFactivaPage,
		"factiva.xml":    buildFactivaXML,
		"proquest.txt":   buildProQuest,
		"europresse.htm": buildEuropresse,
	}
}

func zipped(raw []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	must(z.Write(raw))
	check(z.Close())
	return b.Bytes()
}

func buildZstd() []byte {
	z, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	check(err)
	return z.EncodeAll(builders["plain.txt"](), nil)
}

// zipOf makes a ZIP archive of names and contents in turn.
func zipOf(files ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		method := zip.Deflate
		if files[i] == "mimetype" {
			method = zip.Store
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: files[i], Method: method})
		check(err)
		must(w.Write([]byte(files[i+1])))
	}
	check(z.Close())
	return b.Bytes()
}

// buildZip packs files of testdata/formats under names of choice.
func buildZip(pairs ...string) []byte {
	var files []string
	for i := 0; i < len(pairs); i += 2 {
		files = append(files, pairs[i], string(builders[pairs[i+1]]()))
	}
	return zipOf(files...)
}

func buildTar() []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, name := range []string{"plain.txt", "rich.rtf"} {
		raw := builders[name]()
		check(w.WriteHeader(&tar.Header{Name: "press/" + name, Mode: 0o644, Size: int64(len(raw)), Typeflag: tar.TypeReg}))
		must(w.Write(raw))
	}
	check(w.Close())
	return b.Bytes()
}

func inHTML() string {
	var b strings.Builder
	for _, p := range paragraphs {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(p))
	}
	return b.String()
}

func buildPage() []byte {
	meta := `<script type="application/ld+json">{"@type":"NewsArticle","headline":"` + headline + `","datePublished":"2024-05-14T11:20:00+02:00","author":{"name":"` + writer +
		`"},"publisher":{"name":"` + paper + `"},"url":"` + address + `","inLanguage":"en"}</script>`
	return []byte("<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8><title>" + headline + " | " + paper + "</title>" + meta +
		"</head>\n<body><nav><a href=/>Home</a> <a href=/selk>Selk</a></nav><article><h1>" + headline + "</h1>\n" + inHTML() + "</article><footer>All rights reserved. Cookies.</footer></body></html>\n")
}

func buildLines() []byte {
	raw, err := json.Marshal(map[string]any{"id": "gates-1", "title": headline, "byline": writer, "outlet": paper, "published": "2024-05-14T11:20:00+02:00", "url": address, "text": body()})
	check(err)
	return append(raw, '\n')
}

func xmlEscape(s string) string { return strings.ReplaceAll(html.EscapeString(s), "&#39;", "'") }

func docxOf(lines []string) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for _, l := range lines {
		// Two runs a paragraph, as Word makes them, with deleted text between.
		cut := len(l) / 2
		for cut > 0 && !utf8.RuneStart(l[cut]) {
			cut--
		}
		fmt.Fprintf(&b, `<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`, xmlEscape(l[:cut]), xmlEscape(l[cut:]))
	}
	b.WriteString(`<w:sectPr/></w:body></w:document>`)
	return zipOf("[Content_Types].xml", `<?xml version="1.0"?><Types/>`, "word/document.xml", b.String(),
		"docProps/core.xml", `<?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>`+writer+`</dc:creator><dcterms:created xmlns:dcterms="t">2024-05-13T08:00:00Z</dcterms:created></cp:coreProperties>`)
}

func buildDocx() []byte { return docxOf(append([]string{headline, day}, paragraphs...)) }

func buildOdt() []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:h>` + headline + `</text:h>`)
	for _, p := range paragraphs {
		fmt.Fprintf(&b, "<text:p>%s<office:annotation><text:p>a remark</text:p></office:annotation></text:p>\n", strings.Replace(xmlEscape(p), " the ", "\n <text:span>the</text:span> ", 1))
	}
	b.WriteString(`</office:text></office:body></office:document-content>`)
	return zipOf("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", b.String(),
		"meta.xml", `<?xml version="1.0"?><office:document-meta xmlns:office="o" xmlns:dc="d"><dc:title>`+headline+`</dc:title><dc:date>2024-05-14T09:00:00</dc:date></office:document-meta>`)
}

func buildEpub() []byte {
	return zipOf("mimetype", "application/epub+zip",
		"META-INF/container.xml", `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`,
		"OEBPS/book.opf", `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>`+paper+`</dc:title><dc:language>en-GB</dc:language><dc:date>2024-05-14</dc:date></metadata><manifest><item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/><itemref idref="n"/><itemref idref="a"/></spine></package>`,
		"OEBPS/cover.xhtml", "<html><body><p>"+paper+"</p></body></html>",
		"OEBPS/nav.xhtml", "<html><body><nav><a href='text/a.xhtml'>Gates</a></nav></body></html>",
		"OEBPS/text/a.xhtml", `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>`+headline+`</title></head><body>`+inHTML()+`</body></html>`)
}

// rtf writes every way in which RTF spells a character: \'xx in two code pages, \u with a substitute, control words.
func rtfOf(lines []string) []byte {
	var b strings.Builder
	b.WriteString("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Times;}{\\f1\\fnil\\fcharset238 Times CE;}}{\\colortbl;\\red0\\green0\\blue0;}\n{\\info{\\author " + "Archive" + "}}{\\header Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}}\\uc1\n")
	words := map[rune]string{'“': `\ldblquote `, '”': `\'94`, '’': `\rquote `, '–': `\endash `, 'é': `\'e9`, 'è': `\'e8`, 'ö': `\u246?`, 'ø': `\'f8`, 'č': `{\f1\'e8}`, 'ž': `\u382\'9e`, '\u00a0': `\~`, '{': `\{`, '}': `\}`, '\\': `\\`}
	for _, l := range lines {
		for _, r := range l {
			switch w, ok := words[r]; {
			case ok:
				b.WriteString(w)
			case r < 0x80:
				b.WriteRune(r)
			default:
				panic("no way to write " + string(r))
			}
		}
		b.WriteString("{\\v hidden}\\par\n")
	}
	b.WriteString("}")
	return []byte(b.String())
}

func buildRTF() []byte { return rtfOf(append([]string{headline, day}, paragraphs...)) }

func quotedPrintable(s string) string {
	var b strings.Builder
	col := 0
	for _, c := range []byte(s) {
		out := string(c)
		if c == '=' || c > 126 || c < ' ' && c != '\n' {
			out = fmt.Sprintf("=%02X", c)
		}
		if c == '\n' {
			b.WriteString("\r\n")
			col = 0
			continue
		}
		if col+len(out) > 72 {
			b.WriteString("=\r\n")
			col = 0
		}
		b.WriteString(out)
		col += len(out)
	}
	return b.String()
}

func buildMHTML() []byte {
	return []byte("From: <Saved by Blink>\r\nSnapshot-Content-Location: " + address + "\r\nSubject: gates\r\nDate: Wed, 15 May 2024 10:00:00 +0200\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----part\"\r\n\r\n------part\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: " + address + "\r\n\r\n" +
		quotedPrintable(string(buildPage())) + "\r\n------part\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://courier.example/p.gif\r\n\r\nR0lGODlhAQABAAAAACw=\r\n------part--\r\n")
}

// flowed folds a text as RFC 3676 does.
func flowed(s string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(s, "\n") {
		for len(line) > 70 {
			cut := strings.LastIndexByte(line[:70], ' ') + 1
			if cut <= 0 {
				break
			}
			b.WriteString(line[:cut] + "\r\n")
			line = line[cut:]
		}
		b.WriteString(line + "\r\n")
	}
	return b.String()
}

func buildLetter() []byte {
	return []byte("Return-Path: <news@courier.example>\r\nFrom: " + paper + " <news@courier.example>\r\nTo: reader@example.org\r\nSubject: =?utf-8?B?" +
		base64.StdEncoding.EncodeToString([]byte(headline)) + "?=\r\nDate: Tue, 14 May 2024 11:20:00 +0200\r\nMessage-ID: <1@courier.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n" +
		"Content-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + flowed(body()) + "\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>other</p>\r\n--b--\r\n")
}

func buildBox() []byte {
	one := strings.ReplaceAll(string(buildLetter()), "\r\n", "\n")
	return []byte("From news@courier.example Tue May 14 09:20:00 2024\n" + one + "\nFrom news@courier.example Tue May 14 09:21:00 2024\n" + one + "\n")
}

func buildRSS() []byte {
	return []byte(`<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>` + paper + `</title><link>https://courier.example</link><language>en-gb</language><item><title>` + headline + `</title><link>` + address + `</link><dc:creator>` + writer + `</dc:creator><pubDate>Tue, 14 May 2024 11:20:00 +0200</pubDate><description>In short.</description><content:encoded><![CDATA[` + inHTML() + `]]></content:encoded></item></channel></rss>`)
}

func buildAtom() []byte {
	return []byte(`<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>` + paper + `</title><entry><title>` + headline + `</title><link href="` + address + `"/><author><name>` + writer + `</name></author><published>2024-05-14T11:20:00+02:00</published><updated>2024-05-15T11:20:00+02:00</updated><content type="html">` + html.EscapeString(inHTML()) + `</content></entry></feed>`)
}

func buildJSONFeed() []byte {
	raw, err := json.Marshal(map[string]any{"version": "https://jsonfeed.org/version/1.1", "title": paper, "language": "en", "items": []any{map[string]any{
		"id": "1", "url": address, "title": headline, "content_html": inHTML(), "date_published": "2024-05-14T11:20:00+02:00", "authors": []any{map[string]any{"name": writer}},
	}}})
	check(err)
	return raw
}

func warcRecord(kind, headers, content string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-05-15T08:00:00Z\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, headers, len(content), content)
}

func buildWARC() []byte {
	target := "WARC-Target-URI: " + address + "\r\nContent-Type: application/http; msgtype=response\r\n"
	page := zipped(buildPage())
	return []byte(warcRecord("warcinfo", "Content-Type: application/warc-fields\r\n", "software: ours\r\n") +
		warcRecord("response", target, "HTTP/1.1 301 Moved\r\nLocation: "+address+"\r\nContent-Length: 0\r\n\r\n") +
		warcRecord("response", strings.Replace(target, "gates", "logo.png", 1), "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG") +
		warcRecord("response", target, fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%s", len(page), page)))
}

func buildTable() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	check(w.Write([]string{"id", "media_name", "publish_date", "title", "url", "text"}))
	check(w.Write([]string{"gates-1", paper, "2024-05-14", headline, address, body()}))
	w.Flush()
	return b.Bytes()
}

// buildWorkbook makes a workbook with a title above the names of its columns, and a second sheet that is no table of articles.
func buildWorkbook() []byte {
	const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	row := func(n int, cells ...string) string {
		var b strings.Builder
		fmt.Fprintf(&b, `<row r="%d">`, n)
		for i, c := range cells {
			if c == "45426" { // the day as Excel counts it
				fmt.Fprintf(&b, `<c r="%c%d"><v>%s</v></c>`, 'A'+i, n, c)
				continue
			}
			fmt.Fprintf(&b, `<c r="%c%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, 'A'+i, n, html.EscapeString(c))
		}
		return b.String() + "</row>"
	}
	sheet := func(rows ...string) string {
		return `<worksheet ` + main + `><sheetData>` + strings.Join(rows, "") + `</sheetData></worksheet>`
	}
	return zipOf(
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="`+office+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml", `<workbook `+main+` xmlns:r="`+office+`"><sheets><sheet name="Clippings" sheetId="1" r:id="r1"/><sheet name="Counts" sheetId="2" r:id="r2"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="`+office+`/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="`+office+`/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", sheet(row(1, "Clippings about the dam"), row(3, "Quelle", "Datum", "Überschrift", "Link", "Text"), row(4, paper, "45426", headline, address, body())),
		"xl/worksheets/sheet2.xml", sheet(row(1, "Outlet", "Articles"), row(2, paper, "1")),
	)
}

func must(_ int, err error) { check(err) }

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func TestBuildersRepeat(t *testing.T) {
	for name, build := range builders {
		if !bytes.Equal(build(), build()) {
			t.Errorf("%s is built differently each time", name)
		}
	}
}
