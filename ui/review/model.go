package review

import (
	"slices"
	"strings"

	"quotidian/dossier"
	"quotidian/dossier/decision"
)

// Model is the queue with the card that keys act upon.
type Model struct {
	list  []dossier.Proposal
	later map[[2]string]int // put off by the person, shown after all others in that order
	// settling holds the pairs that were decided and are on their way to the disk, with the number of reloads until
	// each must be settled or has failed.
	settling map[[2]string]int
	settled  [][2]string // pairs that were decided for good, the newest last
	at       int
	// Disagreeing narrows the queue to statements that contradict each other.
	Disagreeing bool
	// Apart lists the decisions in force that keep pairs apart for good, the newest first.
	Apart []decision.Decision
}

// Set replaces the queue; the cursor keeps its place, so that it stands on the next card after a decision. What is
// still being settled stays out of sight. A pair that was settled and is there again, because that was undone or failed,
// gets the cursor.
func (m *Model) Set(list []dossier.Proposal) {
	for k := range m.settling {
		if m.settling[k]--; m.settling[k] == 0 {
			delete(m.settling, k)
		}
	}
	m.show(slices.DeleteFunc(slices.Clone(list), func(p dossier.Proposal) bool {
		return m.settling[pairOf(&p)] > 0 || m.Disagreeing && !p.Disagrees()
	}))
	for i, pair := range slices.Backward(m.settled) {
		if at := slices.IndexFunc(m.list, func(p dossier.Proposal) bool { return pairOf(&p) == pair }); at >= 0 {
			m.settled = m.settled[:i]
			m.Choose(at)
			return
		}
	}
}

// takenBack gives the decision that the newest entry of a log takes back, if that came since so many were read.
func takenBack(log []decision.Decision, read int) *decision.Decision {
	if read == 0 || len(log) <= read || log[len(log)-1].Kind != decision.Undo {
		return nil
	}
	of := log[len(log)-1].Of
	if i := slices.IndexFunc(log, func(d decision.Decision) bool { return d.Seq == of }); i >= 0 {
		return &log[i]
	}
	return nil
}

// Return has the cursor go to the pair that a decision was about, where it waits again: also one of another day.
func (m *Model) Return(d *decision.Decision) {
	refs := d.Refs()
	about := func(id, name string) bool {
		return slices.Contains(refs, decision.Ref(decision.ToName, decision.Key(name))) ||
			slices.Contains(refs, decision.Ref(decision.ToQuote, strings.TrimPrefix(id, "s-")))
	}
	for i := range m.list {
		if p := &m.list[i]; about(p.A, p.NameA) && about(p.B, p.NameB) {
			m.Choose(i)
			return
		}
	}
}

// Contradictions counts the pairs whose statements contradict each other.
func (m *Model) Contradictions() int {
	n := 0
	for i := range m.list {
		if m.list[i].Disagrees() {
			n++
		}
	}
	return n
}

// Aside counts the pairs that a person looked at and left open.
func (m *Model) Aside() int {
	n := 0
	for i := range m.list {
		if m.list[i].Aside {
			n++
		}
	}
	return n
}

func (m *Model) show(list []dossier.Proposal) {
	m.list = list
	slices.SortStableFunc(m.list, func(a, b dossier.Proposal) int { return m.put(&a) - m.put(&b) })
	m.Choose(m.at)
}

// put numbers the pairs in the order in which they were put off, 0 for one that was not.
func (m *Model) put(p *dossier.Proposal) int { return m.later[pairOf(p)] }

func pairOf(p *dossier.Proposal) [2]string { return [2]string{p.A, p.B} }

// Len is the number of pairs, At the i-th.
func (m *Model) Len() int { return len(m.list) }

// At gives pair i.
func (m *Model) At(i int) *dossier.Proposal { return &m.list[i] }

// Chosen is the pair that keys act upon, nil when the queue is empty.
func (m *Model) Chosen() *dossier.Proposal {
	if len(m.list) == 0 {
		return nil
	}
	return &m.list[m.at]
}

// Choose puts the cursor on pair i, or the nearest there is.
func (m *Model) Choose(i int) { m.at = max(0, min(i, len(m.list)-1)) }

// Later puts the chosen pair off.
func (m *Model) Later() {
	if p := m.Chosen(); p != nil {
		if m.later == nil {
			m.later = map[[2]string]int{}
		}
		m.later[pairOf(p)] = len(m.later) + 1
		m.show(m.list)
	}
}

// Settle takes the chosen pair out of the queue before the decision about it is on disk, so that the next key speaks of
// the next card however fast it comes. Decisions are settled one by one in their order and the queue is read again
// after each; a pair that is still there when its turn is over could not be settled and comes back. gone says that the
// pair will not be there any more.
func (m *Model) Settle(gone bool) {
	if p := m.Chosen(); p != nil {
		if m.settling == nil {
			m.settling = map[[2]string]int{}
		}
		m.settling[pairOf(p)] = len(m.settling) + 1
		if gone {
			m.settled = append(m.settled, pairOf(p))
		}
		m.show(slices.Delete(m.list, m.at, m.at+1))
	}
}

// Piece is a stretch of a text; Differs marks what the other does not have there.
type Piece struct {
	Text    string
	Differs bool
}

// maxAligned is the most parts of a text that are aligned: the table grows with the square.
const maxAligned = 200

// Letters cuts a name into its characters, Words a statement into words with the blanks behind them.
func Letters(s string) []string { return strings.Split(s, "") }

// Words cuts a statement after every stretch of blanks.
func Words(s string) []string { return strings.SplitAfter(s, " ") }

// Aligned marks where two texts differ, by a longest common subsequence of their parts.
func Aligned(x, y []string) (left, right []Piece) {
	if len(x) > maxAligned || len(y) > maxAligned {
		return []Piece{{Text: strings.Join(x, "")}}, []Piece{{Text: strings.Join(y, "")}}
	}
	common := commonTable(x, y)
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		switch {
		case i < len(x) && j < len(y) && same(x[i], y[j]):
			left, right = add(left, x[i], false), add(right, y[j], false)
			i, j = i+1, j+1
		case i < len(x) && (j == len(y) || common[i+1][j] >= common[i][j+1]):
			left = add(left, x[i], true)
			i++
		default:
			right = add(right, y[j], true)
			j++
		}
	}
	return left, right
}

// AlignedNames marks where two names differ: the letters of those words that are not in both, so that a name within a
// longer one is seen as such. Of two names that are no spellings of each other (Beijing, China) nothing is marked: the letters
// they happen to share say nothing.
func AlignedNames(a, b string) (left, right []Piece) {
	x, y := Words(a), Words(b)
	common := commonTable(x, y)
	i, j, fromX, fromY := 0, 0, 0, 0
	flush := func() {
		l, r := Aligned(Letters(strings.Join(x[fromX:i], "")), Letters(strings.Join(y[fromY:j], "")))
		left, right = addAll(left, l), addAll(right, r)
	}
	for i < len(x) && j < len(y) {
		switch {
		case same(x[i], y[j]):
			flush()
			left, right = add(left, x[i], false), add(right, y[j], false)
			i, j = i+1, j+1
			fromX, fromY = i, j
		case common[i+1][j] >= common[i][j+1]:
			i++
		default:
			j++
		}
	}
	i, j = len(x), len(y)
	flush()
	if !alike(left, right) {
		return []Piece{{Text: a}}, []Piece{{Text: b}}
	}
	return left, right
}

// alike reports whether a third of the longer text is in both.
func alike(left, right []Piece) bool {
	shared, longer := 0, 0
	for _, side := range [][]Piece{left, right} {
		n, same := 0, 0
		for _, p := range side {
			n += len(p.Text)
			if !p.Differs {
				same += len(p.Text)
			}
		}
		longer, shared = max(longer, n), max(shared, same)
	}
	return 3*shared >= longer
}

// commonTable holds, at [i][j], the length of the longest common subsequence of x[i:] and y[j:].
func commonTable(x, y []string) [][]int {
	t := make([][]int, len(x)+1)
	for i := range t {
		t[i] = make([]int, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			t[i][j] = max(t[i+1][j], t[i][j+1])
			if same(x[i], y[j]) {
				t[i][j] = t[i+1][j+1] + 1
			}
		}
	}
	return t
}

// same compares two parts without their case and without the blanks and marks around a word, since neither
// tells two wordings apart.
func same(a, b string) bool {
	return strings.EqualFold(strings.Trim(a, around), strings.Trim(b, around))
}

const around = " .,;:!?\"“”„«»‘’'"

func addAll(pieces, more []Piece) []Piece {
	for _, p := range more {
		pieces = add(pieces, p.Text, p.Differs)
	}
	return pieces
}

func add(pieces []Piece, part string, differs bool) []Piece {
	if n := len(pieces); n > 0 && pieces[n-1].Differs == differs {
		pieces[n-1].Text += part
		return pieces
	}
	return append(pieces, Piece{Text: part, Differs: differs})
}
