package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
)

// magic begins files that hold no text one could read as it stands.
var magic = []struct{ begin, kind string }{
	{"%PDF-", "a PDF document"},
	{"PK\x03\x04", "a ZIP archive, or a document kept in one (Word, LibreOffice, EPUB)"},
	{"PK\x05\x06", "an empty ZIP archive"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"},
	{"{\\rtf", "a rich text (RTF) document"},
	{"\x1f\x8b", "a gzip archive"},
	{"BZh", "a bzip2 archive"},
	{"\xfd7zXZ\x00", "an xz archive"},
	{"\x28\xb5\x2f\xfd", "a Zstandard archive"},
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"},
	{"SQLite format 3\x00", "a database"},
	{"WARC/", "a web archive (WARC)"},
	{"\x7fELF", "a program"},
	{"MZ\x90\x00", "a program"},
}

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

// foreign names the kind of a file that is no text, page or JSON, else "".
func foreign(head []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(head, []byte(m.begin)) {
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

// objects tells JSON Lines of articles from other JSON and from a text that begins with a brace.
func objects(head []byte) (string, error) {
	line, _, whole := bytes.Cut(head, []byte("\n"))
	var o map[string]json.RawMessage
	if json.Unmarshal(line, &o) == nil {
		if _, ok := o["text"]; ok {
			return "jsonl", nil
		}
		return "", errors.New("JSON, but its first line has no \"text\"")
	}
	if !whole && len(head) > sniffed/2 && bytes.Contains(head, []byte(`"text"`)) {
		return "jsonl", nil // the first line is longer than what was looked at
	}
	if rest := bytes.TrimLeft(head[1:], " \t\r\n"); len(rest) > 0 && (rest[0] == '"' || rest[0] == '}') {
		return "", errors.New("JSON, but not one article a line")
	}
	return "text", nil
}
