package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/dossier"
	"quotidian/ui/look"
	"quotidian/ui/picker"
)

// picked is the open question with a list.
func (k *desk) picked() *picker.Picker {
	k.t.Helper()
	p, ok := k.questions[len(k.questions)-1].(*picker.Picker)
	if !ok {
		k.t.Fatalf("%T is open", k.questions[len(k.questions)-1])
	}
	return p
}

// TestTypedNameBeforeScatteredLetters: a new name is what Return takes where no name holds it, however many have its letters.
func TestTypedNameBeforeScatteredLetters(t *testing.T) {
	p := flood()
	p.speakers = append(p.speakers, dossier.SpeakerInfo{ID: "p-ap", Name: "Ada Fink-Palm"}, dossier.SpeakerInfo{ID: "p-press", Name: "Norvald Press"})
	k := newDesk(t, p, look.Light)
	for _, c := range []struct {
		query string
		want  []string // the first ones listed
		given string
	}{
		{"AFP", []string{"AFP", "Ada Fink-Palm", "Nobody named"}, "AFP"},
		{" press ", []string{"Norvald Press", "press", "Nobody named"}, "Norvald Press"},
		{"danko mir", []string{"Mirel Danko", "danko mir"}, "Mirel Danko"},
		{"  ", []string{"Ilse Brandt", "Mirel Danko"}, "none"},
	} {
		given := "none"
		k.AskWho("Who said this?", "a0", "", func(name string) { given = name })
		test.Type(k.picked().Entry, c.query)
		got := k.picked().Shown()
		if len(got) < len(c.want) || !slices.Equal(got[:len(c.want)], c.want) {
			t.Errorf("%q lists %q", c.query, got)
		}
		if c.query == "AFP" {
			k.shoot("pick-new-name-light")
		}
		k.picked().Entry.TypedKey(key(fyne.KeyReturn))
		if given != c.given {
			t.Errorf("%q and Return give %q, not %q", c.query, given, c.given)
		}
		k.Dismiss()
	}
}

// TestNobodyIsJoinedByReturnAlone: of those who might be the same a likely spelling is chosen; where there is none, and for letters
// that stand here and there only, Return alone joins nobody.
func TestNobodyIsJoinedByReturnAlone(t *testing.T) {
	p := flood()
	p.speakers = append(p.speakers, dossier.SpeakerInfo{ID: "p-dankow", Name: "Mirel Dankow"})
	k := newDesk(t, p, look.Light)
	k.Do("view.speakers")
	ask := func(id dossier.SpeakerID) *picker.Picker {
		k.Speakers.Grid.Select(k.Speakers.Model.Index(id))
		k.Rune('s')
		return k.picked()
	}
	for _, letters := range []string{"", "mdk"} {
		q := ask("p-brandt")
		test.Type(q.Entry, letters)
		if len(q.Shown()) == 0 {
			t.Fatalf("%q lists nobody", letters)
		}
		q.Entry.TypedKey(key(fyne.KeyReturn))
		if len(p.log) != 1 || !k.covered() {
			t.Fatalf("Return after %q settles something", letters)
		}
		k.shoot("pick-nobody-light")
		q.Dismiss()
	}
	q := ask("p-dankow")
	if got := q.Shown(); got[0] != "Mirel Danko" {
		t.Errorf("listed are %q", got)
	}
	k.shoot("pick-alike-light")
	q.Entry.TypedKey(key(fyne.KeyReturn))
	k.until("they are joined", func() bool { return len(p.log) == 2 && !k.deciding })
	q = ask("p-brandt")
	q.Entry.TypedKey(key(fyne.KeyDown))
	first := q.Shown()[0]
	q.Entry.TypedKey(key(fyne.KeyReturn))
	k.until("who was gone to is joined", func() bool { return len(p.log) == 3 && !k.deciding })
	if first == "" || p.log[2].Targets[0] != "p-brandt" {
		t.Errorf("joined %v", p.log[2].Targets)
	}
}

// TestReturnAloneSettlesNothingOnAStatement: on the page of a statement s and r ask, and Return alone takes neither the newest
// statement nor the first name. Joining one of another speaker is asked about, as in the list.
func TestReturnAloneSettlesNothingOnAStatement(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	k.OpenStatement("s-dam")
	for _, r := range "sr" {
		k.Rune(r)
		k.picked().Entry.TypedKey(key(fyne.KeyReturn))
		if !k.covered() || k.deciding || len(p.log) != 1 {
			t.Fatalf("%c and Return settle something", r)
		}
		k.shoot("pick-none-" + string(r) + "-light")
		k.picked().Dismiss()
	}
	k.Rune('s')
	k.picked().Entry.TypedKey(key(fyne.KeyDown))
	k.picked().Entry.TypedKey(key(fyne.KeyReturn))
	if !k.covered() || k.deciding || len(p.log) != 1 {
		t.Fatal("a statement of another speaker is joined without a question")
	}
	k.shoot("pick-other-speaker-light")
	k.answerBox()
	k.until("they are joined", func() bool { return len(p.log) == 2 && !k.deciding })
}

// TestPagesInAPicker: Page Down, Page Up, End and Home move in the list of a question also while the cursor is in its line.
func TestPagesInAPicker(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	p := k.Palette()
	last := len(p.Shown()) - 1
	for _, c := range []struct {
		key    fyne.KeyName
		passes func(row int) bool
	}{
		{fyne.KeyPageDown, func(row int) bool { return row > 3 && row < last }},
		{fyne.KeyEnd, func(row int) bool { return row == last }},
		{fyne.KeyPageUp, func(row int) bool { return row < last && row > 3 }},
		{fyne.KeyHome, func(row int) bool { return row == 0 }},
	} {
		p.Entry.TypedKey(key(c.key))
		if !c.passes(p.Row()) {
			t.Errorf("%s leads to row %d of %d", c.key, p.Row(), last)
		}
	}
	p.Entry.SetText("dossier")
	p.Entry.TypedKey(key(fyne.KeyHome))
	if p.Entry.CursorColumn != 0 {
		t.Error("Home does not lead to the beginning of what is typed")
	}
}
