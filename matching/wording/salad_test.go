package wording

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"quotidian/quotes"
)

// salad are the words and marks that rules about wordings look for, and a few that they do not.
var salad = []string{
	"no", "not", "never", "don't", "without", "fewer", "more than", "at least", "about", "or so", "at most", "as many as", "nearly", "up to", "and", "a", "the",
	"of", "5", "5", "800", "800", "5,000", "5.5", "5m", "$5", "5%", "5 per cent", "five", "twenty-five", "half", "two-thirds", "1/2", "first", "10-15", "2023",
	"Unit 731", "0", "999999999999999999999", "1.2.3", "٣", "Ⅷ", "will", "may", "must", "has", "have been", "was", "by", "with", "we", "they", "he", "it",
	"Russia", "Russian", "Orlo Varn", "minister", "soldiers", "soldiers", "people", "guns", "killed", "wounded", "attacked", "gave", "took", "sold", "bought", "company",
	"border", "peace", "war", "house", "“", "”", "\"", "’", "(", "]", "…", ".", ",", ";", "?", "-", "—", "\n\n", "\u00a0", "\u200b", "\u0301", "\ufffd", "\x00", "\xff",
	"ﬁ", "ça", "не", "中国", "مرحبا", "U.S.", "@a", "http://a.b/c", "km", "million", "years", "dollars", "percentage points", "times", "per",
	"only", "most", "some", "one", "all", "worst", "deputy", "rebels", "to", "from", "between", "150", "second", "46,7", "34\u202f451", "50", "American", "until",
	"once", "if", "accused of", "believed to", "tried to", "considering", "raising", "be", "closed", "before", "at this stage", "almost",
	"nothing", "but", "not just", "turned down", "declined to", "halved", "by half", "older than", "21:05", "9:05", "25:61", "open", "rose", "fell", "north",
	"south", "school", "clinic", "Iran", "Iraq", "January", "July", "over five years", "in five years", "fuel", "tobacco",
	"any", "anything", "instead of", "instead", "rather than", "rather", "able", "able to", "urgently", "clearly", "this country", "nation", "Georgia", "plan to the",
}

// toss makes a text of up to twenty words of the salad.
func toss(r *rand.Rand) string {
	w := make([]string, r.IntN(20))
	for i := range w {
		w[i] = salad[r.IntN(len(salad))]
	}
	return strings.Join(w, " ")
}

// retell changes up to three words of a text.
func retell(r *rand.Rand, text string) string {
	w := strings.Fields(text)
	for range r.IntN(4) {
		if len(w) > 0 {
			w[r.IntN(len(w))] = salad[r.IntN(len(salad))]
		}
	}
	if r.IntN(3) == 0 {
		slices.Reverse(w)
	}
	return strings.Join(w, " ")
}

// TestSaladPairs compares texts that no one says: the order of the two does not matter to the score, and nothing changed
// between a text and itself.
func TestSaladPairs(t *testing.T) {
	r, c := rand.New(rand.NewPCG(1, 1)), NewComparer()
	for range 12_000 {
		a := c.Prepare(Quote{Text: toss(r)})
		b := c.Prepare(Quote{Text: retell(r, a.Text)})
		if r.IntN(3) == 0 { // another text altogether
			b = c.Prepare(Quote{Text: toss(r)})
		}
		s, back := c.Score(a, b), c.Score(b, a)
		if s != back || !(s.Whole >= 0 && s.Whole <= 1 && s.Part >= 0 && s.Part <= 1) {
			t.Errorf("%q, %q: %v one way, %v the other", a.Text, b.Text, s, back)
		}
		c.Compare(a, b)
		if self := c.Compare(a, a); len(self.Changes) > 0 {
			t.Errorf("%q changed itself: %v", a.Text, self.Changes)
		}
	}
}

// TestSaladJoin joins such texts, all at once and bit by bit in another order: every quote stands in one statement, and the
// order changes nothing.
func TestSaladJoin(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 1))
	for range 60 {
		qs := make([]Quote, 1+r.IntN(40))
		for i := range qs {
			qs[i] = Quote{
				ID: fmt.Sprintf("q%02d", i), Text: toss(r), Kind: quotes.Kind(r.IntN(3)), Article: fmt.Sprint("a", r.IntN(9)), Speaker: fmt.Sprint("s", r.IntN(4)),
				Published: time.Unix(int64(r.IntN(60))*secondsADay, 0),
			}
			if i > 0 && r.IntN(3) > 0 {
				qs[i].Text = retell(r, qs[r.IntN(i)].Text)
			}
		}
		rules := []Rule{{"q00", fmt.Sprintf("q%02d", r.IntN(len(qs))), true}, {"q01", fmt.Sprintf("q%02d", r.IntN(len(qs))), false}, {"gone", "q00", true}}
		want := divided(qs, rules)
		if n := strings.Count(want, " q"); n != len(qs) {
			t.Fatalf("%d of %d quotes are in a statement", n, len(qs))
		}
		r.Shuffle(len(qs), func(i, k int) { qs[i], qs[k] = qs[k], qs[i] })
		if got := divided(qs, rules); got != want {
			t.Fatalf("another order, another result:\n%s\n%s", want, got)
		}
	}
}

// divided writes the statements of quotes and what is proposed; a result in between must not matter.
func divided(qs []Quote, rules []Rule) string {
	j := NewJoiner()
	for i, q := range qs {
		if j.Add(q); i == len(qs)/2 {
			j.Result(nil, Careful)
		}
	}
	var out strings.Builder
	r := j.Result(rules, Careful)
	for _, s := range r.Statements {
		for _, m := range s.Members {
			out.WriteString(" " + j.ID(m))
		}
		for _, x := range s.Joins {
			fmt.Fprintf(&out, " [%s-%s %v %v]", j.ID(x.Quote), j.ID(x.To), x.Score, x.By)
		}
		out.WriteString("\n")
	}
	for _, p := range r.Proposals {
		fmt.Fprintf(&out, "%s-%s %v\n", j.ID(p.QuoteA), j.ID(p.QuoteB), p.Score)
	}
	return out.String()
}
