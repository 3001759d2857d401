package intake

import (
	"regexp"
	"slices"
	"strings"

	"quotidian/articles"
	"quotidian/articles/clippings"
	"quotidian/articles/masthead"
	"quotidian/articles/text"
)

// written reads what a word processor wrote: the bulk form of a press database, or articles of a person, with labels above them
// or without.
func (r *reader) written(a *articles.Article, err error) ([]part, error) {
	if err != nil {
		return nil, err
	}
	if all, ok := clippings.Split(a.Text); ok {
		return records(all, a), nil
	}
	properties := *a
	a.Title, a.Byline = "", ""
	all := text.Split(a)
	for _, a := range all {
		if len(all) > 1 {
			a.Repaired = strings.Count(a.Text, "\ufffd")
		} else {
			addProperties(a, properties)
		}
	}
	return several(all), nil
}

// addProperties fills with the properties of a document what neither its labels nor its first lines say: they are the template's,
// or the clerk's who saved it, more often than those of the article. A title that is printed too is the headline.
func addProperties(a *articles.Article, of articles.Article) {
	head := masthead.Read(a.Text)
	if a.Title == "" && !noTitle.MatchString(of.Title) && (head.Title == "" || printedAbove(a.Text, of.Title)) {
		a.Title = of.Title
	}
	if a.Byline == "" && head.Byline == "" {
		a.Byline = of.Byline
	}
}

// noTitle is what programs call a document to which nobody gave a title.
var noTitle = regexp.MustCompile(`^(?i:document|dokument|документ|doc|untitled|unbenannt|ohne titel|без имени|başlıksız|belge|microsoft word)\s*\d*(?: - .*)?$`)

// printedAbove reports a line that stands alone at the top of a text.
func printedAbove(text, line string) bool {
	const top = 2 << 10 // bytes
	lines := strings.Split(text[:min(len(text), top)], "\n")
	return slices.ContainsFunc(lines, func(l string) bool { return strings.Join(strings.Fields(l), " ") == line })
}
