package draft

import (
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"quotidian/articles"
	"quotidian/draft/manuscript"
	"quotidian/matching/wording"
)

//go:embed page.html
var pageSource string

var pageTemplate = template.Must(template.New("page").Parse(pageSource))

// card is a finding with its number in the draft.
type card struct {
	*Finding
	N int
}

// Class is how the verdict is coloured; the page shows it by lines too, for who sees no colour.
func (c card) Class() string { return class(c.Verdict) }

func class(v Verdict) string {
	switch {
	case v.Fine():
		return "good"
	case v == IndirectOnly || v == OtherFrame || v == SpeakerOpen:
		return "warn"
	}
	return "bad"
}

// share is one verdict of the summary.
type share struct {
	Verdict Verdict
	Count   int
	Class   string
}

// stretch is a piece of the draft's text, within finding N or (0) in none.
type stretch struct {
	Text  string
	N     int
	Class string
}

// page is what the template shows.
type page struct {
	*Report
	Name string
}

// Tally counts the verdicts that were given.
func (p page) Tally() []share {
	var all []share
	n := p.Counts()
	for _, v := range Verdicts() {
		if n[v] > 0 {
			all = append(all, share{v, n[v], class(v)})
		}
	}
	return all
}

// Cards numbers the findings.
func (p page) Cards() []card {
	all := make([]card, len(p.Findings))
	for i := range p.Findings {
		all[i] = card{&p.Findings[i], i + 1}
	}
	return all
}

// Parts cuts the text at the quotes. Where two overlap the later one begins after the earlier.
func (p page) Parts() []stretch {
	type mark struct {
		span articles.Span
		n    int
	}
	var marks []mark
	for i := range p.Findings {
		for _, s := range p.Findings[i].Content {
			marks = append(marks, mark{s, i + 1})
		}
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.span.Start, b.span.Start) })
	var all []stretch
	at := 0
	for _, m := range marks {
		from := max(m.span.Start, at)
		if from >= m.span.End {
			continue
		}
		all = append(all, stretch{Text: p.Text[at:from]}, stretch{p.Text[from:m.span.End], m.n, class(p.Findings[m.n-1].Verdict)})
		at = m.span.End
	}
	return append(all, stretch{Text: p.Text[at:]})
}

// WriteHTML writes the draft as a page of its own with each quote marked by its verdict, and below it what is known
// of each. It needs nothing but a browser. name is the draft's.
func (r *Report) WriteHTML(w io.Writer, name string) error {
	return pageTemplate.Execute(w, page{r, name})
}

// Remarks are the findings as comments for [manuscript.Manuscript.Annotate]. The span of a quote in several parts
// reaches from the first to the last.
func (r *Report) Remarks() []manuscript.Remark {
	all := make([]manuscript.Remark, len(r.Findings))
	for i := range r.Findings {
		f := &r.Findings[i]
		all[i] = manuscript.Remark{Span: articles.Span{Start: f.Content[0].Start, End: f.Content[len(f.Content)-1].End}, Text: strings.Join(f.Lines(), "\n")}
	}
	return all
}

// Lines tells a finding in lines of plain text: the verdict with its reason, each change, what it was held against.
func (f *Finding) Lines() []string {
	lines := []string{fmt.Sprintf("%s: %s", f.Verdict, f.Why)}
	for _, c := range f.Untold() {
		line := string(c.Kind)
		if c.Note != "" {
			line += ": " + c.Note
		}
		lines = append(lines, line)
	}
	if p := f.Nearest; p != nil {
		line := fmt.Sprintf("%s: %s", outlet(p), p.Text)
		if p.Article.Published.Known() {
			line = fmt.Sprintf("%s, %s: %s", outlet(p), p.Article.Published, p.Text)
		}
		if who := p.Who(); who != "" {
			line += " (" + who + ")"
		}
		lines = append(lines, line)
	}
	for i := range f.Rivals {
		r := &f.Rivals[i]
		line := fmt.Sprintf("but %s: %s", outlet(&r.Printed), r.Text)
		if r.Changes[0].Kind == wording.Speaker {
			line += " (" + r.Who() + ")"
		}
		lines = append(lines, line)
	}
	return lines
}

// Who is whom a source gives the words to, marked where that is the program's reading.
func (p *Printed) Who() string {
	if p.Inferred {
		return p.Speaker + ", read here"
	}
	return p.Speaker
}

// Untold are the changes that the verdict does not tell by itself.
func (f *Finding) Untold() []wording.Change {
	return slices.DeleteFunc(slices.Clone(f.Changes), func(c wording.Change) bool { return f.Verdict == OtherSpeaker && c.Kind == wording.Speaker })
}
