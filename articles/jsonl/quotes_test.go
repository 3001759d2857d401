package jsonl

import (
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

func FuzzDocument(f *testing.F) {
	f.Add([]byte(`[{"maintext":"a","id":null},{"text":"b","outlet":{"name":1}}]`))
	f.Add([]byte(`{"quotes":[{"pre":"a","quote":"b"}]}`))
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
