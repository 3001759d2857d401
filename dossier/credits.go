package dossier

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// creditable bounds the articles that others of one statement may credit, the first in order of publication.
const creditable = 40

// credits gives, for articles among those of one statement, the article there whose outlet the text names as where the words come
// from: "he said in an interview with the Meridian", "the Meridian reports". Two that name each other tell nothing, and nobody has
// words from what was surely printed later.
func (l *loader) credits(apps []Appearance) (map[ArticleID]ArticleID, error) {
	var all []*ArticleInfo
	seen := map[ArticleID]bool{}
	for i := range apps {
		if a := &apps[i].Article; !seen[a.ID] {
			seen[a.ID] = true
			all = append(all, a)
		}
	}
	out := map[ArticleID]ArticleID{}
	for i := range all {
		for k := 0; k < min(len(all), creditable) && out[all[i].ID] == ""; k++ {
			a, b := all[i], all[k]
			if a.Outlet.Name == b.Outlet.Name || surelyBefore(a.Published, b.Published) {
				continue
			}
			there, err := l.credited(a.ID, b.Outlet.Name)
			if err != nil {
				return nil, err
			}
			if !there {
				continue
			}
			back, err := l.credited(b.ID, a.Outlet.Name)
			if err != nil {
				return nil, err
			}
			if !back {
				out[a.ID] = b.ID
			}
		}
	}
	return out, nil
}

// credited reports whether an article credits an outlet with something.
func (l *loader) credited(id ArticleID, outlet string) (bool, error) {
	p, err := l.page(string(id))
	if err != nil {
		return false, err
	}
	return credits(p.text, outlet), nil
}

// Around a name a word that credits has to stand, so many bytes before it or behind.
const (
	creditBefore = 40
	creditBehind = 24
)

// crediting are words by which who is named near them is said to have something first.
var crediting = []string{
	"told", "interview", "report", "according to", "citing", "cite", "quot", "informs", "news agency", "published", "broadcast", "aired", "seen by",
	"obtained by", "provided to", "statement to", "speaking to", "spoke to", "talking to", "wrote in", "with reference to",
}

// credits reports whether a text names an outlet as a word of its own, and next to it a word that credits.
func credits(text, outlet string) bool {
	outlet = strings.TrimSuffix(strings.TrimPrefix(outlet, "The "), " Agency") // told Selk News, which is the Selk News Agency
	if utf8.RuneCountInString(outlet) < 3 {
		return false
	}
	for from := 0; ; {
		at := strings.Index(text[from:], outlet)
		if at < 0 {
			return false
		}
		begin := from + at
		end := begin + len(outlet)
		from = end
		if !wholeWord(text, begin, end) {
			continue
		}
		near := strings.ToLower(leadIn(text, begin) + " | " + leadOut(text, end))
		if slices.ContainsFunc(crediting, func(w string) bool { return strings.Contains(near, w) }) {
			return true
		}
	}
}

// wholeWord reports whether no letter or digit stands right before or behind text[begin:end].
func wholeWord(text string, begin, end int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:begin])
	s, _ := utf8.DecodeRuneInString(text[end:])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsLetter(s) && !unicode.IsDigit(s)
}

// leadIn and leadOut give what a sentence has right around a place in a text.
func leadIn(text string, at int) string {
	cut := text[max(0, at-creditBefore):at]
	return cut[strings.LastIndexAny(cut, "\n\"”“")+1:]
}

func leadOut(text string, at int) string {
	cut := text[at:min(len(text), at+creditBehind)]
	if end := strings.IndexAny(cut, "\n\"”“"); end >= 0 {
		cut = cut[:end]
	}
	return cut
}
