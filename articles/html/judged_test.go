package html

import (
	"os"
	"strings"
	"testing"
	"time"

	"quotidian/articles"
	"quotidian/articles/date"
)

// TestJudgedPages holds dates and outlets against what a person read on the pages. Where both know the hour, they may
// be two hours apart: pages print the last change of the first day.
func TestJudgedPages(t *testing.T) {
	raw, err := os.ReadFile("testdata/judged.tsv")
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]page{}
	for _, p := range realPages(t) {
		pages[p.id[:8]] = p
	}
	var dates, outlets, rightDates, rightOutlets int
	for line := range strings.Lines(string(raw)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		a, err := Read(pages[f[0]].raw)
		if err != nil {
			t.Fatalf("%s: %v", f[0], err)
		}
		if f[1] != "-" {
			want, ok := date.Parse(f[1])
			if !ok {
				t.Fatalf("%s: no date %q", f[0], f[1])
			}
			dates++
			if isRight(a.Published, want) {
				rightDates++
			} else {
				t.Logf("%s: %s (%s), judged %s", f[0], a.Published, a.Published.From, f[1])
			}
		}
		if f[2] != "-" {
			outlets++
			if strings.EqualFold(a.Outlet.Name, f[2]) {
				rightOutlets++
			} else {
				t.Logf("%s: %q, judged %q", f[0], a.Outlet.Name, f[2])
			}
		}
	}
	t.Logf("%d of %d dates right, %d of %d outlets", rightDates, dates, rightOutlets, outlets)
	if 100*rightDates < 95*dates || 100*rightOutlets < 95*outlets || dates < 55 {
		t.Error("fewer than 95 % right")
	}
}

func isRight(got, want articles.Date) bool {
	if got.Clock && want.Clock {
		return got.Time.Sub(want.Time).Abs() <= 2*time.Hour
	}
	return dayOf(got.Time) == dayOf(want.Time) || got.Clock && dayOf(got.Time.UTC()) == dayOf(want.Time)
}
