package dossier

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"quotidian/attribution"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// mention is one speaker as one article knows it: all quotes that the article gives to one name.
type mention struct {
	id      string // hash of article and name
	article string
	key     string // decision.Key of the name
	name    string
	kind    attribution.SpeakerKind
	roles   []string
	printed []string
	quotes  []*store.Quote // as the machine gives them
}

// named reports whether the name means something beyond its article. "An official" does not.
func (m *mention) named() bool { return m.kind != attribution.Unnamed }

// refs gives the references by which decisions mean this mention, the widest last.
func (m *mention) refs() []string {
	one := decision.Ref(decision.ToMention, m.article+"/"+m.key)
	if !m.named() {
		return []string{one}
	}
	return []string{one, decision.Ref(decision.ToName, m.key)}
}

// ref is the reference that a new decision about this mention uses: the widest one that means it.
func (m *mention) ref() string {
	refs := m.refs()
	return refs[len(refs)-1]
}

func (m *mention) role() string { return strings.Join(m.roles, "; ") }

func (m *mention) take(q *store.Quote, who *attribution.Speaker) {
	m.quotes = append(m.quotes, q)
	m.name, m.kind = min(m.name, who.Name), min(m.kind, who.Kind)
	m.roles = insert(m.roles, who.Role)
	for _, p := range who.Printed {
		m.printed = insert(m.printed, p)
	}
	m.printed = insert(m.printed, who.Name)
}

// shortID is the first 12 hex digits of the SHA-256 of its parts: 48 bits, as quote ids have.
func shortID(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}

// insert keeps a small sorted set.
func insert(set []string, s string) []string {
	i, found := slices.BinarySearch(set, s)
	if found || s == "" {
		return set
	}
	return slices.Insert(set, i, s)
}

// mentions gathers what the articles themselves say, sorted by id, and the mention of each quote, -1 for none.
func mentions(c *corpus) (all []*mention, of []int) {
	byID := map[string]*mention{}
	ids := make([]string, len(c.quotes))
	for i, q := range c.quotes {
		if q.Speaker == nil {
			continue
		}
		key := decision.Key(q.Speaker.Name)
		id := shortID(q.Article, key)
		m := byID[id]
		if m == nil {
			m = &mention{id: id, article: q.Article, key: key, name: q.Speaker.Name, kind: q.Speaker.Kind}
			byID[id] = m
		}
		m.take(q, q.Speaker)
		ids[i] = id
	}
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		all = append(all, byID[id])
	}
	of = make([]int, len(ids))
	for i, id := range ids {
		of[i] = -1
		if id != "" {
			of[i], _ = findMention(all, id)
		}
	}
	return all, of
}

// findMention gives the place of a mention.
func findMention(ms []*mention, id string) (int, bool) {
	return slices.BinarySearchFunc(ms, id, func(m *mention, id string) int { return cmp.Compare(m.id, id) })
}

// cast is who speaks once decisions are laid over the machine's joins: the machine's mentions and those that only
// a person knows of, with the mention of each quote.
type cast struct {
	cast0
	speakers []*speaker // by id
	is       []*speaker // by mention
}

// speaker is a cluster of mentions. Its id is that of the smallest.
type speaker struct {
	id       string
	name     string
	kind     attribution.SpeakerKind
	mentions []*mention
	joins    []Join
}

// newCast lays decisions over the machine's join of names.
func newCast(c *corpus, m *machine, o *overlay) *cast {
	ca := &cast{cast0: m.recast(c, o)}
	like := func(a, b int) float64 { return likeNames(ca.mentions[a], ca.mentions[b]) }
	roots := regroup(ca.bases(m), rulesFor(o.links, ca.items), like)
	ca.is = make([]*speaker, len(roots))
	for i, root := range roots { // a root comes before the rest of its cluster
		if root == i {
			ca.is[i] = &speaker{id: "p-" + ca.mentions[i].id}
			ca.speakers = append(ca.speakers, ca.is[i])
		}
		ca.is[i] = ca.is[root]
		ca.is[i].mentions = append(ca.is[i].mentions, ca.mentions[i])
	}
	ca.explain(m, o)
	renamed := o.names()
	for _, s := range ca.speakers {
		s.kind = kindOf(s.mentions)
		s.name = s.displayName(renamed)
	}
	return ca
}

// recast gives quotes that a person reattributed to their new speakers.
func (k *cast0) recast(c *corpus, o *overlay) cast0 {
	if len(o.saidBy) == 0 {
		return *k
	}
	out := cast0{mentions: k.withSaid(c, o), of: slices.Clone(k.of), byKey: map[string][]int{}}
	for i, m := range out.mentions {
		out.byKey[m.key] = append(out.byKey[m.key], i)
	}
	for q, i := range out.of {
		if i >= 0 {
			out.of[q], _ = findMention(out.mentions, k.mentions[i].id)
		}
	}
	for id, said := range o.saidBy {
		q, ok := c.index(id)
		if !ok {
			continue
		}
		i, found := findMention(out.mentions, shortID(c.quotes[q].Article, decision.Key(said)))
		if !found {
			i = -1
		}
		out.of[q] = i
	}
	return out
}

// withSaid adds to the mentions those that only a person named. One whose name the machine knows is of the same
// kind.
func (k *cast0) withSaid(c *corpus, o *overlay) []*mention {
	extra := map[string]*mention{}
	for id, said := range o.saidBy {
		q, key := c.find(id), decision.Key(said)
		if q == nil || key == "" {
			continue
		}
		mid := shortID(q.Article, key)
		if _, ok := findMention(k.mentions, mid); ok {
			continue
		}
		m := &mention{id: mid, article: q.Article, key: key, name: said, kind: attribution.Person, printed: []string{said}}
		if same := k.byKey[key]; len(same) > 0 {
			m.kind = k.mentions[same[0]].kind
		}
		if old := extra[mid]; old != nil {
			m.name = min(old.name, said)
		}
		extra[mid] = m
	}
	all := slices.AppendSeq(slices.Clone(k.mentions), maps.Values(extra))
	slices.SortFunc(all, func(a, b *mention) int { return cmp.Compare(a.id, b.id) })
	return all
}

// bases gives the machine's cluster of each mention, as the place of its smallest member. A mention that only a
// person knows of stands with the first that has its name.
func (ca *cast) bases(m *machine) []int {
	base := make([]int, len(ca.mentions))
	for i, mm := range ca.mentions {
		j, ok := m.joined[mm.id]
		if !ok {
			for _, k := range ca.byKey[mm.key] {
				if j, ok = m.joined[ca.mentions[k].id]; ok {
					break
				}
			}
		}
		base[i] = i
		if ok {
			base[i], _ = findMention(ca.mentions, j.Cluster)
		} else if same := ca.byKey[mm.key]; mm.named() {
			base[i] = same[0]
		}
	}
	return base
}

// explain files the reasons for joins with the speakers whose spellings they join.
func (ca *cast) explain(m *machine, o *overlay) {
	for _, key := range slices.Sorted(maps.Keys(m.links)) {
		l := m.links[key]
		if l.Kind != nameJoined {
			continue
		}
		if a := ca.speakerOf(l.A); a == ca.speakerOf(l.B) {
			n := fromJSON[nameLink](l.Payload)
			a.joins = append(a.joins, Join{A: n.A, B: n.B, Score: l.Score, Reasons: n.Reasons, By: byMachine})
		}
	}
	for _, d := range o.joined {
		for _, p := range d.Joins() {
			a, b := ca.items(p[0]), ca.items(p[1])
			if len(a) > 0 && len(b) > 0 {
				s := ca.is[a[0]]
				s.joins = append(s.joins, Join{A: ca.mentions[a[0]].name, B: ca.mentions[b[0]].name, Score: 1, By: d.Who,
					Reasons: []Reason{{Text: settledText(d), For: true}}})
			}
		}
	}
}

func settledText(d decision.Decision) string {
	if d.Why == "" {
		return "settled by " + d.Who
	}
	return "settled by " + d.Who + ": " + d.Why
}

// speakerOf gives the speaker of a mention that is known to exist.
func (ca *cast) speakerOf(mention string) *speaker {
	i, _ := findMention(ca.mentions, mention)
	return ca.is[i]
}

// kindOf is the kind most quotes have; on a tie the more telling one.
func kindOf(ms []*mention) attribution.SpeakerKind {
	var count [attribution.Unnamed + 1]int
	for _, m := range ms {
		count[m.kind] += 1 + len(m.quotes)
	}
	best := attribution.Person
	for k := range attribution.Unnamed + 1 {
		if count[k] > count[best] {
			best = k
		}
	}
	return best
}

// displayName is what a person called the speaker, or else the name most quotes have: no bare surname while
// there is a fuller one, then the longer, then the alphabet.
func (s *speaker) displayName(renamed map[string]decision.Decision) string {
	var newest decision.Decision
	count := map[string]int{}
	for _, m := range s.mentions {
		count[m.name] += 1 + len(m.quotes)
		for _, ref := range m.refs() {
			if d, ok := renamed[ref]; ok && d.When.Compare(newest.When) >= 0 {
				newest = d
			}
		}
	}
	if newest.Value != "" {
		return newest.Value
	}
	bare := func(n string) int {
		if s.kind == attribution.Person && words(n) < 2 {
			return 1
		}
		return 0
	}
	return slices.MinFunc(slices.Collect(maps.Keys(count)), func(a, b string) int {
		return cmp.Or(cmp.Compare(bare(a), bare(b)), cmp.Compare(count[b], count[a]), cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
}

// spellings lists how the name was printed, with the number of articles and the outlets that printed it so; the
// commonest first.
func (s *speaker) spellings(o *overlay, c *corpus) []Spelling {
	byText := map[string]*Spelling{}
	for _, m := range s.mentions {
		outlet := o.outlet(c.articles[m.article]).Name
		for _, text := range m.printed {
			sp := byText[text]
			if sp == nil {
				sp = &Spelling{Text: text}
				byText[text] = sp
			}
			sp.Count++
			sp.Outlets = insert(sp.Outlets, outlet)
		}
	}
	var all []Spelling
	for _, sp := range byText {
		all = append(all, *sp)
	}
	slices.SortFunc(all, func(a, b Spelling) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text))
	})
	return all
}
