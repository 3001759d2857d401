package dossier

import (
	"slices"
	"testing"

	"quotidian/attribution"
	"quotidian/dossier/store"
	"quotidian/matching/wording"
	"quotidian/quotes"
)

// TestPrintedInParts: who prints both halves of a statement in two places has left nothing out; who prints one has.
func TestPrintedInParts(t *testing.T) {
	d := newDossier(t)
	mustAdd(
		t, d,
		art("Post", "2031-05-04T08:00:00Z", "“We have rebuilt the old lighthouse of Brenna. The ferry to the islands will sail again on Friday evening,” said Irena Halmos."),
		art("Courier", "2031-05-04T10:00:00Z", "“We have rebuilt the old lighthouse of Brenna,” said Irena Halmos. It rained. “The ferry to the islands will sail again on Friday evening,” said Irena Halmos."),
		art("Herald", "2031-05-04T12:00:00Z", "“The ferry to the islands will sail again on Friday evening,” said Irena Halmos."),
	)
	rows := rowsOf(t, d, Filter{})
	if len(rows) != 1 {
		t.Fatalf("%d statements, want 1", len(rows))
	}
	if want := []wording.ChangeKind{wording.Split, wording.Trimmed}; !slices.Equal(rows[0].Changes, want) {
		t.Errorf("the list says %v, want %v", rows[0].Changes, want)
	}
	s, err := d.Statement(rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range s.Wordings {
		var want []wording.ChangeKind
		switch {
		case slices.Contains(w.Outlets, "Herald"):
			want = []wording.ChangeKind{wording.Trimmed}
		case slices.Contains(w.Outlets, "Courier"):
			want = []wording.ChangeKind{wording.Split}
		}
		if got := wording.KindsOf(w.Changes); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", w.Text, got, want)
		}
	}
}

// TestHeadlineOfTheWhole: a headline leaves a condition out that the text below it prints; who prints the headline's words alone has
// dropped it.
func TestHeadlineOfTheWhole(t *testing.T) {
	d := newDossier(t)
	mustAdd(
		t, d,
		art("Post", "2031-05-04T08:00:00Z", "“The ferry to the islands will sail on Friday evening if the storm is over,” said Irena Halmos."),
		art("Courier", "2031-05-04T10:00:00Z", "“The ferry to the islands will sail on Friday evening,” said Irena Halmos. It rained. “The ferry to the islands will sail on Friday evening if the storm is over,” said Irena Halmos."),
	)
	rows := rowsOf(t, d, Filter{})
	if len(rows) != 1 {
		t.Fatalf("%d statements, want 1", len(rows))
	}
	if want := []wording.ChangeKind{wording.Split}; !slices.Equal(rows[0].Changes, want) {
		t.Errorf("with the rest below: %v, want %v", rows[0].Changes, want)
	}
	mustAdd(t, d, art("Herald", "2031-05-04T12:00:00Z", "“The ferry to the islands will sail on Friday evening,” said Irena Halmos."))
	if got := rowsOf(t, d, Filter{})[0].Changes; !slices.Contains(got, wording.Modality) {
		t.Errorf("without it: %v, and no condition is missed", got)
	}
}

// TestOtherPart: what a third wording brought together with the first one is another part of the statement, and not its translation.
func TestOtherPart(t *testing.T) {
	d := newDossier(t)
	mustAdd(
		t, d,
		art("Post", "2031-05-04T08:00:00Z", "“We will leave the harbour of Brenna at the end of the summer,” said Irena Halmos."),
		art("Courier", "2031-05-04T10:00:00Z", "“We will leave the harbour of Brenna at the end of the summer. The pilots have lost their patience with the council and its empty promises,” said Irena Halmos."),
		art("Herald", "2031-05-04T12:00:00Z", "“The pilots have lost their patience with the council and its empty promises,” said Irena Halmos."),
	)
	rows := rowsOf(t, d, Filter{})
	if len(rows) != 1 {
		t.Fatalf("%d statements, want 1", len(rows))
	}
	if want := []wording.ChangeKind{wording.Trimmed}; !slices.Equal(rows[0].Changes, want) {
		t.Errorf("the list says %v, want %v", rows[0].Changes, want)
	}
	s, err := d.Statement(rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range s.Wordings[1:] {
		if got := wording.KindsOf(w.Changes); !slices.Equal(got, []wording.ChangeKind{wording.Trimmed}) {
			t.Errorf("%q: %v", w.Text, w.Changes)
		}
	}
}

// TestOtherNumber: another number is named however little else the two wordings share.
func TestOtherNumber(t *testing.T) {
	of := func(article, words string) version {
		m := &member{Quote: &store.Quote{Article: article, Words: words}}
		return version{m, []*member{m}}
	}
	first, v := of("a", "1,400 had come"), of("b", "some 1,200 people")
	found := finding{[]wording.Change{{Kind: wording.Number, From: "1,400", To: "1,200"}, {Kind: wording.Retranslated}}, 0.05, false}
	if got := made(first, v, found); !slices.Equal(got, found.changes) {
		t.Errorf("%v", got)
	}
}

// TestDescribedSpeaker: who calls a speaker by an office alone has given the words to nobody else, however it is printed.
func TestDescribedSpeaker(t *testing.T) {
	said := func(name string, kind attribution.SpeakerKind) *member {
		q := store.Quote{Quote: attribution.Quote{Quote: quotes.Quote{Kind: quotes.Direct}}}
		q.ID, q.Words = name, "“The ferry to the islands will sail again on Friday evening,”"
		return &member{Quote: &q, speaker: &speaker{id: name, name: name, kind: kind}}
	}
	named, other := said("Irena Halmos", attribution.Person), said("Ivo Brandt", attribution.Person)
	described := said("Brenna Secretary-General", attribution.Unnamed)
	memo := newMemo()
	if got := memo.compare(named, described).changes; len(got) > 0 {
		t.Errorf("described: %v", got)
	}
	if got := wording.KindsOf(memo.compare(named, other).changes); !slices.Equal(got, []wording.ChangeKind{wording.Speaker}) {
		t.Errorf("another: %v", got)
	}
}

// TestToldBeside: an article that prints a quotation and tells it in its own words claims nothing else by these; who tells it elsewhere
// does, and so does who changes one word of the same words. Two that share what both quote tell of other parts around it.
func TestToldBeside(t *testing.T) {
	of := func(article, words string) version {
		m := &member{Quote: &store.Quote{Article: article, Words: words}}
		return version{m, []*member{m}}
	}
	first := of("a", "We may repair the pier in spring.")
	surer, reworded := wording.Change{Kind: wording.Modality, From: "may", To: "certain"}, wording.Change{Kind: wording.Reworded}
	translated := wording.Change{Kind: wording.Retranslated}
	dropped := wording.Change{Kind: wording.Modality, From: "if the council agrees"}
	for _, c := range []struct {
		name    string
		v       version
		changes []wording.Change
		parts   bool
		want    []wording.ChangeKind
	}{
		{"in its own words", of("a", "that the mending of the pier is certain"), []wording.Change{surer, reworded}, false, []wording.ChangeKind{wording.Reworded}},
		{"one word", of("a", "We will repair the pier in spring."), []wording.Change{surer}, false, []wording.ChangeKind{wording.Modality}},
		{"another part", of("b", "that pier and ferry, a “great work of peace”, will be mended"), []wording.Change{surer, reworded}, true, []wording.ChangeKind{wording.Reworded}},
		{"a condition of what both quote", of("b", "a “great work of peace”"), []wording.Change{dropped}, true, []wording.ChangeKind{wording.Modality}},
		{"elsewhere", of("b", "that the mending of the pier is certain"), []wording.Change{surer, reworded}, false, []wording.ChangeKind{wording.Modality, wording.Reworded}},
		{"in other marks of its own", of("a", "a “wonder of peace”"), []wording.Change{translated}, false, []wording.ChangeKind{wording.Reworded}},
		{"another part in marks", of("b", "a “great work of peace”"), []wording.Change{translated}, true, []wording.ChangeKind{wording.Trimmed}},
		{"translated elsewhere", of("b", "a “wonder of peace”"), []wording.Change{translated}, false, []wording.ChangeKind{wording.Retranslated}},
		{"cut word for word", of("b", "repair the pier in spring"), []wording.Change{{Kind: wording.Actor}, {Kind: wording.Trimmed}}, false, []wording.ChangeKind{wording.Trimmed}},
	} {
		if got := wording.KindsOf(made(first, c.v, finding{c.changes, 0.9, c.parts})); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
