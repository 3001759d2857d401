package attribution

import "quotidian/articles/token"

// Accounts: "@orlo_ wrote". Whose an account is the article says in brackets, "Ana Orlo (@orlo_)"; else it stands for itself.

// handle reports whether token i is the name of an account, with its sign in front.
func (r *reading) handle(i int) bool {
	return r.punct(i-1, "@") && r.toks[i].Has(token.Glued)
}

func (r *resolver) resolveHandle(v *voice) {
	printed := "@" + r.textOf(int32(v.src.first), int32(v.src.last))
	id, ok := r.byText[printed]
	if !ok {
		if r.accounts == nil {
			r.accounts = r.holders()
		}
		if id, ok = r.accounts[r.word(v.src.head)]; !ok {
			id = r.newEntity(entity{kind: Person, first: int32(v.src.head), forms: []string{printed}})
		}
		r.byText[printed] = id
	}
	r.entities[id].count++
	v.entity = id
	v.why = whyHandle(printed)
	if who := r.called(id); who != printed {
		v.why = whyHolder(printed, who)
	}
}

// holders gives for the accounts that stand in brackets behind a name whose they are.
func (r *resolver) holders() map[string]int32 {
	by := map[string]int32{}
	for i := range r.mentions {
		m := &r.mentions[i]
		k := int(m.last)
		if m.entity == noEntity || k+2 >= len(r.toks) || !r.punct(k, "(") || !r.handle(k+2) {
			continue
		}
		if _, taken := by[r.word(k+2)]; !taken {
			by[r.word(k+2)] = m.entity
		}
	}
	return by
}
