package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotidian/articles/sentence"
	"quotidian/attribution"
	"quotidian/attribution/name"
	"quotidian/matching/wording/canon"
	"quotidian/quotes"
)

// A mixed quotation says something by the words around its marks: of three words that were said of one thing a draft makes
// a statement about another. So the words around the marks, the frame, are held against print too. They stand where the same
// words stand on the same side of the same marks, in the same order and close by; nothing is taken for another word here, for
// who misquotes changes the one word that matters. Function words may differ ("it is", "it was"), a "not" may not.

// frame is a mixed quotation cut into the words between its marks and those before, between and after them.
type frame struct {
	text    string
	anchors [][]canon.Word // between marks
	around  [][]canon.Word // before the first, between two, after the last
	denied  bool           // by the verb that attributes it
}

// newFrame cuts a quotation; it is nil for one that is not mixed.
func newFrame(s *canon.Scanner, text string, q *attribution.Quote, cue string) *frame {
	if q.Kind != quotes.Mixed {
		return nil
	}
	f := &frame{text: text, denied: denies(cue), around: make([][]canon.Word, 1)}
	var own []string
	if q.Speaker != nil {
		own = strings.Fields(name.Fold(q.Speaker.Name))
	}
	inside := false
	for _, w := range s.Scan(nil, text, nil) {
		switch {
		case w.Has(canon.Quoted) && inside:
			last := len(f.anchors) - 1
			f.anchors[last] = append(f.anchors[last], w)
		case w.Has(canon.Quoted):
			f.anchors, f.around = append(f.anchors, []canon.Word{w}), append(f.around, nil)
		case !slices.Contains(own, name.Fold(text[w.Start:w.End])): // "Varga said that Varga would" names nobody else
			last := len(f.around) - 1
			f.around[last] = append(f.around[last], w)
		}
		inside = w.Has(canon.Quoted)
	}
	if len(f.anchors) == 0 {
		return nil
	}
	return f
}

// denies reports whether a verb that attributes says that it is not so.
func denies(cue string) bool {
	for _, w := range strings.Fields(strings.ToLower(cue)) {
		switch strings.Trim(w, ",.;:") {
		case "deny", "denies", "denied", "denying", "dispute", "disputes", "disputed", "disputing", "refute", "refutes", "refuted", "refuting":
			return true
		}
	}
	return false
}

// setting is a place where a source prints the words between a draft's marks, with the sentences that they stand in.
type setting struct {
	text   string
	words  []canon.Word
	breaks []int // the words with which sentences begin
	page   string
	denied bool
}

// newSetting cuts the sentences around a printing; page is the article, which tells a person's full name.
func newSetting(s *canon.Scanner, text, page, cue string) *setting {
	p := &setting{text: text, page: page, words: s.Scan(nil, text, nil), denied: denies(cue)}
	if at := strings.Index(text, cue); p.denied && at >= 0 { // a denial counts once
		p.words = slices.DeleteFunc(p.words, func(w canon.Word) bool { return int(w.Start) >= at && int(w.End) <= at+len(cue) })
	}
	cut, k := sentence.Of(text), 0
	for _, x := range cut.Sentences {
		for k < len(p.words) && p.words[k].Start < cut.Tokens[x.First].Start {
			k++
		}
		p.breaks = append(p.breaks, k)
	}
	return p
}

// sentence gives the words [begin,end) of the sentence that holds word i.
func (p *setting) sentence(i int) (begin, end int) {
	end = len(p.words)
	for _, b := range p.breaks {
		if b > i {
			return begin, b
		}
		begin = b
	}
	return begin, end
}

// framing says how a draft's frame stands in a source.
type framing struct {
	missing string // the first words of it that do not stand there
	// negated and denied say that there the draft has a negation that the source does not have, or the other way round.
	negated, denied bool
	worth           int // words of the frame that stand there, to choose among places
}

// same reports whether the source has the frame. Who denies what another says of himself negates as a "not" does.
func (g *framing) same() bool { return g.missing == "" && g.negated == g.denied }

// slight reports whether a single word stands between the marks: that another quote has it too means nothing by itself.
func (f *frame) slight() bool { return len(f.anchors) == 1 && len(f.anchors[0]) == 1 }

// best is the framing in that of several settings in which most of the frame stands.
func (f *frame) best(settings []*setting) framing {
	best := f.in(settings[0])
	for _, p := range settings[1:] {
		if best.same() {
			break
		}
		if got := f.in(p); got.same() || got.worth > best.worth {
			best = got
		}
	}
	return best
}

// in finds the place of a source in which most of the frame stands.
func (f *frame) in(p *setting) (best framing) {
	if f.text == p.text { // whatever sentences it is cut into
		best.deny(f, p)
		return best
	}
	best = framing{missing: f.text, worth: -1}
	for i := range p.words {
		at, ok := f.anchored(p, i)
		if !ok {
			continue
		}
		got := f.at(p, at)
		if got.same() {
			return got
		}
		if got.worth > best.worth {
			best = got
		}
	}
	return best
}

// anchored finds where the words between the marks stand when the first of them begin at word i.
func (f *frame) anchored(p *setting, i int) (at [][2]int, ok bool) {
	for k, anchor := range f.anchors {
		for k > 0 && i < len(p.words) && !begins(p.words[i:], anchor) {
			i++
		}
		if i >= len(p.words) || !begins(p.words[i:], anchor) {
			return nil, false
		}
		at = append(at, [2]int{i, i + len(anchor)})
		i += len(anchor)
	}
	return at, true
}

func begins(words, with []canon.Word) bool {
	if len(words) < len(with) {
		return false
	}
	for i := range with {
		if words[i].Key != with[i].Key {
			return false
		}
	}
	return true
}

// at holds the words around the marks against those around places of a source.
func (f *frame) at(p *setting, at [][2]int) framing {
	var got framing
	last := len(at) - 1
	begin, _ := p.sentence(at[0][0])
	_, end := p.sentence(at[last][1] - 1)
	got.add(f.side(p, f.around[0], walk{from: at[0][0] - 1, stop: begin - 1, step: -1}))
	for k := 1; k <= last; k++ {
		gap := walk{from: at[k-1][1], stop: at[k][0], step: 1}
		if len(f.around[k]) == 0 && tells(p.words[gap.from:gap.stop]) > 0 {
			got.add(framing{missing: f.text[f.anchors[k-1][0].Start:f.anchors[k][len(f.anchors[k])-1].End]}) // two pieces set side by side
			continue
		}
		got.add(f.side(p, f.around[k], gap))
	}
	got.add(f.side(p, f.around[last+1], walk{from: at[last][1], stop: end, step: 1}))
	got.deny(f, p)
	return got
}

// deny counts a denial in the verb that attributes, on one side, as one negation more there.
func (g *framing) deny(f *frame, p *setting) {
	g.negated, g.denied = g.negated != (f.denied && !p.denied), g.denied != (p.denied && !f.denied)
}

func (g *framing) add(x framing) {
	g.negated, g.denied, g.worth = g.negated || x.negated, g.denied || x.denied, g.worth+x.worth
	if g.missing == "" {
		g.missing = x.missing
	}
}

// walk leads along the words of a source, away from the marks.
type walk struct{ from, stop, step int }

// mostSkipped is how many telling words a source may have between two words of the frame, or between the marks and the
// nearest: a referendum is the second one and a man the attorney general, but what stands farther off belongs to other words.
const mostSkipped = 2

// negationReach is how far before what it negates a "not" stands.
const negationReach = 5

// side looks for the words on one side of the marks, those next to the marks first.
func (f *frame) side(p *setting, words []canon.Word, way walk) (got framing) {
	at := way.from
	first, last := len(words), -1 // of those that are missing
	for n := range words {
		k := n
		if way.step < 0 {
			k = len(words) - 1 - n
		}
		w := words[k]
		if w.Has(canon.Stop) && !negates(w) {
			if p.contradicts(strings.ToLower(f.text[w.Start:w.End]), walk{at, way.stop, way.step}) {
				first, last = min(first, k), max(last, k)
			}
			continue
		}
		switch i := p.find(w, walk{at, way.stop, way.step}); {
		case i != way.stop:
			at = i + way.step
			got.worth++
		case negates(w):
			got.negated = true
		case !f.forename(p, words, k):
			first, last = min(first, k), max(last, k)
		}
	}
	if last >= 0 {
		got.missing = f.text[words[first].Start:words[last].End]
	}
	got.denied = way.step < 0 && !slices.ContainsFunc(words, negates) && p.negatesBefore(way, at)
	return got
}

// find gives the next place of a word on a way; where the way stops when there is none close by.
func (p *setting) find(w canon.Word, way walk) int {
	skipped := 0
	for i := way.from; i != way.stop; i += way.step {
		x := p.words[i]
		if x.Key == w.Key || negates(w) && negates(x) {
			return i
		}
		if !x.Has(canon.Stop) {
			if skipped++; skipped > mostSkipped {
				break
			}
		}
	}
	return way.stop
}

// contraries are function words of which one must not stand for another: "sold to" is not "sold from".
var contraries = [][2][]string{
	{{"he", "him", "his"}, {"she", "her", "hers"}},
	{{"to", "into"}, {"from", "out"}},
	{{"more", "over", "above"}, {"less", "fewer", "under", "below"}},
	{{"up"}, {"down"}},
	{{"with"}, {"without"}},
}

// contradicts reports whether a source has a contrary of a function word on a way, and nothing that says the same.
func (p *setting) contradicts(word string, way walk) bool {
	for _, c := range contraries {
		for side := range c {
			if slices.Contains(c[side], word) {
				return p.has(c[1-side], way) && !p.has(c[side], way)
			}
		}
	}
	return false
}

// has reports whether one of some words stands close by on a way.
func (p *setting) has(words []string, way walk) bool {
	skipped := 0
	for i := way.from; i != way.stop && skipped <= mostSkipped; i += way.step {
		w := p.words[i]
		if slices.Contains(words, strings.ToLower(p.text[w.Start:w.End])) {
			return true
		}
		if !w.Has(canon.Stop) {
			skipped++
		}
	}
	return false
}

// negatesBefore reports whether the source has a negation before the marks that reaches to them or to the words of the frame,
// the first of which is the one before word at.
func (p *setting) negatesBefore(way walk, at int) bool {
	for i := way.from; i != way.stop && i > at-negationReach; i-- {
		if negates(p.words[i]) {
			return true
		}
		if i > 0 && strings.ContainsAny(p.text[p.words[i-1].End:p.words[i].Start], ",;:–—") {
			return false
		}
	}
	return false
}

func negates(w canon.Word) bool { return w.Tag == canon.Negator || w.Tag == canon.Denial }

func tells(words []canon.Word) (n int) {
	for _, w := range words {
		if !w.Has(canon.Stop) {
			n++
		}
	}
	return n
}

// forename reports whether a word is the forename or title of the surname behind it, as the article prints both together
// elsewhere, and prints no other forename before that surname.
func (f *frame) forename(p *setting, words []canon.Word, k int) bool {
	if k+1 >= len(words) || !words[k].Has(canon.Capital) || !words[k+1].Has(canon.Capital) {
		return false
	}
	first, surname := f.text[words[k].Start:words[k].End], f.text[words[k+1].Start:words[k+1].End]
	if strings.TrimSpace(f.text[words[k].End:words[k+1].Start]) != "" || !strings.Contains(p.page, first+" "+surname) {
		return false
	}
	for rest := p.page; ; {
		i := strings.Index(rest, " "+surname)
		if i < 0 {
			return true
		}
		before := rest[strings.LastIndexAny(rest[:i], " \n\t")+1 : i]
		if begin, _ := utf8.DecodeRuneInString(before); before != first && unicode.IsUpper(begin) && name.KnownGiven(name.Fold(before)) {
			return false
		}
		rest = rest[i+1+len(surname):]
	}
}
