package quotes

import (
	"slices"

	"quotidian/articles"
	"quotidian/articles/token"
)

// maxParted bounds a subject that an attribution parts from its verb, in tokens.
const maxParted = 25

// parted gives what is said behind a cue the subject in front of it, which the attribution parts from its verb: "[The octopus], he
// added, “is a reminder”", "[living with her], he said, was hard".
func (f *fusion) parted(q *Quote) {
	r := f.r
	if len(q.Content) != 1 || q.Cue.Empty() || q.Source.Empty() {
		return
	}
	first := r.tokenAt(q.Content[0].Start)
	verb := first
	if r.opensStretch(first) {
		verb++
	}
	attribution := rng{min(r.tokenAt(q.Cue.Start), r.tokenAt(q.Source.Start)), first}
	if r.tok(first-1) != "," || r.tok(attribution.first-1) != "," || attribution.first >= first || q.Content[0].Start < max(q.Cue.End, q.Source.End) || !r.predicateAt(verb) {
		return
	}
	subject := r.partedSubject(rng{r.units[r.unitOf(first)].first, attribution.first - 1})
	if subject.empty() || slices.Contains(f.content[subject.first:subject.last], true) {
		return
	}
	q.Content = append([]articles.Span{r.span(subject)}, q.Content...)
	q.Kind = r.kindOf(q.Content)
}

// predicateAt reports whether a clause goes on with its finite verb at token i.
func (r *reading) predicateAt(i int) bool {
	if i >= len(r.toks) || r.has(i, token.Capital) || r.is(i, sub|prep|coord|pronoun|det) {
		return false
	}
	return r.verbal(i) || r.finiteLooking(i)
}

// partedSubject gives the noun phrase or the participle with what hangs on it that ends a clause, where it has no verb of its own;
// none for what says when or where.
func (r *reading) partedSubject(g rng) rng {
	for i := g.last - 1; i >= max(g.first, g.last-maxParted); i-- {
		if r.within[i] >= 0 || r.verbal(i) || r.finiteLooking(i) || r.tok(i) == "," {
			return rng{}
		}
		if r.hardBreak(i) {
			g.first = i + 1
			break
		}
	}
	if r.is(g.first, coord) {
		g.first++
	}
	if g.empty() || g.last-g.first > maxParted || r.is(g.first, prep|sub|timeWord|adverb) && !r.is(g.first, det) || r.isAdverb(g.first) || !r.beginsNoun(g.first) {
		return rng{}
	}
	return g
}

// endsAside ends what is said in a relative clause between commas where the main clause goes on: "Orlo, who vowed that he would stay,
// | advised them to leave".
func (r *reading) endsAside(q *Quote) {
	if q.Kind == Direct || q.Source.Empty() || len(q.Content) != 1 || q.Content[0].Start < q.Source.End {
		return
	}
	who := r.tokens(q.Source).first
	if cue := r.tokens(q.Cue); !q.Cue.Empty() && r.tok(cue.first-1) == "who" {
		who = cue.first - 1 // Orlo, 19, who believed
	}
	if !r.is(who, relative) || r.is(who+1, relative) || r.tok(who-1) != "," {
		return
	}
	content := r.tokens(q.Content[0])
	if end := r.asideEnd(content); end < content.last {
		q.Content[0] = r.span(rng{content.first, end})
		q.Kind = r.kindOf(q.Content)
	}
}

// behindConjunction leaves out of the first part of a clause around its cue the sentence before the clause that opens it: "They went
// home and [while it rained], Orlo said, [the fair stayed open]".
func (r *reading) behindConjunction(q *Quote) {
	if len(q.Content) != 2 || q.Cue.Empty() || q.Content[0].End > q.Cue.Start || q.Content[1].Start < q.Cue.End {
		return
	}
	part := r.tokens(q.Content[0])
	for i := part.last - 1; i > part.first && i > part.last-maxParted && r.within[i] < 0 && r.tok(i) != ","; i-- {
		if r.is(i, coord) && fronting[r.tok(i+1)] && r.clauseLike(part.first, i) && r.clauseLike(i+2, part.last) {
			q.Content[0] = r.span(rng{i + 1, part.last})
			return
		}
	}
}

// fronting are subordinators whose clause stands in front of its main clause.
var fronting = map[string]bool{"while": true, "although": true, "though": true, "if": true, "when": true, "because": true, "since": true, "once": true, "unless": true}

// ledBy gives a source that is only who quotes or leads those who speak the whole of them: "[A source quoted by] Norpress said", whose
// relay is Norpress, "[Residents led by] Ana Orlo accused".
func (r *reading) ledBy(q *Quote) {
	if q.Source.Empty() || q.Source.Start < 2 {
		return
	}
	src := r.tokens(q.Source)
	i := src.first - 2
	if i < 1 || r.tok(src.first-1) != "by" || r.within[i] >= 0 {
		return
	}
	quoted := r.tok(i) == "quoted" || r.tok(i) == "cited"
	if !quoted && r.tok(i) != "led" && r.tok(i) != "headed" || r.is(i-1, aux) {
		return
	}
	whole := r.subject(r.units[r.unitOf(i)].first, i)
	if !r.claimable(whole) {
		return
	}
	if !quoted {
		q.Source = r.span(rng{whole.first, src.last})
		return
	}
	q.Relay = append(q.Relay, r.span(src))
	q.Source = r.span(whole)
}
