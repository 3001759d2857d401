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
	found := map[string]dossier.Subject{quote.Ref: quote, orlo.Ref: orlo, kesh.Ref: kesh}
	for _, name := range []string{"Ada Fink", "Bela Orsic", "Cyra Lund"} {
		found["name:"+name] = dossier.Subject{Ref: "name:" + name, Text: name}
	}
	no := &decision.Decision{Kind: decision.NotAQuote, Targets: []string{quote.Ref}}
	never := &decision.Decision{Kind: decision.Never, Targets: []string{orlo.Ref}, Against: []string{kesh.Ref}}
	many := &decision.Decision{Kind: decision.Never, Targets: []string{orlo.Ref, kesh.Ref, "name:Ada Fink"}, Against: []string{"name:Bela Orsic", "name:Cyra Lund"}}
	split := &decision.Decision{Kind: decision.Split, Targets: []string{kesh.Ref}, Against: []string{orlo.Ref, "name:Ada Fink"}}
	check := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	check(Sentence(no, found), "not a quote – “The lock stays shut,” (Lagune Wire, undated)")
	check(Sentence(never, found), "never the same – Dana Orlo · Kesh")
	check(Sentence(many, found), "never the same – Dana Orlo · Kesh · Ada Fink · and 2 more")
	check(Sentence(split, found), "split off – Kesh")
	about, stays := Parted(split, found)
	check(Line(about, stays, 60), "Kesh – stays: Dana Orlo · Ada Fink")
	check(Sentence(&decision.Decision{Kind: decision.Role, Value: "mayor", Targets: []string{kesh.Ref}}, found), "role: mayor – Kesh")
	check(Sentence(&decision.Decision{Kind: decision.Role, Targets: []string{kesh.Ref}}, found), "no role – Kesh")
	if err := say.Use(say.German); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := say.Use(say.English); err != nil {
			t.Fatal(err)
		}
	}()
	check(Sentence(no, found), "kein Zitat – „The lock stays shut,“ (Lagune Wire, undatiert)")
	for k := range kinds {
		if Kind(k) == kinds[k] {
			t.Errorf("%s has no German", k)
		}
	}
}
