package pair

// The keys under which a quote is filed, so that quotes worth comparing meet: its rarest words, and the pairs among
// them. A key depends on the quote alone, never on what else is in the index.
const (
	singleKeys = 8
	pairedKeys = 7
)

// Keys appends the filing keys of p to dst: the exact one first, then single words, then pairs.
func (p *Text) Keys(dst []uint64) []uint64 {
	var top [singleKeys]Member
	rare := top[:p.rarest(&top)]
	dst = append(dst, p.Exact|1)
	for _, m := range rare {
		dst = append(dst, m.Key&^1)
	}
	for i := range min(len(rare), pairedKeys) {
		for j := range i {
			a, b := min(rare[i].Key, rare[j].Key), max(rare[i].Key, rare[j].Key)
			dst = append(dst, (a*0x9E3779B97F4A7C15^b)*0xC2B2AE3D27D4EB4F|1)
		}
	}
	return dst
}

// rarest fills top with the weightiest distinct words, weightiest first, and says how many there are.
func (p *Text) rarest(top *[singleKeys]Member) int {
	count := 0
	for _, m := range p.Set {
		at := count
		for at > 0 && heavier(m, top[at-1]) {
			at--
		}
		if at == singleKeys {
			continue
		}
		count = min(count+1, singleKeys)
		copy(top[at+1:count], top[at:])
		top[at] = m
	}
	return count
}

func heavier(a, b Member) bool {
	if a.Weight != b.Weight {
		return a.Weight > b.Weight
	}
	return a.Key < b.Key
}

// The gate before the full comparison: the share of the lighter text's weight that both have, and the cosine of the
// texts, together. On the development data it keeps 99 of 100 pairs that score, and one of twenty that meet. One
// speaker's quotes are few, so the gate is wider there.
const gate, gateOwn = 0.85, 0.55

// Promising reports whether a pair is worth the full comparison; own says that one speaker said both.
func Promising(a, b *Text, own bool) bool {
	w, _ := a.Shared(b)
	return promising(w/(min(a.Mass, b.Mass)+1e-6), a.Cosine(b), own)
}

func promising(contained float32, cosine float64, own bool) bool {
	least := gate
	if own {
		least = gateOwn
	}
	return float64(contained)+cosine >= least
}
