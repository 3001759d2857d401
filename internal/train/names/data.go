// Package names trains the name model of matching/variant: the edit costs, the word statistics, the trees for
// persons and organisations and their calibration.
//
// It reads labelled pairs and gives one file of bytes; the same data gives the same bytes. Every choice was made
// by cross-validation over the training half, folds cut by connected entities so that no person stands on
// both sides; the held-out half of the data was never read here.
package names

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
)

// Pair is a labelled pair of names.
type Pair struct {
	A, B     string
	Same     bool
	Source   string
	Kind     string
	IDA, IDB string
}

// ReadPairs reads a file of pairs with a header line: name_a, name_b, same, source, kind, region, id_a, id_b.
func ReadPairs(path string) ([]Pair, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Pair
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for line := 1; sc.Scan(); line++ {
		x := strings.Split(sc.Text(), "\t")
		if len(x) < 5 {
			return nil, fmt.Errorf("%s:%d: %d fields", path, line, len(x))
		}
		if line == 1 {
			continue
		}
		x = append(x, "", "", "")
		out = append(out, Pair{A: x[0], B: x[1], Same: x[2] == "1", Source: x[3], Kind: x[4], IDA: x[6], IDB: x[7]})
	}
	return out, sc.Err()
}

func pairFile(data, name string) string { return filepath.Join(data, "names", "pairs", name+".tsv") }

// Folds gives the two entities of every pair a fold below n each, such that entities that are one person by any
// pair share a fold. A pair is scored in the fold of its first entity, and trains only where neither entity's
// fold is the one left out.
func Folds(pairs []Pair, n int) [][2]int {
	out := make([][2]int, len(pairs))
	for i, p := range personsOf(pairs) {
		out[i] = [2]int{bucket(p[0], n), bucket(p[1], n)}
	}
	return out
}

// personsOf gives the two persons of every pair; entities that are one by any pair have one name.
func personsOf(pairs []Pair) [][2]string {
	parent := map[string]string{}
	for _, p := range pairs {
		a, b := root(parent, p.IDA), root(parent, p.IDB)
		if p.Same && a != b {
			parent[max(a, b)] = min(a, b)
		}
	}
	out := make([][2]string, len(pairs))
	for i, p := range pairs {
		out[i] = [2]string{root(parent, p.IDA), root(parent, p.IDB)}
	}
	return out
}

func bucket(id string, n int) int {
	h := fnv.New32a()
	h.Write([]byte(id))
	return int(h.Sum32() % uint32(n))
}

func root(parent map[string]string, id string) string {
	for {
		p, ok := parent[id]
		if !ok || p == id {
			return id
		}
		id = p
	}
}
