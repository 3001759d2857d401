// Package mail reads e-mail: single messages (EML), mailboxes (mbox) and web pages that a browser saved as one (MHTML,
// which is a message by its form).
//
// The text of a message is its plain text, else its HTML read as a whole; lines that the sender's program folded
// (format=flowed) are joined again. Attachments come back beside it, for the caller to read as inputs of their own;
// pictures that a message only decorates itself with do not. Of a message that passes an article on, the article is read. A saved page is read as [html.Read] reads any page.
package mail

import (
	"bytes"
	"errors"
	"fmt"
	"mime"
	"net/mail"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/jhillyerd/enmime/v2"
	"github.com/jhillyerd/enmime/v2/mediatype"

	"quotidian/articles"
	"quotidian/articles/charset"
	"quotidian/articles/date"
	"quotidian/articles/html"
)

// ErrEmpty is what a message gives that holds neither text nor attachments.
var ErrEmpty = errors.New("a message with no text in it")

// What bounds a message. The library reads nested parts by recursion, each through all outer ones; and its time grows
// with the square of the number of parts (20,000 took 9 s). Saved pages have some hundreds.
const (
	deepestParts = 200
	mostParts    = 3000
)

// Attachment is a file that came with a message.
type Attachment struct {
	Name    string // as the sender named it; not unique
	Content []byte
}

var headerLine = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*:([ \t]|\r?$)`)

// telling are header fields that only messages have; two of them make one.
var telling = map[string]bool{
	"from": true, "to": true, "subject": true, "date": true, "received": true, "message-id": true, "mime-version": true,
	"return-path": true, "content-type": true, "delivered-to": true, "content-transfer-encoding": true, "snapshot-content-location": true,
	"reply-to": true, "x-mailer": true, "dkim-signature": true,
}

// Looks reports whether head begins a message: nothing but header fields up to the first empty line, and among them
// MIME-Version, or From and one of Date, Received and Message-ID.
func Looks(head []byte) bool {
	seen := map[string]bool{}
	for line := range bytes.Lines(head[:min(len(head), 16<<10)]) {
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" {
			break
		}
		if text[0] == ' ' || text[0] == '\t' {
			continue
		}
		if !headerLine.MatchString(text) {
			return false
		}
		name, _, _ := strings.Cut(strings.ToLower(text), ":")
		if telling[name] {
			seen[name] = true
		}
	}
	if seen["mime-version"] && len(seen) > 1 {
		return true
	}
	return seen["from"] && (seen["date"] || seen["received"] || seen["message-id"])
}

// options have the library take a message apart and leave its texts in their encodings, for package charset to tell: it takes
// what declares none for windows-1252.
var options = []enmime.Option{
	enmime.DisableTextConversion(true), enmime.DisableCharacterDetection(true), enmime.MaxStoredPartErrors(10),
	enmime.SetCustomParseMediaType(func(ctype string) (kind string, params map[string]string, invalid []string, err error) {
		kind, params, invalid, err = mediatype.Parse(ctype)
		if params != nil {
			params["charset"] = "utf-8"
		}
		return kind, params, invalid, err
	}),
}

// Read reads one message. The article is nil when the message only carries attachments. The error is [ErrEmpty], one
// of [html.Read], or says what is broken.
func Read(raw []byte) (*articles.Article, []Attachment, error) {
	lower := bytes.ToLower(raw)
	if bytes.Count(lower, []byte("boundary=")) > deepestParts {
		return nil, nil, fmt.Errorf("a message with more than %d nested parts", deepestParts)
	}
	if bytes.Count(lower, []byte("\n--")) > 2*mostParts && bytes.Count(lower, []byte("content-type:")) > mostParts {
		return nil, nil, fmt.Errorf("a message with more than %d parts", mostParts)
	}
	env, err := enmime.NewParser(options...).ReadEnvelope(bytes.NewReader(raw))
	if err != nil {
		return nil, nil, fmt.Errorf("the message is damaged: %w", err)
	}
	if saved := env.GetHeader("Snapshot-Content-Location"); saved != "" || isPage(env) {
		a, err := page(env, saved)
		return a, nil, err
	}
	files := attachments(env)
	a, err := letter(env)
	if errors.Is(err, ErrEmpty) && len(files) > 0 {
		return nil, files, nil
	}
	return a, files, err
}

// isPage reports a page that a browser saved: a bundle that belongs together and says neither by whom nor to whom it
// was sent.
func isPage(env *enmime.Envelope) bool {
	kind, _, _ := mime.ParseMediaType(env.GetHeader("Content-Type"))
	from := env.GetHeader("From")
	return env.HTML != "" && kind == "multipart/related" && env.GetHeader("To") == "" && (from == "" || strings.Contains(from, "<Saved by "))
}

func page(env *enmime.Envelope, address string) (*articles.Article, error) {
	a, err := html.ReadAs([]byte(env.HTML), param(partOf(env.Root, "text/html"), "charset"))
	if err != nil {
		return nil, err
	}
	a.Format = "mhtml"
	if address == "" && env.Root != nil {
		address = rootLocation(env.Root)
	}
	if a.URL == "" {
		a.URL = address
	}
	if a.Outlet.Name == "" {
		html.Carrier(a, address)
	}
	return a, nil
}

func rootLocation(p *enmime.Part) string {
	for ; p != nil; p = p.FirstChild {
		if l := p.Header.Get("Content-Location"); strings.Contains(l, "://") {
			return l
		}
	}
	return ""
}

func letter(env *enmime.Envelope) (*articles.Article, error) {
	a, err := body(env)
	if err != nil {
		return nil, err
	}
	a.Format = "eml"
	a.Title = withoutPrefix(env.GetHeader("Subject"))
	if when, err := mail.ParseDate(env.GetHeader("Date")); err == nil && when.Year() > 1970 {
		if d, ok := date.Moment(when); ok {
			d.From = articles.FromLetter
			a.Published = d
		}
	}
	a.Outlet = sender(env.GetHeader("From"))
	passedOn(a)
	return a, nil
}

// body reads the plain text, or the HTML where there is none.
func body(env *enmime.Envelope) (*articles.Article, error) {
	if strings.TrimSpace(env.Text) == "" {
		if env.HTML == "" {
			return nil, ErrEmpty
		}
		return html.Body([]byte(env.HTML), param(partOf(env.Root, "text/html"), "charset"))
	}
	plain := partOf(env.Root, "text/plain")
	t, err := charset.Decode([]byte(env.Text), param(plain, "charset"))
	if err != nil {
		return nil, err
	}
	text := t.String
	if strings.EqualFold(param(plain, "format"), "flowed") {
		text = unfold(text)
	}
	return &articles.Article{Text: strings.TrimSpace(text), Encoding: t.Encoding, Repaired: t.Repaired}, nil
}

// partOf gives the first part of a kind, which may be nil; a part that names no kind is plain text.
func partOf(root *enmime.Part, kind string) *enmime.Part {
	if root == nil {
		return nil
	}
	return root.DepthMatchFirst(func(p *enmime.Part) bool {
		return p.ContentType == kind || p.ContentType == "" && p.FirstChild == nil && kind == "text/plain"
	})
}

// param gives what the type of a part says besides: the encoding, how lines are folded.
func param(p *enmime.Part, name string) string {
	if p == nil {
		return ""
	}
	_, params, _, err := mediatype.Parse(p.Header.Get("Content-Type"))
	if err != nil || strings.EqualFold(params[name], "us-ascii") {
		return "" // what programs declare that do not know
	}
	return params[name]
}

// unfold joins lines as RFC 3676 says: a line that ends with a blank goes on in the next one.
func unfold(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		line = strings.TrimPrefix(line, " ") // stuffed
		if text := strings.TrimSuffix(line, "\n"); strings.HasSuffix(text, " ") && text != "-- " {
			b.WriteString(text)
			continue
		}
		b.WriteString(line)
	}
	return b.String()
}

// attachments gives what came with a message to be read: everything that is not there for its looks.
func attachments(env *enmime.Envelope) []Attachment {
	var out []Attachment
	for i, p := range append(append([]*enmime.Part{}, env.Attachments...), env.OtherParts...) {
		kind := strings.ToLower(p.ContentType)
		if strings.HasPrefix(kind, "image/") || kind == "text/calendar" || kind == "application/pgp-signature" || kind == "application/pkcs7-signature" || len(p.Content) == 0 {
			continue
		}
		name := oneLine(p.FileName)
		if name == "" {
			name = fmt.Sprintf("part %d", i+1)
		}
		out = append(out, Attachment{Name: name, Content: content(p, kind)})
	}
	return out
}

// content gives an attachment's bytes: of plain text whose encoding is declared, as UTF-8.
func content(p *enmime.Part, kind string) []byte {
	if encoding := param(p, "charset"); kind == "text/plain" && encoding != "" {
		if t, err := charset.Decode(p.Content, encoding); err == nil {
			return []byte(t.String)
		}
	}
	return p.Content
}

// oneLine gives a header's value. Old programs wrote headers in the encoding of their country and did not say so.
func oneLine(s string) string {
	if !utf8.ValidString(s) {
		if t, err := charset.Decode([]byte(s), ""); err == nil {
			s = t.String
		}
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " ")
}
