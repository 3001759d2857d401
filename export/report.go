package export

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"quotidian/articles"
	"quotidian/dossier"
	"quotidian/matching/wording"
)

// Limits of a report that somebody reads: the lists of the first page, and the cards behind it.
const (
	mostListed = 25
	mostCards  = 400
)

// report is what the template shows.
type report struct {
	Options
	Tally     *tally
	Articles  []dossier.ArticleInfo
	Faults    []dossier.FaultRow
	Speakers  int
	First     []dossier.Statement // several outlets, dated: who had it first
	Changed   []dossier.Statement // the sense changed
	OneSource []dossier.Statement // several outlets, one source
	Against   []contradiction     // wordings that cannot both be true
	Cards     []dossier.Statement
	Left      int // statements without a card

	dated        int // statements of several outlets with a date
	against      int // statements that Against tells of
	shared       int // statements of several outlets, of which one is known to have been first
	Contradicted int // statements of which two wordings contradict each other
}

// namesOf lists outlets; one that nobody knows is said to be so.
func namesOf(list []string) string { return strings.Join(named(list), ", ") }

// sourcesOf lists sources, of which one can be several agencies.
func sourcesOf(list []string) string { return strings.Join(named(list), "; ") }

func named(list []string) []string {
	named := slices.Clone(list)
	for i := range named {
		named[i] = cmp.Or(named[i], unknownOutlet)
	}
	return named
}

// Leader says in a sentence which outlet was first most often, "" when none was.
func (r *report) Leader() string {
	var best *outletTally
	for _, o := range r.Tally.outlets() {
		if o.first > 0 && (best == nil || o.first > best.first) {
			best = o
		}
	}
	if best == nil {
		return ""
	}
	return fmt.Sprintf("%s had most of them first: %d of the %d statements that several outlets carried and whose first printing is known.", best.name, best.first, r.shared)
}

// MoreFirst and the like count what a list of the first page leaves out.
func (r *report) MoreFirst() int     { return r.dated - len(r.First) }
func (r *report) MoreChanged() int   { return r.Tally.serious - len(r.Changed) }
func (r *report) MoreOneSource() int { return r.Tally.oneSource - len(r.OneSource) }
func (r *report) MoreAgainst() int   { return r.Contradicted - r.against }

// Statements, Appearances and Outlets are the counts of the first page.
func (r *report) Statements() int  { return r.Tally.statements }
func (r *report) Appearances() int { return r.Tally.appearances }
func (r *report) Outlets() []*outletTally {
	return r.Tally.outlets()
}

// contradiction is two wordings of one statement that cannot both be true.
type contradiction struct {
	*dossier.Statement
	First, Other *dossier.Wording
	// Changes are those that make them contradict each other.
	Changes []wording.Change
}

// Outlets1 and Outlets2 name who printed the one wording and who the other.
func (c contradiction) Outlets1() string { return strings.Join(c.First.Outlets, ", ") }
func (c contradiction) Outlets2() string { return strings.Join(c.Other.Outlets, ", ") }

// contradicts reports changes after which two wordings cannot both be true: another number, actor or recipient, or a
// "not" more. A shift of modality or speaker is a change, no contradiction.
func contradicts(k wording.ChangeKind) bool {
	return k == wording.Number || k == wording.Negation || k == wording.Actor || k == wording.Recipient
}

// contradictions lists the wordings of a statement that contradict the one they are held against, of another outlet.
func contradictions(s *dossier.Statement) []contradiction {
	var all []contradiction
	for _, w := range apart(s) {
		c := contradiction{Statement: s, First: &s.Wordings[0], Other: w}
		for _, ch := range w.Changes {
			if contradicts(ch.Kind) {
				c.Changes = append(c.Changes, ch)
			}
		}
		if len(c.Changes) > 0 {
			all = append(all, c)
		}
	}
	return all
}

// newReport reads all that the report tells.
func newReport(ctx context.Context, src Source, o Options) (*report, error) {
	l, err := read(ctx, src, o)
	if err != nil {
		return nil, err
	}
	r := &report{Options: o, Articles: l.articles, Faults: l.faults, Speakers: len(l.speakers), Tally: newTally(l.articles)}
	r.Name = first(o.Name, "Dossier")
	return r, each(ctx, src, l.rows, o, func(s *dossier.Statement) error {
		r.Tally.count(s)
		r.take(s)
		return nil
	})
}

// inWords says a date as a reader says it, in the time zone in which the article states it.
func inWords(d articles.Date) string {
	switch {
	case !d.Known():
		return "undated"
	case d.Clock:
		return d.Time.Format("2 January 2006, 15:04 -07:00")
	}
	return d.Time.Format("2 January 2006")
}

// Cells gives an outlet's row of the report.
func (o *outletTally) Cells() []any {
	return []any{o.name, o.articles, o.quotes, o.first, o.alone, o.serious, strings.Join(o.origins, ", ")}
}

// take sorts a statement into the answers of the first page, and keeps it for a card. What is named there leads to a card,
// wherever the statement stands.
func (r *report) take(s *dossier.Statement) {
	several := len(s.Outlets) > 1
	named := list(&r.First, s, several && s.First.Known())
	named = list(&r.Changed, s, len(apart(s)) > 0) || named
	named = list(&r.OneSource, s, s.OneSource()) || named
	if several && s.First.Known() {
		r.dated++
	}
	if several && slices.Contains(s.Outlets, s.FirstOutlet) {
		r.shared++
	}
	kept := *s
	if against := contradictions(&kept); len(against) > 0 {
		r.Contradicted++
		if len(r.Against) < mostListed {
			r.Against, named = append(r.Against, against...), true
			r.against++
		}
	}
	if named || len(r.Cards) < mostCards {
		r.Cards = append(r.Cards, *s)
	} else {
		r.Left++
	}
}

// file is one file that was read, with its fingerprint: what its articles are found again by.
type file struct {
	Path, Hash string
	Articles   int
}

// Files lists those that the cards name, by path. A file that holds many articles stands there once.
func (r *report) Files() []file {
	by := map[string]*file{}
	seen := map[dossier.ArticleID]bool{}
	for i := range r.Cards {
		for k := range r.Cards[i].Appearances {
			a := &r.Cards[i].Appearances[k].Article
			f := by[a.Hash]
			switch {
			case seen[a.ID]:
				continue
			case f == nil:
				by[a.Hash] = &file{a.Path, a.Hash, 1}
			default:
				f.Path, _, _ = strings.Cut(f.Path, "#")
				f.Articles++
			}
			seen[a.ID] = true
		}
	}
	var all []file
	for _, f := range by {
		all = append(all, *f)
	}
	slices.SortFunc(all, func(a, b file) int { return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Hash, b.Hash)) })
	return all
}

// list adds a statement that belongs there, and reports whether there was room.
func list(to *[]dossier.Statement, s *dossier.Statement, belongs bool) bool {
	if !belongs || len(*to) >= mostListed {
		return false
	}
	*to = append(*to, *s)
	return true
}
