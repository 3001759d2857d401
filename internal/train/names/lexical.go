package names

import (
	"bufio"
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"quotidian/assets/lexicon"
	"quotidian/attribution/name"
	"quotidian/matching/variant/likeness"
)

// scriptIndex numbers the scripts of the token list.
var scriptIndex = map[string]int{"russian": 0, "katakana": 1, "arabic": 2, "hebrew": 3, "korean": 4, "chinese": 5}

// scriptTrust weighs the scripts: those that write every vowel tell names apart, the others less.
var scriptTrust = [likeness.Scripts]float64{1, 1, 0.5, 0.5, 0.5, 0.3}

// foreign holds how often a word was seen with each foreign form, by script.
type foreign [likeness.Scripts]map[string]int

// readLexical builds the lexical table from the token list and the lists of nicknames.
func readLexical(dir string) (*likeness.Lexical, error) {
	forms, err := readForeign(pairFile(dir, "token_variants_netranslit"))
	if err != nil {
		return nil, err
	}
	nicknames, err := readNicknames(filepath.Join(dir, "names", "gazetteers", "nicknames_carltonnorthern.csv"))
	if err != nil {
		return nil, err
	}
	variants, err := ReadPairs(pairFile(dir, "given_name_variants_hmni"))
	if err != nil {
		return nil, err
	}
	for _, f := range lexicon.Lines("common/short-names.tsv") {
		for _, long := range f[1:] {
			nicknames = append(nicknames, [2]string{f[0], long})
		}
	}
	for _, v := range variants {
		nicknames = append(nicknames, [2]string{name.Fold(v.A), name.Fold(v.B)})
	}
	seen := map[string][likeness.Scripts]int{}
	for w, f := range forms {
		var counts [likeness.Scripts]int
		for s := range f {
			for _, n := range f[s] {
				counts[s] += n
			}
		}
		seen[w] = counts
	}
	return likeness.NewLexical(seen, affinities(forms, seen), nicknames), nil
}

func readForeign(path string) (map[string]*foreign, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	forms := map[string]*foreign{}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		x := strings.Split(sc.Text(), "\t")
		s, ok := scriptIndex[x[3]]
		if !ok {
			continue
		}
		for side := range 2 {
			w := name.Fold(x[side])
			n, err := strconv.Atoi(x[5+side])
			if err != nil || w == "" {
				continue
			}
			if forms[w] == nil {
				forms[w] = &foreign{}
			}
			if forms[w][s] == nil {
				forms[w][s] = map[string]int{}
			}
			forms[w][s][x[4]] = max(forms[w][s][x[4]], n)
		}
	}
	return forms, sc.Err()
}

// affinities computes the share for every two words that have a foreign form in common.
func affinities(forms map[string]*foreign, seen map[string][likeness.Scripts]int) []likeness.Affinity {
	byForm := map[string][]string{}
	for w, f := range forms {
		for s := range f {
			for form := range f[s] {
				key := strconv.Itoa(s) + form
				byForm[key] = append(byForm[key], w)
			}
		}
	}
	done := map[[2]string]bool{}
	var out []likeness.Affinity
	for _, words := range byForm {
		for _, a := range words {
			for _, b := range words {
				if k := [2]string{a, b}; a < b && !done[k] {
					done[k] = true
					out = append(out, likeness.Affinity{A: a, B: b, Share: share(forms[a], forms[b], seen[a], seen[b])})
				}
			}
		}
	}
	slices.SortFunc(out, func(x, y likeness.Affinity) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return out
}

// share is the overlap of two words' foreign forms, averaged over the scripts both were seen in.
func share(a, b *foreign, na, nb [likeness.Scripts]int) float64 {
	overlap, weight := 0.0, 0.0
	for s := range likeness.Scripts {
		if na[s] == 0 || nb[s] == 0 {
			continue
		}
		w := scriptTrust[s] * float64(min(na[s], nb[s]))
		weight += w
		common := 0.0
		for _, form := range sortedKeys(a[s]) {
			common += min(float64(a[s][form])/float64(na[s]), float64(b[s][form])/float64(nb[s]))
		}
		overlap += w * common
	}
	if weight == 0 {
		return 0
	}
	return overlap / weight
}

func sortedKeys(m map[string]int) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// readNicknames reads the list of nicknames: name, relation, name.
func readNicknames(path string) ([][2]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out [][2]string
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		if x := strings.Split(sc.Text(), ","); len(x) == 3 && x[1] == "has_nickname" {
			out = append(out, [2]string{name.Fold(x[0]), name.Fold(x[2])})
		}
	}
	return out, sc.Err()
}
