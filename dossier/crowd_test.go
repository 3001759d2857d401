package dossier

import (
	"testing"

	"quotidian/attribution"
	"quotidian/dossier/store"
)

// TestCrowds: what two polls report of "4 in 10" makes no one speaker of them, though the words are the same; a body that one
// article describes more fully is one.
func TestCrowds(t *testing.T) {
	for _, c := range []struct {
		kind  attribution.SpeakerKind
		names [2]string
		want  int
	}{
		{attribution.Group, [2]string{"4 in 10", "many voters"}, 0},
		{attribution.Group, [2]string{"Varn officials", "officials of Varn"}, 1},
		{attribution.Organisation, [2]string{"the order", "the executive order"}, 1},
	} {
		d, k := newDivision(), &corpus{}
		m := &machine{of: []int{0, 1}}
		for i, name := range c.names {
			q := &store.Quote{}
			q.ID = string(rune('a' + i))
			k.quotes = append(k.quotes, q)
			d.joined[q.ID] = store.Joined{Item: q.ID, Cluster: "a"}
			m.mentions = append(m.mentions, &mention{id: q.ID, article: q.ID, key: name, name: name, kind: c.kind})
		}
		if got := d.evidence(k, m); len(got) != c.want {
			t.Errorf("%v: %v", c.names, got)
		}
	}
}

// TestBestName: a body is shown without the words in small letters that one article prints before it, whatever is printed more.
func TestBestName(t *testing.T) {
	for _, c := range []struct {
		kind  attribution.SpeakerKind
		count map[string]int
		want  string
	}{
		{attribution.Organisation, map[string]int{"private Orlo Agency": 5, "Orlo Agency": 1}, "Orlo Agency"},
		{attribution.Organisation, map[string]int{"the ministry": 1}, "the ministry"},
		{attribution.Person, map[string]int{"Varga": 5, "Orlo Varga": 1}, "Orlo Varga"},
	} {
		if got := (&speaker{kind: c.kind}).bestName(c.count); got != c.want {
			t.Errorf("%v: %q", c.count, got)
		}
	}
}
