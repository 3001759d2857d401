package wording

import (
	"cmp"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/pair"
)

// frame is how two texts differ that are built alike: "We support the reform of" the courts, of the pension system. What they
// share is the frame; where each says something else between its words is a slot.
type frame struct {
	slots   int     // in which the two have nothing in common
	share   float32 // of the lighter text's telling words that stand in slots
	opposed int     // places in which each says the opposite of the other
	heads   bool    // each begins with a clause of its own, or one tells the other as a reason for something else
}

// A frame is recognised by literal of the shorter text's words standing in the longer one in order; translations of one sentence
// seldom have so many. Words that are less alike than unkindred say different things. Longer texts than framed words seldom
// have a frame and slots that weigh, and a dear alignment.
const (
	literal   = 0.6
	unkindred = 0.4
	framed    = 60
)

// heavySlots is the share of the telling words from which on slots alone make two statements.
const heavySlots = 0.22

// tellsApart says why two texts that may join tell of two things. How much of the shorter one stands in the longer is verbatim.
func (c *Comparer) tellsApart(a, b *Prepared, verbatim float32) (h holding) {
	details := contrasts(a, b)
	if details >= leastContrasts {
		return heldParallel
	}
	if verbatim < literal || max(a.Words(), b.Words()) > framed {
		return 0
	}
	x := c.frame(a, b)
	details += x.opposed
	switch {
	case x.heads || details >= leastContrasts || twoSpeakers(a, b) && details+x.slots > 0:
		return heldParallel // two people differ in what each says; nobody misheard one of them
	case details > 0 && x.slots > 0 || x.share >= heavySlots:
		return heldOther
	}
	return 0
}

// frame compares two texts place by place, whatever their order, that were measured just before.
func (c *Comparer) frame(a, b *Prepared) (x frame) {
	if cmp.Or(cmp.Compare(a.Words(), b.Words()), cmp.Compare(a.text.Exact, b.text.Exact), cmp.Compare(a.Text, b.Text)) > 0 {
		a, b = b, a
	}
	m := c.meter.Aligned()
	f := newFinder(a, b, m, align(m))
	var weight float32
	for r := range f.replacements() {
		opposed, excluded := f.anyPair(r, f.lists.opposed), f.anyPair(r, f.lists.exclude)
		w := f.slot(r, excluded)
		switch {
		case opposed:
			x.opposed++
		case w > 0 && !excluded: // what excludes each other counts as a detail already
			x.slots++
		}
		if !opposed {
			weight += w
		}
	}
	x.heads = f.otherHead() || f.presumed()
	x.share = weight / (min(tellingWeight(f.a), tellingWeight(f.b)) + 1e-6)
	return x
}

// slot gives how much is said in a stretch that the other text says nowhere, on the side that says less of it; 0 where it is no
// slot. Of a stretch in which words exclude each other nothing is like anything.
func (f *finder) slot(r stretch, excluded bool) float32 {
	if f.respelled(r) {
		return 0
	}
	var x, y float32
	for i := r.a0; i < r.a1; i++ {
		if speaks(f.a, i) && (excluded || !f.kindred(i, r)) {
			x += f.a.Weight[i]
		}
	}
	for j := r.b0; j < r.b1; j++ {
		if speaks(f.b, j) && (excluded || !f.kindredBack(j, r)) {
			y += f.b.Weight[j]
		}
	}
	return min(x, y)
}

// otherHead reports whether two texts that end in the same words begin with clauses in which nothing is alike: "the guards have put
// out" the fire at the mill in Kesh, the old town, "two men have died in" it. The more is told of the place, the more alike are two things.
func (f *finder) otherHead() bool {
	if len(f.runs) == 0 || f.runs[len(f.runs)-1].op != Same {
		return false
	}
	tail := f.runs[len(f.runs)-1]
	head := stretch{a1: tail.a0, b1: tail.b0}
	x, clauseA := headWords(f.a, head.a1, func(i int) bool { return f.kindred(i, head) })
	y, clauseB := headWords(f.b, head.b1, func(j int) bool { return f.kindredBack(j, head) })
	return clauseA && clauseB && min(x, y) >= leastHead
}

// presumed reports whether the longer text speaks of the shorter one as something known: behind a clause in which nothing is alike and
// a word that gives it as a reason or a circumstance ("the judge treats him unfairly because of his plans to build a wall").
func (f *finder) presumed() bool {
	all, telling, clause, reason := stretch{a1: len(f.a.Words), b1: len(f.b.Words)}, 0, false, false
	for j, w := range f.b.Words {
		switch {
		case speaks(f.b, j) && f.kindredBack(j, all):
			return reason
		case clause && telling >= leastHead && presumes[word(f.b, j)]:
			reason = true
		case w.Has(canon.Verb) || w.Tag == canon.Be || w.Tag == canon.Have || modality(f.b, j) != canon.NoTag:
			clause = true
		}
		if speaks(f.b, j) {
			telling++
		}
	}
	return false
}

// presumes are words behind which stands what is taken for known.
var presumes = map[string]bool{
	"because": true, "despite": true, "although": true, "though": true, "given": true, "amid": true, "considering": true, "notwithstanding": true,
}

// leastHead is how many telling words a clause has that no other words can be an outlet's for.
const leastHead = 2

// headWords counts the telling words of a text before one, none where any is like a word of the other text, and tells whether they have
// a verb.
func headWords(t *pair.Text, end int, alike func(int) bool) (n int, clause bool) {
	for i, w := range t.Words[:end] {
		clause = clause || w.Has(canon.Verb) || w.Tag == canon.Be || w.Tag == canon.Have
		if !telling(w) {
			continue
		}
		if alike(i) {
			return 0, false
		}
		n++
	}
	return n, clause
}

// kindred reports whether word i of the first text is like a word in whose place it stands, or like one that the second text has
// more. A word that both have stands for itself alone: "loans" for "sugar" are no taxes.
func (f *finder) kindred(i int, r stretch) bool {
	if j := f.align.Place[i]; j >= 0 && f.mateBack[j] < 0 {
		return f.align.Like[i] >= unkindred
	}
	for j := r.b0; j < r.b1; j++ {
		if pair.Likeness(f.a, i, f.b, j) >= unkindred {
			return true
		}
	}
	return false
}

// kindredBack is kindred, seen from word j of the second text.
func (f *finder) kindredBack(j int, r stretch) bool {
	if i := f.align.Behind[j]; i >= 0 && f.mate[i] < 0 {
		return f.align.Back[j] >= unkindred
	}
	for i := r.a0; i < r.a1; i++ {
		if pair.Likeness(f.a, i, f.b, j) >= unkindred {
			return true
		}
	}
	return false
}

// speaks reports whether word i tells something and is no name, number or date: of those another one is a finding.
func speaks(t *pair.Text, i int) bool { return telling(t.Words[i]) && !particular(t, i) }

// particular reports whether word i is a name, a number or a date.
func particular(t *pair.Text, i int) bool {
	w := t.Words[i]
	return w.Number() || w.Has(canon.Named) || named(t, i) || calendarDay(t, i) > 0 || clock(t, i) > 0
}

// anyPair reports whether some word of a stretch and some word in whose place it stands have to do with each other.
func (f *finder) anyPair(r stretch, of func(a, b uint64) bool) bool {
	for i := r.a0; i < r.a1; i++ {
		for j := r.b0; j < r.b1; j++ {
			if of(f.a.Words[i].Key, f.b.Words[j].Key) {
				return true
			}
		}
	}
	return false
}

func tellingWeight(t *pair.Text) (sum float32) {
	for i, w := range t.Words {
		if telling(w) {
			sum += t.Weight[i]
		}
	}
	return sum
}
