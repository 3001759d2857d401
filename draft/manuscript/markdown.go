package manuscript

import (
	"regexp"
	"strings"
)

// The signs of Markdown that readers do not see, by the commonest dialects. What is no sign stays as it is, a
// lone asterisk or underscore too.
var (
	fence    = regexp.MustCompile("^\\s*(```|~~~)")
	lineSign = regexp.MustCompile(`^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,3}[.)]\s+)+`)
	rule     = regexp.MustCompile(`^\s*(?:[-*_]\s*){3,}$|^\s*=+\s*$`)
	picture  = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)`)
	link     = regexp.MustCompile(`\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])`)
	stressed = regexp.MustCompile(`(\*\*\*|\*\*|\*|___|__|~~)(\S(?:.*?\S)?)(?:\*\*\*|\*\*|\*|___|__|~~)`)
	slanted  = regexp.MustCompile(`(^|[\s("“‘])_(\S(?:[^_]*\S)?)_`)
	escaped  = regexp.MustCompile("\\\\([\\\\`*_{}\\[\\]()#+.!>~-])")
	comment  = regexp.MustCompile(`(?s)<!--.*?-->`)
)

// readMarkdown gives the text without its signs, line by line. Lines of one paragraph stay lines, until they are unwrapped.
func readMarkdown(source string) string {
	var b strings.Builder
	fenced := false
	for _, line := range strings.Split(comment.ReplaceAllString(source, ""), "\n") {
		if fence.MatchString(line) {
			fenced = !fenced
			line = ""
		}
		if !fenced {
			line = plainLine(line)
		}
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return strings.TrimSpace(b.String()) + "\n"
}

func plainLine(line string) string {
	if rule.MatchString(line) {
		return ""
	}
	line = lineSign.ReplaceAllString(line, "")
	line = picture.ReplaceAllString(line, "")
	line = link.ReplaceAllString(line, "$1")
	line = stressed.ReplaceAllString(line, "$2")
	line = slanted.ReplaceAllString(line, "$1$2")
	return escaped.ReplaceAllString(line, "$1")
}
