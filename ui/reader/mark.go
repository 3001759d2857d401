package reader

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/dossier"
	"quotidian/dossier/decision"
	"quotidian/quotes"
	"quotidian/ui/say"
)

// Mark makes the words selected a quote that the machine missed, and asks who said it.
func (v *View) Mark() {
	if v.Model == nil {
		return
	}
	at := v.Text.Chosen()
	if at.Empty() {
		v.host.Say(say.T("Select the words first: with the mouse, or with s for the next sentence and Shift+arrows"))
		return
	}
	at = wholeWords(v.Model.Text, at)
	v.Text.Choose(at)
	ref, err := v.source.Missed(v.Model.ID, at)
	if err != nil {
		v.host.Failed(err)
		return
	}
	id, said, likely := v.Model.ID, say.T("Marked as a quote"), ""
	if a := v.Model.inPlace(at); a != nil {
		said, likely = say.T("Marked as a quote, in the place of the one that stood there"), a.SpeakerAs
	}
	v.host.AskWho(say.T("Who said this? A full name also settles whom the surname alone means in this article"), id, likely, func(name string) {
		v.marked = at
		v.host.DecideIn(id, decision.Decision{Kind: decision.MissedQuote, Targets: []string{ref}, Value: name}, said)
	})
}

// inPlace gives the quote in whose place one of these bounds would stand, nil where none stands there. What a person said is no quote
// stands nowhere, though the article shows it.
func (m *Model) inPlace(at articles.Span) *dossier.Appearance {
	for i := range m.Appearances {
		if a := &m.Appearances[i]; !m.isStruck(i) && dossier.InPlace(a.Content, []articles.Span{at}) {
			return a
		}
	}
	return nil
}

// wholeWords widens a place of a text to the words that it cuts: a mouse seldom hits their edges.
func wholeWords(text string, at articles.Span) articles.Span {
	cut := func(i int) bool {
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i:])
		return inWord(before) && inWord(after)
	}
	for at.Start > 0 && cut(at.Start) {
		_, n := utf8.DecodeLastRuneInString(text[:at.Start])
		at.Start -= n
	}
	for at.End < len(text) && cut(at.End) {
		_, n := utf8.DecodeRuneInString(text[at.End:])
		at.End += n
	}
	return at
}

// inWord reports a rune of which words are made, in scripts that part them by blanks.
func inWord(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// menu offers what can be done with the words selected.
func (v *View) menu(at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v.Text)
	words := v.Text.Selected()
	if c == nil || v.Model == nil {
		return
	}
	mark := fyne.NewMenuItem(say.T("Mark as a quote…"), v.Mark)
	copied := fyne.NewMenuItem(say.T("Copy"), func() { fyne.CurrentApp().Clipboard().SetContent(words) })
	mark.Disabled, copied.Disabled = words == "", words == ""
	fynewidget.ShowPopUpMenuAtPosition(fyne.NewMenu("", mark, copied), c, at)
}

// Sentence selects the next sentence, or the previous one, after what is selected or else what was looked at.
func (v *View) Sentence(by int) {
	if v.Model == nil {
		return
	}
	from := v.Text.Chosen()
	if a := v.Model.Selected(); from.Empty() && a != nil && len(a.Content) > 0 {
		from = a.Content[0]
	}
	s, ok := neighbour(v.Model.Text, from, by)
	if !ok {
		v.host.Say(say.T("No other sentence this way"))
		return
	}
	v.Text.Choose(s)
	if y, ok := v.Text.Line(s.Start); ok {
		v.page.ScrollTo(v.textTop() + y - v.page.Size().Height/3)
	}
}

// neighbour gives the first sentence that begins after a place was begun, or the last one that begins before. From the
// empty place at the top the first one is the next.
func neighbour(text string, from articles.Span, by int) (s articles.Span, ok bool) {
	cut := sentence.Of(text)
	for _, x := range cut.Sentences {
		at := articles.Span{Start: int(cut.Tokens[x.First].Start), End: int(cut.Tokens[x.Last-1].End)}
		if by < 0 && at.Start < from.Start {
			s, ok = at, true
		}
		if by > 0 && (at.Start > from.Start || from.Empty() && at.Start == from.Start) {
			return at, true
		}
	}
	return s, ok
}

// showMarked selects the quote that was marked last, once it is there.
func (v *View) showMarked() {
	if v.marked.Empty() {
		return
	}
	for i := range v.Model.Appearances {
		a := &v.Model.Appearances[i]
		if a.Reason == quotes.ByHand && len(a.Content) > 0 && a.Content[0].Overlaps(v.marked) {
			v.Model.Select(i)
			v.marked = articles.Span{}
			return
		}
	}
}
