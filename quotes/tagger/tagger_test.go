package tagger

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/articles/token"
)

func tag(t *Tagger, text string) []Attribution {
	toks := token.Scan(nil, text)
	return t.Tag(nil, text, toks, sentence.Split(nil, text, toks))
}

// words is an attribution as its words, for tables.
type words struct {
	Source, Cue string
	Content     []string
	Medium      string
}

func inWords(text string, a Attribution) words {
	w := words{Source: a.Source.In(text), Cue: a.Cue.In(text), Medium: a.Medium.String()}
	for _, c := range a.Content {
		w.Content = append(w.Content, c.In(text))
	}
	return w
}

// The sentences are plain: what is checked is that parts are found and joined, not how good the model is; the card
// assets/model/data/tagger.md says that.
func TestTag(t *testing.T) {
	tg := New()
	for _, c := range []struct {
		text string
		want []words
	}{
		{
			"Mayor Ilka Torvin said that the bridge will reopen in June.",
			[]words{{"Mayor Ilka Torvin", "said", []string{"that the bridge will reopen in June"}, "speech"}},
		},
		{
			"“We are ready,” Torvin told reporters on Monday.",
			[]words{{"Torvin", "told", []string{"“We are ready,”"}, "speech"}},
		},
		{
			"Three bridges were closed on Monday, according to the ministry.",
			[]words{{"the ministry", "according to", []string{"Three bridges were closed on Monday"}, "speech"}},
		},
		{
			"The river rose overnight. Two roads were closed.",
			nil,
		},
	} {
		var got []words
		for _, a := range tag(tg, c.text) {
			got = append(got, inWords(c.text, a))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q: -want +got:\n%s", c.text, d)
		}
	}
}

// checkSpans fails when an attribution breaks its invariants.
func checkSpans(t *testing.T, text string, a Attribution) {
	t.Helper()
	if len(a.Content) == 0 || a.Prob < 0 || a.Prob > 1 {
		t.Fatalf("%q: %+v", text, a)
	}
	spans := append([]articles.Span{a.Cue, a.Source}, a.Content...)
	for i, s := range spans {
		if s.Start < 0 || s.End < s.Start || s.End > len(text) || i > 1 && s.Empty() {
			t.Fatalf("%q: span %v", text, s)
		}
		for _, o := range spans[:i] {
			if s.Overlaps(o) {
				t.Fatalf("%q: %v overlaps %v", text, s, o)
			}
		}
	}
}

func FuzzTag(f *testing.F) {
	for _, s := range []string{
		"“A,” he said. “B.”", "He said: 'no'", "\" \" said \"", "According to", "said said said: “", "Ünal sagte, „ja“, said.\n\n“Yes",
	} {
		f.Add(s)
	}
	tg, other := New(), New()
	f.Fuzz(func(t *testing.T, text string) {
		got := tag(tg, text)
		for _, a := range got {
			checkSpans(t, text, a)
		}
		if d := cmp.Diff(got, tag(other, text), cmp.AllowUnexported(Attribution{})); d != "" {
			t.Fatalf("%q: two taggers differ: %s", text, d)
		}
	})
}
