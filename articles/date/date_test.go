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
	for _, s := range []string{"Sept. 23, 2023 2.05 pm EST", "2023-09-23T14:05Z", "31/12/1999 +03:00", "12 of may 2000"} {
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
