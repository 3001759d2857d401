package severity

import (
	"testing"

	"quotidian/matching/wording"
	"quotidian/ui/look"
)

func TestGraveChangesComeFirst(t *testing.T) {
	tags := Tags([]wording.ChangeKind{wording.Trimmed, wording.Reworded, wording.Negation})
	for i, want := range []struct {
		text   string
		ground string
	}{{"negation", string(look.Grave)}, {"reworded", string(look.Notable)}, {"trimmed", string(look.Slight)}} {
		if tags[i].Text != want.text || string(tags[i].Ground) != want.ground {
			t.Errorf("%d: %+v, want %+v", i, tags[i], want)
		}
	}
	if Rank("unheard of") <= Rank(wording.Trimmed) {
		t.Error("an unknown kind is graver than a known one")
	}
}

func TestStatus(t *testing.T) {
	if _, ok := Status("machine"); ok {
		t.Error("a statement nobody looked at has a badge")
	}
	if tag, ok := Status("confirmed"); !ok || tag.Ground != look.Settled {
		t.Errorf("confirmed: %+v", tag)
	}
}
