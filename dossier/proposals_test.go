package dossier

import (
	"slices"
	"strings"
	"testing"

	"quotidian/matching/wording"
)

// TestContradictions: two statements that may be one and name different numbers are offered with what they disagree
// about.
func TestContradictions(t *testing.T) {
	d := newDossier(t)
	defer d.Close()
	mustAdd(t, d,
		art("Dawn Herald", "2031-05-04", "Dana Orlova said that 40 houses burned in the night."),
		art("Tide", "2031-05-05", "Dana Orlova said that the fire took 60 houses in one night."))
	all, err := d.Proposals()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, func(p Proposal) bool { return p.Kind == "statement" && strings.Contains(p.NameA+p.NameB, "60") })
	if i < 0 {
		t.Fatalf("the two are not offered: %+v", all)
	}
	p := all[i]
	if !p.Disagrees() || p.Changes[0].Kind != wording.Number {
		t.Errorf("changes %+v", p.Changes)
	}
	if !slices.ContainsFunc(p.Reasons, func(r Reason) bool { return !r.For && strings.Contains(r.Text, "60 houses") }) {
		t.Errorf("reasons %+v", p.Reasons)
	}
}

// TestHeadline: lists show what was said first, not what an outlet made of it, and not a piece of it where another
// outlet has it whole.
func TestHeadline(t *testing.T) {
	d := newDossier(t)
	defer d.Close()
	mustAdd(t, d,
		art("Tide", "2031-05-03", "“The harbour of Brun will be opened,” said Dana Orlova."),
		art("Dawn Herald", "2031-05-04", "“The harbour of Brun will be opened to grain ships on Monday,” said Dana Orlova."),
		art("Hill Gazette", "2031-05-06", "“I tell you that the harbour of Brun may be opened to all grain ships on Monday morning,” said Dana Orlova."))
	if got := find(t, d, "harbour").Text; got != "“The harbour of Brun will be opened to grain ships on Monday,”" {
		t.Errorf("the list shows %s", got)
	}
}

// TestFirstText: who was first goes with what he printed, where that is not what stands for the statement.
func TestFirstText(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d,
		art("Dawn Herald", "2031-05-04", "“The harbour of Brun will be opened to grain ships on Monday,” said Dana Orlova."),
		art("Tide", "2031-05-03", "“The harbour of Brun will be opened,” said Dana Orlova."))
	first := func() (string, string) {
		s, err := d.Statement(find(t, d, "harbour").ID)
		if err != nil {
			t.Fatal(err)
		}
		return s.FirstOutlet + ": " + s.FirstText(), s.FirstOtherwise()
	}
	if got, other := first(); got != "Tide: “The harbour of Brun will be opened,”" || other == "" {
		t.Errorf("%s, in other words %q", got, other)
	}
	mustAdd(t, d, art("Hill Gazette", "2031-05-03", "“The harbour of Brun will be opened to grain ships on Monday,” said Dana Orlova."))
	if got, other := first(); !strings.Contains(got, "grain ships") || other != "" {
		t.Errorf("%s, in other words %q", got, other)
	}
}

// TestReview: what asks for a look can be listed alone, and says why.
func TestReview(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, art("Tide", "2031-05-03", "“The harbour of Brun will be opened to grain ships on Monday morning,” said Dana Orlova."),
		art("Dawn", "2031-05-03", "“The harbour of Brun will be opened to grain ships on Monday morning,” said Irena Halmos."),
		art("Post", "2031-05-03", "“Two gulls sat on the fountain all night,” said Bela Kesh."))
	rows := rowsOf(t, d, Filter{Review: true})
	if len(rows) != 1 || rows[0].Review() != "its quotes are given to different speakers" {
		t.Errorf("%+v", rows)
	}
	for _, r := range rowsOf(t, d, Filter{}) {
		if (r.Review() != "") != r.NeedsReview {
			t.Errorf("%s: %q", r.Text, r.Review())
		}
	}
}

// TestTwoWitnesses: two people who tell one event and name different numbers are held against each other; two who merely
// say much the same are not.
func TestTwoWitnesses(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d,
		art("Post", "2031-05-04", "“Two men in harbour jackets came to our door at midnight,” said Irena Halmos. “The ferry left the old pier before the storm,” said Irena Halmos."),
		art("Courier", "2031-05-05", "“Three men in harbour jackets came to our door at midnight,” said Dana Orlova. “A ferry went off from the old pier before the storm,” said Dana Orlova."),
	)
	all, err := d.Proposals()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 1 || !all[0].Disagrees() || all[0].Changes[0].Kind != wording.Number {
		t.Errorf("proposals %+v, want the two numbers alone", all)
	}
}
