package likeness

import "slices"

// Scripts is the number of foreign scripts the lexical table was counted in.
const Scripts = 6

// Lexical knows which words are spellings of one name and which are two names, as far as both were seen often
// enough in a list of names with their forms in other scripts. Maria and Marina differ by a letter and are two
// names; Sergei and Sergey are one; letters alone cannot tell.
type Lexical struct {
	// seen lists the words, hashed and ascending, and how often each was seen in each script, as log2 steps.
	seenHash  []uint32
	seenSteps [][Scripts]uint8
	// keys and shares are a hash table with open addressing from pairs of words to the share of foreign forms they have
	// in common, in 1/255; 0 keys are empty. A pair is kept by the upper half of its hash, at a place that the lower half
	// gives, so that strangers meet once in thousands of millions: a dossier compares millions of words.
	keys   []uint32
	shares []uint8
	// nicknames is the set of pairs of given names of which one is used for the other.
	nicknames []uint64
}

// Affinity is the share of foreign forms that two words have in common.
type Affinity struct {
	A, B  string
	Share float64
}

// NewLexical builds the table. seen holds for each folded word how often it was seen in each script.
func NewLexical(seen map[string][Scripts]int, variants []Affinity, nicknames [][2]string) *Lexical {
	l := &Lexical{}
	byHash := map[uint32][Scripts]uint8{}
	for w, counts := range seen {
		steps := byHash[wordHash(w)]
		for s, n := range counts {
			steps[s] = max(steps[s], log2Steps(n))
		}
		byHash[wordHash(w)] = steps
	}
	for h := range byHash {
		l.seenHash = append(l.seenHash, h)
	}
	slices.Sort(l.seenHash)
	for _, h := range l.seenHash {
		l.seenSteps = append(l.seenSteps, byHash[h])
	}
	keys := map[uint64]uint8{}
	for _, v := range variants {
		k := pairHash(wordHash(v.A), wordHash(v.B))
		keys[k] = max(keys[k], uint8(255*v.Share+0.5))
	}
	l.fillTable(keys)
	for _, n := range nicknames {
		l.nicknames = append(l.nicknames, pairHash(wordHash(n[0]), wordHash(n[1])))
	}
	slices.Sort(l.nicknames)
	l.nicknames = slices.Compact(l.nicknames)
	return l
}

// log2Steps is the number of binary digits of n: 0 for none, 1 for one, 2 for two or three.
func log2Steps(n int) (steps uint8) {
	for ; n > 0; n >>= 1 {
		steps++
	}
	return steps
}

func (l *Lexical) fillTable(pairs map[uint64]uint8) {
	order := make([]uint64, 0, len(pairs))
	for k := range pairs {
		order = append(order, k)
	}
	slices.Sort(order)
	size := 16
	for size < 2*len(order) {
		size *= 2
	}
	l.keys, l.shares = make([]uint32, size), make([]uint8, size)
	for _, k := range order {
		i := l.slot(k)
		l.keys[i], l.shares[i] = upper(k), max(l.shares[i], pairs[k])
	}
}

// slot is where a pair is or would go.
func (l *Lexical) slot(pair uint64) int {
	mask := len(l.keys) - 1
	i := int(pair & uint64(mask))
	for key := upper(pair); l.keys[i] != 0 && l.keys[i] != key; {
		i = (i + 1) & mask
	}
	return i
}

// upper is the half of a pair's hash that the table keeps, never 0.
func upper(pair uint64) uint32 { return max(1, uint32(pair>>32)) }

// pairHash mixes two word hashes into one that does not depend on their order (the finaliser of SplitMix64).
func pairHash(a, b uint32) uint64 {
	x := uint64(min(a, b))<<32 | uint64(max(a, b))
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// seen gives how often a word was seen in each script, as log2 steps.
func (l *Lexical) seen(hash uint32) [Scripts]uint8 {
	if i, ok := slices.BinarySearch(l.seenHash, hash); ok {
		return l.seenSteps[i]
	}
	return [Scripts]uint8{}
}

// share is what two words have in common, 0 where no foreign form is shared.
func (l *Lexical) share(a, b uint32) float32 {
	return float32(l.shares[l.slot(pairHash(a, b))]) / 255
}

func (l *Lexical) nickname(a, b uint32) bool {
	_, ok := slices.BinarySearch(l.nicknames, pairHash(a, b))
	return ok
}

// Words that share at least minShare of their foreign forms are at least knownLeast alike, at most knownMost.
const (
	minShare   = 0.25
	knownLeast = 0.60
	knownMost  = 0.90
)

// vouched is how alike two words are for what the table knows of them, 0 for nothing: spellings of one name where both are
// listed, a name and its short form where one is a given name.
func (l *Lexical) vouched(a, b uint32, listed, given bool) float32 {
	if listed {
		if share := l.share(a, b); share >= minShare {
			return knownLeast + (knownMost-knownLeast)*share
		}
	}
	if given && l.nickname(a, b) {
		return knownLeast
	}
	return 0
}

// kinship is what the table says of two different words: positive when they are spellings of one name, negative
// when both are known and never share a form, 0 when it cannot tell. Its size grows with how often the rarer of
// the two was seen.
func (l *Lexical) kinship(x, y *word) float32 {
	most := uint8(0)
	for s := range Scripts {
		most = max(most, min(x.seen[s], y.seen[s]))
	}
	if most == 0 {
		return 0
	}
	return (2*l.share(x.hash, y.hash) - 1) * float32(most)
}
