package attribution

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/quotes"
)

// salad are the words and marks that rules of quotes and attribution look for, and a few that they do not.
var salad = []string{
	`"`, "“", "”", "'", "‘", "’", "«", "»", "(", ")", "[", "]", "—", "–", ":", ";", ",", ".", "?", "!", "…", "\n\n", "\n", "- ", "Q:", "A:",
	"said", "said that", "saying", "says", "told", "told reporters", "according to", "as saying", "quoted", "was quoted by", "cited",
	"asked", "whether", "if", "denied", "added", "adding", "wrote in a statement", "statement", "warning that", "claim", "accused",
	"reported", "announced", "called", "called for", "praised", "thanked", "blamed", "believes", "hopes", "told Reuters that",
	"Orlo", "Orlo Varn", "Mr Varn", "Ms Lind", "President Varn", "Norland", "Norland's", "J.", "J. K.", "Dr.", "QC", "Inc", "Ltd", "U.S.",
	"AFP", "(AFP)", "Reuters", "he", "she", "they", "it", "his", "his wife", "who", "which", "that", "64", ", 64,", "the 64-year-old",
	"the", "a", "an", "ministry", "the spokesman", "an adviser to", "the minister", "chief executive", "the company", "officials",
	"and", "or", "nor", "but", "because", "of", "by", "in", "on", "at", "with", "from", "as", "like", "than", "so", "to", "Monday", "not",
	"has not", "would", "will", "be", "is", "are", "was", "been", "dog", "ran", "really", "also", "both", "neither", "“A b,”", "he said",
	"www.a.com", "@ab", "#ab", "1.", "•", "''", "''A b,''", "``", "issued the following statement:", "reads in full:", "demanded:", "demands include:", "1.",
	"* ", "\n\n1. ", "\n\n• ", "In his view,", "In the words of", "the latter", "the Norland minister", "would only say", "branded", "labelled it", "as “bad”",
	"a “clown”", "For someone who", "While", "After", "and accused", "and the council could", "shrugged", "was asked", "in a tweet", "The authors,", "head of the",
	"when asked about", "Asked what,", "used to tell", "is said to have replied", "acknowledged to reporters that", "said of Varn that", "on X", "In a statement", "(ret.)",
	"(Land)", "led by", "quoted by", "Moving the bill,", "But reacting,", "As for Orlo,", "For Orlo,", "the retired cook", "someone", "the village of", "himself as",
	"VARN (Kesh News)", "Varn - NORPA -", "Jan. 29, NPA –", "The Varn State Governor,", "Minister of Trade, Energy and Water of Chad", "Relief and Rescue Council chief",
	"On his part", "H.E.", "the president of the republic", "the official added", "also said", "Norpress.az", "A statement on Thursday by", "their lawyers,", "of Brock Street,",
	"what it says", "According to him,", "PM:", "the IGP", "Dr Orlo", "assistant to the president of Chad", "Head Coach of", "replied", "Sultan Al",
	"Police Norland", "BBC Norland", "Orlo Mills NV", "vowed that", "says minister", "at the time that", "accused of", "The judge", "when he", "on condition of anonymity",
}

// toss makes a text of up to fourteen words of the salad.
func toss(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(14) {
		b.WriteString(salad[r.IntN(len(salad))])
		if r.IntN(6) > 0 {
			b.WriteByte(' ')
		}
	}
	if r.IntN(2) == 0 {
		return b.String()
	}
	return strings.TrimSpace(b.String())
}

// TestSalad reads texts that end, break off and begin where no sentence does, which a change of single bytes seldom
// makes: quotes lie inside the text, and every one gets its answer.
func TestSalad(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 50_000 {
		text := toss(r)
		a := &articles.Article{Text: text}
		qs := quotes.Find(sentence.Of(text))
		for _, q := range qs {
			for _, s := range append(slices.Clone(q.Content), q.Source, q.Cue) {
				if s.Start < 0 || s.End < s.Start || s.End > len(text) {
					t.Fatalf("span %v outside %q", s, text)
				}
			}
		}
		for i, got := range Resolve(a, qs) {
			if d := cmp.Diff(qs[i], got.Quote); d != "" {
				t.Errorf("%q: quote changed: %s", text, d)
			}
			checkAnswer(t, text, &got)
		}
	}
}

// endless are texts that no one writes, each a trap for a search over names that has no bound.
var endless = map[string]string{
	"company": "Inc ", "initials": "J. K. ", "title": "Dr. ", "acronym": "AFP ", "he": "he said a, Orlo Varn ", "she": "“A b,” she said. Mr Orlo Varn ran. ",
	"office": "the minister said a Ltd ", "place": "Norland Council ", "sentences": "Orlo Varn ran. “A b,” the dog said. ",
}

// BenchmarkHostile resolves 8 KiB and 64 KiB of each: the cost of a byte must stay the same.
func BenchmarkHostile(b *testing.B) {
	for _, name := range slices.Sorted(maps.Keys(endless)) {
		for _, size := range []int{8 << 10, 64 << 10} {
			text := strings.Repeat(endless[name], size/len(endless[name]))
			a, qs := &articles.Article{Text: text}, quotes.Find(sentence.Of(text))
			b.Run(fmt.Sprintf("%s/%dKiB", name, size>>10), func(b *testing.B) {
				for b.Loop() {
					Resolve(a, qs)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(text)), "ns/byte")
			})
		}
	}
}
