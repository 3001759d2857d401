package attribution

import (
	"quotidian/attribution/name"
)

// readHeadings finds in headings, where every word has a capital, the names that the article prints elsewhere.
func (r *reading) readHeadings(x *index) {
	for s, h := range r.heading {
		if !h {
			continue
		}
		for i := r.sents[s].First; i < r.sents[s].Last; {
			n, id := r.knownAt(x, i, r.sents[s].Last)
			if id != noEntity {
				r.insert(named{from: int32(i), first: int32(i), last: int32(i + n), entity: id})
			}
			i += n
		}
	}
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

// insert puts a mention where its place in the order of the text is.
func (r *reading) insert(m named) {
	k := r.mentionBefore(int(m.first)) + 1
	r.mentions = append(r.mentions, named{})
	copy(r.mentions[k+1:], r.mentions[k:])
	r.mentions[k] = m
	for i := range r.mentions[k:] {
		n := &r.mentions[k+i]
		for t := n.first; t < n.last; t++ {
			if i == 0 || r.mentionAt[t] != 0 {
				r.mentionAt[t] = int32(k + i + 1)
			}
		}
	}
}
