package dossier

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"quotidian/articles"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// Repair puts a damaged dossier right as far as that can be done, see [store.Repair], and makes its joins and views
// anew. The damaged file is kept beside it. A sound dossier is left as it is: Kept is empty then.
func Repair(path string, o Options) (store.Repaired, error) {
	ctx := context.Background()
	o.Create, o.ReadOnly = false, false
	if o.Who == "" {
		o.Who = userName()
	}
	r, err := store.Repair(ctx, path, o.Who)
	if err != nil || r.Kept == "" {
		return r, err
	}
	d, err := Open(path, o)
	if err != nil {
		return r, err
	}
	found, err := d.Check(ctx)
	if err == nil && len(found) > 0 {
		err = fmt.Errorf("%s: still not sound: %s", path, found[0])
	}
	return r, errors.Join(err, d.closeKept())
}

// Notes says what opening the dossier found and put right, one finding a line.
func (d *Dossier) Notes() []string { return slices.Concat(d.store.Notes(), d.notes) }

// Check reads the whole file and gives what is wrong with it; nothing when it is sound. Every page is held against its
// checksum, every index against its rows, every article against the hash of its words, every quote against the
// article that it was read in, and the log against its numbers.
func (d *Dossier) Check(ctx context.Context) ([]string, error) {
	found, err := d.store.Check(ctx)
	if err != nil {
		return nil, err
	}
	inRows, err := d.checkRows(ctx)
	return append(found, inRows...), err
}

// checkRows checks what the database cannot know.
func (d *Dossier) checkRows(ctx context.Context) (found []string, err error) {
	list, err := d.store.Articles(ctx)
	if err != nil {
		return nil, err
	}
	for _, a := range list {
		whole, err := d.store.Article(ctx, a.ID)
		if err != nil {
			return found, err
		}
		if contentHash(&whole.Read) != a.Content {
			found = append(found, fmt.Sprintf("article %s: its words are not those that were read", a.ID))
		}
		for q, err := range d.store.Quotes(ctx, a.ID) {
			if err != nil {
				return found, err
			}
			if !leadsBack(&q, whole.Read.Text) {
				found = append(found, fmt.Sprintf("quote %s: not in article %s where it should be", q.ID, a.ID))
			}
		}
	}
	log, err := d.Log()
	return append(found, checkLog(log)...), err
}

// leadsBack reports whether a quote's spans give its words.
func leadsBack(q *store.Quote, text string) bool {
	for _, s := range append([]articles.Span{q.Cue, q.Source}, q.Content...) {
		if s.Start < 0 || s.End < s.Start || s.End > len(text) {
			return false
		}
	}
	return q.Text(text) == q.Words
}

// checkLog finds gaps, and undone entries that are not there. Gaps are what a repair could not bring back.
func checkLog(log []decision.Decision) (found []string) {
	next, seen := int64(1), map[int64]bool{}
	for _, e := range log {
		if e.Seq != next {
			found = append(found, fmt.Sprintf("the log of decisions lacks the entries %d to %d", next, e.Seq-1))
		}
		if e.Of != 0 && !seen[e.Of] {
			found = append(found, fmt.Sprintf("entry %d of the log is about entry %d, which is not there", e.Seq, e.Of))
		}
		next, seen[e.Seq] = e.Seq+1, true
	}
	return found
}
