package dossier

import (
	"fmt"
	"maps"
	"strings"
	"time"

	"quotidian/articles"
	"quotidian/articles/outlet"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// The states of a quote and of a statement.
const (
	byMachine = "machine"
	confirmed = "confirmed"
	changed   = "changed"
	rejected  = "rejected"
)

// overlay is what the decisions in force say about single quotes and articles, and the links between many.
type overlay struct {
	dropped map[string]bool     // quotes that are none
	covered map[string]bool     // those of them that lie in what a person marked
	struck  map[string]int      // article to the number of its quotes that are none
	saidBy  map[string]string   // quote to the speaker a person named
	touched map[string]touch    // quote to what was decided last
	notes   map[string]string   // reference to remark
	renamed map[string]naming   // reference to the name that a person gave
	roles   map[string]naming   // the same of the description
	joined  []decision.Decision // those that join names or quotes
	paired  []decision.Decision // those that say of two things whether they are the same, or that nobody knows
	outlets map[string]string
	prints  map[string]string // name of an outlet to the one that it is shown under, where that is another
	origins map[string]string
	dates   map[string]string
	// dismissed holds the references to faults that are listed no more.
	dismissed map[string]bool
	links     *decision.Links
	aliases   map[string]string
}

// touch is the newest decision about a quote.
type touch struct {
	status string
	by     string
	at     time.Time
	// apart says that the status rests on nothing but having been kept apart from something.
	apart bool
}

// statusOf says what a kind of decision makes of a quote; kinds that are missing leave its status alone.
var statusOf = map[decision.Kind]string{
	decision.Same: changed, decision.Never: changed, decision.Split: changed, decision.Reattribute: changed,
	decision.Confirm: confirmed, decision.Reject: rejected, decision.NotAQuote: rejected, decision.MissedQuote: confirmed,
}

// newOverlay reads the decisions in force, oldest first, so that the newest word on a matter stands. Where the corpus holds
// no quotes, as for readers, struck is left to the caller.
func newOverlay(c *corpus, active []decision.Decision) *overlay {
	o := &overlay{
		dropped: map[string]bool{}, covered: map[string]bool{}, struck: map[string]int{}, saidBy: map[string]string{}, touched: map[string]touch{},
		notes: map[string]string{}, renamed: map[string]naming{}, roles: map[string]naming{}, outlets: map[string]string{}, origins: map[string]string{},
		dates: map[string]string{}, dismissed: map[string]bool{}, aliases: c.aliases,
	}
	resolved := make([]decision.Decision, len(active))
	for i, d := range active {
		d.Targets, d.Against = c.resolve(d.Targets), c.resolve(d.Against)
		resolved[i] = d
		o.take(d)
		o.describe(d, i)
	}
	_ = o.cover(c, active, c.quotesIn) // in memory, so that nothing can go wrong
	for id := range o.dropped {
		if q := c.find(id); q != nil {
			o.struck[q.Article]++
		}
	}
	o.links, _ = decision.NewLinks(resolved)
	o.prints = outlet.Prints(o.carried(c))
	return o
}

// carried counts the articles of each outlet, as a person settled it or as it was read, and of how many a person did.
func (o *overlay) carried(c *corpus) (count, given map[string]int) {
	count, given = maps.Clone(c.outlets()), map[string]int{}
	for id, name := range o.outlets {
		read, ok := c.carriers[id]
		if !ok {
			continue
		}
		if count[read]--; count[read] == 0 {
			delete(count, read)
		}
		count[name]++
		given[name]++
	}
	return count, given
}

// print is the name under which an outlet is shown that is called so.
func (o *overlay) print(name string) string {
	if shown, ok := o.prints[name]; ok {
		return shown
	}
	return name
}

// resolve leads references to quotes and articles that went to those in their place, and passages to the quotes that
// stand there.
func (c *corpus) resolve(refs []string) []string {
	out := make([]string, len(refs))
	for i, ref := range refs {
		kind, id, _ := decision.ParseRef(ref)
		article, name, _ := strings.Cut(id, "/")
		switch now := c.aliases[article]; {
		case kind == decision.ToPassage:
			out[i] = c.marked(id).ref()
		case now == "" || kind == decision.ToName || kind == decision.ToFault:
			out[i] = ref
		case kind == decision.ToMention:
			out[i] = decision.Ref(kind, now+"/"+name)
		default:
			out[i] = decision.Ref(kind, now)
		}
	}
	return out
}

func (o *overlay) take(d decision.Decision) {
	if len(d.Joins()) > 0 {
		o.joined = append(o.joined, d)
	}
	switch d.Kind {
	case decision.Same, decision.Never, decision.Unsure:
		o.paired = append(o.paired, d)
	}
	for _, ref := range d.Targets {
		kind, id, _ := decision.ParseRef(ref)
		switch kind {
		case decision.ToQuote:
			o.takeQuote(d, id)
		case decision.ToArticle:
			o.takeArticle(d, id)
		case decision.ToFault:
			o.dismissed[ref] = true
		}
		if d.Kind == decision.Note {
			o.notes[ref] = d.Value
		}
	}
	for _, ref := range d.Against {
		if kind, id, _ := decision.ParseRef(ref); kind == decision.ToQuote {
			o.touch(d, id)
		}
	}
}

// naming is a name or a description that a person gave; a later turn stands over an earlier one. The name that came with a split
// is that of who left: not of a speaker who has any of those left behind, whatever was taken back or joined since.
type naming struct {
	text   string
	turn   int
	behind map[string]bool
}

// describe takes how speakers are called from a decision that says so.
func (o *overlay) describe(d decision.Decision, turn int) {
	var by map[string]naming
	behind := map[string]bool{}
	switch d.Kind {
	case decision.Rename:
		by = o.renamed
	case decision.Role:
		by = o.roles
	case decision.Split:
		if d.Value == "" {
			return
		}
		by = o.renamed
		for _, ref := range d.Against {
			behind[ref] = true
		}
	default:
		return
	}
	for _, ref := range d.Targets {
		by[ref] = naming{d.Value, turn, behind}
	}
}

func (o *overlay) takeQuote(d decision.Decision, id string) {
	switch d.Kind {
	case decision.NotAQuote:
		o.dropped[id] = true
	case decision.Confirm:
		delete(o.dropped, id)
	case decision.Reattribute:
		o.saidBy[id] = d.Value
	case decision.MissedQuote:
		delete(o.dropped, id)
		if d.Value != "" {
			o.saidBy[id] = d.Value
		}
	}
	o.touch(d, id)
}

func (o *overlay) touch(d decision.Decision, id string) {
	t := o.touched[id]
	if status := statusOf[d.Kind]; status != "" {
		t.apart = d.Kind == decision.Never && (t.status == "" || t.apart)
		t.status = status
	}
	t.by, t.at = d.Who, d.When
	o.touched[id] = t
}

func (o *overlay) takeArticle(d decision.Decision, id string) {
	switch d.Kind {
	case decision.Outlet:
		o.outlets[id] = d.Value
	case decision.Origin:
		o.origins[id] = d.Value
	case decision.Date:
		o.dates[id] = d.Value
	}
}

// given marks what a person said about an article.
const given = "given"

// outlet is who carried the article, as a person settled it or as it was read, under the name that a person or most of its
// articles give it.
func (o *overlay) outlet(a *store.Article) articles.Outlet {
	out := a.Read.Outlet
	if name, ok := o.outlets[a.ID]; ok {
		out.Name, out.From = name, given
	}
	out.Name = o.print(out.Name)
	if origin, ok := o.origins[a.ID]; ok {
		out.Origin = origin
	}
	return out
}

// date is when the article was published, as a person settled it or as it was read.
func (o *overlay) date(a *store.Article) articles.Date {
	value, ok := o.dates[a.ID]
	if !ok {
		return a.Read.Published
	}
	date, err := ParseDate(value)
	if err != nil {
		return a.Read.Published // refused by Decide; only a foreign hand can have written it
	}
	return date
}

// ParseDate reads a date as decisions give it: RFC 3339, a day, or "" for undated.
func ParseDate(value string) (articles.Date, error) {
	if value == "" {
		return articles.Date{From: given}, nil
	}
	if t, err := time.Parse(time.DateOnly, value); err == nil {
		return articles.Date{Time: t, From: given}, nil
	}
	t, err := time.Parse(time.RFC3339, value)
	if err != nil {
		return articles.Date{}, fmt.Errorf("%q is no day: write 2024-05-14, or 2024-05-14T11:20:00+03:00", value)
	}
	return articles.Date{Time: t, Clock: true, From: given}, nil
}
