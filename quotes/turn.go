package quotes

import (
	"cmp"
	"slices"
	"strings"

	"quotidian/articles/token"
)

// Interviews and transcripts print no quotation marks: each turn begins a paragraph with who speaks and a colon, and what
// follows, up to the next turn, is what was said, word for word. Lists, captions and fact checks print labels with a colon
// too ("Verdict: false"), so a text is read as turns only where labels come back and name somebody.

// manner is the way in which turns are labelled.
type manner uint8

const (
	noManner manner = iota
	letters         // Q: and A:
	asked           // Question: and Answer:
	initials        // TC:
	capitals        // ELENA MARSH, ANCHOR:
	named           // Elena Marsh:
)

// nameless reports whether the labels of a manner name nobody and only tell who asks and who answers.
func (how manner) nameless() bool { return how == letters || how == asked }

// leastTurns is how many turns a text must have in one manner to be read as turns.
var leastTurns = map[manner]int{letters: 2, asked: 4, initials: 3, capitals: 3, named: 4}

// maxLabel bounds a label with its colon, in tokens; maxLabelName the words of the name in it.
const (
	maxLabel     = 16
	maxLabelName = 4
)

// turn is one label: tokens [name.first, name.last) say who speaks, what is said begins at token from.
type turn struct {
	name rng
	key  string // the last word of the name, by which a label comes back
	from int
	how  manner
}

// takeTurns reads the turns of an interview. What rules found in the words of a turn stays only where somebody else is
// quoted there.
func (r *reading) takeTurns() {
	turns := r.turns()
	if len(turns) == 0 {
		r.takeAnswers()
		return
	}
	parts := r.turnParts(turns)
	r.keepOthers(parts)
	n := 0
	for _, g := range parts {
		for n+1 < len(turns) && turns[n+1].from <= g.first {
			n++
		}
		r.out = append(r.out, found{
			kind: Direct, content: []rng{g}, source: turns[n].name, sure: sureTail,
			reason: "a turn of an interview, labelled with its speaker",
		})
	}
}

// keepOthers drops what rules found in the words of turns, except where somebody else is quoted there.
func (r *reading) keepOthers(parts []rng) {
	kept := r.out[:0]
	for _, f := range r.out {
		if g := holding(parts, f.content[0].first); g.empty() || r.quotedIn(f, g) {
			kept = append(kept, f)
		}
	}
	r.out = kept
}

// quotedIn reports whether a quote found in the words g of a turn gives those of somebody else.
func (r *reading) quotedIn(f found, g rng) bool {
	if f.source.empty() || f.source.first < g.first || f.source.last > g.last || f.content[len(f.content)-1].last > g.last {
		return false
	}
	switch strings.ToLower(r.tok(f.source.first)) {
	case "i", "we", "you":
		return false
	}
	return true
}

// holding gives the range of parts, which are in order, that token i lies in.
func holding(parts []rng, i int) rng {
	n, _ := slices.BinarySearchFunc(parts, i, func(g rng, i int) int { return cmp.Compare(g.last-1, i) })
	if n < len(parts) && parts[n].first <= i {
		return parts[n]
	}
	return rng{}
}

// turnParts gives the paragraphs that are spoken. Paragraphs between two turns go on with the first of them, unless they
// are stage directions or headings; behind the last turn the article itself goes on.
func (r *reading) turnParts(turns []turn) []rng {
	var parts []rng
	for n, t := range turns {
		end := len(r.toks)
		if n+1 < len(turns) {
			end = turns[n+1].name.first
		}
		for first := t.from; first < end; {
			last := r.paragraphEnd(first, end)
			if first == t.from || r.tok(first) != "(" && r.tok(first) != "[" && r.terminal(r.lastSaid(last)) {
				parts = append(parts, rng{first, last})
			}
			if first = last; n+1 == len(turns) {
				break
			}
		}
	}
	return parts
}

// paragraphEnd gives where the paragraph of token i ends, at end at the latest.
func (r *reading) paragraphEnd(i, end int) int {
	for i++; i < end && !r.start[i]; i++ {
	}
	return i
}

// lastSaid gives the last token before end that is no closing mark or bracket.
func (r *reading) lastSaid(end int) int {
	i := end - 1
	for i > 0 && (r.toks[i].Kind == token.Mark || r.tok(i) == ")" || r.tok(i) == "]") {
		i--
	}
	return i
}

// turns gives the turns of the text in the order of the text, none where it is no interview.
func (r *reading) turns() []turn {
	var all []turn
	for i := range r.toks {
		if r.start[i] {
			if t := r.turnAt(i); t.how != noManner {
				all = append(all, t)
			}
		}
	}
	if len(all) < leastTurns[letters] {
		return nil
	}
	how := r.mannerOf(all)
	if how == noManner {
		return nil
	}
	kept := all[:0]
	for _, t := range all {
		if t.how == how {
			kept = append(kept, t)
		}
	}
	return kept
}

// turnAt reads the label that begins the paragraph of token i.
func (r *reading) turnAt(i int) turn {
	colon := r.labelColon(i)
	words := r.labelWords(i, colon)
	if words == 0 || words > maxLabelName {
		return turn{}
	}
	t := turn{name: rng{i, i + words}, key: strings.ToLower(unglued(r.tok(i + words - 1))), from: colon + 1, how: r.labelManner(i, words)}
	if r.tok(t.name.last) != "," {
		return t
	}
	if t.how != capitals {
		return turn{}
	}
	for t.name.last < colon && r.tok(t.name.last) != "(" { // ", ANCHOR"
		if k := t.name.last; r.toks[k].Kind == token.Word && !r.has(k, token.Upper) {
			return turn{}
		}
		t.name.last++
	}
	return t
}

// unglued gives the surname of a name whose initials are glued to it, "N.Kesh", and other words as they are.
func unglued(s string) string {
	if i := strings.LastIndexByte(s, '.'); i > 0 && i+2 < len(s) {
		return s[i+1:]
	}
	return s
}

// labelColon finds the colon of a label that begins at token i, with words behind it on its line; -1 for none.
func (r *reading) labelColon(i int) int {
	for k := i; k < min(i+maxLabel, len(r.toks)-1); k++ {
		switch {
		case k > i && r.start[k]:
			return -1
		case r.tok(k) != ":":
		case r.start[k+1] || r.opensStretch(k+1):
			return -1
		default:
			return k
		}
	}
	return -1
}

// labelWords counts the words of the name that a label begins with, up to a comma, a bracket or its colon; 0 where
// anything but capitals stands among them.
func (r *reading) labelWords(i, colon int) int {
	n := 0
	for k := i; k < colon; k++ {
		if s := r.tok(k); s == "," || s == "(" {
			break
		}
		if r.toks[k].Kind != token.Word || !r.has(k, token.Capital) {
			return 0
		}
		n++
	}
	return n
}

// labelManner says how a label of so many words is printed.
func (r *reading) labelManner(i, words int) manner {
	s := r.tok(i)
	switch {
	case words == 1 && (s == "Q" || s == "A"):
		return letters
	case words == 1 && (strings.EqualFold(s, "question") || strings.EqualFold(s, "answer")):
		return asked
	}
	for k := i; k < i+words; k++ {
		if len(r.tok(k)) > 1 && !r.has(k, token.Upper) {
			return named
		}
	}
	if words == 1 && len(s) <= 3 {
		return initials
	}
	return capitals
}

// mannerOf finds the manner in which a text labels its turns: one with enough turns of at least two speakers, one of whom
// speaks again, whose labels name somebody.
func (r *reading) mannerOf(all []turn) manner {
	for _, how := range []manner{letters, asked, initials, capitals, named} {
		count, most, n := map[string]int{}, 0, 0
		for _, t := range all {
			if t.how == how {
				n++
				count[t.key]++
				most = max(most, count[t.key])
			}
		}
		switch {
		case n < leastTurns[how] || len(count) < 2, !how.nameless() && most < 2:
		case how.nameless(), r.nameSomebody(all, how) && r.talk(all, how):
			return how
		}
	}
	return noManner
}

// talk reports whether one in three turns at least says "I", "we" or "you" or asks something, as people do who talk with each
// other. The lists of scorers, charges and results that papers print behind names do not.
func (r *reading) talk(all []turn, how manner) bool {
	n, talking := 0, 0
	for k, t := range all {
		if t.how != how {
			continue
		}
		n++
		end := len(r.toks)
		if k+1 < len(all) {
			end = all[k+1].name.first
		}
		if slices.ContainsFunc(r.toks[t.from:r.paragraphEnd(t.from, end)], r.talks) {
			talking++
		}
	}
	return 3*talking >= n
}

func (r *reading) talks(t token.Token) bool {
	switch strings.ToLower(t.In(r.text)) {
	case "i", "we", "you", "me", "us", "my", "our", "your", "i'm", "i’m", "we're", "we’re", "you're", "you’re", "i've", "i’ve", "we've", "we’ve", "?":
		return true
	}
	return false
}

// nameSomebody reports whether the labels that come back are names: the text prints them with a capital elsewhere too, or
// with initials as the first letters of two capitals in a row, and never in lower case ("VERDICT:", "the verdict").
func (r *reading) nameSomebody(all []turn, how manner) bool {
	again, alone := labelsOf(all, how)
	known := map[string]bool{}
	for i, t := range r.toks {
		switch {
		case t.Kind != token.Word || alone[i]:
		case how == initials:
			known[r.initialsAt(i)] = true
		case again[strings.ToLower(r.tok(i))] == 0:
		case !t.Has(token.Capital):
			return false
		case !r.start[i] || r.has(i+1, token.Capital):
			known[strings.ToLower(r.tok(i))] = true
		}
	}
	for key, n := range again {
		if sure := how == initials && len(key) == 2 && n > 2; n > 1 && !known[key] && !sure {
			return false
		}
	}
	return true
}

// labelsOf counts how often each label of a manner comes back, and gives the tokens that are labels of one word.
func labelsOf(all []turn, how manner) (again map[string]int, alone map[int]bool) {
	again, alone = map[string]int{}, map[int]bool{}
	for _, t := range all {
		if t.how == how {
			again[t.key]++
			alone[t.name.first] = t.name.last-t.name.first == 1
		}
	}
	return again, alone
}

// initialsAt gives the first letters of the two capitalised words that begin at token i, lower case; "" for others.
func (r *reading) initialsAt(i int) string {
	if !r.has(i, token.Capital) || !r.has(i+1, token.Capital) {
		return ""
	}
	return strings.ToLower(r.tok(i)[:1] + r.tok(i + 1)[:1])
}
