package dossier

import (
	"testing"

	"quotidian/articles"
)

// TestNamedAsDocument: a text that is named like a document of another kind is in the balance; one that is what it says is not.
func TestNamedAsDocument(t *testing.T) {
	if got, want := misread(&articles.Article{Path: "box/Broken.PDF", Format: "text"}), "named .pdf, but it is none: read as text"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for _, a := range []articles.Article{{Path: "box/a.txt", Format: "text"}, {Path: "box/a.pdf", Format: "pdf"}} {
		if got := misread(&a); got != "" {
			t.Errorf("%s: %q", a.Path, got)
		}
	}
}
