package dossier

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// Subject is one thing that an entry of the log is about, as a person knows it and not as the log names it.
type Subject struct {
	Ref string
	// Text is the words of a quote or of a passage, a name as it is printed, the path of an input; "" of an article, whose
	// headline is in Article.
	Text string
	// Quote is the quote that the words are; Article is where they, or a name of one article alone, stand: its ID is "" else.
	Quote   QuoteID
	Article ArticleInfo
}

// Subjects says what the references of decisions mean, by reference. Quotes that a person said are none have their words like all
// others; a reference to what is no more is left out.
func (d *Dossier) Subjects(decided []decision.Decision) (map[string]Subject, error) {
	var refs []string
	for i := range decided {
		refs = append(refs, decided[i].Refs()...)
	}
	slices.Sort(refs)
	refs = slices.Compact(refs)
	ctx := context.Background()
	o, err := d.cache.decisions(ctx, d.store)
	if err != nil {
		return nil, err
	}
	books, err := d.cache.library(ctx, d)
	if err != nil {
		return nil, err
	}
	t := &teller{ctx: ctx, store: d.store, books: books, found: map[string]Subject{}, quotes: map[string][]string{}}
	for _, ref := range (&corpus{aliases: o.aliases}).resolveEach(refs) {
		if err := t.tell(ref[0], ref[1]); err != nil {
			return nil, err
		}
	}
	return t.found, t.readQuotes()
}

// resolveEach gives each reference with what it leads to now.
func (c *corpus) resolveEach(refs []string) [][2]string {
	out := make([][2]string, len(refs))
	for i, ref := range refs {
		out[i] = [2]string{ref, ref}
		if kind, _, _ := decision.ParseRef(ref); kind != decision.ToPassage {
			out[i][1] = c.resolve([]string{ref})[0]
		}
	}
	return out
}

// teller finds out what references mean.
type teller struct {
	ctx    context.Context
	store  store.Reader
	books  *library
	found  map[string]Subject
	quotes map[string][]string // id of a quote to the references that mean it
	names  map[string]string   // key of a spelling to the spelling; nil until it is asked for
}

// tell notes what a reference means that now leads to another; quotes are read later, all at once.
func (t *teller) tell(ref, now string) (err error) {
	kind, id, _ := decision.ParseRef(now)
	s := Subject{Ref: ref}
	switch kind {
	case decision.ToQuote:
		t.quotes[id] = append(t.quotes[id], ref)
		return nil
	case decision.ToFault:
		s.Text = decision.ParseFault(id)
	case decision.ToArticle:
		s.Article = t.article(id)
	case decision.ToName:
		s.Text, err = t.name(id)
	case decision.ToMention:
		article, key, _ := strings.Cut(id, "/")
		s.Article = t.article(article)
		s.Text, err = t.name(key)
	case decision.ToPassage:
		s.Article, s.Text, err = t.passage(id)
	}
	if err == nil && (s.Text != "" || s.Article.ID != "") {
		t.found[ref] = s
	}
	return err
}

func (t *teller) article(id string) ArticleInfo {
	if place, ok := t.books.at[id]; ok {
		return t.books.articles[place]
	}
	return ArticleInfo{}
}

// passage gives the words at a place of an article.
func (t *teller) passage(id string) (ArticleInfo, string, error) {
	article, content, ok := decision.ParsePassage(id)
	info := t.article(article)
	if !ok || info.ID == "" {
		return info, "", nil
	}
	a, err := t.store.Article(t.ctx, article)
	if err != nil {
		return info, "", err
	}
	var words []string
	for _, span := range content {
		if span.End <= len(a.Read.Text) {
			words = append(words, span.In(a.Read.Text))
		}
	}
	return info, strings.Join(words, " "), nil
}

// name gives a name as it is printed, which a reference holds folded.
func (t *teller) name(key string) (string, error) {
	if t.names == nil {
		t.names = map[string]string{}
		list, err := t.store.Speakers(t.ctx)
		if err != nil {
			return "", err
		}
		for _, s := range list {
			for _, sp := range append(fromJSON[[]Spelling](s.Spellings), Spelling{Text: s.Name}) {
				if k := decision.Key(sp.Text); t.names[k] == "" {
					t.names[k] = sp.Text
				}
			}
		}
	}
	if printed := t.names[key]; printed != "" {
		return printed, nil
	}
	return key, nil
}

// readQuotes finds the words of all quotes, article by article.
func (t *teller) readQuotes() error {
	in, err := t.store.QuotesIn(t.ctx, slices.Collect(maps.Keys(t.quotes)))
	if err != nil {
		return err
	}
	for article := range in {
		for q, err := range t.store.Quotes(t.ctx, article) {
			if err != nil {
				return err
			}
			for _, ref := range t.quotes[q.ID] {
				t.found[ref] = Subject{Ref: ref, Text: q.Words, Quote: QuoteID(q.ID), Article: t.article(article)}
			}
		}
	}
	return nil
}

// About gives what an entry is about out of what [Dossier.Subjects] found, each of two alike once.
func About(d *decision.Decision, found map[string]Subject) []Subject {
	var out []Subject
	for _, ref := range d.Refs() {
		s, ok := found[ref]
		alike := func(x Subject) bool { return x.Text == s.Text && x.Article.ID == s.Article.ID }
		if ok && !slices.ContainsFunc(out, alike) {
			out = append(out, s)
		}
	}
	return out
}

// IsQuote reports whether the text is words that are, or were once, a quote.
func (s *Subject) IsQuote() bool {
	kind, _, _ := decision.ParseRef(s.Ref)
	return kind == decision.ToQuote || kind == decision.ToPassage
}

// String is what a subject is in one line of English, its words not cut: “words” (Outlet, 2017-03-04, “Headline”).
func (s Subject) String() string {
	text := s.Text
	if s.IsQuote() {
		text = "“" + strings.Trim(text, `"“”`) + "”"
	}
	if s.Article.ID == "" {
		return text
	}
	return strings.TrimSpace(fmt.Sprintf("%s (%s, “%s”)", text, describe(s.Article.Outlet, s.Article.Published), s.Article.Title))
}
