package attribution

import "quotidian/articles/token"

// Descriptions in the author's own words bring somebody back as a name or a pronoun does: `But the judge rejected this. “Many
// people are ill,” she said.`

// tellsOf notes the person whom the description that opens the clause at token k stands for, as a mention there.
func (r *resolver) tellsOf(k int) {
	head := r.openingDescription(k)
	if head < 0 {
		return
	}
	v := voice{running: true, anchor: k, begin: k, end: k, src: source{kind: describedSource, first: k, core: head + 1, last: head + 1, head: head, mention: none32, definite: true}}
	r.echo(k, r.bearer(&v))
}

// openingDescription gives the head of the description with "the" that is the subject of the clause at token k, where its noun is
// that of one person: "The Varn mayor left"; -1 for none.
func (r *reading) openingDescription(k int) int {
	if r.lower(k) != "the" || !r.beginsClause(k) && !r.joinedOn(k-1) {
		return -1
	}
	for head := k + 1; head <= k+maxOpening && head+1 < len(r.toks) && r.sameSentence(k, head+1); head++ {
		if t := r.toks[head]; t.Kind != token.Word || t.Has(token.Clitic) || r.is(head, formerly) {
			return -1
		}
		if r.is(head, office|kin|anybody) && !r.is(head, plural) && r.mentionAt[head] == 0 && !r.noun(head+1) {
			return head
		}
	}
	return -1
}

// maxOpening bounds the words of such a description behind its article.
const maxOpening = 3

// noun reports whether token k goes on with the noun phrase before it: a name, "of", another role, what a possessive marks.
func (r *reading) noun(k int) bool {
	return r.toks[k].Has(token.Capital) || r.toks[k].Has(token.Clitic) || r.toks[k].Kind != token.Word || r.word(k) == "of" || r.is(k, office|kin|anybody|plural|body|document) && !r.is(k, speaking)
}
