package dossier

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

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
	quotes  []*store.Quote
}

// named reports whether the name means something beyond its article. "An official" does not.
func (m *mention) named() bool { return m.kind != attribution.Unnamed }

// refs gives the references by which decisions mean this mention.
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

// shortID is the first 12 hex digits of the SHA-256 of its parts: 48 bits, as quote ids have.
func shortID(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}

// mentions gathers the mentions of live quotes, sorted by id, and which mention each quote belongs to.
func mentions(c *corpus, o *overlay) (all []*mention, of map[string]*mention) {
	byID := map[string]*mention{}
	of = make(map[string]*mention, len(c.quotes))
	for _, q := range c.quotes {
		who := speakerOf(q, o)
		if who == nil || o.dropped[q.ID] {
			continue
		}
		key := decision.Key(who.Name)
		id := shortID(q.Article, key)
		m := byID[id]
		if m == nil {
			m = &mention{id: id, article: q.Article, key: key, name: who.Name, kind: who.Kind}
			byID[id] = m
		}
		m.take(q, who)
		of[q.ID] = m
	}
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		all = append(all, byID[id])
	}
	return all, of
}

func (m *mention) take(q *store.Quote, who *attribution.Speaker) {
	m.quotes = append(m.quotes, q)
	m.name, m.kind = min(m.name, who.Name), min(m.kind, who.Kind)
	m.roles = insert(m.roles, who.Role)
	for _, p := range who.Printed {
		m.printed = insert(m.printed, p)
	}
	m.printed = insert(m.printed, who.Name)
}

// insert keeps a small sorted set.
func insert(set []string, s string) []string {
	i, found := slices.BinarySearch(set, s)
	if found || s == "" {
		return set
	}
	return slices.Insert(set, i, s)
}

// speakerOf is the speaker a person named, or else the one the article gives; nil when there is none.
func speakerOf(q *store.Quote, o *overlay) *attribution.Speaker {
	name, ok := o.saidBy[q.ID]
	switch {
	case !ok:
		return q.Speaker
	case name == "":
		return nil
	case q.Speaker != nil && decision.Key(q.Speaker.Name) == decision.Key(name):
		return q.Speaker
	}
	return &attribution.Speaker{Name: name, Kind: attribution.Person}
}

// speaker is a cluster of mentions.
type speaker struct {
	id       string
	name     string
	kind     attribution.SpeakerKind
	mentions []*mention
	joins    []Join
}

// gather makes the speakers of a join, sorted by id. Mentions are sorted, so the first of each cluster gives
// the id.
func gather(ms []*mention, names *nameJoin, o *overlay) (all []*speaker, of map[*mention]*speaker) {
	byCluster := map[int]*speaker{}
	of = make(map[*mention]*speaker, len(ms))
	for i, m := range ms {
		c := names.cluster[i]
		s := byCluster[c]
		if s == nil {
			s = &speaker{id: names.id(c), name: names.clusters[c].Name, joins: names.joins[c]}
			byCluster[c] = s
			all = append(all, s)
		}
		s.mentions = append(s.mentions, m)
		of[m] = s
	}
	for _, s := range all {
		s.kind = kindOf(s.mentions)
		if name, ok := s.renamed(o); ok {
			s.name = name
		}
	}
	return all, of
}

// kindOf is the kind most quotes have; on a tie the more telling one.
func kindOf(ms []*mention) attribution.SpeakerKind {
	var count [attribution.Unnamed + 1]int
	for _, m := range ms {
		count[m.kind] += len(m.quotes)
	}
	best := attribution.Person
	for k := range attribution.Unnamed + 1 {
		if count[k] > count[best] {
			best = k
		}
	}
	return best
}

// renamed gives what a person called the speaker, the newest decision first.
func (s *speaker) renamed(o *overlay) (name string, ok bool) {
	for i := len(o.renamed) - 1; i >= 0; i-- {
		if s.means(o.renamed[i].Targets) {
			return o.renamed[i].Value, true
		}
	}
	return "", false
}

// means reports whether one of the references points to the speaker.
func (s *speaker) means(refs []string) bool {
	for _, m := range s.mentions {
		for _, ref := range m.refs() {
			if slices.Contains(refs, ref) {
				return true
			}
		}
	}
	return false
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

// words counts the words of a text: runs of anything but white space.
func words(text string) int {
	n, in := 0, false
	for _, r := range text {
		blank := r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u00a0'
		if !blank && !in {
			n++
		}
		in = !blank
	}
	return n
}
