package wording

import (
	"strings"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// modality gives how sure, free or bound word i makes what it governs: the tag of a modal verb, or of words that stand
// for one ("has to", "is allowed to", "had better"); NoTag for other words, and for the month of May.
func modality(t *pair.Text, i int) canon.Tag {
	tag, w, then := t.Words[i].Tag, word(t, i), word(t, i+1)
	switch {
	case tag >= canon.Can && tag <= canon.Should:
		return modalVerb(t, i)
	case w == "had" && then == "better":
		return canon.Should
	case weighs[w] && strings.HasSuffix(then, "ing"):
		return intended
	case then != "to":
		return canon.NoTag
	case ability[w]: // who is unable to is denied as well, by the tag
		return canon.Can
	case tag == canon.Have:
		return canon.Must
	case definite[word(t, i+2)] || word(t, i+2) == "a": // "a plan to the council"
		return canon.NoTag
	}
	return withTo[w]
}

// modalVerb is modality for a word that mostly is a modal verb.
func modalVerb(t *pair.Text, i int) canon.Tag {
	switch w, then := word(t, i), word(t, i+1); {
	case w == "may" && t.Words[i].Has(canon.Capital) && !t.Words[i].Has(canon.Opens):
		return canon.NoTag
	case w == "could" && then == "have": // as "might have been"
		return canon.May
	case t.Words[i].Tag == canon.Will && ableBehind(t, i): // as "can"
		return canon.Can
	case strings.HasPrefix(w, "need") && !infinitive[then]: // "need a lot"
		return canon.NoTag
	}
	return t.Words[i].Tag
}

// ableBehind reports whether "be able to" or "be possible to" follows on the modal verb at word i, its subject between them where it asks.
func ableBehind(t *pair.Text, i int) bool {
	const reach = 4
	for k := i + 1; k < min(len(t.Words), i+reach) && !paused(t, k); k++ {
		if w := word(t, k); w == "able" || w == "possible" {
			return t.Words[k-1].Tag == canon.Be || word(t, k-1) == "be"
		}
	}
	return false
}

// intended is the tag of words that tell what somebody means to do, and not that it will be done: "hope to", "plan to". It
// stands beside those of function words.
const intended = canon.Quantity + 1

var (
	// infinitive are words that follow on a "need" that is a modal verb.
	infinitive = map[string]bool{"to": true, "not": true, "n't": true}
	// weighs are words for a deed that is thought of: "considering raising".
	weighs = map[string]bool{"considering": true, "considers": true, "mulling": true, "weighing": true}
	// ability are words that say with "to" behind them what can be done, or with a negation what cannot: as much as "can" where the
	// other text has that, and else no more than the verb.
	ability = map[string]bool{"unable": true, "possible": true, "impossible": true}
	// withTo are words that with "to" behind them stand for a modal verb.
	withTo = func() map[string]canon.Tag {
		out := map[string]canon.Tag{
			"obliged": canon.Must, "required": canon.Must, "forced": canon.Must, "compelled": canon.Must, "supposed": canon.Should,
			"allowed": canon.May, "permitted": canon.May, "free": canon.May,
		}
		for w := range strings.FieldsSeq("hope hopes hoped hoping plan plans planned planning intend intends expect expects expected try tries tried " +
			"attempt attempts attempted threaten threatens threatened offer offers offered agree agrees agreed promise promises promised " +
			"vow vows vowed pledge pledges pledged propose proposes proposed") {
			out[w] = intended
		}
		return out
	}()
)

// seemsSo reports whether one text says that something may be so and the other that it seems so.
func (f *finder) seemsSo(i, j int, a, b canon.Tag) bool {
	return a == canon.May && b == canon.NoTag && seems(f.b, j) || b == canon.May && a == canon.NoTag && seems(f.a, i)
}

// seems reports whether words before word i say that it may be so without a modal verb: "seems to have reached", "appears to".
func seems(t *pair.Text, i int) bool {
	for k := i - 1; k >= max(0, i-scopeReach) && !paused(t, k+1); k-- {
		switch word(t, k) {
		case "seem", "seems", "seemed", "appear", "appears", "appeared", "likely", "probably", "perhaps", "apparently":
			return true
		}
	}
	return false
}

// leftToVerb reports whether word i is an infinitive at which a report begins, its doer before it at most: whether somebody promised,
// urged or refused "to build the wall" says the verb that stands before the report.
func leftToVerb(t *pair.Text, i int) bool {
	k := i - 1
	for k > 0 && adverbial(t, k) {
		k--
	}
	if k < 0 || word(t, k) != "to" {
		return false
	}
	for n := range k {
		if w := t.Words[n]; w.Has(canon.Verb) || w.Tag == canon.Be || w.Tag == canon.Have || modality(t, n) != canon.NoTag || paused(t, n+1) {
			return false
		}
	}
	return true
}

// noVerb reports whether a modal reaches word i or j over "a" or "the", so that it governs a "be" before that, and the other text says
// the word without one: "should be the capital", "consider it the capital".
func (f *finder) noVerb(i, j int, a, b modal) bool {
	switch {
	case a.tag != canon.NoTag && b.tag == canon.NoTag:
		return (overArticle(f.a, a.at, i) || nominal(f.b, j)) && !copula(f.b, j)
	case b.tag != canon.NoTag && a.tag == canon.NoTag:
		return (overArticle(f.b, b.at, j) || nominal(f.a, i)) && !copula(f.a, i)
	}
	return false
}

// modal is what reaches a word as its modal verb, and where that stands.
type modal struct {
	tag canon.Tag
	at  int
}

// overArticle reports whether an article stands between the modal word at a place and word i behind it.
func overArticle(t *pair.Text, at, i int) bool {
	for k := at + 1; k < i; k++ {
		if w := word(t, k); w == "a" || w == "an" || definite[w] {
			return true
		}
	}
	return false
}

// copula reports whether a form of "be" stands before word i in its clause.
func copula(t *pair.Text, i int) bool {
	for k := i - 1; k >= max(0, i-scopeReach) && !paused(t, k+1); k-- {
		if t.Words[k].Tag == canon.Be {
			return true
		}
	}
	return false
}

// oneDegree reports whether two modal words, "" for none, make the same of words i and j of the two texts: "could help" and "might
// help", "can see" and "see", "was able to open" and "opened".
func (f *finder) oneDegree(i, j int, a, b string) bool {
	switch {
	case b == "":
		return idleModal(a, f.b, j)
	case a == "":
		return idleModal(b, f.a, i)
	}
	return bothPossible(a, b)
}

func bothPossible(a, b string) bool {
	return a == "could" && possibly[b] || b == "could" && possibly[a]
}

// possibly are the words for what may be, as "could" is one.
var possibly = map[string]bool{"may": true, "might": true, "perhaps": true, "possibly": true, "maybe": true}

// idleModal reports whether a modal word adds nothing to the verb that stands without one at word i.
func idleModal(modal string, t *pair.Text, i int) bool {
	switch modal {
	case "can", "could":
		return perceives[word(t, i)]
	case "able":
		return t.Words[i].Has(canon.Verb)
	}
	return ability[modal]
}

// perceives are verbs that say with "can" what they say alone.
var perceives = map[string]bool{
	"see": true, "sees": true, "saw": true, "seen": true, "hear": true, "hears": true, "heard": true, "feel": true, "feels": true, "felt": true,
	"remember": true, "remembers": true, "remembered": true, "recall": true, "recalls": true, "understand": true, "understands": true,
	"understood": true, "imagine": true, "guess": true, "smell": true, "smelt": true,
}
