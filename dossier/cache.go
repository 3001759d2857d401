package dossier

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"quotidian/attribution/name"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/matching/wording"
)

// cache keeps what views need again and again, as long as the file does not change: the decisions in force, and the
// list of statements. A search then is a walk over a few megabytes, which is faster than any index and finds every
// part of every word.
type cache struct {
	mu      sync.Mutex
	version int64
	overlay *overlay
	rows    []StatementRow
	// hay is the folded text of each row, spelled that of its speaker; both are read on the first search.
	hay, spelled []string
	// infos and names are articles and the names of speakers by id, for Find.
	infos map[string]ArticleInfo
	names map[string]string
}

// foldSearch is the form in which a search is compared with what is searched.
func foldSearch(s string) string { return name.Fold(s) }

// fresh drops what is old. c.mu is held.
func (c *cache) fresh(ctx context.Context, s store.Reader) error {
	v, err := s.Version(ctx)
	if err != nil || v == c.version {
		return err
	}
	c.version, c.overlay, c.rows, c.hay, c.spelled, c.infos, c.names = v, nil, nil, nil, nil, nil, nil
	return nil
}

// decisions gives the decisions in force for readers that have no corpus.
func (c *cache) decisions(ctx context.Context, s store.Reader) (*overlay, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.fresh(ctx, s); err != nil || c.overlay != nil {
		return c.overlay, err
	}
	log, err := s.Log(ctx, 0)
	if err != nil {
		return nil, err
	}
	aliases, err := s.Aliases(ctx)
	if err != nil {
		return nil, err
	}
	c.overlay = newOverlay(&corpus{aliases: aliases}, decision.Fold(log).Active)
	return c.overlay, nil
}

// list reads the rows. c.mu is held.
func (c *cache) list(ctx context.Context, s store.Reader) error {
	if err := c.fresh(ctx, s); err != nil || c.rows != nil {
		return err
	}
	rows := []StatementRow{}
	for x, err := range s.Statements(ctx) {
		if err != nil {
			return err
		}
		rows = append(rows, toRow(x))
	}
	slices.SortFunc(rows, compareRows)
	c.rows = rows
	return nil
}

func toRow(x store.Statement) StatementRow {
	r := StatementRow{
		ID: StatementID(x.ID), Text: x.Text, Speaker: SpeakerID(x.Speaker), SpeakerName: x.SpeakerName,
		Outlets: x.Outlets, Origins: x.Origins, First: x.First, FirstOutlet: x.FirstOutlet,
		Appearances: x.Appearances, WordingCount: x.Wordings, Confidence: x.Confidence, Status: x.Status,
		Thought: x.Thought, NeedsReview: x.NeedsReview,
	}
	for _, k := range x.Changes {
		r.Changes = append(r.Changes, wording.ChangeKind(k))
	}
	return r
}

// compareRows puts the newest first, undated ones last; then what most outlets carried.
func compareRows(a, b StatementRow) int {
	if a.First.Known() && b.First.Known() {
		if c := comparePublished(b.First, a.First); c != 0 {
			return c
		}
	} else if c := comparePublished(a.First, b.First); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(len(b.Outlets), len(a.Outlets)), cmp.Compare(b.Appearances, a.Appearances),
		cmp.Compare(a.ID, b.ID))
}

// searchable reads what searches need, in the order of rows. c.mu is held.
func (c *cache) searchable(ctx context.Context, s store.Reader) error {
	if c.hay != nil {
		return nil
	}
	speakers, err := s.Speakers(ctx)
	if err != nil {
		return err
	}
	spelled := make(map[SpeakerID]string, len(speakers))
	for _, x := range speakers {
		text := foldSearch(x.Name)
		for _, sp := range fromJSON[[]Spelling](x.Spellings) {
			text += "\n" + foldSearch(sp.Text)
		}
		spelled[SpeakerID(x.ID)] = text
	}
	byID := make(map[StatementID]string, len(c.rows))
	for pair, err := range s.Haystacks(ctx) {
		if err != nil {
			return err
		}
		byID[StatementID(pair[0])] = pair[1]
	}
	c.hay, c.spelled = make([]string, len(c.rows)), make([]string, len(c.rows))
	for i := range c.rows {
		c.hay[i], c.spelled[i] = byID[c.rows[i].ID], spelled[c.rows[i].Speaker]
	}
	return nil
}

// query is a Filter made ready.
type query struct {
	Filter
	words   []string
	speaker string
	outlet  string
}

func newQuery(f Filter) query {
	return query{Filter: f, words: strings.Fields(foldSearch(f.Search)), speaker: foldSearch(f.Speaker), outlet: foldSearch(f.Outlet)}
}

// texts reports whether the query looks into texts that are not in the rows.
func (q *query) texts() bool { return len(q.words) > 0 || q.speaker != "" }

// takes decides about row i, cheap tests first.
func (q *query) takes(c *cache, i int) bool {
	r := &c.rows[i]
	switch {
	case r.Thought && !q.Thought:
		return false
	case q.Changed != "" && !slices.Contains(r.Changes, q.Changed):
		return false
	case !q.inTime(r):
		return false
	case q.outlet != "" && !slices.ContainsFunc(r.Outlets, func(o string) bool { return strings.Contains(foldSearch(o), q.outlet) }):
		return false
	case q.speaker != "" && !strings.Contains(c.spelled[i], q.speaker):
		return false
	}
	for _, w := range q.words {
		if !strings.Contains(c.hay[i], w) && !strings.Contains(c.spelled[i], w) {
			return false
		}
	}
	return true
}

// inTime holds the first appearance against Since and Until, both days included. What is undated is in no span
// of time.
func (q *query) inTime(r *StatementRow) bool {
	if q.Since.IsZero() && q.Until.IsZero() {
		return true
	}
	d := day(r.First.Time)
	return r.First.Known() && (q.Since.IsZero() || d >= day(q.Since)) && (q.Until.IsZero() || d <= day(q.Until))
}
