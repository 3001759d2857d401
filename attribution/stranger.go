package attribution

import (
	"quotidian/articles/sentence"
	"quotidian/articles/token"
)

// Somebody whom the sentence before a quotation brings in: without a name, `A senior official was blunter. “It is a mess,” he said.`, or behind
// what he was asked, `Asked about it, Orlo was curt. “No,” he said.`

// newcomer gives the person whom the sentence before a quotation is about, where nobody has spoken in it and it names nobody else whom
// the pronoun can mean.
func (r *resolver) newcomer(v *voice, p pronoun, list []candidate) int32 {
	s := r.leadingUp(v)
	if s.First == s.Last {
		return noEntity
	}
	begin := r.mainClause(s.First)
	if id := r.answerer(begin, s, list); id != noEntity {
		return id
	}
	return r.stranger(begin, s, p, list)
}

// answerer gives the person whose name begins the main clause at token begin of a sentence that opens with what he was asked.
func (r *resolver) answerer(begin int, s sentence.Sentence, list []candidate) int32 {
	if begin == s.First || !asked[r.word(s.First)] {
		return noEntity
	}
	i := r.mentionBefore(begin) + 1
	if i >= len(r.mentions) || int(r.mentions[i].from) != begin {
		return noEntity
	}
	m := &r.mentions[i]
	if r.possessive(int(m.last)) || !r.possibly(m.entity, list) || r.rivalIn(m.entity, list, s) {
		return noEntity
	}
	return m.entity
}

// mainClause gives where the main clause of the sentence begins that begins at token k: behind its "But", or behind what somebody was asked
// and whatever else a word of grammar opens and a comma closes: "At the quay, | a boatman laughed".
func (r *reading) mainClause(k int) int {
	first := r.pastJoint(k)
	fronted := asked[r.word(k)] || r.is(first, function) && !r.is(first, determiner) && r.pronoun(first) == notPronoun
	if !fronted || r.lower(min(k+1, len(r.toks)-1)) == "by" {
		return first // Asked by the coroner, Ana Orlo, whether
	}
	for i := k + 1; i < k+maxAside && r.sameSentence(k, i+1) && !r.doubleMark(i); i++ {
		if r.punct(i, ",") {
			return i + 1
		}
	}
	return first
}

// stranger gives the person without a name whose description begins the clause at token begin of a sentence.
func (r *resolver) stranger(begin int, s sentence.Sentence, p pronoun, list []candidate) int32 {
	w, want := r.strangerAt(begin), wantedSex(p)
	if w.src.kind != describedSource || want.clashes(r.sexOf(w.src.head)) || r.rivalIn(noEntity, list, s) {
		return noEntity
	}
	r.resolveDescribed(&w)
	if w.entity == noEntity || want.clashes(r.sexOfEntity(w.entity)) {
		return noEntity
	}
	if e := &r.entities[w.entity]; e.kind == Unnamed && e.sex == unknownSex {
		e.sex = want // so that the next "she" is still the nurse
	}
	return w.entity
}

// leadingUp gives the sentence before a quotation, in its paragraph or as a paragraph of its own above, in which nobody has spoken; an
// empty one where there is none.
func (r *resolver) leadingUp(v *voice) (none sentence.Sentence) {
	begin := min(v.begin, v.anchor)
	at := r.sentOf[begin] - 1
	if v.running || at < 0 || !r.quoted[v.begin] || r.heading[at] {
		return none
	}
	s := r.sents[at]
	if r.quoted[s.Last-1] || r.content[s.First] != 0 || r.spokeSince(s.First) || r.paraOf[s.First] != r.paraOf[begin] && !r.leadsTo(s, v) {
		return none
	}
	return s
}

// pastJoint leaves out the "But" or "And" that a sentence begins with at token k.
func (r *reading) pastJoint(k int) int {
	if r.joinedOn(k) {
		return k + 1
	}
	return k
}

// strangerAt reads the description of one person with "a", "another" or a possessive with which a clause begins at token k, if that person
// does something there and nobody does something to him; its source has no kind otherwise.
func (r *reading) strangerAt(k int) voice {
	none := voice{entity: noEntity}
	head := r.behindOwner(k)
	if head < 0 {
		return none
	}
	for from := head; !r.headOfOne(head); head++ {
		if head >= from+maxOpening || !r.sameSentence(k, head+1) || r.toks[head].Kind != token.Word || r.toks[head].Has(token.Clitic) || r.mentionAt[head] != 0 || r.is(head, preposition|opener) {
			return none
		}
	}
	end := r.complementEnd(head + 1)
	if !r.sameSentence(k, end) || r.suffers(end) {
		return none
	}
	return voice{running: true, anchor: k, begin: k, end: k, entity: noEntity, src: r.parseSource(r.span(k, end))}
}

// behindOwner gives what follows the "a" or the possessive at token k that opens a description: "a | nurse", "Orlo's | sister"; -1 where
// there is none.
func (r *reading) behindOwner(k int) int {
	if bringsIn[r.lower(k)] {
		return k + 1
	}
	for i := k; i < k+maxLabel && r.sameSentence(k, i+2) && r.toks[i].Kind == token.Word && r.class[i]&(preposition|opener) == 0; i++ {
		if !r.possessive(i + 1) {
			continue
		}
		if r.is(i, function|calendar) || r.is(i+2, function|determiner) {
			return -1 // it's a man
		}
		return i + 2
	}
	return -1
}

// headOfOne reports whether token k is the noun of one person, which nothing but what a preposition adds goes on with.
func (r *reading) headOfOne(k int) bool {
	if k+1 >= len(r.toks) || r.mentionAt[k] != 0 || r.toks[k].Kind != token.Word || r.is(k, plural) {
		return false
	}
	person := r.is(k, office|kin|anybody) || r.class[k] == 0 && !r.capital(k) && personSuffix(r.lower(k))
	return person && (r.word(k+1) == "of" || r.asideOn(k+1) || !r.noun(k+1))
}

// asideOn reports whether the comma at token k opens an aside on whoever stands before it: ", who", ", 34,".
func (r *reading) asideOn(k int) bool {
	return r.aged(k) || r.punct(k, ",") && r.is(k+1, opener) && (r.word(k+1) == "who" || r.word(k+1) == "whose")
}

// bringsIn are the words that open the description of somebody new.
var bringsIn = map[string]bool{"a": true, "an": true, "another": true, "one": true, "his": true, "her": true, "their": true, "my": true, "our": true}

// complementEnd gives the end of what a preposition at token k adds to a noun: "at the hospital", "of Norland"; k where there is none.
func (r *reading) complementEnd(k int) int {
	if !r.is(k, preposition) {
		return k
	}
	end := k + 1
	if r.is(end, determiner) {
		end++
	}
	for ; end < k+maxOpening+2 && r.sameSentence(k, end) && r.toks[end].Kind == token.Word && r.class[end]&(function|speaking) == 0; end++ {
		if n := r.mentionAt[end]; n != 0 {
			return int(r.mentions[n-1].last)
		}
		if r.is(end, plural|body|document|thing|office|kin|anybody) {
			return end + 1
		}
	}
	return k
}

// suffers reports whether the verb at token k says what is done to somebody, or what somebody would do: "was shot", "should resign".
func (r *reading) suffers(k int) bool {
	switch r.lower(k) {
	case "should", "would", "could", "must", "may", "might", "will", "shall", "can":
		return true
	case "is", "was", "has", "had", "been", "being":
	default:
		return false
	}
	for k++; r.is(k, function) && r.class[k]&(preposition|determiner) == 0; k++ {
	}
	return r.participle(k) && !feelings[r.lower(k)] || irregular[r.lower(k)]
}

// feelings are participles of how somebody is, whoever made him so.
var feelings = wordSet("worried concerned relieved surprised disappointed delighted pleased unimpressed excited frustrated convinced unconvinced annoyed " +
	"horrified stunned shocked devastated resigned determined unmoved puzzled alarmed thrilled")

// irregular are participles without an ending of what is done to people.
var irregular = wordSet("shot hurt hit killed stabbed found left held taken seen beaten struck caught bitten torn thrown sent driven")
