// Package furniture knows the lines that pages print around an article and between its paragraphs: buttons, counters,
// headings of lists of other stories, forms for comments. They come along when a page is copied or saved as text.
//
// It knows them by their words (assets/lexicon/common/furniture.tsv), never by their place: where such a line may be left
// out is for those who ask to know.
package furniture

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"quotidian/assets/lexicon"
)

// kinds of phrases, as the lexicon names them.
const (
	button  = "button"
	between = "between"
	foot    = "foot"
	lead    = "lead"
	label   = "label"
)

type phrases struct {
	kinds   map[string]map[string]bool // kind → phrases
	first   map[string]bool            // their first words: most lines need no closer look
	longest int                        // words of the longest phrase
}

var load = sync.OnceValue(func() phrases {
	p := phrases{kinds: map[string]map[string]bool{button: {}, between: {}, foot: {}, lead: {}, label: {}}, first: map[string]bool{}}
	for _, f := range lexicon.Lines("common/furniture.tsv") {
		p.kinds[f[0]][f[1]] = true
		word, _, _ := strings.Cut(f[1], " ")
		p.first[word] = true
		p.longest = max(p.longest, strings.Count(f[1], " ")+1)
	}
	return p
})

const (
	longestLine = 120 // bytes of a line that is made of phrases
	longestList = 400 // … of one with a label before it
	// aroundWord are the marks that stand at the ends of words on buttons.
	aroundWord = ".,;:!?*|/\\()[]{}<>«»‹›→←▸►•·…–—-+#%\"“”'‘’&"
)

// Line reports a line that is made of such phrases and of numbers and marks: "Share Tweet Print", "0 Shares", "2 min read",
// "Leave a Reply", "Tags: Orlo, Varga", or that names a site's emblem: "Harbour Post logo". A line without a word is none.
func Line(s string) bool {
	if isLogo(s) || labelled(s) {
		return true
	}
	words := wordsOf(s)
	if len(words) == 0 || len(words) == 1 && strings.HasSuffix(s, ".") { // "Listen." ends a story
		return false
	}
	return made(words, button, between, foot)
}

// isLogo reports the name of a site's emblem: "logo", "Selk Courier logo", "SC Logo". "Orlo unveils new logo" is a headline.
func isLogo(s string) bool {
	name, ok := strings.CutSuffix(s, "logo")
	most := mostLogo
	if !ok {
		if name, ok = strings.CutSuffix(s, "Logo"); !ok {
			return false
		}
		most = 1
	}
	words := strings.Fields(name)
	return len(words) <= most && (name == "" || name[len(name)-1] == ' ') && !slices.ContainsFunc(words, func(w string) bool { return !beginsLarge(w) })
}

// mostLogo is how many words stand before "logo" in a site's name.
const mostLogo = 3

// labelled reports a line that says under what the article is filed.
func labelled(s string) bool {
	name, rest, ok := strings.Cut(s, ":")
	if !ok || len(s) > longestList || strings.HasSuffix(strings.TrimSpace(rest), ".") {
		return false
	}
	words := wordsOf(name)
	return len(words) > 0 && made(words, label)
}

// Between reports a line that may stand between two paragraphs and belongs to neither. The last line of a paragraph that is
// broken into lines ends with a full stop or begins small.
func Between(s string) bool {
	words := wordsOf(s)
	return len(words) > 0 && made(words, between) && beginsLarge(s) && (!strings.HasSuffix(s, ".") || strings.HasSuffix(s, "..."))
}

func beginsLarge(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLower(r)
}

// OpensFoot reports a line that heads what follows an article: other stories, comments, tags.
func OpensFoot(s string) bool {
	words := wordsOf(s)
	return len(words) > 0 && (made(words, foot, button) && !made(words, button) || labelled(s))
}

// LeadsAway reports a line that is the headline of another story after a label: "RELATED: Orlo opens the gates". A whole
// sentence after such a label may be the article's own, and an address says who published it.
func LeadsAway(s string) bool {
	name, rest, ok := strings.Cut(s, ":")
	if !ok || len(s) > longestList || !beginsLarge(s) {
		return false
	}
	if words := wordsOf(name); len(words) == 0 || !made(words, lead) || len(strings.Fields(rest)) < fewestLinked || strings.Contains(rest, "//") {
		return false
	}
	bare := strings.TrimRight(rest, ` "”’'»)`)
	return bare != "" && !strings.ContainsAny(bare[len(bare)-1:], ".?!") || strings.HasSuffix(bare, "...")
}

// fewestLinked is how many words a headline has.
const fewestLinked = 3

// wordsOf gives the words of a short line in lower case, without marks and numbers; nil for a long line, for one that begins as
// no phrase does, and for one in which somebody may be quoted.
func wordsOf(s string) []string {
	if len(s) > longestLine {
		return nil
	}
	var words []string
	for w := range strings.FieldsSeq(s) {
		w = strings.Trim(w, aroundWord)
		if strings.IndexFunc(w, unicode.IsLetter) < 0 {
			continue
		}
		w = strings.ReplaceAll(strings.ToLower(w), "’", "'")
		if len(words) == 0 && (!load().first[w] || quotes(s)) {
			return nil
		}
		words = append(words, w)
	}
	return words
}

func quotes(s string) bool {
	return strings.ContainsAny(s, `"“”`) || strings.Contains(s, "«") && strings.Contains(s, "»")
}

// made reports that words are phrases of the kinds and nothing else, taking the longest phrase first.
func made(words []string, kinds ...string) bool {
	p := load()
next:
	for len(words) > 0 {
		for n := min(p.longest, len(words)); n > 0; n-- {
			phrase := strings.Join(words[:n], " ")
			for _, k := range kinds {
				if p.kinds[k][phrase] {
					words = words[n:]
					continue next
				}
			}
		}
		return false
	}
	return true
}

// Languages reports a line in which a site offers itself in several languages: letters of three scripts stand in it.
func Languages(s string) bool {
	if len(s) > longestLine {
		return false
	}
	var seen [6]bool
	n := 0
	for _, r := range s {
		if r < utf8.RuneSelf && !unicode.IsLetter(r) {
			continue
		}
		for i, t := range scripts {
			if unicode.Is(t, r) && !seen[i] {
				seen[i] = true
				n++
			}
		}
	}
	return n >= 3
}

var scripts = [6]*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Arabic, unicode.Han, unicode.Armenian, unicode.Georgian}
