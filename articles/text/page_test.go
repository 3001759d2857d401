package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"quotidian/articles"
)

const (
	gates = "The gates of the upper dam were opened before the villages below it had been warned, the operator said."
	log   = "“The log speaks for itself,” Orlo Varga said in a statement on Thursday."
	story = gates + "\n\n" + log + "\n"
)

// TestDropFurniture: what a page prints around an article is left out, and nothing of the article.
func TestDropFurniture(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"nothing":                {"Gates open\n\n" + story, "Gates open\n\n" + story},
		"menu and buttons":       {"Skip to content\n\nSelk Courier logo\n\nGates open\n\nShare Tweet\n0\n92\n" + story, "Gates open\n\n" + story},
		"languages":              {"عربي English Русский\n\nGates open\n\n" + story, "Gates open\n\n" + story},
		"comments":               {"Gates open\n\n" + story + "\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *\n", "Gates open\n\n" + story},
		"other stories":          {"Gates open\n\n" + story + "\nRelated Articles\n\nKesh: “We had no choice”\n\nVarn drains its lake as farmers look on from the dam …\n\nBack to top button\n", "Gates open\n\n" + story},
		"buttons at the end":     {"Gates open\n\n" + story + "\nPrint\nFacebook Twitter\n", "Gates open\n\n" + story},
		"a heading in the story": {"Gates open\n\n" + gates + "\n\nRelated Articles:\n\n" + log + "\n", "Gates open\n\n" + gates + "\n\nRelated Articles:\n\n" + log + "\n"},
		"copyright in the foot":  {"Gates open\n\n" + story + "\nRelated Articles\nKesh walks out\n© 2031 Selk Courier\n", "Gates open\n\n" + story + "\n© 2031 Selk Courier\n"},
		"tags":                   {"Gates open\n\n" + story + "\nTags: Varn, upper dam\n", "Gates open\n\n" + story},
		"between":                {"Gates open\n\n" + gates + "\n\nADVERTISEMENT\n\nRELATED: Kesh says ‘we had no choice’\n\n" + log + "\n", "Gates open\n\n" + story},
		"a short end":            {"Gates open\n\n" + story + "\nNobody was told\n\nListen.\n", "Gates open\n\n" + story + "\nNobody was told\n\nListen.\n"},
		"lines of one width":     {"Gates open\n\nThe operator of the upper dam had spent as much as it had on\nadvertising.\n\n" + gates + " Nobody in the villages of Selk expects to hear of any\nmore news.\n", "Gates open\n\nThe operator of the upper dam had spent as much as it had on\nadvertising.\n\n" + gates + " Nobody in the villages of Selk expects to hear of any\nmore news.\n"},
		"only furniture":         {"Share\nTweet\n", "Share\nTweet\n"},
		"no sentence":            {"Orlo 3, Varn 2\nKesh 1, Selk 0\nRelated\nTable\n", "Orlo 3, Varn 2\nKesh 1, Selk 0\nRelated\nTable\n"},
	} {
		a := articles.Article{Text: c.in}
		if DropFurniture(&a); a.Text != c.want {
			t.Errorf("%s:\n%s", name, a.Text)
		}
	}
}

// TestPageTitle: a page's title above the headline, with the day a scraper set before all.
func TestPageTitle(t *testing.T) {
	for in, want := range map[string]string{ // title | outlet | date | first line
		"Orlo opens the gates - The Selk Courier\nWorld\n\nOrlo opens the gates\n\n":           "Orlo opens the gates|The Selk Courier||World",
		"News\nFriday\nMay 08\nOrlo opens the gates\nOrlo opens the gates\n\n":                 "Orlo opens the gates|||Orlo opens the gates",
		"home . news . Orlo opens the gates\n\nOrlo opens the gates\n\n":                       "Orlo opens the gates|||Orlo opens the gates",
		"Orlo opens the gates\n4 March 2031\nOrlo opens the gates\n":                           "Orlo opens the gates|||4 March 2031",
		"Orlo opens the gates\n\nA view of the dam on Tuesday\nA view of the dam on Tuesday\n": "|||Orlo opens the gates",
		"Gates open\n\nA view of the dam. (Meridian)\nA view of the dam. (Meridian)\n":         "|||Gates open",
		" date 2031-03-04 Orlo opens the gates\n\n":                                            "||2031-03-04|Orlo opens the gates",
		"date 2031-03-04 + ↺ − 16 px\n\nOrlo opens the gates\n\n":                              "||2031-03-04|Orlo opens the gates",
		"Date 2031 of the calendar\n\n":                                                        "|||Date 2031 of the calendar",
		"date 2031-13-04 Orlo\n\n":                                                             "|||date 2031-13-04 Orlo",
	} {
		a := articles.Article{Text: in + story}
		DropFurniture(&a)
		first, _, _ := strings.Cut(a.Text, "\n")
		if got := strings.Join([]string{a.Title, a.Outlet.Name, a.Published.String(), first}, "|"); got != want || !strings.HasSuffix(a.Text, story) {
			t.Errorf("%q: %s\n%s", in, got, a.Text)
		}
	}
}

// FuzzDropFurniture: lines are left out whole, sentences never, and what is left loses nothing more.
func FuzzDropFurniture(f *testing.F) {
	f.Add("Share\nGates open\n\nGates open\n\n" + story + "\nRelated Articles\nA\n© 2031 Selk Courier\n")
	f.Add("date 2031-03-04 A\nB | C\nB\n\n\nTags: D\n")
	f.Fuzz(func(t *testing.T, in string) {
		if !utf8.ValidString(in) {
			return
		}
		a := articles.Article{Text: in}
		DropFurniture(&a)
		if !utf8.ValidString(a.Text) || len(a.Text) > len(in)+1 || strings.TrimSpace(in) != "" && strings.TrimSpace(a.Text) == "" {
			t.Fatalf("%q became %q", in, a.Text)
		}
		if !strings.Contains(in, a.Title) {
			t.Fatalf("title %q", a.Title)
		}
		left := a.Text
		for l := range strings.Lines(in) {
			if l = strings.TrimSpace(l); len(l) > longestHeadline && !strings.HasPrefix(l, "date ") && !strings.Contains(left, l) {
				t.Fatalf("%q is lost", l)
			}
		}
	})
}

// TestBlankLines: blank lines above the first sentence are not held against each other; a million of them would never end.
func TestBlankLines(t *testing.T) {
	text := "Gates open\n" + strings.Repeat("\n", 1_000_000) + story
	a := articles.Article{Text: text}
	if DropFurniture(&a); a.Text != text {
		t.Errorf("%d bytes of %d are left", len(a.Text), len(text))
	}
}

func BenchmarkDropFurniture(b *testing.B) {
	text := "Gates open\nBy Ida Lund\n14 May 2031\n\n" + strings.Repeat(story+"\n", 6)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		a := articles.Article{Text: text}
		DropFurniture(&a)
	}
}
