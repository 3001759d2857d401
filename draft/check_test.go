package draft

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"quotidian/articles"
	"quotidian/articles/intake"
	"quotidian/attribution"
	"quotidian/matching/wording"
	"quotidian/quotes"
)

// TestVerdicts: each verdict, on drafts of the sample.
func TestVerdicts(t *testing.T) {
	d := keep(t, sampleDossier(t))
	for _, c := range []struct {
		name, draft, words string
		want               Verdict
		change             wording.ChangeKind
	}{
		{"as printed", `"We have evacuated some 1,200 people from the lower valley," Hadjibekov said.`, "1,200", Exact, ""},
		{"other marks, dash and apostrophe", `«We have evacuated some 1,200 people from the lower valley», said Rustam Hadjibekov.`, "1,200", Exact, ""},
		{"number", `"We have evacuated some 1,900 people from the lower valley," Hadjibekov said.`, "1,900", Altered, wording.Number},
		{"number written otherwise", `"We have evacuated some 1200 people from the lower valley," Hadjibekov said.`, "1200", Altered, ""},
		{"negation dropped", `“We did open the upper gates before the villages were warned,” Hadjibekov said.`, "upper gates", Altered, wording.Negation},
		{"cut without a sign", `“We are seafarers,” Edvin Halmos said.`, "seafarers", Altered, wording.Negation},
		{"a fragment shown as one", `The farmers' union accused the operator of "playing with our lives".`, "playing", Exact, ""},
		{"other speaker", `"The log speaks for itself," Rustam Hadjibekov said.`, "log", OtherSpeaker, wording.Speaker},
		{"a namesake's", `"The log speaks for itself," Ilse Lindmaren said.`, "log", OtherSpeaker, wording.Speaker},
		{"only reported", `"The upper gates were opened at 12.40 a.m., twenty minutes after the sirens," the company said.`, "12.40", IndirectOnly, ""},
		{"told in other words", `Pavel Orsic said that the pilots would be citizens of Taurin.`, "pilots", Reported, ""},
		{"told with another number", `The IHC said it had inspected 70 vessels so far.`, "70", Altered, wording.Number},
		{"nobody's", `"My children still ask me when we are going home," Hadjibekov said.`, "children", NotFound, ""},
		{"without anybody", `Then came the sentence. "My children still ask me when we are going home."`, "children", NotFound, ""},
		{"capitals", `"The LOG speaks for itself," Oda Lindmaren said.`, "LOG", Altered, wording.Reworded},
		{"inner punctuation", `"The log, speaks for itself," Oda Lindmaren said.`, "log", Altered, wording.Reworded},
		{"a question made of it", `"The log speaks for itself?" Oda Lindmaren asked.`, "log", Altered, wording.Reworded},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, f := verdictOf(t, d, made{text: "The week in short\n\n" + c.draft + "\n", words: c.words})
			if got != c.want {
				t.Fatalf("%s, want %s: %s; nearest %s; %v", got, c.want, f.Why, nearest(f), f.Changes)
			}
			if c.change != "" && (len(f.Changes) == 0 || f.Changes[0].Kind != c.change) {
				t.Errorf("changes %v, want %s first", f.Changes, c.change)
			}
			if f.Why == "" || got == Altered && len(f.Changes) == 0 {
				t.Errorf("nothing is said: %+v", f)
			}
		})
	}
}

// TestRivals: words that one outlet prints can stand, but the reader hears of the one that prints another number.
func TestRivals(t *testing.T) {
	d := keep(t, sampleDossier(t))
	got, f := verdictOf(t, d, made{text: "The week\n\n\"We have evacuated some 1,200 people from the lower valley,\" Hadjibekov said.\n", words: "1,200"})
	if got != Exact || len(f.Rivals) == 0 || f.Rivals[0].Changes[0].Kind != wording.Number || !strings.Contains(f.Rivals[0].Text, "400") {
		t.Errorf("%s: %+v", got, f.Rivals)
	}
	if !strings.Contains(f.Why, "but ") || !strings.Contains(strings.Join(f.Lines(), "\n"), "but ") {
		t.Errorf("not told: %s", f.Why)
	}
	if _, f := verdictOf(t, d, made{text: "The week\n\n\"The log speaks for itself,\" Oda Lindmaren said.\n", words: "log"}); len(f.Rivals) != 0 {
		t.Errorf("rivals of what all print alike: %+v", f.Rivals)
	}
}

// TestOwnWords: where several people say nearly the same, the draft's speaker is held to what he said, not to what comes
// nearer by the form of the sentence.
func TestOwnWords(t *testing.T) {
	printed := []articles.Article{
		{ID: "a", Text: "“The railway bridge was struck by 20 drones on Monday,” said Irena Halmos.", Outlet: articles.Outlet{Name: "Selk Courier"}},
		{ID: "b", Text: "Tomas Orsic said that the railway bridge was struck by 611 drones on Monday.", Outlet: articles.Outlet{Name: "Norland Times"}},
	}
	d := keep(t, imported(t, func(yield func(articles.Item) bool) {
		for i := range printed {
			if !yield(articles.Item{Article: &printed[i]}) {
				return
			}
		}
	}))
	got, f := verdictOf(t, d, made{text: "Irena Halmos said that the railway bridge was struck by 25 drones on Monday.", words: "25"})
	if got != Altered || !strings.HasPrefix(nearest(f), "Irena Halmos: ") {
		t.Errorf("%s, held against %s", got, nearest(f))
	}
}

// TestShortQuoteWithAnotherNumber: of four words only a number differs.
func TestShortQuoteWithAnotherNumber(t *testing.T) {
	d := keep(t, imported(t, func(yield func(articles.Item) bool) {
		yield(articles.Item{Article: &articles.Article{ID: "a", Text: "“There were 12 cracks,” said Irena Halmos.", Outlet: articles.Outlet{Name: "Selk Courier"}}})
	}))
	got, f := verdictOf(t, d, made{text: "\"There were 13 cracks,\" said Irena Halmos.", words: "13"})
	if got != Altered || len(f.Changes) == 0 || f.Changes[0].Kind != wording.Number {
		t.Errorf("%s: %v, %v", got, f.Why, f.Changes)
	}
	if got, f := verdictOf(t, d, made{text: "\"There were 13 leaks,\" said Irena Halmos.", words: "13"}); got != NotFound {
		t.Errorf("%s: %v", got, f.Why)
	}
}

// TestHeldAgainstTheOneChangedLeast: of several printings that all differ from the draft, the one with the fewest changes.
func TestHeldAgainstTheOneChangedLeast(t *testing.T) {
	d := keep(t, imported(t, func(yield func(articles.Item) bool) {
		for outlet, said := range map[string]string{
			"Varn Post": "“The bridge at Orlo will be closed to lorries for 8 weeks.”", "Kesh Daily": "“The bridge at Orlo will not be closed to lorries for 8 weeks.”",
			"Selk Courier": "“The bridge at Orlo will be closed to lorries for 8 weeks, as I told you.”",
		} {
			text := "Works\n\nThe council met. Dana Varga told reporters: " + said + "\n"
			if !yield(intake.Complete(&articles.Article{Path: outlet, Format: "text", Text: text, Outlet: articles.Outlet{Name: outlet}}, intake.Options{})) {
				return
			}
		}
	}))
	got, f := verdictOf(t, d, made{text: "Works\n\nDana Varga said: “The bridge at Orlo will be closed to lorries for 9 weeks.”\n", words: "9 weeks"})
	if got != Altered || len(f.Changes) != 1 || f.Changes[0].Kind != wording.Number || strings.Contains(nearest(f), " not ") {
		t.Errorf("%s: %v, beside %s", got, f.Changes, nearest(f))
	}
}

// TestOrder: the order of articles decides nothing.
func TestOrder(t *testing.T) {
	d := keep(t, sampleDossier(t))
	back := &kept{pages: slices.Clone(d.pages), speakers: d.speakers, open: d.open}
	slices.Reverse(back.pages)
	for _, m := range drafts(d, 35) {
		_, a := verdictOf(t, d, m)
		_, b := verdictOf(t, back, m)
		if diff := cmp.Diff(a, b); diff != "" {
			t.Errorf("%q: %s", m.words, diff)
		}
	}
}

// FuzzCheck: whatever a draft holds, checking ends, every finding lies in the text, and what is called exact is
// printed so word by word.
func FuzzCheck(f *testing.F) {
	d := keep(f, sampleDossier(f))
	for _, m := range drafts(d, 14) {
		f.Add(m.text)
	}
	f.Add("\"\"\" ” “ «” said nobody. ''' “")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		r, err := Check(context.Background(), d, &articles.Article{ID: "draft", Text: text})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range r.Findings {
			for _, s := range x.Content {
				if s.Start < 0 || s.End > len(text) || s.Start >= s.End || !utf8.ValidString(s.In(text)) {
					t.Fatalf("%v is no place in the text", s)
				}
			}
			if x.Verdict == Exact && x.Kind == quotes.Direct && !strings.Contains(folded(x.Nearest.Text), folded(x.Text)) {
				t.Fatalf("%q is called exact beside %q", x.Text, x.Nearest.Text)
			}
		}
	})
}

// TestEndsWithAnAbbreviation: the full stop of an abbreviation ends a sentence where the next begins.
func TestEndsWithAnAbbreviation(t *testing.T) {
	d := reading(t, "\"We close at 3 p.m. Nobody waits until then,\" Olga Varga said.\n\n\"The dam belongs to Varn Inc. It was sold in May,\" Kurt Kesh said.\n\n"+
		"\"We wrote to Mr. Holm and to the council,\" Ida Lund said.")
	for draft, want := range map[string]Verdict{
		`"We close at 3 p.m.," Olga Varga said.`:          Exact,
		`"Nobody waits until then," Olga Varga said.`:     Exact,
		`"The dam belongs to Varn Inc.," Kurt Kesh said.`: Exact,
		`"It was sold in May," Kurt Kesh said.`:           Exact,
		`"We wrote to Mr. Holm," Ida Lund said.`:          Altered,
		`"Holm and to the council," Ida Lund said.`:       Altered,
		`"The dam belongs to Varn," Kurt Kesh said.`:      Altered,
	} {
		if f := one(t, d, draft); f.Verdict != want {
			t.Errorf("%s: %s, want %s: %s", draft, f.Verdict, want, f.Why)
		}
	}
}

// TestPartedByItsCue: words after a cue are whole where the cue ends the sentence, and cut where it goes on.
func TestPartedByItsCue(t *testing.T) {
	text := "Gates\n\n\"We go on until Monday, whatever comes,\" Ida Lund said on the dam. \"The upper gates stay open all night.\"\n\n" +
		"\"If it rains again tomorrow,\" Otto Reinholt said, \"we shall shut the sluices for good.\"\n\n" +
		"\"We have watched the old gates for ninety days and nights … they will hold, whatever the papers write,\" Vera Holm said.\n"
	d := keep(t, imported(t, func(yield func(articles.Item) bool) {
		yield(intake.Complete(&articles.Article{Path: "gates.txt", Format: "text", Text: text}, intake.Options{}))
	}))
	for draft, want := range map[string]Verdict{
		`"The upper gates stay open all night," Ida Lund said.`:                       Exact,
		`"We go on until Monday, whatever comes," Ida Lund said.`:                     Exact,
		`"We shall shut the sluices for good," Otto Reinholt said.`:                   Altered,
		`"If it rains again tomorrow," Otto Reinholt said.`:                           Altered,
		`"The upper gates stay open," Ida Lund said.`:                                 Altered,
		`"We have watched the old gates for ninety days and nights," Vera Holm said.`: Altered,
		`"We go on until Monday," Ida Lund told the Harbour Post.`:                    Altered,
		`"Until Monday, whatever comes," Ida Lund said in the valley.`:                Altered,
	} {
		if got, f := verdictOf(t, d, made{text: "The week\n\n" + draft + "\n", words: draft[1:8]}); got != want {
			t.Errorf("%s: %s, want %s: %s", draft, got, want, f.Why)
		}
	}
}

// attentive is a source that finds in a draft what the quick rules do not take for a quote.
type attentive struct{ *kept }

func (attentive) Extract(a *articles.Article) ([]attribution.Quote, error) {
	whole := quotes.Quote{Kind: quotes.Direct, Content: []articles.Span{{End: len(a.Text)}}}
	return []attribution.Quote{{Quote: whole}}, nil
}

// TestDraftIsReadAsTheDossierIs: the quotes of a draft are found by what finds those of the articles.
func TestDraftIsReadAsTheDossierIs(t *testing.T) {
	const line = "Rain again"
	r, err := Check(t.Context(), attentive{&kept{}}, &articles.Article{Text: line})
	if err != nil || len(r.Findings) != 1 || r.Findings[0].Text != line {
		t.Errorf("%+v, %v", r, err)
	}
}
