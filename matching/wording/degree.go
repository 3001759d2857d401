package wording

import (
	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

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
	return false
}

// perceives are verbs that say with "can" what they say alone.
var perceives = map[string]bool{
	"see": true, "sees": true, "saw": true, "seen": true, "hear": true, "hears": true, "heard": true, "feel": true, "feels": true, "felt": true,
	"remember": true, "remembers": true, "remembered": true, "recall": true, "recalls": true, "understand": true, "understands": true,
	"understood": true, "imagine": true, "guess": true, "smell": true, "smelt": true,
}
