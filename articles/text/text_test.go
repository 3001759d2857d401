package text

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestRead(t *testing.T) {
	a, err := Read([]byte("\xef\xbb\xbfGates open\r\n\r\n“We did it,” she said.\r\n"))
	if err != nil || a.Text != "Gates open\n\n“We did it,” she said.\n" || a.Encoding != "utf-8" || a.Format != "text" {
		t.Errorf("%+v, %v", a, err)
	}
	for _, blank := range []string{"", "\xef\xbb\xbf", " \r\n\t\u00a0\n"} {
		if a, err := Read([]byte(blank)); !errors.Is(err, ErrEmpty) {
			t.Errorf("%q: %+v, %v", blank, a, err)
		}
	}
}

// TestLabels: a block of labelled lines says what the article is and is none of its words.
func TestLabels(t *testing.T) {
	const body = "“We did it,” she said.\n\nNote: the gates stay open.\n"
	for name, c := range map[string]struct{ text, want string }{
		"labels":             {"Title: Gates open\nSource: Harbour Post\nDate: 4 May 2031\nAuthor: Ida Lund\n\n" + body, "Gates open|Harbour Post|2031-05-04|Ida Lund"},
		"markdown":           {"---\ntitle: \"Gates open\"\noutlet: Harbour Post\ntags:\n  - gates\nmood: fair\ndate: 2031-05-04T08:00:00Z\n---\n" + body, "Gates open|Harbour Post|2031-05-04T08:00:00Z|"},
		"bold":               {"**Headline:** Gates open\n**Published:** 2031-05-04\n\n" + body, "Gates open||2031-05-04|"},
		"one label alone":    {"Title: Gates open\n\n" + body, "|||"},
		"an interview":       {"Post: Why now?\nLund: We had no choice.\n\n" + body, "|||"},
		"no blank line":      {"Title: Gates open\nDate: 2031-05-04\n" + body, "Gates open||2031-05-04|"},
		"labels not known":   {"Title: Gates open\nPage: 4\nEvening edition: north\nDate: 2031-05-04\nRetrieved: 5 May 2031\n\n" + body, "Gates open||2031-05-04|"},
		"the text labelled":  {"Title: Gates open\nDate: 2031-05-04\nText:\n" + body, "Gates open||2031-05-04|"},
		"in its line":        {"Source: Harbour Post\nDate: 2031-05-04\nText: " + body, "|Harbour Post|2031-05-04|"},
		"each set apart":     {"Title: Gates open\n\nSource: Harbour Post\n\nPage: 4\n\nDate: 2031-05-04\n\n" + body, "Gates open|Harbour Post|2031-05-04|"},
		"german":             {"Überschrift: Tore auf\nQuelle: Varn Kurier\nDatum: Dienstag, 14.05.2024\nAutorin: Ida Lund\nSeite: 4\n\n" + body, "Tore auf|Varn Kurier|2024-05-14|Ida Lund"},
		"russian":            {"Заголовок: Шлюзы открыты\nИсточник: Селкский курьер\nДата: 14 мая 2024 г.\n\n" + body, "Шлюзы открыты|Селкский курьер|2024-05-14|"},
		"french":             {"Titre : Vannes ouvertes\nJournal : Le Courrier\n\n" + body, "Vannes ouvertes|Le Courrier||"},
		"below a headline":   {"Gates open again\n\nSource: Harbour Post\nDate: 2031-05-04\n\n" + body, "Gates open again|Harbour Post|2031-05-04|"},
		"right below one":    {"Gates open again\nSource: Harbour Post\nDate: 2031-05-04\n" + body, "Gates open again|Harbour Post|2031-05-04|"},
		"below a sentence":   {"The gates are open.\n\nSource: Harbour Post\nDate: 2031-05-04\n\n" + body, "|||"},
		"two headlines":      {"Clipping of May\n\nTitle: Gates open\nDate: 2031-05-04\n\n" + body, "|||"},
		"half an interview":  {"Source: Post\nOrlo: We had no choice.\n\n" + body, "|||"},
		"pages and words":    {"Page: 4\nThe gates were open.\nWords: 300\n" + body, "|||"},
		"an open fence":      {"---\ntitle: Gates open\ndate: 2031-05-04\n" + body, "|||"},
		"a date that is odd": {"Title: Gates open\nDate: soon\n\n" + body, "Gates open|||"},
	} {
		a, err := Read([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join([]string{a.Title, a.Outlet.Name, a.Published.String(), a.Byline}, "|")
		taken := c.want != "|||"
		if got != c.want || taken != (a.Text == body) || !taken && a.Text != c.text {
			t.Errorf("%s: %s\n%s", name, got, a.Text)
		}
	}
	if a, err := Read([]byte("Title: Gates open\nDate: 2031-05-04\n\n \n")); err != nil || a.Text == "" {
		t.Errorf("nothing but labels: %+v, %v", a, err)
	}
}

// TestLabelsAboveAnInterview: what somebody says is no label, whatever stands above.
func TestLabelsAboveAnInterview(t *testing.T) {
	a, err := Read([]byte("Title: Gates open\nDate: 2031-05-04\nVarga: We had no choice.\nOrlo: Why?\n\nVarga: It rained.\n"))
	if want := "Varga: We had no choice.\nOrlo: Why?\n\nVarga: It rained.\n"; err != nil || a.Text != want || a.Title != "Gates open" {
		t.Errorf("%+v, %v", a, err)
	}
}

// TestReadAll: several articles that a person labelled alike are several; a list of them, or facts at an article's end, are not.
func TestReadAll(t *testing.T) {
	const first, second = "Title: Gates open\nSource: Selk Courier\nDate: 4 May 2031\n\nThe gates were open, Orlo said.\n", "Title: Gates shut\nSource: Tarn Mail\nDate: 5 May 2031\n\nThe gates were shut, Varga said.\n"
	for name, c := range map[string]struct{ text, want string }{
		"two":                  {first + "\n" + second, "Gates open|Selk Courier|2031-05-04|The gates were open, Orlo said.; Gates shut|Tarn Mail|2031-05-05|The gates were shut, Varga said."},
		"parted by a rule":     {first + "-----\n" + second, "Gates open|Selk Courier|2031-05-04|The gates were open, Orlo said.; Gates shut|Tarn Mail|2031-05-05|The gates were shut, Varga said."},
		"below headlines":      {"Gates open\nSource: Selk Courier\nDate: 4 May 2031\n\nOpen, Orlo said.\n\nGates shut\n\nSource: Tarn Mail\nDate: 5 May 2031\n\nShut, Varga said.\n", "Gates open|Selk Courier|2031-05-04|Open, Orlo said.; Gates shut|Tarn Mail|2031-05-05|Shut, Varga said."},
		"one":                  {first, "Gates open|Selk Courier|2031-05-04|The gates were open, Orlo said."},
		"the second below one": {"Before.\n\n" + second, "|||Before. Title: Gates shut Source: Tarn Mail Date: 5 May 2031 The gates were shut, Varga said."},
		"facts on a book":      {first + "\nTitle: The River\nAuthor: Ana Orlo\nPublisher: Varn Press\n\nOur reviewer lives in Selk.\n", "Gates open|Selk Courier|2031-05-04|The gates were open, Orlo said. Title: The River Author: Ana Orlo Publisher: Varn Press Our reviewer lives in Selk."},
		"a list":               {"Title: A b\nDate: 4 May 2031\n\nTitle: C d\nDate: 5 May 2031\n\n", ""},
	} {
		all, err := ReadAll([]byte(c.text))
		var got []string
		for _, a := range all {
			got = append(got, strings.Join([]string{a.Title, a.Outlet.Name, a.Published.String(), strings.Join(strings.Fields(a.Text), " ")}, "|"))
		}
		if c.want == "" && len(all) == 1 {
			continue
		}
		if s := strings.Join(got, "; "); err != nil || s != c.want {
			t.Errorf("%s: %s, %v", name, s, err)
		}
	}
}

// TestLabelsCost: labels without end cost time linear in their number.
func TestLabelsCost(t *testing.T) {
	for _, unit := range []string{"Title: a\nDate: b\n", "Title: a\n\n\n\n", "Title: a\nDate: b\n\nc\n\n", "Title: a\n" + strings.Repeat("\n", 5000)} {
		if _, err := ReadAll([]byte("Title: a\nDate: b\n\nc\n\n" + strings.Repeat(unit, (1<<20)/len(unit)))); err != nil {
			t.Error(err)
		}
	}
}

// TestMarkdown: a text that is plainly Markdown is read as it is shown, any other as it stands.
func TestMarkdown(t *testing.T) {
	for in, want := range map[string]string{
		"# Gates open\n\nThe **council** met on\n[Thursday](https://a.example/1).\n\n> “Now,” [Orlo](/o) said.\n":   "Gates open\n\nThe council met on Thursday.\n\n“Now,” Orlo said.\n",
		"# Wall\n\n* **Varga**: “No.”\n* Kesh said\n  it was `safe`.\n\n1. “One,” he said.":                         "Wall\n\nVarga: “No.”\n\nKesh said it was safe.\n\n“One,” he said.\n",
		"[A](https://a.example)\n\n![p](x.jpg)\n\nThe cost[^1] \\*rose\\* &amp; fell.  \nYes.\n\n[^1]: A note.":     "A\n\nThe cost *rose* & fell.\nYes.\n\nA note.\n",
		"[A](https://a.example)\n\n| a | b |\n|---|---|\n| c | d |\n\n<div><p>“So,” he said.</p></div>\n\n    code": "A\n\na\n\nb\n\nc\n\nd\n\n“So,” he said.\n\ncode\n",
		"Gates open\n\n* one\n* two\n":                                      "Gates open\n\n* one\n* two\n",
		"# The number 1 [sic] (here)\n\nText #tag, he said.":                "# The number 1 [sic] (here)\n\nText #tag, he said.",
		"He wrote **** and > this.\n":                                       "He wrote **** and > this.\n",
		"---\ntitle: A\ndate: 2031-05-04\n---\n“We *did*,” **she** said.\n": "“We did,” she said.\n",
	} {
		if a, err := Read([]byte(in)); err != nil || a.Text != want {
			t.Errorf("%q became %q, %v; want %q", in, a.Text, err, want)
		}
	}
	a, err := Read([]byte("---\ntitle: \"Gates open\"\nsource: \"https://courier.example/1\"\nauthor:\n  - \"[[Ida Lund]]\"\n  - B\npublished: 2031-05-04\n---\nText.\n"))
	if err != nil || a.Title != "Gates open" || a.URL != "https://courier.example/1" || a.Byline != "Ida Lund" || a.Outlet.Name != "" || a.Text != "Text.\n" {
		t.Errorf("%+v, %v", a, err)
	}
}

// BenchmarkHostile reads Markdown made of one sign over and over: the cost of a byte must stay the same.
func BenchmarkHostile(b *testing.B) {
	for _, size := range []int{16 << 10, 256 << 10} {
		for _, sign := range []string{"> ", "[a](", "_a*", "1. ", "- a\n", "> a\n\n"} {
			raw := []byte("# a\n[x](https://a.example) **b**\n\n" + strings.Repeat(sign, size/len(sign)))
			b.Run(fmt.Sprintf("%s%dKiB", strings.TrimSpace(sign), size>>10), func(b *testing.B) {
				for b.Loop() {
					if _, err := Read(raw); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(raw)), "ns/byte")
			})
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("a\r\nb"))
	f.Add([]byte("\xff\xfe \x00a\x00"))
	f.Add([]byte("---\ntitle: a\ndate: 2031-01-01\n---\nb"))
	f.Add([]byte("A b\nBy: a\nBy: b\n\nc\n\nD e\n\nBy: a\nDate: b\n\nd"))
	f.Add([]byte("Title: a\nDate: b\n\nc\n---\nTitle: a\nDate: b\nText: d"))
	f.Add([]byte("# a\n\n> **b** [c](https://d)\n\n* e\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := Read(raw)
		if (a == nil) == (err == nil) {
			t.Fatal("neither an article nor a reason, or both")
		}
		all, err := ReadAll(raw)
		if (len(all) == 0) == (err == nil) {
			t.Fatal("neither articles nor a reason, or both")
		}
		for _, one := range all {
			if strings.TrimSpace(one.Text) == "" {
				t.Fatalf("an article without text in %q", raw)
			}
		}
		if len(all) == 1 && all[0].Text != a.Text {
			t.Fatalf("one article, and not the one that is read as one: %q", raw)
		}
		if a != nil && (!utf8.ValidString(a.Text) || strings.Contains(a.Text, "\r")) {
			t.Fatalf("%q", a.Text)
		}
	})
}
