package pair

import (
	"math/bits"

	"quotidian/matching/wording/canon"
	"quotidian/matching/wording/sense"
)

// Alignment says, for each word of A, which word of B is most like it, and the other way round. It does not keep
// to reading order, and two words may share one partner. Its buffers are kept between pairs.
type Alignment struct {
	A, B *Text
	// Like holds, for each word of A, its likeness, 0 to 1, to the most alike word of B; 1 means the same word.
	// Place holds that word's index, -1 for none. Back and Behind are the same for the words of B.
	Like, Back    []float32
	Place, Behind []int32

	// Same holds, for each word of A, the set of the places in B at which the same word stands; nil where a text has more than
	// [Narrow] words.
	Same []uint64

	content, persons []int32 // the words of B that are no function words, and its pronouns
	words            wordSets
}

// Narrow is how many words a text has at most of which sets of places are kept in one number.
const Narrow = 64

// Likeness below nearest is no likeness; a spelling that shares less than spelled of its letter pairs is another
// word. Chosen on the development fold.
const (
	nearest  = 0.25
	spelled  = 0.6
	pronouns = 0.8
	// synonym caps the likeness of two different words.
	synonym = 0.95
)

// Fill aligns a with b.
func (m *Alignment) Fill(a, b *Text, table *sense.Table) {
	m.A, m.B = a, b
	m.Like, m.Place = reset(m.Like, m.Place, len(a.Words))
	m.Back, m.Behind = reset(m.Back, m.Behind, len(b.Words))
	m.equal(a, b)
	m.sort(b)
	for i := range a.Words {
		switch w := &a.Words[i]; {
		case !w.Has(canon.Stop):
			m.kin(i, m.content, table)
		case pronoun(w):
			m.kin(i, m.persons, table)
		}
	}
}

// equal aligns the words that both have.
func (m *Alignment) equal(a, b *Text) {
	if m.Same = m.Same[:0]; len(a.Words) > Narrow || len(b.Words) > Narrow {
		m.Same = nil
		for i := range a.Words {
			key := a.Words[i].Key
			for j := range b.Words {
				if key == b.Words[j].Key {
					m.put(i, j, 1)
				}
			}
		}
		return
	}
	m.words.of(b)
	for i := range a.Words {
		set := m.words.find(a.Words[i].Key)
		m.Same = append(m.Same, set)
		for ; set != 0; set &= set - 1 {
			m.put(i, bits.TrailingZeros64(set), 1)
		}
	}
}

// wordSets finds the places of a word in a text of at most Narrow words: open addressing, half of it free.
type wordSets struct {
	keys [2 * Narrow]uint64
	sets [2 * Narrow]uint64
}

func (w *wordSets) of(t *Text) {
	w.sets = [2 * Narrow]uint64{}
	for j := range t.Words {
		key := t.Words[j].Key
		at := w.at(key)
		w.keys[at] = key
		w.sets[at] |= 1 << j
	}
}

// at is where a word is kept, or would be.
func (w *wordSets) at(key uint64) int {
	at := int(key * 0x9E3779B97F4A7C15 >> 57)
	for w.sets[at] != 0 && w.keys[at] != key {
		at = (at + 1) % len(w.sets)
	}
	return at
}

func (w *wordSets) find(key uint64) uint64 { return w.sets[w.at(key)] }

// sort notes which words of b can be like another word, and like which.
func (m *Alignment) sort(b *Text) {
	m.content, m.persons = m.content[:0], m.persons[:0]
	for j := range b.Words {
		switch w := &b.Words[j]; {
		case !w.Has(canon.Stop):
			m.content = append(m.content, int32(j))
		case pronoun(w):
			m.persons = append(m.persons, int32(j))
		}
	}
}

// kin holds word i of a against some words of b.
func (m *Alignment) kin(i int, words []int32, table *sense.Table) {
	w, found := &m.A.Words[i], m.Like[i] == 1
	for _, j := range words {
		if found && m.Back[j] == 1 {
			continue
		}
		if s := likeness(w, &m.B.Words[j], table, m.A.Sense[i], m.B.Sense[j]); s > nearest {
			m.put(i, int(j), s)
		}
	}
}

func pronoun(w *canon.Word) bool { return w.Tag >= canon.First && w.Tag <= canon.Third }

func reset(like []float32, place []int32, n int) ([]float32, []int32) {
	like, place = like[:0], place[:0]
	for range n {
		like, place = append(like, 0), append(place, -1)
	}
	return like, place
}

// put records a likeness. Among equals the place nearest to the diagonal wins, so that repeated words pair up in
// reading order.
func (m *Alignment) put(i, j int, s float32) {
	if s > m.Like[i] || s == m.Like[i] && m.nearer(i, j, int(m.Place[i])) {
		m.Like[i], m.Place[i] = s, int32(j)
	}
	if s > m.Back[j] {
		m.Back[j], m.Behind[j] = s, int32(i)
	}
}

func (m *Alignment) nearer(i, j, than int) bool {
	want := i * len(m.B.Words)
	return abs(want-j*len(m.A.Words)) < abs(want-than*len(m.A.Words))
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

// Likeness gives how alike word i of a and word j of b are, 0 to 1; 1 means the same word.
func Likeness(a *Text, i int, b *Text, j int) float32 {
	if a.Words[i].Key == b.Words[j].Key {
		return 1
	}
	return likeness(&a.Words[i], &b.Words[j], sense.Default(), a.Sense[i], b.Sense[j])
}

// likeness of two words with different keys, 0 to 1.
func likeness(v, w *canon.Word, table *sense.Table, i, j int32) float32 {
	if (v.Flags|w.Flags)&canon.Stop != 0 {
		if pronoun(v) && pronoun(w) {
			return pronouns
		}
		return 0
	}
	s := float32(0)
	if !table.Distant(i, j) {
		s = table.Cosine(i, j)
	}
	common := bits.OnesCount64(v.Letters & w.Letters)
	if all := bits.OnesCount64(v.Letters) + bits.OnesCount64(w.Letters); common > 2 && float32(2*common) > spelled*float32(all) {
		s = max(s, float32(2*common)/float32(all))
	}
	return min(s, synonym)
}
