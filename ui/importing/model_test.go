package importing

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"quotidian/articles"
	"quotidian/articles/fetch"
	"quotidian/dossier"
	"quotidian/ui/look"
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

// TestLedgerTellsWhatWasMisread: an article that came in all the same stands there with what could not be read of it.
func TestLedgerTellsWhatWasMisread(t *testing.T) {
	var l Ledger
	b := balance(1, 0)
	b.Misread = []articles.Fault{{Path: "a#1", Reason: `"2024-13-45" does not name one day; the article is undated`}}
	l.Record(dossier.Progress{Balance: b, Path: "a#1"})
	b.Added, b.Found = 2, 2
	l.Record(dossier.Progress{Balance: b, Path: "a#2"})
	got, _ := l.Take()
	if want := []Entry{{"a#1", Added, b.Misread[0].Reason}, {"a#2", Added, ""}}; !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}

func TestModel(t *testing.T) {
	var m Model
	m.Begin(nil)
	m.Add([]Entry{{"a", Added, ""}, {"b", Faulty, "broken"}}, dossier.Progress{})
	m.Only(true)
	m.Add([]Entry{{"c", Added, ""}, {"d", Faulty, "broken"}}, dossier.Progress{})
	if m.Len() != 2 || m.Row(1).Path != "d" {
		t.Errorf("faults only: %d", m.Len())
	}
	m.Only(false)
	faults := []articles.Fault{{Path: "b#1"}, {Path: "b#2"}, {Path: "clipboard 1"}, {Path: "d"}}
	m.End(balance(2, 0, faults...), nil)
	if m.Running || m.Row(0).Outcome != Faulty || m.Row(3).Path != "c" {
		t.Errorf("at the end: %+v first", m.Row(0))
	}
	if got := m.Retry(); !slices.Equal(got, []string{"b", "d"}) {
		t.Errorf("retry %q", got)
	}
}

// TestModelReckons: how long the reading takes is said where the share that is read is known, and never of the joins.
func TestModelReckons(t *testing.T) {
	var m Model
	m.Begin(nil)
	for i := range 101 {
		m.Add(nil, dossier.Progress{Done: float64(i) / 400})
		m.Reckon(time.Duration(i) * 100 * time.Millisecond)
	}
	if !m.Measured() || m.Left != 30*time.Second {
		t.Errorf("measured %v, %s left", m.Measured(), m.Left)
	}
	m.Add(nil, dossier.Progress{Done: 1, Joining: true})
	if m.Reckon(11 * time.Second); m.Measured() || m.Left != 0 {
		t.Errorf("joining: measured %v, %s left", m.Measured(), m.Left)
	}
}

// TestBoth: of files and pages together nobody knows how far it is; of pages alone it is.
func TestBoth(t *testing.T) {
	items := func(yield func(articles.Item) bool) { yield(articles.Item{Fault: &articles.Fault{}, Done: 1}) }
	n := 0
	for it := range Both(items, items) {
		if n++; it.Done != 0 {
			t.Errorf("%.1f done", it.Done)
		}
	}
	if n != 2 {
		t.Errorf("%d items", n)
	}
}

func TestAddresses(t *testing.T) {
	got := Addresses("https://a.example/x\n\n http://b.example \nhttps://a.example/x\n")
	if !slices.Equal(got, []string{"https://a.example/x", "http://b.example"}) {
		t.Errorf("%q", got)
	}
	for _, text := range []string{"", "The dam holds", "https://a.example\nThe dam holds", "https://a.example and more"} {
		if got := Addresses(text); got != nil {
			t.Errorf("%q is taken for addresses: %q", text, got)
		}
	}
}

// pages is a web of one page.
type pages map[string]string

func (p pages) Page(_ context.Context, address string) (*fetch.Page, error) {
	if body, ok := p[address]; ok {
		return &fetch.Page{URL: address, Kind: "text/html", Body: []byte(body)}, nil
	}
	return nil, errors.New("no such page")
}

func TestFetchedBalances(t *testing.T) {
	web := pages{"https://a.example/x": "<html><head><title>Gates shut</title></head><body><article><h1>Gates shut</h1><p>\"The gates stay shut,\" engineer Tomas Revik said on Friday, while the water rose in the lower streets of Selk.</p></article></body></html>"}
	var added, faults int
	for it := range Fetched(t.Context(), web, []string{"https://a.example/x", "https://a.example/gone"}) {
		if it.Fault != nil {
			faults++
		} else {
			added++
		}
	}
	if added != 1 || faults != 1 {
		t.Errorf("%d articles, %d faults", added, faults)
	}
}

// TestMisreadIsSeen: an article of which something could not be read stands after the faults and is not green.
func TestMisreadIsSeen(t *testing.T) {
	var m Model
	m.Begin(nil)
	m.Add([]Entry{{Path: "a", Outcome: Added}, {Path: "b", Outcome: Added, Reason: "named .pdf, but it is none: read as text"}, {Path: "c", Outcome: Faulty, Reason: "the file is empty"}}, dossier.Progress{})
	m.End(dossier.Balance{}, nil)
	for i, want := range []string{"c", "b", "a"} {
		if got := m.Row(i).Path; got != want {
			t.Errorf("row %d is %s, want %s", i, got, want)
		}
	}
	if e := m.Row(1); tag(&e).Ground != look.Notable {
		t.Error("what was misread is green")
	}
}

// TestCancelledSaysSo: of an import that did not come to its end it is not said that everything is there, but what is missing and how
// to go on; of one that did, it is.
func TestCancelledSaysSo(t *testing.T) {
	for _, c := range []struct {
		err    error
		inputs []string
		ended  Ended
		rest   int
		says   string
	}{
		{nil, []string{"a"}, Whole, 0, "Everything found is in the dossier."},
		{context.Canceled, []string{"a", "b"}, Cancelled, 2, "32 % was read, the rest was not. What was found until then is in the dossier; “Read the rest” (g) goes on and passes over what is there."},
		{fmt.Errorf("adding: %w", context.Canceled), nil, Cancelled, 0, "32 % was read, the rest was not. What was found until then is in the dossier."},
		{errors.New("the disk is full"), []string{"a"}, Broken, 1, "32 % was read, the rest was not. What was found until then is in the dossier; “Read the rest” (g) goes on and passes over what is there."},
	} {
		v := &View{}
		v.Model.Begin(c.inputs)
		v.Model.Add(nil, dossier.Progress{Done: .325})
		v.Model.End(balance(3, 0), c.err)
		if v.Model.Ended != c.ended || len(v.Model.Rest()) != c.rest || v.State() != c.says {
			t.Errorf("%v: ended %d, rest %q, says %q", c.err, v.Model.Ended, v.Model.Rest(), v.State())
		}
		if said := strings.HasPrefix(v.Headline(), "Cancelled."); said != (c.ended == Cancelled) {
			t.Errorf("%v: headline %q", c.err, v.Headline())
		}
	}
}
