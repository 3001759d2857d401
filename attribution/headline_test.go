package attribution

import (
	"testing"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/quotes"
)

// TestHeadlineNames: who is called by the surname alone has the full name that the headline prints, and nothing else that a
// headline prints before a surname.
func TestHeadlineNames(t *testing.T) {
	for _, c := range []struct{ title, text, want string }{
		{"Dora Karro leaves the mill after nine years", "Karro said the mill would stay open.", "Dora Karro"},
		{"Why the Mill Will Miss Dora K. Karro", "Karro said the mill would stay open.", "Dora K. Karro"},
		{"Pieter Van Der Welle leaves the mill", "“It stays open,” Van Der Welle said.", "Pieter Van Der Welle"},
		{"Will Karro leave the mill?", "Karro said the mill would stay open.", "Karro"},
		{"Mill loses Karro", "Karro said the mill would stay open.", "Karro"},
		{"Dora Karroway leaves the mill", "Karro said the mill would stay open.", "Karro"},
		{"Dora Karro leaves the mill", "Ines Karro is the miller. Karro said the mill would stay open.", "Ines Karro"},
		{"", "Karro said the mill would stay open.", "Karro"},
	} {
		a := &articles.Article{Title: c.title, Text: c.text}
		got := Resolve(a, quotes.Find(sentence.Of(c.text)))
		if len(got) != 1 || got[0].Speaker == nil || got[0].Speaker.Name != c.want {
			t.Errorf("%q, %q: %+v", c.title, c.text, got)
		}
	}
}

// TestHeadlineVerbs: the verb of a headline in capitals is no part of who speaks.
func TestHeadlineVerbs(t *testing.T) {
	check(t, "Visibly Upset Norland PM Jacinda Orlo Resigns: ‘Not Enough in the Tank’\n\n“It is late,” Prime Minister Jacinda Orlo told reporters.", []told{
		{content: "‘Not Enough in the Tank’", source: "Visibly Upset Norland PM Jacinda Orlo Resigns", name: "Jacinda Orlo", kind: "person", role: "Prime Minister"},
	})
}
