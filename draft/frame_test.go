package draft

import (
	"strings"
	"testing"

	"quotidian/articles"
	"quotidian/articles/intake"
)

// reading keeps one article of ours.
func reading(t *testing.T, text string) *kept {
	t.Helper()
	return keep(t, imported(t, func(yield func(articles.Item) bool) {
		yield(intake.Complete(&articles.Article{Path: "dam.txt", Format: "text", Text: "The dam\n\n" + text + "\n", Outlet: articles.Outlet{Name: "Orlo Post"}}, intake.Options{}))
	}))
}

// one checks a draft of one sentence and gives the finding about it.
func one(t *testing.T, d *kept, sentence string) Finding {
	t.Helper()
	r, err := Check(t.Context(), d, &articles.Article{ID: "draft", Text: "The week\n\n" + sentence + "\n"})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Findings) == 0 {
		t.Fatalf("%s: no quote", sentence)
	}
	return r.Findings[0]
}

// TestFrames: the words around the marks of a mixed quotation are held against print as those between them are. Whatever the
// marks hold, a frame that nobody printed is never exact.
func TestFrames(t *testing.T) {
	for _, c := range []struct {
		how, printed, draft string
		want                Verdict
	}{
		{"the same frame", `Petra Venn said the Varn dam would need "twelve more weeks".`, `Petra Venn said the Varn dam would need "twelve more weeks".`, Exact},
		{"other function words", `Petra Venn said the Varn dam would need "twelve more weeks".`, `Petra Venn said that a Varn dam needed "twelve more weeks".`, Exact},
		{"a detail left out", `Petra Venn said "now is not the time" for a second referendum.`, `Petra Venn said "now is not the time" for a referendum.`, Exact},
		{"the frame of a direct quote", `"We will never, ever turn our back on Orlo and the valley," Ida Lund said.`, `Ida Lund said they would "never, ever" turn their back on Orlo.`, Exact},
		{"no frame but a pronoun", `"Kurt Kesh is an honest man," Ida Lund said.`, `Ida Lund said he was "an honest man".`, Exact},
		{"a forename that the article prints", "Kurt Kesh came to Orlo. Ida Lund said Kesh was \"an honest man\".", `Ida Lund said Kurt Kesh was "an honest man".`, Exact},
		{"a forename of two", "Kurt Kesh came to Orlo with Anna Kesh. Ida Lund said Kesh was \"an honest man\".", `Ida Lund said Anna Kesh was "an honest man".`, OtherFrame},
		{"paraphrased", `Petra Venn said the Varn dam would need "twelve more weeks".`, `Petra Venn said the Varn barrage would take "twelve more weeks".`, OtherFrame},
		{"a detail put in", `Petra Venn said the Varn dam would need "twelve more weeks".`, `Petra Venn said the old Varn dam would need "twelve more weeks".`, OtherFrame},
		{"of something else", `Petra Venn said "now is not the time" for a second referendum.`, `Petra Venn said "now is not the time" for pay rises.`, OtherFrame},
		{"of somebody else", `"Kurt Kesh is an honest man," Ida Lund said.`, `Ida Lund said Otto Reinholt was "an honest man".`, Altered},
		{"of a name for a pronoun", "Otto Reinholt came to Orlo. He is \"an honest man\", Ida Lund said.", `Ida Lund said Kurt Kesh was "an honest man".`, OtherFrame},
		{"of what the next marks are said of", `Tomas Orsic said the dam was "beyond repair" and the new bridge "a marvel".`, `Tomas Orsic said the dam was "a marvel".`, OtherFrame},
		{"the other way round", `Vera Reinholt said that Varn had attacked Orlo "without mercy".`, `Vera Reinholt said that Orlo had attacked Varn "without mercy".`, Altered},
		{"invented", `"We will never, ever turn our back on Orlo and the valley," Ida Lund said.`, `Ida Lund said she would "never, ever" leave the valley.`, OtherFrame},
		{"two pieces set side by side", `"We will never, ever turn our back on Orlo. The council may leave the valley," Ida Lund said.`, `Ida Lund said they would "never, ever" "leave the valley".`, Altered},
		{"negated", `Tomas Orsic said the dam was "beyond repair" in June.`, `Tomas Orsic said the dam was not "beyond repair".`, Altered},
		{"a negation lost", `Olga Varga said the flood was not "a disaster for the town".`, `Olga Varga said the flood was "a disaster for the town".`, Altered},
		{"a negation lost with the frame", `Olga Varga said the flood was not "a disaster for the town".`, `"A disaster for the town," Olga Varga said.`, Altered},
		{"a negation farther off", `Ana Holm said: "I never said that the dam was beyond repair."`, `Ana Holm said that the dam was "beyond repair".`, Altered},
		{"what was denied", `Tomas Orsic denied that the bridge was "a danger to lorries".`, `Tomas Orsic said that the bridge was "a danger to lorries".`, Altered},
		{"what was said, denied", `Tomas Orsic said that the bridge was "a danger to lorries".`, `Tomas Orsic denied that the bridge was "a danger to lorries".`, Altered},
		{"denied by both", `Tomas Orsic denied that the bridge was "a danger to lorries".`, `Tomas Orsic denied that the bridge was "a danger to lorries".`, Exact},
		{"denied in another way", `Tomas Orsic denied that the bridge was "a danger to lorries".`, `Tomas Orsic said that the bridge was not "a danger to lorries".`, Exact},
		{"a degree of certainty", `Kurt Kesh said it might be "a catastrophe for the valley".`, `Kurt Kesh said it was "a catastrophe for the valley".`, Altered},
		{"another number", `Petra Venn said 12 dams would need "much more time".`, `Petra Venn said 14 dams would need "much more time".`, Altered},
		{"reported, what was denied", `Tomas Orsic denied that the bridge would be closed to lorries.`, `Tomas Orsic said that the bridge would be closed to lorries.`, Altered},
		{"another person", `Ana Holm said he was "a very honest man".`, `Ana Holm said she was "a very honest man".`, OtherFrame},
		{"another direction", `Otto Lund said he sold it to "the richest men of Varn".`, `Otto Lund said he sold it from "the richest men of Varn".`, OtherFrame},
		{"fewer for more", `Ida Lund said there were more "broken gates in the valley".`, `Ida Lund said there were fewer "broken gates in the valley".`, OtherFrame},
		{"against for for", `Olga Varga said she would vote for "a new dam at Orlo".`, `Olga Varga said she would vote against "a new dam at Orlo".`, OtherFrame},
		{"in marks where no quote was found", `The sign on the dam, in red letters: "beyond all repair".`, `Tomas Orsic said the bridge was "beyond all repair".`, OtherFrame},
	} {
		t.Run(c.how, func(t *testing.T) {
			f := one(t, reading(t, c.printed), c.draft)
			if f.Verdict != c.want || f.Why == "" || f.Verdict == OtherFrame && len(f.Changes) == 0 {
				t.Errorf("%s: %s, want %s: %s; %v", c.draft, f.Verdict, c.want, f.Why, f.Changes)
			}
		})
	}
}

// TestReadHere: where the sentence does not name who speaks, that is the program's reading and told as such.
func TestReadHere(t *testing.T) {
	d := reading(t, "Kurt Kesh met the council on Monday. \"The gates of the old dam stay open until May,\" he said.\n\nOtto Reinholt said: \"The new bridge is ours to keep, whatever it costs.\"")
	for sentence, want := range map[string]struct {
		verdict Verdict
		why     string
	}{
		`"The gates of the old dam stay open until May," Kurt Kesh said.`:          {Exact, "who speaks there is read here"},
		`"The gates of the old dam stay open until May," Otto Reinholt said.`:      {OtherSpeaker, "gives these words to Kurt Kesh, the draft to Otto Reinholt; who speaks there is read here"},
		`"The new bridge is ours to keep, whatever it costs," Kurt Kesh said.`:     {OtherSpeaker, "Orlo Post gives these words to Otto Reinholt"},
		`"The new bridge is ours to keep, whatever it costs," Otto Reinholt said.`: {Exact, "printed so by Orlo Post"},
	} {
		f := one(t, d, sentence)
		if f.Verdict != want.verdict || !strings.Contains(f.Why, want.why) || strings.Contains(f.Why, "read here") != strings.Contains(want.why, "read here") {
			t.Errorf("%s: %s: %s", sentence, f.Verdict, f.Why)
		}
	}
}

// TestSpeakerOpen: words that a source prints without saying whose they are stand, but not as this speaker's.
func TestSpeakerOpen(t *testing.T) {
	d := reading(t, "\"Nobody swims here before the first of May.\"\n\nThe police said: \"The bridge of the miners stays shut until the autumn.\"")
	for sentence, want := range map[string]Verdict{
		`"Nobody swims here before the first of May," Kurt Kesh said.`:          SpeakerOpen,
		`"The bridge of the miners stays shut until the autumn," police said.`:  Exact,
		`"The bridge of the miners stays shut until the spring," Kesh said.`:    Altered,
		`"Nobody swims here before the first of June," the mayor of Orlo said.`: Altered,
	} {
		if f := one(t, d, sentence); f.Verdict != want {
			t.Errorf("%s: %s, want %s: %s", sentence, f.Verdict, want, f.Why)
		}
	}
}
