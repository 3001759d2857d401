package dossier

import (
	"context"
	"regexp"
	"strings"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// formerly is enough of the id of a speaker to ask what became of it.
var formerly = regexp.MustCompile(`^p-[0-9a-f]{6,12}$`)

// speakerShown is the id that a speaker has now who is asked for by one of an earlier day. A speaker is named after the smallest of its
// mentions, so that an article that brings a smaller one gives it another id; the mention is still there and leads to it. Whatever is no
// such id, or would lead to several, is given back: names are looked up elsewhere. Ids that are in use cost nothing, one that is
// none goes through all quotes.
func (d *Dossier) speakerShown(ctx context.Context, asked string) (string, error) {
	if !formerly.MatchString(asked) {
		return asked, nil
	}
	if used, err := d.cache.called(ctx, d.store, asked); err != nil || len(used) > 0 {
		return asked, err
	}
	snap, err := d.store.Snapshot(ctx)
	if err != nil {
		return asked, err
	}
	defer snap.Close()
	now, err := holders(ctx, snap, strings.TrimPrefix(asked, "p-"))
	if err != nil || len(now) != 1 {
		return asked, err
	}
	return now[0], nil
}

// holders gives the speakers who have a mention whose id begins so, sorted.
func holders(ctx context.Context, s store.Reader, mention string) (now []string, err error) {
	means := func(article, name string) bool {
		return name != "" && strings.HasPrefix(shortID(article, decision.Key(name)), mention)
	}
	read := map[string]bool{}
	for q, err := range s.Quotes(ctx, "") {
		if err != nil {
			return nil, err
		}
		if q.Speaker != nil && means(q.Article, q.Speaker.Name) {
			read[q.ID] = true
		}
	}
	for a, err := range s.Appearances(ctx, store.AppearanceFilter{}) {
		if err != nil {
			return nil, err
		}
		if a.SaidBy == "" && read[a.Quote] || means(a.Article, a.SaidBy) {
			now = insert(now, a.Speaker)
		}
	}
	return now, nil
}
