package dossier

import (
	"context"
	"iter"
	"slices"
	"strings"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/articles/token"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
	"quotidian/matching/wording"
)

// ArticlePage is one article with its text and the quotes in it, in reading order.
type ArticlePage struct {
	ArticleInfo
	Text        string
	Appearances []Appearance
}

// Statement gives one statement with all its appearances and wordings. Any id that ever named it does.
func (d *Dossier) Statement(id StatementID) (Statement, error) {
	l, err := d.newLoader(context.Background())
	if err != nil {
		return Statement{}, err
	}
	return l.statement(string(id))
}

// EachStatement gives the full statements behind rows, in their order. It reads each article once, so it is the
// way to export many.
func (d *Dossier) EachStatement(rows []StatementRow) iter.Seq2[Statement, error] {
	return func(yield func(Statement, error) bool) {
		l, err := d.newLoader(context.Background())
		if err != nil {
			yield(Statement{}, err)
			return
		}
		for i := range rows {
			s, err := l.statement(string(rows[i].ID))
			if !yield(s, err) || err != nil {
				return
			}
		}
	}
}

// Article gives one article with its text.
func (d *Dossier) Article(id ArticleID) (ArticlePage, error) {
	ctx := context.Background()
	l, err := d.newLoader(ctx)
	if err != nil {
		return ArticlePage{}, err
	}
	t, err := l.text(string(id))
	if err != nil {
		return ArticlePage{}, err
	}
	page := ArticlePage{ArticleInfo: t.info, Text: t.text}
	rows := map[string]store.Appearance{}
	for a, err := range d.store.Appearances(ctx, store.AppearanceFilter{Article: string(id)}) {
		if err != nil {
			return page, err
		}
		rows[a.Quote] = a
	}
	for i := range t.quotes {
		if row, ok := rows[t.quotes[i].ID]; ok {
			page.Appearances = append(page.Appearances, l.appearance(t, &t.quotes[i], row))
		}
	}
	return page, nil
}

// loader reads statements and keeps what several of them need.
type loader struct {
	d        *Dossier
	ctx      context.Context
	overlay  *overlay
	names    map[string]string // speaker id to name
	rows     map[StatementID]StatementRow
	articles map[string]*page
}

// keepPages bounds the articles a loader holds: an export walks statements, and those of one story share them.
const keepPages = 2000

// page is an article cut into sentences, with its quotes.
type page struct {
	info      ArticleInfo
	text      string
	runes     *articles.Runes
	sentences []sentence.Sentence
	tokens    []token.Token
	quotes    []store.Quote
}

func (d *Dossier) newLoader(ctx context.Context) (*loader, error) {
	l := &loader{d: d, ctx: ctx, names: map[string]string{}, articles: map[string]*page{}}
	var err error
	if l.overlay, err = d.overlay(ctx); err != nil {
		return nil, err
	}
	speakers, err := d.store.Speakers(ctx)
	if err != nil {
		return nil, err
	}
	for _, s := range speakers {
		l.names[s.ID] = s.Name
	}
	rows, err := d.Statements(Filter{Thought: true})
	l.rows = make(map[StatementID]StatementRow, len(rows))
	for _, r := range rows {
		l.rows[r.ID] = r
	}
	return l, err
}

// text reads an article and its quotes.
func (l *loader) text(id string) (*page, error) {
	if p := l.articles[id]; p != nil {
		return p, nil
	}
	a, err := l.d.store.Article(l.ctx, id)
	if err != nil {
		return nil, err
	}
	p := &page{info: toInfo(&a, l.overlay), text: a.Read.Text, runes: articles.NewRunes(a.Read.Text)}
	p.tokens = token.Scan(nil, p.text)
	p.sentences = sentence.Split(nil, p.text, p.tokens)
	for q, err := range l.d.store.Quotes(l.ctx, id) {
		if err != nil {
			return nil, err
		}
		p.quotes = append(p.quotes, q)
	}
	if len(l.articles) >= keepPages {
		clear(l.articles)
	}
	l.articles[id] = p
	return p, nil
}

// statement reads one; id may be any that ever named it.
func (l *loader) statement(id string) (Statement, error) {
	id, members, err := l.members(id)
	if err != nil {
		return Statement{}, err
	}
	s := Statement{StatementRow: l.rows[StatementID(id)]}
	var read []*member
	byID := map[string]Appearance{}
	for _, row := range members {
		m, app, err := l.member(row)
		if err != nil {
			return s, err
		}
		read = append(read, m)
		byID[m.ID] = app
	}
	slices.SortFunc(read, compareMembers)
	s.Wordings = l.wordings(read, byID)
	for _, m := range read {
		s.Appearances = append(s.Appearances, byID[m.ID])
	}
	return s, nil
}

// members gives the appearances of the statement that id names: its own id, or that of one of its quotes.
func (l *loader) members(id string) (string, []store.Appearance, error) {
	if l.rows[StatementID(id)].ID == "" {
		quote := strings.TrimPrefix(id, "s-")
		refs := (&corpus{aliases: l.overlay.aliases}).resolve([]string{decision.Ref(decision.ToQuote, quote)})
		_, quote, _ = decision.ParseRef(refs[0])
		row, err := l.d.store.Appearance(l.ctx, quote)
		if err != nil {
			return id, nil, notFound("statement", id)
		}
		id = row.Statement
	}
	var all []store.Appearance
	for a, err := range l.d.store.Appearances(l.ctx, store.AppearanceFilter{Statement: id}) {
		if err != nil {
			return id, nil, err
		}
		all = append(all, a)
	}
	return id, all, nil
}

func (l *loader) member(row store.Appearance) (*member, Appearance, error) {
	article, err := l.d.store.ArticleOf(l.ctx, row.Quote)
	if err != nil {
		return nil, Appearance{}, err
	}
	p, err := l.text(article)
	if err != nil {
		return nil, Appearance{}, err
	}
	i := slices.IndexFunc(p.quotes, func(q store.Quote) bool { return q.ID == row.Quote })
	if i < 0 {
		return nil, Appearance{}, notFound("quote", row.Quote)
	}
	q := &p.quotes[i]
	m := &member{Quote: q, outlet: p.info.Outlet, published: p.info.Published}
	if row.Speaker != "" {
		m.speaker = &speaker{id: row.Speaker, name: l.names[row.Speaker]}
	}
	return m, l.appearance(p, q, row), nil
}

// wordings fills in the distinct wordings of a statement and what each did to the first.
func (l *loader) wordings(ms []*member, apps map[string]Appearance) []Wording {
	vs := versions(ms)
	base := firstWording(vs, ms)
	all := make([]Wording, len(vs))
	for i, v := range vs {
		w := Wording{Text: v.lead.Words, Kind: v.lead.Kind}
		if i != base {
			c := wording.Compare(vs[base].lead.asWording(), v.lead.asWording())
			w.Changes, w.Diff = c.Changes, c.Diff
		} else {
			w.Diff = wording.Diff{{Op: wording.Same, A: w.Text, B: w.Text}}
		}
		for _, m := range v.members {
			w.Outlets = appendNew(w.Outlets, m.outlet.Name)
			a := apps[m.ID]
			a.Wording, a.Changes = i, w.Changes
			apps[m.ID] = a
		}
		all[i] = w
	}
	return all
}

// appearance makes the view of one quote.
func (l *loader) appearance(p *page, q *store.Quote, row store.Appearance) Appearance {
	a := Appearance{
		Quote: QuoteID(q.ID), Statement: StatementID(row.Statement), Article: p.info, Kind: q.Kind, Medium: q.Medium,
		Content: q.Content, Cue: q.Cue, Source: q.Source, Text: q.Words,
		CueText: q.Cue.In(p.text), SourceText: q.Source.In(p.text),
		Speaker: SpeakerID(row.Speaker), SpeakerAs: l.names[row.Speaker], Via: q.Via, Reason: q.Reason, Why: q.Why,
		Confidence: q.Confidence, Status: row.Status, DecidedBy: row.DecidedBy, DecidedAt: row.DecidedAt, Note: row.Note,
	}
	for _, span := range q.Content {
		a.Position = append(a.Position, p.runes.Span(span))
	}
	if q.Speaker != nil {
		a.Printed, a.Role = q.Speaker.Name, q.Speaker.Role
	}
	a.Before, a.Sentence, a.After = p.around(q)
	return a
}

// around gives the sentences from the first to the last that the content touches, and their neighbours.
func (p *page) around(q *store.Quote) (before, in, after string) {
	begin, end := q.Content[0].Start, q.Content[len(q.Content)-1].End
	first := slices.IndexFunc(p.sentences, func(s sentence.Sentence) bool { return int(p.tokens[s.Last-1].End) > begin })
	if first < 0 {
		return "", p.text[begin:end], ""
	}
	last := first
	for last+1 < len(p.sentences) && int(p.tokens[p.sentences[last+1].First].Start) < end {
		last++
	}
	if first > 0 {
		before = p.cut(first-1, first-1)
	}
	if last+1 < len(p.sentences) {
		after = p.cut(last+1, last+1)
	}
	return before, p.cut(first, last), after
}

func (p *page) cut(first, last int) string {
	return p.text[p.tokens[p.sentences[first].First].Start:p.tokens[p.sentences[last].Last-1].End]
}

// Compare aligns two wordings of a statement word by word, for a screen that sets any two side by side.
func Compare(a, b string) wording.Diff {
	return wording.Compare(wording.Quote{Text: a}, wording.Quote{Text: b}).Diff
}
