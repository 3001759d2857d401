package variant

import (
	"testing"

	"quotidian/attribution"
)

// outlets gives mentions of organisations their outlets.
func outlets(ms []Mention, names ...string) []Mention {
	for i := range ms {
		ms[i].Kind, ms[i].Outlet = attribution.Organisation, names[i]
	}
	return ms
}

// TestOfAnyState: a ministry that does not say whose it is means one state's to the readers of one outlet.
func TestOfAnyState(t *testing.T) {
	ms := outlets(say("a Foreign Ministry", "b Foreign Ministry", "c Foreign Ministry", "d Harbour Council", "e Harbour Council"),
		"Marovia Today", "Varn Post", "Varn Post", "Marovia Today", "Varn Post")
	if got := groups(Join(ms, nil, nil)); got != "a, b c, d e" {
		t.Errorf("clusters %q", got)
	}
	told := []Evidence{{A: "a", B: "b", Kind: SameStatement}}
	if got := groups(Join(ms, told, nil)); got != "a b c, d e" {
		t.Errorf("with a statement: clusters %q", got)
	}
}

// TestWhoseIsAskedOnce: a body that does not say whose it is is asked about where the names here know it of one state, or where its
// outlet does.
func TestWhoseIsAskedOnce(t *testing.T) {
	ms := outlets(say("a Supreme Court", "b Israeli Supreme Court"), "Marovia Today", "Varn Post")
	if r := Join(ms, nil, nil); len(r.Proposals) != 1 {
		t.Errorf("one state: %+v", r.Proposals)
	}
	ms = append(ms, outlets(say("c Egyptian Supreme Court"), "Kesh Daily")...)
	if r := Join(ms, nil, nil); len(r.Proposals) != 0 {
		t.Errorf("two states: %+v", r.Proposals)
	}
	ms[2].Outlet = "Marovia Today"
	if r := Join(ms, nil, nil); len(r.Proposals) != 1 || r.Proposals[0].IDB != "c" {
		t.Errorf("one of its outlet: %+v", r.Proposals)
	}
}

// TestGroupsThatSayMore: the officials of a country are not those of no country, nor are the senior ones all of them.
func TestGroupsThatSayMore(t *testing.T) {
	r := Join(bodies(attribution.Group, "a Egyptian officials", "b senior Egyptian officials", "c Rights groups of Orlo", "d Egyptian Rights groups of Orlo"), nil, nil)
	if got := groups(r); got != "a, b, c, d" || len(r.Proposals) != 0 {
		t.Errorf("clusters %q, proposals %+v", got, r.Proposals)
	}
}

// TestPlacesAreAskedOnce: of a country, its capital and its government two questions are enough.
func TestPlacesAreAskedOnce(t *testing.T) {
	ms := bodies(attribution.Organisation, "a Azerbaijan", "b Baku", "c Azerbaijani government")
	r := Join(ms, nil, nil)
	if len(r.Proposals) != 2 {
		t.Errorf("proposals %+v", r.Proposals)
	}
	never := []Rule{{Verdict: Never, A: Target{Mention: r.Proposals[0].IDA}, B: Target{Mention: r.Proposals[0].IDB}}}
	if r := Join(ms, nil, never); len(r.Proposals) != 2 {
		t.Errorf("after a no: %+v", r.Proposals)
	}
}

// TestLettersOfTwoBodies: letters that a news agency is called by are not the initials of the only police here that has them.
func TestLettersOfTwoBodies(t *testing.T) {
	ms := bodies(attribution.Organisation, "a NHN", "b NHN news agency", "c Norland Harbour Network")
	if got := groups(Join(ms, nil, nil)); got != "a, b, c" {
		t.Errorf("clusters %q", got)
	}
	if got := groups(Join(ms[:2], nil, nil)); got != "a b" {
		t.Errorf("clusters %q", got)
	}
	if got := groups(Join([]Mention{ms[0], ms[2]}, nil, nil)); got != "a c" {
		t.Errorf("clusters %q", got)
	}
}

// TestLegalForms: the one form that is named with a firm's name is left out by others; of two nobody knows which.
func TestLegalForms(t *testing.T) {
	ms := bodies(attribution.Organisation, "a Norland Shipping", "b Norland Shipping Corp.", "c Norland Shipping Ltd")
	if got := groups(Join(ms[:2], nil, nil)); got != "a b" {
		t.Errorf("clusters %q", got)
	}
	if got := groups(Join(ms, nil, nil)); got != "a, b, c" {
		t.Errorf("clusters %q", got)
	}
}
