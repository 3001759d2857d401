package dossier

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"quotidian/attribution"
	"quotidian/attribution/name"
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

// cast is who speaks once decisions are laid over the machine's joins.
type cast struct {
	mentions []*mention // the machine's, and those that only a person knows of, by id
	voice    []int      // the mention of each quote of the corpus, -1 for none
	speakers []*speaker // by id
	of       []*speaker // by mention
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
	ca := &cast{}
	base := ca.gather(c, m, o)
	refs := func(i int) []string { return ca.mentions[i].refs() }
	like := func(a, b int) float64 { return likeNames(ca.mentions[a], ca.mentions[b]) }
	roots := regroup(base, rulesFor(len(ca.mentions), refs, o.links), like)
	ca.of = make([]*speaker, len(roots))
	for i, root := range roots { // a root comes before the rest of its cluster
		if root == i {
			ca.of[i] = &speaker{id: "p-" + ca.mentions[i].id}
			ca.speakers = append(ca.speakers, ca.of[i])
		}
		ca.of[i] = ca.of[root]
		ca.of[i].mentions = append(ca.of[i].mentions, ca.mentions[i])
	}
	ca.explain(m, o)
	renamed := o.names()
	for _, s := range ca.speakers {
		s.kind = kindOf(s.mentions)
		s.name = s.displayName(renamed)
	}
	return ca
}

// gather lists the mentions, finds the voice of each quote, and gives the machine's cluster of each mention. One
// that only a person knows of stands with the first that has its name.
func (ca *cast) gather(c *corpus, m *machine, o *overlay) (base []int) {
	ca.mentions = withSaid(c, m, o)
	ca.voice = slices.Clone(m.mentionOf)
	if len(ca.mentions) > len(m.mentions) {
		for q, i := range ca.voice {
			if i >= 0 {
				ca.voice[q], _ = findMention(ca.mentions, m.mentions[i].id)
			}
		}
	}
	for id, said := range o.saidBy {
		q, ok := c.index(id)
		if !ok {
			continue
		}
		i, found := findMention(ca.mentions, shortID(c.quotes[q].Article, decision.Key(said)))
		if !found {
			i = -1
		}
		ca.voice[q] = i
	}
	return ca.bases(m)
}

// withSaid adds to the machine's mentions those that only a person named.
func withSaid(c *corpus, m *machine, o *overlay) []*mention {
	extra := map[string]*mention{}
	for id, said := range o.saidBy {
		q := c.find(id)
		if q == nil || said == "" {
			continue
		}
		key := decision.Key(said)
		mid := shortID(q.Article, key)
		if _, ok := findMention(m.mentions, mid); !ok {
			extra[mid] = &mention{id: mid, article: q.Article, key: key, name: said, kind: attribution.Person, printed: []string{said}}
		}
	}
	if len(extra) == 0 {
		return m.mentions
	}
	all := slices.AppendSeq(slices.Clone(m.mentions), maps.Values(extra))
	slices.SortFunc(all, func(a, b *mention) int { return cmp.Compare(a.id, b.id) })
	return all
}

func (ca *cast) bases(m *machine) []int {
	if len(ca.mentions) == len(m.mentions) {
		return m.names.cluster
	}
	byName := map[string]int{}
	for i, mm := range m.mentions {
		folded := name.Fold(mm.name)
		if _, ok := byName[folded]; !ok && mm.named() {
			byName[folded] = m.names.cluster[i]
		}
	}
	base := make([]int, len(ca.mentions))
	for i, mm := range ca.mentions {
		if k, ok := findMention(m.mentions, mm.id); ok {
			base[i] = m.names.cluster[k]
			continue
		}
		cluster, ok := byName[name.Fold(mm.name)]
		if !ok {
			cluster = len(m.names.clusters) + len(byName)
			byName[name.Fold(mm.name)] = cluster
		}
		base[i] = cluster
		if mates := m.names.clusters; cluster < len(mates) {
			mm.kind = mates[cluster].Kind
		}
	}
	return base
}

// explain files the reasons for joins with the speakers whose spellings they join.
func (ca *cast) explain(m *machine, o *overlay) {
	for _, l := range m.names.joins {
		if a, b := ca.byMention(l.IDA), ca.byMention(l.IDB); a == b {
			a.joins = append(a.joins, Join{A: l.A, B: l.B, Score: l.Score.P, Reasons: toReasons(l.Score), By: byMachine})
		}
	}
	if len(o.joined) == 0 {
		return
	}
	byRef := map[string]int{}
	for i, mm := range ca.mentions {
		for _, ref := range mm.refs() {
			if _, ok := byRef[ref]; !ok {
				byRef[ref] = i
			}
		}
	}
	for _, d := range o.joined {
		for _, p := range d.Joins() {
			a, okA := byRef[p[0]]
			b, okB := byRef[p[1]]
			if okA && okB {
				s := ca.of[a]
				s.joins = append(s.joins, Join{A: ca.mentions[a].name, B: ca.mentions[b].name, Score: 1, By: d.Who,
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

// byMention gives the speaker of a mention that is known to exist.
func (ca *cast) byMention(id string) *speaker {
	i, _ := findMention(ca.mentions, id)
	return ca.of[i]
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
