package copies

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var story = []string{
	"The gates of the upper dam were opened at noon on Tuesday, before the three villages below it had been warned, the operator’s own log shows.",
	"“The log speaks for itself, and we have asked the ministry twice in writing to explain why the sirens of the lower valley stayed silent for an hour,” chief engineer Anze Brodic said in a statement.",
	"Nobody was hurt, but the farmers’ union said it did not trust the log. Its chairwoman told the café owners of Selk that the union would publish one of its own.",
	"According to the ministry, the sirens worked as they were designed to work; the villages had been told of the test a week earlier by letter and on the radio.",
	"The mayor of the largest village said that he had been at lunch, and that the water stood in his cellar before he had finished the soup.",
	"A hearing is planned for the second week of June, and the operator has promised to hand over all of its measurements before that.",
}

func text(paragraphs ...string) string { return strings.Join(paragraphs, "\n\n") }

func TestGroups(t *testing.T) {
	edited := strings.NewReplacer("at noon on Tuesday", "around noon on Tuesday", "was hurt", "was injured", "chairwoman", "president").Replace(text(story...))
	other := text("The operator of the dam came under fire on Wednesday.", story[1], "Members of the council asked for its licence to be looked at again, and one of them left the meeting in protest before the vote was taken.", "The price of the company’s shares fell by a tenth when trading opened, while its rivals along the river gained a little.", "In a letter to its customers it promised to pay for the damage in full by the end of the year, whatever the cause may turn out to be.", "The union of the farmers wants more: it asks for a seat on the board, and for the keys of the gates.")
	texts := []string{
		text(story...),
		other,
		text(append([]string{"ANOTHER HEADLINE ALTOGETHER"}, story...)...),
		edited,
		text(story[:3]...), // trimmed from the end
		"Too short to say.",
		"Too short to say.",
		text(append([]string{"From our correspondent in Selk, who spent the week with the people of the valley below the dam."}, story[1:]...)...),
	}
	if diff := cmp.Diff([][]int{{0, 2, 3, 4, 7}}, Groups(texts)); diff != "" {
		t.Error(diff)
	}
}

// TestGroupsKeepTogether: who is in a group does not depend on the order of the texts.
func TestGroupsKeepTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := []string{text(story...), text(story[:4]...), text(story[2:]...), strings.Repeat("something else entirely was said by others here ", 20)}
		order := rapid.Permutation([]int{0, 1, 2, 3}).Draw(t, "order")
		shuffled := make([]string, 4)
		for i, o := range order {
			shuffled[i] = texts[o]
		}
		var got []int
		for _, g := range Groups(shuffled) {
			for _, i := range g {
				got = append(got, order[i])
			}
		}
		slices.Sort(got)
		if fmt.Sprint(got) != "[0 1 2]" {
			t.Fatalf("%v in order %v", got, order)
		}
	})
}

// TestLikeness: the share is that of the shorter text, whichever is named first.
func TestLikeness(t *testing.T) {
	var words []string
	for i := range 400 {
		words = append(words, fmt.Sprintf("word%d", i))
	}
	whole, half := NewSketch(strings.Join(words, " ")), NewSketch(strings.Join(words[:200], " ")+strings.Repeat(" other", 200))
	if got := Likeness(whole, whole); got != 1 {
		t.Errorf("with itself: %v", got)
	}
	cut := NewSketch(strings.Join(words[:200], " "))
	if a, b := Likeness(whole, cut), Likeness(cut, whole); a != 1 || b != 1 {
		t.Errorf("with a piece of it: %v, %v", a, b)
	}
	if got := Likeness(whole, half); got < 0.9 || got >= 1 {
		t.Errorf("with a text of half its words: %v", got)
	}
	if got := Likeness(whole, NewSketch("too short")); got != 0 {
		t.Errorf("with hardly a text: %v", got)
	}
}
