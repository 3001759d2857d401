package quotes

import (
	"strings"
	"testing"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/quotes/tagger"
)

// attributed makes what a tagger might read from a text with marks: [s …] source, [q …] cue, [c …] content.
func attributed(marked string) (string, *tagger.Attribution) {
	a, text := &tagger.Attribution{Prob: 0.9}, ""
	for part := range strings.SplitSeq(marked, "[") {
		inside, after, found := strings.Cut(part, "]")
		if !found {
			text += part
			continue
		}
		kind, words, _ := strings.Cut(inside, " ")
		span := articles.Span{Start: len(text), End: len(text) + len(words)}
		text += words + after
		switch kind {
		case "s":
			a.Source = span
		case "q":
			a.Cue = span
		case "c":
			a.Content = append(a.Content, span)
		}
	}
	return text, a
}

func TestWhatTheTaggerBreaksOffIsMadeWhole(t *testing.T) {
	checkContents(t, [][2]string{
		{"[s Orlo] [q described] [c how], as the river rose, they had left the island.", "how, as the river rose, they had left the island"},
		{"[s Orlo] [q spoke about] [c how during the flood], she kept the shop open.", "how during the flood, she kept the shop open"},
		{"[s Orlo] [q asked] [c whether Varga], who is ill, had left the port.", "whether Varga, who is ill, had left the port"},
		{"[s Orlo] [q said] [c that rich cooks, including the Kesh brothers], would pay for it.", "that rich cooks, including the Kesh brothers, would pay for it"},
		{"[s Some cooks] [q said] [c the verdict], which the town had long awaited, shows how little they count.", "the verdict, which the town had long awaited, shows how little they count"},
		{"[s Some cooks] [q said] [c the verdict], which the town had long awaited, underlines their worth.", "the verdict, which the town had long awaited, underlines their worth"},
		{"[s Orlo] [q warned] [c that even if they paid within a week], most of it would be lost.", "that even if they paid within a week, most of it would be lost"},
		{"[s Orlo] [q said] [c the pier could close not only because it is old] but also because nobody pays.", "the pier could close not only because it is old but also because nobody pays"},
		{"[s Orlo] [q said] [c they had paid for the pier], and that the rest was fair.", "they had paid for the pier, and that the rest was fair"},
		{"[s Orlo] [q said] [c she had signed the letter on Aug. 8], 2015, and had sent it.", "she had signed the letter on Aug. 8, 2015, and had sent it"},
		{"[s Orlo] [q said] [c the inquiry had nothing to do with it], had begun later and been dropped.", "the inquiry had nothing to do with it, had begun later and been dropped"},
		{"[s Orlo] is [q urging] [c the ferrymen], both young and old, to stay at home.", "the ferrymen, both young and old, to stay at home"},
		{"[s The pact] [q calls on] [c all towns] - rich and poor - to limit the smoke.", "all towns - rich and poor - to limit the smoke"},
		{"They [q claim] [c to represent Norland cooks], Varn sailors, Kesh fishermen and clerks.", "to represent Norland cooks, Varn sailors, Kesh fishermen and clerks"},

		{"[s Orlo] [q said] [c the pier would close], but the union had its doubts.", "the pier would close"},
		{"[s Orlo] [q stressed] [c that it would stem that tide], even as Varga, long a baker, left.", "that it would stem that tide"},
		{"[s Orlo], who [q said] [c he was ill], had left the port.", "he was ill"},
		{"[s Orlo] [q praised] [c the cooks], sailors had left.", "the cooks"},
	})
}

func TestWhatStandsBeforeAnAttributionIsNotItsContent(t *testing.T) {
	checkContents(t, [][2]string{
		{"[c They may stay, and as] [s Orlo] [q noted], [c the fair goes on].", "the fair goes on"},
		{"[c They found 44 letters, which] [s she] [q said] [c were all about the ferry].", "were all about the ferry"},
		{"[c The vote on the pier, which] [s she] [q said] [c was a mistake, was a reason for her defeat].", "was a mistake"},
		{"[c The last question was from a girl], [s who] [q said] [c she was ten].", "she was ten"},
		{"[s The neighbours] [q have said] [c for years that they would stay].", "that they would stay"},
		{"[s Orlo] [q promised] [c during the campaign to stay].", "to stay"},
		{"[s Orlo] [q answered] [c by pointing out that the pier is safe].", "by pointing out that the pier is safe"},
	})
}

// checkContents compares what the rules make of each marked text's content with what it should be.
func checkContents(t *testing.T, list [][2]string) {
	t.Helper()
	for _, l := range list {
		text, a := attributed(l[0])
		if got := contentOf(text, a); got != l[1] {
			t.Errorf("%s\ncontent %q, want %q", l[0], got, l[1])
		}
	}
}

// A content that begins with the comma before the main clause once came out without any word.
func TestContentNeverComesOutEmpty(t *testing.T) {
	text, a := attributed("If the rise helps trade, as [s some cooks] [q hope][c , sailors across the land could gain from it].")
	if got := contentOf(text, a); !strings.Contains(got, "sailors across the land") {
		t.Errorf("content %q", got)
	}
}

func TestTheNameBehindACueSpeaksForTheClauseBeforeIt(t *testing.T) {
	text, a := attributed("The mill is hanging on, but it is hit by [s Varn imports], [q said] [c the firm's head, Ivo Rinn].")
	got := contentOf(text, a)
	if source := a.Source.In(text); source != "the firm's head, Ivo Rinn" || got != "The mill is hanging on, but it is hit by Varn imports" {
		t.Errorf("source %q, content %q", source, got)
	}
}

// contentOf gives the words of what the rules make of an attribution.
func contentOf(text string, a *tagger.Attribution) string {
	q := read(sentence.Of(text)).learned(a)
	parts := make([]string, len(q.Content))
	for i, s := range q.Content {
		parts[i] = s.In(text)
	}
	return strings.Join(parts, " … ")
}

// The tagger reads a typewriter's mark, two single ones, as two tokens and the rules as one, so that half of it is no token of theirs.
func TestHalfOfATypewritersMarkIsNoToken(t *testing.T) {
	text := "Orlo said ''we go home''"
	r := read(sentence.Of(text))
	half := articles.Span{Start: len(text) - 1, End: len(text)}
	if !r.withoutToken(half) {
		t.Errorf("%q counts as a token", half.In(text))
	}
	if whole := (articles.Span{Start: len(text) - 2, End: len(text)}); r.withoutToken(whole) {
		t.Errorf("%q counts as none", whole.In(text))
	}
}

// A reader may take a mark for a part of its own, and an interview may print what was left out as a paragraph by itself.
func TestMarksByThemselvesAreNoContent(t *testing.T) {
	text := "“….”\n\nOrlo named \" the ferry’s age as a reason."
	part := func(words string) articles.Span {
		at := strings.Index(text, words)
		return articles.Span{Start: at, End: at + len(words)}
	}
	out := read(sentence.Of(text)).disjoint([]Weighed{
		{Quote: Quote{Kind: Direct, Content: []articles.Span{part("“….”")}}},
		{Quote: Quote{Kind: Mixed, Cue: part("named"), Content: []articles.Span{part("\""), part("the ferry’s age")}}},
	})
	if len(out) != 1 || out[0].Kind != Indirect || len(out[0].Content) != 1 || out[0].Content[0] != part("the ferry’s age") {
		t.Errorf("left are %+v", out)
	}
}
