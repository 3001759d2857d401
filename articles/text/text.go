// Package text reads a plain text file as one article. Line ends are made alike and unreadable bytes marked (see
// [charset]); headline, byline and the rest stay in the text and are found later, but for a block of labelled lines
// above it, which says what the article is. Markdown is read as it is shown. What a page printed around the article is
// left out by [DropFurniture].
package text

import (
	"errors"
	"strings"

	"quotidian/articles"
	"quotidian/articles/charset"
)

// ErrEmpty is what a file gives in which nothing is written.
var ErrEmpty = errors.New("no text in it")

// Read decodes raw as one article. The error is [ErrEmpty] or one of [charset.Decode].
func Read(raw []byte) (*articles.Article, error) {
	a, err := decode(raw)
	if err != nil {
		return nil, err
	}
	show(a)
	return a, nil
}

// ReadAll is [Read] for a file in which several labelled articles may stand, as [Split] parts them.
func ReadAll(raw []byte) ([]*articles.Article, error) {
	a, err := decode(raw)
	if err != nil {
		return nil, err
	}
	texts := pieces(a.Text)
	out := make([]*articles.Article, len(texts))
	for i, piece := range texts {
		one := *a
		if one.Text = piece; len(texts) > 1 {
			one.Repaired = strings.Count(piece, "\ufffd")
		}
		show(&one)
		out[i] = &one
	}
	return out, nil
}

func decode(raw []byte) (*articles.Article, error) {
	t, err := charset.Decode(raw, "")
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(t.String) == "" {
		return nil, ErrEmpty
	}
	return &articles.Article{Format: "text", Text: t.String, Encoding: t.Encoding, Repaired: t.Repaired}, nil
}

// show reads the labels above an article and its Markdown.
func show(a *articles.Article) {
	fenced := readLabels(a)
	if isMarkdown(a.Text, fenced) {
		if said := shown(a.Text); said != "" {
			a.Text = said + "\n"
		}
	}
}
