package review

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/dossier"
	"quotidian/dossier/store"
	"quotidian/matching/wording"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/severity"
	"quotidian/ui/speakers"
	"quotidian/ui/statement"
	"quotidian/ui/widget"
)

// ofSpeakers is the kind of a pair that is two names.
const ofSpeakers = "speaker"

// The card shows so many sentences of each side, in so many characters at most: enough to tell who is meant, and little
// enough to be read between two keys.
const (
	sampled    = 2
	sampleMost = 320
)

// show puts the chosen pair on the card, and what is kept apart below it.
func (v *View) show() {
	p := v.Model.Chosen()
	if p == nil {
		return
	}
	parts := append([]fyne.CanvasObject{v.about(p), v.sides(p), widget.Prose(evidence(p)...)}, v.apart()...)
	v.page.SetContent(widget.Padded(16, widget.Stack(10, parts...)))
	widget.Put(v.card, widget.Dock(nil, widget.Padded(8, v.buttons(p)), nil, nil, v.page))
}

// about says what the pair is and how much hangs on it.
func (v *View) about(p *dossier.Proposal) fyne.CanvasObject {
	parts := []fyne.CanvasObject{widget.NewBadge(widget.Tag{Text: say.One(p.Kind), Ground: look.Slight, Ink: look.OnSlight})}
	for _, c := range severity.Tags(wording.KindsOf(p.Changes)) {
		parts = append(parts, widget.NewBadge(c))
	}
	return widget.Wrap(8, append(parts,
		widget.NewLine(say.T("%s of %s", say.Number(v.Model.at+1), say.Number(v.Model.Len())), widget.Quiet),
		widget.NewLine(say.T("%.0f %% likely · would change %s", 100*p.Score, say.N(p.Touches, "quote")), widget.Quiet))...)
}

// sides sets the two beside each other, each with the sentences that print it.
func (v *View) sides(p *dossier.Proposal) fyne.CanvasObject {
	v.samples = nil
	var left, right []fyne.CanvasObject
	if p.Kind == ofSpeakers {
		left, right = v.names(p)
	} else {
		left, right = v.wordings(p)
	}
	return widget.Tiles(260, 16, widget.Stack(8, left...), widget.Stack(8, right...))
}

// names are the two names of a pair.
func (v *View) names(p *dossier.Proposal) (left, right []fyne.CanvasObject) {
	a, b := AlignedNames(p.NameA, p.NameB)
	idA, idB := dossier.SpeakerID(p.A), dossier.SpeakerID(p.B)
	found, err := v.source.Samples(sampled, idA, idB)
	if err != nil {
		v.host.Failed(err)
	}
	left = append(left, underlined(a, theme.SizeNameSubHeadingText))
	right = append(right, underlined(b, theme.SizeNameSubHeadingText))
	return append(left, v.printed(idA, found[idA])...), append(right, v.printed(idB, found[idB])...)
}

// wordings are the two statements of a pair.
func (v *View) wordings(p *dossier.Proposal) (left, right []fyne.CanvasObject) {
	a, b := Aligned(Words(p.NameA), Words(p.NameB))
	left, right = append(left, underlined(a, theme.SizeNameText)), append(right, underlined(b, theme.SizeNameText))
	return append(left, v.around(p.PrintedA)), append(right, v.around(p.PrintedB))
}

// printed shows sentences that print the name of a speaker.
func (v *View) printed(speaker dossier.SpeakerID, found []dossier.Sample) []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for i := range found {
		s := &found[i]
		before, name, after := s.Cut(sampleMost)
		cards = append(cards, v.sample(place{s.Article, s.Quote}, speaker,
			widget.Run{Text: before}, widget.Run{Text: name, Ground: look.Tint(look.Speaker(string(speaker))), Style: fyne.TextStyle{Bold: true}}, widget.Run{Text: after}))
	}
	return cards
}

// around shows the sentences around a wording: who is quoted there, and about what. Where they are not known it says who
// printed it.
func (v *View) around(at dossier.Printed) fyne.CanvasObject {
	if at.Article != "" {
		a, err := v.source.Article(at.Article)
		if err != nil && !errors.Is(err, store.ErrNone) { // gone since the pair was proposed
			v.host.Failed(err)
		}
		for i := range a.Appearances {
			if x := &a.Appearances[i]; x.Quote == at.Quote {
				return v.sample(place{a.ArticleInfo, at.Quote}, x.Speaker, statement.Context(x)...)
			}
		}
	}
	day := ""
	if !at.Day.IsZero() {
		day = say.Day(at.Day)
	}
	return widget.NewLine(where(at.Outlet, day), widget.Small)
}

// sample is a card of sentences, numbered through the pair, with the way to their article.
func (v *View) sample(at place, speaker dossier.SpeakerID, runs ...widget.Run) fyne.CanvasObject {
	v.samples = append(v.samples, at)
	n := len(v.samples)
	read := widget.NewButton(say.T("Read in article (%d)", n), nil, func() { v.read(n) })
	read.Importance = fynewidget.LowImportance
	return widget.NewCard(look.Ink(look.Speaker(string(speaker))), widget.Stack(4, widget.Prose(runs...),
		widget.Wrap(4, widget.NewLine(where(at.article.Outlet.Name, say.Published(at.article.Published)), widget.Small), read)))
}

// read opens the article of sample n, counted from 1, at its quote.
func (v *View) read(n int) {
	if n >= 1 && n <= len(v.samples) {
		s := &v.samples[n-1]
		v.host.OpenArticle(s.article.ID, s.quote)
	}
}

func where(outlet, day string) string {
	if day == "" {
		return outlet
	}
	return outlet + ", " + day
}

// underlined is a name or wording with what differs from the other underlined.
func underlined(pieces []Piece, size fyne.ThemeSizeName) fyne.CanvasObject {
	var runs []widget.Run
	for _, p := range pieces {
		r := widget.Run{Text: p.Text, Size: size}
		if p.Differs {
			r.Ground, r.Style.Underline, r.Style.Bold = look.Marked, true, true
		}
		runs = append(runs, r)
	}
	return widget.Prose(runs...)
}

func evidence(p *dossier.Proposal) []widget.Run {
	runs := speakers.Reasons(p.Reasons)
	if len(runs) > 0 {
		runs[0].Text = runs[0].Text[1:] // the first line needs no break before it
	}
	return runs
}

// buttons are what can be said about the pair.
func (v *View) buttons(p *dossier.Proposal) fyne.CanvasObject {
	on := func(label string, importance fynewidget.Importance, act func()) fyne.CanvasObject {
		button := widget.NewButton(label, nil, act)
		button.Importance = importance
		return button
	}
	same := fynewidget.MediumImportance // the highlighted button is what most would press: that is said of a pair that is very likely
	if p.Score >= likely && !p.Disagrees() {
		same = fynewidget.HighImportance
	}
	return widget.Wrap(4, on(say.T("Same (a)"), same, v.Same), on(say.T("Never the same (r)"), fynewidget.MediumImportance, v.Never),
		on(say.T("Unsure (o)"), fynewidget.LowImportance, v.Unsure), on(say.T("Later (s)"), fynewidget.LowImportance, v.Later), on(say.T("Look"), fynewidget.LowImportance, v.Look))
}
