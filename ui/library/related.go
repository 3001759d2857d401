package library

import (
	"context"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

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
	b := widget.NewButton(widget.OneLine(label, 40), nil, func() { v.host.OpenArticle(a.ID, "") })
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
