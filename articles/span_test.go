package articles

import (
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestRunesAgreesWithCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		r := NewRunes(text)
		for i := 0; i <= len(text); i++ {
			if i < len(text) && !utf8.RuneStart(text[i]) {
				continue
			}
			if got, want := r.Offset(i), utf8.RuneCountInString(text[:i]); got != want {
				t.Fatalf("Offset(%d) = %d, want %d in %q", i, got, want, text)
			}
		}
	})
}

func TestDateString(t *testing.T) {
	at := time.Date(2024, 5, 14, 11, 20, 0, 0, time.FixedZone("", 3*3600))
	for want, d := range map[string]Date{
		"":                          {},
		"2024-05-14":                {Time: at},
		"2024-05-14T11:20:00+03:00": {Time: at, Clock: true},
	} {
		if got := d.String(); got != want {
			t.Errorf("%+v prints %q, want %q", d, got, want)
		}
	}
}
