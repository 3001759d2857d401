package wording

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode"

	"quotidian/attribution/name"
	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// rank orders the kinds of change, the worst first: what an editor must not miss before what he may.
var rank = map[ChangeKind]int{
	Actor: 0, Number: 1, Negation: 2, Modality: 3, Recipient: 4, Speaker: 5, Unquoted: 6, Reworded: 7, Retranslated: 8, Split: 9, Trimmed: 10,
}

// ByWeight orders two kinds of change: it is negative when a matters more to an editor than b.
func ByWeight(a, b ChangeKind) int { return cmp.Compare(rank[a], rank[b]) }

// finder names the changes between two wordings.
type finder struct {
	from, to *Prepared
	a, b     *pair.Text
	align    *pair.Alignment
	runs     []stretch
	// mate holds for each word of the first text the same word that the second has in its place, mateBack those of the second
	// text; -1 for none.
	mate, mateBack []int
	lists          *lists
	quoteAlike     bool // both print a stretch of the same words between their marks
	out            []Change
}

// changes names what the second wording did to the first, worst first; quoteAlike says that both print a stretch of the same words
// between their marks.
func changes(from, to *Prepared, al *pair.Alignment, steps []step, quoteAlike bool) []Change {
	f := newFinder(from, to, al, steps)
	f.quoteAlike = quoteAlike
	if f.a.Exact != f.b.Exact {
		f.actors()
		f.numbers()
		f.dates()
		f.exchanges()
		f.negations()
		f.modals()
		f.certainty()
		f.scope()
		f.recipients()
	}
	f.speaker()
	f.shape()
	slices.SortStableFunc(f.out, func(x, y Change) int { return ByWeight(x.Kind, y.Kind) })
	return f.out
}

func newFinder(from, to *Prepared, al *pair.Alignment, steps []step) *finder {
	f := &finder{from: from, to: to, a: from.text, b: to.text, align: al, runs: stretches(steps), lists: loadLists()}
	f.mate, f.mateBack = slices.Repeat([]int{-1}, len(f.a.Words)), slices.Repeat([]int{-1}, len(f.b.Words))
	for _, r := range f.runs {
		if r.op != Same {
			continue
		}
		for k := range r.a1 - r.a0 {
			f.mate[r.a0+k], f.mateBack[r.b0+k] = r.b0+k, r.a0+k
		}
	}
	return f
}

// replacements yields the stretches of the first text in whose place the second has other words.
func (f *finder) replacements() iter.Seq[stretch] {
	return func(yield func(stretch) bool) {
		for _, r := range f.runs {
			if r.op == Replaced && !yield(r) {
				return
			}
		}
	}
}

func (f *finder) add(kind ChangeKind, from, to, note string) {
	for _, c := range f.out {
		if c.Kind == kind && c.From == from && c.To == to {
			return
		}
	}
	f.out = append(f.out, Change{Kind: kind, From: from, To: to, Note: note})
}

func (f *finder) has(kind ChangeKind) bool {
	return slices.ContainsFunc(f.out, func(c Change) bool { return c.Kind == kind })
}

func (f *finder) speaker() {
	if f.from.Speaker == "" || f.to.Speaker == "" || f.from.Speaker == f.to.Speaker || short(f.from.SpeakerName, f.to.SpeakerName) {
		return
	}
	if described(f.from.SpeakerName) || described(f.to.SpeakerName) {
		return
	}
	note := "attributed to someone else"
	if f.from.SpeakerName != "" && f.to.SpeakerName != "" {
		note = fmt.Sprintf("attributed to “%s”, not to “%s”", f.to.SpeakerName, f.from.SpeakerName)
	}
	f.add(Speaker, f.from.SpeakerName, f.to.SpeakerName, note)
}

// described reports whether a speaker is called what many are ("the ministry", "an official"). That may be anybody, and is
// nobody else.
func described(s string) bool { return s != "" && !strings.ContainsFunc(s, unicode.IsUpper) }

// short reports whether one of two names may be short for the other: all its words stand in it. "Halmos" may be Irena
// Halmos, and whoever prints it has not named someone else.
func short(a, b string) bool {
	x, y := strings.Fields(name.Fold(a)), strings.Fields(name.Fold(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	for _, w := range x {
		if !slices.Contains(y, w) {
			return false
		}
	}
	return true
}

// equivalent is the likeness from which two words may stand for each other wherever they stand.
const equivalent = 0.6

// partner gives the word of the second text that stands for word i of the first, -1 for none. What both print in its place
// stands for nothing else: of a sentence left out no word is looked for in the next one. Nor does what both print, wherever.
func (f *finder) partner(i int) int {
	if f.align.Like[i] < equivalent {
		return -1
	}
	if f.mate[i] >= 0 {
		return f.mate[i]
	}
	if j := int(f.align.Place[i]); f.mateBack[j] < 0 && (f.align.Like[i] == 1 || f.align.Back[j] < 1) {
		return j
	}
	return -1
}

// telling reports whether a word is no function word.
func telling(w canon.Word) bool { return !w.Has(canon.Stop) }

// next gives the first telling word at or after i, at most reach words on; -1 for none.
func next(t *pair.Text, i, reach int) int {
	for k := i; k < len(t.Words) && k < i+reach; k++ {
		if telling(t.Words[k]) {
			return k
		}
	}
	return -1
}
