package jsonl

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestQuotation(t *testing.T) {
	a, err := Quotation([]byte(`{"date":"20240514092000","url":"https://www.bbc.co.uk/news/1","title":" Gates open ","lang":"ENGLISH","quotes":[{"pre":"the engineer said","quote":"The log speaks for itself","post":"on Tuesday."},{"pre":"a","quote":" ","post":"b"}]}`))
	if err != nil || a.Text != "the engineer said “The log speaks for itself” on Tuesday." || a.Title != "Gates open" || a.Outlet.Name != "BBC" || a.Published.String() != "2024-05-14" || a.Published.From != "export field" {
		t.Errorf("%+v, %v", a, err)
	}
	for _, in := range []string{`{"quotes":[]}`, `{`, `[]`} {
		if a, err := Quotation([]byte(in)); err == nil {
			t.Errorf("%s: %+v", in, a)
		}
	}
}

func TestDocument(t *testing.T) {
	in := `[{"maintext":"The gates were open.","headline":"Gates","source_domain":"selk.example","date_publish":"2024-05-14 11:20:00","authors":["A"],"language":null},
		{"id":7,"text":"They were shut.","outlet":{"name":"Selk Courier","origin":"AFP"}}, {"title":"no text"}, 5]`
	got, err := Document(strings.NewReader(in))
	if err != nil || len(got) != 4 || got[2].Err == nil || got[3].Err == nil {
		t.Fatalf("%+v, %v", got, err)
	}
	if a := got[0].Article; a.Text != "The gates were open." || a.Title != "Gates" || a.Outlet.Name != "selk.example" || a.Published.String() != "2024-05-14" || a.ID != "" {
		t.Errorf("%+v", a)
	}
	if a := got[1].Article; a.ID != "7" || a.Outlet.Name != "Selk Courier" || a.Outlet.Origin != "AFP" {
		t.Errorf("%+v", a)
	}
	for _, in := range []string{"", "[]", "{}", "[{"} {
		if got, err := Document(strings.NewReader(in)); err == nil && (len(got) == 0 || got[len(got)-1].Err == nil) {
			t.Errorf("%q: %+v", in, got)
		}
	}
}

// TestDocumentShapes reads what the interfaces of press databases and content systems answer.
func TestDocumentShapes(t *testing.T) {
	const want = "Gates|The gates were open.|2024-05-14"
	for name, in := range map[string]string{
		"WordPress":     `[{"id":7,"date":"2024-05-14T10:00:00","link":"https://selk.example/7","title":{"rendered":"Gates"},"content":{"rendered":"The gates were open.","protected":false}}]`,
		"NewsAPI":       `{"status":"ok","totalResults":1,"articles":[{"source":{"id":null,"name":"Selk Courier"},"author":null,"title":"Gates","publishedAt":"2024-05-14","content":"The gates were open."}]}`,
		"the Guardian":  `{"response":{"status":"ok","results":[{"id":"world/7","webTitle":"Gates","webPublicationDate":"2024-05-14","fields":{"bodyText":"The gates were open."}}]}}`,
		"Elasticsearch": `{"took":1,"hits":{"total":1,"hits":[{"_id":"7","_source":{"headline":"Gates","text":"The gates were open.","published":"2024-05-14"}}]}}`,
		"JSON:API":      `{"data":{"type":"article","id":"1","attributes":{"title":"Gates","body":"The gates were open.","published_at":"2024-05-14"}}}`,
		"one item":      `{"response":{"content":{"webTitle":"Gates","webPublicationDate":"2024-05-14","fields":{"bodyText":"The gates were open."}}}}`,
		"empty fields":  `[{"text":null,"maintext":"","content":"The gates were open.","title":"","headline":"Gates","date":"2024-05-14"}]`,
		"capitals":      `[{"Title":"Gates","Text":"The gates were open.","Date":"2024-05-14"}]`,
		"paragraphs":    `[{"title":"Gates","content":["The gates were open."," "],"date":"2024-05-14"}]`,
		"blocks":        `[{"title":"Gates","text":[{"type":"p","text":"The gates were open."}],"date":"2024-05-14"}]`,
		"under an id":   `{"a1":{"title":"Gates","text":"The gates were open.","date":"2024-05-14"}}`,
		"MongoDB":       `[{"_id":{"$oid":"65"},"id":{"$oid":"65"},"title":"Gates","text":"The gates were open.","date":{"$date":"2024-05-14"}}]`,
		"seconds":       `[{"title":"Gates","text":"The gates were open.","date":1715644800}]`,
		"one object":    `{"headline":{"main":"Gates"},"article_text":"The gates were open.","pub_date":"2024-05-14"}`,
	} {
		got, err := Document(strings.NewReader(in))
		if err != nil || len(got) != 1 || got[0].Err != nil {
			t.Errorf("%s: %+v, %v", name, got, err)
			continue
		}
		a := got[0].Article
		if s := a.Title + "|" + a.Text + "|" + a.Published.String()[:10]; s != want {
			t.Errorf("%s: %s", name, s)
		}
	}
}

// TestParagraphs: a text that is a list is read one a paragraph, and objects under ids in their order.
func TestParagraphs(t *testing.T) {
	got, err := Document(strings.NewReader(`{"b":{"body":["One.",{"text":"Two."}]},"a":{"title":"none"},"c":{"text":"Three."}}`))
	if err != nil || len(got) != 3 || got[0].Article.Text != "One.\n\nTwo." || got[1].Err == nil || got[2].Article.Text != "Three." || got[2].Line != 3 {
		t.Errorf("%+v, %v", got, err)
	}
	if LooksDocument([]byte(`{"version":{"major":1},"name":{"first":"Orlo"}}`)) || LooksDocument([]byte(`{"a":1}`)) || !LooksDocument([]byte(`{"x":{"Text":"a"}}`)) {
		t.Error("objects of another kind are no articles")
	}
}

// TestDocumentsInARow: objects that stand one after the other are all read, and what is broken costs nothing else.
func TestDocumentsInARow(t *testing.T) {
	got, err := Document(strings.NewReader("{\"text\":\"one\"} {\"title\":\"none\"}\n{\"text\":\"b broken\n{\"text\":\"two\"}\n" +
		`{"articles":[{"content":"three"},{"content":"four"}]} {"text":`))
	var s []string
	for _, r := range got {
		if r.Err != nil {
			s = append(s, fmt.Sprint(r.Line, " fault"))
		} else {
			s = append(s, fmt.Sprint(r.Line, " ", r.Article.Text))
		}
	}
	if want := "1 one,2 fault,3 fault,4 two,5 three,6 four,7 fault"; err != nil || strings.Join(s, ",") != want {
		t.Errorf("%v, %v", s, err)
	}
}

func FuzzDocument(f *testing.F) {
	f.Add([]byte(`[{"maintext":"a","id":null},{"text":"b","outlet":{"name":1}}]`))
	f.Add([]byte(`{"quotes":[{"pre":"a","quote":"b"}]}`))
	f.Add([]byte(`{"response":{"docs":[{"fields":{"body":"a"},"title":{"main":"b"}}]}} {"text":"c"}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		got, err := Document(strings.NewReader(string(raw)))
		if len(got) == 0 && err == nil {
			t.Fatal("a document was lost")
		}
		for _, r := range got {
			if (r.Article == nil) == (r.Err == nil) || r.Article != nil && !utf8.ValidString(r.Article.Text) {
				t.Fatalf("%+v", r)
			}
		}
		if a, err := Quotation(raw); (a == nil) == (err == nil) {
			t.Fatal("neither an article nor a reason, or both")
		}
	})
}
