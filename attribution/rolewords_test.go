package attribution

import (
	"testing"

	"quotidian/articles"
)

// TestRolesOfSources: what stands between a name and its description, and where the two end.
func TestRolesOfSources(t *testing.T) {
	for _, x := range []struct{ text, name, role string }{
		{"“It is raw,” said Anne Orlo, KTB co-founder and program manager.", "Anne Orlo", "KTB co-founder and program manager"},
		{"“It is raw,” said Ana Varga, one of his editors at Tor.", "Ana Varga", "one of his editors at Tor"},
		{"“So be it,” said Rep. Brian Varga (R-TX), ranking member of the House Committee.", "Brian Varga", "Rep., ranking member of the House Committee"},
		{"Rui Orlo, also a board member, said that it was late.", "Rui Orlo", "board member"},
		{"KTB's lawyer Fazlul Kesh today told the Lantern that it was late.", "Fazlul Kesh", "KTB's lawyer"},
		{"District nazim Amir Kesh said that it was late.", "Amir Kesh", "District nazim"},
	} {
		q := Extract(&articles.Article{Text: x.text})
		if len(q) == 0 || q[0].Speaker == nil || q[0].Speaker.Name != x.name || q[0].Speaker.Role != x.role || q[0].Speaker.Kind != Person {
			t.Errorf("%q: got %+v, want %s, %s", x.text, q[0].Speaker, x.name, x.role)
		}
	}
}
