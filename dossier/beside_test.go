package dossier

import (
	"fmt"
	"sync"
	"testing"

	"quotidian/dossier/decision"
)

// TestReadersBesideWriter: whoever reads while another imports, decides and undoes sees whole states of the dossier
// and no error.
func TestReadersBesideWriter(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for n := 0; ; n++ {
				select {
				case <-stop:
					if n == 0 {
						t.Error("a reader never got to read")
					}
					return
				default:
					readOnce(t, d)
				}
			}
		})
	}
	for i := range 12 {
		a := port()[i%3]
		a.Text += fmt.Sprintf(` "Edition %d is out," said Ivo Brandt.`, i)
		mustAdd(t, d, a)
		id := string(find(t, d, "wages").ID)
		decide(t, d, decision.Decision{Kind: decision.NotAQuote, Targets: []string{id}})
		if _, err := d.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	close(stop)
	wg.Wait()
}

func readOnce(t *testing.T, d *Dossier) {
	for s, err := range d.EachStatement(rowsOf(t, d, Filter{Speaker: "orlova"})) {
		if err != nil {
			t.Error(err)
			continue
		}
		if len(s.Appearances) != s.StatementRow.Appearances || len(s.Wordings) != s.WordingCount {
			t.Errorf("half a statement: %+v", s)
		}
	}
	if _, err := d.Articles(); err != nil {
		t.Error(err)
	}
	if _, err := d.Counts(); err != nil {
		t.Error(err)
	}
}
