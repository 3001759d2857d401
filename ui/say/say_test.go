package say

import (
	"testing"
	"time"

	"quotidian/articles"
)

func in(t *testing.T, l Language) {
	t.Helper()
	if err := Use(l); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := Use(English); err != nil {
			t.Fatal(err)
		}
	})
}

func TestNumbersAndDates(t *testing.T) {
	day := time.Date(2026, 5, 12, 14, 5, 0, 0, time.UTC)
	check := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	check(N(1234567, "outlet"), "1,234,567 outlets")
	check(N(1, "outlet"), "1 outlet")
	check(Number(-1234), "-1,234")
	check(Published(articles.Date{}), "undated")
	check(Published(articles.Date{Time: day}), "12 May 2026")
	check(Published(articles.Date{Time: day, Clock: true}), "12 May 2026, 14:05 UTC")
	in(t, German)
	check(N(1234567, "outlet"), "1.234.567 Medien")
	check(N(1, "outlet"), "1 Medium")
	check(Day(day), "12. Mai 2026")
	check(T("Theme: %s", T("dark")), "Darstellung: dunkel")
	check(German.Name()+System.Name(), "DeutschWie das System")
}

func TestEnglishComesBack(t *testing.T) {
	in(t, German)
	in(t, English)
	if got := T("Statements") + N(2, "article"); got != "Statements2 articles" {
		t.Errorf("%q", got)
	}
}

// TestLongestDay: columns of dates are as wide as the longest month of the language needs.
func TestLongestDay(t *testing.T) {
	in(t, German)
	if got := LongestDay() + "|" + LongestMoment(); got != "28. Febr. 2028|28. Febr. 2028, 20:58" {
		t.Error(got)
	}
	in(t, English)
	if got := LongestDay(); got != "28 Mar 2028" {
		t.Error(got, "is not the broadest")
	}
}
