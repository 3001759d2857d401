package html

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// twice are the characters of quotations and of typesetting by their names, which a page shows where a program escaped a text that
// was escaped.
var twice = strings.NewReplacer(
	"&ldquo;", "“", "&rdquo;", "”", "&lsquo;", "‘", "&rsquo;", "’", "&bdquo;", "„", "&sbquo;", "‚", "&laquo;", "«", "&raquo;", "»",
	"&quot;", `"`, "&apos;", "'", "&#39;", "'", "&#039;", "'", "&#8216;", "‘", "&#8217;", "’", "&#8220;", "“", "&#8221;", "”", "&#8222;", "„",
	"&ndash;", "–", "&mdash;", "—", "&#8211;", "–", "&#8212;", "—", "&hellip;", "…", "&#8230;", "…", "&nbsp;", " ", "&#160;", " ", "&amp;", "&",
)

// openers are those that only a text has that was escaped twice, if a letter follows: a page about such names sets them apart.
var openers = []string{"&ldquo;", "&lsquo;", "&rsquo;", "&bdquo;", "&laquo;", "&quot;", "&#39;", "&#039;", "&#8217;", "&#8220;", "&#8222;"}

// unescaped reads the names of characters that a page shows.
func unescaped(s string) string {
	for _, name := range openers {
		for rest := s; ; {
			_, after, ok := strings.Cut(rest, name)
			if !ok {
				break
			}
			if beginsWord(after) {
				return twice.Replace(s)
			}
			rest = after
		}
	}
	return s
}

func beginsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}
