package importing

import (
	"slices"
	"testing"

	"quotidian/articles"
	"quotidian/dossier"
)

func balance(added, already int, faults ...articles.Fault) dossier.Balance {
	return dossier.Balance{Found: added + already + len(faults), Added: added, Already: already, Faults: faults}
}

func TestLedgerTellsWhatBecameOfEach(t *testing.T) {
	var l Ledger
	bad := articles.Fault{Path: "c.pdf#2", Reason: "no text in it"}
	l.Record(dossier.Progress{Balance: balance(1, 0), Path: "a"})
	l.Record(dossier.Progress{Balance: balance(1, 1), Path: "b"})
	l.Record(dossier.Progress{Balance: balance(1, 1, bad), Path: "c.pdf#2"})
	l.Record(dossier.Progress{Balance: balance(1, 1, bad), Joining: true})
	got, at := l.Take()
	want := []Entry{{"a", Added, ""}, {"b", Already, ""}, {"c.pdf#2", Faulty, "no text in it"}}
	if !slices.Equal(got, want) || !at.Joining {
		t.Errorf("%+v, %+v", got, at)
	}
	if got, _ := l.Take(); got != nil {
		t.Errorf("told twice: %+v", got)
	}
}

func TestModel(t *testing.T) {
	var m Model
	m.Begin()
	m.Add([]Entry{{"a", Added, ""}, {"b", Faulty, "broken"}}, dossier.Progress{})
	m.Only(true)
	m.Add([]Entry{{"c", Added, ""}, {"d", Faulty, "broken"}}, dossier.Progress{})
	if m.Len() != 2 || m.Row(1).Path != "d" {
		t.Errorf("faults only: %d", m.Len())
	}
	m.Only(false)
	faults := []articles.Fault{{Path: "b#1"}, {Path: "b#2"}, {Path: "clipboard 1"}, {Path: "d"}}
	m.End(balance(2, 0, faults...))
	if m.Running || m.Row(0).Outcome != Faulty || m.Row(3).Path != "c" {
		t.Errorf("at the end: %+v first", m.Row(0))
	}
	if got := m.Retry(); !slices.Equal(got, []string{"b", "d"}) {
		t.Errorf("retry %q", got)
	}
}
