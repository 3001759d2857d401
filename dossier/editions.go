package dossier

import (
	"cmp"
	"context"
	"net/url"
	"slices"
	"strings"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/matching/wording"
)

// Edition is one version of an article that an outlet changed after it had published it.
type Edition struct {
	Article ArticleInfo
	// What became of the quotes of the version before, by their words; empty for the first one.
	Appeared, Vanished []string
	Altered            [][2]string
}

// Editions lists the articles of which the dossier holds several versions: read at one address, or published by one
// outlet under one headline, with other words. Versions are in order of publication, then of import. They are found
// when they are asked for, from what was read and decided, so the order of import does not matter.
func (d *Dossier) Editions() ([][]Edition, error) {
	ctx := context.Background()
	infos, err := d.Articles()
	if err != nil {
		return nil, err
	}
	var all [][]Edition
	for _, group := range editionGroups(infos) {
		part, err := d.editionsOf(ctx, group)
		if err != nil {
			return nil, err
		}
		all = append(all, part...)
	}
	slices.SortFunc(all, func(a, b []Edition) int { return cmp.Compare(a[0].Article.ID, b[0].Article.ID) })
	return all, nil
}

// leastHeadline is the number of words from which a headline names one story; shorter ones ("Live", "News in brief")
// stand over many.
const leastHeadline = 3

// editionGroups puts articles together that may be versions of one: by address, else by outlet and headline.
func editionGroups(infos []ArticleInfo) map[string][]ArticleInfo {
	groups := map[string][]ArticleInfo{}
	for _, a := range infos {
		key := addressKey(a.URL)
		if key == "" && len(strings.Fields(a.Title)) >= leastHeadline && !a.Outlet.Guessed() {
			key = decision.Key(a.Outlet.Name) + "\x00" + plainWords(a.Title)
		}
		if key != "" {
			groups[key] = append(groups[key], a)
		}
	}
	for key, group := range groups {
		if len(group) < 2 {
			delete(groups, key)
		}
	}
	return groups
}

// addressKey is an address without what does not change the page: scheme, "www.", fragment, a slash at the end, and
// parameters that count visitors. An address without a path is that of a front page, which is no article.
func addressKey(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || strings.Trim(u.Path, "/") == "" {
		return ""
	}
	q := u.Query()
	for name := range q {
		if strings.HasPrefix(name, "utm_") || name == "fbclid" || name == "gclid" {
			q.Del(name)
		}
	}
	host := strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	return host + strings.TrimSuffix(u.EscapedPath(), "/") + "?" + q.Encode()
}

// editionsOf divides a group into stories and compares each version with the one before.
func (d *Dossier) editionsOf(ctx context.Context, group []ArticleInfo) (all [][]Edition, err error) {
	slices.SortFunc(group, func(a, b ArticleInfo) int {
		return cmp.Or(comparePublished(a.Published, b.Published), a.Added.Compare(b.Added), cmp.Compare(a.ID, b.ID))
	})
	var stories [][]*versioned
	for _, info := range group {
		v, err := d.versioned(ctx, info)
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(stories, func(s []*versioned) bool { return addressKey(info.URL) != "" || v.continues(s[len(s)-1]) })
		if i < 0 {
			stories = append(stories, []*versioned{v})
		} else {
			stories[i] = append(stories[i], v)
		}
	}
	for _, s := range stories {
		if len(s) < 2 {
			continue
		}
		versions := []Edition{{Article: s[0].info}}
		for i := 1; i < len(s); i++ {
			versions = append(versions, s[i].against(s[i-1]))
		}
		all = append(all, versions)
	}
	return all, nil
}

// versioned is an article with what tells versions apart.
type versioned struct {
	info  ArticleInfo
	words map[string]bool
	said  []store.Quote
}

func (d *Dossier) versioned(ctx context.Context, info ArticleInfo) (*versioned, error) {
	a, err := d.store.Article(ctx, string(info.ID))
	if err != nil {
		return nil, err
	}
	v := &versioned{info: info, words: map[string]bool{}}
	for w := range strings.FieldsSeq(plainWords(a.Read.Text)) {
		v.words[w] = true
	}
	v.said, err = quotesOf(ctx, d.store, a.ID)
	return v, err
}

// sameStory is the least share of the different words of two texts under one headline, of those that either has, that
// both have for them to be versions of one article; columns with a standing headline share few.
const sameStory = 0.4

func (v *versioned) continues(before *versioned) bool {
	common := 0
	for w := range v.words {
		if before.words[w] {
			common++
		}
	}
	either := len(v.words) + len(before.words) - common
	return either > 0 && float64(common) >= sameStory*float64(either)
}

// alike is the score from which two quotes of two versions are one that was changed.
const alike = 0.5

// against says what a version did to the quotes of the one before: first those that stayed are put aside, then each
// that is left goes to the likest.
func (v *versioned) against(before *versioned) Edition {
	e := Edition{Article: v.info}
	stayed := func(q *store.Quote, in []store.Quote) bool {
		return slices.ContainsFunc(in, func(o store.Quote) bool {
			return o.Kind == q.Kind && plainWords(o.Words) == plainWords(q.Words)
		})
	}
	left := slices.DeleteFunc(slices.Clone(v.said), func(q store.Quote) bool { return stayed(&q, before.said) })
	c := wording.NewComparer()
	prepare := func(q *store.Quote) *wording.Prepared {
		return c.Prepare(wording.Quote{ID: q.ID, Text: q.Words, Kind: q.Kind})
	}
	for _, old := range before.said {
		if stayed(&old, v.said) {
			continue
		}
		best, score := -1, alike
		for i := range left {
			if s := c.Score(prepare(&old), prepare(&left[i])).Best(); s >= score {
				best, score = i, s
			}
		}
		if best < 0 {
			e.Vanished = append(e.Vanished, old.Words)
			continue
		}
		e.Altered = append(e.Altered, [2]string{old.Words, left[best].Words})
		left = slices.Delete(left, best, best+1)
	}
	for _, q := range left {
		e.Appeared = append(e.Appeared, q.Words)
	}
	return e
}
