package reader

import (
	"unicode"
	"unicode/utf8"

	"quotidian/articles"
	"quotidian/ui/look"
	"quotidian/ui/say"
	"quotidian/ui/widget"
)

// Hits gives the places of text that read like query, whatever the case of letters, from the first to the last and
// without overlap.
func Hits(text, query string) []articles.Span {
	want := []rune(query)
	var out []articles.Span
	for at := 0; at < len(text) && len(want) > 0; {
		if end, ok := matches(text, at, want); ok {
			out = append(out, articles.Span{Start: at, End: end})
			at = end
			continue
		}
		_, n := utf8.DecodeRuneInString(text[at:])
		at += n
	}
	return out
}

// matches reports whether the runes wanted stand at byte at of text, and where they end.
func matches(text string, at int, want []rune) (end int, ok bool) {
	for _, w := range want {
		if at == len(text) {
			return 0, false
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		if r != w && unicode.ToLower(r) != unicode.ToLower(w) {
			return 0, false
		}
		at += n
	}
	return at, true
}

// find is what is looked for in the article, and where it stands.
type find struct {
	query string
	hits  []articles.Span
	at    int
}

// hitID is the run ID of the hit in sight; quotes have IDs from 1.
const hitID = 1 << 30

// layers marks the hits, the one in sight so that it can be told from the others without its colour.
func (f *find) layers() []widget.Layer {
	var out []widget.Layer
	for i, s := range f.hits {
		l := widget.Layer{Span: s, Paint: func(r *widget.Run) { r.Ground = look.Marked }}
		if i == f.at {
			l.ID = hitID
			l.Paint = func(r *widget.Run) { r.Ground, r.Style.Bold, r.Style.Underline = look.Marked, true, true }
		}
		out = append(out, l)
	}
	return out
}

// Search marks every place of the article that reads like query, and shows the first.
func (v *View) Search(query string) {
	if v.Model == nil {
		return
	}
	v.Model.find = find{query: query, hits: Hits(v.Model.Text, query)}
	v.Text.Restyle(v.Model.Runs())
	v.hits.SetText(v.Hits())
	v.revealHit()
}

// Query is what is looked for.
func (v *View) Query() string {
	if v.Model == nil {
		return ""
	}
	return v.Model.find.query
}

// NextHit goes on to the next place, and round at the end.
func (v *View) NextHit(by int) {
	if v.Model == nil || len(v.Model.find.hits) == 0 {
		return
	}
	f := &v.Model.find
	f.at = (f.at + by + len(f.hits)) % len(f.hits)
	v.Text.Restyle(v.Model.Runs())
	v.hits.SetText(v.Hits())
	v.revealHit()
}

// Hits says how often what is looked for was found.
func (v *View) Hits() string {
	switch f := &v.Model.find; {
	case f.query == "":
		return ""
	case len(f.hits) == 0:
		return say.T("not in this article")
	default:
		return say.T("%d of %s", f.at+1, say.N(len(f.hits), "place"))
	}
}

func (v *View) revealHit() {
	if y, ok := v.Text.Where(hitID); ok {
		v.page.ScrollTo(v.textTop() + y - v.page.Size().Height/3)
	}
}
