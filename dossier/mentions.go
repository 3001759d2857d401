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
	"quotidian/matching/variant"
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
	places  []int // of its quotes in the corpus, as the machine gives them
}

// named reports whether the name means something beyond its article. "An official" does not.
func (m *mention) named() bool { return m.kind != attribution.Unnamed }

// crowd reports whether it is people whom an article only counts or describes: "many voters", "4 in 10".
func (m *mention) crowd() bool { return m.kind == attribution.Group && variant.Local(m.kind, m.name) }

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

func (m *mention) take(place int, who *attribution.Speaker) {
	m.places = append(m.places, place)
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

// insert keeps a small sorted set without the empty string.
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
		m.take(i, q.Speaker)
	}
	all = slices.SortedFunc(maps.Values(byID), func(a, b *mention) int { return cmp.Compare(a.id, b.id) })
	of = slices.Repeat([]int{-1}, len(c.quotes))
	for i, m := range all {
		for _, place := range m.places {
			of[place] = i
		}
	}
	return all, of
}

// findMention gives the place of a mention among sorted ones.
func findMention(ms []*mention, id string) (int, bool) {
	return slices.BinarySearchFunc(ms, id, func(m *mention, id string) int { return cmp.Compare(m.id, id) })
}

// likeNames is how alike two mentions are by their names.
func likeNames(a, b *mention) float64 {
	if name.Fold(a.name) == name.Fold(b.name) {
		return 1
	}
	return variant.ProbabilityAs(a.kind, a.name, b.name)
}
