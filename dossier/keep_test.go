package dossier

import (
	"fmt"
	"path/filepath"
	"testing"

	"quotidian/articles"
	"quotidian/dossier/store"
)

// addAnew adds articles as a program does that has just opened the dossier.
func addAnew(t *testing.T, path string, more ...articles.Article) *Dossier {
	t.Helper()
	d := reopen(t, path)
	mustAdd(t, d, more...)
	return d
}

// TestKept: what one program found out by comparing the next one adopts, and joins as if it had compared itself.
func TestKept(t *testing.T) {
	path, all := filepath.Join(t.TempDir(), "k.dossier"), generated(60)
	for i := range all {
		all[i].Text += fmt.Sprintf("\"The harbour is shut,\" said %s.\n", "E"+madeUp(uint64(977*i+5000))+" O"+madeUp(uint64(641*i+9000))+"ski")
	}
	for i, step := range [][2]int{{0, 40}, {40, 41}, {41, 60}} {
		d := addAnew(t, path, all[step[0]:step[1]]...)
		if k := d.work.joiner; k.recordings != i+1 || k.namesRecorded != i+1 {
			t.Errorf("after import %d: %d pieces of words and %d of names", i+1, k.recordings, k.namesRecorded)
		}
		sameFromNothing(t, d)
		d.Close()
	}
}

// TestKeptRenewed: many pieces become one.
func TestKeptRenewed(t *testing.T) {
	path, all := filepath.Join(t.TempDir(), "k.dossier"), generated(piecesAtMost+2)
	d := reopen(t, path)
	for i := range all {
		mustAdd(t, d, all[i])
	}
	pieces, err := d.store.Kept(t.Context(), keptWords)
	if err != nil || len(pieces) != 2 {
		t.Errorf("%d pieces after %d imports: %v", len(pieces), len(all), err)
	}
	d.Close()
	d = addAnew(t, path, generated(piecesAtMost + 3)[piecesAtMost+2])
	defer d.Close()
	if got := d.work.joiner.recordings; got != 3 {
		t.Errorf("the pieces were not adopted: %d", got)
	}
	sameFromNothing(t, d)
}

// TestKeptDamaged: pieces that do not fit are left aside.
func TestKeptDamaged(t *testing.T) {
	all := generated(12)
	for name, spoil := range map[string]func(piece []byte) []byte{
		"empty":       func([]byte) []byte { return []byte{} },
		"cut":         func(p []byte) []byte { return p[:len(p)/2] },
		"other rules": func(p []byte) []byte { p[5]++; return p },
		"other items": func(p []byte) []byte { p[40]++; return p },
		"no number":   func(p []byte) []byte { return append(p, 0xff) },
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "k.dossier")
			d := addAnew(t, path, all[:8]...)
			for _, kept := range []string{keptNames, keptWords} {
				pieces, err := d.store.Kept(t.Context(), kept)
				if err != nil || len(pieces) != 1 {
					t.Fatal(len(pieces), err)
				}
				err = d.store.Apply(t.Context(), store.Change{Kept: []store.Kept{{Name: kept, Anew: true, Piece: spoil(pieces[0])}}})
				if err != nil {
					t.Fatal(err)
				}
			}
			d.Close()
			d = addAnew(t, path, all[8:]...)
			defer d.Close()
			if k := d.work.joiner; k.recordings != 1 || k.namesRecorded != 1 {
				t.Errorf("pieces were adopted: %d of words, %d of names", k.recordings, k.namesRecorded)
			}
			sameFromNothing(t, d)
		})
	}
}
