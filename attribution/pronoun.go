package attribution

// resolvePronoun finds whom a pronoun stands for. Persons are ranked ([resolver.rank]); "it" and "they" go to
// the body or group that spoke or acted last; "I" to whoever utters the words around it.
func (r *resolver) resolvePronoun(v *voice) {
	printed := r.word(v.src.head)
	switch p := r.pronoun(v.src.head); p {
	case he, she:
		v.entity, v.why = r.person(v, p)
	case they:
		v.entity, v.why = r.several(v)
	case it:
		v.entity, v.why = r.thing(v)
	case relative:
		v.entity, v.why = r.antecedent(v)
	case narrator, we:
		v.why = whyInside(printed) // settled by resolveNested, when every other quote has its speaker
	default:
		v.why = whyAnyone(printed)
	}
}

// several resolves "they": a group that spoke in the last sentences, else a body that did.
func (r *resolver) several(v *voice) (int32, string) {
	printed := r.word(v.src.head)
	for pass := range 2 {
		for i := len(r.spoken) - 1; i >= 0; i-- {
			w := &r.voices[r.spoken[i]]
			if !r.near(w.anchor, v.anchor, 4) {
				break
			}
			k := r.entities[w.entity].kind
			if k == Group && pass == 0 || k == Organisation && !r.entities[w.entity].place && pass == 1 {
				return w.entity, whySpoke(printed, r.speaker(w.entity).Name)
			}
		}
	}
	return noEntity, whyNobody(printed)
}

// thing resolves "it": the body or place that spoke last nearby, else the one that the sentence before names
// first.
func (r *resolver) thing(v *voice) (int32, string) {
	printed := r.word(v.src.head)
	for i := len(r.spoken) - 1; i >= 0; i-- {
		w := &r.voices[r.spoken[i]]
		if !r.near(w.anchor, v.anchor, 3) {
			break
		}
		if r.entities[w.entity].kind == Organisation {
			return w.entity, whySpoke(printed, r.speaker(w.entity).Name)
		}
	}
	s := r.sentOf[v.anchor]
	best := noEntity
	for i := r.mentionBefore(v.anchor); i >= 0 && r.sentOf[r.mentions[i].first] >= s-1; i-- {
		m := &r.mentions[i]
		if m.entity != noEntity && r.entities[m.entity].kind == Organisation && !r.quoted[m.first] {
			best = m.entity
		}
	}
	if best == noEntity {
		return noEntity, whyNobody(printed)
	}
	return best, whyFirst(printed, r.speaker(best).Name)
}

// antecedent resolves "who": the name or noun phrase that it follows.
func (r *resolver) antecedent(v *voice) (int32, string) {
	printed := r.word(v.src.head)
	k := v.src.head - 1
	if r.punct(k, ",") {
		k--
	}
	if k < 0 || !r.sameSentence(k, v.src.head) {
		return noEntity, whyNobody(printed)
	}
	if n := r.mentionAt[k]; n != 0 && r.mentions[n-1].entity != noEntity {
		id := r.mentions[n-1].entity
		return id, whyFollows(printed, r.speaker(id).Name)
	}
	return noEntity, whyNobody(printed)
}

// near reports whether token a stands before token b by at most n sentences.
func (r *reading) near(a, b, n int) bool {
	return a <= b && int(r.sentOf[b]-r.sentOf[a]) <= n
}
