package archive

import "strings"

// pages are the web pages among the members of an archive, by their names without ".html". A browser that saves a page whole puts
// its pictures, scripts and frames into a folder beside it, "Gates.html" and "Gates_files": these are the page's, not articles.
type pages map[string]bool

// add remembers a member if its name is that of a page.
func (p pages) add(name string) {
	name = strings.ReplaceAll(name, `\`, "/")
	for _, ending := range []string{".html", ".htm", ".xhtml"} {
		if stem, ok := strings.CutSuffix(name, ending); ok {
			p[stem] = true
		}
	}
}

// keep reports a member that lies in the folder of a page.
func (p pages) keep(name string) bool {
	const folder, longest = "_files/", 4096 // [CheckName] refuses longer names
	if len(p) == 0 || len(name) > longest {
		return false
	}
	name = strings.ReplaceAll(name, `\`, "/")
	for from := 0; ; {
		at := strings.Index(name[from:], folder)
		if at < 0 {
			return false
		}
		if p[name[:from+at]] {
			return true
		}
		from += at + len(folder)
	}
}
