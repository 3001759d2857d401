package ui

import (
	"testing"

	"quotidian/ui/look"
)

// TestScreens draws every screen with the sample, light and dark, at 1280 by 800, into build/screenshots.
func TestScreens(t *testing.T) {
	d := flood()
	for _, mode := range []look.Mode{look.Light, look.Dark} {
		t.Run(string(mode), func(t *testing.T) {
			k := newDesk(t, d, mode)
			k.until("counts are read", func() bool { return k.nav[0].nav.Count() != "" })
			shot := func(name string) { k.shoot(name + "-" + string(mode)) }
			k.Statements.Grid.Select(2)
			shot("statements")
			k.Do("view.articles")
			k.Library.Grid.Select(0)
			shot("articles")
			k.Library.Grid.OnOpen(0)
			shot("reader")
			k.Reader.Move(1)
			shot("reader-selected")
			k.Do("view.speakers")
			k.Speakers.Grid.Select(0)
			shot("speakers")
			k.Do("view.review")
			shot("review")
			k.Do("view.log")
			shot("log")
			k.OpenStatement(k.richest())
			shot("statement")
			k.Palette()
			shot("palette")
		})
	}
}
