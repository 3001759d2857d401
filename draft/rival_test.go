package draft

import (
	"strings"
	"testing"
	"time"

	"quotidian/articles"
	"quotidian/articles/intake"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/matching/wording"
)

// story is one article of an outlet, printed so many hours after the first.
type story struct {
	outlet string
	hours  int
	text   string
}

func stories(t *testing.T, all ...story) *dossier.Dossier {
	t.Helper()
	return imported(t, func(yield func(articles.Item) bool) {
		for _, s := range all {
			a := &articles.Article{
				Path: s.outlet, Format: "text", Text: s.outlet + ", this week\n\n" + s.text + "\n", Outlet: articles.Outlet{Name: s.outlet},
				Published: articles.Date{Time: time.Date(2024, 6, 3, 9+s.hours, 0, 0, 0, time.UTC), Clock: true},
			}
			if !yield(intake.Complete(a, intake.Options{})) {
				return
			}
		}
	})
}

// TestKin: two full names that the dossier keeps apart are two people, however alike; a name that nobody else has is a spelling.
func TestKin(t *testing.T) {
	mayor := story{"Selk Courier", 0, "\"We have two cranes, and one of them stands under a wall,\" Mayor Hasan Halmos said."}
	cousin := story{"Norland Times", 20, "\"Whoever has a machine should bring it to the square,\" contractor Hakan Halmos said."}
	both := story{"Selk Courier", 0, "Mayor Hasan Halmos asked for help. \"We have two cranes, and one of them stands under a wall,\" he said.\n\n" +
		"His cousin Hakan Halmos sent two diggers. \"Whoever has a machine should bring it to the square,\" Hakan Halmos said."}
	aide := story{"Selk Courier", 0, "\"The ferry sails again in the spring, whatever the port says,\" aide Tural Hajiyev said."}
	elsewhere := story{"Varn Post", 30, "\"There is no money left for a second lighthouse,\" aide Tural Gadzhiev said."}
	body := story{"Selk Courier", 0, "\"We paint the quay in May, whatever the harbour says,\" the Halmos Foundation said."}
	other := story{"Varn Post", 20, "\"Nobody in this town will pay for a second lighthouse,\" the Harbour Foundation of Halmos said."}
	bodies := decision.Decision{Kind: decision.Never, Targets: []string{"name:" + decision.Key("Halmos Foundation")}, Against: []string{"name:" + decision.Key("Harbour Foundation of Halmos")}}
	never := decision.Decision{Kind: decision.Never, Targets: []string{"name:" + decision.Key("Hasan Halmos")}, Against: []string{"name:" + decision.Key("Hakan Halmos")}}
	quay := `"We paint the quay in May, whatever the harbour says," `
	words, ferry := `"We have two cranes, and one of them stands under a wall," `, `"The ferry sails again in the spring, whatever the port says," `
	for _, c := range []struct {
		name, draft string
		print       []story
		decided     []decision.Decision
		want        Verdict
		why, not    string
	}{
		{"one article prints both", words + "Hakan Halmos said.", []story{both}, nil, OtherSpeaker, "to Hasan Halmos, the draft to Hakan Halmos", "spells"},
		{"the other of the two", words + "Hasan Halmos said.", []story{both}, nil, Exact, "printed so by Selk Courier", "spells"},
		{"a surname may be either's", words + "Halmos said.", []story{both}, nil, Exact, "printed so by Selk Courier", "spells"},
		{"waiting", words + "Hakan Halmos said.", []story{mayor, cousin}, nil, SpeakerOpen, "whether “Hakan Halmos” and “Hasan Halmos” are one speaker waits", "spells"},
		{"kept apart by a person", words + "Hakan Halmos said.", []story{mayor, cousin}, []decision.Decision{never}, OtherSpeaker, "to Hasan Halmos", "spells"},
		{"a body of many names", quay + "the Harbour Foundation of Halmos said.", []story{body, other}, nil, SpeakerOpen, "whether the draft's speaker said it there", "spells"},
		{"bodies kept apart by a person", quay + "the Harbour Foundation of Halmos said.", []story{body, other}, []decision.Decision{bodies}, OtherSpeaker, "to Halmos Foundation", "spells"},
		{"nobody else's name", ferry + "Tural Gadzhiev said.", []story{aide}, nil, Exact, "spells the name “Tural Gadzhiev”", "waits"},
		{"another romanisation, waiting", ferry + "Tural Gadzhiev said.", []story{aide, elsewhere}, nil, Exact, "spells the name “Tural Gadzhiev”", "waits"},
	} {
		d := stories(t, c.print...)
		for _, x := range c.decided {
			if _, err := d.Decide(x); err != nil {
				t.Fatal(err)
			}
		}
		f := one(t, keep(t, d), c.draft)
		if f.Verdict != c.want || !strings.Contains(f.Why, c.why) || strings.Contains(f.Why, c.not) {
			t.Errorf("%s: %s: %s", c.name, f.Verdict, f.Why)
		}
	}
}

// TestSpellingOfTwoParts: a name whose parts are written as two words is spelled as it is spelled.
func TestSpellingOfTwoParts(t *testing.T) {
	d := keep(t, stories(t, story{"Selk Courier", 0, "\"Every day of the strike costs us two boats,\" Karim al-Varga said."}))
	if f := one(t, d, `"Every day of the strike costs us two boats," Karim al-Varga said.`); f.Verdict != Exact || strings.Contains(f.Why, "spells") {
		t.Errorf("%s: %s", f.Verdict, f.Why)
	}
	if f := one(t, d, `"Every day of the strike costs us two boats," Kareem al-Varga said.`); !strings.Contains(f.Why, "spells") {
		t.Errorf("%s: %s", f.Verdict, f.Why)
	}
}

// TestOtherMouths: who gives the draft's words to somebody else is told, first who did so before; few words are nobody's own.
func TestOtherMouths(t *testing.T) {
	said := "\"We reported that fan in March, and they painted it,\" %s said.\n\n\"No comment,\" %s said."
	by := func(who string) string { return strings.ReplaceAll(said, "%s", who) }
	d := keep(t, stories(t, story{"Selk Courier", 0, by("Otto Reinholt")}, story{"Varn Post", 8, by("Irena Halmos")}, story{"Kesh Daily", 9, by("Petra Venn")}))
	f := one(t, d, `"We reported that fan in March, and they painted it," Irena Halmos said.`)
	if f.Verdict != Exact || !strings.HasSuffix(f.Why, "; but Selk Courier gave these words to Otto Reinholt before") || len(f.Rivals) != 2 || f.Rivals[0].Changes[0].Kind != wording.Speaker {
		t.Errorf("%s: %s; %v", f.Verdict, f.Why, f.Rivals)
	}
	if lines := strings.Join(f.Lines(), "\n"); !strings.Contains(lines, "but Kesh Daily: ") || !strings.Contains(lines, "(Petra Venn)") {
		t.Error(lines)
	}
	if f := one(t, d, `"We reported that fan in March, and they painted it," Otto Reinholt said.`); !strings.HasSuffix(f.Why, "; but Varn Post gives these words to Irena Halmos") {
		t.Error(f.Why)
	}
	if f := one(t, d, `"No comment," Irena Halmos said.`); len(f.Rivals) != 0 {
		t.Errorf("%s: %v", f.Why, f.Rivals)
	}
}

// TestReadBesideNamed: where one outlet names somebody else and another leaves the speaker to its reader, the sentence before that has
// his full name decides; without it who is named by the sentence itself does.
func TestReadBesideNamed(t *testing.T) {
	words := "\"You have promised us this train for years, and I have not seen one sleeper yet,\" "
	named := story{"Varn Post", 20, words + "Artak Halmos said."}
	draft := words + "Aram Halmos said."
	for before, want := range map[string]Verdict{"Aram Halmos was not content. ": Exact, "Aram Halmos came late. Nobody was content. ": OtherSpeaker} {
		d := keep(t, stories(t, story{"Selk Courier", 0, before + words + "he said."}, named))
		f := one(t, d, draft)
		if f.Verdict != want || want == Exact && !strings.Contains(f.Why, "but Varn Post gives these words to Artak Halmos") {
			t.Errorf("%s%s: %s", before, f.Verdict, f.Why)
		}
	}
}

// TestDisputed: a number that others print otherwise is told also while it makes the machine ask whether these are two statements, and
// no more once a person said that they are.
func TestDisputed(t *testing.T) {
	said := "\"We will release 40 cubic metres of water into the canals until the end of May, and no field will be left dry,\" Minister Irena Halmos said.\n\nThe dam was built long ago."
	d := stories(t, story{"Selk Courier", 0, said}, story{"Norland Times", 1, said}, story{"Varn Post", 24, strings.Replace(strings.Replace(said, "40", "60", 1), "The dam was built long ago", "Fine words", 1)})
	draft := `"We will release 60 cubic metres of water into the canals until the end of May, and no field will be left dry," Irena Halmos said.`
	f := one(t, keep(t, d), draft)
	if f.Verdict != Exact || f.Nearest.Article.Outlet.Name != "Varn Post" || !strings.Contains(f.Why, "but Selk Courier prints it otherwise") {
		t.Errorf("%s: %s", f.Verdict, f.Why)
	}
	open, err := d.Proposals()
	if err != nil || len(open) != 1 {
		t.Fatal(open, err)
	}
	if _, err := d.Decide(decision.Decision{Kind: decision.Never, Targets: []string{open[0].A, open[0].B}}); err != nil {
		t.Fatal(err)
	}
	if f := one(t, keep(t, d), draft); len(f.Rivals) != 0 {
		t.Errorf("%s: %v", f.Why, f.Rivals)
	}
}

// TestFirstOfTheNearest: of outlets that print the same words the first is shown, also where the draft altered them.
func TestFirstOfTheNearest(t *testing.T) {
	said := "\"The bridge at Orlo will be closed to lorries for 8 weeks,\" Dana Varga said."
	d := keep(t, stories(t, story{"Anver Post", 9, said}, story{"Selk Courier", 2, said}, story{"Kesh Daily", 5, said}))
	for draft, want := range map[string]Verdict{strings.Replace(said, "8", "9", 1): Altered, said: Exact} {
		if f := one(t, d, draft); f.Verdict != want || f.Nearest.Article.Outlet.Name != "Selk Courier" {
			t.Errorf("%s, held against %s", f.Verdict, f.Nearest.Article.Outlet.Name)
		}
	}
}
