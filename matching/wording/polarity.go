package wording

import (
	"fmt"
	"strings"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// scopeReach is how far, in words, a negation or a modal verb reaches for the word it governs.
const scopeReach = 5

// governed gives, for each word, the tag of the word that governs it, where one of the wanted kind does, and that
// word's place. A negation or modal governs the first telling word after it; a verb of denial governs itself too, unless
// it is negated: who does not fail to do a thing does it.
func governed(t *pair.Text, role func(*pair.Text, int) canon.Tag) (tags []canon.Tag, at []int) {
	tags, at = make([]canon.Tag, len(t.Words)), make([]int, len(t.Words))
	for i := range t.Words {
		tag := role(t, i)
		if tag == canon.NoTag {
			continue
		}
		if tag == canon.Denial && negates(tags[i]) {
			tags[i] = canon.NoTag
			continue
		}
		if k := next(t, i+1, scopeReach); k >= 0 && !sentencesApart(t, i, k) {
			if word(t, k) == "ever" { // "nobody ever gave": it strengthens, and is not what is denied
				k = max(k, next(t, k+1, scopeReach))
			}
			if !negates(tag) && adverbial(t, k) { // "must urgently open"
				k = max(k, next(t, k+1, scopeReach))
			}
			if tag != canon.Must || tags[k] != canon.May { // "may have to": it is not certain that they must
				tags[k], at[k] = tag, i
			}
		}
		if tag == canon.Denial {
			tags[i], at[i] = tag, i
		}
	}
	return tags, at
}

// sentencesApart reports whether a sentence ends between words i and k: "but we did not. We stayed".
func sentencesApart(t *pair.Text, i, k int) bool {
	for n := i + 1; n <= k; n++ {
		if sentenceBegins(t, n) {
			return true
		}
	}
	return false
}

// denial gives the tag of word i where it negates, else NoTag.
func denial(t *pair.Text, i int) canon.Tag {
	if tag := polarity(t, i); negates(tag) && !idleNegator(t, i) {
		return tag
	}
	return canon.NoTag
}

// phrasalDenials are verbs that deny together with the word behind them: who turned down an appeal rejected it.
var phrasalDenials = map[string]string{
	"turn": "down", "turns": "down", "turned": "down", "turning": "down",
	"decline": "to", "declines": "to", "declined": "to", "declining": "to",
}

// polarity gives the tag of word i as a negation, whether or not it negates anything here.
func polarity(t *pair.Text, i int) canon.Tag {
	behind := phrasalDenials[word(t, i)]
	if behind == "down" && word(t, i+1) == behind || behind == "to" && word(t, i+1) == behind && next(t, i+2, 1) >= 0 && !t.Words[i+2].Number() {
		return canon.Denial // but "declined to 15", "declined to the level of"
	}
	if word(t, i) == "refuted" { // as denied
		return canon.Denial
	}
	return t.Words[i].Tag
}

// idlePhrases hold a negator that negates nothing where the phrase stands for something else: whoever says "not many"
// counts. idleNumbers hold one that belongs to a number.
var (
	idlePhrases = map[string]bool{
		"not only": true, "not many": true, "nothing but": true, "nothing less": true, "without doubt": true, "without question": true,
		"without a doubt": true,
	}
	idleNumbers = map[string]bool{
		"no.": true, "no more than": true, "no less than": true, "no fewer than": true, "not more than": true, "not less than": true, "not fewer than": true,
	}
)

// idleNegator reports whether the negator at word i negates nothing: "not only", "no fewer than 40", "or not", "No, we stay".
func idleNegator(t *pair.Text, i int) bool {
	return begins(t, i, idlePhrases) || idleAlone(t, i) || notJust(t, i)
}

// notJust reports whether the "not" at word i only says that there is more: "they are not just cannon fodder", "will not merely talk
// but act". "Do not just rely on luck" negates.
func notJust(t *pair.Text, i int) bool {
	switch word(t, i+1) {
	case "just", "merely", "simply", "only":
	default:
		return false
	}
	if t.Words[i].Tag != canon.Negator {
		return false
	}
	if i == 0 || t.Words[i-1].Tag == canon.Be || paused(t, i) {
		return true
	}
	for k := i + 2; k < min(len(t.Words), i+butReach) && !strings.ContainsAny(gapBefore(t, k), ".!?"); k++ {
		if word(t, k) == "but" {
			return true
		}
	}
	return false
}

// butReach is how far behind "not just" its "but" may stand.
const butReach = 20

// passedOver reports whether word i tells what is not so by way of what is: "a school instead of a road", "rather than".
func passedOver(t *pair.Text, i int) bool {
	for k := i - 2; k >= max(0, i-scopeReach) && !paused(t, k+2); k-- {
		if prefers(t, k) {
			return true
		}
	}
	return false
}

// prefers reports whether what is passed over follows on word i and the one behind it.
func prefers(t *pair.Text, i int) bool {
	w, then := word(t, i), word(t, i+1)
	return w == "instead" && then == "of" || w == "rather" && then == "than"
}

// adverbial reports whether word i says how the word behind it is done, as far as its ending tells.
func adverbial(t *pair.Text, i int) bool {
	w := word(t, i)
	return len(w) > len("early") && strings.HasSuffix(w, "ly") && i+1 < len(t.Words) && !paused(t, i+1)
}

// gapBefore gives what is printed between word i, which is not the first, and the word before it.
func gapBefore(t *pair.Text, i int) string { return t.Printed[t.Words[i-1].End:t.Words[i].Start] }

// paused reports whether punctuation stands before word i.
func paused(t *pair.Text, i int) bool {
	return strings.ContainsAny(gapBefore(t, i), ",;:.!?–—")
}

// idleAlone reports whether it negates nothing whatever became of the words behind it.
func idleAlone(t *pair.Text, i int) bool {
	w := word(t, i)
	return begins(t, i, idleNumbers) || w == "not" && word(t, i-1) == "or" || w == "no" && answer(t, i) || excepts(t, i) || resumed(t, i)
}

// resumed reports whether the negator at word i only says again, in a list, what was negated before: "there never was a man, not me,
// nobody, more able".
func resumed(t *pair.Text, i int) bool {
	const reach = 12
	switch word(t, i) {
	case "not", "nobody", "none", "no-one":
	default:
		return false
	}
	if i == 0 || !setOff(t, i) || i+1 < len(t.Words) && (t.Words[i+1].Has(canon.Verb) || modality(t, i+1) != canon.NoTag) {
		return false
	}
	for k := i - 1; k >= max(0, i-reach) && !sentenceBegins(t, k+1); k-- {
		switch word(t, k) {
		case "never", "no", "nobody", "none":
			return true
		case "and", "but", "or":
			return false
		}
	}
	return false
}

// setOff reports whether a comma or a dash stands before word i.
func setOff(t *pair.Text, i int) bool {
	between := gapBefore(t, i)
	return strings.ContainsAny(between, ",–—") || strings.Contains(between, " - ")
}

// excepts reports whether a "nothing" or "nobody" at word i leaves something: "there is nothing left but the walls" says that only they
// are.
func excepts(t *pair.Text, i int) bool {
	const reach = 6
	switch word(t, i) {
	case "nothing", "nobody", "none":
	default:
		return false
	}
	for k := i + 1; k < len(t.Words) && k <= i+reach; k++ {
		if paused(t, k) {
			return false
		}
		if w := word(t, k); w == "but" || w == "except" {
			return true
		}
	}
	return false
}

// begins reports whether one of some phrases, of up to three words, begins at word i.
func begins(t *pair.Text, i int, phrases map[string]bool) bool {
	for n := 1; n <= 3; n++ {
		if phrases[phraseOf(t, i, n)] {
			return true
		}
	}
	return false
}

// answer reports whether the "no" at word i stands by itself: "No, we stay".
func answer(t *pair.Text, i int) bool {
	if i+1 == len(t.Words) {
		return true
	}
	return strings.ContainsAny(gapBefore(t, i+1), ",;:.!?")
}

func negates(t canon.Tag) bool { return t == canon.Negator || t == canon.Denial }

// negations names negations that came or went: a word that stands in both texts, negated in one of them only, or that
// became its opposite.
func (f *finder) negations() {
	na, atA := governed(f.a, denial)
	nb, atB := governed(f.b, denial)
	if f.raised(na, nb) {
		return
	}
	seen := map[[2]int]bool{}
	madeGood := false
	for i, w := range f.a.Words {
		j := f.partner(i)
		if !telling(w) || j < 0 {
			continue
		}
		inA, inB := negates(na[i]), negates(nb[j])
		by := [2]int{atA[i], atB[j]} // a denial governs two words, and is named once
		switch {
		case f.opposite(i, j):
			if inA == inB {
				f.reversed(i, j)
			} else {
				madeGood = true // "unsafe" is "not safe"
			}
		case inA == inB || seen[by]:
		case f.madeGood(i, j, na, nb):
			madeGood = true // "closed" is "not open"
		case f.mate[i] != j && (elsewhereSo(f.a, i, na, inB) || elsewhereSo(f.b, j, nb, inA)) || f.deniedOtherwise(i, j, by):
		default:
			seen[by] = true
			f.negation(phrase{atA[i], i}, phrase{atB[j], j}, inA)
		}
	}
	f.opposites(na, nb)
	f.movedNegation(na, nb)
	if !madeGood {
		f.strayNegation(na, nb)
	}
}

// movedNegation names a negation that went from what is said to be so to what it says, or the other way: "there is no evidence
// that he was there", "there is evidence that he was not there". Of "I don't think that" [finder.raised] knows that it is no change.
func (f *finder) movedNegation(na, nb []canon.Tag) {
	if f.has(Negation) {
		return
	}
	from, to := -1, -1
	for i := range f.a.Words {
		j := f.same(i)
		if j < 0 || negates(na[i]) == negates(nb[j]) {
			continue
		}
		switch asserts := assertive[word(f.a, i)]; {
		case asserts && from < 0:
			from = i
		case !asserts && telling(f.a.Words[i]):
			to = i
		}
	}
	if from < 0 || to < 0 || negates(na[from]) == negates(na[to]) {
		return
	}
	if negates(na[to]) {
		from, to = to, from
	}
	x, y := plainly(f.a, from, from+1), plainly(f.a, to, to+1)
	f.add(Negation, x, y, fmt.Sprintf("the negation moved from “%s” to “%s”", x, y))
}

// assertive are words by which something is said to be so; to deny them is not to deny what they assert.
var assertive = map[string]bool{
	"say": true, "says": true, "said": true, "evidence": true, "proof": true, "promise": true, "promised": true, "claim": true, "claimed": true,
	"prove": true, "proved": true, "confirm": true, "confirmed": true, "admit": true, "admitted": true, "decide": true, "decided": true,
	"agree": true, "agreed": true,
}

// opposites names words that took each other's place and say the opposite.
func (f *finder) opposites(na, nb []canon.Tag) {
	for r := range f.replacements() {
		for i := r.a0; i < r.a1; i++ {
			for j := r.b0; j < r.b1; j++ {
				if f.lists.opposed(f.a.Words[i].Key, f.b.Words[j].Key) && negates(na[i]) == negates(nb[j]) && !f.moved(i, j) {
					f.reversed(i, j)
				}
			}
		}
	}
}

// raised reports whether both texts negate as often, but one of them a verb of thinking: "I don't think that it is safe",
// "I think that it is not safe".
func (f *finder) raised(na, nb []canon.Tag) bool {
	a, b := negatesThought(f.a, na), negatesThought(f.b, nb)
	return a != b && denials(f.a) == denials(f.b)
}

func negatesThought(t *pair.Text, tags []canon.Tag) bool {
	for i, tag := range tags {
		switch strings.TrimSuffix(word(t, i), "s") {
		case "think", "believe", "expect", "suppose", "want", "thought", "believed", "expected", "wanted", "seem", "seemed":
			if negates(tag) {
				return true
			}
		}
	}
	return false
}

// negation names one that came or went; each phrase leads from a negation, where there is one, to the word it governs.
func (f *finder) negation(a, b phrase, lost bool) {
	if lost {
		from, to := wholly(f.a, min(a.begin, a.end), max(a.begin, a.end)+1), plainly(f.b, b.end, b.end+1)
		f.add(Negation, from, to, fmt.Sprintf("“%s” lost its negation", from))
		return
	}
	from, to := plainly(f.a, a.end, a.end+1), wholly(f.b, min(b.begin, b.end), max(b.begin, b.end)+1)
	f.add(Negation, from, to, fmt.Sprintf("“%s” was negated: “%s”", from, to))
}

// reversed names a word that became its opposite.
func (f *finder) reversed(i, j int) {
	from, to := plainly(f.a, i, i+1), plainly(f.b, j, j+1)
	f.add(Negation, from, to, fmt.Sprintf("“%s” became its opposite “%s”", from, to))
}

// opposite reports whether one of two words is the other behind a prefix that negates; not of words that count as
// negations anyway ("impossible").
func (f *finder) opposite(i, j int) bool {
	if f.align.Like[i] == 1 || f.align.Back[j] == 1 || negates(f.a.Words[i].Tag) || negates(f.b.Words[j].Tag) {
		return false
	}
	a, b := word(f.a, i), word(f.b, j)
	if word(f.a, i-1)+a == b || word(f.b, j-1)+b == a { // "non-members", "nonmembers"
		return false
	}
	return undoes(a, b) && !f.lists.prefixed[f.a.Words[i].Key] || undoes(b, a) && !f.lists.prefixed[f.b.Words[j].Key]
}

// undoes reports whether long is short behind a prefix that negates. Short words are left out: "to" and "into".
func undoes(long, short string) bool {
	head, ok := strings.CutSuffix(long, short)
	if !ok || len(short) < 4 {
		return false
	}
	switch head {
	case "un", "in", "im", "il", "ir", "dis", "non", "non-":
		return true
	}
	return false
}

// negatedNearby reports whether the side that seems not negated has a negation close by, which another order of
// words put elsewhere; that of the next sentence is not. Where both texts deny as often, the whole clause counts as close by:
// "no order to do so was ever given", "nobody gave the order".
func (f *finder) negatedNearby(i, j int) bool {
	even := denials(f.a) == denials(f.b)
	near := func(t *pair.Text, i int) bool {
		begin, end := max(0, i-scopeReach), min(len(t.Words), i+scopeReach)
		if even {
			b, e := clause(t, i)
			begin, end = min(begin, b), max(end, e)
		}
		for k := i; k > begin; k-- {
			if sentenceBegins(t, k) {
				begin = k
			}
		}
		for k := i + 1; k < end; k++ {
			if sentenceBegins(t, k) {
				end = k
			}
		}
		return deniedIn(t, begin, end) > 0 || behindAny(t, i) || passedOver(t, i)
	}
	return near(f.a, i) && near(f.b, j)
}

// behindAny reports whether an "anything" stands before word i to which a negation reaches: who does not want anything to do with a
// thing wants nothing to do with it.
func behindAny(t *pair.Text, i int) bool {
	for k := i - 1; k >= max(0, i-scopeReach) && !paused(t, k+1); k-- {
		switch word(t, k) {
		case "any", "anything", "anyone", "anybody":
			begin, _ := clause(t, k)
			return deniedIn(t, max(begin, k-scopeReach), k) > 0
		}
	}
	return false
}

// sentenceBegins reports whether a sentence ends before word i, or a quotation before which the next begins.
func sentenceBegins(t *pair.Text, i int) bool {
	between := gapBefore(t, i)
	return strings.ContainsAny(between, ".!?") || strings.Contains(between, "” “") || strings.Contains(between, "\" \"")
}

// clause gives the words [begin,end) around word i up to the punctuation on either side.
func clause(t *pair.Text, i int) (begin, end int) {
	for begin = i; begin > 0 && !paused(t, begin); begin-- {
	}
	for end = i + 1; end < len(t.Words) && !paused(t, end); end++ {
	}
	return begin, end
}

// denials counts the words that negate.
func denials(t *pair.Text) int { return deniedIn(t, 0, len(t.Words)) }

func deniedIn(t *pair.Text, i, end int) (n int) {
	for ; i < end; i++ {
		if denial(t, i) != canon.NoTag {
			n++
		}
	}
	return n
}

// span gives the words from i to j, whichever comes first, both included.
func span(t *pair.Text, i, j int) string { return plainly(t, min(i, j), max(i, j)+1) }

// wishes reports whether a word near word i tells of a wish, so that "plan to" and "would like to" do not part two texts.
func wishes(t *pair.Text, i int) bool {
	for k := max(0, i-scopeReach); k < min(len(t.Words), i+scopeReach); k++ {
		switch w := word(t, k); strings.TrimSuffix(w, "s") {
		case "want", "wanted", "wish", "wished", "like", "aim", "aimed", "seek", "sought", "try", "tried", "attempt", "goal", "purpose", "intention", "eager", "ready",
			"intended", "designed", "scheduled", "set", "preparing", "prepare", "going", "about", "due":
			return true
		default:
			if withTo[w] == intended {
				return true
			}
		}
	}
	return false
}

// modals names changes in how sure, free or bound a statement is: "can take time" became "may take time".
func (f *finder) modals() {
	ma, atA := governed(f.a, modality)
	mb, atB := governed(f.b, modality)
	for i, w := range f.a.Words {
		j := f.partner(i)
		if !telling(w) || j < 0 || ma[i] == mb[j] || weak(ma[i]) && weak(mb[j]) || f.noVerb(i, j, modal{ma[i], atA[i]}, modal{mb[j], atB[j]}) || f.excused(i, j, ma[i], mb[j]) {
			continue
		}
		if f.oneDegree(i, j, modalWord(f.a, ma[i], atA[i]), modalWord(f.b, mb[j], atB[j])) || !f.sameContext(i, j) {
			continue
		}
		f.modal(modalSpan(f.a, ma[i], atA[i], i), modalSpan(f.b, mb[j], atB[j], j))
	}
	f.strayModal()
}

// excused reports whether other words near make up for the difference between two modalities.
func (f *finder) excused(i, j int, a, b canon.Tag) bool {
	if a == canon.NoTag && (nearModal(f.a, i, b) || leftToVerb(f.a, i)) || b == canon.NoTag && (nearModal(f.b, j, a) || leftToVerb(f.b, j)) {
		return true
	}
	if f.seemsSo(i, j, a, b) {
		return true
	}
	return a == intended && wishes(f.b, j) || b == intended && wishes(f.a, i)
}

// weak holds the tags between which English moves freely: a future or a conditional, and none.
func weak(t canon.Tag) bool { return t == canon.NoTag || t == canon.Will }

// modalWord gives the modal word at a place, "" where there is none.
func modalWord(t *pair.Text, tag canon.Tag, at int) string {
	if tag == canon.NoTag {
		return ""
	}
	return word(t, at)
}

func modalSpan(t *pair.Text, tag canon.Tag, at, i int) string {
	if tag == canon.NoTag {
		return plainly(t, i, i+1)
	}
	return span(t, at, i)
}

func (f *finder) modal(from, to string) {
	f.add(Modality, from, to, fmt.Sprintf("“%s” became “%s”: another degree of certainty or duty", from, to))
}

// nearModal reports whether words with a modality stand near word i, or in its clause.
func nearModal(t *pair.Text, i int, tag canon.Tag) bool {
	begin, end := clause(t, i)
	for k := max(0, min(begin, i-scopeReach)); k < min(len(t.Words), max(end, i+scopeReach)); k++ {
		if modality(t, k) == tag {
			return true
		}
	}
	return false
}

// strayModal names modal verbs that replaced each other where the word they govern changed too.
func (f *finder) strayModal() {
	if f.has(Modality) {
		return
	}
	for r := range f.replacements() {
		i, j := firstModal(f.a, r.a0, r.a1), firstModal(f.b, r.b0, r.b1)
		if i >= 0 && j >= 0 && modality(f.a, i) != modality(f.b, j) && !bothPossible(word(f.a, i), word(f.b, j)) {
			f.modal(plainly(f.a, i, i+1), plainly(f.b, j, j+1))
		}
	}
}

// firstModal gives the first modal verb among words [i,end), -1 for none; what is meant or possible to be done counts only with its verb.
func firstModal(t *pair.Text, i, end int) int {
	for ; i < end; i++ {
		if m := modality(t, i); m != canon.NoTag && m != intended && !ability[word(t, i)] {
			return i
		}
	}
	return -1
}
