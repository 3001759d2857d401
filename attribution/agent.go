package attribution

import "quotidian/articles/token"

// Who stands in a sentence beside the one whom it is about: joined by "and", or behind the "by" of a passive.

// withOther reports whether a mention is one of two persons whom "and" joins, so that "he" behind their sentence could be either.
func (r *resolver) withOther(i int) bool {
	m := &r.mentions[i]
	if k := int(m.last); r.sameSentence(int(m.first), k+1) && r.word(k) == "and" && i+1 < len(r.mentions) && int(r.mentions[i+1].from) == k+1 {
		return r.surePerson(&r.mentions[i+1])
	}
	return i > 0 && r.word(max(int(m.from)-1, 0)) == "and" && r.mentions[i-1].last == m.from-1 && r.surePerson(&r.mentions[i-1])
}

// opposedBy gives the person at the end of a sentence such as "She was opposed by Ana Orlo, whose ward it is": what such a
// sentence leads to are that person's words.
func (r *resolver) opposedBy(s int32) int32 {
	x := r.sents[s]
	for k := x.First + 1; k+2 < x.Last && k < x.First+maxRole; k++ {
		if r.word(k+1) != "by" || !opposing[r.word(k)] || !r.is(k-1, function) {
			continue
		}
		for i := r.mentionBefore(k+2) + 1; i < len(r.mentions) && int(r.mentions[i].first) < min(x.Last, k+2+maxRole); i++ {
			if m := &r.mentions[i]; int(m.from) <= k+2 || r.surePerson(m) {
				if !r.surePerson(m) {
					return noEntity
				}
				return m.entity
			}
		}
	}
	return noEntity
}

// opposing are the participles of those who answer somebody.
var opposing = map[string]bool{
	"opposed": true, "supported": true, "backed": true, "seconded": true, "echoed": true, "contradicted": true, "challenged": true,
	"rebuked": true, "countered": true,
}

// paperBefore gives whoever stands behind the document that the sentence before "it said" is about: "A statement by his son, Ivo
// Varga, was read", "He read out a letter from the council".
func (r *resolver) paperBefore(v *voice) int32 {
	s := r.sentOf[min(v.begin, v.anchor)] - 1
	if s < 0 || r.paraOf[r.sents[s].First] != r.paraOf[v.anchor] {
		return noEntity
	}
	for k := r.sents[s].First; k+2 < r.sents[s].Last; k++ {
		if r.class[k]&document == 0 || r.quoted[k] {
			continue
		}
		switch {
		case r.saidInto(k):
			return r.personIn(int32(s))
		case r.issues(k+1) && r.word(k+1) != "of" && !r.participle(k+2): // not: its program by giving
			return r.behindPaper(k, k+2)
		case r.word(k+1) == "on" && r.word(k+2) == "behalf":
			return r.behindPaper(k, k+4)
		}
	}
	return noEntity
}

// personIn gives the person who spoke last, if in sentence s: whose statement "it" is in "Orlo said in a statement that …. It added …".
func (r *resolver) personIn(s int32) int32 {
	if len(r.spoken) == 0 {
		return noEntity
	}
	w := r.lastVoice()
	if r.sentOf[w.anchor] != s || r.entities[w.entity].kind != Person || r.entities[w.entity].unsure {
		return noEntity
	}
	return w.entity
}

// behindPaper gives the first person from token k on who stands behind the document at token paper, else whom the phrase describes.
func (r *resolver) behindPaper(paper, k int) int32 {
	last := min(r.sentence(paper).Last, k+2*maxRole)
	end := k
	for ; end < last && (r.class[end]&function == 0 || r.is(end, determiner|preposition)) && !r.doubleMark(end); end++ {
		n := r.personAt(end)
		if n >= 0 && r.entities[r.mentions[n].entity].kind == Person && !r.possessive(int(r.mentions[n].last)) {
			return r.mentions[n].entity
		}
	}
	for end > k && r.toks[end-1].Kind == token.Punct {
		end--
	}
	if end <= k {
		return noEntity
	}
	w := voice{anchor: paper, entity: noEntity, src: r.parseSource(r.span(r.phraseStart(paper), end))}
	if w.src.kind != documentSource {
		return noEntity
	}
	r.resolveDocument(&w)
	return w.entity
}

// asks reports whether a mention is who asks in front of an answer: the Ana Orlo of "Asked by the coroner, Ana Orlo, whether he
// slept, she said". The pronoun at token at is whoever answers.
func (r *resolver) asks(m *named, at int) bool {
	first := r.sentence(at).First
	if !asked[r.word(first)] || !r.sameSentence(int(m.first), at) || int(m.first) > at {
		return false
	}
	if r.word(first+1) != "by" || int(m.first)-first > 2*maxRole {
		return false
	}
	for k := first + 2; k < int(m.from); k++ {
		if r.class[k]&opener != 0 || r.mentionAt[k] != 0 {
			return false
		}
	}
	return true
}

// askedThis reports whether a person is who asks in the sentence in which a pronoun answers: "Ms Orlo asked why she waited, she replied".
func (r *resolver) askedThis(id int32, v *voice) bool {
	k := v.src.head
	if !answering[r.lower(min(k+1, len(r.toks)-1))] || v.running {
		return false
	}
	last := r.mentionBefore(k)
	for i := last; i >= max(0, last-maxLooked) && r.sameSentence(int(r.mentions[i].first), k); i-- {
		if m := &r.mentions[i]; m.entity == id && r.lower(min(int(m.last), len(r.toks)-1)) == "asked" {
			return true
		}
	}
	return false
}

// answering are the verbs of those who were asked.
var answering = map[string]bool{"replied": true, "answered": true, "responded": true, "replies": true, "answers": true, "responds": true}

// asked are the participles with which a sentence opens that gives an answer.
var asked = map[string]bool{
	"Asked": true, "Questioned": true, "Pressed": true, "Told": true, "Challenged": true, "Interviewed": true, "Quizzed": true,
	"Cross-examined": true, "Reminded": true, "Prompted": true,
}
