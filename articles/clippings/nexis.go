package clippings

import (
	"regexp"
	"strings"
)

var (
	nexisText     = regexp.MustCompile(`(?m)^[ \t\f]*(?:\d+ (?:of|von|de) \d+ (?:DOCUMENTS?|Dokumente?|Documents?)|(?:Dokument|Document) \d+ (?:von|de|of) \d+)[ \t]*$`)
	endOfDocument = regexp.MustCompile(`(?m)^[ \t]*(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)[ \t]*$`)

	// A field of either form: its name, a colon, its value. Nexis Uni puts a no-break space after the colon.
	nexisField = regexp.MustCompile(`^[ \t]*([A-ZÄÖÜ][A-Za-zÄÖÜäöüéè-]{2,25}):[ \t\x{a0}]*(.*)$`)
	copyright  = regexp.MustCompile(`(?i)^[ \t]*(copyright|©|\(c\))`)
)

// Fields by their names in English, German, French and Spanish. Those that follow the text end it.
var nexisNames = map[string]string{
	"BYLINE": "byline", "AUTOR": "byline", "AUTEUR": "byline", "HEADLINE": "title", "TITEL": "title", "LENGTH": "length", "LÄNGE": "length",
	"LONGUEUR": "length", "LONGITUD": "length", "SECTION": "section", "RUBRIK": "section", "RUBRIQUE": "section", "SECCION": "section",
	"DATELINE": "place", "HIGHLIGHT": "highlight", "SERIES": "section", "BODY": "body", "LOAD-DATE": "end", "UPDATE": "end", "LANGUAGE": "language",
	"SPRACHE": "language", "LANGUE": "language", "PUBLICATION-TYPE": "end", "PUBLIKATIONSTYP": "end", "JOURNAL-CODE": "end", "GRAPHIC": "end",
	"SUBJECT": "end", "GEOGRAPHIC": "end", "PERSON": "end", "ORGANIZATION": "end", "COMPANY": "end", "DOCUMENT-TYPE": "end", "NOTES": "end",
	"ISSN": "end", "URL": "url", "TYPE": "end",
}

func field(line string) (name, value string) {
	m := nexisField.FindStringSubmatch(line)
	if m == nil {
		return "", ""
	}
	return nexisNames[strings.ToUpper(m[1])], m[2]
}

// splitNexisText reads the old text form: "1 of 3 DOCUMENTS", outlet, date, headline, fields in capitals, text.
func splitNexisText(text string) []Record {
	var out []Record
	for _, part := range nexisText.Split(text, -1)[1:] {
		var f found
		f.nexis(strings.Split(part, "\n"))
		out = append(out, f.record("nexis"))
	}
	return out
}

// nexisState says what the lines of a document mean as it is read from its top.
type nexisState int

const (
	atOutlet nexisState = iota
	atDate
	atHead // edition and headline
	atTitle
	inBody // from the first field on: LENGTH, BYLINE, …; what stands between them is no text
	atEnd
)

// nexisDocument is one document of the old form on its way. The headline stands in a field of its own or between date
// and fields; a line of copyright may stand anywhere. The text begins after LENGTH, the last field before it, or after
// BODY.
type nexisDocument struct {
	found
	state      nexisState
	begun      bool // LENGTH or BODY was seen
	written    bool // text holds a line that is not empty
	text, head []string
	named      []string // the lines of the headline's field
}

func (f *found) nexis(lines []string) {
	var d nexisDocument
	for _, l := range lines {
		if copyright.MatchString(l) {
			if d.state == inBody {
				d.state = atEnd
			}
			continue
		}
		name, value := field(l)
		if d.takes(name) {
			d.state = d.nexisField(name, value)
			d.begun = d.begun || name == "length" || name == "body"
			if d.state == atTitle {
				d.named = []string{value}
			}
			if d.state == inBody {
				d.text, d.written = nil, false
			}
			continue
		}
		d.line(l)
	}
	if len(d.named) > 0 {
		d.title = strings.Join(d.named, " ")
	}
	if d.title == "" {
		d.title = strings.Join(paragraphs(d.head), " ")
	}
	d.body = paragraphs(d.text)
	*f = d.found
}

// takes reports whether a line is the field that it looks like: inside the text only those that close it are.
func (d *nexisDocument) takes(name string) bool {
	if name == "" || d.state == atOutlet {
		return false
	}
	return !d.begun || d.state != inBody || closes(name) || !d.written
}

// line takes a line that is no field.
func (d *nexisDocument) line(l string) {
	switch d.state {
	case atOutlet:
		if d.outlet = oneLine(l); d.outlet != "" {
			d.state = atDate
		}
	case atDate:
		if when, ok := dateOf(l); ok {
			d.published, d.state = when, atHead
		}
	case atHead:
		if !isCentred(l) {
			d.head = append(d.head, l)
		}
	case inBody:
		d.text, d.written = append(d.text, l), d.written || strings.TrimSpace(l) != ""
	case atTitle:
		d.named = append(d.named, strings.TrimSpace(l))
	}
}

// isCentred reports a line that the database centred, such as the edition below the date. Headlines are not.
func isCentred(l string) bool { return strings.HasPrefix(l, "        ") }

// closes reports the fields that stand after a text.
func closes(name string) bool { return name == "end" || name == "language" || name == "url" }

// nexisField keeps the value of a field and says what the lines after it are.
func (f *found) nexisField(name, value string) nexisState {
	switch name {
	case "byline":
		f.byline = value
	case "title":
		f.title = value
		return atTitle
	case "place":
		f.place = value
	case "language":
		f.language = value
	case "url":
		f.url = value
	}
	if closes(name) {
		return atEnd
	}
	return inBody
}

var (
	uniBody  = regexp.MustCompile(`^[ \t]*(?:Body|Text|Volltext|Corps|Cuerpo)[ \t]*$`)
	uniAfter = regexp.MustCompile(`^[ \t]*(?:Classification|Klassifizierung|Klassifikation|Graphic|Notes|Correction-Date|Clasificación)[ \t]*$`)
)

// splitNexisUni reads the documents of Nexis Uni and Lexis+: headline, outlet and date on three lines, fields, "Body",
// the text, "Classification", "End of Document". What stands before the first headline is a cover page.
func splitNexisUni(text string) []Record {
	parts := endOfDocument.Split(text, -1)
	if strings.TrimSpace(parts[len(parts)-1]) == "" {
		parts = parts[:len(parts)-1]
	}
	out := make([]Record, 0, len(parts))
	for _, part := range parts {
		var f found
		f.uni(filled(part))
		out = append(out, f.record("nexis"))
	}
	return out
}

// filled gives the lines that are not empty.
func filled(text string) []string {
	var out []string
	for l := range strings.Lines(text) {
		if strings.TrimSpace(l) != "" {
			out = append(out, strings.TrimSpace(l))
		}
	}
	return out
}

func (f *found) uni(lines []string) {
	start := indexOf(lines, 0, func(l string) bool { return uniBody.MatchString(l) })
	if start < 0 {
		return
	}
	end := indexOf(lines, start, func(l string) bool { return uniAfter.MatchString(l) })
	if end < 0 {
		end = len(lines)
	}
	f.body = lines[start+1 : end]
	head := lines[:start]
	first := indexOf(head, 0, func(l string) bool {
		name, _ := field(l)
		return name != "" || copyright.MatchString(l)
	})
	if first < 0 {
		first = len(head)
	}
	for at := first - 1; at >= 0; at-- {
		if d, ok := dateOf(head[at]); ok {
			f.published = d
			f.outlet, f.title = before(head, at, 1), before(head, at, 2)
			break
		}
	}
	for _, l := range append(head[first:len(head):len(head)], lines[end:]...) {
		switch name, value := field(l); name {
		case "byline":
			f.byline = value
		case "place":
			f.place = value
		case "language":
			f.language = value
		}
	}
}

func before(lines []string, at, n int) string {
	if at < n {
		return ""
	}
	return lines[at-n]
}

// indexOf gives the first line from start on that is wanted, or -1.
func indexOf(lines []string, start int, wanted func(string) bool) int {
	for i := start; i < len(lines); i++ {
		if wanted(lines[i]) {
			return i
		}
	}
	return -1
}
