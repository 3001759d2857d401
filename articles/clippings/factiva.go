package clippings

import (
	"regexp"
	"strings"

	"quotidian/articles/date"
)

var (
	// factivaEnd closes every article: the database's own number of it.
	factivaEnd  = regexp.MustCompile(`(?m)^[ \t]*(?:AN[ \t]+)?(?:Document|Dokument|Documento|Документ)[ \t\x{a0}]+[A-Z][A-Z0-9]{3,9}0{2,}[0-9a-z]{10,22}[ \t]*$`)
	factivaCode = regexp.MustCompile(`^[ \t]*(HD|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CR|CT|RF|ART|CX|CO|IN|NS|RE|IPC|IPD|PUB|AN|SE|VOL|CLM)(?:[ \t]{2,}|\t|[ \t]*$)(.*)$`)
	wordCount   = regexp.MustCompile(`(?i)^[ \t]*[\d.,]+[ \t\x{a0}]+(words|wörter|mots|palabras|parole|palavras|слов)[ \t]*$`)
	searchPage  = regexp.MustCompile(`(?m)^[ \t]*(?:Search Summary|Suchzusammenfassung)[ \t]*$`)
)

// splitFactiva reads text with field codes ("Full Article plus Indexing") or without. ok is false when no record reads
// as one of the two.
func splitFactiva(text string) (out []Record, ok bool) {
	text = strings.ReplaceAll(text, "\f", "\n")
	if at := searchPage.FindStringIndex(text); at != nil {
		text = text[:at[0]]
	}
	start := 0
	for _, m := range factivaEnd.FindAllStringIndex(text, -1) {
		var f found
		part := strings.Split(text[start:m[0]], "\n")
		start = m[1]
		if fields := codes(part); fields["HD"] != nil || fields["TD"] != nil {
			f.coded(fields)
		} else if !f.display(part) {
			continue
		}
		ok = true
		out = append(out, f.record("factiva"))
	}
	return out, ok
}

// codes gathers the lines of every field code.
func codes(lines []string) map[string][]string {
	fields, at := map[string][]string{}, ""
	for _, l := range lines {
		if m := factivaCode.FindStringSubmatch(l); m != nil {
			at = m[1]
			fields[at] = append(fields[at], m[2])
			continue
		}
		if at != "" {
			fields[at] = append(fields[at], l)
		}
	}
	return fields
}

// coded reads the fields of the form with codes.
func (f *found) coded(fields map[string][]string) {
	value := func(code string) string { return oneLine(strings.Join(fields[code], " ")) }
	f.title, f.byline, f.outlet, f.language = value("HD"), value("BY"), value("SN"), value("LA")
	f.published, _ = date.Parse(value("PD")) // ET, the time of day, has no zone
	f.body = append(paragraphs(fields["LP"]), paragraphs(fields["TD"])...)
}

// display reads the form without codes: headline, perhaps section and byline, then the count of words, the date,
// perhaps a time, the outlet, its code, the language and the copyright, one a line; then the text.
func (f *found) display(lines []string) bool {
	words := indexOf(lines, 0, wordCount.MatchString)
	if words < 0 {
		return false
	}
	end := indexOf(lines, words, copyright.MatchString)
	if end < 0 {
		return false
	}
	head, facts := filled(strings.Join(lines[:words], "\n")), filled(strings.Join(lines[words+1:end], "\n"))
	if len(head) == 0 || len(facts) < 2 {
		return false
	}
	f.displayHead(head)
	d, ok := dateOf(facts[0])
	if !ok {
		return false
	}
	f.published = d
	rest := facts[1:]
	if clockLine.MatchString(rest[0]) && len(rest) > 1 {
		rest = rest[1:]
	}
	f.outlet, f.language = rest[0], rest[len(rest)-1]
	f.body = paragraphs(lines[end+1:])
	return true
}

var clockLine = regexp.MustCompile(`^\d{1,2}:\d{2}(?:[ ]?(?:AM|PM|GMT))?$`)

// displayHead takes the headline, which may follow the name of a section, and the byline below it.
func (f *found) displayHead(head []string) {
	last := head[len(head)-1]
	if len(head) > 1 && (byWords.MatchString(last) || len(head) == 2 && len(strings.Fields(last)) <= 4 && len(strings.Fields(head[0])) > 4) {
		f.byline, head = last, head[:len(head)-1]
	}
	f.title = head[len(head)-1]
}

var byWords = regexp.MustCompile(`^(?:By|Von|Par|Por|Di) `)
