package ui

import (
	"strings"
	"testing"

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
