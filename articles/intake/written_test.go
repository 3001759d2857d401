package intake

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// told gives what the items in raw say of themselves, one a line.
func told(raw []byte) string {
	var out []string
	for item := range Bytes(context.Background(), "x", raw, Origin{}, Options{}) {
		if item.Fault != nil {
			out = append(out, item.Fault.Path+" fault: "+item.Fault.Reason)
			continue
		}
		a := item.Article
		text := strings.Join(strings.Fields(a.Text), " ")
		out = append(out, fmt.Sprintf("%s %s|%s|%s|%s|%s", a.Path, a.Title, a.Byline, a.Outlet.Name, a.Published, text))
	}
	return strings.Join(out, "\n")
}

// TestProperties: what a document prints comes before what its properties say, which are the template's and the clerk's.
func TestProperties(t *testing.T) {
	rtf := func(title, text string) []byte {
		return []byte(`{\rtf1\ansi{\info{\title ` + title + `}{\author Clerk}}` + strings.ReplaceAll(text, "\n", `\par `) + `}`)
	}
	const prose = "The gates of the dam above Selk were opened before dawn, Sanna Orlo said."
	for _, c := range []struct {
		name string
		raw  []byte
		want string
	}{
		{"printed", rtf("Document1", "Dam gates opened above Selk\nBy Ida Lund\n"+prose), "x Dam gates opened above Selk|Ida Lund|"},
		{"another title", rtf("Clippings of May", "Dam gates opened above Selk\n"+prose), "x Dam gates opened above Selk|Clerk|"},
		{"not printed", rtf("Dam gates opened", prose), "x Dam gates opened|Clerk|"},
		{"nothing", rtf("Microsoft Word - a.docx", prose), "x |Clerk|"},
		{"below a section", rtf("Dam gates opened above Selk", "Selk and the valley\nDam gates opened above Selk\n"+prose), "x Dam gates opened above Selk|Clerk|"},
		{"labelled", docxOf([]string{"Title: Dam gates opened", "Source: Selk Courier", "Date: 14 May 2024", "Author: Ida Lund", prose}), "x Dam gates opened|Ida Lund|Selk Courier|2024-05-14|" + prose},
	} {
		if got := told(c.raw); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestSeveralLabelled: articles that a person wrote one below the other, each labelled, keep their own outlet and day.
func TestSeveralLabelled(t *testing.T) {
	lines := []string{
		"Title: Gates open", "Source: Selk Courier", "Date: 14 May 2024", "The gates were open, Sanna Orlo said.",
		"Title: Gates shut", "Source: Tarn Mail", "Date: 15 May 2024", "The gates were shut, Ivo Varga said.",
	}
	const want = "x#1 Gates open||Selk Courier|2024-05-14|The gates were open, Sanna Orlo said.\n" +
		"x#2 Gates shut||Tarn Mail|2024-05-15|The gates were shut, Ivo Varga said."
	for name, raw := range map[string][]byte{"text": []byte(strings.Join(lines, "\n\n")), "docx": docxOf(lines)} {
		if got := told(raw); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
