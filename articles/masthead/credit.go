package masthead

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quotidian/articles"
	"quotidian/articles/date"
	"quotidian/articles/furniture"
	"quotidian/articles/outlet"
)

// origin joins what dateline, byline and the last lines credit.
func (h *Head) origin(head, tail []line) string {
	if d, ok := dateline(h.Dateline + " — and so on here"); ok && d.agency != "" {
		return d.agency
	}
	if a := agencies(lastPart(strings.TrimSuffix(h.Byline, ":"))); a != "" {
		return a
	}
	if a := tailCredit(head, tail); a != "" {
		return a
	}
	for i, l := range head {
		name := l.text
		if i > 0 && head[i-1].text == h.Dateline {
			name = strings.TrimSuffix(name, ":") // elsewhere it leads in what an agency said
		}
		if _, _, ok := publicationLine(name); ok {
			name, _, _ = strings.Cut(name, "|") // "Reuters | Selk | 4 March 2031"
		}
		if a := agencies(name); a != "" && !inBrackets(name) {
			return a
		}
	}
	return ""
}

// tailCredit reads what the last lines credit: a line of its own comes before the end of a paragraph.
func tailCredit(head, tail []line) string {
	n := len(tail)
	for i := n - 1; i >= 0; i-- {
		if a := creditLine(tail[i].text); a != "" && (!inBrackets(tail[i].text) || i >= n-closing && !onPicture(tail[i], head)) {
			return a
		}
	}
	for i := n - 1; i >= max(0, n-closing); i-- {
		last := i == n-1 || i == n-2 && !endsClause(tail[i+1].text)
		if a := closingCredit(tail[i].text, last); a != "" {
			return a
		}
	}
	return ""
}

// inBrackets reports a line that begins with a bracket: high up it credits a picture.
func inBrackets(s string) bool { return s[0] == '(' || s[0] == '[' }

// onPicture reports that one of the last lines is one of the first too, as in a short text, and stands where the picture does.
func onPicture(l line, head []line) bool {
	return slices.ContainsFunc(head[:min(len(head)-1, belowLines)], func(h line) bool { return h.text == l.text })
}

// closing is how many of the last lines can close the story with a credit in brackets; earlier ones credit
// pictures.
const closing = 6

// lastPart gives what follows the last comma or dash of a byline ("Jane Roe, Associated Press"), or all of it.
func lastPart(by string) string {
	for _, sep := range []string{",", " – ", " - ", " — "} {
		if i := strings.LastIndex(by, sep); i >= 0 {
			return by[i+len(sep):]
		}
	}
	return by
}

// credits open a line whose rest names the agency, the longer ones first.
var credits = []string{
	"source: ", "sources: ", "source - ", "agency: ", "with input from ", "with inputs from ", "with reporting from ",
	"with reporting by ", "with additional reporting from ", "with contributions from ", "with material from ",
	"with files from ", "with information from ", "avec ", "mit material von ", "con información de ", "includes reporting from ", "reporting by ", "with ", "via ", "from ",
	"©", "copyright ", "credit: ",
}

// creditLine reads a line of its own that credits an agency: "AFP", "(AFP/Reuters)", "© 2024 AFP. All rights
// reserved.", "With inputs from Reuters", "Source: agencies". A line about a picture credits none.
func creditLine(s string) string {
	if len(s) > shortLine {
		return ""
	}
	if a := credited(s); a != "" && !isCaption(s) {
		return a
	}
	return ""
}

func credited(s string) string {
	s = withoutInitials(s)
	s = strings.Replace(strings.Replace(s, "(c)", "©", 1), "(C)", "©", 1)
	s = strings.Replace(strings.Trim(s, "()[]*–—-|. \t"), " : ", ": ", 1)
	if a := agencies(s); a != "" {
		return a
	}
	for _, p := range credits {
		if len(s) > len(p) && strings.EqualFold(s[:len(p)], p) {
			return agencies(notice(bars.Replace(s[len(p):])))
		}
	}
	return ""
}

// closingCredit reads a credit at the end of one of the last paragraphs: "… on Monday. (AFP)". At the end of the very last, but
// for a line of keywords, it may stand in square brackets or bare: "… on Monday.” - [AFP]", "… on Monday. AFP".
func closingCredit(s string, last bool) string {
	s = strings.TrimRight(s, ". –—-")
	if last {
		if a := runOn(s); a != "" {
			return a
		}
	}
	open := strings.LastIndexByte(s, '(')
	if !strings.HasSuffix(s, ")") {
		if !last {
			return ""
		}
		if open = strings.LastIndexByte(s, '['); !strings.HasSuffix(s, "]") {
			open = strings.LastIndexByte(s, ' ')
		}
	}
	if open < 1 || isCaption(s[open:]) || !endsStory(s[:open]) {
		return ""
	}
	inside := strings.Trim(s[open:], "()[] ")
	for _, p := range []string{"With inputs from ", "With input from ", "Source: ", "with ", "With "} {
		inside = strings.TrimPrefix(inside, p)
	}
	return agencies(inside)
}

// runOn reads a credit that stood in a line of its own before the text lost its breaks: "… on Monday. Source: News agencies".
func runOn(s string) string {
	at := max(strings.LastIndex(s, " Source:"), strings.LastIndex(s, " SOURCE:"))
	if at < 0 || isCaption(s[at:]) {
		return ""
	}
	return agencies(strings.TrimLeft(s[at+len(" Source:"):], " –—-"))
}

// withoutInitials leaves out the initials of the editors in front of the brackets of a credit: "ab/cd (AFP, dpa)".
func withoutInitials(s string) string {
	if initials, rest, ok := strings.Cut(s, " ("); ok && areInitials(initials) {
		return "(" + rest
	}
	return s
}

// endsStory reports that a story ends with s: with a sentence, or the initials of its editors.
func endsStory(s string) bool {
	s = strings.TrimRight(s, " –—-")
	return endsSentence(s) || areInitials(s[strings.LastIndexByte(s, ' ')+1:])
}

// areInitials reports that s is the initials of one editor or two with their slash: "ab/cd", "abc/".
func areInitials(s string) bool {
	first, second, ok := strings.Cut(s, "/")
	return ok && first != "" && len(first) <= 4 && len(second) <= 4 && strings.Trim(first+second, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// endsSentence reports that a sentence ends with s, and not the initial of a name ("Michael R.").
func endsSentence(s string) bool {
	r, size := utf8.DecodeLastRuneInString(s)
	word := s[strings.LastIndexByte(s, ' ')+1:]
	return strings.ContainsRune(".!?\"”’'", r) && (r != '.' || utf8.RuneCountInString(word)-size > 1)
}

// agencies gives the agencies that s names when it names nothing but agencies and, beside them, an outlet:
// "AFP", "Reuters/AP", "TRT World and agencies". They come by the alphabet, each once: in which order an editor put them says
// nothing, and what rests on two of them rests on the same two.
func agencies(s string) string {
	if len(s) > shortLine {
		return ""
	}
	s = strings.Trim(strings.TrimSpace(s), "().,;*")
	if a, ok := outlet.Agency(s); ok {
		return a
	}
	if !strings.ContainsAny(s, "/,;&+|") && !strings.Contains(s, " and ") {
		return ""
	}
	parts := strings.FieldsFunc(andAsSlash.Replace(s), func(r rune) bool { return r == '/' || r == '|' })
	if len(parts) < 2 || len(parts) > 5 {
		return ""
	}
	var found []string
	for _, p := range parts {
		if a, ok := outlet.Agency(strings.TrimSpace(p)); ok {
			found = append(found, a)
		} else if _, ok := outlet.Named(p); !ok {
			return ""
		}
	}
	slices.Sort(found)
	return strings.Join(slices.Compact(found), ", ")
}

var andAsSlash = strings.NewReplacer(" and ", "/", ",", "/", " & ", "/", ";", "/", " + ", "/")

var captionWords = set("photo photos photograph photographer picture pictures pic image images getty file handout screenshot screengrab illustration video via/getty caption reproduction courtesy camera")

// isCaption reports that s speaks of a picture.
func isCaption(s string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if captionWords[w] {
			return true
		}
	}
	return false
}

// outletIn names the carrier by a line at the edge of the text that says who publishes it. The footer is read
// first, from its end: the masthead's first lines can name a section.
func outletIn(head, tail []line) string {
	for _, rule := range []func(string) string{website, copyrightOf, sourceOf, invitation, linkOf} {
		for i := len(tail) - 1; i >= 0; i-- {
			if len(tail[i].text) > 2*shortLine {
				continue
			}
			if name := carrier(rule(tail[i].text)); name != "" {
				return name
			}
		}
	}
	if n := len(tail); n > 1 && tail[n-1].before && isImprint(tail[n-1].text) {
		return carrier(imprintName(tail[n-1].text))
	}
	if name := outletAbove(head); name != "" {
		return name
	}
	for _, edge := range [][]line{tail[max(0, len(tail)-1):], head[:min(len(head), 1)]} {
		for _, l := range edge {
			if name, ok := outlet.Site(l.text); ok {
				return name
			}
		}
	}
	return ""
}

// outletAbove names the carrier by one of the first lines: the paper in which an article first appeared, or a known outlet.
func outletAbove(head []line) string {
	for _, l := range head[:min(len(head), titleLines)] {
		if name, _, ok := firstAppeared(l.text); ok {
			return carrier(name)
		}
	}
	for _, l := range head[:min(len(head), 3)] {
		if len(l.text) > shortLine {
			continue
		}
		if name, known := outlet.Named(l.text); known {
			return carrier(name)
		}
	}
	return ""
}

// carrier cleans a name found by a rule. An agency is none, for its copyright stands under every copy of its
// text; nor is a sentence.
func carrier(name string) string {
	name = strings.TrimSpace(strings.Trim(strings.TrimSpace(name), `."”“|–—-,`))
	words := strings.Fields(name)
	r, _ := utf8.DecodeRuneInString(name)
	if len(words) == 0 || len(words) > 7 || unicode.IsLower(r) && !strings.Contains(name, ".") {
		return ""
	}
	if agencies(name) != "" || furniture.Line(name) { // "Source: Read full article"
		return ""
	}
	shown, known := outlet.Named(name)
	if known {
		return shown
	}
	if !strings.Contains(name, " ") && strings.Contains(name, ".") {
		if byHost, ok := outlet.OfHost(name); ok {
			return byHost
		}
	}
	return shown
}

// website reads "The Lantern's website can also be accessed at …" and "visit the Lantern's website". Ministries have websites
// too, on which they say things: a name that is no paper's must be one to visit.
func website(s string) string {
	for _, mark := range []string{"’s website", "'s website", "’s Web site", "'s Web site"} {
		before, after, ok := strings.Cut(s, mark)
		if !ok {
			continue
		}
		if name := lastName(before); namesPress(name) || strings.Contains(before, "isit ") || strings.Contains(after, "accessed") {
			return name
		}
	}
	return ""
}

// lastName gives the run of capitalised words that s ends with.
func lastName(s string) string {
	words := strings.Fields(s)
	i := len(words)
	for i > 0 {
		r, _ := utf8.DecodeRuneInString(words[i-1])
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && words[i-1] != "of" && words[i-1] != "&" {
			break
		}
		i--
	}
	return strings.Join(words[i:], " ")
}

// copyrightOf reads "© 2024 Harbour Post. All rights reserved." and its like.
func copyrightOf(s string) string {
	for _, mark := range []string{"©", "(c) ", "(C) ", "Copyright "} {
		if i := strings.Index(s, mark); i >= 0 && (i == 0 || mark == "©") && !isCaption(s) {
			return notice(s[i+len(mark):])
		}
	}
	return ""
}

// notice gives the holder named after a copyright sign: years and the reservation of rights are dropped.
func notice(s string) string {
	words := strings.Fields(s)
	for len(words) > 0 {
		w := strings.ToLower(strings.Trim(words[0], ".,;:()–—-"))
		if w != "©" && w != "copyright" && w != "by" && w != "c" && !isYears(w) {
			break
		}
		words = words[1:]
	}
	for i, w := range words {
		if i > 0 && isYears(strings.Trim(w, ".,;:()")) && len(w) >= len("2026") {
			words = words[:i] // "© Harbour Post 2026. Printed from …"
			break
		}
	}
	s = strings.Join(words, " ")
	for _, stop := range []string{". ", " All ", " all ", ", all", " | ", " – ", " - ", "; ", ", Inc", " Inc.", " Ltd", " LLC", ", a "} {
		s, _, _ = strings.Cut(s, stop)
	}
	return strings.Trim(s, ". |")
}

// isYears reports a year or a range of years.
func isYears(w string) bool { return strings.Trim(w, "0123456789–-/") == "" }

// sourceOf reads "Source: The Lantern" and "Source: Taurin Times and agencies".
func sourceOf(s string) string {
	rest, ok := strings.CutPrefix(s, "Source:")
	if !ok {
		rest, ok = strings.CutPrefix(s, "SOURCE:")
	}
	if !ok || isCaption(s) {
		return ""
	}
	rest, _, _ = strings.Cut(rest, "|")
	rest = strings.TrimSpace(rest)
	if agencies(rest) != "" {
		rest, _, _ = strings.Cut(strings.ReplaceAll(rest, " and ", ","), ",")
	}
	return rest
}

// invitations end a page; the outlet's name follows the first part and stands before the second. Reporters
// are followed too, so the name must look like an outlet's.
var invitations = [][2]string{
	{"Follow ", " on "},
	{"Subscribe to ", "'s "},
	{"Subscribe to ", "’s "},
	{"This article was originally published by ", ""},
	{"This article was originally published in ", ""},
	{"This article was originally published on ", ""},
	{"This article first appeared in ", ""},
	{"This article first appeared on ", ""},
	{"This article appeared in ", ""},
	{"This story was originally published by ", ""},
	{"This story first appeared in ", ""},
	{"This story first appeared on ", ""},
	{"Published by ", ""},
	{"Read more on ", ""},
	{"Read more at ", ""},
	{"Read the full story at ", ""},
	{"Read more from ", ""},
	{"Download the ", " app"},
	{"Sign up for ", "'s "},
	{"Sign up for ", "’s "},
	{"Join ", " on "},
}

func invitation(s string) string {
	for _, v := range invitations {
		rest, ok := strings.CutPrefix(s, v[0])
		if !ok {
			continue
		}
		name, _, closed := strings.Cut(rest, v[1])
		if v[1] == "" {
			name, closed = rest, true
		}
		name, _, _ = strings.Cut(name, ". ")
		if name = strings.TrimRight(name, "."); closed && isImprint(name) {
			return name
		}
	}
	return ""
}

// firstAppeared reads "This article first appeared in the Selk Weekly on 4 March 2031": the paper and the day.
func firstAppeared(s string) (name string, when articles.Date, ok bool) {
	if len(s) > shortLine || !strings.HasPrefix(s, "This ") {
		return "", articles.Date{}, false
	}
	for _, v := range invitations {
		rest, found := strings.CutPrefix(s, v[0])
		if !found || v[1] != "" {
			continue
		}
		name, day, _ := strings.Cut(strings.TrimPrefix(rest, "the "), " on ")
		if when, _ = date.Scan(strings.Fields(day)); when.Known() {
			when.From = articles.FromDateline
		}
		return name, when, namesPress(name) || isImprint(name)
	}
	return "", articles.Date{}, false
}

// linkOf reads the address that follows "Read more:" or "Source:"; only a known outlet is taken from it.
func linkOf(s string) string {
	i := strings.Index(s, "://")
	if i < 0 || !strings.HasPrefix(s, "Read more") && !strings.HasPrefix(s, "Source") && !strings.HasPrefix(s, "URL") && !strings.HasPrefix(s, "http") {
		return ""
	}
	start := strings.LastIndexAny(s[:i], " \t:") + 1
	address, _, _ := strings.Cut(s[start:], " ")
	if name, known := outlet.OfURL(address); known {
		return name
	}
	return ""
}

// pressWords are what newspapers and stations call themselves.
var pressWords = set("times post news herald courier gazette tribune journal telegraph today daily weekly chronicle standard observer mirror mail press tv radio agency guardian star express independent globe review monitor broadcasting network magazine dispatch examiner inquirer reporter sentinel ledger bulletin record argus echo advertiser register wire television")

// pressEndings close the names of German papers, alone or in one word with a place: "Hafenblatt".
var pressEndings = []string{"blatt", "zeitung", "anzeiger", "kurier", "nachrichten", "rundschau"}

// pressWord reports a word, in small letters, that newspapers and stations call themselves.
func pressWord(w string) bool {
	return pressWords[w] || slices.ContainsFunc(pressEndings, func(end string) bool { return strings.HasSuffix(w, end) })
}

// ownName gives the words of a paper's name before its town: "Evening Standard of Westport".
func ownName(words []string) []string {
	if i := slices.Index(words, "of"); i > 0 {
		return words[:i]
	}
	return words
}

// longestImprint is how many bytes a line has that names a paper.
const longestImprint = 60

// isImprint reports a line that is an outlet's name and nothing else: a known name, or a few capitalised words
// of which one is a newspaper's or the first is "The", perhaps with a place after a comma.
func isImprint(s string) bool {
	if len(s) > longestImprint {
		return false
	}
	if _, known := outlet.Named(s); known {
		return true
	}
	words := strings.Fields(imprintName(s))
	if len(words) == 0 || len(words) > 5 || lastName(strings.Join(words, " ")) != strings.Join(words, " ") || strings.ContainsAny(s, ".:;!?\"“”") {
		return false
	}
	return len(words) > 1 && (words[0] == "The" && len(words) <= 3 || pressWord(strings.ToLower(words[len(words)-1])))
}

func imprintName(s string) string {
	name, _, _ := strings.Cut(s, ",")
	return name
}
