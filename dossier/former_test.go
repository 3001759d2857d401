package dossier

import (
	"fmt"
	"slices"
	"testing"

	"quotidian/dossier/decision"
)

// TestFormerSpeaker: an id that a speaker had before articles came, or before a decision, goes on to mean who has it now, also shortened;
// one that nobody ever had means nobody.
func TestFormerSpeaker(t *testing.T) {
	d := newDossier(t)
	mustAdd(t, d, port()...)
	id := func(name string) SpeakerID {
		found, err := d.SpeakersLike(name)
		if err != nil || len(found) != 1 {
			t.Fatal(name, found, err)
		}
		return found[0]
	}
	var had []SpeakerID // of Ivo Brandt
	for day := 10; len(had) < 2 && day < 31; day++ {
		mustAdd(t, d, art("Hill Gazette", fmt.Sprintf("2031-05-%d", day), fmt.Sprintf("Ivo Brandt said that %d boats came.", day)))
		if now := id("ivo brandt"); !slices.Contains(had, now) {
			had = append(had, now)
		}
	}
	if len(had) < 2 {
		t.Fatalf("%v: the id stays", had)
	}
	dana := id("dana orlova")
	decide(t, d, decision.Decision{Kind: decision.Same, Targets: []string{string(dana), string(had[1])}})
	now := id("ivo brandt")
	all := rowsOf(t, d, Filter{Speaker: string(now)})
	for _, old := range append(had, dana) {
		for _, asked := range []string{string(old), string(old)[:10]} {
			if got := id(asked); got != now {
				t.Errorf("%s leads to %s, want %s", asked, got, now)
			}
			if rows := rowsOf(t, d, Filter{Speaker: asked}); len(rows) != len(all) {
				t.Errorf("%s: %d statements, want %d", asked, len(rows), len(all))
			}
			if hits, err := d.Find(Search{Speaker: asked, Quotes: true}); err != nil || len(hits) == 0 {
				t.Errorf("%s: %d quotes, %v", asked, len(hits), err)
			}
		}
	}
	if found, err := d.SpeakersLike("p-0123456789ab"); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}
