package ui

import "testing"

// TestDatesAsTheyArePrinted: a date is taken as a person reads it off a page; what could be two days is none.
func TestDatesAsTheyArePrinted(t *testing.T) {
	for typed, want := range map[string]string{
		"": "", "2024-05-14": "2024-05-14", " 14 May 2024 ": "2024-05-14", "May 14, 2024": "2024-05-14", "14. Mai 2024": "2024-05-14",
		"2024-05-14T11:20:00+03:00": "2024-05-14T11:20:00+03:00",
	} {
		if got := asDay(typed); got != want || date(typed) != nil {
			t.Errorf("%q is read as %q, %v", typed, got, date(typed))
		}
	}
	for _, typed := range []string{"03/04/2024", "soon", "14 May"} {
		if date(typed) == nil {
			t.Errorf("%q is read as %q", typed, asDay(typed))
		}
	}
}
