package quotes

import (
	"flag"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"quotidian/articles"
	"quotidian/articles/sentence"
)

var tosses = flag.Int("tosses", 10_000, "how many texts TestSalad tosses")

// salad are words that rules of this package look for, in pieces of one to five.
var salad = []string{
	`"`, "“", "”", "'", "’", "(", ")", "—", "–", "- ", ":", ";", ",", ".", "?", "\n\n", "\n", "said", "says", "said that", "told", "reported", "and", "but", "while",
	"the", "a", "he", "she", "they", "who", "which", "that", "Orlo", "Ana Orlo", "Norland", "Varn.Net", "was quoted", "as saying", "by", "was quoted as saying by",
	"reports citing", "reports, citing", "informs, citing", "Report informs", "According to", "according to which", "according to", "speculation", "speculation that",
	"denied claims", "dismissed reports that", "Federal Minister for Roads,", "the Senate President,", "Friday, August 25,", "on Friday, August 25", "Sunday",
	"had on", "had in remarks", "has long held", "went on to state that", "disclosed this", "stated this to", "said this during", "what he said at the", "press",
	"conference", "addressed the media", "spoke to", "claims of", "wanting to", "told the court", "the court heard", "described it as", "describing it as", "“wild”",
	"and while it rained, ", "but the union says", "and the union said", "; Varn, Norland", "; and Kesh", "In a statement issued by", "In", "“BIG WORDS”",
	"volunteers used", "London — ", "La Velia - ", "NewsVarn.net - ", "– official Varn", "UN expert:", "Army chief -", "who believed", ", who is ill,", "Asked about the game",
	"When asked about", "assured that no", "in a release", "Intl. (ALPA)", "questioned why", "her mother, a brother and", "was released and", "“left it,”", "South", "And",
	", according to the Herald,", "told the media 150", "told a woman who", "described as “wild” the", "-- Ana Orlo (@ana)", "said:\n", "said: “We", "was of the view that",
	", led by", "Nov. 18 that", "on 18 June, 2019,", "said quoting", "Page Nine", "IS", "the accused", "has expressed", "however consumers called", "N.Orlo:", "Orlo to Varn:",
	"in Varn that", "(see ‘Varn’)", "As Orlo said earlier,", "As the mayor", "according to data", ", a survey has found", "data from the bank showed", "is now urging",
	"promised during the", "to stay", ", the lawsuit claims.", "but added that", "“We stay here, all of us, now.” orlo@varn.com", "calling for", "appealed to", "has not ruled out",
	"deaths related to", "were reported", "in a memo, seen by Kesh, that", "witnesses earlier said", "says this calm", "and said",
}

// TestSalad reads texts that begin and break off where no sentence does: every quote has words, and lies inside the text.
func TestSalad(t *testing.T) { checkSalad(t, Find, *tosses) }

// TestSaladCarefully is TestSalad for the careful reader, which takes many times as long.
func TestSaladCarefully(t *testing.T) { checkSalad(t, FindCarefully, *tosses/50) }

func checkSalad(t *testing.T, find func(sentence.Cut) []Quote, tosses int) {
	r := rand.New(rand.NewPCG(2, 3))
	for range tosses {
		var words []string
		for range 1 + r.IntN(16) {
			words = append(words, salad[r.IntN(len(salad))])
		}
		text := strings.Join(words, " ")
		for _, q := range find(sentence.Of(text)) {
			for _, s := range append(slices.Clone(q.Content), q.Source, q.Cue) {
				if s.Start < 0 || s.End < s.Start || s.End > len(text) {
					t.Fatalf("span %v outside %q", s, text)
				}
			}
			if len(q.Content) == 0 || slices.ContainsFunc(q.Content, func(s articles.Span) bool { return s.Empty() }) {
				t.Fatalf("nothing said in %q", text)
			}
		}
	}
}
