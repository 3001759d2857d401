package table

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

func rows(t *testing.T, in string) (*Table, []Row) {
	t.Helper()
	tab, err := Open(strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	var out []Row
	for r := range tab.Rows() {
		out = append(out, r)
	}
	return tab, out
}

func TestRows(t *testing.T) {
	_, got := rows(t, "\ufeffid;Headline;Source;Publication Date;Body\n1;Gates open;Selk Courier;2024-05-14;\"The gates\nwere open.\"\n2;Shut;X;;\n")
	if len(got) != 2 || got[1].Err == nil || got[0].Err != nil {
		t.Fatalf("%+v", got)
	}
	a := got[0].Article
	if a.ID != "1" || a.Title != "Gates open" || a.Outlet.Name != "Selk Courier" || a.Published.String() != "2024-05-14" || a.Text != "The gates\nwere open." || got[0].Line != 2 {
		t.Errorf("%+v", a)
	}
}

// TestEncodings: Excel writes "Unicode text" in UTF-16 and CSV in the encoding of the country.
func TestEncodings(t *testing.T) {
	plain := "Überschrift\tQuelle\tDatum\tText\nTore auf\tVarn Kurier\t14.05.2024\t\"Der Bürgermeister sagte, das Tor sei offen gewesen.\"\n"
	wide := "\xff\xfe"
	for _, r := range plain {
		wide += string([]byte{byte(r), byte(r >> 8)})
	}
	narrow := strings.NewReplacer("ü", "\xfc", "Ü", "\xdc").Replace(plain)
	for name, in := range map[string]string{"utf-16le": wide, "windows-1252": narrow, "utf-8": plain} {
		_, got := rows(t, in)
		if !Looks([]byte(in)) || len(got) != 1 || got[0].Err != nil {
			t.Fatalf("%s: %+v", name, got)
		}
		if a := got[0].Article; a.Title != "Tore auf" || a.Text != "Der Bürgermeister sagte, das Tor sei offen gewesen." || a.Encoding != name || a.Published.String() != "2024-05-14" {
			t.Errorf("%s: %+v", name, a)
		}
	}
}

// TestSeparators: a table is one whatever stands between its columns, also where a name of a column holds another separator.
func TestSeparators(t *testing.T) {
	for _, sep := range separators {
		in := strings.ReplaceAll("title/outlet/published/text\nGates open/Selk Courier/2024-05-14/The gates were open, Sanna Orlo said.\n", "/", string(sep))
		if sep == ',' {
			in = strings.Replace(in, "open, Sanna", "open Sanna", 1)
		}
		_, got := rows(t, in)
		if !Looks([]byte(in)) || len(got) != 1 || got[0].Err != nil {
			t.Fatalf("%q: %+v", sep, got)
		}
		if a := got[0].Article; a.Outlet.Name != "Selk Courier" || a.Published.String() != "2024-05-14" || !strings.HasSuffix(a.Text, "said.") {
			t.Errorf("%q: %+v", sep, a)
		}
	}
	_, got := rows(t, "title|section, page|outlet|text\nGates open|City, 3|Selk Courier|The gates were open.\n")
	if len(got) != 1 || got[0].Err != nil || got[0].Article.Outlet.Name != "Selk Courier" {
		t.Errorf("%+v", got)
	}
}

// TestMisdated: what stands in the column of dates and is none is kept apart, so that it can be told.
func TestMisdated(t *testing.T) {
	_, got := rows(t, "title,date,text\nGates open,2024-13-45,The gates were open.\nGates shut,,The gates were shut.\n")
	if len(got) != 2 || got[0].Article.Misdated != "2024-13-45" || got[0].Article.Published.Known() || got[1].Article.Misdated != "" {
		t.Errorf("%+v", got)
	}
}

// TestStoredDates: databases write days with the month's name, or as seconds since 1970.
func TestStoredDates(t *testing.T) {
	_, got := rows(t, "title;date;text\na;14-May-24;The gates were open.\nb;1715688000;The gates were open.\nc;5/14/2024 2:20:00 PM;The gates were open.\n")
	want := []string{"2024-05-14", "2024-05-14T12:00:00Z", "2024-05-14"}
	for i, r := range got {
		if r.Err != nil || r.Article.Published.String() != want[i] {
			t.Errorf("%+v, want %s", r.Article, want[i])
		}
	}
}

// TestAboveTheHeader: a program's lines above the names of the columns are passed over, and rows keep their line of the file.
func TestAboveTheHeader(t *testing.T) {
	_, got := rows(t, "\ufeffMade by a tool\nQuery: dam\n\ntitle,text,date\nGates,\"Open,\nOrlo said.\",2024-05-14\nWalls,They stand.,2024-05-15\n")
	if len(got) != 2 || got[0].Err != nil || got[0].Article.Title != "Gates" || got[0].Article.Text != "Open,\nOrlo said." || got[0].Line != 5 || got[1].Line != 7 {
		t.Errorf("%+v", got)
	}
}

// TestNoText: a table without a column of texts is none of articles, and says what it lacks.
func TestNoText(t *testing.T) {
	for in, want := range map[string]error{"Headline,Words,Date\na,b,c\n": ErrNoText, "Headline,Story,Date,Paper\na,b,2024-05-14,c\n": nil} {
		if _, err := Open(strings.NewReader(in)); !errors.Is(err, want) {
			t.Errorf("%q: %v", in, err)
		}
	}
}

func TestLists(t *testing.T) {
	for in, want := range map[string]string{
		"id,indexed_date,language,media_name,media_url,publish_date,title,url\n1,2024,en,selk.example,selk.example,2024-05-14,Gates,https://selk.example/1\n": "selk.example 2024-05-14",
		"url,title,seendate,domain,language,sourcecountry\nhttps://www.bbc.co.uk/1,Gates,20240514T112000Z,bbc.co.uk,English,UK\n":                             "BBC 2024-05-14T11:20:00Z",
	} {
		tab, got := rows(t, in)
		if !Looks([]byte(in)) || !tab.IsList() || len(got) != 1 || got[0].Err != nil {
			t.Fatalf("%+v", got)
		}
		if a := got[0].Article; a.Outlet.Name+" "+a.Published.String() != want || a.URL == "" {
			t.Errorf("%+v, want %s", a, want)
		}
	}
}

func TestLooks(t *testing.T) {
	for in, want := range map[string]bool{
		"The text, he said, was long\n": false, "url\nhttps://a.example\n": false, "title,text\n": true, "text\ttitle\n": true, "": false,
		"Content, he wrote, and title": false, "Story,Paper\n": true,
		"Made by a tool\nQuery: dam\n\ntitle,text,date\na,b,c\n": true, "Orlo, of all people, said\nthat title, text, date\nwere missing\n": false,
		"Headline,Words,Date\na,b,c\n": true, "Title, Kesh, Varga\nwent, he said.\n": false, "a,b,c\n1,2,3\n": false, "Title, date\na, b\n": false,
		"Home | News | Journal\nSport | Weather | More\n":            false,
		"Gates open\nBy Ida Lund\n\nThe text, the date, said Orlo\n": false,
	} {
		if got := Looks([]byte(in)); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func FuzzRows(f *testing.F) {
	f.Add([]byte("url,text,date\nhttps://a.example,\"x\ny\",2024-05-14\n"))
	f.Add([]byte("title\turl\n\"\t\"\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		tab, err := Open(bytes.NewReader(raw))
		if err != nil {
			return
		}
		for r := range tab.Rows() {
			if (r.Article == nil) == (r.Err == nil) {
				t.Fatalf("%+v", r)
			}
			if a := r.Article; a != nil && !utf8.ValidString(a.Text+a.Title+a.Outlet.Name+a.URL) {
				t.Fatalf("%+q", a.Text)
			}
		}
	})
}

// TestRowTooLong: a cell that is never closed is not read into memory without end; the rows before it are there.
func TestRowTooLong(t *testing.T) {
	long := strings.NewReader(strings.Repeat("The minister said it. ", RowLimit/22+1000))
	tab, err := Open(io.MultiReader(strings.NewReader("title,text\nA,Gates are open\nB,\""), long, strings.NewReader("\"\n")))
	if err != nil {
		t.Fatal(err)
	}
	var all []Row
	for row := range tab.Rows() {
		all = append(all, row)
	}
	if len(all) != 2 || all[0].Article == nil || !errors.Is(all[1].Err, errLong) {
		t.Errorf("%d rows, the last with %v", len(all), all[len(all)-1].Err)
	}
}
