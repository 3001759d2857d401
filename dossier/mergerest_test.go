package dossier

import (
	"fmt"
	"path/filepath"
	"testing"

	"quotidian/articles"
)

// TestMergeOfTheRest: faults, saved searches and the last look are the same whichever dossier is named first; two searches of one name
// are both kept, and that is listed.
func TestMergeOfTheRest(t *testing.T) {
	var views []string
	for _, swap := range []bool{false, true} {
		dir := t.TempDir()
		a, b := filepath.Join(dir, "a.dossier"), filepath.Join(dir, "b.dossier")
		for i, path := range []string{a, b} {
			d, err := open(path, Options{Create: true, Who: "ana", Now: clockFrom(someDay.AddDate(0, 0, -i))}, handmade, directOnly)
			if err != nil {
				t.Fatal(err)
			}
			mustAdd(t, d, port()[i])
			fault := articles.Item{Fault: &articles.Fault{Path: port()[1-i].Path, Reason: "no permission"}}
			if _, err := d.Add(t.Context(), func(yield func(articles.Item) bool) { yield(fault) }, nil); err != nil {
				t.Fatal(err)
			}
			if err := d.SaveSearch("mine", Search{Words: fmt.Sprint("word", i)}); err != nil {
				t.Fatal(err)
			}
			if err := d.Look(""); err != nil {
				t.Fatal(err)
			}
			d.Close()
		}
		if swap {
			a, b = b, a
		}
		m, err := Merge(t.Context(), a, b, Options{Who: "ana", Now: clockFrom(someDay)})
		if err != nil || len(m.Conflicts) != 1 {
			t.Fatalf("%+v, %v", m, err)
		}
		if again, err := Merge(t.Context(), a, b, Options{Who: "ana"}); err != nil || len(again.Conflicts) != 0 {
			t.Errorf("merged again: %+v, %v", again, err)
		}
		d, err := open(a, Options{Who: "ana"}, handmade, directOnly)
		if err != nil {
			t.Fatal(err)
		}
		saved, err := d.SavedSearches()
		if err != nil || len(saved) != 2 {
			t.Errorf("%+v, %v", saved, err)
		}
		faults, err := d.Faults()
		if err != nil || len(faults) != 1 {
			t.Errorf("faults %v, %v", faults, err)
		}
		at, err := d.LastLook("")
		if err != nil || at.IsZero() {
			t.Errorf("last look %v, %v", at, err)
		}
		views = append(views, toJSON([]any{saved, faults, at}))
		d.Close()
	}
	if views[0] != views[1] {
		t.Errorf("merged the other way round:\n%s\n%s", views[0], views[1])
	}
}
