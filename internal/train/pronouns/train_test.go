package pronouns

import (
	"bytes"
	"io"
	"testing"

	"quotidian/assets/model"
	"quotidian/attribution"
	"quotidian/internal/gold"
)

// cases in which the second feature marks the right candidate and the first misleads half the time.
func cases() []attribution.Choice {
	var list []attribution.Choice
	for i := range 40 {
		noise := float64(i / 2 % 2)
		list = append(list, attribution.Choice{Right: i % 2, Features: [][]float64{{noise, float64((i + 1) % 2)}, {1 - noise, float64(i % 2)}}})
	}
	return list
}

func TestLearn(t *testing.T) {
	set := Settings{Steps: 200, Rate: .5, Penalty: .01}
	w := Learn(cases(), set)
	if w[1] < 1 || w[0] > .1 || w[0] < -.1 {
		t.Errorf("weights %v: the telling feature should weigh, the noise should not", w)
	}
	if s := Measure(cases(), w); s.Right != s.All {
		t.Errorf("learned weights rank %v", s)
	}
	if again := Learn(cases(), set); again[0] != w[0] || again[1] != w[1] {
		t.Errorf("two runs differ: %v, %v", w, again)
	}
	if s := Measure(cases(), nil); s.Right != s.All/2 {
		t.Errorf("the first candidate is right %v", s)
	}
	if Learn(nil, set) != nil {
		t.Error("weights from no cases")
	}
}

// TestCommittedModel holds the model file to what the training command makes of the data at hand.
func TestCommittedModel(t *testing.T) {
	root := gold.Root(".")
	if root == "" {
		t.Skip("skipped: no ../shared/data")
	}
	if testing.Short() {
		t.Skip("skipped: takes seconds")
	}
	var out bytes.Buffer
	if err := Train(root, Defaults(), &out, io.Discard); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), model.Open("pronouns.bin")) {
		t.Error("assets/model/data/pronouns.bin is not what quotidian-train pronouns writes; run it")
	}
}
