package clippings

import (
	"regexp"
	"strings"

	"quotidian/articles/date"
)

var (
	proquestRule  = regexp.MustCompile(`(?m)^_{40,}[ \t]*$`)
	proquestTitle = regexp.MustCompile(`(?m)^(?:Title|Titre|Titel|Título):[ \t]`)
	proquestField = regexp.MustCompile(`^([\p{Lu}][\p{L} ]{2,40}?)[ ]?:[ \t\x{a0}]+(.*)$`)
)

// proquestNames are the fields of a record in the languages of the database's pages. Fields that are known but not
// used have an empty kind: they end the text before them, as any field does.
var proquestNames = map[string]string{
	"title": "title", "titre": "title", "titel": "title", "título": "title",
	"publication title": "outlet", "titre de la publication": "outlet", "titel der publikation": "outlet", "título de la publicación": "outlet",
	"publication date": "date", "date de publication": "date", "publikationsdatum": "date", "fecha de publicación": "date",
	"author": "byline", "auteur": "byline", "verfasser": "byline", "autor": "byline",
	"full text": "text", "texte intégral": "text", "volltext": "text", "texto completo": "text",
	"document url": "url", "url du document": "url", "dokument url": "url", "url del documento": "url",
	"language of publication": "language", "language": "language", "langue de publication": "language", "langue": "language", "idioma de la publicación": "language",
	"dateline": "place",
	"abstract": "", "subject": "", "location": "", "people": "", "company": "", "organization": "", "publication info": "", "pages": "",
	"publication year": "", "section": "", "publisher": "", "place of publication": "", "country of publication": "", "publication subject": "",
	"issn": "", "source type": "", "document type": "", "document feature": "", "proquest document id": "", "copyright": "", "last updated": "",
	"database": "", "links": "", "column": "", "identifier": "", "keyword": "", "classification": "", "company name": "", "first page": "",
	"résumé": "", "sujet": "", "lieu": "", "pays de publication": "", "type de source": "", "type de document": "", "id du document proquest": "",
	"lieu de publication": "", "éditeur": "", "dernière mise à jour": "", "base de données": "", "année de publication": "", "eissn": "",
}

// splitProQuest reads records between rules of underscores, each a list of "Field: value". The first and the last
// block are the cover and the contact page.
func splitProQuest(text string) []Record {
	var out []Record
	for _, part := range proquestRule.Split(text, -1) {
		if !proquestTitle.MatchString(part) {
			continue
		}
		var f found
		f.proquest(strings.Split(part, "\n"))
		out = append(out, f.record("proquest"))
	}
	return out
}

func (f *found) proquest(lines []string) {
	values, at := map[string][]string{}, ""
	for _, l := range lines {
		if m := proquestField.FindStringSubmatch(l); m != nil {
			if kind, known := proquestNames[strings.ToLower(m[1])]; known {
				at = kind
				if at != "" && values[at] == nil {
					values[at] = []string{m[2]}
				} else {
					at = "" // a second title is that of a translation
				}
				continue
			}
		}
		if at != "" {
			values[at] = append(values[at], l)
		}
	}
	value := func(kind string) string { return oneLine(strings.Join(values[kind], " ")) }
	f.title, f.byline, f.outlet = value("title"), value("byline"), withoutPlace(value("outlet"))
	f.url, f.language, f.place = value("url"), value("language"), value("place")
	f.published, _ = date.Parse(value("date"))
	f.body = paragraphs(values["text"])
}

// withoutPlace drops the place of publication that the database puts after a title: "Selk Courier; Selk".
func withoutPlace(s string) string {
	s, _, _ = strings.Cut(s, ";")
	return s
}
