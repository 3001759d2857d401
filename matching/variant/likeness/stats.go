package likeness

import (
	"math"
	"slices"

	"quotidian/matching/variant/edit"
)

// Stats says how common words are and which letters follow which. Both tell a telling agreement (a rare word,
// rare letters) from a cheap one (Ali, -ov).
type Stats struct {
	// hashes are the hashed folded words in ascending order, counts how often each was seen, rounded to steps of
	// half a bit: count = 2^(steps/2).
	hashes []uint32
	counts []uint8
	// total is the number of words seen.
	total float64
	// trigrams[i][j][k] is the log probability of letter k after i, j; the edge of a word is letter edge.
	trigrams []float32
}

const edge = edit.Letters

const gramSide = edit.Letters + 1

// countBase is the ratio of one step of a stored count.
const countBase = math.Sqrt2

// wordHash is FNV-1a over the folded word. Two words in a hundred thousand collide; their counts are added.
func wordHash(word string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}

// NewStats counts words: how often each folded word was seen.
func NewStats(counts map[string]float64) *Stats {
	sums := map[uint32]float64{}
	s := &Stats{}
	words := make([]string, 0, len(counts))
	for w := range counts {
		words = append(words, w)
	}
	slices.Sort(words) // float sums depend on their order
	for _, w := range words {
		sums[wordHash(w)] += counts[w]
		s.total += counts[w]
	}
	for h := range sums {
		s.hashes = append(s.hashes, h)
	}
	slices.Sort(s.hashes)
	for _, h := range s.hashes {
		steps := math.Round(math.Log(max(1, sums[h])) / math.Log(countBase))
		s.counts = append(s.counts, uint8(min(255, steps)))
	}
	s.countLetters(words)
	return s
}

// countLetters builds the letter model from distinct words: interpolated trigrams, bigrams and single letters
// with fixed weights.
func (s *Stats) countLetters(words []string) {
	uni := make([]float64, gramSide)
	bi := make([]float64, gramSide*gramSide)
	tri := make([]float64, gramSide*gramSide*gramSide)
	for _, w := range words {
		p, q := edge, edge
		for _, c := range append(edit.Encode(nil, w), edge) {
			k := int(c)
			uni[k]++
			bi[q*gramSide+k]++
			tri[(p*gramSide+q)*gramSide+k]++
			p, q = q, k
		}
	}
	share(uni, gramSide)
	share(bi, gramSide)
	share(tri, gramSide)
	s.trigrams = make([]float32, len(tri))
	for i := range tri {
		v := 0.6*tri[i] + 0.3*bi[i%(gramSide*gramSide)] + 0.09*uni[i%gramSide] + 0.01/gramSide
		s.trigrams[i] = -float32(min(255, math.Round(-math.Log(v)*trigramSteps))) / trigramSteps // as stored
	}
}

// share turns every run of n counts into shares of its sum.
func share(counts []float64, n int) {
	for i := 0; i < len(counts); i += n {
		sum := 0.0
		for _, v := range counts[i : i+n] {
			sum += v
		}
		for k := range counts[i : i+n] {
			if sum > 0 {
				counts[i+k] /= sum
			}
		}
	}
}

// Count is how often a folded word was seen, 0 when never.
func (s *Stats) Count(word string) float64 {
	i, ok := slices.BinarySearch(s.hashes, wordHash(word))
	if !ok {
		return 0
	}
	return math.Pow(countBase, float64(s.counts[i]))
}

// Rarity is the negative log share of a word among all words, in nats; an unseen word is a little rarer than
// one seen once.
func (s *Stats) Rarity(word string) float32 {
	c := s.Count(word)
	if c == 0 {
		c = 0.5
	}
	return float32(math.Log(s.total / c))
}

// surprise is the negative log probability of a word's letters, in nats.
func (s *Stats) surprise(code []edit.Letter) float32 {
	p, q := edge, edge
	sum := float32(0)
	for _, c := range code {
		sum -= s.trigrams[(p*gramSide+q)*gramSide+int(c)]
		p, q = q, int(c)
	}
	return sum - s.trigrams[(p*gramSide+q)*gramSide+edge]
}
