package dossier

import (
	"fmt"
	"slices"
	"strings"

	"quotidian/matching/wording"
)

// kin is the least likeness of two wordings of which the machine takes one for what became of the other.
const kin = 0.25

// made gives what a wording did to the first one. Two that the machine brought together through a third, which has the words of
// both, are parts of one statement: of words that neither has from the other nothing is said but that they are others. Another
// number or doer is what makes two wordings little alike, and is said.
func made(first, v version, found finding) []wording.Change {
	if found.parts || besideFirst(first, v) {
		found.changes = oneTongue(unclaimed(found), found.parts)
	}
	if strings.Contains(plainWords(first.lead.Words), plainWords(v.lead.Words)) { // nobody changed places in what was only cut
		found.changes = slices.DeleteFunc(slices.Clone(found.changes), func(c wording.Change) bool { return c.Kind == wording.Actor })
	}
	byHand := func(m *member) bool { return m.status() != byMachine }
	telling := func(c wording.Change) bool { return c.Kind == wording.Number || c.Kind == wording.Actor }
	if found.score >= kin || len(found.changes) == 0 || slices.ContainsFunc(v.members, byHand) || slices.ContainsFunc(found.changes, telling) {
		return found.changes
	}
	out := []wording.Change{{Kind: wording.Trimmed, From: first.lead.Words, To: v.lead.Words, Note: anotherPart}}
	for _, c := range found.changes {
		if c.Kind == wording.Speaker {
			out = slices.Insert(out, 0, c)
		}
	}
	return out
}

// oneTongue takes other words between the quotation marks for no second translation, where the two quote one stretch word for word, or
// one article prints both: what differs beside that stretch is another part of the statement, and an article translates once.
func oneTongue(changes []wording.Change, parts bool) []wording.Change {
	at := slices.IndexFunc(changes, func(c wording.Change) bool { return c.Kind == wording.Retranslated })
	if at < 0 {
		return changes
	}
	out := slices.Clone(changes)
	out[at].Kind, out[at].Note = wording.Reworded, "words differ inside the quotation marks"
	if parts {
		out[at].Kind, out[at].Note = wording.Trimmed, anotherPart
	}
	if slices.ContainsFunc(changes, func(c wording.Change) bool { return c.Kind == out[at].Kind }) {
		return slices.Delete(out, at, at+1)
	}
	slices.SortStableFunc(out, func(x, y wording.Change) int { return wording.ByWeight(x.Kind, y.Kind) })
	return out
}

const anotherPart = "gives another part of the statement"

// besideFirst reports whether every article that prints a wording prints the first one too.
func besideFirst(first, v version) bool {
	return !slices.ContainsFunc(v.members, func(m *member) bool {
		return !slices.ContainsFunc(first.members, func(x *member) bool { return x.Article == m.Article })
	})
}

// unclaimed leaves out who acts, what is denied and how surely, where two wordings share what both quote and tell of other parts around
// it, or where an article tells in other words what it prints as well: its reader has both, and what two sentences of one article differ
// in is no change that anybody made. Another number stays, one word changed in the same words, and a condition of what both quote.
func unclaimed(found finding) []wording.Change {
	retold := func(c wording.Change) bool { return c.Kind == wording.Reworded || c.Kind == wording.Retranslated }
	if !found.parts && !slices.ContainsFunc(found.changes, retold) {
		return found.changes
	}
	return slices.DeleteFunc(slices.Clone(found.changes), func(c wording.Change) bool {
		switch c.Kind {
		case wording.Actor, wording.Negation:
			return true
		case wording.Modality:
			return !found.parts || c.From != "" && c.To != ""
		}
		return false
	})
}

// pieced gives what a wording did to the first one, where its articles print the words that it leaves out in other quotes
// of the statement: then nothing was left out, neither words nor a condition or hedge among them, and the statement was split.
// changes is what the wording did by itself.
func pieced(vs []version, i int, changes []wording.Change) []wording.Change {
	at := slices.IndexFunc(changes, func(x wording.Change) bool { return x.Kind == wording.Trimmed && x.From != "" })
	if at < 0 {
		return changes
	}
	parts, again := 0, false
	var told [][]string // by each article, in other quotes
	for _, m := range vs[i].members {
		beside, n := besides(vs, i, m)
		if !tells(beside, changes[at].From) {
			return changes
		}
		parts, again, told = max(parts, n+1), again || tells(beside, m.Words), append(told, beside)
	}
	note := fmt.Sprintf("printed in %d parts", parts)
	if again {
		note = "the article prints the words left out elsewhere"
	}
	out := slices.Clone(changes)
	out[at] = wording.Change{Kind: wording.Split, Note: note}
	out = slices.DeleteFunc(out, func(x wording.Change) bool {
		return x.Kind == wording.Modality && x.To == "" && !slices.ContainsFunc(told, func(beside []string) bool { return !tells(beside, x.From) })
	})
	slices.SortStableFunc(out, func(x, y wording.Change) int { return wording.ByWeight(x.Kind, y.Kind) })
	return out
}

// besides gives the beginnings of the words that the article of m prints in quotes of the statement with another wording than i, and
// how many these quotes are.
func besides(vs []version, i int, m *member) (words []string, n int) {
	for k, v := range vs {
		for _, x := range v.members {
			if k != i && x.Article == m.Article {
				words = append(words, beginnings(x.Words)...)
				n++
			}
		}
	}
	return words, n
}

// Words that are told elsewhere are recognised by their beginnings, since what is reported changes its endings; most of
// those that are long enough to tell anything have to be found.
const (
	beginning  = 4
	mostOfThem = 0.6
)

// tells reports whether some beginnings of words hold most of those of a text.
func tells(have []string, text string) bool {
	all, found := 0, 0
	for _, w := range beginnings(text) {
		all++
		if slices.Contains(have, w) {
			found++
		}
	}
	return all > 0 && float64(found) >= mostOfThem*float64(all)
}

// beginnings lists the first letters of a text's longer words, in small letters.
func beginnings(text string) (out []string) {
	for _, w := range strings.Fields(plainWords(text)) {
		if r := []rune(w); len(r) >= beginning {
			out = append(out, string(r[:beginning]))
		}
	}
	return out
}
