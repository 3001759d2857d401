package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/store"
	"quotidian/ui/background"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/statements"
	"quotidian/ui/widget"
)

func TestSearchIsKeptFollowedAndForgotten(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	k.Do("edit.keep")
	if !strings.HasPrefix(k.toast.Text(), "Narrow the statements") {
		t.Errorf("nothing to keep: %q", k.toast.Text())
	}
	k.Statements.Search("dam")
	k.Statements.Toggle(statements.BySpeaker, "p-danko")
	want := k.Statements.Model.Len()
	k.shoot("statements-narrowed-light")
	k.Do("edit.keep")
	pick(t, k, "dam and all of Danko") // in the place of the words proposed
	k.until("it is kept", func() bool { return len(p.saved) == 1 })
	if s := p.saved[0]; s.Name != "dam and all of Danko" || s.Search.Words != "dam" || s.Search.Speaker != "Mirel Danko" {
		t.Errorf("kept %+v", s)
	}
	k.Do("edit.all")
	k.Do("edit.kept")
	k.shoot("saved-searches-light")
	pick(t, k, "dam and")
	k.until("it is shown", func() bool {
		return strings.Contains(k.toast.Text(), say.N(want, "statement")+", looked at for the first time")
	})
	if n := k.Statements.Model.Len(); n != want || k.search.Text != "dam" {
		t.Errorf("%d statements, want %d, for %q", n, want, k.search.Text)
	}
	k.Do("edit.kept")
	pick(t, k, "dam and")
	k.until("what is new is said", func() bool { return strings.Contains(k.toast.Text(), "2 quotes new since") })
	k.Do("edit.kept")
	pick(t, k, "forget")
	k.until("it is forgotten", func() bool { return len(p.saved) == 0 })
}

// TestNewsFollowTheFacets: what is new in a saved search is what came into its list, whatever the facet; a wording that does
// not hold the words itself came into it too.
func TestNewsFollowTheFacets(t *testing.T) {
	d, now := dossierAt(t)
	add := func(outlet, text string) {
		t.Helper()
		*now = now.Add(time.Hour)
		one := slices.Values([]articles.Item{{Article: &articles.Article{ID: outlet, Path: outlet, Text: text, Outlet: articles.Outlet{Name: outlet, From: "metadata"}}}})
		if b, err := d.Add(context.Background(), one, nil); err != nil || b.Added != 1 {
			t.Fatalf("%+v, %v", b, err)
		}
		*now = now.Add(time.Hour)
	}
	add("Post", "\"The bridge over the river will stay closed until the report is public,\" said Dana Orlova. Ivo Brandt said that the harbour had no money left for new cranes.")
	k := newDesk(t, d, look.Light)
	for _, kept := range []dossier.SavedSearch{
		{Name: "direct", Search: dossier.Search{Kind: "direct"}},
		{Name: "indirect", Search: dossier.Search{Kind: "indirect"}},
		{Name: "post", Search: dossier.Search{Outlet: "Post"}},
		{Name: "public", Search: dossier.Search{Words: "public"}},
	} {
		k.showSaved(kept)
		k.until("it was looked at", func() bool { return strings.HasPrefix(k.toast.Text(), kept.Name+": ") })
	}
	add("Star", "\"The bridge over the river will stay closed until the report is out,\" said Dana Orlova. \"The bridge will open in May,\" said Ivo Brandt.")
	for _, want := range []struct {
		news string
		kept dossier.Search
	}{
		{"direct: 2 quotes new", dossier.Search{Kind: "direct"}},
		{"indirect: 0 quotes new", dossier.Search{Kind: "indirect"}},
		{"post: 0 quotes new", dossier.Search{Outlet: "Post"}},
		{"public: 1 quote new", dossier.Search{Words: "public"}},
	} {
		name, _, _ := strings.Cut(want.news, ":")
		k.Say("")
		k.showSaved(dossier.SavedSearch{Name: name, Search: want.kept})
		k.until(want.news, func() bool { return strings.HasPrefix(k.toast.Text(), name+": ") })
		if got := k.toast.Text(); !strings.HasPrefix(got, want.news) {
			t.Errorf("said %q, want %q", got, want.news)
		}
	}
}

// TestSettingsShowTheThemeInSight: one given on the command line is in sight and not remembered, and a window that is opened
// later looks as the others do.
func TestSettingsShowTheThemeInSight(t *testing.T) {
	k := newDesk(t, flood(), look.Dark)
	chosen := func(w *Window) (on []string) {
		w.Do("view.settings")
		for _, o := range test.LaidOutObjects(w.Fyne.Content()) {
			if b, ok := o.(*widget.Button); ok && b.Icon != nil && b.Icon.Name() == theme.RadioButtonCheckedIcon().Name() {
				on = append(on, b.Text)
			}
		}
		return on
	}
	if on := chosen(k.Window); !slices.Contains(on, "dark") || k.prefs.Mode() != look.System {
		t.Errorf("chosen are %q, remembered is %s", on, k.prefs.Mode())
	}
	k.SetMode(look.Light)
	k.prefs.SetMode(look.System)
	_, work := background.NewPump()
	defer work.Close()
	second := New(Config{App: k.app, Dossier: flood(), Work: work})
	if on := chosen(second); !slices.Contains(on, "light") {
		t.Errorf("in a second window chosen are %q", on)
	}
}

// TestBackUpNow: the copy is made and listed; what opening found is told, and stands in the settings.
func TestBackUpNow(t *testing.T) {
	d := sampleDossier(t)
	k := newDesk(t, d, look.Light)
	k.Do("view.settings")
	k.Do("file.backup")
	k.until("the copy is made", func() bool { return k.job == nil })
	list := store.Backups(d.Path())
	if len(list) != 1 || !strings.Contains(k.toast.Text(), filepath.Base(list[0])) || !strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), filepath.Base(list[0])) {
		t.Errorf("%q, said %q", list, k.toast.Text())
	}
	p := flood()
	p.notes = []string{"an import had not come to its end: the lists were made anew"}
	k = newDesk(t, p, look.Light)
	if got := k.toast.Text(); !strings.HasPrefix(got, "On opening: an import") {
		t.Errorf("said %q", got)
	}
	k.Do("view.settings")
	k.shoot("settings-notes-light")
	if !strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), "What opening this dossier found") {
		t.Error("the notes are not in the settings")
	}
}

func TestMergeIsAskedForAndTold(t *testing.T) {
	k := newDesk(t, flood(), look.Light)
	var into, other string
	k.config.Merge = func(a, b string) { into, other = a, b }
	k.MergeWith(k.dossier.Path())
	if k.toast.Text() != "That is this very dossier" {
		t.Errorf("said %q", k.toast.Text())
	}
	k.MergeWith("/desk/storm.dossier")
	k.shoot("merge-light")
	for _, b := range k.boxButtons() {
		if b.Text == "Merge" {
			test.Tap(b)
		}
	}
	if into != k.dossier.Path() || other != "/desk/storm.dossier" {
		t.Errorf("merged %q into %q", other, into)
	}
	conflicts := slices.Repeat([]string{"decision 3 by Bo on 2026-05-19: same: left out: nothing would be left to split from"}, mostConflicts+2)
	k.Merged(dossier.Merged{Added: 3, Already: 2, Decisions: 4, Kept: "/desk/flood.dossier-backup-merge", Conflicts: conflicts})
	k.shoot("merged-light")
	k.shows("3 articles added, 2 already there; 4 decisions")
	k.shows("decision 3 by Bo")
	for _, o := range test.LaidOutObjects(k.Fyne.Canvas().Overlays().Top()) {
		if page, ok := o.(*widget.Page); ok {
			page.ScrollTo(page.MinSize().Height * 1000)
		}
	}
	k.shows("and 2 more")
}

// TestKeptSearchIsNotReplacedUnasked: somebody else may look at it every day.
func TestKeptSearchIsNotReplacedUnasked(t *testing.T) {
	d := sampleDossier(t)
	k := newDesk(t, d, look.Light)
	words := func() string {
		list, err := d.SavedSearches()
		if err != nil || len(list) > 1 {
			t.Fatalf("%+v, %v", list, err)
		}
		if len(list) == 0 {
			return ""
		}
		return list[0].Search.Words
	}
	press := func(name fyne.KeyName) { k.Fyne.Canvas().Focused().TypedKey(key(name)) }
	for _, query := range []string{"dam", "harbour"} {
		k.Statements.Search(query)
		k.KeepSearch()
		k.Fyne.Canvas().Focused().(*line).SetText(" ")
		press(fyne.KeyReturn) // no name
		k.Fyne.Canvas().Focused().(*line).SetText("mine")
		press(fyne.KeyReturn)
		if query == "dam" {
			k.until("it is kept", func() bool { return words() == "dam" })
		}
	}
	if !k.covered() || words() != "dam" {
		t.Fatal("replaced without a question")
	}
	k.Fyne.Canvas().FocusNext()
	press(fyne.KeyReturn)
	k.until("it is replaced", func() bool { return words() == "harbour" })
}
