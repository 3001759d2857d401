package dossier

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quotidian/dossier/decision"
)

// TestParting: of a speaker some articles, or a spelling in all of them, can be split off and be shown under a name of their own.
func TestParting(t *testing.T) {
	for _, c := range []struct {
		title  string
		leaves func(m *Mention) bool
		refs   string
		quotes int // of who left
	}{
		{"one article of a name", func(m *Mention) bool { return m.Article.Outlet.Name == "Evening Star" }, "mention:", 1},
		{"a spelling", func(m *Mention) bool { return m.Name == "Orlova" }, "name:orlova", 1},
		{"all of a name", func(m *Mention) bool { return m.Name == "Dana Orlova" }, "name:dana orlova", 3},
	} {
		d := newDossier(t)
		mustAdd(t, d, port()...)
		s := speakerNamed(t, d, "Dana Orlova")
		all, err := d.Mentions(s.ID)
		if err != nil || len(all) != 3 || all[0].Article.Outlet.Name != "Morning Post" || all[0].Quotes != 2 || all[2].Name != "Orlova" || !strings.Contains(all[0].Words, "harbour") {
			t.Fatalf("%+v %v", all, err)
		}
		refs := Parting(all, func(i int) bool { return c.leaves(&all[i]) })
		if len(refs) != 1 || !strings.HasPrefix(refs[0], c.refs) {
			t.Errorf("%s: %v", c.title, refs)
		}
		decide(t, d, decision.Decision{Kind: decision.Split, Targets: refs})
		decide(t, d, decision.Decision{Kind: decision.Rename, Targets: refs, Value: "Dana Orlova (swimmer)"})
		if left := speakerNamed(t, d, "Dana Orlova (swimmer)"); left.Quotes != c.quotes {
			t.Errorf("%s: %+v", c.title, left)
		}
		for range 2 {
			if _, err := d.Undo(); err != nil {
				t.Fatal(err)
			}
		}
		if again := speakerNamed(t, d, "Dana Orlova"); again.Quotes != s.Quotes {
			t.Errorf("%s: undone, %+v", c.title, again)
		}
	}
}

// splitJoined gives a dossier in which two people were joined by hand and one article of the join was split off under a name, with
// what it was before that.
func splitJoined(t *testing.T, path string) (d *Dossier, before string) {
	t.Helper()
	d = reopen(t, path)
	mustAdd(t, d, port()...)
	decide(t, d, decision.Decision{Kind: decision.Same, Targets: []string{string(speakerNamed(t, d, "Dana Orlova").ID), string(speakerNamed(t, d, "Ivo Brandt").ID)}})
	before = snapshot(t, d)
	all, err := d.Mentions(speakerNamed(t, d, "Dana Orlova").ID)
	if err != nil || len(all) != 4 {
		t.Fatalf("%+v %v", all, err)
	}
	refs := Parting(all, func(i int) bool { return all[i].Article.Outlet.Name == "Morning Post" })
	if len(refs) != 1 || !strings.HasPrefix(refs[0], "mention:") {
		t.Fatal(refs)
	}
	decide(t, d, decision.Decision{Kind: decision.Split, Targets: refs, Value: "Dana Orlova (swimmer)"})
	return d, before
}

// TestPartingOfJoined: an article leaves a speaker who was joined by hand; it stays so when articles come, are read or analysed again and
// the file is opened anew, and one undo takes back the split and the name.
func TestPartingOfJoined(t *testing.T) {
	path := filepath.Join(t.TempDir(), "t.dossier")
	d, before := splitJoined(t, path)
	holds := func(when string, stay int) {
		t.Helper()
		if left, stays := speakerNamed(t, d, "Dana Orlova (swimmer)"), speakerNamed(t, d, "Dana Orlova"); left.Quotes != 2 || stays.Quotes != stay {
			t.Errorf("%s: %+v left %+v", when, left, stays)
		}
		sameFromNothing(t, d)
	}
	holds("split", 3)
	after := snapshot(t, d)
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if now := snapshot(t, d); now != before {
		t.Errorf("undone: %s", difference(now, before))
	}
	if _, err := d.Redo(); err != nil {
		t.Fatal(err)
	}
	if now := snapshot(t, d); now != after {
		t.Errorf("redone: %s", difference(now, after))
	}
	mustAdd(t, d, port()...)
	mustAdd(t, d, art("Night Desk", "2031-05-04", `“Nobody knows,” said Dana Orlova.`))
	holds("another article", 4)
	d.quickly.rules = "next"
	if _, err := d.Analyse(t.Context(), true, nil); err != nil {
		t.Fatal(err)
	}
	holds("analysed again", 4)
	d.Close()
	d = reopen(t, path)
	holds("opened again", 4)
}

// TestJoinedAgain: who left cannot be joined again by other references than those of the split while that holds, for it would leave the
// split half in force; once it is taken back nobody has the name that came with it.
func TestJoinedAgain(t *testing.T) {
	d, _ := splitJoined(t, filepath.Join(t.TempDir(), "t.dossier"))
	again := decision.Decision{Kind: decision.Same, Targets: []string{string(speakerNamed(t, d, "Dana Orlova (swimmer)").ID), "name:ivo brandt"}}
	var against *decision.Contradiction
	if _, err := d.Decide(again); !errors.As(err, &against) || !strings.Contains(err.Error(), "decision 2 by ana") {
		t.Error(err)
	}
	if _, err := d.Withdraw(2); err != nil {
		t.Fatal(err)
	}
	if s := speakerNamed(t, d, "Dana Orlova"); s.Quotes != 5 {
		t.Errorf("%+v", s)
	}
	sameFromNothing(t, d)
}

// TestNameOfASplitLeftOut: where logs of two people were put together a split may be out of force; its name is nobody's then.
func TestNameOfASplitLeftOut(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	w, err := d.working(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	v := fold(w.corpus, w.machine, []decision.Decision{
		{Seq: 1, Kind: decision.Same, Targets: []string{"name:dana orlova", "name:ivo brandt"}},
		{Seq: 2, Kind: decision.Split, Targets: []string{"name:ivo brandt"}, Against: []string{"name:dana orlova"}, Value: "Ivo (diver)"},
	}, w.memo)
	for _, s := range v.speakers() {
		if s.name == "Ivo (diver)" {
			t.Errorf("%+v", s)
		}
	}
}

// TestSplitWithoutEffect: what joins of other references would hold together is refused, with the decision that does so, and nothing is
// written; a name is for speakers alone.
func TestSplitWithoutEffect(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	dana, ivo := speakerNamed(t, d, "Dana Orlova").ID, speakerNamed(t, d, "Ivo Brandt").ID
	decide(t, d, decision.Decision{Kind: decision.Same, Targets: []string{string(dana), string(ivo)}})
	all, err := d.Mentions(speakerNamed(t, d, "Dana Orlova").ID)
	if err != nil {
		t.Fatal(err)
	}
	post := all[0].Ref
	for _, dec := range []decision.Decision{
		{Kind: decision.Split, Targets: []string{"name:ivo brandt"}, Value: "Ivo (diver)"},
		{Kind: decision.Split, Targets: []string{post, "name:ivo brandt"}, Value: "Ivo (diver)"},
		{Kind: decision.Never, Targets: []string{post}, Against: []string{"name:ivo brandt"}},
	} {
		_, err := d.Decide(dec)
		var against *decision.Contradiction
		if !errors.As(err, &against) || !strings.Contains(err.Error(), "decision 1 by ana") {
			t.Errorf("%v: %v", dec.Targets, err)
		}
	}
	if _, err := d.Decide(decision.Decision{Kind: decision.Split, Targets: []string{string(find(t, d, "harbour").ID)}, Value: "Ivo (diver)"}); err == nil {
		t.Error("a statement was given a name")
	}
	if log, err := d.Log(); err != nil || len(log) != 1 {
		t.Errorf("%d entries %v", len(log), err)
	}
}

// TestPartingOfTwoOfOneName: where another speaker has the name too, the name means both, so the mentions are named.
func TestPartingOfTwoOfOneName(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, append(port()[:2], art("Night Desk", "2031-05-04", `“Nobody knows,” said Dana Orlova.`))...)
	all, err := d.Mentions(speakerNamed(t, d, "Dana Orlova").ID)
	if err != nil || len(all) != 3 {
		t.Fatalf("%+v %v", all, err)
	}
	decide(t, d, decision.Decision{Kind: decision.Split, Targets: []string{all[0].Ref}})
	list, err := d.Speakers()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range list {
		all, err := d.Mentions(s.ID)
		if err != nil || s.Name == "Dana Orlova" && slices.ContainsFunc(all, func(m Mention) bool { return m.Wide != "" }) {
			t.Errorf("%+v %v", all, err)
		}
	}
}

// TestRole: a speaker is described as a person says, on the list and where a quote stands; as nothing when that is empty; and as printed
// once it is taken back.
func TestRole(t *testing.T) {
	d, err := Open(filepath.Join(t.TempDir(), "t.dossier"), Options{Create: true, Who: "ana"})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	mustAdd(t, d, art("Morning Post", "2031-05-02", `“The harbour will open on Monday,” said Dana Orlova, mayor of Varn.`),
		art("Evening Star", "2031-05-03", `“We are tired,” said Dana Orlova.`))
	id := speakerNamed(t, d, "Dana Orlova").ID
	check := func(listed []string, printed string) {
		t.Helper()
		if got := speakerNamed(t, d, "Dana Orlova").Roles; !slices.Equal(got, listed) {
			t.Errorf("listed as %q, want %q", got, listed)
		}
		if got := appearances(t, d, find(t, d, "harbour").ID)[0].Role; got != printed {
			t.Errorf("beside the quote %q, want %q", got, printed)
		}
	}
	as := func(role string) decision.Decision {
		return decide(t, d, decision.Decision{Kind: decision.Role, Targets: []string{string(id)}, Value: role})
	}
	check([]string{"mayor of Varn"}, "mayor of Varn")
	if got := as(" head of the port "); !strings.Contains(got.Before, "Dana Orlova, mayor of Varn, 2 quotes") || !strings.Contains(got.After, "Dana Orlova, head of the port, 2 quotes") {
		t.Errorf("%q, then %q", got.Before, got.After)
	}
	check([]string{"head of the port"}, "head of the port")
	as("")
	check(nil, "")
	mustAdd(t, d, art("New Sheet", "2031-05-06", `"Nothing is settled," said Dana Orlova, mayor of Varn.`))
	check(nil, "")
	sameFromNothing(t, d)
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	check([]string{"head of the port"}, "head of the port")
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	check([]string{"mayor of Varn"}, "mayor of Varn")
}

// TestRoleOfAllSpellings: the role is the speaker's, also beside a quote of a spelling that joined later, and in the file opened anew.
func TestRoleOfAllSpellings(t *testing.T) {
	path := filepath.Join(t.TempDir(), "t.dossier")
	d, err := Open(path, Options{Create: true, Who: "ana"})
	if err != nil {
		t.Fatal(err)
	}
	mustAdd(t, d, art("Morning Post", "2031-05-02", `“The harbour will open on Monday,” said Dana Orlova, mayor of Varn.`))
	decide(t, d, decision.Decision{Kind: decision.Role, Targets: []string{string(speakerNamed(t, d, "Dana Orlova").ID)}, Value: "head of the port"})
	mustAdd(t, d, art("Evening Star", "2031-06-30", `“We are tired,” said Danica Orlow, chief of police.`))
	check := func(role string) {
		t.Helper()
		if got := appearances(t, d, find(t, d, "tired").ID)[0].Role; got != role {
			t.Errorf("beside the quote %q, want %q", got, role)
		}
	}
	check("chief of police")
	decide(t, d, decision.Decision{Kind: decision.Same, Targets: []string{string(speakerNamed(t, d, "Dana Orlova").ID), string(speakerNamed(t, d, "Danica Orlow").ID)}})
	check("head of the port")
	d.Close()
	if d, err = Open(path, Options{}); err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	check("head of the port")
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	check("chief of police")
}
