package speakers

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/ui/look"
)

func TestSearchAndOrder(t *testing.T) {
	m := NewModel()
	m.Set([]dossier.SpeakerInfo{
		{ID: "1", Name: "Mirel Danko", Quotes: 3, Spellings: []dossier.Spelling{{Text: "Mirel Dankow"}, {Text: "Danko"}}},
		{ID: "2", Name: "Ilse Brandt", Quotes: 5, Roles: []string{"mayor"}},
		{ID: "3", Name: "Anders Holm", Quotes: 3, Outlets: []string{"Harbour Post"}},
	})
	shown := func() string {
		s := ""
		for i := range m.Len() {
			s += string(m.Row(i).ID)
		}
		return s
	}
	if shown() != "231" {
		t.Errorf("most quotes first: %s", shown())
	}
	for column, want := range map[int]string{byName: "321", bySpellings: "132", byOutlets: "321"} {
		m.Sort(byStatements) // whatever the order was before
		m.Sort(column)
		if shown() != want {
			t.Errorf("column %d: %s, want %s", column, shown(), want)
		}
	}
	for query, want := range map[string]string{"dankow": "1", "mayor": "2", "harbour": "3", "nobody": ""} {
		m.Search(query)
		if shown() != want {
			t.Errorf("%q: %s, want %s", query, shown(), want)
		}
	}
	m.Search("nobody")
	if m.Index("1") != -1 {
		t.Error("a speaker that is not shown has a place")
	}
}

// source lists speakers.
type source struct{ list []dossier.SpeakerInfo }

func (s *source) Speakers() ([]dossier.SpeakerInfo, error) { return s.list, nil }

func (s *source) Mentions(dossier.SpeakerID) ([]dossier.Mention, error) { return nil, nil }

// TestJoinedIsChosen: after two speakers were made one the cursor is on what is left, whichever it is.
func TestJoinedIsChosen(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	for _, left := range []dossier.SpeakerID{"1", "2"} {
		s := &source{[]dossier.SpeakerInfo{{ID: "1", Name: "Dorozhkin"}, {ID: "2", Name: "Mikhail Dorozhkin"}, {ID: "3", Name: "Ana Orlo"}}}
		h := &host{answer: s.list[1]}
		v := New(s, h)
		v.Reload()
		v.Grid.Select(v.Model.Index("1"))
		v.Join()
		if h.but != "1" || !cmp.Equal(h.decided.Targets, []string{"1", "2"}) {
			t.Fatalf("asked for any but %q, decided %+v", h.but, h.decided)
		}
		s.list = []dossier.SpeakerInfo{{ID: left, Name: "Mikhail Dorozhkin"}, s.list[2]}
		v.Reload()
		if got := v.Selected(); got == nil || got.ID != left {
			t.Errorf("of %s the cursor is on %+v", left, got)
		}
	}
}

// host answers the question for a speaker and notes what is decided.
type host struct {
	Host
	answer  dossier.SpeakerInfo
	but     dossier.SpeakerID
	decided decision.Decision
}

func (h *host) AskSpeaker(_ string, than dossier.SpeakerInfo, picked func(dossier.SpeakerInfo)) {
	h.but = than.ID
	picked(h.answer)
}

func (h *host) Decide(d decision.Decision, _ string) { h.decided = d }
func (h *host) Key(*fyne.KeyEvent)                   {}
func (h *host) Rune(rune)                            {}

func TestAlikeJoinsAreFolded(t *testing.T) {
	j := func(b string, score float64) dossier.Join {
		return dossier.Join{A: "Ana Orlo", B: b, Score: score, By: "machine", Reasons: []dossier.Reason{{Text: "named on the same day", For: true}}}
	}
	got := fold([]dossier.Join{j("Orlo", .99), j("A. Orlo", .9), j("Orlo", .97)})
	if len(got) != 2 || got[0].count != 2 || got[0].Score != .97 || got[1].count != 1 {
		t.Errorf("%+v", got)
	}
}
