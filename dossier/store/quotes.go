package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"quotidian/articles"
	"quotidian/attribution"
)

const quoteColumns = `id, article, place, kind, medium, content, cue, source, relay, reason, confidence,
	speaker, speaker_kind, role, printed, via, why, words`

func (b *batch) insertQuotes(qs []Quote) {
	rows := make([][]any, len(qs))
	for i := range qs {
		rows[i] = quoteRow(&qs[i])
	}
	b.insert("quote", quotesAtOnce, rows)
}

func quoteRow(q *Quote) []any {
	var name sql.NullString
	var who attribution.Speaker
	if q.Speaker != nil {
		who = *q.Speaker
		name = sql.NullString{String: who.Name, Valid: true}
	}
	return []any{
		q.ID, q.Article, q.Place, q.Kind, q.Medium, writeSpans(q.Content), writeSpan(q.Cue),
		writeSpan(q.Source), writeSpans(q.Relay), q.Reason, q.Confidence,
		name, who.Kind, who.Role, writeList(who.Printed), writeList(q.Via), q.Why, q.Words,
	}
}

func (r *reader) Quotes(ctx context.Context, article string) iter.Seq2[Quote, error] {
	if article == "" {
		return stream(ctx, r, scanQuote, "SELECT "+quoteColumns+" FROM quote")
	}
	return stream(ctx, r, scanQuote, "SELECT "+quoteColumns+" FROM quote WHERE article = ? ORDER BY place", article)
}

func (r *reader) QuotesIn(ctx context.Context, ids []string) (map[string]int, error) {
	count := map[string]int{}
	if len(ids) == 0 {
		return count, nil
	}
	const query = "SELECT article FROM quote WHERE id IN (SELECT value FROM json_each(?))"
	for article, err := range stream(ctx, r, value[string], query, writeList(ids)) {
		if err != nil {
			return nil, err
		}
		count[article]++
	}
	return count, nil
}

func scanQuote(row scanner) (q Quote, err error) {
	var name sql.NullString
	var who attribution.Speaker
	var content, cue, source, relay, printed, via string
	err = row.Scan(&q.ID, &q.Article, &q.Place, &q.Kind, &q.Medium, &content, &cue, &source, &relay, &q.Reason,
		&q.Confidence, &name, &who.Kind, &who.Role, &printed, &via, &q.Why, &q.Words)
	if err != nil {
		return q, err
	}
	r := &cells{}
	q.Content, q.Cue, q.Source, q.Relay = r.spans(content), r.span(cue), r.span(source), r.spans(relay)
	who.Printed, q.Via = r.list(printed), r.list(via)
	if name.Valid {
		who.Name = name.String
		q.Speaker = &who
	}
	if r.err != nil {
		return q, fmt.Errorf("quote %s: %w", q.ID, r.err)
	}
	return q, nil
}

// Spans are kept as "start-end start-end", the empty span as "", lists as JSON and the empty list as "".

func writeSpan(s articles.Span) string {
	if s.Empty() {
		return ""
	}
	return strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End)
}

func writeSpans(ss []articles.Span) string {
	parts := make([]string, len(ss))
	for i, s := range ss {
		parts[i] = strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End)
	}
	return strings.Join(parts, " ")
}

func writeList(list []string) string {
	if len(list) == 0 {
		return ""
	}
	b, err := json.Marshal(list)
	if err != nil {
		panic("internal error: a list of strings has no JSON: " + err.Error())
	}
	return string(b)
}

// cells reads what the functions above wrote, and keeps the first error.
type cells struct{ err error }

func (r *cells) note(err error) {
	if r.err == nil {
		r.err = err
	}
}

func (r *cells) span(s string) articles.Span {
	if s == "" {
		return articles.Span{}
	}
	from, to, _ := strings.Cut(s, "-")
	start, err := strconv.Atoi(from)
	r.note(err)
	end, err := strconv.Atoi(to)
	r.note(err)
	return articles.Span{Start: start, End: end}
}

func (r *cells) spans(s string) []articles.Span {
	var ss []articles.Span
	for part := range strings.FieldsSeq(s) {
		ss = append(ss, r.span(part))
	}
	return ss
}

func (r *cells) list(s string) []string {
	if s == "" {
		return nil
	}
	var list []string
	r.note(json.Unmarshal([]byte(s), &list))
	return list
}
