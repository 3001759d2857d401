package speakers

import (
	"cmp"
	"slices"

	"quotidian/dossier"
	"quotidian/matching/variant"
	"quotidian/ui/find"
)

// What a name must score against another to be a likely spelling of it, below what a score says nothing, and how many names are
// scored that share no word, which a short form of an organisation does not: at 20 µs each the question opens at once.
const (
	likely   = 0.5
	noise    = 0.3
	compared = 5000
)

// Resembling gives all speakers but one in the order in which they might be it: likely spellings of the name, what shares words
// with it, the rarer the better, and then all others as they come. n says how many are likely.
func Resembling(own *dossier.SpeakerInfo, all []dossier.SpeakerInfo) (list []dossier.SpeakerInfo, n int) {
	words := make([][]string, len(all))
	speakers := map[string]int{} // that have a word
	for i := range all {
		words[i] = wordsOf(&all[i])
		for _, w := range words[i] {
			speakers[w]++
		}
	}
	mine := wordsOf(own)
	var found []resembling
	for i := range all {
		if all[i].ID == own.ID {
			continue
		}
		r := resembling{speaker: &all[i]}
		for _, w := range words[i] {
			if slices.Contains(mine, w) {
				r.shared += 1 / float64(speakers[w])
			}
		}
		if r.shared > 0 || i < compared {
			r.score = probability(own, &all[i])
		}
		if r.score > likely {
			n++
		}
		found = append(found, r)
	}
	slices.SortStableFunc(found, func(a, b resembling) int { return cmp.Compare(b.weight(), a.weight()) })
	for _, r := range found {
		list = append(list, *r.speaker)
	}
	return list, n
}

// resembling is how much a speaker's name is like another.
type resembling struct {
	speaker       *dossier.SpeakerInfo
	score, shared float64
}

// weight orders those that are likely before all others.
func (r *resembling) weight() float64 {
	switch {
	case r.score > likely:
		return 2 + r.score
	case r.score < noise:
		return min(r.shared, 1)
	default:
		return min(r.score+r.shared, 2)
	}
}

// probability is that of two names being one's, as what they are where that is known of both.
func probability(a, b *dossier.SpeakerInfo) float64 {
	if a.Kind == b.Kind {
		return variant.ProbabilityAs(a.Kind, a.Name, b.Name)
	}
	return variant.Probability(a.Name, b.Name)
}

// wordsOf are the words of a speaker's name and spellings, each once.
func wordsOf(s *dossier.SpeakerInfo) []string {
	words := find.Words(s.Name)
	for i := range s.Spellings {
		words = append(words, find.Words(s.Spellings[i].Text)...)
	}
	slices.Sort(words)
	return slices.Compact(words)
}
