package names

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"quotidian/attribution/name"
	"quotidian/matching/variant/edit"
	"quotidian/matching/variant/likeness"
)

// minTokenLikeness is the Levenshtein similarity below which two words said to be variants are taken for
// translations or errors of the list and left out.
const minTokenLikeness = 0.45

// variantWeight is what a pair of aligned words from labelled person names counts against one from the token
// list, which is noisier and further from news.
const variantWeight = 2

// tokens is the list of token variants: the pairs to learn edit costs from and how often each token was seen.
type tokens struct {
	pairs  []variantPair
	counts map[string]float64
}

// readTokens reads the NETransliteration list: token, token, 1, script, foreign form, counts of both. Variants
// through scripts that do not spell by sound (Chinese, Korean, katakana) teach the wrong operations and only
// count as words seen.
func readTokens(path string) (*tokens, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	t := &tokens{counts: map[string]float64{}}
	sc := bufio.NewScanner(f)
	for line := 1; sc.Scan(); line++ {
		x := strings.Split(sc.Text(), "\t")
		if len(x) < 7 {
			return nil, fmt.Errorf("%s:%d: %d fields", path, line, len(x))
		}
		if line == 1 {
			continue
		}
		a, b := name.Fold(x[0]), name.Fold(x[1])
		t.see(a, x[5])
		t.see(b, x[6])
		if x[3] != "chinese" && x[3] != "korean" && x[3] != "katakana" && a != b && likeWords(a, b) >= minTokenLikeness {
			t.pairs = appendVariant(t.pairs, a, b, 1)
		}
	}
	return t, sc.Err()
}

// see keeps the largest count a token is listed with: the list repeats it with every variant.
func (t *tokens) see(token, count string) {
	if n, err := strconv.ParseFloat(count, 64); err == nil && token != "" && !strings.Contains(token, " ") {
		t.counts[token] = max(t.counts[token], n)
	}
}

func appendVariant(dst []variantPair, a, b string, weight float64) []variantPair {
	if len(a) < 2 || len(b) < 2 || len(a) > 20 || len(b) > 20 || strings.Contains(a+b, " ") {
		return dst
	}
	return append(dst, variantPair{edit.Encode(nil, a), edit.Encode(nil, b), weight})
}

// likeWords is one minus the Levenshtein distance over the longer length, in bytes.
func likeWords(a, b string) float64 {
	longest := max(len(a), len(b))
	if longest == 0 {
		return 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diag
			if a[i-1] != b[j-1] {
				cost++
			}
			diag, row[j] = row[j], min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return 1 - float64(row[len(b)])/float64(longest)
}

// resources builds the edit operations and the statistics from the token list and those pairs that keep admits.
func resources(t *tokens, pairs []Pair, keep func(i int) bool) ([]edit.Operation, *likeness.Stats) {
	data, stats := material(t, pairs, keep)
	return learnOperations(data), stats
}

// material gathers the variants that operations are learned from, and counts words.
func material(t *tokens, pairs []Pair, keep func(i int) bool) ([]variantPair, *likeness.Stats) {
	data := slices.Clone(t.pairs)
	counts := map[string]float64{}
	for w, n := range t.counts {
		counts[w] = n
	}
	seen := map[string]bool{}
	for i, p := range pairs {
		if !keep(i) {
			continue
		}
		a, b := name.Parse(p.A), name.Parse(p.B)
		countWords(counts, seen, a)
		countWords(counts, seen, b)
		if p.Same {
			data = appendAligned(data, a, b)
		}
	}
	return data, likeness.NewStats(counts)
}

// countWords counts the words of a name once.
func countWords(counts map[string]float64, seen map[string]bool, n name.Name) {
	key := n.Folded()
	if seen[key] {
		return
	}
	seen[key] = true
	for _, w := range n.Words {
		counts[w.Fold]++
	}
}

// appendAligned adds the words of two spellings that resemble each other most, one to one.
func appendAligned(dst []variantPair, a, b name.Name) []variantPair {
	used := make([]bool, len(b.Words))
	for _, x := range a.Words {
		best, at := minTokenLikeness, -1
		for j, y := range b.Words {
			if s := likeWords(x.Fold, y.Fold); !used[j] && s > best {
				best, at = s, j
			}
		}
		if at >= 0 {
			used[at] = true
			dst = appendVariant(dst, x.Fold, b.Words[at].Fold, variantWeight)
		}
	}
	return dst
}
