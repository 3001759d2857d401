package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/look"
)

// TestRenamedToTheNameOfAnother: whoever gives a speaker the name of another is asked first, and can join the two, which is taken
// back as one, rename all the same, or leave it.
func TestRenamedToTheNameOfAnother(t *testing.T) {
	d := sampleDossier(t)
	all, err := d.Speakers()
	if err != nil || len(all) < 3 {
		t.Fatalf("%d speakers, %v", len(all), err)
	}
	own, other := all[1], all[0]
	k := newDesk(t, d, look.Light)
	k.Do("view.speakers")
	named := func(name string) (n int) {
		list, err := d.Speakers()
		if err != nil {
			t.Fatal(err)
		}
		for i := range list {
			if list[i].Name == name {
				n++
			}
		}
		return n
	}
	rename := func(button int) {
		t.Helper()
		k.Speakers.Grid.Select(k.Speakers.Model.Index(own.ID))
		k.Rune('r')
		line := k.Fyne.Canvas().Focused()
		for _, r := range " " + other.Name {
			line.TypedRune(r)
		}
		line.TypedKey(key(fyne.KeyReturn))
		k.shows("Join them?")
		k.shoot("rename-taken-light")
		test.Tap(k.boxButtons()[button])
		k.until("it is settled", func() bool { return !k.deciding && k.job == nil })
	}
	rename(0)
	if log, err := d.Log(); err != nil || len(log) > 0 {
		t.Errorf("cancelled, and %d decisions, %v", len(log), err)
	}
	rename(1)
	if named(other.Name) != 2 || named(own.Name) != 0 {
		t.Errorf("renamed all the same, %d have the name, %d the one before", named(other.Name), named(own.Name))
	}
	k.Undo()
	k.until("it is undone", func() bool { return !k.deciding && named(own.Name) == 1 })
	rename(2)
	if named(other.Name) != 1 || named(own.Name) != 0 {
		t.Errorf("joined, %d have the name, %d the one before", named(other.Name), named(own.Name))
	}
	k.toast.Press(0)
	k.until("the join is undone as one", func() bool { return !k.deciding && named(own.Name) == 1 && named(other.Name) == 1 })
}

// TestHouseSpellingLeavesOut: of a name in house that another speaker has already it is said that nothing was renamed, and why.
func TestHouseSpellingLeavesOut(t *testing.T) {
	p := flood()
	p.speakers = append(p.speakers, dossier.SpeakerInfo{ID: "p-dankow", Name: "Mirel Dankow"})
	k := newDesk(t, p, look.Dark)
	k.Do("view.settings")
	k.Settings.House.SetText("Mirel Dankow = Mirel Danko\nIlse Brandt = Ilse Brand")
	k.Settings.Apply()
	k.until("what can be is renamed", func() bool { return !k.deciding })
	k.shows("Left as they are: 1 speaker")
	k.shows("Mirel Dankow = Mirel Danko")
	k.shoot("house-left-out-dark")
	if len(p.log) != 2 || p.log[1].Kind != decision.Rename || p.log[1].Value != "Ilse Brand" {
		t.Errorf("settled %+v", p.log[1:])
	}
}
