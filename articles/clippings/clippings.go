// Package clippings splits the bulk files of press databases into articles: Nexis (the old text form and the documents
// of Nexis Uni), Factiva (text with or without field codes, HTML, XML), ProQuest (text) and Europresse (HTML).
//
// A database prints the same facts in the same order around every article, and that order is what this package reads:
// headline, outlet, date, byline and text each land in their field, and what only serves the archive (word counts,
// subject codes, load dates, copyright) is left out. The text's words are as printed; lines that the database had
// wrapped are joined, paragraphs are parted by an empty line.
//
// The forms are described in the documents of these databases and were seen in files that their users show; no code
// was taken from elsewhere.
package clippings

import (
	"errors"
	"regexp"
	"strings"

	"quotidian/articles"
	"quotidian/articles/date"
	"quotidian/articles/outlet"
)

// Record is one article of a bulk file, in the order of the file: an Article or Err, in one lower-case clause.
type Record struct {
	Article *articles.Article
	Err     error
}

var errNoText = errors.New("a record without the text of its article")

// Split splits a text, with "\n" at line ends; ok is false when it is from no database known here.
func Split(text string) (records []Record, ok bool) {
	if strings.Contains(text, "____") && proquestRule.MatchString(text) && proquestTitle.MatchString(text) {
		return splitProQuest(text), true
	}
	if !mentions(text) {
		return nil, false
	}
	switch {
	case nexisText.MatchString(text):
		return splitNexisText(text), true
	case endOfDocument.MatchString(text):
		return splitNexisUni(text), true
	case factivaEnd.MatchString(text):
		return splitFactiva(text)
	}
	return nil, false
}

// mentions reports whether a text has one of the words of which every separator of Nexis and Factiva has one. It is
// many times faster than their patterns, and most texts have none.
func mentions(text string) bool {
	for _, word := range []string{"ocument", "DOCUMENT", "okument", "окумент"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// found collects the fields of one record.
type found struct {
	title, byline, outlet, language, url, place string
	published                                   articles.Date
	body                                        []string // paragraphs
}

// record makes the article, or says that its text is missing.
func (f *found) record(format string) Record {
	text := strings.TrimSpace(strings.Join(f.body, "\n\n"))
	if text == "" {
		return Record{Err: errNoText}
	}
	a := &articles.Article{
		Format: format, Encoding: "utf-8", Text: text, Title: oneLine(f.title), Byline: byline(f.byline), Dateline: oneLine(f.place),
		URL: strings.TrimSpace(f.url), Published: f.published, Language: language(f.language),
	}
	if name, _ := outlet.Named(f.outlet); name != "" {
		a.Outlet.Name, a.Outlet.From = name, articles.FromExport
	}
	if a.Published.Known() {
		a.Published.From = articles.FromExport
	}
	return Record{Article: a}
}

func byline(s string) string {
	s = oneLine(s)
	for _, by := range []string{"By ", "by ", "BY ", "Von ", "Par ", "Por "} {
		s = strings.TrimPrefix(s, by)
	}
	return s
}

// languages as the databases print them, with their tags.
var languages = map[string]string{
	"english": "en", "englisch": "en", "anglais": "en", "inglés": "en", "german": "de", "deutsch": "de", "allemand": "de", "french": "fr",
	"français": "fr", "französisch": "fr", "spanish": "es", "español": "es", "espagnol": "es", "italian": "it", "italiano": "it",
	"russian": "ru", "русский": "ru", "turkish": "tr", "türkçe": "tr", "portuguese": "pt", "português": "pt", "dutch": "nl", "nederlands": "nl",
	"polish": "pl", "polski": "pl", "arabic": "ar", "chinese": "zh", "japanese": "ja", "korean": "ko", "greek": "el", "ukrainian": "uk",
	"azerbaijani": "az", "armenian": "hy", "georgian": "ka", "persian": "fa", "hebrew": "he", "swedish": "sv", "norwegian": "no", "danish": "da",
}

// language gives the tag of the first language that a field names: "English; German", "ENGLISH", "en".
func language(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(";,- \t\u00a0", r) })
	switch {
	case len(words) == 0:
		return ""
	case languages[words[0]] != "":
		return languages[words[0]]
	case len(words[0]) == 2:
		return words[0]
	}
	return ""
}

// paragraphs cuts a text at its empty lines and joins the lines between them.
func paragraphs(lines []string) []string {
	var out []string
	var open []string
	for _, l := range append(lines, "") {
		if l = oneLine(l); l != "" {
			open = append(open, l)
			continue
		}
		if len(open) > 0 {
			out = append(out, strings.Join(open, " "))
		}
		open = nil
	}
	return out
}

// dateOf reads a line that holds a date and nothing that is not part of it.
func dateOf(line string) (articles.Date, bool) {
	words := strings.Fields(line)
	if len(words) == 0 || len(words) > 14 {
		return articles.Date{}, false
	}
	d, rest := date.Scan(words)
	if !d.Known() {
		return articles.Date{}, false
	}
	for _, w := range rest {
		if !dateWords.MatchString(strings.ToLower(strings.Trim(w, ",.;()"))) {
			return articles.Date{}, false
		}
	}
	return d, true
}

// dateWords stand beside a date in the databases: weekdays, times and the names of editions.
var dateWords = regexp.MustCompile(`^(mon|tues|wednes|thurs|fri|satur|sun)day$|^(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)$|^[0-9:.]+$|^(am|pm|gmt|utc|est|edt|edition|final|first|late|city|national|online|morning|evening|uhr|1st|2nd|3rd|london|regional|web)$|^$`)

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
