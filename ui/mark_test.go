package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/quotes"
	"quotidian/ui/look"
)

// TestMissedQuoteIsMarked: words selected by keys alone become a quote of whom a person names, stand selected, and go
// again with the decision; a place where a quote stands already is refused in words.
func TestMissedQuoteIsMarked(t *testing.T) {
	d := sampleDossier(t)
	k := newDesk(t, d, look.Light)
	k.OpenArticle(articleWith(t, d, "Who was moved?"), "")
	k.Rune('m')
	if !strings.HasPrefix(k.toast.Text(), "Select the words first") {
		t.Errorf("nothing is selected: %q", k.toast.Text())
	}
	k.Rune('s')
	k.Rune('s')
	if got := k.Reader.Text.Selected(); got != "Who was moved?" {
		t.Fatalf("the second sentence is %q", got)
	}
	k.Reader.Text.Extend(-1)
	k.Reader.Text.Extend(1)
	k.Do("edit.mark")
	k.shoot("reader-mark-light")
	pick(t, k, "sanna")
	k.until("the quote is there", func() bool { return !k.deciding && k.Reader.Model.Selected() != nil })
	if a := k.Reader.Model.Selected(); a.Text != "Who was moved?" || a.SpeakerAs != "Sanna Orlo" || a.Kind != quotes.Indirect || a.Status != "confirmed" {
		t.Errorf("%+v", a)
	}
	rows, err := d.Statements(dossier.Filter{Search: "who was moved"})
	if err != nil || len(rows) != 1 {
		t.Errorf("%d statements, %v", len(rows), err)
	}
	k.Reader.Text.Choose(k.Reader.Model.Selected().Content[0])
	k.Rune('m')
	pick(t, k, "Ada Testova")
	k.until("that is refused", func() bool { return !k.deciding })
	if !strings.Contains(test.RenderToMarkup(k.Fyne.Canvas()), "stands there already") {
		k.shoot("reader-mark-refused-light")
		t.Error("the reason is not shown")
	}
	k.Do("edit.undo") // nothing is taken back behind the message
	k.Key(key(fyne.KeyEscape))
	k.Do("edit.undo")
	k.until("it is taken back", func() bool { return !k.deciding })
	if log, err := d.Log(); err != nil || len(log) != 2 || log[0].Kind != decision.MissedQuote || log[1].Kind != decision.Undo {
		t.Errorf("%+v %v", log, err)
	}
	k.Do("view.statements")
	k.Do("edit.mark")
	if !strings.HasPrefix(k.toast.Text(), "Open an article") {
		t.Errorf("said %q", k.toast.Text())
	}
}

// TestBoundsAreCorrected: words that are most of a quote take its place, its speaker is proposed first, and undo brings it back.
func TestBoundsAreCorrected(t *testing.T) {
	d := sampleDossier(t)
	for _, mode := range []look.Mode{look.Light, look.Dark} {
		k := newDesk(t, d, mode)
		k.OpenArticle(articleWith(t, d, "Who was moved?"), "")
		k.until("the article is read", func() bool { return k.Reader.Model != nil && len(k.Reader.Model.Appearances) > 0 })
		all := k.Reader.Model.Appearances
		i := slices.IndexFunc(all, func(a dossier.Appearance) bool {
			return a.Kind == quotes.Indirect && strings.Count(a.Text, " ") > 4 && a.Text != "Who was moved?"
		})
		was := all[i]
		at := was.Content[0]
		at.End = at.Start + strings.LastIndex(was.Text, " ")
		k.Reader.Text.Choose(at)
		k.Rune('m')
		pick(t, k, "")
		k.until("the quote has other bounds", func() bool {
			return !k.deciding && len(k.Reader.Model.Appearances) == len(all) && k.Reader.Model.Selected() != nil && k.Reader.Model.Selected().Quote != was.Quote
		})
		if a := k.Reader.Model.Selected(); a.Text != was.Text[:strings.LastIndex(was.Text, " ")] || a.SpeakerAs != was.SpeakerAs || !strings.Contains(k.Said(), "in the place of") {
			t.Errorf("%q of %s, said %q", a.Text, a.SpeakerAs, k.Said())
		}
		k.shoot("reader-bounds-" + map[look.Mode]string{look.Light: "light", look.Dark: "dark"}[mode])
		k.Do("edit.undo")
		k.until("it is as it was", func() bool {
			return !k.deciding && slices.ContainsFunc(k.Reader.Model.Appearances, func(a dossier.Appearance) bool { return a.Quote == was.Quote })
		})
	}
}

// TestMarkByMenu: the other button of the mouse offers to mark what is selected, and only then.
func TestMarkByMenu(t *testing.T) {
	p := flood()
	k := newDesk(t, p, look.Light)
	k.OpenArticle("a0", "")
	for _, chosen := range []articles.Span{{}, {Start: 3, End: 20}} {
		k.Reader.Text.Choose(chosen)
		k.Reader.Text.TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(400, 300)})
		top := k.Fyne.Canvas().Overlays().Top()
		if top == nil {
			t.Fatal("no menu")
		}
		test.TapCanvas(k.Fyne.Canvas(), fyne.NewPos(420, 316))
		if asked := k.Fyne.Canvas().Focused() != nil && k.Fyne.Canvas().Overlays().Top() != nil && k.Fyne.Canvas().Overlays().Top() != top; asked == chosen.Empty() {
			t.Errorf("with %v selected: asked %v", chosen, asked)
		}
		k.Fyne.Canvas().Overlays().Remove(top)
	}
}

// articleWith gives the article that prints the words.
func articleWith(t *testing.T, d *dossier.Dossier, words string) dossier.ArticleID {
	t.Helper()
	for p, err := range d.EachArticle() {
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(p.Text, words) {
			return p.ID
		}
	}
	t.Fatalf("no article prints %q", words)
	return ""
}

// pick answers the open question by what is typed and Return.
func pick(t *testing.T, k *desk, query string) {
	t.Helper()
	e, ok := k.Fyne.Canvas().Focused().(interface {
		fyne.Focusable
		SetText(string)
	})
	if !ok {
		t.Fatal("nothing was asked")
	}
	test.Type(e, query)
	e.TypedKey(key(fyne.KeyReturn))
}
