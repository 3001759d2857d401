package dossier

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"quotidian/articles"
	"quotidian/articles/copies"
	"quotidian/articles/sentence"
	"quotidian/articles/token"
	"quotidian/dossier/store"
	"quotidian/matching/wording"
)

// ArticlePage is one article with its text and the quotes in it, in reading order.
type ArticlePage struct {
	ArticleInfo
	Text        string
	Appearances []Appearance
	// Struck are quotes of which a person said that they are none; only [Dossier.Article] gives them.
	Struck []Struck
}

// Statement gives one statement with all its appearances and wordings. Any id that ever named it does.
func (d *Dossier) Statement(id StatementID) (s Statement, err error) {
	err = d.load(func(l *loader) error {
		s, err = l.statement(string(id))
		return err
	})
	return s, err
}

// EachStatement gives the full statements behind rows, in their order, as the dossier is when it begins; rows that
// name no statement any more are passed over. It reads each article once, so it is the way to export many.
func (d *Dossier) EachStatement(rows []StatementRow) iter.Seq2[Statement, error] {
	return func(yield func(Statement, error) bool) {
		done := false
		err := d.load(func(l *loader) error {
			for i := range rows {
				s, err := l.still(rows[i].ID)
				if errors.Is(err, store.ErrNone) {
					continue
				}
				if err != nil {
					return err
				}
				if done = !yield(s, nil); done {
					break
				}
			}
			return nil
		})
		if err != nil && !done {
			yield(Statement{}, err)
		}
	}
}

// EachArticle gives all articles with their texts and quotes, by id, as the dossier is when it begins. Each is read
// once and none is kept, so it is the way to look through all that was printed.
func (d *Dossier) EachArticle() iter.Seq2[ArticlePage, error] {
	return func(yield func(ArticlePage, error) bool) {
		done := false
		err := d.load(func(l *loader) error {
			list, err := l.store.Articles(l.ctx)
			for i := 0; i < len(list) && err == nil && !done; i++ {
				var a ArticlePage
				if a, err = l.article(list[i].ID); err == nil {
					done = !yield(a, nil)
				}
				delete(l.pages, list[i].ID)
			}
			return err
		})
		if err != nil && !done {
			yield(ArticlePage{}, err)
		}
	}
}

// Article gives one article with its text, and with what a person struck out of it.
func (d *Dossier) Article(id ArticleID) (a ArticlePage, err error) {
	err = d.load(func(l *loader) error {
		if a, err = l.article(string(id)); err == nil {
			a.Struck, err = l.struck(string(id))
		}
		return err
	})
	return a, err
}

// loader reads statements and articles from one state of the dossier, and keeps what several of them need.
type loader struct {
	ctx     context.Context
	store   store.Reader
	overlay *overlay
	called  map[string]called // by speaker id
	pages   map[string]*page
}

// load runs do with a loader.
func (d *Dossier) load(do func(*loader) error) error {
	ctx := context.Background()
	s, err := d.store.Snapshot(ctx)
	if err != nil {
		return err
	}
	l := &loader{ctx: ctx, store: s, called: map[string]called{}, pages: map[string]*page{}}
	if l.overlay, err = d.cache.decisions(ctx, s); err == nil {
		err = do(l)
	}
	return errors.Join(err, s.Close())
}

func (l *loader) article(id string) (ArticlePage, error) {
	p, err := l.page(id)
	if err != nil {
		return ArticlePage{}, err
	}
	out := ArticlePage{ArticleInfo: p.info, Text: p.text}
	rows := map[string]store.Appearance{}
	for a, err := range l.store.Appearances(l.ctx, store.AppearanceFilter{Article: id}) {
		if err != nil {
			return out, err
		}
		rows[a.Quote] = a
	}
	for i := range p.quotes {
		row, ok := rows[p.quotes[i].ID]
		if !ok {
			continue // a person said that it is none
		}
		a, err := l.appearance(p, &p.quotes[i], row)
		if err != nil {
			return out, err
		}
		out.Appearances = append(out.Appearances, a)
	}
	return out, nil
}

// called is how a speaker is shown: under which name, and as what where a person said so, else nil.
type called struct {
	name string
	role *string
}

// speaker gives how a speaker is called.
func (l *loader) speaker(id string) (called, error) {
	if c, ok := l.called[id]; ok || id == "" {
		return c, nil
	}
	name, roles, err := l.store.SpeakerName(l.ctx, id)
	c := called{name, fromJSON[givenRole](roles).Given}
	l.called[id] = c
	return c, err
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
	sketch    copies.Sketch // nil until it is asked for
}

// page reads an article and its quotes.
func (l *loader) page(id string) (*page, error) {
	if p := l.pages[id]; p != nil {
		return p, nil
	}
	a, err := l.store.Article(l.ctx, id)
	if err != nil {
		return nil, err
	}
	p := &page{info: toInfo(&a, l.overlay), text: a.Read.Text, runes: articles.NewRunes(a.Read.Text)}
	cut := sentence.Of(p.text)
	p.tokens, p.sentences = cut.Tokens, cut.Sentences
	if p.quotes, err = quotesOf(l.ctx, l.store, id); err != nil {
		return nil, err
	}
	if len(l.pages) >= keepPages {
		clear(l.pages)
	}
	l.pages[id] = p
	return p, nil
}

// statement reads one; id may be any that ever named it.
func (l *loader) statement(id string) (Statement, error) {
	row, err := l.row(id)
	if err != nil {
		return Statement{}, err
	}
	return l.whole(row)
}

// still reads the statement that has that very id.
func (l *loader) still(id StatementID) (Statement, error) {
	row, err := l.store.Statement(l.ctx, string(id))
	if err != nil {
		return Statement{}, err
	}
	return l.whole(row)
}

// whole reads the statement behind a row.
func (l *loader) whole(row store.Statement) (Statement, error) {
	s := Statement{StatementRow: toRow(&row)}
	var read []*member
	byID := map[string]Appearance{}
	for x, err := range l.store.Appearances(l.ctx, store.AppearanceFilter{Statement: row.ID}) {
		if err != nil {
			return s, err
		}
		m, app, err := l.member(x)
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
	return s, l.rest(s.Appearances)
}

// row finds a statement by its own id, or by that of one of its quotes.
func (l *loader) row(id string) (store.Statement, error) {
	row, err := l.store.Statement(l.ctx, id)
	if !errors.Is(err, store.ErrNone) {
		return row, err
	}
	quote := strings.TrimPrefix(id, "s-")
	if now, ok := l.overlay.aliases[quote]; ok {
		quote = now
	}
	a, notThere := l.store.Appearance(l.ctx, quote)
	if notThere != nil {
		return row, err
	}
	return l.store.Statement(l.ctx, a.Statement)
}

func (l *loader) member(row store.Appearance) (*member, Appearance, error) {
	p, err := l.page(row.Article)
	if err != nil {
		return nil, Appearance{}, err
	}
	i := slices.IndexFunc(p.quotes, func(q store.Quote) bool { return q.ID == row.Quote })
	if i < 0 {
		return nil, Appearance{}, fmt.Errorf("quote %s: %w", row.Quote, store.ErrNone)
	}
	a, err := l.appearance(p, &p.quotes[i], row)
	m := &member{Quote: &p.quotes[i], outlet: p.info.Outlet, published: p.info.Published, touch: touch{status: row.Status}}
	if row.Speaker != "" {
		m.speaker = &speaker{id: row.Speaker, name: a.SpeakerAs}
		if who := p.quotes[i].Speaker; who != nil && who.Name == a.SpeakerAs { // else others name him
			m.speaker.kind = who.Kind
		}
	}
	return m, a, err
}

// wordings fills in the distinct wordings of a statement and what each did to the one that they are held against,
// which comes first.
func (l *loader) wordings(ms []*member, apps map[string]Appearance) []Wording {
	vs := versions(ms)
	base := firstWording(vs, ms)
	vs = slices.Concat(vs[base:base+1], vs[:base], vs[base+1:])
	all := make([]Wording, len(vs))
	for i, v := range vs {
		w := Wording{Text: v.lead.Words, Kind: v.lead.Kind}
		if i > 0 {
			x, y := vs[0].lead.asWording(), v.lead.asWording()
			c, _ := guarded(x, y, func() wording.Comparison { return wording.Compare(x, y) })
			w.Changes, w.Diff = pieced(vs, i, made(vs[0], v, finding{c.Changes, c.Best(), c.Parts})), c.Diff
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

// FirstText is the wording that was printed first, which need not be the one that stands for the statement; where several were
// printed first the one that stands for it, if it is among them. It is "" while nothing is dated.
func (s *Statement) FirstText() string {
	if !s.First.Known() {
		return ""
	}
	for i := range s.Appearances {
		a := &s.Appearances[i]
		if a.Article.Published.Known() && !surelyBefore(s.Appearances[0].Article.Published, a.Article.Published) && s.Wordings[a.Wording].Text == s.Text {
			return s.Text
		}
	}
	return s.Wordings[s.Appearances[0].Wording].Text
}

// FirstOtherwise is [Statement.FirstText] where it is not the wording that stands for the statement, else "".
func (s *Statement) FirstOtherwise() string {
	if text := s.FirstText(); text != s.Text {
		return text
	}
	return ""
}

// speakerSettled is why somebody is the speaker of a quote of whom a person said so.
const speakerSettled = "settled by a person"

// appearance makes the view of one quote.
func (l *loader) appearance(p *page, q *store.Quote, row store.Appearance) (Appearance, error) {
	who, err := l.speaker(row.Speaker)
	a := Appearance{
		Quote: QuoteID(q.ID), Statement: StatementID(row.Statement), Article: p.info, Kind: q.Kind, Medium: q.Medium,
		Content: q.Content, Cue: q.Cue, Source: q.Source, Text: q.Words,
		CueText: q.Cue.In(p.text), SourceText: q.Source.In(p.text),
		Speaker: SpeakerID(row.Speaker), SpeakerAs: who.name, Via: q.Via, Reason: q.Reason, Why: q.Why,
		Confidence: q.Confidence, Status: row.Status, DecidedBy: row.DecidedBy, DecidedAt: row.DecidedAt, Note: row.Note,
	}
	if q.Speaker != nil {
		a.Printed, a.Role = q.Speaker.Name, q.Speaker.Role
	}
	if who.role != nil {
		a.Role = *who.role
	}
	for _, span := range q.Content {
		a.Position = append(a.Position, p.runes.Span(span))
	}
	if row.SaidBy != "" || row.Speaker == "" && q.Speaker != nil {
		a.Why = speakerSettled // what the program had read no longer says who it was
	}
	a.Before, a.Sentence, a.After = p.around(q)
	return a, err
}

// touched gives the sentences from the first to the last that the content touches, -1 for none.
func (p *page) touched(q *store.Quote) (first, last int) {
	begin, end := q.Content[0].Start, q.Content[len(q.Content)-1].End
	first = p.sentenceAt(begin)
	if first < 0 {
		return -1, -1
	}
	last = first
	for last+1 < len(p.sentences) && int(p.tokens[p.sentences[last+1].First].Start) < end {
		last++
	}
	return first, last
}

// sentenceAt gives the sentence that a place of the text lies in, or the next behind it, -1 for none.
func (p *page) sentenceAt(at int) int {
	return slices.IndexFunc(p.sentences, func(s sentence.Sentence) bool { return int(p.tokens[s.Last-1].End) > at })
}

// around gives the sentences that the content touches, and their neighbours.
func (p *page) around(q *store.Quote) (before, in, after string) {
	first, last := p.touched(q)
	if first < 0 {
		return "", p.text[q.Content[0].Start:q.Content[len(q.Content)-1].End], ""
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
	begin, end := p.reach(first, last)
	return p.text[begin:end]
}

// reach gives the bytes from the first to the last of some sentences.
func (p *page) reach(first, last int) (begin, end int) {
	return int(p.tokens[p.sentences[first].First].Start), int(p.tokens[p.sentences[last].Last-1].End)
}
