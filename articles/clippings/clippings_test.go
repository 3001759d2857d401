package clippings

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSplitLeavesOtherTextsAlone(t *testing.T) {
	for _, text := range []string{
		"The gates were opened, she said. End of Document, she joked.",
		"He signed document 3 of 4 on Monday.\n\nDocument A12 was missing.",
		strings.Repeat("_", 60) + "\nThe gates were open.",
		"Document: the gates were open.\nDocument 12\n",
	} {
		if got, ok := Split(text); ok {
			t.Errorf("%q was split: %+v", text, got)
		}
	}
}

// TestNexisForms reads what other documents of Nexis have: a headline in a field, German names, no byline.
func TestNexisForms(t *testing.T) {
	text := "Dokument 1 von 1\n\n\nSelker Zeitung\n\n14. Mai 2024 Dienstag\n\nLÄNGE: 90 Wörter\n\nHEADLINE: Tore des Damms geöffnet\n und geschlossen\n\nBODY:\n\nDie Tore des oberen Damms\nwurden geöffnet.\n\nFRAGE: Warum? Das sagte niemand.\n\nUPDATE: 15. Mai 2024\n\nSPRACHE: GERMAN; DEUTSCH\n\nCopyright 2024 Selker Zeitung\n"
	got, ok := Split(text)
	if !ok || len(got) != 1 || got[0].Err != nil {
		t.Fatalf("%+v, %v", got, ok)
	}
	a := got[0].Article
	if a.Title != "Tore des Damms geöffnet und geschlossen" || a.Outlet.Name != "Selker Zeitung" || a.Language != "de" || a.Published.String() != "2024-05-14" {
		t.Errorf("%+v", a)
	}
	if want := "Die Tore des oberen Damms wurden geöffnet.\n\nFRAGE: Warum? Das sagte niemand."; a.Text != want {
		t.Errorf("%q", a.Text)
	}
}

// TestFactivaNumberBesideItsCode: the number of an article closes it, below its code or beside it.
func TestFactivaNumberBesideItsCode(t *testing.T) {
	one := func(headline, gap string) string {
		return "HD\t" + headline + "\nSN\tSelk Courier\nPD\t14 May 2024\nLP\t\nThe gates were open, Sanna Orlo said.\nAN" + gap + "Document SELKC000020240514ek5e00000\n\n\n"
	}
	for _, gap := range []string{"\t", "  ", "\n"} {
		got, ok := Split(one("Gates open", gap) + one("Gates shut", gap))
		if !ok || len(got) != 2 || got[1].Article == nil || got[1].Article.Title != "Gates shut" || got[0].Article.Text != "The gates were open, Sanna Orlo said." {
			t.Errorf("%q: %+v, %v", gap, got, ok)
		}
	}
}

func TestRecordsWithoutText(t *testing.T) {
	got, ok := Split("Gates open\nSelk Courier\nMay 14, 2024\nLength: 0 words\nBody\nClassification\nEnd of Document\nGates shut\nSelk Courier\nMay 15, 2024\nBody\nThey were shut.\nEnd of Document\n")
	if !ok || len(got) != 2 || got[0].Err == nil || got[1].Article == nil || got[1].Article.Title != "Gates shut" {
		t.Errorf("%+v", got)
	}
}

func fuzzSeeds(f *testing.F, names ...string) {
	for _, name := range names {
		raw, err := os.ReadFile("../intake/testdata/formats/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(raw))
	}
}

func checkRecords(t *testing.T, got []Record) {
	for _, r := range got {
		if (r.Article == nil) == (r.Err == nil) {
			t.Fatalf("%+v", r)
		}
		if a := r.Article; a != nil && (strings.TrimSpace(a.Text) == "" || !utf8.ValidString(a.Text+a.Title+a.Outlet.Name)) {
			t.Fatalf("%+q", a.Text)
		}
	}
}

func FuzzSplit(f *testing.F) {
	fuzzSeeds(f, "nexis.txt", "factiva.txt", "proquest.txt")
	f.Add("a\nb\nMay 14, 2024\nBody\ntext\nEnd of Document")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		got, ok := Split(text)
		if ok != (len(got) > 0) && ok {
			t.Fatal("a bulk file without a record")
		}
		checkRecords(t, got)
	})
}

func FuzzSplitPage(f *testing.F) {
	fuzzSeeds(f, "factiva.html", "europresse.htm", "factiva.xml")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		got, _ := SplitPage(text)
		checkRecords(t, append(got, SplitXML(text)...))
	})
}
