// Package charts is the screen that counts: who is quoted how often and by which outlets, when statements appeared,
// and how much of it stands in quotation marks. Each chart can be saved as a picture.
//
// model.go counts, plot.go turns counts into shapes, svg.go and view.go draw the same shapes for a file and for the
// screen. Attitudes ("wants", "believes") are not counted.
package charts

import (
	"cmp"
	"context"
	"iter"
	"maps"
	"slices"
	"time"

	"quotidian/dossier"
	"quotidian/quotes"
)

// Source is what this screen needs of a dossier.
type Source interface {
	EachArticle() iter.Seq2[dossier.ArticlePage, error]
	// Speakers gives all speakers, to tell those of one name apart.
	Speakers() ([]dossier.SpeakerInfo, error)
}

// Data is what a dossier holds, counted.
type Data struct {
	// Quotes is the number of quotes, ByKind the same by direct, mixed and indirect.
	Quotes int
	ByKind [3]int
	// Speakers and Outlets come with most quotes first.
	Speakers []Row
	Outlets  []Row
	// First gives the day on which each dated statement was first printed.
	First   []time.Time
	Undated int // statements
}

// Row is one speaker or one outlet.
type Row struct {
	Name   string
	Quotes int
	// Parts counts a speaker's quotes by outlet.
	Parts map[string]int
	// ByKind counts an outlet's quotes by kind.
	ByKind [3]int
}

// counter goes through articles.
type counter struct {
	data     Data
	speakers map[dossier.SpeakerID]*Row
	outlets  map[string]*Row
	first    map[dossier.StatementID]time.Time
}

// Count reads a whole dossier; progress is told the number of articles read.
func Count(ctx context.Context, src Source, progress func(articles int)) (*Data, error) {
	c := counter{speakers: map[dossier.SpeakerID]*Row{}, outlets: map[string]*Row{}, first: map[dossier.StatementID]time.Time{}}
	n := 0
	for page, err := range src.EachArticle() {
		if err = cmp.Or(err, ctx.Err()); err != nil {
			return nil, err
		}
		for i := range page.Appearances {
			if a := &page.Appearances[i]; a.Medium != quotes.Thought {
				c.add(a, &page.ArticleInfo)
			}
		}
		n++
		progress(n)
	}
	list, err := src.Speakers()
	if err != nil {
		return nil, err
	}
	c.tell(list)
	return c.sum(), nil
}

// tell makes one row of groups that are called the same, and tells the others of one name apart, as the filters of the statements do.
func (c *counter) tell(list []dossier.SpeakerInfo) {
	told := dossier.Tell(list, func(s *dossier.SpeakerInfo) bool { return c.speakers[s.ID] != nil })
	for id, row := range c.speakers {
		if head := told.Head(id); head != id {
			c.speakers[head].take(row)
			delete(c.speakers, id)
		}
	}
	for id, row := range c.speakers {
		row.Name = told.Label(id, row.Name)
	}
}

// take adds the quotes of another speaker.
func (r *Row) take(other *Row) {
	r.Quotes += other.Quotes
	for outlet, n := range other.Parts {
		r.Parts[outlet] += n
	}
}

func (c *counter) add(a *dossier.Appearance, from *dossier.ArticleInfo) {
	kind := min(max(int(a.Kind), 0), len(c.data.ByKind)-1)
	c.data.Quotes++
	c.data.ByKind[kind]++
	outlet := c.outlets[from.Outlet.Name]
	if outlet == nil {
		outlet = &Row{Name: from.Outlet.Name}
		c.outlets[from.Outlet.Name] = outlet
	}
	outlet.Quotes++
	outlet.ByKind[kind]++
	if a.SpeakerAs != "" {
		s := c.speakers[a.Speaker]
		if s == nil {
			s = &Row{Name: a.SpeakerAs, Parts: map[string]int{}}
			c.speakers[a.Speaker] = s
		}
		s.Quotes++
		s.Parts[from.Outlet.Name]++
	}
	c.date(a.Statement, from.Published.Time)
}

// date keeps the earliest date of a statement; the zero time while none is known.
func (c *counter) date(s dossier.StatementID, when time.Time) {
	if old, known := c.first[s]; !known || old.IsZero() || !when.IsZero() && when.Before(old) {
		c.first[s] = when
	}
}

func (c *counter) sum() *Data {
	d := &c.data
	d.Speakers, d.Outlets = ranked(maps.Values(c.speakers)), ranked(maps.Values(c.outlets))
	for _, when := range c.first {
		if when.IsZero() {
			d.Undated++
			continue
		}
		y, m, day := when.UTC().Date()
		d.First = append(d.First, time.Date(y, m, day, 0, 0, 0, 0, time.UTC))
	}
	slices.SortFunc(d.First, time.Time.Compare)
	return d
}

func ranked(rows iter.Seq[*Row]) []Row {
	var out []Row
	for r := range rows {
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b Row) int { return cmp.Or(cmp.Compare(b.Quotes, a.Quotes), cmp.Compare(a.Name, b.Name)) })
	return out
}

// Bucket is a stretch of time with the statements first printed in it.
type Bucket struct {
	Start time.Time
	Count int
}

// mostBuckets is how many bars a chart over time has at most; longer stretches are counted by month or year.
const mostBuckets = 62

// Over counts the statements by day, by month or by year, whichever gives a readable number of bars, without gaps.
func Over(first []time.Time) []Bucket {
	if len(first) == 0 {
		return nil
	}
	lo, hi := first[0], first[len(first)-1]
	next := func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }
	cut := func(t time.Time) time.Time { return t }
	switch days := hi.Sub(lo).Hours() / 24; {
	case days > mostBuckets*31:
		next = func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }
		cut = func(t time.Time) time.Time { return time.Date(t.Year(), 1, 1, 0, 0, 0, 0, time.UTC) }
	case days >= mostBuckets:
		next = func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }
		cut = func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC) }
	}
	var out []Bucket
	at := 0
	for t := cut(lo); !t.After(hi); t = next(t) {
		b := Bucket{Start: t}
		for end := next(t); at < len(first) && first[at].Before(end); at++ {
			b.Count++
		}
		out = append(out, b)
	}
	return out
}
