package main

import (
	"fmt"
	"strings"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/dossier/decision"
)

// missedQuote makes the decision of "decide missed-quote ARTICLE PLACE NAME".
func missedQuote(d *dossier.Dossier, args []string) (dec decision.Decision, err error) {
	known, err := idsOf(d)
	if err != nil {
		return dec, err
	}
	id, err := known.find(args[0])
	if err != nil {
		return dec, err
	}
	page, err := d.Article(dossier.ArticleID(id))
	if err != nil {
		return dec, err
	}
	at, err := placeOf(page.Text, args[1])
	if err != nil {
		return dec, err
	}
	ref, err := d.Missed(page.ID, at)
	return decision.Decision{Kind: decision.MissedQuote, Targets: []string{ref}, Value: known.speakerID(d, args[2])}, err
}

// placeOf reads a place of a text: START-END in code points, end exclusive, or words that stand there once.
func placeOf(text, place string) (at articles.Span, err error) {
	var from, to int
	if n, err := fmt.Sscanf(place, "%d-%d", &from, &to); n == 2 && err == nil && fmt.Sprintf("%d-%d", from, to) == place {
		var edges []int
		for i := range text {
			edges = append(edges, i)
		}
		edges = append(edges, len(text))
		if from < 0 || to <= from || to >= len(edges) {
			return at, fmt.Errorf("%s: the article has %d code points", place, len(edges)-1)
		}
		return articles.Span{Start: edges[from], End: edges[to]}, nil
	}
	switch n := strings.Count(text, place); {
	case n == 0 || place == "":
		return at, fmt.Errorf("%q: not in the article; give the words as they are printed, or START-END", place)
	case n > 1:
		return at, fmt.Errorf("%q: %d times in the article; give more words, or START-END", place, n)
	}
	start := strings.Index(text, place)
	return articles.Span{Start: start, End: start + len(place)}, nil
}
