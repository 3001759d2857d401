package text

import (
	"strings"

	"quotidian/articles"
	"quotidian/articles/date"
)

// People who collect articles by hand write above each what it is: lines of "Title: …", "Source: …", "Date: …", or the
// same between two lines of "---" as Markdown has it. Such a block is not the article's text; left in, "Title: …" would
// read like somebody's words.

// labels of a block, and what each fills.
var labels = map[string]func(a *articles.Article, value string){
	"title": setTitle, "headline": setTitle, "heading": setTitle, "subject": setTitle,
	"outlet": setOutlet, "source": setOutlet, "publication": setOutlet, "publisher": setOutlet, "newspaper": setOutlet,
	"published in": setOutlet, "site": setOutlet, "medium": setOutlet,
	"date": setDate, "published": setDate, "publication date": setDate, "published on": setDate, "date published": setDate,
	"author": setByline, "authors": setByline, "byline": setByline, "by": setByline, "reporter": setByline,
	"agency": setOrigin, "credit": setOrigin,
	"url": setURL, "link": setURL, "web": setURL,
	"language": ignore, "lang": ignore, "tags": ignore, "section": ignore, "keywords": ignore, "category": ignore,
	"type": ignore, "layout": ignore, "id": ignore, "country": ignore, "words": ignore, "accessed": ignore,
}

func setTitle(a *articles.Article, v string)  { a.Title = v }
func setByline(a *articles.Article, v string) { a.Byline = v }
func setOrigin(a *articles.Article, v string) { a.Outlet.Origin = v }
func setURL(a *articles.Article, v string)    { a.URL = v }
func ignore(*articles.Article, string)        {}

// setOutlet takes a name, or the address of the page that a clipping is from.
func setOutlet(a *articles.Article, v string) {
	if strings.HasPrefix(v, "http://") || strings.HasPrefix(v, "https://") {
		a.URL = v
		return
	}
	a.Outlet.Name, a.Outlet.From = v, articles.FromMetadata
}

func setDate(a *articles.Article, v string) {
	if d, ok := date.Stored(v); ok {
		d.From = articles.FromMetadata
		a.Published = d
		return
	}
	a.Misdated = v
}

// A block has at least leastLabels lines that say what the article is, and at most mostLabels lines.
const (
	leastLabels = 2
	mostLabels  = 20
	fence       = "---"
)

// readLabels takes a block of labelled lines off the text of an article and fills the article's fields with it, and reports
// whether it stood between lines of dashes. A text that does not begin with a block, or that has nothing after it, stays as
// it is.
func readLabels(a *articles.Article) (fenced bool) {
	rest := strings.TrimLeft(a.Text, " \t\n")
	rest, fenced = strings.CutPrefix(rest, fence+"\n")
	filled, known, label := *a, 0, ""
	for range mostLabels {
		line, after, more := strings.Cut(rest, "\n")
		if !more {
			return false
		}
		rest = after
		switch line = strings.TrimSpace(line); {
		case line == "" && !fenced || line == fence && fenced:
			if known < leastLabels || strings.TrimSpace(rest) == "" {
				return false
			}
			*a = filled
			a.Text = rest
			return fenced
		case fill(&filled, line):
			known++
			label = line
		case fenced && strings.HasSuffix(label, ":") && strings.HasPrefix(line, "- "): // the first of a list
			fill(&filled, label+line[1:])
			label = ""
		case !fenced: // between fences other fields and lists may stand
			return false
		}
	}
	return false
}

// fill fills the field of a labelled line and reports whether it is one.
func fill(a *articles.Article, line string) bool {
	label, value, _ := strings.Cut(line, ":")
	set := labels[strings.ToLower(strings.Trim(label, " \t*_#"))]
	if set == nil || len(label) == len(line) {
		return false
	}
	set(a, strings.Trim(value, " \t*_\"'“”[]"))
	return true
}
