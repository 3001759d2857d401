package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

func (f *file) Apply(ctx context.Context, c Change) error {
	return f.write(ctx, func(b *batch) {
		b.do("DELETE FROM mark WHERE name = ?", unfolded)
		applyChange(b, c)
	})
}

func (f *file) SetMark(ctx context.Context, name, value string) error {
	return f.write(ctx, func(b *batch) { b.do(upsert("mark", 2), name, value) })
}

// applyChange writes the rows of c. References between views are checked when the transaction ends, so their
// order is free.
func applyChange(b *batch, c Change) {
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
		b.do(upsert("statement", 18), statementRow(&c.Statements[i])...)
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
	for _, k := range c.Kept {
		if k.Anew {
			b.do("DELETE FROM kept WHERE name = ?", k.Name)
		}
		b.do("INSERT INTO kept SELECT ?1, coalesce(max(n), 0) + 1, ?2 FROM kept WHERE name = ?1", k.Name, k.Piece)
	}
}

func (r *reader) Kept(ctx context.Context, name string) ([][]byte, error) {
	return all(ctx, r, value[[]byte], "SELECT piece FROM kept WHERE name = ? ORDER BY n", name)
}

func (r *reader) Joined(ctx context.Context) iter.Seq2[Joined, error] {
	return stream(ctx, r, scanJoined, "SELECT item, cluster, score FROM joined ORDER BY item")
}

func scanJoined(row scanner) (j Joined, err error) {
	err = row.Scan(&j.Item, &j.Cluster, &j.Score)
	return j, err
}

func (r *reader) Links(ctx context.Context) iter.Seq2[Link, error] {
	return stream(ctx, r, scanLink, "SELECT kind, a, b, score, payload FROM link ORDER BY kind, a, b")
}

func scanLink(row scanner) (l Link, err error) {
	err = row.Scan(&l.Kind, &l.A, &l.B, &l.Score, &l.Payload)
	return l, err
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
	return []any{
		s.ID, s.Text, nullable(s.Speaker), s.SpeakerName, lines(s.Outlets), lines(s.Origins),
		s.First.String(), s.First.From, s.FirstOutlet, s.Appearances, s.Wordings, lines(s.Changes), s.Confidence,
		s.Status, s.Thought, s.NeedsReview, s.Newest, s.Search,
	}
}

// selectStatement begins a query of statements.
func (r *reader) selectStatement() string {
	newest := "newest"
	if r.format < orderedFormats {
		newest = "0"
	}
	return `SELECT id, text, speaker, speaker_name, outlets, origins, first, first_from, first_outlet,
		appearances, wordings, changes, confidence, status, thought, needs_review, ` + newest + " FROM statement"
}

func (r *reader) Statements(ctx context.Context) iter.Seq2[Statement, error] {
	return stream(ctx, r, scanStatement, r.selectStatement()+" ORDER BY id")
}

func (r *reader) Newest(ctx context.Context, limit int) iter.Seq2[Statement, error] {
	if r.format < orderedFormats {
		return func(yield func(Statement, error) bool) { yield(Statement{}, ErrOlder) }
	}
	return stream(ctx, r, scanStatement, r.selectStatement()+" WHERE thought = 0 ORDER BY newest DESC, id LIMIT ?", limit)
}

func (r *reader) CountStatements(ctx context.Context) (int, error) {
	return one(ctx, r, value[int], "SELECT count(*) FROM statement WHERE thought = 0")
}

func (r *reader) Statement(ctx context.Context, id string) (Statement, error) {
	s, err := one(ctx, r, scanStatement, r.selectStatement()+" WHERE id = ?", id)
	if err != nil {
		return s, fmt.Errorf("statement %s: %w", id, err)
	}
	return s, nil
}

func scanStatement(row scanner) (s Statement, err error) {
	var speaker sql.NullString
	var outlets, origins, first, from, changes string
	err = row.Scan(&s.ID, &s.Text, &speaker, &s.SpeakerName, &outlets, &origins, &first, &from, &s.FirstOutlet,
		&s.Appearances, &s.Wordings, &changes, &s.Confidence, &s.Status, &s.Thought, &s.NeedsReview, &s.Newest)
	if err != nil {
		return s, err
	}
	s.Speaker, s.Outlets, s.Origins, s.Changes = speaker.String, split(outlets), split(origins), split(changes)
	s.First, err = readDate(first, from)
	return s, err
}

func (r *reader) Haystacks(ctx context.Context) iter.Seq2[[2]string, error] {
	return stream(ctx, r, scanPair, "SELECT id, search FROM statement ORDER BY id")
}

func appearanceRow(a *Appearance) []any {
	return []any{a.Quote, a.Statement, nullable(a.Speaker), a.Status, a.DecidedBy, writeTime(a.DecidedAt), a.Note, a.SaidBy}
}

const appearanceQuery = `SELECT appearance.quote, statement, quote.article, appearance.speaker, status, decided_by, decided_at,
	note, said_by FROM appearance JOIN quote ON quote.id = appearance.quote`

func (r *reader) Appearances(ctx context.Context, by AppearanceFilter) iter.Seq2[Appearance, error] {
	const order = " ORDER BY appearance.quote"
	switch {
	case by.Statement != "":
		return stream(ctx, r, scanAppearance, appearanceQuery+" WHERE statement = ?"+order, by.Statement)
	case by.Speaker != "":
		return stream(ctx, r, scanAppearance, appearanceQuery+" WHERE appearance.speaker = ?"+order, by.Speaker)
	case by.Article != "":
		return stream(ctx, r, scanAppearance, appearanceQuery+" WHERE quote.article = ?"+order, by.Article)
	}
	return stream(ctx, r, scanAppearance, appearanceQuery+order)
}

func (r *reader) Appearance(ctx context.Context, quote string) (Appearance, error) {
	a, err := one(ctx, r, scanAppearance, appearanceQuery+" WHERE appearance.quote = ?", quote)
	if err != nil {
		return a, fmt.Errorf("quote %s: %w", quote, err)
	}
	return a, nil
}

func scanAppearance(row scanner) (a Appearance, err error) {
	var speaker sql.NullString
	var at string
	err = row.Scan(&a.Quote, &a.Statement, &a.Article, &speaker, &a.Status, &a.DecidedBy, &at, &a.Note, &a.SaidBy)
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

const speakerQuery = "SELECT id, name, kind, quotes, statements, spellings, roles, outlets, joins FROM speaker"

func (r *reader) Speakers(ctx context.Context) ([]Speaker, error) {
	return all(ctx, r, scanSpeaker, speakerQuery+" ORDER BY id")
}

func (r *reader) Speaker(ctx context.Context, id string) (Speaker, error) {
	s, err := one(ctx, r, scanSpeaker, speakerQuery+" WHERE id = ?", id)
	if err != nil {
		return s, fmt.Errorf("speaker %s: %w", id, err)
	}
	return s, nil
}

func (r *reader) SpeakerName(ctx context.Context, id string) (name, roles string, err error) {
	pair, err := one(ctx, r, scanPair, "SELECT name, roles FROM speaker WHERE id = ?", id)
	if err != nil {
		return "", "", fmt.Errorf("speaker %s: %w", id, err)
	}
	return pair[0], pair[1], nil
}

func scanSpeaker(row scanner) (s Speaker, err error) {
	err = row.Scan(&s.ID, &s.Name, &s.Kind, &s.Quotes, &s.Statements, &s.Spellings, &s.Roles, &s.Outlets, &s.Joins)
	return s, err
}

func (r *reader) Proposals(ctx context.Context) ([]Proposal, error) {
	return all(ctx, r, scanProposal, "SELECT kind, a, b, score, payload FROM proposal ORDER BY score DESC, kind, a, b")
}

func scanProposal(row scanner) (p Proposal, err error) {
	err = row.Scan(&p.Kind, &p.A, &p.B, &p.Score, &p.Payload)
	return p, err
}
