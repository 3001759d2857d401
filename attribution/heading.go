package attribution

import (
	"slices"
	"strings"

	"quotidian/attribution/name"
)

// readHeadings finds in headings, where every word has a capital, the names that the article prints elsewhere.
func (r *reading) readHeadings(x *index) {
	before := len(r.mentions)
	for s, h := range r.heading {
		if !h {
			continue
		}
		for i := r.sents[s].First; i < r.sents[s].Last; {
			n, id := r.knownAt(x, i, r.sents[s].Last)
			if id != noEntity {
				from := int32(i - r.particlesBefore(i, id))
				r.mentions = append(r.mentions, named{from: from, first: from, last: int32(i + n), entity: id})
			}
			i += n
		}
	}
	if len(r.mentions) == before {
		return
	}
	slices.SortFunc(r.mentions, func(a, b named) int { return int(a.first - b.first) })
	for i := range r.mentions {
		m := &r.mentions[i]
		for k := m.first; k < m.last; k++ {
			if n := r.mentionAt[k]; n != 0 || r.heading[r.sentOf[k]] {
				r.mentionAt[k] = int32(i + 1)
			}
		}
	}
}

// particlesBefore counts the particles in front of the surname of a person at token i: "Von der | Orlo wins".
func (r *reading) particlesBefore(i int, id int32) int {
	words := r.entities[id].parsed.Words
	if len(words) == 0 || words[len(words)-1].Particle == "" {
		return 0
	}
	parts := strings.Fields(words[len(words)-1].Particle)
	for k, p := range parts {
		if at := i - len(parts) + k; at < 0 || !r.sameSentence(at, i) || r.lower(at) != p {
			return 0
		}
	}
	return len(parts)
}

// knownAt gives the entity whose printed form stands at token i of a heading, the longest first, and the
// number of its tokens; noEntity and 1 when there is none.
func (r *reading) knownAt(x *index, i, end int) (int, int32) {
	for n := min(4, end-i); n > 0; n-- {
		if id, ok := x.byText[r.textOf(int32(i), int32(i+n))]; ok {
			return n, id
		}
	}
	if owners := x.byWord[name.Fold(r.word(i))]; len(owners) == 1 && r.class[i]&function == 0 && endsWith(r.entities[owners[0]].parsed, name.Fold(r.word(i))) {
		return 1, owners[0]
	}
	return 1, noEntity
}
