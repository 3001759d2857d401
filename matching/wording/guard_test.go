package wording

import (
	"testing"
	"time"

	"quotidian/quotes"
)

// TestGuards: what machines are often wrong about is proposed, not joined; a surer reason to join outweighs it.
func TestGuards(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b string
	}{
		{"the next entry of a list", "Turnout in the northern harbour district was 61 percent of all voters", "Turnout in the northern harbour district was 64 percent of all voters"},
		{"another model", "The Kestrel 3 harbour crane passed the safety inspection at Brenna", "The Kestrel harbour crane passed the safety inspection at Brenna"},
		{"a question", "The orchestra of Brenna will tour the northern islands in spring", "Will the orchestra of Brenna tour the northern islands in spring?"},
		{"little said", "do the right thing", "do the things right"},
		{"a slight piece", "I would like to return it", "I would like to return it because the lighthouse lamp that you delivered is cracked"},
	} {
		_, r := divide([]Quote{{ID: "1", Text: c.a}, {ID: "2", Text: c.b}}, nil, Careful)
		if len(r.Statements) != 2 || len(r.Proposals) != 1 {
			t.Errorf("%s: %d statements, %d proposals, want 2 and 1", c.name, len(r.Statements), len(r.Proposals))
		}
	}
	// Two articles that quote one speaker: somebody changed the number.
	told := []Quote{
		{ID: "1", Speaker: "moreau", Article: "a", Kind: quotes.Direct, Text: "“The storm damaged 61 houses in the old harbour district of Brenna,”"},
		{ID: "2", Speaker: "moreau", Article: "b", Kind: quotes.Direct, Text: "“The storm damaged 64 houses in the old harbour district of Brenna,”"},
	}
	if _, r := divide(told, nil, Careful); len(r.Statements) != 1 {
		t.Error("a number that one of two outlets changed keeps them apart")
	}
}

// TestParallel: what one speaker says of two things in one form stays two statements, though two articles quote one each; what
// an outlet changed in one detail is one statement.
func TestParallel(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		laterDays  int
		statements int
	}{
		{"number and name", "Our troops shot down 14 drones over the Kesh region last night", "Our troops shot down 23 drones over the Malin region last night", 0, 2},
		{"number and what it counts", "The ministry has opened 12 bridges in the province since the flood", "The ministry has opened 7 schools in the province since the flood", 0, 2},
		{"number and day", "At least 12 people died when the dam broke above the town", "At least 15 people died when the dam broke above the town", 1, 2},
		{"two names", "The president will travel to Sandmouth for talks with the unions of Varn", "The president will travel to Highmere for talks with the unions of Kesh", 0, 2},
		{"name and weekday", "The president will travel to Sandmouth on Thursday for talks", "The president will travel to Highmere on Friday for talks", 0, 2},
		{"two words of a kind", "The new hospital in the north will open its doors to everyone", "The new airport in the south will open its doors to everyone", 0, 2},
		{"a number alone", "Our troops shot down 14 drones over the Kesh region last night", "Our troops shot down 23 drones over the Kesh region last night", 0, 1},
		{"a name alone", "We will never give up Sandmouth, the city of our fathers", "We will never give up Highmere, the city of our fathers", 0, 1},
		{"a month alone", "We will open the border in May and let every lorry pass", "We will open the border in June and let every lorry pass", 0, 1},
		{"another spelling", "We met Hajiyev and Eyvazov in the north of the country", "We met Hajiev and Eivazov in the north of the country", 3, 1},
		{"both in both", "Of 12 schools and 7 bridges in Kesh and Malin all are open", "All 7 bridges and 12 schools in Malin and Kesh are open", 0, 1},
	} {
		day := time.Date(2031, 5, 12, 0, 0, 0, 0, time.UTC)
		_, r := divide([]Quote{
			{ID: "1", Speaker: "moreau", Article: "a", Kind: quotes.Direct, Text: c.a, Published: day},
			{ID: "2", Speaker: "moreau", Article: "b", Kind: quotes.Direct, Text: c.b, Published: day.AddDate(0, 0, c.laterDays)},
		}, nil, Careful)
		if len(r.Statements) != c.statements {
			t.Errorf("%s: %d statements, want %d", c.name, len(r.Statements), c.statements)
		}
		if len(r.Statements) == 2 && len(r.Proposals) != 1 {
			t.Errorf("%s: not proposed to a person", c.name)
		}
	}
}

// TestClaimed: the words of one statement, cut out as they stand, are not joined with another that they resemble.
func TestClaimed(t *testing.T) {
	qs := []Quote{
		{ID: "1", Text: "We will never agree that the island of Orlow would be nothing but a colony"},
		{ID: "2", Text: "We will never agree"},
		{ID: "3", Text: "We don't agree with this"},
	}
	got, _ := divide(qs, nil, Likely)
	if len(got) != 2 || len(got[0]) != 2 || got[0][1] != "2" {
		t.Errorf("statements %v, want 1 with 2", got)
	}
}
