package outlet

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Prints finds names of one and the same outlet: those that differ only by letter case, spaces, a leading article, or the
// "www." and ".com" of its site. It takes how many articles carry each name, and of how many a person said that they do, and
// gives, for each name that is to be shown otherwise, the name to show: the one that a person gave most, else that of most
// articles.
//
// What is not safe is left alone. A name without an article is that with one only where the names have no second article for
// it: "Presse" may be "La Presse" or "Die Presse". A name of one word is no site: "Independent" is not independent.com.
func Prints(carried, given map[string]int) map[string]string {
	g := grouping{of: map[string][]string{}, articles: map[string][]string{}}
	for name := range carried {
		g.add(name)
	}
	shown := map[string]string{}
	for _, names := range g.groups() {
		best := slices.MinFunc(names, func(a, b string) int {
			return cmp.Or(cmp.Compare(given[b], given[a]), cmp.Compare(carried[b], carried[a]), cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
		})
		for _, name := range names {
			if name != best {
				shown[name] = best
			}
		}
	}
	return shown
}

// grouping puts names under what is left of them without letter case and spaces.
type grouping struct {
	of map[string][]string
	// articles holds, for what is left of names without their article too, these articles.
	articles map[string][]string
}

// leading are the articles that names of outlets begin with.
var leading = []string{"the", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "lo"}

func (g *grouping) add(name string) {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 {
		return
	}
	key := strings.Join(words, "")
	if len(words) == 1 {
		key = strings.TrimPrefix(key, "www.")
	}
	g.of[key] = append(g.of[key], name)
	if bare := strings.Join(words[1:], ""); bare != "" && slices.Contains(leading, words[0]) && !slices.Contains(g.articles[bare], words[0]) {
		g.articles[bare] = append(g.articles[bare], words[0])
	}
}

// groups gives the names that belong together. A site, and a name without an article, go to the name that they stand for.
func (g *grouping) groups() map[string][]string {
	for _, key := range slices.Sorted(maps.Keys(g.of)) {
		names := g.of[key]
		host, site := strings.CutSuffix(key, ".com")
		if !site || !slices.ContainsFunc(g.of[host], func(name string) bool { return len(strings.Fields(name)) > 1 }) {
			continue
		}
		g.of[host] = append(g.of[host], names...)
		delete(g.of, key)
	}
	for _, bare := range slices.Sorted(maps.Keys(g.articles)) {
		articles := g.articles[bare]
		if full := articles[0] + bare; len(articles) == 1 && len(g.of[bare]) > 0 {
			g.of[full] = append(g.of[full], g.of[bare]...)
			delete(g.of, bare)
		}
	}
	return g.of
}
