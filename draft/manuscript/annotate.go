package manuscript

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"quotidian/articles"
)

// Remark is what is to be said about a stretch of the text.
type Remark struct {
	// Span are bytes of [Manuscript.Text].
	Span articles.Span
	// Text is the remark; each line becomes a paragraph of the comment.
	Text string
}

// author signs the comments.
const author = "Quotidian"

// Annotate writes the draft as a Word document with the remarks as comments in the margin. A draft that is a Word
// document stays as it is otherwise, part by part; its own comments stay too.
func (m *Manuscript) Annotate(w io.Writer, remarks []Remark) error {
	d := m.word
	if d == nil || !d.takesRemarks() {
		var err error
		if d, err = typeset(m.Text); err != nil {
			return err
		}
	}
	return d.annotate(w, remarks)
}

// takesRemarks reports whether elements of ours can be put into the body under the usual prefix.
func (d *document) takesRemarks() bool {
	return bytes.Contains(d.body, []byte(`xmlns:w="`+wordSpace+`"`))
}

// mark is the beginning or the end of a remark's range.
type mark struct {
	piece, at int // byte offset within the piece
	id        int
	end       bool
}

func (d *document) annotate(w io.Writer, remarks []Remark) error {
	z, err := zip.NewReader(bytes.NewReader(d.raw), int64(len(d.raw)))
	if err != nil {
		return err
	}
	parts, next, err := d.commentParts(z)
	if err != nil {
		return err
	}
	var marks []mark
	var comments bytes.Buffer
	for _, r := range remarks {
		a, b := d.find(r.Span.Start, false), d.find(r.Span.End, true)
		if a < 0 || b < a {
			continue // not of this text
		}
		marks = append(marks, mark{a, r.Span.Start - d.pieces[a].at, next, false}, mark{b, r.Span.End - d.pieces[b].at, next, true})
		writeComment(&comments, next, r.Text)
		next++
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Or(cmp.Compare(a.piece, b.piece), cmp.Compare(a.at, b.at)) })
	parts[d.main] = d.marked(marks)
	name := parts["comments"]
	delete(parts, "comments")
	old := parts[string(name)]
	at := bytes.LastIndex(old, []byte("</w:comments>"))
	if at < 0 {
		return fmt.Errorf("%s: its comments cannot be added to", name)
	}
	parts[string(name)] = slices.Concat(old[:at], comments.Bytes(), old[at:])
	return rewrite(w, z, parts)
}

// marked is the body with the marks in it. A mark inside a run parts it in two of the same look.
func (d *document) marked(marks []mark) []byte {
	var out []byte
	from := 0
	for i := 0; i < len(marks); {
		p := &d.pieces[marks[i].piece]
		out = append(out, d.body[from:p.from]...)
		from = p.to
		at := 0
		for ; i < len(marks) && &d.pieces[marks[i].piece] == p; i++ {
			out = appendText(out, p.text[at:marks[i].at])
			out = append(out, "</w:r>"...)
			out = append(out, marks[i].xml()...)
			out = append(append(out, "<w:r>"...), p.look...)
			at = marks[i].at
		}
		out = appendText(out, p.text[at:])
	}
	return append(out, d.body[from:]...)
}

func (m mark) xml() string {
	id := strconv.Itoa(m.id)
	if m.end {
		return `<w:commentRangeEnd w:id="` + id + `"/><w:r><w:commentReference w:id="` + id + `"/></w:r>`
	}
	return `<w:commentRangeStart w:id="` + id + `"/>`
}

func appendText(out []byte, text string) []byte {
	return append(append(append(out, `<w:t xml:space="preserve">`...), escape(text)...), "</w:t>"...)
}

func escape(text string) []byte {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a buffer takes everything
	return b.Bytes()
}

func writeComment(b *bytes.Buffer, id int, text string) {
	fmt.Fprintf(b, `<w:comment w:id="%d" w:author="%s" w:initials="Q">`, id, author)
	for _, line := range strings.Split(text, "\n") {
		b.WriteString(`<w:p><w:r><w:t xml:space="preserve">`)
		b.Write(escape(line))
		b.WriteString(`</w:t></w:r></w:p>`)
	}
	b.WriteString(`</w:comment>`)
}

const (
	commentsType     = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
	commentsRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
	noComments       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<w:comments xmlns:w="` + wordSpace + `"></w:comments>`
)

var commentID = regexp.MustCompile(`<w:comment\s[^>]*?w:id="(\d+)"`)

// commentParts gives the parts that comments need, by name: those of the document, or new ones. Under "comments"
// stands the name of the part that holds them. next is the first free number.
func (d *document) commentParts(z *zip.Reader) (parts map[string][]byte, next int, err error) {
	folder, base := path.Split(d.main)
	relations := folder + "_rels/" + base + ".rels"
	parts = map[string][]byte{}
	if parts[relations], err = part(z, relations); err != nil {
		parts[relations] = []byte(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`)
	}
	var r struct {
		Relationship []struct {
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	if err := xml.Unmarshal(parts[relations], &r); err != nil {
		return nil, 0, fmt.Errorf("%s: %w", relations, err)
	}
	for _, x := range r.Relationship {
		if x.Type == commentsRelation {
			name := strings.TrimPrefix(path.Join(folder, x.Target), "/")
			if strings.HasPrefix(x.Target, "/") {
				name = strings.TrimPrefix(x.Target, "/")
			}
			parts["comments"] = []byte(name)
			parts[name], err = part(z, name)
			return parts, firstFree(parts[name]), err
		}
	}
	return parts, 0, d.addComments(z, parts, folder, relations)
}

// addComments makes the part for comments and tells the document of it.
func (d *document) addComments(z *zip.Reader, parts map[string][]byte, folder, relations string) error {
	const types = "[Content_Types].xml"
	raw, err := part(z, types)
	if err != nil {
		return err
	}
	name := folder + "quotidian-comments.xml"
	parts["comments"], parts[name] = []byte(name), []byte(noComments)
	parts[types] = before(raw, "</Types>", `<Override PartName="/`+name+`" ContentType="`+commentsType+`"/>`)
	parts[relations] = before(parts[relations], "</Relationships>", `<Relationship Id="quotidianComments" Type="`+commentsRelation+`" Target="quotidian-comments.xml"/>`)
	return nil
}

// before puts more in front of the last tag.
func before(raw []byte, tag, more string) []byte {
	at := bytes.LastIndex(raw, []byte(tag))
	if at < 0 {
		return raw
	}
	return slices.Concat(raw[:at], []byte(more), raw[at:])
}

func firstFree(comments []byte) int {
	next := 0
	for _, found := range commentID.FindAllSubmatch(comments, -1) {
		if n, err := strconv.Atoi(string(found[1])); err == nil {
			next = max(next, n+1)
		}
	}
	return next
}

// rewrite copies the archive with parts put in the place of those of their names; new ones stand at the end.
func rewrite(w io.Writer, z *zip.Reader, parts map[string][]byte) error {
	out := zip.NewWriter(w)
	done := map[string]bool{}
	for _, f := range z.File {
		done[f.Name] = true
		raw, replaced := parts[f.Name]
		if !replaced {
			if err := out.Copy(f); err != nil {
				return err
			}
			continue
		}
		if err := add(out, f.Name, raw); err != nil {
			return err
		}
	}
	names := make([]string, 0, len(parts))
	for name := range parts {
		if !done[name] {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		if err := add(out, name, parts[name]); err != nil {
			return err
		}
	}
	return out.Close()
}

func add(out *zip.Writer, name string, raw []byte) error {
	w, err := out.Create(name)
	if err != nil {
		return err
	}
	_, err = w.Write(raw)
	return err
}
