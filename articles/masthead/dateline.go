package masthead

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"quotidian/articles"
	"quotidian/articles/date"
	"quotidian/articles/outlet"
	"quotidian/assets/lexicon"
)

// place of an article: "SHUSHA, Sept 23 (Reuters)".
type dline struct {
	text   string
	agency string
	listed bool // the agency is a known one
	date   articles.Date
	day    bool // a day is named, with its year or without
}

const longestDateline = 90 // bytes

// dateline reads the place, day and agency that open a paragraph before a dash, or that an agency closes: "SELK, May 15
// (Reuters) - ", "SELK, May 15 (PTI): ", "SELK, May 15. /TASS/. ". The place must be in capitals, or an agency or a date must
// stand with it, for many sentences have a dash.
func dateline(s string) (dline, bool) {
	if at, after := dash(s); at > 0 && goesOn(s[after:]) {
		if d, ok := readDateline(strings.TrimSpace(s[:at])); ok {
			return d, true
		}
	}
	for _, end := range [...]func(string) (int, int){bracket, slashes} {
		if at, after := end(s); at > 0 && goesOn(s[after:]) {
			if d, ok := readDateline(strings.TrimSpace(s[:at])); ok && (d.listed || d.day) { // "ORLO VARGA (Free Varn):" speaks
				return d, true
			}
		}
	}
	return knownPlace(s)
}

// knownPlaces are the places that are known by name, in lower case.
var knownPlaces = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, f := range lexicon.Lines("common/places.tsv") {
		m[strings.ToLower(f[0])] = true
	}
	return m
})

const longestPlace = 40 // bytes

// knownPlace reads a dateline that is a known place and a colon, as papers of South Asia have it. In a headline the place speaks,
// so only a paragraph has one: a sentence, or a line that is too long for a headline.
func knownPlace(s string) (dline, bool) {
	at := strings.IndexByte(s[:boundary(s, longestPlace)], ':')
	if at < 0 || !strings.HasSuffix(s, ".") && len(s) <= shortLine || !goesOn(s[at+1:]) || !knownPlaces()[strings.ToLower(s[:at])] {
		return dline{}, false
	}
	return dline{text: s[:at]}, true
}

// goesOn reports that a paragraph has more than its dateline.
func goesOn(s string) bool {
	n := 0
	for range strings.FieldsSeq(s) {
		if n++; n == 3 {
			return true
		}
	}
	return false
}

// readDateline reads what stands before the end of a dateline.
func readDateline(text string) (dline, bool) {
	d := dline{text: text}
	rest, credit := beforeCredit(strings.TrimRight(text, ".:"))
	if credit != "" {
		if d.agency = agencyIn(credit); d.agency == "" {
			left, found := withoutDay(strings.Fields(credit))
			if d.day = found && len(left) == 0; !d.day {
				return dline{}, false
			}
		}
		d.listed = agencies(credit) != ""
	}
	words := slices.DeleteFunc(strings.Fields(rest), func(w string) bool { return w[0] == '[' || w[0] == '(' }) // "Selk (Arden)"
	if d.agency == "" {
		d.agency, words = lastAgency(words)
		d.listed = d.agency != ""
	}
	dt, left := date.Scan(words)
	if dt.Known() {
		d.date = dt
		d.date.From = articles.FromDateline
	}
	left, dayless := withoutDay(left)
	if !places(left) {
		return dline{}, false
	}
	d.day = d.day || dayless || dt.Known()
	return d, d.agency != "" || d.day || len(left) > 0 && inCapitals(left[0])
}

// lastAgency takes a known agency, perhaps with its site ("Fineko/abc.az"), off the end of the words of a dateline.
func lastAgency(words []string) (agency string, rest []string) {
	n := len(words)
	if n == 0 {
		return "", words
	}
	name, _, _ := strings.Cut(strings.Trim(words[n-1], ".,:"), "/")
	if a, ok := outlet.Agency(name); ok {
		return a, words[:n-1]
	}
	return "", words
}

// beforeCredit parts a dateline from what stands at its end in brackets or between slashes.
func beforeCredit(s string) (rest, credit string) {
	for _, pair := range []string{"()", "//"} {
		if !strings.HasSuffix(s, pair[1:]) {
			continue
		}
		if open := strings.LastIndexByte(s[:len(s)-1], pair[0]); open >= 0 {
			return strings.TrimSpace(s[:open]), s[open+1 : len(s)-1]
		}
	}
	return s, ""
}

// bracket finds the bracket before a colon that closes a dateline: where it ends and where the text goes on.
func bracket(s string) (at, after int) {
	head := s[:boundary(s, longestDateline)]
	for _, b := range []string{"):", ") :"} {
		if i := strings.Index(head, b); i >= 0 {
			return i + 1, i + len(b)
		}
	}
	return -1, 0
}

// slashes finds the end of a dateline in the manner of Moscow: "SELK, May 15. /TASS/. ", "Selk, 15 May, ARMENPRESS. ".
func slashes(s string) (at, after int) {
	head := s[:boundary(s, longestDateline)]
	if open := strings.Index(head, " /"); open >= 0 {
		if end := strings.IndexByte(head[open+2:], '/'); end > 0 && head[open+2] != ' ' {
			at = open + 2 + end + 1
			return at, at + len(s[at:]) - len(strings.TrimLeft(s[at:], ".:- –—"))
		}
	}
	for i := range len(head) - 1 {
		if head[i+1] != ' ' || head[i] != '.' && head[i] != '/' {
			continue
		}
		if a, _ := lastAgency([]string{head[strings.LastIndexByte(head[:i], ' ')+1 : i]}); a != "" {
			return i, i + 2
		}
	}
	return -1, 0
}

// placeLine reads a dateline that is a line of its own: "SELK, Marovia, Oct. 17". The day ends it after a comma, or an agency
// after the day, and nothing but names stands before.
func placeLine(s string) bool {
	if len(s) > longestDateline || !strings.Contains(s, ",") {
		return false
	}
	_, words := lastAgency(strings.Fields(s))
	if len(words) == 0 {
		return false
	}
	when, left := date.Scan(words)
	left, day := withoutDay(left)
	n := len(left)
	return (when.Known() || day) && n > 0 && n <= mostPlaces && n < len(words) && strings.HasSuffix(words[n-1], ",") && words[0] == left[0] && places(left) &&
		!slices.ContainsFunc(left, func(w string) bool { return connective[strings.Trim(w, ",")] })
}

// mostPlaces is how many words a place has with its country.
const mostPlaces = 4

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

const digits = "0123456789"

// withoutDay drops a day that has no year ("Sept 23", "23 May") from the words of a dateline.
func withoutDay(words []string) ([]string, bool) {
	for i := 0; i+1 < len(words); i++ {
		if !strings.ContainsAny(words[i], digits) && !strings.ContainsAny(words[i+1], digits) {
			continue
		}
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
