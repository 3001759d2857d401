// Package lexicon holds the word lists of the core, one data file each, by language.
//
// A file is UTF-8 text. Lines that begin with '#' are comments; the first ones say what the list is, where it
// came from and under which licence. The other lines are tab-separated fields, documented in the file's head.
// The rooms parse what they need at start; this package only hands out the bytes, so that adding a language
// means adding files.
package lexicon

import (
	"embed"
	"strings"
)

//go:embed en common
var files embed.FS

// Lines gives the entries of a list such as "en/cues.tsv", comments and blank lines left out, each cut at its
// tabs. A missing file is our own bug and panics.
func Lines(name string) [][]string {
	raw, err := files.ReadFile(name)
	if err != nil {
		panic("internal error: lexicon: " + err.Error())
	}
	var out [][]string
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		out = append(out, strings.Split(line, "\t"))
	}
	return out
}

// Set gives the first field of every entry as a set.
func Set(name string) map[string]bool {
	m := map[string]bool{}
	for _, f := range Lines(name) {
		m[f[0]] = true
	}
	return m
}
