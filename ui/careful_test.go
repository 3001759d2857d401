package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"quotidian/dossier"
	"quotidian/dossier/store"
	"quotidian/ui/command"
	"quotidian/ui/look"
	"quotidian/ui/widget"
)

// box is the box for careful reading in sight.
func (k *desk) box() *widget.Check {
	k.t.Helper()
	for _, o := range test.LaidOutObjects(k.Fyne.Content()) {
		if c, ok := o.(*widget.Check); ok && c.Text == "Read carefully" {
			return c
		}
	}
	k.t.Fatal("no box for careful reading is in sight")
	return nil
}

// TestNewDossierIsReadCarefully: a tick is all it takes where nothing was read yet.
func TestNewDossierIsReadCarefully(t *testing.T) {
	for _, mode := range []look.Mode{look.Light, look.Dark} {
		d := emptyDossier(t)
		k := newDesk(t, d, mode)
		k.Do("view.import")
		k.box().SetChecked(true)
		k.until("it is switched", func() bool { return k.job == nil })
		k.shoot("careful-empty-" + string(mode))
		if careful, err := d.Careful(); err != nil || !careful || !k.box().Checked || k.toast.Text() != "Articles are read carefully from now on" {
			t.Errorf("careful %v, ticked %v, said %q, %v", careful, k.box().Checked, k.toast.Text(), err)
		}
	}
}

// TestSwitchReadsAgain: where articles were read a person is asked first, and told what became of them; the box shows what holds.
func TestSwitchReadsAgain(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	k.ImportPaths([]string{t.TempDir()}) // which leaves its account on the screen
	k.until("the import ended", func() bool { return k.job == nil })
	k.box().SetChecked(true)
	if k.box().Checked || p.careful {
		t.Error("it is switched before a person answered")
	}
	k.until("it is asked", func() bool { return len(k.questions) > 0 })
	k.shoot("careful-question-light")
	k.shows("Read 5 articles again, carefully?")
	k.Dismiss()
	k.shoot("careful-account-light")
	if k.box().Checked || p.careful {
		t.Error("it is switched though it was not wanted")
	}
	k.Do("file.careful")
	k.until("it is asked", func() bool { return len(k.questions) > 0 })
	k.answerBox()
	k.until("they are read", func() bool { return k.job == nil })
	if got := k.toast.Text(); !strings.HasPrefix(got, "5 articles read again: ") || !p.careful || !k.box().Checked {
		t.Errorf("said %q, careful %v", got, p.careful)
	}
	k.box().SetChecked(false)
	k.until("it is asked", func() bool { return len(k.questions) > 0 })
	k.shows("Read 5 articles again, quickly?")
}

// TestSwitchNeedsTheDossier: whoever may not write is told so, and while another job is under way nothing is switched.
func TestSwitchNeedsTheDossier(t *testing.T) {
	p := flood()
	k := newDesk(t, refusing{p, store.ErrReadOnly}, look.Light)
	k.Do("view.import")
	k.ReadCarefully(true)
	k.shows("This dossier is read only here")
	if len(k.questions) != 1 || p.careful || k.box().Checked {
		t.Errorf("%d questions, careful %v", len(k.questions), p.careful)
	}
	d := emptyDossier(t)
	k = newDesk(t, d, look.Light)
	if _, ok := k.beginJob("Counting…"); !ok {
		t.Fatal("no job can be begun")
	}
	k.ReadCarefully(true)
	if careful, err := d.Careful(); err != nil || careful || !strings.HasPrefix(k.toast.Text(), "Another job") {
		t.Errorf("careful %v, said %q, %v", careful, k.toast.Text(), err)
	}
	k.endJob()
}

// TestOutdatedByReading: what another program left to be read again is offered on opening.
func TestOutdatedByReading(t *testing.T) {
	d := sampleDossier(t)
	if err := d.SetCareful(true); err != nil {
		t.Fatal(err)
	}
	k := newDesk(t, d, look.Light)
	k.until("it is offered", func() bool { return strings.Contains(k.toast.Text(), "articles read under other rules") })
	k.ReadAgain()
	k.until("they are read", func() bool { return k.job == nil })
	list, err := d.Articles()
	if n, err2 := d.Outdated(); err != nil || err2 != nil || n != 0 || slices.IndexFunc(list, func(a dossier.ArticleInfo) bool { return a.Quotes > 0 }) < 0 {
		t.Errorf("%d are behind, %v, %v", n, err, err2)
	}
}

// unsure is a dossier that cannot say how it is read.
type unsure struct{ *paper }

func (unsure) Careful() (bool, error) { return false, errors.New("the disk is gone") }

// TestSwitchNeedsToKnow: where nobody can say how articles are read nothing is switched.
func TestSwitchNeedsToKnow(t *testing.T) {
	p := flood()
	k := newDesk(t, unsure{p}, look.Light)
	k.Do("file.careful")
	k.until("nothing is under way", func() bool { return k.job == nil })
	if got := test.RenderToMarkup(k.Fyne.Canvas()); strings.Contains(got, "again, carefully?") || !strings.Contains(got, "The disk is gone") || p.careful {
		t.Errorf("careful %v", p.careful)
	}
}

// TestSwitchBackCountsWhatWasRead: asked is about the articles that are read again, and not about all.
func TestSwitchBackCountsWhatWasRead(t *testing.T) {
	p := flood()
	p.careful, p.older = true, 3
	k := newDesk(t, p, look.Light)
	k.ReadCarefully(false)
	k.until("it is asked", func() bool { return len(k.questions) > 0 })
	k.shows("Read 2 articles again, quickly?")
	k.Dismiss()
	p.older = 5
	k.ReadCarefully(false)
	k.until("it is switched", func() bool { return k.job == nil && !p.careful })
}

// TestJoiningAgainIsNotCancelled: once all articles are read again nothing offers to stop what follows.
func TestJoiningAgainIsNotCancelled(t *testing.T) {
	p := flood()
	p.older, p.joining = 3, make(chan struct{})
	k := newDesk(t, p, look.Light)
	k.ReadAgain()
	k.until("it is joined", func() bool { return k.status.job.Text() == "3 articles read again, joining statements…" })
	cancel := command.Item(k.Fyne.MainMenu(), command.Find(k.Commands, "file.cancel"))
	if k.status.cancel.Visible() || !cancel.Disabled {
		t.Error("joining can be cancelled")
	}
	k.Fyne.Content().Refresh()
	k.shoot("analyse-joining")
	close(p.joining)
	k.until("it ended", func() bool { return k.job == nil })
}
