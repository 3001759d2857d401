package wordings

import (
	"math/rand/v2"
	"strings"

	"quotidian/matching/wording/pair"
)

// shortest is the least number of words that a quotation is trimmed to.
const shortest = 4

// trimmed gives a piece of s as an outlet with less room would print it: its beginning, its end, a stretch from
// within, or both ends with the middle left out; keep is the share of words kept. It gives "" when s is too short.
func trimmed(s string, keep float64, rng *rand.Rand) string {
	f := strings.Fields(s)
	n := len(f)
	k := max(shortest, int(float64(n)*keep))
	if k >= n-1 {
		return ""
	}
	begin := 0
	switch rng.IntN(5) {
	case 0, 1:
	case 2:
		begin = n - k
	case 3:
		begin = rng.IntN(n - k + 1)
	default:
		head := 1 + rng.IntN(k-1)
		return strings.Join(append(append([]string(nil), f[:head]...), f[n-k+head:]...), " ")
	}
	return strings.Join(f[begin:begin+k], " ")
}

// pieces gives, for texts of the pool, a trimmed printing each, with the cluster and place of its parent.
func pieces(pool []*text, rng *rand.Rand) []*text {
	var p pair.Preparer
	var out []*text
	for _, t := range pool {
		if t.Stratum == "single" || t.order%2 == 1 {
			continue
		}
		if s := trimmed(t.Text, 0.2+0.55*rng.Float64(), rng); s != "" {
			c := *t
			c.Text, c.prepared = s, p.Prepare(s, nil)
			out = append(out, &c)
		}
	}
	return out
}
