package wordings

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"quotidian/matching/wording/canon"
)

// readBible reads the verse-aligned translations of dir and gives, for each verse that two or more of them have,
// its texts. Files and verses come in a fixed order.
func readBible(dir string) ([][]string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	verses := map[string][]string{}
	var order []string
	for _, f := range files {
		if err := readVerses(f, func(id, text string) {
			if verses[id] == nil {
				order = append(order, id)
			}
			verses[id] = append(verses[id], text)
		}); err != nil {
			return nil, err
		}
	}
	var out [][]string
	for _, id := range order {
		if len(verses[id]) > 1 {
			out = append(out, verses[id])
		}
	}
	return out, nil
}

// readVerses calls each for every verse that has a text: lines "### Book" and "[chapter:verse] text".
func readVerses(path string, each func(id, text string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	book := ""
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		if b, ok := strings.CutPrefix(line, "### "); ok {
			book = b
			continue
		}
		number, text, ok := strings.Cut(line, "]")
		if text = strings.TrimSpace(text); ok && text != "" {
			each(book+number, text)
		}
	}
	return lines.Err()
}

// bags turns the texts of each group into the vocabulary's word numbers, unknown words and numbers left out, and
// drops texts of fewer than four known words.
func (v *vocabulary) bags(groups [][]string) [][][]int32 {
	var scan canon.Scanner
	var words []canon.Word
	var out [][][]int32
	for _, g := range groups {
		var bags [][]int32
		for _, text := range g {
			words = scan.Scan(words[:0], text, nil)
			var bag []int32
			for _, w := range words {
				if i, ok := v.index[w.Key]; ok {
					bag = append(bag, i)
				}
			}
			if len(bag) >= 4 {
				bags = append(bags, bag)
			}
		}
		if len(bags) > 1 {
			out = append(out, bags)
		}
	}
	return out
}
