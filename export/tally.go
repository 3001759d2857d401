package export

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"quotidian/dossier"
	"quotidian/matching/wording"
)

// tally counts, in one pass over the statements, what the outlet sheet, the Read me and the report tell.
type tally struct {
	byName      map[string]*outletTally
	statements  int
	appearances int
	wordings    int
	oneSource   int                        // carried by several outlets, resting on one
	serious     int                        // statements that say something else in one outlet than in another
	within      int                        // statements that say something else in two places of one outlet alone
	unreviewed  int                        // appearances nobody has looked at
	kinds       map[wording.ChangeKind]int // appearances by what they changed
	days        map[string]int             // statements by the day (UTC) of their first printing
}

type outletTally struct {
	name                               string
	articles, quotes, statements       int
	first, alone, serious, lastCounted int
	origins                            []string
}

func newTally(articles []dossier.ArticleInfo) *tally {
	t := &tally{byName: map[string]*outletTally{}, kinds: map[wording.ChangeKind]int{}, days: map[string]int{}}
	for i := range articles {
		o := t.outlet(articles[i].Outlet.Name)
		o.articles++
		for agency := range strings.SplitSeq(articles[i].Outlet.Origin, ", ") {
			if agency != "" && !slices.Contains(o.origins, agency) {
				o.origins = append(o.origins, agency)
			}
		}
	}
	return t
}

// unknownOutlet stands for the outlet of what names none, such as standard input, where an empty name would be a gap.
const unknownOutlet = "(outlet unknown)"

func (t *tally) outlet(name string) *outletTally {
	name = cmp.Or(name, unknownOutlet)
	o := t.byName[name]
	if o == nil {
		o = &outletTally{name: name}
		t.byName[name] = o
	}
	return o
}

func (t *tally) count(s *dossier.Statement) {
	t.statements++
	t.wordings += len(s.Wordings)
	t.appearances += len(s.Appearances)
	switch {
	case len(apart(s)) > 0:
		t.serious++
	case len(within(s)) > 0:
		t.within++
	}
	if s.OneSource() {
		t.oneSource++
	}
	if s.First.Known() {
		t.days[utc(s.First)[:len(time.DateOnly)]]++
	}
	for i := range s.Appearances {
		a := &s.Appearances[i]
		for _, k := range wording.KindsOf(a.Changes) {
			t.kinds[k]++
		}
		o := t.outlet(a.Article.Outlet.Name)
		o.quotes++
		if o.lastCounted != t.statements {
			o.lastCounted = t.statements
			o.statements++
		}
		if severityOf(wording.KindsOf(a.Changes)) == serious && !slices.Contains(s.Wordings[0].Outlets, a.Article.Outlet.Name) {
			o.serious++
		}
		if a.Status == "machine" {
			t.unreviewed++
		}
	}
	switch {
	case len(s.Outlets) == 1:
		t.outlet(s.Outlets[0]).alone++
	case s.First.Known() && slices.Contains(s.Outlets, s.FirstOutlet): // else several share the day
		t.outlet(s.FirstOutlet).first++
	}
}

// Serious, Within and OneSource are counts of the first page.
func (t *tally) Serious() int   { return t.serious }
func (t *tally) Within() int    { return t.within }
func (t *tally) OneSource() int { return t.oneSource }

// outlets lists the outlets, those with most quotes first.
func (t *tally) outlets() []*outletTally {
	all := make([]*outletTally, 0, len(t.byName))
	for _, o := range t.byName {
		slices.Sort(o.origins)
		all = append(all, o)
	}
	slices.SortFunc(all, func(a, b *outletTally) int {
		return cmp.Or(cmp.Compare(b.quotes, a.quotes), cmp.Compare(a.name, b.name))
	})
	return all
}
