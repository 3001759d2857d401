package store

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ErrOlder is a dossier of a format that lacks the index that is asked for.
var ErrOlder = errors.New("written by an older Quotidian, without an index of words: open it once for writing (any decision does)")

// findAtOnce is how many rows are read in one query once it is known that they may be meant. The index gives numbers
// without reading the rows, which lie all over the file.
const findAtOnce = 128

func (r *reader) FindQuotes(ctx context.Context, f Find) iter.Seq2[Hit, error] {
	where, args := []string{"quote.n IN (SELECT value FROM json_each(?))"}, []any(nil)
	from := "quote CROSS JOIN appearance ON appearance.quote = quote.id LEFT JOIN speaker ON speaker.id = appearance.speaker"
	if f.Kind != nil {
		where, args = append(where, "quote.kind = ?"), append(args, *f.Kind)
	}
	if f.Speakers != nil {
		where, args = append(where, "appearance.speaker IN (SELECT value FROM json_each(?))"), append(args, jsonList(f.Speakers))
	}
	if f.Change != "" {
		from += " CROSS JOIN statement ON statement.id = appearance.statement"
		where, args = append(where, "instr(char(10) || statement.changes || char(10), char(10) || ? || char(10)) > 0"), append(args, f.Change)
	}
	details := `SELECT quote.id, appearance.statement, speaker.name, quote.article, quote.kind, quote.words
		FROM ` + from + ` WHERE ` + strings.Join(where, " AND ") + " ORDER BY quote.n DESC"
	return r.find(ctx, r.quoteNumbers(ctx, f), f.Among, func(numbers string) iter.Seq2[Hit, error] {
		return stream(ctx, r, scanQuoteHit, details, append([]any{numbers}, args...)...)
	})
}

// quoteNumbers streams the numbers of the quotes to look at, the newest first.
func (r *reader) quoteNumbers(ctx context.Context, f Find) iter.Seq2[int64, error] {
	if Wordless(f.Words) {
		return func(func(int64, error) bool) {}
	}
	if m := match(f.Words); m != "" {
		return stream(ctx, r, value[int64], "SELECT rowid FROM quote_words WHERE quote_words MATCH ? ORDER BY rowid DESC", m)
	}
	if f.Speakers != nil {
		return stream(ctx, r, value[int64], `SELECT quote.n FROM appearance JOIN quote ON quote.id = appearance.quote
			WHERE appearance.speaker IN (SELECT value FROM json_each(?)) ORDER BY quote.n DESC`, jsonList(f.Speakers))
	}
	return stream(ctx, r, value[int64], "SELECT n FROM quote ORDER BY n DESC")
}

// find reads the details of the numbers that are meant, many at once.
func (r *reader) find(ctx context.Context, numbers iter.Seq2[int64, error], among func(n int64) bool,
	details func(numbers string) iter.Seq2[Hit, error],
) iter.Seq2[Hit, error] {
	return func(yield func(Hit, error) bool) {
		if r.format < 2 {
			yield(Hit{}, ErrOlder)
			return
		}
		batch := make([]int64, 0, findAtOnce)
		flush := func() bool {
			for h, err := range details(listOf(batch)) {
				if !yield(h, err) || err != nil {
					return false
				}
			}
			batch = batch[:0]
			return true
		}
		for n, err := range numbers {
			if err != nil {
				yield(Hit{}, err)
				return
			}
			if among != nil && !among(n) {
				continue
			}
			if batch = append(batch, n); len(batch) == findAtOnce && !flush() {
				return
			}
		}
		flush()
	}
}

// listOf writes numbers for json_each.
func listOf(numbers []int64) string {
	b := []byte{'['}
	for i, n := range numbers {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, n, 10)
	}
	return string(append(b, ']'))
}

func scanQuoteHit(row scanner) (h Hit, err error) {
	var speaker sql.NullString
	err = row.Scan(&h.Quote, &h.Statement, &speaker, &h.Article, &h.Kind, &h.Text)
	h.SpeakerName = speaker.String
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
	if r.format >= 2 && m == "" {
		return func(func(Hit, error) bool) {}
	}
	numbers := stream(ctx, r, value[int64], "SELECT rowid FROM article_words WHERE article_words MATCH ? ORDER BY rowid DESC", m)
	return r.find(ctx, numbers, f.Among, func(numbers string) iter.Seq2[Hit, error] {
		return stream(ctx, r, scanArticleHit, `SELECT article.id, snippet(article_words, -1, '', '', '…', ?)
			FROM article_words CROSS JOIN article ON article.n = article_words.rowid
			WHERE article_words MATCH ? AND +article_words.rowid IN (SELECT value FROM json_each(?))
			ORDER BY article_words.rowid DESC`, around, m, numbers) // with the plus, words are looked up once and not for each number
	})
}

func scanArticleHit(row scanner) (h Hit, err error) {
	err = row.Scan(&h.Article, &h.Text)
	return h, err
}

func (r *reader) ArticleNumbers(ctx context.Context) iter.Seq2[Numbered, error] {
	return r.numbered(ctx, "SELECT n, id FROM article")
}

func (r *reader) QuoteNumbers(ctx context.Context) iter.Seq2[Numbered, error] {
	return r.numbered(ctx, "SELECT n, article FROM quote ORDER BY article, place")
}

// numbered streams numbers, which rows have since there is an index of words.
func (r *reader) numbered(ctx context.Context, query string) iter.Seq2[Numbered, error] {
	if r.format < 2 {
		return func(yield func(Numbered, error) bool) { yield(Numbered{}, ErrOlder) }
	}
	return stream(ctx, r, scanNumbered, query)
}

func scanNumbered(row scanner) (x Numbered, err error) {
	err = row.Scan(&x.N, &x.Article)
	return x, err
}

// match turns what a person typed into an expression of the index: every word, or phrase in quotation marks, must
// occur, or all of those on one side of an OR in capitals; words may go on as [mayGoOn] says. Whatever else has a meaning
// there has none. What was typed twice is asked once: the index takes the square of the time for words that all stand in
// the same texts.
func match(typed string) string {
	var terms, choices []string
	choose := func() {
		slices.Sort(terms)
		if all := slices.Compact(terms); len(all) > 0 {
			choices = append(choices, strings.Join(all, " AND "))
		}
		terms = nil
	}
	for phrase := false; typed != ""; phrase = !phrase {
		part, rest := typed, ""
		if at := strings.IndexFunc(typed, marksPhrase); at >= 0 {
			_, n := utf8.DecodeRuneInString(typed[at:])
			part, rest = typed[:at], typed[at+n:]
		}
		typed = rest
		if phrase {
			terms = appendTerm(terms, part, "")
			continue
		}
		for _, word := range strings.Fields(part) {
			if word == either {
				choose()
				continue
			}
			more := "*"
			if !mayGoOn(word) {
				more = ""
			}
			terms = appendTerm(terms, word, more)
		}
	}
	choose()
	slices.Sort(choices)
	return strings.Join(slices.Compact(choices), " OR ") // AND binds closer there
}

// either stands between two things of which one is enough. In small letters it is a word like any other.
const either = "OR"

// Wordless reports whether something was typed that no index of words can find: signs without a letter or a number.
func Wordless(typed string) bool { return strings.TrimSpace(typed) != "" && match(typed) == "" }

// mayGoOn reports whether a word stands for all that begin with it: one of three letters or more, or of two that are not
// ASCII, as a word of Chinese may be. Many words begin with two given letters, and who types "EU" or "UN" means no other.
func mayGoOn(word string) bool { return len(word) > 2 && utf8.RuneCountInString(word) > 1 }

// marksPhrase reports whether a phrase may begin or end with r, in the marks of any language: "…", “…”, „…“, «…».
func marksPhrase(r rune) bool { return strings.ContainsRune(`"“”„«»`, r) }

// appendTerm leaves out what the index would not see: signs without a letter or a number.
func appendTerm(terms []string, text, more string) []string {
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return terms
	}
	return append(terms, `"`+strings.ReplaceAll(strings.ReplaceAll(text, `"`, `""`), "\x00", " ")+`"`+more)
}
