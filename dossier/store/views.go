package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

func (f *file) Apply(ctx context.Context, c Change) error {
	return f.write(ctx, func(tx *sql.Tx) error { return applyChange(ctx, tx, c) })
}

// applyChange writes the rows of c. References between views are checked when the transaction ends, so their
// order is free.
func applyChange(ctx context.Context, tx *sql.Tx, c Change) error {
	b := &batch{ctx: ctx, tx: tx}
	remove(b, "appearance WHERE quote", c.GoneAppearances)
	remove(b, "statement WHERE id", c.GoneStatements)
	remove(b, "speaker WHERE id", c.GoneSpeakers)
	for _, p := range c.GoneProposals {
		b.do("DELETE FROM proposal WHERE kind = ? AND a = ? AND b = ?", p.Kind, p.A, p.B)
	}
	for i := range c.Speakers {
		b.do(upsert("speaker", 9), speakerRow(&c.Speakers[i])...)
	}
	for i := range c.Statements {
		b.do(upsert("statement", 17), statementRow(&c.Statements[i])...)
	}
	for i := range c.Appearances {
		b.do(upsert("appearance", 8), appearanceRow(&c.Appearances[i])...)
	}
	for _, p := range c.Proposals {
		b.do(upsert("proposal", 5), p.A, p.B, p.Kind, p.Score, p.Payload)
	}
	applyJoins(b, c)
	for _, name := range slices.Sorted(maps.Keys(c.Marks)) {
		b.do(upsert("mark", 2), name, c.Marks[name])
	}
	b.do(`INSERT OR REPLACE INTO mark SELECT 'folded', value FROM mark WHERE name = 'writes'`)
	return b.close()
}

func applyJoins(b *batch, c Change) {
	remove(b, "joined WHERE item", c.GoneJoined)
	for _, l := range c.GoneLinks {
		b.do("DELETE FROM link WHERE kind = ? AND a = ? AND b = ?", l.Kind, l.A, l.B)
	}
	for _, j := range c.Joined {
		b.do(upsert("joined", 3), j.Item, j.Cluster, j.Score)
	}
	for _, l := range c.Links {
		b.do(upsert("link", 5), l.Kind, l.A, l.B, l.Score, l.Payload)
	}
}

func (f *file) Joined(ctx context.Context) iter.Seq2[Joined, error] {
	scan := func(rows scanner) (j Joined, err error) {
		err = rows.Scan(&j.Item, &j.Cluster, &j.Score)
		return j, err
	}
	return stream(ctx, f, scan, "SELECT item, cluster, score FROM joined ORDER BY item")
}

func (f *file) Links(ctx context.Context) iter.Seq2[Link, error] {
	scan := func(rows scanner) (l Link, err error) {
		err = rows.Scan(&l.Kind, &l.A, &l.B, &l.Score, &l.Payload)
		return l, err
	}
	return stream(ctx, f, scan, "SELECT kind, a, b, score, payload FROM link ORDER BY kind, a, b")
}

func (f *file) Folded(ctx context.Context) (yes bool, err error) {
	const last = "coalesce((SELECT value FROM mark WHERE name = ?), '')"
	err = f.one(ctx, func(row scanner) error { return row.Scan(&yes) }, "SELECT "+last+" = "+last, "writes", "folded")
	return yes, err
}

// batch runs many statements of few texts: each is prepared once, and the first error ends it.
type batch struct {
	ctx      context.Context
	tx       *sql.Tx
	prepared map[string]*sql.Stmt
	err      error
}

func (b *batch) do(query string, args ...any) {
	if b.err != nil {
		return
	}
	st := b.prepared[query]
	if st == nil {
		if st, b.err = b.tx.PrepareContext(b.ctx, query); b.err != nil {
			return
		}
		if b.prepared == nil {
			b.prepared = map[string]*sql.Stmt{}
		}
		b.prepared[query] = st
	}
	_, b.err = st.ExecContext(b.ctx, args...)
}

func (b *batch) close() error {
	for _, st := range b.prepared {
		if err := st.Close(); b.err == nil {
			b.err = err
		}
	}
	return b.err
}

func remove(b *batch, where string, ids []string) {
	for _, id := range ids {
		b.do("DELETE FROM "+where+" = ?", id)
	}
}

func upsert(table string, columns int) string {
	return "INSERT OR REPLACE INTO " + table + " VALUES (?" + strings.Repeat(",?", columns-1) + ")"
}

func nullable(s string) sql.NullString { return sql.NullString{String: s, Valid: s != ""} }

// lines keeps a list one a line; a line break inside an entry becomes a blank.
func lines(list []string) string {
	clean := make([]string, len(list))
	for i, s := range list {
		clean[i] = strings.ReplaceAll(s, "\n", " ")
	}
	return strings.Join(clean, "\n")
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

func statementRow(s *Statement) []any {
	return []any{s.ID, s.Text, nullable(s.Speaker), s.SpeakerName, lines(s.Outlets), lines(s.Origins),
		s.First.String(), s.First.From, s.FirstOutlet, s.Appearances, s.Wordings, lines(s.Changes), s.Confidence,
		s.Status, s.Thought, s.NeedsReview, s.Search}
}

func (f *file) Statements(ctx context.Context) iter.Seq2[Statement, error] {
	return stream(ctx, f, scanStatement, `SELECT id, text, speaker, speaker_name, outlets, origins, first,
		first_from, first_outlet, appearances, wordings, changes, confidence, status, thought, needs_review
		FROM statement ORDER BY id`)
}

func scanStatement(rows scanner) (s Statement, err error) {
	var speaker sql.NullString
	var outlets, origins, first, from, changes string
	err = rows.Scan(&s.ID, &s.Text, &speaker, &s.SpeakerName, &outlets, &origins, &first, &from, &s.FirstOutlet,
		&s.Appearances, &s.Wordings, &changes, &s.Confidence, &s.Status, &s.Thought, &s.NeedsReview)
	if err != nil {
		return s, err
	}
	s.Speaker, s.Outlets, s.Origins, s.Changes = speaker.String, split(outlets), split(origins), split(changes)
	s.First, err = readDate(first, from)
	return s, err
}

func (f *file) Haystacks(ctx context.Context) iter.Seq2[[2]string, error] {
	scan := func(rows scanner) (pair [2]string, err error) {
		err = rows.Scan(&pair[0], &pair[1])
		return pair, err
	}
	return stream(ctx, f, scan, "SELECT id, search FROM statement ORDER BY id")
}

func appearanceRow(a *Appearance) []any {
	return []any{a.Quote, a.Statement, nullable(a.Speaker), a.Status, a.DecidedBy, writeTime(a.DecidedAt), a.Note, a.SaidBy}
}

const appearanceQuery = "SELECT quote, statement, speaker, status, decided_by, decided_at, note, said_by FROM appearance"

func (f *file) Appearances(ctx context.Context, by AppearanceFilter) iter.Seq2[Appearance, error] {
	const all, order = appearanceQuery, " ORDER BY quote"
	switch {
	case by.Statement != "":
		return stream(ctx, f, scanAppearance, all+" WHERE statement = ?"+order, by.Statement)
	case by.Speaker != "":
		return stream(ctx, f, scanAppearance, all+" WHERE speaker = ?"+order, by.Speaker)
	case by.Article != "":
		return stream(ctx, f, scanAppearance,
			all+" WHERE quote IN (SELECT id FROM quote WHERE article = ?)"+order, by.Article)
	}
	return stream(ctx, f, scanAppearance, all+order)
}

func (f *file) Appearance(ctx context.Context, quote string) (a Appearance, err error) {
	err = f.one(ctx, func(row scanner) (err error) {
		a, err = scanAppearance(row)
		return err
	}, appearanceQuery+" WHERE quote = ?", quote)
	if err != nil {
		return Appearance{}, fmt.Errorf("quote %s: %w", quote, err)
	}
	return a, nil
}

func scanAppearance(rows scanner) (a Appearance, err error) {
	var speaker sql.NullString
	var at string
	err = rows.Scan(&a.Quote, &a.Statement, &speaker, &a.Status, &a.DecidedBy, &at, &a.Note, &a.SaidBy)
	if err != nil {
		return a, err
	}
	a.Speaker = speaker.String
	a.DecidedAt, err = readTime(at)
	return a, err
}

func speakerRow(s *Speaker) []any {
	return []any{s.ID, s.Name, s.Kind, s.Quotes, s.Statements, s.Spellings, s.Roles, s.Outlets, s.Joins}
}

func (f *file) Speakers(ctx context.Context) ([]Speaker, error) {
	rows, err := f.query(ctx, `SELECT id, name, kind, quotes, statements, spellings, roles, outlets, joins
		FROM speaker ORDER BY id`)
	if err != nil {
		return nil, err
	}
	var all []Speaker
	return all, each(rows, func() error {
		var s Speaker
		err := rows.Scan(&s.ID, &s.Name, &s.Kind, &s.Quotes, &s.Statements, &s.Spellings, &s.Roles, &s.Outlets, &s.Joins)
		all = append(all, s)
		return err
	})
}

func (f *file) Proposals(ctx context.Context) ([]Proposal, error) {
	rows, err := f.query(ctx, "SELECT kind, a, b, score, payload FROM proposal ORDER BY score DESC, kind, a, b")
	if err != nil {
		return nil, err
	}
	var all []Proposal
	return all, each(rows, func() error {
		var p Proposal
		err := rows.Scan(&p.Kind, &p.A, &p.B, &p.Score, &p.Payload)
		all = append(all, p)
		return err
	})
}

func (f *file) Mark(ctx context.Context, name string) (value string, err error) {
	err = f.one(ctx, func(row scanner) error { return row.Scan(&value) }, "SELECT value FROM mark WHERE name = ?", name)
	if errors.Is(err, ErrNone) {
		return "", nil
	}
	return value, err
}
