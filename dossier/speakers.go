package dossier

import (
	"cmp"
	"maps"
	"slices"
	"unicode"

	"quotidian/attribution"
	"quotidian/dossier/decision"
	"quotidian/dossier/store"
)

// speaker is a cluster of mentions. Its id is that of the smallest. It is never changed once it was made.
type speaker struct {
	id       string
	name     string
	kind     attribution.SpeakerKind
	mentions []int
	joins    []Join
	role     *string // as a person gave it, nil where nobody did
}

// cast is who speaks once decisions are laid over the machine's join of names. Mentions that only a person knows of
// come after the machine's; speakers that no decision touches are the machine's own.
type cast struct {
	m     *machine
	extra []*mention
	// voice is the mention of each quote that a person reattributed, -1 for nobody; moved the way back.
	voice map[int]int
	moved map[int][]int
	layer *layer
	over  map[int]*speaker // by root
}

func newCast(c *corpus, m *machine, o *overlay, memo *memo) *cast {
	ca := &cast{m: m, voice: map[int]int{}, moved: map[int][]int{}, over: map[int]*speaker{}}
	g := &ground{base: m.names, extra: ca.reattribute(c, o)}
	g.order = func(a, b int) int { return cmp.Compare(ca.mention(a).id, ca.mention(b).id) }
	g.like = func(a, b int) float64 { return memo.likeNames(ca.mention(a), ca.mention(b)) }
	touched := slices.Collect(maps.Keys(g.extra))
	for _, by := range []map[string]naming{o.renamed, o.roles} {
		for ref := range by {
			touched = append(touched, ca.items(ref)...)
		}
	}
	ca.layer = g.lay(touched, rulesFor(o.links, ca.items))
	for root, members := range ca.layer.members {
		s := newSpeaker(members, ca.mention)
		if name := ca.given(members, o.renamed); name != nil {
			s.name = *name
		}
		s.role = ca.given(members, o.roles)
		s.joins = ca.reasons(members, o)
		ca.over[root] = s
	}
	return ca
}

// given is what a person called some mentions last, nil where nobody did.
func (ca *cast) given(members []int, by map[string]naming) *string {
	newest := naming{turn: -1}
	if len(by) == 0 {
		return nil
	}
	for _, i := range members {
		for _, ref := range ca.mention(i).refs() {
			if n, ok := by[ref]; ok && n.turn > newest.turn && !ca.means(members, n.behind) {
				newest = n
			}
		}
	}
	if newest.turn < 0 {
		return nil
	}
	return &newest.text
}

// means reports whether one of the references means one of some mentions.
func (ca *cast) means(mentions []int, refs map[string]bool) bool {
	return len(refs) > 0 && slices.ContainsFunc(mentions, func(i int) bool {
		return slices.ContainsFunc(ca.mention(i).refs(), func(ref string) bool { return refs[ref] })
	})
}

// mention gives a mention by its place.
func (ca *cast) mention(i int) *mention {
	if n := len(ca.m.mentions); i >= n {
		return ca.extra[i-n]
	}
	return ca.m.mentions[i]
}

// speaker gives the speaker of a mention.
func (ca *cast) speaker(mention int) *speaker {
	root := ca.layer.rootOf(mention)
	if s := ca.over[root]; s != nil {
		return s
	}
	return ca.m.speakers[root]
}

// of gives the mention of a quote, -1 for nobody.
func (ca *cast) of(quote int) int {
	if i, ok := ca.voice[quote]; ok {
		return i
	}
	return ca.m.of[quote]
}

// quotes gives the places of the quotes of a mention, those that a person took away left out.
func (ca *cast) quotes(mention int) []int {
	var all []int
	if mention < len(ca.m.mentions) {
		for _, q := range ca.m.mentions[mention].places {
			if ca.of(q) == mention {
				all = append(all, q)
			}
		}
	}
	for _, q := range ca.moved[mention] {
		if !slices.Contains(all, q) {
			all = append(all, q)
		}
	}
	return all
}

// find gives the place of the mention with that id.
func (ca *cast) find(id string) (int, bool) {
	if i, ok := findMention(ca.m.mentions, id); ok {
		return i, true
	}
	i, ok := findMention(ca.extra, id)
	return len(ca.m.mentions) + i, ok
}

// items gives the places of the mentions that ref means.
func (ca *cast) items(ref string) []int {
	items := ca.m.items(ref)
	for i, m := range ca.extra {
		if slices.Contains(m.refs(), ref) {
			items = append(items, len(ca.m.mentions)+i)
		}
	}
	return items
}

// reattribute gives quotes that a person reattributed to their new mentions, and the root at which each mention
// that only the person knows of begins: with the first that has its name.
func (ca *cast) reattribute(c *corpus, o *overlay) (roots map[int]int) {
	ca.extra = ca.m.unknown(c, o)
	for id, said := range o.saidBy {
		q, ok := c.index(id)
		if !ok {
			continue
		}
		i, found := ca.find(shortID(c.quotes[q].Article, decision.Key(said)))
		if !found {
			i = -1
		}
		ca.voice[q] = i
		ca.moved[i] = append(ca.moved[i], q)
	}
	for _, qs := range ca.moved {
		slices.Sort(qs)
	}
	roots = map[int]int{}
	first := map[string]int{}
	for k, m := range ca.extra {
		i := len(ca.m.mentions) + k
		if same := ca.m.byKey[m.key]; len(same) > 0 {
			roots[i] = ca.m.names.root[same[0]]
			continue
		}
		if _, ok := first[m.key]; !ok {
			first[m.key] = i
		}
		roots[i] = first[m.key]
	}
	return roots
}

// unknown gives the mentions that only a person named, by id. One whose name the machine knows is of the same kind.
func (m *machine) unknown(c *corpus, o *overlay) []*mention {
	extra := map[string]*mention{}
	for id, said := range o.saidBy {
		q, key := c.find(id), decision.Key(said)
		if q == nil || key == "" {
			continue
		}
		mid := shortID(q.Article, key)
		if _, ok := findMention(m.mentions, mid); ok {
			continue
		}
		x := &mention{id: mid, article: q.Article, key: key, name: said, kind: attribution.Person}
		if old := extra[mid]; old != nil {
			x.name = min(old.name, said)
		}
		if same := m.byKey[key]; len(same) > 0 {
			x.kind = m.mentions[same[0]].kind
		}
		x.printed = []string{x.name}
		extra[mid] = x
	}
	return slices.SortedFunc(maps.Values(extra), func(a, b *mention) int { return cmp.Compare(a.id, b.id) })
}

// newSpeaker makes the speaker of some mentions, in order of their ids.
func newSpeaker(members []int, mention func(int) *mention) *speaker {
	s := &speaker{id: "p-" + mention(members[0]).id, mentions: members}
	var weight [attribution.Unnamed + 1]int
	count := map[string]int{}
	for _, i := range members {
		m := mention(i)
		weight[m.kind] += 1 + len(m.places)
		count[m.name] += 1 + len(m.places)
	}
	for k := range attribution.Unnamed + 1 {
		if weight[k] > weight[s.kind] {
			s.kind = k
		}
	}
	s.name = s.bestName(count)
	return s
}

// bestName is the name most quotes have, but no bare surname while there is a fuller one, and no body with words in small letters before
// it ("private", "so-called") while there is one without; then the longer, then by the alphabet.
func (s *speaker) bestName(count map[string]int) string {
	worse := func(name string) int {
		if s.kind == attribution.Person && words(name) < 2 || s.kind != attribution.Person && name != "" && unicode.IsLower([]rune(name)[0]) {
			return 1
		}
		return 0
	}
	return slices.MinFunc(slices.Collect(maps.Keys(count)), func(a, b string) int {
		return cmp.Or(cmp.Compare(worse(a), worse(b)), cmp.Compare(count[b], count[a]), cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
}

// reasons gives why the spellings of some mentions stand together: what the machine found, then what was settled.
func (ca *cast) reasons(members []int, o *overlay) []Join {
	within := make(map[int]bool, len(members))
	var all []Join
	for _, i := range members {
		within[i] = true
	}
	for _, i := range members {
		for _, l := range ca.m.linked[ca.mention(i).id] {
			if b, ok := ca.find(l.B); ok && within[b] {
				all = append(all, toJoin(l))
			}
		}
	}
	for _, d := range o.joined {
		for _, p := range d.Joins() {
			a, b := ca.items(p[0]), ca.items(p[1])
			if len(a) > 0 && len(b) > 0 && within[a[0]] {
				all = append(all, Join{
					A: ca.mention(a[0]).name, B: ca.mention(b[0]).name, Score: 1, By: d.Who,
					Reasons: []Reason{{Text: settledText(d), For: true}},
				})
			}
		}
	}
	return all
}

func toJoin(l store.Link) Join {
	n := fromJSON[nameLink](l.Payload)
	return Join{A: n.A, B: n.B, Score: l.Score, Reasons: n.Reasons, By: byMachine}
}

func settledText(d decision.Decision) string {
	if d.Why == "" {
		return "settled by " + d.Who
	}
	return "settled by " + d.Who + ": " + d.Why
}
