package variant

import "quotidian/matching/variant/likeness"

// meetings remembers which words one word can be: a name meets the same given names again and again under its keys.
type meetings struct {
	word uint32   // whose answers these are
	turn uint32   // of that word
	seen []uint32 // by the number of the other word: twice the turn in which it was asked for, and one more for yes
}

// partners reports whether two words under one key can be one name. A word 0 can be any.
func (m *meetings) partners(forms *likeness.Forms, a, b uint32) bool {
	if a == 0 || b == 0 || a == b {
		return true
	}
	if a != m.word {
		m.word = a
		m.turn++
	}
	for len(m.seen) <= int(b) {
		m.seen = append(m.seen, make([]uint32, len(m.seen)+1)...)
	}
	if m.seen[b]>>1 != m.turn {
		m.seen[b] = m.turn << 1
		if forms.Partners(a, b) {
			m.seen[b]++
		}
	}
	return m.seen[b]&1 == 1
}
