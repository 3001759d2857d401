package dossier

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"quotidian/dossier/decision"
	"quotidian/matching/wording"
)

// TestFirstWordingIsTheFirstOutlets: what the first outlet prints in full is what others are held against, though it retells it in its
// lead and another outlet of that day gives no hour. A longer translation of the afternoon would hide that a "not" was dropped.
func TestFirstWordingIsTheFirstOutlets(t *testing.T) {
	lead := "Irena Halmos said that the dam at Orlo will not be closed this year. "
	said := "“We will not close the dam at Orlo this year, because forty thousand people drink from it,” said Irena Halmos."
	dropped := "“We will close the dam at Orlo this year,” said Irena Halmos."
	translated := "“This year the Orlo dam is not going to be shut by us, since there are forty thousand persons who are taking their drinking water out of it,” said Irena Halmos."
	for name, c := range map[string]struct {
		agency, shout, wire string // days
		lead                string
		first               string
	}{
		"retold in the lead":             {"2031-05-04T09:00:00Z", "2031-05-05T08:00:00Z", "2031-05-04T15:00:00Z", lead, "Selk Agency"},
		"an outlet without an hour":      {"2031-05-04T09:00:00Z", "2031-05-04", "2031-05-04T15:00:00Z", "", "Selk Agency"},
		"the wire without one":           {"2031-05-04T09:00:00Z", "2031-05-05T08:00:00Z", "2031-05-04", lead, "Selk Agency"},
		"both":                           {"2031-05-04T09:00:00Z", "2031-05-04", "2031-05-04T15:00:00Z", lead, "Selk Agency"},
		"the agency without an hour too": {"2031-05-04", "2031-05-05T08:00:00Z", "2031-05-05", lead, "Selk Agency"},
		"nobody knows the hours":         {"2031-05-04", "2031-05-05T08:00:00Z", "2031-05-04", lead, "Port Wire"},
		"nothing dated":                  {"", "", "", lead, "Port Wire"},
	} {
		d := newDossier(t)
		mustAdd(t, d, art("Selk Agency", c.agency, c.lead+said), art("Daily Shout", c.shout, dropped), art("Port Wire", c.wire, translated))
		rows := rowsOf(t, d, Filter{})
		if len(rows) != 1 {
			t.Fatalf("%s: %d statements, want 1", name, len(rows))
		}
		s, err := d.Statement(rows[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		if s.Wordings[0].Outlets[0] != c.first {
			t.Errorf("%s: %q comes first", name, s.Wordings[0].Text)
		}
		if negated := slices.Contains(rows[0].Changes, wording.Negation); negated != (c.first == "Selk Agency") {
			t.Errorf("%s: %v", name, rows[0].Changes)
		}
	}
}

// TestVerbatimInAnotherMouth: who prints the words as they were and gives them to somebody else has changed something. Who gives a bare
// surname, or names nobody that could be somebody else, has not.
func TestVerbatimInAnotherMouth(t *testing.T) {
	words := "“We reported that fan in March, and nobody did more than paint it over,” said "
	d := newDossier(t)
	mustAdd(
		t, d,
		art("Selk Agency", "2031-05-04T09:00:00Z", words+"Irena Halmos."),
		art("Port Wire", "2031-05-04T10:00:00Z", words+"Halmos."),
		art("Daily Shout", "2031-05-04T12:00:00Z", words+"Otto Brandt."),
		art("Norland Times", "2031-05-04T14:00:00Z", words+"Irena Halmos."),
	)
	rows := rowsOf(t, d, Filter{Changed: wording.Speaker})
	if len(rows) != 1 || rows[0].WordingCount != 2 || rows[0].SpeakerName != "Irena Halmos" {
		t.Fatalf("%+v", rows)
	}
	s, err := d.Statement(rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Wordings[0].Outlets; !slices.Equal(got, []string{"Selk Agency", "Port Wire", "Norland Times"}) {
		t.Errorf("%v print the first wording", got)
	}
	w := &s.Wordings[1]
	if !slices.Equal(w.Outlets, []string{"Daily Shout"}) || len(w.Changes) != 1 || w.Changes[0].From != "Irena Halmos" || w.Changes[0].To != "Otto Brandt" {
		t.Errorf("%v: %+v", w.Outlets, w.Changes)
	}
}

// TestSpeakerOnATie: of two quotes of a statement a person gave one to somebody else, and the list follows that person; of three it has
// the statement under whom most are given to.
func TestSpeakerOnATie(t *testing.T) {
	words := "“The dockers are right about the wages and wrong about the time,” said Samir Halmos."
	for n, want := range map[int]string{2: "Rania Brandt", 3: "Samir Halmos"} {
		d := newDossier(t)
		for i, outlet := range []string{"Selk Agency", "Port Wire", "Norland Times"}[:n] {
			mustAdd(t, d, art(outlet, fmt.Sprintf("2031-05-0%d", i+1), words), art(outlet, "2031-06-01", "“There is money for six weeks,” said Rania Brandt."))
		}
		s, err := d.Statement(find(t, d, "dockers").ID)
		if err != nil || len(s.Appearances) != n {
			t.Fatal(len(s.Appearances), err)
		}
		for i := range s.Appearances { // whichever of them, and so whichever id is smaller
			decide(t, d, decision.Decision{Kind: decision.Reattribute, Targets: []string{string(s.Appearances[i].Quote)}, Value: "Rania Brandt"})
			if row := find(t, d, "dockers"); row.SpeakerName != want {
				t.Errorf("quote %d of %d: under %s", i, n, row.SpeakerName)
			}
			found := 0
			for _, r := range rowsOf(t, d, Filter{Speaker: "Rania Brandt"}) {
				if strings.Contains(r.Text, "dockers") {
					found++
				}
			}
			if (found == 1) != (want == "Rania Brandt") {
				t.Errorf("quote %d of %d: %d statements under Rania Brandt", i, n, found)
			}
			if _, err := d.Undo(); err != nil {
				t.Fatal(err)
			}
		}
	}
}
