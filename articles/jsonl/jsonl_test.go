package jsonl

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestRead(t *testing.T) {
	in := strings.Join([]string{
		`{"id": "a-1", "text": " Gates\r\nopen \u0000\u201cyes\u201d ", "title": "Gates", "outlet": "Lantern", "published": "2024-05-14T12:00:00Z", "x": [1]}`,
		"",
		`{"id": 17, "text": "b", "outlet": {"name": "Harbour Post", "origin": "AFP"}, "date": "14 May 2024", "url": "https://a.example/", "byline": "I. S."}`,
		`{"id": "c"}`,
		`{"text": "d"}`,
		`{"id": "e", "text": ""}`,
		`{"id": ["f"], "text": "f"}`,
		`not json`,
		`{"id": "h", "text": "last, without a line end"}`,
	}, "\n")
	var got []string
	for r := range Read(strings.NewReader(in)) {
		if r.Err != nil {
			got = append(got, fmt.Sprintf("%d: %v", r.Line, r.Err))
			continue
		}
		a := r.Article
		got = append(got, fmt.Sprintf("%d: %s %q %s|%s|%s|%s|%s|%s", r.Line, a.ID, a.Text, a.Title, a.Outlet.Name, a.Outlet.Origin, a.Published, a.URL, a.Byline))
	}
	want := []string{
		`1: a-1 " Gates\r\nopen \x00“yes” " Gates|Lantern||2024-05-14T12:00:00Z||`,
		`3: 17 "b" |Harbour Post|AFP|2024-05-14|https://a.example/|I. S.`,
		`4: no "text" in it`,
		`5:  "d" |||||`,
		`6: its "text" is empty`,
		`7: its "id" is neither a string nor a number`,
		`8: not an article in JSON: invalid character 'o' in literal null (expecting 'u')`,
		`9: h "last, without a line end" |||||`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestLineNames: what other tools call the fields of an article is understood beside "text", which stays as it is.
func TestLineNames(t *testing.T) {
	const want = "Gates|Ida Lund, Ivo Varga|Selk Courier|2024-05-14T12:00:00Z|https://selk.example/1| open\r\n"
	for name, in := range map[string]string{
		"our own":     `{"title":"Gates","byline":"Ida Lund, Ivo Varga","outlet":"Selk Courier","published":"2024-05-14T12:00:00Z","url":"https://selk.example/1","text":" open\r\n"}`,
		"a scraper's": `{"headline":"Gates","authors":["Ida Lund","Ivo Varga"],"source":{"id":null,"name":"Selk Courier"},"publish_date":1715688000,"source_url":"https://selk.example","url":"https://selk.example/1","text":" open\r\n"}`,
		"a database":  `{"Title":"Gates","author":[{"name":"Ida Lund"},{"name":"Ivo Varga"}],"publisher":"Selk Courier","date":{"$date":{"$numberLong":"1715688000000"}},"link":"https://selk.example/1","text":" open\r\n"}`,
		"our name":    `{"title":"Gates","headline":"x","byline":"Ida Lund, Ivo Varga","author":"x","outlet":"Selk Courier","source":"x","published":"soon","date":"2024-05-14T12:00:00Z","url":"https://selk.example/1","text":" open\r\n"}`,
		"odd values":  `{"title":7,"headline":"Gates","byline":4,"author":[[],{},null,"Ida Lund",true,5,"Ivo Varga"],"outlet":{"name":"Selk Courier"},"published":false,"date":{"$date":"2024-05-14T12:00:00Z"},"url":"https://selk.example/1","language":["en"],"text":" open\r\n"}`,
	} {
		a, err := Line([]byte(in))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := strings.Join([]string{a.Title, a.Byline, a.Outlet.Name, a.Published.String(), a.URL, a.Text}, "|"); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestReadDropsALineThatIsTooLong(t *testing.T) {
	long := `{"id":"l","text":"` + strings.Repeat("x", LineLimit) + `"}`
	n := 0
	for r := range Read(strings.NewReader(long + "\n" + `{"id":"m","text":"m"}`)) {
		if n++; n == 1 && r.Err == nil || n == 2 && (r.Err != nil || r.Article.ID != "m" || r.Line != 2) {
			t.Errorf("%+v", r)
		}
	}
	if n != 2 {
		t.Errorf("%d records", n)
	}
}

func FuzzLine(f *testing.F) {
	f.Add("a", "text “quoted”\r\n\x00")
	f.Add("é", "\u2028")
	f.Fuzz(func(t *testing.T, id, text string) {
		raw, err := json.Marshal(map[string]string{"id": id, "text": text})
		if err != nil {
			t.Fatal(err)
		}
		a, err := Line(raw)
		if id == "" || text == "" {
			if err == nil {
				t.Fatal("read without id or text")
			}
			return
		}
		if err != nil || a.ID != strings.ToValidUTF8(id, "�") && strings.ToValidUTF8(id, "") == id || strings.ToValidUTF8(text, "") == text && a.Text != text {
			t.Fatalf("%q, %q: %+v, %v", id, text, a, err)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add("{\"id\":1,\"text\":\"a\"}\n\n[]")
	f.Fuzz(func(t *testing.T, in string) {
		last := 0
		for r := range Read(strings.NewReader(in)) {
			if (r.Article == nil) == (r.Err == nil) || r.Line <= last {
				t.Fatalf("%+v after line %d", r, last)
			}
			last = r.Line
		}
	})
}

func BenchmarkRead(b *testing.B) {
	line, err := json.Marshal(map[string]string{"id": "a", "text": strings.Repeat("The head of the port said “nine ships” would sail. ", 60)})
	if err != nil {
		b.Fatal(err)
	}
	in := strings.Repeat(string(line)+"\n", 100)
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		for r := range Read(strings.NewReader(in)) {
			if r.Err != nil {
				b.Fatal(r.Err)
			}
		}
	}
}

// TestDocumentUnclosed: objects that nobody closed are not read to the end of the file for each of them, and a few of them cost no
// article behind them.
func TestDocumentUnclosed(t *testing.T) {
	for _, in := range []string{"{\"a\":[\n", "{\"a\":\n"} {
		start := time.Now()
		all, err := Document(strings.NewReader(strings.Repeat(in, 64_000)))
		if took := time.Since(start); err != nil || took > 5*time.Second || !errors.Is(all[len(all)-1].Err, errTangled) {
			t.Errorf("%q: %d records, %v, after %v", in, len(all), err, took)
		}
	}
	all, err := Document(strings.NewReader(strings.Repeat("{\"a\": [\n", 4) + strings.Repeat("{bad}\n", 1000) + `{"text": "Gates"}`))
	if last := all[len(all)-1]; err != nil || len(all) != 1005 || last.Article == nil {
		t.Errorf("%d records, the last is %+v, %v", len(all), last, err)
	}
}
