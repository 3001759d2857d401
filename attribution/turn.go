package attribution

import (
	"slices"
	"strings"

	"quotidian/articles/token"
	"quotidian/attribution/name"
	"quotidian/quotes"
)

// Turns of interviews and transcripts: "Q:" and "A:", "TC:", "ELENA MARSH, ANCHOR:".

// turn reports whether quote i is a turn: words without marks behind a label that begins a paragraph.
func (r *resolver) turn(i int, v *voice) bool {
	q := &r.qs[i]
	if q.Kind != quotes.Direct || !q.Cue.Empty() || v.src.kind == noSource || q.Source.End > q.Content[0].Start {
		return false
	}
	last := v.src.first
	for ; last < len(r.toks) && int(r.toks[last].Start) < q.Source.End; last++ {
	}
	return r.toks[v.src.first].Has(token.Line) && (r.punct(last, ":") || r.punct(last, "(")) && r.toks[v.begin].Kind != token.Mark
}

// asksOrAnswers reports whether a label names nobody and only tells who asks, "Q", "Question", or who answers.
func asksOrAnswers(label string) (asks, answers bool) {
	return label == "Q" || strings.EqualFold(label, "question"), label == "A" || strings.EqualFold(label, "answer")
}

// asker gives whom the label of a question stands for: the author that the article names.
func (r *resolver) asker() int32 {
	if r.byline == "" {
		return noEntity
	}
	return r.author()
}

// resolveTurn finds whom the label of a turn stands for; false where it is a name like any other.
func (r *resolver) resolveTurn(v *voice) bool {
	first, core := v.src.first, v.src.first+1
	for core < v.src.last && r.toks[core].Kind == token.Word {
		core++
	}
	printed := r.textOf(int32(first), int32(core))
	asks, answers := asksOrAnswers(printed)
	if !r.toks[first].Has(token.Upper) && len(r.word(first)) > 1 && !asks && !answers {
		return false
	}
	switch {
	case answers:
		if r.answering == 0 {
			r.answering = 1 + r.interviewee(first)
		}
		v.entity = r.answering - 1
	case asks:
		v.entity = r.asker()
	case core == first+1 && len(printed) <= 3:
		v.entity = r.initialled(printed)
	case r.class[core-1]&(anybody|plural|document) != 0 && core == first+1:
		return false // "QUESTION:"
	default:
		v.entity = r.labelledPerson(v, first, core)
	}
	if v.why = whyNobody(printed); v.entity != noEntity {
		v.why = whyTurn(printed, r.called(v.entity))
	}
	return true
}

// resolveAnswer gives the answer of an interview that labels nobody to its interviewee.
func (r *resolver) resolveAnswer(v *voice) {
	if r.answering == 0 {
		r.answering = 1 + r.interviewee(v.begin)
	}
	if v.entity = r.answering - 1; v.entity != noEntity {
		v.why = whyAnswers(r.called(v.entity))
	}
}

// interviewee gives the person whom the words before token end, the first answers among them, name most often; a full name
// comes before one word, which may be a firm's.
func (r *resolver) interviewee(end int) int32 {
	count, best := map[int32]int{}, noEntity
	for i := range r.mentions {
		m := &r.mentions[i]
		if int(m.first) > end && best != noEntity {
			break
		}
		if m.entity == noEntity || r.entities[m.entity].kind != Person || r.entities[m.entity].forms[0] == r.byline {
			continue
		}
		count[m.entity]++
		if best == noEntity || r.rather(m.entity, best, count) {
			best = m.entity
		}
	}
	return best
}

// rather reports whether one person is likelier the interviewee than another.
func (r *resolver) rather(id, than int32, count map[int32]int) bool {
	full, other := len(r.entities[id].parsed.Words) > 1, len(r.entities[than].parsed.Words) > 1
	if full != other {
		return full
	}
	return count[id] > count[than]
}

// initialled gives the first person whose name has the initials of a label.
func (r *resolver) initialled(letters string) int32 {
	if id, known := r.initials[letters]; known {
		return id
	}
	found := noEntity
	for id := range r.entities {
		e := &r.entities[id]
		if e.kind == Person && len(e.parsed.Words) > 1 && slices.ContainsFunc(e.forms, func(form string) bool { return initialsOf(form) == letters }) {
			found = int32(id)
			break
		}
	}
	if r.initials == nil {
		r.initials = map[string]int32{}
	}
	r.initials[letters] = found
	return found
}

func initialsOf(form string) string {
	var b strings.Builder
	for _, w := range strings.Fields(form) {
		for _, c := range w {
			b.WriteRune(c)
			break
		}
	}
	return b.String()
}

// labelledPerson gives the person whom a label in capitals names, the one of an earlier label or of the article, or a new
// one.
func (r *resolver) labelledPerson(v *voice, first, core int) int32 {
	printed := r.textOf(int32(first), int32(core))
	p := name.Parse(printed)
	for _, id := range r.byWord[name.Fold(r.word(core-1))] {
		if e := &r.entities[id]; e.kind == Person && len(e.parsed.Words) >= len(p.Words) && holdsAll(e, strings.Fields(name.Fold(printed))) {
			return id
		}
	}
	id := r.newEntity(entity{kind: Person, parsed: p, folded: name.Fold(printed), first: int32(first), count: 1, forms: []string{printed}})
	if core < v.src.last {
		r.entities[id].roles = addNew(nil, strings.ToLower(r.describe(core+1, v.src.last)))
	}
	r.indexWords(r.index, id, p)
	return id
}
