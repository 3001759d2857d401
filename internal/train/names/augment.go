package names

import (
	"cmp"
	"slices"
	"strings"

	"quotidian/attribution/name"
)

// Weights of the rows that are added to the labelled pairs, against 1 for those.
const (
	aliasWeight = 0.5 // two names of one entity that the labelled pairs do not hold
	rivalWeight = 0.2 // two names of two entities that share a key, at the frequency a user meets
	madeWeight  = 0.3 // names made by exchanging one word
)

// Rivals of which less than hardRival is contained in each other teach little: every so many-th of them is kept.
const (
	hardRival  = 0.55
	rivalShare = 40
)

// sample is an added pair.
type sample struct {
	a, b   name.Name
	fold   [2]int
	same   bool
	weight float64
}

// sources whose entities are listed once: pools of them hold true negatives.
var listedOnce = []string{"everypolitician-2015", "ofac-sdn", "un-sc"}

// poolSamples gives the alias pairs and a share of the rival pairs of every source.
func poolSamples(pairs []Pair) []sample {
	var out []sample
	for _, source := range append([]string{"petrarch-phoenix"}, listedOnce...) {
		entries := pool(pairs, folds, func(p Pair) bool { return p.Source == source })
		found, missed := poolPairs(entries)
		for _, q := range slices.Concat(found, missed) {
			a, b := entries[q[0]], entries[q[1]]
			s := sample{a.parsed, b.parsed, [2]int{a.fold, b.fold}, a.entity == b.entity, aliasWeight}
			if s.same && !related(a.parsed, b.parsed) {
				continue
			}
			if !s.same {
				if !slices.Contains(listedOnce, source) {
					continue
				}
				s.weight = rivalWeight
			}
			out = append(out, s)
		}
	}
	return out
}

// The words exchanged in made names: seen at least minSteps (in digits of their count), differing by at most
// two letters, and either two names (no foreign form shared) or spellings of one.
const (
	minSteps  = 3
	twoNames  = -3.0
	oneName   = 2.0
	leastLike = 0.45
)

// exchange lists for a word the words it may be confused with and those that spell the same name.
type exchange struct{ rivals, variants []string }

// exchanges finds both kinds among the known words.
func exchanges(know *knowledge) map[string]*exchange {
	nicknames := map[[2]string]bool{}
	for _, n := range know.nicknames {
		nicknames[n] = true
	}
	var words []string
	for w, f := range know.forms {
		if len(w) >= 3 && !strings.Contains(w, " ") && steps(f) >= minSteps {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	out := map[string]*exchange{}
	for _, p := range neighbours(words) {
		a, b := p[0], p[1]
		if nicknames[[2]string{a, b}] || nicknames[[2]string{b, a}] || likeWords(a, b) < leastLike {
			continue
		}
		switch k := know.lexical.Kinship(a, b); {
		case k <= twoNames:
			at(out, a).rivals = append(at(out, a).rivals, b)
			at(out, b).rivals = append(at(out, b).rivals, a)
		case k >= oneName:
			at(out, a).variants = append(at(out, a).variants, b)
			at(out, b).variants = append(at(out, b).variants, a)
		}
	}
	return out
}

func at(m map[string]*exchange, w string) *exchange {
	if m[w] == nil {
		m[w] = &exchange{}
	}
	return m[w]
}

func steps(f *foreign) int {
	most := 0
	for s := range f {
		sum := 0
		for _, n := range f[s] {
			sum += n
		}
		digits := 0
		for ; sum > 0; sum >>= 1 {
			digits++
		}
		most = max(most, digits)
	}
	return most
}

// neighbours gives the pairs of words that become equal when each loses at most two letters, in order.
func neighbours(words []string) [][2]string {
	type hit struct {
		key  string
		word int32
	}
	var hits []hit
	for i, w := range words {
		for _, k := range deletions(w) {
			hits = append(hits, hit{k, int32(i)})
		}
	}
	slices.SortFunc(hits, func(x, y hit) int { return cmp.Or(strings.Compare(x.key, y.key), cmp.Compare(x.word, y.word)) })
	seen := map[[2]int32]bool{}
	var out [][2]string
	for lo := 0; lo < len(hits); {
		hi := lo
		for hi < len(hits) && hits[hi].key == hits[lo].key {
			hi++
		}
		for i := lo; i < hi; i++ {
			for j := i + 1; j < hi; j++ {
				if k := [2]int32{hits[i].word, hits[j].word}; k[0] != k[1] && !seen[k] {
					seen[k] = true
					out = append(out, [2]string{words[k[0]], words[k[1]]})
				}
			}
		}
		lo = hi
	}
	slices.SortFunc(out, func(x, y [2]string) int { return cmp.Or(strings.Compare(x[0], y[0]), strings.Compare(x[1], y[1])) })
	return out
}

// deletions gives a word and all that is left of it without one or two letters; two only from six letters on.
func deletions(w string) []string {
	out := []string{w}
	for i := range len(w) {
		one := w[:i] + w[i+1:]
		out = append(out, one)
		for j := i; j < len(one) && len(w) >= 6; j++ {
			out = append(out, one[:j]+one[j+1:])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// madeSamples exchanges one word in each labelled name: for a rival, which makes another person, and for a variant,
// which makes another spelling. Which word, and for what, follows from the name's own hash.
func madeSamples(pairs []Pair, ex map[string]*exchange) []sample {
	entries := pool(pairs, folds, func(Pair) bool { return true })
	var out []sample
	for _, e := range entries {
		if len(e.parsed.Words) < 2 || len(e.parsed.Words) > 4 {
			continue
		}
		h := bucket(e.name, 1<<16)
		for _, same := range []bool{false, true} {
			if b, ok := exchanged(e.parsed, ex, h, same); ok {
				out = append(out, sample{e.parsed, name.Parse(b), [2]int{e.fold, e.fold}, same, madeWeight})
			}
		}
	}
	return out
}

// exchanged gives the name with one word exchanged.
func exchanged(n name.Name, ex map[string]*exchange, h int, same bool) (string, bool) {
	for k := range n.Words {
		i := (h + k) % len(n.Words)
		x := ex[n.Words[i].Fold]
		if x == nil || n.Words[i].Particle != "" {
			continue
		}
		list := x.rivals
		if same {
			list = x.variants
		}
		if len(list) == 0 {
			continue
		}
		var b strings.Builder
		for j, w := range n.Words {
			if j > 0 {
				b.WriteByte(' ')
			}
			if w.Particle != "" {
				b.WriteString(w.Particle + " ")
			}
			if j == i {
				s := list[h%len(list)]
				b.WriteString(strings.ToUpper(s[:1]) + s[1:])
				continue
			}
			b.WriteString(w.Text)
		}
		return b.String(), true
	}
	return "", false
}
