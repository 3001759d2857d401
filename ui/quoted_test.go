package ui

import (
	"testing"

	"quotidian/dossier"
)

// TestRenamed: what else a decision about one quote did to its article is said, the quote itself is not counted.
func TestRenamed(t *testing.T) {
	before := map[dossier.QuoteID]string{"q1": "Varga", "q2": "Varga", "q3": "Kesh", "q4": "Orlo"}
	after := map[dossier.QuoteID]string{"q0": "Ana Varga", "q1": "Ana Varga", "q2": "Ana Varga", "q3": "Kesh", "q4": "Kesh"}
	if got, want := renamed(before, after, []string{"q4"}), ". 2 quotes more in this article: Varga became Ana Varga"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := renamed(before, before, nil); got != "" {
		t.Error(got)
	}
}
