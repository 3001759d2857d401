package wordings

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"quotidian/matching/wording/pair"
)

// text is one line of train.jsonl, prepared.
type text struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	Cluster int    `json:"cluster"`
	Stratum string `json:"stratum"`
	Block   string `json:"block"`
	Seg     int    `json:"seg"`

	prepared *pair.Text
	order    int // among the texts of its cluster
}

func readCorpus(data string) ([]*text, error) {
	f, err := os.Open(filepath.Join(data, "wordings", "train.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var p pair.Preparer
	var out []*text
	seen := map[int]int{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		t := &text{}
		if err := json.Unmarshal(lines.Bytes(), t); err != nil {
			return nil, err
		}
		t.prepared = p.Prepare(t.Text, nil)
		t.order = seen[t.Cluster]
		seen[t.Cluster]++
		out = append(out, t)
	}
	return out, lines.Err()
}

// folds cuts the corpus into two by source file, so that no story is on both sides.
func folds(texts []*text) [2][]*text {
	size := map[string]int{}
	for _, t := range texts {
		size[t.Block]++
	}
	var blocks []string
	for b := range size {
		blocks = append(blocks, b)
	}
	slices.SortFunc(blocks, func(a, b string) int {
		if size[a] != size[b] {
			return size[b] - size[a]
		}
		if a < b {
			return -1
		}
		return 1
	})
	side, total := map[string]int{}, [2]int{}
	for _, b := range blocks {
		s := 0
		if total[1] < total[0] {
			s = 1
		}
		side[b] = s
		total[s] += size[b]
	}
	var out [2][]*text
	for _, t := range texts {
		out[side[t.Block]] = append(out[side[t.Block]], t)
	}
	return out
}

// thin keeps what the held-out set has of each cluster: up to five variants of a quotation, two of a sentence.
func thin(texts []*text) []*text {
	var out []*text
	for _, t := range texts {
		if t.Stratum == "quote" && t.order < 5 || t.Stratum != "quote" && t.order < 2 {
			out = append(out, t)
		}
	}
	return out
}
