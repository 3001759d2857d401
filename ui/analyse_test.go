package ui

import (
	"strings"
	"testing"

	"quotidian/articles"
	"quotidian/ui/look"
)

// TestOldArticlesAreReadAgain: a dossier that an older program has read says so on opening, and the button reads it again.
func TestOldArticlesAreReadAgain(t *testing.T) {
	p := flood()
	p.older = 1
	k := newDesk(t, p, look.Light)
	k.until("it is offered", func() bool { return strings.Contains(k.toast.Text(), "1 article read under other rules") })
	k.ReadAgain()
	k.until("it is read", func() bool { return k.job == nil })
	if got := k.toast.Text(); got != "1 article read again: 1 quote appeared, 0 gone, 0 changed, 0 kept for a decision" {
		t.Errorf("said %q", got)
	}
}

// TestUnreadArticlesAreNamed: articles at which the program fails are named with the reason, and what becomes of them.
func TestUnreadArticlesAreNamed(t *testing.T) {
	p := flood()
	p.unread = []articles.Fault{articles.Broken("desk/dam.txt", "no such word")}
	for _, mode := range []look.Mode{look.Light, look.Dark} {
		p.older = 0
		k := newDesk(t, p, mode)
		k.ReadAgain()
		k.until("it is read", func() bool { return k.job == nil })
		if got := k.toast.Text(); !strings.HasPrefix(got, "0 articles read again") {
			t.Errorf("said %q", got)
		}
		k.shoot("analyse-failed-" + string(mode))
		k.shows("1 article could not be read again")
		k.shows("desk/dam.txt: internal error while looking for quotes: no such word")
	}
}
