package dossier

import (
	"context"
	"slices"
	"strings"
	"testing"

	"quotidian/articles"
	"quotidian/dossier/decision"
)

// bridges is a story in which somebody is called by two names that no letters join, and each outlet has its own translation.
func bridges(second string) []articles.Article {
	return []articles.Article{
		art("Selk Agency", "2031-05-04T09:00:00Z", "“We will inspect every bridge that we have built in this country, 14 bridges in all, and we will publish the results,” said Petra Venn. “The price of fish is no matter for engineers,” said Petra Venn."),
		art("Port Wire", "2031-05-04T11:00:00Z", second+" said that all 14 bridges built by the company in the country would be inspected and the results would be published. "+second+" said that the winter had been long."),
		art("Norland Times", "2031-05-05T08:00:00Z", "“We will inspect every bridge that we have built in this country,” said Ines Falk."),
		art("Hill Gazette", "", second+" said that every bridge that was built in this country will be inspected and the results published."),
	}
}

// told lists the statements as sets of outlets with their words, sorted.
func told(t *testing.T, d *Dossier) (all []string) {
	t.Helper()
	for s, err := range d.EachStatement(rowsOf(t, d, Filter{})) {
		if err != nil {
			t.Fatal(err)
		}
		var words []string
		for i := range s.Appearances {
			words = append(words, s.Appearances[i].Article.Outlet.Name+": "+s.Appearances[i].Text)
		}
		slices.Sort(words)
		all = append(all, strings.Join(words, " | "))
	}
	slices.Sort(all)
	return all
}

// TestComparedAnew: who joins two speakers gets the statements that one spelling would have given; who undoes it those from before, and
// who parts one name of two those that two would have.
func TestComparedAnew(t *testing.T) {
	one, two := newDossier(t), newDossier(t)
	mustAdd(t, one, bridges("Petra Venn")...)
	mustAdd(t, two, bridges("Sanna Orsic")...)
	joined, apart := told(t, one), told(t, two)
	if len(joined) >= len(apart) {
		t.Fatalf("%d statements of one speaker, %d of two", len(joined), len(apart))
	}
	same := decision.Decision{Kind: decision.Same, Targets: []string{"name:" + decision.Key("Petra Venn"), "name:" + decision.Key("Sanna Orsic")}}
	decide(t, two, same)
	if got := told(t, two); !slices.Equal(got, joined) {
		t.Errorf("joined by hand:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(joined, "\n"))
	}
	sound(t, two)
	if _, err := two.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := told(t, two); !slices.Equal(got, apart) {
		t.Errorf("undone:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(apart, "\n"))
	}
	if _, err := two.Redo(); err != nil {
		t.Fatal(err)
	}
	later := "Ines Falk said that nobody asked the drivers. “The bridges in this country, all 14 that we have built, will be inspected,” said "
	mustAdd(t, two, art("Valley News", "2031-05-06", later+"Sanna Orsic."))
	mustAdd(t, one, art("Valley News", "2031-05-06", later+"Petra Venn."))
	if got, want := told(t, two), told(t, one); !slices.Equal(got, want) {
		t.Errorf("after another import:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	sound(t, two)
}

// TestPartedAnew: where somebody is parted by what single articles say, the statements of the two are those of two people.
func TestPartedAnew(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, bridges("Petra Venn")...)
	before := told(t, d)
	speakers, err := d.SpeakersLike("petra venn")
	if err != nil || len(speakers) != 1 {
		t.Fatal(speakers, err)
	}
	mentions, err := d.Mentions(speakers[0])
	if err != nil {
		t.Fatal(err)
	}
	leave := Parting(mentions, func(i int) bool { return mentions[i].Article.Outlet.Name == "Port Wire" })
	decide(t, d, decision.Decision{Kind: decision.Split, Targets: leave})
	if got := told(t, d); len(got) <= len(before) || !slices.ContainsFunc(got, func(s string) bool {
		return strings.HasPrefix(s, "Port Wire: that all 14") && !strings.Contains(s, "|")
	}) {
		t.Errorf("parted:\n%s", strings.Join(got, "\n"))
	}
	sound(t, d)
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := told(t, d); !slices.Equal(got, before) {
		t.Errorf("undone:\n%s", strings.Join(got, "\n"))
	}
}

// TestAnewKeepsWhatWasSettled: what a person said of two statements holds when their speakers become one, and a name given in passing
// moves nothing.
func TestAnewKeepsWhatWasSettled(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, bridges("Sanna Orsic")...)
	decide(t, d, decision.Decision{Kind: decision.Never, Targets: []string{string(find(t, d, "inspect every bridge built venn").ID)}, Against: []string{string(find(t, d, "would be inspected").ID)}})
	before := told(t, d)
	decide(t, d, decision.Decision{Kind: decision.Rename, Targets: []string{"name:" + decision.Key("Petra Venn")}, Value: "Vice-president Venn"})
	if got := told(t, d); !slices.Equal(got, before) {
		t.Errorf("renamed:\n%s", strings.Join(got, "\n"))
	}
	decide(t, d, decision.Decision{Kind: decision.Same, Targets: []string{"name:" + decision.Key("Petra Venn"), "name:" + decision.Key("Sanna Orsic")}})
	for _, s := range told(t, d) {
		if strings.Contains(s, "Selk Agency: “We will inspect") && strings.Contains(s, "Port Wire: that all 14") {
			t.Errorf("together although a person keeps them apart: %s", s)
		}
	}
	sound(t, d)
}

// sound checks that the file holds what a fold from nothing gives.
func sound(t *testing.T, d *Dossier) {
	t.Helper()
	if found, err := d.Check(context.Background()); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
}
