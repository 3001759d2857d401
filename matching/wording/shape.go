package wording

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"quotidian/attribution/name"
	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
	"quotidian/quotes"
)

// shape names what happened to the form: out of quotation marks, into other words, into parts, shorter.
func (f *finder) shape() {
	f.unquoted()
	f.words()
	f.retouched()
	if f.from.Parts < 2 && f.to.Parts > 1 && f.to.Parts > f.from.Parts {
		f.add(Split, "", "", fmt.Sprintf("printed in %d parts", f.to.Parts))
	}
}

// unquoted names words that were taken out of their quotation marks, by the kinds of the quotes, by the marks around
// single words, or by the words themselves: persons and tenses shift when speech is reported ("we closely cooperate",
// "they closely cooperated").
func (f *finder) unquoted() {
	if f.from.Kind != quotes.Indirect && f.to.Kind == quotes.Indirect {
		f.add(Unquoted, "", "", "direct speech became reported speech")
		return
	}
	if words := f.bared(); words != "" {
		f.add(Unquoted, words, words, fmt.Sprintf("“%s” lost its quotation marks", words))
		return
	}
	if f.from.Kind != f.to.Kind {
		return
	}
	if from, to := f.shifted(); from != "" && !f.printedBoth() {
		f.add(Unquoted, from, to, fmt.Sprintf("“%s” became “%s”, as when direct speech is reported", from, to))
	}
}

// retouched names a shift of person or tense between the marks of two quotations: nobody reports there, so it is another wording.
func (f *finder) retouched() {
	if !f.printedBoth() || f.has(Reworded) || f.has(Retranslated) || f.has(Modality) {
		return
	}
	if from, to := f.shifted(); from != "" {
		f.add(Reworded, from, to, fmt.Sprintf("“%s” became “%s” inside the quotation marks", from, to))
	}
}

// printedBoth reports whether both texts are nothing but words between quotation marks.
func (f *finder) printedBoth() bool {
	all := func(p *Prepared) bool {
		return p.Kind == quotes.Direct && len(p.text.Words) > 0 && !slices.ContainsFunc(p.text.Words, func(w canon.Word) bool { return !w.Has(canon.Quoted) })
	}
	return all(f.from) && all(f.to)
}

// bared gives the first telling words that both print, but only the first wording in quotation marks.
func (f *finder) bared() string {
	if f.to.Kind != quotes.Mixed {
		return ""
	}
	for _, r := range f.runs {
		if r.op != Same {
			continue
		}
		begin, end := -1, -1
		for k := range r.a1 - r.a0 {
			if !f.from.marked(r.a0+k) || f.to.marked(r.b0+k) {
				if begin >= 0 {
					break
				}
				continue
			}
			if begin < 0 {
				begin = r.a0 + k
			}
			end = r.a0 + k + 1
		}
		if begin >= 0 && next(f.a, begin, end-begin) >= 0 && !f.nameAlone(begin, end) {
			return plainly(f.a, begin, end)
		}
	}
	return ""
}

// nameAlone reports whether words [i,end) are one with a capital: a name is nobody's wording.
func (f *finder) nameAlone(i, end int) bool {
	return end == i+1 && (f.a.Words[i].Has(canon.Capital) || f.a.Words[i].Has(canon.Named))
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

// words names other words, left-out words and added words. What changed between quotation marks and what changed
// around them are two findings: only the first touches what somebody said. Between the marks another order is another
// wording too: a speaker's words are cut, but nobody turns them round, unless he translates them again.
func (f *finder) words() {
	var inside, around rephrasing
	runs := f.rejoined()
	for _, r := range runs {
		if r.op == Same || f.respelled(r) {
			continue
		}
		x := f.remainder(r)
		in, out := f.moves(r), float32(0)
		if in > 0 {
			x = r
		}
		if r.op == Replaced && !f.selfNamed(r) {
			novel, other := f.novel(f.remainder(r))
			in, out = in+novel, other
		}
		if in > 0 {
			inside.add(in, plainly(f.a, x.a0, x.a1), plainly(f.b, x.b0, x.b1))
		} else if out > 0 {
			around.add(out, plainly(f.a, x.a0, x.a1), plainly(f.b, x.b0, x.b1))
		}
	}
	if !f.otherParts() {
		f.inMarks(inside)
	}
	if around.weight > 0 {
		note := "told in other words"
		if f.from.Kind == quotes.Mixed && f.to.Kind == quotes.Mixed {
			note = "words differ around the quotation marks"
		}
		f.add(Reworded, around.was(), around.is(), note)
	}
	f.cuts(runs, inside.weight+around.weight > 0)
}

// rejoined gives the stretches with those taken for one that were left out in one place and put in, in other words, in another: "water is
// brought by lorry", "lorries bring water". A telling word that both have shows which.
func (f *finder) rejoined() []stretch {
	out := slices.Clone(f.runs)
	for k, r := range out {
		if r.op != Deleted {
			continue
		}
		for i := r.a0; i < r.a1 && out[k].op == Deleted; i++ {
			j := f.elsewhere(i)
			if j < 0 || !telling(f.a.Words[i]) {
				continue
			}
			at := slices.IndexFunc(out, func(s stretch) bool { return s.op == Inserted && s.b0 <= j && j < s.b1 })
			if at < 0 {
				continue
			}
			if one := (stretch{Replaced, r.a0, r.a1, out[at].b0, out[at].b1}); !f.respelled(one) { // the very same words only moved
				out[k], out[at] = one, stretch{op: Same}
			}
		}
	}
	return out
}

// Where bulk telling words and more stand for few, lopsided for each, most were left out or put in: no translation is so long.
const (
	lopsided = 4
	bulk     = 6
)

// did is what happened to a stretch. Many words in whose place hardly anything stands ("that", "and") were left out,
// not replaced.
func (f *finder) did(r stretch) Op {
	if r.op != Replaced {
		return r.op
	}
	p, q := pronounIn(f.a, r.a0, r.a1), pronounIn(f.b, r.b0, r.b1) // one alone stands for what it replaced
	switch a, b := tells(f.a, r.a0, r.a1), tells(f.b, r.b0, r.b1); {
	case a >= cutWords && b == 0 && (p || !q), a >= bulk && b > 0 && a >= lopsided*b:
		return Deleted
	case b >= cutWords && a == 0 && (q || !p), b >= bulk && a > 0 && b >= lopsided*a:
		return Inserted
	}
	return Replaced
}

// remainder is a stretch without the side of which most was left out or put in: what is left on the other side are other words.
func (f *finder) remainder(r stretch) stretch {
	switch f.did(r) {
	case Deleted:
		r.a1 = r.a0
	case Inserted:
		r.b1 = r.b0
	}
	return r
}

// tells counts the telling words of [i,end).
func tells(t *pair.Text, i, end int) (n int) {
	for ; i < end; i++ {
		if telling(t.Words[i]) {
			n++
		}
	}
	return n
}

func pronounIn(t *pair.Text, i, end int) bool {
	return firstTag(t, i, end, canon.First) >= 0 || firstTag(t, i, end, canon.Second) >= 0 || firstTag(t, i, end, canon.Third) >= 0
}

// selfNamed reports whether a speaker's "we" became "the company", "the energy ministry" where his words are reported:
// that is no other word than his.
func (f *finder) selfNamed(r stretch) bool {
	const longest = 3
	n := tells(f.b, r.b0, r.b1)
	if f.from.Kind == quotes.Indirect || f.to.Kind != quotes.Indirect || n == 0 || n > longest || tells(f.a, r.a0, r.a1) > 0 {
		return false
	}
	last := r.b1 - 1
	for last > r.b0 && !telling(f.b.Words[last]) {
		last--
	}
	return firstTag(f.a, r.a0, r.a1, canon.First) >= 0 && party(f.b, last)
}

// respelled reports whether both print the same letters, parted otherwise ("two-thirds", "per cent"), the same names in
// another romanisation ("Qaradağ", "Karadagh"), or the same month, shortened.
func (f *finder) respelled(r stretch) bool {
	letters := func(s string) string {
		return strings.Map(func(c rune) rune {
			if unicode.IsLetter(c) || unicode.IsDigit(c) {
				return unicode.ToLower(c)
			}
			return -1
		}, s)
	}
	if r.op != Replaced {
		return false
	}
	return letters(plainly(f.a, r.a0, r.a1)) == letters(plainly(f.b, r.b0, r.b1)) || f.romanised(r)
}

// romanised reports whether a stretch holds, word by word, the same names in other letters.
func (f *finder) romanised(r stretch) bool {
	if r.a1-r.a0 != r.b1-r.b0 {
		return false
	}
	for k := range r.a1 - r.a0 {
		i, j := r.a0+k, r.b0+k
		if f.a.Words[i].Key == f.b.Words[j].Key || shortened(word(f.a, i), word(f.b, j)) || calendarDay(f.a, i) > 0 && calendarDay(f.a, i) == calendarDay(f.b, j) {
			continue
		}
		if !f.a.Words[i].Has(canon.Capital) || !f.b.Words[j].Has(canon.Capital) || sounds(word(f.a, i)) != sounds(word(f.b, j)) {
			return false
		}
	}
	return true
}

// shortTitles are the titles that papers shorten, by what is left of them.
var shortTitles = map[string]string{
	"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "prof": "professor", "dr": "doctor", "lt": "lieutenant",
	"col": "colonel", "capt": "captain", "cmdr": "commander", "sgt": "sergeant", "maj": "major", "adm": "admiral", "rev": "reverend",
	"pres": "president", "mr": "mister", "hon": "honorable", "jr": "junior", "sr": "senior", "st": "saint",
}

// shortened reports whether two words are one title, of which one is shortened: "Sen.", "Senator".
func shortened(a, b string) bool {
	a, b = strings.TrimSuffix(a, "."), strings.TrimSuffix(b, ".")
	return a != "" && shortTitles[b] == a || b != "" && shortTitles[a] == b
}

// sounding folds letters that romanisations of one name commonly differ in.
var sounding = strings.NewReplacer("kh", "k", "gh", "k", "zh", "i", "ph", "f", "q", "k", "g", "k", "c", "k", "y", "i", "j", "i", "w", "v")

// sounds gives the folded letters of a name by their sound, doubled ones once.
func sounds(word string) string {
	s := []byte(sounding.Replace(name.Fold(word)))
	return string(slices.Compact(s))
}

// rephrasing is words that others took the place of, with the weight of the telling ones.
type rephrasing struct {
	weight   float32
	from, to []string
}

func (p *rephrasing) add(weight float32, from, to string) {
	p.weight += weight
	if from != "" {
		p.from = append(p.from, from)
	}
	if to != "" {
		p.to = append(p.to, to)
	}
}

func (p *rephrasing) was() string { return strings.Join(p.from, " … ") }
func (p *rephrasing) is() string  { return strings.Join(p.to, " … ") }

// moves gives the weight of a stretch's telling words that stand between the marks in both texts, but elsewhere.
func (f *finder) moves(r stretch) (weight float32) {
	if f.from.Kind == quotes.Indirect || f.to.Kind == quotes.Indirect {
		return 0
	}
	for i := r.a0; i < r.a1; i++ {
		if j := f.elsewhere(i); j >= 0 && spoken(f.a, i) && f.from.marked(i) && f.to.marked(j) {
			weight += f.a.Weight[i]
		}
	}
	for j := r.b0; j < r.b1; j++ {
		if i := f.turned(j); i >= 0 && spoken(f.b, j) && f.to.marked(j) && f.from.marked(i) {
			weight += f.b.Weight[j]
		}
	}
	return weight
}

// spoken reports whether a word tells something by its place: a currency's sign stands before its number, its name behind.
func spoken(t *pair.Text, i int) bool {
	return telling(t.Words[i]) && !strings.ContainsAny(word(t, i), signs)
}

// elsewhere gives where the second text has word i of the first, when that went there from another place; else -1.
func (f *finder) elsewhere(i int) int {
	j := f.same(i)
	if j < 0 || f.mate[i] >= 0 || f.mateBack[j] >= 0 {
		return -1
	}
	return j
}

// turned is elsewhere, seen from word j of the second text.
func (f *finder) turned(j int) int {
	i := f.sameBack(j)
	if i < 0 || f.mate[i] >= 0 || f.mateBack[j] >= 0 {
		return -1
	}
	return i
}

// moved reports whether word i of the first text or word j of the second stands in the other one too, in another place.
func (f *finder) moved(i, j int) bool { return f.elsewhere(i) >= 0 || f.turned(j) >= 0 }

// novel gives the weight of a replaced stretch's telling words that the other text does not have at all: of those
// between the quotation marks of two quotations, and of the others. Another number or date is a finding of its own.
func (f *finder) novel(r stretch) (inside, around float32) {
	both := f.from.Kind != quotes.Indirect && f.to.Kind != quotes.Indirect
	count := func(marked bool, weight float32) {
		if both && marked {
			inside += weight
		} else {
			around += weight
		}
	}
	for i := r.a0; i < r.a1; i++ {
		if w := f.a.Words[i]; telling(w) && !w.Number() && calendarDay(f.a, i) == 0 && f.align.Like[i] < 1 {
			count(f.from.marked(i), f.a.Weight[i])
		}
	}
	for j := r.b0; j < r.b1; j++ {
		if w := f.b.Words[j]; telling(w) && !w.Number() && calendarDay(f.b, j) == 0 && f.align.Back[j] < 1 {
			count(f.to.marked(j), f.b.Weight[j])
		}
	}
	return inside, around
}

// marked reports whether word i is printed as the speaker's own: anywhere in a direct quote, between the marks of a
// mixed one.
func (p *Prepared) marked(i int) bool {
	return p.Kind == quotes.Direct || p.Kind == quotes.Mixed && p.text.Words[i].Has(canon.Quoted)
}

// otherParts reports whether both print a stretch of the same words between their marks, beside words of a reporter. What else each
// quotes are other parts of what was said, and no other translation of it.
func (f *finder) otherParts() bool {
	return f.quoteAlike && (f.from.Kind != quotes.Direct || f.to.Kind != quotes.Direct)
}

// A second translation changes more than rewritten of the telling words; a quotation that somebody retouched, less.
const rewritten = 0.25

// inMarks names words that changed between the quotation marks.
func (f *finder) inMarks(p rephrasing) {
	if p.weight == 0 {
		return
	}
	var kept float32
	for i, w := range f.a.Words {
		if f.align.Like[i] == 1 && telling(w) && f.from.marked(i) && f.elsewhere(i) < 0 {
			kept += f.a.Weight[i]
		}
	}
	if p.weight/(p.weight+2*kept) >= rewritten {
		f.add(Retranslated, p.was(), p.is(), "quoted in other words, as two translations of one sentence are")
		return
	}
	f.add(Reworded, p.was(), p.is(), "words differ inside the quotation marks")
}

// cutWords is the least length of a cut beside other changes of wording; a translation drops a word here and there.
const cutWords = 3

// cuts names words that only one of the two has.
func (f *finder) cuts(runs []stretch, rephrased bool) {
	least := 1
	if rephrased {
		least = cutWords
	}
	var gone, more []string
	for _, r := range runs {
		switch {
		case f.did(r) == Deleted && lost(f.a, r.a0, r.a1, f.told) >= least:
			gone = append(gone, plainly(f.a, r.a0, r.a1))
		case f.did(r) == Inserted && lost(f.b, r.b0, r.b1, f.retold) >= least:
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

// told gives where the second text has word i of the first, as such in another place or in another word; else -1.
func (f *finder) told(i int) int { return max(f.elsewhere(i), f.partner(i)) }

// retold is told, seen from word j of the second text.
func (f *finder) retold(j int) int {
	if i := int(f.align.Behind[j]); f.align.Back[j] >= equivalent && f.partner(i) == j {
		return i
	}
	return f.turned(j)
}

// sweeping are function words that widen or narrow what is said.
var sweeping = map[string]bool{"all": true, "every": true, "only": true, "always": true}

// lost counts words [i,end) that did not move to another place, 0 when none of them tells anything.
func lost(t *pair.Text, i, end int, moved func(int) int) (n int) {
	tells := false
	for ; i < end; i++ {
		if moved(i) < 0 {
			n++
			tells = tells || telling(t.Words[i]) || sweeping[word(t, i)] && (i+1 == end || moved(i+1) < 0) // "every day" is "a day"
		}
	}
	if !tells {
		return 0
	}
	return n
}
