package html

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// linked is what the page's JSON-LD says of the article.
type linked struct {
	headline, published, url, language string
	publisher                          string
	authors                            []string
	body                               string // the story, blocks parted by an empty line
}

// deepest nesting of JSON-LD that is followed; real pages stay under ten.
const deepest = 32

// readLinked finds the article among the page's JSON-LD objects: the first that has a kind of article for its
// type, and a headline or a date; without one, a page that has a date. One whose headline the page shows comes before others,
// for pages describe the stories that they lead to as well.
func readLinked(scripts, headlines []string) linked {
	g := graph{byID: map[string]map[string]any{}}
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(cleanJSON(s)), &v) == nil {
			g.collect(v, 0)
		}
	}
	var found map[string]any
	for _, o := range append(g.articles, g.pages...) {
		headline := str(o["headline"])
		if headline == "" && str(o["datePublished"]) == "" {
			continue
		}
		if isOneOf(headline, headlines) {
			return g.linked(o)
		}
		if found == nil {
			found = o
		}
	}
	return g.linked(found)
}

func (g *graph) linked(o map[string]any) linked {
	l := linked{
		headline: str(o["headline"]), published: str(o["datePublished"]), language: str(o["inLanguage"]),
		publisher: g.name(o["publisher"]), authors: g.names(o["author"]), url: str(o["url"]), body: written(str(o["articleBody"])),
	}
	if l.url == "" {
		l.url = address(o["mainEntityOfPage"])
	}
	return l
}

// isOneOf reports whether a headline is one of those that a page shows, or is cut off from one.
func isOneOf(headline string, shown []string) bool {
	headline = strings.ToLower(oneLine(headline))
	if headline == "" {
		return false
	}
	cut := strings.TrimRight(headline, ".…")
	for _, s := range shown {
		s = strings.ToLower(oneLine(s))
		if s == headline || cut != headline && cut != "" && strings.HasPrefix(s, cut) {
			return true
		}
	}
	return false
}

// cleanJSON mends what content systems break: comment marks around the script, raw line ends inside strings,
// a comma after the last element.
func cleanJSON(s string) string {
	s = strings.TrimSpace(s)
	for _, p := range []string{"<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, p))
	}
	for _, p := range []string{"-->", "//]]>", "]]>", "/*]]>*/", ";"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, p))
	}
	return mendCommas(s)
}

// mendCommas drops the comma before a closing bracket and turns raw control characters into blanks.
func mendCommas(s string) string {
	b := make([]byte, 0, len(s))
	quoted, comma := false, -1 // comma: where in b a comma waits for what follows
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' {
			c = ' '
		}
		switch {
		case quoted && c == '\\' && i+1 < len(s):
			b = append(b, c)
			i++
			c = s[i]
		case c == '"':
			quoted = !quoted
			comma = -1
		case quoted || c == ' ':
		case c == ',':
			comma = len(b)
		case (c == ']' || c == '}') && comma >= 0:
			b[comma] = ' '
			comma = -1
		default:
			comma = -1
		}
		b = append(b, c)
	}
	return string(b)
}

// graph holds the objects of a page that matter, in the order in which they stand.
type graph struct {
	articles []map[string]any
	pages    []map[string]any
	byID     map[string]map[string]any
}

func (g *graph) collect(v any, depth int) {
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			g.collect(x, depth+1)
		}
	case map[string]any:
		if id := str(v["@id"]); id != "" && len(v) > 1 {
			g.byID[id] = v
		}
		switch {
		case isKind(v["@type"], "Article", "BlogPosting", "Report"):
			g.articles = append(g.articles, v)
		case isKind(v["@type"], "WebPage"):
			g.pages = append(g.pages, v)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "author", "publisher"} {
			g.collect(v[key], depth+1)
		}
	}
}

// isKind reports a type of schema.org that ends with one of the names ("NewsArticle"); a type may be a list.
func isKind(t any, names ...string) bool {
	switch t := t.(type) {
	case string:
		for _, n := range names {
			if strings.HasSuffix(t, n) {
				return true
			}
		}
	case []any:
		for _, x := range t {
			if s, ok := x.(string); ok && isKind(s, names...) {
				return true
			}
		}
	}
	return false
}

// str gives a string, or the first of a list, with entities resolved, which many pages leave in.
func str(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(html.UnescapeString(v))
	case []any:
		if len(v) > 0 {
			return str(v[0])
		}
	}
	return ""
}

// written lays out what an article's object has for its text: lines, or markup.
func written(body string) string {
	if strings.Contains(body, "</") {
		return tokens(body, nil)
	}
	var out []string
	for line := range strings.Lines(body) {
		if line = oneLine(line); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n\n")
}

// address gives the URL of an object, or the string itself.
func address(v any) string {
	if o, ok := v.(map[string]any); ok {
		if u := str(o["url"]); u != "" {
			return u
		}
		return str(o["@id"])
	}
	return str(v)
}

func (g *graph) name(v any) string {
	if all := g.names(v); len(all) > 0 {
		return all[0]
	}
	return ""
}

// names gives the names of persons or organisations, each once, following references by @id. A link is no name.
func (g *graph) names(v any) []string {
	var out []string
	switch v := v.(type) {
	case string:
		if s := str(v); s != "" && !strings.Contains(s, "://") {
			out = append(out, s)
		}
	case []any:
		seen := map[string]bool{}
		for _, x := range v {
			if _, nested := x.([]any); nested {
				continue
			}
			for _, n := range g.names(x) {
				if !seen[n] {
					seen[n] = true
					out = append(out, n)
				}
			}
		}
	case map[string]any:
		if n, ok := v["name"]; ok {
			return g.names(strings.Join(g.names(n), ", "))
		}
		if o, ok := g.byID[str(v["@id"])]; ok && o["name"] != nil {
			return g.names(str(o["name"]))
		}
	}
	return out
}
