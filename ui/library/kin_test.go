package library

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"quotidian/dossier"
)

// shelf is a dossier of four articles: b was changed into d, and c prints the text of a.
type shelf struct{}

func (shelf) Editions() ([][]dossier.Edition, error) {
	return [][]dossier.Edition{{{Article: dossier.ArticleInfo{ID: "b"}}, {Article: dossier.ArticleInfo{ID: "d"}}}}, nil
}

func (shelf) EachArticle() iter.Seq2[dossier.ArticlePage, error] {
	return func(yield func(dossier.ArticlePage, error) bool) {
		for _, id := range []string{"a", "b", "c", "d"} {
			var text strings.Builder
			for i := range 400 {
				word := "word"
				if id == "b" || id == "d" {
					word = id
				}
				text.WriteString(word + strings.Repeat("x", i%37) + string(rune('a'+i*7%26)) + " ")
			}
			if !yield(dossier.ArticlePage{ArticleInfo: dossier.ArticleInfo{ID: dossier.ArticleID(id)}, Text: text.String()}, nil) {
				return
			}
		}
	}
}

func TestKinStandTogether(t *testing.T) {
	k, err := FindKin(t.Context(), shelf{})
	if err != nil {
		t.Fatal(err)
	}
	got := k.Together([]dossier.ArticleID{"e", "d", "c", "b", "a"})
	if want := []dossier.ArticleID{"e", "d", "b", "c", "a"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
	if tags := k.Tags("d"); len(tags) != 1 || tags[0].Text != "version 2 of 2" {
		t.Errorf("tags of d: %+v", tags)
	}
	if tags := k.Tags("a"); len(tags) != 1 || tags[0].Text != "same text in 2" {
		t.Errorf("tags of a: %+v", tags)
	}
	if tags := k.Tags("e"); tags != nil {
		t.Errorf("an article of which nothing is known: %+v", tags)
	}
}
