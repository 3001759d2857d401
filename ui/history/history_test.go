package history

import (
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/background"
)

func TestEntriesShowWhatHolds(t *testing.T) {
	got := entries([]decision.Decision{
		{Seq: 1, Kind: decision.Confirm}, {Seq: 2, Kind: decision.Rename, Value: "Ilse Brandt"}, {Seq: 3, Kind: decision.Undo, Of: 1},
	}, nil)
	want := []struct {
		text   string
		struck bool
		holds  bool
	}{{"taken back #1: confirmed", false, false}, {"renamed: Ilse Brandt", false, true}, {"confirmed", true, false}}
	for i, w := range want {
		c := got[i].what()
		if c.Text != w.text || c.Style.Strikethrough != w.struck || got[i].inForce != w.holds {
			t.Errorf("%d: %q, struck %v, in force %v", i, c.Text, c.Style.Strikethrough, got[i].inForce)
		}
	}
}

// TestSplitTellsWhatLeft: an entry about a split, and one that takes it back, say what left apart from what stays.
func TestSplitTellsWhatLeft(t *testing.T) {
	found := map[string]dossier.Subject{}
	for _, name := range []string{"Kesh", "Dana Orlo", "Ada Fink"} {
		found["name:"+name] = dossier.Subject{Ref: "name:" + name, Text: name}
	}
	split := decision.Decision{Seq: 1, Kind: decision.Split, Targets: []string{"name:Kesh"}, Against: []string{"name:Dana Orlo", "name:Ada Fink"}}
	undo := decision.Decision{Seq: 2, Kind: decision.Undo, Of: 1, Targets: split.Targets, Against: split.Against}
	for _, e := range entries([]decision.Decision{split, undo}, found) {
		if len(e.about) != 1 || e.about[0].Text != "Kesh" || len(e.stays) != 2 {
			t.Errorf("%s: about %v, stays %v", e.Kind, e.about, e.stays)
		}
	}
}

// slow is a log of one entry of which nobody knows for a while what it is about.
type slow struct{ known chan struct{} }

func (s *slow) Log() ([]decision.Decision, error) {
	return []decision.Decision{{Seq: 1, Kind: decision.Confirm}}, nil
}

func (s *slow) Subjects([]decision.Decision) (map[string]dossier.Subject, error) {
	select {
	case <-s.known:
		return nil, nil
	case <-time.After(10 * time.Second):
		return nil, errors.New("waited for")
	}
}

// host is a window of which only what goes wrong counts.
type host struct {
	Host
	failed error
}

func (h *host) Failed(err error) { h.failed = err }

// TestReadInTheBackground: the window goes on while the log is read, and of two readings the newer one is shown.
func TestReadInTheBackground(t *testing.T) {
	test.NewTempApp(t)
	pump, work := background.NewPump()
	t.Cleanup(work.Close)
	src, h := &slow{known: make(chan struct{})}, &host{}
	v := New(src, h, work)
	v.Reload()
	v.Reload()
	if v.log.Len() != 0 {
		t.Fatal("the window waited")
	}
	close(src.known)
	if !pump.Settle(time.Minute, func() bool { return v.log.Len() == 1 || h.failed != nil }) || h.failed != nil {
		t.Fatalf("%d entries, %v", v.log.Len(), h.failed)
	}
}
