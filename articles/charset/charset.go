// Package charset turns the bytes of a file into text: valid UTF-8 with "\n" at line ends.
//
// The order of trust is: a byte order mark; UTF-16 shown by its zero bytes; valid UTF-8; UTF-8 with a few
// broken places; what the page declares; and last a statistical guess (ICU's recognisers, as ported in
// gogs/chardet). x/net/html/charset is not used for guessing: it answers windows-1252 for every legacy text.
//
// Three things are changed and nothing else: line ends become "\n", bytes that mean nothing become U+FFFD,
// and NUL becomes U+FFFD; the last two are counted in [Text.Repaired]. Other control characters stay.
package charset

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Text is what the bytes say.
type Text struct {
	// String is valid UTF-8 without byte order mark, NUL or carriage return.
	String string
	// Encoding is the WHATWG name in lower case, such as "utf-8" or "windows-1251".
	Encoding string
	// Confidence is 1 where the bytes prove the encoding, less where it was guessed.
	Confidence float64
	// Repaired counts the places that could not be read and became U+FFFD.
	Repaired int
}

// ErrBinary is what bytes give that are no text in any encoding.
var ErrBinary = errors.New("not a text: it holds binary data")

// Decode reads raw as text. declared is the encoding that the input names for itself (an HTML page's charset),
// or "". The error is [ErrBinary] or names an encoding that could not be read.
func Decode(raw []byte, declared string) (Text, error) {
	name, sure, body := pick(raw, declared)
	if name == "" {
		return Text{}, ErrBinary
	}
	s, err := convert(body, name)
	if err != nil {
		return Text{}, err
	}
	t := Text{Encoding: name, Confidence: sure}
	t.String, t.Repaired = repair(s)
	if isBinary(t.String, t.Repaired) {
		return Text{}, ErrBinary
	}
	return t, nil
}

// sampled is how many bytes the guesses look at: more does not change them, and files can be large.
const sampled = 64 << 10

// pick gives the encoding of raw, how sure that is, and raw without its byte order mark; "" for binary data.
func pick(raw []byte, declared string) (name string, sure float64, body []byte) {
	for _, m := range marks {
		if rest, ok := bytes.CutPrefix(raw, m.bytes); ok {
			return m.name, 1, rest
		}
	}
	head := raw[:min(len(raw), sampled)]
	if bytes.IndexByte(head, 0) >= 0 {
		name, sure = byZeros(head)
		return name, sure, raw
	}
	if utf8.Valid(raw) {
		if looksLike2022(head) {
			return "iso-2022-jp", 0.9, raw
		}
		return "utf-8", 1, raw
	}
	if brokenUTF8(head) {
		return "utf-8", 0.9, raw
	}
	if enc, canonical := charset.Lookup(declared); enc != nil && canonical != "utf-8" {
		return canonical, 0.95, raw
	}
	name, sure = guess(head)
	return name, sure, raw
}

// marks are the byte order marks, the longer ones first, for UTF-16's is the beginning of UTF-32's.
var marks = []struct {
	bytes []byte
	name  string
}{
	{[]byte{0xFF, 0xFE, 0, 0}, "utf-32le"},
	{[]byte{0, 0, 0xFE, 0xFF}, "utf-32be"},
	{[]byte{0xEF, 0xBB, 0xBF}, "utf-8"},
	{[]byte{0xFF, 0xFE}, "utf-16le"},
	{[]byte{0xFE, 0xFF}, "utf-16be"},
}

// byZeros tells UTF-16 without a mark from binary data: in news text most characters of either kind of UTF-16
// have a zero byte always on the same side (blanks and digits, even where the script is not Latin).
// A text in a single-byte encoding with the odd NUL in it is text all the same.
func byZeros(head []byte) (string, float64) {
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	const side = 20 // one side must have this many times the other's zeros, as binary data never has
	enough := len(head) / 12
	switch total := zeros[0] + zeros[1]; {
	case zeros[1] > enough && zeros[1] > side*zeros[0]:
		return "utf-16le", 0.95
	case zeros[0] > enough && zeros[0] > side*zeros[1]:
		return "utf-16be", 0.95
	case total*100 > len(head):
		return "", 0
	case utf8.Valid(trimPartial(head)) || brokenUTF8(head):
		return "utf-8", 0.9
	default:
		return guess(bytes.ReplaceAll(head, []byte{0}, nil))
	}
}

// looksLike2022 finds the escapes of ISO-2022-JP, which is ASCII and so valid UTF-8.
func looksLike2022(head []byte) bool {
	return bytes.Contains(head, []byte("\x1b$B")) || bytes.Contains(head, []byte("\x1b$@"))
}

// brokenUTF8 reports a UTF-8 text with a few damaged bytes: at least four good sequences for each bad byte.
// Legacy encodings hardly ever form good sequences.
func brokenUTF8(head []byte) bool {
	good, bad := 0, 0
	for b := trimPartial(head); len(b) > 0; {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		b = b[n:]
	}
	return good > 0 && good >= 4*bad
}

// trimPartial drops a sequence cut off at the end of a sample.
func trimPartial(b []byte) []byte {
	for i := 1; i <= utf8.UTFMax && i <= len(b); i++ {
		if c := b[len(b)-i]; utf8.RuneStart(c) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}

// guess asks ICU's recognisers, which know the encodings of Chinese, Japanese and Korean well. For those of one byte a
// character their answer is only a hint: they do not know half of them, and take one for another (see [bySingle]).
// Latin-1 is read as windows-1252, as everywhere on the web: the curly quotation marks live in the difference.
func guess(head []byte) (string, float64) {
	name, sure := recognised(head)
	if isMultibyte(name) && sure >= surely {
		return name, sure
	}
	single, margin := bySingle(head[:min(len(head), weighed)], name)
	if isMultibyte(name) && margin < 0.5 {
		return name, sure
	}
	return single, margin
}

const (
	surely  = 0.3      // least confidence for an encoding of several bytes a character
	weighed = 16 << 10 // bytes that are read in every encoding of one byte
)

func isMultibyte(name string) bool {
	switch name {
	case "gbk", "gb18030", "big5", "euc-jp", "shift_jis", "euc-kr", "iso-2022-jp":
		return true
	}
	return false
}

// recognised gives the best answer of the recognisers. The library runs them side by side and so returns equals in any
// order; the name decides then, for the same bytes must give the same text. It is never certain.
func recognised(head []byte) (string, float64) {
	all, err := chardet.NewTextDetector().DetectAll(head)
	if err != nil {
		return "windows-1252", 0.1
	}
	best := chardet.Result{}
	for _, r := range all {
		if _, name := charset.Lookup(r.Charset); name == "" || strings.HasPrefix(name, "utf-") {
			continue
		}
		if r.Confidence > best.Confidence || r.Confidence == best.Confidence && r.Charset < best.Charset {
			best = r
		}
	}
	_, name := charset.Lookup(best.Charset)
	if name == "" {
		return "windows-1252", 0.1
	}
	return name, min(0.99, float64(best.Confidence)/100)
}

func convert(raw []byte, name string) (string, error) {
	if name == "utf-8" {
		return string(raw), nil
	}
	out, err := lookup(name).NewDecoder().Bytes(raw)
	if err != nil {
		return "", fmt.Errorf("the text is not %s: %w", name, err)
	}
	return string(out), nil
}

func lookup(name string) encoding.Encoding {
	switch name {
	case "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case "utf-16be":
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case "utf-32le":
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	case "utf-32be":
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
	}
	enc, _ := charset.Lookup(name)
	return enc
}

// repair makes line ends "\n" and puts U+FFFD where a byte means nothing, and says how many there are.
// U+FFFD that the decoder of a legacy encoding has put in is counted with them.
func repair(s string) (string, int) {
	if !strings.ContainsAny(s, "\r\x00") && utf8.ValidString(s) {
		return s, strings.Count(s, "�")
	}
	var b strings.Builder
	b.Grow(len(s))
	n := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch r {
		case '\r':
			if i < len(s) && s[i] == '\n' {
				continue
			}
			b.WriteByte('\n')
		case 0, utf8.RuneError:
			n++
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), n
}

// isBinary reports a decoded text with so many unreadable places or control characters that no newsroom wrote
// it: more than one in ten of its first characters.
func isBinary(s string, repaired int) bool {
	s = s[:min(len(s), sampled)]
	total, bad := 0, 0
	for _, r := range s {
		total++
		if r == utf8.RuneError && repaired > 0 || r < ' ' && !strings.ContainsRune("\t\n\f\v\x1b", r) || r == 0x7f {
			bad++
		}
	}
	return bad*10 > total
}

// In reads raw in the named encoding, for formats that say it beyond doubt. A byte that means nothing there, and every
// byte when the name is not known, becomes U+FFFD.
func In(raw []byte, name string) string {
	enc, canonical := charset.Lookup(name)
	if enc == nil || canonical == "utf-8" {
		return strings.ToValidUTF8(string(raw), "\ufffd")
	}
	out, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return strings.Repeat("\ufffd", len(raw))
	}
	return string(out)
}
