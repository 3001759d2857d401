package dossier

import (
	"slices"
	"strings"
	"testing"

	"quotidian/dossier/decision"
)

// samplesOf gives the samples of the one speaker of that name, each as it reads with the name in brackets.
func samplesOf(t *testing.T, d *Dossier, name string) (texts []string, samples []Sample) {
	t.Helper()
	all, err := d.Speakers()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, func(s SpeakerInfo) bool { return s.Name == name })
	if i < 0 {
		t.Fatalf("nobody is called %s", name)
	}
	found, err := d.Samples(2, all[i].ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range found[all[i].ID] {
		before, name, after := s.Cut(400)
		texts = append(texts, s.Article.Outlet.Name+": "+before+"["+name+"]"+after)
	}
	return texts, found[all[i].ID]
}

// TestSamples: of a speaker the sentences are shown that print the name, the earliest first, each of another outlet where there is
// one, and no text twice.
func TestSamples(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d,
		art("Hill Gazette", "2031-05-06", "The minister spoke late. “Nobody will pay for the quay,” said Dana Orlova."),
		art("Tide", "2031-05-03", "Dana Orlova, who runs the port of Brun, came at noon.\n\nIt rained. It was cold.\n\n“The harbour opens on Monday,” said Orlova."),
		art("Tide", "2031-05-04", "“The harbour will close again,” said Dana Orlova."),
		art("Dawn Herald", "2031-05-05", "“The harbour will close again,” said Dana Orlova."))
	one := []string{decision.Ref(decision.ToName, decision.Key("Orlova")), decision.Ref(decision.ToName, decision.Key("Dana Orlova"))}
	if _, err := d.Decide(decision.Decision{Kind: decision.Same, Targets: one}); err != nil {
		t.Fatal(err)
	}
	got, samples := samplesOf(t, d, "Dana Orlova")
	want := []string{
		"Tide: [Dana Orlova], who runs the port of Brun, came at noon. … “The harbour opens on Monday,” said Orlova.",
		"Hill Gazette: “Nobody will pay for the quay,” said [Dana Orlova].",
	}
	if !slices.Equal(got, want) {
		t.Errorf("samples\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	a, err := d.Article(samples[0].Article.ID)
	if err != nil || !slices.ContainsFunc(a.Appearances, func(x Appearance) bool { return x.Quote == samples[0].Quote }) {
		t.Errorf("quote %s is not in its article, %v", samples[0].Quote, err)
	}
	if found, err := d.Samples(2, "p-nobody"); err != nil || len(found["p-nobody"]) > 0 {
		t.Errorf("of nobody %v, %v", found, err)
	}
}

// TestNameStandsAlone: a name inside a longer word is none.
func TestNameStandsAlone(t *testing.T) {
	text := "Orlovas are many. Mayor Orlov came."
	p := &page{text: text}
	if at := p.find("Orlov", 0, len(text)); at != strings.Index(text, "Orlov came") {
		t.Errorf("found at %d", at)
	}
	if at := p.find("Orlo", 0, len(text)); at >= 0 {
		t.Errorf("a part of a word is found at %d", at)
	}
}

func TestSampleIsCutAroundTheName(t *testing.T) {
	long := strings.Repeat("kelp and ", 60)
	for _, c := range []struct {
		s            Sample
		most         int
		want         string
		begins, ends string
	}{
		{s: Sample{Before: "said ", Name: "Orlo", After: "."}, most: 50, want: "said Orlo."},
		{s: Sample{Before: long, Name: "Orlo", After: " said."}, most: 60, begins: "… ", ends: "and Orlo said."},
		{s: Sample{Before: long, Name: "Orlo", After: " " + long}, most: 60, begins: "… ", ends: " …"},
		{s: Sample{Name: long}, most: 20, begins: "kelp", ends: "…"},
		{s: Sample{After: long}, most: 20, begins: "kelp", ends: " …"},
	} {
		before, name, after := c.s.Cut(c.most)
		got := before + name + after
		if c.want != "" && got != c.want || !strings.HasPrefix(got, c.begins) || !strings.HasSuffix(got, c.ends) {
			t.Errorf("cut to %q", got)
		}
		if n := len([]rune(got)); n > c.most+4 {
			t.Errorf("%d characters of %d: %q", n, c.most, got)
		}
	}
}
