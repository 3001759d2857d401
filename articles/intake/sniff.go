package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"quotidian/articles/clippings"
	"quotidian/articles/feed"
	"quotidian/articles/html"
	"quotidian/articles/jsonl"
	"quotidian/articles/mail"
	"quotidian/articles/pdf"
	"quotidian/articles/rtf"
	"quotidian/articles/table"
	"quotidian/articles/warc"
)

// marked are the formats that begin with bytes of their own.
var marked = []struct{ begin, format string }{
	{"PK\x03\x04", "zip"},
	{"PK\x05\x06", "zip"},
	{"\x1f\x8b", "gzip"},
	{"BZh", "bzip2"},
	{"\x28\xb5\x2f\xfd", "zstd"},
}

// magic begins files that hold no text one could read as it stands; some are told apart by what else they hold.
var magic = []struct{ begin, holds, kind string }{
	{office97, "_\x00_\x00s\x00u\x00b\x00s\x00t\x00g\x001\x00.\x000\x00", "an Outlook message (save it as .eml or as text)"},
	{office97, "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00", "an old Excel workbook (save it as .xlsx)"},
	{office97, "", "an old Microsoft Office document (save it as .docx)"},
	{"\xfd7zXZ\x00", "", "an xz archive"},
	{"7z\xbc\xaf\x27\x1c", "", "a 7-Zip archive"},
	{"SQLite format 3\x00", "", "a database"},
	{"\x7fELF", "", "a program"},
	{"MZ\x90\x00", "", "a program"},
}

// office97 begins what programs of Microsoft wrote before 2007, and Outlook still does.
const office97 = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// kinds names what http.DetectContentType tells.
var kinds = []struct{ prefix, kind string }{
	{"image/", "a picture"},
	{"audio/", "a sound recording"},
	{"video/", "a video"},
	{"font/", "a font"},
	{"application/ogg", "a recording"},
	{"application/vnd.ms-fontobject", "a font"},
	{"application/x-rar", "a RAR archive"},
	{"application/wasm", "a program"},
}

// foreign names the kind of a file that nothing here reads, else "".
func foreign(head []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(head, []byte(m.begin)) && bytes.Contains(head, []byte(m.holds)) {
			return m.kind
		}
	}
	detected := http.DetectContentType(head)
	for _, k := range kinds {
		if strings.HasPrefix(detected, k.prefix) {
			return k.kind
		}
	}
	return ""
}

// format tells the format of an input by its beginning, or why it cannot be read.
func (r *reader) format(head []byte) (string, error) {
	if f := r.options.From; f != "" && f != "auto" {
		return f, nil
	}
	return sniff(head)
}

// sniff looks at the beginning of an input. Text in which nothing else is recognised is "text".
func sniff(head []byte) (string, error) {
	for _, m := range marked {
		if bytes.HasPrefix(head, []byte(m.begin)) {
			return m.format, nil
		}
	}
	trimmed := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case warc.Looks(head):
		return "warc", nil
	case isTar(head):
		return "tar", nil
	case rtf.Looks(trimmed):
		return "rtf", nil
	case pdf.Looks(head):
		return "pdf", nil
	}
	if kind := foreign(head); kind != "" {
		return "", fmt.Errorf("%s, which cannot be read", kind)
	}
	return written(head, trimmed)
}

// written tells the formats that are text themselves; trimmed is head without blanks and mark before it.
func written(head, trimmed []byte) (string, error) {
	switch {
	case mail.LooksBox(head):
		return "mbox", nil
	case mail.Looks(trimmed):
		return "eml", nil
	case feed.Looks(head):
		return "feed", nil
	case len(trimmed) > 0 && (trimmed[0] == '{' || trimmed[0] == '['):
		return objects(trimmed)
	case html.Looks(head), isPage(trimmed):
		return "html", nil
	case clippings.LooksXML(trimmed):
		return "factiva", nil
	case bytes.HasPrefix(trimmed, []byte("<?xml")):
		return "", errors.New("an XML file of a kind that cannot be read")
	case table.Looks(head):
		return "table", nil
	}
	return "text", nil
}

// isTar reports a tar archive of any kind since 1988; the older ones have no mark.
func isTar(head []byte) bool { return len(head) > 262 && string(head[257:262]) == "ustar" }

// objects tells JSON Lines of articles from other JSON and from a text that begins with a brace.
func objects(head []byte) (string, error) {
	if head[0] == '[' {
		return list(head)
	}
	line, _, whole := bytes.Cut(head, []byte("\n"))
	var o map[string]json.RawMessage
	if json.Unmarshal(line, &o) == nil {
		return lineOf(line, o)
	}
	if !whole && len(head) > sniffed/2 && bytes.Contains(head, []byte(`"text"`)) && !textInside(line) {
		return "jsonl", nil // the first line is longer than what was looked at
	}
	rest := bytes.TrimLeft(head[1:], " \t\r\n")
	switch {
	case len(rest) == 0 || rest[0] != '"' && rest[0] != '}':
		return "text", nil
	case jsonl.NamesText(head):
		return "json", nil
	}
	return "", errors.New("JSON, but not one article a line")
}

// textInside reports that the text is no field of the object that begins a long line: that is a list, or an object in it, that the
// line is too short to end.
func textInside(line []byte) bool {
	d := json.NewDecoder(bytes.NewReader(line))
	if _, err := d.Token(); err != nil {
		return false
	}
	for {
		name, err := d.Token()
		if err != nil || name == "text" {
			return false
		}
		after := bytes.TrimLeft(line[d.InputOffset():], " \t\r\n:")
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return len(after) > 0 && (after[0] == '[' || after[0] == '{')
		}
	}
}

// lineOf tells what the first line of a file of JSON objects is.
func lineOf(line []byte, o map[string]json.RawMessage) (string, error) {
	text := o["text"]
	_, quotes := o["quotes"]
	_, url := o["url"]
	switch {
	case len(text) > 0 && text[0] != '[' && text[0] != '{':
		return "jsonl", nil
	case quotes && url:
		return "gqg", nil
	}
	if jsonl.LooksDocument(line) {
		return "json", nil
	}
	return "", errors.New("JSON, but its first line has no \"text\"")
}

// list tells a JSON list of objects from a text that begins with a bracket.
func list(head []byte) (string, error) {
	rest := bytes.TrimLeft(head[1:], " \t\r\n")
	if len(rest) == 0 || rest[0] != '{' {
		return "text", nil
	}
	if !jsonl.NamesText(head) {
		return "", errors.New("JSON, but not a list of articles")
	}
	return "json", nil
}
