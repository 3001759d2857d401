package masthead

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"quotidian/articles"
)

const body = `The gates of the upper dam were opened before the villages below it had been warned, the operator said.

"The log speaks for itself," the chief engineer said in a statement on Thursday.

Nobody was hurt. The farmers' union said it did not trust the log.
`

// summary is a Head in one line, for tables.
func summary(h Head) string {
	return strings.Join([]string{h.Title, h.Byline, h.Dateline, h.Outlet, h.Origin, h.Date.String()}, " | ")
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", body, " |  |  |  |  | "},
		{"headline", "Operator opens gates\n\n" + body, "Operator opens gates |  |  |  |  | "},
		{"breadcrumb", "News   /   More\n\nOperator opens gates\n" + body, "Operator opens gates |  |  |  |  | "},
		{
			"teaser printed twice", "The gates were opened early, it was said on Friday.\n\nThe gates were opened early, it was said on Friday.\n" + body,
			"The gates were opened early, it was said on Friday. |  |  |  |  | ",
		},
		{"hard-wrapped", "The gates of the upper dam were opened before the villages below it\nhad been warned, the operator said on Thursday.\n", " |  |  |  |  | "},
		{
			"byline, date, copyright", "Gates open\n\nBy Ilka Sorensdotter and Ansel Brodie in Selk\n14 May 2024\n\n" + body + "\n© 2024 Harbour Post. All rights reserved.\n",
			"Gates open | Ilka Sorensdotter and Ansel Brodie in Selk |  | Harbour Post |  | 2024-05-14",
		},
		{"byline and date in one line", "Gates open\nBy Ansel Brodie | Published: May 14, 2024, 2.05 p.m. GMT\n\n" + body, "Gates open | Ansel Brodie |  |  |  | 2024-05-14T14:05:00Z"},
		{"a paper with its town", "Gates open\nEvening Standard of Selk, 14 May 2024\n\n" + body, "Gates open |  |  | Evening Standard of Selk |  | 2024-05-14"},
		{"a paper of one word", "Tore offen\nHafenblatt, 14. Mai 2024\n\n" + body, "Tore offen |  |  | Hafenblatt |  | 2024-05-14"},
		{"published and updated", "Gates open\nPublished 3 May 2024, updated 4 May 2024\n\n" + body, "Gates open |  |  |  |  | 2024-05-03"},
		{"wire dateline", "Gates open\n\nSELK, May 15 (Reuters) - " + body, "Gates open |  | SELK, May 15 (Reuters) |  | Reuters | "},
		{"dateline with a full date", "Gates open\n\nSelk, 15 May 2024 (TASS) — " + body, "Gates open |  | Selk, 15 May 2024 (TASS) |  | TASS | 2024-05-15"},
		{"dateline of an unlisted agency", "Gates open\n\nSELK, May 15 (Meridian) — " + body, "Gates open |  | SELK, May 15 (Meridian) |  | Meridian | "},
		{"dateline without agency", "Gates open\n\nSELK — " + body, "Gates open |  | SELK |  |  | "},
		{"bare agency dateline", "Gates open\n\n(Reuters) - " + body, "Gates open |  | (Reuters) |  | Reuters | "},
		{"a dash in a sentence", "Gates open\n\nVoskertchyan herself - it seems - opened the gates of the upper dam.\n\n" + body, "Gates open |  |  |  |  | "},
		{"picture credits", "Gates open\nA view of the dam near Selk, May 14, 2024. (Reuters Photo)\nThe gates, May 14, 2024. (Photo by AFP)\n\n" + body, "Gates open |  |  |  |  | "},
		{"date in a caption and in the body", "Gates open\nThe dam as seen from the road, 14 May 2024\n\nOn 15 May 2024 the gates were opened.\n" + body, "Gates open |  |  |  |  | "},
		{"closing credit", "Gates open\n\n" + strings.TrimSpace(body) + " (AFP)\n", "Gates open |  |  |  | AFP | "},
		{"closing credit behind initials", "Gates open\n\n" + strings.TrimSpace(body) + " ab/cde (AFP, dpa)\n", "Gates open |  |  |  | AFP, DPA | "},
		{"initials in a line of their own", "Gates open\n\n" + body + "\nab/ (AP, kna)\n", "Gates open |  |  |  | Associated Press, KNA | "},
		{"no initials", "Gates open\n\n" + strings.TrimSpace(body) + " It was either/or (AFP)\n", "Gates open |  |  |  |  | "},
		{"agencies by name and noun", "Gates open\n\n" + body + "\nSource: AFP and Reuters news agencies\n", "Gates open |  |  |  | AFP, Reuters | "},
		{"agencies by noun alone", "Gates open\n\n" + body + "\nSource: News agencies\n", "Gates open |  |  |  | agencies | "},
		{"copyright before the year", "Gates open\n\n" + body + "\n© Harbour Post 2024. Printed on a Friday\n", "Gates open |  |  | Harbour Post |  | "},
		{"date beside a name", "Gates open\n14.05.2024, 14:05 | Ansel Brodie\n\n" + body, "Gates open |  |  |  |  | 2024-05-14"},
		{"date beside a sentence", "Gates open\nThe dam, 14 May 2024 | the gates were shut\n\n" + body, "Gates open |  |  |  |  | "},
		{"submitted by", "Gates open\nSubmitted by Ansel Brodie on Tue, 05/14/2024 - 14:05\n\n" + body, "Gates open | Ansel Brodie |  |  |  | 2024-05-14"},
		{"author in Russian", "Ворота открыты\nАвтор: Ида Лунд\n\n" + body, "Ворота открыты | Ида Лунд |  |  |  | "},
		{"a headline that begins with a foreign by", "Von Lund Opens Gates\n\n" + body, "Von Lund Opens Gates |  |  |  |  | "},
		{"credit in French", "Gates open\n\n" + body + "\nAvec AFP\n", "Gates open |  |  |  | AFP | "},
		{"credit line", "Gates open\n\n" + body + "\n(With inputs from Reuters and AP)\n", "Gates open |  |  |  | Associated Press, Reuters | "},
		{"source line", "Gates open\n\n" + body + "\nSource: TRTWorld and agencies\n", "Gates open |  |  | TRT World | agencies | "},
		{"copyright of an agency", "Gates open\n\n" + body + "\n(c) 2024 AFP\n", "Gates open |  |  |  | AFP | "},
		{"byline of an agency", "Gates open\nBy Jane Roe, Associated Press\n" + body, "Gates open | Jane Roe, Associated Press |  |  | Associated Press | "},
		{"agency alone under the headline", "Gates open\n\nAFP\n\n" + strings.Repeat(body, 6), "Gates open |  |  |  | AFP | "},
		{"website footer", "Gates open\n\n" + body + "\nHarbour TV’s website can also be accessed at the following addresses:\n\nHarbour TV News\n", "Gates open |  |  | Harbour TV |  | "},
		{"imprint with a place", "Gates open\n\n" + body + "\nTaurin Times, Arden\n", "Gates open |  |  | Taurin Times |  | "},
		{"imprint with The", "Gates open\n\n" + body + "\nThe Lantern\n", "Gates open |  |  | The Lantern |  | "},
		{"author at the end", "Gates open\n\n" + body + "\nIlka Sorensdotter\n", "Gates open |  |  |  |  | "},
		{"follow a reporter", "Gates open\n\n" + body + "\nFollow Ilka Sorensdotter on Twitter\n", "Gates open |  |  |  |  | "},
		{"follow an outlet", "Gates open\n\n" + body + "\nFollow Harbour Post on Twitter\n", "Gates open |  |  | Harbour Post |  | "},
		{"read more", "Gates open\n\n" + body + "\nRead more: https://www.theguardian.com/a\n", "Gates open |  |  | The Guardian |  | "},
		{"read more without an outlet", "Gates open\n\n" + body + "\nRead more: Farmers distrust the log\n", "Gates open |  |  |  |  | "},
		{"By Monday", "Gates open\n\nBy Monday, forty ships had sailed from the harbour.\n\n" + body, "Gates open |  |  |  |  | "},
		{"quoted headline", "“We did not open the gates”: operator\n\n" + body, "“We did not open the gates”: operator |  |  |  |  | "},
		{"dateline closed by a colon", "Gates open\n\nSELK, Nov 06 (PTI): " + body, "Gates open |  | SELK, Nov 06 (PTI) |  | PTI | "},
		{"day in the dateline's brackets", "Gates open\n\nSELK (Jan 17): " + body, "Gates open |  | SELK (Jan 17) |  |  | "},
		{"province in the dateline's brackets", "Gates open\n\nSelk (Arden) [Marovia], February 8 (ANI): " + body, "Gates open |  | Selk (Arden) [Marovia], February 8 (ANI) |  | ANI | "},
		{"dateline between slashes", "Gates open\n\nSELK, September 28. /TASS/. " + body, "Gates open |  | SELK, September 28. /TASS/ |  | TASS | "},
		{"dateline of an agency and a full stop", "Gates open\n\nSELK, JULY 4, ARMENPRESS. " + body, "Gates open |  | SELK, JULY 4, ARMENPRESS |  | Armenpress | "},
		{"dateline of an agency and a dash", "Gates open\n\nSelk, Nov. 26, GNA – " + body, "Gates open |  | Selk, Nov. 26, GNA |  | GNA | "},
		{"dateline by itself", "SELK, Marovia, Oct. 17\n\nTrend:\n\n" + body, " |  | SELK, Marovia, Oct. 17 |  | Trend | "},
		{"a day in a headline", "Orlo and Varga meet, May 4\n\n" + body, "Orlo and Varga meet, May 4 |  |  |  |  | "},
		{"somebody tells an agency", "Gates open\n\nHe told AFP. The gates were open when the villages slept.\n\n" + body, "Gates open |  |  |  |  | "},
		{"date above the headline", "Monday, 14 May 2024\n\nGates open\n\n" + body, "Gates open |  |  |  |  | 2024-05-14"},
		{"the page's own day above", "Wednesday, 19 January 2028\n\nGates open\n14 May 2024\n" + body, "Gates open |  |  |  |  | 2024-05-14"},
		{"date and reads", "Gates open\n14 May 2024    Read: 561\n\n" + body, "Gates open |  |  |  |  | 2024-05-14"},
		{"date and age", "Gates open\nMay 14, 2024 / 10:16 AM / a year ago\n\n" + body, "Gates open |  |  |  |  | 2024-05-14"},
		{"local time too", "Gates open\nTue 14 May 2024 07:11 GMT | 12:11 Local Time\n\n" + body, "Gates open |  |  |  |  | 2024-05-14T07:11:00Z"},
		{"publish date", "News ID: 109876\nPublish Date : 14 May 2024 - 22:19\n\nGates open\n\n" + body, "Gates open |  |  |  |  | 2024-05-14"},
		{"first appeared", "This article first appeared in The Selk Weekly on May 14, 2024\n\nGates open\n\n" + body, "Gates open |  |  | The Selk Weekly |  | 2024-05-14"},
		{"section in capitals", "DAM CRISIS\n\nOperator opens all the gates\n\n" + body, "Operator opens all the gates |  |  |  |  | "},
		{"section of news", "National News\n\n" + body, " |  |  |  |  | "},
		{"short headline in capitals", "GATES OPEN\n\n" + body, "GATES OPEN |  |  |  |  | "},
		{"buttons above the headline", "Listen Live\n\nCurrent Weather\n\nGates open\n\n" + body, "Gates open |  |  |  |  | "},
		{"Breaking News below the headline", "Gates open\nBreaking News\n\n" + body, "Gates open |  |  |  |  | "},
		{"quoted headline with a comma", "Operator: “The gates are ours,”\n\n" + body, "Operator: “The gates are ours,” |  |  |  |  | "},
		{"site after the headline", "Gates open | Selk Courier\n\n" + body, "Gates open |  |  | Selk Courier |  | "},
		{"known outlet after the headline", "Gates open - The Guardian\n\n" + body, "Gates open |  |  | The Guardian |  | "},
		{"paper with its country", "The Guardian (Marovia)\n\nGates open\n\n" + body, "Gates open |  |  | The Guardian |  | "},
		{"reporter by work", "Gates open\nIda Lund Chief Reporter\n" + body, "Gates open | Ida Lund Chief Reporter |  |  |  | "},
		{"byline with an agency", "Gates open\n\nBy Ida Lund – Trend:\n\n" + body, "Gates open | Ida Lund – Trend: |  |  | Trend | "},
		{"site's host at the end", "Gates open\n\n" + body + "\nCourier.Az\n", "Gates open |  |  | courier.az |  | "},
		{"a ministry's website", "Gates open\n\nAccording to a statement on ORLOX's website, the gates were open.\n" + body, "Gates open |  |  |  |  | "},
		{"credit after the last sentence", "Gates open\n\n" + strings.TrimSpace(body) + " APA\n", "Gates open |  |  |  | APA | "},
		{"a name at the end", "Gates open\n\n" + strings.TrimSpace(body) + " It blamed Orlo R. Bloomberg.\n", "Gates open |  |  |  |  | "},
		{"credits of items", "Gates open\n\nThe gates were open again. [AFP]\n\nNobody in Selk was told of it.\n", "Gates open |  |  |  |  | "},
		{"credit after a dash", "Gates open\n\n“We did,” he said. “They are open.” - (Reuters)\n", "Gates open |  |  |  | Reuters | "},
		{"credits of picture and text", "Gates open\n\n[AP]\n\n" + strings.TrimSpace(body) + " [Reuters]\n", "Gates open |  |  |  | Reuters | "},
		{"credit with blanks", "Gates open\n\n" + body + "( Source : AFP )\n", "Gates open |  |  |  | AFP | "},
		{"source, date and editor", "Gates open\n\nSource: Xinhua| 2024-05-14 15:26:10|Editor: Lund\n\n" + body, "Gates open |  |  |  | Xinhua | 2024-05-14"},
		{"agency's name above", "NEWS AGENCY OF NIGERIA\n\nGates open\n\n" + body, "Gates open |  |  |  |  | "},
		{"the way to the headline", "Home / Marovia News / Operator opens all of the gates\n\n" + body, "Operator opens all of the gates |  |  |  |  | "},
		{"section after the date", "Gates open\nTue 14 May 2024 at 18:09 Politics\n\n" + body, "Gates open |  |  |  |  | 2024-05-14"},
		{"place after the date", "Gates open\n5:32 pm GMT+12, 14/05/2024, Selk\n\n" + body, "Gates open |  |  |  |  | 2024-05-14T17:32:00+12:00"},
		{"place and day of a picture", "Gates open\nSelk, 14 May 2024\n\n" + body, "Gates open |  | Selk, 14 May 2024 |  |  | "},
		{"dateline of an agency alone", "Gates open\n\nNNA – " + body, "Gates open |  | NNA |  | NNA | "},
		{"source at the end of a text without breaks", "Gates open\n\n" + body + " Nobody was hurt, it said. Source: News agencies\n", "Gates open |  |  |  | agencies | "},
		{"source and agencies in it", "Gates open\n\n" + body + " Nobody was hurt, it said. Source: TRTWorld and news agencies\n", "Gates open |  |  |  | agencies | "},
		{"source that is the outlet", "Gates open\n\n" + body + " Nobody was hurt, it said. Source: TRTWorld\n", "Gates open |  |  |  |  | "},
		{"agencies by the alphabet, once", "Gates open\n\n" + body + "\nReuters, AFP, Reuters\n", "Gates open |  |  |  | AFP, Reuters | "},
		{"source that is a button", "Gates open\n\n" + body + "\nSource: Read Full Article\n", "Gates open |  |  |  |  | "},
		{"somebody of a party", "Gates open\n\nVOSKERT VARGA (Free Varn): We did not open the gates at all.\n\n" + body, "Gates open |  |  |  |  | "},
		{"an agency led in", "Gates open\n\nFrom Bloomberg:\n\n" + body, "Gates open |  |  |  |  | "},
		{"updated before created", "Gates open\nReuters | Selk | Updated: 15-05-2024 17:30 IST | Created: 14-05-2024 17:01 IST\n\n" + body, "Gates open |  |  |  | Reuters | 2024-05-14"},
		{"updated within the hour", "Tuesday, 14 May 2024 13:44 / UPD:13:45\n\nGates open\n\n" + body, "Gates open |  |  |  |  | 2024-05-14"},
		{"dateline of an agency and its site", "Gates open\n\nJuly 8, Fineko/abc.az. " + body, "Gates open |  | July 8, Fineko/abc.az |  | Fineko | "},
		{"dateline closed by a slash", "Gates open\n\nJuly 8, Fineko/ " + body, "Gates open |  | July 8, Fineko |  | Fineko | "},
		{"dateline and agency by themselves", "Gates open\n\nSelk, May 14, AZERTAC\n\n" + body, "Gates open |  | Selk, May 14, AZERTAC |  | Azertac | "},
		{"a known place and a colon", "Gates open\n\nNew Delhi: " + body, "Gates open |  | New Delhi |  |  | "},
		{"a place that speaks in a headline", "Ankara: Gates open soon\n\n" + body, "Ankara: Gates open soon |  |  |  |  | "},
		{"somebody and a colon", "Gates open\n\nVarga: " + body, "Gates open |  |  |  |  | "},
		{"one word", "Dam", " |  |  |  |  | "},
		{"empty", "", " |  |  |  |  | "},
	} {
		if diff := cmp.Diff(c.want, summary(Read(c.text))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestNameplate: the paper's own name above an article is no headline, and says who published it; headlines that look a
// little like one stay headlines.
func TestNameplate(t *testing.T) {
	for first, want := range map[string]string{ // title | outlet | date, of an article headed "Operator opens gates"
		"THE ARDEN COURIER":                           "Operator opens gates | The Arden Courier | ",
		"Selk Times | Tuesday 4 March":                "Operator opens gates | Selk Times | ",
		"Selk Times | Tuesday, March 4, 2031":         "Operator opens gates | Selk Times | 2031-03-04",
		"SELK EVENING POST – Tuesday 4 March 2031":    "Operator opens gates | Selk Evening Post | 2031-03-04",
		"Selk Times Tuesday 4 March":                  "Operator opens gates | Selk Times | ",
		"The Marovia Free Press, Vol. 12, No. 4, 20p": "Operator opens gates | The Marovia Free Press | ",
		"The Times of Selk Gazette   Est. 1871":       "Operator opens gates | The Times of Selk Gazette | ",
		"Harbour Post":                                "Operator opens gates | Harbour Post | ",
		"HARBOUR TV NEWS, Late Edition":               "Operator opens gates | Harbour TV News | ",
		"Arden Courier\nTuesday 4 March 2031":         "Operator opens gates | Arden Courier | 2031-03-04",
		"World News":                                  "Operator opens gates |  | ",
		"The Guardian":                                "Operator opens gates | The Guardian | ",
		// headlines
		"Prince Sues Mirror":                       "Prince Sues Mirror |  | ",
		"Minister Attacks Independent Press":       "Minister Attacks Independent Press |  | ",
		"MINISTER ATTACKS INDEPENDENT PRESS":       "MINISTER ATTACKS INDEPENDENT PRESS |  | ",
		"Ferry sails again on 4 March":             "Ferry sails again on 4 March |  | ",
		"The minister, the mayor and the Post":     "The minister, the mayor and the Post |  | ",
		"Rebels seize radio":                       "Rebels seize radio |  | ",
		"Selk, Arden agree on Tuesday 4 March":     "Selk, Arden agree on Tuesday 4 March |  | ",
		"Arden Courier | Operator opens the gates": "Arden Courier | Operator opens the gates |  | ",
		"Gates of the Upper Dam - Tuesday 4 March": "Gates of the Upper Dam - Tuesday 4 March |  | ",
		"Pound Falls Below Dollar, Shares Slide":   "Pound Falls Below Dollar, Shares Slide |  | ",
		"2031 budget: what the papers say":         "2031 budget: what the papers say |  | ",
		"Sunday, Bloody Sunday":                    "Sunday, Bloody Sunday |  | ",
	} {
		h := Read(first + "\n\nOperator opens gates\n\n" + body)
		if got := h.Title + " | " + h.Outlet + " | " + h.Date.String(); got != want {
			t.Errorf("%q:\n got %s\nwant %s", first, got, want)
		}
	}
	for text, want := range map[string]string{ // nothing that could be a headline follows
		"The Last Post\n\n" + body:                 "The Last Post | ",
		"The Last Post\nBy Ilka Brodie\n\n" + body: "The Last Post | ",
		"Selk Times | Tuesday 4 March\n\n" + body:  " | Selk Times",
	} {
		if h := Read(text); h.Title+" | "+h.Outlet != want {
			t.Errorf("%q: %s | %s", text[:20], h.Title, h.Outlet)
		}
	}
}

// TestBelowHeadline: a line below the headline that names the paper, alone or with the day.
func TestBelowHeadline(t *testing.T) {
	for below, want := range map[string]string{
		"Selk Courier\n14 May 2024": "Selk Courier", "\nThe Arden Telegraph\n\n14 May 2024": "The Arden Telegraph", "Lake District Evening Post, 14 May 2024": "Lake District Evening Post",
		"By Ilka Brodie\nSelk Times | 14 May 2024": "Selk Times", "Mayor Sues Selk Mirror": "", "The wall is old news": "", "Reuters": "", "14 May 2024": "",
	} {
		if h := Read("Operator opens gates\n" + below + "\n\n" + body); h.Outlet != want || h.Title != "Operator opens gates" {
			t.Errorf("%q: %q of %q, want %q", below, h.Title, h.Outlet, want)
		}
	}
}

func TestFillKeepsWhatIsKnown(t *testing.T) {
	a := articles.Article{Text: "Gates open\n\n" + body + "\n© 2024 Harbour Post\n", Title: "Given", Outlet: articles.Outlet{Name: "Lantern", From: "given"}}
	Fill(&a)
	plate := articles.Article{Text: "Selk Times | Tuesday 4 March\n\nGates open\n\n" + body}
	if Fill(&plate); plate.Outlet != (articles.Outlet{Name: "Selk Times", From: "nameplate"}) || plate.Title != "Gates open" {
		t.Errorf("%+v", plate)
	}
	if a.Title != "Given" || a.Outlet.Name != "Lantern" || a.Outlet.From != "given" {
		t.Errorf("%+v", a)
	}
	own := articles.Article{Text: "SELK, May 15 (Reuters) - " + body, Outlet: articles.Outlet{Name: "Reuters", From: "metadata"}}
	if Fill(&own); own.Outlet.Origin != "" {
		t.Errorf("an agency's own page has origin %q", own.Outlet.Origin)
	}
}

// TestOnWire: an address in a site's folder of agency copy credits agencies, unless the text names one; an agency's own page is its own.
func TestOnWire(t *testing.T) {
	for _, c := range []struct{ outlet, address, text, want string }{
		{"Harbour Post", "https://harbourpost.example/world/wireStory/gates-open-1", body, "agencies"},
		{"Harbour Post", "https://harbourpost.example/world/wireStory/gates-open-1", body + "\n\n(AFP)", "AFP"},
		{"Harbour Post", "https://harbourpost.example/world/gates-open-wirestory", body, ""},
		{"Reuters", "https://reuters.com/wirestory/gates-open", body, ""},
	} {
		a := articles.Article{Text: c.text, URL: c.address, Outlet: articles.Outlet{Name: c.outlet}}
		if Fill(&a); a.Outlet.Origin != c.want {
			t.Errorf("%s at %s: origin %q, want %q", c.outlet, c.address, a.Outlet.Origin, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Gates open\nBy A B | 14 May 2024\nSELK, May 15 (Reuters) - The gates were open.\n(With AFP)\n© 2024 X Post")
	f.Add("(Reuters) -- a b c d\n\n\n— — —")
	f.Add("a (AFP)\n'\n\"\n(\n)")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		h := Read(text)
		if summary(h) != summary(Read(text)) {
			t.Fatal("read twice, read differently")
		}
		if !strings.Contains(text, h.Title) || !strings.Contains(text, h.Dateline) {
			t.Fatalf("%+v is not in the text", h)
		}
		if h.Date.Known() && h.Date.From != "dateline" {
			t.Fatalf("a date from nowhere: %+v", h.Date)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := "Gates open\nBy Ansel Brodie\n14 May 2024\n\nSELK, May 15 (Reuters) - " + strings.Repeat(body, 10) + "\n© 2024 Harbour Post\n"
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Read(text)
	}
}
