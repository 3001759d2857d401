package wording

import (
	"testing"

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
