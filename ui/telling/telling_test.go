package telling

import (
	"testing"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/say"
)

// TestSentence: what was undone is said with the words and where they were printed, in the language of the window.
func TestSentence(t *testing.T) {
	quote := dossier.Subject{
		Ref: "quote:1f", Text: `"The lock stays shut,"`, Quote: "1f",
		Article: dossier.ArticleInfo{ID: "a", Title: "Varn", Outlet: articles.Outlet{Name: "Lagune Wire"}},
	}
	orlo, kesh := dossier.Subject{Ref: "name:dana orlo", Text: "Dana Orlo"}, dossier.Subject{Ref: "name:kesh", Text: "Kesh"}
	no := &decision.Decision{Kind: decision.NotAQuote}
	never := &decision.Decision{Kind: decision.Never}
	check := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	check(Sentence(no, []dossier.Subject{quote}), "not a quote – “The lock stays shut,” (Lagune Wire, undated)")
	check(Sentence(never, []dossier.Subject{orlo, kesh}), "never the same – Dana Orlo · Kesh")
	check(Sentence(never, []dossier.Subject{orlo, kesh, orlo, kesh, kesh}), "never the same – Dana Orlo · Kesh · Dana Orlo · and 2 more")
	check(Sentence(&decision.Decision{Kind: decision.Role, Value: "mayor"}, []dossier.Subject{kesh}), "role: mayor – Kesh")
	check(Sentence(&decision.Decision{Kind: decision.Role}, []dossier.Subject{kesh}), "no role – Kesh")
	if err := say.Use(say.German); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := say.Use(say.English); err != nil {
			t.Fatal(err)
		}
	}()
	check(Sentence(no, []dossier.Subject{quote}), "kein Zitat – „The lock stays shut,“ (Lagune Wire, undatiert)")
	for k := range kinds {
		if Kind(k) == kinds[k] {
			t.Errorf("%s has no German", k)
		}
	}
}
