package masthead

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quotidian/articles"
	"quotidian/articles/date"
	"quotidian/articles/outlet"
)

// title gives the headline: the first line that looks like one, after breadcrumbs and section names. A first
// line that is printed again as the next one is the headline too, whatever it looks like: pages do that with
// the teaser of a story.
func title(head []line) string {
	for i, l := range head[:min(len(head), 4)] {
		if _, known := outlet.Named(l.text); known || breadcrumb(l.text) {
			continue
		}
		if next := i + 1; next < len(head) && head[next].text == l.text {
			return l.text
		}
		if headline(l.text) && !wrapped(head[i:]) {
			return l.text
		}
		return ""
	}
	return ""
}

const longestHeadline = 180 // code points; in CNN/DailyMail and the sample pages 99.9 % are shorter

func headline(s string) bool {
	if n := utf8.RuneCountInString(s); n > longestHeadline || n < 8 || strings.Count(s, " ") < 1 {
		return false
	}
	if _, _, ok := publicationLine(s); ok || byline(s) != "" {
		return false
	}
	if _, ok := dateline(s); ok {
		return false
	}
	if strings.Contains(s, "://") || endsClause(strings.TrimRight(s, `"”’')`)) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"“‘'«„([`))
	return unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.IsLetter(first) && !unicode.IsLower(first) || strings.HasPrefix(s, "'")
}

// endsClause reports that a line ends as running text does; headlines end in no full stop, but may trail off.
func endsClause(s string) bool {
	return strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ",")
}

// breadcrumb reports a trail of sections ("News / World / Europe") or a section name of one word.
func breadcrumb(s string) bool {
	if len(s) > furniture {
		return false
	}
	for _, sep := range []string{" / ", " > ", " » ", " › "} {
		parts := strings.Split(strings.Join(strings.Fields(s), " "), sep)
		if len(parts) < 2 {
			continue
		}
		for _, p := range parts {
			if len(strings.Fields(p)) > 3 {
				return false
			}
		}
		return true
	}
	return !strings.ContainsAny(s, " \t") && len(s) < 24
}

// wrapped reports that the first line is the beginning of a paragraph set in lines of equal width.
func wrapped(ls []line) bool {
	if len(ls) < 2 || ls[0].after {
		return false
	}
	next := ls[1].text
	if r, _ := utf8.DecodeRuneInString(next); unicode.IsLower(r) {
		return true
	}
	full := func(l line) bool { n := utf8.RuneCountInString(l.text); return n >= 55 && n <= 85 }
	return len(ls) > 2 && full(ls[0]) && full(ls[1]) && !ls[1].after && !strings.ContainsAny(next[len(next)-1:], ".!?\"")
}

// labels are the words of a line of publication beside the date itself.
var labels = set("published publication posted updated update last first modified date on at created issued released time edited and gmt utc bst cet " +
	"veröffentlicht aktualisiert erstellt stand uhr am um publié mis à jour le publicado actualizado el a las pubblicato aggiornato il alle " +
	"giriş güncelleme yayınlanma yayın tarihi saat son dərc edilib tarix опубликовано обновлено дата публикации в")

// publicationLine reads a line that states when the article was published and says nothing else, save who
// wrote it or who published it. A caption or a sentence always has other words.
func publicationLine(s string) (d articles.Date, by string, ok bool) {
	if len(s) > furniture || !strings.ContainsAny(s, "0123456789") {
		return articles.Date{}, "", false
	}
	d, rest := date.Scan(strings.Fields(s))
	if !d.Known() {
		return articles.Date{}, "", false
	}
	if second, rest2 := date.Scan(rest); second.Known() {
		rest = rest2 // "Published 3 May 2024, updated 4 May 2024": the first is the publication
	}
	var other []string
	for _, w := range rest {
		if !labels[strings.ToLower(strings.Trim(w, ".:,;|-–—•·()"))] && strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			other = append(other, w)
		}
	}
	d.From = "dateline"
	who := strings.Join(other, " ")
	if parted(s) && len(other) <= mostBeside && places(other) {
		return d, byline(who), true // "20.11.2026, 14:05 | Ida Lund": it may be a section as well as a name
	}
	if by = byline(strings.Trim(who, " ,|")); by != "" || who == "" || isImprint(who) {
		return d, by, true
	}
	return articles.Date{}, "", false
}

// mostBeside is how many words a name or a section has that stands beside the date of publication.
const mostBeside = 4

// parted reports a line whose parts stand side by side, as only templates set them.
func parted(s string) bool {
	for _, sep := range []string{" | ", " • ", " · ", " / "} {
		if strings.Contains(s, sep) {
			return true
		}
	}
	return false
}

var (
	byWords = []string{
		"By ", "BY ", "by ", "Written by ", "Story by ", "Reported by ", "Submitted by ", "Posted by ", "Author: ", "Authors: ",
		"Autor: ", "Autorin: ", "Auteur : ", "Автор: ", "Авторы: ", "Автор статті: ", "Yazar: ", "Müəllif: ", "Հեղինակ՝ ", "ავტორი: ",
	}
	connective = set("and in for of de da di van von der den al el bin the with at la le du ibn ter y & staff correspondent reporter reporters editor agencies writer")
)

const longestByline = 12 // words

// byline gives the names of a line such as "By Ilka Sorensdotter and Ansel Brodie in Selk", else "".
func byline(s string) string {
	rest, found := "", false
	for _, p := range byWords {
		if rest, found = strings.CutPrefix(s, p); found {
			break
		}
	}
	if !found || len(s) > furniture || strings.HasSuffix(s, ".") {
		return ""
	}
	words := strings.Fields(rest)
	if len(words) == 0 || len(words) > longestByline {
		return ""
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(@"))
		if !unicode.IsUpper(r) && !connective[strings.Trim(w, ",")] && strings.Trim(w, "|,–—-/") != "" {
			return ""
		}
	}
	return strings.Trim(strings.Join(words, " "), " ,|–—-")
}

// place of an article: "SHUSHA, Sept 23 (Reuters)".
type dline struct {
	text   string
	agency string
	date   articles.Date
}

const longestDateline = 90 // bytes

// dateline reads the place, day and agency that open a paragraph before a dash. The place must be in capitals,
// or an agency or a date must stand with it, for many sentences have a dash.
func dateline(s string) (dline, bool) {
	at, after := dash(s)
	if at <= 0 || len(strings.Fields(s[after:])) < 3 {
		return dline{}, false
	}
	d := dline{text: strings.TrimSpace(s[:at])}
	rest := d.text
	if open := strings.LastIndexByte(rest, '('); open >= 0 && strings.HasSuffix(rest, ")") {
		d.agency = agencyIn(rest[open+1 : len(rest)-1])
		if d.agency == "" {
			return dline{}, false
		}
		rest = strings.TrimSpace(rest[:open])
	}
	words := strings.Fields(rest)
	dt, left := date.Scan(words)
	if dt.Known() {
		d.date = dt
		d.date.From = "dateline"
	}
	left, dayless := withoutDay(left)
	if !places(left) {
		return dline{}, false
	}
	certain := d.agency != "" || dt.Known() || dayless
	return d, certain || len(left) > 0 && inCapitals(left[0])
}

// dash finds the dash that closes a dateline: where it begins and where the text goes on.
func dash(s string) (at, after int) {
	head := s[:boundary(s, longestDateline)]
	at = -1
	for _, d := range []string{" - ", " – ", " — ", ") -", ")--", " -- ", "— ", "– ", "—"} {
		i := strings.Index(head, d)
		if i < 0 || at >= 0 && i >= at {
			continue
		}
		at, after = i, i+len(d)
		if d[0] == ')' {
			at++
		}
	}
	return at, after
}

// withoutDay drops a day that has no year ("Sept 23", "23 May") from the words of a dateline.
func withoutDay(words []string) ([]string, bool) {
	for i := 0; i+1 < len(words); i++ {
		pair := strings.Trim(words[i], ".,") + " " + strings.Trim(words[i+1], ".,")
		if d, rest := date.Scan(strings.Fields(pair + " 2000")); d.Known() && len(rest) == 0 {
			return append(words[:i:i], words[i+2:]...), true
		}
	}
	return words, false
}

// places reports that all words are capitalised or join names, and that they are few.
func places(words []string) bool {
	if len(words) > 6 {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !connective[strings.Trim(w, ",")] && strings.Trim(w, "/,") != "" {
			return false
		}
	}
	return true
}

func inCapitals(w string) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 3
}

// agencyIn reads what stands in the brackets of a dateline: a known agency, several, or a name of up to three
// capitalised words, for only an agency or the outlet itself is ever printed there.
func agencyIn(s string) string {
	if a := agencies(s); a != "" {
		return a
	}
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 3 || !places(words) || isCaption(s) {
		return ""
	}
	name, _ := outlet.Named(s)
	return name
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
