package wording

import (
	"fmt"
	"strings"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
	"quotidian/quotes"
)

// shape names what happened to the form: out of quotation marks, into other words, into parts, shorter.
func (f *finder) shape() {
	f.unquoted()
	f.words()
	if f.from.Parts < 2 && f.to.Parts > 1 && f.to.Parts > f.from.Parts {
		f.add(Split, "", "", fmt.Sprintf("printed in %d parts", f.to.Parts))
	}
}

// unquoted names words that were taken out of their quotation marks, by the kinds of the quotes or by their words:
// persons and tenses shift when speech is reported ("we closely cooperate", "they closely cooperated").
func (f *finder) unquoted() {
	if f.from.Kind != quotes.Indirect && f.to.Kind == quotes.Indirect {
		f.add(Unquoted, "", "", "direct speech became reported speech")
		return
	}
	if f.from.Kind != f.to.Kind {
		return
	}
	if from, to := f.shifted(); from != "" {
		f.add(Unquoted, from, to, fmt.Sprintf("“%s” became “%s”, as when direct speech is reported", from, to))
	}
}

// shifted gives the first word whose person or tense was shifted as reported speech shifts it.
func (f *finder) shifted() (from, to string) {
	fewer := countTag(f.b, canon.First) < countTag(f.a, canon.First)
	for _, r := range f.runs {
		if from, to = f.backshift(r); from != "" {
			return from, to
		}
		if r.op == Same || !fewer {
			continue
		}
		i, j := firstTag(f.a, r.a0, r.a1, canon.First), firstTag(f.b, r.b0, r.b1, canon.Third)
		if i >= 0 && j >= 0 {
			return plainly(f.a, i, i+1), plainly(f.b, j, j+1)
		}
	}
	return "", ""
}

func countTag(t *pair.Text, tag canon.Tag) int {
	n := 0
	for _, w := range t.Words {
		if w.Tag == tag {
			n++
		}
	}
	return n
}

func firstTag(t *pair.Text, i, end int, tag canon.Tag) int {
	for ; i < end; i++ {
		if t.Words[i].Tag == tag {
			return i
		}
	}
	return -1
}

// past holds the forms that a helping verb takes when its sentence is reported.
var past = map[string]string{
	"am": "was", "is": "was", "are": "were", "have": "had", "has": "had", "will": "would", "can": "could", "may": "might", "shall": "should",
	"'m": "was", "'re": "were", "'ve": "had", "'ll": "would", "’m": "was", "’re": "were", "’ve": "had", "’ll": "would",
}

func (f *finder) backshift(r stretch) (from, to string) {
	for k := range min(r.a1-r.a0, r.b1-r.b0) {
		from, to = plainly(f.a, r.a0+k, r.a0+k+1), plainly(f.b, r.b0+k, r.b0+k+1)
		if p, ok := past[strings.ToLower(from)]; ok && p == strings.ToLower(to) {
			return from, to
		}
	}
	return "", ""
}

// A second translation changes more than rewritten of the telling words; a quotation that somebody retouched, less.
const rewritten = 0.25

// words names other words, left-out words and added words.
func (f *finder) words() {
	var changed float32
	var from, to []string
	for _, r := range f.runs {
		if r.op != Replaced {
			continue
		}
		w := f.novel(r)
		if w == 0 {
			continue
		}
		changed += w
		from, to = append(from, plainly(f.a, r.a0, r.a1)), append(to, plainly(f.b, r.b0, r.b1))
	}
	if changed > 0 {
		f.rephrased(changed, strings.Join(from, " … "), strings.Join(to, " … "))
	}
	f.cuts(changed > 0)
}

// novel gives the weight of a replaced stretch's telling words that the other text does not have at all.
func (f *finder) novel(r stretch) float32 {
	var sum float32
	for i := r.a0; i < r.a1; i++ {
		if telling(f.a.Words[i]) && f.align.Like[i] < 1 {
			sum += f.a.Weight[i]
		}
	}
	for j := r.b0; j < r.b1; j++ {
		if telling(f.b.Words[j]) && f.align.Back[j] < 1 {
			sum += f.b.Weight[j]
		}
	}
	return sum
}

func (f *finder) rephrased(changed float32, from, to string) {
	kept, _ := f.a.Shared(f.b)
	both := f.from.Kind != quotes.Indirect && f.to.Kind != quotes.Indirect
	switch {
	case both && changed/(changed+2*kept) >= rewritten:
		f.add(Retranslated, from, to, "quoted in other words, as two translations of one sentence are")
	case both:
		f.add(Reworded, from, to, "words differ inside the quotation marks")
	default:
		f.add(Reworded, from, to, "told in other words")
	}
}

// cutWords is the least length of a cut beside other changes of wording; a translation drops a word here and there.
const cutWords = 3

// cuts names words that only one of the two has.
func (f *finder) cuts(rephrased bool) {
	least := 1
	if rephrased {
		least = cutWords
	}
	var gone, more []string
	for _, r := range f.runs {
		switch {
		case r.op == Deleted && r.a1-r.a0 >= least && next(f.a, r.a0, r.a1-r.a0) >= 0:
			gone = append(gone, plainly(f.a, r.a0, r.a1))
		case r.op == Inserted && r.b1-r.b0 >= least && next(f.b, r.b0, r.b1-r.b0) >= 0:
			more = append(more, plainly(f.b, r.b0, r.b1))
		}
	}
	if len(gone) > 0 {
		f.add(Trimmed, strings.Join(gone, " … "), "", "words left out")
	}
	if len(more) > 0 {
		f.add(Trimmed, "", strings.Join(more, " … "), "gives words that the other wording leaves out")
	}
}
