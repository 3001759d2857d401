package quotes

// A sentence that ends with who says so may tell of what others say, and one sentence may have two statements of one speaker: the tagger,
// which reads no statement inside another, then has the lesser one, or one where there are two.

// prevails reports whether a rule's reading stands though the tagger contests it.
func (r *reading) prevails(p *pair) bool {
	return r.tellsAttitude(p) || r.tellsAct(p.rule, p.tag) || p.endOnly() || r.tellsAll(p) || r.saidWithin(p)
}

// saidWithin reports whether a rule reads what somebody says of a thing to which the tagger reads that somebody does something: "signed
// [a bill that he said would help]". What is signed is not said.
func (r *reading) saidWithin(p *pair) bool {
	q, t := p.rule, p.tag.Quote
	r.onlyDone(&t)
	return t.Medium == Thought && q.Medium != Thought && len(t.Content) == 1 && t.Content[0].Contains(q.Cue) && t.Content[0].Contains(q.Content[0]) &&
		t.Content[0].Contains(q.Source) && !q.Source.Empty()
}

// tellsAll reports whether the tagger reads a statement only inside what a rule's cue at the end of the sentence tells as a whole: "The
// ferries propose to stop, [warning that they will sue], Orlo told Norpress".
func (r *reading) tellsAll(p *pair) bool {
	q, t := p.rule, p.tag
	if len(q.Content) != 1 || q.Cue.Start < q.Content[0].End || t.Cue.Empty() || !q.Content[0].Contains(t.Cue) {
		return false
	}
	for _, s := range t.Content {
		if s.Start < q.Content[0].Start {
			return false
		}
	}
	g, ok := r.governing(r.tokens(q.Cue))
	source := r.tokens(q.Source)
	return ok && g.verb != nil && closing[g.verb.base] && !r.subordinates(r.tokenAt(q.Content[0].Start)) && !r.stated(source)
}

// closing are the verbs that end a sentence with who says all of it. An agency that "reports" only passes on what others say.
var closing = map[string]bool{"say": true, "tell": true, "announce": true, "confirm": true, "explain": true, "write": true, "add": true, "note": true}

// partedReadings gives the tagger's quotes with their words, two statements that it took for one apart.
func (r *reading) partedReadings(rules []Quote, tags []tagged) readings {
	read := r.readings(tags)
	if r.partStatements(rules, &read) {
		read = r.readings(tags)
	}
	return read
}

// partStatements ends what the tagger reads before the second of two statements of one speaker that rules tell apart, and reports whether
// there were any: "said [it would pay | but added that the plan was costly]".
func (r *reading) partStatements(rules []Quote, t *readings) (parted bool) {
	for i := 1; i < len(rules); i++ {
		second := &rules[i]
		if second.Cue.Empty() || second.Confidence < sureRule || second.Cue.End > second.Content[0].Start {
			continue
		}
		g, ok := r.governing(r.tokens(second.Cue))
		if !ok || !r.sharesSubject(g) || !r.sharedVerb(g.first) {
			continue
		}
		if tag, _ := r.rival(second, t); tag != nil && tag.Cue.Overlaps(rules[i-1].Cue) && r.endBefore(tag, g) {
			parted = true
		}
	}
	return parted
}

// endBefore ends the last part of a content before the conjunction in front of a cue, if the cue stands in it.
func (r *reading) endBefore(t *tagged, g group) bool {
	last := len(t.Content) - 1
	content := r.tokens(t.Content[last])
	end := g.first - 1
	for r.isAdverb(end) || r.is(end, coord) || r.tok(end) == "," {
		end--
	}
	if end++; content.first >= end || g.last > content.last {
		return false
	}
	t.Content[last] = r.span(rng{content.first, end})
	t.Kind = r.kindOf(t.Content)
	return true
}

// saysMoreBehind reports whether the tagger reads the clause before a rule's cue, and its second half behind the source: "The bridge is old,
// says Orlo, the engineer, [because nobody paints it]".
func (r *reading) saysMoreBehind(q *Quote, t *tagged) bool {
	if len(q.Content) != 1 || len(t.Content) != 2 || q.Content[0] != t.Content[0] || !t.Cue.Overlaps(q.Cue) || t.Confidence < sureMore {
		return false
	}
	more := r.tokens(t.Content[1])
	return t.Content[1].Start > max(q.Cue.End, q.Source.Start) && r.tok(more.first-1) == "," && goesOnWith[r.tok(more.first)] && r.stated(more)
}

// goesOnWith are conjunctions with which somebody's words go on behind who says them.
var goesOnWith = map[string]bool{"because": true, "although": true, "though": true, "and": true, "but": true, "so": true, "unless": true, "or": true}

// sureMore is the probability from which the tagger's second half of a clause stands.
const sureMore = 0.6

// further reports whether the tagger takes a quotation that no cue leads to for a further part of what a cue before or behind it tells: "The bridge
// is old, he says. “Nobody paints it.”" It stands for itself where another quote has that cue.
func (p *pair) further() bool {
	return p.rule.Kind == Direct && p.tag != nil && !p.tag.Cue.Empty() && inside(p.rule.Content[0], p.tag.Content)
}

// addFurther takes such quotations where no other quote has got their words.
func (f *fusion) addFurther(left []pair) {
	for _, p := range left {
		if f.freeContent(p.rule) {
			p.rule.Source = f.r.betterSource(p.rule.Source, p.tag.Source, true)
			f.take(Weighed{Quote: *p.rule, Basis: ByBoth, Evidence: p.tag.Confidence})
		}
	}
}
