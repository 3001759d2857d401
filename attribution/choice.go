package attribution

import (
	"slices"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/quotes"
)

// Choice is one "he" or "she" whose person is certain, with the features of everybody it could be taken for:
// what the ranking of pronouns is trained on (quotidian-train pronouns).
type Choice struct {
	// Features holds one vector for each candidate. What is known of the candidates' sex is left out: the sex
	// chose the case.
	Features [][]float64
	// Right is the index of the person meant.
	Right int
}

// Choices gives the silver cases of one article: pronouns around which exactly one person of their sex is
// named, by a title or a forename that tells, while everybody else named there is known to be of the other.
// Masking the sex leaves cases such as the ranking meets when it does not know it.
func Choices(a *articles.Article, qs []quotes.Quote) []Choice {
	c := &choices{}
	resolve(a, sentence.Of(a.Text), qs, c)
	return c.list
}

// choices collects cases while an article is resolved.
type choices struct{ list []Choice }

// observe looks at one pronoun and tells whom it certainly means, noEntity when that is open.
func (c *choices) observe(r *resolver, v *voice, want sex) int32 {
	list := slices.DeleteFunc(r.candidates(v, unknownSex), func(c candidate) bool { return r.entities[c.entity].unsure })
	right := -1
	for i := range list {
		switch s := r.certainSex(list[i].entity); {
		case s == unknownSex, s == want && right >= 0:
			return noEntity
		case s == want:
			right = i
		}
	}
	if right < 0 {
		return noEntity
	}
	if len(list) == 1 {
		return list[0].entity
	}
	x := Choice{Right: right}
	for i := range list {
		x.Features = append(x.Features, append([]float64(nil), list[i].f[:featLearned]...))
	}
	if w := r.lower(v.src.head); w == "he" || w == "she" {
		c.list = append(c.list, x)
	}
	return list[right].entity
}

// certainSex gives the sex that a title or a well-attested forename tells.
func (r *resolver) certainSex(id int32) sex {
	e := &r.entities[id]
	if e.kind != Person {
		return unknownSex
	}
	if e.sure {
		return e.sex
	}
	if s, weak := r.sexOfName(e.parsed); !weak {
		return s
	}
	return unknownSex
}
