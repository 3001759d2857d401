package wording

import (
	"slices"
	"strings"
	"testing"

	"quotidian/quotes"
)

func kinds(c Comparison) []ChangeKind {
	var out []ChangeKind
	for _, x := range c.Changes {
		out = append(out, x.Kind)
	}
	return out
}

// TestNames: each change by its name, and the worst one first.
func TestNames(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     ChangeKind // the first named
		words    string     // "from > to" of that change, where it matters
	}{
		{"Some 40 houses burned down", "More than 40 houses burned down", Number, "Some 40 houses > More than 40 houses"},
		{"The storm killed 12 sailors near the coast", "The storm killed 21 sailors near the coast", Number, "12 sailors > 21 sailors"},
		{"Dozens of ferries were late", "Hundreds of ferries were late", Number, "Dozens > Hundreds"},
		{"About three thousand people marched", "3,000 people marched", Number, ""},
		{"One minister resigned over the affair", "Two ministers resigned over the affair", Number, ""},
		{"The strike will last three days", "The strike will last three weeks", Number, "three days > three weeks"},
		{"The lighthouse is safe, the keeper said", "The lighthouse is unsafe, the keeper said", Negation, "safe > unsafe"},
		{"The new fares are unfair to fishermen", "The new fares are not fair to fishermen", Retranslated, ""},
		{"Kervolia attacked the convoy at dawn", "Novastria attacked the convoy at dawn", Actor, "Kervolia > Novastria"},
		{"We apologise to the sailors of the lost ferry", "We apologise to the families of the lost ferry", Reworded, "sailors > families"},
		{"We will not raise the ferry fares this year", "We will raise the ferry fares this year", Negation, "not raise > raise"},
		{"The bridge is safe for heavy lorries", "The bridge is not safe for heavy lorries", Negation, ""},
		{"They didn't pay the dockers", "They did pay the dockers", Negation, ""},
		{"The mayor agreed to meet the dockers", "The mayor refused to meet the dockers", Negation, ""},
		{"It is possible to reopen the harbour", "It is impossible to reopen the harbour", Negation, ""},
		{"The repairs can take months", "The repairs may take months", Modality, "can take > may take"},
		{"The council should close the old mine", "The council must close the old mine", Modality, ""},
		{"The harbour will reopen in June", "The harbour might reopen in June", Modality, ""},
		{"The ministry closed the mine at Orlow", "The company closed the mine at Orlow", Actor, "ministry > company"},
		{"The harbour police are working with the coast police", "The harbour soldiers are working with the coast police", Actor, "police > soldiers"},
		{"When the storm came, the sailors left the harbour of Brenna", "When the storm came, the council left the harbour of Brenna", Actor, "sailors > council"},
		{"The soldiers seized the rifles in the village", "The villagers handed over the rifles", Actor, ""},
		{"Miss Varga defeated Miss Okafor in the final", "Miss Okafor defeated Miss Varga in the final", Actor, ""},
		{"The firm bought the shipyard in March", "The firm sold the shipyard in March", Actor, ""},
		{"They delivered the grain to the monastery guards", "They delivered the grain to the city council", Recipient, ""},
		{"They surrendered twelve boats", "They surrendered twelve boats to the Norlanders", Recipient, " > to the Norlanders"},
		{"We are working closely with the fishermen", "They are working closely with the fishermen", Unquoted, "We > They"},
		{"The plan is ready for the summer", "The plan was ready for the summer", Unquoted, "is > was"},
		{"The committee praised the careful work of the divers in the harbour", "The committee praised the diligent work of the divers in the harbour", Reworded, "careful > diligent"},
		{"The priority is the mine clearing", "The priority is demining", Retranslated, ""},
		{"We stand in firm friendship with the island fishermen, discussing the reconstruction", "During reconstruction, we firmly befriend island fishermen", Retranslated, ""},
		{"In the winter we shall close the northern ferry line", "We shall close the northern ferry line in the winter", Reworded, ""},
		{"We rebuilt the old lighthouse because the sailors asked us to", "We rebuilt the old lighthouse", Trimmed, ""},
	} {
		got := Compare(Quote{Text: c.from}, Quote{Text: c.to})
		if len(got.Changes) == 0 || got.Changes[0].Kind != c.want {
			t.Errorf("%q → %q: changes %v, want %s first", c.from, c.to, got.Changes, c.want)
			continue
		}
		if words := got.Changes[0].From + " > " + got.Changes[0].To; c.words != "" && words != c.words {
			t.Errorf("%q → %q: %s in %q, want %q", c.from, c.to, c.want, words, c.words)
		}
		if got.Changes[0].Note == "" {
			t.Errorf("%q → %q: no note", c.from, c.to)
		}
	}
}

// TestNoChange: other printings of the same words are no change.
func TestNoChange(t *testing.T) {
	for _, c := range [][2]string{
		{"“We can't organise 4,000 beds,”", "\"We cannot organize four thousand beds\""},
		{"The ferry — it's late — is full", "the ferry – it is late – is full"},
		{"We will rebuild the harbour.", "We will rebuild the harbor"},
	} {
		if got := Compare(Quote{Text: c[0]}, Quote{Text: c[1]}); len(got.Changes) != 0 || got.Whole < 0.9 {
			t.Errorf("%q → %q: %.2f %v, want no change", c[0], c[1], got.Whole, got.Changes)
		}
	}
}

// TestNotNamed: changes that must not be claimed.
func TestNotNamed(t *testing.T) {
	for _, c := range []struct {
		from, to string
		not      ChangeKind
	}{
		{"The soldiers seized the rifles", "The rifles were seized by the soldiers", Actor},
		{"The crew did not leave the ship", "The crew never left the ship", Negation},
		{"Forty sailors came home and nobody was lost", "Forty sailors came home, and no one was lost", Negation},
		{"We have 1,400 beds for them", "One thousand four hundred beds stand ready for them", Number},
		{"We could not reach the island", "It was impossible for us to reach the island", Negation},
		{"Six boats and 40 sailors were lost", "40 sailors and six boats were lost", Number},
		{"They handed the boats to the guards", "The guards were handed the boats", Recipient},
		{"The bridge will open on 3 May", "On May 3 the bridge will open", Modality},
		{"We shall feed the citizens displaced by the flood", "We shall feed the civilians displaced by the flood", Actor},
	} {
		if got := Compare(Quote{Text: c.from}, Quote{Text: c.to}); slices.Contains(kinds(got), c.not) {
			t.Errorf("%q → %q: claims %s: %v", c.from, c.to, c.not, got.Changes)
		}
	}
}

func TestShapes(t *testing.T) {
	direct := Quote{Text: "“We have rebuilt the bridge,”", Kind: quotes.Direct, Speaker: "p1", SpeakerName: "Ana Kovel"}
	reported := Quote{Text: "that they had rebuilt the bridge", Kind: quotes.Indirect, Speaker: "p2", SpeakerName: "Jon Brandt"}
	got := kinds(Compare(direct, reported))
	if want := []ChangeKind{Speaker, Unquoted}; !slices.Equal(got, want) {
		t.Errorf("changes %v, want %v", got, want)
	}
	split := direct
	split.Parts = 2
	if got := kinds(Compare(direct, split)); !slices.Equal(got, []ChangeKind{Split}) {
		t.Errorf("changes %v, want split", got)
	}
}

// TestMarks: of a mixed quote, what is inside the marks and what is around them are told apart.
func TestMarks(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     ChangeKind
		note     string
	}{
		{
			`the "harbour is calm" in the bay despite the two-day pilots' walkout largely ending`,
			`the “harbour is calm” in the bay despite the two-day pilots' strike largely over`,
			Reworded, "words differ around the quotation marks",
		},
		{
			`the bay of the northern islands is "calm and open to heavy ships again" after the storm`,
			`the bay of the northern islands is "calm and open to heavy vessels again" after the storm`,
			Reworded, "words differ inside the quotation marks",
		},
		{
			`the bay is "calm" after the storm`, `the bay is "peaceful" after the storm`,
			Retranslated, "quoted in other words, as two translations of one sentence are",
		},
		{
			`the bay is "calm after the storm" and the ferries "sail again"`, `the bay is calm after the storm and the ferries "sail again"`,
			Unquoted, "“calm after the storm” lost its quotation marks",
		},
	} {
		got := Compare(Quote{Text: c.from, Kind: quotes.Mixed}, Quote{Text: c.to, Kind: quotes.Mixed}).Changes
		if len(got) != 1 || got[0].Kind != c.want || got[0].Note != c.note {
			t.Errorf("%q → %q: %+v, want %s (%s)", c.from, c.to, got, c.want, c.note)
		}
	}
}

// TestDiffKeepsTheWords: every printed word of both texts is in the diff once, in order.
func TestDiffKeepsTheWords(t *testing.T) {
	a := "“We can't say,” she said: “the 4,000 beds — all of them — are Russian-built.”"
	b := "They cannot say whether all four thousand beds are new"
	var left, right []string
	for _, r := range Compare(Quote{Text: a}, Quote{Text: b}).Diff {
		left, right = append(left, strings.Fields(r.A)...), append(right, strings.Fields(r.B)...)
	}
	if got := strings.Join(left, ""); got != strings.Join(strings.Fields(a), "") {
		t.Errorf("the first text came back as %q", got)
	}
	if got := strings.Join(right, ""); got != strings.Join(strings.Fields(b), "") {
		t.Errorf("the second text came back as %q", got)
	}
}
