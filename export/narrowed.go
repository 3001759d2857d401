package export

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"quotidian/dossier"
)

// Narrowed says in words which statements the export holds, "" when all: whoever gets the file did not see the question.
func (o Options) Narrowed() string {
	var only []string
	add := func(is bool, format string, args ...any) {
		if is {
			only = append(only, fmt.Sprintf(format, args...))
		}
	}
	f := &o.Filter
	add(f.Speaker != "", "of a speaker spelled like %q", f.Speaker)
	add(f.Outlet != "", "carried by an outlet named like %q", f.Outlet)
	add(!f.Since.IsZero(), "first printed on %s or later", f.Since.Format(time.DateOnly))
	add(!f.Until.IsZero(), "first printed on %s or earlier", f.Until.Format(time.DateOnly))
	add(f.Changed != "", "that an outlet changed (%s)", f.Changed)
	add(f.Alone, "that one outlet alone carried")
	add(f.Review, "that ask for a look")
	add(f.Search != "", "that hold %q", f.Search)
	if o.Listed != nil {
		add(true, "that were listed (%s)", strings.Join(o.Listed.Why, "; "))
	}
	if len(only) == 0 {
		return ""
	}
	return "only statements " + strings.Join(only, ", ") + ", with their articles, speakers and outlets; faults and the log are whole"
}

// narrow leaves only the articles and speakers of the statements, and of what speakers said only what the export holds: a number that
// counts what is not there leads nobody back to it. Spellings, roles and why names stand together are what is known of a speaker, and stay.
func (l *lists) narrow(ctx context.Context, src Source, o Options) error {
	o.Progress = nil // it is told when the statements are written
	printed, said := map[dossier.ArticleID]bool{}, map[dossier.SpeakerID]*share{}
	of := func(id dossier.SpeakerID) *share {
		if said[id] == nil {
			said[id] = &share{outlets: map[string]bool{}}
		}
		return said[id]
	}
	err := each(ctx, src, l.rows, o, func(s *dossier.Statement) error {
		of(s.Speaker).statements++
		for i := range s.Appearances {
			a := &s.Appearances[i]
			printed[a.Article.ID] = true
			who := of(a.Speaker)
			who.quotes++
			who.outlets[a.Article.Outlet.Name] = true
		}
		return nil
	})
	l.articles = slices.DeleteFunc(slices.Clone(l.articles), func(a dossier.ArticleInfo) bool { return !printed[a.ID] })
	l.speakers = slices.DeleteFunc(slices.Clone(l.speakers), func(s dossier.SpeakerInfo) bool { return said[s.ID] == nil })
	for i := range l.speakers {
		s := &l.speakers[i]
		held := said[s.ID]
		s.Quotes, s.Statements, s.Outlets = held.quotes, held.statements, slices.Sorted(maps.Keys(held.outlets))
	}
	slices.SortStableFunc(l.speakers, func(a, b dossier.SpeakerInfo) int { return cmp.Compare(b.Quotes, a.Quotes) })
	return err
}

// share is what an export holds of a speaker.
type share struct {
	quotes, statements int
	outlets            map[string]bool
}

// without reports which statements the list does not hold.
func (l *Listed) without() func(dossier.StatementRow) bool {
	holds := make(map[dossier.StatementID]bool, len(l.IDs))
	for _, id := range l.IDs {
		holds[id] = true
	}
	return func(s dossier.StatementRow) bool { return !holds[s.ID] }
}
