package gold

import (
	"quotidian/articles"
	"quotidian/quotes"
)

var kinds = map[string]quotes.Kind{"direct": quotes.Direct, "mixed": quotes.Mixed, "indirect": quotes.Indirect}

// Labelled turns the labels of one article into the quotes that a faultless package quotes would have found, so
// that the rooms after it can be trained and scored by themselves.
func (d *Document) Labelled() (*articles.Article, []quotes.Quote) {
	at := make([]int, 0, len(d.Text)+1)
	for i := range d.Text {
		at = append(at, i)
	}
	at = append(at, len(d.Text))
	span := func(s [2]int) articles.Span { return articles.Span{Start: at[s[0]], End: at[s[1]]} }
	var qs []quotes.Quote
	for i := range d.Quotes {
		g := &d.Quotes[i]
		q := quotes.Quote{Kind: kinds[g.Type]}
		for _, s := range g.Fragments() {
			q.Content = append(q.Content, span(s))
		}
		if g.Cue != nil {
			q.Cue = span(*g.Cue)
		}
		if g.Source != nil {
			q.Source = span(*g.Source)
		}
		qs = append(qs, q)
	}
	return &articles.Article{ID: d.ID, Title: d.Title, Text: d.Text}, qs
}
