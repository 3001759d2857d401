package dossier

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"quotidian/dossier/decision"
)

// twin makes two dossiers from one: each gets its own articles and decisions.
func twin(t *testing.T) (a, b string) {
	t.Helper()
	dir := t.TempDir()
	a, b = filepath.Join(dir, "a.dossier"), filepath.Join(dir, "b.dossier")
	d := reopen(t, a)
	mustAdd(t, d, port()[:2]...)
	decide(t, d, decision.Decision{Kind: decision.Rename, Targets: []string{"name:ivo brandt"}, Value: "Ivo Brand", Who: "ana"})
	d.Close()
	copyTo(t, a, b)
	return a, b
}

// TestMerge: articles and decisions of two people who went on from one file come together, once each and by time;
// where they contradict each other the newer holds and the line says so.
func TestMerge(t *testing.T) {
	a, b := twin(t)
	d := reopen(t, a)
	mustAdd(t, d, pool()[3:5]...)
	decide(t, d, decision.Decision{Kind: decision.Outlet, Targets: articleOf(t, d, "Evening Star"), Value: "The Star", When: someDay.AddDate(0, 0, 1), Who: "ana"})
	decide(t, d, decision.Decision{Kind: decision.Same, Targets: []string{"name:dana orlova", "name:ivo brandt"}, When: someDay.AddDate(0, 0, 1), Who: "ana"})
	decide(t, d, decision.Decision{Kind: decision.Note, Targets: articleOf(t, d, "Morning Post"), Value: "heard it", When: someDay.AddDate(0, 0, 1), Who: "ana"})
	decide(t, d, decision.Decision{Kind: decision.NotAQuote, Targets: []string{"quote:" + tired(t, d)}, When: someDay.AddDate(0, 0, 1), Who: "ana"})
	d.Close()
	d = reopen(t, b)
	mustAdd(t, d, pool()[4:]...)
	decide(t, d, decision.Decision{Kind: decision.Outlet, Targets: articleOf(t, d, "Evening Star"), Value: "Star", When: someDay.AddDate(0, 0, 2), Who: "bo"})
	decide(t, d, decision.Decision{Kind: decision.Never, Targets: []string{"name:dana orlova", "name:ivo brandt"}, When: someDay.AddDate(0, 0, 2), Who: "bo"})
	decide(t, d, decision.Decision{Kind: decision.Note, Targets: articleOf(t, d, "Morning Post"), Value: "no such broadcast", When: someDay.AddDate(0, 0, 2), Who: "bo"})
	decide(t, d, decision.Decision{Kind: decision.Reattribute, Targets: []string{"quote:" + tired(t, d)}, Value: "Dana Orlova", When: someDay.AddDate(0, 0, 2), Who: "bo"})
	d.Close()
	ca, cb := filepath.Join(t.TempDir(), "a2.dossier"), filepath.Join(t.TempDir(), "b2.dossier")
	copyTo(t, a, ca)
	copyTo(t, b, cb)

	m, err := Merge(t.Context(), a, b, Options{Who: "ana", Now: clockFrom(someDay)})
	if err != nil {
		t.Fatal(err)
	}
	if m.Already != 3 || m.Added != 3 || m.Decisions != 4 {
		t.Errorf("%+v", m)
	}
	all := strings.Join(m.Conflicts, "\n")
	if len(m.Conflicts) != 4 || !strings.Contains(all, "shows nowhere, because of") || !strings.Contains(all, `"Star": holds, against`) || !strings.Contains(all, `"no such broadcast": holds, against`) || !strings.Contains(all, "left out") {
		t.Errorf("conflicts:\n%s", all)
	}
	one := reopen(t, a)
	sameFromNothing(t, one)
	want := snapshot(t, one)
	if kept, err := os.ReadFile(m.Kept); err != nil || len(kept) == 0 {
		t.Errorf("the dossier was not kept: %v", err)
	}
	if _, err := Merge(t.Context(), cb, ca, Options{Who: "ana", Now: clockFrom(someDay)}); err != nil {
		t.Fatal(err)
	}
	other := reopen(t, cb)
	if got := snapshot(t, other); got != want {
		t.Errorf("merged the other way round: %s", difference(got, want))
	}
	other.Close()
	again, err := Merge(t.Context(), cb, ca, Options{Who: "ana"})
	if err != nil || again.Added != 0 || again.Decisions != 0 {
		t.Errorf("merged again: %+v %v", again, err)
	}
}

// TestMergeKnowsOtherSpellings: two people who knew two speakers by other spellings gave one another name, or joined the
// two and kept them apart. Neither log names what the other does, and yet it is listed.
func TestMergeKnowsOtherSpellings(t *testing.T) {
	for want, kinds := range map[string][2]decision.Kind{
		`rename "of bo": holds, against decision`: {decision.Rename, decision.Rename},
		`role "of bo": holds, against decision`:   {decision.Role, decision.Role},
		"never: holds beside decision":            {decision.Same, decision.Never},
	} {
		settled := func(who, day, first, second string, kind decision.Kind) string {
			path := filepath.Join(t.TempDir(), who+".dossier")
			d := reopen(t, path)
			defer d.Close()
			for _, name := range []string{first, second} {
				mustAdd(t, d, art(who+"'s post", day, fmt.Sprintf("“Nobody told %s about the gates,” said %s.", day, name)))
			}
			dec := decision.Decision{Kind: kind, Targets: []string{"name:" + decision.Key(first)}, Value: "of " + who, Who: who}
			if kind != decision.Rename && kind != decision.Role {
				dec.Targets, dec.Value = append(dec.Targets, "name:"+decision.Key(second)), ""
			}
			decide(t, d, dec)
			return path
		}
		a := settled("ana", "2031-05-02", "Rustam Hadjibekov", "Oda Lindmaren", kinds[0])
		b := settled("bo", "2031-05-03", "Rustam Hadjibekow", "Oda Lindmarren", kinds[1])
		m, err := Merge(t.Context(), a, b, Options{Who: "ana", Now: clockFrom(someDay)})
		if err != nil {
			t.Fatal(err)
		}
		if len(m.Conflicts) != 1 || !strings.Contains(m.Conflicts[0], want) {
			t.Errorf("conflicts: %q, want %q", m.Conflicts, want)
		}
	}
}

// TestMergeOfMarks: bounds that two people corrected otherwise, and what one settled about a quote of which the other corrected them, are
// listed; who corrects his own is no conflict.
func TestMergeOfMarks(t *testing.T) {
	a, b := twin(t)
	const text = `Rain fell. Dana Orlova said that the harbour will open on Monday at noon, which nobody believed for a moment. Nobody cheered.`
	mark := func(path, who, words string, day int) {
		t.Helper()
		d := reopen(t, path)
		mustAdd(t, d, art("Night Desk", "2031-05-04", text))
		dec := markIn(t, d, "Night Desk", words, "Dana Orlova")
		dec.Who, dec.When = who, someDay.AddDate(0, 0, day)
		decide(t, d, dec)
		d.Close()
	}
	d := reopen(t, a)
	mustAdd(t, d, art("Night Desk", "2031-05-04", text))
	page, err := d.Article(ArticleID(articleOf(t, d, "Night Desk")[0]))
	if err != nil {
		t.Fatal(err)
	}
	decide(t, d, decision.Decision{Kind: decision.Reattribute, Targets: []string{string(page.Appearances[0].Quote)}, Value: "Ivo Brandt", Who: "ana"})
	d.Close()
	const wide, narrow = "the harbour will open on Monday at noon, which nobody believed", "the harbour will open on Monday at noon, which"
	mark(a, "ana", wide, 40)
	mark(b, "bo", narrow, 41)
	mark(b, "bo", "harbour will open on Monday at noon, which nobody", 42)
	m, err := Merge(t.Context(), a, b, Options{Who: "bo"})
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(m.Conflicts, "\n")
	if len(m.Conflicts) != 2 || !strings.Contains(said, `by ana on 2031-06-13: missed-quote "Dana Orlova": shows nowhere, because of decision `) ||
		!strings.Contains(said, `reattribute "Ivo Brandt": shows nowhere, because of decision `) || strings.Count(said, "by bo") != 2 {
		t.Errorf("%q", m.Conflicts)
	}
}

// TestMergeWithoutBackup: that the daily backup could not be made fails no merge, which keeps the dossier as it was under a name of its own.
func TestMergeWithoutBackup(t *testing.T) {
	name := strings.Repeat("x", 227) + ".dossier" // leaves room for "-backup-merge", none for a day
	a, b := filepath.Join(t.TempDir(), name), filepath.Join(t.TempDir(), "b.dossier")
	for i, path := range []string{a, b} {
		d := reopen(t, path)
		mustAdd(t, d, port()[i])
		d.Close()
	}
	m, err := Merge(t.Context(), a, b, Options{Who: "ana"})
	if err != nil || m.Added != 1 {
		t.Fatalf("%+v, %v", m, err)
	}
	if _, err := os.Stat(m.Kept); err != nil {
		t.Error(err)
	}
}

// tired gives the id of Ivo Brandt's quote.
func tired(t *testing.T, d *Dossier) string {
	t.Helper()
	hits, err := d.Find(Search{Words: "tired", Quotes: true})
	if err != nil || len(hits) != 1 {
		t.Fatalf("%d hits, %v", len(hits), err)
	}
	return string(hits[0].Quote)
}

func articleOf(t *testing.T, d *Dossier, outlet string) []string {
	t.Helper()
	infos, err := d.Articles()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range infos {
		if a.Outlet.Name == outlet {
			return []string{string(a.ID)}
		}
	}
	t.Fatalf("no article of %s", outlet)
	return nil
}

// TestMergeLogs: merging is the same from both sides, loses nothing and keeps each log's order; merging with itself
// changes nothing.
func TestMergeLogs(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		draw := func(who string) (log []decision.Decision) {
			at := someDay
			for i := range rapid.IntRange(0, 6).Draw(r, "length "+who) {
				at = at.AddDate(0, 0, rapid.IntRange(0, 3).Draw(r, "later"))
				d := decision.Decision{Seq: int64(i + 1), Kind: decision.Note, Targets: []string{"quote:x"}, Value: who + string(rune('a'+i)), Who: who, When: at}
				if i > 0 && rapid.Bool().Draw(r, "undo") {
					d = decision.Decision{Seq: d.Seq, Kind: decision.Undo, Of: int64(i), Who: who, When: at}
				}
				log = append(log, d)
			}
			return log
		}
		a, b := draw("ana"), draw("bo")
		one, two := decision.Merge(a, b), decision.Merge(b, a)
		if toJSON(one) != toJSON(two) {
			r.Fatalf("two ways:\n%s\n%s", toJSON(one), toJSON(two))
		}
		if len(one) != len(a)+len(b) {
			r.Fatalf("%d and %d make %d", len(a), len(b), len(one))
		}
		if self := decision.Merge(one, one); toJSON(self) != toJSON(one) {
			r.Fatalf("merged with itself: %s, not %s", toJSON(self), toJSON(one))
		}
		active := func(log []decision.Decision) int { h := decision.Fold(log); return len(h.Active) }
		if active(one) != active(a)+active(b) {
			r.Fatalf("%d in force, want %d and %d", active(one), active(a), active(b))
		}
	})
}
