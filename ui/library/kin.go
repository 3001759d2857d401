package library

import (
	"context"
	"iter"
	"slices"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/articles/copies"
	"quotidian/dossier"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Kin is what articles are to each other: versions of one article, and copies of one text in several outlets.
type Kin struct {
	versions [][]dossier.Edition
	copies   [][]dossier.ArticleID
	group    map[dossier.ArticleID]int // the number of an article's group
	groups   [][]dossier.ArticleID     // versions and copies, as they stand together in the list
}

// kinSource is what finding kin needs of a dossier.
type kinSource interface {
	Editions() ([][]dossier.Edition, error)
	EachArticle() iter.Seq2[dossier.ArticlePage, error]
}

// FindKin compares all articles with each other; it goes through every text.
func FindKin(ctx context.Context, src kinSource) (*Kin, error) {
	k := &Kin{group: map[dossier.ArticleID]int{}}
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

// join puts versions and copies that share an article into one group.
func (k *Kin) join() {
	for _, v := range k.versions {
		var group []dossier.ArticleID
		for i := range v {
			group = append(group, v[i].Article.ID)
		}
		k.add(group)
	}
	for _, group := range k.copies {
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

// Tags are the badges of an article that has kin.
func (k *Kin) Tags(id dossier.ArticleID) []widget.Tag {
	var out []widget.Tag
	if v, at := k.version(id); v != nil {
		out = append(out, widget.Tag{Text: say.T("version %d of %d", at+1, len(v)), Ground: look.Notable, Ink: look.OnNotable})
	}
	if c := k.copiesOf(id); len(c) > 0 {
		out = append(out, widget.Tag{Text: say.T("same text in %d", len(c)+1), Ground: look.Slight, Ink: look.OnSlight})
	}
	return out
}

// version gives the versions that an article is one of, and its place among them.
func (k *Kin) version(id dossier.ArticleID) (all []dossier.Edition, at int) {
	for _, v := range k.versions {
		if i := slices.IndexFunc(v, func(e dossier.Edition) bool { return e.Article.ID == id }); i >= 0 {
			return v, i
		}
	}
	return nil, -1
}

// copiesOf gives the other articles with an article's text.
func (k *Kin) copiesOf(id dossier.ArticleID) []dossier.ArticleID {
	for _, c := range k.copies {
		if slices.Contains(c, id) {
			return slices.DeleteFunc(slices.Clone(c), func(other dossier.ArticleID) bool { return other == id })
		}
	}
	return nil
}

// FindKin looks for versions and copies, and groups the list by them.
func (v *View) FindKin() {
	v.host.Job(say.T("Comparing articles…"), func(ctx context.Context) func() {
		kin, err := FindKin(ctx, v.source)
		return func() {
			switch {
			case err != nil:
				v.host.Failed(err)
			case ctx.Err() != nil:
				v.host.Say(say.T("Cancelled."))
			default:
				v.Model.Group(kin)
				v.show()
				v.host.Say(say.T("%s have versions or copies here", say.N(len(kin.group), "article")))
			}
		}
	})
}

// kin tells what an article is to others, with ways there.
func (v *View) kin(a *dossier.ArticleInfo) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if all, at := v.Model.kin.version(a.ID); all != nil {
		parts = append(parts, widget.NewLine(say.T("VERSIONS OF THIS ARTICLE"), widget.Section))
		for i := range all {
			parts = append(parts, v.edition(&all[i], i == at))
		}
	}
	if others := v.Model.kin.copiesOf(a.ID); len(others) > 0 {
		parts = append(parts, widget.NewLine(say.T("THE SAME TEXT STANDS IN"), widget.Section))
		for _, id := range others {
			if o := v.Model.Find(id); o != nil {
				parts = append(parts, v.link(o, o.Outlet.Name+" · "+say.Published(o.Published)))
			}
		}
	}
	return parts
}

func (v *View) link(a *dossier.ArticleInfo, label string) fyne.CanvasObject {
	b := fynewidget.NewButton(widget.OneLine(label, 40), func() { v.host.OpenArticle(a.ID, "") })
	b.Importance = fynewidget.LowImportance
	return widget.Wrap(0, b)
}

// edition shows one version and what became of the quotes of the one before.
func (v *View) edition(e *dossier.Edition, here bool) fyne.CanvasObject {
	label := say.Published(e.Article.Published)
	if here {
		label += " · " + say.T("this one")
	}
	var runs []widget.Run
	add := func(what string, text string) {
		runs = append(runs, widget.Run{Text: what + " ", Ink: look.Muted}, widget.Run{Text: text + "\n"})
	}
	for _, q := range e.Appeared {
		add(say.T("new:"), q)
	}
	for _, q := range e.Vanished {
		add(say.T("gone:"), q)
	}
	for _, q := range e.Altered {
		add(say.T("altered:"), q[0]+" | "+q[1])
	}
	parts := []fyne.CanvasObject{v.link(&e.Article, label)}
	if len(runs) > 0 {
		parts = append(parts, widget.Prose(runs...))
	}
	return widget.NewCard("", widget.Stack(2, parts...))
}
