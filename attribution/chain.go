package attribution

import "quotidian/quotes"

// resolveOrphan finds the speaker of a quote whose sentence names none: the structure around it says who goes
// on speaking. The rules run in the order of their strength.
func (r *resolver) resolveOrphan(i int, v *voice) {
	if len(r.spoken) == 0 {
		v.why = whyNoSource
		return
	}
	last := r.spoken[len(r.spoken)-1]
	w := &r.voices[last]
	who := r.speaker(w.entity)
	switch gap := r.paraOf[v.begin] - r.paraOf[max(w.end-1, w.anchor)]; {
	case r.sentOf[v.anchor] == r.sentOf[w.anchor]:
		v.entity, v.why = w.entity, "the same sentence already has "+who.Name+" speaking"
	case r.qs[i].Kind != quotes.Direct:
	case gap <= 0:
		v.entity, v.why = w.entity, "goes on in the paragraph in which "+who.Name+" speaks"
	case gap == 1 && r.introduced(v.begin):
		v.entity, v.why = w.entity, "the paragraph before ends with "+who.Name+" about to speak"
	case gap == 1 && r.unclosed(w):
		v.entity, v.why = w.entity, "the quotation of "+who.Name+" was not closed before this paragraph"
	}
	if v.entity == noEntity && v.why == "" {
		v.why = whyNoSource
	}
}

const whyNoSource = "no source is printed with these words"

// introduced reports whether a colon stands before token k, quotation marks aside.
func (r *reading) introduced(k int) bool {
	for k--; k >= 0 && doubleMark(r.word(k)); k-- {
	}
	return r.punct(k, ":")
}

// unclosed reports whether the last stretch of a quote's content lacks its closing mark, as a quotation does
// that runs on in the next paragraph.
func (r *reading) unclosed(w *voice) bool {
	return w.end > 0 && r.quoted[w.end-1] && !doubleMark(r.word(w.end-1))
}

// resolveForward settles what only later words tell: a description that the next source names ("the
// representative of the army announced …", then "Anar Eivazov told reporters"), and opening quotes whose
// speaker the same paragraph names afterwards.
func (r *resolver) resolveForward() {
	order := r.order()
	for n, i := range order {
		v := &r.voices[i]
		if v.src.kind == describedSource && v.entity != noEntity && r.entities[v.entity].kind == Unnamed && v.src.definite {
			r.namedLater(v, order[n+1:])
		}
		if v.src.kind == noSource && v.entity == noEntity && r.qs[i].Kind == quotes.Direct {
			r.sourceLater(v, order[n+1:])
		}
	}
}

// namedLater joins a description to the person who speaks next, when that person is first named there, with no
// other description, within two paragraphs.
func (r *resolver) namedLater(v *voice, later []int) {
	for _, j := range later {
		w := &r.voices[j]
		if r.paraOf[w.anchor]-r.paraOf[v.anchor] > 2 {
			return
		}
		if w.entity == v.entity {
			continue
		}
		if w.src.kind != nameSource || w.entity == noEntity {
			return
		}
		e := &r.entities[w.entity]
		if e.kind != Person || int(e.first) < v.anchor || len(e.roles) > 0 || r.sexOf(v.src.head).clashes(r.sexOfEntity(w.entity)) {
			return
		}
		printed := r.textOf(int32(v.src.first), int32(v.src.core))
		e.roles = addNew(e.roles, r.describe(v.src.first, v.src.core))
		v.why = quoted(printed) + " is named in the next attribution: " + fullest(e.forms)[0]
		v.entity = w.entity
		return
	}
}

// sourceLater gives a quote without a source the speaker of the next quote of its paragraph.
func (r *resolver) sourceLater(v *voice, later []int) {
	for _, j := range later {
		w := &r.voices[j]
		if r.paraOf[w.begin] != r.paraOf[v.begin] {
			return
		}
		if w.entity != noEntity && r.sentOf[w.begin]-r.sentOf[max(v.end-1, v.begin)] <= 1 && r.qs[j].Kind == quotes.Direct {
			v.entity, v.why = w.entity, "runs on into words of "+r.speaker(w.entity).Name
			return
		}
	}
}

// resolveNested settles "I" and "we": the speaker of the quotation they stand in, else the author.
func (r *resolver) resolveNested() {
	for i := range r.voices {
		v := &r.voices[i]
		if v.src.kind != pronounSource || v.entity != noEntity {
			continue
		}
		p := r.pronoun(v.src.head)
		if p != narrator && p != we {
			continue
		}
		printed := r.word(v.src.head)
		switch outer := r.uttering(i, v); {
		case outer != noEntity && (p == narrator || r.entities[outer].kind != Person):
			v.entity, v.why = outer, whyUtters(printed, r.speaker(outer).Name)
		case outer == noEntity && p == narrator && r.byline != "" && !r.quoted[v.src.head]:
			v.entity = r.author()
			v.why = whyByline(printed, r.byline)
		}
	}
}

// uttering finds who speaks the words around the source of quote i: the quote that holds it, else, within
// quotation marks, whoever else speaks in that paragraph.
func (r *resolver) uttering(i int, v *voice) int32 {
	best := noEntity
	size := len(r.toks) + 1
	for j := range r.voices {
		w := &r.voices[j]
		if j != i && w.begin <= v.src.head && v.src.head < w.end && w.end-w.begin < size && w.entity != noEntity {
			best, size = w.entity, w.end-w.begin
		}
	}
	if best != noEntity || !r.quoted[v.src.head] {
		return best
	}
	for j := range r.voices {
		w := &r.voices[j]
		if j != i && w.entity != noEntity && r.paraOf[w.anchor] == r.paraOf[v.anchor] && (best == noEntity || w.anchor < v.anchor) {
			best = w.entity
		}
	}
	return best
}

// author gives the entity of the byline.
func (r *resolver) author() int32 {
	if id, ok := r.byText[r.byline]; ok {
		return id
	}
	id := r.newEntity(entity{kind: Person, forms: []string{r.byline}, count: 1})
	r.byText[r.byline] = id
	return id
}
