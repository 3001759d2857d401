package ui

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/articles/intake"
	"quotidian/attribution"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/look"
	"quotidian/ui/speakers"
)

// TestSplitASpeaker: some articles of a speaker are said to be about somebody else, under a name of their own; one undo takes back both.
func TestSplitASpeaker(t *testing.T) {
	d := sampleDossier(t)
	k := newDesk(t, d, look.Light)
	k.Show(k.Speakers)
	s := *k.Speakers.Selected()
	k.Rune('d')
	if !k.covered() {
		t.Fatalf("nothing is asked about %s: %q", s.Name, k.Said())
	}
	list := k.Fyne.Canvas().Focused()
	complains := func() bool {
		return strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), "Tick what is about somebody else.")
	}
	test.Tap(k.boxButtons()[1])
	if k.Fyne.Canvas().Focused() != list || !complains() {
		t.Errorf("refused, the keys go to %T; told why: %v", k.Fyne.Canvas().Focused(), complains())
	}
	list.TypedKey(key(fyne.KeySpace))
	if complains() {
		t.Error("what was put right is told still")
	}
	k.shoot("speaker-split")
	k.Fyne.Canvas().FocusNext()
	var who *line
	for range 4 {
		if l, ok := k.Fyne.Canvas().Focused().(*line); ok && strings.HasPrefix(l.PlaceHolder, "Show who leaves") {
			who = l
			l.SetText("Somebody (diver)")
		}
		k.Fyne.Canvas().FocusNext()
	}
	who.OnSubmitted(who.Text)
	k.until("settled", func() bool { return !k.deciding && k.speaker("Somebody (diver)") != nil })
	left, stays := k.speaker("Somebody (diver)"), k.speaker(s.Name)
	if stays == nil || left.Quotes+stays.Quotes != s.Quotes {
		t.Errorf("%+v left %+v", left, stays)
	}
	k.shoot("speaker-split-after")
	k.Undo()
	k.settled()
	if again := k.speaker(s.Name); again == nil || again.Quotes != s.Quotes || k.speaker("Somebody (diver)") != nil {
		t.Errorf("undone, %+v", again)
	}
}

// TestSplitThatIsRefused: who was confirmed to be one stays one, and is not shown under the name of who would have left.
func TestSplitThatIsRefused(t *testing.T) {
	d := sampleDossier(t)
	k := newDesk(t, d, look.Light)
	list, err := d.Speakers()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(list, func(s dossier.SpeakerInfo) bool { return s.Kind == attribution.Person && len(s.Spellings) > 1 })
	all, err := d.Mentions(list[i].ID)
	if err != nil {
		t.Fatal(err)
	}
	refs := dossier.Parting(all, func(i int) bool { return all[i].Name == all[0].Name })
	if _, err := d.Decide(decision.Decision{Kind: decision.Confirm, Targets: []string{string(list[i].ID)}}); err != nil {
		t.Fatal(err)
	}
	k.DecideAll([]decision.Decision{{Kind: decision.Split, Targets: refs, Value: "Somebody (diver)"}}, "Split off")
	k.until("it was tried", func() bool { return !k.deciding })
	log, err := d.Log()
	if err != nil || len(log) != 1 || k.speaker("Somebody (diver)") != nil {
		t.Errorf("%d entries in the log, %v", len(log), err)
	}
	if !k.covered() || k.toast.Visible() {
		t.Errorf("why it was refused is not told; said %q", k.Said())
	}
	k.shows("can be taken back there")
	k.shoot("speaker-split-refused")
	test.Tap(k.boxButtons()[1])
	if k.covered() || k.current != screen(k.History) {
		t.Errorf("the log is not shown but %s", k.current.Title())
	}
	k.Decide(decision.Decision{Kind: decision.Split, Targets: refs}, "Split off")
	k.until("it was tried again", func() bool { return k.covered() })
	test.Tap(k.boxButtons()[2])
	k.settled()
	if log, err := d.Log(); err != nil || len(log) != 2 || log[1].Of != 1 {
		t.Errorf("the entry is not taken back: %+v, %v", log, err)
	}
}

// TestSplitWhatWasJoined: an article of somebody who was joined by hand leaves the join, and the name that is given is its own alone.
func TestSplitWhatWasJoined(t *testing.T) {
	d := sampleDossier(t)
	k := newDesk(t, d, look.Light)
	list, err := d.Speakers()
	if err != nil {
		t.Fatal(err)
	}
	people := slices.DeleteFunc(list, func(s dossier.SpeakerInfo) bool { return s.Kind != attribution.Person })
	most := people[0]
	if _, err := d.Decide(decision.Decision{Kind: decision.Same, Targets: []string{string(most.ID), string(people[1].ID)}}); err != nil {
		t.Fatal(err)
	}
	k.changed()
	k.settled()
	list, _ = d.Speakers()
	joined := list[slices.IndexFunc(list, func(s dossier.SpeakerInfo) bool { return s.Quotes == most.Quotes+people[1].Quotes })]
	all, err := d.Mentions(joined.ID)
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, m := range all {
		count[m.Name]++
	}
	leaves := slices.IndexFunc(all, func(m dossier.Mention) bool { return count[m.Name] > 1 })
	part := speakers.NewPart(all)
	part.Grid.OnTick(leaves)
	part.Call("Somebody (diver)")
	k.DecideAll(part.Decisions(), "Split off")
	k.until("settled", func() bool { return !k.deciding && k.speaker("Somebody (diver)") != nil })
	left, stays := k.speaker("Somebody (diver)"), k.speaker(joined.Name)
	if stays == nil || left.Quotes != all[leaves].Quotes || stays.Quotes != joined.Quotes-left.Quotes {
		t.Errorf("%+v left %+v", left, stays)
	}
	k.Undo()
	k.settled()
	if again := k.speaker(joined.Name); again == nil || again.Quotes != joined.Quotes || k.speaker("Somebody (diver)") != nil {
		t.Errorf("undone, %+v", again)
	}
}

// TestTwoOfOneName: two people who are shown under one name are two in the list of statements.
func TestTwoOfOneName(t *testing.T) {
	d := sampleDossier(t)
	k := newDesk(t, d, look.Light)
	list, err := d.Speakers()
	if err != nil {
		t.Fatal(err)
	}
	list = slices.DeleteFunc(list, func(s dossier.SpeakerInfo) bool { return s.Statements < 2 })
	same, name := list[:2], list[0].Name
	if _, err := d.Decide(decision.Decision{Kind: decision.Rename, Targets: []string{string(same[1].ID)}, Value: name}); err != nil {
		t.Fatal(err)
	}
	k.changed()
	k.until("the list is read anew", func() bool {
		m := k.Statements.Model
		return slices.ContainsFunc(m.IDs(), func(id dossier.StatementID) bool {
			return m.Find(id).Speaker == same[1].ID && m.Find(id).SpeakerName == name
		})
	})
	listed := 0
	for _, s := range same {
		k.ShowStatementsOf(string(s.ID))
		k.settled()
		m := k.Statements.Model
		for i := range m.Len() {
			if m.Row(i).Speaker != s.ID {
				t.Errorf("%q is of %s, not of %s", m.Row(i).Text, m.Row(i).Speaker, s.ID)
			}
		}
		if why := m.Narrowing(); m.Len() != s.Statements || len(why) != 1 || !strings.HasPrefix(why[0], "SPEAKER: "+name+" (") {
			t.Errorf("%d of %d statements, %q", m.Len(), s.Statements, why)
		}
		listed += m.Len()
	}
	k.ShowStatementsOf(name)
	if n := k.Statements.Model.Len(); n != listed || listed == 0 {
		t.Errorf("%d of that name, not %d", n, listed)
	}
}

// TestGroupsOfOneNameAreListedOnce: what two articles call "residents" is one value of the filters, and what an export holds is what that
// lists; from the page of speakers, which has both, each leads to its own statements.
func TestGroupsOfOneNameAreListedOnce(t *testing.T) {
	d := emptyDossier(t)
	addTexts(t, d, map[string]string{
		"one.txt": "Flood in Selk\n\nThe water rose again on Monday in Selk, where two bridges were closed.\n\nResidents said the sirens had come too late.\n",
		"two.txt": "Fire in Varn\n\nA warehouse burned down on Friday in Varn, and nobody was hurt.\n\nResidents said the smoke could be smelled for days.\n",
	})
	k := newDesk(t, d, look.Light)
	list, err := d.Speakers()
	if err != nil || len(list) != 2 || list[0].Name != list[1].Name || list[0].Kind != attribution.Group {
		t.Fatalf("%+v, %v", list, err)
	}
	for _, s := range list {
		k.ShowStatementsOf(string(s.ID))
		if m := k.Statements.Model; m.Len() != 1 || m.Row(0).Speaker != s.ID {
			t.Errorf("%d statements of one of them", m.Len())
		}
		k.shows("Only one of several speakers")
	}
	k.toast.Press(0)
	if m := k.Statements.Model; m.Len() != 2 {
		t.Errorf("%d statements of all of them", m.Len())
	}
	k.ShowStatementsOf(list[0].Name)
	if got := k.extents()[1]; got.statements != 2 || got.why != ": SPEAKER: "+list[0].Name {
		t.Errorf("%+v", got)
	}
}

// addTexts reads articles into a dossier, given by the names of their files.
func addTexts(t *testing.T, d *dossier.Dossier, texts map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range texts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	balance, err := d.Add(context.Background(), intake.Read(context.Background(), []string{dir}, intake.Options{}), nil)
	if err != nil || balance.Added != len(texts) {
		t.Fatalf("%+v, %v", balance, err)
	}
}

// TestStatementsOfAnOtherwiseCalled: somebody under whom no statement is listed, for most outlets give it to another, is searched for by
// name, however the name is shown by now.
func TestStatementsOfAnOtherwiseCalled(t *testing.T) {
	d := sampleDossier(t)
	said := "\"We reported that fan in March, and nobody in this house did more than paint it over,\" Otto Reinholt said.\n"
	addTexts(t, d, map[string]string{"a.txt": "Monday\n\n" + said, "b.txt": "Tuesday\n\n" + said, "c.txt": "Friday\n\n" + said})
	k := newDesk(t, d, look.Light)
	otto := k.speaker("Otto Reinholt").ID
	all, err := d.Mentions(otto)
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		part := speakers.NewPart(all)
		part.Grid.OnTick(i)
		part.Call("Somebody (diver)")
		if _, err := d.Decide(part.Decisions()[0]); err != nil {
			t.Fatal(err)
		}
		who := k.speaker("Somebody (diver)")
		if who.Statements == 0 && who.ID != otto {
			k.changed()
			k.settled()
			k.ShowStatementsOf(string(who.ID))
			if got := k.Statements.Model.Query(); got != who.Name {
				t.Errorf("asked for %q", got)
			}
			return
		}
		if _, err := d.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	t.Fatal("every article of them has a statement of its own")
}

// speaker gives the speaker of a name, nil where there is none.
func (k *desk) speaker(name string) *dossier.SpeakerInfo {
	list, err := k.dossier.Speakers()
	if err != nil {
		k.t.Fatal(err)
	}
	for i := range list {
		if list[i].Name == name {
			return &list[i]
		}
	}
	return nil
}

// TestRoleOfASpeaker: the panel gives a speaker another role or none, and undo gives back the printed one.
func TestRoleOfASpeaker(t *testing.T) {
	k := newDesk(t, sampleDossier(t), look.Light)
	k.Show(k.Speakers)
	s := *k.Speakers.Selected()
	for _, role := range []string{"chief of rescue", ""} {
		k.Rune('o')
		l := k.Fyne.Canvas().Focused().(*line)
		if l.Text == "" {
			t.Errorf("before %q there is no role", role)
		}
		l.SetText(role)
		l.OnSubmitted(role)
		k.settled()
		if got := strings.Join(k.speaker(s.Name).Roles, "; "); got != role || k.Speakers.Selected().Name != s.Name {
			t.Errorf("%q, want %q", got, role)
		}
	}
	k.shoot("speaker-role")
	for range 2 {
		k.Undo()
		k.settled()
	}
	if got := k.speaker(s.Name).Roles; strings.Join(got, "; ") != strings.Join(s.Roles, "; ") {
		t.Errorf("undone, %q", got)
	}
}
