package charts

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"quotidian/attribution"
	"quotidian/dossier"
)

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// TestBucketsCountEachOnce: whatever the stretch of time, every statement is in one bar and there are not too many.
func TestBucketsCountEachOnce(t *testing.T) {
	for name, last := range map[string]time.Time{
		"a day": day(2026, 5, 12), "a month": day(2026, 6, 11), "two years": day(2028, 5, 11), "a century": day(2126, 5, 12),
	} {
		first := []time.Time{day(2026, 5, 12), day(2026, 5, 12), last}
		sum := 0
		buckets := Over(first)
		for _, b := range buckets {
			sum += b.Count
		}
		if sum != 3 || len(buckets) > 110 || name == "a month" && len(buckets) != 31 {
			t.Errorf("%s: %d statements in %d bars", name, sum, len(buckets))
		}
	}
	if Over(nil) != nil {
		t.Error("bars without statements")
	}
}

func TestPlots(t *testing.T) {
	test.NewTempApp(t)
	d := &Data{
		Quotes: 4, ByKind: [3]int{2, 1, 1}, First: []time.Time{day(2026, 5, 12)}, Undated: 2,
		Speakers: []Row{{Name: "Mirel <Danko>\u202e", Quotes: 3, Parts: map[string]int{"Post": 2, "Courier": 1}}},
		Outlets:  []Row{{Name: "Post", Quotes: 3, ByKind: [3]int{2, 1, 0}}, {Name: "Courier", Quotes: 1, ByKind: [3]int{0, 0, 1}}},
	}
	all := Plots(d)
	for _, p := range all {
		for _, b := range p.Bars {
			if b.X < 0 || b.Y < 0 || b.X+b.W > p.Width+1 || b.Y+b.H > p.Height+1 {
				t.Errorf("%s: bar %+v lies outside", p.Title, b)
			}
		}
	}
	var svg strings.Builder
	if err := WriteSVG(&svg, all[0]); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Mirel &lt;Danko&gt;[U+202E], Post: 2 quotes", "<svg ", "</svg>"} {
		if !strings.Contains(svg.String(), want) {
			t.Errorf("the picture lacks %q", want)
		}
	}
	if p := timePlot(&Data{Undated: 2}); !slices.ContainsFunc(p.Labels, func(l Label) bool { return strings.Contains(l.Text, "undated: 2 statements") }) {
		t.Errorf("nothing says why no day is shown: %v", p.Labels)
	}
	for _, p := range Plots(&Data{}) {
		if len(p.Labels) < 2 {
			t.Errorf("%s says nothing where there is nothing to count", p.Title)
		}
	}
}

// TestPlotsSayThatTheyShowSome: a chart that has no room for all says how many of how many it shows.
func TestPlotsSayThatTheyShowSome(t *testing.T) {
	d := &Data{Quotes: 60}
	for i := range 26 {
		d.Speakers = append(d.Speakers, Row{Name: "Speaker " + strconv.Itoa(i), Quotes: 30 - i})
	}
	for i := range 20 {
		d.Outlets = append(d.Outlets, Row{Name: "Outlet " + strconv.Itoa(i), Quotes: 3})
	}
	if got := speakersPlot(d).Title; got != "Who is quoted, and by which outlets: the first 15 of 26 speakers" {
		t.Errorf("%q", got)
	}
	if got := kindsPlot(d).Title; got != "Direct and indirect speech: the first 14 of 20 outlets" {
		t.Errorf("%q", got)
	}
	d.Speakers, d.Outlets = d.Speakers[:15], d.Outlets[:2]
	if got := speakersPlot(d).Title + kindsPlot(d).Title; strings.Contains(got, "first") {
		t.Errorf("%q", got)
	}
}

// TestTimeTitle: the chart over time names the stretch that its bars stand for.
func TestTimeTitle(t *testing.T) {
	for days, want := range map[int]string{10: "Statements by the day they were first printed", 200: "Statements by the month they were first printed", 4000: "Statements by the year they were first printed"} {
		from := time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC)
		if got := timeTitle(Over([]time.Time{from, from.AddDate(0, 0, days)})); got != want {
			t.Errorf("%d days: %q, want %q", days, got, want)
		}
	}
}

// source is a dossier of one article.
type source struct {
	page     dossier.ArticlePage
	speakers []dossier.SpeakerInfo
}

func (s *source) EachArticle() iter.Seq2[dossier.ArticlePage, error] {
	return func(yield func(dossier.ArticlePage, error) bool) { yield(s.page, nil) }
}

func (s *source) Speakers() ([]dossier.SpeakerInfo, error) { return slices.Clone(s.speakers), nil }

// TestNamesakesAreTold: two people of one name are two rows with what tells them, groups called the same are one.
func TestNamesakesAreTold(t *testing.T) {
	said := func(speaker dossier.SpeakerID, name string) dossier.Appearance {
		return dossier.Appearance{Speaker: speaker, SpeakerAs: name, Statement: dossier.StatementID(speaker)}
	}
	src := &source{
		page: dossier.ArticlePage{Appearances: []dossier.Appearance{
			said("p-1", "Orlo"), said("p-1", "Orlo"), said("p-2", "Orlo"), said("p-3", "police"), said("p-4", "police"), said("p-4", "police"), said("", ""),
		}},
		speakers: []dossier.SpeakerInfo{
			{ID: "p-4", Name: "police", Kind: attribution.Group},
			{ID: "p-3", Name: "police", Kind: attribution.Group},
			{ID: "p-1", Name: "Orlo", Roles: []string{"mayor"}},
			{ID: "p-2", Name: "Orlo"},
			{ID: "p-5", Name: "Orlo"},
		},
	}
	src.page.Outlet.Name = "Post"
	d, err := Count(t.Context(), src, func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	want := []Row{
		{Name: "police", Quotes: 3, Parts: map[string]int{"Post": 3}},
		{Name: "Orlo (mayor)", Quotes: 2, Parts: map[string]int{"Post": 2}},
		{Name: "Orlo (2)", Quotes: 1, Parts: map[string]int{"Post": 1}},
	}
	if diff := cmp.Diff(want, d.Speakers); diff != "" {
		t.Error(diff)
	}
}
