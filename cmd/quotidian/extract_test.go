package main

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"quotidian/articles"
	"quotidian/dossier/cores"
)

func TestAnArticleThatBreaksTheReaderCostsNoOther(t *testing.T) {
	items := slices.Values([]articles.Item{
		{Article: &articles.Article{Path: "a.txt", Text: "Orlo said it rained."}},
		{Article: &articles.Article{Path: "broken.txt"}},
		{Article: &articles.Article{Path: "c.txt", Text: "Varga said it snowed."}},
	})
	work := guarded(func(item articles.Item) extractedLine {
		if item.Article != nil && item.Article.Path == "broken.txt" {
			panic("index out of range")
		}
		return extractLine(item, finderFor(false))
	})
	var out, errs bytes.Buffer
	if err := extract(cores.InOrder(t.Context(), items, work), &out, &errs); !errors.Is(err, errFaults) {
		t.Errorf("error %v, want %v", err, errFaults)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 3 || !strings.Contains(lines[0], "it rained") || !strings.Contains(lines[1], `"path":"broken.txt","fault":"internal error`) || !strings.Contains(lines[2], "it snowed") {
		t.Errorf("printed\n%s", out.String())
	}
	if !strings.Contains(errs.String(), "broken.txt") {
		t.Errorf("told %q", errs.String())
	}
}
