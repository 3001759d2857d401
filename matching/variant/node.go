package variant

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"quotidian/attribution"
	"quotidian/matching/variant/likeness"
	"quotidian/matching/variant/organisation"
)

// node is what clusters are made of: all mentions that need no comparison to stand together. Mentions of one
// full name, folded, are one node whatever the article, and so are those of a bare name with an office that one person
// holds; a body that every state has one of is a node for each outlet, unless it says whose it is; other bare names, descriptions and names
// that a rule splits are a node for each article or mention.
type node struct {
	kind     attribution.SpeakerKind
	name     string // the printed form most used
	folded   string
	bare     bool
	local    bool               // a description that means something inside its article only
	outlet   string             // of a body that every state has one of, who printed it: see [ofAnyState]
	office   string             // of a bare name, the office that tells whose it is
	look     uint64             // the least of its prints' looks, see [reading]
	print    string             // the print that looks so, from which the forms are made
	person   *person            // of persons
	body     *organisation.Form // of organisations and groups
	mentions []int              // indices into the sorted mentions, ascending
	articles []string           // distinct, ascending
	count    int
}

// id is a mention that stands for the node: the first of its members.
func (n *node) id(ms []Mention) string { return ms[n.mentions[0]].ID }

// nodes groups mentions, which must be sorted by id, and gives the key of each group. Forms that the index has are
// taken from there.
func nodes(ms []Mention, apart map[int]bool, x *index) (out []*node, keys []string) {
	bodies := organisations()
	byKey := map[string]*node{}
	for i, m := range ms {
		n := newNode(m, x.read(m))
		key := n.key(m, apart[i])
		if old, ok := byKey[key]; ok {
			if n.look < old.look || n.look == old.look && n.print < old.print {
				old.look, old.print = n.look, n.print
			}
			n = old
		} else {
			byKey[key] = n
			out, keys = append(out, n), append(keys, key)
		}
		n.mentions = append(n.mentions, i)
		n.count += max(1, m.Count)
	}
	for k, n := range out {
		n.name = mostUsed(ms, n.mentions)
		n.articles = articlesOf(ms, n.mentions)
		keys[k] += fmt.Sprintf("\x00look\x00%x", n.look)
		if id, ok := x.ids[keys[k]]; ok {
			n.person, n.body = x.names[id].person, x.names[id].body
		} else {
			n.prepare(x.forms, bodies)
		}
	}
	return out, keys
}

// newNode makes a node of one mention, whose name is read, without its forms.
func newNode(m Mention, r reading) *node {
	n := &node{kind: m.Kind, folded: r.folded, bare: r.bare, local: r.local, look: r.look, print: m.Name}
	if n.bare {
		n.office = office(m.Role)
	}
	if r.ofAnyState {
		n.outlet = m.Outlet
	}
	return n
}

// prepare makes the form that comparisons need.
func (n *node) prepare(forms *likeness.Forms, bodies organisation.Model) {
	switch {
	case n.kind == attribution.Person:
		n.person = newPerson(n.print, forms.Form)
	case isBody(n.kind):
		n.body = bodies.NewForm(organisation.Parse(n.print))
	}
}

// spelledPerson is the person as the node's print spells it: the index may have met one that looks the same before.
func (n *node) spelledPerson() *person {
	if n.person.form.Name.Raw == n.print {
		return n.person
	}
	return loosePerson(n.print)
}

// spelledBody is what spelledPerson is of a person.
func (n *node) spelledBody() *organisation.Form {
	if n.body.Name.Raw == n.print {
		return n.body
	}
	return organisations().NewForm(organisation.Parse(n.print))
}

func (n *node) key(m Mention, apart bool) string {
	key := m.Kind.String() + "\x00" + n.folded
	switch {
	case apart || m.Kind == attribution.Unnamed:
		return key + "\x00id\x00" + m.ID
	case n.office != "":
		return key + "\x00office\x00" + n.office
	case n.bare || n.local:
		return key + "\x00article\x00" + m.Article
	case n.outlet != "":
		return key + "\x00outlet\x00" + n.outlet
	}
	return key
}

// mostUsed is the printed form with the most uses; ties go to the first in the order of the alphabet.
func mostUsed(ms []Mention, members []int) string {
	uses := map[string]int{}
	for _, i := range members {
		uses[ms[i].Name] += max(1, ms[i].Count)
	}
	return slices.MinFunc(slices.Collect(maps.Keys(uses)), func(s, t string) int {
		return cmp.Or(cmp.Compare(uses[t], uses[s]), cmp.Compare(s, t))
	})
}

func articlesOf(ms []Mention, members []int) []string {
	var out []string
	for _, i := range members {
		if ms[i].Article != "" {
			out = append(out, ms[i].Article)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sortedMentions gives the mentions in order of their ids; a repeated id counts once.
func sortedMentions(ms []Mention) []Mention {
	out := slices.Clone(ms)
	slices.SortStableFunc(out, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Article, b.Article))
	})
	return slices.CompactFunc(out, func(a, b Mention) bool { return a.ID == b.ID })
}

// intersects reports whether two ascending lists share an element.
func intersects(a, b []string) bool {
	for len(a) > 0 && len(b) > 0 {
		switch c := strings.Compare(a[0], b[0]); {
		case c == 0:
			return true
		case c < 0:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return false
}
