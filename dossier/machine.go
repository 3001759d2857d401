package dossier

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"quotidian/attribution"
	"quotidian/dossier/store"
	"quotidian/matching/variant"
	"quotidian/matching/wording"
)

// machine is what the joins across articles say before any decision: a function of the corpus alone, and the only
// part of a fold that takes time. Decisions are laid over it, see regroup. It is kept in the file, so that only an
// import makes it anew. It is not changed once it was made.
type machine struct {
	// joined gives the cluster of each mention and of each quote, by its smallest member. Their ids are hashes of
	// different things and do not meet.
	joined map[string]store.Joined
	// links are the pairs that were joined, with their reasons, and those that were left open.
	links map[string]store.Link

	mentions []*mention // by id
	// of is the mention of each quote of the corpus, -1 for none.
	of []int
	// byKey finds the mentions of a name.
	byKey map[string][]int
	// names and words are joined, by places; speakers those of the roots of names.
	names, words *clusters
	speakers     map[int]*speaker
	// linked and open are links by their items: those that were joined by the first, the open ones by both.
	linked, open map[string][]store.Link
}

// The kinds of link. A and B are mentions of a name link, quotes of the others. In partOpen one may be a piece of the
// other.
const (
	nameJoined = "name"
	nameOpen   = "name?"
	wordOpen   = "words?"
	partOpen   = "part?"
)

// nameLink is the payload of a name link: the spellings, and what spoke for and against.
type nameLink struct {
	A, B    string
	Reasons []Reason
	Wait    string `json:",omitempty"` // why an open one was not joined
}

// worthAsking is the least score of a pair of statements that a person is asked about; for a piece and its whole,
// for which chance finds candidates more easily, it is higher. A hundred articles ask about twenty questions then. Below
// worthAskingAll only pairs with another number or a "not" in one are asked about: that two people are named says much against
// one statement, and little against two reports of one event.
var worthAsking = map[string]float64{nameOpen: 0, nameJoined: 0, wordOpen: 0.4, partOpen: 0.75}

const worthAskingAll = 0.6

// analyse makes the joins of a corpus: names by their letters and roles, then quotes, knowing who spoke; then,
// where one statement was given to two names, these names again with that evidence, and the quotes of speakers who
// became one. k is what an earlier analysis left, or an empty joiner.
func analyse(c *corpus, k *joiner) *machine {
	m := newMachine(c)
	names := joinNames(k.namer(), c, m.mentions, nil)
	words := k.divide(c.wordings(m, names.of(m), everything(len(c.quotes))))
	if ev := words.evidence(c, m); len(ev) > 0 {
		before := maps.Clone(names.joined)
		names.renewNames(c, m, ev)
		words.renewWords(c, m, names, before)
	}
	m.joined, m.links = names.joined, names.links
	maps.Copy(m.joined, words.joined)
	maps.Copy(m.links, words.links)
	maps.DeleteFunc(m.links, func(_ string, l store.Link) bool { return l.Score < worthAsking[l.Kind] })
	m.prepare(c)
	return m
}

// newMachine reads the mentions of a corpus; nothing is joined yet.
func newMachine(c *corpus) *machine {
	m := &machine{joined: map[string]store.Joined{}, links: map[string]store.Link{}, byKey: map[string][]int{}}
	m.mentions, m.of = mentions(c)
	for i, x := range m.mentions {
		m.byKey[x.key] = append(m.byKey[x.key], i)
	}
	return m
}

// prepare makes everything that follows from joined and links.
func (m *machine) prepare(c *corpus) {
	names, words := make([]int, len(m.mentions)), make([]int, len(c.quotes))
	for i, x := range m.mentions {
		names[i], _ = findMention(m.mentions, m.joined[x.id].Cluster)
	}
	for i, q := range c.quotes {
		words[i], _ = c.index(m.joined[q.ID].Cluster)
	}
	m.names, m.words = newClusters(names), newClusters(words)
	m.linked, m.open = map[string][]store.Link{}, map[string][]store.Link{}
	for _, key := range slices.Sorted(maps.Keys(m.links)) {
		l := m.links[key]
		if l.Kind == nameJoined {
			m.linked[l.A] = append(m.linked[l.A], l)
			continue
		}
		m.open[l.A], m.open[l.B] = append(m.open[l.A], l), append(m.open[l.B], l)
	}
	m.speakers = map[int]*speaker{}
	for i, root := range names {
		if i == root {
			m.speakers[i] = m.speaker(m.names.of(i))
		}
	}
}

// speaker makes the speaker of a cluster that no decision touches.
func (m *machine) speaker(members []int) *speaker {
	s := newSpeaker(members, func(i int) *mention { return m.mentions[i] })
	for _, i := range members {
		for _, l := range m.linked[m.mentions[i].id] {
			s.joins = append(s.joins, toJoin(l))
		}
	}
	return s
}

// division is clusters with what explains them.
type division struct {
	joined map[string]store.Joined
	links  map[string]store.Link
}

func newDivision() *division {
	return &division{joined: map[string]store.Joined{}, links: map[string]store.Link{}}
}

func (d *division) link(l store.Link) { d.links[linkKey(l)] = l }

// of gives the cluster of a mention.
func (d *division) of(m *machine) func(mention int) string {
	return func(mention int) string { return d.joined[m.mentions[mention].id].Cluster }
}

func linkKey(l store.Link) string { return l.Kind + " " + l.A + " " + l.B }

func joinNames(k *variant.Joiner, c *corpus, ms []*mention, ev []variant.Evidence) *division {
	in := make([]variant.Mention, len(ms))
	for i, m := range ms {
		a := c.articles[m.article]
		in[i] = variant.Mention{
			ID: m.id, Name: m.name, Kind: m.kind, Role: m.role(), Article: m.article,
			Outlet: a.Read.Outlet.Name, Published: a.Read.Published.Time.UTC(), Count: len(m.places),
		}
	}
	r := k.Join(in, ev, nil)
	d := newDivision()
	for _, cl := range r.Clusters {
		for _, id := range cl.Mentions {
			d.joined[id] = store.Joined{Item: id, Cluster: cl.Mentions[0], Score: 1}
		}
	}
	for _, l := range r.Joins {
		d.link(toLink(nameJoined, l))
	}
	for _, l := range r.Proposals {
		d.link(toLink(nameOpen, l))
	}
	return d
}

func toLink(kind string, l variant.Link) store.Link {
	n := nameLink{A: l.A, B: l.B}
	if l.Score.Veto != "" {
		n.Reasons = append(n.Reasons, Reason{Text: l.Score.Veto})
	}
	for _, r := range l.Score.Reasons {
		n.Reasons = append(n.Reasons, Reason{Text: r.Text, For: r.For})
	}
	if kind == nameOpen && l.By != l.Score.Veto {
		n.Wait = l.By
	}
	return store.Link{Kind: kind, A: l.IDA, B: l.IDB, Score: l.Score.P, Payload: toJSON(n)}
}

func everything(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// wordings are the quotes at those places as the join takes them. Dates are those that were read, not those that
// a person settled: who was first is a person's matter, what was said is not. speaker gives that of a mention.
func (c *corpus) wordings(m *machine, speaker func(mention int) string, places []int) []wording.Quote {
	qs := make([]wording.Quote, len(places))
	for k, i := range places {
		q := c.quotes[i]
		a := c.articles[q.Article]
		qs[k] = wording.Quote{
			ID: q.ID, Text: q.Words, Kind: q.Kind, Outlet: a.Read.Outlet.Name,
			Published: a.Read.Published.Time.UTC(), Article: q.Article, Position: q.Place, Parts: len(q.Content),
		}
		if w := m.of[i]; w >= 0 && m.mentions[w].named() {
			qs[k].Speaker, qs[k].SpeakerName = spokenBy(m.mentions[w].kind, m.mentions[w].name, speaker(w)), m.mentions[w].name
		}
	}
	return qs
}

// spokenBy gives a speaker with an id as comparisons of wordings take it.
func spokenBy(kind attribution.SpeakerKind, name, id string) string {
	if variant.Local(kind, name) {
		return wording.Described(name)
	}
	return id
}

// evidence says which mentions of different names, or of one word, are named as the speakers of one statement: those whose quotes
// were joined, and those that only the difference of names kept apart. Of other names equal ones are one speaker anyway. Those whom
// two polls or two exits asked are never the same people.
func (d *division) evidence(c *corpus, m *machine) []variant.Evidence {
	var ev []variant.Evidence
	pair := func(x, y int) {
		a, b := m.mentions[x], m.mentions[y]
		if a.article != b.article && !a.crowd() && !b.crowd() && (a.key != b.key || !strings.Contains(a.key, " ")) {
			ev = append(ev, variant.Evidence{A: min(a.id, b.id), B: max(a.id, b.id), Kind: variant.SameStatement})
		}
	}
	first := map[string]int{}
	for i, q := range c.quotes {
		if m.of[i] < 0 {
			continue
		}
		cl := d.joined[q.ID].Cluster
		if f, ok := first[cl]; ok {
			pair(f, m.of[i])
		} else {
			first[cl] = m.of[i]
		}
	}
	for _, l := range d.links {
		a, _ := c.index(l.A)
		b, _ := c.index(l.B)
		if m.of[a] >= 0 && m.of[b] >= 0 && byWordsAlone(l.Score) >= sameByWords {
			pair(m.of[a], m.of[b])
		}
	}
	slices.SortFunc(ev, func(a, b variant.Evidence) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return slices.Compact(ev)
}

// sameByWords is how sure the words alone must be for two names to be the speaker of one statement.
const sameByWords = 0.95

// otherSpeaker is what a difference of speakers takes from a score, in log odds (see package wording).
const otherSpeaker = 4

// byWordsAlone is the score that two quotes of different speakers would have if nobody knew these.
func byWordsAlone(score float64) float64 {
	odds := math.Log(score/(1-score+1e-9)+1e-9) + otherSpeaker
	return 1 / (1 + math.Exp(-odds))
}
