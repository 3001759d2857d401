package library

import (
	"context"
	"iter"
	"slices"

	"quotidian/articles/copies"
	"quotidian/dossier"
)

// Kin is what articles are to each other: versions of one article, and copies of one text in several outlets.
type Kin struct {
	versions [][]dossier.Edition
	copies   [][]dossier.ArticleID
	group    map[dossier.ArticleID]int // the number of an article's group
	groups   [][]dossier.ArticleID     // versions and copies, as they stand together in the list
	// edition is an article's place in versions, copied that of its group in copies: rows ask for both while they scroll.
	edition map[dossier.ArticleID]edition
	copied  map[dossier.ArticleID]int
}

// edition is the place of an article among versions.
type edition struct{ of, at int }

// kinSource is what finding kin needs of a dossier.
type kinSource interface {
	Editions() ([][]dossier.Edition, error)
	EachArticle() iter.Seq2[dossier.ArticlePage, error]
}

// FindKin compares all articles with each other; it goes through every text.
func FindKin(ctx context.Context, src kinSource) (*Kin, error) {
	k := &Kin{group: map[dossier.ArticleID]int{}, edition: map[dossier.ArticleID]edition{}, copied: map[dossier.ArticleID]int{}}
	var err error
	if k.versions, err = src.Editions(); err != nil {
		return nil, err
	}
	var ids []dossier.ArticleID
	var texts []string
	for page, err := range src.EachArticle() {
		if err != nil || ctx.Err() != nil {
			return k, err
		}
		ids, texts = append(ids, page.ID), append(texts, page.Text)
	}
	for _, g := range copies.Groups(texts) {
		group := make([]dossier.ArticleID, len(g))
		for i, at := range g {
			group[i] = ids[at]
		}
		k.copies = append(k.copies, group)
	}
	k.join()
	return k, nil
}

// join notes where each article stands, and puts versions and copies that share an article into one group.
func (k *Kin) join() {
	for of, versions := range k.versions {
		group := make([]dossier.ArticleID, len(versions))
		for at := range versions {
			group[at] = versions[at].Article.ID
			k.edition[group[at]] = edition{of, at}
		}
		k.add(group)
	}
	for of, group := range k.copies {
		for _, id := range group {
			k.copied[id] = of
		}
		k.add(group)
	}
}

func (k *Kin) add(group []dossier.ArticleID) {
	at := -1
	for _, id := range group {
		if n, known := k.group[id]; known {
			at = n
		}
	}
	if at < 0 {
		at = len(k.groups)
		k.groups = append(k.groups, nil)
	}
	for _, id := range group {
		if _, known := k.group[id]; !known {
			k.group[id] = at
			k.groups[at] = append(k.groups[at], id)
		}
	}
}

// Together brings the articles of one group behind the first of them, in the order in which they come.
func (k *Kin) Together(ids []dossier.ArticleID) []dossier.ArticleID {
	members := map[int][]dossier.ArticleID{}
	for _, id := range ids {
		if n, ok := k.group[id]; ok {
			members[n] = append(members[n], id)
		}
	}
	out := make([]dossier.ArticleID, 0, len(ids))
	for _, id := range ids {
		n, ok := k.group[id]
		switch {
		case !ok:
			out = append(out, id)
		case members[n] != nil:
			out = append(out, members[n]...)
			members[n] = nil
		}
	}
	return out
}

// version gives the versions that an article is one of, and its place among them.
func (k *Kin) version(id dossier.ArticleID) (all []dossier.Edition, at int) {
	if e, ok := k.edition[id]; ok {
		return k.versions[e.of], e.at
	}
	return nil, -1
}

// copiesOf gives the other articles with an article's text.
func (k *Kin) copiesOf(id dossier.ArticleID) []dossier.ArticleID {
	of, ok := k.copied[id]
	if !ok {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(k.copies[of]), func(other dossier.ArticleID) bool { return other == id })
}
