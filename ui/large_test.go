package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"quotidian/ui/look"
)

// TestLargeTextInASmallWindow shows every screen with the largest text in a window of 1024 by 700, in the language with
// the longer words: no screen asks for more room, and no word is drawn beyond the edge.
func TestLargeTextInASmallWindow(t *testing.T) {
	inGerman(t)
	k := newDesk(t, flood(), look.Light)
	k.SetTextSize(look.TextSizes[len(look.TextSizes)-1])
	k.toast.Hide()
	size := fyne.NewSize(1024, 700)
	k.Fyne.Resize(size)
	check := func(screen string) {
		t.Helper()
		if got := k.Fyne.Content().MinSize(); got.Width > size.Width || got.Height > size.Height {
			t.Errorf("%s needs %v", screen, got)
		}
		k.shoot("large-" + screen + "-german")
		for _, o := range test.LaidOutObjects(k.Fyne.Content()) {
			text, ok := o.(*canvas.Text)
			if !ok || text.Text == "" || !text.Visible() {
				continue
			}
			x := fyne.CurrentApp().Driver().AbsolutePositionForObject(text).X
			if end := x + text.MinSize().Width; text.Alignment == fyne.TextAlignLeading && (x < 0 || end > size.Width+1) {
				t.Errorf("%s: %q is drawn from %.0f to %.0f", screen, text.Text, x, end)
			}
		}
	}
	for _, page := range Pages {
		k.Do("view." + page)
		if page == "charts" {
			k.until("all is counted", func() bool { return len(k.Charts.Plots) == 3 })
		}
		check(page)
	}
	k.OpenStatement("s-dam")
	check("statement")
	k.OpenArticle("a0", "q0")
	check("reader")
	k.app.Clipboard().SetContent(draftText)
	k.PasteDraft()
	k.until("the draft is checked", func() bool { return k.job == nil && k.Draft.Ready() })
	check("draft-checked")
}
