package wording

import (
	"fmt"
	"strings"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
	"quotidian/quotes"
)

// certainty names what was said with more or less reserve than before: a hedge ("probably", "I think") or a condition ("if
// our partners help", "until our prisoners are home") that only one wording has.
func (f *finder) certainty() {
	f.hedges()
	f.conditions()
	f.done()
}

// longestHedge is the number of words of the longest hedge.
const longestHedge = 5

// hedge gives the hedge that begins at word i; it is empty where there is none. own says that "I think" counts.
func (v *lists) hedge(t *pair.Text, i int, own bool) phrase {
	for n := longestHedge; n > 0 && v.hedgeHeads[word(t, i)]; n-- {
		if i+n > len(t.Words) {
			continue
		}
		if speakers, ok := v.hedging[phraseOf(t, i, n)]; ok && (own || !speakers) && !reported(t, i) {
			return phrase{i, i + n}
		}
	}
	return phrase{}
}

// firstHedge gives the first hedge of a text.
func (f *finder) firstHedge(t *pair.Text) phrase {
	own := f.from.Kind != quotes.Indirect && f.to.Kind != quotes.Indirect
	for i := range t.Words {
		if p := f.lists.hedge(t, i, own); !p.empty() {
			return p
		}
	}
	return phrase{}
}

// hedges names a hedge of what both texts say, where the other has no doubt of any kind.
func (f *finder) hedges() {
	if f.has(Negation) || f.has(Modality) {
		return
	}
	a, b := f.firstHedge(f.a), f.firstHedge(f.b)
	switch {
	case a.empty() == b.empty():
	case b.empty() && !doubts(f.b, f.sameBack) && f.governs(f.a, a, f.partner):
		from := plainly(f.a, a.begin, a.end)
		f.add(Modality, from, "", fmt.Sprintf("“%s” was left out: said with more certainty", from))
	case a.empty() && !doubts(f.a, f.same) && f.governs(f.b, b, f.retold):
		to := plainly(f.b, b.begin, b.end)
		f.add(Modality, "", to, fmt.Sprintf("“%s” was put in: said with less certainty", to))
	}
}

// doubts reports whether a text says of anything that it may be so, or is believed, in a word that the other text does not have.
func doubts(t *pair.Text, other func(int) int) bool {
	for i := range t.Words {
		if other(i) >= 0 {
			continue
		}
		switch modality(t, i) {
		case canon.May, canon.Can, canon.Should, intended:
			return true
		}
		switch strings.TrimSuffix(strings.TrimSuffix(word(t, i), "s"), "ed") {
		case "think", "thought", "believe", "believ", "expect", "suppose", "suppos", "seem", "appear", "hope", "hop", "fear", "feel", "feeling", "view", "opinion",
			"chance", "risk", "suspicion", "suspect", "doubt", "wish":
			return true
		}
	}
	return false
}

// governs reports whether the word that a phrase is said of stands in the other text too: the next one, and behind the last
// the one before. Of a number that is nearly reached the numbers tell.
func (f *finder) governs(t *pair.Text, p phrase, other func(int) int) bool {
	k := next(t, p.end, scopeReach)
	if k < 0 {
		k = beside(t, p.begin, -1)
	}
	if p.end < len(t.Words) && counts(t, p.end) && word(t, p.end) != "all" {
		return false
	}
	return k >= 0 && other(k) >= 0
}

// reported reports whether what looks like a hedge at word i tells who spoke to whom: "he said to me", but "is said to be".
func reported(t *pair.Text, i int) bool {
	return word(t, i) == "said" && word(t, i+1) == "to" && !(i > 0 && (t.Words[i-1].Tag == canon.Be || word(t, i-1) == "been"))
}

// conditions names a condition on what both texts say.
func (f *finder) conditions() {
	a, b := f.condition(f.a, f.partner), f.condition(f.b, f.retold)
	factA, factB := fact(f.a, f.b), fact(f.b, f.a)
	switch {
	case !factA.empty() && !conditional(f.b) && !f.has(Modality):
		from := plainly(f.a, factA.begin, factA.end)
		f.add(Modality, from, "", fmt.Sprintf("the condition “%s” is told as a fact", from))
	case !factB.empty() && !conditional(f.a) && !f.has(Modality):
		to := plainly(f.b, factB.begin, factB.end)
		f.add(Modality, "", to, fmt.Sprintf("the fact “%s” is told as a condition", to))
	case !a.empty() && !conditional(f.b):
		from := plainly(f.a, a.begin, a.end)
		f.add(Modality, from, "", fmt.Sprintf("the condition “%s” was left out", from))
	case !b.empty() && !conditional(f.a):
		to := plainly(f.b, b.begin, b.end)
		f.add(Modality, "", to, fmt.Sprintf("the condition “%s” was put in", to))
	}
}

// condition gives the first condition of a text of which the other has no word, though it has some of what stands under the condition.
func (f *finder) condition(t *pair.Text, other func(int) int) phrase {
	known := func(i, end int) bool {
		for ; i < end; i++ {
			if telling(t.Words[i]) && other(i) >= 0 {
				return true
			}
		}
		return false
	}
	for i := range t.Words {
		if !opensCondition(t, i) {
			continue
		}
		p := phrase{begin: i}
		_, p.end = clause(t, i)
		first, last := sentence(t, i)
		if tells(t, i+1, p.end) > 0 && !known(p.begin, p.end) && (known(first, p.begin) || known(p.end, last)) {
			return p
		}
	}
	return phrase{}
}

// fact gives the first "if" or "unless" of a text whose words the other tells word for word, and does not ask about. What
// stands behind "once" or "until" may be a fact already: "once the war ended".
func fact(t, other *pair.Text) phrase {
	for i := range t.Words {
		if w := word(t, i); w != "if" && w != "unless" || !opensCondition(t, i) {
			continue
		}
		p := phrase{begin: i}
		_, p.end = clause(t, i)
		if tells(t, i+1, p.end) > 0 && tellsAlike(t, i+1, p.end, other) {
			return p
		}
	}
	return phrase{}
}

// tellsAlike reports whether a text has the words [begin,end) of another in a row, and no "whether" before them.
func tellsAlike(t *pair.Text, begin, end int, other *pair.Text) bool {
	for j := range other.Words {
		k := 0
		for begin+k < end && j+k < len(other.Words) && word(t, begin+k) == word(other, j+k) {
			k++
		}
		if begin+k == end {
			return word(other, j-1) != "whether"
		}
	}
	return false
}

// opensCondition reports whether word i begins a condition, and no question ("asked if") and no comparison ("as if").
func opensCondition(t *pair.Text, i int) bool {
	then := word(t, i+1)
	switch word(t, i) {
	case "unless":
		return true
	case "until", "till": // "we will not leave until they are home"
		return beginsClause[then] && denials(t) > 0
	case "once":
		return beginsClause[then] && !idleBeforeOnce[word(t, i-1)] && hangsOn(t, i)
	case "on":
		return onCondition(t, i)
	case "provided", "providing": // not "provided the money"
		return then == "that" || beginsClause[then] && hangsOn(t, i)
	case "if":
		return !idleAfterIf[then] && !idleBeforeIf[word(t, i-1)] && !(then == "you" && politeIf[word(t, i+2)])
	}
	return false
}

// onCondition reports whether "on condition that" or "of" stands at word i; that of anonymity is the speaker's, and none of what is said.
func onCondition(t *pair.Text, i int) bool {
	p := phraseOf(t, i, 3)
	return p == "on condition that" || p == "on condition of" && word(t, i+3) != "anonymity"
}

// hangsOn reports whether the clause that begins at word i may be a condition of what its sentence says that will or can be; what
// stands between commas only describes: "the city, once the capital, will fall".
func hangsOn(t *pair.Text, i int) bool {
	first, last := sentence(t, i)
	if begin, end := clause(t, i); begin == i && i > first && end < last {
		return false
	}
	for k := first; k < last; k++ {
		if tag := t.Words[k].Tag; tag >= canon.Can && tag <= canon.Should {
			return true
		}
	}
	return false
}

// beginsClause are words with which a clause begins, and not the phrase of "once a day", "until Monday".
var beginsClause = map[string]bool{
	"i": true, "we": true, "he": true, "she": true, "it": true, "they": true, "the": true, "our": true, "their": true, "all": true,
}

// idleAfterIf stand behind an "if" that makes no condition ("if I may", "if not more"), idleBeforeIf before one ("as if",
// "asked if"), politeIf behind "if you"; idleBeforeOnce stand before a "once" that is no time to come ("at once", "was once").
var (
	idleAfterIf = map[string]bool{
		"not": true, "any": true, "anything": true, "only": true, "ever": true, "so": true, "and": true, "i": true, "needed": true, "necessary": true,
		"possible": true,
	}
	idleBeforeIf = map[string]bool{
		"as": true, "even": true, "what": true, "and": true, "ask": true, "asked": true, "asking": true, "know": true, "knew": true, "see": true,
		"wonder": true, "wondered": true, "sure": true, "clear": true, "doubt": true, "decide": true, "question": true,
	}
	idleBeforeOnce = map[string]bool{"at": true, "was": true, "were": true, "is": true, "are": true, "be": true, "been": true, "has": true, "had": true, "have": true}
	politeIf       = map[string]bool{"want": true, "like": true, "will": true, "please": true, "mind": true, "wish": true, "ask": true}
)

// conditional reports whether anything in a text may be a condition.
func conditional(t *pair.Text) bool {
	for i := range t.Words {
		switch word(t, i) {
		case "if", "unless", "provided", "providing", "when", "whenever", "once", "until", "as", "case", "condition", "conditions", "event", "without", "would", "should", "otherwise", "only":
			return true
		}
	}
	return false
}

// sentence gives the words [begin,end) of the sentence that holds word i.
func sentence(t *pair.Text, i int) (begin, end int) {
	for begin = i; begin > 0 && !t.Words[begin].Has(canon.Opens); begin-- {
	}
	for end = i + 1; end < len(t.Words) && !t.Words[end].Has(canon.Opens); end++ {
	}
	return begin, end
}
