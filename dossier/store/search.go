package store

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ErrOlder is a dossier of a format that lacks the index that is asked for.
var ErrOlder = errors.New("written by an older Quotidian, without an index of words: open it once for writing (any decision does)")

func (r *reader) FindQuotes(ctx context.Context, f Find) iter.Seq2[Hit, error] {
	if r.format < 2 {
		return func(yield func(Hit, error) bool) { yield(Hit{}, ErrOlder) }
	}
	from, newest, where, args := "quote", "quote.n", []string{"TRUE"}, []any(nil)
	if m := match(f.Words); m != "" {
		from = "quote_words CROSS JOIN quote ON quote.n = quote_words.rowid"
		newest = "quote_words.rowid" // the index streams in this order, so that whoever wants few rows reads few
		where, args = append(where, "quote_words MATCH ?"), append(args, m)
	}
	if f.Articles != nil {
		where, args = append(where, "quote.article IN (SELECT value FROM json_each(?))"), append(args, jsonList(f.Articles))
	}
	if f.Kind != nil {
		where, args = append(where, "quote.kind = ?"), append(args, *f.Kind)
	}
	if f.Speakers != nil {
		where, args = append(where, "appearance.speaker IN (SELECT value FROM json_each(?))"), append(args, jsonList(f.Speakers))
	}
	from += " CROSS JOIN appearance ON appearance.quote = quote.id"
	if f.Change != "" {
		from += " CROSS JOIN statement ON statement.id = appearance.statement"
		where, args = append(where, "instr(char(10) || statement.changes || char(10), char(10) || ? || char(10)) > 0"), append(args, f.Change)
	}
	return stream(ctx, r, scanQuoteHit, `SELECT quote.id, appearance.statement, appearance.speaker, quote.article, quote.kind, quote.words
		FROM `+from+` WHERE `+strings.Join(where, " AND ")+" ORDER BY "+newest+" DESC", args...)
}

func scanQuoteHit(row scanner) (h Hit, err error) {
	var speaker sql.NullString
	err = row.Scan(&h.Quote, &h.Statement, &speaker, &h.Article, &h.Kind, &h.Text)
	h.Speaker = speaker.String
	return h, err
}

// jsonList is a list of ids for json_each, also when it is empty.
func jsonList(ids []string) string {
	if len(ids) == 0 {
		return "[]"
	}
	return writeList(ids)
}

// around is the number of words of an article that a hit shows.
const around = 24

func (r *reader) FindArticles(ctx context.Context, f Find) iter.Seq2[Hit, error] {
	m := match(f.Words)
	if r.format < 2 || m == "" {
		return func(yield func(Hit, error) bool) {
			if r.format < 2 {
				yield(Hit{}, ErrOlder)
			}
		}
	}
	where, args := "article_words MATCH ?", []any{around, m}
	if f.Articles != nil {
		where, args = where+" AND article.id IN (SELECT value FROM json_each(?))", append(args, jsonList(f.Articles))
	}
	return stream(ctx, r, scanArticleHit, `SELECT article.id, snippet(article_words, -1, '', '', '…', ?)
		FROM article_words CROSS JOIN article ON article.n = article_words.rowid
		WHERE `+where+" ORDER BY article_words.rowid DESC", args...)
}

func scanArticleHit(row scanner) (h Hit, err error) {
	err = row.Scan(&h.Article, &h.Text)
	return h, err
}

// match turns what a person typed into an expression of the index: every word, or phrase in quotation marks, must
// occur; a word of two letters or more may go on. Whatever else has a meaning there has none.
func match(typed string) string {
	var terms []string
	for i, part := range strings.FieldsFunc(typed, func(r rune) bool { return r == '"' || r == '“' || r == '”' }) {
		phrase := i%2 == 1 && strings.ContainsAny(typed, `"“”`)
		if strings.IndexFunc(typed, func(r rune) bool { return r == '"' || r == '“' }) == 0 {
			phrase = i%2 == 0
		}
		if phrase {
			terms = appendTerm(terms, part, "")
			continue
		}
		for _, word := range strings.Fields(part) {
			more := "*"
			if utf8.RuneCountInString(word) < 2 {
				more = "" // half of all words begin with a given letter or two
			}
			terms = appendTerm(terms, word, more)
		}
	}
	return strings.Join(terms, " AND ")
}

// appendTerm leaves out what the index would not see: signs without a letter or a number.
func appendTerm(terms []string, text, more string) []string {
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return terms
	}
	return append(terms, `"`+strings.ReplaceAll(strings.ReplaceAll(text, `"`, `""`), "\x00", " ")+`"`+more)
}
