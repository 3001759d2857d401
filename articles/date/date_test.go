package date

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"2023-09-23":                           "2023-09-23",
		"2023-09-23T14:05:00+04:00":            "2023-09-23T14:05:00+04:00",
		"2023-09-23T10:05:00.123Z":             "2023-09-23T10:05:00Z",
		"2023-09-23T14:05:00+0400":             "2023-09-23T14:05:00+04:00",
		"2023-09-23T14:05:00":                  "2023-09-23",
		"Sat, 23 Sep 2023 10:05:00 +0000":      "2023-09-23T10:05:00Z",
		"Sept. 23, 2023":                       "2023-09-23",
		"Saturday, 23 September 2023":          "2023-09-23",
		"23rd of September, 2023":              "2023-09-23",
		"September 23, 2023 at 2:05 p.m. EDT":  "2023-09-23T14:05:00-04:00",
		"September 23, 2023 2:05pm":            "2023-09-23",
		"23 September 2023, 14:05 GMT":         "2023-09-23T14:05:00Z",
		"23 September 2023 14:05 UTC+5:30":     "2023-09-23T14:05:00+05:30",
		"23.09.2023":                           "2023-09-23",
		"23/09/2023":                           "2023-09-23",
		"09/23/2023":                           "2023-09-23",
		"5/5/2023":                             "2023-05-05",
		"23 сентября 2023":                     "2023-09-23",
		"23. September 2023":                   "2023-09-23",
		"12:05 am GMT, May 1 2024":             "2024-05-01T00:05:00Z",
		"01:38:07 PM IST Nov 20, 2019":         "2019-11-20",
		"03/04/2023":                           "",
		"30 February 2023":                     "",
		"September 23":                         "",
		"May 2023":                             "",
		"0001-01-01T00:00:00Z":                 "",
		"in May 2023 the port was closed":      "",
		"23 September 2023, said the minister": "",
		"1":                                    "",
		"":                                     "",
		"1695463500":                           "",
		"23 septembre 2023, 18h30":             "2023-09-23",
		"23 septembre 2023, 18h":               "2023-09-23",
		"23 septembre 2023, 31h30":             "",
		"23 septembre 2023, 18h3":              "",
		"September 23,2023":                    "2023-09-23",
		"September 23,999":                     "",
		"23 September 2023 at 18:30hrs":        "2023-09-23",
	} {
		got, ok := Parse(in)
		if got.String() != want && ok || ok != (want != "") {
			t.Errorf("%q: %q (%v), want %q", in, got, ok, want)
		}
	}
}

// TestParseZones: an hour is given with its zone, however that is printed, and left out where the zone is not certain.
func TestParseZones(t *testing.T) {
	for in, want := range map[string]string{
		"Tue, 14 May 2024 12:20:00 GMT+4":                                    "2024-05-14T12:20:00+04:00",
		"14 May 2024 12:20 (GMT +4)":                                         "2024-05-14T12:20:00+04:00",
		"14 May 2024 12:20 (UTC +04:00)":                                     "2024-05-14T12:20:00+04:00",
		"14 May 2024, 12:20 UTC +0400":                                       "2024-05-14T12:20:00+04:00",
		"14 May 2024, 12:20 UTC –5":                                          "2024-05-14T12:20:00-05:00",
		"14 May 2024 12:20 GMT":                                              "2024-05-14T12:20:00Z",
		"14 May 2024 12:20 -0500":                                            "2024-05-14T12:20:00-05:00",
		"Tue, 14 May 2024 12:20:00 MSK":                                      "2024-05-14T12:20:00+03:00",
		"Tue, 14 May 2024 12:20:00 AZT":                                      "2024-05-14T12:20:00+04:00",
		"Tue, 14 May 2024 12:20:00 JST":                                      "2024-05-14T12:20:00+09:00",
		"Tue, 14 May 2024 12:20:00 PKT":                                      "2024-05-14T12:20:00+05:00",
		"Tue, 14 May 2024 12:20:00 IST":                                      "2024-05-14",
		"Tue, 14 May 2024 12:20:00 AST":                                      "2024-05-14",
		"Tue, 14 May 2024 12:20:00 BST":                                      "2024-05-14",
		"Tue, 14 May 2024 12:20:00":                                          "2024-05-14",
		"14 May 2024 12:20 IST (GMT+5:30)":                                   "2024-05-14T12:20:00+05:30",
		"14 May 2024 12:20 +0400 (AZT)":                                      "2024-05-14T12:20:00+04:00",
		"Tue May 14 2024 12:20:00 GMT+0400 (Azerbaijan Standard Time)":       "2024-05-14T12:20:00+04:00",
		"Tue May 14 12:20:00 UTC 2024":                                       "2024-05-14T12:20:00Z",
		"Tue May 14 12:20:00 2024":                                           "2024-05-14",
		"2024-05-14T12:20:00 +04:00":                                         "2024-05-14T12:20:00+04:00",
		"2024-5-14T9:20:00+04:00":                                            "2024-05-14T09:20:00+04:00",
		"14 May 2024 12:20 UTC+99":                                           "",
		"14 May 2024 12:20 -14:30":                                           "",
		"14 May 2024 12:20 ist":                                              "",
		"14 May 2024 12:20 (Selk time) and more than this is said of it all": "",
	} {
		if got, ok := Parse(in); got.String() != want && ok || ok != (want != "") {
			t.Errorf("%q: %q (%v), want %q", in, got, ok, want)
		}
	}
}

// TestParseForms: how the day is written in other languages, and by programs.
func TestParseForms(t *testing.T) {
	for in, want := range map[string]string{
		"14 мая 2024 г.":                     "2024-05-14",
		"14 мая 2024 года":                   "2024-05-14",
		"14 мая 2024 года, вторник":          "2024-05-14",
		"Вторник, 14 мая 2024 г. в 12:20":    "2024-05-14",
		"Втр, 14 Май 2024 12:20:00 +0300":    "2024-05-14T12:20:00+03:00",
		"14 травня 2024 р.":                  "2024-05-14",
		"2024年5月14日":                         "2024-05-14",
		"2024年05月14日12:20":                   "2024-05-14",
		"2024年5月14日（星期二）":                    "2024-05-14",
		"2024년 5월 14일 화요일":                   "2024-05-14",
		"14 de mayo de 2024":                 "2024-05-14",
		"martes, 14 de mayo de 2024":         "2024-05-14",
		"14 de maio de 2024":                 "2024-05-14",
		"1er mai 2024":                       "2024-05-01",
		"mercredi 1er mai 2024":              "2024-05-01",
		"Dienstag, 14.05.2024":               "2024-05-14",
		"Dienstag, den 14. Mai 2024":         "2024-05-14",
		"Dienstag, 14. Mai 2024 | 12:20 Uhr": "2024-05-14",
		"Di, 14.05.2024, 12.20 Uhr":          "2024-05-14",
		"14 May 2024 • 3 min read":           "2024-05-14",
		"14-May-2024":                        "2024-05-14",
		"14-May-24":                          "2024-05-14",
		"14-May-98":                          "1998-05-14",
		"20240514T1220":                      "2024-05-14",
		"20240514T122000Z":                   "2024-05-14T12:20:00Z",
		"5/14/2024 2:20:00 PM":               "2024-05-14",
		"2024-5-4 9:05:00":                   "2024-05-04",
		"Freitag, 14.05.2024":                "", // it was no Friday: a name
		"By Ida Freitag, 14 May 2024":        "",
		"2024年13月14日":                        "",
		"2024年5月":                            "",
		"14 de mayo":                         "",
		"14-Foo-2024":                        "",
		"14 May 24":                          "",
		"1715688000":                         "",
	} {
		if got, ok := Parse(in); got.String() != want && ok || ok != (want != "") {
			t.Errorf("%q: %q (%v), want %q", in, got, ok, want)
		}
	}
}

// TestStored: a number in a field is a moment where its length leaves no doubt.
func TestStored(t *testing.T) {
	for in, want := range map[string]string{
		"1715688000": "2024-05-14T12:00:00Z", "1715688000000": "2024-05-14T12:00:00Z", "1715688000.25": "2024-05-14T12:00:00Z",
		"1715644800": "2024-05-14", "20240514": "2024-05-14", "2024-05-14": "2024-05-14", " 14 May 2024 ": "2024-05-14",
		"2024": "", "171568800": "", "": "", ".": "", "17156880001": "",
	} {
		if got, ok := Stored(in); got.String() != want && ok || ok != (want != "") {
			t.Errorf("%q: %q (%v), want %q", in, got, ok, want)
		}
	}
}

// TestImpossibleZone: no zone is more than 14 hours away, and what package time takes for one 25 hours away it cannot read again.
func TestImpossibleZone(t *testing.T) {
	for in, want := range map[string]bool{
		"2024-01-01T00:00:00+24:60": false, "2024-01-01T00:00:00-2400": false, "Mon, 2 Jan 2006 15:04:05 +2460": false,
		"2024-01-01T00:00:00+14:30": false, "2024-01-01T00:00:00+14:00": true, "2024-01-01T00:00:00-12:00": true,
	} {
		d, ok := Parse(in)
		if ok != want {
			t.Errorf("%s is read as %q", in, d)
		}
		if _, err := time.Parse(time.RFC3339, d.String()); ok && err != nil {
			t.Error(err)
		}
	}
}

func TestScanLeavesTheRest(t *testing.T) {
	d, rest := Scan(strings.Fields("By Ilka Sorensdotter | Saturday 23 September 2023 at 14:05 GMT"))
	if d.Time.Format(time.RFC3339) != "2023-09-23T14:05:00Z" {
		t.Error(d)
	}
	if diff := cmp.Diff([]string{"By", "Ilka", "Sorensdotter"}, rest); diff != "" {
		t.Error(diff)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"Sept. 23, 2023 2.05 pm EST", "2023-09-23T14:05Z", "31/12/1999 +03:00", "12 of may 2000", "вторник 2024年5月14日12:20 (gmt -4) (x)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := Parse(s)
		if !ok {
			return
		}
		again, ok := Parse(d.String())
		if !ok || again.String() != d.String() {
			t.Fatalf("%q is read as %s, which is read as %s", s, d, again)
		}
	})
}

func BenchmarkScan(b *testing.B) {
	words := strings.Fields("The head of the port said on Monday that nine ships would sail in the course of the week")
	for b.Loop() {
		Scan(words)
	}
}
