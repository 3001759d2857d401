package dossier

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// FaultRow is an input that could not be read, with the last time it was tried.
type FaultRow = store.Fault

// Counts is the size of a dossier. Undated are those of the articles of which no day is known. Statements does not count
// attitudes, Thoughts are these. Aside are those of the proposals that a person looked at and left open.
type Counts struct {
	Articles, Undated, Outlets, Quotes, Statements, Thoughts, Speakers, Faults, Proposals, Aside, Decisions int
}

// Statements lists the statements that the filter lets through, newest first, undated last. The slice is the
// caller's, the lists inside the rows are shared and must not be changed.
func (d *Dossier) Statements(f Filter) ([]StatementRow, error) {
	rows, _, err := d.Page(f, 0)
	return rows, err
}

// Page lists the first of the statements that the filter lets through, limit at most or all when it is 0, and says how
// many there are. The first page of everything is there at once, however many there are; any other needs the list in memory.
func (d *Dossier) Page(f Filter, limit int) (rows []StatementRow, total int, err error) {
	ctx := context.Background()
	if f == (Filter{}) && limit > 0 && !d.cache.holdsList() {
		rows, total, err := d.firstPage(ctx, limit)
		if !errors.Is(err, store.ErrOlder) {
			return rows, total, err
		}
	}
	if f.Outlet, err = d.outletShown(ctx, f.Outlet); err != nil {
		return nil, 0, err
	}
	if f.Speaker, err = d.speakerShown(ctx, f.Speaker); err != nil {
		return nil, 0, err
	}
	c := &d.cache
	c.mu.Lock()
	defer c.mu.Unlock()
	l, err := c.listed(ctx, d.store)
	if err != nil {
		return nil, 0, err
	}
	if f.Search != "" {
		if err := l.readWords(ctx, d.store); err != nil {
			return nil, 0, err
		}
	}
	l.pick(f, func(slot int32) bool {
		if total++; limit == 0 || total <= limit {
			rows = append(rows, *l.rows[slot])
		}
		return true
	})
	return rows, total, nil
}

// outletShown is the name under which an outlet is listed that is asked for by another print of it, or by a part of one.
func (d *Dossier) outletShown(ctx context.Context, asked string) (string, error) {
	if asked == "" {
		return "", nil
	}
	o, err := d.cache.decisions(ctx, d.store)
	if err != nil {
		return "", err
	}
	return o.print(asked), nil
}

// firstPage reads the first rows from the file, which keeps their order.
func (d *Dossier) firstPage(ctx context.Context, limit int) (rows []StatementRow, total int, err error) {
	for x, err := range d.store.Newest(ctx, limit) {
		if err != nil {
			return nil, 0, err
		}
		rows = append(rows, toRow(&x))
	}
	total, err = d.store.CountStatements(ctx)
	return rows, total, err
}

// Articles lists all articles, newest publication first, undated last, with the outlet and date that a person
// settled where one did.
func (d *Dossier) Articles() ([]ArticleInfo, error) {
	infos, err := d.articles(context.Background())
	if err != nil {
		return nil, err
	}
	var all []ArticleInfo
	for _, a := range infos {
		all = append(all, a)
	}
	slices.SortFunc(all, func(a, b ArticleInfo) int {
		if a.Published.Known() && b.Published.Known() {
			if c := comparePublished(b.Published, a.Published); c != 0 {
				return c
			}
		}
		return cmp.Or(comparePublished(a.Published, b.Published), cmp.Compare(a.Outlet.Name, b.Outlet.Name),
			cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
	return all, nil
}

// articles gives all articles by id, decisions laid over.
func (d *Dossier) articles(ctx context.Context) (map[string]ArticleInfo, error) {
	list, err := d.store.Articles(ctx)
	if err != nil {
		return nil, err
	}
	o, err := d.cache.decisions(ctx, d.store)
	if err != nil {
		return nil, err
	}
	all := make(map[string]ArticleInfo, len(list))
	for i := range list {
		all[list[i].ID] = toInfo(&list[i], o)
	}
	return all, nil
}

func toInfo(a *store.Article, o *overlay) ArticleInfo {
	r := &a.Read
	return ArticleInfo{
		ID: ArticleID(a.ID), Path: r.Path, Hash: r.Hash, Format: r.Format, Title: r.Title, Byline: r.Byline,
		URL: r.URL, Language: r.Language, Outlet: o.outlet(a), Published: o.date(a), Added: a.Added,
		Quotes: a.Quotes - o.struck[a.ID], Words: a.Words, Note: o.notes[decision.Ref(decision.ToArticle, a.ID)],
	}
}

// Speakers lists the speakers, those with most quotes first.
func (d *Dossier) Speakers() ([]SpeakerInfo, error) {
	list, err := d.store.Speakers(context.Background())
	if err != nil {
		return nil, err
	}
	all := make([]SpeakerInfo, len(list))
	for i, s := range list {
		all[i] = SpeakerInfo{
			ID: SpeakerID(s.ID), Name: s.Name, Kind: s.Kind, Quotes: s.Quotes, Statements: s.Statements,
			Spellings: fromJSON[[]Spelling](s.Spellings), Roles: rolesOf(s.Roles),
			Outlets: fromJSON[[]string](s.Outlets), Joins: fromJSON[[]Join](s.Joins),
		}
	}
	slices.SortFunc(all, func(a, b SpeakerInfo) int {
		return cmp.Or(cmp.Compare(b.Quotes, a.Quotes), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return all, nil
}

// Proposals lists the pairs that wait for a decision, those that touch most quotes first, then the likeliest; what a
// person left open comes last.
func (d *Dossier) Proposals() ([]Proposal, error) {
	list, err := d.store.Proposals(context.Background())
	if err != nil {
		return nil, err
	}
	all := make([]Proposal, len(list))
	for i, p := range list {
		all[i] = fromJSON[Proposal](p.Payload)
	}
	slices.SortStableFunc(all, func(a, b Proposal) int {
		return cmp.Or(compareBools(a.Aside, b.Aside), cmp.Compare(b.Touches, a.Touches), cmp.Compare(b.Score, a.Score))
	})
	return all, nil
}

// Version tells apart states of the dossier: it is another after every write of this or another program. whole is false
// while articles came or went of which the joins and lists do not know yet.
func (d *Dossier) Version() (n int64, whole bool, err error) {
	ctx := context.Background()
	if whole, err = d.store.Folded(ctx); err == nil {
		n, err = d.store.Version(ctx)
	}
	return n, whole, err
}

// Counts counts everything.
func (d *Dossier) Counts() (Counts, error) {
	ctx := context.Background()
	var n Counts
	list, err := d.articles(ctx)
	if err != nil {
		return n, err
	}
	outlets := map[string]bool{}
	for _, a := range list {
		outlets[a.Outlet.Name] = true
		n.Quotes += a.Quotes
		if !a.Published.Known() {
			n.Undated++
		}
	}
	n.Articles, n.Outlets = len(list), len(outlets)
	rows, err := d.Statements(Filter{Thought: true})
	if err != nil {
		return n, err
	}
	for i := range rows {
		if rows[i].Thought {
			n.Thoughts++
		} else {
			n.Statements++
		}
	}
	return n, d.countRest(ctx, &n)
}

func (d *Dossier) countRest(ctx context.Context, n *Counts) error {
	speakers, err := d.store.Speakers(ctx)
	if err != nil {
		return err
	}
	proposals, err := d.store.Proposals(ctx)
	if err != nil {
		return err
	}
	for _, p := range proposals {
		if fromJSON[struct{ Aside bool }](p.Payload).Aside {
			n.Aside++
		}
	}
	faults, err := d.Faults()
	if err != nil {
		return err
	}
	log, err := d.store.Log(ctx, 0)
	n.Speakers, n.Proposals, n.Faults, n.Decisions = len(speakers), len(proposals), len(faults), len(log)
	return err
}
