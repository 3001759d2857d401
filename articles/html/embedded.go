package html

import "strings"

// Browsers and their add-ons save a page in one file with its pictures inside, as "data:" addresses: megabytes of which none is
// text, and for which the page would be too large to be parsed.

// longestData is how many bytes such an address has at the most that is left as it is; in a text none is so long.
const longestData = 1024

// withoutData takes long data: addresses out of a page.
func withoutData(page string) string {
	var b strings.Builder
	for {
		at := strings.Index(page, "data:")
		if at < 0 {
			break
		}
		end := strings.IndexAny(page[at:], "\"'<>() \t\r\n")
		if end < 0 {
			end = len(page) - at
		}
		if end > longestData {
			b.WriteString(page[:at])
		} else {
			b.WriteString(page[:at+end])
		}
		page = page[at+end:]
	}
	if b.Len() == 0 {
		return page
	}
	b.WriteString(page)
	return b.String()
}
