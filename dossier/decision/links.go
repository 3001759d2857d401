package decision

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Links holds what decisions join and part: references that must stand together, and pairs that must not.
//
// What is joined and parted must agree, and a decision that does not is refused; with one exception. A split of what single
// articles say of a speaker ([ToMention]) takes these mentions out of whatever older decisions joined them: somebody looked at
// that article, and the join was about all of them. See [Links.Leaving] for joins of names.
type Links struct {
	taken  []taken
	joined map[string][]edge
	parted map[string][]edge
	// root is a union-find over joined; apart gives, by root, the roots that a group must not meet.
	root  map[string]string
	apart map[string]map[string]bool
}

// taken is a decision whose links hold; left are those of its targets that a newer split took out of what it joins.
type taken struct {
	Decision
	left []string
}

func (t *taken) joins() [][2]string {
	some := t.Decision
	some.Targets = slices.DeleteFunc(slices.Clone(t.Targets), func(ref string) bool { return slices.Contains(t.left, ref) })
	return some.Joins()
}

type edge struct {
	to string
	by Decision
}

// Contradiction says that a decision cannot hold beside those that hold already.
type Contradiction struct {
	New Decision
	// Path lists what says the opposite.
	Path []Clause
}

// Clause says in words what a decision in force settled. By is the number of that decision, 0 for what the refused one says itself.
type Clause struct {
	Text string
	By   int64
}

func (c *Contradiction) Error() string {
	texts := make([]string, len(c.Path))
	for i := range c.Path {
		texts[i] = c.Path[i].Text
	}
	return fmt.Sprintf("%q contradicts what was settled before: %s", c.New.Kind, strings.Join(texts, "; "))
}

// Held gives the numbers of the decisions in force that say the opposite, each once.
func (c *Contradiction) Held() (numbers []int64) {
	for _, said := range c.Path {
		if said.By != 0 && !slices.Contains(numbers, said.By) {
			numbers = append(numbers, said.By)
		}
	}
	return numbers
}

// SaidSame is the clause of a decision that joins two references, SaidApart that of one that parts them.
func SaidSame(a, b string, by *Decision) Clause {
	return Clause{fmt.Sprintf("%s is the same as %s (%s)", plain(a), plain(b), by.String()), by.Seq}
}

// SaidApart is described at SaidSame.
func SaidApart(a, b string, by *Decision) Clause {
	return Clause{fmt.Sprintf("%s is never the same as %s (%s)", plain(a), plain(b), by.String()), by.Seq}
}

// plain gives a reference as a sentence has it: a name, or what an article calls somebody, without what says that it is one.
func plain(ref string) string {
	switch k, id, _ := ParseRef(ref); k {
	case ToName:
		return id
	case ToMention:
		if _, called, ok := strings.Cut(id, "/"); ok {
			return called
		}
	}
	return ref
}

// NewLinks gives the links of decisions in force. Those decisions were checked when they were made; one that
// contradicts an older one all the same (logs of two people put together) is left out and returned.
func NewLinks(active []Decision) (*Links, []*Contradiction) {
	l := newLinks()
	var refused []*Contradiction
	for _, d := range active {
		if c := l.Add(d); c != nil {
			refused = append(refused, c)
		}
	}
	return l, refused
}

func newLinks() *Links {
	return &Links{joined: map[string][]edge{}, parted: map[string][]edge{}, root: map[string]string{}, apart: map[string]map[string]bool{}}
}

// Joins gives the pairs of references that d wants together, Parts those it wants apart.
func (d *Decision) Joins() [][2]string {
	switch d.Kind {
	case Same, Confirm, Split:
		return chain(d.Targets)
	}
	return nil
}

// Parts gives the pairs of references that d keeps apart.
func (d *Decision) Parts() [][2]string {
	if d.Kind != Never && d.Kind != Split {
		return nil
	}
	var pairs [][2]string
	for _, a := range d.Targets {
		for _, b := range d.Against {
			pairs = append(pairs, [2]string{a, b})
		}
	}
	return pairs
}

func chain(refs []string) [][2]string {
	var pairs [][2]string
	for i := 1; i < len(refs); i++ {
		pairs = append(pairs, [2]string{refs[i-1], refs[i]})
	}
	return pairs
}

// Add takes the links of d in, or gives the contradiction and leaves everything as it was.
func (l *Links) Add(d Decision) *Contradiction {
	some := leavers(&d)
	from := l.without(some, keys(d.Against))
	c := from.check(d)
	if c != nil && len(some) > 0 {
		from = l.without(some, nil)
		c = from.check(d)
	}
	if c != nil {
		return c
	}
	*l = *from
	if len(d.Joins()) > 0 || len(d.Parts()) > 0 {
		l.take(taken{Decision: d})
	}
	return nil
}

// take takes links in that were checked.
func (l *Links) take(t taken) {
	l.taken = append(l.taken, t)
	for _, p := range t.joins() {
		l.join(p[0], p[1], t.Decision)
	}
	for _, p := range t.Parts() {
		l.part(p[0], p[1], t.Decision)
	}
}

// leavers gives the mentions that d splits off.
func leavers(d *Decision) []string {
	if d.Kind != Split {
		return nil
	}
	return mentions(d.Targets)
}

// without gives these links once some mentions have left older joins: those with something of one of the keys, or all where
// there are none.
func (l *Links) without(leavers []string, from map[string]bool) *Links {
	if !slices.ContainsFunc(leavers, func(ref string) bool { return len(l.joined[ref]) > 0 }) {
		return l
	}
	freed := newLinks()
	for _, t := range l.taken {
		left := slices.Clone(t.left)
		stays := func(ref string) bool { return !slices.Contains(leavers, ref) && (from == nil || from[key(ref)]) }
		if slices.ContainsFunc(t.Targets, stays) {
			left = append(left, leavers...)
		}
		freed.take(taken{t.Decision, left})
	}
	return freed
}

// key is the name in a reference to a spelling or a mention.
func key(ref string) string {
	kind, id, _ := ParseRef(ref)
	if kind == ToMention {
		_, id, _ = strings.Cut(id, "/")
	}
	return id
}

func keys(refs []string) map[string]bool {
	out := map[string]bool{}
	for _, ref := range refs {
		out[key(ref)] = true
	}
	return out
}

// mentions gives those of the references that are about one article alone.
func mentions(refs []string) (some []string) {
	for _, ref := range refs {
		if k, _, _ := ParseRef(ref); k == ToMention {
			some = append(some, ref)
		}
	}
	return some
}

// Leaving is a split of mentions from others: where a join of names would bring the mentions to those, it is not about them.
type Leaving struct {
	Decision
	Mentions []string // those of the targets
}

// Leaving gives the splits of mentions that hold, oldest first.
func (l *Links) Leaving() (all []Leaving) {
	for i := range l.taken {
		t := &l.taken[i]
		if some := leavers(&t.Decision); len(some) > 0 {
			all = append(all, Leaving{t.Decision, some})
		}
	}
	return all
}

// check tries d on: whether its joins bring parted groups together, and whether it parts what is, or would be, one
// group.
func (l *Links) check(d Decision) *Contradiction {
	one := map[string]bool{} // the groups that d makes one
	if len(d.Joins()) > 0 {
		for _, ref := range d.Targets {
			one[l.find(ref)] = true
		}
	}
	for root := range one {
		for other := range l.apart[root] {
			if one[other] {
				return &Contradiction{New: d, Path: l.explain(one, d)}
			}
		}
	}
	for _, p := range d.Parts() {
		a, b := l.find(p[0]), l.find(p[1])
		if a == b || one[a] && one[b] {
			return &Contradiction{New: d, Path: l.path(p[0], p[1], d.Joins())}
		}
	}
	return nil
}

// explain names the first parted pair that making one group of these would bring together, and how.
func (l *Links) explain(one map[string]bool, d Decision) []Clause {
	for _, ref := range slices.Sorted(maps.Keys(l.parted)) {
		for _, e := range l.parted[ref] {
			if one[l.find(ref)] && one[l.find(e.to)] {
				return append([]Clause{SaidApart(ref, e.to, &e.by)}, l.path(ref, e.to, d.Joins())...)
			}
		}
	}
	panic("internal error: parted groups without a parted pair")
}

// path lists the joins that lead from a to b, those of a decision under test among them; breadth first, so the
// shortest explanation is given.
func (l *Links) path(a, b string, tried [][2]string) []Clause {
	if a == b {
		return []Clause{{Text: a + " cannot be kept apart from itself"}}
	}
	type step struct {
		ref  string
		said []Clause
	}
	seen := map[string]bool{a: true}
	for queue := []step{{ref: a}}; len(queue) > 0; queue = queue[1:] {
		s := queue[0]
		if s.ref == b {
			return s.said
		}
		for _, e := range l.neighbours(s.ref, tried) {
			if !seen[e.to] {
				seen[e.to] = true
				queue = append(queue, step{e.to, append(slices.Clone(s.said), said(s.ref, e))})
			}
		}
	}
	panic("internal error: joined references without a way between them")
}

func (l *Links) neighbours(ref string, tried [][2]string) []edge {
	out := slices.Clone(l.joined[ref])
	for _, p := range tried {
		switch ref {
		case p[0]:
			out = append(out, edge{to: p[1]})
		case p[1]:
			out = append(out, edge{to: p[0]})
		}
	}
	return out
}

func said(from string, e edge) Clause {
	if e.by.Kind == "" {
		return Clause{Text: fmt.Sprintf("%s would be the same as %s", plain(from), plain(e.to))}
	}
	return SaidSame(from, e.to, &e.by)
}

func (l *Links) join(a, b string, d Decision) {
	l.joined[a] = append(l.joined[a], edge{b, d})
	l.joined[b] = append(l.joined[b], edge{a, d})
	ra, rb := l.find(a), l.find(b)
	if ra == rb {
		return
	}
	ra, rb = min(ra, rb), max(ra, rb)
	l.root[rb] = ra
	for other := range l.apart[rb] {
		delete(l.apart[other], rb)
		l.forbid(ra, other)
	}
	delete(l.apart, rb)
}

func (l *Links) part(a, b string, d Decision) {
	l.parted[a] = append(l.parted[a], edge{b, d})
	l.parted[b] = append(l.parted[b], edge{a, d})
	l.forbid(l.find(a), l.find(b))
}

// forbid keeps two groups from meeting.
func (l *Links) forbid(a, b string) {
	for _, p := range [2][2]string{{a, b}, {b, a}} {
		if l.apart[p[0]] == nil {
			l.apart[p[0]] = map[string]bool{}
		}
		l.apart[p[0]][p[1]] = true
	}
}

func (l *Links) find(ref string) string {
	for l.root[ref] != "" {
		ref = l.root[ref]
	}
	return ref
}

// Groups gives the sets of references that must stand together, each sorted, in order of their first one.
func (l *Links) Groups() [][]string {
	byRoot := map[string][]string{}
	for _, ref := range slices.Sorted(maps.Keys(l.joined)) {
		r := l.find(ref)
		byRoot[r] = append(byRoot[r], ref)
	}
	var groups [][]string
	for _, r := range slices.Sorted(maps.Keys(byRoot)) {
		groups = append(groups, byRoot[r])
	}
	return groups
}

// Apart gives the pairs that must not stand together, each once, smaller reference first, sorted.
func (l *Links) Apart() [][2]string {
	var pairs [][2]string
	for _, a := range slices.Sorted(maps.Keys(l.parted)) {
		for _, e := range l.parted[a] {
			if a < e.to {
				pairs = append(pairs, [2]string{a, e.to})
			}
		}
	}
	slices.SortFunc(pairs, func(x, y [2]string) int { return slices.Compare(x[:], y[:]) })
	return slices.Compact(pairs)
}
