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

// title gives the headline: the first line that looks like one, after breadcrumbs, section names, buttons and the day. A
// first line that is printed again as the next one is the headline too, whatever it looks like: pages do that with
// the teaser of a story.
func title(head []line) string {
	for i, l := range head[:min(len(head), titleLines)] {
		if aboveHeadline(l.text) || i+1 < len(head) && isKicker(l.text, head[i+1].text) {
			continue
		}
		if next := i + 1; next < len(head) && head[next].text == l.text && strings.IndexFunc(l.text, unicode.IsLetter) >= 0 {
			return l.text
		}
		if headline(l.text) && !wrapped(head[i:]) {
			return withoutWay(l.text)
		}
		return ""
	}
	return ""
}

// withoutWay takes the way to a page off its headline: "Home / News / Gates open".
func withoutWay(s string) string {
	for _, sep := range []string{" / ", " > ", " » ", " › "} {
		if at := strings.LastIndex(s, sep); at > 0 && strings.HasPrefix(s, "Home"+sep) && headline(s[at+len(sep):]) {
			return s[at+len(sep):]
		}
	}
	return s
}

// titleLines is how many of the first lines can be the headline.
const titleLines = 6

// aboveHeadline reports a line that can stand above a headline and is none.
func aboveHeadline(s string) bool {
	if len(s) > shortLine {
		return false
	}
	if _, known := outlet.Named(s); known || agencies(fromAllCapitals(s)) != "" || breadcrumb(s) || furniture.Line(s) || furniture.Languages(s) || aboutDay(s) || placeLine(s) {
		return true
	}
	if _, _, ok := firstAppeared(s); ok {
		return true
	}
	_, site := outlet.Site(s)
	return site || isStub(s)
}

// isStub reports a few words that no headline begins or ends with: a label without its value, or a slogan in small letters.
func isStub(s string) bool {
	n := len(strings.Fields(s))
	first, _ := utf8.DecodeRuneInString(s)
	return n <= mostKicker && (strings.HasSuffix(s, ":") || unicode.IsLower(first) && !strings.HasSuffix(s, "."))
}

// aboutDay reports a line about the day alone, with its year or without: "Tuesday, 4 March", "4 March, 17:50 (UTC+3 MSK)".
func aboutDay(s string) bool {
	if _, _, ok := publicationLine(s); ok {
		return true
	}
	left, found := withoutDay(strings.Fields(s))
	return found && !slices.ContainsFunc(left, func(w string) bool {
		w = strings.ToLower(strings.Trim(w, ".,:;|()–—-"))
		return !labels[w] && !weekdays[w] && !strings.ContainsAny(w, "0123456789") && w != ""
	})
}

// isKicker reports a line that names the section or the running story above a headline: "WORLD NEWS", "DAM CRISIS".
func isKicker(s, next string) bool {
	words := strings.Fields(s)
	n := len(words)
	if n == 0 || n > mostKicker {
		return false
	}
	if n > 1 && strings.EqualFold(words[n-1], "news") {
		return true
	}
	return n < mostKicker && strings.ToUpper(s) == s && headline(next) && strings.ToUpper(next) != next && len(strings.Fields(next)) > mostKicker
}

// mostKicker is how many words stand above a headline.
const mostKicker = 3

const longestHeadline = 180 // code points; in CNN/DailyMail and the sample pages 99.9 % are shorter

func headline(s string) bool {
	if n := utf8.RuneCountInString(s); n > longestHeadline || n < 8 || strings.Count(s, " ") < 1 {
		return false
	}
	if _, _, ok := publicationLine(s); ok || byline(s) != "" {
		return false
	}
	if _, ok := dateline(s); ok || placeLine(s) {
		return false
	}
	if strings.Contains(s, "://") || endsClause(s) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"“‘'«„([`))
	return unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.IsLetter(first) && !unicode.IsLower(first) || strings.HasPrefix(s, "'")
}

// endsClause reports that a line ends as running text does; headlines end in no full stop, but may trail off.
func endsClause(s string) bool {
	bare := strings.TrimRight(s, `"”’')`)
	return strings.HasSuffix(bare, ".") && !strings.HasSuffix(bare, "..") || strings.HasSuffix(bare, ":") || strings.HasSuffix(s, ",")
}

// breadcrumb reports a trail of sections ("News / World / Europe") or a section name of one word.
func breadcrumb(s string) bool {
	if len(s) > shortLine {
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
	"publish edit read reads views view hits count hrs local ago a an year years month months week weeks day days hour hours minute minutes second seconds " +
	"msk est edt cst cdt pst pdt ist cet cest veröffentlicht aktualisiert erstellt stand uhr am um publié mis à jour le publicado actualizado el a las pubblicato aggiornato il alle " +
	"giriş güncelleme yayınlanma yayın tarihi saat son dərc edilib tarix опубликовано обновлено дата публикации в")

// publicationLine reads a line that states when the article was published and says nothing else, save who
// wrote it or who published it. A caption or a sentence always has other words.
func publicationLine(s string) (d articles.Date, by string, ok bool) {
	if len(s) > shortLine || !strings.ContainsAny(s, "0123456789") {
		return articles.Date{}, "", false
	}
	s = bars.Replace(s)
	d, rest := date.Scan(strings.Fields(s))
	if !d.Known() {
		return articles.Date{}, "", false
	}
	if second, rest2 := date.Scan(rest); second.Known() {
		rest = rest2 // "Published 3 May 2024, updated 4 May 2024": the first is the publication
		if updatedFirst(s) {
			d = second
		}
	}
	other := beside(rest)
	d.From = "dateline"
	who := strings.Join(other, " ")
	if places(other) && (parted(s) && len(other) <= mostBeside || hasClock(s) && len(other) <= mostAfterClock) {
		return d, byline(who), true // "20.11.2026, 14:05 | Ida Lund": it may be a section as well as a name
	}
	if by = byline(strings.Trim(who, " ,|")); by != "" || who == "" || isImprint(who) || papersName(strings.Trim(who, " ,|"), true) {
		return d, by, true
	}
	return articles.Date{}, "", false
}

// beside gives the words that stand beside the date of publication and its labels.
func beside(words []string) (other []string) {
	for _, w := range words {
		if !labels[strings.ToLower(strings.Trim(w, ".:,;|-–—•·()"))] && strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			other = append(other, w)
		}
	}
	return other
}

// bars sets the parts of a line apart that stand close: "Source: Meridian| 2031-03-04 15:26|Editor: Ida Lund".
var bars = strings.NewReplacer("|", " | ")

// mostBeside is how many words a name or a section has that stands beside the date of publication, mostAfterClock how many a
// section or a place has where the time of day shows that a moment is meant: "14 May 2024 at 18:09 Politics".
const (
	mostBeside     = 4
	mostAfterClock = 2
)

// hasClock reports a time of day in a line.
func hasClock(s string) bool {
	for i := 1; i+2 < len(s); i++ {
		if s[i] == ':' && isDigit(s[i-1]) && isDigit(s[i+1]) && isDigit(s[i+2]) {
			return true
		}
	}
	return false
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

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
	if !found || len(s) > shortLine || strings.HasSuffix(s, ".") {
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

// works are what the people who write for a paper are called.
var works = set("reporter reporters correspondent correspondents bureau writer editor desk staff")

const mostWork = 7 // words of a name with the work

// byWork gives the first line below a headline that names who wrote an article by a work: "Staff Correspondent", "Ida Lund
// Chief Reporter".
func byWork(below []line) string {
	for _, l := range below {
		words := strings.Fields(l.text)
		if n := len(words); n > 1 && n <= mostWork && places(words) && works[strings.ToLower(words[n-1])] {
			return l.text
		}
	}
	return ""
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
