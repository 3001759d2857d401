package dossier

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// story is a text long enough to be recognised, with one quote in it.
func story(opening string) string {
	var b strings.Builder
	b.WriteString(opening + "\n\"The ferry will sail again on Monday,\" said Dana Orlova.\n")
	for i := range 60 {
		fmt.Fprintf(&b, "The %s %s lay at the %s pier. ", madeUp(uint64(31*i)), madeUp(uint64(57*i+9)), madeUp(uint64(i)))
	}
	return b.String()
}

// TestSources: an agency's text counts once, whoever carries it and whether or not he says so; a report in other words
// counts for itself.
func TestSources(t *testing.T) {
	d := newDossier(t)
	defer d.Close()
	credited := art("Night Train", "2031-05-05", story("Late news."))
	credited.Outlet.Origin = "Norvald Press"
	mustAdd(t, d, art("Daily Rail", "2031-05-04", story("A first look.")), credited,
		art("Hill Gazette", "2031-05-06", "Our own man was there. \"The ferry will sail again on Monday,\" said Dana Orlova. Gulls were seen."))
	s, err := d.Statement(find(t, d, "ferry").ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Sources(); len(s.Outlets) != 3 || !slices.Equal(got, []string{"Norvald Press", "Hill Gazette"}) {
		t.Errorf("%d outlets, sources %q", len(s.Outlets), got)
	}
	var texts []string
	for _, a := range s.Appearances {
		texts = append(texts, a.Article.Outlet.Name+"<"+a.TextOf)
	}
	if !slices.Equal(texts, []string{"Daily Rail<", "Night Train<Daily Rail", "Hill Gazette<"}) {
		t.Errorf("whose text: %q", texts)
	}
}

// TestCredited: of copies of one day the one that the others credit is the source, and so it is of a report in other words; who names an
// outlet for anything else has its own.
func TestCredited(t *testing.T) {
	d := newDossier(t)
	defer d.Close()
	said := "He told her so in an interview with Meridian. "
	mustAdd(t, d, art("Dawn", "2031-05-04", story(said)), art("Meridian", "2031-05-04", story(said)), art("Tide", "2031-05-04", story(said)),
		art("Courier", "2031-05-04", "A talk of the week, as Meridian reports.\n\"The ferry will sail again on Monday,\" said Dana Orlova."),
		art("Hill Gazette", "2031-05-04", "The bell of the Meridian rang.\n\"The ferry will sail again on Monday,\" said Dana Orlova. Gulls were seen."))
	s, err := d.Statement(find(t, d, "ferry").ID)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := s.Sources(), []string{"Meridian", "Hill Gazette"}; len(s.Outlets) != 5 || !slices.Equal(got, want) {
		t.Errorf("sources %q, want %q", got, want)
	}
}

// TestTextOfNobody: outlets that print one text and credit nobody rest on a source that is not known, whoever was first. Agencies that one
// of them credits without a name are said to have none.
func TestTextOfNobody(t *testing.T) {
	d := newDossier(t)
	defer d.Close()
	mustAdd(t, d, art("Tide", "2031-05-04", story("A first look.")), art("Night Train", "2031-05-06", story("Late news.")))
	s, err := d.Statement(find(t, d, "ferry").ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Sources(); !s.OneSource() || !slices.Equal(got, []string{"unknown (one text in Tide, Night Train)"}) || s.Appearances[1].TextOf != "Tide" {
		t.Errorf("sources %q, the second prints the text of %q", got, s.Appearances[1].TextOf)
	}
	unnamed := art("Dawn", "2031-05-07", story("Later still."))
	unnamed.Outlet.Origin = "agencies"
	mustAdd(t, d, unnamed)
	if s, err = d.Statement(s.ID); err != nil || !s.OneSource() || !slices.Equal(s.Sources(), []string{"unnamed agencies"}) {
		t.Errorf("sources %q, %v", s.Sources(), err)
	}
	other := art("Courier", "2031-05-07", "A talk of the week.\n\"The ferry will sail again on Monday,\" said Dana Orlova.")
	other.Outlet.Origin = "agencies"
	mustAdd(t, d, other)
	if s, err = d.Statement(s.ID); err != nil || s.OneSource() || !slices.Equal(s.Sources(), []string{"unnamed agencies"}) {
		t.Errorf("in other words: sources %q, of which one %v, %v", s.Sources(), s.OneSource(), err)
	}
}

// TestQuotedAtLength: two reports that quote one long finding and share no words of their own are two.
func TestQuotedAtLength(t *testing.T) {
	var finding strings.Builder
	for i := range 60 {
		fmt.Fprintf(&finding, "the %s %s lay at the %s pier and ", madeUp(uint64(31*i)), madeUp(uint64(57*i+9)), madeUp(uint64(i)))
	}
	said := "\n\"The court finds that " + finding.String() + "that the ferry will sail,\" said Dana Orlova.\n"
	d := newDossier(t)
	defer d.Close()
	mustAdd(t, d, art("Tide", "2031-05-04", "The judges spoke at noon in a hall without windows."+said+"Outside, fishermen sang and threw their caps into the fountain of the old market square."),
		art("Dawn", "2031-05-05", "A verdict came late for the islands, and few had waited for it."+said+"The mayor went home on foot; his driver had taken the wrong bridge that morning."))
	s, err := d.Statement(find(t, d, "ferry").ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Sources(); len(s.Outlets) != 2 || !slices.Equal(got, []string{"Tide", "Dawn"}) {
		t.Errorf("%d outlets, sources %q", len(s.Outlets), got)
	}
}

// TestOwnSource: an agency, its copy and a relay of it are one source.
func TestOwnSource(t *testing.T) {
	var itself, copied, relayed Appearance
	itself.Article.Outlet.Name = "Norvald Press"
	copied.Article.Outlet.Name, copied.Article.Outlet.Origin = "Dawn", "Norvald Press"
	relayed.Article.Outlet.Name, relayed.Via = "Tide", []string{"Norvald Press", "Ferry Radio"}
	for _, a := range []Appearance{itself, copied, relayed} {
		var p printing
		if p.take(&a); p.source() != "Norvald Press" {
			t.Errorf("%s rests on %s", a.Article.Outlet.Name, p.source())
		}
	}
}

// TestSourceNames: an agency that cites itself as such is the outlet of that name; a paper's Sunday edition is not the paper.
func TestSourceNames(t *testing.T) {
	s := Statement{Appearances: []Appearance{
		{RestsOn: "Meridian"}, {RestsOn: "the Meridian news agency"}, {RestsOn: "Meridian Sunday"}, {RestsOn: "Daily News"}, {RestsOn: "News Agency"},
	}}
	if got, want := s.Sources(), []string{"Meridian", "Meridian Sunday", "Daily News", "News Agency"}; !slices.Equal(got, want) {
		t.Errorf("sources %q, want %q", got, want)
	}
}

// TestSharedCredit: what credits two agencies may be the words of one of them that another credits alone, and an agency that is
// not named may be any, so they are not known to be independent.
func TestSharedCredit(t *testing.T) {
	s := Statement{Appearances: []Appearance{{RestsOn: "Reuters"}, {RestsOn: "AFP"}, {RestsOn: "Tide, The"}, {RestsOn: "AFP, Reuters"}, {RestsOn: "AFP"}}}
	if got, want := s.Sources(), []string{"Reuters, AFP", "Tide, The"}; !slices.Equal(got, want) {
		t.Errorf("sources %q, want %q", got, want)
	}
	s.Appearances = append(s.Appearances, Appearance{RestsOn: "unnamed agencies"})
	if got, want := s.Sources(), []string{"Reuters, AFP, unnamed agencies", "Tide, The"}; !slices.Equal(got, want) {
		t.Errorf("sources %q, want %q", got, want)
	}
}
