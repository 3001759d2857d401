package decision

import (
	"fmt"
	"strings"

	"quotidian/articles"
)

// Passage makes the reference to a place in an article: "passage:ARTICLE/120-180", or "…/120-180,200-240" where words
// between do not belong to it. Places are spans of bytes, as those are that the ids of quotes are made of.
func Passage(article string, content []articles.Span) string {
	places := make([]string, len(content))
	for i, s := range content {
		places[i] = fmt.Sprintf("%d-%d", s.Start, s.End)
	}
	return Ref(ToPassage, article+"/"+strings.Join(places, ","))
}

// ParsePassage takes the id of a [ToPassage] reference apart; ok is false when it is none. The spans are in order, none
// is empty, and they do not overlap; whether the article is so long is not known here.
func ParsePassage(id string) (article string, content []articles.Span, ok bool) {
	article, places, _ := strings.Cut(id, "/")
	for place := range strings.SplitSeq(places, ",") {
		var s articles.Span
		if n, err := fmt.Sscanf(place, "%d-%d", &s.Start, &s.End); n != 2 || err != nil {
			return "", nil, false
		}
		if last := len(content) - 1; s.Start < 0 || s.Empty() || last >= 0 && s.Start < content[last].End {
			return "", nil, false
		}
		content = append(content, s)
	}
	return article, content, article != "" && Passage(article, content) == Ref(ToPassage, id)
}
